"""The index of a story."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.answering.targets import CONTEXT, Target, entity_key
from bot.answering.text import sentence_start
from tests.answeringcases import Room, build_room, fact_of
from tests.twostories import FIRE, WALKOUT


def targets(room: Room, id_: str) -> list[Target]:
    return [target for target in room.index.targets if target.id == id_]


def test_every_fact_every_described_entity_and_every_wording_is_a_target(room: Room) -> None:
    plain = [target.id for target in room.index.targets if not target.kind and not target.is_card]
    cards = [target.id for target in room.index.targets if target.is_card]
    wordings = sum(len(fact.asked) for fact in room.story.facts.values())
    gaps = sum(len(gap.asks) for gap in room.story.not_reported)
    assert plain == list(room.story.facts)
    assert cards == [id_ for id_, entity in room.story.entities.items() if entity.is_]
    assert sum(bool(target.kind) for target in room.index.targets) == wordings + gaps
    assert {room.index.targets[number].id for number in room.index.fact_numbers} == {*plain, *cards}


def test_a_card_tells_what_an_entity_is(room: Room) -> None:
    (card,) = targets(room, "lindqvist")
    assert card.fact is not None
    assert card.fact.says == "Greta Lindqvist is the mayor of Orvendale."
    assert card.fact.cite == room.story.entities["lindqvist"].cite


def test_a_wording_knows_its_kind_and_its_fact(room: Room) -> None:
    fact, wording = targets(room, "damage-unclear")
    assert (fact.kind, wording.kind) == ("", room.read("How much will the repairs cost?").kind)
    assert wording.fact is fact.fact
    gaps = [target for target in room.index.targets if target.not_reported]
    assert {(target.id, target.fact) for target in gaps} == {("", None)}


def test_each_entry_has_a_bit_of_its_own(room: Room) -> None:
    for target in room.index.targets:
        bits = [entry.bit for entries in target.slots.values() for entry in entries]
        assert len(bits) == len(set(bits)), target.id
        assert all(bit > CONTEXT and bit.bit_count() == 1 for bit in bits), target.id


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("@0:lindqvist", "who"),
        ("greta", "who"),
        ("mayor", "who"),
        ("order", "did"),
        ("evacu", "what"),
        ("monday", "when"),
        ("resid", "how_many"),
    ],
)
def test_words_stand_in_their_slots(room: Room, text: str, slot: str) -> None:
    target = room.index.fact(0, "evacuation")
    _strength, mask = room.index.reach([text])[room.index.targets.index(target)]
    assert mask & target.masks[slot]


def test_a_fact_has_the_places_around_its_place_less_plainly(room: Room) -> None:
    number = room.index.targets.index(room.index.fact(0, "dam-burst"))
    town, country = (room.index.reach([key])[number][0] for key in ("@0:orvendale", "@0:selvania"))
    assert 0 < country < town


def test_the_words_of_the_stories_are_known(room: Room) -> None:
    assert {"lindqvist", "evacuation", "sandbags", "drowned"} <= room.index.vocabulary
    assert "selvanian" in room.index.demonyms
    assert {"selvania", "selvanja"}.isdisjoint(room.index.demonyms)
    assert "orvendal" not in room.index.demonyms


def test_voice_and_tense_of_facts(room: Room) -> None:
    assert room.index.fact(0, "bridge-closed").is_future is True
    assert room.index.fact(0, "evacuation").is_passive is False


def test_a_name_means_the_entity_of_its_own_story_even_in_the_same_words(tmp_path: Path) -> None:
    told, asked = "says: Parents were told by Mayor Emil Rask.", "asked: [What did Rask tell the parents?]"
    stories = [
        re.sub("says: Parents were told to .*", told, story).replace("asked: [What should parents do?]", asked)
        for story in (FIRE, WALKOUT)
    ]
    room = build_room(tmp_path / "knowledge", fire=stories[0], walkout=stories[1])
    for story in (0, 1):
        hits = room.index.reach(["@" + entity_key(story, "rask")]).everywhere()
        found = {(room.index.targets[number].story, room.index.targets[number].id) for number in hits}
        assert found == {(story, id_) for id_ in ("inquiry-ordered", "smoke-advice", "rask")}


def test_keys_of_entities_differ_by_story() -> None:
    assert entity_key(0, "dam") != entity_key(1, "dam")


@pytest.mark.parametrize(
    ("text", "expected"), [("the dam", "The dam"), ("300 men", "300 men"), ("", ""), ("USA", "USA")]
)
def test_sentence_start(text: str, expected: str) -> None:
    assert sentence_start(text) == expected


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("How many cattle were saved?", "horses-saved"),
        # of two sorts another word may mean either
        ("How many poultry were fed?", "not_in_source"),
        ("How many geese were fed?", "goats-fed"),
    ],
)
def test_other_words_for_what_is_counted(harbour: Room, text: str, answers: str) -> None:
    assert fact_of(harbour.ask(text)) == answers
