"""What questions lead to: an answer, what comes near, or a choice."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.answering.candidates import Candidate
from bot.answering.conversation import Conversation
from bot.answering.finding import Finder, Finding, _surer_first
from bot.answering.storychoice import Stories
from bot.answering.suggesting import Suggester
from tests.answeringcases import STORY, Room, build_room, fact_of
from tests.twostories import FIRE, WALKOUT


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Room:
    return build_room(tmp_path_factory.mktemp("two") / "knowledge", fire=FIRE, walkout=WALKOUT)


@pytest.fixture(scope="module")
def walkout(tmp_path_factory: pytest.TempPathFactory) -> Room:
    return build_room(tmp_path_factory.mktemp("walkout") / "knowledge", walkout=WALKOUT)


def finding(room: Room, text: str, conversation: Conversation | None = None) -> Finding:
    stories = Stories(room.index, room.matcher)
    finder = Finder(room.index, room.analyzer, room.matcher, stories, Suggester(room.index))
    return finder.find([[room.read(text)]], conversation or Conversation())


TOLD = STORY.replace(
    "  hospital-flooded:",
    """  mayor-thanks:
    says: Lindqvist said that the soldiers had saved the market hall.
    who: lindqvist
    did: [said]
    what: that the soldiers had saved the market hall
    certainty: claimed
    according_to: [lindqvist]
    cite: {source: herald, paragraph: 4, quote: saved the market hall}
  mayor-warns:
    says: Lindqvist said that the old town was not safe.
    who: lindqvist
    did: [said]
    what: that the old town was not safe
    certainty: claimed
    according_to: [lindqvist]
    cite: {source: herald, paragraph: 4, quote: the old town was not safe}
  hospital-flooded:""",
)


@pytest.mark.parametrize("text", ["What did she say?", "What exactly did she say?"])
@pytest.mark.parametrize("before", ["Who is the mayor?", "Who ordered the evacuation?"])
def test_what_somebody_said_who_was_spoken_of_is_all_of_it(tmp_path: Path, text: str, before: str) -> None:
    room = build_room(tmp_path / "knowledge", dam=TOLD)
    assert room.ask(before, text).text == room.ask("What did Lindqvist say?").text
    assert {"mayor-thanks", "mayor-warns"} == {cite.fact for cite in room.ask(before, text).citations}


@pytest.mark.parametrize(
    ("text", "fact", "slot"),
    [("who ordered the evacuation", "evacuation", "who"), ("is the stone bridge closed", "bridge-closed", None)],
)
def test_a_fact_answers(room: Room, text: str, fact: str, slot: str | None) -> None:
    found = finding(room, text)
    assert found.candidate
    assert (found.is_answer, found.candidate.target.id, found.candidate.slot) == (True, fact, slot)


@pytest.mark.parametrize(
    ("message", "fact"),
    [
        ("And on the market square, still families there?", "families-slept"),
        ("And on the market square, still tents there?", "tents-pitched"),
    ],
)
def test_what_fits_alike_is_told_apart_by_the_rest_of_the_message(later: Room, message: str, fact: str) -> None:
    assert fact_of(later.ask(message)) == fact


def test_who_says_so_is_named_rather_than_not(room: Room) -> None:
    said = Candidate(room.index.fact(0, "shop-looted"), "according_to", 0.9)
    question = replace(room.read("who says the bakery was robbed"), kind="attribution")
    told = (Candidate(room.index.fact(0, "hospital-flooded"), None, 0.95), question)
    assert _surer_first([told, (said, question)]) == [(said, question), told]
    said.score = 0.88  # too much less
    assert _surer_first([told, (said, question)]) == [told, (said, question)]


def test_what_comes_near_is_no_answer(room: Room) -> None:
    found = finding(room, "who photographed the stone bridge")
    assert (found.is_answer, found.candidate) == (False, None)
    assert "bridge-closed" in [candidate.target.id for candidate in found.near]


def test_a_gap_is_no_answer(room: Room) -> None:
    found = finding(room, "how many people drowned")
    assert found.candidate
    assert (found.is_answer, found.candidate.target.is_refusal) == (False, True)


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("who was on the market square", {"tents-pitched", "families-slept", "families-unknown"}),
        ("the market square", {"tents-pitched", "families-slept", "families-unknown"}),
        ("what happened on tuesday", {"families-slept"}),
        ("what happened overnight", {"gym-searched"}),
        ("who slept on the market square", set()),
        ("and on the market square", set()),
    ],
)
def test_a_place_is_told_by_several_facts(later: Room, text: str, facts: set[str]) -> None:
    assert {deed.id for deed in finding(later, text).deeds} == facts


def test_the_cause_of_all_is_not_that_of_what_was_told_last(room: Room) -> None:
    fact = room.index.fact(0, "soldiers-sent")
    conversation = Conversation(turn=1)
    conversation.remember(room.read("who sent soldiers"), fact, fact.spoken_of)
    causes = [
        finding(room, text, conversation).candidate for text in ("why did all this happen", "why did this happen")
    ]
    assert [candidate and candidate.target.id for candidate in causes] == ["dam-burst", "soldiers-sent"]


def test_another_day_or_place_asks_what_happened_then(later: Room) -> None:
    conversation = Conversation(turn=1)
    conversation.remember(later.read("what happened on sunday"), later.index.fact(0, "dam-burst"), [])
    conversation.turn += 1
    assert [deed.id for deed in finding(later, "and on tuesday", conversation).deeds] == ["families-slept"]
    assert finding(later, "and on tuesday").deeds == ()


def test_what_somebody_did_is_told_by_several_facts(room: Room) -> None:
    found = finding(room, "what did the mayor do")
    assert found.is_answer
    assert {deed.id for deed in found.deeds} == {"evacuation", "mayor-accuses"}


def test_a_question_that_points_back_is_read_by_what_was_said(room: Room) -> None:
    conversation = Conversation(turn=1)
    fact = room.index.fact(0, "soldiers-sent")
    conversation.remember(room.read("who sent soldiers"), fact, fact.spoken_of)
    conversation.turn += 1
    found = finding(room, "how many", conversation)
    assert found.candidate
    assert (found.candidate.target, found.candidate.slot) == (fact, "how_many")


def test_stories_that_answer_equally_well_are_a_choice(two: Room) -> None:
    found = finding(two, "who ordered an inquiry")
    assert (found.is_answer, [story for story, _question in found.tied]) == (False, [0, 1])
    assert finding(two, "who ordered an inquiry", Conversation(story=1)).tied == ()


def test_another_story_that_would_answer_is_known(two: Room) -> None:
    found = finding(two, "how many dock workers were rescued from the road", Conversation(story=1))
    assert (found.is_answer, found.elsewhere) == (False, two.index.fact(0, "workers-rescued"))


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("what did holm say", {"mast-fell", "cargo-claimed"}),
        ("what did holm say about the cargo", set()),
        # others spoke of it too
        ("what was said about the mast", set()),
    ],
)
def test_what_somebody_said_is_told_by_several_facts(harbour: Room, text: str, facts: set[str]) -> None:
    found = finding(harbour, text)
    assert found.is_answer
    assert {deed.id for deed in found.deeds} == facts


def after(room: Room, *messages: str) -> Conversation:
    """A conversation in which these were asked."""
    conversation = Conversation()
    for message in messages:
        room.assistant.ask(message, conversation)
    conversation.turn += 1
    return conversation


@pytest.mark.parametrize(
    ("messages", "facts"),
    [
        (["Who ordered the evacuation?", "what else did she do"], ["mayor-accuses"]),
        (["What did the mayor order?", "what did she do"], ["evacuation", "mayor-accuses"]),
        (["Who sent soldiers?", "what else did the mayor do"], ["evacuation", "mayor-accuses"]),
        (["Who sent soldiers?", "what did he do"], []),
        (["Who ordered the evacuation?", "what did she do about the dam"], []),
        (["Who ordered the evacuation?", "what was done by her"], []),
    ],
)
def test_what_else_somebody_did(room: Room, messages: list[str], facts: list[str]) -> None:
    *before, text = messages
    assert [deed.id for deed in finding(room, text, after(room, *before)).deeds] == facts


def test_who_was_told_all_is_told_that_there_is_nothing_else(room: Room) -> None:
    found = finding(room, "what else did she do", after(room, "What did the mayor do?"))
    assert (found.is_answer, found.deeds, [each.target.id for each in found.near]) == (False, (), ["mayor-accuses"])


def test_what_is_going_on_there_is_asked_of_the_place_that_was_spoken_of(room: Room) -> None:
    text = "what is going on there"
    found = [finding(room, text, each).question for each in (after(room, "Where did the dam burst?"), after(room))]
    assert [question and question.kind for question in found] == ["event", "summary"]


def test_what_became_of_something_is_told_by_several_facts(harbour: Room) -> None:
    found = finding(harbour, "what happened to the beacon")
    assert [deed.id for deed in found.deeds] == ["beacon-broken", "beacon-mended"]


@pytest.mark.parametrize(
    ("messages", "expected"),
    [
        (["why"], None),
        (["What happened?", "but why"], ("dam-burst", "why")),
        (["What happened on the market square?", "why"], ("dam-burst", "why")),
        # of what was spoken of, or refused
        (["Who sent soldiers?", "why"], ("soldiers-sent", "purpose")),
        (["Who is the pope?", "why"], None),
        (["What did the mayor do?", "why"], ("mayor-accuses", "why")),
    ],
)
def test_a_mere_why_is_of_the_story_where_that_was_told(
    later: Room, messages: list[str], expected: tuple[str, str] | None
) -> None:
    *before, text = messages
    found = finding(later, text, after(later, *before)).candidate
    assert (found and (found.target.id, found.slot)) == expected


def test_what_happened_to_a_place_is_not_what_happened_at_it(later: Room) -> None:
    found = {link: [deed.id for deed in finding(later, f"what happened {link} the dam").deeds] for link in ("to", "at")}
    assert found == {"to": ["dam-burst", "mayor-accuses"], "at": ["gym-searched"]}


def test_the_story_as_a_whole_is_asked_of(two: Room) -> None:
    found = finding(two, "did it start", Conversation(story=1))
    assert found.candidate
    assert (found.is_answer, found.candidate.target.id) == (True, "walkout-began")


@pytest.mark.parametrize(
    ("before", "text"),
    [
        # what points back to nothing, and what stands alone
        ("Who painted the trams?", "did it start"),
        ("Where is Samuel?", "have things started"),
    ],
)
def test_the_story_as_a_whole_is_asked_of_where_nothing_else_answers(walkout: Room, before: str, text: str) -> None:
    found = finding(walkout, text, after(walkout, before))
    assert found.candidate
    assert (found.is_answer, found.candidate.target.id) == (True, "walkout-began")
