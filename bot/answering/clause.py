"""One clause of a reader's message."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter

from bot.answering.text import Token

CONJUNCTIONS = frozenset("and but so or then also plus ok okay well now".split())
FIRST_PERSON = frozenset("i me my mine we us our myself".split())
EXCEPTING = frozenset("besides beside except apart aside".split())
WHETHER = frozenset(
    "if whether true correct right real hear heard read says said claim claims told tell think thinks".split()
)
"""Words of a lead-in after which a statement is a question: "is it true that", "my friend says"."""
POINTING = frozenset("it its that this those these they them their there then he him his she her hers".split())
REFERRING = POINTING - frozenset("that this those these there then".split())
"""Pronouns that stand for somebody or something, and for nothing else."""
POSSESSIVES = frozenset("its his her their".split())
LONGEST_TOPIC = 6
"""How many words a clause has at most that only names what the question is about: "Now the curfew."."""


@dataclass(slots=True)
class Clause:
    """A stretch of a message between commas, colons or dashes, without lead-in and tail."""

    tokens: tuple[Token, ...]
    is_interrogative: bool
    """Whether it is worded as a question."""
    is_statement: bool
    """Whether it is a statement put up for confirmation: "is it true that …"."""
    is_marked: bool
    """Whether its sentence ends in a question mark."""
    is_idle: bool = False
    """Whether it stands among others and says nothing by itself: "right", "is that true"."""
    asks_certainty: bool = False
    """Whether it asks how sure the statement is: "is it confirmed that …"."""

    @property
    def asks(self) -> bool:
        return self.is_interrogative or self.is_statement or self.is_marked

    @property
    def is_topic(self) -> bool:
        """Whether it only names what a question is about."""
        is_short = len(self.tokens) <= LONGEST_TOPIC
        return is_short and not (self.is_interrogative or self.is_statement or self.is_personal or self.is_idle)

    @property
    def is_personal(self) -> bool:
        """Whether the reader talks about themselves: such a clause states no condition for the answer."""
        return any(token.word in FIRST_PERSON for token in self.tokens)


ASKS = attrgetter("asks")
