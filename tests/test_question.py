"""What a question asks."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from bot.answering.message import Segmenter
from bot.answering.question import Question
from tests.answeringcases import Room


def words(question: Question, positions: Iterable[int]) -> list[str]:
    return [question.tokens[position].word for position in positions]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("who ordered it", "who"),
        ("whom did she accuse", "who"),
        ("when did it burst", "when"),
        ("since when is it closed", "when"),
        ("what date did it burst", "when"),
        ("date of the flood", "when"),
        ("where did it burst", "where"),
        ("why did it burst", "why"),
        ("how come it burst", "why"),
        ("what is the reason for the flood", "why"),
        ("what caused the flood", "why"),
        ("which events led to the flood", "why"),
        ("what are the soldiers for", "purpose"),
        ("to do what", "purpose"),
        ("what is the aim of the mission", "purpose"),
        ("how did it burst", "how"),
        ("how many soldiers left", "how_many"),
        ("how much water", "how_many"),
        ("number of soldiers", "how_many"),
        ("how man soldiers left", "how_many"),
        ("quote the bit about how long they stay", "how_long"),
        ("how long did it last", "how_long"),
        ("how many days did it last", "how_long"),
        ("until when is it closed", "how_long"),
        ("how old is greta", "how_old"),
        ("how often did it rain", "other"),
        ("how sure is it", "attribution"),
        ("who says that it burst", "attribution"),
        ("according to", "attribution"),
        ("what did the mayor do", "did"),
        ("what happened to the dam", "event"),
        ("what befell the dam", "event"),
        ("how is the hospital now", "event"),
        ("how is the hospital guarded", "how"),
        ("what is the situation in the town", "event"),
        ("what is the worst of the situation", "what"),
        ("what did she order", "what"),
        ("which bridge was closed", "which"),
        ("in which town did it burst", "which"),
        ("what does the letter stand for", "name"),
        ("what kestrin stands for", "name"),
        ("what is meant by it", "define"),
        ("what is the name of the mayor", "name"),
        ("which country is she from", "define"),
        ("which country was it sent from", "which"),
        ("did the dam burst", "yes_no"),
        ("is it closed", "yes_no"),
        ("the dam", "topic"),
        ("what happened", "summary"),
        ("summary", "summary"),
        ("timeline", "timeline"),
    ],
)
def test_kinds(room: Room, text: str, kind: str) -> None:
    assert room.read(text).kind == kind


@pytest.mark.parametrize(
    ("text", "focus", "content"),
    [
        ("who ordered the evacuation", [], ["ordered", "evacuation"]),
        ("which stone bridge was closed", ["stone", "bridge"], ["stone", "bridge", "closed"]),
        ("what kind of bridge was closed", ["bridge"], ["bridge", "closed"]),
        ("how many soldiers were sent", ["soldiers"], ["soldiers", "sent"]),
        ("quote the bit about how long they stay", [], ["stay"]),
        ("which of the soldiers left", ["soldiers"], ["soldiers", "left"]),
        ("what got more expensive", [], ["more", "expensive"]),
        ("what the mayor said", [], ["mayor", "said"]),
        ("what was the number of soldiers", ["soldiers"], ["soldiers"]),
        ("how long did the flood last", [], ["flood"]),
        ("when did the flood take place", [], ["flood"]),
        ("so where exactly is it, lol", [], []),
        ("who all sent both soldiers", [], ["sent", "soldiers"]),
        ("were all soldiers sent", [], ["all", "soldiers", "sent"]),
    ],
)
def test_focus_and_content(room: Room, text: str, focus: list[str], content: list[str]) -> None:
    question = room.read(text)
    assert words(question, question.focus) == focus
    assert words(question, question.content) == content


@pytest.mark.parametrize(
    ("text", "negated"),
    [("who did not leave", True), ("nobody left", True), ("who left", False), ("did not nobody leave", False)],
)
def test_negation(room: Room, text: str, negated: bool) -> None:
    assert room.read(text).is_negated is negated


@pytest.mark.parametrize(
    ("text", "shouted"), [("WHO LEFT THE TOWN", True), ("Who left", False), ("who left THE Town today", False)]
)
def test_shouting(room: Room, text: str, shouted: bool) -> None:
    assert room.read(text).is_shouted is shouted


@pytest.mark.parametrize(
    ("text", "copular", "bare"),
    [
        ("who is the mayor", True, True),
        ("who was arrested", True, False),
        ("who left", False, False),
    ],
)
def test_what_somebody_is(room: Room, text: str, copular: bool, bare: bool) -> None:
    question = room.read(text)
    assert (question.is_copular, question.is_bare) == (copular, bare)


def test_a_question_that_goes_on(room: Room) -> None:
    assert room.read("and where").opens_with_and
    assert words(room.read("and where"), [0]) == ["where"]
    assert not room.read("where").opens_with_and


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("what did she say verbatim", True),
        ("what did she say word for word", True),
        ("what did she say in her own words", True),
        ("quote what she said", True),
        ("what did she say in a few words", False),
        ("what did she say", False),
    ],
)
def test_somebodys_very_words_are_asked_for(room: Room, text: str, quoted: bool) -> None:
    assert room.read(text).asks_quote is quoted


@pytest.mark.parametrize(
    ("text", "several"),
    [
        ("which soldiers left", True),
        ("which bridge was closed", False),
        ("which grass was cut", False),
        ("who left", False),
    ],
)
def test_several_are_asked_for(room: Room, text: str, several: bool) -> None:
    assert room.read(text).asks_several is several


@pytest.mark.parametrize(
    ("text", "if_from"),
    [("is she from Selvania", True), ("was she sent from Selvania", False), ("who is from Selvania", False)],
)
def test_where_somebody_is_from_may_be_asked(room: Room, text: str, if_from: bool) -> None:
    assert room.read(text).asks_if_from is if_from


@pytest.mark.parametrize(("text", "before"), [("who was the mayor before", True), ("who is the mayor", False)])
def test_an_earlier_time_is_asked_for(room: Room, text: str, before: bool) -> None:
    assert room.read(text).asks_before is before


def test_a_sort_is_asked_for(room: Room) -> None:
    assert room.read("what kind of bridge is it").asks_sort
    assert not room.read("what bridge is it").asks_sort


def test_a_statement_is_a_yes_no_question(room: Room) -> None:
    assert room.analyzer.read(room.tokens("the dam burst"), is_statement=True).kind == "yes_no"


def test_a_noun_that_tells_the_kind_may_be_meant_as_itself(room: Room) -> None:
    wordings = room.analyzer.wordings(room.tokens("number of soldiers"), is_statement=False, excluded=())
    assert [(question.kind, question.cue) for question in wordings] == [("how_many", True), ("topic", False)]


def test_alternatives_are_asked_one_by_one(room: Room) -> None:
    tokens = room.tokens("did it burst on Sunday or on Monday")
    whole, *sides = room.analyzer.wordings(tokens, is_statement=False, excluded=())
    assert whole.is_whole
    assert [words(side, range(len(side.tokens))) for side in sides] == [
        ["did", "it", "burst", "on", "sunday"],
        ["did", "it", "burst", "on", "monday"],
    ]
    assert not any(side.is_whole for side in sides)


def readings(room: Room, message: str) -> list[list[Question]]:
    (clauses,) = Segmenter(room.language, room.tokens).asking_sentences(message)
    return room.analyzer.readings(clauses)


def test_one_clause_has_one_reading(room: Room) -> None:
    ((question,),) = readings(room, "who left the town?")
    assert not question.is_joined


def test_the_asking_clause_is_read_alone_and_with_the_others(room: Room) -> None:
    alone, whole = readings(room, "Heavy rain fell, why did the dam burst?")
    assert not alone[0].is_joined
    assert whole[0].is_joined
    assert set(words(alone[0], alone[0].content)) < set(words(whole[0], whole[0].content))


def test_what_is_taken_for_granted_belongs_to_the_question(room: Room) -> None:
    (whole,) = readings(room, "After the dam burst, who left?")
    assert {"dam", "burst", "left"} <= set(words(whole[0], whole[0].content))


def test_what_the_answer_must_not_name_is_set_apart(room: Room) -> None:
    ((question,),) = readings(room, "Besides the hospital, what was flooded?")
    assert [token.word for token in question.excluded] == ["the", "hospital"]
    assert words(question, question.content) == ["flooded"]


@pytest.mark.parametrize(
    ("message", "asked"),
    [
        ("Who blamed them, the mayor or the minister?", "who blamed them"),
        ("Which of the two, the mayor or the minister, blamed them?", "who blamed them"),
        ("Which one blamed them, the mayor or the minister?", "who blamed them"),
    ],
)
def test_answers_that_are_only_offered_are_no_part_of_the_question(room: Room, message: str, asked: str) -> None:
    (wordings,) = readings(room, message)
    assert " ".join(words(wordings[0], range(len(wordings[0].tokens)))) == asked


def test_that_very_words_are_wanted_belongs_to_the_question(room: Room) -> None:
    (wordings,) = readings(room, "What did the mayor say, word for word?")
    assert wordings[0].asks_quote
    assert not wordings[0].is_joined


def test_readers_talking_about_themselves_set_no_condition(room: Room) -> None:
    for wordings in readings(room, "My cellar is wet, when did the dam burst?"):
        assert "cellar" not in words(wordings[0], wordings[0].content)
