from __future__ import annotations

import asyncio
from collections import defaultdict

import pytest

from bot.telegram.sending import Limits, PatientRateLimiter
from tests.botapi import BotApi, Fault
from tests.desk import EchoDesk, answer_all, logged


async def test_send_that_never_succeeds_is_given_up_after_the_last_pause(
    api: BotApi, desk: EchoDesk, caplog: pytest.LogCaptureFixture
) -> None:
    api.fail("sendMessage", *[Fault(502)] * 3)
    update = api.say("my words")
    await answer_all(api, desk, send_pauses=(0.01, 0.02))
    assert api.sent == []
    assert logged(caplog) == [
        "sendMessage failed (NetworkError); next try in 0.01 s",
        "sendMessage failed (NetworkError); next try in 0.02 s",
        f"Update {update['update_id']} was set aside: NetworkError",
    ]
    assert "my words" not in caplog.text


@pytest.mark.parametrize(
    "fault", [Fault(400, "Bad Request: chat not found"), Fault(403, "Forbidden: user is deactivated")]
)
async def test_refusal_is_not_tried_again(api: BotApi, desk: EchoDesk, fault: Fault) -> None:
    api.fail("sendMessage", fault)
    api.say("one")
    await answer_all(api, desk)
    assert [call.status for call in api.calls_of("sendMessage")] == [fault.status]


async def test_plain_text_that_is_refused_too_is_not_tried_again(api: BotApi, desk: EchoDesk) -> None:
    refusal = Fault(400, "Bad Request: can't parse entities: Unclosed start tag at byte offset 0")
    api.fail("sendMessage", refusal, refusal)
    api.say("one")
    await answer_all(api, desk)
    assert [call.params.get("parse_mode") for call in api.calls_of("sendMessage")] == ["HTML", None]


async def test_one_reader_gets_one_message_a_second_while_others_go_on() -> None:
    limiter = PatientRateLimiter(limits=Limits(overall=0, chat=1, group=0))
    done: list[str] = []

    async def call(name: str, chat: int, endpoint: str = "sendMessage") -> None:
        async def sent() -> bool:
            done.append(name)
            return True

        await limiter.process_request(sent, (), {}, endpoint, {"chat_id": chat}, None)

    await asyncio.gather(
        call("first", 1), call("second", 1), call("other", 2), call("edit", 1, "editMessageText"), call("group", -1)
    )
    assert sorted(done[:-1]) == ["edit", "first", "group", "other"]
    assert done[-1] == "second"


class OnTheWay:
    """Calls that arrive when they are let."""

    def __init__(self) -> None:
        self.limiter = PatientRateLimiter(limits=Limits(0, 0, 0))
        self.begun: asyncio.Queue[str] = asyncio.Queue()
        self.arrives: dict[str, asyncio.Event] = defaultdict(asyncio.Event)

    def call(self, name: str, endpoint: str = "sendMessage") -> asyncio.Task[object]:
        async def sent() -> bool:
            self.begun.put_nowait(name)
            return await self.arrives[name].wait()

        call = self.limiter.process_request(sent, (), {}, endpoint, {"chat_id": 1}, None)
        return asyncio.create_task(call)


async def test_a_message_waits_until_the_one_before_has_arrived() -> None:
    """So a bot that is killed leaves one at most of which it does not know whether it arrived."""
    way = OnTheWay()
    calls = [way.call("first"), way.call("second"), way.call("edit", "editMessageText")]
    assert [await way.begun.get(), await way.begun.get()] == ["first", "edit"]
    way.arrives["edit"].set()
    await calls[2]
    assert way.begun.empty()
    way.arrives["first"].set()
    assert await way.begun.get() == "second"
    calls[1].cancel()
    last = way.call("last")
    assert await way.begun.get() == "last"
    way.arrives["last"].set()
    await last


async def test_a_message_that_takes_long_holds_the_others_up_for_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.telegram.sending.ALONE_SECONDS", 0.01)
    way = OnTheWay()
    calls = [way.call("slow"), way.call("second")]
    async with asyncio.timeout(10):
        assert [await way.begun.get(), await way.begun.get()] == ["slow", "second"]
    monkeypatch.setattr("bot.telegram.sending.ALONE_SECONDS", 3600)
    way.arrives["second"].set()
    await calls[1]
    held = way.call("third"), way.call("fourth")
    assert await way.begun.get() == "third"
    way.arrives["slow"].set()
    await calls[0]
    # That the slow one has arrived at last lets nobody pass whom another one holds up.
    way.arrives["fourth"].set()
    assert way.begun.empty()
    way.arrives["third"].set()
    await asyncio.gather(*held)
