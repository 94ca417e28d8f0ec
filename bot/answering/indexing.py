"""Builds the index of some stories."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz

from bot.answering.analyzing import Analyzer
from bot.answering.index import Contents, Index
from bot.answering.message import Segmenter
from bot.answering.phrases import FILLERS
from bot.answering.postings import NumberLists, Postings
from bot.answering.reading import Texts
from bot.answering.senses import parted
from bot.answering.slotvalues import card, slot_values
from bot.answering.suggesting import first_questions
from bot.answering.targets import CONTEXT, Entry, Hit, Target, better, entity_key, story_of
from bot.answering.terms import TermFinder
from bot.answering.text import AUXILIARY, NEGATIONS
from bot.answering.withdrawing import still_told
from bot.knowledge.model import Entity, Fact, StoryFile
from bot.knowledge.wordlist import WordList
from bot.progress import counted

STATED = 0.93
"""What a word is worth that stands in the statement, but in no slot."""
ASKED = 0.9
"""What a word is worth to a fact that stands only in a wording of a question to it."""
MENTIONED = 0.8
"""What is left of what an entity is, where a text only mentions it."""
SPELLING = 85
"""From which likeness on, of 100, one name of a place may be another spelling of the other."""
HOUR = re.compile(
    r"(?i)\b(?:night|overnight|morning|evening|afternoon|noon|midday|midnight|dawn|dusk|early|late|hours?|[ap]\.?m|o'clock|"
    r"\d\d?[:.]\d\d)\b"
)
PASSIVE = re.compile(r"(?:was|were|became|is|are|has been) \w*(?:ed|en|ble|own|rt)\b")
ATTEMPTS = ("tried ", "attempted ", "sought ", "failed ")
"""How a fact tells what was only attempted."""
FUTURE = ("will ", "is ", "are ")


def build_index(stories: Sequence[StoryFile], analyzer: Analyzer, words: WordList) -> Index:
    """The index of the stories; `analyzer` takes their wordings of questions apart as it would readers'."""
    builder = _Builder(analyzer, words)
    for number, story in enumerate(stories):
        builder.add_names(number, story)
    for number, story in enumerate(counted(stories, "stories indexed")):
        builder.add_story(number, story)
    builder.add_wordings()
    return Index(builder.contents(tuple(map(still_told, stories))), builder.finder, words)


