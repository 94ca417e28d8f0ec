"""Which questions to offer next: the editor's own, to facts that the reader has not been told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from bot.answering.index import Index
from bot.answering.targets import FactKey, Target
from bot.memo import Memo

if TYPE_CHECKING:
    from bot.knowledge.model import StoryFile

MOST_SUGGESTIONS = 3
MOST_NEAR = 256
"""Of how many facts it is settled which is nearer; where something stands in all facts, its nearness tells little."""
REMEMBERED = 4096


class Suggester:
    """Chooses questions by how near their facts are to what was told."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._questions = [first_questions(story) for story in index.stories]
        self._places = [
            places_of(questions, story.story.summary)
            for questions, story in zip(self._questions, index.stories, strict=True)
        ]
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
        near, story = self._index.neighbours(target), self._index.stories[target.story]
        ids = [*sorted(filter(near.__contains__, story.facts), key=lambda id_: -near[id_]), *story.story.summary]
        return [self._index.fact(target.story, id_) for id_ in dict.fromkeys(ids)]

    def question_to(self, target: Target) -> str:
        """The question that leads to a fact; empty where nobody wrote one."""
        return self._questions[target.story].get(target.id, "")

    def untold(self, target: Target | None, told: Sequence[FactKey], story: int = 0) -> str | None:
        """The fact of a story, nearest to a target of it, that was not told; None where all were."""
        return next((id_ for id_ in self._following(story, target) if (story, id_) not in told), None)

    def _choose(self, key: tuple[int, tuple[Target, ...], tuple[FactKey, ...]]) -> tuple[str, ...]:
        story, near, told = key
        first = near[0] if near else None
        known = {*(id_ for number, id_ in told if number == story), first.id if first else ""}
        questions: list[str] = []
        for id_ in chain([target.id for target in near if target.story == story], self._following(story, first)):
            if id_ not in known and (question := self._questions[story].get(id_)):
                questions.append(question)
                if len(questions) == MOST_SUGGESTIONS:
                    break
            known.add(id_)
        return tuple(questions)

    def _following(self, story: int, target: Target | None) -> Iterable[str]:
        """The facts of a story that have a question, the nearest to a target first, then the main ones; some twice."""
        return chain(self._nearest[target] if target else (), self._places[story])

    def _by_nearness(self, target: Target) -> Sequence[str]:
        """The facts that share entities with a target and have a question, those that share most first."""
        near, places = self._index.neighbours(target), self._places[target.story]
        return sorted(near.keys() & places.keys(), key=lambda id_: (-near[id_], places[id_]))[:MOST_NEAR]


def places_of(questions: Mapping[str, str], summary: Sequence[str]) -> dict[str, int]:
    """The facts that have a question in the order in which they are offered, each with its place: main ones first."""
    main = {id_: number for number, id_ in enumerate(summary)}
    return {id_: place for place, id_ in enumerate(sorted(questions, key=lambda id_: main.get(id_, len(main))))}


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
