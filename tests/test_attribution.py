"""Whom "according to" names, and what is left of the sentence."""

from __future__ import annotations

import pytest

from bot.drafting.attribution import attribution_in
from tests.drafts import line


@pytest.mark.parametrize(
    ("text", "speaker", "rest"),
    [
        ("It burned, according to Ada Orr.", "Ada Orr", "It burned."),
        ("According to Ada Orr, it burned.", "Ada Orr", "it burned."),
        ("It burned, according to Ada Orr, a spokeswoman for the town.", "Ada Orr", "It burned."),
        ("It burned, according to reports, as they fled.", "reports", "It burned, as they fled."),
    ],
)
def test_who_is_named(text: str, speaker: str, rest: str) -> None:
    read = line(text)
    found = attribution_in(read)
    assert found is not None
    assert read.text(found.speaker) == speaker
    assert found.rest.text((0, len(found.rest.words))) == rest


@pytest.mark.parametrize("text", ["It burned.", "It went according to plan", "They sat according."])
def test_who_is_not(text: str) -> None:
    found = attribution_in(line(text))
    assert found is None or line(text).text(found.speaker) == "plan"
