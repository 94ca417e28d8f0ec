"""Which targets have which terms, packed into arrays: dicts of the same would take some fifteen times the memory."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import chain

from bot.answering.targets import CONTEXT, Hit
from bot.memo import Memo

LOOSE = 0.6
"""What is left of a synonym's hit in a word that stands in no slot."""
WORTHS = 64
"""More than there are worths of other terms."""

Span = tuple[int, int]
"""Where the numbers of a term begin and end."""
NOTHING: Span = (0, 0)


class NumberLists:
    """For each term the numbers of targets, in rising order, one after the other in one array."""

    def __init__(self, lists: Mapping[str, Iterable[int]], *, are_shared: bool = False) -> None:
        """Where they are shared, terms with the same numbers have them together: as all that mean the same do."""
        self._spans: dict[str, Span] = {}
        self._numbers = array("I")
        known: dict[tuple[int, ...], Span] = {}
        for term, numbers in lists.items():
            listed = tuple(sorted(numbers))
            span = known.get(listed)
            if span is None:
                span = len(self._numbers), len(self._numbers) + len(listed)
                self._numbers.extend(listed)
                if are_shared:
                    known[listed] = span
            self._spans[term] = span

    def span(self, term: str) -> Span:
        """Where the numbers of a term stand."""
        return self._spans.get(term, NOTHING)

    def of(self, span: Span) -> Sequence[int]:
        """The numbers there."""
        return self._numbers[slice(*span)]

    def least(self, span: Span) -> int:
        """The first number there; -1 where there is none."""
        start, end = span
        return self._numbers[start] if start < end else -1

    def within(self, span: Span, numbers: range) -> Span:
        """The part of a span whose numbers are within a range."""
        return bisect_left(self._numbers, numbers.start, *span), bisect_left(self._numbers, numbers.stop, *span)

    def place(self, span: Span, number: int) -> int:
        """Where a number stands in a span; -1 where it does not."""
        place = bisect_left(self._numbers, number, *span)
        return place if place < span[1] and self._numbers[place] == number else -1


class Postings(NumberLists):
    """For each term the targets that have it, and how: there are few different hits, so each is kept but once."""

    def __init__(self, postings: Mapping[str, Mapping[int, Hit]]) -> None:
        super().__init__(postings)
        codes: dict[Hit, int] = {}
        sorted_hits = chain.from_iterable(sorted(hits.items()) for hits in postings.values())
        self._codes = array("I", [codes.setdefault(hit, len(codes)) for _number, hit in sorted_hits])
        self._hits = tuple(codes)
        self._scaled = Memo(self._scaled_by, WORTHS)
        self._strengths = Memo(self._strengths_at, WORTHS)

    def hit(self, span: Span, number: int, worth: float | None) -> Hit | None:
        """How a target has a term: a reader's own where `worth` is None, else one that is worth so much instead."""
        place = self.place(span, number)
        return None if place < 0 else self._hits_at(worth)[self._codes[place]]

    def strengths(
        self, span: Span, worth: float | None, among: Container[int] | None = None
    ) -> Iterable[tuple[int, float]]:
        """The targets that have a term, all or those among some, and how strongly."""
        strengths, codes = self._strengths[worth], self._codes[slice(*span)]
        if among is None:
            return zip(self.of(span), map(strengths.__getitem__, codes), strict=True)
        return [(n, strengths[code]) for n, code in zip(self.of(span), codes, strict=True) if n in among]

    def _hits_at(self, worth: float | None) -> Sequence[Hit]:
        return self._hits if worth is None else self._scaled[worth]

    def _strengths_at(self, worth: float | None) -> Sequence[float]:
        return [strength for strength, _mask in self._hits_at(worth)]

    def _scaled_by(self, worth: float) -> Sequence[Hit]:
        return [(strength * worth * (LOOSE if mask == CONTEXT else 1.0), mask) for strength, mask in self._hits]
