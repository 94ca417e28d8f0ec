"""Articles as paragraphs and sentences."""

from __future__ import annotations

import pytest

from tests.drafts import article


def test_blank_lines_separate_paragraphs_and_line_ends_do_not() -> None:
    assert article("One  two\nthree.\n \n\nFour.\n").paragraphs == ("One two three.", "Four.")


def test_what_is_no_paragraph_for_check_is_none_here() -> None:
    assert article("One.\n\n\u200b\n\nTwo.").paragraphs == ("One.", "Two.")


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("It burned. Nobody was hurt.", ["It burned.", "Nobody was hurt."]),
        ("“It burned.” She left.", ["“It burned.”", "She left."]),
        ("Mr. Marsh met J. P. Reyes. He left.", ["Mr. Marsh met J. P. Reyes.", "He left."]),
        ("It rose by 5.2 metres! Really? Yes", ["It rose by 5.2 metres!", "Really?", "Yes"]),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert [sentence.text for sentence in article(text).sentences] == sentences


def test_words_know_their_place_in_the_paragraph() -> None:
    read = article("It burned.\n\nNobody was hurt. They fled at once.")
    for sentence in read.sentences:
        for word in sentence.words:
            assert read.paragraphs[sentence.paragraph - 1][word.start : word.end] == word.text
