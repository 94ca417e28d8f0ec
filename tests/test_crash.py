"""The real process, killed again and again under load: no question is lost, and at most one a kill answered twice."""

from __future__ import annotations

import asyncio
import signal
from collections import Counter
from pathlib import Path
from typing import Any

from tests.botapi import BotApi, Fault
from tests.process import Bot, leaks, pushing

QUESTION = "How many people drowned?"
"""Its refusal quotes it, so that one can tell which question a reply answers."""
QUESTIONS, READERS = 300, 60
KILLS = 4
LATENCY_SECONDS = 0.05


def ask(api: BotApi, count: int, asked: list[dict[str, Any]]) -> None:
    for _ in range(count):
        asked.append(api.say(QUESTION, user_id=1 + len(asked) % READERS))


def replies(api: BotApi) -> Counter[int]:
    """How often each question was answered, by its message's id."""
    return Counter(message["reply_to_message"]["message_id"] for message in api.sent if "reply_to_message" in message)


async def ask_under_attack(api: BotApi, bot: Bot, number: signal.Signals, kills: int) -> list[dict[str, Any]]:
    """Asks half of the questions in bursts and half one by one, stopping the bot in between; returns the updates."""
    asked: list[dict[str, Any]] = []
    await bot.start()
    share = QUESTIONS // (kills + 1) // 2
    for _ in range(kills):
        ask(api, share, asked)
        for _ in range(share):
            ask(api, 1, asked)
            sent = len(api.sent)
            await api.until(lambda: len(api.sent) > sent, 60)  # noqa: B023 - waited for at once
        arrived = api.arrived
        ask(api, 1, asked)
        await api.until(lambda: api.arrived > arrived + 1, 60)  # noqa: B023
        await bot.stop(number)
        await bot.start()
    ask(api, QUESTIONS - len(asked), asked)
    await api.until(lambda: not api.world.updates, 120)
    assert await bot.stop(signal.SIGTERM) == 0
    return asked


async def attacked(folder: Path, mode: str, number: signal.Signals, kills: int, *faults: Fault) -> tuple[int, int]:
    """How many questions were lost, and how many replies were sent twice."""
    async with BotApi() as api:
        api.latency = LATENCY_SECONDS
        api.fail("sendMessage", *faults)
        bot = Bot(api, folder / mode, mode)
        async with pushing(api, bot, mode):
            asked = await ask_under_attack(api, bot, number, kills)
        assert "Connected to Telegram as @desk_bot" in bot.log.read_text(encoding="utf-8")
        assert leaks(bot, api, "drowned") == []
        answered = replies(api)
        lost = [update for update in asked if not answered[update["message"]["message_id"]]]
        return len(lost), sum(answered.values()) - len(asked) + len(lost)


async def both(folder: Path, number: signal.Signals, kills: int, *faults: Fault) -> list[tuple[int, int]]:
    """The same attack on a bot that polls and on one with a webhook, side by side."""
    return await asyncio.gather(*(attacked(folder, mode, number, kills, *faults) for mode in ("polling", "webhook")))


async def test_no_question_is_lost_when_the_process_is_killed(tmp_path: Path) -> None:
    for lost, doubled in await both(tmp_path, signal.SIGKILL, KILLS):
        assert lost == 0
        assert doubled <= KILLS


async def test_none_is_lost_on_a_bad_network(tmp_path: Path) -> None:
    """4 % of the messages are refused for a second, 4 % meet a broken server, 2 % a cut connection."""
    refused = Fault(429, "Too Many Requests: retry after 1", {"retry_after": 1})
    faults = [{0: refused, 25: refused, 10: Fault(502), 35: Fault(502), 20: Fault(cut="before")}.get(n % 50, Fault())
              for n in range(2 * QUESTIONS)]  # fmt: skip
    for lost, doubled in await both(tmp_path, signal.SIGKILL, KILLS, *faults):
        assert lost == 0
        assert doubled <= KILLS


async def test_none_is_lost_or_doubled_when_it_is_told_to_stop(tmp_path: Path) -> None:
    assert await both(tmp_path, signal.SIGTERM, 2) == [(0, 0), (0, 0)]
