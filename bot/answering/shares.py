"""Which targets have most of what a question says, without a look at all of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter

from bot.answering.reach import KEPT
from bot.answering.weighing import Word

BEHIND = 0.7
"""What share of the best target's words a contender must have."""
ROUNDING = 1e-9
"""By how much sums of the same numbers may differ, depending on their order."""
SIZE = attrgetter("hits.size")


def shares_of(words: Iterable[Word], ready: Sequence[float], shapes: Sequence[int]) -> dict[int, float]:
    """What targets have of the telling words, by weight, and as far as those of their shape are ready to answer.

    The words that lead to fewest targets come first. Once a target is known that has so much in all that one with only
    the words to come would be too far behind it, those are looked for only in the targets that are known by then, and
    only while these may still come near it: so frequent words are not followed to all that have them.
    """
    telling = sorted([word for word in words if word.is_telling], key=SIZE)
    if not telling or telling[-1].hits.size <= KEPT:
        return _shares_at_hand([(word.weight, word.hits.strengths()) for word in telling], ready, shapes)
    left = sum([word.weight for word in telling])
    shares: dict[int, float] = {}
    least = 0.0
    for place, word in enumerate(telling):
        weight, hits = word.weight, word.hits
        if left < least:
            shares = {number: share for number, share in shares.items() if share + left >= least}
            for number, strength in hits.among(shares):
                shares[number] += weight * strength * ready[shapes[number]]
        else:
            found = hits.strengths().items()
            if not shares:
                shares = {number: weight * strength * ready[shapes[number]] for number, strength in found}
            else:
                for number, strength in found:
                    shares[number] = shares.get(number, 0.0) + weight * strength * ready[shapes[number]]
            if shares:
                best = max(shares, key=shares.__getitem__)
                coming = sum([other.weight * other.hits.strength(best) for other in telling[place + 1 :]])
                least = max(least, BEHIND * (shares[best] + coming * ready[shapes[best]]) - ROUNDING)
        left -= weight
    return shares


def _shares_at_hand(
    found: Sequence[tuple[float, Mapping[int, float]]], ready: Sequence[float], shapes: Sequence[int]
) -> dict[int, float]:
    """The same where no word is frequent: word by word all that targets have, as long as others could come near."""
    left = sum([weight for weight, _strengths in found])
    shares: dict[int, float] = {}
    for place, (weight, strengths) in enumerate(found, start=1):
        for number, strength in strengths.items():
            if number not in shares:
                share = weight * strength
                for other, others in found[place:]:
                    if number in others:
                        share += other * others[number]
                shares[number] = share * ready[shapes[number]]
        left -= weight
        if left < BEHIND * max(shares.values(), default=0.0) - ROUNDING:
            break
    return shares
