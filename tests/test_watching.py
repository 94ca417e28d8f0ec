"""Readers who wanted to be told are told once the stories say it, over real HTTP."""

from __future__ import annotations

import pytest

from bot.desk import Desk
from bot.state import State, Watch
from bot.telegram.watching import forget_answered
from tests.botapi import BotApi, Fault
from tests.desk import SEND_PAUSES, logged, running, texts

KNOWN = Watch(1001, 1001, None, "Who ordered the evacuation?")
UNKNOWN = Watch(1001, 1001, None, "How many people drowned?")
IN_TOPIC = Watch(7, -1001234567890, 5, "When did the dam burst?")


async def start(api: BotApi, desk: Desk, state: State, sent: int) -> None:
    for chat in (1001, IN_TOPIC.chat):
        api.say("hello", user_id=1001, chat_id=chat)
    api.world.updates.clear()
    async with running(api, desk, state=state):
        await api.until(lambda: len(api.calls_of("sendMessage")) == sent, 30)
        # It is on its way for ten seconds: by then, all that follows from what was sent is done.
        await api.until(lambda: len(api.calls_of("getUpdates")) > 0, 30)


async def test_answers_go_out_and_what_is_still_unknown_waits(api: BotApi, real: Desk, state: State) -> None:
    for watch in (KNOWN, UNKNOWN, IN_TOPIC):
        state.watch(watch)
    await start(api, real, state, 2)
    assert [text.splitlines()[:2] for text in texts(api)] == [
        [f"You asked: {KNOWN.question}", "Greta Lindqvist"],
        [f"You asked: {IN_TOPIC.question}", "On Sunday 8 June 2031"],
    ]
    assert api.sent[1]["message_thread_id"] == 5
    assert state.watches() == [UNKNOWN]


async def test_what_could_not_be_sent_waits_for_the_next_start(
    api: BotApi, real: Desk, state: State, caplog: pytest.LogCaptureFixture
) -> None:
    state.watch(KNOWN)
    api.fail("sendMessage", *[Fault(502)] * (len(SEND_PAUSES) + 1))
    await start(api, real, state, len(SEND_PAUSES) + 1)
    assert state.watches() == [KNOWN]
    assert not [line for line in logged(caplog) if KNOWN.question in line]


async def test_reader_who_has_blocked_the_bot_is_not_told(api: BotApi, real: Desk, state: State) -> None:
    state.watch(KNOWN)
    api.world.blocked.add(1001)
    await start(api, real, state, 1)
    assert state.watches() == []


async def test_questions_that_have_an_answer_by_now_are_forgotten(api: BotApi, real: Desk, state: State) -> None:
    for question in (KNOWN.question, UNKNOWN.question):
        state.count_gap(question)
    state.watch(KNOWN)
    await start(api, real, state, 1)
    await forget_answered(real, state)
    assert [gap.question for gap in state.gaps()] == [UNKNOWN.question]
