"""What somebody is of whom only a deed is told: "what is the job of the woman who spoke on television?"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.accepting import Acceptance
from bot.answering.analyzing import Analyzer
from bot.answering.candidates import Candidate
from bot.answering.citing import WHO
from bot.answering.index import Index
from bot.answering.matching import Matcher
from bot.answering.question import Question
from bot.answering.rewording import LINKS
from bot.answering.text import Token

KINDS = frozenset({"define", "name"})


class Descriptions:
    """Finds the card of whoever did what a question tells of them."""

    def __init__(self, index: Index, analyzer: Analyzer, matcher: Matcher, acceptance: Acceptance) -> None:
        self._analyzer = analyzer
        self._matcher = matcher
        self._acceptance = acceptance
        self._cards = index.cards
        self._finder = index.finder

    def told(self, question: Question) -> Candidate | None:
        """The card; None where the question tells no deed, or none that somebody did alone who has a card."""
        if question.kind not in KINDS:
            return None
        tokens = question.tokens
        link = next((at for at in range(3, len(tokens) - 1) if tokens[at].word in LINKS), None)
        if link is None:
            return None
        asked = self._analyzer.read((WHO, *tokens[link + 1 :]))
        found = [(candidate, asked) for candidate in self._matcher.winners(asked)]
        if not self._acceptance.settles(found) or found[0][0].slot != "who" or found[0][0].target.withdrawn:
            return None
        doer = found[0][0]
        doers = doer.target.slots["who"]
        card = self._cards.get(doers[0].entity or "") if len(doers) == 1 else None
        if card and question.kind == "name" and doers[0].entity in self._named(tokens[:link]):
            return None  # the name of "the Tass reporter who …" is not Tass
        return Candidate(card, "what" if question.kind == "define" else "who", doer.score) if card else None

    def _named(self, tokens: Sequence[Token]) -> list[str]:
        return [key for key, _positions in self._finder.named(tokens)]
