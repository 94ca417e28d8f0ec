"""Which questions to offer next: the editor's own, to facts that the reader has not been told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.answering.index import Index
from bot.answering.targets import FactKey, Target
from bot.memo import Memo

if TYPE_CHECKING:
    from bot.knowledge.model import StoryFile

MOST_SUGGESTIONS = 3
REMEMBERED = 4096


class Suggester:
    """Chooses questions by how near their facts are to what was told."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._questions = [first_questions(story) for story in index.stories]
        self._nearest = Memo(self._by_nearness, REMEMBERED)
        self._chosen = Memo(self._choose, REMEMBERED)

    def questions(self, near: Sequence[Target], told: Sequence[FactKey], story: int = 0) -> tuple[str, ...]:
        """At most three questions: to the facts that come near, then to those nearest to the first of them.

        The first is what the reply tells, and `told` is what was told before: nobody is asked back there. Where
        nothing comes near, `story` is asked about.
        """
        return self._chosen[near[0].story if near else story, tuple(near), tuple(told)]

    def nearest(self, target: Target) -> list[Target]:
        """The facts that share most with one that was withdrawn, and after them the main ones of its story."""
        near = self._index.neighbours(target)
        ids = [*sorted(near, key=lambda id_: -near[id_]), *self._index.stories[target.story].story.summary]
        return [self._index.fact(target.story, id_) for id_ in dict.fromkeys(ids)]

    def question_to(self, target: Target) -> str:
        """The question that leads to a fact; empty where nobody wrote one."""
        return self._questions[target.story].get(target.id, "")

    def untold(self, target: Target | None, told: Sequence[FactKey], story: int = 0) -> str | None:
        """The fact of a story, nearest to a target of it, that was not told; None where all were."""
        return next((id_ for id_ in self._nearest[story, target] if (story, id_) not in told), None)

    def _choose(self, key: tuple[int, tuple[Target, ...], tuple[FactKey, ...]]) -> tuple[str, ...]:
        story, near, told = key
        first = near[0] if near else None
        known = {*(id_ for number, id_ in told if number == story), first.id if first else ""}
        ids = [*(target.id for target in near if target.story == story), *self._nearest[story, first]]
        questions = [self._questions[story].get(id_, "") for id_ in dict.fromkeys(ids) if id_ not in known]
        return tuple([question for question in questions if question][:MOST_SUGGESTIONS])

    def _by_nearness(self, key: tuple[int, Target | None]) -> list[str]:
        """The facts of a story that have a question, the nearest to a target first, then the main ones."""
        story, target = key
        near = self._index.neighbours(target) if target else {}
        main = {id_: number for number, id_ in enumerate(self._index.stories[story].story.summary)}
        return sorted(self._questions[story], key=lambda id_: (-near.get(id_, 0), main.get(id_, len(main))))


def first_questions(story: StoryFile) -> dict[str, str]:
    """A question that leads to each fact that has one: the editor's first test, else the first of its wordings."""
    asked: dict[str, str] = {}
    for test in story.tests:
        if test.fact in story.facts:
            asked.setdefault(test.fact, test.ask)
    for id_, fact in story.facts.items():
        if fact.asked:
            asked.setdefault(id_, fact.asked[0])
    return asked
