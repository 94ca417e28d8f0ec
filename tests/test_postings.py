"""Which targets have which terms."""

from __future__ import annotations

import pytest

from bot.answering.postings import LOOSE, NOTHING, NumberLists, Postings
from bot.answering.targets import CONTEXT, Hit

HITS: dict[str, dict[int, Hit]] = {"dam": {7: (1.0, 2), 3: (0.9, CONTEXT)}, "mayor": {3: (1.0, 4)}}


@pytest.mark.parametrize(("term", "numbers"), [("dam", [3, 7]), ("mayor", [3]), ("cat", [])])
def test_the_targets_of_a_term(term: str, numbers: list[int]) -> None:
    lists = NumberLists(HITS)
    assert list(lists.of(lists.span(term))) == numbers
    assert lists.least(lists.span(term)) == (numbers[0] if numbers else -1)
    assert [number for number in range(-1, 9) if lists.place(lists.span(term), number) >= 0] == numbers


@pytest.mark.parametrize("are_shared", [False, True])
def test_terms_may_have_the_same_numbers_together(are_shared: bool) -> None:
    lists = NumberLists({"dam": [3, 7], "mayor": [3], "weir": [7, 3]}, are_shared=are_shared)
    assert [list(lists.of(lists.span(term))) for term in ("dam", "mayor", "weir")] == [[3, 7], [3], [3, 7]]
    assert (lists.span("dam") == lists.span("weir")) == are_shared


@pytest.mark.parametrize(
    ("part", "numbers"),
    [(range(0), []), (range(3), []), (range(4), [3]), (range(8), [3, 7]), (range(4, 8), [7]), (range(4, 7), [])],
)
def test_the_targets_of_a_term_within_a_range(part: range, numbers: list[int]) -> None:
    lists = NumberLists(HITS)
    assert list(lists.of(lists.within(lists.span("dam"), part))) == numbers


@pytest.mark.parametrize(
    ("term", "number", "worth", "hit"),
    [
        ("dam", 7, None, (1.0, 2)),
        ("dam", 3, None, (0.9, CONTEXT)),
        ("dam", 7, 0.5, (0.5, 2)),
        ("dam", 3, 0.5, (0.45 * LOOSE, CONTEXT)),
        ("dam", 4, None, None),
        ("mayor", 7, None, None),
        ("cat", 3, None, None),
    ],
)
def test_how_a_target_has_a_term(term: str, number: int, worth: float | None, hit: Hit | None) -> None:
    postings = Postings(HITS)
    assert postings.hit(postings.span(term), number, worth) == hit


def test_how_strongly_each_target_has_a_term() -> None:
    postings = Postings(HITS)
    assert list(postings.strengths(postings.span("dam"), None)) == [(3, 0.9), (7, 1.0)]
    assert list(postings.strengths(postings.span("dam"), 0.5)) == [(3, 0.45 * LOOSE), (7, 0.5)]
    assert list(postings.strengths(NOTHING, None)) == []
