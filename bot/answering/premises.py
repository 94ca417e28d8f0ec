"""What a yes/no question takes for granted that a fact tells otherwise: another day, number, place or doer."""

from __future__ import annotations

from dataclasses import replace

from bot.answering.evidence import OWN, PLAIN
from bot.answering.index import Index
from bot.answering.matching import Matcher
from bot.answering.question import Question
from bot.answering.roles import explained
from bot.answering.targets import Target
from bot.answering.weighing import Asked

SLOT_OF_ENTITY = {"person": "who", "organization": "who", "place": "where"}
"""The slot whose entities an entity of a kind would have to be among."""
FEWEST = 2
"""How many telling words of a question a fact must have to tell of the same event, what was done among them."""
SLOT_BEHIND = dict.fromkeys(("in", "at", "near"), "where") | {"by": "who"}
"""The slot in which a fact would have a name that it does not know, by the word before it."""
SPANS = frozenset("minut hour day night week month year decad".split())
"""Stems of nouns for how long something takes."""


class Premises:
    """Finds the facts that a question comes near, and those that it contradicts."""

    def __init__(self, index: Index, matcher: Matcher) -> None:
        self._index = index
        self._matcher = matcher

    def contradicted(self, question: Question) -> Target | None:
        """What the story says instead: who somebody is, or the same event at another time or place or by others.

        None where the question is no yes/no question, or where the story tells no such thing.
        """
        if question.kind != "yes_no" or question.is_negated:
            return None
        asked = self._matcher.weigh(question)
        if question.is_pairing and asked.called:
            named = [key for key, _positions in self._index.finder.named(question.tokens)]
            # "Is X the capital" is put right by what the capital is, before what X is.
            described = [key for key in named if key not in asked.called and key in self._index.cards]
            called = [key for key in named if key in asked.called]
            return self._index.cards.get([*described, *called][0])
        known = replace(asked, words=[word for word in asked.words if word.hits.facts or not word.is_name])
        targets = ((number, self._index.targets[number]) for number, _share in self._matcher.contenders(known))
        return next((target for number, target in targets if self._tells_otherwise(asked, number, target)), None)

    def _tells_otherwise(self, asked: Asked, number: int, target: Target) -> bool:
        """Whether a fact has all of the question but days, numbers, names or places, and has others of these."""
        if target.kind or target.is_card or target.withdrawn:
            return False
        found = explained(asked, number, target)
        telling = [(each, at) for each, at in zip(found, asked.question.content, strict=True) if each.word.is_telling]
        slots = _slots_of_strangers(asked) | self._slots(asked.question, target)
        odd = [at for each, at in telling if each.strength < PLAIN or slots.get(at) == "how_long"]
        if not odd or not all(target.slots.get(slots.get(at, "")) for at in odd):
            return False
        same = [each for each, at in telling if at not in odd and not each.denies]
        if any(slots[at] == "how_long" for at in odd):
            return any(each.strength >= OWN for each in same)  # "is the curfew for 3 days"
        counted = target.masks.get("how_many", 0) if any(slots[at] == "how_many" for at in odd) else 0
        is_same = any(each.mask & (target.done | counted) for each in same)
        return is_same and len(same) >= FEWEST

    def _slots(self, question: Question, target: Target) -> dict[int, str]:
        """Of each word that is a day, a number, a name or a place, the slot in which the fact would have it."""
        tokens, slots = question.tokens, dict[int, str]()
        for at, token in enumerate(tokens):
            if self._index.language.is_day(token.stem):
                slots[at] = "when"
            elif token.word.isdigit():
                beside = tokens[max(0, at - 1) : at + 2]
                slots[at] = "when" if any(self._index.language.is_day(each.stem) for each in beside) else "how_many"
                if beside[-1].stem in SPANS:
                    slots |= dict.fromkeys((at, at + 1), "how_long")
        for key, positions in self._index.finder.named(tokens):
            slot = SLOT_OF_ENTITY.get(self._index.entities[key].kind, "")
            is_other = slot != "where" or self._is_elsewhere(key, target)
            slots |= dict.fromkeys(positions, slot if is_other else "")
        return slots

    def _is_elsewhere(self, key: str, target: Target) -> bool:
        """Whether a place lies in none of the places of a fact, nor they in it."""
        places = [entry.entity or "" for entry in target.slots.get("where", ())]
        return all(
            place and place not in self._index.containing(key) and key not in self._index.containing(place)
            for place in places
        )


def _slots_of_strangers(asked: Asked) -> dict[int, str]:
    """Of each name, whoever bears it, the slot in which a fact would have it: "is it based *in Atlantis*"."""
    question = asked.question
    places = [at for at, word in zip(question.content, asked.words, strict=True) if word.is_name]
    slots = {at: SLOT_BEHIND.get(question.tokens[at - 1].word, "") for at in places if at}
    return slots | dict.fromkeys([at for at in places if at in question.predicate.subject], "who")
