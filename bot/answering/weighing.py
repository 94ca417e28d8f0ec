"""What the words of a question weigh, and what each of them leads to."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import reduce
from itertools import repeat
from typing import NamedTuple

from bot.answering.index import Index
from bot.answering.phrases import OBJECT_LENGTH
from bot.answering.question import Question
from bot.answering.targets import Hit, better
from bot.answering.text import ASPECTS, PREPOSITIONS, REMEMBERED, Token
from bot.memo import Memo

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


class Usage(NamedTuple):
    """A word as a question uses it."""

    word: str
    stem: str
    terms: tuple[str, ...]
    """The terms of the index that were found at its place."""
    named: int
    """How many words long the name is that it belongs to; 0 for other words."""
    is_unknown_name: bool
    is_aspect: bool


class Meaning(NamedTuple):
    """What a word means in such a use."""

    weight: float
    lack: float
    """What it weighs against a target that does not have it."""
    hits: Mapping[int, Hit]
    denied_by: frozenset[int]
    terms: frozenset[str]
    """The terms that it is or means."""
    is_name: bool
    modifies: bool
    """Whether it belongs to the noun behind it: "*Armenian* soldiers", "*six* months"."""


class Word(NamedTuple):
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
        self._meanings = Memo(self._mean, REMEMBERED)

    def weigh(self, question: Question) -> Asked:
        """The question's words, with their weights and what they lead to."""
        terms: dict[int, list[str]] = {position: [] for position in question.content}
        lengths: dict[int, int] = {}
        finder = self._index.finder
        named: set[str] = set()
        called: set[str] = set()
        for term, positions in finder.reader_terms(question.tokens):
            if term[0] == "@":
                named.add(term[1:])
                if finder.is_proper(question.tokens, term[1:], positions):
                    called.add(term[1:])
                lengths.update(dict.fromkeys(positions, len(positions)))
            for position in positions:
                if position in terms:
                    terms[position].append(term)
        meanings = [self._meaning(question, p, tuple(each), lengths.get(p, 0)) for p, each in terms.items()]
        words = tuple(map(self._word, repeat(question), terms, meanings))
        return Asked(
            question=question,
            words=words,
            total=sum(word.weight for word in words),
            named=frozenset(named),
            called=frozenset(called),
            is_name=bool(called) and all(word.position in lengths or word.weight <= LIGHT for word in words),
            excluded=frozenset(key for key, _positions in finder.named(question.excluded)),
            meant=frozenset().union(*(meaning.terms for meaning in meanings)),
        )

    def _meaning(self, question: Question, position: int, terms: tuple[str, ...], named: int) -> Meaning:
        token = question.tokens[position]
        is_unknown_name = (
            token.capital and position and not question.is_shouted and not self._index.has_word(token.stem)
        )
        is_aspect = question.kind == "yes_no" and token.word in ASPECTS
        return self._meanings[Usage(token.word, token.stem, terms, named, bool(is_unknown_name), is_aspect)]

    def _mean(self, usage: Usage) -> Meaning:
        word, stem, terms, named, is_unknown_name, is_aspect = usage
        sorts = self._parts_of_speech(word)
        hits = self._hits(usage)
        is_number = word[0].isdigit() and not named
        is_name = is_unknown_name or is_number or named > 0 or self._index.language.is_name(stem) or sorts == "p"
        is_turned = any(" " in term and term.rpartition(" ")[2] in TURNING for term in terms)
        is_light = stem in self._index.language.light and not is_turned
        weight = LIGHT if is_light else ASPECT if is_aspect else self._weight(hits, sorts, is_name=is_name)
        weight /= named or 1
        lack = weight if weight <= LIGHT or named else max(weight, UNKNOWN.get(sorts.removeprefix("f")[:1], 0.0))
        plain = [term for term in terms if term[0] != "@"]
        return Meaning(
            weight,
            lack,
            hits,
            frozenset().union(*map(self._index.denials, terms)),
            frozenset(plain).union(*map(self._index.language.same.__getitem__, plain)),
            is_name,
            is_number or ("a" in sorts and "p" in sorts) or stem in self._index.demonyms,
        )

    def _hits(self, usage: Usage) -> Mapping[int, Hit]:
        if usage.is_unknown_name:
            return {}
        hits: Mapping[int, Hit] = reduce(merged, map(self._index.reach.__getitem__, usage.terms), {})
        if self._index.fact_numbers.isdisjoint(hits) and not self._index.language.knows(usage.stem):
            return merged(hits, self._index.reach_further[usage.word])
        return hits

    def _word(self, question: Question, position: int, meaning: Meaning) -> Word:
        """A word as it weighs at its place in the question."""
        token = question.tokens[position]
        if self._is_strange_idiom(question, position):
            return Word(token, position, NEW_VERB, NEW_VERB, {}, frozenset(), False, False, False)
        weight, lack = meaning.weight, meaning.lack
        if position in question.relative and meaning.hits:
            weight = lack = weight * RELATIVE
        elif position == question.predicate.verb and weight > LIGHT:
            weight, lack = max(weight, VERB), max(lack, VERB)
        is_focus = position in question.focus
        return Word(
            token,
            position,
            weight,
            lack,
            meaning.hits,
            meaning.denied_by,
            is_focus,
            meaning.is_name,
            meaning.modifies,
        )

    def _is_strange_idiom(self, question: Question, position: int) -> bool:
        """Whether a small verb makes another one with its particle, which nobody knows: "put (it) out"."""
        if question.predicate.verb != position or question.tokens[position].stem not in self._index.language.light:
            return False
        after = [token.word for token in question.tokens[position + 1 :]]
        particle = next((place for place, word in enumerate(after) if word in PREPOSITIONS), None)
        if particle is None or after[particle] not in TURNING:
            return False
        is_last = particle == len(after) - 1 <= OBJECT_LENGTH
        is_own = is_last and not any(self._parts_of_speech(word)[:1] == "v" for word in after[:particle])
        return (particle == 0 or is_own) and not self._is_phrasal(question, position)

    def _is_phrasal(self, question: Question, position: int) -> bool:
        terms = self._index.finder.terms(question.tokens)
        return any(position in positions and len(positions) > 1 for _term, positions in terms)

    def _weight(self, hits: Mapping[int, Hit], sorts: str, *, is_name: bool) -> float:
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
