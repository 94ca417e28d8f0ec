"""What the README shows is what the bot does."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from bot.answering.handover import load_assistant
from bot.cli import main
from bot.desk import Desk
from bot.knowledge.loading import load_story
from bot.settings import VARIABLES
from bot.telegram.profile import IN_GROUPS, IN_PRIVATE
from tests.botapi import BotApi
from tests.desk import answer_all, buttons
from tests.smalltown import REPOSITORY

README = (REPOSITORY / "README.md").read_text(encoding="utf-8")


FRAME = """\
story: {id: shown, title: Shown, as_of: 2022-01-06}
sources:
  aljazeera: {publisher: Al Jazeera, title: Shown, url: https://example.org/, published: 2022-01-06}
entities:
  almaty: {kind: place, name: Almaty, cite: {source: aljazeera, paragraph: 1, quote: Almaty}}
"""
"""What a story file needs beside the part that the README shows."""


def blocks(language: str) -> list[str]:
    """The fenced blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def test_the_exchange_is_real(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KNOWLEDGE_DIR", raising=False)
    (exchange,) = blocks("console")
    command, _, shown = exchange.partition("\n")
    dollar, python, *arguments = shlex.split(command)
    assert (dollar, python) == ("$", "python")
    done = subprocess.run([sys.executable, *arguments], cwd=REPOSITORY, capture_output=True, check=True)
    assert done.stdout.decode() == shown


async def shown_exchange(question: str) -> str:
    """What the bot sends to a question, with its buttons in brackets."""
    async with BotApi() as api:
        api.say(question)
        await answer_all(api, Desk(load_assistant(REPOSITORY / "knowledge")))
        (message,) = api.sent
    rows = buttons(message) if "reply_markup" in message else []
    return "\n".join([message["text"], *(" ".join(f"[{text}]" for text in row) for row in rows)])


@pytest.mark.parametrize("shown", blocks("text"), ids=lambda shown: shown.splitlines()[0])
async def test_what_readers_see_on_telegram_is_real(shown: str) -> None:
    question, _, reply = shown.partition("\n")
    assert await shown_exchange(question.removeprefix("› ")) == reply.rstrip("\n")


def test_every_command_of_the_bot_is_shown() -> None:
    table = README[README.index("## On Telegram") : README.index("## What the knowledge looks like")]
    shown = set(re.findall(r"`/([a-z]+)", "".join(line for line in table.splitlines() if line.startswith("|"))))
    assert shown == {*IN_PRIVATE, *IN_GROUPS, "start"}


def help_of(capsys: pytest.CaptureFixture[str], *command: str) -> str:
    with pytest.raises(SystemExit):
        main([*command, "--help"])
    return capsys.readouterr().out


def test_every_command_and_option_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    table = README[README.index("## Commands") : README.index("## Settings")]
    rows = [line for line in table.splitlines() if line.startswith("| `")]
    commands = re.findall(r"^    ([a-z]+) ", help_of(capsys), re.MULTILINE)
    assert {row[3:].partition("`")[0].split()[0] for row in rows} == set(commands)
    for command in commands:
        options = set(re.findall(r"--[a-z]+", help_of(capsys, command))) - {"--help"}
        told = " ".join(row for row in rows if row.startswith(f"| `{command}"))
        assert options == set(re.findall(r"--[a-z]+", told))


def test_the_fact_shown_is_in_the_format(tmp_path: Path) -> None:
    (shown,) = blocks("yaml")
    path = tmp_path / "shown.yaml"
    path.write_text(FRAME + shown, encoding="utf-8")
    assert list(load_story(path).story.facts) == ["palace-stormed"]


def test_every_setting_shown_exists_with_its_default() -> None:
    rows = re.findall(r"^\| `([A-Z_]+)` \| (?:`(.*?)`)? ?\|", README, re.MULTILINE)
    assert {name: default or None for name, default in rows} == {
        name: None if VARIABLES[name].default is None else spelt(VARIABLES[name].default) for name, _default in rows
    }


def spelt(value: object) -> str:
    """A value as one writes it into the environment."""
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def test_every_dependency_is_shown_and_pinned() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {re.split(r"[\[><=]", dependency)[0] for dependency in project["dependencies"]}
    shown = set(re.findall(r"^\| ([A-Za-z-]+) \|", README[README.index("## Dependencies") :], re.MULTILINE))
    assert {name.lower() for name in shown - {"package"}} == needed
    pinned = re.findall(r"^([a-z0-9-]+)==", (REPOSITORY / "requirements.txt").read_text(encoding="utf-8"), re.MULTILINE)
    assert needed <= set(pinned)
