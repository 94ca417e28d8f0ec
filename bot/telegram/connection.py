"""One connection to an HTTP server, over which one call is made after another (HTTP/1.1, RFC 9112)."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass
from typing import cast

_STATUS = re.compile(rb"HTTP/1\.([01]) (\d\d\d)\b")
_LENGTH = re.compile(rb"^content-length:[ \t]*(\d+)[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_CHUNKED = re.compile(rb"^transfer-encoding:.*\bchunked[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_CLOSING = re.compile(rb"^connection:.*\bclose\b", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Response:
    """What the server said."""

    status: int
    body: bytes
    is_last: bool
    """Whether the connection serves no other call."""


class Connection(asyncio.Protocol):
    """What the loop keeps open."""

    def __init__(self) -> None:
        self.is_open = False
        self._received = b""
        self._waiting: asyncio.Future[Response] | None = None

    async def call(self, request: bytes) -> Response:
        """The response to a request. Raises ConnectionError where none comes, and ValueError where it is no HTTP."""
        if not self.is_open:
            raise ConnectionResetError
        self._waiting = asyncio.get_running_loop().create_future()
        self._transport.write(request)
        try:
            return await self._waiting
        finally:
            self._waiting = None

    def close(self) -> None:
        """Breaks off what is under way."""
        self.is_open = False
        self._transport.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)
        self.is_open = True

    def data_received(self, data: bytes) -> None:
        self._received += data
        self._read(is_all=False)

    def connection_lost(self, _error: Exception | None) -> None:
        self.is_open = False
        self._read(is_all=True)

    def _read(self, *, is_all: bool) -> None:
        """Hands over the response once it is there."""
        if self._waiting is None or self._waiting.done():
            # Said unasked, it must not be taken for the answer to the next call.
            self.close()
            return
        try:
            response = response_in(self._received, is_all=is_all)
        except ValueError as error:
            self._waiting.set_exception(error)
            return
        if response:
            self._received = b""
            self._waiting.set_result(response)
        elif is_all:
            self._waiting.set_exception(ConnectionResetError())


def response_in(received: bytes, *, is_all: bool) -> Response | None:
    """The response in what was received; None while some of it is still to come, which `is_all` rules out.

    Raises ValueError where it is no HTTP.
    """
    head, blank, rest = received.partition(b"\r\n\r\n")
    if not blank:
        return None
    status = _STATUS.match(head)
    if not status:
        raise ValueError("no HTTP")
    if status[2] < b"200":
        return response_in(rest, is_all=is_all)  # a word in between
    if _CHUNKED.search(head):
        found = _joined(rest)
    elif length := _LENGTH.search(head):
        end = int(length[1])
        found = (rest[:end], rest[end:]) if len(rest) >= end else None
    else:
        found = (rest, b"") if is_all else None
    if found is None:
        return None
    body, more = found
    is_last = bool(more or status[1] == b"0" or _CLOSING.search(head))
    return Response(int(status[2]), body, is_last)


def _joined(rest: bytes) -> tuple[bytes, bytes] | None:
    """A body that comes in chunks, and what follows it; None where it is not whole. Raises ValueError."""
    body = []
    while True:
        line, end, rest = rest.partition(b"\r\n")
        if not end:
            return None
        size = int(line.partition(b";")[0], 16)
        if size == 0:
            break
        if len(rest) < size + 2:
            return None
        body.append(rest[:size])
        rest = rest[size + 2 :]
    # Headers may follow here as well.
    _, end, more = (b"\r\n" + rest).partition(b"\r\n\r\n")
    return (b"".join(body), more) if end else None
