"""Who acts in a clause."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.drafting.clauses import Clause
from bot.drafting.facts import DraftFact
from bot.drafting.lines import Line
from bot.drafting.mentions import Mentions
from bot.drafting.names import Names
from bot.drafting.telling import kind_of
from bot.drafting.vocabulary import COPULAS, MODAL


class Subjects:
    """The subjects of one line's clauses."""

    def __init__(self, line: Line, mentions: Mentions, clauses: Sequence[Clause], names: Names, last_body: str) -> None:
        """`last_body` is the organization of which the sentence before tells; empty for none."""
        self._line = line
        self._mentions = mentions
        self._clauses = clauses
        self._names = names
        self._last_body = last_body

    def who(self, number: int, made: Mapping[int, DraftFact]) -> str:
        """Who acts; "their identities" and "one" are told by what stands before them, of which facts are `made`."""
        first, end = self._clauses[number].subject
        words, before = self._line.words[first:end], made.get(number - 1)
        if before and len(words) > 1 and words[0].lower == "their":
            owner = self._mentions.text(self._clauses[number - 1].subject)
            return f"the {self._mentions.text((first + 1, end))} of {owner}"
        if before and before.slots.what and [word.lower for word in words] == ["one"]:
            return kind_of(before.slots.what[0])
        if len(words) == 1 and (body := self._speaking_body(number) or self.body_before(number)):
            return body
        return self._mentions.value((first, end))

    def body_before(self, number: int) -> str:
        """Whom a sentence that begins with "it" goes on to tell of, unless "it" only stands for what follows."""
        clause, names = self._clauses[number], self._names.all
        first = clause.subject[0]
        is_empty = number or clause.verb.lemma in COPULAS or self._line.words[clause.verb.first].lower in MODAL
        is_meant = self._last_body in names and names[self._last_body].pronoun == self._line.words[first].lower
        return self._last_body if is_meant and not is_empty and not self._line.is_quoted(first) else ""

    def body(self) -> str:
        """The organization that the sentence is about; empty where it is about another one."""
        subject = next((self._mentions.meant(clause.subject) for clause in self._clauses if clause.parent is None), "")
        return subject if self._mentions.kind(subject) == "organization" else ""

    def _speaking_body(self, number: int) -> str:
        """Whom "they" or "it" can mean in what a body says: "police said *they* had arrested two men"."""
        clause = self._clauses[number]
        if clause.marker != "that" or clause.parent is None:
            return ""
        pronoun, subject = self._line.words[clause.subject[0]].lower, self._clauses[clause.parent].subject
        speaker = self._mentions.meant(subject) or self._mentions.body(subject)
        name = self._names.all.get(speaker)
        return speaker if name and name.kind == "organization" and name.pronoun == pronoun else ""
