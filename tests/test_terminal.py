"""Replies on a terminal, and a chat in a real one."""

from __future__ import annotations

import datetime
import fcntl
import io
import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from bot.answering.reply import Citation, Reply
from bot.terminal import Screen, has_colour, picked, plain_text
from tests.smalltown import REPOSITORY, WHO, write_town

PLACE = "The Post, 6 January 2022, paragraph 3"
CITATION = Citation(
    "fire",
    "The Post",
    "Fire",
    "https://post.example/a-very-long-address",
    datetime.date(2022, 1, 6),
    3,
    "on fire",
    PLACE,
)
LEAD = "You can also ask:"
ANSWER = Reply("answered", "Bob", "Bob, a baker, put out the fire.", "That is what Ann says.", (CITATION,))
SOURCE = "The Post, 6 January 2022, paragraph 3: “on fire” https://post.example/a-very-long-address"


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "environ", "expected"),
    [
        (_Terminal(), {"TERM": "xterm"}, True),
        (_Terminal(), {"TERM": "xterm", "NO_COLOR": ""}, True),
        (_Terminal(), {"TERM": "xterm", "NO_COLOR": "1"}, False),
        (_Terminal(), {"TERM": "dumb"}, False),
        (_Terminal(), {}, False),
        (io.StringIO(), {"TERM": "xterm"}, False),
    ],
)
def test_colour_only_where_it_is_wanted(stream: io.StringIO, environ: dict[str, str], expected: bool) -> None:
    assert has_colour(stream, environ) is expected


@pytest.mark.parametrize(
    ("suggestions", "expected"),
    [
        ((), ANSWER.text),
        (("When?", "Why?"), f"{ANSWER.text}\n\n{LEAD}\n- When?\n- Why?"),
    ],
)
def test_plain_text(suggestions: tuple[str, ...], expected: str) -> None:
    reply = Reply(
        "answered",
        ANSWER.answer,
        ANSWER.statement,
        ANSWER.attribution,
        (CITATION,),
        1,
        suggestions,
        LEAD if suggestions else "",
    )
    assert plain_text(reply) == expected


def test_choices_follow_what_asks_for_them() -> None:
    asked = Reply("clarify", statement="Which of these do you mean?", suggestions=("The dam?", "The bridge?"))
    assert plain_text(asked) == "Which of these do you mean?\n- The dam?\n- The bridge?"


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        (
            ANSWER,
            f"\033[1mBob\033[0m\nBob, a baker, put out the fire.\nThat is what Ann says.\n\033[2m{SOURCE}\033[0m",
        ),
        (Reply("not_in_source", statement="Not said.\nNear."), "\033[33mNot said.\033[0m\n\033[33mNear.\033[0m"),
        (Reply("off_topic", statement="Elsewhere."), "\033[33mElsewhere.\033[0m"),
        (Reply("small_talk", statement="Hello!"), "Hello!"),
        (
            Reply(
                "answered", parts=(Reply("answered", "Bob"), Reply("off_topic", statement="No.")), suggestions=("Y?",)
            ),
            "\033[1mBob\033[0m\n\n\033[33mNo.\033[0m\n\n\033[2m  1  Y?\033[0m",
        ),
    ],
)
def test_screen_in_colour(reply: Reply, expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    assert Screen(is_coloured=True).show(reply) == expected


def test_screen_gives_each_source_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    named_already = replace(CITATION, fact="smoke", paragraph=5, place="")
    elsewhere = replace(CITATION, url="https://sun.example", place="The Sun, page 1")
    reply = Reply("answered", "The fire", citations=(CITATION, named_already, elsewhere))
    assert Screen(is_coloured=False).show(reply).splitlines() == [
        "The fire",
        SOURCE,
        "The Sun, page 1: “on fire” https://sun.example",
    ]


def test_screen_wraps_words_and_keeps_addresses_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    reply = Reply("answered", "Bob", ANSWER.statement, "", (CITATION,), 1, ("Who put out the fire that night?",))
    assert Screen(is_coloured=False).show(reply) == (
        "Bob\n"
        "Bob, a baker, put out the\n"
        "fire.\n"
        "The Post, 6 January 2022,\n"
        "paragraph 3: “on fire”\n"
        "https://post.example/a-very-long-address\n"
        "\n"
        "  1  Who put out the fire that\n"
        "     night?"
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("1", "Who?"),
        ("2", "Why?"),
        ("3", None),
        ("0", None),
        ("-1", None),
        ("01", None),
        ("", None),
        ("9" * 5000, None),
    ],
)
def test_picked(line: str, expected: str | None) -> None:
    assert picked(line, ("Who?", "Why?")) == expected


