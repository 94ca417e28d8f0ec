"""What a word of a question leads to, looked up for one target after the other.

A frequent word leads to thousands of targets, of which a question looks at a few: those that its rarer words lead to.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from copy import copy

from bot.answering.postings import NOTHING, NumberLists, Postings, Span
from bot.answering.targets import NO_HIT, Hit, better

KEPT = 256
"""Of how many targets a word keeps at hand how it leads there."""
SCANNED = 32
"""How many postings can be run through in the time in which one target is looked up."""


class Strand:
    """What one term of a reader's leads to: the targets that have it, or that have another term for it."""

    __slots__ = ("_opposed", "_opposites", "_own", "_postings", "_spans", "size")

    def __init__(
        self, postings: Postings, terms: Iterable[tuple[str, float | None]], opposites: NumberLists, opposed: Span
    ) -> None:
        """`terms` have their worth beside them, the reader's own None.

        Targets that have only other terms, and stand in the span `opposed` of `opposites`, are left out.
        """
        self._postings = postings
        spans = [(postings.span(term), worth) for term, worth in terms]
        self._spans = [(span, worth) for span, worth in spans if span != NOTHING]
        self._own = next((span for span, worth in self._spans if worth is None), NOTHING)
        self._opposites, self._opposed = opposites, opposed
        self.size = _size(self._spans)
        """How many postings there are to run through."""

    def within(self, parts: Sequence[range]) -> Strand:
        """What it leads to among targets with some numbers."""
        part = copy(self)
        spans = [(self._postings.within(span, numbers), worth) for span, worth in self._spans for numbers in parts]
        part._spans = [((start, end), worth) for (start, end), worth in spans if start < end]
        part.size = _size(part._spans)
        return part

    def hit(self, number: int) -> Hit | None:
        """How a target has it."""
        found: Hit | None = None
        for span, worth in self._spans:
            if hit := self._postings.hit(span, number, worth):
                found = better(found, hit)
        if found is None or self._opposites.place(self._opposed, number) < 0:
            return found
        return None if self._postings.place(self._own, number) < 0 else found

    def strengths(self, among: Container[int] | None = None) -> dict[int, float]:
        """The targets that have it, all or those among some, and how strongly."""
        found: dict[int, float] = {}
        for span, worth in self._spans:
            strengths = self._postings.strengths(span, worth, among)
            if not found:
                found = dict(strengths)
                continue
            known = found.get
            for number, strength in strengths:
                if strength > known(number, 0.0):
                    found[number] = strength
        for number in self._opposing(found.keys()):
            del found[number]
        return found

    def count_below(self, limit: int) -> int:
        """How many targets have it whose numbers are less than `limit`."""
        if len(self._spans) == 1 and self._opposed == NOTHING:
            start, end = self._postings.within(self._spans[0][0], range(limit))
            return end - start
        return len(self.below(limit))

    def below(self, limit: int) -> set[int]:
        """The numbers of the targets that have it, as far as they are less than `limit`."""
        postings = self._postings
        found = set[int]().union(*[postings.of(postings.within(span, range(limit))) for span, _ in self._spans])
        return found - self._opposing(found)

    def _opposing(self, numbers: Iterable[int]) -> set[int]:
        if self._opposed == NOTHING:
            return set()
        opposed = set(self._opposites.of(self._opposed)).intersection(numbers)
        return opposed.difference(self._postings.of(self._own))


def _size(spans: Iterable[tuple[Span, float | None]]) -> int:
    return sum([end - start for (start, end), _worth in spans])


class Reach(dict[int, Hit]):
    """By the number of a target the hit that a word has in it: NO_HIT where there is none."""

    __slots__ = ("_facts", "_limit", "_strands", "_strengths", "denied_by", "size")

    def __init__(self, strands: Sequence[Strand], facts: int, denied_by: frozenset[int] = frozenset()) -> None:
        """`strands` are those of the terms that the word is or belongs to; numbers less than `facts` are facts'."""
        super().__init__()
        self._strands = [strand for strand in strands if strand.size]
        self._strengths: dict[int, float] | None = None
        self._limit = facts
        self._facts: int | None = None
        self.denied_by = denied_by
        """The targets that deny the word."""
        self.size = len(denied_by) + sum([strand.size for strand in self._strands])
        """How many postings there are to run through."""

    @property
    def facts(self) -> int:
        """How many facts have the word."""
        if self._facts is None:
            self._facts = self._count()
        return self._facts

    def _count(self) -> int:
        if len(self._strands) == 1:
            return self._strands[0].count_below(self._limit)
        return len(set[int]().union(*[strand.below(self._limit) for strand in self._strands]))

    def __bool__(self) -> bool:
        """Whether any target has the word, be it looked up by now or not."""
        return bool(self.facts or self.everywhere())

    def within(self, parts: Sequence[range]) -> Reach:
        """What the word leads to among targets with some numbers."""
        denied_by = [number for number in self.denied_by if any(number in numbers for numbers in parts)]
        return Reach([strand.within(parts) for strand in self._strands], self._limit, frozenset(denied_by))

    def __missing__(self, number: int) -> Hit:
        found: Hit | None = None
        for strand in self._strands:
            if hit := strand.hit(number):
                found = better(found, hit)
        if len(self) >= KEPT:
            self.clear()
        self[number] = found = found or NO_HIT
        return found

    def strength(self, number: int) -> float:
        """How strongly the word leads to a target, be it that the target has it or denies it."""
        return self[number][0] or (1.0 if number in self.denied_by else 0.0)

    def strengths(self) -> Mapping[int, float]:
        """The same for all targets to which it leads."""
        if self._strengths is not None:
            return self._strengths
        found = self._followed()
        if self.size <= KEPT:
            self._strengths = found
        return found

    def among(self, numbers: Mapping[int, object]) -> Iterable[tuple[int, float]]:
        """The same for some targets, in whichever way is quickest."""
        if self.size <= KEPT:
            strengths = self.strengths()
            return [(number, strengths[number]) for number in numbers.keys() & strengths.keys()]
        if self.size > SCANNED * len(numbers):
            return [(number, strength) for number in numbers if (strength := self.strength(number))]
        return self._followed(numbers).items()

    def _followed(self, among: Mapping[int, object] | None = None) -> dict[int, float]:
        each = [strand.strengths(among) for strand in self._strands]
        found = each[0] if each else {}
        for more in each[1:]:
            for number, strength in more.items():
                if strength > found.get(number, 0.0):
                    found[number] = strength
        denied = [number for number in self.denied_by if among is None or number in among]
        return dict.fromkeys(denied, 1.0) | found if denied else found

    def everywhere(self) -> dict[int, Hit]:
        """The hits in all targets that have the word."""
        return {number: hit for number in self.strengths() if (hit := self[number]) is not NO_HIT}
