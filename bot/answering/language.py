"""A lexicon made ready for use: which words mean the same, include others, or say the opposite."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Generic, TypeVar

from bot.answering.text import AUXILIARY, WH, Normalizer, Token, words
from bot.knowledge.model import LexiconFile

FILLERS = frozenset("a an the of it his her its their my your our one to both all".split())
"""Words that may stand between the words of a phrase: "take to (the) streets"."""
CALENDAR = (
    "monday tuesday wednesday thursday friday saturday sunday january february april june july august september "
    "october november december"
)
PARTICLES = frozenset("up down out off on in into over away back through apart for".split())
CAUSE = ("cause", "trigger")
"""Ids of the lexicon's synonyms for making something happen."""
SPEECH = ("say", "tell", "claim", "report", "announce", "confirm", "describe", "statement", "mention", "comment")
"""Ids of the lexicon's synonyms for saying something."""
OBJECT_LENGTH = 4
"""How many words may stand between a verb and its particle: "set (the mayor's office) on fire"."""


Value = TypeVar("Value")


class Phrases(Generic[Value]):
    """Finds known sequences of stems in a text."""

    def __init__(self) -> None:
        self._single: dict[str, list[Value]] = {}
        self._longer: dict[str, dict[str, list[tuple[tuple[str, ...], Value]]]] = {}
        """By the first stem and the second, so that few phrases are followed: the further stems, and the value."""

    def add(self, stems: Sequence[str], value: Value) -> None:
        """Makes a sequence of stems known."""
        if not stems:
            return
        if len(stems) == 1:
            self._single.setdefault(stems[0], []).append(value)
        else:
            seconds = self._longer.setdefault(stems[0], {})
            seconds.setdefault(stems[1], []).append((tuple(stems[1:]), value))

    def find(self, tokens: Sequence[Token], start: int = 0) -> Iterator[tuple[tuple[int, ...], Value]]:
        """Each phrase that stands in the tokens: the positions of its words, and its value."""
        stems: set[str] | None = None
        single, longer = self._single, self._longer
        for first in range(start, len(tokens)):
            stem = tokens[first].stem
            if stem in single:
                for value in single[stem]:
                    yield (first,), value
            if stem in longer:
                stems = stems or {token.stem for token in tokens}
                for second in longer[stem].keys() & stems:
                    for rest, value in longer[stem][second]:
                        if (found := self._follow(tokens, first, rest)) is not None:
                            yield found, value

    def _follow(self, tokens: Sequence[Token], first: int, rest: tuple[str, ...]) -> tuple[int, ...] | None:
        found, position = [first], first + 1
        for stem in rest:
            skips = OBJECT_LENGTH if stem in PARTICLES and len(found) == 1 else 0
            while position < len(tokens) and tokens[position].stem != stem:
                if tokens[position].word not in FILLERS:
                    skips -= 1
                    if skips < 0:
                        return None
                position += 1
            if position == len(tokens):
                return None
            found.append(position)
            position += 1
        return tuple(found)


