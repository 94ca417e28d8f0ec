"""What questions lead to: facts, the cards of entities, and wordings of questions."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bot.knowledge.model import Change, Fact, NotReported

FactKey = tuple[int, str]
"""The number of a story, and the id of one of its facts."""
Hit = tuple[float, int]
"""How strongly a term stands in a target, from 0 to 1, and in which of its entries, one bit for each."""
NO_HIT: Hit = (0.0, 0)
OCCASION = re.compile(r"\b(?:after|before) ")
"""What tells the time of a deed by another deed."""
CONTEXT = 1
"""The bit for words of a whole statement that stand in none of its slots."""
CALLED = {"she": ("woman", "lady"), "he": ("man", "gentleman")}
"""What readers call a person whose name they have forgotten."""
TIE = 0.1
"""Strengths that differ by no more than this count as the same."""


def entity_key(story: int, id_: str) -> str:
    """The key of an entity: ids are of one story only."""
    return f"{story}:{id_}"


def story_of(key: str) -> int:
    """The number of the story that an entity's key belongs to."""
    return int(key.partition(":")[0])


def better(known: Hit | None, hit: Hit) -> Hit:
    """The stronger of two hits; the places of both where they are about as strong."""
    if known is None or hit[0] - known[0] > TIE:
        return hit
    if known[0] - hit[0] > TIE:
        return known
    return max(known[0], hit[0]), known[1] | hit[1]


class Entry(NamedTuple):
    """One value of a slot."""

    bit: int
    text: str
    entity: str | None = None
    stems: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    """The stems of its words, and of those that are no adjectives, adverbs or verbs; none where it is an entity."""
    is_body: bool = False
    """Whether it is an organization or an outlet."""
    attached: frozenset[str] = frozenset()
    """Of an entity, stems that only belong to what it is: an alliance "of countries" is no country."""


@dataclass(slots=True, eq=False)
class Target:
    """A fact, the card of an entity, or a wording of a question to a fact or to what is not reported."""

    story: int
    id: str
    fact: Fact | None
    not_reported: NotReported | None = None
    withdrawn: Change | None = None
    """Why there is no fact any more, only what it was about."""
    question: str = ""
    """Of a withdrawn fact: a question that it answered."""
    slots: dict[str, list[Entry]] = field(default_factory=dict)
    masks: dict[str, int] = field(default_factory=dict)
    """Of each slot, the bits of its entries and of the other words for it."""
    is_passive: bool = False
    """Whether it tells what was done to its `who`."""
    tells_hour: bool = False
    """Whether it tells when in more detail than the day."""
    is_attempt: bool = False
    """Whether it tells what was only attempted."""
    coming: int = 0
    """The bits of what was done that is still to come."""
    is_statement: bool = False
    """Whether it tells that its `who` says something."""
    is_card: bool = False
    """Whether it tells what an entity is."""
    is_main: bool = False
    """Whether it is one of the facts that tell the story."""
    kind: str = ""
    """Of a wording: the kind of question it is; empty for a fact."""
    asks_before: bool = False
    """Of a wording: whether it asks who or what it was at an earlier time."""
    asks_more: bool = False
    """Of a wording: whether it asks for more than is known already."""
    asks_sort: bool = False
    """Of a wording: whether it asks what sort of thing something is."""
    size: int = 0
    """Of a wording: how many words it has that carry meaning."""
    pool: int = -1
    """Of a wording of a fact: the number of the fact's own target, which has the words of all its wordings."""
    entities: frozenset[str] = frozenset()
    """The entities that stand in its slots."""
    spoken_of: tuple[str, ...] = ()
    """The same in the order of the slots."""
    entity_bits: tuple[int, ...] = ()
    entry_count: int = 0
    done: int = 0
    acting: int = 0
    acted_on: int = 0
    addressed: int = 0
    speaking: int = 0
    subordinate: int = 0
    preceding: int = 0
    """The bits of the slots that tell what was done, who did it, to what or whom, who says so, why, and after what."""

    @property
    def is_future(self) -> bool:
        """Whether it tells of something to come."""
        return self.coming != 0

    @property
    def is_refusal(self) -> bool:
        """Whether it says that there is no answer."""
        return self.not_reported is not None or self.withdrawn is not None

    def __getstate__(self) -> tuple[object, ...]:
        """Only the values: a dict for each target would leave gaps in the memory of who takes them over."""
        values: tuple[object, ...] = _VALUES(self)
        return values

    def __setstate__(self, state: tuple[object, ...]) -> None:
        for name, value in zip(self.__slots__, state, strict=True):
            setattr(self, name, value)

    def complete(self) -> None:
        """Settles what is derived from the slots, once they are all filled."""
        entries = [entry for each in self.slots.values() for entry in each]
        self.spoken_of = tuple(entry.entity for entry in entries if entry.entity)
        self.entities = frozenset(self.spoken_of)
        self.entity_bits = tuple(entry.bit for entry in entries if entry.entity)
        self.entry_count = max(1, len(entries))
        self.done, self.acting, self.addressed = self._mask("did"), self._mask("who"), self._mask("to_whom")
        self.acted_on = self.addressed | self._mask("what")
        self.speaking = self.acting | self._mask("according_to")
        times = ("when", "how_long")
        by_others = [slot for slot in times if any(OCCASION.search(entry.text) for entry in self.slots.get(slot, ()))]
        self.subordinate, self.preceding = self._mask("why", "purpose"), self._mask(*by_others)

    def entities_in(self, *slots: str) -> frozenset[str]:
        """The keys of the entities that stand in these slots."""
        entries = [entry for slot in slots for entry in self.slots.get(slot, ())]
        return frozenset(entry.entity for entry in entries if entry.entity)

    def _mask(self, *slots: str) -> int:
        mask = 0
        for slot in slots:
            mask |= self.masks.get(slot, 0)
        return mask


_VALUES = attrgetter(*Target.__slots__)
"""All that a target holds, in the order of its slots."""
