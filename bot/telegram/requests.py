"""Calls to Telegram over the standard library's HTTP client, in threads.

httpx, the library's default, takes four times the processor time for a call, more than answering does.
"""

from __future__ import annotations

import asyncio
import select
import socket
import ssl
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from http.client import HTTPConnection, HTTPException, HTTPSConnection, NotConnected
from typing import cast

from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

CONNECTIONS = 32
"""Calls that are on their way at once, each in a thread; others wait."""
TIMEOUT_SECONDS = 5.0
"""For connecting, and for each part of a response, unless a call says otherwise."""


class ThreadedRequest(BaseRequest):
    """Keeps connections open between calls. For parameters only: the bot uploads nothing."""

    def __init__(self, context: ssl.SSLContext) -> None:
        """`context` has the authorities that are trusted."""
        self._context = context
        self._threads: ThreadPoolExecutor | None = None
        self._idle: list[HTTPConnection] = []
        self._open: set[HTTPConnection] = set()

    @property
    def read_timeout(self) -> float:
        """Seconds for each part of a response, by default."""
        return TIMEOUT_SECONDS

    async def initialize(self) -> None:
        """Makes calls possible."""
        self._threads = self._threads or ThreadPoolExecutor(CONNECTIONS, "telegram")

    async def shutdown(self) -> None:
        """Breaks off what is under way, and closes all connections."""
        if self._threads is None:
            return
        threads, self._threads = self._threads, None
        for connection in list(self._open):
            with suppress(OSError, AttributeError):
                # A thread that waits for a response wakes up, which close alone would not bring about.
                connection.sock.shutdown(socket.SHUT_RDWR)
            self._close(connection)
        self._idle.clear()
        threads.shutdown(wait=False, cancel_futures=True)

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """The status and the body of the response. Raises TimedOut and NetworkError."""
        if self._threads is None:
            raise NetworkError("the connection to Telegram is closed")
        # Telegram takes JSON as well as a form, in which every letter with an accent would be looked at for itself.
        body = request_data.json_payload if request_data else b""
        call = self._call(url, method, body, _seconds(connect_timeout), _seconds(read_timeout))
        return await asyncio.get_running_loop().run_in_executor(self._threads, call)

    def _call(
        self, url: str, method: str, body: bytes, connecting: float | None, reading: float | None
    ) -> Callable[[], tuple[int, bytes]]:
        scheme, _, host, path = url.split("/", 3)
        headers = {"Content-Type": "application/json", "User-Agent": self.USER_AGENT}

        def call() -> tuple[int, bytes]:
            connection = self._taken(scheme, host, connecting)
            try:
                if connection.sock is None:
                    connection.connect()
                if connection not in self._open:
                    raise NotConnected  # by now, nothing is to be open any more
                connection.sock.settimeout(reading)
                connection.request(method, f"/{path}", body, headers)
                response = connection.getresponse()
                content = response.read()
            except TimeoutError as error:
                self._close(connection)
                raise TimedOut from error
            except (OSError, HTTPException) as error:
                self._close(connection)
                raise NetworkError(type(error).__name__) from error
            except BaseException:
                self._close(connection)
                raise
            if response.will_close or connection not in self._open:
                self._close(connection)
            else:
                self._idle.append(connection)
            return response.status, content

        return call

    def _taken(self, scheme: str, host: str, connecting: float | None) -> HTTPConnection:
        """A connection that is open still, or else a new one."""
        while self._idle:
            connection = self._idle.pop()
            if not _has_ended(connection):
                return connection
            self._close(connection)
        if scheme == "https:":
            connection = HTTPSConnection(host, timeout=connecting, context=self._context)
        else:
            connection = HTTPConnection(host, timeout=connecting)
        # One that was closed stays so: by default the library would open it again by itself.
        connection.auto_open = 0
        self._open.add(connection)
        return connection

    def _close(self, connection: HTTPConnection) -> None:
        self._open.discard(connection)
        connection.close()


def _has_ended(connection: HTTPConnection) -> bool:
    """Whether the other side has closed a connection, or said anything unasked."""
    poll = select.poll()
    poll.register(connection.sock, select.POLLIN)
    return bool(poll.poll(0))


def _seconds(value: object) -> float | None:
    """The timeout that a call asks for, or else the default; None is none at all."""
    return TIMEOUT_SECONDS if value is BaseRequest.DEFAULT_NONE else cast("float | None", value)
