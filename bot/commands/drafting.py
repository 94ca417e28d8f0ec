"""The command `new`: from an article to the draft of a story file.

It imports what it needs when it runs, as the other commands do.
"""

from __future__ import annotations

import argparse
import datetime
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from bot.commands import DONE, UsageError, knowledge_folder

if TYPE_CHECKING:
    from bot.drafting.draft import Draft, Origin
    from bot.settings import Settings

QUESTIONS = {
    "publisher": "Who published it (such as The Post)? ",
    "title": "What is its title? ",
    "url": "What is its address (https://…)? ",
    "date": "On which day was it published (YYYY-MM-DD)? ",
}
SHOWN_DOUBTS = 12


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `new`."""
    parser.set_defaults(command=new)
    parser.add_argument("article", type=Path, metavar="ARTICLE", help="a text file; blank lines separate paragraphs")
    parser.add_argument("--publisher", metavar="NAME", help="who published it")
    parser.add_argument("--title", metavar="TEXT", help="its title")
    parser.add_argument("--url", metavar="URL", help="its address")
    parser.add_argument("--date", metavar="YYYY-MM-DD", help="the day of publication")
    parser.add_argument("--id", metavar="ID", help="the story's id; without it, one is made of the title")
    parser.add_argument("--output", type=Path, metavar="FILE", help="without it, KNOWLEDGE_DIR/stories/ID.yaml")


def new(settings: Settings, arguments: argparse.Namespace) -> int:
    """Writes a story file with a draft fact for each statement of the article; never over another file."""
    from bot.drafting.draft import ArticleError, draft_of
    from bot.drafting.storyfile import story_text
    from bot.knowledge.loading import load_lexicon
    from bot.knowledge.wordlist import WordList

    text = _article(arguments.article)
    origin = _origin(arguments)
    folder = knowledge_folder(settings)
    output = arguments.output or folder / "stories" / f"{origin.story}.yaml"
    _check_output(output, origin.story, folder)
    words = WordList(folder / "lexicon" / "en.words")
    try:
        draft = draft_of(text, origin, words, load_lexicon(folder).demonyms)
    except ArticleError as error:
        raise UsageError(f"{arguments.article} {error}") from error
    story = story_text(draft)
    _check_story(story, text)
    _write(story, output, makes_folder=arguments.output is None)
    for line in _summary(draft, output, arguments.article):
        print(line)
    return DONE


def _article(path: Path) -> str:
    """The article's text; raises UsageError where it is not one."""
    from bot.knowledge.yamllines import CONTROL_CHARACTER

    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(
            f"{path} is not UTF-8 text (byte {error.start + 1}); save it with the encoding UTF-8"
        ) from error
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise UsageError(f"{path} cannot be read ({why}); new takes the article as a text file in UTF-8") from error
    if not text.strip():
        raise UsageError(f"{path} is empty; it must be the article as plain text, with blank lines between paragraphs")
    if control := CONTROL_CHARACTER.search(text):
        line = text.count("\n", 0, control.start()) + 1
        raise UsageError(f"{path}:{line} has an invisible control character (U+{ord(control[0]):04X}); delete it")
    return text


def _origin(arguments: argparse.Namespace) -> Origin:
    """Where the article comes from, by the options, or asked for on a terminal."""
    from bot.drafting.draft import Origin
    from bot.drafting.names import slug

    given = {name: (getattr(arguments, name) or "").strip() for name in QUESTIONS}
    missing = [name for name, value in given.items() if not value]
    if missing and not sys.stdin.isatty():
        options = ", ".join(f"--{name}" for name in missing)
        raise UsageError(f"new needs {options}; give what is missing, or start it on a terminal to be asked")
    for name in missing:
        given[name] = _asked(name)
    published = _day(given["date"])
    _check_url(given["url"])
    return Origin(
        _id(arguments.id) or slug(given["title"]), given["publisher"], given["title"], given["url"], published
    )


def _asked(name: str) -> str:
    try:
        answer = input(QUESTIONS[name]).strip()
    except EOFError:
        answer = ""
    if not answer:
        raise UsageError(f"new needs --{name}; start again and answer, or give it as an option")
    return answer


