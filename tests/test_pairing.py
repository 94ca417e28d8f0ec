"""Whether something is what it is asked to be."""

from __future__ import annotations

import pytest

from bot.answering.candidates import Candidate
from bot.answering.pairing import Pairing, tells_what_it_is
from tests.answeringcases import Room, fact_of


@pytest.mark.parametrize(
    ("question", "answers", "says"),
    [
        ("Is Greta Lindqvist a mayor?", "lindqvist", "Yes."),
        ("Is Greta Lindqvist a politician?", "lindqvist", "Greta Lindqvist is the mayor"),
        ("Is Greta Lindqvist a woman?", "lindqvist", "Greta Lindqvist is the mayor"),
        ("Is Greta Lindqvist a general?", "not_in_source", "The article does not say so."),
        ("Is Greta Lindqvist a town?", "not_in_source", "The article does not say so."),
        ("Is Brukner a king?", "not_in_source", "The article does not say so."),
        ("Is Brukner a minister?", "brukner", "Yes."),
    ],
)
def test_what_sort_somebody_is_of(room: Room, question: str, answers: str, says: str) -> None:
    reply = room.ask(question)
    assert (fact_of(reply), reply.text.startswith(says)) == (answers, True), reply.text


@pytest.mark.parametrize(
    ("question", "fact", "loose", "is_loosely_so"),
    [
        ("Was Lindqvist there?", "0:lindqvist", (), True),
        ("Was Greta Lindqvist there?", "0:lindqvist", (), True),
        ("Was Greta Lindqvist in Orvendale?", "0:lindqvist", (), False),
        ("Was Lindqvist there?", "evacuation", (), False),
        ("Was anybody of Lindqvist there?", "0:lindqvist", (), False),
        ("Is Lindqvist safe?", "evacuation", ("safe",), True),
        ("Is Lindqvist safe?", "evacuation", (), False),
        ("Is Lindqvist still mayor?", "evacuation", ("still",), False),
        ("Is the evacuation cheap?", "evacuation", ("cheap",), True),
        ("Is the evacuation a boat?", "evacuation", ("boat",), False),
        ("Are the boats sorry?", "evacuation", (), True),
        ("Is there a cheap evacuation?", "evacuation", ("cheap",), False),
        ("Was Lindqvist sent?", "evacuation", ("sent",), False),
        ("What is Lindqvist's salary?", "evacuation", ("salary",), True),
        ("What did Lindqvist order?", "evacuation", ("order",), False),
        ("Who is Lindqvist's deputy?", "evacuation", ("deputy",), True),
    ],
)
def test_what_is_told_by_a_mere_synonym(
    room: Room, question: str, fact: str, loose: tuple[str, ...], is_loosely_so: bool
) -> None:
    target = room.index.cards[fact] if fact in room.index.cards else room.index.fact(0, fact)
    found = Candidate(target, None, 1.0, loose=loose)
    assert Pairing(room.index).is_loosely_so(found, room.read(question)) is is_loosely_so


@pytest.mark.parametrize(
    ("question", "score", "loose", "is_loosely_so"),
    [
        ("Why is Lindqvist important?", 0.84, ("important",), True),
        ("Why is Lindqvist important?", 0.85, ("important",), False),
        ("Why is Lindqvist important?", 0.84, (), False),
        ("Why is Lindqvist in office?", 0.84, ("office",), False),
        ("Why did Lindqvist become important?", 0.84, ("important",), False),
    ],
)
def test_why_somebody_is_so_may_be_told_in_other_words(
    room: Room, question: str, score: float, loose: tuple[str, ...], is_loosely_so: bool
) -> None:
    found = Candidate(room.index.fact(0, "evacuation"), "why", score, loose=loose)
    assert Pairing(room.index).is_loosely_so(found, room.read(question)) is is_loosely_so


@pytest.mark.parametrize(
    ("fact", "entity", "tells"),
    [
        ("0:lindqvist", "0:lindqvist", True),
        ("0:lindqvist", "0:brukner", False),
        ("evacuation", "0:lindqvist", False),
    ],
)
def test_what_something_is_is_not_what_it_does(room: Room, fact: str, entity: str, tells: bool) -> None:
    target = room.index.cards.get(fact) or room.index.fact(0, fact)
    assert tells_what_it_is(target, [entity]) is tells
