"""A clause told as a sentence of its own, with who claims it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.text import sentence_start
from bot.drafting.clauses import Clause, is_said
from bot.drafting.lines import Line
from bot.drafting.mentions import Mentions
from bot.drafting.vocabulary import SUBORDINATORS, TIMING
from bot.drafting.words import ADVERB, Word, head_of

LONGEST_TIMING = 12
"""How many words a clause has at most that only tells when."""
DEPENDENT = SUBORDINATORS | TIMING | {"that", "who", "reduced"}
"""What a clause may begin with that is told along with the one before."""
GOING_ON = frozenset({"and", "and+", "resume"})
"""What begins a clause that goes on with another one."""


class Teller:
    """Tells the clauses of one line."""

    def __init__(self, line: Line, mentions: Mentions, clauses: Sequence[Clause]) -> None:
        self._line = line
        self._mentions = mentions
        self._clauses = clauses

    def says(self, number: int, who: str, source: str, day: str = "") -> str:
        """The clause as a sentence; `who` acts in it, `source` is who says so, empty for the article itself.

        `day` is added where the clause itself does not tell it.
        """
        clause = self._clauses[number]
        if clause.marker in ("ing", "caused") and clause.parent is not None:
            text = f"{self._own(self._first(clause.parent))}, {self._line_text(clause.first, self._end(number))}"
        else:
            text = self._told(number, who)
        text = text.rstrip(" ,;:") + (f" {day}" if day else "")
        return sentence_start(f"{text}, according to {source}." if source else f"{text}.")

    def chain(self, number: int) -> str:
        """A clause together with those before it that share its subject."""
        start = self._clauses[self._first(number)].subject[0]
        return self._mentions.text((start, self._clauses[number].complement[1]))

    def _first(self, number: int) -> int:
        """The clause with which a chain of deeds begins: "they stormed it *and* burned it"."""
        while self._clauses[number].marker == "and" and self._clauses[number].parent is not None:
            number = self._clauses[number].parent or 0
        return number

    def _own(self, number: int) -> str:
        """A clause and those that go on from it, as they stand there."""
        clause = self._clauses[number]
        end = number
        while end + 1 < len(self._clauses) and self._clauses[end + 1].marker == "and":
            end += 1
        return self._line_text(clause.subject[0], self._end(end))

    def _told(self, number: int, who: str) -> str:
        clause = self._clauses[number]
        end = self._end(number)
        words = self._line.words
        if clause.marker in ("with", "reduced"):
            be = "were" if is_plural(words[slice(*clause.subject)]) else "was"
            return f"{who} {be} {self._line_text(clause.verb.first, end)}"
        is_own = clause.first <= clause.subject[0] < clause.verb.first
        if (
            is_own
            and self._mentions.text(clause.subject).lower() not in ("he", "she", "they", "it", "one")
            and "their " not in (self._mentions.text(clause.subject).lower() + " ")
        ):
            lead = clause.first if clause.marker == "" else clause.subject[0]
            return self._line_text(lead, end)
        first = clause.verb.first
        while first > clause.first and words[first - 1].tag == ADVERB:
            first -= 1  # "It nearly collapsed" is not "it collapsed"
        return f"{who} {self._line_text(first, end)}"

    def _end(self, number: int) -> int:
        """Where a clause ends, with what depends on it."""
        end = self._clauses[number].end
        told = {number}
        for at, clause in enumerate(self._clauses[number + 1 :], number + 1):
            is_long = clause.marker in TIMING and clause.end - clause.first > LONGEST_TIMING
            # "He said that they came and left": both are what he said.
            goes_on = clause.marker in GOING_ON and clause.parent in told - {number} and is_said(self._clauses, at)
            hangs_on_another = clause.marker in TIMING | {"that"} and clause.parent not in told
            is_dependent = clause.marker in DEPENDENT and not hangs_on_another
            if is_long or not (goes_on or is_dependent):
                break
            told.add(at)
            end = max(end, clause.end)
        return end

    def _line_text(self, first: int, end: int) -> str:
        return self._mentions.text((first, end), keeps_adverbs=True)


def is_plural(words: Sequence[Word]) -> bool:
    """Whether a phrase takes "were"."""
    head = head_of(words)
    return (
        (head.endswith("s") and not head.endswith("ss"))
        or head in ("people", "police")
        or any(word.lower == "and" for word in words)
    )


def kind_of(phrase: str) -> str:
    """What "one" means after a phrase: "a two-week state of emergency" → "a state of emergency"."""
    return " ".join(word for word in phrase.split() if "-" not in word and not word.isdecimal())
