"""Questions in plainer words."""

from __future__ import annotations

import pytest

from tests.answeringcases import Room


@pytest.mark.parametrize(
    ("text", "plainer"),
    [
        ("Who is the man that sent the soldiers?", "who sent the soldiers"),
        ("What is the name of the woman who ordered it?", "who ordered it"),
        ("Who was it that ordered the evacuation?", "who ordered the evacuation"),
        ("Was it the mayor or the minister who sent them?", "who sent them"),
        ("Was it in the town or in the hills that it rained?", "where it rained"),
        ("What led the minister to send soldiers?", "why did the minister send soldiers"),
        ("What made the dam burst?", "why did the dam burst"),
        ("the stone bridge is it open", "is the stone bridge open"),
        ("How is the mayor described?", "what is the mayor"),
        ("Is she described as a hero?", "is she a hero"),
        # nothing to reword
        ("Who is the mayor?", "who is the mayor"),
        ("What made it worse?", "what made it worse"),
        ("What is the name of the dam?", "what is the name of the dam"),
    ],
)
def test_questions_are_worded_plainly(room: Room, text: str, plainer: str) -> None:
    assert " ".join(token.word for token in room.read(text).tokens) == plainer
