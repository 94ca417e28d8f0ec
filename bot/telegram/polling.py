"""Long polling that acknowledges an update to Telegram only once its reply has been sent."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from telegram.error import TelegramError

from bot.state import State
from bot.telegram.application import DeskApplication
from bot.telegram.handlers import UPDATE_KINDS
from bot.telegram.work import Pace, Work, insist, keep_house

WINDOW = 100
"""The most updates that are under way at once; also the most that Telegram hands out."""

_LOG = logging.getLogger(__name__)


class Poller:
    """Fetches updates, has them answered, and moves the offset past those that are done.

    While one is still under way, Telegram is asked from that one on, and hands out what is known already along with
    what is new.
    """

    def __init__(self, application: DeskApplication, state: State, pace: Pace) -> None:
        self._application = application
        self._pace = pace
        self._work = Work(application, state, pace)
        self._seen: dict[int, asyncio.Task[str]] = {}
        """By update id: what was handed out and is not acknowledged yet, done or under way."""
        self._offset: int | None = None
        """The first update that is not done; None before the first update."""

    async def serve(self) -> None:
        """Connects and takes updates until it is cancelled; raises InvalidToken where Telegram refuses the token."""
        await insist(self._application.initialize, self._pace)
        await insist(lambda: self._application.bot.delete_webhook(drop_pending_updates=False), self._pace)
        _LOG.info("Connected to Telegram as @%s, waiting for messages", self._application.bot.username)
        house = asyncio.create_task(keep_house(self._application))
        try:
            while True:
                for raw in await insist(self._fetch, self._pace):
                    self._take(raw)
                if under_way := self._under_way():
                    await asyncio.wait(under_way, timeout=self._pace.overlap_seconds)
                self._move_offset()
        finally:
            house.cancel()

    async def finish(self) -> None:
        """Lets what was begun end within the grace period and acknowledges what was answered."""
        await self._work.finish()
        self._move_offset()
        if self._offset is None:
            return
        try:
            # Updates that this call returns stay unacknowledged: only a later offset would confirm them.
            await self._application.bot.fetch_updates(self._offset, kinds=UPDATE_KINDS, limit=1, timeout_seconds=0)
        except TelegramError as error:
            _LOG.warning("The last replies may be sent again: no acknowledgement (%s)", type(error).__name__)

    async def abandon(self) -> None:
        """Ends what is under way at once; Telegram will hand it out again."""
        await self._work.abandon()

    async def _fetch(self) -> list[dict[str, Any]]:
        timeout = 0 if self._seen else self._pace.poll_seconds
        bot = self._application.bot
        return await bot.fetch_updates(self._offset, kinds=UPDATE_KINDS, limit=WINDOW, timeout_seconds=timeout)

    def _take(self, raw: dict[str, Any]) -> None:
        if raw["update_id"] not in self._seen:
            self._seen[raw["update_id"]] = self._work.take(raw)

    def _under_way(self) -> set[asyncio.Task[str]]:
        return {task for task in self._seen.values() if not task.done()}

    def _move_offset(self) -> None:
        """Past all updates before the first that is still under way or was abandoned."""
        for update_id in sorted(self._seen):
            task = self._seen[update_id]
            if not task.done() or task.cancelled():
                break
            if error := task.result():
                self._work.set_aside(update_id, error)
            del self._seen[update_id]
            self._offset = update_id + 1
