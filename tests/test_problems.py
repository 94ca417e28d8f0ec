"""Problems as an editor reads them."""

from __future__ import annotations

import pytest

from bot.knowledge.problems import KnowledgeError, Problem, no_such


@pytest.mark.parametrize(
    ("problem", "text"),
    [
        (Problem("a.yaml", 12, "facts.fire", "is empty"), "a.yaml:12: facts.fire: is empty"),
        (Problem("a.yaml", 12, "", "is empty"), "a.yaml:12: is empty"),
        (Problem("stories", 0, "", "has no story"), "stories: has no story"),
    ],
)
def test_a_problem_names_what_it_knows_of_the_place(problem: Problem, text: str) -> None:
    assert str(problem) == text


def test_an_error_lists_its_problems_by_file_and_line() -> None:
    error = KnowledgeError(
        [Problem("b", 1, "", "first"), Problem("a", 10, "", "z"), Problem("a", 9, "", "y"), Problem("a", 10, "", "b")]
    )

    assert str(error) == "a:9: y\na:10: z\na:10: b\nb:1: first"


@pytest.mark.parametrize(
    ("value", "options", "text"),
    [
        ("fier", ["fire", "flood"], "no such fact 'fier'; did you mean 'fire'? Known here: fire, flood"),
        ("queen", ["fire", "flood"], "no such fact 'queen'; known here: fire, flood"),
        ("queen", [], "no such fact 'queen'; this file has none"),
        ("f-3x", [f"f-{n}" for n in range(13)], "no such fact 'f-3x'; did you mean 'f-3'?"),
        ("queen", [f"f-{n}" for n in range(13)], "no such fact 'queen'; there are 13, none of them like it"),
    ],
)
def test_an_unknown_id_comes_with_what_may_have_been_meant(value: str, options: list[str], text: str) -> None:
    assert no_such("fact", value, options) == text
