"""Questions about all that a story tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answering.candidates import Candidate
from bot.answering.wholes import Wholes
from tests.answeringcases import Room, build_room
from tests.twostories import WALKOUT


@pytest.fixture(scope="module")
def walkout(tmp_path_factory: pytest.TempPathFactory) -> Room:
    return build_room(tmp_path_factory.mktemp("walkout") / "knowledge", walkout=WALKOUT)


@pytest.mark.parametrize(
    ("text", "is_of_all"),
    [
        ("is it over", True),
        ("are things over", True),
        ("is it over now", True),
        ("is it still going on today", True),
        ("where is it going on", True),
        ("where is all this happening", True),
        # of another kind, or of somebody
        ("when did it start", False),
        ("did she start it", False),
        # where something began need not be where it goes on
        ("where did it begin", False),
        ("is it true", False),
        ("is it", False),
        # of something that is named
        ("did it begin with loud angry drivers", False),
        ("did it begin in velmora", False),
        ("did drivers begin", False),
    ],
)
def test_questions_of_the_whole_story(walkout: Room, text: str, is_of_all: bool) -> None:
    question = Wholes(walkout.index).reading(walkout.read(text), 0)
    assert (question is not None) is is_of_all
    if question:
        assert " ".join(token.word for token in question.tokens) == f"{text} tram walkout"


def test_nothing_is_asked_of_no_story(walkout: Room, tmp_path: Path) -> None:
    named = build_room(tmp_path / "knowledge", walkout=WALKOUT.replace("Tram walkout in Velmora", "Velmora"))
    assert Wholes(walkout.index).reading(walkout.read("is it over"), None) is None
    assert Wholes(named.index).reading(named.read("is it over"), 0) is None


@pytest.mark.parametrize(
    ("fact", "does", "denies", "unexplained", "tells"),
    [
        ("walkout-began", True, False, (), True),
        ("walkout-began", False, False, (), False),
        ("walkout-began", True, False, ("loud",), False),
        ("walkout-began", True, False, ("again",), False),
        ("walkout-began", False, True, ("again",), True),
        ("passengers-walk", True, False, (), False),
    ],
)
def test_what_tells_of_the_whole_story(
    walkout: Room, fact: str, does: bool, denies: bool, unexplained: tuple[str, ...], tells: bool
) -> None:
    candidate = Candidate(walkout.index.fact(0, fact), None, 1.0, does=does, unexplained=unexplained)
    candidate.denies = denies
    assert Wholes(walkout.index).tells(candidate) is tells
