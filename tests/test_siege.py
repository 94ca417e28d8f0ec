"""The real process with its webhook, while all sorts of senders knock at it: readers are answered all the same."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from pathlib import Path
from typing import Any

import httpx

from bot.settings import Settings
from bot.telegram.webhook import SECRET_HEADER
from tests.botapi import BotApi
from tests.process import Bot, leaks, pushing

REQUESTS, AT_ONCE = 1000, 20
"""As fast as they go: several hundred a second."""
QUESTIONS = 30
TEN_MEGABYTES = b'{"update_id": 1, "text": "' + b"x" * 10_000_000 + b'"}'
BROKEN = (b"", b"{", b"\xff\xfe", b"[]", b"null", b'{"update_id": "7"}', b'{"update_id": 7' + b"[" * 5000)
UNKNOWN: tuple[dict[str, Any], ...] = (
    {"purchased_paid_media": {"from": {"id": 5}}},
    {"something_new": {"text": "overheard"}},
    {"message": {"text": "overheard"}},
    {"message": {"message_id": "x", "date": "overheard", "chat": []}},
    {},
)


def knocks(secret: str) -> list[tuple[bytes, dict[str, str], set[int]]]:
    """Bodies, headers and the statuses that may come of them; 0 stands for a closed connection."""
    update = json.dumps({"update_id": 1, "message": {"text": "overheard"}}).encode()
    known = {SECRET_HEADER: secret}
    strange = [json.dumps({"update_id": 100 + n, **each}).encode() for n, each in enumerate(UNKNOWN)]
    return [
        *((update, headers, {403}) for headers in ({}, {SECRET_HEADER: ""}, {SECRET_HEADER: secret[:-1]})),
        *((body, {SECRET_HEADER: "wrong"}, {403}) for body in BROKEN),
        *((body, known, {400}) for body in BROKEN),
        (TEN_MEGABYTES, known, {0, 400, 413}),
        # What Telegram cannot have meant fails, is delivered again, and is set aside at last.
        *((body, known, {200, 500}) for body in strange),
    ]


async def besiege(url: str, secret: str) -> Counter[bool]:
    """Sends all of the requests, and counts those that were and were not answered as they should be."""
    kinds = knocks(secret)
    seen: Counter[bool] = Counter()
    waiting = iter([kinds[number % len(kinds)] for number in range(REQUESTS)])

    async def knock(client: httpx.AsyncClient) -> None:
        for body, headers, expected in waiting:
            try:
                status = (await client.post("/webhook", content=body, headers=headers)).status_code
            except httpx.TransportError:
                status = 0
            seen[status in expected] += 1

    async with httpx.AsyncClient(base_url=url, timeout=60) as client:
        await asyncio.gather(*(knock(client) for _ in range(AT_ONCE)))
    return seen


async def test_readers_are_answered_during_a_siege(tmp_path: Path) -> None:
    asked: list[dict[str, Any]] = []
    async with BotApi() as api:
        bot = Bot(api, tmp_path / "bot", "webhook")
        secret = Settings.read({"TELEGRAM_TOKEN": api.token}, None).webhook_secret
        await bot.start()
        async with pushing(api, bot, "webhook"):
            asked.append(api.say("How many people drowned?", user_id=1))
            await api.until(lambda: api.sent, 30)
            siege = asyncio.create_task(besiege(bot.url, secret))
            for number in range(QUESTIONS):
                asked.append(api.say("How many people drowned?", user_id=2 + number))
                await api.until(lambda: len(api.sent) == len(asked), 60)
            assert await siege == Counter({True: REQUESTS})
            asked.append(api.say("How many people drowned?", user_id=1))
            await api.until(lambda: len(api.sent) == len(asked), 60)
        assert await bot.stop() == 0
        assert leaks(bot, api, "drowned", "overheard", "xxxx") == []
