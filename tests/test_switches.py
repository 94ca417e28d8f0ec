"""Words that YAML takes for yes or no."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.editing.switches import bare_switches
from tests.editing import found

WHO = "    who: the flood\n"


def is_the_word(word: str) -> str:
    return (
        f"'{word}' without quotes is the word “{word}” here, not a yes or no: put it in quotes if the word is meant, "
        "else write what is meant, or remove the line"
    )


@pytest.mark.parametrize(
    ("old", "new", "where", "word"),
    [
        (WHO, "    who: no\n", "facts.bridge.who", "no"),
        (WHO, "    who: [the flood, Off]\n", "facts.bridge.who.2", "Off"),
        (WHO, f"{WHO}    how_many: {{bridges: Y}}\n", "facts.bridge.how_many.bridges", "Y"),
        ("title: Flood in Halvermoor", "title: ON", "story.title", "ON"),
        ("aliases: [Brandt, the mayor]", "aliases: [Brandt, yes]", "entities.brandt.aliases.2", "yes"),
        (
            "quote: destroyed the bridge}",
            "quote: true}\nnot_reported:\n  - {asks: [x], says: false}",
            "facts.bridge.cite.quote, not_reported.1.says",
            "true, false",
        ),
    ],
)
def test_bare_switches(tmp_path: Path, old: str, new: str, where: str, word: str) -> None:
    expected = zip(where.split(", "), word.split(", "), strict=True)
    assert found(tmp_path, bare_switches, (old, new)) == [f"{there}: {is_the_word(each)}" for there, each in expected]


@pytest.mark.parametrize(
    "new", [WHO, f"{WHO}    draft: yes\n", '    who: "no"\n', "    who: ['off']\n", "    who: >-\n      no\n"]
)
def test_what_is_meant_is_left_alone(tmp_path: Path, new: str) -> None:
    assert found(tmp_path, bare_switches, (WHO, new)) == []
