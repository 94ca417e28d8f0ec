"""Builds the index of some stories."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from bot.answering.index import LOOSE, Contents, Index
from bot.answering.message import Segmenter
from bot.answering.phrases import FILLERS
from bot.answering.question import Analyzer
from bot.answering.suggesting import first_questions
from bot.answering.targets import CALLED, CONTEXT, Entry, Hit, Target, better, entity_key, story_of
from bot.answering.terms import Term, TermFinder, is_phrasal
from bot.answering.text import AUXILIARY, Token, sentence_start
from bot.answering.withdrawing import still_told
from bot.knowledge.loading import plain
from bot.knowledge.model import SLOTS, Entity, Fact, StoryFile
from bot.knowledge.wordlist import Thesaurus, WordList

STATED = 0.93
"""What a word is worth that stands in the statement, but in no slot."""
ASKED = 0.9
"""What a word is worth to a fact that stands only in a wording of a question to it."""
NAMED, DESCRIBED, ALIAS = 0.95, 0.93, 0.75
"""What a word is worth that a fact has by an entity's name, by what the entity is, or as a part of an alias."""
MENTIONED = 0.8
"""What is left of what an entity is, where a text only mentions it."""
HINTED = 0.9
"""What "lady" or "man" is worth for a person: enough to find her, too little to say yes to."""
TURNED = 0.6
"""What the verb alone is worth where a fact has it with a particle."""
CONTAINED = 0.85
"""What a place is worth, where a fact has a place within it."""
HOUR = re.compile(
    r"(?i)\b(?:night|overnight|morning|evening|afternoon|noon|midday|midnight|dawn|dusk|early|late|hours?|[ap]\.?m|o'clock|"
    r"\d\d?[:.]\d\d)\b"
)
OFFICES = re.compile(r"(?<=\w) and (?=(?:the )?\w+(?: \w+)? of )")
"""What stands between two offices of a person: "prime minister of Armenia and chairman of the alliance"."""
PASSIVE = re.compile(r"(?:was|were|became|is|are|has been) \w*(?:ed|en|ble|own|rt)\b")
ATTEMPTS = ("tried ", "attempted ", "sought ", "failed ")
"""How a fact tells what was only attempted."""
FUTURE = ("will ", "is ", "are ")


def build_index(stories: Sequence[StoryFile], analyzer: Analyzer, words: WordList, thesaurus: Thesaurus) -> Index:
    """The index of the stories; `analyzer` takes their wordings of questions apart as it would readers'."""
    builder = _Builder(analyzer, words)
    for number, story in enumerate(stories):
        builder.add_names(number, story)
    for number, story in enumerate(stories):
        builder.add_story(number, story)
    return Index(builder.contents(tuple(map(still_told, stories))), builder.finder, words, thesaurus)


