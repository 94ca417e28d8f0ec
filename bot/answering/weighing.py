"""What the words of a question weigh, and what each of them leads to."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, pairwise, takewhile
from operator import attrgetter

from bot.answering.grammar import ATTEMPTING, BE, DETERMINERS, STATES, is_existential, is_plural
from bot.answering.index import Index
from bot.answering.phrases import OBJECT_LENGTH
from bot.answering.question import Question
from bot.answering.reach import Reach
from bot.answering.targets import Target
from bot.answering.text import ASPECTS, PREPOSITIONS, Token
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
REMEMBERED = 2048
"""How many of readers' words are kept with what they weigh and lead to: some 2 kB each."""
ANYONE = frozenset("peopl person folk resid inhabit citizen public".split())
"""Stems of light words for whoever it may be: a fact that tells of nobody in particular lacks nothing by them."""
ORDER = frozenset("first second third last next".split())
"""Stems of ordinals, which many a fact may have."""
RELATIVE = 0.4
"""What is left of a word's weight in a relative clause."""
NAMING = 0.2
"""What a name weighs more than another word that is as rare."""


Usage = tuple[Token, tuple[str, ...], int, bool, bool, bool, bool, bool]
"""A word as a question uses it: the terms of the index that it is or belongs to, how many words long the name is that
it belongs to (0 for other words), and whether it is a name that no fact has, an aspect, the question's verb, of its
focus, in a relative clause."""


Named = tuple[str, Sequence[int]]
"""The key of an entity, and the positions of the words that name it."""
NOWHERE = Reach((), 0)
NOTHING: frozenset[str] = frozenset()
PLACED = DETERMINERS | PREPOSITIONS - STATES
"""Words that may stand before a name which is all that a question says: "in the capital"."""
PLACING = frozenset("in at on inside outside near around".split())


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A word of the question that a fact must explain."""

    token: Token
    weight: float
    lack: float
    """What it weighs against a target that does not have it."""
    hits: Reach
    terms: tuple[str, ...] = ()
    """The terms that it is or belongs to, but for names."""
    meaning: frozenset[str] = NOTHING
    """What it means of all that stands in slots."""
    is_telling: bool = True
    """Whether it says what the question is about, rather than little."""
    leads: bool = True
    """Whether it does so and is no mere number, which could lead anywhere."""
    is_verb: bool = False
    """Whether it is the question's verb."""
    is_focus: bool = False
    is_name: bool = False
    modifies: bool = False
    """Whether it belongs to the noun behind it: "*Armenian* soldiers", "*six* months"."""
    is_people: bool = False
    """Whether it names the people of a nation: "Armenians"."""


LEADS = attrgetter("leads")


