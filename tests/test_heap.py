"""Memory goes back where the C library can be told so, and nothing is amiss where it cannot."""

from __future__ import annotations

import ctypes
from types import SimpleNamespace

import pytest

from bot.telegram.heap import TIDIED_AFTER, Tidying, give_back, share_heap


def test_the_c_library_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[int, ...]] = []
    library = SimpleNamespace(
        mallopt=lambda *values: told.append(values), malloc_trim=lambda *values: told.append(values)
    )
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: library)
    share_heap()
    give_back()
    assert told == [(-8, 1), (0,)]


def test_a_library_without_such_functions_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: SimpleNamespace())
    share_heap()
    give_back()


def test_there_is_a_full_collection_every_so_many_updates(monkeypatch: pytest.MonkeyPatch) -> None:
    collected: list[int] = []
    tidying = Tidying()
    monkeypatch.setattr("gc.collect", lambda: collected.append(1))
    for _ in range(2 * TIDIED_AFTER):
        tidying.note()
    assert len(collected) == 2
