"""An invented article, and drafts of it and of single sentences, for the tests of the drafting room."""

from __future__ import annotations

import datetime

from bot.drafting.article import Article, read_article
from bot.drafting.clauses import Clause, Parser
from bot.drafting.draft import Draft, Origin, draft_of
from bot.drafting.facts import DraftFact
from bot.drafting.lines import Line, plain_line
from bot.drafting.names import Name
from bot.drafting.naming import NameFinder
from bot.drafting.tagging import Tagger
from bot.knowledge.loading import load_lexicon
from bot.knowledge.wordlist import WordList
from tests.smalltown import REPOSITORY

KNOWLEDGE = REPOSITORY / "knowledge"
WORDS = WordList(KNOWLEDGE / "lexicon" / "en.words")
DEMONYMS = load_lexicon(KNOWLEDGE).demonyms
TAGGER = Tagger(WORDS)
PUBLISHED = datetime.date(2031, 3, 6)
"""A Thursday."""
ORIGIN = Origin("flood", "Wexbridge Post", "Flood in Wexbridge", "https://post.example/flood", PUBLISHED)

FLOOD = """\
Hundreds of residents were moved to safety overnight after the River Calder burst its banks and flooded the
centre of Wexbridge.

The river reached 5.2 metres on Tuesday evening, its highest level since 1987, the Environment Agency said.

Mayor Helen Marsh declared a two-day state of emergency on Tuesday and opened three schools as shelters. "We
have never seen water rise this fast," she told Radio Calder on Wednesday.

Firefighters rescued 42 people from their homes, according to Tom Ellery, a spokesman for the county fire
service. Nobody was killed, but six residents were taken to Wexbridge General Hospital with minor injuries.

The flood cut power to about 3,000 homes because a substation in Mill Street was under water. Northern Grid,
the company that runs the network, said electricity would return by Friday.

The Old Stone Bridge, which was built in 1742, was closed to traffic after engineers found cracks in one of
its pillars.

Heavy rain had fallen for three days, prompting the county's governor, Paul Reyes, to appeal for help from the
National Rescue Corps (NRC), a Dalton-based union of nine volunteer brigades.

Prime Minister Daniel Okoro promised two million pounds to repair homes and said he would visit the town next
week.

Police told people to boil tap water until further notice, the Calder Echo reported.
"""


def article(text: str) -> Article:
    """The text as an article."""
    return read_article(text, TAGGER)


def names(text: str) -> dict[str, Name]:
    """The names in a text, by id."""
    return NameFinder(TAGGER, DEMONYMS).names(article(text)).all


def line(text: str) -> Line:
    """The first sentence of a text."""
    read = article(text)
    return plain_line(read.sentences[0], read.paragraphs[0])


def clauses(text: str) -> tuple[Line, list[Clause]]:
    """The clauses of a sentence."""
    read = line(text)
    return read, Parser(TAGGER).clauses(read)


def draft(text: str) -> Draft:
    """The draft of a text."""
    return draft_of(text, ORIGIN, WORDS, DEMONYMS)


def facts(text: str) -> dict[str, DraftFact]:
    """The draft facts of a text, by id."""
    return {fact.id: fact for fact in draft(text).facts}
