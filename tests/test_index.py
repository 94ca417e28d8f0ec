"""What readers' words lead to."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from bot.answering.targets import CONTEXT, Hit
from tests.answeringcases import Room, build_room
from tests.twostories import FIRE, WALKOUT


def facts(room: Room, hits: Mapping[int, Hit]) -> dict[str, float]:
    """The strongest hit in each fact by its id, without cards and wordings."""
    return {
        target.id: hits[number][0]
        for number in hits
        if not (target := room.index.targets[number]).kind and not target.is_card
    }


def reached(room: Room, *terms: str) -> Mapping[int, Hit]:
    return room.index.reach(terms).everywhere()


def test_a_word_leads_to_the_facts_that_have_it(room: Room) -> None:
    assert facts(room, reached(room, "evacu"))["evacuation"] == pytest.approx(1.0)
    assert reached(room, "xqzv") == {}


@pytest.mark.parametrize(
    ("own", "other", "fact"),
    [
        ("flood", "inund", "hospital-flooded"),
        ("order", "command", "evacuation"),
        ("soldier", "troop", "soldiers-sent"),
        ("hospit", "build", "hospital-flooded"),
    ],
)
def test_another_word_leads_there_less_plainly(room: Room, own: str, other: str, fact: str) -> None:
    assert 0 < facts(room, reached(room, other))[fact] <= facts(room, reached(room, own))[fact]


def test_a_word_of_the_statement_alone_is_context(room: Room) -> None:
    number = room.index.targets.index(room.index.fact(0, "school-warning"))
    (stem,) = room.language.stems("children")
    strength, mask = room.index.reach([stem])[number]
    assert 0 < strength <= 1
    assert mask == CONTEXT


@pytest.mark.parametrize(("term", "denied"), [("open", ["bridge-closed"]), ("reopen", ["bridge-closed"]), ("xqzv", [])])
def test_denials(room: Room, term: str, denied: list[str]) -> None:
    assert [room.index.targets[number].id for number in room.index.denials(term)] == denied


def test_a_fact_by_its_id(room: Room) -> None:
    assert room.index.fact(0, "evacuation").fact == room.story.facts["evacuation"]
    with pytest.raises(KeyError):
        room.index.fact(0, "lindqvist")


def test_neighbours_share_entities(room: Room) -> None:
    near = room.index.neighbours(room.index.fact(0, "evacuation"))
    assert near["mayor-accuses"] > 0
    assert "bridge-closed" not in near


def test_what_only_few_facts_share_makes_them_nearer(later: Room) -> None:
    slept = later.index.neighbours(later.index.fact(0, "families-slept"))
    assert slept["families-unknown"] > slept["tents-pitched"] > 0  # the same families; the same school
    accuses = later.index.neighbours(later.index.fact(0, "mayor-accuses"))
    assert accuses["swimming-banned"] > accuses["keepers-sacked"] > 0  # of the mayor tell six


@pytest.mark.parametrize(
    ("word", "has", "topic"), [("hospital", True, True), ("ordered", True, False), ("xqzv", False, False)]
)
def test_words_and_topics_of_the_facts(room: Room, word: str, has: bool, topic: bool) -> None:
    (token,) = room.tokens(word)
    assert room.index.has_word(token.stem) is has
    assert room.index.is_topic(token) is topic


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Room:
    return build_room(tmp_path_factory.mktemp("two") / "knowledge", fire=FIRE, walkout=WALKOUT)


@pytest.mark.parametrize(
    ("word", "having"), [("harbour", [0]), ("trams", [1]), ("road", [0, 1]), ("prize", []), ("xqzv", [])]
)
def test_which_stories_have_a_word(two: Room, word: str, having: list[int]) -> None:
    (stem,) = two.language.stems(word)
    assert [story for story in (0, 1) if two.index.story_has(story, stem)] == having


def test_the_targets_of_stories_stand_in_ranges(two: Room) -> None:
    for stories in ([], [0], [1], [0, 1]):
        numbers = [number for part in two.index.parts(stories) for number in part]
        assert sorted(numbers) == [n for n, target in enumerate(two.index.targets) if target.story in stories]
