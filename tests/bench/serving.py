"""Serving: processor time an update, latency under load, memory, and the time from start to the first answer."""

from __future__ import annotations

import asyncio
import json
import os
import re
import shutil
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import count, cycle, islice
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import Any

import psutil
from tornado.netutil import bind_sockets

from bot.telegram.webhook import PATH, SECRET_HEADER
from tests.bench.figures import Figures
from tests.bench.material import Material
from tests.botapi import BotApi
from tests.botapi_methods import Json, Params
from tests.smalltown import REPOSITORY

BOTS = ("factdesk", "echo bot")
MODES = ("webhook", "polling")
ROUNDS = 3
UPDATES = 1000
"""By which the processor time of one is measured, as fast as they are answered."""
RATES = (50, 150, 300)
LOADED_SECONDS = 4
HEAD_START_SECONDS = 0.2
"""In which all readers of a load are made ready before the first of them asks."""
GROWTH_UPDATES = 20_000
WARM_UP = 100
AT_ONCE = 16
"""Deliveries that are open at once."""


class Clocked(BotApi):
    """The stand-in, which tells when each chat gets its message."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: dict[int, asyncio.Future[float]] = {}
        self.chats = count(10_000)

    async def answer(self, method: str, params: Params) -> tuple[int, dict[str, Any]]:
        if method == "sendMessage":
            waiting = self.waiting.pop(int(params["chat_id"]), None)
            if waiting and not waiting.done():
                waiting.set_result(time.perf_counter())
        return await super().answer(method, params)


class Hook:
    """Delivers updates over connections that stay open, as Telegram does, with next to no work of its own."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._idle: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = []

    async def deliver(self, update: Json, secret: str) -> None:
        """Delivers an update until it is taken: a bot that is just starting may ask for a second delivery."""
        while not await self._post(update, secret):
            await asyncio.sleep(0.001)

    async def _post(self, update: Json, secret: str) -> bool:
        body = json.dumps(update).encode()
        reader, writer = self._idle.pop() if self._idle else await self._connected()
        head = f"POST {PATH} HTTP/1.1\r\nHost: bot\r\n{SECRET_HEADER}: {secret}\r\n"
        writer.write(f"{head}Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)
        headers = (await reader.readuntil(b"\r\n\r\n")).lower()
        length = re.search(rb"content-length: (\d+)", headers)
        await reader.readexactly(int(length[1]) if length else 0)
        self._idle.append((reader, writer))
        return headers.startswith(b"http/1.1 200")

    async def _connected(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        while True:
            try:
                return await asyncio.open_connection("127.0.0.1", self._port)
            except OSError:
                await asyncio.sleep(0.001)  # it has told Telegram before it listens

    def close(self) -> None:
        """Ends the connections."""
        for _, writer in self._idle:
            writer.close()


@dataclass
class Running:
    """A bot's process under load."""

    api: Clocked
    process: psutil.Process
    hook: Hook
    mode: str
    questions: list[str]

    async def ask(self, number: int, every_seconds: float = 0) -> list[float]:
        """Has so many new readers ask, one every so often or as fast as they are answered; seconds to each answer."""
        free = asyncio.Semaphore(AT_ONCE if not every_seconds else 10_000)
        texts = islice(cycle(self.questions), number)
        began = time.perf_counter() + HEAD_START_SECONDS

        async def one(place: int, text: str) -> float:
            if every_seconds:
                await asyncio.sleep(began + place * every_seconds - time.perf_counter())
            async with free:
                return await self._deliver(text)

        return list(await asyncio.gather(*(one(place, text) for place, text in enumerate(texts))))

    async def _deliver(self, text: str) -> float:
        chat = next(self.api.chats)
        answered = self.api.waiting[chat] = asyncio.get_running_loop().create_future()
        began = time.perf_counter()
        update = self.api.say(text, user_id=chat)
        if self.mode == "webhook":
            self.api.world.updates.remove(update)
            await self.hook.deliver(update, str(self.api.world.webhook["secret_token"]))
        return float(await answered) - began

    def cpu_seconds(self) -> float:
        """What its process has used so far."""
        used = self.process.cpu_times()
        return float(used.user + used.system)

    def megabytes(self) -> float:
        """Its resident memory."""
        return float(self.process.memory_info().rss) / 2**20


@asynccontextmanager
async def running(
    bot: str, mode: str, data: Path, questions: list[str], knowledge: Path = REPOSITORY / "knowledge"
) -> AsyncIterator[tuple[Running, float]]:
    """A bot that has answered its first question, and the seconds from its start until then."""
    (free,) = bind_sockets(0, "127.0.0.1")
    port = free.getsockname()[1]
    free.close()
    web = {"WEBHOOK_URL": "https://bot.example", "HOST": "127.0.0.1", "PORT": str(port)}
    async with Clocked() as api:
        folders = {"KNOWLEDGE_DIR": str(knowledge), "DATA_DIR": str(data)}
        set_ = {"TELEGRAM_TOKEN": api.token, "TELEGRAM_API_URL": api.url, "LOG_LEVEL": "WARNING"}
        environ = {**os.environ, **set_, **folders, **(web if mode == "webhook" else {})}
        began = time.perf_counter()
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "tests.bench.bots",
            bot,
            cwd=REPOSITORY,
            env=environ,
            stderr=asyncio.subprocess.DEVNULL,
        )
        try:
            if mode == "webhook":
                await api.until(lambda: [call for call in api.calls_of("setWebhook") if call.status == 200], 30)
            under_load = Running(api, psutil.Process(process.pid), Hook(port), mode, questions)
            await under_load.ask(1)
            yield under_load, time.perf_counter() - began
            under_load.hook.close()
        finally:
            process.terminate()
            await process.wait()


async def measure(bot: str, mode: str, data: Path, questions: list[str], figures: Figures) -> None:
    """One round of a bot."""
    name = f"{bot}, {mode}"
    if bot == "factdesk":
        # Of a folder elsewhere, nothing is kept beside the code.
        copy = shutil.copytree(REPOSITORY / "knowledge", data / "copy")
        async with running(bot, mode, data / "new", questions, copy) as (_, seconds):
            figures.note(name, "first start to first answer, s", seconds)
    async with running(bot, mode, data / "kept", questions):
        pass
    (data / "kept" / "state.sqlite3").unlink(missing_ok=True)
    async with running(bot, mode, data / "kept", questions) as (under_load, seconds):
        figures.note(name, "start to first answer, s", seconds)
        figures.note(name, "idle, MB", under_load.megabytes())
        await under_load.ask(WARM_UP)
        before = under_load.cpu_seconds()
        await under_load.ask(UPDATES)
        figures.note(name, "CPU an update, ms", (under_load.cpu_seconds() - before) / UPDATES * 1000)
        for rate in RATES:
            seconds_each = await under_load.ask(rate * LOADED_SECONDS, 1 / rate)
            figures.note(name, f"median latency at {rate}/s, ms", median(seconds_each) * 1000)
            figures.note(name, f"p99 latency at {rate}/s, ms", quantiles(seconds_each, n=100)[98] * 1000)


async def measure_growth(data: Path, questions: list[str], figures: Figures) -> None:
    """What many questions leave in memory, beside what the first of them do."""
    async with running("factdesk", "webhook", data, questions) as (under_load, _):
        await under_load.ask(GROWTH_UPDATES // 4)
        before = under_load.megabytes()
        await under_load.ask(GROWTH_UPDATES)
        figures.note("factdesk, webhook", f"after {GROWTH_UPDATES // 4} questions, MB", before)
        figures.note("factdesk, webhook", f"after {GROWTH_UPDATES} more, MB", under_load.megabytes())


def serving(material: Material, figures: Figures) -> None:
    """All bots in turns, so that whatever else this machine does meets them alike."""
    questions = material.texts
    with TemporaryDirectory() as folder:
        for turn in range(ROUNDS):
            for mode in MODES:
                for bot in BOTS:
                    data = Path(folder) / f"{turn}-{mode}-{bot}"
                    asyncio.run(measure(bot, mode, data, questions, figures))
        asyncio.run(measure_growth(Path(folder) / "growth", questions, figures))
