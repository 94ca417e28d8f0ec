"""Which fact explains a question."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise
from pathlib import Path

import pytest

from bot.answering.candidates import ENOUGH
from bot.answering.targets import FactKey
from tests.aftermath import AFTERMATH
from tests.answeringcases import Room, build_room, fact_of
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


@pytest.mark.parametrize(
    ("text", "fact", "slot"),
    [
        # somebody's very words
        ("what did the mayor say about the new bridge, word for word", "mayor-promises", "what"),
        ("what did the mayor say about a year", "mayor-reports", "what"),
        # an office is told by what its holder does
        ("who is the chair of the relief corps", "corps-led", "who"),
        ("is Lindqvist the chair of the relief corps", "corps-led", None),
        # a name by itself is told by what it is
        ("Velka Radio", "velka-radio", None),
        ("the River Ministry", "river-ministry", None),
        ("Greta Lindqvist", "lindqvist", None),
        # people are somebody
        ("are people on the market square", "families-slept", None),
        # where places are
        ("where is Orvendale", "orvendale", "what"),
        # what may be done
        ("can people swim in the lake", "swimming-banned", None),
    ],
)
def test_the_best_candidate_for_what_came_after(later: Room, text: str, fact: str, slot: str | None) -> None:
    best, *others = later.matcher.candidates(later.read(text))
    assert (best.target.id, best.slot) == (fact, slot)
    assert best.score >= ENOUGH
    assert not best.unexplained
    assert all(best.rank - other.rank > 0.01 for other in others)


@pytest.mark.parametrize(
    "text",
    [
        # what somebody is does not tell where they are
        "where is Brukner",
        "where is the River Ministry",
        # what an alliance did its members did not do
        "did Selvania pitch tents",
        "does Lindqvist chair Selvania's tents",
        "were hundreds of tents pitched",
        "did Brukner sleep on the market square",
        # a verb that says little says something where nothing else is said of who did it
        "who needed the dam",
        "who knew the dam",
        # nor does it tell why
        "why did Lindqvist use the market square",
    ],
)
def test_what_is_not_enough_for_what_came_after(later: Room, text: str) -> None:
    assert all(candidate.score < ENOUGH for candidate in later.matcher.candidates(later.read(text)))


@pytest.mark.parametrize(
    ("worse", "better"),
    [
        ("which stations are local", "which station is local"),
        # the name of somebody of a body is not that of the body
        ("what is the name of the Velka Radio reporter", "what is the Velka Radio reporter"),
    ],
)
def test_a_card_fits_one_question_less_than_the_other(room: Room, worse: str, better: str) -> None:
    ranks = [
        candidate.rank
        for question in (worse, better)
        for candidate in room.matcher.candidates(room.read(question))
        if candidate.target.is_card
    ]
    assert ranks[0] < ranks[1]


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("Did people leave the market square?", "families-slept"),
        # that they did not does not tell whether they may
        ("Can people leave the market square?", "not_in_source"),
        ("Can I leave the market square?", "not_in_source"),
        ("Can I open the stone bridge?", "bridge-closed"),
    ],
)
def test_what_people_did_not_do_they_may_do_all_the_same(tmp_path: Path, text: str, answers: str) -> None:
    room = build_room(tmp_path / "knowledge", dam=AFTERMATH.replace("[slept]", "[slept]\n    denies: [leave]"))
    assert fact_of(room.ask(text)) == answers


def test_what_is_denied_answers_since_when_it_is_not(later: Room) -> None:
    scores = [
        next(c.score for c in later.matcher.candidates(later.read(text)) if c.target.id == "fair-cancelled")
        for text in ("when could the fair not go ahead", "when could the fair go ahead")
    ]
    assert scores[1] < scores[0]


@pytest.mark.parametrize(
    ("text", "card", "fact"),
    [
        ("is Brukner the mayor of Orvendale", "brukner", "soldiers-sent"),
        ("is Lindqvist the chair of the relief corps", "relief-corps", "corps-led"),
    ],
)
def test_what_somebody_is_may_be_told_by_cards_and_by_deeds(later: Room, text: str, card: str, fact: str) -> None:
    found = [
        later.index.targets[number]
        for number, _share in later.matcher.contenders(later.matcher.weigh(later.read(text)))
    ]
    assert {(card, True), (fact, False)} <= {(target.id, target.is_card) for target in found}


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        # who is its head and boss is told by who heads it
        ("Who is the boss of the league?", "league-headed"),
        # a small verb hardly alike does not tell what was done
        ("Where did Rook go?", "not_in_source"),
        ("Where did Rook send inspectors?", "inspectors-sent"),
        # whom they write is not the place to which they do
        ("Whom will Rook write?", "not_in_source"),
        ("To whom will Rook write?", "letter-sent"),
        ("In which country did Rook send inspectors?", "inspectors-sent"),
        # on which occasion it was other facts may tell
        ("Who saved the horses while the ferry crossed the lake?", "horses-saved"),
        ("Who saved the horses now that the ferry crossed the lake?", "horses-saved"),
        # from which country is nobody's name
        ("From which nation did inspectors get sent?", "not_in_source"),
        ("Who sends inspectors?", "inspectors-sent"),
        # whom somebody talked to is nothing else that they told
        ("Who did Holm talk to?", "crew-addressed"),
        ("Who did Rook talk to?", "not_in_source"),
        # what is known not to be told is not told by another word for it
        ("population of Askby", "not_in_source"),
        # which nation does so is not where they go
        ("Which nation sends inspectors?", "not_in_source"),
        ("Which nation gives inspectors?", "not_in_source"),
        # what they belong to is not they themselves
        ("Which volunteers do the fire brigades belong to?", "not_in_source"),
        # what somebody tried is told of whoever did
        ("Which house did the thieves try to enter?", "customs-tried"),
        ("Which house did the monks try to enter?", "not_in_source"),
        ("Did the thieves try to enter the customs house?", "customs-tried"),
        # nor is what others did to them what they did
        ("Which gang did the boathouse burn?", "not_in_source"),
        # whichever answer is offered
        ("Did the thieves try the customs house by day or by night?", "customs-tried"),
        ("Was it a few divers that were hurt, or dozens?", "divers-hurt"),
    ],
)
def test_what_answers_in_the_harbour(harbour: Room, text: str, answers: str) -> None:
    assert fact_of(harbour.ask(text)) == answers


def test_a_body_is_no_place_that_is_asked_for(later: Room) -> None:
    for text in ("Which town pitched tents?", "Which country pitched tents?", "Which country sent soldiers?"):
        assert fact_of(later.ask(text)) == "not_in_source"


@pytest.mark.parametrize(
    ("text", "has_option"),
    [
        ("did sailors deliver the mail by steamers or by rowing boats", True),
        ("did sailors deliver the mail by steamers or by balloons", False),
    ],
)
def test_one_of_the_answers_that_are_offered_is_enough(harbour: Room, text: str, has_option: bool) -> None:
    *_sides, either = harbour.analyzer.wordings(harbour.tokens(text), is_statement=False)
    best = harbour.matcher.candidates(either)[0]
    assert (best.target.id, best.score > 0) == ("mail-carried", has_option)
