"""Verbs with their auxiliaries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.drafting.tagging import Tagger
from bot.drafting.vocabulary import BE, LEADING, PARTICLES, TURNED_OVER, WITH_GERUND
from bot.drafting.words import ADVERB, AUXILIARY, CONJUNCTION, NUMBER, RELATIVE, TO, VERB, Word

FINITE_BE = frozenset({"is", "are", "was", "were"})


@dataclass(frozen=True, slots=True)
class Group:
    """A verb with what belongs to it: "had attempted overnight to storm"."""

    first: int
    end: int
    head: int
    lemma: str
    is_finite: bool = True
    is_infinitive: bool = False
    is_bare_past: bool = False
    """Whether it may be no more than a participle: "unrest triggered by prices"."""
    is_passive: bool = False


class VerbFinder:
    """Finds the verbs of a sentence."""

    def __init__(self, tagger: Tagger) -> None:
        self._tagger = tagger

    def groups(self, words: Sequence[Word], first: int, end: int) -> Iterator[Group]:
        """The verbs between two places, each with its auxiliaries."""
        at = first
        while at < end:
            if words[at].tag in (VERB, AUXILIARY) or (words[at].tag == TO and self._is_verb(words, at + 1, end)):
                group = self._group(words, at, end)
                yield group
                at = group.end
            else:
                at += 1

    def _is_verb(self, words: Sequence[Word], at: int, end: int) -> bool:
        return at < end and words[at].tag in (VERB, AUXILIARY)

    def _group(self, words: Sequence[Word], first: int, end: int) -> Group:
        is_infinitive = words[first].tag == TO
        head = first + is_infinitive
        at = head + 1
        while at < end:
            step = self._chained(words, head, at, end)
            if step is None:
                break
            head, at = step, step + 1
        lemma = self._tagger.lemma(words[head].lower)
        end = head + 1 + self._has_particle(words, head, lemma)
        helpers = [word.lower for word in words[first:head] if word.tag == AUXILIARY]
        form = words[head].lower
        is_past = self._tagger.is_past(form)
        before = words[head - 1].tag if head > first else ""
        passive = words[head].tag == VERB and is_past and before != TO and bool(helpers) and helpers[-1] in BE
        is_finite = not is_infinitive and (bool(helpers) or not words[first].lower.endswith("ing"))
        bare = not helpers and is_past and words[first].tag == VERB and first == head
        return Group(first, end, head, lemma, is_finite, is_infinitive, bare, passive)

    def _chained(self, words: Sequence[Word], head: int, at: int, end: int) -> int | None:
        """The verb that the one at `head` leads on to; None where it leads to none."""
        place = at
        while place < end and words[place].tag == ADVERB:
            place += 1
        if place >= end:
            return None
        if words[head].lower in FINITE_BE and words[place].tag == TO and self._is_verb(words, place + 1, end):
            return place + 1  # "Talks are to resume."
        if words[head].tag == AUXILIARY:
            return place if words[place].tag in (VERB, AUXILIARY) else None
        lemma = self._tagger.lemma(words[head].lower)
        if words[place].tag == TO and lemma in LEADING and self._is_verb(words, place + 1, end):
            return place + 1
        is_gerund = words[place].tag == VERB and words[place].lower.endswith("ing")
        return place if is_gerund and lemma in WITH_GERUND else None

    def _has_particle(self, words: Sequence[Word], head: int, lemma: str) -> bool:
        """Whether a small word makes another verb of it: "hand over", "shut down"."""
        if head + 1 >= len(words) or words[head].tag != VERB or words[head + 1].tag == NUMBER:
            return False
        particle = words[head + 1].lower
        return particle in PARTICLES or (particle == "over" and lemma in TURNED_OVER)

    def next_verb(self, words: Sequence[Word], start: int) -> int | None:
        """The next verb before another clause begins or a comma stands."""
        for place in range(start, len(words)):
            if words[place].tag in (VERB, AUXILIARY):
                return place
            if words[place].tag in (CONJUNCTION, RELATIVE, TO) or words[place].text in (",", ";"):
                return None
        return None
