"""A bot under test: a small answerer, and the real application run against the Bot API stand-in."""

from __future__ import annotations

import asyncio
import datetime
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.answering.reply import Citation, Reply
from bot.settings import Settings
from bot.telegram.application import build_application
from bot.telegram.polling import Pace, run
from tests.botapi import BotApi

DAY = datetime.date(2022, 1, 6)
AS_OF = "Reported as of 6 January 2022."
CITATION = Citation(
    fact="palace-stormed",
    source="Al Jazeera",
    title="Kazakh police",
    url="https://www.aljazeera.com/news/2022/1/6/kazakh-police",
    published=DAY,
    paragraph=7,
    quote="stormed the presidential palace",
    place="Al Jazeera, 6 January 2022, paragraph 7",
)
QUICK = Pace(
    poll_seconds=10,
    overlap_seconds=0.05,
    retry_seconds=(0.01, 0.01),
    trouble_seconds=(0.01, 0.02),
    conflict_seconds=0.05,
    grace_seconds=5,
)
SEND_PAUSES = (0.01, 0.01, 0.01)


class EchoDesk:
    """Answers with the question, and notes what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []
        self.replies: dict[str, Reply] = {}
        """Replies to certain questions."""
        self.failures: dict[str, int] = {}
        """How often a certain question is to fail."""

    def reply(self, utterance: str, conversation_key: str) -> Reply:
        self.asked.append((utterance, conversation_key))
        if self.failures.get(utterance, 0):
            self.failures[utterance] -= 1
            raise ValueError(f"no answer to {utterance}")
        return self.replies.get(utterance) or Reply("answered", statement=f"Echo: {utterance}")

    def start(self, conversation_key: str) -> Reply:
        self.asked.append(("/start", conversation_key))
        return Reply("small_talk", statement="Welcome.")

    def help(self) -> Reply:
        return Reply("small_talk", statement="Ask me about the story.")


class Run:
    """A running bot."""

    def __init__(self, task: asyncio.Task[None], stop: asyncio.Event) -> None:
        self._task, self._stop = task, stop

    async def stop(self) -> None:
        """Ends it as SIGTERM does; raises what it raised."""
        self._stop.set()
        await self._task

    async def kill(self) -> None:
        """Ends it at once, with nothing finished or acknowledged."""
        self._task.cancel()
        await asyncio.wait([self._task])

    async def ended(self) -> BaseException | None:
        """Waits until it ends by itself; returns why."""
        await asyncio.wait([self._task], timeout=10)
        return self._task.exception()


def settings_for(api: BotApi, **environ: str) -> Settings:
    """Settings that lead to the stand-in."""
    return Settings.read({"TELEGRAM_TOKEN": api.token, "TELEGRAM_API_URL": api.url, **environ}, None)


@asynccontextmanager
async def running(
    api: BotApi,
    desk: EchoDesk,
    *,
    pace: Pace = QUICK,
    send_pauses: tuple[float, ...] = SEND_PAUSES,
    **environ: str,
) -> AsyncIterator[Run]:
    """The bot, running until the block ends."""
    application = build_application(settings_for(api, **environ), desk, send_pauses=send_pauses)
    stop = asyncio.Event()
    task = asyncio.create_task(run(application, stop, pace=pace))
    try:
        yield Run(task, stop)
    finally:
        task.cancel()
        await asyncio.wait([task])


async def answer_all(api: BotApi, desk: EchoDesk, *, send_pauses: tuple[float, ...] = SEND_PAUSES) -> None:
    """Runs the bot until it has acknowledged all that was said."""
    async with running(api, desk, send_pauses=send_pauses):
        await api.until(lambda: not api.world.updates and api.calls_of("getUpdates"), 30)


def texts(api: BotApi) -> list[str]:
    """What the bot sent."""
    return [message["text"] for message in api.sent]


def logged(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What the bot itself logged."""
    return [record.getMessage() for record in caplog.records if record.name.startswith("bot.")]
