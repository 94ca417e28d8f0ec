"""Answers updates, however they come: in order in one chat, at once in different ones, and each of them once."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from itertools import chain, repeat
from typing import Any, TypeVar

from telegram import Update
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.state import State
from bot.telegram.application import DeskApplication
from bot.telegram.heap import Tidying
from bot.telegram.metrics import Durations

ELSEWHERE = "another process answers it"
"""In place of an error's name: whether that succeeds is not known yet."""

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
    """Before an update whose handling failed is handled again; then it has failed."""
    trouble_seconds: tuple[float, ...] = (1, 2, 4, 8, 15, 30)
    """Before Telegram is asked again after an error; the last one repeats."""
    conflict_seconds: float = 30
    """Before Telegram is asked again where another process fetches this bot's updates."""
    answer_seconds: float = 45
    """How long a delivery by webhook is kept waiting: Telegram gives up after a minute."""
    grace_seconds: float = 10
    """For what was begun when the bot is told to stop."""


class Work:
    """The updates that are under way. What was answered is marked in the state, and never answered again."""

    def __init__(self, application: DeskApplication, state: State, pace: Pace) -> None:
        self._application = application
        self._state = state
        self._pace = pace
        self._tidying = Tidying()
        self._under_way: dict[int, asyncio.Task[str]] = {}
        """By update id."""
        self._last_in_chat: dict[int, asyncio.Task[str]] = {}
        self.answered = Durations()
        """From an update's arrival until it was answered."""

    def take(self, raw: dict[str, Any]) -> asyncio.Task[str]:
        """Begins to answer an update, or goes on with it where it is under way already.

        The task returns the name of the error where the update failed, and nothing where it was answered.
        """
        update_id = raw["update_id"]
        if task := self._under_way.get(update_id):
            return task
        chat = _chat_id(raw)
        task = asyncio.create_task(self._answer(raw, self._last_in_chat.get(chat)))
        self._under_way[update_id] = self._last_in_chat[chat] = task
        task.add_done_callback(lambda done: self._forget(update_id, chat, done))
        return task

    def set_aside(self, update_id: int, error: str) -> None:
        """Gives an update up: it is noted, without anything that a reader wrote, and blocks nobody."""
        self._state.set_aside(update_id, error)
        self._state.mark_done(update_id)
        _LOG.error("Update %d was set aside: %s", update_id, error)

    async def finish(self) -> None:
        """Lets what was begun end within the grace period, and ends the rest."""
        if self._under_way:
            await asyncio.wait(self._under_way.values(), timeout=self._pace.grace_seconds)
        await self.abandon()

    async def abandon(self) -> None:
        """Ends what is under way at once; Telegram will hand it out again."""
        tasks = list(self._under_way.values())
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)

    async def _answer(self, raw: dict[str, Any], previous: asyncio.Task[str] | None) -> str:
        began = time.monotonic()
        if previous is not None:
            await asyncio.wait([previous])
        if not self._state.claim(raw["update_id"]):
            return "" if self._state.is_done(raw["update_id"]) else ELSEWHERE
        error = "interrupted"
        try:
            error = await self._answer_claimed(raw)
        finally:
            if error:
                self._state.release(raw["update_id"])
        if not error:
            self.answered.note(time.monotonic() - began)
            self._tidying.note()
        return error

    async def _answer_claimed(self, raw: dict[str, Any]) -> str:
        try:
            update = Update.de_json(raw, self._application.bot)
        except Exception as error:
            return type(error).__name__  # it will be no more readable later
        for pause in (*self._pace.retry_seconds, None):
            try:
                await self._application.process_update(update)
            except Exception as error:
                # Neither text nor traceback: both may hold what the reader wrote. Calls were tried again already.
                if pause is None or isinstance(error, TelegramError):
                    return type(error).__name__
            else:
                self._state.mark_done(raw["update_id"])
                return ""
            await asyncio.sleep(pause)
        return ""

    def _forget(self, update_id: int, chat: int, task: asyncio.Task[str]) -> None:
        self._under_way.pop(update_id, None)
        if self._last_in_chat.get(chat) is task:
            del self._last_in_chat[chat]


async def keep_house(application: DeskApplication) -> None:
    """What is done beside answering, which goes on where it fails; ends only by being cancelled."""
    await asyncio.gather(_settle(application), *map(_keep, application.chores))


async def _settle(application: DeskApplication) -> None:
    """Settles in at the start, and again whenever the knowledge was renewed."""
    while True:
        application.is_renewed.clear()
        await _keep(application.settle_in)
        await application.is_renewed.wait()


async def _keep(chore: Callable[[], Awaitable[None]]) -> None:
    try:
        await chore()
    except Exception as error:
        # No text, which may hold what a reader asked.
        _LOG.error("What is done beside answering failed: %s", type(error).__name__)


async def insist(call: Callable[[], Awaitable[_Result]], pace: Pace) -> _Result:
    """Makes a call to Telegram until it succeeds, with growing pauses; only a refused token is raised."""
    pauses = chain(pace.trouble_seconds, repeat(pace.trouble_seconds[-1]))
    trouble = ""
    while True:
        try:
            result = await call()
        except InvalidToken:
            raise
        except TelegramError as error:
            pause = _pause_after(error, next(pauses), pace)
            if trouble != type(error).__name__:
                trouble = type(error).__name__
                _LOG.log(logging.ERROR if isinstance(error, Conflict) else logging.WARNING, _explain(error))
        else:
            if trouble:
                _LOG.warning("Telegram answers again")
            return result
        await asyncio.sleep(pause)


def _pause_after(error: TelegramError, usual: float, pace: Pace) -> float:
    if isinstance(error, Conflict):
        return pace.conflict_seconds
    if isinstance(error, RetryAfter):
        asked = error.retry_after
        return max(usual, asked.total_seconds() if isinstance(asked, timedelta) else asked)
    return usual


def _explain(error: TelegramError) -> str:
    if isinstance(error, Conflict):
        return "Another process fetches this bot's updates: stop it, or give this one a token of its own. Trying on."
    return f"Telegram cannot be reached ({type(error).__name__}: {error}). Trying on."


def _chat_id(raw: dict[str, Any]) -> int:
    """The chat of a message or of a pressed button; other updates, which have none, stand for themselves."""
    try:
        content = raw.get("message") or raw.get("edited_message") or raw.get("callback_query", {}).get("message") or {}
        return int(content.get("chat", {}).get("id", raw["update_id"]))
    except (AttributeError, TypeError, ValueError):
        return int(raw["update_id"])  # not as Telegram writes it; reading it all will fail
