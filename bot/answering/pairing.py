"""Whether something is what it is asked to be: "is she *the mayor*", "is she *a doctor*", "is she *safe*"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.answering.candidates import SURE, Candidate
from bot.answering.grammar import BE, DETERMINERS, is_existential
from bot.answering.index import Index
from bot.answering.question import NO_TOKEN, Question
from bot.answering.targets import CALLED, Target
from bot.answering.text import ASPECTS, PREPOSITIONS, WH, Token

if TYPE_CHECKING:
    from bot.knowledge.model import Entity

IS = re.compile(r"(?:is|are|was|were)\b(?! \w+(?:ing|ed)\b)")
"""How it is told what something is, and not what it does, or what was done to it."""
NOT_OWNED = DETERMINERS | PREPOSITIONS | ASPECTS | frozenset("itself one two also not really part".split())
"""Words that name nothing which belongs to the place before them."""
PLAINLY = 0.85
"""From this score on another word for why somebody is as they are will do."""
SHORTEST = 3
"""So many words has a question that names but whom it asks of: "is the mayor"."""
BESIDE_SORT = re.compile(r" (?:of|in|for|at|by|from|that|who|which|based|led)\b.*?(?= and |, |$)")
"""What stands behind the noun that tells what something is: "the mayor *of Bergen*"."""


class Pairing:
    """Decides whether a candidate tells of somebody or something what is asked of them."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def pairs(self, question: Question, candidate: Candidate) -> bool:
        """Whether "is X the Y" names nothing by name, or X is what the candidate is about."""
        target = candidate.target
        finder, tokens = self._index.finder, question.tokens
        named = finder.named(tokens)
        called = [at for key, at in named if at[0] <= 2 and self._is_called(tokens, key, at)]
        first = max(called, key=len, default=None)
        if not first or target.fact is None:
            return True
        if target.kind:
            return candidate.score >= SURE  # the wording may be of something else that is, or has, a Y
        subject = [key for key, at in named if at == first]
        if target.is_card and tokens[first[-1] + 1 :]:
            behind = first[-1] + 1 + (tokens[first[-1] + 1].word in DETERMINERS)
            described = {key for key, at in named if at[0] == behind}
            if described and described.isdisjoint(subject):
                return False  # the Y is something else
        if tokens[first[-1] + 1 :] and tokens[first[-1] + 1].word in ("a", "an"):
            return tells_what_it_is(target, subject) and self._is_sort(tokens[first[-1] + 2 :], subject)
        # Who "chairs" it is its chairman.
        return tells_what_it_is(target, subject) or (candidate.does and not candidate.loose and _acts(target, subject))

    def _is_sort(self, tokens: Sequence[Token], entities: Sequence[str]) -> bool:
        """Whether one of these entities is what the tokens call it: "a *politician*" is what a president is."""
        end = next((at for at, token in enumerate(tokens) if at and token.word in PREPOSITIONS | WH), len(tokens))
        language, stem = self._index.language, tokens[end - 1].stem if tokens else ""
        meant = {stem} | language.kinds_of(stem)
        if len(language.senses(stem)) == 1:
            meant |= language.same[stem]
        return any(not meant.isdisjoint(self._sorts(self._index.entities[key])) for key in entities)

    def _sorts(self, entity: Entity) -> set[str]:
        """The terms for what something is: "mayor" and "woman" of Bergen's mayor, a woman."""
        called = [entity.kind, *CALLED.get(entity.pronoun or "", ())]
        described = [text for text in (entity.is_ or "", *entity.aliases) if text[:1].islower()]
        texts = [part for text in described for part in re.split(" and |, ", BESIDE_SORT.sub("", text))]
        sorts = set[str]()
        for text in (*called, *texts):
            tokens = self._index.language.normalizer.tokens(text)
            sorts |= {term for term, places in self._index.finder.terms(tokens) if places[-1] == len(tokens) - 1}
        return sorts

    def _is_called(self, tokens: Sequence[Token], key: str, at: Sequence[int]) -> bool:
        """Whether something is named by its name, and not as that of which somebody is something: "*Norway's* king"."""
        behind = tokens[at[-1] + 1] if at[-1] + 1 < len(tokens) else NO_TOKEN
        is_owner = self._index.entities[key].kind == "place" and behind.word not in NOT_OWNED
        return self._index.finder.is_proper(tokens, key, at) and not is_owner

    def is_loosely_so(self, candidate: Candidate, question: Question) -> bool:
        """Whether what is asked of somebody or something is told in other words at best.

        "Is the mayor *safe*", "what is the mayor's *salary*": by a synonym alone that may be anything that they do.
        """
        tokens, target = question.tokens, candidate.target
        if question.predicate.verb is not None or candidate.denies or target.kind or question.is_pairing:
            return False
        if is_plain(target):
            return False
        if question.kind == "why":  # "why is the mayor *important*"
            is_state = tokens[1].word in BE and self._index.is_adjective(tokens[-1])
            return is_state and tokens[-1].word in candidate.loose and candidate.score < PLAINLY
        if question.kind in ("what", "who"):
            return question.is_bare and not target.is_card and self._says_loosely(candidate, question)
        if not question.is_verbless or is_existential(tokens):
            return False
        is_loose = tokens[-1].word in candidate.loose and self._index.is_adjective(tokens[-1])
        says_nothing = _lacks_predicate(tokens) or (target.is_card and self._only_names(question))
        return is_loose or says_nothing or self._says_loosely(candidate, question)

    def _only_names(self, question: Question) -> bool:
        """Whether a name is all that a question has: "was *Greta Lindqvist* there"."""
        content, named = question.content, self._index.finder.named(question.tokens)
        if not content or content[0] > 2 or len({key for key, _places in named}) != 1:
            return False  # "was anyone *from Bergen* there", "was *Greta Lindqvist* in *Bergen*"
        return {place for _key, places in named for place in places}.issuperset(content)

    def _says_loosely(self, candidate: Candidate, question: Question) -> bool:
        """Whether all that is asked of what a question names is told in other words."""
        named = {place for _key, places in self._index.finder.named(question.tokens) for place in places}
        said = {question.tokens[place].word for place in question.content if place not in named} - ASPECTS
        return bool(named and said) and said <= set(candidate.loose)


def _lacks_predicate(tokens: Sequence[Token]) -> bool:
    """Whether nothing is left of what is asked of somebody, since it carries nothing: "is the mayor (sorry)"."""
    return len(tokens) == SHORTEST and tokens[1].word in DETERMINERS


def tells_what_it_is(target: Target, entities: Sequence[str]) -> bool:
    """Whether a target tells what one of these entities is, rather than what it does."""
    if target.fact is None or not any(map(IS.match, target.fact.did)):
        return False
    return _acts(target, entities)


def _acts(target: Target, entities: Sequence[str]) -> bool:
    """Whether one of these entities did it."""
    return not target.entities_in("who").isdisjoint(entities)


def is_plain(target: Target) -> bool:
    """Whether nothing is known of a fact but its statement, as in a list of questions and answers."""
    return target.fact is None or not (target.fact.did or target.fact.what)
