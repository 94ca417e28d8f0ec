"""Which targets have most of what a question says: the quick way against the textbook one."""

from __future__ import annotations

from random import Random

import pytest

from bot.answering.postings import NOTHING, NumberLists, Postings
from bot.answering.reach import Reach, Strand
from bot.answering.shares import BEHIND, ROUNDING, shares_of
from bot.answering.text import Token
from bot.answering.weighing import Word


@pytest.mark.parametrize("seed", range(40))
def test_shares_of_the_best_are_the_same_as_if_every_word_was_followed_everywhere(seed: int) -> None:
    random = Random(seed)
    none, targets = NumberLists({}), 300
    shapes = [random.randrange(2) for _ in range(targets)]
    ready = random.choice([(1.0, 0.5), (0.85, 0.65)])
    words = []
    for _ in range(random.randrange(1, 7)):
        numbers = random.sample(range(targets), random.choice((1, 4, 30, 200)))
        postings = Postings({"x": {number: (random.choice((1.0, 0.9)), 2) for number in numbers}})
        reach = Reach([Strand(postings, [("x", None)], none, NOTHING)], targets)
        weight = random.choice((0.2, 0.5, 0.9))
        words.append(Word(Token("x", "x"), weight, weight, reach, is_telling=random.random() < 0.9))
    every = {
        number: sum(
            word.weight * word.hits.strength(number) * ready[shapes[number]] for word in words if word.is_telling
        )
        for number in range(targets)
    }
    least = BEHIND * max(every.values())
    found = shares_of(words, ready, shapes)
    assert {number for number, share in found.items() if share >= least - ROUNDING} == {
        number for number, share in every.items() if share >= least - ROUNDING and share
    }
    assert all(found[number] == pytest.approx(every[number]) for number in found if every[number] >= least)
