"""What words are, by what stands around them."""

from __future__ import annotations

import pytest

from tests.drafts import TAGGER


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("They tried to storm the hall", "storm", "V"),
        ("They tried to storm the hall", "to", "T"),
        ("The road was closed to traffic after dark", "to", "P"),
        ("They sent help to Halvermoor", "to", "P"),
        ("The storm reached the coast", "storm", "N"),
        ("The renewed protests grew", "renewed", "A"),
        ("Protests come a day later", "come", "V"),
        ("Police say the road is open", "say", "V"),
        ("The road that was closed is open", "that", "W"),
        ("She said that the road is open", "that", "C"),
        ("Three people were hurt", "Three", "#"),
        ("The mayor's office burned", "'s", "S"),
        ("A Dalton-based firm won", "Dalton-based", "N"),
        ("They approved sending troops", "sending", "V"),
        ("The court rejected it", "it", "O"),
        ("They wept quietly", "quietly", "R"),
        # Nouns that could be verbs, and verbs that could be nouns.
        ("Peace talks collapsed on Monday", "talks", "N"),
        ("Rail strikes hit the capital", "strikes", "N"),
        ("Police protests against pay cuts drew few", "protests", "N"),
        ("Police protests against pay cuts drew few", "drew", "V"),
        ("The union plans further strikes next week", "plans", "V"),
        ("The firm plans to close", "plans", "V"),
        ("The firm declined to comment", "firm", "N"),
        ("Police reports show that he lied", "show", "V"),
        ("Economists at the institute estimate that it fell", "estimate", "V"),
        ("That deal expired", "That", "D"),
        ("That was all", "That", "O"),
        ("Neighbouring Tarsia has sent help", "Neighbouring", "A"),
        ("Borrow Farms was founded", "Borrow", "N"),
        ("Power went and drinking water is scarce", "drinking", "A"),
        ("Such rains have become rare", "become", "V"),
        ("It would cost millions, force the firm to close", "force", "V"),
        ("It killed ten, injured 40 and left", "injured", "V"),
        ("This city cannot stand still", "cannot", "X"),
        ("The minister wasn’t told", "wasn’t", "X"),
        ("It began at 4am", "4am", "#"),
        ("They took 17 gold coins and a helmet", "coins", "N"),
    ],
)
def test_tags(text: str, word: str, tag: str) -> None:
    assert next(each.tag for each in TAGGER.tagged(text, 0) if each.text == word) == tag


@pytest.mark.parametrize(
    ("word", "lemma", "is_past"),
    [("stormed", "storm", True), ("sent", "send", True), ("set", "set", True), ("sends", "send", False)],
)
def test_verbs(word: str, lemma: str, is_past: bool) -> None:
    assert (TAGGER.lemma(word), TAGGER.is_past(word)) == (lemma, is_past)


def test_only_the_capital_of_an_ordinary_first_word_opens() -> None:
    assert [word.opens for word in TAGGER.tagged("“Firefighters met Marsh", 0)] == [False, True, False, False]
    assert not TAGGER.tagged("Halvermoor slept", 0)[0].opens
