"""Calls to Telegram over connections that stay open, in the loop that does all other work.

httpx, the library's default, takes more processor time for a call than answering does. So do clients that wait in a
thread: two threads then take turns at each call.
"""

from __future__ import annotations

import asyncio
import ssl
from typing import cast
from urllib.parse import urlsplit

import h11
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.telegram.connection import Connection, Response

CONNECTIONS = 32
"""Calls that are on their way at once; others wait."""
TIMEOUT_SECONDS = 5.0
"""For connecting, and for a response, unless a call says otherwise."""
NEXT_ADDRESS_SECONDS = 0.25
"""After which a server that does not answer at one of its addresses is tried at the next as well (RFC 8305)."""


class LeanRequest(BaseRequest):
    """Makes all its calls to one server. For parameters only: the bot uploads nothing."""

    def __init__(self, context: ssl.SSLContext) -> None:
        """`context` has the authorities that are trusted."""
        self._context = context
        self._places = asyncio.Semaphore(CONNECTIONS)
        self._idle: list[Connection] = []
        self._open: set[Connection] = set()
        self._is_closed = True

    @property
    def read_timeout(self) -> float:
        """Seconds for a response, by default."""
        return TIMEOUT_SECONDS

    async def initialize(self) -> None:
        """Makes calls possible."""
        self._is_closed = False

    async def shutdown(self) -> None:
        """Breaks off what is under way, and closes all connections."""
        self._is_closed = True
        for connection in self._open:
            connection.close()
        self._open.clear()
        self._idle.clear()
        # The loop takes connections apart in its next round.
        await asyncio.sleep(0)

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
        # Telegram takes JSON as well as a form, in which every letter with an accent would be looked at for itself.
        body = request_data.json_payload if request_data else b""
        request = self._written(url, method, len(body))
        try:
            async with self._places:
                connection = self._kept() or await self._opened(url, _seconds(connect_timeout))
                response = await self._made(request, body, connection, _seconds(read_timeout))
        except TimeoutError as error:
            raise TimedOut from error
        except (OSError, ValueError) as error:
            raise NetworkError(type(error).__name__) from error
        return response.status, response.body

    def _written(self, url: str, method: str, length: int) -> h11.Request:
        _, _, host, path = url.split("/", 3)
        headers = [
            ("Host", host),
            ("User-Agent", self.USER_AGENT),
            ("Content-Type", "application/json"),
            ("Content-Length", str(length)),
        ]
        return h11.Request(method=method, target=f"/{path}", headers=headers)

    async def _made(self, request: h11.Request, body: bytes, connection: Connection, seconds: float | None) -> Response:
        """The response to a request. The connection serves the next one, unless something went wrong."""
        response = None
        try:
            async with asyncio.timeout(seconds):
                response = await connection.call(request, body)
        finally:
            if response and not response.is_last:
                self._idle.append(connection)
            else:
                connection.close()
                self._open.discard(connection)
        return response

    def _kept(self) -> Connection | None:
        """A connection that is open still."""
        while self._idle:
            connection = self._idle.pop()
            if connection.is_open:
                return connection
            self._open.discard(connection)
        return None

    async def _opened(self, url: str, seconds: float | None) -> Connection:
        """A new connection. Raises OSError and NetworkError."""
        if self._is_closed:
            raise NetworkError("the connection to Telegram is closed")
        address = urlsplit(url)
        context = self._context if address.scheme == "https" else None
        port = address.port or (443 if context else 80)
        async with asyncio.timeout(seconds):
            _, connection = await asyncio.get_running_loop().create_connection(
                Connection, address.hostname or "", port, ssl=context, happy_eyeballs_delay=NEXT_ADDRESS_SECONDS
            )
        self._open.add(connection)
        if self._is_closed:  # by now
            connection.close()
        return connection


def _seconds(value: object) -> float | None:
    """The timeout that a call asks for, or else the default; None is none at all."""
    return TIMEOUT_SECONDS if value is BaseRequest.DEFAULT_NONE else cast("float | None", value)
