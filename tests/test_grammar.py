"""Verbs, subjects and the nouns behind "which"."""

from __future__ import annotations

import pytest

from bot.answering.grammar import NO_PREDICATE, Grammar
from tests.answeringcases import Room


@pytest.fixture
def grammar(room: Room) -> Grammar:
    return Grammar(room.words.pos)


@pytest.mark.parametrize(
    ("clause", "start", "verb", "subject"),
    [
        ("did the mayor order the evacuation", 0, "order", "the mayor"),
        ("when did the dam burst", 1, "burst", "the dam"),
        ("who ordered the evacuation", 1, "ordered", ""),
        ("was the hospital flooded", 0, "flooded", "the hospital"),
        ("what the mayor said", 1, "said", "the mayor"),
        ("will the soldiers leave", 0, "leave", "the soldiers"),
        # endings of the word itself
        ("did heavy rain bring floods", 0, "bring", "heavy rain"),
        # what is done there may be the subject
        ("is moving about town banned", 0, "banned", "moving about town"),
        ("are flooding rivers", 0, "flooding", ""),
        ("was swimming banned", 0, "banned", "swimming"),
        ("who was sacked by the mayor", 1, "sacked", ""),
    ],
)
def test_verb_and_subject(room: Room, grammar: Grammar, clause: str, start: int, verb: str, subject: str) -> None:
    tokens = room.tokens(clause)
    predicate = grammar.predicate(tokens, start)
    assert predicate.verb is not None
    assert tokens[predicate.verb].word == verb
    assert " ".join(tokens[position].word for position in predicate.subject) == subject


@pytest.mark.parametrize(
    ("clause", "start", "first"),
    [
        ("where in the town will the soldiers be", 1, "will"),
        ("who among the local officials was sacked", 1, "was"),
        ("where did it burst", 1, "did"),
        ("who left", 1, "left"),
        # The measures belong to what is asked for.
        ("which of the measures will he use", 1, "of"),
        ("what for", 1, "for"),
    ],
)
def test_what_is_attached_to_the_interrogative_is_passed_over(
    room: Room, grammar: Grammar, clause: str, start: int, first: str
) -> None:
    tokens = room.tokens(clause)
    assert tokens[grammar.clause_start(tokens, start)].word == first


@pytest.mark.parametrize(
    ("clause", "passive", "future"),
    [
        ("was the hospital flooded", True, False),
        ("was the water flooding it", False, False),
        ("did the water flood it", False, False),
        ("has the hospital been flooded", True, False),
        ("will the soldiers leave", False, True),
        ("are the soldiers going to leave", False, True),
        # what can be done is not done yet
        ("can the bridge be opened", True, True),
        ("could the mayor open it", False, False),
        # what could be done was
        ("could be opened", True, False),
    ],
)
def test_voice_and_tense(room: Room, grammar: Grammar, clause: str, passive: bool, future: bool) -> None:
    predicate = grammar.predicate(room.tokens(clause), 0)
    assert (predicate.is_passive, predicate.is_future) == (passive, future)


@pytest.mark.parametrize(
    ("clause", "passive"),
    [("what the mayor was told", True), ("what the mayor was telling", False), ("what the mayor said", False)],
)
def test_voice_behind_the_subject(room: Room, grammar: Grammar, clause: str, passive: bool) -> None:
    assert grammar.predicate(room.tokens(clause), 1).is_passive is passive


@pytest.mark.parametrize(("clause", "start"), [("who", 1), ("is she the mayor", 0), ("where is the town", 1)])
def test_clauses_without_a_verb(room: Room, grammar: Grammar, clause: str, start: int) -> None:
    assert grammar.predicate(room.tokens(clause), start) == NO_PREDICATE


