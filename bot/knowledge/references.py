"""What the models cannot see: whether the parts of a file fit together.

It reads the tree, not the models, so that one misspelt key does not hide a dangling id elsewhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from itertools import chain

from bot.knowledge.changes import change_problems
from bot.knowledge.model import NO_FACT, SLOTS, Fact
from bot.knowledge.problems import Problem, did_you_mean, nearest, no_such
from bot.knowledge.tree import Place
from bot.knowledge.wording import EMPTY

ENTITY_SLOTS = ("who", "what", "to_whom", "where", "via")
"""Slots in which an id stands for an entity and anything else is free text."""

CUE_KINDS = (*SLOTS, "name", "define", "attribution", "how_old", "summary", "timeline", "yes_no")
"""What the lexicon's `cues` may point at: slots, and kinds of question that are no slot."""

MISSPELT_ID = 85
"""How alike, 0 to 100, a single word and an id are when the word is taken for a slip of the pen."""

ID_LIKE = re.compile(r"[a-z0-9-]+")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
FACT_KEYS = frozenset(field.alias or name for name, field in Fact.model_fields.items())


def story_problems(story: Place) -> Iterator[Problem]:
    """Everything in a story file that points at nothing, or at itself, or says too little."""
    sources, entities, facts = (story.at(section).keys for section in ("sources", "entities", "facts"))
    yield from _dangling(story.at("story").at("summary"), "fact", facts)
    yield from _reviewed_too_soon(story.at("story"))
    for _, entity in story.at("entities").entries():
        yield from _dangling(entity.at("within"), "entity", entities)
        yield from _dangling(entity.at("location").at("source"), "source", sources)
    for _, cited in chain(story.at("entities").entries(), story.at("facts").entries()):
        for cite in cited.at("cite").each():
            yield from _dangling(cite.at("source"), "source", sources)
    yield from _shared_names(story.at("entities"))
    yield from _circles(story.at("entities"))
    for fact_id, fact in story.at("facts").entries():
        if fact_id == NO_FACT:
            yield fact.problem("the id 'none' is taken: in a test it means that no fact may answer; choose another")
        yield from _fact_problems(fact, entities)
        yield from change_problems(fact, story.at("sources"))
    for item in story.at("not_reported").each():
        yield from _dangling(item.at("near"), "fact", facts)
    for test in story.at("tests").each():
        yield from _test_problems(test, story.at("facts"))


def lexicon_problems(lexicon: Place) -> Iterator[Problem]:
    """Opposites of nothing, cues for kinds of question that do not exist, and frames that lead nowhere."""
    synonyms = lexicon.at("synonyms")
    words = {text for _, entry in synonyms.entries() for text in entry.texts()}
    for pair in lexicon.at("opposites").each():
        members = list(pair.each())
        if len(members) == 1:
            yield pair.problem("needs two ids of synonyms (or words) that exclude each other")
        for member in members:
            if member.text not in words:
                yield from _misspelt(member, "id of synonyms", synonyms.keys)
    for kind, cue in lexicon.at("cues").entries():
        if kind not in CUE_KINDS:
            meant = did_you_mean(kind, CUE_KINDS)
            yield cue.problem(f"no such kind of question '{kind}';{meant} allowed here: {', '.join(CUE_KINDS)}")
    for plain, frames in lexicon.at("frames").entries():
        for frame in frames.each():
            if lacking := _variables(plain) - _variables(frame.text):
                yield frame.problem(f"has no {', '.join(sorted(lacking))}, which stands in '{plain}'")
            elif not any(part[0].islower() for part in frame.text.split()):
                yield frame.problem("needs a word that no question in it lacks, besides variables and (optional) words")


def _variables(text: str) -> set[str]:
    """The capital letters that stand for words of a question."""
    return {word for word in text.split() if len(word) == 1 and word.isupper()}


def _dangling(ids: Place, kind: str, known: Collection[str]) -> Iterator[Problem]:
    for item in ids.each():
        if item.text and item.text not in known:
            yield item.problem(no_such(kind, item.text, known))


