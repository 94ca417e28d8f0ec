"""A draft fact, as it will stand in the file."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.drafting.counting import Slots


@dataclass(slots=True)
class DraftFact:
    """A fact, its parts, where it is proved, and what is unsure about it."""

    id: str
    says: str
    paragraph: int
    quote: str
    who: list[str] = field(default_factory=list)
    did: list[str] = field(default_factory=list)
    slots: Slots = field(default_factory=Slots)
    according_to: list[str] = field(default_factory=list)
    certainty: str = "reported"
    unsure: list[str] = field(default_factory=list)

    @property
    def doubts(self) -> list[str]:
        """Everything about it that is unsure, its time included."""
        when = self.slots.when
        return list(dict.fromkeys([*self.unsure, *([when.unsure] if when and when.unsure else [])]))
