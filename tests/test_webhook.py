"""Delivery by webhook, over real HTTP both ways: nothing is lost, nothing doubled, and nobody else gets in."""

from __future__ import annotations

import asyncio
import json
import logging
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from tornado.netutil import bind_sockets

from bot import __version__
from bot.desk import Desk
from bot.state import State
from bot.telegram.handlers import UPDATE_KINDS
from bot.telegram.webhook import BODY_LIMIT, MOST_TRIES, SECRET_HEADER
from bot.telegram.work import Pace
from tests.botapi import BotApi, Fault
from tests.desk import QUICK, EchoDesk, Run, logged, running, settings_for, texts, town_assistant
from tests.smalltown import WHO

URL = "https://bot.example"


class Hook:
    """A running webhook, and what it takes to play Telegram to it."""

    def __init__(self, api: BotApi, client: httpx.AsyncClient, run: Run) -> None:
        self.run = run
        self._client = client
        self._secret = settings_for(api).webhook_secret

    async def deliver(self, update: dict[str, Any]) -> int:
        """Delivers an update; the status."""
        return await self.post(json.dumps(update).encode(), self._secret)

    async def post(self, body: bytes, secret: str | None) -> int:
        """Posts anything; the status, 0 where the connection was closed."""
        headers = {} if secret is None else {SECRET_HEADER.encode(): secret.encode("latin-1")}
        try:
            return (await self._client.post("/webhook", content=body, headers=headers)).status_code
        except httpx.HTTPError:
            return 0

    async def get(self, path: str) -> tuple[int, str]:
        """A page."""
        response = await self._client.get(path)
        return response.status_code, response.text

    async def health(self) -> tuple[int, dict[str, Any]]:
        """The health check."""
        response = await self._client.get("/healthz")
        return response.status_code, response.json()


@asynccontextmanager
async def hooked(
    api: BotApi, desk: Desk, state: State, *, pace: Pace = QUICK, is_connected: bool = True
) -> AsyncIterator[Hook]:
    """The bot with a webhook, until the block ends."""
    (free,) = bind_sockets(0, "127.0.0.1")
    port = free.getsockname()[1]
    free.close()
    before = len(api.calls)
    async with (
        running(api, desk, state=state, pace=pace, WEBHOOK_URL=URL, HOST="127.0.0.1", PORT=str(port)) as run,
        httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=30) as client,
    ):
        # What is done once at start comes last.
        last = "getChatMenuButton" if is_connected else "getMe"
        await api.until(lambda: [call for call in api.calls[before:] if call.method == last])
        yield Hook(api, client, run)


def said(api: BotApi, text: str, **fields: int) -> dict[str, Any]:
    """An update that only a webhook delivers."""
    update = api.say(text, **fields)
    api.world.updates.clear()
    return update


async def test_telegram_is_told_where_to_deliver(api: BotApi, desk: EchoDesk, state: State) -> None:
    async with hooked(api, desk, state):
        (call,) = api.calls_of("setWebhook")
    assert call.params == {
        "url": f"{URL}/webhook",
        "secret_token": settings_for(api).webhook_secret,
        "allowed_updates": json.dumps(list(UPDATE_KINDS)),
        "max_connections": "100",
        "drop_pending_updates": "false",
    }
    assert api.calls_of("getUpdates") == []


async def test_telegram_hears_of_success_only_after_the_reply_was_sent(
    api: BotApi, desk: EchoDesk, state: State
) -> None:
    sendable = asyncio.Event()
    api.fail("sendMessage", Fault(until=sendable))
    async with hooked(api, desk, state) as hook:
        delivery = asyncio.create_task(hook.deliver(said(api, "one")))
        await api.until(lambda: desk.asked)
        assert not delivery.done()
        sendable.set()
        assert await delivery == 200
    assert texts(api) == ["Echo: one"]


async def test_repeated_and_concurrent_deliveries_are_answered_once(api: BotApi, desk: EchoDesk, state: State) -> None:
    update = said(api, "one")
    async with hooked(api, desk, state) as hook:
        assert await asyncio.gather(*(hook.deliver(update) for _ in range(5))) == [200] * 5
        assert await hook.deliver(update) == 200
    async with hooked(api, desk, state) as hook:
        assert await hook.deliver(update) == 200
    assert texts(api) == ["Echo: one"]


