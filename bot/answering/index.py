"""The knowledge, indexed by the words that explain a question.

A term's postings say in which targets it stands, how plainly and where. Only the reader's words are expanded, by
synonyms and as general words; the facts keep the words that their editor chose, each in the sense that it has there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING
from zlib import crc32

from bot.answering.language import Language
from bot.answering.postings import NumberLists, Postings
from bot.answering.reach import Reach, Strand
from bot.answering.senses import keys
from bot.answering.targets import FactKey, Target, entity_key, story_of
from bot.answering.terms import TermFinder
from bot.answering.text import Token
from bot.knowledge.wordlist import WordList
from bot.memo import Memo

if TYPE_CHECKING:
    from bot.knowledge.model import Entity, StoryFile

SYNONYM, SENSE, VAGUEST, KIND = 0.9, 0.05, 0.6, 0.85
"""What a hit is worth by a synonym, what each further sense of the reader's word takes off, down to what; and what a
hit is worth when the reader's word is the general one."""
REMEMBERED = 1024
"""How many readers' terms are kept with what they lead to."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What an index is made of."""

    stories: tuple[StoryFile, ...]
    targets: Sequence[Target]
    """Facts and cards come before the wordings of questions."""
    postings: Postings
    denials: Mapping[str, frozenset[int]]
    """Terms that the editor says some targets deny."""
    opposites: NumberLists
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

    def __init__(self, contents: Contents, finder: TermFinder, words: WordList) -> None:
        self.finder = finder
        self.language: Language = finder.language
        self.stories = contents.stories
        self.targets = contents.targets
        self.entities = contents.entities
        self.vocabulary = contents.vocabulary
        self.demonyms = contents.demonyms
        self.fact_numbers = range(sum(not target.kind for target in contents.targets))
        self._parts: dict[int, list[range]] = defaultdict(list)
        """By story the numbers of its facts and cards, and those of its wordings."""
        for story, each in groupby(range(len(contents.targets)), key=lambda number: contents.targets[number].story):
            numbers = list(each)
            self._parts[story].append(range(numbers[0], numbers[-1] + 1))
        self.cards = {target.spoken_of[0]: target for target in contents.targets if target.is_card}
        """The cards of entities, by the entities' keys."""
        self._contents = contents
        self._words = words
        self._namesakes: dict[str, list[Target]] = defaultdict(list)
        """Facts and cards by their ids, of which several stories may have the same."""
        self._having: dict[str, list[str]] = defaultdict(list)
        """The ids of the facts in which an entity stands, by its key, or of which something else tells what it does."""
        for target in contents.targets:
            if target.id and not target.kind:
                self._namesakes[target.id].append(target)
                if target.fact and not target.is_card:
                    for key in _parties(target):
                        self._having[key].append(target.id)
        self._strands = Memo(self._strand, REMEMBERED)

    def reach(self, terms: Iterable[str], denied_by: frozenset[int] = frozenset()) -> Reach:
        """What a reader's word leads to that is or belongs to these terms."""
        return Reach([self._strands[term] for term in terms], len(self.fact_numbers), denied_by)

    def _strand(self, term: str) -> Strand:
        """The targets that a reader's term leads to: by itself, by a synonym, or as the general word."""
        synonym = max(VAGUEST, SYNONYM - SENSE * max(0, len(self.language.senses(term)) - 1))
        # In an order that is the same in every process.
        same, kinds = sorted(self.language.same[term]), sorted(self.language.kinds_of(term))
        terms: list[tuple[str, float | None]] = [(term, None)]
        terms += [(key, synonym) for other in same for key in keys(other, term, self.language)]
        terms += [(kind, KIND) for kind in kinds]
        opposites = self._contents.opposites
        return Strand(self._contents.postings, terms, opposites, opposites.span(term))

    def denials(self, term: str) -> frozenset[int]:
        """The targets that deny a reader's term."""
        return self._contents.denials.get(term, frozenset())

    def has_word(self, stem: str) -> bool:
        """Whether the facts have this very word."""
        return self._least(stem) in self.fact_numbers  # which come before all others

    def has_anywhere(self, stem: str) -> bool:
        """Whether the facts, or a wording of a question, have this very word."""
        return self._least(stem) >= 0

    def story_has(self, story: int, stem: str) -> bool:
        """Whether a story, or a wording of a question to it, has this very word."""
        postings = self._contents.postings
        spans = [postings.within(postings.span(stem), numbers) for numbers in self.parts([story])]
        return any(start < end for start, end in spans)

    def parts(self, stories: Collection[int]) -> list[range]:
        """The numbers of the targets of some stories, in ranges."""
        return [numbers for story in sorted(stories) for numbers in self._parts.get(story, ())]

    def _least(self, stem: str) -> int:
        """The number of the first target that has this very word; -1 where none has."""
        postings = self._contents.postings
        return postings.least(postings.span(stem))

    def is_adjective(self, token: Token) -> bool:
        """Whether the token is an adjective rather than anything else."""
        return self._words.pos(token.word)[:1] == "a"

    def is_topic(self, token: Token) -> bool:
        """Whether the token is a noun or name that the facts have."""
        return self._words.pos(token.word)[:1] in ("n", "p", "") and self.has_word(token.stem)

    def is_verb(self, token: Token) -> bool:
        """Whether the token is a verb before it is anything else."""
        return self._words.pos(token.word)[:1] == "v"

    def told_by(self, target: Target) -> Target:
        """The fact to which a wording asks; any other target as it is."""
        return self.fact(target.story, target.id) if target.kind and target.fact else target

    def fact(self, story: int, id_: str) -> Target:
        """The target of a story's fact. Raises KeyError where there is none."""
        return self._contents.facts[story, id_]

    def containing(self, place: str) -> Iterator[str]:
        """The key of a place itself and of those around it, the nearest first."""
        while place:
            yield place
            within = self.entities[place].within
            place = entity_key(story_of(place), within) if within else ""

    @property
    def told(self) -> Set[FactKey]:
        """The keys of all facts that are told."""
        return self._contents.facts.keys()

    def reference(self, target: Target) -> str:
        """A short name for a fact or a card, which stays the same over restarts; empty for what tells nothing."""
        namesakes = self._namesakes.get(target.id, ())
        if len(namesakes) < 2:
            return target.id if namesakes else ""
        owner = f"{self.stories[target.story].story.id} {target.is_card}"
        return f"{target.id}_{crc32(owner.encode()):08x}"

    def referred(self, reference: str) -> Target | None:
        """The fact or card of this name; None where there is none any more."""
        namesakes = self._namesakes.get(reference.partition("_")[0], ())
        return next((target for target in namesakes if self.reference(target) == reference), None)

    def neighbours(self, target: Target) -> Mapping[str, float]:
        """Of the facts of its story that share entities or a doer with the target, how near they are.

        What only few facts share counts for more: in a story of one country, that stands in nearly all.
        """
        near: dict[str, float] = defaultdict(float)
        for key in _parties(target):
            ids = self._having.get(key, ())
            for id_ in ids:
                near[id_] += 1 / len(ids)
        return near


def _parties(target: Target) -> set[str]:
    """The keys of the entities of which a fact tells, and of whatever else does something there: "the decree"."""
    others = [entry.text for entry in target.slots.get("who", ()) if not entry.entity]
    return {*target.entities, *(entity_key(target.story, f"={text}") for text in others)}
