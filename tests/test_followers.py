"""Followers in the state: what becomes news, who is told how far, and what is left of a reader."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from bot.followers import Letter
from bot.state import State

READER, OTHER = 1001, 1002
MAIN, FIXED, GONE = ("a", "main", "1"), ("a", "corrected", "2"), ("a", "withdrawn", "3")


def facts(letters: list[Letter]) -> list[tuple[int, str, list[str]]]:
    return [(letter.reader, letter.story, [fact for _number, fact in letter.news]) for letter in letters]


def test_what_is_known_at_the_first_sight_of_a_story_is_no_news(state: State) -> None:
    state.followers.follow(READER, "dam")
    state.followers.note("dam", [MAIN, ("b", "corrected", "1")])
    state.followers.follow(OTHER, "dam")
    assert state.followers.letters() == []


def test_a_story_that_had_nothing_to_announce_is_known_too(state: State) -> None:
    state.followers.note("dam", [])
    state.followers.follow(READER, "dam")
    state.followers.note("dam", [FIXED])
    assert facts(state.followers.letters()) == [(READER, "dam", ["a"])]


@pytest.mark.parametrize(
    ("before", "after", "is_news"),
    [
        ([], [MAIN], True),
        ([], [FIXED], True),
        ([], [GONE], True),
        ([MAIN], [MAIN], False),
        ([MAIN], [("a", "main", "other words")], False),
        ([MAIN], [FIXED], True),
        ([MAIN], [GONE], True),
        ([FIXED], [FIXED], False),
        ([FIXED], [("a", "corrected", "once more")], True),
        ([FIXED], [MAIN], False),
        ([FIXED], [GONE], True),
        ([GONE], [GONE], False),
        ([GONE], [MAIN], True),
        ([MAIN], [], False),
    ],
)
def test_what_is_news(
    state: State, before: list[tuple[str, str, str]], after: list[tuple[str, str, str]], *, is_news: bool
) -> None:
    state.followers.note("dam", before)
    state.followers.follow(READER, "dam")
    state.followers.note("dam", after)
    assert facts(state.followers.letters()) == ([(READER, "dam", ["a"])] if is_news else [])


def test_a_fact_that_was_away_is_not_announced_again(state: State) -> None:
    state.followers.note("dam", [MAIN])
    state.followers.follow(READER, "dam")
    for versions in ([], [MAIN]):
        state.followers.note("dam", versions)
    assert state.followers.letters() == []


def test_each_is_told_what_is_new_since_then(state: State) -> None:
    state.followers.note("dam", [])
    state.followers.follow(READER, "dam")
    state.followers.note("dam", [MAIN])
    state.followers.follow(OTHER, "dam")
    state.followers.note("dam", [MAIN, ("b", "main", "1")])
    assert facts(state.followers.letters()) == [(READER, "dam", ["a", "b"]), (OTHER, "dam", ["b"])]


def test_stories_are_followed_one_by_one(state: State) -> None:
    for story in ("dam", "fire"):
        state.followers.note(story, [])
    state.followers.follow(READER, "dam")
    state.followers.note("fire", [MAIN])
    assert state.followers.letters() == []
    state.followers.follow(READER, "fire")
    assert state.followers.stories(READER) == ["dam", "fire"]
    state.followers.note("fire", [FIXED])
    state.followers.note("dam", [MAIN])
    assert facts(state.followers.letters()) == [(READER, "dam", ["a"]), (READER, "fire", ["a"])]
    state.followers.unfollow(READER, "dam")
    assert facts(state.followers.letters()) == [(READER, "fire", ["a"])]


def letter(state: State) -> Letter:
    state.followers.note("dam", [])
    state.followers.follow(READER, "dam")
    state.followers.note("dam", [MAIN, ("b", "main", "1")])
    (found,) = state.followers.letters()
    return found


def test_what_was_told_is_told_once(state: State) -> None:
    found = letter(state)
    assert state.followers.mark_told(found, found.news[0][0], "2031-06-01")
    assert not state.followers.mark_told(found, found.news[0][0], "2031-06-01")
    assert facts(state.followers.letters()) == [(READER, "dam", ["b"])]


def test_messages_are_counted_by_day(state: State) -> None:
    found = letter(state)
    state.followers.mark_told(found, found.news[0][0], "2031-06-01")
    (rest,) = state.followers.letters()
    assert (state.followers.sent(READER, "2031-06-01"), state.followers.sent(READER, "2031-06-02")) == (1, 0)
    state.followers.mark_told(rest, rest.news[0][0], "2031-06-01")
    assert state.followers.sent(READER, "2031-06-01") == 2
    assert state.followers.sent(OTHER, "2031-06-01") == 0


def test_what_could_not_be_sent_is_still_to_be_told(state: State) -> None:
    found = letter(state)
    state.followers.mark_told(found, found.news[1][0], "2031-06-01")
    state.followers.take_back(found, found.news[1][0])
    assert state.followers.letters() == [found]
    assert state.followers.sent(READER, "2031-06-01") == 0


def test_a_late_failure_brings_nothing_back_that_was_told_since(state: State) -> None:
    found = letter(state)
    state.followers.mark_told(found, found.news[0][0], "2031-06-01")
    (rest,) = state.followers.letters()
    state.followers.mark_told(rest, rest.news[0][0], "2031-06-01")
    state.followers.take_back(found, found.news[0][0])
    assert state.followers.letters() == []


@pytest.mark.parametrize("end", ["unfollow", "forget", "forget_reader", "forget_chat"])
def test_whoever_ended_it_is_told_nothing(state: State, end: str) -> None:
    found = letter(state)
    state.followers.follow(OTHER, "dam")
    ends = {
        "unfollow": lambda: state.followers.unfollow(READER, "dam"),
        "forget": lambda: state.followers.forget(READER),
        "forget_reader": lambda: state.forget_reader(READER),
        "forget_chat": lambda: state.forget_chat(READER),
    }
    ends[end]()
    assert state.followers.letters() == []
    assert not state.followers.mark_told(found, found.news[0][0], "2031-06-01")
    assert (state.followers.stories(READER), state.followers.stories(OTHER)) == ([], ["dam"])


def test_it_outlives_a_restart(tmp_path: Path) -> None:
    with closing(State(tmp_path)) as state:
        found = letter(state)
    with closing(State(tmp_path)) as state:
        assert state.followers.letters() == [found]