class Language:
    """What the lexicon knows, keyed by terms: stems, joined by blanks where a term has several words."""

    def __init__(self, lexicon: LexiconFile) -> None:
        numbers = {word: digits for digits, names in lexicon.numbers.items() for word in names if word.isalpha()}
        self.normalizer = Normalizer(
            {form: base for base, forms in lexicon.forms.items() for form in forms},
            numbers | {spelt: meant for meant, spellings in lexicon.spellings.items() for spelt in spellings},
        )
        self._stop = frozenset(lexicon.stop)
        self.idle = self._phrase_table({"": [text for text in lexicon.stop if " " in text]})
        self.lead_in = frozenset(lexicon.lead_in)
        self._lead_in_stems = frozenset(map(self.normalizer.stem, lexicon.lead_in))
        self.light = frozenset(chain.from_iterable(map(self.stems, lexicon.light)))
        self.countries = {self.term(name): self._terms(names) for name, names in lexicon.demonyms.items()}
        self.phrases: Phrases[str] = Phrases()
        self._same = self._grouped(
            [*lexicon.synonyms.values(), *([c, *names] for c, names in lexicon.demonyms.items())]
        )
        self._kinds = {self.term(general): self._terms(kinds) for general, kinds in lexicon.kinds.items()}
        self._opposites = self._opposed(lexicon)
        self._causes = frozenset(
            t for id_ in CAUSE if id_ in lexicon.synonyms for t in self._terms(lexicon.synonyms[id_])
        )
        self._speech = frozenset(
            term for id_ in SPEECH if id_ in lexicon.synonyms for term in self._terms(lexicon.synonyms[id_])
        )
        self.cues = self._phrase_table(lexicon.cues)
        self._small_talk = self._phrase_table(lexicon.small_talk)
        sections = (
            *lexicon.synonyms.values(),
            *lexicon.kinds.values(),
            *lexicon.opposites,
            *lexicon.forms.values(),
            *lexicon.cues.values(),
            *lexicon.demonyms.values(),
            lexicon.stop,
            lexicon.light,
            lexicon.lead_in,
            lexicon.forms,
            lexicon.kinds,
            lexicon.demonyms,
        )
        self._words = (
            {*self.normalizer.spellings}
            | {word for texts in sections for text in texts for word, _ in words(text)}
            | AUXILIARY
            | WH
        )
        self._names = frozenset(
            stem
            for country, names in lexicon.demonyms.items()
            for text in (country, *names)
            if len(stems := self.stems(text)) == 1
            for stem in stems
        ) | frozenset(map(self.normalizer.stem, CALENDAR.split()))
        for term in {*self._same, *self._kinds, *chain.from_iterable(self._kinds.values())}:
            if " " in term:
                self.phrases.add(term.split(), term)

    @property
    def words(self) -> set[str]:
        """Every word that the lexicon mentions, as it is written there."""
        return self._words

    def is_name(self, stem: str) -> bool:
        """Whether this names a country, a nation, a month or a day of the week."""
        return stem in self._names

    def stems(self, text: str) -> tuple[str, ...]:
        """The stems of all words of the text."""
        return self.normalizer.stems(text)

    def term(self, text: str) -> str:
        """The key under which a word or phrase is known: "set it on fire" is "set on fire"."""
        tokens = self.normalizer.tokens(text)
        return " ".join(token.stem for token in tokens if token.word not in FILLERS) or " ".join(self.stems(text))

    def is_stop(self, word: str) -> bool:
        """Whether the word carries nothing."""
        return word in self._stop

    def same(self, term: str) -> frozenset[str]:
        """The terms that could stand for this one, itself left out."""
        return self._same.get(term, frozenset())

    def is_cause(self, tokens: Sequence[Token]) -> bool:
        """Whether the tokens begin with a verb for making something happen."""
        return any(token.stem in self._causes for token in tokens)

    def is_speech(self, term: str) -> bool:
        """Whether the term means to say something."""
        return term in self._speech

    def small_talk_kind(self, tokens: Sequence[Token]) -> str:
        """The kind of small talk that the tokens are, if they are nothing else; empty otherwise."""
        found = sorted(self._small_talk.find(tokens), key=lambda phrase: -len(phrase[0]))
        covered = {position for positions, _kind in found for position in positions}
        rest = [t for position, t in enumerate(tokens) if position not in covered and not self.is_stop(t.word)]
        return found[0][1] if found and not rest else ""

    def is_lead_in(self, token: Token) -> bool:
        """Whether the word, in any form, is one that introduces questions."""
        return token.stem in self._lead_in_stems

    def senses(self, term: str) -> int:
        """In how many groups of synonyms the term stands."""
        return self._senses[term]

    def kinds_of(self, term: str) -> frozenset[str]:
        """The terms that name kinds of this one: palaces and offices are kinds of buildings."""
        return self._kinds.get(term, frozenset())

    def opposites(self, term: str) -> frozenset[str]:
        """The terms that say the opposite of this one."""
        return self._opposites.get(term, frozenset())

    def knows(self, term: str) -> bool:
        """Whether the lexicon has this term."""
        return term in self._same or term in self._kinds or term in self._opposites or term in self.light

    def terms(self) -> Iterable[str]:
        """Every term that the lexicon has."""
        return {*self._same, *self._kinds, *self._opposites, *chain.from_iterable(self._kinds.values())}

    def _terms(self, texts: Iterable[str]) -> frozenset[str]:
        return frozenset(map(self.term, texts))

    def _grouped(self, groups: Iterable[Iterable[str]]) -> dict[str, frozenset[str]]:
        same: dict[str, set[str]] = defaultdict(set)
        self._senses: Counter[str] = Counter()
        for group in map(self._terms, groups):
            self._senses.update(group)
            for term in group:
                same[term] |= group
        return {term: frozenset(others - {term}) for term, others in same.items()}

    def _opposed(self, lexicon: LexiconFile) -> dict[str, frozenset[str]]:
        opposites: dict[str, set[str]] = defaultdict(set)
        for sides in lexicon.opposites:
            groups = [self._terms(lexicon.synonyms.get(side, [side])) for side in sides]
            for side in groups:
                others = set(chain.from_iterable(other for other in groups if other is not side)) - side
                for term in side:
                    opposites[term] |= others
        return {term: frozenset(others) for term, others in opposites.items()}

    def _phrase_table(self, table: dict[str, list[str]]) -> Phrases[str]:
        phrases: Phrases[str] = Phrases()
        for kind, wordings in table.items():
            for wording in wordings:
                phrases.add(self.stems(wording), kind)
        return phrases
