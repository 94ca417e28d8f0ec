"""A small story with nothing to find, and what findings are made from."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from bot.answering.assistant import Assistant
from bot.answering.building import build_assistant
from bot.answering.language import Language
from bot.editing.material import Article, Material, names_in
from bot.knowledge.checking import paragraphs_of
from bot.knowledge.loading import Knowledge, load_knowledge, load_story, plain
from bot.knowledge.problems import Problem
from bot.knowledge.wordlist import WordList
from tests.smalltown import REPOSITORY
from tests.storyfiles import changed

KNOWLEDGE = REPOSITORY / "knowledge"
TODAY = datetime.date(2031, 3, 5)

STORY = """\
story:
  id: flood
  title: Flood in Halvermoor
  as_of: 2031-03-04
sources:
  courier: {publisher: The Courier, title: Dam breaks, url: https://courier.example/dam, published: 2031-03-04}
entities:
  brandt:
    kind: person
    name: Ilsa Brandt
    aliases: [Brandt, the mayor]
    cite: {source: courier, paragraph: 1, quote: Mayor Ilsa Brandt}
  halvermoor: {kind: place, name: Halvermoor, cite: {source: courier, paragraph: 1, quote: Halvermoor}}
  old-town:
    kind: place
    name: the old town
    within: halvermoor
    cite: {source: courier, paragraph: 1, quote: old town}
facts:
  evacuation:
    says: On Monday 3 March 2031 the mayor, Ilsa Brandt, had the old town evacuated.
    who: brandt
    did: [evacuated]
    what: old-town
    when: {on: 2031-03-03, text: on Monday 3 March 2031}
    cite: {source: courier, paragraph: 1, quote: evacuated the old town on Monday}
  bridge:
    says: The flood destroyed a stone bridge.
    who: the flood
    did: [destroyed]
    what: a stone bridge
    cite: {source: courier, paragraph: 2, quote: destroyed the bridge}
"""

ARTICLE = """\
Mayor Ilsa Brandt of Halvermoor evacuated the old town on Monday.

The water destroyed the bridge, which was built of stone.
"""

Finder = Callable[[Material], Iterator[Problem]]


@cache
def shipped() -> tuple[Knowledge, WordList, Language]:
    """The knowledge of this repository, whose lexicon and word files the tests' stories share."""
    knowledge, lexicon = load_knowledge(KNOWLEDGE), KNOWLEDGE / "lexicon"
    words = WordList(lexicon / "en.words")
    return knowledge, words, Language(knowledge.lexicon)


@cache
def assistant_for(story: Path | None) -> Assistant:
    """An assistant for a story file, or for the stories that are shipped."""
    knowledge, words, _ = shipped()
    stories = (plain(load_story(story).story),) if story else knowledge.stories
    return build_assistant(replace(knowledge, stories=stories), words)


def material(path: Path, *, today: datetime.date = TODAY, article: str = "", is_asked: bool = True) -> Material:
    """What findings about the story file at `path` are made from; `article` is the text of its only source.

    Where nothing is asked, an assistant that knows other stories is there, which saves a second.
    """
    document, (_, words, language) = load_story(path), shipped()
    source = next(iter(document.story.sources))
    piece = Article("article.txt", source, tuple(paragraphs_of(article))) if article else None
    assistant = assistant_for(path if is_asked else None)
    return Material(document, assistant, names_in(document.story, language), words, today, piece)


def found(
    folder: Path, finder: Finder, *changes: tuple[str, str], article: str = "", is_asked: bool = False
) -> list[str]:
    """What `finder` says of the story with these texts replaced: `where: message`, without file and line."""
    text = STORY
    for old, new in changes:
        text = changed(text, old, new)
    path = folder / "flood.yaml"
    path.write_text(text, encoding="utf-8")
    problems = finder(material(path, article=article, is_asked=is_asked))
    return [f"{each.where}: {each.message}" for each in problems]
