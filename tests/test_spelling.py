"""Slips of the keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.answering.spelling import SHORTEST, Speller, allowed_slips, by_length
from bot.answering.text import Normalizer
from bot.knowledge.wordlist import WordList
from tests.answeringcases import LEXICON, Room

STORY_WORDS = ("evacuation", "ordered", "lindqvist", "dam", "soldiers")
GENERAL_WORDS = {"electrician", "bordered", "please"}
COMMON_WORDS = ("the", "many", "where")
SPELLER = Speller(
    Normalizer({}, {"plz": "please"}),
    STORY_WORDS,
    GENERAL_WORDS,
    {"order", "ordering", "solders", "mane"}.__contains__,
    COMMON_WORDS,
    names={"lindqvist"},
)


def corrected(speller: Speller, text: str) -> list[str]:
    return [token.word for token in speller.tokens(text)]


def words_of(path: Path) -> list[str]:
    return [line.partition("\t")[0] for line in path.read_text(encoding="ascii").splitlines()]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("evacuaton", "evacuation"),
        ("evacaution", "evacuation"),
        ("Lindqist", "lindqvist"),
        ("linqist", "lindqvist"),
        ("odered", "ordered"),
        ("pleese", "please"),
        ("electricain", "electrician"),
        # a g that is not spoken
        ("orderin", "ordering"),
        # three letters: the story's words and the commonest
        ("dma", "dam"),
        ("teh", "the"),
    ],
)
def test_slips_lead_to_the_nearest_known_word(written: str, meant: str) -> None:
    assert corrected(SPELLER, written) == [meant]


@pytest.mark.parametrize(
    "word", ["order", "solders", "bordered", "evacuation", "eh", "Teh", "xylophonist", "2o31", "дамба"]
)
def test_words_known_too_short_or_too_far_off_stay(word: str) -> None:
    assert corrected(SPELLER, word) == [token.word for token in Normalizer({}, {}).tokens(word)]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("where did Lindqist", "where did lindqvist"),
        ("where did Odered", "where did odered"),
        ("where did odered", "where did ordered"),
        # at the start, where all is shouted, or where every word has a capital, a capital tells nothing
        ("Odered where", "ordered where"),
        ("where did you ODERED", "where did you ordered"),
        ("Where Did Odered", "where did ordered"),
    ],
)
def test_a_name_is_no_slip_of_another_word(text: str, meant: str) -> None:
    assert " ".join(corrected(SPELLER, text)) == meant


@pytest.mark.parametrize(
    ("written", "meant"), [("plaece", "plaece"), ("pleaze", "please"), ("elictricain", "electrician")]
)
def test_a_word_that_is_none_of_the_storys_must_be_near(written: str, meant: str) -> None:
    assert corrected(SPELLER, written) == [meant]


def test_the_story_comes_before_the_rest_of_the_language() -> None:
    assert corrected(Speller(Normalizer({}, {}), ["ordered"], {"bordered"}, lambda _: False), "oordered") == ["ordered"]


def test_letters_that_changed_places_come_before_one_too_many() -> None:
    speller = Speller(Normalizer({}, {}), ["stalled"], {"stapled"}, lambda _: False)
    assert corrected(speller, "stalped") == ["stapled"]


def test_short_words_are_taken_for_none_but_common_ones() -> None:
    assert corrected(Speller(Normalizer({}, {}), [], {"are"}, lambda _: False), "aer") == ["aer"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        # real words beside a slip
        ("solders ordered the evacuaton", "soldiers ordered the evacuaton"),
        ("how mane solders, plz", "how many soldiers, plz"),
        # no slip beside them
        ("solders ordered the evacuation", ""),
        # nothing else that could be meant
        ("who ordered the evacuaton", ""),
        ("", ""),
    ],
)
def test_real_words_are_reconsidered_beside_a_slip(written: str, meant: str) -> None:
    assert SPELLER.reconsidered(written) == meant


def test_ties_are_settled_alike_in_any_order() -> None:
    both = [
        Speller(Normalizer({}, {}), words, set(), lambda _: False) for words in (["bands", "bends"], ["bends", "bands"])
    ]
    assert corrected(both[0], "binds") == corrected(both[1], "binds")


def test_a_capital_and_the_stem_go_with_the_correction() -> None:
    (token,) = SPELLER.tokens("Soldeirs")
    assert (token.word, token.stem, token.capital) == ("soldiers", "soldier", True)


def test_chat_spellings_are_no_slips() -> None:
    assert corrected(SPELLER, "plz") == ["please"]


@pytest.mark.parametrize(("shorter", "longer"), [(4, 5), (5, 6), (9, 10), (10, 30)])
def test_longer_words_may_have_more_slips(shorter: int, longer: int) -> None:
    assert 1 <= allowed_slips(shorter) <= allowed_slips(longer) <= 3


def test_words_by_length_leave_out_those_too_short_to_guess() -> None:
    assert by_length(["bridge", "dam", "flood", "abode", "abcdefghij"[:SHORTEST]], SHORTEST) == {
        6: ["bridge"],
        5: ["abode", "flood"],
        SHORTEST: ["abcdefghij"[:SHORTEST]],
    }


@given(word=st.sampled_from(words_of(LEXICON / "en.words")))
def test_no_word_of_the_word_list_is_ever_changed(room: Room, word: str) -> None:
    assert list(room.speller.tokens(word)) == room.tokens(word)


@given(text=st.text(max_size=200))
def test_only_unknown_words_are_changed(room: Room, text: str) -> None:
    written, read = room.tokens(text), room.speller.tokens(text)
    if all(room.words.is_word(token.word) for token in written):
        assert list(read) == written
    assert len(read) >= len(written)


@given(letters=st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12))
@example(letters="ybn")
@example(letters="axx")
def test_letters_at_random_become_a_known_word_or_stay(room: Room, letters: str) -> None:
    for token in room.speller.tokens(letters):
        known = (
            token.word in room.index.vocabulary or token.word in room.language.words or room.words.is_word(token.word)
        )
        assert known or token in room.tokens(letters)


def test_the_real_word_list_is_used(room: Room) -> None:
    assert isinstance(room.words, WordList)
    assert corrected(room.speller, "prick residnets") == ["prick", "residents"]
