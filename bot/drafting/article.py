"""An article as its paragraphs and their sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.drafting.tagging import Tagger
from bot.drafting.words import Word
from bot.knowledge.checking import paragraphs_of

ENDING = re.compile(r"""[.?!…]["”’)\]]*\s+(?=["“‘(]?[A-Z0-9])""")
ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Rev|St|Gen|Col|Lt|Sgt|Sen|Gov|No|vs|Inc|Co|Ltd|Jr|Sr|Jan|Feb|Aug|Sept|Oct|Nov|Dec)"
    r"|\b[A-Z])\.\s+$"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, its paragraph (counted from 1) and its words, with their places in that paragraph."""

    paragraph: int
    text: str
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """Paragraphs, blanks folded to single ones, and their sentences in order."""

    paragraphs: tuple[str, ...]
    sentences: tuple[Sentence, ...]


def read_article(text: str, tagger: Tagger) -> Article:
    """The article in `text`: blank lines separate its paragraphs. It may have none.

    What has no letter and no digit is no sentence.
    """
    paragraphs = tuple(" ".join(part.text.split()) for part in paragraphs_of(text))
    sentences = tuple(
        Sentence(number, sentence, tuple(tagger.tagged(sentence, start)))
        for number, paragraph in enumerate(paragraphs, start=1)
        for start, sentence in _sentences(paragraph)
        if any(map(str.isalnum, sentence))
    )
    return Article(paragraphs, sentences)


def _sentences(paragraph: str) -> Iterator[tuple[int, str]]:
    start = 0
    for ending in ENDING.finditer(paragraph):
        if not ABBREVIATION.search(paragraph, 0, ending.end()):
            yield start, paragraph[start : ending.end()].rstrip()
            start = ending.end()
    if start < len(paragraph):
        yield start, paragraph[start:]