@pytest.mark.parametrize(
    ("clause", "asked_at", "expected"),
    [
        ("who stormed it", 0, True),
        ("who is leaving", 0, True),
        ("who has left", 0, True),
        ("by whom was it ordered", 1, True),
        ("who was it ordered by", 0, True),
        ("who did they sack", 0, False),
        ("who was arrested", 0, False),
        ("who will send them", 0, True),
        ("who will they send", 0, False),
        # what got more expensive did it itself
        ("what more expensive", 0, True),
        ("what cheaper", 0, True),
        ("what is cheaper", 0, True),
        ("who", 0, None),
        ("who did", 0, None),
    ],
)
def test_who_acts_and_who_is_acted_on(
    room: Room, grammar: Grammar, clause: str, asked_at: int, expected: bool | None
) -> None:
    assert grammar.asks_subject(room.tokens(clause), asked_at, asked_at + 1) is expected


@pytest.mark.parametrize(
    ("clause", "start", "nouns"),
    [
        ("which old stone bridge was closed", 1, "old stone bridge"),
        ("how many soldiers were sent", 2, "soldiers"),
        ("which 300 soldiers left", 1, "300 soldiers"),
        # what might be a noun is what they do
        ("which ministry heads the league", 1, "ministry"),
        ("which town claims damages", 1, "town claims damages"),
        ("which boats claims the mayor", 1, "boats claims"),
        ("which prices shot up", 1, "prices"),
        ("which business heads the list", 1, "business"),
        ("which sports interest was it", 1, "sports interest"),
        ("which of them", 1, ""),
        ("which", 1, ""),
    ],
)
def test_nouns_behind_an_interrogative(room: Room, grammar: Grammar, clause: str, start: int, nouns: str) -> None:
    tokens = room.tokens(clause)
    found = grammar.noun_run(tokens, start, room.language.is_stop)
    assert " ".join(tokens[position].word for position in found) == nouns


@pytest.mark.parametrize(
    ("clause", "inside"),
    [
        ("where has the alliance that sends troops its base", "that sends troops its base"),
        ("the alliance that sends troops has its base", "that sends troops"),
        ("who left the town", ""),
        # on which occasion
        ("did the dam burst while soldiers left", "while soldiers left"),
        ("did the dam burst now that soldiers left", "now that soldiers left"),
        ("did the dam burst while away", ""),
        ("where did people swim with the mayor watching", "with the mayor watching"),
        ("where did people swim with the mayor", ""),
    ],
)
def test_relative_clauses(room: Room, grammar: Grammar, clause: str, inside: str) -> None:
    tokens = room.tokens(clause)
    assert " ".join(tokens[position].word for position in sorted(grammar.relative(tokens, 0))) == inside


@pytest.mark.parametrize(("word", "verb"), [("flooded", True), ("storm", True), ("mayor", False), ("xqzv", False)])
def test_words_that_can_be_verbs(room: Room, grammar: Grammar, word: str, verb: bool) -> None:
    (token,) = room.tokens(word)
    assert grammar.is_verb(token) is verb


@pytest.mark.parametrize(
    ("word", "plain"), [("bring", True), ("send", True), ("flooded", False), ("flooding", False), ("mayor", False)]
)
def test_plain_forms_of_verbs(room: Room, grammar: Grammar, word: str, plain: bool) -> None:
    (token,) = room.tokens(word)
    assert grammar.is_plain_verb(token) is plain


@pytest.mark.parametrize(
    ("clause", "meant"),
    [
        ("who got sacked", "who was sacked"),
        ("how many soldiers got killed", "how many soldiers was killed"),
        ("who got rid of the mayor", "who got rid of the mayor"),
        ("who got there", "who got there"),
        ("how far they got", "how far they got"),
        ("is the mayor going to resign", "will the mayor resign"),
        ("are they gonna stay", "will they stay"),
        ("is she going to the hospital", "is she going to the hospital"),
        ("what is going on", "what is going on"),
    ],
)
def test_plain_verbs(room: Room, grammar: Grammar, clause: str, meant: str) -> None:
    assert " ".join(token.word for token in grammar.with_plain_verbs(room.tokens(clause))) == meant
