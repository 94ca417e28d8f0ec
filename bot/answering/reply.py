"""What an answer is made of: the values that the command line and Telegram print."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Outcome = Literal["answered", "not_in_source", "clarify", "off_topic", "small_talk"]

IN_VAIN = ("not_in_source", "clarify", "off_topic")
"""Outcomes of a question that got no answer."""


@dataclass(frozen=True, slots=True)
class Citation:
    """The place in a published piece that proves a fact."""

    fact: str
    source: str
    """The publisher, as a reader knows it."""
    title: str
    url: str
    published: datetime.date
    paragraph: int
    quote: str
    place: str = ""
    """Publisher, date and paragraphs in words; empty where the first citation of the same source names this one too."""


@dataclass(frozen=True, slots=True)
class Dates:
    """How fresh a story is."""

    reported: datetime.date
    """The reporting is no fresher than this."""
    review_by: datetime.date | None
    """From this day on it may be out of date."""


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer to one message.

    `answer` leads with what was asked for and may be empty; `statement` is the fact's whole sentence, or
    the words of a refusal; `attribution` says who makes the claim and may be empty.
    """

    outcome: Outcome
    answer: str = ""
    statement: str = ""
    attribution: str = ""
    citations: tuple[Citation, ...] = ()
    confidence: float = 0.0
    """How much of the question the answer explains, 0 to 1."""
    suggestions: tuple[str, ...] = ()
    """Next questions, each one that the bot can answer."""
    lead: str = ""
    """What stands above the suggestions; empty where the statement itself leads to them."""
    slot: str = ""
    """The part of the fact that `answer` is, empty where the whole statement answers."""
    fact: str = ""
    """The reference of the one fact that answers; empty where there is none, or several."""
    as_of: str = ""
    """How fresh the reporting is, in words."""
    parts: tuple[Reply, ...] = ()
    """The replies to each question of a message that asks several; then the other fields sum them up."""
    correction: str = ""
    """Since when the fact says something else than before, and why; stands after the statement, and may be empty."""
    dates: Dates | None = None
    """How fresh the story is that answers; None where none does."""
    overdue: str = ""
    """That the story may be out of date; empty where that is not so."""

    @property
    def is_in_vain(self) -> bool:
        """Whether it leaves the question without an answer."""
        return self.outcome in IN_VAIN

    @property
    def text(self) -> str:
        """The reply as a reader sees it in plain text, without the suggestions."""
        if self.parts:
            return "\n\n".join([*(part.text for part in self.parts), *filter(None, [self.overdue])])
        lines = [self.answer, self.statement, self.correction, self.attribution, *source_lines(self.citations)]
        lines.append(self.overdue)
        return "\n".join(line for line in lines if line)


def source_lines(citations: Sequence[Citation]) -> list[str]:
    """A line for each source: `Al Jazeera, 6 January 2022, paragraph 7: “stormed the palace”` and the address."""
    return [f"{cite.place}: “{cite.quote}” {cite.url}" for cite in citations if cite.place]
