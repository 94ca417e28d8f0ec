"""Which slots can answer, and what of them the question has said itself."""

from __future__ import annotations

import pytest

from bot.answering.answerslots import SLOTS_OF_KIND, slots_for
from bot.answering.matching import WHOLE
from bot.knowledge.model import SLOTS
from tests.answeringcases import Room, fact_of


def test_slots_that_answer_are_slots_of_facts() -> None:
    assert {slot for slots in SLOTS_OF_KIND.values() for slot in slots} <= {*SLOTS, "according_to"}
    assert not WHOLE & SLOTS_OF_KIND.keys()


@pytest.mark.parametrize(
    ("text", "fact", "slots"),
    [
        ("who sent soldiers", "soldiers-sent", ("who",)),
        ("whom does the mayor accuse", "mayor-accuses", ("to_whom", "what", "who")),
        # what befalls somebody, others did
        ("who lost their posts", "keepers-sacked", ("to_whom", "what", "who")),
        ("who lost their posts", "families-slept", ("who",)),
        # who says what others did
        ("who reported the robbery of the bakery", "shop-looted", ("according_to",)),
        ("who reported the families", "families-slept", ("who", "according_to")),
        ("who reported the injured anglers", "wardens-report", ("who", "according_to")),
        # where somebody comes from is no place where they did it
        ("from which town do they come", "soldiers-sent", ("what", "who")),
        ("which town did the soldiers come from", "soldiers-sent", ("what", "who")),
        ("from which town are the families", "families-slept", ("what", "who")),
        ("from which town was the gym searched", "gym-searched", ("where", "what", "who")),
        ("in which town did they sleep", "families-slept", ("where", "via", "how")),
        ("around which town did they sleep", "families-slept", ("where",)),
        ("near which town did they sleep", "families-slept", ("where",)),
        ("outside which town did they sleep", "families-slept", ("where",)),
        ("into which town did they get", "families-slept", ("where", "what")),
        ("inside which town did they sleep", "families-slept", ("where", "what")),
        ("from where were the soldiers sent", "soldiers-sent", ()),
        ("from where was the gym searched", "gym-searched", ("where",)),
        # where it was done is not where somebody told it
        ("where did Brukner announce it", "soldiers-sent", ("via",)),
        ("where was it announced", "soldiers-sent", ("via", "where")),
        ("where did the mayor say so", "mayor-reports", ("via", "where")),
        ("where was it said", "soldiers-sent", ("via",)),
        # what something began with is first of all its cause, and what did something who did it
        ("what began the evacuation", "evacuation", ("why", "who", "what", "purpose", "how", "did")),
        ("what kicked the evacuation off", "evacuation", ("why", "who", "what", "purpose", "how", "did")),
        ("what stopped the evacuation", "evacuation", ("who", "why", "what", "purpose", "how", "did")),
        ("what began", "evacuation", ("who", "why", "what", "purpose", "how", "did")),
        # where somebody is from is told by what they are, and by no deed
        ("from which country is Brukner", "soldiers-sent", ()),
    ],
)
def test_slots_that_could_answer(later: Room, text: str, fact: str, slots: tuple[str, ...]) -> None:
    assert slots_for(later.matcher.weigh(later.read(text)), later.index.fact(0, fact)) == slots


def test_where_somebody_is_from_is_told_by_their_card(later: Room) -> None:
    asked = later.matcher.weigh(later.read("from which country is Brukner"))
    assert slots_for(asked, later.index.cards["0:brukner"]) == ("what", "who")


@pytest.mark.parametrize(
    ("text", "first"),
    [("what flooded it", "who"), ("what flooded the hospital", "who"), ("what did the water flood", "what")],
)
def test_what_did_it_is_asked_of_the_doer(room: Room, text: str, first: str) -> None:
    assert slots_for(room.matcher.weigh(room.read(text)), room.index.fact(0, "hospital-flooded"))[0] == first


@pytest.mark.parametrize(
    ("text", "fact", "first"),
    [
        ("what broke", "beacon-broken", "what"),
        ("what broke the beacon", "beacon-broken", "who"),
        ("what broke it", "beacon-broken", "who"),
        ("what burned", "boathouse-burned", "what"),
        ("what went up in flames", "boathouse-burned", "what"),
        ("what went up to the boathouse", "boathouse-burned", "who"),
    ],
)
def test_what_befell_a_thing_is_asked_of_the_thing(harbour: Room, text: str, fact: str, first: str) -> None:
    assert slots_for(harbour.matcher.weigh(harbour.read(text)), harbour.index.fact(0, fact))[0] == first


def test_a_name_that_the_question_has_is_no_answer(room: Room) -> None:
    best = room.matcher.candidates(room.read("which building besides the hospital was flooded"))[0]
    spent = [entry.text for entry in best.target.slots["what"] if entry.bit & best.spent]
    assert (best.target.id, spent) == ("hospital-flooded", ["the hospital"])


@pytest.mark.parametrize(("text", "is_spent"), [("who came to fire brigades", True), ("who came to askby", False)])
def test_whom_it_was_done_to_is_not_who_did_it(harbour: Room, text: str, is_spent: bool) -> None:
    candidates = harbour.matcher.candidates(harbour.read(text))
    came = next(each for each in candidates if each.target.id == "brigades-came" and not each.target.kind)
    assert bool(came.target.masks["who"] & came.spent) is is_spent


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        # how it was done is told by more than an adjective, unless it is how it was said or described
        ("How did the ferry cross the lake?", "not_in_source"),
        ("How was the mail delivered?", "mail-carried"),
        ("How did Holm speak to the crew?", "crew-addressed"),
        ("How did the harbour master present the storm?", "storm-played-down"),
        # which brigades they were is not told by "brigades"
        ("Which fire brigades came?", "not_in_source"),
        ("Who came to Askby?", "brigades-came"),
    ],
)
def test_what_tells_too_little_is_no_answer(harbour: Room, text: str, answers: str) -> None:
    assert fact_of(harbour.ask(text)) == answers
