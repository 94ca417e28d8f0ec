"""What comes over a connection: one response to each call, whole, and nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

import pytest

from bot.telegram.connection import Connection, Response, response_in

HEAD = b"HTTP/1.1 200 OK\r\n"
SIMPLE = HEAD + b"Content-Length: 2\r\n\r\n{}"


@pytest.mark.parametrize(
    ("received", "response"),
    [
        (SIMPLE, Response(200, b"{}", False)),
        (HEAD + b"content-length:2 \r\nX: y\r\n\r\n{}", Response(200, b"{}", False)),
        (HEAD + b"Content-Length: 0\r\n\r\n", Response(200, b"", False)),
        (b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 1\r\n\r\n\n", Response(502, b"\n", False)),
        (b"HTTP/1.1 100 Continue\r\n\r\n" + SIMPLE, Response(200, b"{}", False)),
        (HEAD + b"X-Content-Length: 9\r\nContent-Length: 2\r\n\r\n{}", Response(200, b"{}", False)),
        (HEAD + b"Connection: close\r\nContent-Length: 2\r\n\r\n{}", Response(200, b"{}", True)),
        (b"HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\n{}", Response(200, b"{}", True)),
        (SIMPLE + b"HTTP/1.1 408", Response(200, b"{}", True)),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n1;a=b\r\n}\r\n0\r\n\r\n", Response(200, b"{}", False)),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\nA\r\n0\r\n\r\n23456\r\n0\r\nX: y\r\n\r\n",
         Response(200, b"0\r\n\r\n23456", False)),
    ],
)  # fmt: skip
def test_a_response_is_there_once_it_is_whole(received: bytes, response: Response) -> None:
    assert response_in(received, is_all=False) == response
    end = len(received) - (len(b"HTTP/1.1 408") if received.startswith(SIMPLE + b"H") else 0)
    assert {response_in(received[:cut], is_all=False) for cut in range(end)} == {None}


@pytest.mark.parametrize("kind", [b"Content-Type: x\r\n", b""])
def test_without_a_length_a_response_ends_with_its_connection(kind: bytes) -> None:
    received = HEAD + kind + b"\r\n{}"
    assert response_in(received, is_all=False) is None
    assert response_in(received, is_all=True) == Response(200, b"{}", False)


@pytest.mark.parametrize("cut", [SIMPLE[:-1], HEAD, HEAD + b"Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n"])
def test_what_was_cut_off_is_no_response(cut: bytes) -> None:
    assert response_in(cut, is_all=True) is None


@pytest.mark.parametrize(
    "received",
    [
        b"SSH-2.0-server\r\n\r\n",
        b"HTTP/2 200\r\n\r\n",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\nmany\r\n",
    ],
)
def test_what_is_no_http_is_refused(received: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whatever it says, the caller shows only its kind
        response_in(received, is_all=False)


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


async def test_a_response_may_come_in_pieces_and_calls_follow_each_other() -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for _ in range(2):
            await reader.readexactly(4)
            for byte in SIMPLE:
                writer.write(bytes([byte]))
                await asyncio.sleep(0)
        await reader.read()

    async with connected(serve) as connection:
        for _ in range(2):
            assert await connection.call(b"call") == Response(200, b"{}", False)


async def test_what_is_said_unasked_ends_the_connection() -> None:
    """A server that is tired of waiting says 408: that is no answer to the next call."""
    is_asked = asyncio.Event()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readexactly(4)
        writer.write(SIMPLE)
        await is_asked.wait()
        writer.write(b"HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n")
        await reader.read()

    async with connected(serve) as connection:
        assert (await connection.call(b"call")).status == 200
        assert connection.is_open
        is_asked.set()
        while connection.is_open:
            await asyncio.sleep(0)
        with pytest.raises(ConnectionResetError):
            await connection.call(b"call")


@pytest.mark.parametrize(("said", "error"), [(b"", ConnectionResetError), (SIMPLE[:-1], ConnectionResetError),
                                             (b"no\r\n\r\n", ValueError)])  # fmt: skip
async def test_a_call_without_a_response_fails(said: bytes, error: type[Exception]) -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readexactly(4)
        writer.write(said)

    async with connected(serve) as connection:
        with pytest.raises(error):
            await connection.call(b"call")


async def test_the_end_of_a_connection_may_be_the_end_of_its_response() -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readexactly(4)
        writer.write(HEAD + b"\r\n{}")

    async with connected(serve) as connection:
        assert (await connection.call(b"call")).body == b"{}"
        assert not connection.is_open