@dataclass(slots=True)
class Asked:
    """A question with its words weighed. Places are those of the words, one for each position of its content."""

    question: Question
    words: Sequence[Word]
    total: float
    """What the words weigh in all."""
    named: frozenset[str]
    """The keys of the entities that it names."""
    given: frozenset[str]
    """The keys of those that it names apart from its focus: these are no answer to it."""
    called: frozenset[str]
    """The keys of those that it calls by a name, and not by what they are."""
    is_name: bool
    """Whether it consists of names alone."""
    is_entity: bool
    """Whether it consists of names and what entities are called: "the capital"."""
    is_alone: bool
    """Whether it says nothing else at all: "in the capital", and not "in the capital or not"."""
    excluded: frozenset[str]
    """The keys of the entities that the answer must not name."""
    verb: int | None
    """The place of the question's verb."""
    noun: int | None
    """The place of the noun that names the sort of answer."""
    subject: Sequence[int]
    """The places of the subject's own words."""
    places: Mapping[int, str]
    """The keys of the places that it names by themselves, by the places of their words: "did *Russia* say so"."""
    naming: Mapping[int, frozenset[str]]
    """The keys of the entities that it names, by the place of the last word of the name."""
    modifiers: Sequence[int]
    """The places of words that belong to the one right behind."""
    is_spoken: bool
    """Whether the verb is one for saying something."""
    at: Sequence[int]
    """The places of the words for where it asks who is, or if somebody is there: "who is in *the square*"."""
    asks_card: bool = field(init=False)
    """Whether it asks who or what an entity is."""
    _said: Sequence[frozenset[str]] = field(init=False)
    """What its words are or mean; the adjective behind "how" asks for what it means."""

    def __post_init__(self) -> None:
        question = self.question
        asks_degree = question.kind == "how"
        self._said = [word.meaning for word in self.words if not (asks_degree and word.is_focus)]
        if question.kind == "who":
            self.asks_card = question.is_bare
        elif question.kind == "what":
            self.asks_card = self.is_entity and question.is_bare
        elif question.kind == "where":
            self.asks_card = self.is_name and question.is_bare
        elif question.kind == "which":
            self.asks_card = question.asks_sort and question.is_bare and bool(self.called)
        else:
            self.asks_card = question.kind in ("define", "name")

    def means(self, stems: Iterable[str]) -> bool:
        """Whether its words are or mean all of these."""
        for stem in stems:
            for meaning in self._said:
                if stem in meaning:
                    break
            else:
                return False
        return True

    @property
    def acting_place(self) -> str | None:
        """The key of the place that is the subject itself: "did *Russia* say so", and not "did Russia's king"."""
        return self.places.get(self.subject[-1]) if self.subject else None

    @property
    def owners(self) -> Iterator[int]:
        """The places of words that belong with "of" to the one right behind: "*president* of Armenia"."""
        tokens, content = self.question.tokens, self.question.content
        for place, (head, owner) in enumerate(pairwise(content)):
            if [token.word for token in tokens[head + 1 : owner]] in (["of"], ["of", "the"]):
                yield place

    @property
    def is_telling(self) -> bool:
        """Whether it has a word that could lead anywhere, which in "who said that *first*" no ordinal does."""
        if self.question.kind in ("who", "what", "which", "attribution"):
            return any(word.leads and word.token.stem not in ORDER for word in self.words)
        return any(map(LEADS, self.words))


