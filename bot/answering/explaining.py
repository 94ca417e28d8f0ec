"""Why a question got the answer that it got, in words for an editor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.answering.accepting import TOO_LITTLE, Acceptance
from bot.answering.candidates import ALONE, ENOUGH, NEAR, Candidate
from bot.answering.index import Index
from bot.answering.matching import Matcher
from bot.answering.question import Question
from bot.answering.targets import Target

MOST_WORDS = 4
MOST_CANDIDATES = 4


@dataclass(frozen=True, slots=True)
class Study:
    """What a question is about that got no answer, and what comes nearest to one."""

    kind: str
    meanings: tuple[frozenset[str], ...]
    """Of each telling word, the terms that it is or means; names of one entity mean the same."""
    unknown: tuple[str, ...]
    """The telling words that no fact has."""
    unlisted: tuple[str, ...]
    """Those of them that the lexicon does not have either."""
    story: str
    """The id of the story that comes nearest, by default of the first."""
    near: str = ""
    """The id of the nearest fact; empty where none comes near."""
    is_likely: bool = False
    """Whether that fact may well be the answer, so that the question is only worded in another way."""
    known: str = ""
    """The wording under `not_reported` that it was taken for; empty for none."""


class Explainer:
    """Shows what a question was taken for, what explained its words, and what came near."""

    def __init__(self, index: Index, matcher: Matcher, acceptance: Acceptance) -> None:
        self._index = index
        self._matcher = matcher
        self._acceptance = acceptance

    def explain(self, question: Question) -> Iterator[str]:
        """The lines about one reading of a question."""
        yield f"read as: {' '.join(token.word for token in question.tokens)}"
        yield f"  kind: {question.kind}{self._details(question)}"
        for word in self._matcher.weigh(question).words:
            hits = word.hits.everywhere().items()
            facts = sorted(((hit[0], index) for index, hit in hits), key=lambda hit: (-hit[0], hit[1]))
            known = [f"{name(self._index.targets[index])} {strength:.2f}" for strength, index in facts[:MOST_WORDS]]
            found = ", ".join(known) or "not understood: no fact has it"
            yield f"  word {word.token.word!r} weighs {word.weight:.2f}: {found}"
        fits = [(candidate, question) for candidate in self._matcher.candidates(question)]
        if not fits:
            yield "  no fact shares a telling word with it"
        for place, (candidate, _question) in enumerate(fits[:MOST_CANDIDATES], start=1):
            yield f"  {place}. {self._scored(candidate, question)}"
        if fits and self._acceptance.settles(fits) and not self._acceptance.is_enough(*fits[0]):
            yield "  1. answers all the same: no other comes near it"

    def shortfall(self, question: Question, fact: str) -> Iterator[str]:
        """What kept a fact, by its id, from answering one reading of a question."""
        unknown = [repr(word.token.word) for word in self._matcher.weigh(question).words if not word.hits]
        if unknown:
            yield f"not understood: {', '.join(unknown)}"
        found = [candidate for candidate in self._matcher.candidates(question) if candidate.target.id == fact]
        yield from (self._scored(candidate, question) for candidate in found[:1])

    def study(self, question: Question) -> Study:
        """What an editor needs to know of one reading of a question that got no answer."""
        words = self._matcher.weigh(question).words
        unknown = list(dict.fromkeys(word.token for word in words if word.is_telling and not word.hits))
        found = [candidate for candidate in self._matcher.candidates(question) if candidate.score >= NEAR]
        facts = [candidate for candidate in found if candidate.target.fact and not candidate.target.is_card]
        settled = found[0].target.not_reported if found and found[0].score >= ENOUGH else None
        story = found[0].target.story if found else 0
        near = next((candidate for candidate in facts if candidate.target.story == story), None)
        return Study(
            kind=question.kind,
            meanings=tuple(dict.fromkeys(self._meanings(question))),
            unknown=tuple(token.word for token in unknown),
            unlisted=tuple(token.word for token in unknown if not self._index.language.knows(token.stem)),
            story=self._index.stories[story].story.id,
            near=near.target.id if near else "",
            is_likely=near is not None and near.score >= ALONE and near.own > 0,
            known=settled.asks[0] if settled else "",
        )

    def _meanings(self, question: Question) -> Iterator[frozenset[str]]:
        """What each telling word means; a name or a phrase of several words means one thing."""
        asked, language = self._matcher.weigh(question), self._index.language
        words = dict(zip(question.content, asked.words, strict=True))
        phrases = sorted(self._index.finder.phrases(question.tokens), key=lambda phrase: -len(phrase[1]))
        for term, positions in phrases:
            if (len(positions) > 1 or term[0] == "@") and words.keys() >= set(positions):
                yield frozenset({term}) | (frozenset() if term[0] == "@" else language.same[term])
                for position in positions:
                    del words[position]
        yield from (language.meaning(word.terms) for word in words.values() if word.is_telling)

    def _details(self, question: Question) -> str:
        parts = []
        if question.focus:
            parts.append("asks for a " + " ".join(question.tokens[p].word for p in question.focus))
        if question.asks_subject is not None:
            parts.append("asks who acts" if question.asks_subject else "asks what is acted on")
        if question.predicate.verb is not None:
            parts.append(f"verb {question.tokens[question.predicate.verb].word!r}")
        if question.is_negated:
            parts.append("negated")
        return "".join(f"; {part}" for part in parts)

    def _scored(self, candidate: Candidate, question: Question) -> str:
        slot = f" by its {candidate.slot}" if candidate.slot else ""
        objection = self._acceptance.objection(candidate, question)
        objected = f", but {objection}" if objection else ""
        if objection == TOO_LITTLE:
            objected = f", less than the {self._acceptance.needed(candidate, question):.2f} that is needed"
        lacks = f"; does not explain: {', '.join(candidate.unexplained)}" if candidate.unexplained else ""
        denies = "; says the opposite" if candidate.denies else ""
        return f"{name(candidate.target)}{slot}: {candidate.score:.2f}{objected}{lacks}{denies}"


def name(target: Target) -> str:
    """How an editor finds the target in the story file."""
    if target.not_reported:
        return f"not_reported “{target.not_reported.asks[0]}”"
    return f"{target.id} (asked)" if target.kind else target.id
