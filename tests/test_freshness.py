"""Days that cannot be right, or that are over."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from bot.editing.freshness import stale_or_early
from tests.editing import STORY, found, material

TO_COME = "is still to come (today is 2031-03-05): correct the day, the month or the year"
AS_OF = "  as_of: 2031-03-04\n"
WHEN = "when: {on: 2031-03-03, text: on Monday 3 March 2031}"


@pytest.mark.parametrize(
    ("old", "new", "messages"),
    [
        (AS_OF, AS_OF, []),
        # Today itself is not to come.
        (AS_OF, "  as_of: 2031-03-05\n", []),
        (
            AS_OF,
            "  as_of: 2031-03-06\n",
            [f"story.as_of: {TO_COME}"],
        ),
        (
            "published: 2031-03-04",
            "published: 2032-03-04",
            [f"sources.courier.published: {TO_COME}"],
        ),
        (AS_OF, f"{AS_OF}  review_by: 2031-03-06\n", []),
        (
            AS_OF,
            f"{AS_OF}  review_by: 2031-03-05\n",
            [
                "story.review_by: is due (today is 2031-03-05), and readers are told that the story may be out of "
                "date: see what has changed since, then move 'as_of' and 'review_by' on, or remove 'review_by' where "
                "nothing more can change"
            ],
        ),
        (WHEN, "when: {on: 2031-03-04, text: today}", []),
        (WHEN, "when: {on: 2031-03-05, text: until Wednesday}", []),
        (
            WHEN,
            "when: {on: 2031-03-05, text: on Wednesday}",
            [
                "facts.evacuation.when.on: lies after as_of, 2031-03-04: correct it, or say that it is still to come "
                "(“will …”)"
            ],
        ),
    ],
)
def test_days(tmp_path: Path, old: str, new: str, messages: list[str]) -> None:
    assert found(tmp_path, stale_or_early, (old, new)) == messages


@pytest.mark.parametrize("did", ["will evacuate", "is to evacuate", "plans to evacuate", "is expected to evacuate"])
def test_what_is_told_as_still_to_come_may_be(tmp_path: Path, did: str) -> None:
    changes = (WHEN, "when: {on: 2031-04-01, text: on 1 April 2031}"), ("did: [evacuated]", f"did: [{did}]")
    assert found(tmp_path, stale_or_early, *changes) == []


def test_today_is_given(tmp_path: Path) -> None:
    path = tmp_path / "flood.yaml"
    path.write_text(STORY, encoding="utf-8")
    early = stale_or_early(material(path, today=datetime.date(2030, 1, 1), is_asked=False))
    assert [problem.where for problem in early] == ["story.as_of", "sources.courier.published"]
