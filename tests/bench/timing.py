"""How long answers take in this process, in processor time: others on this machine take none of that."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Sequence

import psutil


def microseconds(answer: Callable[[str], object], questions: Sequence[str], passes: int) -> list[list[float]]:
    """What each question took in each pass, by question: the first is cold, the least is what the work itself takes."""
    taken: list[list[float]] = [[] for _ in questions]
    gc.collect()
    gc.freeze()
    for _ in range(passes):
        for question, times in zip(questions, taken, strict=True):
            began = time.process_time_ns()
            answer(question)
            times.append((time.process_time_ns() - began) / 1000)
    return taken


def megabytes() -> float:
    """The resident memory of this process."""
    return float(psutil.Process().memory_info().rss) / 2**20


def cpu_seconds() -> float:
    """The processor time of this process and of those that it started and that have ended."""
    used = psutil.Process().cpu_times()
    return float(used.user + used.system + used.children_user + used.children_system)
