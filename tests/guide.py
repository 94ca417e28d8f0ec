"""Does what the editors' guide tells, step by step, in a folder of its own."""

from __future__ import annotations

import datetime
import io
import re
import shlex
from collections.abc import Iterator
from contextlib import closing, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from bot.answering.handover import load_assistant
from bot.cli import main
from bot.desk import Desk
from bot.knowledge.loading import load_story
from bot.knowledge.problems import KnowledgeError
from bot.state import State

BLOCK = re.compile(r"^```(\w+) ?(.*)\n((?:.*\n)*?)```$", re.MULTILINE)
STORY = Path("knowledge/stories/tarnwick-water.yaml")
DELETE_DRAFTS = "Delete every fact that still has `draft: true`"
ASKED_AT = datetime.datetime(2024, 3, 5, 12, tzinfo=datetime.UTC).timestamp()
"""When the guide's readers ask what the story does not answer."""
REST = "…"
"""In what the guide shows, a line that stands for lines which are left out."""


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of the guide.

    `text FILE` and `yaml FILE` are saved; `yaml` is written into the story, `yaml mistake` too, but may not load;
    `yaml shown` is what the story says by now; `console` is run; `text readers` is asked by readers.
    """

    kind: str
    name: str
    text: str
    deletes_drafts: bool
    """Whether the words before it tell to delete the drafts that are left."""


def blocks(guide: str) -> list[Block]:
    """The blocks of a guide, in order."""
    found, end = [], 0
    for match in BLOCK.finditer(guide):
        kind, name, text = match.groups()
        found.append(Block(kind, name, text, DELETE_DRAFTS in guide[end : match.start()]))
        end = match.end()
    return found


def follow(guide: str) -> Iterator[tuple[str, str]]:
    """Does in the working directory what each block tells; yields what it shows and what is so.

    The working directory has the folder `knowledge`, with a lexicon and no story.
    """
    for block in blocks(guide):
        if block.deletes_drafts:
            STORY.write_text(without_drafts(STORY.read_text(encoding="utf-8")), encoding="utf-8")
        yield _done(block)


def _done(block: Block) -> tuple[str, str]:
    if block.kind == "console":
        return block.text, "".join(map(_ran, re.findall(r"^\$ (.*)$", block.text, re.MULTILINE)))
    if block.name == "shown":
        return f"{REST}\n{block.text}{REST}\n", STORY.read_text(encoding="utf-8")
    if block.name == "readers":
        return block.text, "".join(_in_vain(block.text.splitlines()))
    is_part = block.kind == "yaml" and block.name in ("", "mistake")
    path = STORY if is_part else Path(block.name)
    path.write_text(merged(path.read_text(encoding="utf-8"), block.text) if is_part else block.text, encoding="utf-8")
    return ("mistake" if block.name == "mistake" else "well", _loaded(path) if block.kind == "yaml" else "well")


def _ran(command: str) -> str:
    """A command line with what it prints."""
    python, option, module, *arguments = shlex.split(command)
    if (python, option, module) != ("python", "-m", "bot"):
        raise ValueError(f"not a command of the bot: {command}")
    with redirect_stdout(io.StringIO()) as printed, redirect_stderr(io.StringIO()) as warned:
        main(arguments)
    return f"$ {command}\n{warned.getvalue()}{printed.getvalue()}"


def _in_vain(questions: list[str]) -> Iterator[str]:
    """The questions that got no answer, asked one after the other on Telegram."""
    with closing(State(Path("data"), now=lambda: ASKED_AT)) as state:
        desk = Desk(load_assistant(Path("knowledge")), state, records_gaps=True)
        for number, question in enumerate(questions):
            if desk.reply(question, f"{number}:{number}").is_in_vain:
                yield f"{question}\n"


def _loaded(path: Path) -> str:
    try:
        load_story(path)
    except KnowledgeError:
        return "mistake"
    return "well"


def merged(story: str, part: str, indent: int = 0) -> str:
    """The story with the entries of a part in place of those of the same key; new ones are added.

    In the part, a line `…` keeps what an entry had already.
    """
    before, after = entries(story, indent), entries(part, indent)
    for key, text in after.items():
        goes_on = indent == 0 or f"{' ' * (indent + 2)}{REST}\n" in text
        before[key] = merged(before[key], text, indent + 2) if goes_on and key in before else text
    return story[: -len("".join(entries(story, indent).values())) or None] + "".join(before.values())


def entries(text: str, indent: int) -> dict[str, str]:
    """The entries at an indent, by key, items of a list by themselves; blank lines and what is above are left out."""
    found: dict[str, str] = {}
    key = ""
    for line in text.splitlines(keepends=True):
        is_head = re.match(rf" {{{indent}}}[^\s#{REST}]", line)
        if is_head:
            key = line if line.lstrip().startswith("- ") else line.partition(":")[0]
            found[key] = ""
        if key:
            found[key] += line
    return found


def without_drafts(story: str) -> str:
    """The story without the facts that are drafts."""
    facts = entries(story, 0)["facts"]
    kept = [text for text in entries(facts, 2).values() if "    draft: true\n" not in text]
    return story.replace(facts, "facts:\n" + "".join(kept))


def agree(shown: str, real: str) -> bool:
    """Whether two texts are the same, but for what a line `…` stands for."""
    pattern = "".join(r"(?:.*\n)*?" if line == f"{REST}\n" else re.escape(line) for line in shown.splitlines(True))
    return re.fullmatch(pattern, real) is not None
