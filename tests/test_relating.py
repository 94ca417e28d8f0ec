"""What a clause has from those around it."""

from __future__ import annotations

import pytest

from tests.drafts import facts


def test_a_day_after_is_counted_back() -> None:
    stormed = facts("Protests grew on Thursday.\n\nThey come a day after crowds stormed the hall.")[
        "crowds-stormed-hall"
    ]
    assert stormed.slots.when is not None
    assert stormed.slots.when.text == "on Wednesday 5 March 2031"
    assert stormed.unsure == ["the day is counted back from the day told before"]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Ada Orr wept while the hall burned.", "while the hall burned"),
        # Behind a comma it compares.
        ("Shares rose, while those of Northern Grid fell.", None),
    ],
)
def test_a_clause_that_tells_when(text: str, when: str | None) -> None:
    told = next(iter(facts(text).values())).slots.when
    assert (told.text if told else None) == when


def test_it_in_what_somebody_says_is_not_what_they_say() -> None:
    assert facts("Mayor Ada Orr said that the town knew it.")["town-knew"].slots.what == ["it"]
