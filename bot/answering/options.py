"""Questions that offer their own answers: "at noon or at night?" asks when, "a dozen or hundreds?" how many."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.answering.text import AUXILIARY, Token, Tokens

VAGUE = frozenset("something anything what whatever not so sth smth".split())
"""Words behind an "or" that offers nothing: "tanks or something"."""
AMOUNTS = frozenset(
    "handful few several dozen hundred thousand lone single couple number many dozens hundreds thousands scores lot "
    "lots bunch one two three some all most half tens more".split()
)
MANY_OR_FEW = AMOUNTS | frozenset("crowd crowds mass masses".split())
"""Words for an amount beside another one: "a few people or a real *crowd*"."""
TIMES = frozenset(
    "day night daylight dark darkness morning noon midday evening afternoon midnight dawn dusk weekend today yesterday "
    "monday tuesday wednesday thursday friday saturday sunday before after during".split()
)
LOCAL = frozenset("in at on inside outside near from within".split())
MORE, FEWER = frozenset({"more", "over", "above"}), frozenset({"fewer", "less", "under", "below"})
HOW, MANY = Token("how", "how"), Token("many", "mani")
NO_OFFER = frozenset({"any", "he", "she"})
"""Words of questions that offer no answers, or offer them of somebody who is named elsewhere."""
NEAR, FAR = 3, 6
"""How many words an option has at most behind the "or", and an amount before it: "*hundreds* of them or more"."""


def alternative(tokens: Sequence[Token]) -> int:
    """Where the "or" stands before which one alternative ends and another begins; 0 where there is none."""
    for at, (this, after) in enumerate(pairwise(tokens)):
        if at and this.word == "or" and (after.word not in VAGUE or _is_compared(tokens[at + 2 :])):
            return at
    return 0


def _is_compared(behind: Sequence[Token]) -> bool:
    """Whether a comparative follows: "something *bigger*"."""
    return bool(behind) and behind[0].word.endswith(("er", "worse"))


def first_option(tokens: Sequence[Token], at: int) -> int:
    """Where the option before the "or" at `at` begins: at the word that begins the other as well, or right before."""
    return next((p for p in range(at - 1, 0, -1) if tokens[p].word == tokens[at + 1].word), at - 1)


def offered(tokens: Sequence[Token]) -> tuple[str, frozenset[int]]:
    """The kind of question whose answers are offered, and the positions of their words; no kind where none is plain.

    "Did they come by day or by night?" asks when they came, whichever of the two it was.
    """
    at = alternative(tokens)
    if not at or tokens[at + 1].word in AUXILIARY:
        return "", frozenset()
    near = [p for p in range(max(1, at - FAR), min(len(tokens), at + 1 + NEAR)) if p != at]
    amounts = [p for p in near if tokens[p].word.isdigit() or tokens[p].word in (AMOUNTS if p < at else MANY_OR_FEW)]
    if any(p < at for p in amounts) and any(p > at for p in amounts):
        return "how_many", frozenset([*amounts, *range(at, amounts[-1])])  # "or *considerably* more"
    start = first_option(tokens, at)
    options = frozenset(range(start, len(tokens)))
    words = [tokens[p].word for p in (*range(start, at), *range(at + 1, min(len(tokens), at + 1 + NEAR)))]
    if any(word in TIMES for word in words):
        return "when", options
    if tokens[at + 1].word in LOCAL and tokens[start].word in LOCAL:
        return "where", options
    return "", frozenset()


def options_of(tokens: Sequence[Token], verb: int | None) -> frozenset[int]:
    """The positions of the answers that are offered behind the verb; none where they only tell of whom it is asked.

    "Did they *flee or fight*?", but "did a doctor or a nurse flee?", "did they see any doctor or nurse?".
    """
    at = alternative(tokens)
    if not at or tokens[at + 1].word in AUXILIARY or (verb is not None and verb > at):
        return frozenset()
    if verb == at - 1 and len(tokens) > at + 2:
        return frozenset()  # "did they find or lose *it*"
    if not NO_OFFER.isdisjoint([token.word for token in tokens]):
        return frozenset()
    return frozenset(range(first_option(tokens, at), len(tokens)))


def counted(tokens: Tokens) -> Tokens:
    """ "Does it have more or fewer than ten members?" asks "how many members does it have?"."""
    words = [token.word for token in tokens]
    for at in range(1, len(words) - 3):
        if words[at] in MORE and words[at + 1] == "or" and words[at + 2] in FEWER:
            number = at + 3 + (words[at + 3] == "than")
            if number + 1 < len(words) and words[number].isdigit():
                start = at - (words[at - 1] == "in")
                return (HOW, MANY, tokens[number + 1], *tokens[:start], *tokens[number + 2 :])
    return tokens
