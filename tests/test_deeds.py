"""Verbs as facts have them, and what the verbs of a list share."""

from __future__ import annotations

import pytest

from tests.drafts import facts


@pytest.mark.parametrize(
    ("text", "did"),
    [
        ("The firm would close plants and cost jobs.", ["would close", "would cost"]),
        (
            "The firm plans to close plants, sell brands and cut jobs.",
            ["plans to close", "plans to sell", "plans to cut"],
        ),
        (
            "The firm refused to close plants, sell brands or cut jobs.",
            ["refused to close", "refused to sell", "refused to cut"],
        ),
        ("The firm did not close plants and sold brands.", ["did not close", "sold"]),
        ("The firm had closed plants and sold brands.", ["closed", "sold"]),
        ("The state has set aside millions.", ["set aside"]),
        ("The talks are to resume in May.", ["are to resume"]),
        ("The board wasn't told.", ["wasn't told"]),
        ("The dam was not safe.", ["was not safe"]),
        ("The rescuers never came and nearly drowned.", ["never came", "nearly drowned"]),
    ],
)
def test_did(text: str, did: list[str]) -> None:
    assert [fact.did[0] for fact in facts(text).values()] == did


def test_what_nearly_happened_did_not_happen() -> None:
    told = facts("Mayor Ada Orr wept. She nearly fell and never spoke.")
    assert [fact.says for fact in told.values()] == [
        "Mayor Ada Orr wept.",
        "Ada Orr nearly fell.",
        "Ada Orr never spoke.",
    ]


def test_what_is_reported_of_a_list_is_reported_of_each() -> None:
    told = facts("Mayor Ada Orr reportedly sold the house, burned the papers and fled.")
    assert [fact.says for fact in told.values()] == [
        "Mayor Ada Orr reportedly sold the house.",
        "Mayor Ada Orr reportedly burned the papers.",
        "Mayor Ada Orr reportedly fled.",
    ]
