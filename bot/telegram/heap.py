"""Memory that is free goes back to the system, where the C library is one that can be told so (glibc)."""

from __future__ import annotations

import ctypes
from contextlib import suppress

_MOST_HEAPS = -8
"""M_ARENA_MAX of mallopt(3)."""


def share_heap() -> None:
    """Lets all threads take their memory from one heap: what a heap of their own once held would never go back."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).mallopt(_MOST_HEAPS, 1)


def give_back() -> None:
    """Gives back what is free."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
