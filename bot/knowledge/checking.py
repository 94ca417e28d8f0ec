"""Holds a story's quotes against the article they are taken from."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from bot.knowledge.loading import StoryDocument
from bot.knowledge.model import Cite
from bot.knowledge.problems import Problem, no_such
from bot.knowledge.tree import Place

# Editors and newsrooms type these signs differently; a quote is no less verbatim for it.
PLAIN_FORMS = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "…": "...",
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
    }
)
BLANK_LINES = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of an article."""

    line: int
    """Where it begins in the file, counted from 1."""
    text: str


@dataclass(frozen=True, slots=True)
class ArticleCheck:
    """How a story's quotes fare against the article."""

    problems: tuple[Problem, ...]
    """One for each quote that does not stand in the paragraph that it cites."""
    verified: int
    """How many quotes stand where they should."""
    paragraphs: int
    """How many paragraphs the article has."""
    uncited: tuple[int, ...]
    """The paragraphs in which no quote was verified, counted from 1: what the knowledge may lack."""

    @property
    def cited(self) -> int:
        """How many paragraphs the knowledge cites."""
        return self.paragraphs - len(self.uncited)


def check_article(document: StoryDocument, source: str | None, text: str) -> ArticleCheck:
    """Looks for each quote of `source` in its paragraph of the article `text`.

    Paragraphs are separated by blank lines and counted from 1. Whitespace and the shapes of quotation
    marks, apostrophes and dashes may differ, case may not. `source` may be None where the story has but one.
    Raises ValueError, worded for the editor, where the source cannot be told.
    """
    wanted = source_of(document, source)
    paragraphs = [_folded(paragraph.text) for paragraph in paragraphs_of(text)]
    problems: list[Problem] = []
    verified: list[int] = []
    for cite, place in _cites(document):
        if cite.source != wanted:
            continue
        problem = _misplaced(place.at("quote"), cite.paragraph, paragraphs)
        if problem:
            problems.append(problem)
        else:
            verified.append(cite.paragraph)
    uncited = tuple(number for number in range(1, len(paragraphs) + 1) if number not in verified)
    problems.sort(key=lambda problem: problem.line)
    return ArticleCheck(tuple(problems), len(verified), len(paragraphs), uncited)


def paragraphs_of(text: str) -> list[Paragraph]:
    """The paragraphs of an article, which blank lines separate."""
    starts = [0, *(gap.end() for gap in BLANK_LINES.finditer(text))]
    parts = [(start, text[start:end]) for start, end in pairwise([*starts, len(text)])]
    lines = [text.count("\n", 0, start + len(part) - len(part.lstrip())) + 1 for start, part in parts]
    return [Paragraph(line, part.strip()) for line, (_, part) in zip(lines, parts, strict=True) if _folded(part)]


def source_of(document: StoryDocument, source: str | None) -> str:
    """The id of the source that an article is; `source`, or the only one there is. Raises ValueError as above."""
    sources = document.story.sources
    if source is None and len(sources) > 1:
        raise ValueError(f"the story has several sources; say whose article this is: {', '.join(sources)}")
    if source is not None and source not in sources:
        raise ValueError(no_such("source", source, sources))
    return source or next(iter(sources))


def _cites(document: StoryDocument) -> Iterator[tuple[Cite, Place]]:
    """Every citation of the story with its place in the file."""
    story, root = document.story, document.root
    for section, cited in (("entities", story.entities), ("facts", story.facts)):
        for cited_id, item in cited.items():
            yield from zip(item.cite, root.at(section).at(cited_id).at("cite").each(), strict=True)


def _misplaced(quote: Place, number: int, paragraphs: list[str]) -> Problem | None:
    """None where the quote stands in paragraph `number`; else a problem that says where it does stand."""
    wanted = _folded(quote.text)
    found = [count for count, paragraph in enumerate(paragraphs, start=1) if wanted in paragraph]
    if number in found:
        return None
    shown = f'"{quote.text}"'
    if found:
        there = " and ".join(map(str, found))
        return quote.problem(f"{shown} stands in paragraph {there} of the article, not in {number}; correct it")
    if number > len(paragraphs):
        return quote.problem(f"{shown} cites paragraph {number}, but the article has {len(paragraphs)}")
    return quote.problem(f"{shown} does not stand in the article; copy the words as they are there")


def _folded(text: str) -> str:
    """The text with single spaces and plain quotation marks, apostrophes and dashes."""
    return " ".join(unicodedata.normalize("NFC", text).translate(PLAIN_FORMS).split())
