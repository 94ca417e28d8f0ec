"""What outlives the process: the real file."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from bot.state import (
    DELIVERED_SECONDS,
    EDITABLE_SECONDS,
    GAP_SECONDS,
    MOST_GAPS,
    TALKED_SECONDS,
    Gap,
    State,
    Watch,
)

MINE, OTHER = Watch(7, 7, None, "When?"), Watch(8, -5, 3, "Why?")


def test_all_is_still_there_after_a_restart(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "data"
    with closing(State(folder)) as state:
        for vote in ("up", "up", "down"):
            state.vote("fire", vote)
        state.watch(MINE)
        state.watch(OTHER)
        state.watch(MINE)
        state.note_answer(-5, 1, 7, 2)
    with closing(State(folder)) as state:
        assert state.votes() == {("fire", "up"): 2, ("fire", "down"): 1}
        assert state.watches() == [MINE, OTHER]
        assert (state.answer_to(-5, 1), state.answer_to(-5, 2)) == (2, None)


def test_what_a_reader_takes_back_is_gone_from_the_file(tmp_path: Path) -> None:
    with closing(State(tmp_path)) as state:
        state.watch(Watch(7, 7, None, "Where is my cousin?"))
        state.watch(OTHER)
        state.note_answer(-5, 1, 7, 2)
        state.note_answer(-5, 3, 8, 4)
        state.forget_reader(7)
        assert state.watches() == [OTHER]
        assert (state.answer_to(-5, 1), state.answer_to(-5, 3)) == (None, 4)
    assert b"cousin" not in b"".join(path.read_bytes() for path in tmp_path.iterdir())


def test_chats_are_forgotten_and_followed(tmp_path: Path) -> None:
    with closing(State(tmp_path)) as state:
        state.watch(MINE)
        state.watch(OTHER)
        state.move_chat(-5, -100)
        assert state.watches() == [MINE, Watch(8, -100, None, "Why?")]
        state.forget_chat(-100)
        state.unwatch(MINE)
        assert state.watches() == []


def test_answers_are_forgotten_when_questions_cannot_be_edited_any_more(tmp_path: Path) -> None:
    now = 0.0
    with closing(State(tmp_path, now=lambda: now)) as state:
        state.note_answer(1, 1, 1, 2)
        now = EDITABLE_SECONDS + 1
        state.note_answer(1, 3, 1, 4)
        assert (state.answer_to(1, 1), state.answer_to(1, 3)) == (None, 4)


def test_answered_updates_are_known_and_forgotten_in_time(tmp_path: Path) -> None:
    now = 0.0
    with closing(State(tmp_path, now=lambda: now)) as state:
        state.mark_done(1)
        assert (state.is_done(1), state.is_done(2)) == (True, False)
        now = DELIVERED_SECONDS + 1
        state.mark_done(2)
        state.prune()
        assert (state.is_done(1), state.is_done(2)) == (False, True)


def test_an_update_is_claimed_by_one_until_it_is_given_back_or_answered(tmp_path: Path) -> None:
    with closing(State(tmp_path)) as state:
        assert [state.claim(1), state.claim(1), state.claim(2)] == [True, False, True]
        state.release(1)
        assert [state.claim(1), state.is_done(1)] == [True, False]
        state.mark_done(1)
        state.release(1)
        assert [state.claim(1), state.is_done(1)] == [False, True]
        state.count_try(3)
        assert state.claim(3)


def test_claims_of_a_process_that_is_gone_are_void(tmp_path: Path) -> None:
    with closing(State(tmp_path)) as state:
        assert state.claim(1)
    with closing(State(tmp_path)) as state:
        assert state.claim(1)


def test_where_nothing_can_be_kept_every_update_may_be_taken(tmp_path: Path) -> None:
    with closing(State(tmp_path)) as state:
        state._database.execute("drop table updates")
        assert (state.claim(1), state.is_kept) == (True, False)


def test_conversations_are_gone_on_with_for_a_day(tmp_path: Path) -> None:
    now = 0.0
    with closing(State(tmp_path, now=lambda: now)) as state:
        state.keep_conversation("-5:7", "one")
        state.keep_conversation("-5:7", "two")
    with closing(State(tmp_path, now=lambda: now)) as state:
        assert (state.conversation("-5:7"), state.conversation("-5:8")) == ("two", None)
        now = TALKED_SECONDS + 1
        assert state.conversation("-5:7") is None
        state.prune()
        assert state._rows("select * from conversations") == []


@pytest.mark.parametrize(
    ("forget", "left"),
    [
        (lambda state: state.forget_conversation("-5:7"), ["-5:8", "-57:7", "7:7"]),
        (lambda state: state.forget_reader(7), ["-5:8"]),
        (lambda state: state.forget_chat(-5), ["-57:7", "7:7"]),
        (lambda state: state.move_chat(-5, -100), ["-57:7", "7:7"]),
    ],
    ids=["conversation", "reader", "chat", "moved chat"],
)
def test_conversations_can_be_forgotten(tmp_path: Path, forget: Callable[[State], None], left: list[str]) -> None:
    keys = ["-5:7", "-5:8", "-57:7", "7:7"]
    with closing(State(tmp_path)) as state:
        for key in keys:
            state.keep_conversation(key, "note")
        forget(state)
        assert [key for key in keys if state.conversation(key)] == left


def test_failures_are_counted_until_an_update_is_set_aside(tmp_path: Path) -> None:
    with closing(State(tmp_path)) as state:
        assert [state.count_try(5) for _ in range(3)] == [1, 2, 3]
        assert not state.is_done(5)
        state.set_aside(5, "ValueError")
        assert state.aside() == {5: "ValueError"}
        state.mark_done(5)
        assert state.is_done(5)


def test_questions_without_an_answer_are_counted_until_there_is_one(tmp_path: Path) -> None:
    now = 0.0
    with closing(State(tmp_path, now=lambda: now)) as state:
        for question in ("Why?", "Who won?", "who won?"):
            state.count_gap(question)
            now += 24 * 3600
    with closing(State(tmp_path, now=lambda: now)) as state:
        first, third = datetime.date(1970, 1, 1), datetime.date(1970, 1, 3)
        assert state.gaps() == [Gap("Who won?", 2, third), Gap("Why?", 1, first)]
        state.forget_gap("WHO WON?")
        assert state.gaps() == [Gap("Why?", 1, first)]


def test_questions_that_nobody_asks_any_more_are_forgotten(tmp_path: Path) -> None:
    now = 0.0
    with closing(State(tmp_path, now=lambda: now)) as state:
        state.count_gap("Who won?")
        now = GAP_SECONDS
        state.count_gap("Why?")
        state.prune()
        assert [gap.question for gap in state.gaps()] == ["Why?", "Who won?"]
        now += 24 * 3600
        state.prune()
        assert [gap.question for gap in state.gaps()] == ["Why?"]


def test_questions_without_an_answer_are_bounded(tmp_path: Path) -> None:
    now = 0.0
    with closing(State(tmp_path, now=lambda: now)) as state:
        for number in range(MOST_GAPS + 3):
            now = 24 * 3600 if number < 10 else 0.0
            state.count_gap(f"Question {number}?")
        state.prune()
        kept = {gap.question for gap in state.gaps()}
        assert len(kept) == MOST_GAPS
        assert {f"Question {number}?" for number in range(10)} <= kept
