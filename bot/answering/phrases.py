"""Finds known sequences of words in a text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Generic, TypeVar

from bot.answering.text import Token

FILLERS = frozenset("a an the of it his her its their my your our one to both all".split())
"""Words that may stand between the words of a phrase: "take to (the) streets"."""
PARTICLES = frozenset("up down out off on in into over away back through apart for".split())
OBJECT_LENGTH = 4
"""How many words may stand between a verb and its particle: "set (the mayor's office) on fire"."""

Value = TypeVar("Value")


class Phrases(Generic[Value]):
    """Finds known sequences of stems in a text."""

    def __init__(self) -> None:
        self._starts: dict[str, tuple[list[Value], dict[str, list[tuple[tuple[str, ...], Value]]]]] = {}
        """By the first stem: the values of that stem alone, and by the second stem the further stems and the value."""

    def add(self, stems: Sequence[str], value: Value) -> None:
        """Makes a sequence of stems known."""
        if not stems:
            return
        alone, longer = self._starts.setdefault(stems[0], ([], {}))
        if len(stems) == 1:
            alone.append(value)
        else:
            longer.setdefault(stems[1], []).append((tuple(stems[1:]), value))

    def find(self, tokens: Sequence[Token], start: int = 0) -> list[tuple[tuple[int, ...], Value]]:
        """Each phrase that stands in the tokens from `start` on: the positions of its words, and its value."""
        found: list[tuple[tuple[int, ...], Value]] = []
        starts, stems = self._starts, {token.stem for token in tokens}
        for first in range(start, len(tokens)):
            if (known := starts.get(tokens[first].stem)) is not None:
                alone, longer = known
                found += [((first,), value) for value in alone]
                if not longer.keys().isdisjoint(stems):
                    found += self._find_longer(tokens, first, longer)
        return found

    def _find_longer(
        self, tokens: Sequence[Token], first: int, longer: Mapping[str, Sequence[tuple[tuple[str, ...], Value]]]
    ) -> Iterator[tuple[tuple[int, ...], Value]]:
        for second in dict.fromkeys([token.stem for token in tokens[first + 1 :]]):
            for rest, value in longer.get(second, ()):
                if (positions := self._follow(tokens, first, rest)) is not None:
                    yield positions, value

    def _follow(self, tokens: Sequence[Token], first: int, rest: tuple[str, ...]) -> tuple[int, ...] | None:
        found, position = [first], first + 1
        for stem in rest:
            # No verb stands before "of": "the head of the bloc, on Facebook" is not "to head on".
            is_noun = position < len(tokens) and tokens[position].word == "of"
            skips = OBJECT_LENGTH if stem in PARTICLES and len(found) == 1 and not is_noun else 0
            while position < len(tokens) and tokens[position].stem != stem:
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
