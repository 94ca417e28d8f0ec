"""A lexicon made ready for use: which words mean the same, include others, or say the opposite."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from bot.answering.frames import Frames
from bot.answering.phrases import FILLERS, GAP, Phrases
from bot.answering.text import (
    AUXILIARY,
    PREPOSITIONS,
    WH,
    Normalizer,
    Token,
    is_plain_word,
    spoken,
    words,
    written_words,
)
from bot.memo import Memo

if TYPE_CHECKING:
    from bot.knowledge.model import LexiconFile

CALENDAR = (
    "monday tuesday wednesday thursday friday saturday sunday january february april june july august september "
    "october november december"
)
REMEMBERED = 256
"""How many terms are kept with their synonyms: whoever needs them often keeps what they come to."""
CAUSE = ("cause", "trigger")
"""Ids of the lexicon's synonyms for making something happen."""
MEANT = frozenset("about he she they him her them".split())
"""Words that small talk has not: "what is this *about*", "what else did *she* do"."""
ANSWERS = ("yes", "no")
"""Kinds of small talk that answer what the bot said."""
PARTING = "farewell"
SPEECH = ("say", "tell", "claim", "report", "announce", "confirm", "describe", "statement", "mention", "comment", "vow")
"""Ids of the lexicon's synonyms for saying something."""
COUNTRY = ("country", "nation")
"""General words for all countries that the lexicon has."""
NATIONALITY = "nationality"
"""The general word for all that is called after a country."""


class Groups:
    """Groups of terms, each kept once; a term may stand in several."""

    def __init__(self, groups: Iterable[frozenset[str]]) -> None:
        self.all = [tuple(group) for group in groups]
        """By number."""
        numbers: dict[str, list[int]] = defaultdict(list)
        for number, group in enumerate(self.all):
            for term in group:
                numbers[term].append(number)
        once: dict[tuple[int, ...], tuple[int, ...]] = {}  # nearly all terms of a group stand in that one alone
        self._numbers = {term: once.setdefault(each := tuple(found), each) for term, found in numbers.items()}

    def others(self, term: str) -> frozenset[str]:
        """The terms that share a group with this one, itself left out."""
        return frozenset(chain.from_iterable(self.all[n] for n in self.numbers(term))) - {term}

    def numbers(self, term: str) -> tuple[int, ...]:
        """The numbers of the groups in which the term stands."""
        return self._numbers.get(term, ())

    def terms(self) -> Iterable[str]:
        """Every term of every group."""
        return self._numbers.keys()


