"""Finds names by their capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from bot.drafting.article import Sentence
from bot.drafting.sightings import COMPOUND, Describer, Sighting
from bot.drafting.tagging import Tagger
from bot.drafting.vocabulary import (
    DAY_PARTS,
    MONTHS,
    ORGANIZATIONS,
    OUTLETS,
    PLACES,
    ROLES,
    TITLES,
    WEEKDAYS,
)
from bot.drafting.words import (
    ADJECTIVE,
    NOUN,
    NUMBER,
    QUOTE,
    Word,
    written,
)

JOINING = frozenset({"of", "for", "de", "van", "von", "der", "bin", "al", "da", "la", "du"})
CONTRACTED = re.compile(r"[A-Za-z]+['’](?:ve|re|ll|m|d|t)")
"""Such as "I've": no name."""
APOSTROPHES = frozenset("'’")
CALENDAR = frozenset(WEEKDAYS) | frozenset(MONTHS)


class Spotter:
    """Finds names by their capitals."""

    def __init__(self, tagger: Tagger, demonyms: Mapping[str, str]) -> None:
        """`demonyms` gives the country of an adjective in small letters: "kazakh" is of "Kazakhstan"."""
        self._tagger = tagger
        self._demonyms = demonyms
        self._describer = Describer(tagger, demonyms)

    def sightings(self, sentence: Sentence) -> Iterator[Sighting]:
        """The names of a sentence, in order."""
        for first, end in self._runs(sentence.words):
            start = self._strip_roles(sentence.words, first, end)
            words = sentence.words[start:end]
            compound = COMPOUND.fullmatch(words[0].text) if len(words) == 1 else None
            name = compound[1] if compound else written(words)
            found = Sighting(sentence, start, end, name, from_=start, to=end)
            found.before = sentence.words[first - 1].lower if first else ""
            if not compound:
                self._describer.describe(found, first)
            yield found

    def _runs(self, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
        at = 0
        while at < len(words):
            if not self._is_name_word(words, at):
                at += 1
                continue
            end = at + 1
            while end < len(words) and self._goes_on(words, end):
                end += 1
            while words[end - 1].lower in JOINING:
                end -= 1
            # "Central Asian" describes something; it is no name.
            if words[end - 1].lower not in self._demonyms and words[end - 1].lower not in TITLES | ROLES:
                yield at, end
            at = end

    def _is_name_word(self, words: Sequence[Word], at: int) -> bool:
        word = words[at]
        if word.tag not in (NOUN, ADJECTIVE) or not word.is_capital or word.lower in CALENDAR | DAY_PARTS | {"i"}:
            return False
        if CONTRACTED.fullmatch(word.text):
            return False
        opens = at == 0 or words[at - 1].tag == QUOTE or words[at - 1].text in (":", "—")
        if not opens or not self._tagger.is_common(word.text):
            return word.lower not in self._demonyms or self._precedes_name(words, at)
        return self._precedes_name(words, at)

    def _precedes_name(self, words: Sequence[Word], at: int) -> bool:
        return (
            at + 1 < len(words)
            and words[at + 1].is_capital
            and words[at + 1].tag == NOUN
            and (words[at + 1].lower not in CALENDAR)
        )

    def _goes_on(self, words: Sequence[Word], at: int) -> bool:
        word = words[at]
        if word.tag == NOUN and word.is_capital:
            return word.lower not in CALENDAR
        if word.tag == NUMBER and words[at - 1].is_capital:
            return word.is_capital or (word.text.isdigit() and len(word.text) < 3)
        if word.text in APOSTROPHES and words[at - 1].lower.endswith("s"):
            return at + 1 < len(words) and words[at + 1].is_capital and words[at + 1].lower in ORGANIZATIONS
        if word.lower == "the" and words[at - 1].lower == "of":
            return True  # "of" goes on before "the" only where a name does
        behind = at + 2 if word.lower == "of" and [each.lower for each in words[at + 1 : at + 2]] == ["the"] else at + 1
        follows = behind < len(words) and words[behind].is_capital and words[behind].tag == NOUN
        is_body = words[at - 1].lower in ORGANIZATIONS | OUTLETS | PLACES | {"house", "secretary"}
        return follows and word.lower in JOINING and (is_body or word.lower not in ("of", "for"))

    def _strip_roles(self, words: Sequence[Word], first: int, end: int) -> int:
        """Where the name itself begins, behind "Armenian Prime Minister"."""
        start = first
        for at in range(first, end - 1):
            if self._describer.is_role_word(words[at].lower) or words[at].lower in TITLES:
                start = at + 1
        return start if all(map(self._is_common_or_nation, words[first:start])) else first

    def _is_common_or_nation(self, word: Word) -> bool:
        return self._tagger.is_common(word.text) or word.lower in self._demonyms or word.lower in TITLES
