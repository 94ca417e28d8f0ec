"""`python -m tests.bench [PART …]`: measures, prints tables, and writes every value to bench.json.

Needs `pip install -e ".[bench]"`. The figures are of this machine at this hour: compare within one run.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from bot.knowledge.loading import load_knowledge
from tests.bench.answering import answering
from tests.bench.figures import Figures
from tests.bench.material import Material, own_questions, read_questions
from tests.bench.scale import scale
from tests.bench.serving import serving
from tests.smalltown import REPOSITORY

PARTS = {"answering": answering, "scale": scale, "serving": serving}


def main() -> None:
    """Runs the parts that are named, by default all."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)}; all by default")
    parser.add_argument("--json", type=Path, default=Path("bench.json"), metavar="FILE")
    own = "questions as JSON lines {q, answerable, must, paragraphs}; without these files the stories' own tests serve"
    parser.add_argument(
        "--tune", nargs="+", type=Path, default=[], metavar="FILE", help=f"to find thresholds by: {own}"
    )
    parser.add_argument(
        "--validate", nargs="+", type=Path, default=[], metavar="FILE", help="to be judged by: the same"
    )
    arguments = parser.parse_args()
    if unknown := set(arguments.parts) - PARTS.keys():
        parser.error(f"no such part: {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    if bool(arguments.tune) != bool(arguments.validate):
        parser.error("--tune and --validate go together: thresholds are never found on the questions that judge them")
    material = own_questions(load_knowledge(REPOSITORY / "knowledge").stories)
    if arguments.tune:
        material = Material(read_questions(arguments.tune), read_questions(arguments.validate))
    measured = {}
    for name in arguments.parts or PARTS:
        figures = Figures()
        PARTS[name](material, figures)
        print(f"\n## {name}\n\n{figures.table()}", flush=True)
        measured[name] = figures.as_json()
    arguments.json.write_text(json.dumps(measured, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