async def test_bursts_are_answered_in_order_in_each_chat(api: BotApi, desk: EchoDesk, state: State) -> None:
    updates = [said(api, f"{number}", user_id=1 + number % 5) for number in range(100)]
    async with hooked(api, desk, state) as hook:
        assert set(await asyncio.gather(*map(hook.deliver, updates))) == {200}
    assert len(api.sent) == 100
    for user in range(1, 6):
        numbers = [int(message["text"][6:]) for message in api.sent if message["chat"]["id"] == user]
        assert len(numbers) == 20
        assert numbers == sorted(numbers)


@pytest.mark.parametrize("secret", [None, "", "wrong", "ü"])
async def test_whoever_does_not_know_the_secret_is_refused(
    api: BotApi, desk: EchoDesk, state: State, secret: str | None
) -> None:
    async with hooked(api, desk, state) as hook:
        assert await hook.post(json.dumps(said(api, "let me in")).encode(), secret) == 403
        assert await hook.deliver(said(api, "one")) == 200
    assert texts(api) == ["Echo: one"]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"{", 400),
        (b"\xff\xfe", 400),
        (b"[]", 400),
        (b"null", 400),
        (b'{"update_id": "7"}', 400),
        (b'{"message": {}}', 400),
        (b'{"update_id": 7}', 200),
        (b'{"update_id": 8, "something_new": {"a": 1}}', 200),
        (b'{"update_id": 9, "message": []}', 500),
        (b'{"update_id": 10, "message": {"chat": []}}', 500),
        (b'{"update_id": 11, "message": {"chat": {"id": "x"}}}', 500),
        (b'{"update_id": 12, "callback_query": []}', 500),
        (b" " * (BODY_LIMIT + 1), 0),
        (b"x" * 10_000_000, 0),
    ],
    ids=lambda value: str(value)[:24],
)
async def test_what_is_no_update_does_no_harm(
    api: BotApi, desk: EchoDesk, state: State, body: bytes, status: int
) -> None:
    async with hooked(api, desk, state) as hook:
        assert await hook.post(body, settings_for(api).webhook_secret) in {status, 400 if status == 0 else status}
        assert await hook.deliver(said(api, "one")) == 200
    assert texts(api) == ["Echo: one"]


async def test_failing_update_is_delivered_again_and_then_set_aside(
    api: BotApi, desk: EchoDesk, state: State, caplog: pytest.LogCaptureFixture
) -> None:
    desk.failures["poison"] = 99
    poison = said(api, "poison", user_id=1)
    async with hooked(api, desk, state) as hook:
        statuses = [await hook.deliver(poison) for _ in range(MOST_TRIES)]
        assert await hook.deliver(said(api, "same chat", user_id=1)) == 200
    assert statuses == [500] * (MOST_TRIES - 1) + [200]
    assert state.aside() == {poison["update_id"]: "ValueError"}
    assert texts(api) == ["Echo: same chat"]
    assert f"Update {poison['update_id']} was set aside: ValueError" in logged(caplog)
    assert "no answer to poison" not in caplog.text


async def test_update_that_failed_once_is_answered_at_the_next_delivery(
    api: BotApi, desk: EchoDesk, state: State
) -> None:
    desk.failures["one"] = len(QUICK.retry_seconds) + 1
    update = said(api, "one")
    async with hooked(api, desk, state) as hook:
        assert [await hook.deliver(update), await hook.deliver(update)] == [500, 200]
    assert texts(api) == ["Echo: one"]


async def test_slow_answer_keeps_telegram_waiting_only_so_long(api: BotApi, desk: EchoDesk, state: State) -> None:
    sendable = asyncio.Event()
    api.fail("sendMessage", Fault(until=sendable))
    update = said(api, "one")
    async with hooked(api, desk, state, pace=replace(QUICK, answer_seconds=0.01)) as hook:
        assert await hook.deliver(update) == 503
        sendable.set()
        await api.until(lambda: api.sent)
        while await hook.deliver(update) != 200:
            pass
    assert texts(api) == ["Echo: one"]
    assert len(desk.asked) == 1


async def test_what_was_begun_is_finished_at_a_stop(api: BotApi, desk: EchoDesk, state: State) -> None:
    sendable = asyncio.Event()
    api.fail("sendMessage", Fault(until=sendable))
    update = said(api, "one")
    async with hooked(api, desk, state) as hook:
        delivery = asyncio.create_task(hook.deliver(update))
        await api.until(lambda: desk.asked)
        stopping = asyncio.create_task(hook.run.stop())
        while await hook.deliver(said(api, "too late")) not in (0, 503):
            pass
        sendable.set()
        await stopping
        assert await delivery in (0, 200)
    assert texts(api) == ["Echo: one"]
    assert state.is_done(update["update_id"])


