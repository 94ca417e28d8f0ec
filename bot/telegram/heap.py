"""Memory that is free goes back to the system, where the C library is one that can be told so (glibc)."""

from __future__ import annotations

import ctypes
import gc
from contextlib import suppress

_MOST_HEAPS = -8
"""M_ARENA_MAX of mallopt(3)."""
TIDIED_AFTER = 500
"""After so many updates there is a full collection; it takes some milliseconds where all that stays is frozen."""


class Tidying:
    """Frees what the interpreter keeps at hand for objects to come.

    CPython keeps up to 2,000 tuples of each length, some megabytes, until a full collection. One that leaves no
    garbage behind it hardly ever has cause for one.
    """

    def __init__(self) -> None:
        self._updates = 0

    def note(self) -> None:
        """To be called after each update."""
        self._updates += 1
        if self._updates % TIDIED_AFTER == 0:
            gc.collect()


def share_heap() -> None:
    """Lets all threads take their memory from one heap: what a heap of their own once held would never go back."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).mallopt(_MOST_HEAPS, 1)


def give_back() -> None:
    """Gives back what is free."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
