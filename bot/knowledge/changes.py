"""Facts that changed after readers had been told them: what editors may write about that."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from bot.knowledge.problems import Problem
from bot.knowledge.tree import Place

CHANGES = ("corrects", "withdrawn")


def change_problems(fact: Place, sources: Place) -> Iterator[Problem]:
    """A fact that is corrected and withdrawn at once, and changes of what had not been published yet."""
    changes = [fact.at(name) for name in CHANGES if name in fact.keys]
    if len(changes) > 1:
        yield changes[-1].problem("a fact is corrected or withdrawn, not both; remove 'corrects' or 'withdrawn'")
    published = [day for cite in fact.at("cite").each() if (day := _published(sources, cite.at("source").text))]
    first = min(published, default=None)
    for change in changes:
        day = _day(change.at("on").text)
        if first and day and day < first:
            yield change.at("on").problem(
                f"{day} is before {first}, when the fact's source was published; give the day on which it was changed"
            )


def _published(sources: Place, source: str) -> datetime.date | None:
    return _day(sources.at(source).at("published").text)


def _day(text: str) -> datetime.date | None:
    """The date that a text is; None for any other text, which is a problem of its own."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None
