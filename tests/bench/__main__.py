"""`python -m tests.bench [serving]`: measures, prints tables, and writes every value to bench.json.

Needs `pip install -e ".[bench]"`. The figures are of this machine at this hour: compare within one run.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from bot.knowledge.loading import load_knowledge
from tests.bench.figures import Figures
from tests.bench.serving import serving
from tests.smalltown import REPOSITORY

PARTS = {"serving": serving}


def main() -> None:
    """Runs the parts that are named, by default all."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)}; all by default")
    parser.add_argument("--json", type=Path, default=Path("bench.json"), metavar="FILE")
    arguments = parser.parse_args()
    if unknown := set(arguments.parts) - PARTS.keys():
        parser.error(f"no such part: {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    measured = {}
    for name in arguments.parts or PARTS:
        figures = Figures()
        PARTS[name](_questions(), figures)
        print(f"\n## {name}\n\n{figures.table()}", flush=True)
        measured[name] = figures.as_json()
    arguments.json.write_text(json.dumps(measured, indent=1), encoding="utf-8")


def _questions() -> list[str]:
    """The shipped stories' own tests."""
    return [test.ask for story in load_knowledge(REPOSITORY / "knowledge").stories for test in story.tests]


if __name__ == "__main__":
    main()
