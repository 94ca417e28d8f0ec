"""What is wrong in a knowledge file, in words for the editor who mends it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

SHOWN_OPTIONS = 12
"""Lists longer than this are not spelled out in a message."""

LIKELY_TYPO = 70
"""How alike, 0 to 100, two ids must be for the one to be offered in place of the other."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend. `str()` gives `stories/a.yaml:12: facts.fire.cite.paragraph: must be …`."""

    path: str
    line: int
    """Counted from 1; 0 where the file or the folder as a whole is meant."""
    where: str
    """The keys that lead there, joined by dots; items of a list count from 1. May be empty."""
    message: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return ": ".join(part for part in (place, self.where, self.message) if part)


class KnowledgeError(Exception):
    """The knowledge cannot be used. `str()` lists every problem, one a line, by file and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda problem: (problem.path, problem.line)))
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[type[KnowledgeError], tuple[tuple[Problem, ...]]]:
        """Lets the error pass from the process that loads the knowledge to the one that asked for it."""
        return type(self), (self.problems,)


def in_folder(folder: Path, problems: Iterable[Problem]) -> list[Problem]:
    """The problems of a knowledge folder, each with the path under which the editor finds the file."""
    return [replace(problem, path=str(folder / problem.path)) for problem in problems]


def nearest(value: str, options: Collection[str], *, at_least: float = LIKELY_TYPO) -> str | None:
    """The option that is most like `value`, or None where none is at least so alike (0 to 100)."""
    # Only what is wrong needs it: whoever takes the knowledge over never does.
    from rapidfuzz import fuzz, process

    found = process.extractOne(value, list(options), scorer=fuzz.ratio, score_cutoff=at_least)
    return found[0] if found else None


def did_you_mean(value: str, options: Collection[str]) -> str:
    """` did you mean 'who'?`, with a blank before it, or nothing where no option is like the value."""
    likely = nearest(value, options)
    return f" did you mean '{likely}'?" if likely else ""


def no_such(kind: str, value: str, options: Collection[str]) -> str:
    """Says that `value` is none of `options`, what was probably meant, and what there is where that is short.

    `no such fact 'palace-strmed'; did you mean 'palace-stormed'? Known here: palace-stormed, fire`
    """
    text = f"no such {kind} '{value}'"
    if not options:
        return f"{text}; this file has none"
    meant = did_you_mean(value, options)
    known = f"nown here: {', '.join(options)}" if len(options) <= SHOWN_OPTIONS else ""
    if meant:
        return f"{text};{meant}" + (f" K{known}" if known else "")
    return f"{text}; " + (f"k{known}" if known else f"there are {len(options)}, none of them like it")
