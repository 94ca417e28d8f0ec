"""What comes over a connection: one response to each call, whole, and nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

import h11
import pytest

from bot.telegram.connection import Connection, Response

HEAD = b"HTTP/1.1 200 OK\r\n"
SIMPLE = HEAD + b"Content-Length: 2\r\n\r\n{}"
REQUEST = h11.Request(method="POST", target="/", headers=[("Host", "telegram.example"), ("Content-Length", "4")])
BODY = b"call"


@asynccontextmanager
async def connected(
    serve: Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]],
) -> AsyncIterator[Connection]:
    """A connection to a server of one's own."""

    is_over = asyncio.Event()

    async def serve_and_close(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError):
            await serve(reader, writer)
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()
        is_over.set()

    async with await asyncio.start_server(serve_and_close, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        _, connection = await asyncio.get_running_loop().create_connection(Connection, "127.0.0.1", port)
        yield connection
        connection.close()
        await is_over.wait()


async def called(received: bytes, *, is_last: bool = False) -> Response:
    """The response to a call that a server answers by these bytes, after which it may hang up."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(BODY)
        writer.write(received)
        if not is_last:
            await reader.read()

    async with connected(serve) as connection:
        return await connection.call(REQUEST, BODY)


@pytest.mark.parametrize(
    ("received", "response"),
    [
        (SIMPLE, Response(200, b"{}", False)),
        (HEAD + b"content-length:2 \r\nX: y\r\n\r\n{}", Response(200, b"{}", False)),
        (HEAD + b"Content-Length: 0\r\n\r\n", Response(200, b"", False)),
        (b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 1\r\n\r\n\n", Response(502, b"\n", False)),
        (b"HTTP/1.1 100 Continue\r\n\r\n" + SIMPLE, Response(200, b"{}", False)),
        (HEAD + b"Connection: close\r\nContent-Length: 2\r\n\r\n{}", Response(200, b"{}", True)),
        (b"HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\n{}", Response(200, b"{}", True)),
        (SIMPLE + b"HTTP/1.1 408", Response(200, b"{}", True)),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n1;a=b\r\n}\r\n0\r\n\r\n", Response(200, b"{}", False)),
    ],
)
async def test_what_a_server_says(received: bytes, response: Response) -> None:
    assert await called(received) == response


async def test_without_a_length_a_response_ends_with_its_connection() -> None:
    assert await called(HEAD + b"\r\n{}", is_last=True) == Response(200, b"{}", True)


async def test_a_response_may_come_in_pieces_and_calls_follow_each_other() -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for _ in range(2):
            await reader.readuntil(BODY)
            for byte in SIMPLE:
                writer.write(bytes([byte]))
                await asyncio.sleep(0)
        await reader.read()

    async with connected(serve) as connection:
        for _ in range(2):
            assert await connection.call(REQUEST, BODY) == Response(200, b"{}", False)


async def test_what_is_said_unasked_ends_the_connection() -> None:
    """A server that is tired of waiting says 408: that is no answer to the next call."""
    is_asked = asyncio.Event()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(BODY)
        writer.write(SIMPLE)
        await is_asked.wait()
        writer.write(b"HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n")
        await reader.read()

    async with connected(serve) as connection:
        assert (await connection.call(REQUEST, BODY)).status == 200
        assert connection.is_open
        is_asked.set()
        while connection.is_open:
            await asyncio.sleep(0)
        with pytest.raises(ConnectionResetError):
            await connection.call(REQUEST, BODY)


@pytest.mark.parametrize(
    ("said", "error"),
    [
        (b"", ConnectionResetError),
        (SIMPLE[:-1], ConnectionResetError),
        (b"no\r\n\r\n", ValueError),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\nmany\r\n", ValueError),
    ],
)
async def test_a_call_without_a_response_fails(said: bytes, error: type[Exception]) -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(BODY)
        writer.write(said)

    async with connected(serve) as connection:
        with pytest.raises(error):
            await connection.call(REQUEST, BODY)
