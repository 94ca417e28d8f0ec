"""`check`: what is wrong with the knowledge."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.commands import DONE, FAILED, UsageError, counted, knowledge_folder

if TYPE_CHECKING:
    from bot.knowledge.loading import StoryDocument
    from bot.settings import Settings


def check(settings: Settings, arguments: argparse.Namespace) -> int:
    """Loads the knowledge as the bot does; with an article, also looks up every quote in it."""
    from bot.answering.handover import assistant_for
    from bot.knowledge.loading import load_knowledge, load_story

    folder = knowledge_folder(settings)
    knowledge = load_knowledge(folder)
    assistant_for(knowledge, folder)  # the word files too must be there
    paths = knowledge.paths
    if not arguments.article:
        for path in paths:
            print(f"{path}: {_contents(load_story(path))}: all well")
        return DONE
    return _check_article(_of_story([load_story(path) for path in paths], arguments.story), arguments)


def _check_article(document: StoryDocument, arguments: argparse.Namespace) -> int:
    from bot.knowledge.checking import check_article

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
    for problem in found.problems:
        print(problem, file=sys.stderr)
    cited = f"{found.cited} of {counted(found.paragraphs, 'paragraph')} cited"
    left_out = f" (not: {', '.join(map(str, found.uncited))})" if found.uncited else ""
    print(f"{document.root.path}: {counted(found.verified, 'quote')} verified, {cited}{left_out}")
    return FAILED if found.problems else DONE


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
