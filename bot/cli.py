"""The command line: what can be typed, which command that means, and what is said where it cannot be done."""

from __future__ import annotations

import argparse
import datetime
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from bot import __version__
from bot.commands import (
    DONE,
    FAILED,
    WRONG_USE,
    UsageError,
    checking,
    drafting,
    evaluating,
    gathering,
    knowledge_folder,
    running,
    talking,
)

INTERRUPTED = 130
"""What shells report for a command that Ctrl-C ended."""


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command that `argv` (without it, the process's arguments) names and returns its exit code.

    0 done, 1 the knowledge or its tests fail, 2 wrong usage or settings; argparse exits with 2 by itself.
    """
    arguments = _parser().parse_args(argv)
    _use_utf8()
    try:
        code = _run_command(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read this has read enough. Python flushes once more at exit, which must not fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="factdesk",
        description="Answers readers' questions about a news story, with sources.",
        epilog="Without a command: run where TELEGRAM_TOKEN is set, else chat. Exit codes: 0 done, 1 the knowledge "
        "or its tests fail, 2 wrong usage or settings.",
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    parser.set_defaults(command=running.run_or_chat, json=False)
    named = parser.add_subparsers(title="commands", metavar="COMMAND")

    run = named.add_parser("run", help="the Telegram bot")
    run.set_defaults(command=running.run)

    chat = named.add_parser("chat", help="the same bot in the terminal")
    chat.set_defaults(command=talking.chat)
    chat.add_argument("--json", action="store_true", help="one JSON object a turn")

    ask = named.add_parser("ask", help="one question, or one a line from standard input")
    ask.set_defaults(command=talking.ask)
    ask.add_argument("question", nargs="*", metavar="QUESTION", help="without it, questions are read one a line")
    form = ask.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON object a question")
    form.add_argument("--explain", action="store_true", help="show how the answer was found")

    check = named.add_parser("check", help="check the knowledge, and hold it against the article")
    check.set_defaults(command=checking.check)
    check.add_argument("--article", type=Path, metavar="FILE", help="the article; blank lines separate paragraphs")
    check.add_argument("--story", metavar="ID", help="whose article it is, where there are several stories")
    check.add_argument("--source", metavar="ID", help="which source it is, where the story has several")
    check.add_argument("--strict", action="store_true", help="exit with 1 for findings too")
    check.add_argument("--json", action="store_true", help="one JSON object with problems and findings")
    check.add_argument("--today", type=datetime.date.fromisoformat, metavar="DATE", help="judge days as on that day")

    drafting.add_arguments(named.add_parser("new", help="a draft of a story from an article"))

    evaluation = named.add_parser("eval", help="run the stories' own tests")
    evaluation.set_defaults(command=evaluating.evaluate_tests)
    evaluation.add_argument("--suggest", action="store_true", help="print further tests, made from the facts, to keep")

    gaps = named.add_parser("gaps", help="what readers asked in vain, the most asked first")
    gaps.set_defaults(command=gathering.show_gaps, form="words")
    shape = gaps.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_const", dest="form", const="json", help="one JSON object a line")
    shape.add_argument("--yaml", action="store_const", dest="form", const="yaml", help="lines to paste into stories")
    return parser


def _use_utf8() -> None:
    """Pipes carry UTF-8 whatever the locale; what cannot be read or shown becomes a replacement sign."""
    if isinstance(sys.stdin, io.TextIOWrapper) and not sys.stdin.isatty():
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="replace")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def _run_command(arguments: argparse.Namespace) -> int:
    from bot.answering.handover import HandoverError
    from bot.database import StateError
    from bot.knowledge.problems import KnowledgeError, in_folder
    from bot.knowledge.wordlist import TableError
    from bot.settings import Settings, SettingsError

    try:
        settings = Settings.read(os.environ, Path(".env"))
        code: int = arguments.command(settings, arguments)
        return code
    except (SettingsError, UsageError, StateError) as error:
        print(error, file=sys.stderr)
        return WRONG_USE
    except (TableError, HandoverError) as error:
        print(error, file=sys.stderr)
        return FAILED
    except KnowledgeError as error:
        for problem in in_folder(knowledge_folder(settings), error.problems):
            print(problem, file=sys.stderr)
        return FAILED
