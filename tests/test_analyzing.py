"""Clauses taken apart."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from bot.answering.message import Segmenter
from bot.answering.question import Question
from tests.answeringcases import Room


def words(question: Question, positions: Iterable[int]) -> list[str]:
    return [question.tokens[position].word for position in positions]


def test_a_statement_is_a_yes_no_question(room: Room) -> None:
    assert room.analyzer.read(room.tokens("the dam burst"), is_statement=True).kind == "yes_no"


def test_a_noun_that_tells_the_kind_may_be_meant_as_itself(room: Room) -> None:
    wordings = room.analyzer.wordings(room.tokens("cause of the fire"), is_statement=False, excluded=())
    assert [(question.kind, question.cue) for question in wordings] == [("why", True), ("topic", False)]


@pytest.mark.parametrize(
    ("text", "read", "kind"),
    [
        ("any dead", "is there any dead", "yes_no"),
        ("anyone hurt", "is anyone hurt", "yes_no"),
        # what tells the kind by itself, and what has a verb or a place, is as it was
        ("any reason", "any reason", "why"),
        ("any dead in orvendale", "any dead in orvendale", "topic"),
        ("dead", "dead", "topic"),
    ],
)
def test_whether_there_is_something_may_be_asked_without_a_verb(room: Room, text: str, read: str, kind: str) -> None:
    question = room.analyzer.read(room.tokens(text))
    assert (" ".join(token.word for token in question.tokens), question.kind) == (read, kind)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("who leads selvania", "who is the leader of selvania"),
        ("who runs out", ""),
        ("who leads", ""),
        ("who ordered the evacuation", ""),
    ],
)
def test_who_leads_it_may_be_asked_of_its_leader(room: Room, text: str, meant: str) -> None:
    _question, *others = room.analyzer.wordings(room.tokens(text), is_statement=False)
    assert [" ".join(token.word for token in other.tokens) for other in others] == [meant] * bool(meant)


@pytest.mark.parametrize(
    ("text", "asks_name"),
    [
        ("the name of the man who left", True),
        ("what is the name of the man who left", True),
        ("who is in the name of the law", False),
    ],
)
def test_a_name_may_be_asked_of_whoever_did_something(room: Room, text: str, asks_name: bool) -> None:
    assert room.analyzer.read(room.tokens(text)).asks_name is asks_name


def test_a_number_is_always_asked_for(room: Room) -> None:
    (question,) = room.analyzer.wordings(room.tokens("number of soldiers"), is_statement=False, excluded=())
    assert (question.kind, question.cue) == ("how_many", True)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("why did they leave quote it if you can", "why did they leave"),
        ("why did they leave the quote", "why did they leave the quote"),
    ],
)
def test_that_it_is_to_be_quoted_is_no_part_of_what_is_asked(room: Room, text: str, asked: str) -> None:
    question = room.analyzer.read(room.tokens(text))
    assert question.asks_quote
    assert " ".join(token.word for token in question.tokens) == asked


def test_alternatives_are_asked_one_by_one(room: Room) -> None:
    tokens = room.tokens("did it burst on Sunday or on Monday")
    whole, *sides, either = room.analyzer.wordings(tokens, is_statement=False, excluded=())
    assert whole.is_whole
    assert (either.kind, words(either, either.content)) == ("when", ["burst"])
    assert [words(side, range(len(side.tokens))) for side in sides] == [
        ["did", "it", "burst", "on", "sunday"],
        ["did", "it", "burst", "on", "monday"],
    ]
    assert not any(side.is_whole for side in sides)


def test_what_is_done_in_either_way_is_done_to_the_same(room: Room) -> None:
    sides = room.analyzer.wordings(room.tokens("did she open or close the bridge"), is_statement=False)[1:]
    assert [words(side, range(len(side.tokens))) for side in sides] == [
        ["did", "she", "open", "the", "bridge"],
        ["did", "she", "close", "the", "bridge"],
    ]


def test_an_amount_is_no_alternative_by_itself(room: Room) -> None:
    tokens = room.tokens("was one dam hit or were there several")
    _whole, *sides = room.analyzer.wordings(tokens, is_statement=False, excluded=())
    assert [words(side, range(len(side.tokens))) for side in sides] == [["was", "one", "dam", "hit"]]


@pytest.mark.parametrize(
    ("text", "worded"),
    [
        ("who was behind the theft", ["who was behind the theft", "who carried out the theft"]),
        ("who is behind it", ["who is behind it"]),
    ],
)
def test_who_is_behind_a_deed_did_it(room: Room, text: str, worded: list[str]) -> None:
    wordings = room.analyzer.wordings(room.tokens(text), is_statement=False, excluded=())
    assert [" ".join(token.word for token in question.tokens) for question in wordings] == worded


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


def test_whose_something_is_may_be_told_by_the_question_itself(room: Room) -> None:
    alone, _whole = readings(room, "Last one before bed, what did the mayor do with her papers?")
    whole, _alone = readings(room, "Last one on the mayor, what did she do?")
    assert (alone[0].is_joined, whole[0].is_joined) == (False, True)


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


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("is the ferry no longer there", ["ferry"]),
        ("is the ferry there any longer", ["ferry"]),
        ("is the bridge longer than the dam", ["bridge", "longer", "dam"]),
        ("is the league a military one", ["league", "military"]),
        ("is the league the one", ["league", "one"]),
    ],
)
def test_a_word_may_carry_nothing_beside_its_neighbour(room: Room, text: str, content: list[str]) -> None:
    question = room.read(text)
    assert words(question, question.content) == content


@pytest.mark.parametrize(
    ("text", "asks"), [("the time", True), ("at what hour", True), ("time of the flood", True), ("date", False)]
)
def test_the_hour_is_asked_for(room: Room, text: str, asks: bool) -> None:
    question = room.read(text)
    assert (question.kind, question.asks_hour) == ("when", asks)


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("who was the mayor before", True),
        ("who was sent before the rest", False),
        ("who was the mayor before the others", False),
    ],
)
def test_before_others_is_no_earlier_time(room: Room, text: str, before: bool) -> None:
    assert room.read(text).asks_before is before


@pytest.mark.parametrize(
    ("text", "kind"),
    [("curfew over", "yes_no"), ("soldiers out", "yes_no"), ("curfew", "topic"), ("soldiers in or out", "topic")],
)
def test_a_few_words_may_ask_if_it_goes_on(room: Room, text: str, kind: str) -> None:
    assert room.read(text).kind == kind
