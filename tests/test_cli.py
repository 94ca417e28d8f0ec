"""The command line as a process, and how it fails."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from bot import __version__
from bot.cli import main
from bot.knowledge.loading import load_story
from bot.knowledge.model import StoryTest
from tests.smalltown import REPOSITORY, STORY, WHO

pytestmark = pytest.mark.usefixtures("town")

TOKEN = "123456789:AAtest-TOKEN_of_the_command_line_01234"
Output = pytest.CaptureFixture[str]


def bot(*arguments: str, stdin: bytes = b"", environ: Mapping[str, str] | None = None) -> tuple[int, str, str]:
    """Runs the real thing; returns its exit code, standard output and standard error."""
    done = subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        input=stdin,
        capture_output=True,
        env={**os.environ, **(environ or {})},
        timeout=60,
        check=False,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def questions_of(path: Path) -> list[StoryTest]:
    return load_story(path).story.tests


def test_ask_as_a_process() -> None:
    code, out, err = bot("ask", "--json", WHO)
    assert (code, err) == (0, "")
    assert json.loads(out)["answer"] == "Ilsa Brandt"


def test_pipes_carry_utf8_whatever_the_locale() -> None:
    stdin = f"{WHO}\nna\xefve? ".encode() + b"\xff\n"
    code, out, err = bot("ask", "--json", stdin=stdin, environ={"LC_ALL": "C", "PYTHONIOENCODING": "latin-1"})
    assert (code, err) == (0, "")
    first, second = out.splitlines()
    assert "— “zu Fuß”" in first
    assert json.loads(second)["question"] == "na\xefve? \ufffd"


def test_the_same_reply_in_every_process(tmp_path: Path) -> None:
    """Sets of words have another order in each process, which no answer may show."""
    # A copy: what is kept of the other is made in one of them and taken over by the rest.
    knowledge = shutil.copytree(REPOSITORY / "knowledge", tmp_path / "copy")
    asked = "\n".join(
        test.ask for path in sorted((knowledge / "stories").glob("*.yaml")) for test in questions_of(path)
    )
    outputs = [
        bot("ask", "--json", stdin=asked.encode(), environ={"PYTHONHASHSEED": seed, "KNOWLEDGE_DIR": str(knowledge)})
        for seed in ("1", "2")
    ]
    assert asked
    assert outputs[0] == outputs[1]


def test_chat_without_a_terminal_ends_with_its_input() -> None:
    code, out, err = bot("chat", stdin=f"{WHO}\nWhen?".encode())
    assert (code, err) == (0, "")
    assert "\n\nOn Monday 3 March 2031\n" in out


def test_a_reader_that_stops_reading_ends_it_quietly() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "ask", "--json"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    process.stdin.write(f"{WHO}\n".encode())
    process.stdin.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(timeout=30) == 0


@pytest.mark.usefixtures("interruptible")
def test_interrupt_ends_it_without_a_traceback() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "ask"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(f"{WHO}\n".encode())
    process.stdin.flush()
    assert process.stdout.readline() == b"Ilsa Brandt\n"
    process.send_signal(signal.SIGINT)
    _out, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (130, b"")


def test_asking_never_loads_telegram(tmp_path: Path) -> None:
    (tmp_path / "telegram.py").write_text("raise AssertionError('loaded')", encoding="utf-8")
    assert bot("ask", WHO, environ={"PYTHONPATH": f"{tmp_path}{os.pathsep}{REPOSITORY}"})[0] == 0


def test_asking_never_loads_what_only_editors_need() -> None:
    script = "import sys; from bot.cli import main; main(['ask', sys.argv[1]]); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script, WHO], capture_output=True, check=True, timeout=60)
    loaded = done.stdout.decode().split()
    assert "bot.answering.assistant" in loaded
    assert [name for name in loaded if name.startswith("bot.editing") or name == "difflib"] == []


def test_version() -> None:
    assert bot("--version") == (0, f"factdesk {__version__}\n", "")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["sing"], "argument COMMAND: invalid choice: 'sing'"),
        (["ask", "--json", "--explain", WHO], "argument --explain: not allowed with argument --json"),
        (["check", "--artcle", "x"], "unrecognized arguments: --artcle x"),
    ],
)
def test_wrong_usage(arguments: list[str], message: str, capsys: Output) -> None:
    with pytest.raises(SystemExit) as raised:
        main(arguments)
    assert raised.value.code == 2
    assert message in capsys.readouterr().err


def test_an_empty_question_is_wrong_usage(capsys: Output) -> None:
    assert main(["ask", "  "]) == 2
    message = "the question is empty; give one, or none to read questions from standard input\n"
    assert capsys.readouterr() == ("", message)


def test_run_without_a_token() -> None:
    assert bot("run") == (
        2,
        "",
        "TELEGRAM_TOKEN is not set: get a token from @BotFather on Telegram (/newbot) and set TELEGRAM_TOKEN to it, "
        "in the environment or in .env\n",
    )


@pytest.mark.parametrize("arguments", [[], ["run"], ["ask", WHO]])
def test_a_damaged_token_is_not_printed(arguments: list[str]) -> None:
    code, out, err = bot(*arguments, environ={"TELEGRAM_TOKEN": TOKEN.replace(":", ";")})
    assert (code, out) == (2, "")
    assert err.startswith("TELEGRAM_TOKEN is wrong: its value (not shown) is not a bot token")
    assert err.count("\n") == 1


def test_a_broken_story_keeps_the_bot_from_starting(town: Path) -> None:
    (town / "stories" / "flood.yaml").write_text(STORY.replace("  - asks:", "  - asked:"), encoding="utf-8")
    code, out, err = bot("run", environ={"TELEGRAM_TOKEN": TOKEN})
    assert (code, out) == (1, "")
    assert err.startswith("knowledge/stories/flood.yaml:")
    assert "AAtest" not in err


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("title: Flood", "titel: Flood", "flood.yaml:3: story: unknown key 'titel'; did you mean 'title'?"),
        ("as_of: 2031-03-04", "as_of: 2031-02-30", "flood.yaml:4: story.as_of: "),
        ("near: [bridge-destroyed]", "near: [bridge]", "flood.yaml:41: not_reported.1.near.1: no such fact 'bridge'"),
        ("    who: the flood", "\twho: the flood", "flood.yaml:34: a tab stands here"),
    ],
)
def test_problems_are_shown_in_their_file(old: str, new: str, message: str, town: Path, capsys: Output) -> None:
    assert STORY.count(old) == 1
    (town / "stories" / "flood.yaml").write_text(STORY.replace(old, new), encoding="utf-8")
    assert main(["check"]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert f"knowledge/stories/{message}" in printed.err


def test_all_problems_are_shown_at_once(town: Path, capsys: Output) -> None:
    (town / "stories" / "flood.yaml").write_text(STORY.replace("title: Flood", "titel: Flood"), encoding="utf-8")
    (town / "stories" / "empty.yaml").write_text("", encoding="utf-8")
    assert main(["ask", WHO]) == 1
    err = capsys.readouterr().err
    assert "knowledge/stories/empty.yaml" in err
    assert "knowledge/stories/flood.yaml:3: " in err


def test_a_missing_knowledge_folder(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KNOWLEDGE_DIR", "nowhere")
    assert main(["check"]) == 1
    assert "nowhere/stories: there is no such folder in nowhere" in capsys.readouterr().err


def test_a_missing_word_list(town: Path, capsys: Output) -> None:
    lexicon = town / "lexicon"
    source = lexicon.resolve()
    lexicon.unlink()
    lexicon.mkdir()
    (lexicon / "en.yaml").symlink_to(source / "en.yaml")
    assert main(["check"]) == 1
    assert capsys.readouterr().err.startswith("knowledge/lexicon/en.words: cannot be read")
