"""`ask` and `chat`: questions in, replies out."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from contextlib import closing, nullcontext
from functools import partial
from typing import TYPE_CHECKING

from bot.commands import DONE, UsageError, assistant_of

if TYPE_CHECKING:
    from bot.answering.reply import Reply
    from bot.desk import Desk
    from bot.knowledge.model import Story
    from bot.knowledge.voice import VoiceFile
    from bot.settings import Settings

TERMINAL = "terminal"
"""The key of the one conversation that `chat` holds."""


def chat(settings: Settings, arguments: argparse.Namespace) -> int:
    """One conversation: on a terminal with all comforts, else a reply for each line of standard input.

    What it is asked in vain is kept for `gaps`, as on Telegram.
    """
    from bot.desk import Desk
    from bot.state import State
    from bot.terminal import converse, is_interactive, plain_text

    assistant = assistant_of(settings)
    with closing(State(settings.data_dir)) if settings.record_gaps else nullcontext() as notes:
        desk = Desk(assistant, notes, records_gaps=settings.record_gaps)
        desk.forget(TERMINAL)  # an earlier one is over
        turn = partial(_turn, desk)
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
    from bot.desk import Desk
    from bot.terminal import plain_text

    given = " ".join(arguments.question).strip()
    if arguments.question and not given:
        raise UsageError("the question is empty; give one, or none to read questions from standard input")
    assistant = assistant_of(settings)
    desk = Desk(assistant)
    for question in [given] if given else _piped_lines():
        if arguments.explain:
            print(assistant.explain(question), end="\n\n")
        reply = desk.reply_afresh(question)
        # An empty line between replies, none after an only one.
        print(_as_json(question, reply) if arguments.json else plain_text(reply) + ("" if given else "\n"), flush=True)
    return DONE


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
        "as_of": reply.dates.reported.isoformat() if reply.dates else "",
        "citations": citations,
        "suggestions": list(reply.suggestions),
    }
    return json.dumps(shown, ensure_ascii=False)
