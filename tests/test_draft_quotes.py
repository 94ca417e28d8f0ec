"""Quotes are verbatim and short, and end at a word."""

from __future__ import annotations

import pytest

from bot.drafting.quotes import ENOUGH, quote_of
from bot.knowledge.model import QUOTE_LIMIT, QUOTE_WORDS

LONG = " ".join(["cornerstone"] * 40) + "."


@pytest.mark.parametrize(
    ("start", "end", "needed", "length"), [(0, 11, 0, 11), (0, 480, 0, 83), (0, 480, 110, 107), (0, 480, 230, 119)]
)
def test_quotes_are_cut_at_a_word(start: int, end: int, needed: int, length: int) -> None:
    quote = quote_of(LONG, start, end, needed)
    assert LONG.startswith(quote)
    assert (len(quote), quote.endswith("stone")) == (length, True)


def test_one_long_word_is_cut_all_the_same() -> None:
    assert quote_of("x" * 500, 0, 500) == "x" * ENOUGH
    assert len(quote_of("x" * 500, 0, 500, 500)) == QUOTE_LIMIT


def test_marks_at_the_end_are_left_out() -> None:
    assert quote_of("It burned, she said.", 0, 10) == "It burned"


def test_a_quote_has_few_words() -> None:
    assert quote_of("a " * 40, 0, 80) == " ".join(["a"] * QUOTE_WORDS)
