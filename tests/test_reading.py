"""What the texts of stories are made of."""

from __future__ import annotations

import pytest

from bot.answering.postings import LOOSE
from bot.answering.reading import CONTAINED, DESCRIBED, NAMED, OWNING, TURNED, Texts
from bot.answering.terms import TermFinder
from bot.knowledge.loading import plain
from bot.knowledge.model import Entity
from tests.answeringcases import Room

CITE = {"source": "herald", "paragraph": 1, "quote": "there"}
TOWN = Entity.model_validate({"kind": "place", "name": "Orvendale", "is": "a town", "within": "land", "cite": CITE})
LAND = Entity.model_validate({"kind": "place", "name": "Selvania", "is": "a union of towns", "cite": CITE})


@pytest.fixture
def texts(room: Room) -> Texts:
    entities = {"0:town": plain(TOWN), "0:land": plain(LAND)}
    return Texts(TermFinder(room.language), room.words.pos, entities)


def test_stems_of_nouns_are_told_apart(texts: Texts) -> None:
    texts.demonyms.add("selvanian")
    assert texts.stems["the old Selvanian bridge"] == (
        ["old", "selvanian", "bridg"],
        frozenset({"old", "selvanian", "bridg"}),
        frozenset({"bridg"}),
    )


def test_words_that_were_read_are_known(texts: Texts) -> None:
    texts.stems["sandbags drowned"]
    assert texts.vocabulary == {"sandbags", "drowned"}


@pytest.mark.parametrize(
    ("text", "term", "worth", "worth_in_slot"),
    [
        ("a bridge", "bridg", 1.0, 1.0),
        ("a state of emergency", "state", LOOSE, LOOSE),
        ("a state of emergency", "state emergenc", 1.0, 1.0),
        ("broke out", "break", 1.0, TURNED),
    ],
)
def test_what_terms_are_worth(texts: Texts, text: str, term: str, worth: float, worth_in_slot: float) -> None:
    assert (term, worth, worth_in_slot) in texts.terms[text]


def test_an_entity_stands_in_a_fact_by_its_name_by_what_it_is_and_by_what_contains_it(texts: Texts) -> None:
    assert texts.of_entity["0:town", 1.0, 0.5] == [
        ("town", 0.5 * DESCRIBED),
        ("@0:town", 1.0),
        ("orvendal", NAMED),
        ("@0:land", CONTAINED),
        ("selvania", CONTAINED * NAMED),
    ]


@pytest.mark.parametrize(("key", "attached"), [("0:town", set()), ("0:land", {"town"})])
def test_what_only_belongs_to_what_an_entity_is(texts: Texts, key: str, attached: set[str]) -> None:
    assert texts.attached[key] == attached


@pytest.mark.parametrize(
    "is_",
    ["the seat in the valley", "the seat for the valley", "the seat that the valley has", "the seat of the valley"],
)
def test_what_follows_is_no_part_of_what_an_entity_is(room: Room, is_: str) -> None:
    town = Entity.model_validate({"kind": "place", "name": "Orvendale", "is": is_, "cite": CITE})
    texts = Texts(TermFinder(room.language), room.words.pos, {"0:town": plain(town)})
    assert "valley" in texts.attached["0:town"]
    assert "seat" not in texts.attached["0:town"]


@pytest.mark.parametrize(("kind", "worth_of_owner"), [("place", NAMED * OWNING), ("organization", NAMED)])
def test_whoever_owns_a_place_is_not_what_is_named(room: Room, kind: str, worth_of_owner: float) -> None:
    office = Entity.model_validate({"kind": kind, "name": "the mayor's office", "cite": CITE})
    texts = Texts(TermFinder(room.language), room.words.pos, {"0:office": plain(office)})
    worth = dict(texts.of_entity["0:office", 1.0, 1.0])
    assert (worth["mayor"], worth["offic"]) == (worth_of_owner, NAMED)
