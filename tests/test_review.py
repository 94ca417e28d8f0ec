"""All findings about a story."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from bot.editing.review import findings
from tests.editing import ARTICLE, KNOWLEDGE, STORY, material
from tests.storyfiles import changed


def test_a_sound_story_has_none(tmp_path: Path) -> None:
    path = tmp_path / "flood.yaml"
    path.write_text(STORY, encoding="utf-8")
    assert findings(material(path, article=ARTICLE)) == []


@pytest.mark.parametrize("path", sorted((KNOWLEDGE / "stories").glob("*.yaml")), ids=lambda path: path.stem)
def test_the_stories_that_are_shipped_have_none(path: Path) -> None:
    """The day is one on which they were true."""
    assert list(map(str, findings(material(path, today=datetime.date(2022, 1, 7), is_asked=False)))) == []


def test_they_come_in_the_order_of_the_story_and_then_of_the_article(tmp_path: Path) -> None:
    text = changed(STORY, "    what: a stone bridge\n", "    what: a stone zorgbridge\n    draft: true\n")
    path = tmp_path / "flood.yaml"
    path.write_text(changed(text, "as_of: 2031-03-04", "as_of: 2031-03-06"), encoding="utf-8")
    found = findings(material(path, article=f"{ARTICLE}\nThird.\n\nFourth.\n"))
    assert [(Path(each.path).name, each.line, each.where) for each in found] == [
        ("flood.yaml", 4, "story.as_of"),
        ("flood.yaml", 19, "facts"),
        ("flood.yaml", 32, "facts.bridge.draft"),
        ("article.txt", 5, "paragraph 3"),
        ("article.txt", 7, "paragraph 4"),
    ]