class Language:
    """What the lexicon knows, keyed by terms: stems, joined by blanks where a term has several words."""

    def __init__(self, lexicon: LexiconFile, subjects: Iterable[str] = ()) -> None:
        """A language in which words for the `subjects` are never light: of a strike, "strike" tells a lot."""
        numbers = {word: digits for digits, names in lexicon.numbers.items() for word in names if word.isalpha()}
        self.normalizer = Normalizer(
            {form: base for base, forms in lexicon.forms.items() for form in forms},
            numbers | {spelt: meant for meant, spellings in lexicon.spellings.items() for spelt in spellings},
        )
        self.stop = frozenset(lexicon.stop)
        """Words that carry nothing."""
        self.idle = self._phrase_table({"": [text for text in lexicon.stop if " " in text]})
        self._little = frozenset(
            word for text in (*lexicon.light, *chain.from_iterable(lexicon.cues.values())) for word, _ in words(text)
        )
        self.lead_in = frozenset(lexicon.lead_in)
        self.lead_in_stems = frozenset(map(self.normalizer.stem, lexicon.lead_in))
        subject_stems = chain.from_iterable(map(self.stems, subjects))
        self.light = frozenset(chain.from_iterable(map(self.stems, lexicon.light))).difference(subject_stems)
        synonyms = {id_: self._terms(texts) for id_, texts in lexicon.synonyms.items()}
        demonyms = [self._terms([country, *names]) for country, names in lexicon.demonyms.items()]
        self._synonyms = Groups([*synonyms.values(), *demonyms])
        self.same = Memo(self._synonyms.others, REMEMBERED)
        self._kinds = {self.term(general): self._terms(kinds) for general, kinds in lexicon.kinds.items()}
        for general, names in (
            *((word, lexicon.demonyms.keys()) for word in COUNTRY),
            (NATIONALITY, chain(*lexicon.demonyms.values())),
        ):
            self._kinds[self.term(general)] = self.kinds_of(self.term(general)) | self._terms(names)
        self._opposites: dict[str, tuple[frozenset[str], ...]] = defaultdict(tuple)
        for sides in lexicon.opposites:
            one, other = (synonyms.get(side) or self._terms([side]) for side in sides)
            self._oppose(one, other)
            self._oppose(other, one)
        self._causes = frozenset().union(*(synonyms.get(id_, ()) for id_ in CAUSE))
        self._speech = frozenset().union(*(synonyms.get(id_, ()) for id_ in SPEECH))
        self.cues = self._phrase_table(lexicon.cues)
        self.frames = Frames(lexicon.frames, self.normalizer.tokens)
        self._small_talk = self._phrase_table(lexicon.small_talk)
        self._small_words = frozenset(
            chain.from_iterable(map(self.stems, chain.from_iterable(lexicon.small_talk.values())))
        )
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
        texts = {*chain.from_iterable(sections)}
        alone = {text for text in texts if is_plain_word(text)}
        written = {*chain.from_iterable(map(written_words, texts - alone))}
        said = {word for each in written for word, _ in spoken(each)}
        self._words = {*self.normalizer.spellings} | alone | said | AUXILIARY | WH
        self._calendar = frozenset(map(self.normalizer.stem, CALENDAR.split()))
        self._names = self._calendar.union(*demonyms)

    @property
    def common(self) -> frozenset[str]:
        """Words of grammar, and those that carry little wherever they stand."""
        return AUXILIARY | WH | PREPOSITIONS | self.stop | self.lead_in | self._little

    @property
    def words(self) -> set[str]:
        """Every word that the lexicon mentions, as it is written there."""
        return self._words

    def is_name(self, term: str) -> bool:
        """Whether this names a country, a nation, a month or a day of the week."""
        return term in self._names

    def is_day(self, stem: str) -> bool:
        """Whether this names a month or a day of the week."""
        return stem in self._calendar

    def stems(self, text: str) -> tuple[str, ...]:
        """The stems of all words of the text."""
        return self.normalizer.stems(text)

    def term(self, text: str) -> str:
        """The key under which a word or phrase is known: "set it on fire" is "set on fire"."""
        if is_plain_word(text) and self.normalizer.is_spelt_as_meant(text):
            return sys.intern(self.normalizer.stem(text))
        if GAP in text:
            return sys.intern(f" {GAP} ".join(map(self.term, text.split(GAP))))
        tokens = self.normalizer.tokens(text)
        if len(tokens) == 1:
            return sys.intern(tokens[0].stem)
        stems = [stem for word, stem, _ in tokens if word not in FILLERS] or [stem for _, stem, _ in tokens]
        return sys.intern(" ".join(stems))

    def is_stop(self, word: str) -> bool:
        """Whether the word carries nothing."""
        return word in self.stop

    def is_cause(self, tokens: Sequence[Token]) -> bool:
        """Whether the tokens begin with a verb for making something happen."""
        return any(token.stem in self._causes for token in tokens)

    def is_speech(self, term: str) -> bool:
        """Whether the term means to say something."""
        return term in self._speech

    def small_talk_kind(self, tokens: Sequence[Token]) -> str:
        """The kind of small talk that the tokens are, if they are nothing else; empty otherwise."""
        if any(token.stem not in self._small_words and token.word not in self.stop for token in tokens):
            return ""
        found = sorted(self._small_talk.find(tokens), key=lambda phrase: -len(phrase[0]))
        covered = {position for positions, _kind in found for position in positions}
        left = [token.word for position, token in enumerate(tokens) if position not in covered]
        rest = [word for word in left if word in MEANT or not self.is_stop(word)]
        kind = found[0][1] if found and not rest else ""
        if kind == PARTING and tokens[0].word == "and":
            return ""  # "and later?"
        is_answer = kind in ANSWERS or (kind and len(found[0][0]) == 1)
        is_asked = is_answer and tokens[0].word in AUXILIARY and len(found[0][0]) < len(tokens)
        return "" if is_asked else kind  # "are you sure?" is no "sure", "was it so from the start?" no "start"

    def meaning(self, terms: Collection[str]) -> frozenset[str]:
        """These terms, and all that mean the same."""
        return frozenset(terms).union(*map(self.same.__getitem__, terms))

    @property
    def groups(self) -> Sequence[tuple[str, ...]]:
        """The groups of synonyms, each of one sense."""
        return self._synonyms.all

    def senses(self, term: str) -> tuple[int, ...]:
        """The numbers of the groups of synonyms in which the term stands."""
        return self._synonyms.numbers(term)

    def kinds_of(self, term: str) -> frozenset[str]:
        """The terms that name kinds of this one: palaces and offices are kinds of buildings."""
        return self._kinds.get(term, frozenset())

    def opposites(self, term: str) -> frozenset[str]:
        """The terms that say the opposite of this one."""
        return frozenset().union(*self._opposites.get(term, ()))

    def knows(self, term: str) -> bool:
        """Whether the lexicon has this term."""
        return bool(self.senses(term)) or term in self._kinds or term in self._opposites or term in self.light

    def terms(self) -> Iterable[str]:
        """Every term that the lexicon has."""
        return {*self._synonyms.terms(), *self._kinds, *self._opposites, *chain.from_iterable(self._kinds.values())}

    def _oppose(self, terms: frozenset[str], opposites: frozenset[str]) -> None:
        for term in terms:
            # The sets are shared by all that have the same opposites.
            self._opposites[term] += (opposites if term not in opposites else frozenset(),)

    def _terms(self, texts: Iterable[str]) -> frozenset[str]:
        return frozenset(map(self.term, texts))

    def _phrase_table(self, table: dict[str, list[str]]) -> Phrases[str]:
        phrases: Phrases[str] = Phrases()
        for kind, wordings in table.items():
            for wording in wordings:
                phrases.add(self.term(wording).split() if GAP in wording else self.stems(wording), kind)
        return phrases