def _reviewed_too_soon(story: Place) -> Iterator[Problem]:
    review_by, as_of = story.at("review_by"), story.at("as_of")
    # What is no date is another problem's; dates as YYYY-MM-DD are in the order of their texts.
    if DAY.fullmatch(review_by.text) and DAY.fullmatch(as_of.text) and review_by.text < as_of.text:
        yield review_by.problem(
            f"lies before as_of, {as_of.text}; give the day from which the story may be out of date"
        )


def _misspelt(word: Place, kind: str, known: Collection[str]) -> Iterator[Problem]:
    """A problem where a word looks like an id and is nearly, but not quite, one of the known ids."""
    if word.text in known or not ID_LIKE.fullmatch(word.text):
        return
    if likely := nearest(word.text, known, at_least=MISSPELT_ID):
        yield word.problem(
            f"no such {kind} '{word.text}'; did you mean '{likely}'? If it is meant as a word, add another word to it"
        )


def _fact_problems(fact: Place, entities: Collection[str]) -> Iterator[Problem]:
    keys = fact.keys
    # An unknown key may be the missing slot, misspelt.
    if keys and keys.keys() <= FACT_KEYS and keys.keys().isdisjoint((*SLOTS, "asked")):
        yield fact.problem(f"no question can find this fact: fill a slot ({', '.join(SLOTS)}) or add 'asked'")
    if fact.at("certainty").text == "claimed" and not any(fact.at("according_to").each()):
        yield fact.at("certainty").problem("a claim needs 'according_to': add the entities that make it")
    if "how_many" in keys and keys["how_many"].value == {}:
        yield fact.at("how_many").problem(EMPTY)
    yield from _dangling(fact.at("according_to"), "entity", entities)
    for slot in filter(keys.__contains__, ENTITY_SLOTS):
        for value in fact.at(slot).each():
            yield from _misspelt(value, "entity", entities)


def _test_problems(test: Place, facts: Place) -> Iterator[Problem]:
    fact_id, slot = test.at("fact").text, test.at("slot").text
    if fact_id and fact_id != NO_FACT and fact_id not in facts.keys:
        yield test.at("fact").problem(f"{no_such('fact', fact_id, facts.keys)}; or write 'none' if no fact may answer")
    if not slot:
        return
    if slot not in SLOTS:
        yield test.at("slot").problem(no_such("slot", slot, SLOTS))
    elif fact_id == NO_FACT:
        yield test.at("slot").problem("no fact may answer this, so no slot can; remove 'slot' or name the fact")
    elif fact_id in facts.keys and slot not in facts.at(fact_id).keys:
        filled = [key for key in SLOTS if key in facts.at(fact_id).keys]
        yield test.at("slot").problem(
            f"the fact '{fact_id}' does not fill the slot '{slot}'; it fills: {', '.join(filled) or 'none'}"
        )


def _shared_names(entities: Place) -> Iterator[Problem]:
    claimed: dict[str, tuple[str, int]] = {}
    for entity_id, entity in entities.entries():
        for name in chain(entity.at("name").each(), entity.at("aliases").each()):
            if not name.text:
                continue
            owner, line = claimed.setdefault(folded_name(name.text), (entity_id, name.node.line))
            if owner != entity_id:
                yield name.problem(
                    f"the name '{name.text}' is claimed by '{owner}' too (line {line}); leave it to one of them"
                )


def folded_name(name: str) -> str:
    """The name without case and accents, with single spaces: two names that fold alike cannot be told apart."""
    letters = (letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
    return " ".join("".join(letters).casefold().split())


def _circles(entities: Place) -> Iterator[Problem]:
    """One problem for each circle of places, at the one that comes first in the file."""
    seen: set[str] = set()
    for start in entities.keys:
        path: list[str] = []
        place = start
        while place in entities.keys and place not in seen:
            seen.add(place)
            path.append(place)
            place = entities.at(place).at("within").text
        if place in path:
            circle = [*path[path.index(place) :], place]
            message = f"goes in a circle: {' → '.join(circle)}; a place cannot contain itself"
            yield entities.at(place).at("within").problem(message)
