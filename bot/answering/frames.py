"""Frames of questions: "to what does the article attribute the claim that it fell?" asks "who says it fell?"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import count
from operator import attrgetter
from typing import NamedTuple, TypeAlias

from bot.answering.phrases import COMMON
from bot.answering.text import Token, Tokens
from bot.memo import Latest

MOST_NESTED = 3
"""How many frames may stand inside each other."""
Spans: TypeAlias = dict[str, tuple[int, int]]
"""Where the words begin and end that stand in a question for each variable of a frame."""


class Part(NamedTuple):
    """One word of a frame: any of some stems, or a variable, which stands for one word or more."""

    stems: frozenset[str]
    variable: str
    is_optional: bool


class Frame(NamedTuple):
    """A question with variables, and the plain question that asks the same."""

    parts: tuple[Part, ...]
    plain: tuple[str | Token, ...]
    needed: frozenset[str]
    """The stems that each question in it has."""
    rank: tuple[int, int]
    """Of two frames that fit, the one with the lower rank counts: it has more words of its own, or comes first."""


class Frames:
    """Rewords questions by frames that are known."""

    def __init__(self, frames: Mapping[str, Iterable[str]], tokens: Callable[[str], Sequence[Token]]) -> None:
        """`frames` has plain questions, and the frames that ask the same; `tokens` takes a text apart."""
        self._known: dict[str, list[Frame]] = defaultdict(list)
        """The frames by the rarest stem that each question in them has."""
        self.plainer = Latest(self._plainest)
        """The question in the plainest words that are known for it; the same where none are."""
        numbers = count()
        for text, texts in frames.items():
            plain = tuple([word if is_variable(word) else tokens(word)[0] for word in text.split()])
            for each in texts:
                parts = tuple([_part(word, tokens) for word in each.split()])
                words = [part.stems for part in parts if _is_word(part)]
                needed = frozenset().union(*(stems for stems in words if len(stems) == 1))
                frame = Frame(parts, plain, needed, (-len(words), next(numbers)))
                for stem in min(words, key=_commonness):
                    self._known[stem].append(frame)

    def _plainest(self, tokens: Tokens) -> Tokens:
        for _ in range(MOST_NESTED):
            if (plain := self._reworded(tokens)) == tokens:
                break
            tokens = plain
        return tokens

    def _reworded(self, tokens: Tokens) -> Tokens:
        stems = [token.stem for token in tokens]
        here = frozenset(stems)
        known = [frame for stem in self._known.keys() & here for frame in self._known[stem] if frame.needed <= here]
        for frame in sorted(known, key=attrgetter("rank")):
            if (spans := _spans(frame.parts, stems, 0)) is not None:
                return _filled(frame.plain, tokens, spans)
        return tokens


def is_variable(word: str) -> bool:
    """Whether a word of a frame stands for words of a question: it is one capital letter."""
    return len(word) == 1 and word.isupper()


def _part(written: str, tokens: Callable[[str], Sequence[Token]]) -> Part:
    if is_variable(written):
        return Part(frozenset(), written, is_optional=False)
    is_optional = written.startswith("(")
    stems = frozenset([token.stem for word in written.strip("()").split("/") for token in tokens(word)[:1]])
    return Part(stems, "", is_optional)


def _is_word(part: Part) -> bool:
    """Whether every question in the frame has this word."""
    return not (part.variable or part.is_optional)


def _commonness(stems: frozenset[str]) -> tuple[bool, int]:
    """How many questions have one of the stems: those with the least are the first."""
    return not stems.isdisjoint(COMMON), len(stems)


def _spans(parts: Sequence[Part], stems: Sequence[str], start: int) -> Spans | None:
    """What the variables stand for if the stems from `start` on are a question in this frame; None if they are not."""
    if not parts:
        return {} if start == len(stems) else None
    part, rest = parts[0], parts[1:]
    if part.variable:
        for end in range(start + 1, len(stems) + 1):
            if (found := _spans(rest, stems, end)) is not None:
                return {**found, part.variable: (start, end)}
        return None
    if start < len(stems) and stems[start] in part.stems:
        found = _spans(rest, stems, start + 1)
        if found is not None:
            return found
    return _spans(rest, stems, start) if part.is_optional else None


def _filled(plain: Iterable[str | Token], tokens: Tokens, spans: Spans) -> Tokens:
    filled: list[Token] = []
    for part in plain:
        if isinstance(part, Token):
            filled.append(part)
        else:
            start, end = spans[part]
            filled += tokens[start:end]
    return tuple(filled)
