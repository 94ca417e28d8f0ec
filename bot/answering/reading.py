"""The texts of stories, read each but once while the index is built: names, verbs and days stand in many facts."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from bot.answering.postings import LOOSE
from bot.answering.targets import CALLED, entity_key, story_of
from bot.answering.terms import TermFinder, is_phrasal
from bot.answering.text import Token
from bot.memo import Memo

if TYPE_CHECKING:
    from bot.knowledge.model import Entity

NAMED, DESCRIBED, ALIAS = 0.95, 0.93, 0.75
"""What a word is worth that a fact has by an entity's name, by what the entity is, or as a part of an alias."""
HINTED = 0.9
"""What "lady" or "man" is worth for a person: enough to find her, too little to say yes to."""
OWNING = 0.6
"""What is left of the worth of whoever owns what is named: the mayor is not "the mayor's office"."""
CONTAINED = 0.85
"""What a place is worth, where a fact has a place within it."""
TURNED = 0.6
"""What the verb alone is worth where a slot has it with a particle."""
REMEMBERED = 20_000
"""How many texts are kept with what is in them."""

ATTACHING = re.compile(r" (?:of|in|for|that|which|who) ")
"""What follows is no part of what something is, but of what it belongs to: "the largest city *in* the country"."""


class Texts:
    """What texts are made of, and what entities are called by."""

    def __init__(self, finder: TermFinder, parts_of_speech: Callable[[str], str], entities: dict[str, Entity]) -> None:
        """`entities` are known by their keys; more of them may be added."""
        self._finder = finder
        self._parts_of_speech = parts_of_speech
        self._entities = entities
        self.vocabulary: set[str] = set()
        """Every word that was read."""
        self.demonyms: set[str] = set()
        """Stems of words for what belongs to a place, which are no nouns."""
        self.tokens = Memo(self._tokens_of, REMEMBERED)
        self.stems = Memo(self._stems_of, REMEMBERED)
        """Of a text the stems of the words that carry meaning: in their order, as a set, and those of nouns alone."""
        self.terms = Memo(self._terms_of, REMEMBERED)
        """The terms of a text, what they are worth, and what they are in a slot.

        The first noun of "state of emergency" alone is little of it, and what "broke out" broke nothing.
        """
        self.attached = Memo(self._attached_to, REMEMBERED)
        """By the key of an entity, stems that only belong to what it is: an alliance "of countries" is no country."""
        self.of_entity = Memo(self._terms_of_entity, REMEMBERED)
        """The terms by which an entity stands in a fact, and what they are worth: by its names, by what it is, and by
        the places that contain it. What an entity is may be worth less than its name."""

    def _tokens_of(self, text: str) -> list[Token]:
        tokens = self._finder.language.normalizer.tokens(text)
        self.vocabulary.update([token.word for token in tokens])
        return tokens

    def _stems_of(self, text: str) -> tuple[list[str], frozenset[str], frozenset[str]]:
        tokens = self._finder.content(self.tokens[text])
        stems = [token.stem for token in tokens]
        nouns = [token.stem for token in tokens if self._can_be_noun(token)]
        return stems, (all_ := frozenset(stems)), all_ if len(nouns) == len(stems) else frozenset(nouns)

    def _can_be_noun(self, token: Token) -> bool:
        sorts = self._parts_of_speech(token.word)
        return token.stem not in self.demonyms and sorts[:1] not in ("a", "r", "v")

    def _terms_of(self, text: str) -> list[tuple[str, float, float]]:
        tokens = self.tokens[text]
        terms = self._finder.terms(tokens)
        phrases = [(term, positions[0]) for term, positions in terms if len(positions) > 1]
        heads = {start for term, start in phrases if term[0] != "@" and tokens[start + 1].word == "of"}
        turned = {start for term, start in phrases if is_phrasal(term)}
        if not heads and not turned:
            return [(term, 1.0, 1.0) for term, _ in terms]  # as are most, of which there may be thousands

        def worth(positions: tuple[int, ...], *, in_slot: bool) -> float:
            if len(positions) == 1 and positions[0] in heads:
                return LOOSE
            return TURNED if in_slot and len(positions) == 1 and positions[0] in turned else 1.0

        return [(term, worth(at, in_slot=False), worth(at, in_slot=True)) for term, at in terms]

    def _attached_to(self, key: str) -> frozenset[str]:
        entity, stems = self._entities[key], self._finder.language.stems
        sort, _, attached = ATTACHING.sub(" of ", entity.is_ or "", count=1).partition(" of ")
        return frozenset() if entity.kind == "person" else frozenset(stems(attached)) - frozenset(stems(sort))

    def _terms_of_entity(self, named: tuple[str, float, float]) -> list[tuple[str, float]]:
        key, strength, described = named
        entity = self._entities[key]
        terms = self._stems_worth(entity.is_ or "", described * DESCRIBED)
        for word in CALLED.get(entity.pronoun or "", ()):
            terms += self._stems_worth(word, described * HINTED)
        for alias in entity.aliases:
            terms += self._stems_worth(alias, described * ALIAS)
        number = story_of(key)
        place: str | None = key
        while place in self._entities:
            terms.append(("@" + place, strength))
            terms += self._stems_of_place(self._entities[place], strength * NAMED)
            within = self._entities[place].within
            place, strength = (entity_key(number, within) if within else None), strength * CONTAINED
        return terms

    def _stems_worth(self, text: str, worth: float) -> list[tuple[str, float]]:
        return [(stem, worth) for stem in self.stems[text][0]]

    def _stems_of_place(self, entity: Entity, worth: float) -> list[tuple[str, float]]:
        owner, of_owner, _ = entity.name.rpartition("'s ")
        owners = self.stems[owner][1] if of_owner and entity.kind == "place" else frozenset[str]()
        named = self._stems_worth(entity.name, worth)
        return [(stem, each * OWNING if stem in owners else each) for stem, each in named]
