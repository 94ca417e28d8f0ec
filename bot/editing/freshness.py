"""Days that cannot be right, or that are over."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.editing.material import Material
from bot.knowledge.model import Fact
from bot.knowledge.problems import Problem

TO_COME = re.compile(r"\b(?:will|shall|would|(?:is|are|was|were) (?:due|to)|going to|plan\w*|schedul\w*|expect\w*)\b")
"""How a statement tells of something that has not happened yet."""


def stale_or_early(material: Material) -> Iterator[Problem]:
    """Days still to come, events after the last report that are told as past, and a review that is due."""
    story, place, today = material.story.story, material.root.at("story"), material.today
    if story.as_of > today:
        yield place.at("as_of").problem(_to_come(material))
    if story.review_by and story.review_by <= today:
        yield place.at("review_by").problem(
            f"is due (today is {today}), and readers are told that the story may be out of date: see what has changed "
            "since, then move 'as_of' and 'review_by' on, or remove 'review_by' where nothing more can change"
        )
    for id_, source in material.story.sources.items():
        if source.published > today:
            yield material.root.at("sources").at(id_).at("published").problem(_to_come(material))
    for _, fact, told in material.facts():
        if fact.when and fact.when.on and fact.when.on > story.as_of and not _is_to_come(fact):
            mend = "correct it, or say that it is still to come (“will …”)"
            yield told.at("when").at("on").problem(f"lies after as_of, {story.as_of}: {mend}")


def _to_come(material: Material) -> str:
    return f"is still to come (today is {material.today}): correct the day, the month or the year"


def _is_to_come(fact: Fact) -> bool:
    is_until = fact.when is not None and fact.when.text.startswith("until ")
    return is_until or any(TO_COME.search(text) for text in (fact.says, *fact.did))
