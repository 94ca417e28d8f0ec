"""What a clause has from those around it: why, when, and what "both" means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.drafting.clauses import Clause
from bot.drafting.days import DAY, NUMBERS, Moment, written_date
from bot.drafting.facts import DraftFact
from bot.drafting.lines import Line
from bot.drafting.mentions import Mentions
from bot.drafting.telling import LONGEST_TIMING, Teller, kind_of
from bot.drafting.vocabulary import TIMING

POINTING = frozenset({"both", "it", "them", "one"})


class Relater:
    """Relates the clauses of one line."""

    def __init__(
        self, line: Line, mentions: Mentions, clauses: Sequence[Clause], teller: Teller, last_day: Moment
    ) -> None:
        """`last_day` is the day that was told last."""
        self._line = line
        self._mentions = mentions
        self._clauses = clauses
        self._last_day = last_day
        self._teller = teller

    def relate(self, clause: Clause, fact: DraftFact, made: Mapping[int, DraftFact]) -> None:
        """Fills in what a clause has from those around it, of which facts are `made`."""
        parent = made.get(clause.parent) if clause.parent is not None else None
        slots = fact.slots
        is_content = clause.marker == "that"  # "She said that they knew it": not what she said
        if parent and not is_content and parent.slots.what and slots.what and slots.what[0] in POINTING:
            is_kind = slots.what[0] == "one"
            slots.what = [kind_of(each) if is_kind else each for each in parent.slots.what]
        if clause.marker == "caused" and clause.parent is not None:
            slots.why.append(self._teller.chain(clause.parent))
        if clause.marker == "after" and not slots.when:
            self._count_back(clause, fact)
        if parent is None:
            return
        if clause.marker == "because":
            parent.slots.why.append(self._text(clause))
        when = parent.slots.when
        if clause.marker == "and" and not slots.when and when and when.on and not when.end:
            # "A day after they stormed it and burned it": both on that day.
            slots.when = when
        is_contrast = clause.marker == "while" and clause.first > 1 and self._line.words[clause.first - 2].text == ","
        if clause.marker in TIMING and not is_contrast:
            self._time(clause, parent)

    def _gap(self, clause: Clause) -> list[str]:
        """ "A day" of "a day after they met"."""
        first, end = self._clauses[clause.parent or 0].complement
        gap = [word.lower for word in self._line.words[first:end]][-2:]
        return gap if clause.marker == "after" and gap and gap[-1] in ("day", "days") else []

    def _count_back(self, clause: Clause, fact: DraftFact) -> None:
        """ "A day after" tells when the clause itself was: counted back from the day told before."""
        gap, told = self._gap(clause), self._last_day.on
        if gap and told and (count := NUMBERS.get(gap[0], 0)):
            day = told - count * DAY
            fact.slots.when = Moment(0, 0, f"on {written_date(day)}", day)
            fact.unsure.append("the day is counted back from the day told before")

    def _time(self, clause: Clause, parent: DraftFact) -> None:
        """A clause of time tells when its parent was."""
        if self._gap(clause):
            parent.slots.what.clear()
            return
        text = f"{clause.marker} {self._text(clause)}"
        if not parent.slots.when and len(text.split()) <= LONGEST_TIMING:
            parent.slots.when = Moment(0, 0, text)

    def _text(self, clause: Clause) -> str:
        return self._mentions.text((clause.subject[0], clause.end))
