"""What a question asks: its kind, its focus, and the words that a fact must explain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from bot.answering.clause import REFERRING
from bot.answering.grammar import (
    BE,
    DETERMINERS,
    NO_PREDICATE,
    PLACING,
    Predicate,
    is_existential,
    is_impersonal,
)
from bot.answering.text import NEGATIONS, Token

NO_TOKEN = Token("", "")
SUBJECT_AND_STATE = 2
"""So many words say of what it is asked, and what."""
WHOEVER = frozenset("anyone anybody someone somebody any".split())
"""Words for nobody in particular."""


@dataclass(slots=True, eq=False)
class Question:
    """One question of a message, taken apart."""

    kind: str
    """A slot's name, or one of: which, did, event, topic, yes_no, attribution, wording, how_old, other."""
    tokens: tuple[Token, ...]
    content: tuple[int, ...]
    """Positions of the words that a fact must explain, the focus among them."""
    focus: tuple[int, ...] = ()
    """Positions of the noun that names the sort of answer: "which *channel*"."""
    preposition: str = ""
    """What the interrogative belongs to: "*to* which country", "who did they say it *to*"."""
    asks_sort: bool = False
    """Whether it asks what sort of thing something is: "what kind of countries"."""
    asks_hour: bool = False
    """Whether it asks when for more than the day: "at what hour"."""
    asks_subject: bool | None = None
    """Whether the interrogative acts ("who stormed"), is acted on ("who did they sack"), or neither is plain."""
    predicate: Predicate = NO_PREDICATE
    is_copular: bool = False
    """Whether it asks what something is: "who is …"."""
    relative: frozenset[int] = frozenset()
    """Positions of words in a relative clause, which other facts may explain: "the alliance *that sends troops*"."""
    cue: bool = False
    """Whether the kind was told by a noun, as in "number of troops"."""
    is_whole: bool = True
    """Whether it is the question as it was asked, and not one side of an "or"."""
    is_joined: bool = False
    """Whether it is read together with the clauses around it."""
    asks_before: bool = False
    """Whether it asks who or what it was at an earlier time: "who governed *before* her"."""
    opens_with_and: bool = False
    """Whether it begins as if it went on: "and where?"."""
    asks_quote: bool = False
    """Whether it asks for the very words that somebody used."""
    asks_more: bool = False
    """Whether it asks for more than is known already: "what *else* did she say"."""
    asks_names: bool = False
    """Whether it asks what several are called: "the names of the dead", "which ministers *by name*"."""
    asks_name: bool = False
    """Whether it asks what somebody is called who is told by what they did: "the name of the man who fled"."""
    options: frozenset[int] = frozenset()
    """Positions of the answers that it offers, of which one is enough: "did they *flee or fight*"."""
    meant_from: int = 0
    """Where the words begin that a pronoun stands for, none of them the reader's; 0 where there are none."""
    excluded: tuple[Token, ...] = ()
    """Words for what the answer must not name: "besides the palace"."""

    words: frozenset[str] = field(init=False)
    """All its words."""

    def __post_init__(self) -> None:
        self.words = frozenset([token.word for token in self.tokens])

    @property
    def is_negated(self) -> bool:
        """Whether it asks for what is not; two negations cancel out."""
        if NEGATIONS.isdisjoint(self.words):
            return False
        return sum([token.word in NEGATIONS for token in self.tokens]) % 2 == 1

    @property
    def refers(self) -> bool:
        """Whether it has a pronoun that stands for somebody or something."""
        if REFERRING.isdisjoint(self.words):
            return False
        return not (is_impersonal(self.tokens) and REFERRING.isdisjoint([token.word for token in self.tokens[2:]]))

    @property
    def asks_several(self) -> bool:
        """Whether the noun that names the sort of answer is in the plural: "which *agencies*"."""
        noun = self.tokens[self.focus[-1]] if self.focus else NO_TOKEN
        return noun.word.endswith("s") and noun.word != noun.stem and not noun.word.endswith("ss")

    @property
    def is_shouted(self) -> bool:
        """Whether most of it is in capitals, which then tell nothing."""
        return 2 * sum([token.capital for token in self.tokens]) > len(self.tokens)

    def focus_has(self, positions: Sequence[int]) -> bool:
        """Whether the words at these positions name what the focus asks for: "which *Russian agency*"."""
        return bool(self.focus) and self.focus[-1] in positions and set(positions) <= set(self.focus)

    @property
    def sort_has_number(self) -> bool:
        """Whether what names the sort of answer has a number: "which *six* countries"."""
        tokens = self.tokens
        return any(tokens[position].word.isdigit() for position in self.focus or self.content)

    @property
    def verb_stem(self) -> str:
        """The stem of its verb; empty where it has none."""
        return "" if self.predicate.verb is None else self.tokens[self.predicate.verb].stem

    @property
    def is_verbless(self) -> bool:
        """Whether it asks if something is so, and not if it was done: "is the road open"."""
        return self.kind == "yes_no" and self.predicate.verb is None and self.tokens[0].word in BE

    @property
    def is_pairing(self) -> bool:
        """Whether it asks if something is something else: "is Greta *the* mayor?"."""
        return self.is_verbless and not is_existential(self.tokens) and _pairs(self.tokens[1:])

    @property
    def asks_why_it_is(self) -> bool:
        """Whether it asks why something is something else: "why is Greta *the* mayor?"."""
        words = [token.word for token in self.tokens[:3]]
        if self.predicate.verb is not None or words[0] != "why" or len(words) < 3 or words[2] == "there":
            return False  # "why is there a strike" asks why it happens
        return words[1] in BE and _pairs(self.tokens[2:])

    @property
    def asks_if_from(self) -> bool:
        """Whether it asks if somebody is from somewhere: "is she from Paris?", but not "was *anybody* from there?"."""
        return self.is_verbless and "from" in self.words and self.tokens[1].word not in WHOEVER

    @property
    def has_subject_alone(self) -> bool:
        """Whether it asks without a verb what is so of what its first word of meaning names: "is the *road* open"."""
        if not self.is_verbless or len(self.content) < SUBJECT_AND_STATE:
            return False
        first = self.content[0]
        return first == 1 or (self.tokens[1].word in DETERMINERS and not self.tokens[2:first])

    @property
    def is_bare(self) -> bool:
        """Whether it asks who or what somebody or something is, and of no deed."""
        return self.is_copular and self.predicate.verb is None


def _pairs(tokens: Sequence[Token]) -> bool:
    """Whether words name something, and then something that it may be: "Greta *the* mayor"."""
    return any(after.word in ("the", "a", "an") and word.word not in PLACING for word, after in pairwise(tokens))
