"""The editors' guide: whoever does what it tells sees what it shows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.cli import main
from bot.settings import VARIABLES
from tests.guide import agree, blocks, follow, merged, without_drafts
from tests.smalltown import REPOSITORY

GUIDE = (REPOSITORY / "knowledge" / "GUIDE.md").read_text(encoding="utf-8")
BLOCKS = blocks(GUIDE)


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[tuple[str, str]]]:
    """What each block of the guide shows and what is so, in a folder where all of it was done."""
    folder = tmp_path_factory.mktemp("guide")
    (folder / "knowledge" / "stories").mkdir(parents=True)
    (folder / "knowledge" / "lexicon").symlink_to(REPOSITORY / "knowledge" / "lexicon")
    (folder / "data").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        for name in VARIABLES:
            patch.delenv(name, raising=False)
        patch.chdir(folder)
        yield list(follow(GUIDE))


@pytest.mark.parametrize(
    "at", range(len(BLOCKS)), ids=[f"{block.kind} {block.text.splitlines()[0]}" for block in BLOCKS]
)
def test_what_is_shown_is_so(at: int, followed: list[tuple[str, str]]) -> None:
    shown, real = followed[at]
    if not agree(shown, real):  # pytest then shows where
        assert shown == real


@pytest.mark.usefixtures("followed")
@pytest.mark.parametrize(
    "command",
    [
        ["check", "--strict", "--today", "2024-03-06", "--article", "article.txt", "--story", "tarnwick-water"],
        ["eval"],
    ],
    ids=lambda command: str(command[0]),
)
def test_the_story_passes_in_the_end(command: list[str]) -> None:
    assert main(command) == 0


def test_the_hour_comes_first_and_is_short() -> None:
    assert GUIDE.partition("\n## To look up\n")[0].count("\n") < 150


def test_the_readme_leads_to_it() -> None:
    assert "(knowledge/GUIDE.md)" in (REPOSITORY / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("shown", "real", "is_same"),
    [
        ("a\nb\n", "a\nb\n", True),
        ("a\n…\nd\n", "a\nb\nc\nd\n", True),
        ("a\n…\n", "a\n", True),
        ("a\nb\n", "a\nc\n", False),
        ("a\n…\nd\n", "a\nb\n", False),
        ("a.\n", "ab\n", False),
    ],
)
def test_only_left_out_lines_may_differ(shown: str, real: str, is_same: bool) -> None:
    assert agree(shown, real) == is_same


STORY = "# Top\n\nstory:\n  id: a\n\nfacts:\n  # One\n  one:\n    who: x\n    draft: true\n  two:\n    who: y\n"


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("story:\n  id: b\n", STORY.replace("id: a", "id: b")),
        ("facts:\n  two:\n    what: z\n", STORY.replace("who: y", "what: z")),
        ("facts:\n  two:\n    …\n    what: z\n", f"{STORY}    what: z\n"),
        ("facts:\n  three:\n    who: z\n", f"{STORY}  three:\n    who: z\n"),
        ("tests:\n  - {ask: w}\n", f"{STORY}tests:\n  - {{ask: w}}\n"),
    ],
)
def test_a_part_is_written_into_the_story(part: str, expected: str) -> None:
    assert merged(STORY, part).replace("\n\n", "\n") == expected.replace("\n\n", "\n")


def test_drafts_are_deleted() -> None:
    assert without_drafts(STORY) == "# Top\n\nstory:\n  id: a\n\nfacts:\n  two:\n    who: y\n"
