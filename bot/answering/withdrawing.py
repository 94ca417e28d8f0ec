"""What is left of a story when facts are withdrawn. Questions to those facts hear of it; nothing else tells them."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

from bot.knowledge.model import NO_FACT, StoryFile


def still_told(story: StoryFile) -> StoryFile:
    """The story without the facts that were withdrawn, and without what points at them.

    A test that expects a withdrawn fact expects none from then on.
    """
    if not any(fact.withdrawn for fact in story.facts.values()):
        return story
    facts = {id_: fact for id_, fact in story.facts.items() if not fact.withdrawn}
    head = {**vars(story.story), "summary": [id_ for id_ in story.story.summary if id_ in facts]}
    gaps = [
        SimpleNamespace(**{**vars(gap), "near": [id_ for id_ in gap.near if id_ in facts]})
        for gap in story.not_reported
    ]
    tests = [
        test if test.fact in (NO_FACT, *facts) else SimpleNamespace(ask=test.ask, fact=NO_FACT, slot=None)
        for test in story.tests
    ]
    left = {"story": SimpleNamespace(**head), "facts": facts, "not_reported": gaps, "tests": tests}
    return cast(StoryFile, SimpleNamespace(**{**vars(story), **left}))