class Typist:
    """A person at a terminal of 80 columns in which a chat runs."""

    def __init__(self, knowledge: Path, **environ: str) -> None:
        self._own_end, other_end = os.openpty()
        fcntl.ioctl(other_end, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bot", "chat"],
            stdin=other_end,
            stdout=other_end,
            stderr=other_end,
            cwd=knowledge.parent,
            env={"PATH": os.environ["PATH"], "PYTHONPATH": str(REPOSITORY), "LANG": "C.UTF-8", **environ},
            start_new_session=True,
        )
        os.close(other_end)

    def read_until(self, end: str) -> str:
        """What the terminal shows, up to `end`; all that is left where it never shows that."""
        shown = b""
        while not shown.decode(errors="ignore").replace("\r\n", "\n").endswith(end):
            if not select.select([self._own_end], [], [], 30)[0]:
                raise AssertionError(f"{end!r} was not shown, but {shown!r}")
            try:
                chunk = os.read(self._own_end, 1)
            except OSError:  # how Linux says that the other end is closed
                break
            if not chunk:
                break
            shown += chunk
        return shown.decode().replace("\r\n", "\n")

    def type(self, keys: str) -> None:
        os.write(self._own_end, keys.encode())

    def interrupt(self) -> None:
        """What Ctrl-C does; where it comes before the prompt listens, it is noticed with the next key."""
        self._process.send_signal(signal.SIGINT)
        self.type("\n")

    def leave(self) -> int:
        """The exit code."""
        return self._process.wait(timeout=30)

    def end(self) -> None:
        """Frees all that the chat holds, whether it has ended or not."""
        self._process.kill()
        self._process.wait()
        os.close(self._own_end)


@contextmanager
def chatting(folder: Path, **environ: str) -> Iterator[Typist]:
    typist = Typist(write_town(folder / "knowledge"), **environ)
    try:
        yield typist
    finally:
        typist.end()


PROMPT = "\n› "


def test_chat_in_a_terminal(tmp_path: Path) -> None:
    with chatting(tmp_path, TERM="xterm") as typist:
        greeting = typist.read_until(PROMPT)
        assert greeting.startswith("\033[1mFlood in Halvermoor, as reported up to 4 March 2031\033[0m\n\n")
        suggested = re.search(rf"\033\[2m  (\d)  {re.escape(WHO)}\033\[0m\n", greeting)
        assert suggested
        typist.type(f"{suggested[1]}\n")
        reply = typist.read_until(PROMPT)
        assert f"\033[2m{WHO}\033[0m" in reply
        assert "\033[1mIlsa Brandt\033[0m\n" in reply
        typist.type("When?\n")
        assert "\033[1mOn Monday 3 March 2031\033[0m\n" in typist.read_until(PROMPT)
        typist.type("Who won the chess tournament?\n")
        assert "\033[33m" in typist.read_until(PROMPT)
        typist.type("/start\n")
        typist.read_until(PROMPT)
        typist.type("When?\n")
        assert "Monday" not in typist.read_until(PROMPT)
        typist.type("\x04")
        assert typist.read_until("Goodbye.\n").endswith("\nGoodbye.\n")
        assert typist.leave() == 0


@pytest.mark.parametrize("word", ["exit", "quit"])
def test_words_that_leave(word: str, tmp_path: Path) -> None:
    with chatting(tmp_path, TERM="dumb") as typist:
        assert "\033" not in typist.read_until(PROMPT)
        typist.type(f"{word}\n")
        assert typist.read_until("Goodbye.\n") == f"{word}\nGoodbye.\n"
        assert typist.leave() == 0


@pytest.mark.usefixtures("interruptible")
def test_interrupt_leaves(tmp_path: Path) -> None:
    with chatting(tmp_path, TERM="dumb") as typist:
        typist.read_until(PROMPT)
        typist.interrupt()
        assert typist.read_until("Goodbye.\n").endswith("\nGoodbye.\n")
        assert typist.leave() == 0


def test_history_brings_back_what_was_typed(tmp_path: Path) -> None:
    pytest.importorskip("readline")
    with chatting(tmp_path, TERM="xterm") as typist:
        typist.read_until(PROMPT)
        typist.type(f"{WHO}\n")
        typist.read_until(PROMPT)
        typist.type("\x1b[A\n")
        assert "Ilsa Brandt" in typist.read_until(PROMPT)
