"""What is looked after hour by hour: stories that are due for review, and news that could not be sent before."""

from __future__ import annotations

import asyncio
import datetime
from contextlib import closing
from pathlib import Path

import pytest

from bot.answering.assistant import Assistant
from bot.answering.handover import load_assistant
from bot.desk import Desk
from bot.state import GAP_SECONDS, State
from bot.telegram.application import build_application
from bot.telegram.hourly import look_after, remind_of_reviews
from tests.botapi import BotApi
from tests.desk import logged, running, settings_for, texts
from tests.smalltown import STORY, write_town
from tests.storyfiles import changed

DUE = datetime.date(2031, 4, 1)
LINE = (
    "Due for review: halvermoor-flood (since 2031-04-01). "
    "Readers are told so until review_by in the story's file is later"
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    story = changed(STORY, "  as_of: 2031-03-04\n", f"  as_of: 2031-03-04\n  review_by: {DUE}\n")
    return load_assistant(write_town(tmp_path_factory.mktemp("hourly") / "knowledge", flood=story))


def desk_on(assistant: Assistant, days: int) -> Desk:
    """A desk so many days after the story was due."""
    return Desk(assistant, today=lambda: DUE + datetime.timedelta(days))


@pytest.mark.parametrize(("after", "lines"), [(-1, []), (0, [LINE]), (400, [LINE])])
def test_a_review_that_is_due_is_told(
    assistant: Assistant, state: State, caplog: pytest.LogCaptureFixture, after: int, lines: list[str]
) -> None:
    remind_of_reviews(desk_on(assistant, after), state)
    assert logged(caplog) == lines


def test_it_is_told_once_a_day_whatever_restarts(
    assistant: Assistant, state: State, caplog: pytest.LogCaptureFixture
) -> None:
    for days in (0, 0, 1, 1, 1):
        remind_of_reviews(desk_on(assistant, days), state)
    assert logged(caplog) == [LINE, LINE]


def test_a_story_without_a_day_is_never_due(real: Desk, state: State, caplog: pytest.LogCaptureFixture) -> None:
    remind_of_reviews(real, state)
    assert logged(caplog) == []


async def test_the_admin_is_told_by_the_running_bot(
    api: BotApi, assistant: Assistant, state: State, caplog: pytest.LogCaptureFixture
) -> None:
    async with running(api, Desk(assistant, today=lambda: DUE), state=state):
        await api.until(lambda: LINE in logged(caplog), 30)


async def test_what_may_be_kept_no_longer_goes_though_nobody_writes(api: BotApi, real: Desk, tmp_path: Path) -> None:
    now = 0.0
    with closing(State(tmp_path, now=lambda: now)) as state:
        state.count_gap("Who won?")
        now = GAP_SECONDS + 24 * 3600
        async with running(api, real, state=state):
            await api.until(lambda: not state.gaps(), 30)


async def test_news_go_on_being_told_after_a_failure(
    api: BotApi, real: Desk, state: State, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    for story, versions in real.news.versions().items():
        state.followers.note(story, versions)
    state.followers.follow(1001, "orvendale-dam")
    state.followers.note("orvendale-dam", [("bridge-closed", "main", "")])
    api.say("hello")
    api.world.updates.clear()
    letters, failures = state.followers.letters, [ValueError("once")]

    def failing() -> object:
        if failures:
            raise failures.pop()
        return letters()

    monkeypatch.setattr(state.followers, "letters", failing)
    application = build_application(settings_for(api), real, state)
    async with application:
        task = asyncio.create_task(look_after(application.bot, real, state, pause_seconds=0))
        await api.until(lambda: bool(api.sent), 30)
        task.cancel()
        await asyncio.wait([task])
    assert len(texts(api)) == 1
    assert "Followers could not be told: ValueError" in logged(caplog)


def test_review_by_is_a_day(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="review_by: must be a date as YYYY-MM-DD"):
        load_assistant(
            write_town(
                tmp_path / "k", flood=changed(STORY, "as_of: 2031-03-04\n", "as_of: 2031-03-04\n  review_by: soon\n")
            )
        )
