"""A whole draft: what `new` makes of an article."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.drafting.article import read_article
from bot.drafting.days import Calendar
from bot.drafting.descriptions import described
from bot.drafting.facts import DraftFact
from bot.drafting.names import Name, slug
from bot.drafting.naming import NameFinder
from bot.drafting.tagging import Tagger
from bot.drafting.writing import FactWriter
from bot.knowledge.wordlist import WordList


class ArticleError(ValueError):
    """No draft can be made of an article; the text says why."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an article comes from, as the editor says."""

    story: str
    """The story's id."""
    publisher: str
    title: str
    url: str
    published: datetime.date

    @property
    def source(self) -> str:
        """The id of the article as a source."""
        return slug(self.publisher)


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything that the story file will hold."""

    origin: Origin
    names: Sequence[Name]
    facts: Sequence[DraftFact]
    paragraphs: Sequence[str]


def draft_of(text: str, origin: Origin, words: WordList, demonyms: Mapping[str, Sequence[str]]) -> Draft:
    """The draft of an article. Raises ArticleError where it has no words.

    `demonyms` gives the adjectives of each country, as the lexicon does.
    """
    tagger = Tagger(words)
    article = read_article(text, tagger)
    if not article.sentences:
        raise ArticleError("has no words; it must be the article as plain text")
    names = NameFinder(tagger, demonyms).names(article)
    facts = FactWriter(article, names, tagger, Calendar(origin.published)).facts()
    facts += described(article, names, [fact.id for fact in facts])
    return Draft(origin, list(names.all.values()), sorted(facts, key=lambda fact: fact.paragraph), article.paragraphs)
