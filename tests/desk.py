"""A bot under test: a small answerer, and the real application run against the Bot API stand-in."""

from __future__ import annotations

import asyncio
import datetime
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from bot.answering.assistant import Assistant
from bot.answering.handover import Loading, load_assistant
from bot.answering.reply import Citation, Reply
from bot.desk import Desk
from bot.settings import Settings
from bot.state import State
from bot.telegram.application import DeskApplication, build_application
from bot.telegram.reloading import Reloader
from bot.telegram.running import delivery_for, run
from bot.telegram.sending import Limits, PatientRateLimiter
from bot.telegram.work import Pace
from tests.botapi import BotApi
from tests.botapi_methods import Json
from tests.smalltown import write_town

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
LOOK_SECONDS = 0.02


@cache
def town_assistant() -> Assistant:
    """An assistant that knows the small town's story."""
    with TemporaryDirectory() as folder:
        return load_assistant(write_town(Path(folder) / "knowledge"))


class EchoDesk(Desk):
    """Answers with the question, and notes what it was asked; all else it has from the small town's story."""

    def __init__(self) -> None:
        super().__init__(town_assistant())
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

    def __init__(self, application: DeskApplication, task: asyncio.Task[None], stop: asyncio.Event) -> None:
        self.application, self._task, self._stop = application, task, stop

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
    desk: Desk,
    *,
    state: State | None = None,
    pace: Pace = QUICK,
    send_pauses: tuple[float, ...] = SEND_PAUSES,
    loading: Loading | None = None,
    **environ: str,
) -> AsyncIterator[Run]:
    """The bot, running until the block ends; with `loading`, its knowledge is looked after."""
    with TemporaryDirectory() as folder, closing(State(Path(folder))) as own:
        kept = state or own
        limiter = PatientRateLimiter(send_pauses, limits=Limits(0, 0, 0))
        settings = settings_for(api, **environ)
        application = build_application(settings, desk, kept, rate_limiter=limiter)
        if loading:
            application.chores.append(Reloader(application, loading, look_seconds=LOOK_SECONDS).keep_current)
        stop = asyncio.Event()
        task = asyncio.create_task(run(application, delivery_for(application, kept, settings, pace), stop))
        try:
            yield Run(application, task, stop)
        finally:
            task.cancel()
            await asyncio.wait([task])


async def answer_all(
    api: BotApi, desk: Desk, *, state: State | None = None, send_pauses: tuple[float, ...] = SEND_PAUSES
) -> None:
    """Runs the bot until it has acknowledged all that was said."""
    async with running(api, desk, state=state, send_pauses=send_pauses):
        await api.until(lambda: not api.world.updates and api.calls_of("getUpdates"), 30)


async def ask(api: BotApi, desk: Desk, state: State, text: str, **fields: Json) -> dict[str, Any]:
    """What the bot sends last after a message."""
    api.say(text, **fields)
    await answer_all(api, desk, state=state)
    return api.sent[-1]


def buttons(message: dict[str, Any]) -> list[list[str]]:
    """What stands on the buttons below a message, row by row."""
    return [[button["text"] for button in row] for row in message["reply_markup"]["inline_keyboard"]]


def texts(api: BotApi) -> list[str]:
    """What the bot sent."""
    return [message["text"] for message in api.sent]


def logged(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What the bot itself logged."""
    return [record.getMessage() for record in caplog.records if record.name.startswith("bot.")]
