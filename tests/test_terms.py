"""The terms of a text."""

from __future__ import annotations

import pytest

from bot.answering.language import Language
from bot.answering.terms import TermFinder, is_phrasal
from bot.answering.text import Token
from bot.knowledge.model import LexiconFile


@pytest.fixture
def finder() -> TermFinder:
    lexicon = LexiconFile(
        synonyms={"quit": ["step down", "resign"], "calamity": ["act of God"]}, stop=["please", "she", "it"]
    )
    finder = TermFinder(Language(lexicon))
    finder.add_name(("greta", "lindqvist"), "0:lindqvist", is_proper=True)
    finder.add_idiom(("lost", "live"))
    return finder


def tokens(finder: TermFinder, text: str) -> list[Token]:
    return finder.language.normalizer.tokens(text)


def test_words_of_grammar_carry_nothing(finder: TermFinder) -> None:
    found = finder.content(tokens(finder, "Please, who is not in the mayor's 2 dams?"))
    assert [token.word for token in found] == ["mayor", "2", "dams"]
    assert [finder.carries(token) for token in tokens(finder, "please resign")] == [False, True]


def test_terms_are_words_phrases_idioms_and_names(finder: TermFinder) -> None:
    found = finder.terms(tokens(finder, "Did Greta Lindqvist resign after 20 lost their lives?"))
    assert sorted(found) == sorted(
        [
            ("greta", (1,)),
            ("lindqvist", (2,)),
            ("resign", (3,)),
            ("20", (5,)),
            ("lost", (6,)),
            ("live", (8,)),
            ("lost live", (6, 8)),
            ("@0:lindqvist", (1, 2)),
        ]
    )


def test_a_verb_with_its_particle_is_not_the_verb(finder: TermFinder) -> None:
    text = tokens(finder, "did she step down")
    assert ("step", (2,)) in finder.terms(text)
    assert finder.at(text, [2]) == ({2: ["step down"]}, [("step down", (2, 3))])


def test_the_head_of_something_is_one_office() -> None:
    finder = TermFinder(Language(LexiconFile(synonyms={"president": ["president", "head of state"]})))
    text = tokens(finder, "who is the head of state")
    assert finder.at(text, [3, 5])[0] == {3: ["head state"], 5: ["head state"]}
    assert finder.at(tokens(finder, "the state head"), [1, 2])[0] == {1: ["state"], 2: ["head"]}


def test_other_phrases_leave_their_words(finder: TermFinder) -> None:
    text = tokens(finder, "was it an act of god")
    assert finder.at(text, [3, 5]) == ({3: ["act", "act god"], 5: ["god", "act god"]}, [("act god", (3, 5))])
    assert {term for term, _ in finder.terms(text)} == {"act", "god", "act god"}


def test_named_entities(finder: TermFinder) -> None:
    finder.add_name(("mayor",), "0:lindqvist", is_proper=False)
    text = tokens(finder, "greta lindqvist, the mayor, and greta")
    assert finder.named(text) == [("0:lindqvist", (0, 1)), ("0:lindqvist", (3,))]
    assert [finder.is_proper(text, key, positions) for key, positions in finder.named(text)] == [True, False]


@pytest.mark.parametrize(("term", "phrasal"), [("step down", True), ("act god", False), ("step", False)])
def test_phrasal_terms(term: str, phrasal: bool) -> None:
    assert is_phrasal(term) is phrasal
