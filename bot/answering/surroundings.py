"""What a message says around its questions: whose word it is, where somebody is, and that they are the reader's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.answering.clause import ASKS, FIRST_PERSON, WHETHER, Clause
from bot.answering.grammar import BE, DETERMINERS, DO_SUPPORT, PRONOUNS
from bot.answering.text import PREPOSITIONS, Token

HERE = frozenset({"here", "there"})
OWN = frozenset("my his her their our your".split())
LOCALITIES = frozenset("capital city town village area district region neighbourhood neighborhood place part".split())
LIVES = frozenset("live lives work works is am are".split())
SOURCE_NOUNS = frozenset("source sources link links proof evidence citation reference".split())
SOURCES = SOURCE_NOUNS | frozenset("any a the who says so said that this it tho though".split())
WHO_SAYS_SO = (Token("who", "who"), Token("says", "say"), Token("so", "so"))
PLACING_NAMES = frozenset("in at to near from into around".split())
"""Words behind which a name is that of a place."""
KIN = frozenset(
    "brother sister mother mum mom mama dad father uncle aunt auntie cousin son daughter husband wife partner fiance "
    "fiancee boyfriend girlfriend friend mate grandma grandpa gran nan granny grandmother grandfather niece nephew kid "
    "child colleague neighbour neighbor".split()
)
MODAL = frozenset("can could may must should".split())
PERMITTED = frozenset("allowed permitted able free possible okay ok".split())
"""Words for what somebody may or can do."""
OWN_PRONOUNS = frozenset("he she him her".split())
"""Pronouns for somebody of the reader's own."""
RESUMING = frozenset("he she they it".split())
"""Pronouns that take up a subject named before the question."""
FREELY = frozenset("as where wherever what whatever".split())
"""Words before what somebody pleases to do."""
PEOPLE = Token("people", "person")
SEVERAL = 2
FEWEST = 4
"""Words that a question of what somebody's own people may do has at least."""
NOT_NAMES = DETERMINERS | PRONOUNS | HERE


def _asks_source(clause: Clause) -> bool:
    """Whether it asks for nothing but the source: "who says so", "any source"."""
    words = {token.word for token in clause.tokens}
    return words <= SOURCES and not words.isdisjoint(SOURCE_NOUNS | {"who"})


def of_source(clauses: list[Clause], before: Sequence[Clause]) -> list[Clause]:
    """Clauses that only ask for the source of what was told before, as one: "it is shut. *Who says so, any proof?*"."""
    if not (before and clauses and all(map(_asks_source, clauses))) or any(map(ASKS, before)):
        return clauses
    told = [token for clause in before for token in clause.tokens]
    return [replace(clauses[0], tokens=(*told, *WHO_SAYS_SO), is_idle=False)]


def placed(clauses: list[Clause], before: Sequence[Clause]) -> list[Clause]:
    """The clauses with the place that is named before them for "there": "I live in Bergen, is it safe there?"."""
    if not before and len(clauses) < SEVERAL:
        return clauses
    found: list[Clause] = []
    for clause in clauses:
        if start := _there(clause.tokens):
            places = (_place(earlier.tokens) for earlier in reversed([*before, *found]))
            if place := next(filter(None, places), ()):
                clause = replace(clause, tokens=(*clause.tokens[:start], *place))
        found.append(clause)
    return found


def _there(tokens: Sequence[Token]) -> int:
    """Where words at the end begin that stand for a place: "*there*", "*in her city*", "*where she lives*"; else 0."""
    words = [token.word for token in tokens]
    last = len(words) - 1
    if last < 2:
        return 0
    if words[last] in HERE:
        return last
    if words[last] in LOCALITIES and words[last - 1] in OWN:
        return last - 1 - (words[last - 2] in PREPOSITIONS)
    is_home = words[last - 2] == "where" and words[last - 1] in PRONOUNS and words[last] in LIVES
    return last - 2 if is_home and last > 3 else 0


def is_wish(tokens: Sequence[Token], at: int) -> bool:
    """Whether "please" is what somebody does: "can they go where they *please*"."""
    words = [token.word for token in tokens[max(0, at - 2) : at + 1]]
    return words[-1] == "please" and len(words) > 2 and words[0] in FREELY and words[1] in RESUMING


def asks_permission(tokens: Sequence[Token]) -> bool:
    """Whether it asks what somebody may, can or must do."""
    words = [token.word for token in tokens]
    if words[0] in MODAL or (words[0] in BE and not PERMITTED.isdisjoint(words)):
        return True
    return words[0] in DO_SUPPORT and ("have", "to") in pairwise(words)


def with_people(clause: Clause) -> Clause:
    """A clause with "people" for somebody of the reader's own: "my brother lives there. Can *he* go out?".

    What they may or can do holds for them as for others; what befell them no story knows.
    """
    if not asks_permission(clause.tokens):
        return clause
    tokens = tuple(PEOPLE if token.word in OWN_PRONOUNS else token for token in clause.tokens)
    return replace(clause, tokens=tokens)


def with_kin(clause: Clause) -> Clause:
    """A clause with "people" for kin and friends, of whom it asks what they may: "can *my aunt* go out?"."""
    tokens = clause.tokens
    if len(tokens) < FEWEST or tokens[1].word != "my" or not _is_kin(tokens[2]) or not asks_permission(tokens):
        return clause
    return replace(clause, tokens=(tokens[0], PEOPLE, *tokens[3:]))


def _is_kin(token: Token) -> bool:
    return token.word in KIN or token.word.removesuffix("s") in KIN


def is_of_own(tokens: Sequence[Token]) -> bool:
    """Whether a clause tells where somebody of the reader's own is, and of what nobody else says or does."""
    words = [token.word for token in tokens]
    if "my" not in words or not WHETHER.isdisjoint(words):
        return False
    if not any(first == "my" and second in KIN for first, second in pairwise(words)):
        return False
    names = (at for at, t in enumerate(tokens) if at and t.capital and t.word not in FIRST_PERSON)
    return bool(_place(tokens)) and all(words[at - 1] in PLACING_NAMES for at in names)


def _place(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The last place that is named by its name, with the preposition before it; empty where there is none."""
    for start in range(len(tokens) - 2, -1, -1):
        if tokens[start].word in PLACING_NAMES and tokens[start + 1].capital:
            end = next((at for at in range(start + 1, len(tokens)) if not tokens[at].capital), len(tokens))
            return tuple(tokens[start:end])
    # Names are not always written as such: "i live in bergen", but "at school".
    is_bare = len(tokens) > 2 and tokens[-2].word in PLACING_NAMES - {"at"} and tokens[-1].word not in NOT_NAMES
    return tuple(tokens[-2:]) if is_bare else ()
