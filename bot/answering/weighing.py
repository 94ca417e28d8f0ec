"""What the words of a question weigh, and what each of them leads to."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import takewhile
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


Usage = tuple[Token, tuple[str, ...], int, bool, bool]
"""A word as a question uses it: the terms of the index that it is or belongs to, how many words long the name is that
it belongs to (0 for other words), whether it is a name that no fact has, and whether it is an aspect."""


class Meaning(NamedTuple):
    """What a word means in such a use."""

    weight: float
    lack: float
    """What it weighs against a target that does not have it."""
    hits: Mapping[int, Hit]
    denied_by: frozenset[int]
    reach: Mapping[int, float]
    """How strongly it leads to each target, be it that the target has it or denies it."""
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
    reach: Mapping[int, float]
    is_focus: bool
    is_name: bool
    modifies: bool


@dataclass(slots=True)
class Asked:
    """A question with its words weighed."""

    question: Question
    words: Sequence[Word]
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
    verb: int | None
    """The place among the words of the question's verb."""
    subject: frozenset[int]
    """The positions of the subject's own words."""
    is_spoken: bool
    """Whether the verb is one for saying something."""

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
        finder, tokens, verb = self._index.finder, question.tokens, question.predicate.verb
        terms, phrases = finder.at(tokens, question.content)
        names = [(term[1:], positions) for term, positions in phrases if term[0] == "@"]
        lengths = {position: len(positions) for _key, positions in names for position in positions}
        called = frozenset(key for key, positions in names if finder.is_proper(tokens, key, positions))
        meanings = self._meanings_of(question, terms, lengths)
        words = [self._word(question, *pair) for pair in zip(terms, meanings, strict=True)]
        return Asked(
            question=question,
            words=words,
            total=sum([word.weight for word in words]),
            named=frozenset([key for key, _positions in names]),
            called=called,
            is_name=bool(called) and all(word.position in lengths or word.weight <= LIGHT for word in words),
            excluded=frozenset(
                [key for key, _positions in finder.named(question.excluded)] if question.excluded else ()
            ),
            meant=frozenset().union(*[meaning.terms for meaning in meanings]),
            verb=question.content.index(verb) if verb in question.content else None,
            subject=subject_of(question),
            is_spoken=verb is not None and self._index.language.is_speech(tokens[verb].stem),
        )

    def _meanings_of(
        self, question: Question, terms: Mapping[int, Sequence[str]], lengths: Mapping[int, int]
    ) -> list[Meaning]:
        """What the words at these positions mean."""
        asks_aspect, has_names = question.kind == "yes_no", not question.is_shouted
        meanings = []
        for position, each in terms.items():
            token = question.tokens[position]
            is_strange = token.capital and position > 0 and has_names and not self._index.has_word(token.stem)
            is_aspect = asks_aspect and token.word in ASPECTS
            usage = token, tuple(each), lengths.get(position, 0), is_strange, is_aspect
            meanings.append(self._meanings[usage])
        return meanings

    def _mean(self, usage: Usage) -> Meaning:
        (word, stem, _capital), terms, named, is_unknown_name, is_aspect = usage
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
        denied_by = frozenset().union(*map(self._index.denials, terms))
        return Meaning(
            weight,
            lack,
            hits,
            denied_by,
            dict.fromkeys(denied_by, 1.0) | {number: strength for number, (strength, _mask) in hits.items()},
            frozenset(plain).union(*map(self._index.language.same.__getitem__, plain)),
            is_name,
            is_number or ("a" in sorts and "p" in sorts) or stem in self._index.demonyms,
        )

    def _hits(self, usage: Usage) -> Mapping[int, Hit]:
        token, terms, _named, is_unknown_name, _is_aspect = usage
        if is_unknown_name:
            return {}
        hits: Mapping[int, Hit] = reduce(merged, map(self._index.reach.__getitem__, terms), {})
        if self._index.fact_numbers.isdisjoint(hits) and not self._index.language.knows(token.stem):
            return merged(hits, self._index.reach_further[token.word])
        return hits

    def _word(self, question: Question, position: int, meaning: Meaning) -> Word:
        """A word as it weighs at its place in the question."""
        token, weight, lack = question.tokens[position], meaning.weight, meaning.lack
        is_verb = position == question.predicate.verb
        if is_verb and self._is_strange_idiom(question, position):
            return Word(token, position, NEW_VERB, NEW_VERB, {}, frozenset(), {}, False, False, False)
        if position in question.relative and meaning.hits:
            weight = lack = weight * RELATIVE
        elif is_verb and weight > LIGHT:
            weight, lack = max(weight, VERB), max(lack, VERB)
        _weight, _lack, hits, denied_by, reach, _terms, is_name, modifies = meaning
        is_focus = position in question.focus
        return Word(token, position, weight, lack, hits, denied_by, reach, is_focus, is_name, modifies)

    def _is_strange_idiom(self, question: Question, position: int) -> bool:
        """Whether a small verb makes another one with its particle, which nobody knows: "put (it) out"."""
        if question.tokens[position].stem not in self._index.language.light:
            return False
        after = [token.word for token in question.tokens[position + 1 :]]
        particle = next((place for place, word in enumerate(after) if word in PREPOSITIONS), None)
        if particle is None or after[particle] not in TURNING:
            return False
        is_last = particle == len(after) - 1 <= OBJECT_LENGTH
        is_own = is_last and not any(self._parts_of_speech(word)[:1] == "v" for word in after[:particle])
        return (particle == 0 or is_own) and not self._is_phrasal(question, position)

    def _is_phrasal(self, question: Question, position: int) -> bool:
        phrases = self._index.finder.phrases(question.tokens)
        return any(position in positions and len(positions) > 1 for _term, positions in phrases)

    def _weight(self, hits: Mapping[int, Hit], sorts: str, *, is_name: bool) -> float:
        facts = len(self._index.fact_numbers.intersection(hits))
        if facts:
            return math.log1p(len(self._index.fact_numbers) / facts) / self._count + NAMING * is_name
        if is_name:
            return NAME
        return UNKNOWN.get(sorts.removeprefix("f")[:1], STRANGE)


def subject_of(question: Question) -> frozenset[int]:
    """The positions of the subject's own words, without what is attached to it: "the protesters (in Almaty)"."""
    own = takewhile(lambda position: question.tokens[position].word not in PREPOSITIONS, question.predicate.subject)
    return frozenset(own)


def merged(hits: Mapping[int, Hit], more: Mapping[int, Hit]) -> Mapping[int, Hit]:
    """Both hits together: of each target the stronger ones."""
    both = dict(hits)
    for target, hit in more.items():
        both[target] = better(both.get(target), hit)
    return both
