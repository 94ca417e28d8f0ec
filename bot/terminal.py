"""How the bot looks on a terminal: colour, width, a prompt, suggestions that can be picked by number."""

from __future__ import annotations

import contextlib
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TextIO

from bot.answering.reply import Reply, source_lines

PROMPT = "› "
HINT = "Type a question, or the number of one. /start begins afresh, /help helps, Ctrl-D leaves."

_BOLD, _DIM, _YELLOW, _PLAIN = "\033[1m", "\033[2m", "\033[33m", "\033[0m"
_REFUSALS = ("not_in_source", "off_topic")


def is_interactive() -> bool:
    """Whether a person sits at both ends: nothing is piped in or out."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def has_colour(stream: TextIO, environ: Mapping[str, str]) -> bool:
    """Whether to colour what goes to `stream`: on a terminal that can, unless NO_COLOR is set."""
    return stream.isatty() and not environ.get("NO_COLOR") and environ.get("TERM", "dumb") != "dumb"


def plain_text(reply: Reply) -> str:
    """The reply with its suggestions, for a pipe or a file."""
    listed = [f"- {suggestion}" for suggestion in reply.suggestions]
    lead = ["", reply.lead] if reply.lead else []
    return "\n".join([reply.text, *(lead + listed if listed else [])])


class Screen:
    """Lays replies out for a terminal."""

    def __init__(self, *, is_coloured: bool) -> None:
        self._is_coloured = is_coloured

    def show(self, reply: Reply) -> str:
        """The reply with its suggestions numbered, wrapped to the width that the terminal has now."""
        width = shutil.get_terminal_size().columns
        parts = [self._part(part, width) for part in reply.parts or (reply,)]
        listed = "\n".join(
            self._lines(suggestion, width, _DIM, indent=f"  {number}  ")
            for number, suggestion in enumerate(reply.suggestions, start=1)
        )
        overdue = self._lines(reply.overdue, width, _YELLOW)
        return "\n\n".join(filter(None, [*parts, overdue, listed]))

    def bold(self, text: str) -> str:
        """Text that stands out, such as a heading."""
        return self._lines(text, shutil.get_terminal_size().columns, _BOLD)

    def dim(self, text: str) -> str:
        """Text that is beside the point, such as a hint."""
        return self._lines(text, shutil.get_terminal_size().columns, _DIM)

    def _part(self, reply: Reply, width: int) -> str:
        body = _YELLOW if reply.outcome in _REFUSALS else ""
        plain = [(text, body) for text in (reply.statement, reply.correction, reply.attribution)]
        styled = [(reply.answer, _BOLD), *plain]
        styled += [(line, _DIM) for line in source_lines(reply.citations)]
        return "\n".join(self._lines(text, width, style) for text, style in styled if text)

    def _lines(self, text: str, width: int, style: str, *, indent: str = "") -> str:
        """Each line of `text` wrapped; addresses stay whole, so that they can be clicked."""
        wrapped = [
            line
            for paragraph in text.splitlines()
            for line in textwrap.wrap(
                paragraph,
                max(width, len(indent) + 20),
                initial_indent=indent,
                subsequent_indent=" " * len(indent),
                break_long_words=False,
                break_on_hyphens=False,
            )
            or [""]
        ]
        if not (style and self._is_coloured):
            return "\n".join(wrapped)
        return "\n".join(f"{style}{line}{_PLAIN}" for line in wrapped)


def converse(turn: Callable[[str], Reply], headings: Sequence[str], environ: Mapping[str, str]) -> None:
    """Holds a conversation with the person at the terminal, until that person leaves.

    `turn` answers each line; `headings` say which stories it knows, and how fresh they are.
    """
    screen = Screen(is_coloured=has_colour(sys.stdout, environ))
    reply = turn("/start")
    _say("\n".join(map(screen.bold, headings)), screen.show(reply), screen.dim(HINT))
    for line in typed_lines():
        if not line:
            continue
        question = picked(line, reply.suggestions)
        if question:
            _say(screen.dim(question))
        reply = turn(question or line)
        _say(screen.show(reply))
    sys.stdout.write("Goodbye.\n")


def _say(*paragraphs: str) -> None:
    sys.stdout.write("\n\n".join(paragraphs) + "\n\n")
    sys.stdout.flush()


def typed_lines() -> Iterator[str]:
    """What a person types, line by line and with history, until Ctrl-D, Ctrl-C, `exit` or `quit`."""
    with contextlib.suppress(ImportError):
        import readline  # noqa: F401 - gives `input` its line editing and history
    with contextlib.suppress(EOFError, KeyboardInterrupt):
        while (line := input(PROMPT).strip()) not in ("exit", "quit"):
            yield line
        return
    sys.stdout.write("\n")  # ends the line of the prompt


def picked(line: str, suggestions: Sequence[str]) -> str | None:
    """The suggestion whose number, counted from 1, `line` is; None where it is no such number."""
    return {str(number): suggestion for number, suggestion in enumerate(suggestions, start=1)}.get(line)
