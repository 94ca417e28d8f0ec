"""Short verbatim quotes."""

from __future__ import annotations

from bot.answering.text import written_words
from bot.knowledge.model import QUOTE_LIMIT, QUOTE_WORDS

ENOUGH = 90
"""How many characters a quote has at most, unless its verb comes later."""


def quote_of(paragraph: str, start: int, end: int, needed: int = 0) -> str:
    """The words from `start` to `end` of a paragraph, cut at a word where they are too long.

    `needed` is where the words end that should stand in it, if they fit.
    """
    limit = min(QUOTE_LIMIT, max(ENOUGH, needed - start))
    words = paragraph[start:end].split(" ")[:QUOTE_WORDS]
    while len(words) > 1 and len(written_words(" ".join(words))) > QUOTE_WORDS:
        words.pop()
    text = " ".join(words).rstrip(" .,;:")
    if len(text) <= limit:
        return text
    cut = text[: limit + 1].rsplit(" ", 1)[0] if " " in text[: limit + 1] else text[:limit]
    return cut.rstrip(" .,;:")
