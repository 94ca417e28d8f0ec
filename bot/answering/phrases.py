"""Finds known sequences of words in a text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import Generic, TypeVar

from bot.answering.text import AUXILIARY, PREPOSITIONS, WH, Token

FILLERS = frozenset("a an the of it his her its their my your our one to both all".split())
"""Words that may stand between the words of a phrase: "take to (the) streets"."""
PARTICLES = frozenset("up down out off on in into over away back through apart for".split())
GAP = "…"
"""Stands in a phrase for its object: "show … the door"."""
OBJECT_LENGTH = 4
"""How many words an object may have: "set (the mayor's office) on fire"."""
COMMON = FILLERS | AUXILIARY | PREPOSITIONS | WH
"""Words that most texts have."""

Value = TypeVar("Value")


class Phrases(Generic[Value]):
    """Finds known sequences of stems in a text."""

    def __init__(self) -> None:
        self._words: dict[str, list[Value]] = {}
        """What single stems stand for."""
        self._known: dict[str, dict[str, list[tuple[tuple[str, ...], Value]]]] = {}
        """Longer sequences and their values, under the rarest of their stems and the next rarest."""

    def add(self, stems: Sequence[str], value: Value) -> None:
        """Makes a sequence of stems known."""
        if not stems:
            return
        if len(stems) == 1:
            values = self._words.setdefault(stems[0], [])
            if value not in values:
                values.append(value)
            return
        # Long words are rare.
        words = [stem for stem in stems if stem != GAP]
        rarest, second = sorted(words, key=lambda stem: (stem in COMMON, -len(stem), stem))[:2]
        phrases = self._known.setdefault(rarest, {}).setdefault(second, [])
        if (phrase := (tuple(stems), value)) not in phrases:
            phrases.append(phrase)

    def find(self, tokens: Sequence[Token]) -> list[tuple[tuple[int, ...], Value]]:
        """Each phrase that stands in the tokens: the positions of its words, and its value."""
        stems = [token.stem for token in tokens]
        stand_here = set(stems)
        found: list[tuple[tuple[int, ...], Value]] = []
        if words := self._words.keys() & stand_here:
            found = [
                ((start,), value) for start, stem in enumerate(stems) if stem in words for value in self._words[stem]
            ]
        if known := self._known.keys() & stand_here:
            found += self._longer(tokens, stems, known, stand_here)
        return sorted(_nearest(found, stems), key=itemgetter(0)) if len(found) > 1 else found

    def _longer(
        self, tokens: Sequence[Token], stems: Sequence[str], known: Iterable[str], stand_here: set[str]
    ) -> list[tuple[tuple[int, ...], Value]]:
        """The phrases of several words, of which the known stems are the rarest."""
        found = []
        for rarest in known:
            following = self._known[rarest]
            if stand_here.isdisjoint(following):
                continue
            for second in following.keys() & stand_here:
                for phrase, value in following[second]:
                    if len(phrase) == 2 or stand_here.issuperset(phrase) or GAP in phrase:
                        start = -1
                        for _ in range(stems.count(phrase[0])):
                            start = stems.index(phrase[0], start + 1)
                            if positions := self._follow(tokens, stems, start, phrase):
                                found.append((positions, value))
        return found

    def _follow(
        self, tokens: Sequence[Token], stems: Sequence[str], first: int, phrase: tuple[str, ...]
    ) -> tuple[int, ...] | None:
        if tuple(stems[first : first + len(phrase)]) == phrase:
            return tuple(range(first, first + len(phrase)))
        found, position = [first], first + 1
        for before, stem in pairwise(phrase):
            if stem == GAP:
                continue
            # No verb stands before "of": "the head of the bloc, on Facebook" is not "to head on".
            is_noun = position < len(tokens) and tokens[position].word == "of"
            is_apart = before == GAP or (stem in PARTICLES and len(found) == 1)
            skips = OBJECT_LENGTH if is_apart and not is_noun else 0
            while position < len(tokens) and stems[position] != stem:
                if tokens[position].word not in FILLERS:
                    skips -= 1
                    if skips < 0:
                        return None
                position += 1
            if position == len(tokens):
                return None
            found.append(position)
            position += 1
        return tuple(found)


def _nearest(
    found: Sequence[tuple[tuple[int, ...], Value]], stems: Sequence[str]
) -> list[tuple[tuple[int, ...], Value]]:
    """Those whose particle belongs to no nearer verb: "the head put it out" is not "to head out"."""
    verbs: dict[int, int] = {}
    for positions, _ in found:
        if len(positions) == 2 and stems[positions[1]] in PARTICLES:
            verbs[positions[1]] = max(positions[0], verbs.get(positions[1], 0))
    return [each for each in found if len(each[0]) != 2 or verbs.get(each[0][1], 0) <= each[0][0]]
