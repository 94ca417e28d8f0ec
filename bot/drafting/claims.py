"""Who says so: the speaker of a clause, or whom "according to" names."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.text import sentence_start
from bot.drafting.attribution import Attribution
from bot.drafting.clauses import Clause
from bot.drafting.facts import DraftFact
from bot.drafting.lines import Line, Span
from bot.drafting.mentions import Mentions
from bot.drafting.vocabulary import SPEECH, TIMING
from bot.drafting.words import QUOTE

PASSED_ON = frozenset({"and", "and+", "resume", "that", "because", "who", "caused", "reduced", "ing"}) | TIMING
"""What begins a clause that belongs to what is said before it."""


class Claims:
    """The sources of one sentence's statements."""

    def __init__(
        self, line: Line, mentions: Mentions, clauses: Sequence[Clause], said_by: Attribution | None, quoted: str
    ) -> None:
        """`quoted` is the id of whom the whole sentence quotes, as the one before it tells; empty for nobody."""
        self._line = line
        self._mentions = mentions
        self._clauses = clauses
        self._said_by = said_by
        self._quoted = quoted

    def credit(self, number: int, fact: DraftFact, whole: Mentions) -> None:
        """Fills in who claims a fact and through which outlet; `whole` has the names of the whole sentence."""
        clause, said = self._clauses[number], self.saying(number)
        if said:
            self._name(fact, self._mentions, said.subject)
            if not fact.according_to and not fact.slots.via:
                fact.unsure.append(f"who says so: {self._mentions.text(said.subject)}?")
        elif self._said_by:
            self._name(fact, whole, self._said_by.speaker)
            if not fact.according_to and not fact.slots.via:
                fact.slots.via.append(whole.text(self._said_by.speaker))
        elif self._quoted:
            fact.according_to, fact.certainty = [self._quoted], "claimed"
        outlets = self._outlets(self._mentions, clause.subject)
        if outlets and fact.who != outlets and not fact.according_to:
            # "A Reuters journalist reported hearing shots."
            fact.according_to = outlets
            fact.slots.via += outlets
        self._complete(number, fact)

    def source(self, number: int, fact: DraftFact) -> str:
        """Who a statement is according to, as its sentence names them; empty where the article itself says so."""
        if not (self.saying(number) or self._said_by or self._quoted):
            return ""
        return next(iter([*fact.according_to, *fact.slots.via]), "")

    def saying(self, number: int) -> Clause | None:
        """The clause that says that this one is said."""
        later = next((clause for clause in self._clauses[number + 1 :] if clause.marker == "said"), None)
        if later and self._clauses[number].marker != "said":
            return later
        seen = self._clauses[number]
        while seen.parent is not None and seen.marker in PASSED_ON:
            above = self._clauses[seen.parent]
            if seen.marker == "that" and above.verb.lemma in SPEECH:
                return above
            seen = above
        return None

    def _name(self, fact: DraftFact, mentions: Mentions, speaker: Span) -> None:
        meant = mentions.meant(speaker) or mentions.body(speaker)
        outlets = self._outlets(mentions, speaker)
        if meant and mentions.kind(meant) != "outlet":
            fact.according_to, fact.certainty = [meant], "claimed"
        elif outlets:
            fact.according_to = outlets
            fact.slots.via += [id_ for id_ in outlets if id_ not in fact.slots.via]

    def _outlets(self, mentions: Mentions, span: Span) -> list[str]:
        """The first outlet in a stretch of words, if there is one."""
        return [each.id for each in mentions.within(span) if mentions.kind(each.id) == "outlet"][:1]

    def _complete(self, number: int, fact: DraftFact) -> None:
        """What was said or demanded, for the fact that somebody did."""
        clause = self._clauses[number]
        content = next((c for c in self._clauses[number + 1 :] if c.marker == "that" and c.parent == number), None)
        if content and (clause.verb.lemma in SPEECH or not fact.slots.what):
            fact.slots.what = [f"that {self._mentions.text((content.first, len(self._line.words)))}"]
        elif clause.marker == "said" and number:
            said = self._mentions.text((0, clause.first), keeps_adverbs=True)
            is_quoted = any(word.tag == QUOTE for word in self._line.sentence.words) and not said.startswith("“")
            fact.slots.what = [f"“{sentence_start(said)}”" if is_quoted and '"' not in said else said]
