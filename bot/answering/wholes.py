"""Questions about all that a story tells, where nothing was spoken of yet: "is it over?", "where is this going on?"."""

from __future__ import annotations

from dataclasses import replace

from bot.answering.candidates import Candidate
from bot.answering.causes import EVERYTHING, PEOPLE, WHOLE
from bot.answering.followups import CERTAIN
from bot.answering.index import Index
from bot.answering.question import Question
from bot.answering.text import Token

KINDS = frozenset({"yes_no", "where"})
GOING_ON = frozenset("go happen on take place".split())
"""Stems of words by which readers ask where things are so."""
LASTING = frozenset({"again", "now", "anymore"})
"""Words that need no explaining in what is denied: "are things quiet *again*?"."""
TODAY = frozenset("today now current".split())
"""Stems of words for the time of which a story tells."""
MOST = 2
"""How many words such a question has at most that say anything of their own."""


class Wholes:
    """Reads such questions as questions about what a story's title names."""

    def __init__(self, index: Index) -> None:
        self._index = index
        tokenize = index.language.normalizer.tokens
        titles = [tuple(tokenize(story.story.title)) for story in index.stories]
        self._titles = [self._unnamed(title) for title in titles]

    def _unnamed(self, title: tuple[Token, ...]) -> tuple[Token, ...]:
        """What a title names but for the place and the people: "*Unrest* in Kazakhstan"."""
        named = {at for _key, positions in self._index.finder.named(title) for at in positions}
        return tuple(t for at, t in enumerate(title) if at not in named and self._index.finder.carries(t))

    def reading(self, question: Question, story: int | None) -> Question | None:
        """The question about the story as a whole; None where it is about something else."""
        if story is None or question.kind not in KINDS or not PEOPLE.isdisjoint(question.words):
            return None
        own = self._own(question)
        title = self._titles[story]
        stems = {question.tokens[at].stem for at in own}
        if not title or len(own) > MOST or self._index.finder.named(question.tokens):
            return None
        if not stems <= GOING_ON if question.kind == "where" else not stems or stems & CERTAIN:
            return None  # "where did it begin?", "is it true?"
        if WHOLE.isdisjoint(question.words) and len(own) == len(question.content):
            return None
        start = len(question.tokens)
        content = (*own, *range(start, start + len(title)))
        return replace(question, tokens=(*question.tokens, *title), content=content)

    def tells(self, candidate: Candidate) -> bool:
        """Whether a candidate is about what its story's title names, and explains every word."""
        target = candidate.target
        title = {token.stem for token in self._titles[target.story]}
        missing = set(candidate.unexplained) - (LASTING if candidate.denies else set())
        if not (candidate.denies or candidate.does or candidate.slot):
            return False  # "is it total chaos?"
        return not missing and any(title & entry.stems for entry in target.slots.get("who", ()))

    def _own(self, question: Question) -> tuple[int, ...]:
        """The positions of what it says but for "all this", "things" and "today"."""
        return tuple(at for at in question.content if question.tokens[at].stem not in EVERYTHING | TODAY)