def _day(text: str) -> datetime.date:
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"--date: '{text}' is no day; write it as YYYY-MM-DD, such as 2022-01-31") from None
    today = datetime.datetime.now().astimezone().date()
    if day > today:
        raise UsageError(f"--date: {day} is in the future (today is {today}); give the day of publication")
    return day


def _check_url(url: str) -> None:
    from pydantic import HttpUrl, TypeAdapter, ValidationError

    try:
        TypeAdapter(HttpUrl).validate_python(url)
    except ValidationError:
        raise UsageError(f"--url: '{url}' is no web address; it must begin with https:// or http://") from None


def _id(given: str | None) -> str | None:
    from pydantic import TypeAdapter, ValidationError

    from bot.knowledge.model import ID_LIMIT, Id

    if given is None:
        return None
    try:
        return TypeAdapter(Id).validate_python(given)
    except ValidationError:
        rule = f"lower-case letters, digits and single hyphens, at most {ID_LIMIT} characters, such as palace-fire"
        raise UsageError(f"--id: '{given}' cannot be an id; it takes {rule}") from None


def _check_output(output: Path, story: str, folder: Path) -> None:
    """Raises UsageError where the file is there, or another story has the id."""
    from bot.knowledge.yamllines import read_tree

    if output.is_dir():
        raise UsageError(f"{output} is a folder; --output takes a file that does not exist yet")
    if output.exists() or output.is_symlink():
        raise UsageError(_there(output))
    if output.suffix != ".yaml":
        raise UsageError(f"{output} must end in .yaml; give another --output")
    for path in sorted((folder / "stories").glob("*.yaml")):
        root, _ = read_tree(path, str(path))
        if root is not None and root.at("story").at("id").text == story:
            raise UsageError(f"the story id '{story}' is taken by {path}; give another with --id")


def _there(output: Path) -> str:
    return f"{output} exists and is not overwritten; give another --output or --id, or move it away"


def _check_story(story: str, article: str) -> None:
    """What is written must pass `check` and prove itself by the article; anything else is a mistake of this program."""
    from bot.knowledge.checking import check_article
    from bot.knowledge.loading import load_story

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "draft.yaml"
        path.write_text(story, encoding="utf-8")
        found = check_article(load_story(path), None, article)
    if found.problems:
        raise AssertionError("\n".join(map(str, found.problems)))


def _write(story: str, output: Path, *, makes_folder: bool) -> None:
    try:
        if makes_folder:
            output.parent.mkdir(parents=True, exist_ok=True)
        with output.open("x", encoding="utf-8") as file:
            file.write(story)
    except FileExistsError as error:
        raise UsageError(_there(output)) from error
    except OSError as error:
        raise UsageError(f"{output} cannot be written ({error.strerror}); give another --output") from error


def _summary(draft: Draft, output: Path, article: Path) -> Iterator[str]:
    """What was written, what is unsure, and what to do next."""
    kinds = ("person", "organization", "outlet", "place")
    named = {kind: [name.name for name in draft.names if name.kind == kind] for kind in kinds}
    facts, names, paragraphs = len(draft.facts), len(draft.names), len(draft.paragraphs)
    yield f"{output}: {facts} draft facts and {names} names from {paragraphs} paragraphs"
    for kind, called in named.items():
        if called:
            yield f"  {kind}: {', '.join(called)}"
    doubts = [f"{name.id}: {doubt}" for name in draft.names for doubt in name.unsure]
    doubts += [f"{fact.id}: {doubt}" for fact in draft.facts for doubt in fact.doubts]
    if doubts:
        yield f'Unsure of {len(doubts)}, each marked "# unsure" in the file:'
        yield from (f"  {doubt}" for doubt in doubts[:SHOWN_DOUBTS])
    if len(doubts) > SHOWN_DOUBTS:
        yield f"  and {len(doubts) - SHOWN_DOUBTS} more"
    yield f"Next: put each fact into your own words and delete its `draft: true`; then check --article {article}"
