"""What a question asks."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from bot.answering.question import Question
from tests.answeringcases import Room


def words(question: Question, positions: Iterable[int]) -> list[str]:
    return [question.tokens[position].word for position in positions]


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
    [
        ("is she from Selvania", True),
        ("was she sent from Selvania", False),
        ("who is from Selvania", False),
        ("was anybody from Selvania there", False),
    ],
)
def test_where_somebody_is_from_may_be_asked(room: Room, text: str, if_from: bool) -> None:
    assert room.read(text).asks_if_from is if_from


@pytest.mark.parametrize(("text", "before"), [("who was the mayor before", True), ("who is the mayor", False)])
def test_an_earlier_time_is_asked_for(room: Room, text: str, before: bool) -> None:
    assert room.read(text).asks_before is before


def test_a_sort_is_asked_for(room: Room) -> None:
    assert room.read("what kind of bridge is it").asks_sort
    assert not room.read("what bridge is it").asks_sort


@pytest.mark.parametrize(
    ("text", "refers"),
    [
        ("is it hard to get in", False),
        ("is it hard to reach her", True),
        ("is it closed", True),
        ("was he there", True),
    ],
)
def test_what_points_at_something(room: Room, text: str, refers: bool) -> None:
    assert room.read(text).refers is refers


@pytest.mark.parametrize(
    ("text", "is_alone"),
    [
        ("is the road open", True),
        ("is Orvendale calm", True),
        ("is the road", False),
        ("is anybody at home", False),
        ("did the road open", False),
        ("why is the road open", False),
    ],
)
def test_what_is_so_of_something(room: Room, text: str, is_alone: bool) -> None:
    assert room.read(text).has_subject_alone is is_alone
