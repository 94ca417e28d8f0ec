"""Tells whoever runs the bot what goes wrong: every error in the bot's own log is sent to ADMIN_CHAT_ID.

Of lines that are no errors, those are sent that are logged with `extra=NEWS`: that something is well again.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections import deque
from collections.abc import Callable

from telegram import Bot
from telegram.error import TelegramError

from bot.telegram.rendering import cut

NEWS = {"is_news": True}
"""For lines that are told in any case: whoever logs one sees to it that it tells something new."""
SILENT_SECONDS = 3600.0
"""So long the same error is not told again."""
WAITING = 20
"""Errors that wait to be sent; beyond that the oldest are only in the log."""
LONGEST = 1000
"""UTF-16 units of one message."""

_LOG = logging.getLogger(__name__)


class Alarms(logging.Handler):
    """Collects errors, from any thread, and sends them while `deliver` runs.

    A line of the log has no secret and nothing of a reader; a traceback, which may, is never sent.
    """

    def __init__(self, chat: int, redact: Callable[[str], str], *, now: Callable[[], float] = time.monotonic) -> None:
        """`redact` takes secrets out of a text."""
        super().__init__(logging.WARNING)
        self._chat = chat
        self._redact = redact
        self._now = now
        self._waiting: deque[str] = deque(maxlen=WAITING)
        self._told: dict[str, float] = {}
        self._news = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Takes an error of the log, unless the same was told of late, and all news."""
        is_news = getattr(record, "is_news", False)
        if record.levelno < logging.ERROR and not is_news:
            return
        now = self._now()
        self._told = {kind: at for kind, at in self._told.items() if now - at < SILENT_SECONDS}
        # By what the line says in general: not once for each of a hundred updates.
        kind = str(record.msg)
        if kind in self._told and not is_news:
            return
        self._told[kind] = now
        self._waiting.append(cut(self._redact(record.getMessage()), LONGEST))
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._news.set)

    async def deliver(self, bot: Bot) -> None:
        """Sends what has come and what will come, until it is cancelled."""
        self._loop = asyncio.get_running_loop()
        while True:
            while self._waiting:
                await self._send(bot, self._waiting.popleft())
            self._news.clear()
            await self._news.wait()

    async def _send(self, bot: Bot, text: str) -> None:
        try:
            await bot.send_message(self._chat, text)
        except TelegramError as error:
            _LOG.warning("ADMIN_CHAT_ID could not be told of an error (%s)", type(error).__name__)
