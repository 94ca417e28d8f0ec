"""Words that only the story knows."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.editing.vocabulary import unknown_words
from tests.editing import found

BRIDGE = "    what: a stone bridge\n"


@pytest.mark.parametrize(
    "slot",
    [
        "why: the rain",
        "how_many: {bridges: one}",
        "according_to: brandt",
        # Names are no words, short ones are left alone, and what is never matched does not matter.
        "where: old-town",
        "why: Brandt's order",
        "via: the XQZ",
    ],
)
def test_all_is_known(tmp_path: Path, slot: str) -> None:
    assert found(tmp_path, unknown_words, (BRIDGE, f"{BRIDGE}    {slot}\n")) == []


@pytest.mark.parametrize(
    "slot",
    [
        "why: zorgification",
        "also: {what: [the Zorgification]}",
        "keywords: [a zorgification, zorgification]",
        "denies: [zorgification]",
        "asked: [Why the zorgification?]",
        "how_many: {zorgification: one}",
        "when: {text: at the zorgification}",
    ],
)
def test_one_unknown_word(tmp_path: Path, slot: str) -> None:
    assert found(tmp_path, unknown_words, (BRIDGE, f"{BRIDGE}    {slot}\n")) == [
        "facts: no dictionary has zorgification (line 32): a slip of the keyboard may be taken for it, and it has no "
        "synonyms; check the spelling, and add plain words for it under 'also' or 'keywords'"
    ]


def test_all_are_listed_at_once(tmp_path: Path) -> None:
    changes = (BRIDGE, f"{BRIDGE}    why: zorgification\n"), ("The flood", "The blorgh")
    assert found(tmp_path, unknown_words, *changes) == [
        "facts: no dictionary has blorgh (line 28), zorgification (line 32): a slip of the keyboard may be taken for "
        "them, and they have no synonyms; check the spelling, and add plain words for them under 'also' or 'keywords'"
    ]
