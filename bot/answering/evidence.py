"""How a target has the words of a question."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answering.targets import CONTEXT
from bot.answering.weighing import Word

ASTRAY = 0.3
"""What is left of a word that the target has in another role."""
OWN = 0.92
"""From which strength on a word is the target's own."""
PLAIN = 0.5
"""From which strength on a word counts as explained."""


@dataclass(slots=True)
class Explained:
    """How strongly and where a target has a word of the question, and whether it denies it."""

    word: Word
    strength: float
    mask: int
    denies: bool = False

    def is_only(self, bits: int) -> bool:
        """Whether the word stands for nothing in the target but for these entries, such as who says so."""
        return bool(self.mask & bits) and not self.mask & ~(bits | CONTEXT)
