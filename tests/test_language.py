"""The lexicon in use."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.language import Language
from bot.answering.phrases import FILLERS, OBJECT_LENGTH, PARTICLES, Phrases
from bot.answering.text import Token
from bot.knowledge.model import LexiconFile
from tests.answeringcases import Room

LANGUAGE = Language(
    LexiconFile(
        synonyms={
            "flood": ["flood", "swamp", "put under water"],
            "bog": ["swamp", "marsh"],
            "survive": ["survive", "pull through"],
            "drown": ["drown", "die"],
            "cause": ["cause", "set off"],
            "say": ["say", "speak out"],
        },
        kinds={"building": ["palace", "town hall"]},
        opposites=[["survive", "drown"], ["wet", "dry"]],
        cues={"why": ["reason", "what is behind"]},
        light=["happen", "people"],
        stop=["the", "a", "please", "by the way"],
        lead_in=["wonder", "tell"],
        forms={"drown": ["drownt"]},
        spellings={"people": ["ppl"]},
        numbers={"2": ["two"]},
        demonyms={"Hungary": ["Hungarian", "Magyar"], "South Korea": ["South Korean"]},
        small_talk={"greeting": ["hello", "good morning"], "farewell": ["good morning all"]},
    )
)


def tokens(text: str) -> list[Token]:
    return LANGUAGE.normalizer.tokens(text)


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("flood", {"swamp", "put under water"}),
        ("swamp", {"flood", "put under water", "marsh"}),
        ("marsh", {"swamp"}),
        ("hungari", {"hungarian", "magyar"}),
        ("palac", set()),
        ("xqzv", set()),
    ],
)
def test_synonyms_of_all_senses(term: str, expected: set[str]) -> None:
    assert LANGUAGE.same[term] == expected


@pytest.mark.parametrize(("term", "senses"), [("swamp", 2), ("marsh", 1), ("xqzv", 0)])
def test_senses_are_counted(term: str, senses: int) -> None:
    assert len(LANGUAGE.senses(term)) == senses


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("flooding", "flood"),
        ("put all under the water", "put under water"),
        ("drownt", "drown"),
        ("two", "2"),
        ("the", "the"),
    ],
)
def test_terms_are_stems_without_fillers(text: str, term: str) -> None:
    assert LANGUAGE.term(text) == term


def test_a_general_word_leads_to_its_kinds_and_not_back() -> None:
    assert LANGUAGE.kinds_of("build") == {"palac", "town hall"}
    assert LANGUAGE.kinds_of("palac") == frozenset()
    assert LANGUAGE.kinds_of("countri") == {"hungari", "south korea"}


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("surviv", {"drown", "die"}),
        ("die", {"surviv", "pull through"}),
        ("wet", {"dri"}),
        ("dri", {"wet"}),
        ("flood", set()),
    ],
)
def test_opposites_are_of_the_whole_groups(term: str, expected: set[str]) -> None:
    assert LANGUAGE.opposites(term) == expected


@pytest.mark.parametrize(
    ("term", "known"), [("swamp", True), ("build", True), ("wet", True), ("happen", True), ("xqzv", False)]
)
def test_known_terms(term: str, known: bool) -> None:
    assert LANGUAGE.knows(term) is known


def test_all_terms_are_listed_and_known_words_are_as_written() -> None:
    assert {"swamp", "put under water", "build", "town hall", "wet"} <= set(LANGUAGE.terms())
    assert {"swamp", "hall", "drownt", "ppl", "hungarian", "wonder", "reason", "who", "been"} <= LANGUAGE.words


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("hungari", True),
        ("magyar", True),
        ("monday", True),
        ("april", True),
        ("juli", True),
        ("swamp", False),
        ("south", False),
    ],
)
def test_names_of_countries_and_days(stem: str, name: bool) -> None:
    assert LANGUAGE.is_name(stem) is name


@pytest.mark.parametrize(("text", "stops"), [("the", True), ("please", True), ("way", False), ("dam", False)])
def test_stop_words(text: str, stops: bool) -> None:
    assert LANGUAGE.is_stop(text) is stops


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("hello", "greeting"),
        ("Hello, please", "greeting"),
        ("good morning", "greeting"),
        ("good morning all", "farewell"),
        ("hello dam", ""),
        ("the", ""),
        ("", ""),
    ],
)
def test_small_talk_only_where_nothing_else_is_said(text: str, kind: str) -> None:
    assert LANGUAGE.small_talk_kind(tokens(text)) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("what else", "more"),
        ("what else did she do", ""),
        ("what is this", "capabilities"),
        ("what is this about", ""),
        ("start", "greeting"),
        ("was it so from the start", ""),
        ("are you well", "how_are_you"),
        ("that is clear", "yes"),
        ("is that clear to the mayor", ""),
        ("i have another question", "yes"),
    ],
)
def test_what_is_asked_of_somebody_or_something_is_no_small_talk(room: Room, text: str, kind: str) -> None:
    assert room.language.small_talk_kind(room.tokens(text)) == kind


def test_lead_ins_in_any_form() -> None:
    assert [token.stem in LANGUAGE.lead_in_stems for token in tokens("wondering tells dams")] == [True, True, False]


def test_verbs_for_causing_and_for_saying() -> None:
    assert LANGUAGE.is_cause(tokens("caused it"))
    assert not LANGUAGE.is_cause(tokens("flooded it"))
    assert LANGUAGE.is_speech("say")
    assert LANGUAGE.is_speech("speak out")
    assert not LANGUAGE.is_speech("flood")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the reason of it", [((1,), "why")]),
        ("what is behind this", [((0, 1, 2), "why")]),
        ("what is all behind this", [((0, 1, 3), "why")]),
        ("what lies behind this", []),
    ],
)
def test_cues_are_found_where_they_stand(text: str, found: list[tuple[tuple[int, ...], str]]) -> None:
    assert list(LANGUAGE.cues.find(tokens(text))) == found


def phrases_of(known: Iterable[Sequence[str]]) -> Phrases[str]:
    phrases: Phrases[str] = Phrases()
    for stems in known:
        phrases.add(stems, " ".join(stems))
    return phrases


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("set fire", []),
        ("set on fire", [(0, 1, 2)]),
        ("set the office of a mayor on fire", [(0, 6, 7)]),
        ("set one two three four on fire", [(0, 5, 6)]),
        ("set aa bb cc dd ee on fire", []),
        ("set on the fire", [(0, 1, 3)]),
        ("set on big fire", []),
        ("fire set on", []),
        ("set on fire set on fire", [(0, 1, 2), (3, 4, 5)]),
    ],
)
def test_an_object_may_stand_before_a_particle(text: str, found: list[tuple[int, ...]]) -> None:
    sentence = [Token(word, word) for word in text.split()]
    assert [positions for positions, _ in phrases_of([("set", "on", "fire")]).find(sentence)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("send packing", [(0, 1)]),
        ("send the whole lot packing", [(0, 4)]),
        ("send one two three four packing", [(0, 5)]),
        ("send aa bb cc dd ee packing", []),
        ("packing send", []),
        ("send packing send it packing", [(0, 1), (2, 4)]),
    ],
)
def test_an_object_may_stand_where_a_phrase_has_a_gap(text: str, found: list[tuple[int, ...]]) -> None:
    sentence = [Token(word, word) for word in text.split()]
    assert [positions for positions, _ in phrases_of([("send", "…", "packing")]).find(sentence)] == found


def test_a_cue_may_have_a_gap() -> None:
    language = Language(LexiconFile(cues={"why": ["what set … off"]}))
    found = language.cues.find(language.normalizer.tokens("what set the people off"))
    assert list(found) == [((0, 1, 4), "why")]


def test_a_phrase_with_a_gap_is_a_synonym() -> None:
    language = Language(LexiconFile(synonyms={"sack": ["dismiss", "send … packing", "show … the door"]}))
    assert language.same["dismiss"] == {"send … pack", "show … door"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the head put it out", ["put out"]),
        ("the head went out", ["head out"]),
        ("put it out and head out", ["put out", "head out"]),
    ],
)
def test_a_particle_belongs_to_the_nearest_verb(text: str, found: list[str]) -> None:
    sentence = [Token(word, word) for word in text.split()]
    assert [value for _, value in phrases_of([("head", "out"), ("put", "out")]).find(sentence)] == found


ALPHABET = ("set", "fire", "storm", "dam", "mud", "rain", "the", "his", "on", "off", "up")
PHRASES = st.lists(
    st.lists(st.sampled_from(ALPHABET), min_size=1, max_size=3, unique=True).map(tuple), max_size=6, unique=True
)


def stands(text: Sequence[str], positions: Sequence[int]) -> bool:
    """The slow, obvious rule: fillers in every gap, and before a particle in second place a short object."""
    for place, (before, after) in enumerate(pairwise(positions)):
        others = [word for word in text[before + 1 : after] if word not in FILLERS]
        if len(others) > (OBJECT_LENGTH if place == 0 and text[after] in PARTICLES else 0):
            return False
    return True


def found_slowly(text: Sequence[str], known: Iterable[Sequence[str]]) -> set[tuple[tuple[int, ...], str]]:
    found = {
        (positions, " ".join(stems))
        for stems in known
        for positions in combinations(range(len(text)), len(stems))
        if [text[position] for position in positions] == list(stems) and stands(text, positions)
    }
    pairs = [at for at, _ in found if len(at) == 2 and text[at[1]] in PARTICLES]
    return {each for each in found if not any(at[1:] == each[0][1:] and at > each[0] for at in pairs)}


@given(text=st.lists(st.sampled_from(ALPHABET), max_size=9, unique=True), known=PHRASES)
def test_phrases_are_found_as_by_trying_everything(text: list[str], known: list[tuple[str, ...]]) -> None:
    found = list(phrases_of(known).find([Token(word, word) for word in text]))
    assert sorted(found) == sorted(found_slowly(text, known))


@given(text=st.lists(st.sampled_from(ALPHABET), max_size=9), known=PHRASES)
def test_no_phrase_is_found_that_does_not_stand_there(text: list[str], known: list[tuple[str, ...]]) -> None:
    found = set(phrases_of(known).find([Token(word, word) for word in text]))
    assert found <= found_slowly(text, known)
    assert {value for _, value in found} >= {
        stem for (stem,) in (each for each in known if len(each) == 1) if stem in text
    }
