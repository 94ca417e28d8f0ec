"""Answering: how many answers are right, how fast they are, and what memory they take, ours beside peers'."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Collection, Sequence
from dataclasses import asdict
from statistics import median, quantiles

from bot.answering.handover import load_assistant, start_loading
from tests.bench.figures import Figures
from tests.bench.material import Labelled, Material, as_json
from tests.bench.peers import PEERS, Wording, best_threshold, wordings
from tests.bench.timing import megabytes, microseconds
from tests.smalltown import REPOSITORY

OURS = "factdesk"
ROUNDS = 3
PASSES = 7
Answer = Callable[[str], tuple[str | None, Collection[int]]]
"""The answer to a question, None for a refusal, and the paragraphs that it cites."""


def answering(material: Material, figures: Figures) -> None:
    """Each in a process of its own, in turns."""
    known = list(wordings(load_assistant(REPOSITORY / "knowledge")))
    told = json.dumps(
        {
            "wordings": [asdict(each) for each in known],
            "tune": as_json(material.tune),
            "validate": as_json(material.validate),
        }
    )
    for _ in range(ROUNDS):
        for name in (OURS, *PEERS):
            command = [sys.executable, "-m", "tests.bench.answering", name]
            done = subprocess.run(
                command, input=told, stdout=subprocess.PIPE, cwd=REPOSITORY, check=True, text=True, encoding="utf-8"
            )
            for figure, value in json.loads(done.stdout).items():
                figures.note(name, figure, value)


def measured(name: str, told: dict[str, list[dict[str, object]]]) -> dict[str, float]:
    """The figures of one that answers."""
    tune, validate = ([Labelled(**case) for case in told[each]] for each in ("tune", "validate"))  # type: ignore[arg-type]
    known = [Wording(**each) for each in told["wordings"]]  # type: ignore[arg-type]
    answer = _ours() if name == OURS else _peer(name, known, tune)
    taken = microseconds(answer, [question.q for question in validate], PASSES)
    verdicts = [question.judged(*answer(question.q)) for question in validate]
    least = [min(times) for times in taken]
    return {
        **{f"{verdict}, %": verdicts.count(verdict) / len(verdicts) * 100 for verdict in ("right", "wrong", "refused")},
        "median, µs": median(least),
        "p99, µs": quantiles(least, n=100)[98],
        "median when first asked, µs": median(times[0] for times in taken),
        "memory, MB": megabytes(),
    }


def _ours() -> Answer:
    assistant = start_loading(REPOSITORY / "knowledge")()

    def answer(question: str) -> tuple[str | None, Collection[int]]:
        reply = assistant.ask(question)
        return reply.text if reply.outcome == "answered" else None, [cite.paragraph for cite in reply.citations]

    return answer


def _peer(name: str, known: Sequence[Wording], tune: Sequence[Labelled]) -> Answer:
    likest = PEERS[name]([wording.text for wording in known])
    threshold = best_threshold(likest, known, tune)

    def answer(question: str) -> tuple[str | None, Collection[int]]:
        score, place = likest(question)
        return (known[place].answer, known[place].paragraphs) if score >= threshold else (None, ())

    return answer


if __name__ == "__main__":
    print(json.dumps(measured(sys.argv[1], json.load(sys.stdin))))
