"""Questions for a source in plainer words: "from whom do we learn that it fell?" asks "who said that it fell?"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from bot.answering.grammar import BE, DO_SUPPORT
from bot.answering.text import WH, Token, Tokens

if TYPE_CHECKING:
    from bot.knowledge.model import StoryFile

ARTICLE = "the article"

LEAST = 4
"""Words that such a question has at least."""
PIECES = frozenset("article story report paper text piece newspaper author".split())
SAYING = frozenset("say report tell mention state write note explain reveal claim give name".split())
"""Verbs for what a piece does with what it tells."""
ADDRESSED = frozenset("us me you readers that".split())
ABOUT = frozenset("about on regarding concerning".split())
EXACT = frozenset("exact precise specific definite explicit clear accurate sure certain".split())
WHAT, WHO, IS = Token("what", "what"), Token("who", "who"), Token("is", "is")
DID = Token("did", "do")


def publishers(stories: Iterable[StoryFile]) -> re.Pattern[str]:
    """What finds the names of those who published the stories, but for those of whom the stories tell something."""
    told = {
        name.casefold()
        for story in stories
        for entity in story.entities.values()
        for name in (entity.name, *entity.aliases)
    }
    names = {source.publisher for story in stories for source in story.sources.values()}
    found = [r"[\s-]?".join(map(re.escape, name.split())) for name in sorted(names) if name.casefold() not in told]
    return re.compile(rf"\b(?:{'|'.join(found) or '(?!)'})\b", re.IGNORECASE)


def without_piece(tokens: Tokens) -> Tokens:
    """What is asked of which a piece is to tell: of "what does the article say about the curfew" the curfew."""
    if len(tokens) < LEAST:
        return tokens
    words = [token.word for token in tokens]
    if words[0] in BE and words[1] == "there" and words[3:4] == ["about"] and words[4:5] and words[4] in WH:
        return tokens[4:]  # "is there anything about how long they stay"
    if words[0] == "how" and words[1] in EXACT and words[2] in BE and "about" in words[4:6]:
        return tokens[words.index("about", 4) + 1 :] or tokens  # "how exact is the article about the dead"
    did = next((at for at in range(1, len(words) - 4) if words[at] in DO_SUPPORT and words[at + 2] in PIECES), 0)
    if not did or words[did + 3] not in SAYING or words[did + 1] in PIECES:
        return tokens
    start = did + 4
    while start < len(words) - 1 and words[start] in ADDRESSED:
        start += 1
    asked, rest = tokens[:did], tokens[start:]
    if words[:did] == ["what"] and words[start] in ABOUT:
        return rest[1:] or tokens
    if "as" in words[start:] and (did > 1 or words[start] == "as"):
        return (*asked, IS, *rest[words[start:].index("as") + 1 :])
    return (*asked, *rest)
