"""How far a long piece of work is."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest

from bot.progress import FEWEST, counted


class Screen(io.StringIO):
    """What is written, on a terminal or in a log."""

    def __init__(self, *, is_terminal: bool) -> None:
        super().__init__()
        self._is_terminal = is_terminal

    def isatty(self) -> bool:
        return self._is_terminal


class Clock:
    """Goes on by so many seconds from each look to the next."""

    def __init__(self, seconds: float) -> None:
        self.at, self._seconds = 100.0, seconds

    def __call__(self) -> float:
        self.at += self._seconds
        return self.at


@pytest.mark.parametrize(
    ("number", "seconds", "is_terminal", "shown"),
    [
        (12, 0.1, True, ""),
        (12, 0.1, False, ""),
        (FEWEST - 1, 100, True, ""),
        (12, 0.4, True, "\r7 of 12 read\r10 of 12 read\r12 of 12 read\n"),
        (12, 0.4, False, "7 of 12 read\n12 of 12 read\n"),
        (1200, 0.01, False, "299 of 1,200 read\n1,200 of 1,200 read\n"),
    ],
)
def test_it_is_told_once_it_takes_long(number: int, seconds: float, is_terminal: bool, shown: str) -> None:
    screen, items = Screen(is_terminal=is_terminal), range(number)
    assert list(counted(items, "read", out=screen, now=Clock(seconds))) == list(items)
    assert screen.getvalue() == shown


@pytest.mark.parametrize("items", [[], [1], list(range(100))])
def test_what_is_quick_goes_without_a_word(items: Sequence[int], capsys: pytest.CaptureFixture[str]) -> None:
    assert list(counted(items, "read")) == list(items)
    assert capsys.readouterr().err == ""
