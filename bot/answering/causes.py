"""Questions for the cause of everything: "why is this happening?", "what set all this off?"."""

from __future__ import annotations

from bot.answering.answerslots import SETTING_OFF, STARTING
from bot.answering.candidates import ENOUGH, Candidate
from bot.answering.index import Index
from bot.answering.question import Question
from bot.answering.text import Token

KINDS = frozenset("why how what which event".split())
WHOLE = frozenset("this it that all everything whole entire mess chaos".split())
"""Words for all that a story tells, of which such a question has one."""
PEOPLE = frozenset("he she they him her them his hers their".split())
"""Words that stand for somebody in particular, of which it has none."""
EVERY = frozenset("all everything whole entire".split())
EVERYTHING = frozenset("whole entir mess thing everyth situat chao all".split())
"""Stems of words for the whole."""


class Causes:
    """Finds what caused all that a story tells."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._language = index.language

    def of_all(self, question: Question, story: int | None = 0) -> Candidate | None:
        """What answers such a question; None for other questions, and where a story's main facts tell no cause."""
        return self.of_story(story) if self._asks(question) else None

    def of_story(self, story: int | None) -> Candidate | None:
        """What caused all that a story tells; None where its main facts tell no cause, or where it is none."""
        if story is None:
            return None
        for target in (self._index.fact(story, id_) for id_ in self._index.stories[story].story.summary):
            deeds = map(self._language.normalizer.tokens, target.fact.did if target.fact else ())
            slot = "why" if "why" in target.slots else "who" if any(map(self._language.is_cause, deeds)) else None
            if slot:
                return Candidate(target, slot, ENOUGH)
        return None

    def is_of_all(self, question: Question) -> bool:
        """Whether it plainly asks for the cause of all, and not of what was told last: "why did *all* this happen?"."""
        return not EVERY.isdisjoint(question.words) and self._asks(question)

    def _asks(self, question: Question) -> bool:
        words = question.words
        if question.kind == "why" and question.cue and not question.content:
            return not any(word.endswith("ly") for word in words)  # "the cause?", and not "originally?"
        if question.kind not in KINDS or WHOLE.isdisjoint(words) or not PEOPLE.isdisjoint(words):
            return False
        stems = {token.stem for token in question.tokens}
        is_start = question.kind != "why" and bool(STARTING & stems)
        is_set_off = "off" in stems and bool(SETTING_OFF & stems)
        named = {question.tokens[position].stem for position in question.content} - self._language.light - EVERYTHING
        left = {stem for stem in named if not self._language.is_cause([Token(stem, stem)])} - STARTING - SETTING_OFF
        is_cause = question.kind == "why" or named != left
        return not left and (is_cause or is_start or is_set_off or "behind" in stems)