class Weigher:
    """Weighs the words of questions by an index."""

    def __init__(self, index: Index, parts_of_speech: Callable[[str], str]) -> None:
        self._index = index
        self._parts_of_speech = parts_of_speech
        self._count = math.log1p(len(index.fact_numbers))
        self._in_slots = frozenset(chain.from_iterable(map(_stems_of, index.targets)))
        self._used = Memo(self._word, REMEMBERED)
        self._leads = Memo(self._leads_of, REMEMBERED)
        self._meanings = Memo(self._meaning_of, REMEMBERED)
        """Shared by all uses of a word, as are its meanings: by far the most of what is remembered."""

    def weigh(self, question: Question) -> Asked:
        """The question's words, with their weights and what they lead to."""
        finder, tokens, content, verb = self._index.finder, question.tokens, question.content, question.predicate.verb
        terms, phrases = finder.at(tokens, content)
        names = [(term[1:], positions) for term, positions in phrases if term[0] == "@"]
        places = [(key, positions) for key, positions in names if self._index.entities[key].kind == "place"]
        lengths = {position: len(positions) for _key, positions in names for position in positions}
        named = called = given = excluded = NOTHING
        if names:
            named = frozenset([key for key, _positions in names])
            called = frozenset([key for key, positions in names if finder.is_proper(tokens, key, positions)])
            said = [(key, at) for key, at in names if not question.meant_from or at[0] < question.meant_from]
            given = frozenset([key for key, at in said if not question.focus_has(at)])
        if question.excluded:
            excluded = frozenset([key for key, _positions in finder.named(question.excluded)])
        words = self._words(question, terms, lengths)
        is_whole = bool(names) and not any(
            word.is_telling and at not in lengths for at, word in zip(content, words, strict=True)
        )
        subject = subject_of(question)
        noun = question.focus[-1] if question.focus else None
        return Asked(
            question=question,
            words=words,
            total=sum([word.weight for word in words]),
            named=named,
            given=given,
            called=called,
            is_name=bool(called) and is_whole,
            is_entity=is_whole,
            is_alone=is_whole and lengths.keys() >= {p for p, token in enumerate(tokens) if token.word not in PLACED},
            excluded=excluded,
            verb=content.index(verb) if verb in content else _tried(question),
            noun=content.index(noun) if noun in content else None,
            subject=[place for place, position in enumerate(content) if position in subject] if subject else (),
            places=_places(content, places, names) if places else {},
            naming=_naming(content, names) if names else {},
            modifiers=[
                place
                for place, word in enumerate(words[:-1])
                if word.modifies and content[place + 1] == content[place] + 1
            ],
            at=[content.index(p) for _key, at in places if _is_there(question, at) for p in at if p in content],
            is_spoken=self._index.language.is_speech(question.verb_stem) and not _summons(question),
        )

    def _words(self, question: Question, terms: Mapping[int, Sequence[str]], lengths: Mapping[int, int]) -> list[Word]:
        """The words at these positions."""
        asks_aspect, verb = question.kind == "yes_no", question.predicate.verb
        tokens, focus, relative = question.tokens, question.focus, question.relative
        words = []
        for position, each in terms.items():
            token = tokens[position]
            is_verb = position == verb
            if is_verb and self._is_strange_idiom(question, position):
                words.append(Word(token, NEW_VERB, NEW_VERB, NOWHERE))
                continue
            is_strange = token.capital and position > 0 and not self._is_known(token.stem)
            usage = (
                token,
                tuple(each),
                lengths.get(position, 0),
                is_strange and not question.is_shouted,
                asks_aspect and token.word in ASPECTS,
                is_verb,
                position in focus,
                position in relative,
            )
            word = self._used[usage]
            # Of the answers that are offered, others may be the right one.
            words.append(replace(word, lack=0.0) if position in question.options else word)
        return words

    def _is_known(self, stem: str) -> bool:
        """Whether the facts have it, or the lexicon: "the PM" is a word that others stand for."""
        return self._index.has_word(stem) or self._index.language.knows(stem)

    def _word(self, usage: Usage) -> Word:
        token, terms, named, is_unknown_name, is_aspect, is_verb, is_focus, is_relative = usage
        sorts = self._parts_of_speech(token.word)
        countries = tuple(filter(self._index.language.is_name, terms))
        # "The United States" are not states that are united.
        terms = tuple([country for country in countries if " " in country]) or terms
        # A name that no fact has is no common word, but known questions may have it: "What did Putin say?"
        hits = self._leads[terms, is_unknown_name and not self._index.has_anywhere(token.stem)]
        is_number = token.word[0].isdigit() and not named
        is_name = is_unknown_name or is_number or named > 0 or countries != () or sorts == "p"
        is_turned = any(" " in term and term.rpartition(" ")[2] in TURNING for term in terms)
        is_denied = any(" " in term and self._index.denials(term) for term in terms)
        is_light = token.stem in self._index.language.light and not (is_turned or is_denied)
        weight = LIGHT if is_light else ASPECT if is_aspect else self._weight(hits, sorts, is_name=is_name)
        is_telling = weight > LIGHT
        weight /= named or 1
        lack = weight if weight <= LIGHT or named else max(weight, UNKNOWN.get(sorts.removeprefix("f")[:1], 0.0))
        if is_light and token.stem in ANYONE:
            lack = 0.0
        if is_relative and hits:
            weight = lack = weight * RELATIVE
        elif is_verb and weight > LIGHT:
            weight, lack = max(weight, VERB), max(lack, VERB)
        own = tuple([term for term in terms if term[0] != "@"])
        is_nation = token.stem in self._index.demonyms  # "*Norwegian* soldiers", "Norwegians"
        return Word(
            token=token,
            weight=weight,
            lack=lack,
            hits=hits,
            terms=own,
            meaning=self._meanings[own],
            is_telling=is_telling,
            leads=is_telling and not token.word.isdigit(),
            is_verb=is_verb,
            is_focus=is_focus,
            is_name=is_name and not (is_relative and named),
            modifies=is_number or ("a" in sorts and "p" in sorts) or (is_nation and not is_plural(token)),
            is_people=is_nation and is_plural(token),
        )

    def _meaning_of(self, terms: tuple[str, ...]) -> frozenset[str]:
        return self._in_slots.intersection(self._index.language.meaning(terms)) or NOTHING

    def _leads_of(self, used: tuple[tuple[str, ...], bool]) -> Reach:
        """What a word of these terms leads to."""
        terms, is_unknown_name = used
        known = () if is_unknown_name else terms
        denied_by = frozenset[int]().union(*map(self._index.denials, terms))
        return self._index.reach(known, denied_by)

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

    def _weight(self, hits: Reach, sorts: str, *, is_name: bool) -> float:
        if hits.facts:
            return math.log1p(len(self._index.fact_numbers) / hits.facts) / self._count + NAMING * is_name
        if is_name:
            return NAME
        return UNKNOWN.get(sorts.removeprefix("f")[:1], STRANGE)


