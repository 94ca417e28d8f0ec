"""The commands: each takes the settings and its arguments, prints what it finds and returns the exit code.

Every command imports what it needs when it runs: `ask` and `chat` never load Telegram.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.answering.assistant import Assistant
    from bot.answering.reply import Reply
    from bot.desk import Desk
    from bot.knowledge.loading import StoryDocument
    from bot.knowledge.model import Story
    from bot.knowledge.voice import VoiceFile
    from bot.settings import Settings

DONE, FAILED, WRONG_USE = 0, 1, 2
"""Exit codes: 1 for knowledge or tests that fail, 2 for wrong usage or settings."""

GO_LIVE = (
    "Not on Telegram: TELEGRAM_TOKEN is not set. To go live, get a token from @BotFather (/newbot), write "
    "TELEGRAM_TOKEN=… into .env and start again."
)
TERMINAL = "terminal"
"""The key of the one conversation that `chat` holds."""


class UsageError(Exception):
    """An argument cannot be used; the text says which, and what is allowed."""


def knowledge_folder(settings: Settings) -> Path:
    """KNOWLEDGE_DIR; where that is not set and the working directory has no such folder, the one of the checkout."""
    beside_package = Path(__file__).resolve().parents[1] / settings.knowledge_dir
    is_default = "KNOWLEDGE_DIR" not in settings.given
    if is_default and not settings.knowledge_dir.is_dir() and beside_package.is_dir():
        return beside_package
    return settings.knowledge_dir


def run_or_chat(settings: Settings, arguments: argparse.Namespace) -> int:
    """The bot on Telegram where there is a token for it, else in the terminal."""
    if settings.telegram_token is not None:
        return run(settings, arguments)
    print(GO_LIVE, file=sys.stderr)
    return chat(settings, arguments)


def run(settings: Settings, _arguments: argparse.Namespace) -> int:
    """The Telegram bot, until it is told to stop."""
    token = settings.require_token()
    signal.signal(signal.SIGTERM, _end)
    from bot.answering.cache import AssistantCache
    from bot.answering.handover import start_loading

    load = start_loading(knowledge_folder(settings), AssistantCache(settings.data_dir, token))
    from bot.telegram.running import run_bot

    return run_bot(settings, load)


def _end(*_: object) -> None:
    """Told to stop while nothing has been taken yet."""
    sys.exit(DONE)


def chat(settings: Settings, arguments: argparse.Namespace) -> int:
    """One conversation: on a terminal with all comforts, else a reply for each line of standard input."""
    from bot.desk import Desk
    from bot.terminal import converse, is_interactive, plain_text

    assistant = _assistant(settings)
    turn = partial(_turn, Desk(assistant))
    if is_interactive() and not arguments.json:
        converse(turn, [_heading(story.story, assistant.voice) for story in assistant.stories], os.environ)
        return DONE
    for line in _piped_lines():
        reply = turn(line)
        print(_as_json(line, reply) if arguments.json else f"{plain_text(reply)}\n", flush=True)
    return DONE


def _heading(story: Story, voice: VoiceFile) -> str:
    from bot.answering.composing import written_day

    return f"{story.title}, as reported up to {written_day(story.as_of, voice)}"


def _turn(desk: Desk, text: str) -> Reply:
    if text == "/start":
        return desk.start(TERMINAL)
    return desk.help() if text.startswith("/") else desk.reply(text, TERMINAL)


def ask(settings: Settings, arguments: argparse.Namespace) -> int:
    """One question, or those of standard input, each on its own."""
    from bot.terminal import plain_text

    given = " ".join(arguments.question).strip()
    if arguments.question and not given:
        raise UsageError("the question is empty; give one, or none to read questions from standard input")
    assistant = _assistant(settings)
    for question in [given] if given else _piped_lines():
        if arguments.explain:
            print(assistant.explain(question), end="\n\n")
        reply = assistant.ask(question)
        # An empty line between replies, none after an only one.
        print(_as_json(question, reply) if arguments.json else plain_text(reply) + ("" if given else "\n"), flush=True)
    return DONE


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
    cited = f"{found.cited} of {_count(found.paragraphs, 'paragraph')} cited"
    left_out = f" (not: {', '.join(map(str, found.uncited))})" if found.uncited else ""
    print(f"{document.root.path}: {_count(found.verified, 'quote')} verified, {cited}{left_out}")
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
            _count(len(story.facts), "fact"),
            _count(len(story.entities), "entity", "entities"),
            f"{len(story.not_reported)} not reported",
            _count(len(story.tests), "test"),
        ]
    )


def eval_(settings: Settings, _arguments: argparse.Namespace) -> int:
    """Runs the stories' own tests."""
    from bot.evaluation import evaluate

    assistant = _assistant(settings)
    failed = total = 0
    for story in assistant.stories:
        print(story.story.id)
        for verdict in evaluate(story.tests, assistant.ask):
            difference = "" if verdict.is_right else f", not {verdict.found}"
            print(f"  {'ok' if verdict.is_right else 'FAIL':5} {verdict.question}  → {verdict.wanted}{difference}")
            failed += not verdict.is_right
            total += 1
    print(f"{_count(total, 'test')}, {failed or 'none'} failed")
    return FAILED if failed else DONE


def _assistant(settings: Settings) -> Assistant:
    from bot.answering.handover import load_assistant

    return load_assistant(knowledge_folder(settings))


def _piped_lines() -> Iterator[str]:
    """The lines of standard input without blank ones."""
    if sys.stdin.isatty():
        print("One question a line; Ctrl-D ends.", file=sys.stderr)
    for line in sys.stdin:
        if text := line.strip():
            yield text


def _as_json(question: str, reply: Reply) -> str:
    shown_of_citation = ("fact", "source", "paragraph", "quote", "url")
    citations = [{name: getattr(citation, name) for name in shown_of_citation} for citation in reply.citations]
    shown = {
        "question": question,
        "outcome": reply.outcome,
        "answer": reply.answer,
        "text": reply.text,
        "confidence": round(reply.confidence, 2),
        "citations": citations,
        "suggestions": list(reply.suggestions),
    }
    return json.dumps(shown, ensure_ascii=False)


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
