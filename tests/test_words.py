"""Phrases made of words that are told apart."""

from __future__ import annotations

import pytest

from bot.drafting.words import NUMBER, head_of, written
from tests.drafts import TAGGER


@pytest.mark.parametrize(
    ("text", "head"),
    [("the old mayor of the town", "mayor"), ("hundreds of protesters", "protesters"), ("very quietly", "")],
)
def test_the_noun_that_a_phrase_is_about(text: str, head: str) -> None:
    words = TAGGER.tagged(text, 0)
    assert (head_of(words), written(words)) == (head, text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("about 3,400 homes", "about 3,400"),
        ("at least seven people", "at least seven"),
        ("more than 2,000", "more than 2,000"),
        ("up to £5m", "up to £5m"),
        ("up to the hill", ""),
        ("at least", ""),
        ("about the hill", ""),
    ],
)
def test_what_belongs_to_a_number(text: str, number: str) -> None:
    assert " ".join(word.text for word in TAGGER.tagged(text, 0) if word.tag == NUMBER) == number
