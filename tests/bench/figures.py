"""What was measured: several values of each figure of each peer, as a table and as JSON."""

from __future__ import annotations

from collections import defaultdict
from statistics import median
from typing import Any


class Figures:
    """Values by peer and figure, in the order in which they were first noted."""

    def __init__(self) -> None:
        self._values: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))

    def note(self, peer: str, figure: str, value: float) -> None:
        """Adds one value."""
        self._values[peer][figure].append(value)

    def of(self, peer: str, figure: str) -> float:
        """The median of a figure; KeyError where it was not measured."""
        if figure not in self._values.get(peer, {}):
            raise KeyError(f"{peer}: {figure}")
        return median(self._values[peer][figure])

    def table(self) -> str:
        """A Markdown table: a line for each figure, a column for each peer, medians with their spread."""
        peers = list(self._values)
        names = list(dict.fromkeys(name for peer in peers for name in self._values[peer]))
        lines = [["", *peers], ["---", *("---:" for _ in peers)]]
        lines += [[name, *(_shown(self._values[peer].get(name, [])) for peer in peers)] for name in names]
        return "\n".join(f"| {' | '.join(line)} |" for line in lines)

    def as_json(self) -> dict[str, Any]:
        """Every value."""
        return {peer: dict(values) for peer, values in self._values.items()}


def _shown(values: list[float]) -> str:
    if not values:
        return ""
    spread = f" ({_rounded(min(values))}–{_rounded(max(values))})" if len(values) > 1 else ""
    return _rounded(median(values)) + spread


def _rounded(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"
