"""The terms of a text: its words' stems, the phrases of the lexicon and the stories, and the names of entities."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.grammar import DETERMINERS
from bot.answering.language import Language
from bot.answering.phrases import PARTICLES, Phrases
from bot.answering.text import ASPECTS, AUXILIARY, NEGATIONS, PREPOSITIONS, WH, Token

EMPTY = AUXILIARY | WH | DETERMINERS | NEGATIONS | (PREPOSITIONS - ASPECTS)
"""Words of grammar, which carry no meaning that a fact could explain."""

Term = tuple[str, tuple[int, ...]]
"""A key of the index, an entity's beginning with @, and the positions of its words in the text."""


class TermFinder:
    """Finds terms in tokens, of questions and of the knowledge alike."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.names: Phrases[str] = Phrases()
        """The names of entities; their values are the entities' keys."""
        self.proper: Phrases[str] = Phrases()
        """Those names that are no descriptions: "Tokayev", not "the Kazakh president"."""
        self.idioms: Phrases[str] = Phrases()
        """The stories' own phrases that count as a whole."""

    def content(self, tokens: Sequence[Token]) -> list[Token]:
        """The tokens that carry meaning."""
        return [token for token in tokens if self.carries(token)]

    def carries(self, token: Token) -> bool:
        """Whether the token carries meaning."""
        return token.word not in EMPTY and not self.language.is_stop(token.word)

    def terms(self, tokens: Sequence[Token]) -> list[Term]:
        """All terms of a text."""
        found: list[Term] = [(token.stem, (position,)) for position, token in enumerate(tokens) if self.carries(token)]
        for phrases in (self.language.phrases, self.idioms):
            found += [(term, positions) for positions, term in phrases.find(tokens)]
        found += [("@" + key, positions) for positions, key in self.names.find(tokens)]
        return found

    def reader_terms(self, tokens: Sequence[Token]) -> list[Term]:
        """The terms of a question; a verb with its particle means something else than the verb: "step down"."""
        terms = self.terms(tokens)
        phrasal = {p for term, positions in terms if len(positions) > 1 and is_phrasal(term) for p in positions}
        if not phrasal:
            return terms
        return [(term, positions) for term, positions in terms if len(positions) > 1 or positions[0] not in phrasal]

    def named(self, tokens: Sequence[Token]) -> list[str]:
        """The keys of the entities that the tokens name."""
        return [key for _positions, key in self.names.find(tokens)]


def is_phrasal(term: str) -> bool:
    """Whether the term is a verb with its particle: "step down"."""
    return term.rpartition(" ")[2] in PARTICLES
