"""Long polling that acknowledges an update to Telegram only once its reply has been sent."""

from __future__ import annotations

import asyncio
import logging
import signal
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from itertools import chain, repeat
from typing import Any, TypeVar

from telegram import Update
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.desk import Desk
from bot.settings import Settings, SettingsError
from bot.state import State
from bot.telegram.application import DeskApplication, build_application
from bot.telegram.logs import set_up_logging

WINDOW = 100
"""The most updates that are under way at once; also the most that Telegram hands out."""

_LOG = logging.getLogger(__name__)
_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class Pace:
    """How long to wait for what, in seconds."""

    poll_seconds: int = 30
    """How long Telegram holds a request while there is nothing new."""
    overlap_seconds: float = 1
    """How long a slow reply may keep the poller from asking for other updates."""
    retry_seconds: tuple[float, ...] = (0.5, 1, 2)
    """Before an update whose handling failed is handled again; then it is set aside."""
    trouble_seconds: tuple[float, ...] = (1, 2, 4, 8, 15, 30)
    """Before Telegram is asked again after an error; the last one repeats."""
    conflict_seconds: float = 30
    """Before Telegram is asked again where another process fetches this bot's updates."""
    grace_seconds: float = 10
    """For what was begun when the bot is told to stop."""


class Poller:
    """Fetches updates, has them answered, and moves the offset past those that are done.

    Updates of one chat are answered in order, those of different chats at once. While one is still under way,
    Telegram is asked from that one on, and hands out what is known already along with what is new.
    """

    def __init__(self, application: DeskApplication, pace: Pace) -> None:
        self._application = application
        self._pace = pace
        self._settling: asyncio.Task[None] | None = None
        self._seen: dict[int, asyncio.Task[None]] = {}
        """By update id: what was handed out and is not acknowledged yet, done or under way."""
        self._last_in_chat: dict[int, asyncio.Task[None]] = {}
        self._offset: int | None = None
        """The first update that is not done; None before the first update."""

    async def fetch_forever(self) -> None:
        """Connects and takes updates until it is cancelled; raises InvalidToken where Telegram refuses the token."""
        await self._insist(self._application.initialize)
        await self._insist(lambda: self._application.bot.delete_webhook(drop_pending_updates=False))
        _LOG.info("Connected to Telegram as @%s, waiting for messages", self._application.bot.username)
        self._settling = asyncio.create_task(self._settle_in())
        while True:
            for update in await self._insist(self._fetch):
                self._take(update)
            if under_way := self._under_way():
                await asyncio.wait(under_way, timeout=self._pace.overlap_seconds)
            self._move_offset()

    async def finish(self) -> None:
        """Lets what was begun end within the grace period and acknowledges what was answered."""
        if under_way := self._under_way():
            await asyncio.wait(under_way, timeout=self._pace.grace_seconds)
        await self.abandon()
        self._move_offset()
        if self._offset is None:
            return
        try:
            # Updates that this call returns stay unacknowledged: only a later offset would confirm them.
            await self._application.bot.fetch_updates(self._offset, limit=1, timeout_seconds=0)
        except TelegramError as error:
            _LOG.warning("The last replies may be sent again: no acknowledgement (%s)", type(error).__name__)

    async def abandon(self) -> None:
        """Ends what is under way at once; Telegram will hand it out again."""
        under_way = self._under_way()
        if self._settling and not self._settling.done():
            under_way.add(self._settling)
        for task in under_way:
            task.cancel()
        if under_way:
            await asyncio.wait(under_way)

    async def _settle_in(self) -> None:
        try:
            await self._application.settle_in()
        except Exception as error:
            # Answering goes on without it; no text, which may hold what a reader asked.
            _LOG.error("What is done once at start failed: %s", type(error).__name__)

    async def _fetch(self) -> list[dict[str, Any]]:
        timeout = 0 if self._seen else self._pace.poll_seconds
        return await self._application.bot.fetch_updates(self._offset, limit=WINDOW, timeout_seconds=timeout)

    def _take(self, raw: dict[str, Any]) -> None:
        update_id = raw["update_id"]
        if update_id in self._seen:
            return
        chat_id = _chat_id(raw)
        task = asyncio.create_task(self._answer(raw, self._last_in_chat.get(chat_id)))
        self._seen[update_id] = task
        self._last_in_chat[chat_id] = task

    async def _answer(self, raw: dict[str, Any], previous: asyncio.Task[None] | None) -> None:
        if previous is not None:
            await asyncio.wait([previous])
        for pause in (*self._pace.retry_seconds, None):
            try:
                await self._application.process_update(Update.de_json(raw, self._application.bot))
                return
            except Exception as error:
                # A call to Telegram has been tried again already.
                if pause is None or isinstance(error, TelegramError):
                    # Neither text nor traceback: both may hold what the reader wrote.
                    _LOG.error("Update %d was set aside: %s", raw["update_id"], type(error).__name__)
                    return
            await asyncio.sleep(pause)

    def _under_way(self) -> set[asyncio.Task[None]]:
        return {task for task in self._seen.values() if not task.done()}

    def _move_offset(self) -> None:
        """Past all updates before the first that is still under way or was abandoned."""
        for update_id in sorted(self._seen):
            task = self._seen[update_id]
            if not task.done() or task.cancelled():
                break
            del self._seen[update_id]
            self._offset = update_id + 1
        under_way = self._under_way()
        self._last_in_chat = {chat: task for chat, task in self._last_in_chat.items() if task in under_way}

    async def _insist(self, call: Callable[[], Awaitable[_Result]]) -> _Result:
        """Makes a call until it succeeds, with growing pauses; only a refused token is raised."""
        pauses = chain(self._pace.trouble_seconds, repeat(self._pace.trouble_seconds[-1]))
        trouble = ""
        while True:
            try:
                result = await call()
            except InvalidToken:
                raise
            except TelegramError as error:
                pause = self._pause_after(error, next(pauses))
                if trouble != type(error).__name__:
                    trouble = type(error).__name__
                    _LOG.warning(_explain(error))
            else:
                if trouble:
                    _LOG.warning("Telegram answers again")
                return result
            await asyncio.sleep(pause)

    def _pause_after(self, error: TelegramError, usual: float) -> float:
        if isinstance(error, Conflict):
            return self._pace.conflict_seconds
        if isinstance(error, RetryAfter):
            asked = error.retry_after
            return max(usual, asked.total_seconds() if isinstance(asked, timedelta) else asked)
        return usual


