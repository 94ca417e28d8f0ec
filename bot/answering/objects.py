"""To whom or what it was done: whether a question's object had anything done to it in a fact."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import or_

from bot.answering.evidence import ASTRAY, OWN, Explained
from bot.answering.targets import CONTEXT, Target
from bot.answering.text import ASPECTS, AUXILIARY, PREPOSITIONS, WH
from bot.answering.weighing import Asked

ADVERBS = ASPECTS | frozenset(
    "overnight today yesterday tonight recently earlier lately now too also on up down out".split()
)
"""Words behind a verb that are no object of it."""
ENDING = PREPOSITIONS | AUXILIARY | WH
"""Words that no object goes on behind."""
ANYONE = frozenset("anybody anyone somebody someone people others".split())
REACTING = frozenset("answer respond react repli meet counter address tackl confront face".split())
"""Stems of verbs for what somebody does because of their object."""


def has_object(asked: Asked, found: Sequence[Explained], target: Target) -> bool:
    """Whether it asks for whom its subject did something to: "whom did they kill", "did they kill anybody"."""
    question = asked.question
    if question.kind == "who":
        return question.asks_subject is False
    if question.kind != "yes_no":
        return False
    behind = question.tokens[(question.predicate.verb or 0) + 1 :]
    place = _direct(asked, found)
    is_acted_on = place is not None and bool(found[place].mask & target.acted_on)
    return is_acted_on or any(token.word in ANYONE for token in behind[:1])


def check_object(asked: Asked, found: Sequence[Explained], target: Target) -> None:
    """Takes back an object to which nothing was done: whom she asked because it burned is not what burned."""
    question = asked.question
    if question.kind != "yes_no" or not asked.subject or question.predicate.is_passive or target.is_passive:
        return
    place = _direct(asked, found)
    if place is not None and (found[place].is_only(around(target)) or names_another(asked, found, place, target)):
        found[place].strength *= ASTRAY


def around(target: Target) -> int:
    """The bits of what neither was done nor had it done to it: who did it, who says so, how, when and why."""
    others = [target.masks.get(slot, 0) for slot in ("via", "when", "how_long")]
    # But what somebody is described "as" is all that is told of them.
    others += [entry.bit for entry in target.slots.get("how", ()) if not entry.text.startswith("as ")]
    return reduce(or_, others, target.speaking | target.subordinate | CONTEXT)


def acts_besides(asked: Asked, found: Sequence[Explained], target: Target) -> bool:
    """Whether all that a question says of who did it, or what it was done to, is only around what a target tells.

    Who asked for help after others stormed a palace neither stormed it nor asked the palace.
    """
    besides = around(target)
    seen = reduce(or_, [each.mask for each in found], 0)
    if not seen & ~besides:
        return bool(seen & ~target.acting)
    if asked.question.verb_stem in REACTING:
        return False
    place = _direct(asked, found)
    if place is None:
        return False
    mask = found[place].mask
    is_only_besides = bool(mask & ~(target.acting | CONTEXT)) and not mask & ~besides
    return is_only_besides or names_another(asked, found, place, target)


def names_another(asked: Asked, found: Sequence[Explained], place: int, target: Target) -> bool:
    """Whether the word at a place names somebody or something to whom nothing was done there."""
    keys, each = asked.naming.get(place, frozenset()), found[place]
    if not keys:
        return False
    told = [entry for slot in ("what", "to_whom") for entry in target.slots.get(slot, ()) if entry.bit & each.mask]
    # What an alliance led by Norway was asked, Norway was not asked.
    is_described = place in asked.places and bool(told) and all(entry.is_body for entry in told)
    if each.mask & target.acted_on and each.strength >= OWN and not is_described:
        return False
    return keys.isdisjoint(target.entities_in("what", "to_whom", "where", *(("who",) if target.is_passive else ())))


def _direct(asked: Asked, found: Sequence[Explained]) -> int | None:
    """Where the last word of what directly follows a verb is: "who approached the presidential *palace* then"."""
    question = asked.question
    # What they try to storm stands behind "storm".
    verb = question.predicate.verb if asked.verb is None else question.content[asked.verb]
    if verb is None:
        return None
    end = next((at for at in range(verb + 1, len(question.tokens)) if question.tokens[at].word in ENDING), None)
    places = [place for place, at in enumerate(question.content) if verb < at and (end is None or at < end)]
    objects = [place for place in places if found[place].word.token.word not in ADVERBS]
    return objects[-1] if objects else None
