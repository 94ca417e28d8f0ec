"""Calls over real HTTP: kept connections, timeouts, and an end in the middle of a call."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, HTTPXRequest, RequestData
from telegram.request._requestparameter import RequestParameter

from bot.state import State
from bot.telegram.application import build_application
from bot.telegram.requests import CONNECTIONS, LeanRequest
from tests.botapi import BotApi, Fault
from tests.desk import EchoDesk, settings_for


@pytest.fixture
async def request_() -> AsyncIterator[LeanRequest]:
    async with LeanRequest(httpx.create_ssl_context()) as request:
        yield request


def url(api: BotApi, method: str) -> str:
    return f"{api.url}/bot{api.token}/{method}"


def data(**parameters: Any) -> RequestData:  # noqa: ANN401
    return RequestData([RequestParameter.from_input(name, value) for name, value in parameters.items()])


async def test_parameters_arrive_as_they_are(api: BotApi, request_: LeanRequest) -> None:
    api.world.chats[7] = {"id": 7, "type": "private"}
    text = "a=b&c +%20 ü😀\n<b>"
    result = await request_.post(url(api, "sendMessage"), data(chat_id=7, text=text, link_preview_options={"a": [1]}))
    assert isinstance(result, dict)
    assert result["text"] == text
    (call,) = api.calls_of("sendMessage")
    assert call.params == {"chat_id": "7", "text": text, "link_preview_options": '{"a": [1]}'}


async def test_connections_are_kept_and_shared(api: BotApi, request_: LeanRequest) -> None:
    for _ in range(3):
        await request_.post(url(api, "getMe"))
    assert len(request_._open) == 1
    api.latency = 0.05
    await asyncio.gather(*(request_.post(url(api, "getMe")) for _ in range(3 * CONNECTIONS)))
    assert 1 < len(request_._open) <= CONNECTIONS


async def test_connection_that_telegram_has_closed_is_not_used(request_: LeanRequest) -> None:
    async with BotApi() as api:
        await request_.post(url(api, "getMe"))
        port = int(api.url.rpartition(":")[2])
    async with BotApi() as api:
        await api.start(port)
        assert await request_.post(f"http://127.0.0.1:{port}/bot{api.token}/getMe")


@pytest.mark.parametrize("cut", ["before", "after"])
async def test_broken_connection_is_a_network_error_and_the_next_call_succeeds(
    api: BotApi, request_: LeanRequest, cut: str
) -> None:
    api.fail("getMe", Fault(cut=cut))
    with pytest.raises(NetworkError, match="ConnectionResetError"):
        await request_.post(url(api, "getMe"))
    assert await request_.post(url(api, "getMe"))
    assert len(request_._open) == 1


async def test_nobody_there_is_a_network_error(request_: LeanRequest) -> None:
    with pytest.raises(NetworkError, match="ConnectionRefusedError"):
        await request_.post("http://127.0.0.1:1/bot1:x/getMe")
    with pytest.raises(NetworkError, match="gaierror"):
        await request_.post("http://no.such.host.invalid/bot1:x/getMe")


async def test_slow_response_times_out(api: BotApi, request_: LeanRequest) -> None:
    api.fail("getMe", Fault(until=asyncio.Event()))
    with pytest.raises(TimedOut):
        await request_.post(url(api, "getMe"), read_timeout=0.01)
    assert request_.read_timeout > 1
    assert await request_.post(url(api, "getMe"), read_timeout=None)


async def test_an_end_breaks_off_what_is_under_way(api: BotApi) -> None:
    request = LeanRequest(httpx.create_ssl_context())
    await request.initialize()
    api.fail("getMe", Fault(until=asyncio.Event()))
    call = asyncio.create_task(request.post(url(api, "getMe"), read_timeout=None))
    await api.until(lambda: api.arrived)
    await request.shutdown()
    await request.shutdown()
    with pytest.raises(NetworkError):
        await call
    with pytest.raises(NetworkError, match="is closed"):
        await request.post(url(api, "getMe"))
    async with request:
        assert await request.post(url(api, "getMe"))


async def test_call_that_an_end_overtakes_opens_nothing(api: BotApi) -> None:
    request = LeanRequest(httpx.create_ssl_context())
    await request.initialize()
    call = asyncio.create_task(request.post(url(api, "getMe")))
    await asyncio.sleep(0)  # it is connecting
    await request.shutdown()
    with pytest.raises(NetworkError, match="ConnectionResetError"):
        await call
    assert not request._open
    assert not api.calls_of("getMe")


async def test_call_that_is_given_up_leaves_no_connection_with_its_answer(api: BotApi, request_: LeanRequest) -> None:
    api.fail("getMe", Fault(until=asyncio.Event()))
    call = asyncio.create_task(request_.post(url(api, "getMe"), read_timeout=None))
    await api.until(lambda: api.arrived)
    call.cancel()
    await asyncio.wait([call])
    assert not request_._open
    assert await request_.post(url(api, "getMe"))


@pytest.mark.parametrize(
    ("environ", "kind"),
    [
        ({}, LeanRequest),
        ({"http_proxy": "http://127.0.0.1:3128"}, HTTPXRequest),
        ({"https_proxy": "http://127.0.0.1:3128"}, LeanRequest),
        ({"http_proxy": "http://127.0.0.1:3128", "no_proxy": "127.0.0.1"}, LeanRequest),
    ],
    ids=str,
)
async def test_behind_a_proxy_the_librarys_own_client_makes_the_calls(
    api: BotApi,
    desk: EchoDesk,
    state: State,
    monkeypatch: pytest.MonkeyPatch,
    environ: dict[str, str],
    kind: type[BaseRequest],
) -> None:
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    application = build_application(settings_for(api), desk, state)
    assert type(application.bot.request) is kind
