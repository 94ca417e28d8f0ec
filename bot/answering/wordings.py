"""How well a question agrees with one that is known to be asked."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.candidates import SURE, Candidate
from bot.answering.evidence import PLAIN
from bot.answering.targets import Target
from bot.answering.weighing import Asked

SPARE, ANOTHER = 0.15, 0.8
"""What share of a question's telling words a wording to an event may lack, and what is left of a score beyond that:
then it may be another event."""
ANOTHER_TIME = 0.6
"""What is left of a score where only the wording, or only the question, asks who it was before, or for more."""
POOLED = 0.9
"""What a word is worth to a wording that only other wordings to the same fact have."""
SUPPOSING_KINDS = frozenset({"why", "when", "how", "how_long"})
"""Kinds that take for granted what a yes/no question asks: why it was cut may be unknown, that it was cut is not."""
VAGUE_KINDS = frozenset({"topic", "yes_no", "what", "event"})
"""Kinds that may mean another kind: "the curfew?", "is there a curfew?"."""
SCANT = 0.65
"""How well a yes/no wording of a single word goes with other kinds: "are the soldiers there?"."""


def evaluate(asked: Asked, number: int, targets: Sequence[Target]) -> Candidate:
    """A known wording must explain the question, and the question must say what the wording says.

    What the wording lacks counts almost as well where another wording to the same fact has it.
    """
    target = targets[number]
    got = pooled = lost = 0.0
    seen = telling = own = 0
    unexplained: list[str] = []
    for word in asked.words:
        strength, mask = word.hits[number]
        best = max(strength, POOLED * word.hits[target.pool][0])
        got += word.weight * strength
        pooled += word.weight * best
        seen |= mask
        if word.is_telling:
            telling += 1
            own += best >= PLAIN
        if best < PLAIN:
            unexplained.append(word.token.word)
            lost += word.weight if word.is_telling else 0.0
    share, back = got / asked.total, seen.bit_count() / target.size
    agreement = kind_agreement(asked.question.kind, target.kind)
    if target.size == 1 and target.kind == "yes_no" and asked.question.kind not in VAGUE_KINDS:
        agreement = SCANT
    if target.not_reported and asked.question.asks_sort != target.asks_sort:
        agreement = SCANT  # of what kind they are may be known where it is not known which
    fit = 0.0
    # By synonyms alone two words of a wording may be those of quite another: "where is it *going* on".
    if agreement == 1.0 and share >= (0.9 if target.not_reported else SURE) and back >= 0.75:
        fit = (3.0 if share * back >= SURE else 0.9) if target.not_reported else 1.5
    score = (0.6 * max(share, pooled / asked.total) + 0.4 * back) * agreement
    if asked.question.asks_before != target.asks_before or asked.question.asks_more != target.asks_more:
        score, fit = score * ANOTHER_TIME, 0.0
    if target.pool >= 0 and lost > SPARE * asked.total and targets[target.pool].done:
        score *= ANOTHER
    return Candidate(target, None, score, fit, unexplained=unexplained, telling=telling, own=own, is_sound=False)


def kind_agreement(asked: str, known: str) -> float:
    """How well two kinds of question go together, 0 to 1."""
    if asked == known:
        return 1.0
    if asked == "yes_no" and known in SUPPOSING_KINDS:
        return 0.65
    return 0.85 if VAGUE_KINDS & {asked, known} else 0.65
