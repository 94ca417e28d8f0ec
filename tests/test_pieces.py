"""Messages split into sentences and pieces, and the pieces that belong together."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.answering.pieces import is_worded_as_question, joined, pieces_of, sentences, turned, untagged
from bot.answering.text import Token
from tests.answeringcases import Room


def texts(pieces: Sequence[Sequence[Token]]) -> list[str]:
    return [" ".join(token.word for token in tokens) for tokens in pieces]


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("Who left? When?", ["Who left? ", "When?"]),
        ("Who left town and when did they go", ["Who left town?", "when did they go?"]),
        ("Who left and when?", ["Who left and when?"]),
        ("What is the U.N. doing", ["What is the U.N. doing"]),
        ("Mr. Falk left", ["Mr. Falk left"]),
        ("", [""]),
    ],
)
def test_sentences(message: str, expected: list[str]) -> None:
    assert sentences(message) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("the dam burst, who says so", ["the dam burst", "who says so"]),
        # what is taken back, put in or put right
        ("no, wait, the mayor left", ["the mayor left"]),
        ("no", ["no"]),
        ("I mean the mayor", ["the mayor"]),
        ("how many left, did they say", ["how many left"]),
        ("who fell in the mill, sorry, in the lake", ["who fell in the lake"]),
        ("whatever became of her", ["what became of her"]),
        ("is there a ferry I live there", ["is there a ferry", "i live there"]),
        (", ,", []),
    ],
)
def test_pieces(room: Room, sentence: str, expected: list[str]) -> None:
    assert texts(pieces_of(sentence, room.tokens)) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("was it one dam, or several", ["was it one dam or several"]),
        ("the mayor, is she well", ["is the mayor well"]),
        ("the mayor, who is well", ["the mayor", "who is well"]),
        ("according to Tass, who fled", ["who fled according to tass"]),
        ("who fled, according to Tass", ["who fled according to tass"]),
        ("what was it, according to Tass, that fled", ["what was it", "according to tass", "that fled"]),
        ("according to whom, who fled", ["according to whom", "who fled"]),
        ("according to Tass, she fled", ["according to tass", "she fled"]),
        ("the mayor of Bergen, who fled", ["the mayor of bergen", "who fled"]),
    ],
)
def test_pieces_that_belong_together(room: Room, sentence: str, expected: list[str]) -> None:
    assert texts(joined(pieces_of(sentence, room.tokens))) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [("she left, didn't she", ["she left"]), ("who left, did she", []), ("she left", [])],
)
def test_a_tag_makes_a_question(room: Room, sentence: str, expected: list[str]) -> None:
    assert texts(untagged(pieces_of(sentence, room.tokens))) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("let us turn to the mayor: who is she", ["the mayor", "who is she"]),
        ("what about the mayor, who is she", ["the mayor", "who is she"]),
        ("let us turn to the mayor", ["let us turn to the mayor"]),
    ],
)
def test_turning_to_something(room: Room, sentence: str, expected: list[str]) -> None:
    assert texts(turned(pieces_of(sentence, room.tokens))) == expected


@pytest.mark.parametrize(
    ("text", "is_question"),
    [
        ("who left", True),
        ("and did she leave", True),
        ("to whom", True),
        ("what a mess", False),
        ("don't laugh", False),
        ("she left", False),
        ("and", False),
    ],
)
def test_words_that_ask(room: Room, text: str, is_question: bool) -> None:
    assert is_worded_as_question(room.tokens(text)) is is_question
