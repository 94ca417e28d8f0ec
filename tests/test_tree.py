"""Places in a tree, also where the file is not in the format."""

from __future__ import annotations

import pytest

from bot.knowledge.problems import Problem
from bot.knowledge.tree import Node, Place

ROOT = Place(
    "a.yaml",
    "",
    Node(
        {"one": Node("x", 2), "many": Node([Node("y", 4), Node({"z": Node("deep", 5)}, 5)], 3), "none": Node("", 6)}, 1
    ),
)


@pytest.mark.parametrize(
    ("location", "where", "line"),
    [
        ((), "", 1),
        (("one",), "one", 2),
        (("one", 0), "one", 2),
        (("many", 1, "z"), "many.2.z", 5),
        (("many", 1, "missing"), "many.2", 5),
        (("none", 0), "none", 6),
        (("one", "[key]"), "one", 2),
    ],
)
def test_a_location_of_pydantics_is_found(location: tuple[str | int, ...], where: str, line: int) -> None:
    assert ROOT.follow(location).problem("x") == Problem("a.yaml", line, where, "x")


def test_a_single_value_is_a_list_of_one_and_an_empty_text_is_none() -> None:
    assert [place.where for place in ROOT.at("one").each()] == ["one"]
    assert [place.where for place in ROOT.at("many").each()] == ["many.1", "many.2"]
    assert list(ROOT.at("none").each()) == []


@pytest.mark.parametrize(("key", "texts"), [("one", ["x"]), ("many", ["y"]), ("none", []), ("absent", [])])
def test_texts_are_had_without_their_places(key: str, texts: list[str]) -> None:
    assert ROOT.at(key).texts() == texts
    assert [place.text for place in ROOT.at(key).each() if place.text] == texts


def test_what_is_not_there_reads_as_empty_in_the_line_above_it() -> None:
    absent = ROOT.at("absent").at("deeper")

    assert (absent.text, absent.keys, list(absent.entries()), absent.node.line) == ("", {}, [], 1)
    assert (ROOT.at("many").text, ROOT.at("one").keys) == ("", {})


def test_the_plain_form_has_no_lines() -> None:
    assert ROOT.node.plain() == {"one": "x", "many": ["y", {"z": "deep"}], "none": ""}
