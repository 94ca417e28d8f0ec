"""`check`: what is wrong with the knowledge, and what an editor should look at."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.commands import DONE, FAILED, UsageError, assistant_of, counted, knowledge_folder

if TYPE_CHECKING:
    from pathlib import Path

    from bot.editing.material import Article
    from bot.knowledge.checking import ArticleCheck
    from bot.knowledge.loading import StoryDocument
    from bot.knowledge.problems import Problem
    from bot.settings import Settings


@dataclass(slots=True)
class _Outcome:
    """What `check` prints."""

    problems: list[Problem]
    findings: list[Problem]
    titles: dict[str, str]
    """What is said of each file as a whole."""


def check(settings: Settings, arguments: argparse.Namespace) -> int:
    """Loads the knowledge as the bot does and reviews it; with an article, also looks up every quote in it.

    Problems fail, findings only where `strict`. `today` is the day by which days are judged.
    """
    from bot.answering.cache import file_beside_code
    from bot.knowledge.problems import KnowledgeError, Problem, in_folder
    from bot.knowledge.wordlist import TableError

    folder = knowledge_folder(settings)
    try:
        outcome = _checked(folder, arguments)
        if file_beside_code(folder):
            assistant_of(settings)  # the bot's next start need not load it
    except (KnowledgeError, TableError) as error:
        if not arguments.json:
            raise
        problems = error.problems if isinstance(error, KnowledgeError) else [Problem("", 0, "", str(error))]
        outcome = _Outcome(in_folder(folder, problems), [], {})
    _print_json(outcome) if arguments.json else _print_text(outcome)
    return FAILED if outcome.problems or (arguments.strict and outcome.findings) else DONE


def _checked(folder: Path, arguments: argparse.Namespace) -> _Outcome:
    from bot.answering.building import build_assistant
    from bot.answering.language import Language
    from bot.desk import utc_today
    from bot.editing.material import Material, names_in
    from bot.editing.review import findings
    from bot.knowledge.loading import load_knowledge, load_story
    from bot.knowledge.wordlist import WordList

    knowledge, lexicon = load_knowledge(folder), folder / "lexicon"
    words = WordList(lexicon / "en.words")
    language = Language(knowledge.lexicon)
    documents = [load_story(path) for path in knowledge.paths]
    outcome = _Outcome([], [], {document.root.path: _contents(document) for document in documents})
    told = _of_story(documents, arguments.story) if arguments.article else None
    article = _check_article(told, arguments, outcome) if told else None
    today = arguments.today or utc_today()
    for story, document in zip(knowledge.stories, documents, strict=True):
        # Each story by itself: what another one says is no fault of this one.
        assistant = build_assistant(replace(knowledge, stories=(story,)), words)
        names, own = names_in(document.story, language), article if document is told else None
        outcome.findings += findings(Material(document, assistant, names, words, today, own))
    return outcome


def _check_article(document: StoryDocument, arguments: argparse.Namespace, outcome: _Outcome) -> Article:
    """Adds what is wrong with the quotes to the outcome, and returns the article."""
    from bot.editing.material import Article
    from bot.knowledge.checking import check_article, paragraphs_of, source_of

    try:
        text = arguments.article.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"{arguments.article} cannot be read ({type(error).__name__}): --article takes a text file in UTF-8"
        ) from error
    try:
        found = check_article(document, arguments.source, text)
    except ValueError as error:
        raise UsageError(f"--source: {error}") from error
    outcome.problems += found.problems
    outcome.titles[document.root.path] += f"; {_quoted(found)}"
    source = source_of(document, arguments.source)
    return Article(str(arguments.article), source, tuple(paragraphs_of(text)))


def _of_story(documents: Sequence[StoryDocument], story_id: str | None) -> StoryDocument:
    """The story that an article belongs to; raises UsageError where that cannot be told."""
    known = {document.story.story.id: document for document in documents}
    if story_id is None and len(documents) == 1:
        return documents[0]
    if story_id not in known:
        wrong = f"there is no story '{story_id}'" if story_id else "several stories"
        raise UsageError(f"--story: {wrong}; say whose article this is: {', '.join(known)}")
    return known[story_id]


def _contents(document: StoryDocument) -> str:
    story = document.story
    return ", ".join(
        [
            counted(len(story.facts), "fact"),
            counted(len(story.entities), "entity", "entities"),
            f"{len(story.not_reported)} not reported",
            counted(len(story.tests), "test"),
        ]
    )


def _quoted(found: ArticleCheck) -> str:
    left_out = f" (not: {', '.join(map(str, found.uncited))})" if found.uncited else ""
    cited = f"{found.cited} of {counted(found.paragraphs, 'paragraph')} cited{left_out}"
    return f"{counted(found.verified, 'quote')} verified, {cited}"


def _print_text(outcome: _Outcome) -> None:
    """Problems on standard error as in any file; below a line for each file its findings."""
    for problem in outcome.problems:
        print(problem, file=sys.stderr)
    for path in dict.fromkeys([*outcome.titles, *(finding.path for finding in outcome.findings)]):
        failed = sum(problem.path == path for problem in outcome.problems)
        found = [finding for finding in outcome.findings if finding.path == path]
        counts = [counted(len(found), "finding")] if found else []
        counts = [counted(failed, "problem"), *counts] if failed else counts
        print(": ".join(filter(None, [path, outcome.titles.get(path, ""), ", ".join(counts) or "all well"])))
        said: dict[str, int] = {}
        for finding in found:
            # In a story of drafts the same words forty times would hide the rest.
            first = said.setdefault(finding.message, finding.line)
            message = finding.message if first == finding.line else f"as in line {first}"
            print(f"  line {finding.line}: {finding.where}: {message}")


def _print_json(outcome: _Outcome) -> None:
    shown = {"problems": _plain(outcome.problems), "findings": _plain(outcome.findings)}
    print(json.dumps(shown, ensure_ascii=False))


def _plain(found: Iterable[Problem]) -> list[dict[str, object]]:
    return [{"file": each.path, "line": each.line, "where": each.where, "message": each.message} for each in found]
