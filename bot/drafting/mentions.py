"""Which words of a sentence stand for whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.drafting.days import Moment
from bot.drafting.lines import Line, Span
from bot.drafting.names import Name, Names, slug
from bot.drafting.vocabulary import SPEAKING_BODIES
from bot.drafting.words import ADVERB, CONJUNCTION, DETERMINER, POSSESSIVE, PREPOSITION, PRONOUN, RELATIVE, head_of

SINGULAR = frozenset({"he", "she"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a line: its words, and those that belong to it, such as a role."""

    id: str
    span: Span
    whole: Span


class Mentions:
    """The names in one line, and what its phrases mean."""

    def __init__(self, line: Line, names: Names, moments: Sequence[Moment] = (), last_person: str = "") -> None:
        """`moments` are the times in the line; `last_person` is who "she" or "he" can be."""
        self._line = line
        self._names = names
        self._moments = moments
        self._last_person = last_person
        self.all = list(self._find())
        self.entities = [each for each in self.all if not self._is_adjective(each)]
        """The names that stand for themselves: "Kazakh" does not."""

    def _find(self) -> Iterator[Mention]:
        words = self._line.words
        for first, end, id_ in self._names.in_([word.text for word in words]):
            whole = (first, end)
            for found in self._names.all[id_].sightings:
                if found.sentence is self._line.sentence and found.end > found.first:
                    there = found.sentence.words
                    if there[found.first].start == words[first].start:
                        start, stop = there[found.from_].start, there[found.to - 1].end
                        at = next((p for p, word in enumerate(words) if word.start >= start), first)
                        to = next((p for p, word in enumerate(words) if word.start >= stop), len(words))
                        whole = (min(at, first), max(to, end))
            yield Mention(id_, (first, end), whole)

    def _is_adjective(self, mention: Mention) -> bool:
        name = self._names.all[mention.id]
        first, end = mention.span
        return name.is_country and end - first == 1 and self._line.words[first].text != name.name

    def within(self, span: Span) -> list[Mention]:
        """The names in a stretch of words, without owners: "the country's largest city"."""
        words = self._line.words
        return [
            each
            for each in self.all
            if span[0] <= each.span[0]
            and each.span[1] <= span[1]
            and not (
                self._names.all[each.id].is_country
                and [w.tag for w in words[each.span[1] : each.span[1] + 1]] == [POSSESSIVE]
            )
        ]

    def kind(self, id_: str) -> str:
        """The kind of an entity; empty for what is none."""
        return self._names.all[id_].kind if id_ in self._names.all else ""

    def meant(self, span: Span) -> str:
        """The id of whom a phrase as a whole stands for; empty where it is only a phrase."""
        first, end = self._trimmed(span)
        words = self._line.words
        if first >= end:
            return ""
        if end - first == 1 and words[first].lower in SINGULAR:
            return self._person_called(words[first].lower, first)
        for each in self.entities:
            # "The Kazakh police" in "Saltanet Azirbek, spokeswoman for the Kazakh police" is not the spokeswoman.
            if (
                each.whole[0] <= first < each.span[1]
                and end <= each.whole[1]
                and (first == each.whole[0] or each.span[1] <= end)
            ):
                return each.id
        described = self._line.text((first, end))
        if name := next((name for name in self._names.all.values() if name.is_ and name.is_ == described), None):
            return name.id
        stop = next((p for p in range(first, end) if p > first and words[p].tag in (PREPOSITION, RELATIVE)), end)
        for each in self.within((first, end)):
            if any(word.tag == CONJUNCTION for word in words[first : each.span[0]]):
                break  # "the auditors, Brandt and Lowe" are both
            if each in self.entities and (each.span[1] == stop or each.whole[1] >= stop >= each.span[1]):
                return each.id
        return ""

    def _person_called(self, pronoun: str, at: int) -> str:
        """The one person whom the pronoun can mean: of those before it in the sentence, else of the sentence before."""
        if self._line.is_quoted(at):
            return ""
        before = {each.id for each in self.all if each.span[1] <= at and self.kind(each.id) == "person"}
        people = before or {self._last_person} & self._names.all.keys()
        fitting = [id_ for id_ in people if self._names.all[id_].pronoun in ("", pronoun)]
        return fitting[0] if len(fitting) == 1 else ""

    def _trimmed(self, span: Span, *, keeps_adverbs: bool = False) -> Span:
        first, end = span
        words = self._line.words
        while end > first and (
            not words[end - 1].text[0].isalnum() or (words[end - 1].tag == ADVERB and not keeps_adverbs)
        ):
            end -= 1
        while first < end and not words[first].text[0].isalnum():
            first += 1
        return first, end

    def text(self, span: Span, *, keeps_adverbs: bool = False) -> str:
        """The phrase as it is written, but with dates for weekdays, and without marks at its ends."""
        span = self._trimmed(span, keeps_adverbs=keeps_adverbs)
        if span[0] >= span[1]:
            return ""
        text = self._line.rewritten(span, [((each.first, each.end), each.text) for each in self._moments if each.on])
        word = self._line.words[span[0]]
        lowers = word.opens or (word.tag in (DETERMINER, PRONOUN, PREPOSITION) and word.text != "I")
        is_name = any(each.span[0] == span[0] for each in self.all)
        text = text[:1].lower() + text[1:] if lowers and not is_name else text
        # What is no entity must not look like the id of one.
        return f"the {text}" if text in self._names.all else text

    def value(self, span: Span) -> str:
        """The id of whom a phrase stands for, else the phrase."""
        return self.meant(span) or self._known_body(span) or self.text(span)

    def _head(self, span: Span) -> str:
        first, end = self._trimmed(span)
        return head_of(self._line.words[first:end])

    def _known_body(self, span: Span) -> str:
        """The id of "the police" for "police in Kazakhstan", once they are an entity."""
        head = self._head(span)
        if head not in SPEAKING_BODIES:
            return ""
        called = f"the {head}"
        return next((name.id for name in self._names.all.values() if called in (name.name, *name.aliases)), "")

    def body(self, span: Span) -> str:
        """The id of a body that makes claims, such as the police; it becomes an entity here. Empty for others."""
        head = self._head(span)
        if head not in SPEAKING_BODIES:
            return ""
        if known := self._known_body(span):
            return known
        called = f"the {head}"
        name = Name(slug(head, self._names.all), called, "organization", pronoun="they" if head[-1] in "se" else "it")
        name.unsure.append(f"is {called} one body, and is this its name?")
        self._names.add(name)
        return name.id
