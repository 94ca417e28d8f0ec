"""The verb of a clause as a fact has it, with what it shares with the verbs before it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.drafting.clauses import Clause
from bot.drafting.lines import Line, Span
from bot.drafting.tagging import Tagger
from bot.drafting.telling import is_plural
from bot.drafting.vocabulary import HAVE, HEDGES, LIMITS, MODAL, NEGATIONS
from bot.drafting.words import ADVERB, TO, VERB


class Deeds:
    """The verbs of one line."""

    def __init__(self, line: Line, clauses: Sequence[Clause], tagger: Tagger) -> None:
        self._line = line
        self._clauses = clauses
        self._tagger = tagger

    def did(self, clause: Clause) -> str:
        """The verb as it stands there, without "had" and times between."""
        words = self._line.words[clause.verb.first : clause.verb.end]
        particle = self._line.words[clause.verb.head + 1 : clause.verb.end]
        kept = [w for w in words if w.tag not in (ADVERB, TO) or w.lower in ("not", "never") or w in particle]
        kept = [word for word in words[words[0].tag == TO :] if word in kept or word.tag == TO]
        texts = [word.lower for word in kept]
        if len(kept) > 1 and texts[0] in HAVE and kept[1].tag == VERB:
            texts = texts[1:]
        elif len(kept) > 2 and texts[0] in HAVE and texts[1] == "been":
            texts[:2] = ["were" if is_plural(self._line.words[slice(*clause.subject)]) else "was"]
        # "The dam was *not* safe."
        texts += [w.lower for w in self._line.words[clause.verb.end : clause.verb.end + 1] if w.lower in NEGATIONS]
        before = self._line.words[max(0, clause.verb.first - 1) : clause.verb.first]
        limits = [word.lower for word in before if word.lower in LIMITS]
        return " ".join([*self._shared(clause), *limits, *texts])

    def behind(self, clause: Clause) -> Span:
        """What follows the verb, without the "not" that belongs to it."""
        first, end = clause.complement
        return first + (first < end and self._line.words[first].lower in NEGATIONS), end

    def told(self, clause: Clause, who: str) -> str:
        """Who acts, with what stands before the first verb of a list and holds for all: "Orr reportedly"."""
        first = self._first(clause)
        before = self._line.words[max(0, first.verb.first - 1) : first.verb.head] if first is not clause else ()
        hedges = [word.lower for word in before if word.lower in HEDGES]
        return " ".join([who, *hedges, *self._shared(clause)])

    def _first(self, clause: Clause) -> Clause:
        """The clause with which a list of deeds begins."""
        while clause.marker == "and" and clause.parent is not None:
            clause = self._clauses[clause.parent]
        return clause

    def _shared(self, clause: Clause) -> list[str]:
        """ "Would" of "would respect it and publish them", "refused to" of "refused to sell plants or close them"."""
        verb, first = self._line.words[clause.verb.first], self._first(clause)
        lead, head = self._line.words[first.verb.first : first.verb.head], self._line.words[first.verb.head]
        is_base = verb.tag == VERB and self._tagger.lemma(verb.lower) == verb.lower
        if first is clause or not lead or not is_base or self._tagger.lemma(head.lower) != head.lower:
            return []
        if lead[0].lower not in MODAL and lead[-1].tag != TO:
            return []
        return [word.lower for word in lead if word.tag != ADVERB or word.lower in ("not", "never")]
