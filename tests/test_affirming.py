"""Yes, no, or neither: what a fact affirms, what it denies, and what it only comes near."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answering.affirming import Affirmer
from bot.answering.candidates import Candidate
from tests.answeringcases import STORY, Room, build_room


@pytest.mark.parametrize(
    ("text", "fact", "denies", "expected"),
    [
        ("did it burst", "dam-burst", False, True),
        ("did it not burst", "dam-burst", False, None),
        ("is the bridge open", "bridge-closed", True, False),
        ("do repairs cost money", "damage-unclear", False, None),
        # a yes would mean a no
        ("is it a lie that the dam burst", "dam-burst", False, None),
        ("is it untrue that the dam burst", "dam-burst", False, None),
        ("was the dam saved from bursting", "dam-burst", False, None),
        # what was meant, or may be, is not what was done
        ("did the dam plan to burst", "dam-burst", False, None),
        ("is the dam about to burst", "dam-burst", False, None),
        ("could the dam burst", "dam-burst", False, None),
        # what is hard or illegal is no denial of what is denied
        ("is it illegal to open the bridge", "bridge-closed", True, None),
        # what they say may share words with it and be something else
        ("does the mayor blame the ministry", "mayor-accuses", False, True),
        ("does the mayor say that the ministry neglects dams", "mayor-accuses", False, None),
        ("does the mayor say she blames the ministry", "mayor-accuses", False, True),
        # what was so on another day
        ("was the evacuation ordered", "evacuation", False, True),
        ("has the evacuation been ordered now", "evacuation", False, None),
        ("is the evacuation ordered", "evacuation", False, None),
        # what is so in a town is not so in its country, what happened in it happened there
        ("has the dam of Selvania burst", "dam-burst", False, None),
        ("did the dam burst in Selvania", "dam-burst", False, True),
        ("did the dam of Selvania hold", "dam-burst", True, None),
        # wherever it is asked of, it may be so in one town only
        ("was there an order of evacuation", "evacuation", False, True),
        ("is there a flooded hospital", "hospital-flooded", False, None),
        ("is there a flooded hospital in Orvendale", "hospital-flooded", False, True),
        # what happened in a place, or of it, is not what the place did
        ("did Selvania send soldiers", "soldiers-sent", False, None),
        ("did Orvendale send soldiers", "soldiers-sent", False, None),
        ("did the minister of Selvania send soldiers", "soldiers-sent", False, True),
        ("did Brukner send soldiers", "soldiers-sent", False, True),
        # nor what those do to whom it was done, or of whom it is not denied
        ("did parents warn anyone", "school-warning", False, True),
        ("is the bridge open to lorries", "bridge-closed", True, False),
        ("did Selvania reopen", "bridge-closed", True, None),
        ("did the bridge reopen", "bridge-closed", True, False),
        ("did rain burst", "dam-burst", False, None),
        ("was the dam in Orvendale burst", "dam-burst", False, True),
        ("was the evacuation ordered by Lindqvist", "evacuation", False, True),
        # who or what has to do with a country need not be of it
        ("is the bridge Selvanian", "bridge-closed", False, None),
        ("is the bridge closed", "bridge-closed", False, True),
        ("was the dam burst by a Selvanian", "dam-burst", False, True),
        # what was so at another time
        ("did the dam burst after a week", "dam-burst", False, None),
        ("is the bridge open until Monday", "bridge-closed", True, None),
        # what is denied by night may be so by day
        ("can people open the bridge at noon", "bridge-closed", True, None),
        ("is the bridge open at noon", "bridge-closed", True, False),
    ],
)
def test_no_more_is_affirmed_or_denied_than_is_told(
    room: Room, text: str, fact: str, denies: bool, expected: bool | None
) -> None:
    candidate = Candidate(room.index.fact(0, fact), None, 1.0, denies=denies, does=True)
    assert Affirmer(room.index).affirms(room.read(text), candidate, room.story.facts[fact]) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("were soldiers sent to the crowd", True),
        ("were soldiers sent against the crowd", None),
        ("were soldiers sent at the crowd", None),
        ("were soldiers sent at noon", True),
        ("were soldiers sent against the lake", True),  # of which the fact has no word at all
    ],
)
def test_what_stands_beside_a_deed_is_not_what_it_is_aimed_at(tmp_path: Path, text: str, expected: bool | None) -> None:
    sent = STORY.replace("purpose: to fill sandbags", "when: {text: as the crowd grew}")
    room = build_room(tmp_path / "knowledge", dam=sent)
    candidate = Candidate(room.index.fact(0, "soldiers-sent"), None, 1.0, does=True)
    assert Affirmer(room.index).affirms(room.read(text), candidate, room.story.facts["soldiers-sent"]) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("are there soldiers in Orvendale", None),
        ("are the soldiers in Orvendale", None),
        ("were there soldiers in Orvendale", True),
        ("are soldiers coming to Orvendale", True),
    ],
)
def test_what_will_be_there_is_not_said_to_be_there(tmp_path: Path, text: str, expected: bool | None) -> None:
    room = build_room(tmp_path / "knowledge", dam=STORY.replace("[sent, dispatched]", "[will come, is sending]"))
    candidate = Candidate(room.index.fact(0, "soldiers-sent"), None, 1.0, does=True)
    assert Affirmer(room.index).affirms(room.read(text), candidate, room.story.facts["soldiers-sent"]) is expected


@pytest.mark.parametrize(
    ("text", "expected"), [("did wardens skip the hotel", None), ("did wardens skip the hotel at night", False)]
)
def test_what_is_denied_of_the_night_is_not_denied_of_the_day(harbour: Room, text: str, expected: bool | None) -> None:
    candidate = Candidate(harbour.index.fact(0, "hotel-searched"), None, 1.0, denies=True)
    searched = harbour.story.facts["hotel-searched"]
    assert Affirmer(harbour.index).affirms(harbour.read(text), candidate, searched) is expected


def test_what_is_not_all_denied_is_not_denied(room: Room) -> None:
    candidate = Candidate(room.index.fact(0, "bridge-closed"), None, 1.0, denies=True, unexplained=("flood",))
    closed = room.story.facts["bridge-closed"]
    assert Affirmer(room.index).affirms(room.read("is the bridge open after the flood"), candidate, closed) is None


@pytest.mark.parametrize(
    ("score", "own", "telling", "does", "expected"),
    [
        (0.9, 2, 2, True, True),
        (0.89, 2, 2, True, None),
        (1.0, 1, 2, True, None),
        (1.0, 2, 2, False, None),
    ],
)
def test_all_that_is_asked_is_told(
    room: Room, score: float, own: int, telling: int, does: bool, expected: bool | None
) -> None:
    candidate = Candidate(room.index.fact(0, "dam-burst"), None, score, own=own, telling=telling, does=does)
    assert (
        Affirmer(room.index).affirms(room.read("did the dam burst"), candidate, room.story.facts["dam-burst"])
        is expected
    )
