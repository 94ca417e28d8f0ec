"""The normaliser."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.answering.text import Normalizer, Token, plain, porter2, words

NORMALIZER = Normalizer(
    {"broke": "break", "broken": "break"},
    {"ppl": "people", "gonna": "going to", "two": "2", "pls": "please", "sum1": "someone", "2day": "to day"},
)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("what does it stand 4?", "what does it stand for"),
        ("who asked 4 help", "who asked for help"),
        ("what happened 2 the dam", "what happened to the dam"),
        ("who called 4 soldiers", "who called 4 soldiers"),
        ("who sent 2 soldiers", "who sent 2 soldiers"),
        ("who sent 2.5 tons", "who sent 2.5 tons"),
        ("who called 2 the dam", "who called 2 the dam"),
    ],
)
def test_digits_may_stand_for_words(text: str, meant: str) -> None:
    assert " ".join(token.word for token in Normalizer({}, {}).tokens(text)) == meant


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain text stays", "plain text stays"),
        ("café Zürich Ångström", "cafe Zurich Angstrom"),
        ("the mayor’s “word”", 'the mayor\'s "word"'),
        ("2030–31 — dash", "2030-31 - dash"),
        ("so\u00adft zero\u200bwidth\ufeff", "soft zerowidth"),
        ("ﬁre Ｆｌｏｏｄ", "fire Flood"),
        ("z̷̢̛a̵͘l̸̕g̴̀o", "zalgo"),
        ("дамба 堤", "дамба 堤"),
        ("", ""),
    ],
)
def test_plain_letters(text: str, expected: str) -> None:
    assert plain(text) == expected


@given(st.text())
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What's up", "what is up"),
        ("it's the mayor's", "it is the mayor"),
        ("He isn't, can't and won't", "he is not can not and will not"),
        ("they've we'll I'd I'm you're", "they have we will i would i am you are"),
        ("who'd been there, she'd already gone", "who had been there she had already gone"),
        ("the U.N. met", "the un met"),
        ("the C.S.T.O met", "the csto met"),
        ("what is C-S-T-O?", "what is csto"),
        ("a-b testing", "a b testing"),
        ("2,000 people paid $3.50", "2,000 people paid $ 3.50"),
        ("Who?! Where…", "who where"),
        ("well-known", "well known"),
        ("😭 ??", ""),
    ],
)
def test_words_are_folded_and_contractions_undone(text: str, expected: str) -> None:
    assert " ".join(word for word, _ in words(text)) == expected


def test_capitals_are_noted_once_a_written_word() -> None:
    assert list(words("What's Greta's NAME")) == [("what", True), ("is", False), ("greta", True), ("name", True)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("organisations", "organizing"),
        ("mobilisation", "mobilization"),
        ("realised", "realize"),
        ("coloured", "color"),
        ("neighbours", "neighbor"),
        ("labour", "labor"),
        ("harbours", "harbored"),
        ("flooded", "flooding"),
        ("residents", "resident"),
    ],
)
def test_spellings_and_forms_that_agree(one: str, other: str) -> None:
    assert porter2(one) == porter2(other)


@pytest.mark.parametrize(("actor", "act"), [("attackers", "attacks"), ("protesters", "protests"), ("rioter", "riot")])
def test_those_who_act_are_not_what_they_do(actor: str, act: str) -> None:
    assert porter2(actor) != porter2(act)
    assert porter2(actor) == porter2(actor.removesuffix("s") + "s")


@pytest.mark.parametrize("word", ["our", "hour", "four", "pour", "is", "wise", "rise"])
def test_short_words_keep_their_british_looks(word: str) -> None:
    assert porter2(word)[0] == word[0]
    assert porter2(word) not in ("or", "hor", "for", "por", "iz", "wiz", "riz")


@pytest.mark.parametrize(("form", "stem"), [("broke", "break"), ("broken", "break"), ("break", "break")])
def test_irregular_forms_have_their_base_for_a_stem(form: str, stem: str) -> None:
    assert NORMALIZER.stem(form) == stem


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ppl", ["people"]),
        ("gonna", ["going", "to"]),
        ("two dams", ["2", "dams"]),
        ("sooooo many", ["so", "many"]),
        ("plssss", ["please"]),
        ("unknown", ["unknown"]),
        # words of letters and digits
        ("Sum1 drowned 2day", ["someone", "drowned", "to", "day"]),
        ("the 6th dam, 24km", ["the", "6", "dam", "24", "km"]),
        ("did it burst for ever", ["did", "it", "burst", "forever"]),
        ("for every dam", ["for", "every", "dam"]),
    ],
)
def test_chat_spellings_are_respelt(text: str, expected: list[str]) -> None:
    assert [token.word for token in NORMALIZER.tokens(text)] == expected


def test_nothing_is_left_out_and_the_order_is_kept() -> None:
    assert NORMALIZER.tokens("The dams Broke") == [
        Token("the", "the", capital=True),
        Token("dams", "dam"),
        Token("broke", "break", capital=True),
    ]
    assert NORMALIZER.stems("The dams Broke") == ("the", "dam", "break")


def test_spellings_are_listed() -> None:
    assert set(NORMALIZER.spellings) == {"ppl", "gonna", "two", "pls", "sum1", "2day"}


@given(st.text(max_size=100) | st.text("abn'tsd’ 1.,$", max_size=12))
@example("did n't")
def test_no_word_is_empty(text: str) -> None:
    assert all(word for word, _ in words(text))


@given(st.text(max_size=300))
def test_any_text_gives_tokens_that_read_the_same_again(text: str) -> None:
    tokens = Normalizer({}, {}).tokens(text)
    again = Normalizer({}, {}).tokens(" ".join(token.word for token in tokens))
    assert [token.word for token in again] == [token.word for token in tokens]
