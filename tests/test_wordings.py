"""Questions that are known to be asked."""

from __future__ import annotations

import pytest

from bot.answering.candidates import ENOUGH, Candidate
from bot.answering.wordings import evaluate, kind_agreement
from tests.answeringcases import Room, fact_of


def test_a_known_wording_fits_better_than_any_other(room: Room) -> None:
    best = room.matcher.candidates(room.read("how many people drowned"))[0]
    assert best.target.not_reported is room.story.not_reported[0]
    assert best.fit > 1


@pytest.mark.parametrize(("asked", "known"), [("who", "when"), ("yes_no", "who"), ("topic", "how_many")])
def test_kinds_of_question_that_go_together(asked: str, known: str) -> None:
    assert 0 < kind_agreement(asked, known) == kind_agreement(known, asked) < kind_agreement(asked, asked) == 1
    assert kind_agreement("who", "when") <= kind_agreement(asked, known)


@pytest.mark.parametrize("known", ["why", "when", "how", "how_long"])
def test_that_it_was_so_is_another_question_than_what_takes_it_for_granted(known: str) -> None:
    assert kind_agreement("yes_no", known) < kind_agreement("yes_no", "who")
    assert kind_agreement("topic", known) == kind_agreement("yes_no", "who")


def candidate(room: Room, text: str, wording: str) -> Candidate:
    number = next(
        n for n, each in enumerate(room.index.targets) if each.not_reported and wording in each.not_reported.asks
    )
    return evaluate(room.matcher.weigh(room.read(text)), number, room.index.targets)


def test_who_it_was_before_is_another_question_than_who_it_is(later: Room) -> None:
    wording = "Who was the mayor before Lindqvist?"
    earlier, now = (candidate(later, text, wording) for text in (wording, "Who is the mayor Lindqvist?"))
    assert earlier.fit > 0 == now.fit
    assert now.score < ENOUGH <= earlier.score


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("What else did the lighthouse keepers say?", "divers-unknown"),
        ("What did the lighthouse keepers say?", "not_in_source"),
    ],
)
def test_what_else_there_is_is_another_question(harbour: Room, text: str, answers: str) -> None:
    assert fact_of(harbour.ask(text)) == answers
