"""The terms of a text: its words' stems, the phrases of the lexicon and the stories, and the names of entities."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.grammar import DETERMINERS, STATES
from bot.answering.language import Language
from bot.answering.phrases import PARTICLES, Phrases
from bot.answering.text import ASPECTS, AUXILIARY, NEGATIONS, PREPOSITIONS, WH, Token
from bot.memo import Latest

EMPTY = AUXILIARY | WH | DETERMINERS | NEGATIONS | (PREPOSITIONS - ASPECTS)
"""Words of grammar, which carry no meaning that a fact could explain."""

Term = tuple[str, tuple[int, ...]]
"""A key of the index, an entity's beginning with @, and the positions of its words in the text."""


class TermFinder:
    """Finds terms in tokens, of questions and of the knowledge alike."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._empty = EMPTY | language.stop
        self._phrases: Phrases[str] = Phrases()
        """Of phrases the term, of entities' names the key with @ before it."""
        self.phrases = Latest(self._find_phrases)
        """The terms of a text that are no mere words: the lexicon's phrases, the stories' idioms, and entities."""
        self._proper: set[tuple[str, ...]] = set()
        """The keys of entities with the stems of those names that are no descriptions: "Tokayev", not "the mayor"."""
        for term in sorted(language.terms()):
            if " " in term:
                self._phrases.add(term.split(), term)

    def add_name(self, stems: Sequence[str], key: str, *, is_proper: bool) -> None:
        """Makes a name of an entity known; a proper one is no description."""
        self._phrases.add(stems, "@" + key)
        self.phrases.forget()
        if is_proper:
            self._proper.add(("@" + key, *stems))

    def add_idiom(self, stems: Sequence[str]) -> str:
        """Makes a story's own phrase known that counts as a whole, and returns its term."""
        self._phrases.add(stems, term := " ".join(stems))
        self.phrases.forget()
        return term

    def content(self, tokens: Sequence[Token]) -> list[Token]:
        """The tokens that carry meaning."""
        return [token for token in tokens if self.carries(token)]

    def carries(self, token: Token) -> bool:
        """Whether the token carries meaning."""
        return token.word not in self._empty

    def terms(self, tokens: Sequence[Token]) -> list[Term]:
        """All terms of a text."""
        words = [(token.stem, (position,)) for position, token in enumerate(tokens) if token.word not in self._empty]
        return words + self.phrases(tokens)

    def _find_phrases(self, tokens: Sequence[Token]) -> list[Term]:
        return [(term, positions) for positions, term in self._phrases.find(tokens)]

    def at(self, tokens: Sequence[Token], positions: Sequence[int]) -> tuple[dict[int, list[str]], list[Term]]:
        """The terms that some words of a question are or belong to, and the phrases among them.

        A verb with its particle means something else than the verb: "step down" is no step.
        """
        phrases = self.phrases(tokens)
        phrasal = {
            place
            for term, places in phrases
            if len(places) > 1
            and ((is_phrasal(term) and _is_particle(tokens, places[-1])) or _is_office(tokens, places))
            for place in places
        }
        if phrasal:
            phrases = [(term, places) for term, places in phrases if len(places) > 1 or places[0] not in phrasal]
        terms = {position: [] if position in phrasal else [tokens[position].stem] for position in positions}
        for term, places in phrases:
            for place in places:
                if place in terms:
                    terms[place].append(term)
        return terms, phrases

    def named(self, tokens: Sequence[Token]) -> list[tuple[str, tuple[int, ...]]]:
        """The keys of the entities that the tokens name, and the positions of the names."""
        return [(term[1:], positions) for term, positions in self.phrases(tokens) if term[0] == "@"]

    def is_proper(self, tokens: Sequence[Token], key: str, positions: Sequence[int]) -> bool:
        """Whether what names an entity there is no description: "Tokayev", not "the Kazakh president"."""
        return ("@" + key, *[tokens[position].stem for position in positions]) in self._proper


def _is_office(tokens: Sequence[Token], places: Sequence[int]) -> bool:
    """Whether the words are an office and not a part of something: "the *head of state*"."""
    return tokens[places[0]].word in ("head", "heads") and tokens[places[0] + 1].word == "of"


def _is_particle(tokens: Sequence[Token], position: int) -> bool:
    """Whether the word belongs to the verb before, and not to a noun behind it: "stay in", but not "stay in town"."""
    return position + 1 == len(tokens) or tokens[position].word not in PREPOSITIONS or tokens[position].word in STATES


def is_phrasal(term: str) -> bool:
    """Whether the term is a verb with its particle: "step down"."""
    verb, _, particle = term.rpartition(" ")
    return particle in PARTICLES and verb not in ASPECTS
