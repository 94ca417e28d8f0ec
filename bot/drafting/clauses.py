"""Sentences taken apart: who does what in each clause, and how the clauses hang together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.drafting.lines import NOWHERE, Line, Span
from bot.drafting.segments import Segmenter
from bot.drafting.spans import agreeing, noun_before, subject_in
from bot.drafting.tagging import Tagger
from bot.drafting.verbs import Group, VerbFinder
from bot.drafting.vocabulary import (
    ADDRESSING,
    BE,
    CAUSING,
    COORDINATORS,
    HAVE,
    MONTHS,
    NEGATIONS,
    SPEECH,
    SUBORDINATORS,
    TIMING,
    WAYS,
    WEEKDAYS,
)
from bot.drafting.words import (
    ADVERB,
    CONJUNCTION,
    NOMINAL,
    NOUN,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    TO,
    VERB,
    Word,
)

DAYS_AND_MONTHS = frozenset(WEEKDAYS) | frozenset(MONTHS)


@dataclass(frozen=True, slots=True)
class Clause:
    """Who did what; all spans are of the sentence's plain words."""

    marker: str
    """What it begins with: "" for a main clause, "that", "as", "who", "and", "ing", "caused", "reduced"."""
    subject: Span
    verb: Group
    complement: Span
    first: int
    parent: int | None = None
    """The number of the clause that it belongs to."""
    agent: Span = NOWHERE
    """Of a passive: by whom."""

    @property
    def end(self) -> int:
        """Where it ends, as far as it is its own."""
        return max(self.verb.end, self.complement[1])


class Parser:
    """Finds the clauses of a line."""

    def __init__(self, tagger: Tagger) -> None:
        self._segmenter = Segmenter(tagger)
        self._verbs = VerbFinder(tagger)

    def clauses(self, line: Line) -> list[Clause]:
        """The clauses, in order; none where there is no verb."""
        found: list[Clause] = []
        for first, end, marker in self._segmenter.segments(line.words):
            self._read_segment(line.words, first, end, marker, found)
        return found

    def _read_segment(self, words: Sequence[Word], first: int, end: int, marker: str, found: list[Clause]) -> None:
        groups = list(self._verbs.groups(words, first, end))
        if not groups:
            return
        if marker == "ing":
            self._read_participle(end, groups, found)
            return
        main = next((g for g in groups if g.is_finite and not _is_reduced(words, g, groups)), None)
        if main is None and marker == "with":
            main = groups[0]
        if main is None:
            self._read_reduced(words, end, groups, found)
            return
        subject = self._subject(words, first, main, marker, found)
        others = [group for group in groups if group.first > main.first]
        listed = [(group, own) for group in others if (own := _listed_subject(words, group, subject, end))]
        stops = [*((group.first if own == subject else own[0]) - 1 for group, own in listed), end]
        start = subject[1] if main.end <= subject[0] < end else main.end
        parent, number = self._parent(words, first, marker, found), len(found)
        found.append(_with_agent(words, Clause(marker, subject, main, (start, stops[0]), first, parent)))
        for (group, own), stop in zip(listed, stops[1:], strict=True):
            begins = "and" if own == subject else "and+"
            found.append(Clause(begins, own, group, (group.end, stop), stops[len(found) - number - 1] + 1, number))
        stop = next((g.first for g in others if not g.is_infinitive), end)
        if stop < end:
            taken = [group for group, _ in listed]
            reduced = [group for group in others if group.first >= stop and group not in taken]
            self._read_reduced(words, end, reduced, found, number)

    def _read_participle(self, end: int, groups: Sequence[Group], found: list[Clause]) -> None:
        """ "…, prompting the mayor to resign", "…, expanding one that stood"."""
        if not found:
            return
        group, parent = groups[0], len(found) - 1
        infinitive = next((other for other in groups[1:] if other.is_infinitive), None)
        if group.lemma in CAUSING and infinitive:
            subject = (group.end, infinitive.first)
            found.append(Clause("caused", subject, infinitive, (infinitive.end, end), group.first, parent))
            return
        subject = found[parent].subject
        found.append(Clause("ing", subject, group, (group.end, end), group.first, parent))

    def _read_reduced(
        self, words: Sequence[Word], end: int, groups: Sequence[Group], found: list[Clause], parent: int | None = None
    ) -> None:
        """ "unrest triggered by a rise in prices": what it was done to stands before it."""
        for group in groups:
            patient = noun_before(words, group.first)
            if group.is_bare_past and patient[0] < patient[1] and words[patient[1] - 1].tag != PRONOUN:
                passive = replace(group, is_passive=True)
                clause = Clause("reduced", patient, passive, (group.end, end), group.first, parent)
                found.append(_with_agent(words, clause))

    def _subject(self, words: Sequence[Word], first: int, main: Group, marker: str, found: Sequence[Clause]) -> Span:
        if marker == "who":
            return self._relative_subject(words, first, main)
        own = subject_in(words, first, main.first)
        if own[0] < own[1]:
            return own
        if main.lemma in SPEECH - ADDRESSING:
            # "…," said manager Ines Falk.
            behind = main.end
            while behind < len(words) and words[behind].tag in NOMINAL and words[behind].lower not in WEEKDAYS:
                behind += 1
            if behind > main.end and marker in ("", "said"):
                return main.end, behind
        before = _gone_on_with(found, marker)
        if marker == "resume":
            # "An alarm rang, but the guard, who was asleep, did not hear it."
            start = found[before].verb.end if before is not None else 0
            joint = (at for at in range(start + 1, found[-1].first) if words[at].lower in COORDINATORS)
            fresh = next((at + 1 for at in joint if words[at - 1].text == ","), None)
            if fresh is not None or before is None:
                return subject_in(words, fresh or 0, found[-1].first - 1)
        return found[before].subject if before is not None else NOWHERE

    def _relative_subject(self, words: Sequence[Word], first: int, main: Group) -> Span:
        if main.first > first and any(word.tag in (NOUN, PRONOUN) for word in words[first : main.first]):
            return subject_in(words, first, main.first)
        told = noun_before(words, first - 1)
        if words[told[0] - 1].lower == "including":
            told = noun_before(words, told[0] - 1)  # "Three people, including a guard, who …": all of them
        return agreeing(words, told, main)

    def _parent(self, words: Sequence[Word], first: int, marker: str, found: Sequence[Clause]) -> int | None:
        """The clause that this one belongs to; a time behind a comma does not belong to what is only told of a noun.

        A clause that could stand alone belongs to one before it only where that is said by somebody: then both are.
        """
        if not found or marker == "":
            return None
        if marker in ("and", "and+", "resume"):
            before = _gone_on_with(found, marker)
            return before if marker == "and" or (before is not None and is_said(found, before)) else None
        number = len(found) - 1
        if marker == "that" and first > 1 and words[first - 2].lower in COORDINATORS:
            # "He said that they came and *that* they left": both are what he said.
            return next((each.parent for each in reversed(found) if each.marker == "that"), number)
        if marker in TIMING and first > 1 and words[first - 2].text == ",":
            while number and found[number].marker in ("who", "reduced"):
                number -= 1
        return number


