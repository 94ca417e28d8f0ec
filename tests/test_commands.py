"""The commands, on the knowledge of a small town."""

from __future__ import annotations

import asyncio
import io
import json
import os
import signal
import sqlite3
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
import yaml

from bot.cli import main
from bot.commands import knowledge_folder
from bot.commands.running import GO_LIVE
from bot.database import _connected
from bot.settings import Settings
from bot.state import FILE, State
from tests.botapi import BotApi
from tests.smalltown import ARTICLE, REPOSITORY, STORY, WHO

pytestmark = pytest.mark.usefixtures("town")

VAIN = "Who won the chess tournament?"
KEYS = ["question", "outcome", "answer", "text", "confidence", "as_of", "citations", "suggestions"]
Output = pytest.CaptureFixture[str]


def type_in(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """Puts these lines on standard input, as UTF-8."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("".join(f"{line}\n" for line in lines).encode())))


def test_ask_prints_the_reply_and_what_else_to_ask(capsys: Output) -> None:
    assert main(["ask", WHO]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Ilsa Brandt",
        "Mayor Ilsa Brandt ordered the evacuation of Halvermoor on Monday 3 March 2031 — “zu Fuß”, as she put it.",
        "Halvermoor Courier, 4 March 2031, paragraph 2: “ordered the evacuation” https://courier.example/2031/dam",
        "",
        "You can also ask:",
        "- What destroyed the old bridge?",
    ]


def test_ask_takes_the_words_of_a_question_without_quotes(capsys: Output) -> None:
    assert main(["ask", *WHO.split(), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["question"] == WHO


def test_ask_as_json(capsys: Output) -> None:
    assert main(["ask", "--json", WHO]) == 0
    out = capsys.readouterr().out
    assert out.count("\n") == 1
    assert "— “zu Fuß”" in out
    shown = json.loads(out)
    assert list(shown) == KEYS
    assert (shown["question"], shown["outcome"], shown["answer"]) == (WHO, "answered", "Ilsa Brandt")
    assert shown["text"].startswith("Ilsa Brandt\nMayor Ilsa Brandt ordered")
    assert shown["as_of"] == "2031-03-04"
    assert shown["suggestions"] == ["What destroyed the old bridge?"]
    assert shown["citations"] == [
        {
            "fact": "evacuation-ordered",
            "source": "Halvermoor Courier",
            "paragraph": 2,
            "quote": "ordered the evacuation",
            "url": "https://courier.example/2031/dam",
        }
    ]


def test_ask_reads_questions_that_do_not_know_of_each_other(monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
    type_in(monkeypatch, f"\ufeff  {WHO}\r", "", "   ", "When?", "Wer? 😀")
    assert main(["ask", "--json"]) == 0
    shown = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [reply["question"] for reply in shown] == [WHO, "When?", "Wer? 😀"]
    assert [reply["outcome"] == "answered" for reply in shown] == [True, False, False]
    assert all(reply["confidence"] == round(reply["confidence"], 2) for reply in shown)


def test_ask_separates_replies_by_an_empty_line(monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
    type_in(monkeypatch, VAIN, WHO)
    assert main(["ask"]) == 0
    assert "\n\nIlsa Brandt\n" in capsys.readouterr().out


def test_ask_explains_before_it_answers(capsys: Output) -> None:
    assert main(["ask", "--explain", WHO]) == 0
    explanation, answer, _rest = capsys.readouterr().out.partition("\n\nIlsa Brandt\n")
    assert answer
    assert "evacuation-ordered" in explanation


def test_chat_is_one_conversation(monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
    type_in(monkeypatch, WHO, "", "When?", "/start", "When?", "/help", "/unknown")
    assert main(["chat", "--json"]) == 0
    shown = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [reply["question"] for reply in shown] == [WHO, "When?", "/start", "When?", "/help", "/unknown"]
    assert [reply["answer"] for reply in shown[:2]] == ["Ilsa Brandt", "On Monday 3 March 2031"]
    assert shown[3]["outcome"] != "answered"
    assert shown[4]["text"] == shown[5]["text"] != shown[2]["text"]
    assert all(list(reply) == KEYS for reply in shown)


def test_chat_begins_afresh_each_time(monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
    for line in (WHO, "When?"):
        type_in(monkeypatch, line)
        assert main(["chat", "--json"]) == 0
    shown = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [reply["outcome"] == "answered" for reply in shown] == [True, False]


@pytest.mark.parametrize(
    ("records", "gaps"),
    [
        ("yes", "once, last on"),
        ("no", "Nothing has been recorded yet: there is no data/state.sqlite3. RECORD_GAPS is no"),
    ],
)
def test_what_chat_is_asked_in_vain_is_a_gap(
    records: str, gaps: str, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    monkeypatch.setenv("RECORD_GAPS", records)
    type_in(monkeypatch, f"{VAIN} Call +44 7700 900123", WHO)
    assert main(["chat"]) == 0
    capsys.readouterr()
    assert main(["gaps"]) == 0
    out = capsys.readouterr().out
    assert out.startswith(gaps)
    assert (VAIN in out) == (records == "yes")
    assert WHO not in out
    assert "900123" not in out


@pytest.mark.parametrize("arguments", [[], ["chat"]])
def test_chat_without_a_terminal_is_plain(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    type_in(monkeypatch, WHO)
    assert main(arguments) == 0
    printed = capsys.readouterr()
    assert printed.out.startswith("Ilsa Brandt\n")
    assert printed.out.endswith("- What destroyed the old bridge?\n\n")
    assert printed.err == ("" if arguments else f"{GO_LIVE}\n")


def second_story(town: Path) -> None:
    text = STORY.replace("halvermoor-flood", "dam").replace("evacuation-ordered", "evacuated")
    (town / "stories" / "dam.yaml").write_text(text.replace("bridge-destroyed", "bridge"), encoding="utf-8")


def test_check_against_the_article_of_one_of_several_stories(town: Path, tmp_path: Path, capsys: Output) -> None:
    second_story(town)
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    arguments = ["--article", "article.txt", "--story", "dam", "--source", "courier", "--today", "2031-03-05"]
    assert main(["check", *arguments]) == 0
    contents = "2 facts, 2 entities, 1 not reported, 3 tests"
    assert capsys.readouterr().out.splitlines() == [
        f"knowledge/stories/dam.yaml: {contents}; 4 quotes verified, 2 of 3 paragraphs cited (not: 3): all well",
        f"knowledge/stories/flood.yaml: {contents}: all well",
        "article.txt: 1 finding",
        "  line 5: paragraph 3: no fact cites it: add what it tells, if readers may ask for it",
    ]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ([], "--story: several stories; say whose article this is: dam, halvermoor-flood\n"),
        (["--story", "x"], "--story: there is no story 'x'; say whose article this is: dam, halvermoor-flood\n"),
        (["--story", "dam", "--source", "x"], "--source: no such source 'x'; known here: courier\n"),
    ],
)
def test_check_needs_to_know_whose_article_it_is(
    options: list[str], message: str, town: Path, tmp_path: Path, capsys: Output
) -> None:
    second_story(town)
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    assert main(["check", "--article", "article.txt", *options]) == 2
    assert capsys.readouterr() == ("", message)


@pytest.mark.parametrize(("content", "problem"), [(None, "FileNotFoundError"), (b"\xff", "UnicodeDecodeError")])
def test_check_with_an_unreadable_article(content: bytes | None, problem: str, tmp_path: Path, capsys: Output) -> None:
    if content is not None:
        (tmp_path / "article.txt").write_bytes(content)
    assert main(["check", "--article", "article.txt"]) == 2
    message = f"article.txt cannot be read ({problem}): --article takes a text file in UTF-8\n"
    assert capsys.readouterr() == ("", message)


@pytest.mark.parametrize(
    ("environ", "has_folder", "expected"),
    [
        ({}, True, Path("knowledge")),
        ({}, False, REPOSITORY / "knowledge"),
        # What is set is meant, even where it does not exist.
        ({"KNOWLEDGE_DIR": "knowledge"}, False, Path("knowledge")),
        ({"KNOWLEDGE_DIR": "elsewhere"}, True, Path("elsewhere")),
    ],
)
def test_knowledge_folder(environ: dict[str, str], has_folder: bool, expected: Path, town: Path) -> None:
    if not has_folder:
        town.rename(town.parent / "moved")
    assert knowledge_folder(Settings.read(environ, None)) == expected


@pytest.mark.parametrize("arguments", [[], ["run"]])
async def test_run_answers_on_telegram_until_it_is_told_to_stop(
    arguments: list[str], api: BotApi, tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text(f"TELEGRAM_TOKEN={api.token}\nTELEGRAM_API_URL={api.url}\n", encoding="utf-8")
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "bot", *arguments),
        env={**os.environ, "LOG_LEVEL": "DEBUG"},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        api.say(WHO)
        await api.until(lambda: api.sent, seconds=30)
        api.say("When?")
        await api.until(lambda: len(api.sent) == 2, seconds=30)
        process.send_signal(signal.SIGTERM)
        printed = b"".join(await process.communicate()).decode()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    assert [message["text"].splitlines()[0] for message in api.sent] == ["Ilsa Brandt", "On Monday 3 March 2031"]
    assert process.returncode == 0
    assert api.token.partition(":")[2] not in printed
    assert WHO not in printed


def vain(*questions: str) -> None:
    """The bot's state, after readers asked these questions in vain."""
    with closing(State(Path("data"))) as state:
        for question in questions:
            state.count_gap(question)


def test_gaps_shows_what_readers_asked_in_vain(capsys: Output) -> None:
    vain(VAIN, VAIN, WHO)
    assert main(["gaps"]) == 0
    assert capsys.readouterr().out.splitlines()[0].startswith("2 times, last on ")
    assert main(["gaps", "--json"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert (json.loads(line)["question"], json.loads(line)["count"]) == (VAIN, 2)
    assert main(["gaps", "--yaml"]) == 0
    assert next(yaml.safe_load_all(capsys.readouterr().out))["not_reported"][0]["asks"] == [VAIN]


def test_gaps_reads_while_the_bot_writes(capsys: Output) -> None:
    with closing(State(Path("data"))) as state:
        for number in range(3):
            state.count_gap(VAIN)
            assert main(["gaps", "--json"]) == 0
            assert json.loads(capsys.readouterr().out)["count"] == number + 1
        assert state.is_kept


@pytest.mark.parametrize(
    ("form", "begin"), [([], ""), (["--yaml"], "# "), (["--json"], "")], ids=["words", "yaml", "json"]
)
def test_gaps_without_any(form: list[str], begin: str, capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    assert main(["gaps", *form]) == 0
    missing = capsys.readouterr()
    assert not Path("data").exists()
    vain()
    monkeypatch.setenv("RECORD_GAPS", "no")
    assert main(["gaps", *form]) == 0
    empty = capsys.readouterr()
    off = "RECORD_GAPS is no: questions are not recorded."
    for shown, text in (
        (missing, f"Nothing has been recorded yet: there is no {Path('data') / FILE}."),
        (empty, f"No question was asked in vain, and no answer was disliked. {off}"),
    ):
        assert shown == (("", f"{text}\n") if "--json" in form else (f"{begin}{text}\n", ""))


def test_gaps_that_cannot_be_read(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    vain()
    monkeypatch.setattr("bot.database._connected", partial(_refused, _connected))
    assert main(["gaps"]) == 2
    path = Path("data") / FILE
    assert f"{path} cannot be read and written: run this as the user who runs the bot\n" in capsys.readouterr().err


def _refused(
    connected: Callable[[str, Sequence[str]], sqlite3.Connection], name: str, migrations: Sequence[str]
) -> sqlite3.Connection:
    """A database that may not be opened, unless it is in memory."""
    if name != ":memory:":
        raise sqlite3.OperationalError("unable to open database file")
    return connected(name, migrations)
