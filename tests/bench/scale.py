"""Scale: what 100 to 100,000 facts cost to load, to keep and to answer from, and how many answers stay right."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from bot.answering.handover import start_loading
from bot.answering.reply import Reply
from tests.bench.figures import Figures
from tests.bench.material import Material
from tests.bench.newsroom import invent, write_newsroom
from tests.bench.newsroomquestions import Asked, questions
from tests.bench.timing import cpu_seconds, megabytes, microseconds
from tests.smalltown import REPOSITORY

FACTS = (100, 1_000, 10_000, 100_000)
QUESTIONS = 400
PASSES = 5


def scale(_material: Material, figures: Figures) -> None:
    """Each number of facts in a process of its own."""
    for facts in FACTS:
        command = [sys.executable, "-m", "tests.bench.scale", str(facts)]
        done = subprocess.run(command, cwd=REPOSITORY, stdout=subprocess.PIPE, check=True)
        for figure, value in json.loads(done.stdout).items():
            figures.note(f"{facts:,} facts", figure, value)


def measured(facts: int, folder: Path) -> dict[str, float]:
    """The figures of so many facts, which are written into `folder`."""
    stories = invent(facts)
    asked = questions(stories, QUESTIONS)
    write_newsroom(folder, stories, REPOSITORY / "knowledge" / "lexicon")
    del stories
    before, began, used = megabytes(), time.perf_counter(), cpu_seconds()
    assistant = start_loading(folder)()
    load_seconds, load_cpu_seconds, loaded = time.perf_counter() - began, cpu_seconds() - used, megabytes()
    taken = microseconds(assistant.ask, [each.text for each in asked], PASSES)
    verdicts = [judged(each, assistant.ask(each.text)) for each in asked]
    shares = {verdict: verdicts.count(verdict) / len(verdicts) * 100 for verdict in ("right", "wrong", "refused")}
    first, least = [times[0] for times in taken], [min(times) for times in taken]
    return {
        "load, s": load_seconds,
        "load, CPU s": load_cpu_seconds,
        "memory of the knowledge, MB": loaded - before,
        "memory after all questions, MB": megabytes(),
        "median, µs": median(least),
        "p99, µs": quantiles(least, n=100)[98],
        "median when first asked, µs": median(first),
        "p99 when first asked, µs": quantiles(first, n=100)[98],
        **{f"{verdict}, %": share for verdict, share in shares.items()},
    }


def judged(asked: Asked, reply: Reply) -> str:
    """Whether a reply is right, wrong, or refused to answer where there is an answer."""
    if not asked.fact:
        return "wrong" if reply.outcome == "answered" else "right"
    if reply.outcome != "answered":
        return "refused"
    cites = any(cite.fact == asked.fact and cite.url.endswith(f"/{asked.story}") for cite in reply.citations)
    return "right" if cites and asked.must.casefold() in reply.text.casefold() else "wrong"


if __name__ == "__main__":
    with TemporaryDirectory() as temporary:
        print(json.dumps(measured(int(sys.argv[1]), Path(temporary) / "knowledge")))
