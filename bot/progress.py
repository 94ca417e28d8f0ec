"""How far a long piece of work is, told on standard error to whoever waits for it."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from typing import TextIO, TypeVar

PATIENCE_SECONDS = 3
"""What takes no longer is not worth a word."""
EVERY_SECONDS, SELDOM_SECONDS = 1, 10
"""How often it is told on a terminal, where each line takes the place of the one before, and in a log."""
FEWEST = 10
"""Of how many items on they are counted."""

Item = TypeVar("Item")


def counted(
    items: Sequence[Item], done: str, *, out: TextIO | None = None, now: Callable[[], float] = time.monotonic
) -> Iterator[Item]:
    """The items; once they take long, "30 of 100 `done`" is told on `out`, by default standard error."""
    out = out or sys.stderr
    begin, end, pause = ("\r", "", EVERY_SECONDS) if out.isatty() else ("", "\n", SELDOM_SECONDS)
    began, told = now(), 0.0
    for number, item in enumerate(items):
        at = now()
        if len(items) >= FEWEST and at - began >= PATIENCE_SECONDS and at - told >= pause:
            out.write(f"{begin}{number:,} of {len(items):,} {done}{end}")
            out.flush()
            told = at
        yield item
    if told:
        out.write(f"{begin}{len(items):,} of {len(items):,} {done}\n")
        out.flush()