def _chat_id(raw: dict[str, Any]) -> int:
    """The chat of a message or of a pressed button; other updates, which have none, stand for themselves."""
    content = raw.get("message") or raw.get("edited_message") or raw.get("callback_query", {}).get("message") or {}
    chat_id: int = content.get("chat", {}).get("id", raw["update_id"])
    return chat_id


def _explain(error: TelegramError) -> str:
    if isinstance(error, Conflict):
        return "Another process fetches this bot's updates: stop it, or give this one a token of its own. Trying on."
    return f"Telegram cannot be reached ({type(error).__name__}: {error}). Trying on."


async def run(application: DeskApplication, stop: asyncio.Event, *, pace: Pace | None = None) -> None:
    """Answers updates until `stop` is set, then finishes what was begun.

    Raises InvalidToken where Telegram refuses the token. Being cancelled ends it at once, and what was not
    acknowledged is handed out again to the next run.
    """
    poller = Poller(application, pace or Pace())
    fetching = asyncio.create_task(poller.fetch_forever())
    stopping = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({fetching, stopping}, return_when=asyncio.FIRST_COMPLETED)
        if fetching.done():
            fetching.result()
        await _cancel(fetching)
        await poller.finish()
    finally:
        await _cancel(fetching, stopping)
        await poller.abandon()
        await application.shutdown()
        # The application leaves its connections open where it never got to know its bot.
        await application.bot.shutdown()


async def _cancel(*tasks: asyncio.Task[Any]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)


def run_bot(settings: Settings, desk: Desk, state: State) -> int:
    """Runs the bot until SIGTERM or SIGINT.

    Returns the exit code: 0 when told to stop, 2 where the token is missing or refused, 1 after a defect.
    """
    try:
        application = build_application(settings, desk, state)
    except SettingsError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    set_up_logging(settings)
    try:
        asyncio.run(_run_until_signal(application))
    except InvalidToken:
        _LOG.error("Telegram refuses TELEGRAM_TOKEN: copy the token again from @BotFather, or ask it for a new one")
        return 2
    except Exception:
        # Logged, since a traceback that Python prints itself may show the token.
        _LOG.critical("The bot stopped", exc_info=True)
        return 1
    return 0


async def _run_until_signal(application: DeskApplication) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: loop.call_soon_threadsafe(stop.set))
    await run(application, stop)