class _Builder:
    def __init__(self, analyzer: Analyzer, words: WordList) -> None:
        self.finder = TermFinder(analyzer.language)
        self._language = analyzer.language
        self._analyzer = analyzer
        self._segmenter = Segmenter(analyzer.language, self._tokens)
        self._parts_of_speech = words.pos
        self._targets: list[Target] = []
        self._postings: dict[str, dict[int, Hit]] = defaultdict(dict)
        self._denials: dict[str, set[int]] = defaultdict(set)
        self._opposites: dict[str, set[int]] = defaultdict(set)
        self._entities: dict[str, Entity] = {}
        self._facts: dict[tuple[int, str], Target] = {}
        self._vocabulary: set[str] = set()
        self._demonyms: set[str] = set()

    def contents(self, stories: tuple[StoryFile, ...]) -> Contents:
        return Contents(
            stories=stories,
            targets=self._targets,
            postings=dict(self._postings),
            denials={term: frozenset(targets) for term, targets in self._denials.items()},
            opposites={term: frozenset(targets) for term, targets in self._opposites.items()},
            entities=self._entities,
            facts=self._facts,
            vocabulary=frozenset(self._vocabulary),
            demonyms=frozenset(self._demonyms),
        )

    def add_names(self, number: int, story: StoryFile) -> None:
        for id_, entity in story.entities.items():
            self._entities[entity_key(number, id_)] = entity
            for name in (entity.name, *entity.aliases):
                stems = [token.stem for token in self.finder.content(self._tokens(name))]
                if stems:
                    is_proper = name == entity.name or not name.startswith("the ") or name[4:].istitle()
                    self.finder.add_name(stems, entity_key(number, id_), is_proper=is_proper)
                if len(stems) == 1 and entity.kind == "place" and name != entity.name and name[0].isupper():
                    self._demonyms.add(stems[0])

    def add_story(self, number: int, story: StoryFile) -> None:
        asked = first_questions(story)
        for id_, fact in story.facts.items():
            start = len(self._targets)
            target = self._add_fact(number, id_, fact)
            target.is_main = id_ in story.story.summary
            if fact.withdrawn is None:
                self._facts[number, id_] = target
            else:
                for each in self._targets[start:]:
                    each.fact, each.withdrawn, each.question = None, fact.withdrawn, asked.get(id_, "")
        for id_, entity in story.entities.items():
            if entity.is_:
                self._add_fact(number, id_, _card(id_, entity)).is_card = True
        for gap in still_told(story).not_reported:
            for wording in gap.asks:
                self._add_wording(Target(number, "", None, gap), wording)

    def _add_fact(self, number: int, id_: str, fact: Fact) -> Target:
        index, target, bit = len(self._targets), Target(number, id_, fact), CONTEXT
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
            for value in others:
                if slot == "did" and " " in value:
                    self._post_idiom(index, value, bit)
                else:
                    self._post_entry(index, self._entry(number, bit, value), 1.0)
        for text in (fact.says, *fact.keywords):
            self._post_text(index, text, CONTEXT, STATED)
        self._post_denials(index, fact)
        target.tells_hour = bool(fact.when and HOUR.search(fact.when.text))
        target.is_passive = any(PASSIVE.match(text) for text in fact.did)
        target.is_statement = any(self._language.is_speech(self._language.term(text)) for text in fact.did)
        target.is_attempt = bool(fact.did) and fact.did[0].startswith(ATTEMPTS)
        target.is_future = any(text.startswith(FUTURE) for text in fact.did)
        target.complete()
        for wording in fact.asked:
            self._add_wording(Target(number, id_, fact, pool=index), wording)
        return target

    def _entry(self, number: int, bit: int, value: str) -> Entry:
        key = entity_key(number, value)
        if key in self._entities:
            return Entry(bit, value, key, attached=self._attached(self._entities[key]))
        tokens = self.finder.content(self._tokens(value))
        nouns = frozenset(token.stem for token in tokens if self._can_be_noun(token))
        return Entry(bit, value, None, frozenset(token.stem for token in tokens), nouns)

    def _attached(self, entity: Entity) -> frozenset[str]:
        sort, _, attached = (entity.is_ or "").partition(" of ")
        if entity.kind == "person":
            return frozenset()
        return frozenset(self._language.stems(attached)) - frozenset(self._language.stems(sort))

    def _can_be_noun(self, token: Token) -> bool:
        sorts = self._parts_of_speech(token.word)
        return token.stem not in self._demonyms and sorts[:1] not in ("a", "r", "v")

    def _post_denials(self, index: int, fact: Fact) -> None:
        """What the editor says the fact denies; and the opposites of what was done, which it does not tell."""
        for text in fact.denies:
            self._denials[self._idiom(text)].add(index)
        for text in fact.did:
            for term in (self._language.term(text), *self._language.stems(text)):
                for opposite in self._language.opposites(term):
                    self._opposites[opposite].add(index)

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
        tokens = [token for token in self._tokens(text) if token.word not in AUXILIARY and token.word not in FILLERS]
        stems = [token.stem for token in tokens]
        return self.finder.add_idiom(stems) if " " in text else self._language.term(text)

    def _post_text(self, index: int, text: str, bit: int, strength: float) -> None:
        """The terms of a text; the first noun of "state of emergency" alone is little of it."""
        tokens = self._tokens(text)
        terms = self._own_terms(index, tokens)
        heads = {positions[0] for term, positions in terms if len(positions) > 1 and term[0] != "@"}
        turned = {positions[0] for term, positions in terms if is_phrasal(term) and len(positions) > 1}
        for term, positions in terms:
            if term[0] == "@":
                self._post_entity(index, term[1:], bit, strength, described=strength * MENTIONED)
            elif len(positions) == 1 and positions[0] in heads and tokens[positions[0] + 1].word == "of":
                self._post(index, term, bit, strength * LOOSE)
            elif len(positions) == 1 and positions[0] in turned and bit != CONTEXT:
                # What "broke out" broke nothing.
                self._post(index, term, bit, strength * TURNED)
            else:
                self._post(index, term, bit, strength)

    def _own_terms(self, index: int, tokens: Sequence[Token]) -> list[Term]:
        """The terms of a text of a target's story: a name means the story's own entity, whoever else bears it."""
        story = self._targets[index].story
        terms = self.finder.terms(tokens)
        return [(term, positions) for term, positions in terms if term[0] != "@" or story_of(term[1:]) == story]

    def _post_entity(self, index: int, key: str, bit: int, strength: float, *, described: float) -> None:
        """An entity stands in a fact by its names, by what it is, and by the places that contain it."""
        entity = self._entities[key]
        self._post_words(index, entity.is_ or "", bit, described * DESCRIBED)
        for word in CALLED.get(entity.pronoun or "", ()):
            self._post_words(index, word, bit, described * HINTED)
        for alias in entity.aliases:
            self._post_words(index, alias, bit, described * ALIAS)
        number = int(key.partition(":")[0])
        place: str | None = key
        while place in self._entities:
            self._post(index, "@" + place, bit, strength)
            self._post_words(index, self._entities[place].name, bit, strength * NAMED)
            within = self._entities[place].within
            place, strength = (entity_key(number, within) if within else None), strength * CONTAINED

    def _post_words(self, index: int, text: str, bit: int, strength: float) -> None:
        for token in self.finder.content(self._tokens(text)):
            self._post(index, token.stem, bit, strength)

    def _add_wording(self, target: Target, wording: str) -> None:
        """A wording has one bit for each of its words."""
        index = len(self._targets)
        self._targets.append(target)
        clauses = self._segmenter.asking_sentences(wording)[0]
        question = self._analyzer.readings(clauses)[0][0]
        target.kind, target.size = question.kind, max(1, len(question.content))
        bits = {position: 1 << number for number, position in enumerate(question.content)}
        for term, positions in self._own_terms(index, question.tokens):
            mask = 0
            for position in positions:
                mask |= bits.get(position, 0)
            if mask:
                self._post(index, term, mask, 1.0)
            if mask and target.pool >= 0:
                self._post(target.pool, term, CONTEXT, ASKED)

    def _post(self, index: int, term: str, bit: int, strength: float) -> None:
        hits = self._postings[term]
        if bit != CONTEXT or index not in hits:
            hits[index] = better(hits.get(index), (strength, bit))

    def _tokens(self, text: str) -> list[Token]:
        tokens = self._language.normalizer.tokens(text)
        self._vocabulary.update(token.word for token in tokens)
        return tokens


def _card(id_: str, entity: Entity) -> Fact:
    """What an entity is, told as a fact."""
    says = f"{sentence_start(entity.name)} is {entity.is_}."
    offices = OFFICES.split(entity.is_ or "") if entity.kind == "person" else [entity.is_]
    return plain(Fact.model_construct(says=says, who=[id_], did=["is"], what=offices, cite=entity.cite))


def slot_values(fact: Fact) -> dict[str, list[str]]:
    """The filled slots of a fact and who claims it, each as a list of texts; a count reads "troops: dozens"."""
    values: dict[str, list[str]] = {}
    for slot in (*SLOTS, "according_to"):
        value = getattr(fact, slot)
        if not value:
            continue
        if slot == "when":
            values[slot] = [value.text]
        elif slot == "how_many":
            values[slot] = [f"{unit}: {count}" for unit, count in value.items()]
        else:
            values[slot] = [value] if isinstance(value, str) else list(value)
    return values
