"""What the words of a question weigh, and what each of them leads to."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.answering.index import Index
from bot.answering.question import Question
from bot.answering.targets import Hit, better
from bot.answering.text import ASPECTS, Token

LIGHT, STRANGE, NAME = 0.15, 1.5, 2.5
"""What words weigh that say little, that are no English words, and that name something the story does not."""
UNKNOWN = {"v": 1.25, "n": 1.0, "a": 0.5, "r": 0.4, "p": NAME}
"""What a word weighs that no fact has, by part of speech: an unknown verb refuses most questions it stands in."""
VERB = 0.8
"""What the verb of a question weighs at least."""
ASPECT = 0.4
"""What "still", "yet" or "ever" weigh in a yes/no question."""
NEW_VERB = 1.25
"""What a verb weighs that is made of a small verb and a particle, and that nobody knows."""
TURNING = frozenset("out off down up away".split())
"""Particles that make another verb."""
RELATIVE = 0.4
"""What is left of a word's weight in a relative clause."""
NAMING = 0.2
"""What a name weighs more than another word that is as rare."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the question that a fact must explain."""

    token: Token
    position: int
    weight: float
    lack: float
    """What it weighs against a target that does not have it."""
    hits: Mapping[int, Hit]
    denied_by: frozenset[int]
    is_focus: bool
    is_name: bool
    modifies: bool
    """Whether it belongs to the noun behind it: "*Armenian* soldiers", "*six* months"."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its words weighed."""

    question: Question
    words: tuple[Word, ...]
    total: float
    """What the words weigh in all."""
    named: frozenset[str]
    """The keys of the entities that it names."""
    called: frozenset[str]
    """The keys of those that it calls by a name, and not by what they are."""
    is_name: bool
    """Whether it consists of names alone."""
    excluded: frozenset[str]
    """The keys of the entities that the answer must not name."""
    meant: frozenset[str]
    """The terms that its words are or mean."""

    @property
    def is_telling(self) -> bool:
        """Whether it has a word that could lead anywhere."""
        return any(word.weight > LIGHT and not word.token.word.isdigit() for word in self.words)


class Weigher:
    """Weighs the words of questions by an index."""

    def __init__(self, index: Index, parts_of_speech: Callable[[str], str]) -> None:
        self._index = index
        self._parts_of_speech = parts_of_speech
        self._count = math.log1p(len(index.fact_numbers))

    def weigh(self, question: Question) -> Asked:
        """The question's words, with their weights and what they lead to."""
        hits: dict[int, Mapping[int, Hit]] = {position: {} for position in question.content}
        denied: dict[int, frozenset[int]] = dict.fromkeys(question.content, frozenset())
        lengths: dict[int, int] = {}
        named: set[str] = set()
        meant: set[str] = set()
        for term, positions in self._index.finder.reader_terms(question.tokens):
            reached, denials = self._index.reach(term), self._index.denials(term)
            if term[0] == "@":
                named.add(term[1:])
                lengths.update(dict.fromkeys(positions, len(positions)))
            elif positions[0] in hits:
                meant.add(term)
                meant |= self._index.language.same(term)
            for position in positions:
                if position in hits:
                    hits[position] = merged(hits[position], reached) if hits[position] else reached
                    denied[position] |= denials
        excluded = frozenset(self._index.finder.named(question.excluded))
        words = tuple(
            self._word(question, position, hits[position], denied[position], lengths.get(position, 0))
            for position in question.content
        )
        called = frozenset(key for _positions, key in self._index.finder.proper.find(question.tokens))
        is_name = bool(called) and all(word.position in lengths or word.weight <= LIGHT for word in words)
        total = sum(word.weight for word in words)
        return Asked(question, words, total, frozenset(named), called, is_name, excluded, frozenset(meant))

    def _word(
        self, question: Question, position: int, hits: Mapping[int, Hit], denied: frozenset[int], named: int
    ) -> Word:
        """The word at a position; `named` is how many words long the name is to which it belongs."""
        token = question.tokens[position]
        sorts = self._parts_of_speech(token.word)
        is_number = token.word[0].isdigit() and not named
        is_name = is_number or named > 0 or self._index.language.is_name(token.stem) or sorts == "p"
        if token.capital and position and not question.is_shouted and not self._index.has_word(token.stem):
            is_name, hits = True, {}
        elif self._index.fact_numbers.isdisjoint(hits) and not self._index.language.knows(token.stem):
            hits = merged(hits, self._index.reach_further(token.word))
        if self._is_strange_idiom(question, position, hits):
            return Word(token, position, NEW_VERB, NEW_VERB, {}, frozenset(), False, False, False)
        weight = self._weight(question, token, hits, sorts, is_name=is_name) / (named or 1)
        lack = weight if weight <= LIGHT or named else max(weight, UNKNOWN.get(sorts.removeprefix("f")[:1], 0.0))
        if position in question.relative and hits:
            weight = lack = weight * RELATIVE
        elif position == question.predicate.verb and weight > LIGHT:
            weight, lack = max(weight, VERB), max(lack, VERB)
        modifies = is_number or ("a" in sorts and "p" in sorts) or token.stem in self._index.demonyms
        return Word(token, position, weight, lack, hits, denied, position in question.focus, is_name, modifies)

    def _is_strange_idiom(self, question: Question, position: int, hits: Mapping[int, Hit]) -> bool:
        """Whether a small verb makes another one with its particle, which nobody knows: "put (it) out"."""
        if question.predicate.verb != position or question.tokens[position].stem not in self._index.language.light:
            return False
        after = [token.word for token in question.tokens[position + 1 : position + 3]]
        known = any(
            position in positions and len(positions) > 1
            for _term, positions in self._index.finder.terms(question.tokens)
        )
        return not known and bool(TURNING.intersection(after[:1]))

    def _weight(self, question: Question, token: Token, hits: Mapping[int, Hit], sorts: str, *, is_name: bool) -> float:
        if token.word in ASPECTS and question.kind == "yes_no":
            return ASPECT
        if token.stem in self._index.language.light:
            return LIGHT
        facts = len(self._index.fact_numbers.intersection(hits))
        if facts:
            return math.log1p(len(self._index.fact_numbers) / facts) / self._count + NAMING * is_name
        if is_name:
            return NAME
        return UNKNOWN.get(sorts.removeprefix("f")[:1], STRANGE)


def merged(hits: Mapping[int, Hit], more: Mapping[int, Hit]) -> Mapping[int, Hit]:
    """Both hits together: of each target the stronger ones."""
    both = dict(hits)
    for target, hit in more.items():
        both[target] = better(both.get(target), hit)
    return both
