"""What a question's pronouns may stand for: entities that were spoken of, or what the last fact told of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain, pairwise

from bot.answering.clause import POSSESSIVES
from bot.answering.conversation import Conversation
from bot.answering.grammar import DETERMINERS, is_existential
from bot.answering.index import Index
from bot.answering.question import Question
from bot.answering.targets import CALLED
from bot.answering.text import Token, Tokens

FOR_PEOPLE = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she", "hers": "she"}
NOMINATIVE = frozenset({"he", "she"})
FOR_THINGS = {"it": "it", "its": "it", "they": "they", "them": "they", "their": "they"}
STANDS_FOR = FOR_PEOPLE | FOR_THINGS
"""Pronouns, and the nominative of each."""
PLACES = frozenset({"there"})
THE = Token("the", "the")
OTHER_ONE = ["the", "other", "one"]
"""How readers point at the one of two that was not spoken of last."""
NAMING = frozenset({"this", "that", "these", "those"})
"""Words that may stand before a name or a noun for what was spoken of: "*this* Lindqvist", "*that* body"."""
FOR_ONE = frozenset({"it", "its", "this", "that", *FOR_PEOPLE})
FOR_MANY = frozenset("they them their these those there".split())
MANY_THINGS = frozenset(word for word, pronoun in FOR_THINGS.items() if pronoun == "they")
QUANTITY = re.compile(r"^\w+ of ")
"""How many there are of what a text names: "*dozens of* attackers"."""
THING_SLOTS = ("who", "what", "to_whom")
"""Slots for what a pronoun may stand for that stands for no entity."""


class Antecedents:
    """Finds what pronouns stand for."""

    def __init__(self, index: Index, tokenize: Callable[[str], list[Token]]) -> None:
        self._index = index
        self._tokenize = tokenize

    def entities(self, question: Question, conversation: Conversation) -> list[str]:
        """The keys of the entities that the question's pronouns stand for."""
        words = question.words
        known = {key: self._index.entities[key] for key in conversation.entities}
        found: list[str] = []
        for wanted in sorted({FOR_PEOPLE[word] for word in words & FOR_PEOPLE.keys()}):
            found += [key for key, entity in known.items() if entity.pronoun == wanted][:1]
        if words & FOR_THINGS.keys() and not found and not self._answers(words, conversation):
            things = [key for key, entity in known.items() if entity.pronoun in ("it", "they")]
            bodies = [key for key in things if known[key].kind != "place"]
            # "What is it?" asks of no place where something was.
            asks_thing = question.kind == "what" and question.is_bare
            found += bodies[:1] or ([] if asks_thing else things[:1])
        found += list(self._described(question, conversation).values())[:1]
        if words & PLACES and not found:
            # "Its capital is Bergen": there is in Bergen.
            told = conversation.target.entities_in("who") if conversation.target and conversation.target.is_card else ()
            places = [key for key, entity in known.items() if entity.kind == "place"]
            found += sorted(places, key=lambda key: key not in told)[:1]
        return found

    def asks_of_place(self, question: Question) -> bool:
        """Whether it points at a place: "was anybody hurt *there*?"."""
        tokens = question.tokens[2:] if is_existential(question.tokens) else question.tokens
        return tokens[-1:] != () and tokens[-1].word in PLACES and question.predicate.verb is not None

    def people(self, question: Question, conversation: Conversation) -> set[str]:
        """The keys of those whom "he" or "she" stands for."""
        words = question.words
        if words.isdisjoint(FOR_PEOPLE):
            return set()
        return {key for key in self.entities(question, conversation) if self._index.entities[key].kind == "person"}

    def things(self, question: Question, conversation: Conversation) -> Iterator[Sequence[Token]]:
        """The words for what the last fact told of, as far as the question's pronouns agree with them in number."""
        words = question.words
        target = conversation.target or conversation.topic
        if target is None or target.is_card or (words & FOR_PEOPLE.keys() and self.entities(question, conversation)):
            return
        answered = [slot for slot in THING_SLOTS if slot == conversation.slot]
        for slot in dict.fromkeys([*answered, *THING_SLOTS]):
            for entry in target.slots.get(slot, ()):
                if slot != "who" and words & FOR_PEOPLE.keys():
                    continue
                if not entry.entity and words & (FOR_MANY if is_many(entry.text) else FOR_ONE):
                    yield self._tokenize(QUANTITY.sub("", entry.text))

    def resolved(self, question: Question, conversation: Conversation) -> Iterator[Tokens]:
        """The question's words with what its pronouns stand for in their place, the likeliest first."""
        described = self._described(question, conversation)
        keys = [*described.values(), *self.entities(question, conversation)]
        wanted = {STANDS_FOR[word] for word in question.words & STANDS_FOR.keys()}
        names: dict[str | None, Tokens] = {self._index.entities[key].pronoun: self._name(key) for key in reversed(keys)}
        meant = [names[pronoun] for pronoun in ("it", "they") if pronoun in wanted and pronoun in names]
        meant += [_first(thing) for thing in self.things(question, conversation)]
        placed = {at: self._name(key) for at, key in described.items()} | {at + 1: () for at in described}
        placed |= self._other(question, conversation)
        agents = {pronoun: names[pronoun] for pronoun in NOMINATIVE & names.keys()}
        for thing in meant or [()]:
            stand_ins = agents | dict.fromkeys(("it", "they"), thing)
            words = [
                placed[at] if at in placed else _standing_for(question, at, stand_ins)
                for at in range(len(question.tokens))
            ]
            if (tokens := tuple(chain.from_iterable(words))) != question.tokens:
                yield tokens

    def just_named(self, question: Question, conversation: Conversation) -> Tokens:
        """The words of "is that the capital?" with what just answered as their subject; empty for other questions."""
        target, tokens = conversation.target, question.tokens
        if tokens[1:] and tokens[1].word == "not":
            tokens = (tokens[0], *tokens[2:])
        if not question.is_pairing or tokens[1].word not in FOR_ONE - FOR_PEOPLE.keys() or target is None:
            return ()
        named = target.entities_in("who" if target.is_card else conversation.slot or "")
        is_of_it = len(named) == 1 and tokens[2].word in DETERMINERS
        return (tokens[0], *self._name(next(iter(named))), *tokens[2:]) if is_of_it else ()

    def _other(self, question: Question, conversation: Conversation) -> dict[int, Tokens]:
        """By their places what stands for the words of "the other one": of two of a kind the one spoken of before."""
        at = other_one(question)
        if at is None:
            return {}
        spoken_of: set[str] = set()
        for key in conversation.entities:
            if (kind := self._index.entities[key].kind) in spoken_of:
                return {at: self._name(key), at + 1: (), at + 2: ()}
            spoken_of.add(kind)
        return {}

    def _name(self, key: str) -> Tokens:
        return tuple(self._tokenize(self._index.entities[key].name))

    def _answers(self, words: frozenset[str], conversation: Conversation) -> bool:
        """Whether pronouns rather stand for the last answer: "dozens of attackers. Who were *they*?"."""
        target, slot = conversation.target, conversation.slot
        if target is None or target.is_card or slot not in THING_SLOTS or not words & MANY_THINGS:
            return False
        return any(not entry.entity and entry.text.endswith("s") for entry in target.slots.get(slot, ()))

    def _described(self, question: Question, conversation: Conversation) -> dict[int, str]:
        """By its place what "this agency" stands for, or in other words "that body"."""
        nouns = [(at, noun.stem) for at, (this, noun) in enumerate(pairwise(question.tokens)) if this.word in NAMING]
        stems = {key: self._stems(key) for key in conversation.entities} if nouns else {}
        language, found = self._index.language, dict[int, str]()
        for at, noun in nouns:
            for meant in ({noun}, language.same[noun] | language.kinds_of(noun)):
                if key := next((key for key in stems if not stems[key].isdisjoint(meant)), ""):
                    found.setdefault(at, key)
        return found

    def _stems(self, key: str) -> set[str]:
        """The stems of all words by which an entity is called."""
        entity = self._index.entities[key]
        called = CALLED.get(entity.pronoun or "", ())
        texts = " ".join((entity.name, entity.is_ or "", *entity.aliases, *called))
        return {token.stem for token in self._tokenize(texts)}


def other_one(question: Question) -> int | None:
    """Where a question says "the other one"; None where it does not."""
    if not question.words.issuperset(OTHER_ONE):
        return None
    words = [token.word for token in question.tokens]
    return next((at for at in range(len(words)) if words[at : at + len(OTHER_ONE)] == OTHER_ONE), None)


def _standing_for(question: Question, at: int, names: Mapping[str, Tokens]) -> Tokens:
    """What a word of a question stands for, if not for itself."""
    token = question.tokens[at]
    if token.word in NAMING and at + 1 < len(question.tokens):
        return (THE,)
    if token.word in POSSESSIVES and any(place < at for place in question.content[:1]):
        return (token,)  # "did officers lose *their* lives"
    return names.get(STANDS_FOR.get(token.word, "")) or (token,)


def _first(tokens: Sequence[Token]) -> Tokens:
    """The first of several things: "*troops* and tanks"."""
    end = next((at for at, token in enumerate(tokens) if token.word == "and"), len(tokens))
    return tuple(tokens[:end])


def is_many(text: str) -> bool:
    """Whether a text names more than one thing."""
    return text.endswith("s") or " and " in text
