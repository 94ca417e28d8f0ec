"""The command that makes the draft of a story from an article."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main
from bot.knowledge.loading import load_story
from tests.drafts import FLOOD, KNOWLEDGE

GIVEN = {
    "publisher": "Wexbridge Post",
    "title": "Flood in Wexbridge",
    "url": "https://post.example/flood",
    "date": "2021-03-04",
}
Output = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A knowledge folder with a lexicon and no story, and the article beside it; the working directory."""
    (tmp_path / "knowledge").mkdir()
    (tmp_path / "knowledge" / "lexicon").symlink_to(KNOWLEDGE / "lexicon")
    (tmp_path / "flood.txt").write_text(FLOOD, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KNOWLEDGE_DIR", "knowledge")
    monkeypatch.setattr("sys.stdin", io.StringIO())
    return tmp_path


def new(article: str = "flood.txt", **changed: str) -> int:
    """Runs the command with all options, some of them changed; an empty one is left out."""
    options = [f"--{name}={value}" for name, value in {**GIVEN, **changed}.items() if value]
    return main(["new", article, *options])


def files(folder: Path) -> dict[str, bytes]:
    """Everything in the folder but the lexicon."""
    found = (path for path in folder.rglob("*") if path.is_file() and "lexicon" not in path.parts)
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def test_the_draft_passes_check_with_every_paragraph_cited(folder: Path, capsys: Output) -> None:
    assert new() == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "knowledge/stories/flood-in-wexbridge.yaml: 28 draft facts and 16 names from 9 paragraphs"
    assert "  person: Helen Marsh, Tom Ellery, Paul Reyes, Daniel Okoro" in said
    assert "  hundreds-residents-moved-safety: which night?" in said
    assert main(["check", "--article", "flood.txt"]) == 0
    assert " quotes verified, 9 of 9 paragraphs cited" in capsys.readouterr().out


def test_readers_are_answered_by_the_draft(folder: Path, capsys: Output) -> None:
    new()
    capsys.readouterr()
    assert main(["ask", "How many people did the firefighters rescue?"]) == 0
    assert capsys.readouterr().out.startswith("42 people\nFirefighters rescued 42 people")


def test_what_the_options_say_stands_in_the_file(folder: Path) -> None:
    assert new(id="wex-flood", output="here.yaml") == 0
    story = load_story(folder / "here.yaml").story
    source = story.sources["wexbridge-post"]
    assert (story.story.id, story.story.as_of.isoformat()) == ("wex-flood", GIVEN["date"])
    assert (source.publisher, source.title, str(source.url)) == (GIVEN["publisher"], GIVEN["title"], GIVEN["url"])
    assert all(fact.draft for fact in story.facts.values())


def test_what_is_missing_is_asked_for_on_a_terminal(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    answers = iter(GIVEN.values())
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _question: next(answers))
    assert new(**dict.fromkeys(GIVEN, "")) == 0
    assert next(answers, None) is None
    assert (folder / "knowledge/stories/flood-in-wexbridge.yaml").is_file()


TAKES = "new takes the article as a text file in UTF-8"
PLAIN = "it must be the article as plain text"
ASKS = "give what is missing, or start it on a terminal to be asked"
IDS = "lower-case letters, digits and single hyphens, at most 48 characters, such as palace-fire"
KEPT = "and is not overwritten; give another --output or --id, or move it away"
NO_FOLDER = "No such file or directory"
YAML = "knowledge/stories/flood-in-wexbridge.yaml"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"article": "none.txt"}, f"none.txt cannot be read (No such file or directory); {TAKES}"),
        ({"article": "knowledge"}, f"knowledge cannot be read (Is a directory); {TAKES}"),
        ({"article": "latin.txt"}, "latin.txt is not UTF-8 text (byte 4); save it with the encoding UTF-8"),
        ({"article": "empty.txt"}, f"empty.txt is empty; {PLAIN}, with blank lines between paragraphs"),
        ({"article": "dots.txt"}, f"dots.txt has no words; {PLAIN}"),
        ({"article": "bell.txt"}, "bell.txt:2 has an invisible control character (U+0007); delete it"),
        ({"date": ""}, f"new needs --date; {ASKS}"),
        ({"date": "", "url": ""}, f"new needs --url, --date; {ASKS}"),
        ({"date": "4 March"}, "--date: '4 March' is no day; write it as YYYY-MM-DD, such as 2022-01-31"),
        ({"url": "post.example"}, "--url: 'post.example' is no web address; it must begin with https:// or http://"),
        ({"id": "Flood!"}, f"--id: 'Flood!' cannot be an id; it takes {IDS}"),
        ({"id": "old"}, "the story id 'old' is taken by knowledge/stories/other.yaml; give another with --id"),
        ({"output": "there.yaml"}, f"there.yaml exists {KEPT}"),
        ({"output": "knowledge"}, "knowledge is a folder; --output takes a file that does not exist yet"),
        ({"output": "story.txt"}, "story.txt must end in .yaml; give another --output"),
        ({"output": "no/story.yaml"}, f"no/story.yaml cannot be written ({NO_FOLDER}); give another --output"),
    ],
)  # fmt: skip
def test_bad_input_is_told_in_one_line_and_nothing_is_written(
    folder: Path, capsys: Output, arguments: dict[str, Any], message: str
) -> None:
    (folder / "latin.txt").write_bytes("Caf\xe9".encode("latin-1"))
    (folder / "empty.txt").write_text(" \n\n ", encoding="utf-8")
    (folder / "dots.txt").write_text("…\n\n--", encoding="utf-8")
    (folder / "bell.txt").write_text("One.\nTwo\x07.", encoding="utf-8")
    (folder / "there.yaml").write_text("mine", encoding="utf-8")
    (folder / "knowledge" / "stories").mkdir()
    (folder / "knowledge" / "stories" / "other.yaml").write_text("story: {id: old}\n", encoding="utf-8")
    before = files(folder)
    assert new(**arguments) == 2
    assert capsys.readouterr() == ("", f"{message}\n")
    assert files(folder) == before


def test_a_day_to_come_is_refused(folder: Path, capsys: Output) -> None:
    assert new(date="9999-01-01") == 2
    assert capsys.readouterr().err.startswith("--date: 9999-01-01 is in the future (today is ")


def test_a_draft_is_not_overwritten_by_a_second_one(folder: Path, capsys: Output) -> None:
    assert new() == 0
    before = files(folder)
    assert new() == 2
    assert capsys.readouterr().err == f"{YAML} exists {KEPT}\n"
    assert files(folder) == before