async def test_bot_killed_before_the_reply_answers_the_next_delivery(api: BotApi, desk: EchoDesk, state: State) -> None:
    api.fail("sendMessage", Fault(until=asyncio.Event()))
    update = said(api, "one")
    async with hooked(api, desk, state) as hook:
        delivery = asyncio.create_task(hook.deliver(update))
        await api.until(lambda: desk.asked)
        await hook.run.kill()
        assert await delivery in (0, 503)
    async with hooked(api, EchoDesk(), state) as hook:
        assert await hook.deliver(update) == 200
    assert texts(api) == ["Echo: one"]


async def test_health_tells_the_truth(api: BotApi, desk: EchoDesk, state: State) -> None:
    api.fail("getMe", *[Fault(502)] * 1000)
    async with hooked(api, desk, state, is_connected=False) as hook:
        hook.run.application.loaded_at = datetime(2031, 3, 5, 6, 7, 8, tzinfo=UTC)
        assert await hook.health() == (
            503,
            {
                "version": __version__,
                "knowledge": {"halvermoor-flood": "2031-03-04"},
                "loaded_at": "2031-03-05T06:07:08+00:00",
                "reload": "well",
                "telegram": "not reached yet",
                "state": "kept",
                "seconds_since_update": None,
            },
        )
        assert await hook.deliver(said(api, "too early")) == 503
        api._faults["getMe"].clear()
        await api.until(lambda: api.calls_of("getMyCommands"))
        assert await hook.deliver(said(api, "one")) == 200
        status, health = await hook.health()
        assert (status, health["telegram"], health["seconds_since_update"]) == (200, "connected", 0)


async def test_health_tells_of_knowledge_with_mistakes(api: BotApi, desk: EchoDesk, state: State) -> None:
    async with hooked(api, desk, state) as hook:
        hook.run.application.has_mistakes = True
        status, health = await hook.health()
        assert (status, health["reload"]) == (200, "failed")


async def test_health_tells_when_nothing_can_be_kept(api: BotApi, desk: EchoDesk, state: State) -> None:
    async with hooked(api, desk, state) as hook:
        state._database.execute("pragma query_only = on")
        assert (await hook.health())[1]["state"] == "not kept"
        state._database.execute("pragma query_only = off")
        assert (await hook.health())[1]["state"] == "kept"


async def test_figures_for_prometheus(api: BotApi, state: State) -> None:
    reader = 2**52 - 1  # as long as an id can be: no figure has these digits by chance
    api.fail("sendMessage", Fault(502))
    async with hooked(api, Desk(town_assistant(), state, records_gaps=True), state) as hook:
        for text in (WHO, "Who?", "When was the sheriff elected?"):
            await hook.deliver(said(api, text, user_id=reader))
        status, page = await hook.get("/metrics")
    figures = dict(line.rsplit(" ", 1) for line in page.splitlines() if not line.startswith("#"))
    assert status == 200
    assert float(figures.pop('factdesk_knowledge_age_seconds{story="halvermoor-flood"}')) == pytest.approx(
        time.time() - datetime(2031, 3, 4, tzinfo=UTC).timestamp(), abs=100
    )
    outcomes = {name: count for name, count in figures.items() if name.startswith("factdesk_questions_total")}
    assert outcomes['factdesk_questions_total{outcome="answered"}'] == "2.0"
    assert sum(map(float, outcomes.values())) == 3
    assert figures['factdesk_calls_total{method="sendMessage"}'] == "3.0"
    assert figures["factdesk_retries_total"] == "1.0"
    assert figures["factdesk_gaps"] == "1.0"
    assert figures["factdesk_update_seconds_count"] == figures['factdesk_update_seconds_bucket{le="+Inf"}'] == "3.0"
    assert [each for each in ("sheriff", "Ilsa", str(reader)) if each in page] == []


async def test_without_the_extra_there_are_no_figures(
    api: BotApi, desk: EchoDesk, state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "prometheus_client", None)
    async with hooked(api, desk, state) as hook:
        assert await hook.get("/metrics") == (404, "metrics are off: pip install factdesk[metrics]\n")


async def test_nothing_secret_is_logged(
    api: BotApi, desk: EchoDesk, state: State, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    secret = settings_for(api).webhook_secret
    async with hooked(api, desk, state) as hook:
        await hook.deliver(said(api, "my words"))
        await hook.post(b"{", secret)
        await hook.post(b"{}", "wrong")
    own = [record for record in caplog.records if record.name.startswith(("bot", "tornado"))]
    shown = "\n".join(record.getMessage() for record in own)
    assert not [each for each in (secret, api.token, "my words") if each in shown]