def _is_reduced(words: Sequence[Word], group: Group, groups: Sequence[Group]) -> bool:
    """Whether a past form is only a participle: another verb of its stretch is the verb."""
    if not group.is_bare_past:
        return False
    # "Published in May, the study found …": what comes before the verb of its stretch may be a participle, too.
    before = any(
        other.first < group.first and other.is_finite and not _is_reduced(words, other, groups) for other in groups
    )
    later = any(other.first > group.first and other.is_finite for other in groups)
    by = group.end < len(words) and words[group.end].lower in ("by", "in", "on", "at", "from")
    return before or (later and by)


def _listed_subject(words: Sequence[Word], group: Group, subject: Span, end: int) -> Span | None:
    """Who acts, where a verb goes on with a list of deeds; None where it does not.

    "They had cut the budget, *sold* sixty buses and …", "the sirens failed, the network *collapsed* and …".
    """
    if words[group.first].tag != VERB or not group.is_finite:
        return None
    if words[group.first - 1].text == ",":
        return subject if group.end < end and words[group.end].tag in NOMINAL else None
    own = noun_before(words, group.first)
    return own if own[0] and words[own[0] - 1].text == "," and own[0] < own[1] and group.end == end else None


def _gone_on_with(found: Sequence[Clause], marker: str) -> int | None:
    """The clause with which one behind "and", or behind a clause about a noun, goes on; None where there is none."""
    asides = ("who", "reduced", *SUBORDINATORS) if marker == "resume" else ("reduced",)
    numbers = (at for at in reversed(range(len(found))) if not _is_aside(found, at, asides))
    return next(numbers, None)


def _is_aside(found: Sequence[Clause], number: int | None, asides: Sequence[str]) -> bool:
    """Whether a clause, or one that it belongs to, is told by the way."""
    while number is not None:
        if found[number].marker in asides:
            return True
        number = found[number].parent
    return False


def has_own_subject(words: Sequence[Word], clause: Clause) -> bool:
    """Whether somebody else acts in a relative clause than it is about: "the bridge, which *the flood* destroyed"."""
    is_own = clause.marker == "who" and clause.subject[0] >= clause.first
    return is_own and words[clause.first - 1].lower in ("which", "who", "whom", "that")


def is_said(clauses: Sequence[Clause], number: int) -> bool:
    """Whether a clause is what somebody says, or belongs to it."""
    parent = clauses[number].parent
    while parent is not None:
        if clauses[number].marker == "that" and clauses[parent].verb.lemma in SPEECH:
            return True
        number, parent = parent, clauses[parent].parent
    return False


def _with_agent(words: Sequence[Word], clause: Clause) -> Clause:
    """Of a passive, who did it: "by" and what follows, where that is no time and no way, and it is so."""
    helpers = words[clause.verb.first : clause.verb.head]
    is_so = all(word.lower in BE | HAVE or (word.tag == ADVERB and word.lower not in NEGATIONS) for word in helpers)
    if not clause.verb.is_passive or not is_so:
        return clause  # what "must be approved by the court" the court has not approved
    first, end = clause.complement
    by = next((at for at in range(first, end) if words[at].lower == "by"), None)
    if by is None:
        return clause
    stop = by + 1
    while stop < end and words[stop].tag not in (CONJUNCTION, RELATIVE, TO, VERB) and not _ends_agent(words, stop):
        stop += 1
    is_day = any(word.is_capital and word.lower in DAYS_AND_MONTHS for word in words[by:stop])
    is_time = is_day or (stop == by + 2 and words[by + 1].text.isdecimal())
    is_way = stop <= by + 3 and words[by + 1].lower in WAYS
    return clause if is_time or is_way or stop == by + 1 else replace(clause, agent=(by + 1, stop))


def _ends_agent(words: Sequence[Word], at: int) -> bool:
    """Whether a comma or a year ends the words for whoever did it: "by two farmers *in* 1968"."""
    is_year = words[at].tag == PREPOSITION and [word.text.isdecimal() for word in words[at + 1 : at + 2]] == [True]
    return words[at].text == "," or is_year
