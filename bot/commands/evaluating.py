"""`eval`: the stories' own tests, and suggestions for more."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bot.commands import DONE, FAILED, assistant_of, counted, knowledge_folder

if TYPE_CHECKING:
    from bot.answering.assistant import Assistant
    from bot.evaluation import Verdict
    from bot.settings import Settings

WHAT_HELPS = """\
What helps: give the fact that should answer other words for a slot under 'also', or the whole question under 'asked';
where none should, write the question under 'not_reported'."""
OTHER_SLOT = """\
the fact is right, but its answer does not begin with that slot: give the slot the words of the question under 'also',
or remove 'slot' from this test; what stands under 'asked' is answered with the whole statement"""


def evaluate_tests(settings: Settings, arguments: argparse.Namespace) -> int:
    """Runs the stories' own tests and shows them as a table; with `suggest`, prints lines for further tests."""
    from bot.evaluation import evaluate

    assistant = assistant_of(settings)
    if arguments.suggest:
        return _suggest(settings, assistant)
    failed = total = 0
    for story in assistant.stories:
        verdicts = list(evaluate(story.tests, assistant.ask))
        print(story.story.id, *_table(verdicts, assistant), sep="\n")
        failed += sum(not verdict.is_right for verdict in verdicts)
        total += len(verdicts)
    if failed:
        print(WHAT_HELPS)
    print(f"{counted(total, 'test')}, {failed or 'none'} failed")
    return FAILED if failed else DONE


def _suggest(settings: Settings, assistant: Assistant) -> int:
    from bot.editing.testlines import lines_for_tests
    from bot.knowledge.wordlist import WordList

    words = WordList(knowledge_folder(settings) / "lexicon" / "en.words")
    for story in assistant.stories:
        print(f"# {story.story.id}: keep what readers may ask, below 'tests:'")
        for line in lines_for_tests(story, words.lemmas, assistant.ask):
            print(line)
    return DONE


def _table(verdicts: list[Verdict], assistant: Assistant) -> Iterator[str]:
    """A line for each test, its columns one below the other; below what fails, why."""
    asked = max((len(verdict.question) for verdict in verdicts), default=0)
    wanted = max((len(verdict.wanted) for verdict in verdicts), default=0)
    for verdict in verdicts:
        state, found = ("ok", "") if verdict.is_right else ("FAIL", f"found {verdict.found}")
        yield f"  {state:4}  {verdict.question:{asked}}  {verdict.wanted:{wanted}}  {found}".rstrip()
        if not verdict.is_right:
            fact = verdict.wanted.partition(" ")[0]
            is_found = fact == verdict.found.partition(" ")[0]
            reasons = OTHER_SLOT.splitlines() if is_found else assistant.shortfall(verdict.question, fact)
            yield from (f"        {line}" for line in reasons)
