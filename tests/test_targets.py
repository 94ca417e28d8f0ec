"""What questions lead to."""

from __future__ import annotations

import pytest

from bot.answering.targets import CONTEXT, TIE, Entry, Hit, Target, better


@pytest.mark.parametrize(
    ("known", "hit", "expected"),
    [
        (None, (0.5, 2), (0.5, 2)),
        ((0.5, 2), (0.5 + 2 * TIE, 4), (0.5 + 2 * TIE, 4)),
        ((0.5 + 2 * TIE, 2), (0.5, 4), (0.5 + 2 * TIE, 2)),
        ((0.5, 2), (0.5 + TIE / 2, 4), (0.5 + TIE / 2, 6)),
        ((0.5 + TIE / 2, 2), (0.5, 4), (0.5 + TIE / 2, 6)),
    ],
)
def test_the_stronger_hit_is_kept_and_ties_keep_both_places(known: Hit | None, hit: Hit, expected: Hit) -> None:
    assert better(known, hit) == expected


def test_a_completed_target_knows_its_roles_and_entities() -> None:
    target = Target(
        0,
        "evacuation",
        None,
        slots={"who": [Entry(2, "lindqvist", "0:lindqvist")], "did": [Entry(4, "ordered")], "what": [Entry(8, "it")]},
        masks={"who": 2 | 32, "did": 4, "what": 8, "to_whom": 16, "why": 64, "purpose": 128, "according_to": 256},
    )
    target.complete()
    assert target.entities == {"0:lindqvist"}
    assert target.entity_bits == (2,)
    assert target.entry_count == 3
    assert (target.done, target.acting, target.addressed) == (4, 2 | 32, 16)
    assert (target.acted_on, target.speaking, target.subordinate) == (8 | 16, 2 | 32 | 256, 64 | 128)
    assert not CONTEXT & (target.done | target.acting | target.acted_on | target.speaking | target.subordinate)


@pytest.mark.parametrize(
    ("slot", "text", "preceding"),
    [
        ("when", "after the storm", 4),
        ("when", "on the day before the storm", 4),
        ("how_long", "a day after the storm", 4),
        ("when", "as the storm came near", 0),
        ("where", "after the bridge", 0),
    ],
)
def test_what_was_before_tells_of_another_deed(slot: str, text: str, preceding: int) -> None:
    target = Target(0, "rescue", None, slots={slot: [Entry(4, text)]}, masks={slot: 4})
    target.complete()
    assert target.preceding == preceding


def test_a_target_without_slots_has_one_entry_to_mention() -> None:
    target = Target(0, "unclear", None)
    target.complete()
    assert target.entry_count == 1
