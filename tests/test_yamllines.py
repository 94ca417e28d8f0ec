"""Reading YAML: text stays text, every value knows its line, and what cannot be read is refused in plain words."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.knowledge import yamllines
from bot.knowledge.tree import Place
from bot.knowledge.yamllines import quoted, read_tree

LAUGHS = "a: &a [ha, ha]\nb: &b [*a, *a]\nc: [*b, *b]\n"
NO_REFERENCES = "put the text in quotes, or write the value out in full"


@pytest.fixture(params=[yaml.CBaseLoader, yamllines.PlainLoader], autouse=True)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test runs with PyYAML's C loader and with the one it falls back to."""
    monkeypatch.setattr(yamllines, "_LOADER", request.param)


def read(folder: Path, text: str) -> tuple[Place | None, list[str]]:
    file = folder / "a.yaml"
    file.write_text(text, encoding="utf-8", newline="")
    root, problems = read_tree(file, "a.yaml")
    return root, [str(problem) for problem in problems]


@pytest.mark.parametrize("written", ["no", "on", "yes", "2022-01-06", "007", "1e3", "0x10", ".inf", "1_000", '"null"'])
def test_every_value_stays_the_text_that_was_written(tmp_path: Path, written: str) -> None:
    root, problems = read(tmp_path, f"on: {written}\nno: [{written}]\n")

    value = written.strip('"')
    assert problems == []
    assert root is not None
    assert root.node.plain() == {"on": value, "no": [value]}


def test_questions_need_no_quotes_inside_brackets(tmp_path: Path) -> None:
    root, problems = read(tmp_path, "a: [Who?, When was it?]\nb: [{ask: Why?, is: 'so?'}]\n")

    assert problems == []
    assert root is not None
    assert root.node.plain() == {"a": ["Who?", "When was it?"], "b": [{"ask": "Why?", "is": "so?"}]}


@pytest.mark.parametrize("written", ["", "~", "null", "Null", "NULL", '" "'])
def test_an_empty_value_is_an_empty_text(tmp_path: Path, written: str) -> None:
    root, _ = read(tmp_path, f"a: {written}\nb: [x, {written or '~'}]\n")

    assert root is not None
    assert root.node.plain() == {"a": "", "b": ["x", ""]}


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_keys_and_items_know_their_lines(tmp_path: Path, line_end: str) -> None:
    text = "# remark\na:\n\n  b: >-\n    one\n    two\n  c:\n    - x\n    - d: y\n      e: [z,\n        w]\n"
    root, _ = read(tmp_path, text.replace("\n", line_end))

    assert root is not None
    assert root.at("a").at("b").text == "one two"
    lines = {
        "a": root.at("a").node.line,
        "b": root.at("a").at("b").node.line,
        "items of c": [item.node.line for item in root.at("a").at("c").each()],
        "e": [place.at("e").node.line for place in root.at("a").at("c").each() if place.keys],
        "w": root.follow(("a", "c", 1, "e", 1)).node.line,
    }
    assert lines == {"a": 2, "b": 4, "items of c": [8, 9], "e": [10], "w": 11}


def test_a_key_that_stands_twice_names_both_lines_and_reading_goes_on(tmp_path: Path) -> None:
    root, problems = read(tmp_path, "facts:\n  fire: one\n  flood: two\n  fire: three\nb: 1\nb: 2\n")

    assert problems == [
        "a.yaml:4: facts.fire: the key 'fire' stands twice, in lines 2 and 4; rename or remove one",
        "a.yaml:6: b: the key 'b' stands twice, in lines 5 and 6; rename or remove one",
    ]
    assert root is not None
    assert root.node.plain() == {"facts": {"fire": "one", "flood": "two"}, "b": "1"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (LAUGHS, f"a.yaml:1: a: a value cannot begin with & here; {NO_REFERENCES}"),
        ("x:\n  - a\n  - *b\n", f"a.yaml:3: x.2: a value cannot begin with * here; {NO_REFERENCES}"),
        ("x: !Now or never\n", f"a.yaml:1: x: a value cannot begin with ! here; {NO_REFERENCES}"),
        ("x:\n  ? [a]\n  : b\n", "a.yaml:2: x: a key must be plain text; put a text that begins with { or [ in quotes"),
        ("x: {{name}}\n", "a.yaml:1: x: a key must be plain text; put a text that begins with { or [ in quotes"),
        ("x: 1\n---\ny: 2\n", "a.yaml:2: a second document begins here ('---'); keep one to a file"),
        ("x: 1\ny: a\bb\n", "a.yaml:2: has an invisible control character (U+0008); delete it"),
        ("[" * 40 + "]" * 40, "a.yaml:1: lists and keys nest too deeply here; the format needs six levels"),
        (
            "a: " + "{b: " * 40 + "c" + "}" * 40,
            "a.yaml:1: lists and keys nest too deeply here; the format needs six levels",
        ),
    ],
)
def test_what_is_refused(tmp_path: Path, text: str, message: str) -> None:
    assert read(tmp_path, text) == (None, [message])


def test_a_key_that_stands_twice_is_still_told_when_reading_ends_early(tmp_path: Path) -> None:
    assert read(tmp_path, "a: 1\na: 2\nb: 'x\n") == (
        None,
        [
            "a.yaml:2: a: the key 'a' stands twice, in lines 1 and 2; rename or remove one",
            "a.yaml:3: a quotation mark is opened here and never closed; add the closing one",
        ],
    )


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    root, problems = read_tree(tmp_path / "a.yaml", "a.yaml")

    assert (root, [str(problem) for problem in problems]) == (
        None,
        ["a.yaml: cannot be read: No such file or directory"],
    )


@pytest.mark.parametrize(
    "text", ["plain words", "no", 'a "quoted" word', "a: b # c", "*a", "two\nlines", "it’s", "x " * 200, "back\\slash"]
)
def test_a_quoted_text_is_one_line_that_reads_as_this_text(text: str) -> None:
    assert yaml.safe_load(quoted(text)) == text
    assert "\n" not in quoted(text)
