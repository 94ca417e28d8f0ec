"""Puts slips of the keyboard right, towards the knowledge's own words and never away from a real word."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from functools import partial
from itertools import chain
from typing import TypeAlias

from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from bot.answering.text import REMEMBERED, STRETCHED, Normalizer, Token, plain, words, written_words
from bot.memo import Latest, Memo

SHORTEST = 4
"""Shorter words have too many neighbours to guess from: they are taken for a story's or a common word, or for none."""
LONG = 7
"""From how many letters on more than one of them may be wrong in a word that is none of the story's."""
SHORT = 3
"""How long a word is at least that is guessed at all."""


Dictionaries: TypeAlias = Sequence[Mapping[int, Sequence[str]]]
"""Words that may be meant by how many letters they have, those that are tried first before the others."""
WRITTEN = re.compile(r"[A-Za-z]+")


def allowed_slips(length: int) -> int:
    """How many letters of a word may be wrong: one up to five letters, two up to nine, then three."""
    return 1 if length <= 5 else 2 if length <= 9 else 3


class Speller:
    """Tokenizes what readers write."""

    def __init__(
        self,
        normalizer: Normalizer,
        story_words: Iterable[str],
        general_words: Set[str],
        is_word: Callable[[str], bool],
        common_words: Iterable[str] = (),
        names: Iterable[str] = (),
    ) -> None:
        """`story_words` are tried before `general_words`, or `common_words` where a word is short.

        What `is_word` knows is left alone, and what is written as a name stands for none but `names`.
        """
        self._normalizer = normalizer
        self._is_word = is_word
        story, common = frozenset(story_words), frozenset(common_words)
        # Each set belongs to somebody else as well; one of them all would take half a megabyte.
        self._known = story, common, general_words
        self._dictionaries = [by_length(story, SHORTEST), by_length(common.union(general_words) - story, SHORTEST)]
        self._for_short = [by_length(story, SHORT), by_length(common - story, SHORT)]
        self._for_names = [by_length(names, SHORT)]
        self.tokens = Latest(self._tokenize)
        """The tokens of a reader's text, with unknown words taken for the known ones that they resemble."""
        self._read = Memo(self._word_tokens, REMEMBERED)
        self._named = Memo(self._name_tokens, REMEMBERED)
        self._slips = Memo(self._is_slip, REMEMBERED)

    def reconsidered(self, text: str) -> str:
        """The text with words that a slip may have made of the story's, "when did the *sits* go down"; else empty.

        These are real words, but none of those that news is written in, and they stand beside another slip: nobody
        who asks of a court without any means a count.
        """
        if not any(map(self._slips.__getitem__, written_words(text))):
            return ""
        meant = WRITTEN.sub(lambda match: self._reconsider(match[0]), plain(text))
        return "" if meant == plain(text) else meant

    def _is_slip(self, written: str) -> bool:
        """Whether a word is not what it is taken for."""
        return [token.word for token in self._read[written]] != [word for word, _capital in words(written)]

    def _is_left(self, word: str) -> bool:
        """Whether a word is no slip, or too short to tell of what."""
        return len(word) < SHORT or not word.isalpha() or self._is_known(word) or self._is_word(word)

    def _is_known(self, word: str) -> bool:
        story, common, general = self._known
        return word in story or word in general or word in common

    def _reconsider(self, written: str) -> str:
        word = written.casefold()
        if len(word) < SHORT or self._is_known(word) or not self._is_word(word):
            return written
        lengths = range(len(word) - 1, len(word) + 2)
        near = [other for known in self._for_short for length in lengths for other in known.get(length, ())]
        found = process.extract(word, near, scorer=OSA.distance, score_cutoff=1, limit=None)
        return max((other for other, _slip, _ in found), key=partial(JaroWinkler.similarity, word), default=written)

    def _tokenize(self, text: str) -> Sequence[Token]:
        written = self._normalizer.written(text)
        names = set(filter(_is_name, written[1:]))
        if not names or len(names) > len(written) / 2:  # "What Did The Mayor Do" has none
            return tuple(chain.from_iterable(map(self._read.__getitem__, written)))
        each = (self._named[word] if word in names else self._read[word] for word in written)
        return tuple(chain.from_iterable(each))

    def _word_tokens(self, written: str) -> tuple[Token, ...]:
        known = self._dictionaries, self._for_short
        return tuple(meant for token in self._normalizer.word_tokens[written] for meant in self._meant(token, *known))

    def _name_tokens(self, written: str) -> tuple[Token, ...]:
        known = self._for_names, self._for_names
        return tuple(meant for token in self._normalizer.word_tokens[written] for meant in self._meant(token, *known))

    def _meant(self, token: Token, known: Dictionaries, for_short: Dictionaries) -> list[Token]:
        word = token.word
        if self._is_left(word) or (token.capital and len(word) < SHORTEST):
            return [token]
        if (meant := _correct(word, known if len(word) >= SHORTEST else for_short, self._is_word)) == word:
            return [token]
        return [Token(part, self._normalizer.stem(part), token.capital) for part in self._normalizer.respelt(meant)]


def _correct(word: str, dictionaries: Dictionaries, is_word: Callable[[str], bool]) -> str:
    """The nearest known word; a story's word may be as far off as allowed, a general one only nearer."""
    if word.endswith("in") and is_word(f"{word}g"):
        return f"{word}g"  # "stayin"
    pairs = (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1))
    turned = set(pairs) - {word}
    for known in dictionaries:  # "shrot" is "short" before it is "shot"
        if right := turned.intersection(known.get(len(word), ())):
            return min(right)
    slips = allowed_slips(len(word))
    best = word, slips + 1.0
    for known in dictionaries:
        near = [other for length in range(len(word) - slips, len(word) + slips + 1) for other in known.get(length, ())]
        limit = min(slips, best[1] - 0.5)
        found = process.extract(word, near, scorer=OSA.distance, score_cutoff=limit, limit=None)  # type: ignore[arg-type]
        if found:
            best = min(
                ((other, slip) for other, slip, _ in found),
                key=lambda pair: (pair[1], -JaroWinkler.similarity(word, pair[0])),
            )
        slips = 1 if len(word) < LONG else slips  # "merkel" is no "merely"
    return best[0]


def _is_name(written: str) -> bool:
    """Whether a word is written as names are: "Smith", and not "HELP"."""
    return written[0].isupper() and written[1:].islower()


def by_length(words: Iterable[str], shortest: int) -> dict[int, list[str]]:
    """The words by how many letters they have, in alphabetical order so that ties are settled alike everywhere.

    Left out are those that are no one word: "y/n", and those of stretched letters: "xxx".
    """
    lengths: dict[int, list[str]] = defaultdict(list)
    for word in sorted(words):
        if len(word) >= shortest and "/" not in word and not STRETCHED.search(word):
            lengths[len(word)].append(word)
    return lengths
