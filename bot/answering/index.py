"""The knowledge, indexed by the words that explain a question.

A term's postings say in which targets it stands, how plainly and where. Only the reader's words are expanded, by
synonyms and as general words; the facts keep the words that their editor chose.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zlib import crc32

from bot.answering.language import Language
from bot.answering.targets import CONTEXT, FactKey, Hit, Target, better
from bot.answering.terms import TermFinder
from bot.answering.text import Token
from bot.knowledge.wordlist import Thesaurus, WordList
from bot.memo import Memo

if TYPE_CHECKING:
    from bot.knowledge.model import Entity, StoryFile

SYNONYM, SENSE, VAGUEST, KIND = 0.9, 0.05, 0.6, 0.85
"""What a hit is worth by a synonym, what each further sense of the reader's word takes off, down to what; and what a
hit is worth when the reader's word is the general one."""
LOOSE = 0.6
"""What is left of a synonym's hit in a word that stands in no slot."""
CLOSE, FAR = 5, 0.8
"""From which weight on the thesaurus is believed, and what its closest words are worth."""
REMEMBERED = 4096
"""How many readers' terms are kept with what they lead to."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What an index is made of."""

    stories: tuple[StoryFile, ...]
    targets: Sequence[Target]
    postings: Mapping[str, Mapping[int, Hit]]
    denials: Mapping[str, frozenset[int]]
    """Terms that the editor says some targets deny."""
    opposites: Mapping[str, frozenset[int]]
    """Terms that are opposites of what was done in some targets."""
    entities: Mapping[str, Entity]
    """By key."""
    facts: Mapping[FactKey, Target]
    vocabulary: frozenset[str]
    """Every word of the stories."""
    demonyms: frozenset[str]
    """Stems of words for what belongs to a place: "Armenian"."""


class Index:
    """Looks up what readers' words lead to."""

    def __init__(self, contents: Contents, finder: TermFinder, words: WordList, thesaurus: Thesaurus) -> None:
        self.finder = finder
        self.language: Language = finder.language
        self.stories = contents.stories
        self.targets = contents.targets
        self.entities = contents.entities
        self.vocabulary = contents.vocabulary
        self.demonyms = contents.demonyms
        self.fact_numbers = frozenset(number for number, target in enumerate(contents.targets) if not target.kind)
        self._contents = contents
        self._words = words
        self._thesaurus = thesaurus
        told = [target for target in contents.targets if (target.fact or target.withdrawn) and not target.kind]
        counts = Counter(target.id for target in told)
        self._references = {_key(t): self._reference(t, is_only=counts[t.id] == 1) for t in told}
        self._referred = {self._references[_key(target)]: target for target in told}
        self.reach = Memo(self._reach, REMEMBERED)
        self.reach_further = Memo(self._reach_further, REMEMBERED)

    def _reach(self, term: str) -> Mapping[int, Hit]:
        """The targets that a reader's term leads to: by itself, by a synonym, or as the general word."""
        own = self._contents.postings.get(term, {})
        hits = dict(own)
        synonym = max(VAGUEST, SYNONYM - SENSE * max(0, self.language.senses(term) - 1))
        opposed = self._contents.opposites.get(term, frozenset())
        for worth, others in ((synonym, self.language.same[term]), (KIND, self.language.kinds_of(term))):
            for other in sorted(others):  # in an order that is the same in every process
                self._add(hits, other, worth)
        return {number: hit for number, hit in hits.items() if number in own or number not in opposed}

    def _reach_further(self, word: str) -> Mapping[int, Hit]:
        """The targets that a word leads to which neither the stories nor the lexicon know: by the thesaurus."""
        hits: dict[int, Hit] = {}
        for lemma in self._words.lemmas(word)[:1]:
            for related, weight in self._thesaurus.related(lemma):
                if weight >= CLOSE:
                    self._add(hits, self.language.normalizer.stem(related), FAR * weight / 9)
        return hits

    def _add(self, hits: dict[int, Hit], term: str, worth: float) -> None:
        for target, (strength, mask) in self._contents.postings.get(term, {}).items():
            reached = strength * worth * (LOOSE if mask == CONTEXT else 1.0)
            hits[target] = better(hits.get(target), (reached, mask))

    def denials(self, term: str) -> frozenset[int]:
        """The targets that deny a reader's term."""
        return self._contents.denials.get(term, frozenset())

    def has_word(self, stem: str) -> bool:
        """Whether the facts have this very word."""
        return any(number in self.fact_numbers for number in self._contents.postings.get(stem, ()))

    def stories_with(self, stem: str) -> set[int]:
        """The numbers of the stories that have this very word."""
        return {self.targets[number].story for number in self._contents.postings.get(stem, ())}

    def is_topic(self, token: Token) -> bool:
        """Whether the token is a noun or name that the facts have."""
        return self._words.pos(token.word)[:1] in ("n", "p", "") and self.has_word(token.stem)

    def fact(self, story: int, id_: str) -> Target:
        """The target of a story's fact. Raises KeyError where there is none."""
        return self._contents.facts[story, id_]

    @property
    def told(self) -> Set[FactKey]:
        """The keys of all facts that are told."""
        return self._contents.facts.keys()

    def reference(self, target: Target) -> str:
        """A short name for a fact or a card, which stays the same over restarts; empty for what tells nothing."""
        return self._references.get(_key(target), "")

    def referred(self, reference: str) -> Target | None:
        """The fact or card of this name; None where there is none any more."""
        return self._referred.get(reference)

    def _reference(self, target: Target, *, is_only: bool) -> str:
        owner = f"{self.stories[target.story].story.id} {target.is_card}"
        return target.id if is_only else f"{target.id}_{crc32(owner.encode()):08x}"

    def neighbours(self, target: Target) -> dict[str, int]:
        """Of the other facts of its story, how many entities they share with the target."""
        shared = {
            id_: len(target.entities & other.entities)
            for (story, id_), other in self._contents.facts.items()
            if story == target.story
        }
        return {id_: count for id_, count in shared.items() if count}


def _key(target: Target) -> tuple[int, str, bool]:
    """The same for a fact and for the wordings that lead to it."""
    return target.story, target.id, target.is_card
