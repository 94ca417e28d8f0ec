"""Questions for a source in plainer words: "from whom do we learn that it fell?" asks "who said that it fell?"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from bot.answering.clause import POINTING
from bot.answering.grammar import BE, DO_SUPPORT
from bot.answering.text import WH, Token, Tokens

if TYPE_CHECKING:
    from bot.knowledge.model import StoryFile

ARTICLE = "the article"

LEAST = 4
"""Words that such a question has at least."""
LEARNING = frozenset("learn know hear have get understand".split())
READERS = frozenset("we you i one readers people".split())
TELLING = frozenset("saying stating claiming reporting telling announcing declaring confirming noting".split())
NAMED_AS = frozenset("cited quoted named credited reported recorded mentioned".split())
COINING = frozenset("coin use utter".split())
"""Stems of verbs for being the one who says a phrase."""
PHRASES = frozenset("phrase expression words word formula line sentence term".split())
CLAIMS = frozenset(
    "claim claims quote quotation phrase news report info information thing bit story word line rumour "
    "statement detail".split()
)
"""Nouns for what somebody says."""
PIECES = frozenset("article story report paper text piece newspaper author".split())
SAYING = frozenset("say report tell mention state write note explain reveal claim give name".split())
"""Verbs for what a piece does with what it tells."""
ADDRESSED = frozenset("us me you readers that".split())
ABOUT = frozenset("about on regarding concerning".split())
EXACT = frozenset("exact precise specific definite explicit clear accurate sure certain".split())
TIDINGS = frozenset("word news reports report confirmation".split())
"""Nouns for news "of" something."""
OWING = frozenset("owe attribute credit ascribe".split())
TRACED = (("put", "down"), ("attributed",), ("credited",), ("ascribed",), ("traced", "back"), ("sourced",))
INTRODUCING = frozenset("introduce present identify explain describe".split())
CITING = (
    LEARNING
    | NAMED_AS
    | INTRODUCING
    | SAYING
    | PHRASES
    | OWING
    | EXACT
    | frozenset("attributed ascribed traced sourced down from".split())
)
"""Words of which each such question has one."""
WHAT, WHO, IS = Token("what", "what"), Token("who", "who"), Token("is", "is")
DID, REPORT, SAID = Token("did", "do"), Token("report", "report"), Token("said", "say")


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


def plainly_cited(tokens: Tokens) -> Tokens:
    """A question for who or what is cited, in the words that facts have for it; any other is left alone."""
    if len(tokens) < LEAST:
        return tokens
    for reword in (_without_piece, _as_teller, _as_told, _as_introduced):
        if (plain := reword(tokens)) != tokens:
            return plain
    return tokens


def _without_piece(tokens: Tokens) -> Tokens:
    """What is asked of which a piece is to tell: of "what does the article say about the curfew" the curfew."""
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


def _as_teller(tokens: Tokens) -> Tokens:
    """Who said something, however it is asked for."""
    words = [token.word for token in tokens]
    if words[0] == "from" and words[1] in ("whom", "who", "which", "what"):
        subject = next((at for at in range(2, min(6, len(words) - 3)) if words[at] in READERS), 0)
        if subject and words[subject - 1] in DO_SUPPORT and tokens[subject + 1].word in LEARNING:
            return _said(tokens, _behind(words, {"that"}, subject + 1) or subject + 2)
    if words[0] == "where" and (claimed := _claimed(words)):
        return _said(tokens[: claimed[1]], claimed[0])
    if words[0] == "whose" and words[1] in PHRASES and words[2] in BE:
        return _said(tokens, 3)
    if words[:2] == ["from", "whose"] and words[3] in ("comes", "came"):
        return _said(tokens, 4)
    if words[0] in DO_SUPPORT and "or" in words and (came := _behind(words, {"come"}, 2)) and words[came] == "from":
        return _said(tokens[: came - 1], 3 if words[2] == "of" and words[1] in TIDINGS else 1)
    if words[0] != "who":
        return tokens
    if words[1] in BE and len(words) > 4 and words[2] in NAMED_AS:
        told = next((at for at in (3, 4) if words[at] in TELLING), 0)
        deed = 3 + (words[3] == "as")
        if not told and words[deed].endswith("ing"):
            return (WHO, IS, *tokens[deed:])  # "who is reported as calling for help"
        return _said(tokens, told + 1) if told else tokens
    if tokens[1].stem in COINING and (phrase := _behind(words[:5], PHRASES, 2)):
        return _said(tokens, phrase)
    return tokens


def _claimed(words: Sequence[str]) -> tuple[int, int] | None:
    """Where what is claimed begins and ends, of which is asked where it comes from; None where that is not asked.

    "Where does the claim that it fell come from?", "where is the bit about the dead from?"
    """
    if words[-1] != "from" or words[1] not in DO_SUPPORT | BE:
        return None
    end = len(words) - 1 - (words[-2] in ("come", "came", "comes"))
    claim = next((at for at in range(2, end) if words[at] in CLAIMS), 0)
    if not claim or (claim == 3 and claim + 1 == end and words[2] in POINTING):
        return None  # "where does that quote come from" asks of one that was told
    if claim + 1 == end:
        return 2, claim  # "where does the blackout *claim* come from"
    return claim + 1 + (words[claim + 1] in ("about", "that", "of", "on", "with")), end


def _as_told(tokens: Tokens) -> Tokens:
    """What somebody reported, where it is asked what a piece owes to them."""
    words = [token.word for token in tokens]
    if words[0] not in ("what", "which"):
        return tokens
    to = next((at for at in range(len(words) - 1, 2, -1) if words[at] == "to"), 0)
    if not to or to + 1 == len(words):
        return tokens
    owes = words[to - 1] in OWING and any(word in PIECES for word in words[2:to])
    is_traced = any(tuple(words[to - len(verb) : to]) == verb for verb in TRACED)
    return (WHAT, DID, *tokens[to + 1 :], REPORT) if owes or is_traced else tokens


def _as_introduced(tokens: Tokens) -> Tokens:
    """What something is, where it is asked how a piece introduces it."""
    words = [token.word for token in tokens]
    if not {"how", "what", "which"} & set(words[:2]):
        return tokens
    verb = _behind(words, INTRODUCING, 2)
    if not verb or verb == len(words) or not any(word in PIECES for word in words[1 : verb - 1]):
        return tokens
    end = next((at for at in range(verb + 1, len(words)) if words[at] in ("to", "as")), len(words))
    return (WHAT, IS, *tokens[verb:end])


def _behind(words: Sequence[str], wanted: Collection[str], start: int) -> int:
    """The position behind the first of these words from `start` on; 0 where there is none."""
    return next((at + 1 for at in range(start, len(words)) if words[at] in wanted), 0)


def _said(tokens: Tokens, start: int) -> Tokens:
    """ "Who said" with what is told from `start` on."""
    start += start < len(tokens) and tokens[start].word == "that"
    return (WHO, SAID, *tokens[start:]) if start < len(tokens) else tokens