class _Builder:
    def __init__(self, analyzer: Analyzer, words: WordList) -> None:
        self.finder = TermFinder(analyzer.language)
        self._language = analyzer.language
        self._analyzer = analyzer
        self._entities: dict[str, Entity] = {}
        self._texts = Texts(self.finder, words.pos, self._entities)
        self._segmenter = Segmenter(analyzer.language, self._texts.tokens.__getitem__)
        self._targets: list[Target] = []
        self._postings: dict[str, dict[int, Hit]] = defaultdict(dict)
        self._denials: dict[str, set[int]] = defaultdict(set)
        self._deeds: dict[str, set[int]] = defaultdict(set)
        """The targets in which something was done, by the text for it."""
        self._facts: dict[tuple[int, str], Target] = {}
        self._wordings: list[tuple[str, Target]] = []

    def contents(self, stories: tuple[StoryFile, ...]) -> Contents:
        """What was gathered."""
        return Contents(
            stories=stories,
            targets=self._targets,
            postings=Postings(self._postings | parted(self._postings, self._language)),
            denials={term: frozenset(targets) for term, targets in self._denials.items()},
            opposites=NumberLists(self._opposites(), are_shared=True),
            entities=self._entities,
            facts=self._facts,
            vocabulary=frozenset(self._texts.vocabulary),
            demonyms=frozenset(self._texts.demonyms),
        )

    def add_names(self, number: int, story: StoryFile) -> None:
        for id_, entity in story.entities.items():
            self._entities[entity_key(number, id_)] = entity
            for name in (entity.name, *entity.aliases):
                stems = [token.stem for token in self.finder.content(self._texts.tokens[name])]
                if stems:
                    is_proper = name == entity.name or not name.startswith("the ") or name[4:].istitle()
                    self.finder.add_name(stems, entity_key(number, id_), is_proper=is_proper)
                is_other = len(stems) == 1 and entity.kind == "place" and name[0].isupper()
                if is_other and not _is_spelling(name, entity.name):
                    self._texts.demonyms.add(stems[0])

    def add_story(self, number: int, story: StoryFile) -> None:
        asked = first_questions(story)
        for id_, fact in story.facts.items():
            target = _told(number, id_, fact, asked)
            target.is_main = id_ in story.story.summary
            if fact.withdrawn is None:
                self._facts[number, id_] = target
            pool = len(self._targets)
            self._add_fact(target, fact)
            self._wordings += [(wording, _told(number, id_, fact, asked, pool)) for wording in fact.asked]
        for id_, entity in story.entities.items():
            if entity.is_:
                fact = card(id_, entity)
                self._add_fact(Target(number, id_, fact, is_card=True), fact)
        for gap in still_told(story).not_reported:
            self._wordings += [(wording, Target(number, "", None, gap)) for wording in gap.asks]

    def add_wordings(self) -> None:
        """Adds the questions to all stories, which come after all facts."""
        for wording, target in counted(self._wordings, "questions indexed"):
            self._add_wording(target, wording)

    def _add_fact(self, target: Target, fact: Fact) -> None:
        index, number, bit = len(self._targets), target.story, CONTEXT
        self._targets.append(target)
        for slot, values in slot_values(fact).items():
            target.slots[slot] = []
            for value in values:
                bit <<= 1
                entry = self._entry(number, bit, value)
                target.slots[slot].append(entry)
                target.masks[slot] = target.masks.get(slot, 0) | bit
                self._post_entry(index, entry, STATED if slot == "according_to" else 1.0)
        for slot, others in fact.also.items():
            bit <<= 1
            target.masks[slot] = target.masks.get(slot, 0) | bit
            bits = bit | (target.masks["how_many"] if self._is_counted(fact, target, slot) else 0)
            for value in others:
                if slot == "did" and " " in value:
                    self._post_idiom(index, value, bit)
                else:
                    self._post_entry(index, self._entry(number, bits, value), 1.0)
        for text in (fact.says, *fact.keywords):
            self._post_text(index, text, CONTEXT, STATED)
        self._post_denials(index, fact)
        target.tells_hour = bool(fact.when and HOUR.search(fact.when.text))
        target.is_passive = any(PASSIVE.match(text) for text in fact.did)
        target.is_statement = any(self._language.is_speech(self._language.term(text)) for text in fact.did)
        target.is_attempt = bool(fact.did) and fact.did[0].startswith(ATTEMPTS)
        target.complete()
        target.coming = _coming(target)

    def _is_counted(self, fact: Fact, target: Target, slot: str) -> bool:
        """Whether what the slot holds is what is counted: other words for it are then other words for what is."""
        counted = [self._language.term(each) for each in fact.how_many]
        return len(counted) == 1 and any(counted[0] in entry.stems for entry in target.slots.get(slot, ()))

    def _entry(self, number: int, bit: int, value: str) -> Entry:
        key = entity_key(number, value)
        if key in self._entities:
            is_body = self._entities[key].kind in ("organization", "outlet")
            return Entry(bit, value, key, is_body=is_body, attached=self._texts.attached[key])
        _stems, all_, nouns = self._texts.stems[value]
        return Entry(bit, value, None, all_, nouns)

    def _post_denials(self, index: int, fact: Fact) -> None:
        """What the editor says the fact denies, and what was done, whose opposites it does not tell."""
        for text in fact.denies:
            self._denials[self._idiom(text)].add(index)
        for text in fact.did:
            # "Could not be reached" is no opposite of "unreachable".
            if NEGATIONS.isdisjoint([token.word for token in self._texts.tokens[text]]):
                self._deeds[text].add(index)

    def _opposites(self) -> dict[str, set[int]]:
        """The targets that do not tell of a term, since they tell its opposite."""
        opposites: dict[str, set[int]] = defaultdict(set)
        for text, numbers in self._deeds.items():
            for term in (self._language.term(text), *self._language.stems(text)):
                for opposite in self._language.opposites(term):
                    opposites[opposite] |= numbers
        return opposites

    def _post_entry(self, index: int, entry: Entry, strength: float) -> None:
        if entry.entity:
            self._post_entity(index, entry.entity, entry.bit, strength, described=strength)
        else:
            self._post_text(index, entry.text, entry.bit, strength)

    def _post_idiom(self, index: int, text: str, bit: int) -> None:
        """An idiom counts as a whole: who "lost their lives" has lost nothing else."""
        self._post(index, self._idiom(text), bit, 1.0)

    def _idiom(self, text: str) -> str:
        """The term for all of the text; a phrase becomes known by that."""
        tokens = self._texts.tokens[text]
        if " " not in text:
            return self._language.term(text)
        stems = [token.stem for token in tokens if token.word not in AUXILIARY and token.word not in FILLERS]
        self._texts.terms.clear()  # texts that were read before may have it too
        return self.finder.add_idiom(stems)

    def _post_text(self, index: int, text: str, bit: int, strength: float) -> None:
        for term, worth, worth_in_slot in self._texts.terms[text]:
            if term[0] != "@":
                self._post(index, term, bit, strength * (worth if bit == CONTEXT else worth_in_slot))
            elif not self._is_foreign(index, term):
                self._post_entity(index, term[1:], bit, strength, described=strength * MENTIONED)

    def _is_foreign(self, index: int, term: str) -> bool:
        """Whether a term is another story's entity: a name in a text means its own story's, whoever else bears it."""
        return term[0] == "@" and story_of(term[1:]) != self._targets[index].story

    def _post_entity(self, index: int, key: str, bit: int, strength: float, *, described: float) -> None:
        for term, worth in self._texts.of_entity[key, strength, described]:
            self._post(index, term, bit, worth)

    def _add_wording(self, target: Target, wording: str) -> None:
        """A wording has one bit for each of its words."""
        index = len(self._targets)
        self._targets.append(target)
        clauses = self._segmenter.asking_sentences(wording)[0]
        question = self._analyzer.readings(clauses)[0][0]
        target.kind, target.size = question.kind, max(1, len(question.content))
        target.asks_before, target.asks_more = question.asks_before, question.asks_more
        target.asks_sort = question.asks_sort
        bits = {position: 1 << number for number, position in enumerate(question.content)}
        for term, positions in self.finder.terms(question.tokens):
            if self._is_foreign(index, term):
                continue
            mask = 0
            for position in positions:
                mask |= bits.get(position, 0)
            if mask:
                self._post(index, term, mask, 1.0)
            if mask and target.pool >= 0:
                self._post(target.pool, term, CONTEXT, ASKED)

    def _post(self, index: int, term: str, bit: int, strength: float) -> None:
        hits = self._postings[term]
        if (known := hits.get(index)) is None:
            hits[index] = strength, bit
        elif bit != CONTEXT:
            hits[index] = better(known, (strength, bit))


def _told(number: int, id_: str, fact: Fact, asked: Mapping[str, str], pool: int = -1) -> Target:
    """A fact as it is told, or what is left of it where it was withdrawn."""
    if fact.withdrawn:
        return Target(number, id_, None, withdrawn=fact.withdrawn, question=asked.get(id_, ""), pool=pool)
    return Target(number, id_, fact, pool=pool)


def _coming(target: Target) -> int:
    """The bits of what is still to come of all that was done; other words for it are of it where anything is."""
    done = target.slots.get("did", ())
    past = sum(entry.bit for entry in done if not entry.text.startswith(FUTURE))
    return target.done & ~past if any(not entry.bit & past for entry in done) else 0


def _is_spelling(name: str, of: str) -> bool:
    """Whether a name of a place is another spelling of it, "Selvanja" of Selvania, and not made of it: "Selvanian"."""
    return name == of or (not (name.startswith(of) or of.startswith(name)) and fuzz.ratio(name, of) >= SPELLING)
