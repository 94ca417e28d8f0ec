"""Puts slips of the keyboard right, towards the knowledge's own words and never away from a real word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import chain

from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from bot.answering.text import REMEMBERED, Normalizer, Token, written_words
from bot.memo import Latest, Memo

SHORTEST = 4
"""Shorter words have too many neighbours to guess from."""


def allowed_slips(length: int) -> int:
    """How many letters of a word may be wrong: one up to five letters, two up to nine, then three."""
    return 1 if length <= 5 else 2 if length <= 9 else 3


class Speller:
    """Tokenizes what readers write."""

    def __init__(
        self,
        normalizer: Normalizer,
        story_words: Iterable[str],
        general_words: Iterable[str],
        is_word: Callable[[str], bool],
    ) -> None:
        """`story_words` are tried before `general_words`; what `is_word` knows is left alone."""
        self._normalizer = normalizer
        self._is_word = is_word
        story = frozenset(story_words)
        self._known = story.union(general_words)
        self._dictionaries = [by_length(story), by_length(self._known - story)]
        self.tokens = Latest(self._tokenize)
        """The tokens of a reader's text, with unknown words taken for the known ones that they resemble."""
        self._read = Memo(self._word_tokens, REMEMBERED)

    def _tokenize(self, text: str) -> Sequence[Token]:
        return tuple(chain.from_iterable(map(self._read.__getitem__, written_words(text))))

    def _word_tokens(self, written: str) -> tuple[Token, ...]:
        return tuple(meant for token in self._normalizer.word_tokens[written] for meant in self._meant(token))

    def _meant(self, token: Token) -> list[Token]:
        word = token.word
        if len(word) < SHORTEST or not word.isalpha() or word in self._known or self._is_word(word):
            return [token]
        if (meant := self._correct(word)) == word:
            return [token]
        return [Token(part, self._normalizer.stem(part), token.capital) for part in self._normalizer.respelt(meant)]

    def _correct(self, word: str) -> str:
        """The nearest known word; a story's word may be as far off as allowed, a general one only nearer."""
        slips = allowed_slips(len(word))
        best = word, slips + 1.0
        for words in self._dictionaries:
            near = [
                other for length in range(len(word) - slips, len(word) + slips + 1) for other in words.get(length, ())
            ]
            limit = min(slips, best[1] - 0.5)
            found = process.extract(word, near, scorer=OSA.distance, score_cutoff=limit, limit=None)  # type: ignore[arg-type]
            if found:
                best = min(
                    ((other, slip) for other, slip, _ in found),
                    key=lambda pair: (pair[1], -JaroWinkler.similarity(word, pair[0])),
                )
        return best[0]


def by_length(words: Iterable[str]) -> dict[int, list[str]]:
    """The words by how many letters they have, in alphabetical order so that ties are settled alike everywhere."""
    lengths: dict[int, list[str]] = defaultdict(list)
    for word in sorted(words):
        if len(word) >= SHORTEST:
            lengths[len(word)].append(word)
    return lengths
