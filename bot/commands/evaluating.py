"""`eval`: the stories' own tests."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from bot.commands import DONE, FAILED, assistant_of, counted

if TYPE_CHECKING:
    from bot.settings import Settings


def evaluate_tests(settings: Settings, _arguments: argparse.Namespace) -> int:
    """Runs the stories' own tests."""
    from bot.evaluation import evaluate

    assistant = assistant_of(settings)
    failed = total = 0
    for story in assistant.stories:
        print(story.story.id)
        for verdict in evaluate(story.tests, assistant.ask):
            difference = "" if verdict.is_right else f", not {verdict.found}"
            print(f"  {'ok' if verdict.is_right else 'FAIL':5} {verdict.question}  → {verdict.wanted}{difference}")
            failed += not verdict.is_right
            total += 1
    print(f"{counted(total, 'test')}, {failed or 'none'} failed")
    return FAILED if failed else DONE
