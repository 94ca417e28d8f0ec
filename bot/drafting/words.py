"""The words of a sentence, with what each is there: noun, verb, determiner and so on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bot.drafting.vocabulary import COUNTS, DETERMINERS, ROUGH_PAIRS, ROUGHLY

NOUN, VERB, ADJECTIVE, ADVERB, DETERMINER, NUMBER = "N", "V", "A", "R", "D", "#"
PREPOSITION, TO, AUXILIARY, PRONOUN, CONJUNCTION, RELATIVE = "P", "T", "X", "O", "C", "W"
POSSESSIVE, QUOTE, MARK = "S", '"', "."
NOMINAL = (NOUN, ADJECTIVE, DETERMINER, NUMBER, POSSESSIVE, PRONOUN)
"""What a noun with all that belongs to it is made of."""


class Word(NamedTuple):
    """A word or mark: its text, where it stands in its paragraph, and what it is there."""

    text: str
    start: int
    end: int
    tag: str = ""
    opens: bool = False
    """Whether it is an ordinary word whose capital only opens a sentence."""

    @property
    def lower(self) -> str:
        """The text in small letters."""
        return self.text.lower()

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


def written(words: Sequence[Word]) -> str:
    """The words as they are written, with single blanks where there were any."""
    text = ""
    for before, word in zip((None, *words), words, strict=False):
        text += " " * bool(before and before.end < word.start) + word.text
    return text


def head_of(words: Sequence[Word]) -> str:
    """The noun that a phrase is about, in small letters: the last before a preposition; empty where none is.

    Of "hundreds of protesters" it is the protesters.
    """
    ends = [at for at, word in enumerate(words) if at and word.tag in (PREPOSITION, VERB, TO, RELATIVE)]
    start = 0
    for end in (*ends, len(words)):
        if noun := next((word.lower for word in reversed(words[start:end]) if word.tag == NOUN), ""):
            return noun
        start = end
    return ""


def is_number(lower: str) -> bool:
    """Whether a word counts: "3,400", "£5m", "seven"."""
    return lower[0].isdigit() or lower[0] in "$£€¥" or (lower in COUNTS and lower not in DETERMINERS)


def is_roughly(before: Sequence[str], lower: str, after: Sequence[str]) -> bool:
    """Whether a word belongs to the number behind it: "*about* 3,400", "*at least* seven"."""
    if not after:
        return False
    if lower in ROUGHLY or (*before, lower) in ROUGH_PAIRS:
        return is_number(after[0])
    return (lower, after[0]) in ROUGH_PAIRS and len(after) > 1 and is_number(after[1])
