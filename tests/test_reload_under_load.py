"""2,000 questions while the story changes ten times, three times for the worse: all answered, from whole knowledge."""

from __future__ import annotations

import asyncio
import gc
import re
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from bot.answering.handover import start_loading
from bot.desk import Desk
from bot.state import State
from bot.telegram.reloading import REFUSED
from tests.botapi import BotApi
from tests.desk import logged, running
from tests.smalltown import STORY, WHO, write_town

QUESTIONS, AT_ONCE = 2_000, 20
ROUND = (
    WHO,
    "And when?",
    "What destroyed the old bridge?",
    "How many people drowned?",
    "Who won the chess tournament?",
)
"""What each reader asks, one after the other: a follow-up and questions in vain are among it."""
READERS = 50
"""So many ask in turns, so that the knowledge changes within their conversations; then others come."""
VERSIONED = re.compile(r"(says: |quote: |name: |text: |title: )(>-\n +)?")
BREAKS: dict[int, tuple[Callable[[str], str], tuple[str, ...]]] = {
    3: (
        lambda text: text.replace("    who: the flood", "\twho: the flood"),
        ("34: a tab stands here; indent with spaces instead",),
    ),
    6: (
        lambda text: text.replace("near: [bridge-destroyed]", "near: [bridge]"),
        ("41: not_reported.1.near.1: no such fact 'bridge'; known here: evacuation-ordered, bridge-destroyed",),
    ),
    8: (
        lambda text: text[: text.index("tests:")] + 'tests: ["',
        ("42: a quotation mark is opened here and never closed; add the closing one",),
    ),
}
"""Which of the ten changes break the story, how, and what is said of it, by line."""


def version(number: int) -> str:
    """The story, in which all that a reader may see of it has this number."""
    return VERSIONED.sub(lambda found: f"{found[0]}v{number} ", STORY)


def tells(desk: Desk, title: str) -> bool:
    """Whether a desk answers from the story of this title."""
    return desk.stories[0].story.title == title


async def ask(api: BotApi, asked: Counter[int], is_over: asyncio.Event) -> None:
    """Asks at least so many questions, and on until it is over; never more at once than are under way in practice."""
    number = 0
    while number < QUESTIONS or not is_over.is_set():
        # Every message in this world is a question or a reply.
        await api.until(lambda: number - (len(api.world.messages) - number) < AT_ONCE, 30)  # noqa: B023
        crowd, place = divmod(number, READERS * len(ROUND))
        turn, reader = divmod(place, READERS)
        api.say(ROUND[turn], user_id=1 + crowd * READERS + reader)
        asked[1 + crowd * READERS + reader] += 1
        number += 1


async def test_every_question_is_answered_by_one_version(
    api: BotApi, state: State, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "bot.telegram.reloading")
    folder = write_town(tmp_path / "knowledge", flood=version(0))
    story = folder / "stories" / "flood.yaml"
    loading = start_loading(folder)
    desk = Desk(loading(), state, records_gaps=True)
    asked: Counter[int] = Counter()
    is_over = asyncio.Event()
    async with running(api, desk, state=state, loading=loading) as run:
        asking = asyncio.create_task(ask(api, asked, is_over))
        for number in range(1, 11):
            if number in BREAKS:
                story.write_text(BREAKS[number][0](version(number)), encoding="utf-8")
                await api.until(lambda: run.application.has_mistakes, 30)
            else:
                story.write_text(version(number), encoding="utf-8")
                await api.until(partial(tells, desk, f"v{number} Flood in Halvermoor"), 30)
        is_over.set()
        await asking
        await api.until(lambda: len(api.sent) >= asked.total(), 30)
        await api.until(lambda: not api.world.updates, 30)
    gc.unfreeze()

    assert asked.total() >= QUESTIONS
    assert Counter(message["chat"]["id"] for message in api.sent) == asked
    seen = [re.findall(r"\bv(\d+)\b", message["text"]) for message in api.sent]
    assert [versions for versions in seen if len(set(versions)) != 1] == []
    assert {len(versions) > 1 for versions, message in zip(seen, api.sent, strict=True) if "“" in message["text"]} == {
        True
    }
    in_order = [int(versions[0]) for versions in seen]
    assert set(in_order) == set(range(11)) - set(BREAKS)
    assert in_order == sorted(in_order)
    told = [line for line in logged(caplog) if line.startswith(REFUSED)]
    assert told == ["\n".join([REFUSED, *(f"{story}:{line}" for line in said)]) for _, said in BREAKS.values()]
