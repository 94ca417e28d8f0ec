"""What may answer a question, how well, and how much is enough."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from bot.answering.targets import Target

ENOUGH = 0.7
"""The share of a question's weight that a fact must explain."""
ALONE, LEAD = 0.45, 0.04
"""The share that is enough for a sound candidate which leads all others by so much."""
BARE_LEAD = 0.1
"""The same where nothing is asked but who or what something is: others may be as well."""
NEAR = 0.2
"""The share from which a fact is offered as near."""
SURE = 0.95
"""From this share on, both ways, a wording is the question itself."""
RANK = attrgetter("rank")


@dataclass(slots=True)
class Candidate:
    """A target, the slot that answers, and how much of the question it explains (0 to 1)."""

    target: Target
    slot: str | None
    score: float
    fit: float = 0.0
    """How plainly it explains the question, and how much of it the question mentions; above 1 for a known wording."""
    denies: bool = False
    """Whether the target says the opposite of what the question supposes."""
    spent: int = 0
    """Bits of entries that the question names itself."""
    unexplained: Sequence[str] = ()
    telling: int = 0
    """How many words of the question tell anything."""
    loose: Sequence[str] = ()
    """The words that it has only by synonyms or not at all."""
    does: bool = False
    """Whether the question's verb is, in these words, what was done."""
    is_of_subject: bool = True
    """Whether whom or what a question without a verb is about did it, or had it done to them: "are *they* out"."""
    own: int = 0
    """How many of these are the target's own words, not only synonyms of them."""
    is_sound: bool = True
    """Whether no name and no number is left over, and the question's verb is what was done."""

    @property
    def rank(self) -> float:
        """What candidates are ordered by."""
        return self.score + 0.1 * self.fit
