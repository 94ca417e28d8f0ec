"""Questions to the facts of `newsroom`: of all kinds, and a quarter that no fact answers, though many come near."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from random import Random

from tests.bench.newsroom import Event, Story, who

UNANSWERABLE_SHARE = 0.25


@dataclass(frozen=True)
class Asked:
    """A question, the story and the fact that answer it, and what the answer must hold; no fact where none does."""

    kind: str
    text: str
    story: int
    fact: str = ""
    must: str = ""


def _what(event: Event) -> str:
    return f"What did {event.who} {event.happening.base[0]} in {event.town} on {event.written_day}?"


def _when(event: Event) -> str:
    return f"When was {event.thing} in {event.town} {event.happening.past[-1]}?"


def _where(event: Event) -> str:
    return f"Where did {event.who} {event.happening.base[-1]} {event.thing} on {event.written_day}?"


def _how_many(event: Event) -> str:
    told = f"{event.happening.past[0]} {event.thing} in {event.town}"
    return f"How many {event.happening.unit} were there when {event.who} {told}?"


def _why(event: Event) -> str:
    return f"Why did {event.who} {event.happening.base[0]} {event.thing} in {event.town}?"


def _yes_no(event: Event) -> str:
    return f"Did {event.who} {event.happening.base[-1]} {event.thing} in {event.town}?"


KINDS: dict[str, tuple[Callable[[Event], str], Callable[[Event], str]]] = {
    "who": (who, lambda event: event.who),
    "what": (_what, lambda event: event.thing),
    "when": (_when, lambda event: event.written_day),
    "where": (_where, lambda event: event.town),
    "how many": (_how_many, lambda event: event.count),
    "why": (_why, lambda event: event.cause),
    "yes or no": (_yes_no, lambda event: event.thing),
}
"""Of each kind of question, how it is worded and what the answer must hold: nothing where it cannot be asked."""


def questions(stories: Sequence[Story], number: int) -> list[Asked]:
    """So many questions, spread over all stories and kinds."""
    random = Random(number)
    done = {(event.happening.past[0], event.thing, event.town) for story in stories for event in story.events}
    kinds = list(KINDS)
    asked: list[Asked] = []
    while len(asked) < number:
        story = random.choice(stories)
        event = random.choice(story.events)
        kind = kinds[len(asked) % len(kinds)]
        if random.random() < UNANSWERABLE_SHARE:
            asked.append(_near_miss(random, story, event, kind, done))
        elif must := KINDS[kind][1](event):
            asked.append(Asked(kind, KINDS[kind][0](event), story.number, event.id, must))
    return asked


def _near_miss(random: Random, story: Story, event: Event, kind: str, done: set[tuple[str, str, str]]) -> Asked:
    """A question about the same thing in a town where nothing of the sort happened, or about what is not told."""
    if (kind == "how many" and not event.count) or (kind == "why" and not event.cause):
        return Asked("unanswerable", KINDS[kind][0](event), story.number)
    others = [town for town in story.towns if (event.happening.past[0], event.thing, town) not in done]
    elsewhere = replace(event, town=random.choice(others))
    wording = KINDS["who" if kind == "where" else kind][0]
    return Asked("unanswerable", wording(elsewhere), story.number)
