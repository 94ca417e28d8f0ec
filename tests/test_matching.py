"""Which fact explains a question."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise
from pathlib import Path

import pytest

from bot.answering.answerslots import SLOTS_OF_KIND
from bot.answering.candidates import ENOUGH
from bot.answering.matching import WHOLE
from bot.answering.targets import FactKey
from bot.answering.wordings import kind_agreement
from bot.knowledge.model import SLOTS
from tests.answeringcases import Room, build_room
from tests.twostories import FIRE, WALKOUT


@pytest.mark.parametrize(
    ("text", "fact", "slot"),
    [
        ("who ordered the evacuation", "evacuation", "who"),
        ("when was the evacuation ordered", "evacuation", "when"),
        ("how many soldiers were sent", "soldiers-sent", "how_many"),
        ("how long were the soldiers sent for", "soldiers-sent", "how_long"),
        ("why did the dam burst", "dam-burst", "why"),
        ("whom does the mayor accuse", "mayor-accuses", "what"),
        ("who accuses the ministry", "mayor-accuses", "who"),
        ("was the hospital flooded", "hospital-flooded", None),
        ("which town is in the north of selvania", "orvendale", "who"),
        ("which two buildings were flooded", "hospital-flooded", "what"),
    ],
)
def test_the_best_candidate_and_its_slot(room: Room, text: str, fact: str, slot: str | None) -> None:
    best = room.matcher.candidates(room.read(text))[0]
    assert (best.target.id, best.slot) == (fact, slot)
    assert best.score >= ENOUGH
    assert not best.unexplained


@pytest.mark.parametrize(
    "text",
    [
        "who ordered the evacuation",
        "which three buildings were flooded",
        "did the ministry accuse the mayor",
        "who painted the hospital in hungary",
        "what is the dam",
        "who drowned",
    ],
)
def test_candidates_are_ordered_shares(room: Room, text: str) -> None:
    candidates = room.matcher.candidates(room.read(text))
    assert candidates
    assert all(0 <= candidate.score <= 1 + 1e-9 for candidate in candidates)
    assert all(better.rank >= worse.rank for better, worse in pairwise(candidates))


@pytest.mark.parametrize("text", ["what did people say", "who", "the xqzv of zyxwort"])
def test_nothing_telling_has_no_candidates(room: Room, text: str) -> None:
    assert room.matcher.candidates(room.read(text)) == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("who painted the hospital", "painted"),
        ("did the dam burst in hungary", "hungary"),
        ("were 500 soldiers sent", "500"),
    ],
)
def test_what_is_not_explained_is_named(room: Room, text: str, word: str) -> None:
    best = room.matcher.candidates(room.read(text))[0]
    assert best.score < ENOUGH
    assert word in best.unexplained


@pytest.mark.parametrize(
    "text", ["where was the evacuation ordered", "why was the hospital flooded", "who burst the dam"]
)
def test_a_fact_without_the_slot_is_not_enough(room: Room, text: str) -> None:
    assert all(candidate.score < ENOUGH for candidate in room.matcher.candidates(room.read(text)))


def test_the_opposite_is_a_denial(room: Room) -> None:
    denied = room.matcher.candidates(room.read("is the stone bridge open"))[0]
    assert (denied.target.id, denied.denies) == ("bridge-closed", True)


def test_a_name_that_the_question_has_is_no_answer(room: Room) -> None:
    best = room.matcher.candidates(room.read("which building besides the hospital was flooded"))[0]
    spent = [entry.text for entry in best.target.slots["what"] if entry.bit & best.spent]
    assert (best.target.id, spent) == ("hospital-flooded", ["the hospital"])


def test_a_known_wording_fits_better_than_any_other(room: Room) -> None:
    best = room.matcher.candidates(room.read("how many people drowned"))[0]
    assert best.target.not_reported is room.story.not_reported[0]
    assert best.fit > 1


def test_slots_that_answer_are_slots_of_facts() -> None:
    assert {slot for slots in SLOTS_OF_KIND.values() for slot in slots} <= {*SLOTS, "according_to"}
    assert not WHOLE & SLOTS_OF_KIND.keys()


@pytest.mark.parametrize(("asked", "known"), [("who", "when"), ("yes_no", "who"), ("topic", "how_many")])
def test_kinds_of_question_that_go_together(asked: str, known: str) -> None:
    assert 0 < kind_agreement(asked, known) == kind_agreement(known, asked) < kind_agreement(asked, asked) == 1
    assert kind_agreement("who", "when") <= kind_agreement(asked, known)


@pytest.mark.parametrize(
    ("stories", "first"),
    [(None, (0, "workers-rescued")), ({0, 1}, (0, "workers-rescued")), ({1}, (1, "passengers-walk")), ((), None)],
)
def test_the_best_of_some_stories_contend(
    tmp_path: Path, stories: Collection[int] | None, first: FactKey | None
) -> None:
    room = build_room(tmp_path / "knowledge", fire=FIRE, walkout=WALKOUT)
    asked = room.matcher.weigh(room.read("how many dock workers were rescued on the walk to work"))
    targets = [room.index.targets[number] for number, _share in room.matcher.contenders(asked, stories)]
    found = [(target.story, target.id) for target in targets]
    assert found[:1] == ([first] if first else [])
    assert all(stories is None or story in stories for story, _id in found)
    # What another story explains better is no reason to leave out what these explain.
    assert ((1, "passengers-walk") in found) == (stories == {1})
