"""The nouns that stand around a verb."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.drafting.lines import NOWHERE, Span
from bot.drafting.verbs import Group
from bot.drafting.vocabulary import PLURAL_VERBS
from bot.drafting.words import (
    ADJECTIVE,
    ADVERB,
    CONJUNCTION,
    DETERMINER,
    NOMINAL,
    NOUN,
    NUMBER,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    Word,
)


def agreeing(words: Sequence[Word], span: Span, verb: Group) -> Span:
    """Of "no trace of the coins (that are missing)" only the coins, where the verb is in the plural."""
    of = next((at for at in reversed(range(*span)) if words[at].lower == "of"), None)
    if of is None or words[verb.first].lower not in PLURAL_VERBS or words[of - 1].lower.endswith("s"):
        return span
    return of + 1, span[1]


def subject_in(words: Sequence[Word], first: int, end: int) -> Span:
    """Who acts, of the words before a verb: without what opens the sentence, and without an apposition."""
    while first < end and (words[first].text == "," or words[first].tag in (ADVERB, CONJUNCTION)):
        first += 1
    is_closed = end > first and words[end - 1].text == ","
    while end > first and (words[end - 1].text == "," or words[end - 1].tag == ADVERB):
        end -= 1
    chunks = _chunks(words, first, end)
    if chunks and words[first].tag == PREPOSITION and not is_closed:
        chunks = chunks[-1:]  # "In Varn, the town by the dam, *opinion* is divided."
    for start, stop in chunks:
        if words[start].tag in (NOUN, ADJECTIVE, DETERMINER, NUMBER, PRONOUN):
            return start, stop
    return _behind_lead(words, *chunks[-1]) if chunks else NOWHERE


def _behind_lead(words: Sequence[Word], first: int, end: int) -> Span:
    """The noun that follows words for time or place without a comma: "in its ruling *the court* (said)"."""
    start = end
    while start > first and words[start - 1].tag in (NOUN, ADJECTIVE, NUMBER, POSSESSIVE):
        start -= 1
    opens = start - first > 2 and words[start - 1].tag == DETERMINER and words[start - 2].tag != PREPOSITION
    return (start - 1, end) if opens and start < end else NOWHERE


def _chunks(words: Sequence[Word], first: int, end: int) -> list[Span]:
    marks = [at for at in range(first, end) if words[at].text in (",", ";", ":", "—", "–", ".")]
    edges = [first - 1, *marks, end]
    return [(a + 1, b) for a, b in pairwise(edges) if a + 1 < b]


def noun_before(words: Sequence[Word], end: int) -> Span:
    """The noun with its adjectives that ends at a place: "(to quell) unrest (triggered)"."""
    while end and words[end - 1].text in (",", "that"):
        end -= 1
    first = end
    while first and (words[first - 1].tag in NOMINAL or words[first - 1].lower == "of"):
        first -= 1
    while first < end and words[first].lower == "of":
        first += 1
    return first, end
