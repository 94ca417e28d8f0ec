"""What whoever runs the bot is told, over real HTTP."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import pytest

from bot.state import State
from bot.telegram.alarms import LONGEST, NEWS, SILENT_SECONDS, WAITING, Alarms
from bot.telegram.application import DeskApplication, build_application
from bot.telegram.sending import Limits, PatientRateLimiter
from tests.botapi import BotApi, Fault
from tests.desk import EchoDesk, settings_for, texts
from tests.process import meanwhile

ADMIN = -42
_LOG = logging.getLogger("bot.some.place")


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def alarms(clock: Clock) -> Iterator[Alarms]:
    handler = Alarms(ADMIN, lambda text: text.replace("s3cret", "<secret>"), now=clock)
    logging.getLogger("bot").addHandler(handler)
    yield handler
    logging.getLogger("bot").removeHandler(handler)


@pytest.fixture
def application(api: BotApi, desk: EchoDesk, state: State) -> DeskApplication:
    api.world.chats[ADMIN] = {"id": ADMIN, "type": "supergroup", "title": "Newsroom"}
    limiter = PatientRateLimiter((0.01,), limits=Limits(0, 0, 0))
    return build_application(settings_for(api), desk, state, rate_limiter=limiter)


@asynccontextmanager
async def delivering(alarms: Alarms, application: DeskApplication) -> AsyncIterator[None]:
    async with application.bot, meanwhile(alarms.deliver(application.bot)):
        yield


async def test_errors_before_and_after_the_start_are_told_without_secrets(
    api: BotApi, alarms: Alarms, application: DeskApplication
) -> None:
    _LOG.error("before the start: %s", "s3cret")
    async with delivering(alarms, application):
        await api.until(lambda: len(api.sent) == 1)
        _LOG.critical("after it: %s", "x" * 2000)
        await api.until(lambda: len(api.sent) == 2)
    assert texts(api)[0] == "before the start: <secret>"
    assert len(texts(api)[1]) <= LONGEST
    assert {message["chat"]["id"] for message in api.sent} == {ADMIN}


async def test_what_is_no_error_of_the_bot_is_not_told(
    api: BotApi, alarms: Alarms, application: DeskApplication
) -> None:
    _LOG.warning("only a warning")
    logging.getLogger("httpx").error("of a library")
    try:
        raise ValueError("what a reader wrote")
    except ValueError:
        _LOG.exception("an error")
    async with delivering(alarms, application):
        await api.until(lambda: api.sent)
    assert texts(api) == ["an error"]


async def test_the_same_is_told_once_in_a_while(
    api: BotApi, alarms: Alarms, application: DeskApplication, clock: Clock
) -> None:
    for number in range(100):
        _LOG.error("Update %d was set aside: %s", number, "ValueError")
    clock.now = SILENT_SECONDS - 1
    _LOG.error("Update %d was set aside: %s", 100, "ValueError")
    clock.now = SILENT_SECONDS
    _LOG.error("Update %d was set aside: %s", 101, "ValueError")
    async with delivering(alarms, application):
        await api.until(lambda: len(api.sent) == 2)
    assert texts(api) == ["Update 0 was set aside: ValueError", "Update 101 was set aside: ValueError"]


async def test_news_is_told_each_time_and_even_where_it_is_good(
    api: BotApi, alarms: Alarms, application: DeskApplication
) -> None:
    for _ in range(2):
        _LOG.error("all is %s", "broken", extra=NEWS)
        _LOG.warning("all is %s", "well", extra=NEWS)
    async with delivering(alarms, application):
        await api.until(lambda: len(api.sent) == 4)
    assert texts(api) == ["all is broken", "all is well"] * 2


async def test_a_flood_of_errors_is_bounded(api: BotApi, alarms: Alarms, application: DeskApplication) -> None:
    for number in range(3 * WAITING):
        _LOG.error(f"error {number}")
    async with delivering(alarms, application):
        await api.until(lambda: len(api.sent) == WAITING)
    assert texts(api) == [f"error {number}" for number in range(2 * WAITING, 3 * WAITING)]


async def test_an_administrator_who_cannot_be_reached_causes_no_more_errors(
    api: BotApi, alarms: Alarms, application: DeskApplication, caplog: pytest.LogCaptureFixture
) -> None:
    api.fail("sendMessage", Fault(403, "Forbidden: bot was blocked by the user"))
    _LOG.error("one")
    async with delivering(alarms, application):
        await api.until(lambda: api.calls_of("sendMessage"))
        _LOG.error("two")
        await api.until(lambda: api.sent)
    assert texts(api) == ["two"]
    assert "ADMIN_CHAT_ID could not be told of an error (Forbidden)" in caplog.messages
