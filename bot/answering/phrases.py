"""Finds known sequences of words in a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
        self._single: dict[str, list[Value]] = {}
        self._longer: dict[str, dict[str, list[tuple[tuple[str, ...], Value]]]] = {}
        """By the first stem and the second, so that few phrases are followed: the further stems, and the value."""

    def add(self, stems: Sequence[str], value: Value) -> None:
        """Makes a sequence of stems known."""
        if not stems:
            return
        if len(stems) == 1:
            self._single.setdefault(stems[0], []).append(value)
        else:
            seconds = self._longer.setdefault(stems[0], {})
            seconds.setdefault(stems[1], []).append((tuple(stems[1:]), value))

    def find(self, tokens: Sequence[Token], start: int = 0) -> Iterator[tuple[tuple[int, ...], Value]]:
        """Each phrase that stands in the tokens: the positions of its words, and its value."""
        stems: set[str] | None = None
        single, longer = self._single, self._longer
        for first in range(start, len(tokens)):
            stem = tokens[first].stem
            if stem in single:
                for value in single[stem]:
                    yield (first,), value
            if stem in longer:
                stems = stems or {token.stem for token in tokens}
                for second in longer[stem].keys() & stems:
                    for rest, value in longer[stem][second]:
                        if (found := self._follow(tokens, first, rest)) is not None:
                            yield found, value

    def _follow(self, tokens: Sequence[Token], first: int, rest: tuple[str, ...]) -> tuple[int, ...] | None:
        found, position = [first], first + 1
        for stem in rest:
            skips = OBJECT_LENGTH if stem in PARTICLES and len(found) == 1 else 0
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
