"""Questions that a fact should answer, built from its parts in plain English."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.answering.composing import joined
from bot.answering.text import sentence_start
from bot.drafting.vocabulary import BE, HAVE, MODAL, PREPOSITIONS, ROLES, SPEAKING_BODIES
from bot.knowledge.model import Entity, Fact

PLAIN_FORMS = {"has": "have", "had": "have", "does": "do", "goes": "go"}
"""Base forms that the word list, in which these are words of grammar, does not give."""
SAME_WORD = 4
"""How many first letters a verb and its noun share."""
OPENINGS = {
    "when": "when",
    "where": "where",
    "why": "why",
    "purpose": "for what purpose",
    "how": "how",
    "how_long": "how long",
}
"""Slots that a whole clause with an interrogative before it asks for."""
IN_BRACKETS = re.compile(r" \([^)]*\)")
"""What a name has for reading only: "the World Health Organization (WHO)"."""
WHO_KINDS = ("person", "organization", "outlet")
SINGULAR = {"are": "is", "were": "was"}
PERSONAL_ENDINGS = ("ers", "ors", "ists", "ians", "men", "er", "or", "ist", "ian")
"""How words for those who act end, where no entity tells."""
PERSONAL = ROLES | SPEAKING_BODIES | frozenset("people children nobody everybody somebody families parents".split())
"""Words for those who act that end otherwise, in the singular or as they mostly stand."""
THINGS = frozenset("water river weather winter summer paper newspaper number power floor door tower border".split())
"""Words that end like those for who acts, and are none."""


@dataclass(frozen=True, slots=True)
class FactQuestion:
    """A question, and the slot that answers it; None where the whole statement does."""

    text: str
    slot: str | None = None
    is_full: bool = False
    """Whether it has all of who did what to whom, apart from what it asks for."""


@dataclass(frozen=True, slots=True)
class Clause:
    """`did` demonstrators `storm` the palace: what stands around the subject of a question."""

    auxiliary: str
    subject: str
    rest: str

    def __str__(self) -> str:
        return f"{self.auxiliary} {self.subject} {self.rest}".rstrip()


class Questioner:
    """Words questions to the facts of one story."""

    def __init__(self, entities: Mapping[str, Entity], lemmas: Callable[[str], Sequence[str]]) -> None:
        """`lemmas` gives the base forms of an English word, the likeliest first."""
        self._entities = entities
        self._lemmas = lemmas

    def questions(self, fact: Fact) -> Iterator[FactQuestion]:
        """A question to each part of a fact for which a sentence can be built, then one to the whole of it."""
        subject, done = self._named(fact.who), fact.did[0] if fact.did else ""
        objects = self._named(fact.what)
        if not (subject and done):
            if known := " ".join(filter(None, [subject, done, objects, self._named(fact.where)])):
                yield FactQuestion(_asked(known))
            return
        if _repeats(objects, done):
            objects = ""
        yield FactQuestion(_asked(f"{self._doing(fact, done)} {objects or self._within(fact)}"), "who", bool(objects))
        clause = self._clause(subject, fact)
        if objects:
            yield FactQuestion(_asked(f"what {clause}"), "what", is_full=True)
        whole = f"{clause} {objects}".rstrip()
        for slot, opening in OPENINGS.items():
            if getattr(fact, slot):
                yield FactQuestion(_asked(f"{opening} {whole}"), slot, is_full=True)
        for unit in fact.how_many:
            yield FactQuestion(_asked(f"how many {unit} {self._around_count(unit, fact, clause)}"), "how_many")
        yield FactQuestion(_asked(whole))

    def _named(self, values: Sequence[str]) -> str:
        names = [self._entities[value].name if value in self._entities else value for value in values]
        return joined([IN_BRACKETS.sub("", name) for name in names], "and")

    def _doing(self, fact: Fact, done: str) -> str:
        """Who or what did it: "who" is one, however many there were."""
        first = fact.who[0]
        is_who = self._entities[first].kind in WHO_KINDS if first in self._entities else _acts(first)
        verb, _, rest = done.partition(" ")
        return f"{'who' if is_who else 'what'} {SINGULAR.get(verb, verb)} {rest}".rstrip()

    def _within(self, fact: Fact) -> str:
        """The place, where a fact's verb alone would say too little."""
        places = [self._entities[value].name for value in fact.where if value in self._entities]
        return f"in {places[0]}" if places else ""

    def _clause(self, subject: str, fact: Fact) -> Clause:
        """The verb of a fact, turned around its subject: "was restored" asks "was … restored"."""
        verb, _, rest = fact.did[0].partition(" ")
        if verb in BE or verb in MODAL or (verb in HAVE and rest.endswith(("ed", "en"))):
            return Clause(verb, subject, rest)
        base = self._base(verb)
        is_past = any(self._is_past(text.partition(" ")[0]) for text in fact.did)
        auxiliary = "did" if is_past else "do" if verb == base else "does"
        return Clause(auxiliary, subject, f"{base} {rest}".rstrip())

    def _base(self, verb: str) -> str:
        lemmas = [lemma for lemma in self._lemmas(verb) if lemma != verb or not verb.endswith("ed")]
        # "Polluted" is an adjective as well, and as such a base form.
        return PLAIN_FORMS.get(verb) or next(iter(lemmas), verb)

    def _is_past(self, verb: str) -> bool:
        return self._base(verb) != verb and not verb.endswith("s")

    def _around_count(self, unit: str, fact: Fact, clause: Clause) -> str:
        """What is counted did it, or it was done to them, or neither."""
        noun = unit.split()[-1]
        if any(noun in value for value in fact.who):
            return f"{fact.did[0]} {self._named(fact.what)}".rstrip()
        is_told = any(noun in value for value in fact.what) or not any(
            noun in value for value in (*fact.did, *fact.to_whom)
        )
        return str(clause) if is_told else "were there"


def _repeats(objects: str, done: str) -> bool:
    """Whether an object only says the verb again: "rallied the rally"."""
    verb, noun = done.partition(" ")[0], objects.rpartition(" ")[2]
    return len(noun) > SAME_WORD and noun[:SAME_WORD] == verb[:SAME_WORD]


def _acts(phrase: str) -> bool:
    """Whether a phrase is of those of whom one asks "who": "people in Tarnwick"."""
    words = phrase.casefold().split()
    end = next((at for at, word in enumerate(words) if at and word in PREPOSITIONS), len(words))
    head = words[end - 1].strip("”’\"'")
    is_personal = head in PERSONAL or head.removesuffix("s") in PERSONAL or head.endswith(PERSONAL_ENDINGS)
    return is_personal and head not in THINGS


def _asked(text: str) -> str:
    return sentence_start(" ".join(text.split())) + "?"
