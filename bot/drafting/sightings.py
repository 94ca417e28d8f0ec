"""Where an article writes a name, and what stands beside it that tells what the name is."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from bot.drafting.article import Sentence
from bot.drafting.tagging import Tagger
from bot.drafting.vocabulary import (
    IN,
    MODIFYING_ROLES,
    ORGANIZATIONS,
    OUTLET_PHRASES,
    OUTLETS,
    PLACES,
    ROLE_ENDINGS,
    ROLES,
    TITLES,
    VIA_NOUNS,
)
from bot.drafting.words import (
    ADJECTIVE,
    DETERMINER,
    MARK,
    NOUN,
    NUMBER,
    POSSESSIVE,
    RELATIVE,
    VERB,
    Word,
    head_of,
    written,
)

COMPOUND = re.compile(r"([A-Z]\w+)-[a-z]+")
OWNERS = frozenset("his her its their our my your".split())
NOUNS_BEHIND = frozenset(
    "party company group club union bank agency charity dam river bridge lake valley island".split()
)
"""What may stand behind a name and tells its kind: "the Civic List *party*"."""
HOLDINGS = frozenset("share shares stake stakes stock holding interest investment investor investors trust".split())
"""What somebody may have in a company or a person."""
UNNAMED = frozenset("some any no every each all both many few several most".split())
"""What begins words for others than the one who is named before: "according to Vest, some members …"."""
LONGEST_APPOSITION = 14


@dataclass(slots=True)
class Sighting:
    """A name in a sentence: the words from `first` up to `end`, without what it is called by."""

    sentence: Sentence
    first: int
    end: int
    text: str
    titles: list[str] = field(default_factory=list)
    """Such as "Mr"."""
    roles: list[str] = field(default_factory=list)
    """What a person is: "Armenian prime minister", "spokeswoman for the harbour"."""
    sorts: list[str] = field(default_factory=list)
    """What something else is: "a global watchdog organization"."""
    hints: list[str] = field(default_factory=list)
    """Nouns that only tell its kind: "club" of "his club Ajaxia"."""
    acronym: str = ""
    from_: int = 0
    """Where what belongs to it begins: its role, or the noun before it."""
    to: int = 0
    before: str = ""
    """The word before it, in small letters."""
    is_employer: bool = False
    """Whether it has somebody: "Sporting Valmora's president"."""

    @property
    def is_inside(self) -> bool:
        """Whether something is or happens in it, so that it may be a place; "shares in Vest" are not."""
        owned = self.first > 1 and self.sentence.words[self.first - 2].lower in HOLDINGS
        return self.before in IN and not owned


class Describer:
    """Reads what stands beside a name."""

    def __init__(self, tagger: Tagger, demonyms: Collection[str]) -> None:
        """`demonyms` are the adjectives of nations, in small letters."""
        self._tagger = tagger
        self._demonyms = demonyms

    def is_role_word(self, lower: str) -> bool:
        """Whether the word is, or belongs to, what a person is."""
        return lower in ROLES or lower in MODIFYING_ROLES

    def is_role(self, lower: str) -> bool:
        """Whether the word alone says what a person is."""
        if lower in ROLES:
            return lower not in MODIFYING_ROLES
        return lower.endswith(ROLE_ENDINGS) and self._tagger.is_common(lower) and lower not in ORGANIZATIONS | PLACES

    def describe(self, found: Sighting, run_start: int) -> None:
        """Fills in a sighting; its run of capitals begins at `run_start`, where a role or a title may stand."""
        words = found.sentence.words
        for word in words[run_start : found.first]:
            if word.lower in TITLES:
                found.titles.append(word.lower)
        role = [word for word in words[run_start : found.first] if word.lower not in TITLES]
        left = self._left_noun(words, run_start)
        if role or (left < run_start and self.is_role(words[run_start - 1].lower)):
            found.from_ = left
            found.roles.append(self._small(words[left : found.first]))
        elif left < run_start:
            self._sort_before(found, left, run_start)
        self._of_before(found, run_start)
        self._apposition_before(found, min(found.from_, run_start))
        self._right_noun(found)
        self._apposition_after(found)
        behind = words[found.end : found.end + 2]
        found.is_employer = len(behind) == 2 and behind[0].tag == POSSESSIVE and behind[1].lower in ROLES

    def _small(self, words: Sequence[Word]) -> str:
        """A role in small letters: "Armenian Prime Minister" as "Armenian prime minister"."""
        return written(
            [
                w._replace(text=w.lower) if self._tagger.is_common(w.text) and w.lower not in self._demonyms else w
                for w in words
            ]
        )

    def _left_noun(self, words: Sequence[Word], start: int) -> int:
        """Where the small words before a name begin: "(the) global watchdog organization Netblocks"."""
        at = start
        while (
            at
            and words[at - 1].tag in (NOUN, ADJECTIVE)
            and (not words[at - 1].is_capital or words[at - 1].lower in self._demonyms)
        ):
            at -= 1
        return at

    def _sort_before(self, found: Sighting, left: int, run_start: int) -> None:
        head = found.sentence.words[run_start - 1].lower
        if head in ORGANIZATIONS | OUTLETS | PLACES:
            owner = found.sentence.words[left - 1].lower if left else ""
            if owner in OWNERS:
                found.hints.append(head)
            else:
                found.sorts.append(_phrase(found.sentence.words[left:run_start]))
            found.from_ = left

    def _of_before(self, found: Sighting, start: int) -> None:
        """ "The capital of Nur-Sultan"."""
        words = found.sentence.words
        if start > 1 and words[start - 1].lower == "of" and words[start - 2].lower in PLACES:
            left = self._left_noun(words, start - 1)
            found.sorts.append(_phrase(words[left : start - 1]))
            found.from_ = left

    def _apposition_before(self, found: Sighting, start: int) -> None:
        """ "The country's largest city, Almaty", "CSTO's chairman, Armenian Prime Minister Nikol Pashinyan"."""
        words = found.sentence.words
        if start < 2 or words[start - 1].text != ",":
            return
        left = start - 1
        while left and words[left - 1].tag in (NOUN, ADJECTIVE, POSSESSIVE, DETERMINER, NUMBER):
            left -= 1
        head = words[start - 2].lower
        if left > 1 and words[left - 1].lower in ("of", "for") and self.is_role(words[left - 2].lower):
            # "The minister for agriculture, Hugo Orr".
            head, left = words[left - 2].lower, self._left_noun(words, left - 1)
            left -= left > 0 and words[left - 1].tag in (DETERMINER, POSSESSIVE)
        if left == start - 1 or words[start - 2].is_capital:
            return
        owner = next((at for at in range(left, start - 1) if words[at].tag == POSSESSIVE), None)
        # "Its chairman, Piers Orr": whose it is does not show here.
        phrase = _phrase(words[left + (words[left].lower in OWNERS) : start - 1])
        if self.is_role(head) and owner is not None:
            whose = written(words[left:owner])
            phrase = f"{_phrase(words[owner + 1 : start - 1])} of {'the ' * whose.isupper()}{whose}"
        if self.is_role(head):
            found.roles.append(phrase)
        elif head in PLACES | ORGANIZATIONS | OUTLETS:
            found.sorts.append(phrase)
        else:
            return
        found.from_ = left

    def _right_noun(self, found: Sighting) -> None:
        """ "Khabar-24 television channel", "a statement on Facebook"."""
        words = found.sentence.words
        behind = " ".join(word.lower for word in words[found.end : found.end + 2])
        if behind in OUTLET_PHRASES:
            found.sorts.append(f"a {behind}")
            found.to = found.end + 2
        elif [word.text for word in words[found.end : found.end + 1]] == ["reported"] or (
            found.before == "on" and found.first > 1 and words[found.first - 2].lower in VIA_NOUNS
        ):
            found.hints.append("outlet")
        elif len(found.text.split()) > 1 and words[found.end : found.end + 1] and words[found.end].text in NOUNS_BEHIND:
            found.hints.append(words[found.end].text)
        elif words[found.end : found.end + 1] and words[found.end].lower in ("newspaper", "broadcaster", "magazine"):
            found.sorts.append(f"a {words[found.end].lower}")
            found.to = found.end + 1

    def _apposition_after(self, found: Sighting) -> None:
        """ "(CSTO), a Moscow-based alliance of six former Soviet countries": up to a comma, a full stop or a verb."""
        words, at = found.sentence.words, found.end
        texts = [word.text for word in words[at : at + 3]]
        if texts[:1] == ["("] and texts[2:] == [")"] and texts[1].isupper():
            found.acronym, at = texts[1], at + 3
            found.to = at
        if at >= len(words) or words[at].text != ",":
            return
        end = next(
            (p for p in range(at + 1, len(words)) if words[p].text in ",.;:—" or words[p].tag in "VXWC"), len(words)
        )
        chunk = words[at + 1 : end]
        if not chunk or end - at > LONGEST_APPOSITION or chunk[0].is_capital or chunk[0].lower in UNNAMED:
            return
        closes = end == len(words) or words[end].tag in (MARK, VERB, RELATIVE)
        head = head_of(chunk)
        # "The mayor, a doctor and two nurses" is a list.
        if not closes or (
            chunk[0].tag != DETERMINER and not self.is_role_word(chunk[0].lower) and not self.is_role(head)
        ):
            return
        if self.is_role(head):
            found.roles.append(written(chunk))
        elif chunk[0].tag == DETERMINER:
            found.sorts.append(written(chunk))
        else:
            return
        found.to = end


def _phrase(words: Sequence[Word]) -> str:
    """The words in small letters but for names of nations."""
    return written([word._replace(text=word.lower) if _is_office(word) else word for word in words])


def _is_office(word: Word) -> bool:
    return word.tag != NOUN or word.lower in ROLES
