"""Values with named parts."""

from __future__ import annotations

import pickle
import subprocess
import sys

import pytest

from bot.knowledge.records import changed, record
from tests.smalltown import REPOSITORY

CITE = record(("source", "paragraph"), ("herald", 3))


def test_parts_are_read_by_name() -> None:
    assert (CITE.source, CITE.paragraph) == ("herald", 3)  # type: ignore[attr-defined]
    with pytest.raises(AttributeError):
        CITE.quote  # type: ignore[attr-defined]  # noqa: B018 - reading it is the test


def test_a_record_never_changes() -> None:
    with pytest.raises(AttributeError):
        CITE.source = "monitor"  # type: ignore[attr-defined]


def test_another_record_differs_in_some_parts() -> None:
    assert changed(CITE, paragraph=4) == record(("source", "paragraph"), ("herald", 4))
    assert type(changed(CITE, paragraph=4)) is type(CITE)


def test_a_process_that_never_made_one_can_take_it_over() -> None:
    code = "import pickle, sys; print(pickle.load(sys.stdin.buffer).paragraph)"
    done = subprocess.run([sys.executable, "-c", code], input=pickle.dumps(CITE), capture_output=True, cwd=REPOSITORY)
    assert done.stdout.split() == [b"3"], done.stderr
