"""The parts of a fact, and the numbers in it with what they count."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.drafting.days import Moment
from bot.drafting.lines import Line, Span
from bot.drafting.vocabulary import COUNTS
from bot.drafting.words import ADJECTIVE, DETERMINER, NOUN, NUMBER, POSSESSIVE

MANY = frozenset("hundreds thousands millions billions".split())
MEASURES = frozenset(
    "millimetres centimetres metres kilometres miles inches feet litres gallons tonnes tons kilos kilograms grams "
    "barrels acres hectares percent".split()
)
"""What is counted to tell how much there is of something else: "ten *litres* of water"."""
HYPHENED = re.compile(r"(\w+)-(second|minute|hour|day|night|week|month|season|year|decade)(?:-old)?$")


@dataclass(slots=True)
class Slots:
    """The parts of a fact as far as they are found."""

    what: list[str] = field(default_factory=list)
    to_whom: list[str] = field(default_factory=list)
    where: list[str] = field(default_factory=list)
    why: list[str] = field(default_factory=list)
    purpose: list[str] = field(default_factory=list)
    how: list[str] = field(default_factory=list)
    via: list[str] = field(default_factory=list)
    how_many: dict[str, str] = field(default_factory=dict)
    how_long: str = ""
    when: Moment | None = None
    particle: str = ""
    """What belongs to the verb: "on fire" of "set both on fire"."""


class Counter:
    """Finds what is counted in one line."""

    def __init__(self, line: Line, moments: Sequence[Moment]) -> None:
        self._line = line
        self._words = line.words
        self._moments = moments

    def is_moment(self, at: int) -> bool:
        """Whether the word belongs to a time."""
        return any(each.first <= at < each.end for each in self._moments)

    def counts(self, slots: Slots, span: Span) -> None:
        """Numbers with what they count, and how long something lasts: "a two-week state of emergency"."""
        for at in range(span[0], span[1]):
            word = self._words[at]
            if self.is_moment(at):
                continue
            if found := HYPHENED.match(word.lower):
                if not word.lower.endswith("-old"):
                    slots.how_long = slots.how_long or f"{found[1]} {found[2]}{'' if found[1] in ('one', '1') else 's'}"
            elif word.tag == NUMBER or (word.lower in COUNTS and word.lower not in ("both", "half")):
                self._count(slots, at, span[1])
            elif word.lower == "number" and at > span[0] and self._words[at + 1 : at + 2]:
                unit = self._unit(at + 1, span[1])
                start = next((p for p in range(at, span[0] - 1, -1) if self._words[p].lower in ("a", "an", "the")), at)
                if unit and self._words[at + 1].lower == "of":
                    slots.how_many.setdefault(unit, self._line.text((start, at + 1)))

    def _count(self, slots: Slots, at: int, end: int) -> None:
        first = at
        while at + 1 < end and (self._words[at + 1].tag == NUMBER or self._is_of_many(at + 1, end)):
            at += 1
        unit = self._unit(at + 1, end)
        first = self._whole_share(first)
        is_part = first > 0 and (self._words[first - 1].tag == NUMBER or self._is_of_many(first - 1, end))
        # "Half as many customers as usual" counts none.
        if unit and not is_part and self._words[first - 1].lower != "as":
            number = self._line.text((first, at + 1)).lower()
            slots.how_many.setdefault(unit, number)
            of = at + 2
            if unit in MEASURES and of < end and self._words[of].lower == "of" and (thing := self._unit(of, end)):
                slots.how_many.setdefault(thing, f"{number} {unit}")

    def _whole_share(self, first: int) -> int:
        """Where a share begins that a number ends: "*one* in six farms", "*five* of the firm's 22 factories"."""
        at = first - 1
        while at > 0 and self._words[at].tag in (DETERMINER, NOUN, ADJECTIVE, POSSESSIVE):
            at -= 1
        if at < 1 or self._words[at].lower not in ("in", "of") or self._words[at - 1].tag != NUMBER:
            return first
        while at > 0 and self._words[at - 1].tag == NUMBER:
            at -= 1
        return at

    def _is_of_many(self, at: int, end: int) -> bool:
        """Whether an "of" stands there that joins two numbers: "tens *of* thousands"."""
        return 0 < at < end - 1 and self._words[at].lower == "of" and self._words[at + 1].lower in MANY

    def _unit(self, first: int, end: int) -> str:
        if first < end and self._words[first].lower == "of":
            first += 1
        stop = first
        while stop < end and self._words[stop].tag in (NOUN, ADJECTIVE):
            stop += 1
        words = self._words[first:stop]
        if not words or words[-1].tag != NOUN or words[-1].is_capital or words[0].lower in ("am", "pm"):
            return ""
        return self._line.text((first, stop))
