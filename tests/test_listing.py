"""Facts that answer together."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answering.listing import Lists
from tests.answeringcases import Room, build_room
from tests.changedstory import CHANGED


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("what did the mayor do", ["evacuation", "mayor-accuses", "corps-led", "keepers-sacked"]),
        ("what did the divers do", ["gym-searched"]),
        ("what did the mayor do about the dam", ["mayor-accuses"]),
        ("what did the mayor do about the bakery", []),
        # somebody known by name who did nothing is no other who did
        ("what did the shopkeepers do", []),
        # of one deed
        ("what did the mayor do in Orvendale", []),
        ("what was done by the mayor", []),
        # of several, and not of one
        ("what did the mayors do", []),
        ("who sent the soldiers", []),
    ],
)
def test_what_somebody_did(later: Room, text: str, facts: list[str]) -> None:
    found = {target.id for target in Lists(later.index, later.matcher).deeds(later.read(text))}
    assert found - {"mayor-promises", "mayor-reports"} == set(facts)


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("what happened on the market square", ["tents-pitched", "families-slept", "families-unknown"]),
        ("what happened on the market square on Tuesday", ["families-slept"]),
        ("what happened to the market square yesterday", []),
        # who was there
        ("who was on the market square", ["tents-pitched", "families-slept", "families-unknown"]),
        ("who slept on the market square", []),
        ("who was in Hungary", []),
        # by nobody with a name, and not by many
        (
            "who was in Orvendale",
            ["dam-burst", "soldiers-sent", "gym-searched", "tents-pitched", "families-slept", "families-unknown"],
        ),
        # a place by itself, if there is more than one thing to tell
        ("the market square", ["tents-pitched", "families-slept", "families-unknown"]),
        ("on the market square", ["tents-pitched", "families-slept", "families-unknown"]),
        ("the dam", []),
        # a place among other words
        ("tents on the market square", []),
        ("the market square now", []),
        ("not on the market square", []),
        ("where is the market square", []),
    ],
)
def test_what_happened_at_a_place(later: Room, text: str, facts: list[str]) -> None:
    found = [target.id for target in Lists(later.index, later.matcher).events(later.read(text))]
    assert set(found) == set(facts)


def test_what_tells_the_story_comes_first(later: Room) -> None:
    found = Lists(later.index, later.matcher).events(later.read("what happened in Orvendale"))
    assert [target.is_main for target in found] == sorted((target.is_main for target in found), reverse=True)
    assert found[0].is_main
    assert not found[-1].is_main


@pytest.mark.parametrize(
    ("text", "theirs"),
    [("what did norlund do", {"inspectors-sent"}), ("what did the norlund lake league do", {"buoys-laid"})],
)
def test_what_a_country_did_is_not_what_its_bodies_did(harbour: Room, text: str, theirs: set[str]) -> None:
    found = {target.id for target in Lists(harbour.index, harbour.matcher).deeds(harbour.read(text))}
    assert found & {"inspectors-sent", "buoys-laid"} == theirs


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        # from its beginning
        ("what happened to the beacon", ["beacon-broken", "beacon-mended"]),
        ("what happened with the beacon", ["beacon-broken", "beacon-mended"]),
        ("what happened at the beacon", []),
        ("what did not happen to the beacon", []),
        ("what did they do to the beacon", []),
        ("what happened to the beacon and the pier", []),
        # one fact
        ("what happened to the horses", []),
        # what somebody said of it
        ("what happened to the mast", []),
    ],
)
def test_what_became_of_something(harbour: Room, text: str, facts: list[str]) -> None:
    assert [target.id for target in Lists(harbour.index, harbour.matcher).fates(harbour.read(text))] == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        # where others did something it befell nothing
        ("what happened to the dam", ["dam-burst", "mayor-accuses"]),
        ("what happened to the market square", []),
        # what somebody did to others
        ("what happened to the mayor", []),
    ],
)
def test_what_befell_something_is_told_by_no_other_fact(later: Room, text: str, facts: list[str]) -> None:
    assert [target.id for target in Lists(later.index, later.matcher).fates(later.read(text))] == facts


def test_what_tells_the_story_comes_first_of_what_else_they_did(later: Room) -> None:
    found = Lists(later.index, later.matcher).further({"0:lindqvist", "0:brukner"})
    assert [target.id for target in found][:3] == ["evacuation", "soldiers-sent", "mayor-accuses"]


def test_what_was_withdrawn_is_nothing_else_they_did(tmp_path: Path) -> None:
    changed = build_room(tmp_path / "knowledge", dam=CHANGED)
    assert Lists(changed.index, changed.matcher).further({"0:brukner"}) == []


def test_all_that_somebody_did(later: Room) -> None:
    found = {target.id for target in Lists(later.index, later.matcher).further({"0:lindqvist"})}
    assert found == {"evacuation", "mayor-accuses", "mayor-promises", "corps-led", "keepers-sacked", "mayor-reports"}