def _tried(question: Question) -> int | None:
    """The place of the verb for what somebody is asked to have tried to do: "what did they try to *enter*"."""
    verb, content = question.predicate.verb, question.content
    if verb is None or question.tokens[verb].stem not in ATTEMPTING or question.tokens[verb + 1 :][:1] == ():
        return None
    return content.index(verb + 2) if question.tokens[verb + 1].word == "to" and verb + 2 in content else None


def _summons(question: Question) -> bool:
    """Whether somebody is called in, and not called something: "who *called* the soldiers *in*"."""
    verb = question.predicate.verb
    if verb is None or question.verb_stem != "call":
        return False
    behind = question.tokens[verb + 1 :]
    return bool(behind) and "in" in (behind[0].word, behind[-1].word)


def _naming(content: Sequence[int], names: Iterable[tuple[str, tuple[int, ...]]]) -> dict[int, frozenset[str]]:
    """Whom or what each word that carries meaning names, where it ends their name."""
    found: dict[int, frozenset[str]] = {}
    for key, positions in names:
        if positions[-1] in content:
            place = content.index(positions[-1])
            found[place] = found.get(place, frozenset()) | {key}
    return found


def _places(content: Sequence[int], places: Sequence[Named], names: Sequence[Named]) -> dict[int, str]:
    """The places named, but for those in longer names: "the Russia-led alliance"."""
    return {
        content.index(position): key
        for key, at in places
        for position in at
        if position in content and not any(position in other and len(other) > len(at) for _, other in names)
    }


def _is_there(question: Question, positions: Sequence[int]) -> bool:
    """Whether somebody is at the place that is named at these positions: "who *is in* it"."""
    before = [token.word for token in question.tokens[: positions[0]] if token.word not in DETERMINERS]
    if len(before) < 2 or before[-1] not in PLACING:
        return False
    is_asked_if = question.kind == "yes_no" and before[0] in BE and question.predicate.verb is None
    return before[-2] in BE or (is_asked_if and not is_existential(question.tokens))


def _stems_of(target: Target) -> Iterator[str]:
    """The stems that stand in the slots of a target."""
    for entry in chain.from_iterable(target.slots.values()):
        yield from entry.stems | entry.nouns | entry.attached


def subject_of(question: Question) -> frozenset[int]:
    """The positions of the subject's own words, without what is attached to it: "the protesters (in Almaty)"."""
    own = takewhile(lambda position: question.tokens[position].word not in PREPOSITIONS, question.predicate.subject)
    return frozenset(own)
