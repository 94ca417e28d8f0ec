"""How much one reader may ask."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

MOST, WINDOW_SECONDS = 20, 60.0
"""So many messages in so long are answered; no person reads faster."""
SILENCE_SECONDS = 60.0
"""How long a reader who floods is not answered."""
REMEMBERED = 1_000
"""Readers kept in mind at once: whoever floods is always among the last who wrote."""

Verdict = Literal["answer", "warn", "ignore"]


@dataclass(slots=True)
class _Reader:
    asked: list[float] = field(default_factory=list)
    """When, at most `MOST` times. Most readers ask once, for which a deque would take 0.6 kB."""
    silent_until: float = float("-inf")


class Flood:
    """Answers a reader who floods with one polite word, then not at all for a while."""

    def __init__(self, *, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._readers: OrderedDict[str, _Reader] = OrderedDict()

    def verdict(self, key: str) -> Verdict:
        """What to do with a message that has just come; the key is opaque, one for each reader."""
        now = self._now()
        self._forget_quiet(now)
        reader = self._readers.setdefault(key, _Reader())
        self._readers.move_to_end(key)
        if len(self._readers) > REMEMBERED:
            self._readers.popitem(last=False)
        if now < reader.silent_until:
            return "ignore"
        if len(reader.asked) == MOST and now - reader.asked[0] < WINDOW_SECONDS:
            reader.asked.clear()
            reader.silent_until = now + SILENCE_SECONDS
            return "warn"
        reader.asked = [*reader.asked[1 - MOST :], now]
        return "answer"

    def _forget_quiet(self, now: float) -> None:
        """Forgets the first readers as long as what they did counts no more."""
        while self._readers:
            key, reader = next(iter(self._readers.items()))
            if now < reader.silent_until or (reader.asked and now - reader.asked[-1] < WINDOW_SECONDS):
                return
            del self._readers[key]
