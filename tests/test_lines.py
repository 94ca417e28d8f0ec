"""Sentences for grammar, with their text as it stands in the paragraph."""

from __future__ import annotations

import pytest

from bot.drafting.lines import paired
from tests.drafts import line


def test_grammar_sees_neither_brackets_nor_quotation_marks_but_the_text_keeps_them() -> None:
    read = line("The “brave” corps (NRC) left.")
    assert [word.text for word in read.words] == ["The", "brave", "corps", "left", "."]
    assert read.text((0, 4)) == "The “brave” corps (NRC) left"


@pytest.mark.parametrize(
    ("sentence", "span", "text"),
    [
        ("They met “extremist forces” there.", (2, 4), "“extremist forces”"),
        ("“We lost it,” she said.", (0, 3), "We lost it"),
        ('They met "extremist forces" there.', (2, 4), '"extremist forces"'),
        ("They met.", (1, 1), ""),
    ],
)
def test_quotation_marks_stay_only_in_pairs(sentence: str, span: tuple[int, int], text: str) -> None:
    assert line(sentence).text(span) == text


def test_other_words_take_the_place_of_some() -> None:
    read = line("She left on Tuesday.")
    assert read.rewritten((0, 5), [((0, 1), "ada Orr"), ((2, 4), "on 4 March")]) == "Ada Orr left on 4 March."


@pytest.mark.parametrize(("text", "left"), [("a (b", "a b"), ("a” b", "a b"), ("“a” (b)", "“a” (b)"), ('a" b', "a b")])
def test_halves_are_left_out(text: str, left: str) -> None:
    assert paired(text) == left
