"""Facts that answer together: what somebody did, what happened at a place or on a day, who was there."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Sequence

from bot.answering.answerslots import OF_THE_SORT, SEVERAL
from bot.answering.evidence import OWN
from bot.answering.grammar import is_plural
from bot.answering.index import Index
from bot.answering.kinds import ARTICLES
from bot.answering.matching import Matcher
from bot.answering.question import Question
from bot.answering.roles import is_by_a_body, is_by_one
from bot.answering.shares import SIZE
from bot.answering.targets import CONTEXT, TIE, Target
from bot.answering.weighing import PLACING, Word

TOWARDS = frozenset({"to", "with"})
"""Words before what something befell."""
ABOUT = frozenset("about against".split())
"""Words before what something is done about."""


class Lists:
    """Finds the facts that answer together."""

    def __init__(self, index: Index, matcher: Matcher) -> None:
        self._index = index
        self._matcher = matcher

    def deeds(self, question: Question) -> list[Target]:
        """The facts that tell what somebody did, where the question asks for just that: "what did the mayor do?".

        Those that fit the question best come first, the others as the stories tell them.
        """
        if question.kind != "did" or question.predicate.is_passive or question.is_negated:
            return []
        asked = self._matcher.weigh(question)
        words = zip(question.content, asked.words, strict=True)
        telling = [(place, word) for place, word in words if word.is_telling]
        subject = question.predicate.subject
        others = [(place, word) for place, word in telling if subject and place not in subject]
        if any(question.tokens[place - 1].word not in ARTICLES | ABOUT for place, _ in others):
            return []  # "what did the mayor do at the dam" asks of one deed
        doers = [word for place, word in telling if (place, word) not in others]
        causes = [word for _, word in others]
        numbers = [n for n in doers[0].hits.strengths() if n in self._index.fact_numbers] if doers else []
        acting = [n for n in sorted(numbers) if self._acts(n, doers) and all(self._answers(n, word) for word in causes)]
        # Also of facts that tell no deed: who is there in these very words is no other who acts.
        is_named = any(at[-1] in subject for _key, at in self._index.finder.named(question.tokens))
        doing = (n for n in numbers if is_named or doers[0].hits[n][1] & self._index.targets[n].acting)
        surest = max((doers[0].hits[number][0] for number in doing), default=0.0)
        if place := asked.acting_place:
            acting = [n for n in acting if not is_by_a_body(place, self._index.targets[n])]
        # What another word for the doer does is no deed of theirs, where they have deeds of their own.
        deeds = [self._index.targets[n] for n in acting if doers[0].hits[n][0] > surest - TIE]
        ranked = [candidate.target for candidate in self._matcher.candidates(question)]
        return sorted(deeds, key=lambda target: ranked.index(target) if target in ranked else len(ranked))

    def further(self, doers: Collection[str]) -> list[Target]:
        """All that these entities did: "what else did she do?"."""
        facts = map(self._index.targets.__getitem__, self._index.fact_numbers)
        deeds = [target for target in facts if not (target.is_card or target.is_passive or target.withdrawn)]
        found = [target for target in deeds if not target.entities_in("who").isdisjoint(doers)]
        return sorted(found, key=lambda target: not target.is_main)

    def events(self, question: Question) -> list[Target]:
        """The facts that tell what happened at a place or on a day, where the question names nothing else.

        Those that tell the story come first. "What happened in the capital on Monday?", "who was in the square?"
        """
        if question.kind not in ("event", "who", "topic") or question.is_negated:
            return []
        if question.kind == "who" and (not question.is_bare or PLACING.isdisjoint(question.words)):
            return []
        asked = self._matcher.weigh(question)
        telling = [word for word in asked.words if word.is_telling]
        asks_place = question.kind == "event" or (question.kind == "who" and asked.at)
        if not telling or not (asks_place or (question.kind == "topic" and asked.is_alone)):
            return []
        led = min(telling, key=SIZE).hits.strengths().keys()
        numbers = [n for n in led if n in self._index.fact_numbers and all(self._frames(n, word) for word in telling)]
        found = map(self._index.targets.__getitem__, sorted(numbers))
        told = [target for target in found if question.kind != "who" or _is_by_somebody(target)]
        if question.kind == "topic" and len(told) < SEVERAL:
            return []
        return sorted(told, key=lambda target: not target.is_main)

    def fates(self, question: Question) -> list[Target]:
        """The facts that tell what became of something, in the order of their days: "what happened to the web?"."""
        if question.kind != "event" or question.is_negated or TOWARDS.isdisjoint(question.words):
            return []
        telling = [word for word in self._matcher.weigh(question).words if word.is_telling]
        if not telling:
            return []
        numbers = [n for n in telling[0].hits.strengths() if n in self._index.fact_numbers]
        found = [n for n in sorted(numbers) if all(self._befell(n, word) for word in telling)]
        surest = max((telling[0].hits[n][0] for n in found), default=0.0)
        told = [self._index.targets[n] for n in found if telling[0].hits[n][0] > surest - TIE]
        if len(told) < SEVERAL or surest < OWN:
            return []
        is_known = any(c.fit > 1.0 for c in self._matcher.candidates(question)[:1])  # as a wording of one fact
        return [] if is_known else sorted(told, key=_day)

    def _befell(self, number: int, word: Word) -> bool:
        """Whether what a target tells befell what the word names, or is what became of it."""
        target = self._index.targets[number]
        strength, mask = word.hits[number]
        if target.is_card or target.is_statement or target.withdrawn or strength < OF_THE_SORT:
            return False
        return bool(mask & (target.acted_on or target.acting)) and not mask & target.masks.get("where", 0)

    def _frames(self, number: int, word: Word) -> bool:
        """Whether a target has the word only for where or when it happened."""
        strength, mask = word.hits[number]
        target = self._index.targets[number]
        frame = target.masks.get("where", 0) | target.masks.get("when", 0)
        if target.is_card or target.withdrawn or strength < OF_THE_SORT:
            return False
        return bool(mask & frame) and not mask & ~(frame | CONTEXT)

    def _answers(self, number: int, cause: Word) -> bool:
        """Whether a target tells what was done about something: because of it, or against it."""
        strength, mask = cause.hits[number]
        masks = self._index.targets[number].masks
        return strength >= OF_THE_SORT and bool(mask & (masks.get("why", 0) | masks.get("purpose", 0)))

    def _acts(self, number: int, doers: Sequence[Word]) -> bool:
        """Whether a target tells what these words did."""
        target = self._index.targets[number]
        is_deed = not (target.is_card or target.is_passive or target.is_future or target.withdrawn)
        if is_deed and is_plural(doers[-1].token) and is_by_one(target):
            return False  # what "ministers" did is not what the prime minister did
        return is_deed and all(word.hits[number][1] & target.acting for word in doers)


def _day(target: Target) -> datetime.date:
    when = target.fact.when if target.fact else None
    return (when and when.on) or datetime.date.max


def _is_by_somebody(target: Target) -> bool:
    """Whether it was done by somebody with a name, or by many: not by "the first state of emergency"."""
    return any(entry.entity or entry.text.endswith("s") for entry in target.slots.get("who", ()))
