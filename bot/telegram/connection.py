"""One connection to an HTTP server, over which one call is made after another (HTTP/1.1, RFC 9112)."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import cast

import h11


@dataclass(frozen=True, slots=True)
class Response:
    """What the server said."""

    status: int
    body: bytes
    is_last: bool
    """Whether the connection serves no other call."""


class Connection(asyncio.Protocol):
    """What the loop keeps open. h11, which httpx stands on as well, reads and writes what is said over it."""

    def __init__(self) -> None:
        self.is_open = False
        self._http = h11.Connection(h11.CLIENT)
        self._status = 0
        self._body = bytearray()
        self._waiting: asyncio.Future[Response] | None = None

    async def call(self, request: h11.Request, body: bytes) -> Response:
        """The response to a request. Raises ConnectionError where none comes, and ValueError where it is no HTTP."""
        if not self.is_open:
            raise ConnectionResetError
        self._waiting = asyncio.get_running_loop().create_future()
        parts = (request, h11.Data(body), h11.EndOfMessage())
        self._transport.write(b"".join(self._http.send(part) or b"" for part in parts))
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
        self._read(data)

    def connection_lost(self, _error: Exception | None) -> None:
        self.is_open = False
        self._read(b"")

    def _read(self, data: bytes) -> None:
        """Hands over the response once it is there; no data are the end of the connection."""
        if self._waiting is None or self._waiting.done():
            # Said unasked, it must not be taken for the answer to the next call.
            self.close()
            return
        try:
            self._http.receive_data(data)
            self._take()
        except h11.RemoteProtocolError as error:
            self._waiting.set_exception(ConnectionResetError() if not data else ValueError(str(error)))

    def _take(self) -> None:
        waiting = cast("asyncio.Future[Response]", self._waiting)
        while True:
            event = self._http.next_event()
            if isinstance(event, h11.Response):
                self._status = event.status_code
            elif isinstance(event, h11.Data):
                self._body += event.data
            elif isinstance(event, h11.EndOfMessage):
                is_done = self._http.our_state is self._http.their_state is h11.DONE
                is_last = not is_done or self._http.trailing_data != (b"", False)
                if not is_last:
                    self._http.start_next_cycle()
                body, self._body = bytes(self._body), bytearray()
                waiting.set_result(Response(self._status, body, is_last))
                return
            elif event is h11.NEED_DATA:
                return
            elif isinstance(event, h11.ConnectionClosed):
                waiting.set_exception(ConnectionResetError())
                return
