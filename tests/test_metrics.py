"""Durations, counted by how long they took."""

from __future__ import annotations

import pytest

from bot.telegram.metrics import BOUNDS, Durations


@pytest.mark.parametrize(
    ("seconds", "place"),
    [(0.0, 0), (BOUNDS[0], 0), (BOUNDS[0] + 0.001, 1), (BOUNDS[-1], len(BOUNDS) - 1), (BOUNDS[-1] + 1, len(BOUNDS))],
)
def test_a_bound_counts_what_took_no_longer(seconds: float, place: int) -> None:
    durations = Durations()
    durations.note(seconds)
    assert durations.counts == [int(number == place) for number in range(len(BOUNDS) + 1)]
    assert durations.total_seconds == seconds
