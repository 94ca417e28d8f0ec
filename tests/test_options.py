"""Questions that offer their own answers."""

from __future__ import annotations

import pytest

from bot.answering.options import alternative, offered, options_of
from tests.answeringcases import Room


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("did it burst on Sunday or on Monday", ["on", "monday"]),
        ("was it small or something bigger", ["something", "bigger"]),
        ("are there tanks or something", None),
        ("are there tanks or not", None),
        ("or was it Monday", None),
    ],
)
def test_where_another_alternative_begins(room: Room, text: str, second: list[str] | None) -> None:
    tokens = room.tokens(text)
    at = alternative(tokens)
    assert ([token.word for token in tokens[at + 1 :]] if at else None) == second


@pytest.mark.parametrize(
    ("text", "kind", "left"),
    [
        ("did it burst by day or by night", "when", "did it burst"),
        ("did it burst on Sunday or Monday", "when", "did it burst on"),
        ("did a dozen or hundreds of soldiers come", "how_many", "did a of soldiers come"),
        ("did a few or many soldiers come", "how_many", "did a soldiers come"),
        ("was there a single bridge or a number of them", "how_many", "was there a bridge of them"),
        ("was it tens of boats that sank or hundreds", "how_many", "was it of boats that sank"),
        ("did a handful of soldiers come or considerably more", "how_many", "did a of soldiers come"),
        ("was it a couple of people or a real crowd", "how_many", "was it a of people"),
        ("was it in the town or in the hills", "where", "was it"),
        ("did they come by car or by bike", "", ""),
        ("was the mayor shot or did he drown", "", ""),
        ("did the dam burst", "", ""),
    ],
)
def test_what_is_asked_whichever_it_is(room: Room, text: str, kind: str, left: str) -> None:
    tokens = room.tokens(text)
    found, options = offered(tokens)
    words = [token.word for at, token in enumerate(tokens) if at not in options]
    assert (found, " ".join(words) if found else "") == (kind, left)


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("did the mayor flee or fight", "flee or fight"),
        ("did soldiers come by bike or by car", "by bike or by car"),
        ("is the dam old or new", "old or new"),
        # of whom it is asked is no answer
        ("did doctors or nurses flee", ""),
        ("did the mayor see any doctor or nurse", ""),
        ("did he flee or fight", ""),
        ("was the mayor shot or did she drown", ""),
        ("did the mayor flee", ""),
    ],
)
def test_answers_that_are_offered(room: Room, text: str, options: str) -> None:
    question = room.read(text)
    at = sorted(options_of(question.tokens, question.predicate.verb))
    assert " ".join(question.tokens[place].word for place in at) == options
