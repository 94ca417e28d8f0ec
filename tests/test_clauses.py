"""Who does what in each clause."""

from __future__ import annotations

import pytest

from tests.drafts import clauses


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Demonstrators stormed the palace and set it on fire.",
            [("", "Demonstrators", "stormed"), ("and", "Demonstrators", "set")],
        ),
        (
            "Police say dozens of people were hurt as a crowd stormed the hall.",
            [("", "Police", "say"), ("that", "dozens of people", "were hurt"), ("as", "a crowd", "stormed")],
        ),
        (
            "They attempted overnight to storm the hall.",
            [("", "They", "attempted overnight to storm")],
        ),
        (
            "The bridge, which was built in 1742, was closed.",
            [("who", "The bridge", "was built"), ("resume", "The bridge", "was closed")],
        ),
        (
            "The river burst, prompting the mayor to appeal for help.",
            [("", "The river", "burst"), ("caused", "the mayor", "to appeal")],
        ),
        (
            "The army quelled unrest triggered by prices.",
            [("", "The army", "quelled"), ("reduced", "unrest", "triggered")],
        ),
        (
            "“It was a victory,” said manager Ines Falk.",
            [("", "It", "was"), ("said", "manager Ines Falk", "said")],
        ),
        (
            "The clash came with hundreds of people continuing to rally.",
            [("", "The clash", "came"), ("with", "hundreds of people", "continuing to rally")],
        ),
        (
            "Officials refused to hand over the records.",
            [("", "Officials", "refused to hand over")],
        ),
        ("A day of sun and rain.", []),
    ],
)
def test_clauses(text: str, expected: list[tuple[str, str, str]]) -> None:
    read, found = clauses(text)
    told = [(c.marker, read.text(c.subject), read.text((c.verb.first, c.verb.end))) for c in found]
    assert told == expected


def test_a_passive_tells_by_whom_unless_that_is_a_time() -> None:
    read, (by_whom,) = clauses("The case was brought in 2021 by Clean Air Now.")
    assert read.text(by_whom.agent) == "Clean Air Now."
    _, (by_when,) = clauses("The net was restored by early Thursday.")
    assert by_when.agent == (0, 0)
