"""The bot as a process of its own, and Telegram delivering to it."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Coroutine
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext, suppress
from pathlib import Path
from typing import Any

from tornado.netutil import bind_sockets

from tests.botapi import BotApi
from tests.smalltown import REPOSITORY, write_town


class Bot:
    """The bot as a process, which can be killed and started again."""

    def __init__(self, api: BotApi, folder: Path, mode: str, **environ: str) -> None:
        (free,) = bind_sockets(0, "127.0.0.1")
        port = free.getsockname()[1]
        free.close()
        self.url = f"http://127.0.0.1:{port}"
        folder.mkdir()
        self.log = folder / "log"
        self.knowledge = write_town(folder / "knowledge")
        web = {"WEBHOOK_URL": "https://bot.example", "HOST": "127.0.0.1", "PORT": str(port)}
        self._environ = {
            **{name: value for name, value in os.environ.items() if name not in web},
            "TELEGRAM_TOKEN": api.token,
            "TELEGRAM_API_URL": api.url,
            "KNOWLEDGE_DIR": str(self.knowledge),
            "DATA_DIR": str(folder / "data"),
            "LOG_LEVEL": "DEBUG",
            **(web if mode == "webhook" else {}),
            **environ,
        }
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        with self.log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "bot",
                "run",
                cwd=REPOSITORY,
                env=self._environ,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

    def hang_up(self) -> None:
        """Tells it to look at its knowledge now."""
        assert self._process is not None
        self._process.send_signal(signal.SIGHUP)

    async def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        assert self._process is not None
        self._process.send_signal(number)
        return await self._process.wait()


def pushing(api: BotApi, bot: Bot, mode: str) -> AbstractAsyncContextManager[None]:
    """Telegram delivering to the bot, where that is its way."""
    return meanwhile(api.push(bot.url)) if mode == "webhook" else nullcontext()


@asynccontextmanager
async def meanwhile(work: Coroutine[Any, Any, object]) -> AsyncIterator[None]:
    """Work that goes on until the block ends."""
    task = asyncio.create_task(work)
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


def leaks(bot: Bot, api: BotApi, *texts: str) -> list[str]:
    """What must not stand in the log and does: the token, the webhook's secret, and readers' texts."""
    log = bot.log.read_text(encoding="utf-8")
    secret = str(api.world.webhook.get("secret_token") or "no such secret")
    return [each for each in (api.token.partition(":")[2], secret, *texts) if each in log]
