"""Loads a knowledge folder, or one story file, or says all that is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import TypeVar, cast

from pydantic import BaseModel, HttpUrl, ValidationError

from bot.knowledge.model import Cite, Entity, Fact, LexiconFile, StoryFile, When
from bot.knowledge.problems import KnowledgeError, Problem
from bot.knowledge.records import record
from bot.knowledge.references import lexicon_problems, story_problems
from bot.knowledge.tree import Place
from bot.knowledge.voice import VoiceFile
from bot.knowledge.wording import problems_of
from bot.knowledge.yamllines import read_tree
from bot.progress import counted

__all__ = ["Knowledge", "KnowledgeError", "Problem", "StoryDocument", "load_knowledge", "load_lexicon", "load_story"]

LEXICON = "lexicon/en.yaml"
VOICE = Path(__file__).resolve().parents[1] / "telegram" / "texts" / "en.yaml"
"""The bot's own sentences, beside the code that says them."""

NUMEROUS = (Fact, Cite, Entity, When)
"""What a story has most of."""

Model = TypeVar("Model", bound=BaseModel)
Check = Callable[[Place], Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All stories, the lexicon and the bot's own sentences, every part checked."""

    stories: tuple[StoryFile, ...]
    lexicon: LexiconFile
    voice: VoiceFile
    paths: tuple[Path, ...]
    """The file of each story, in the order of `stories`: for `load_story`, which knows the lines too."""


@dataclass(frozen=True, slots=True)
class StoryDocument:
    """A story with the lines of its file, so that what is found later can be shown in its place."""

    story: StoryFile
    root: Place


def load_knowledge(folder: Path, voice: Path = VOICE) -> Knowledge:
    """The knowledge in `folder/stories/*.yaml` and `folder/lexicon/en.yaml`, and the sentences in `voice`.

    Raises KnowledgeError with the problems of all files, with paths relative to `folder`.
    """
    files, problems = _story_files(folder)
    stories: list[StoryFile] = []
    id_places: list[Place] = []
    for file in counted(files, "stories read"):
        story, root, found = _load(file, f"stories/{file.name}", StoryFile, story_problems)
        problems += found
        if root is not None:
            id_places.append(root.at("story").at("id"))
        if story is not None:
            stories.append(plain(story))
    lexicon, _, found = _load(folder / LEXICON, LEXICON, LexiconFile, lexicon_problems)
    problems += [*found, *_shared_ids(id_places)]
    spoken, _, found = _load(voice, str(voice), VoiceFile, no_further_problems)
    problems += found
    if problems or lexicon is None or spoken is None:
        raise KnowledgeError(problems)
    return Knowledge(tuple(stories), lexicon, plain(spoken), tuple(files))


_NO_ITEMS: list[object] = []
_NO_ENTRIES: dict[str, object] = {}
# A fact fills few of its parts. All others share one empty list.


def load_lexicon(folder: Path) -> LexiconFile:
    """The lexicon of a knowledge folder by itself. Raises KnowledgeError, with paths relative to `folder`."""
    lexicon, _, problems = _load(folder / LEXICON, LEXICON, LexiconFile, lexicon_problems)
    if problems or lexicon is None:
        raise KnowledgeError(problems)
    return lexicon


def no_further_problems(_root: Place) -> Iterator[Problem]:
    """For files whose parts do not refer to each other."""
    return iter(())


def plain(model: Model) -> Model:
    """The same, attribute for attribute, of plain objects: what answers questions needs no pydantic in memory."""
    return cast(Model, _plain(model))


def _plain(value: object) -> object:
    if isinstance(value, str) or value is None:
        return value  # as most are
    if isinstance(value, list):
        if value and isinstance(value[0], str):
            return value  # of texts alone
        return [_plain(each) for each in value] or _NO_ITEMS
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()} or _NO_ENTRIES
    if isinstance(value, BaseModel):
        parts, had = _parts(type(value)), vars(value)
        values = [_plain(had[part]) for part in parts]
        if isinstance(value, NUMEROUS):
            return record(parts, tuple(values))
        return SimpleNamespace(**dict(zip(parts, values, strict=True)))
    return str(value) if isinstance(value, HttpUrl) else value


@cache
def _parts(model: type[BaseModel]) -> tuple[str, ...]:
    return tuple(model.model_fields)


def load_story(path: Path) -> StoryDocument:
    """One story file by itself. Raises KnowledgeError, with `path` as it is given."""
    story, root, problems = _load(path, str(path), StoryFile, story_problems)
    if problems or story is None or root is None:
        raise KnowledgeError(problems)
    return StoryDocument(story, root)


def _story_files(folder: Path) -> tuple[list[Path], list[Problem]]:
    """The story files by name, and what is wrong with the folder. Hidden files are editors' and systems' own."""
    stories = folder / "stories"
    if not stories.is_dir():
        return [], [Problem("stories", 0, "", f"there is no such folder in {folder}; create it for the story files")]
    visible = sorted(file for file in stories.iterdir() if not file.name.startswith("."))
    files = [file for file in visible if file.suffix == ".yaml"]
    problems = [
        Problem(f"stories/{file.name}", 0, "", "the name must end in .yaml; rename the file or move it elsewhere")
        for file in visible
        if file.suffix.lower() in (".yml", ".yaml") and file not in files
    ]
    if not files and not problems:
        problems.append(Problem("stories", 0, "", "has no story; add a file whose name ends in .yaml"))
    return files, problems


def _load(
    file: Path, shown_path: str, model: type[Model], check: Check
) -> tuple[Model | None, Place | None, list[Problem]]:
    """The file as `model` and as a tree, each None where it cannot be had, and all that is wrong with it."""
    root, problems = read_tree(file, shown_path)
    if root is None:
        return None, None, problems
    loaded = None
    try:
        loaded = model.model_validate(root.node.plain())
    except ValidationError as error:
        problems += problems_of(error, root, model)
        # Where a whole section is missing or misspelt, every reference to it would look wrong.
        if any(len(details["loc"]) == 1 for details in error.errors(include_url=False)):
            return None, root, problems
    return loaded, root, [*problems, *check(root)]


def _shared_ids(id_places: list[Place]) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    for place in id_places:
        owner = first.setdefault(place.text, place)
        if place.text and owner is not place:
            used = f"{owner.path}:{owner.node.line}"
            yield place.problem(f"the story id '{place.text}' is taken by {used}; give each story its own")
