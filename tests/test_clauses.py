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
        (
            "Orr had cut the budget, sold sixty buses and lied.",
            [("", "Orr", "had cut"), ("and", "Orr", "sold"), ("and", "Orr", "lied")],
        ),
        (
            "Orr says the sirens failed, the network collapsed and nobody answered.",
            [
                ("", "Orr", "says"),
                ("that", "the sirens", "failed"),
                ("and+", "the network", "collapsed"),
                ("and+", "nobody", "answered"),
            ],
        ),
        (
            "Orr, who took over as treasurer in May and found the gap, wept.",
            [("who", "Orr", "took over"), ("and", "Orr", "found"), ("resume", "Orr", "wept")],
        ),
        (
            "An alarm rang, but the guard, who was asleep, did not hear it.",
            [("", "An alarm", "rang"), ("who", "the guard", "was"), ("resume", "the guard", "did not hear")],
        ),
        (
            "The firm failed in May, when prices fell, and was sold.",
            [("", "The firm", "failed"), ("when", "prices", "fell"), ("resume", "The firm", "was sold")],
        ),
        (
            "Crops failed, and prices of apples and maize are rising.",
            [("", "Crops", "failed"), ("and+", "prices of apples and maize", "are rising")],
        ),
        (
            "Two people died, the mayor, Ada Orr, told reporters.",
            [("", "Two people", "died"), ("said", "the mayor", "told")],
        ),
        ("She is accused of lying, hiding papers and fraud.", [("", "She", "is accused")]),
        ("A day of sun and rain.", []),
    ],
)
def test_clauses(text: str, expected: list[tuple[str, str, str]]) -> None:
    read, found = clauses(text)
    told = [(c.marker, read.text(c.subject), read.text((c.verb.first, c.verb.end))) for c in found]
    assert told == expected


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("The case was brought in 2021 by Clean Air Now.", "Clean Air Now."),
        ("The shop was robbed by 14 men.", "14 men."),
        ("The helmet was found by two farmers in 1968.", "two farmers"),
        ("The club was founded by brothers from Dunmore.", "brothers from Dunmore."),
        ("The net was restored by early Thursday.", ""),
        ("The net was restored by October.", ""),
        ("They were taken there by road.", ""),
        # What nobody has done yet, or not done at all.
        ("The deal must be approved by the court.", ""),
        ("The deal was not approved by the court.", ""),
        ("The deal wasn't approved by the court.", ""),
    ],
)
def test_by_whom(text: str, agent: str) -> None:
    read, (clause,) = clauses(text)
    assert read.text(clause.agent) == agent
