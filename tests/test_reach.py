"""What a word of a question leads to: the quick ways to it against textbook ones."""

from __future__ import annotations

from random import Random

import pytest

from bot.answering.postings import NOTHING, NumberLists, Postings
from bot.answering.reach import KEPT, SCANNED, Reach, Strand
from bot.answering.targets import NO_HIT, Hit, better

FACTS, TARGETS = 400, 600
TERMS: list[tuple[str, float | None]] = [("own", None), ("synonym", 0.9), ("kind", 0.85)]


class World:
    """Random postings of a few terms, and what they lead to by the definition."""

    def __init__(self, seed: int) -> None:
        random = Random(seed)
        size = random.choice((5, 60, KEPT))
        self.hits: dict[str, dict[int, Hit]] = {
            term: {
                number: (random.choice((1.0, 0.95, 0.75)), random.choice((1, 2, 4)))
                for number in random.sample(range(TARGETS), size)
            }
            for term, _worth in TERMS
        }
        self.opposed = set(random.sample(range(TARGETS), 200))
        self.denied_by = frozenset(random.sample(range(FACTS), 3))
        self.postings, self.opposites = Postings(self.hits), NumberLists({"own": self.opposed})

    def expected(self) -> dict[int, Hit]:
        found: dict[int, Hit] = {}
        for term, worth in TERMS:
            for number in self.hits[term]:
                hit = self.postings.hit(self.postings.span(term), number, worth)
                assert hit is not None
                found[number] = better(found.get(number), hit)
        return {n: hit for n, hit in found.items() if n in self.hits["own"] or n not in self.opposed}

    def reach(self) -> Reach:
        strand = Strand(self.postings, TERMS, self.opposites, self.opposites.span("own"))
        return Reach([strand], FACTS, self.denied_by)


@pytest.mark.parametrize("seed", range(12))
def test_hits_and_strengths_are_those_of_the_definition(seed: int) -> None:
    world = World(seed)
    expected, reach = world.expected(), world.reach()
    strengths = {**dict.fromkeys(world.denied_by, 1.0), **{number: hit[0] for number, hit in expected.items()}}
    assert reach
    assert reach.facts == len([number for number in expected if number < FACTS])
    assert {number: reach[number] for number in range(TARGETS)} == {
        number: expected.get(number, NO_HIT) for number in range(TARGETS)
    }
    assert reach.everywhere() == expected
    assert reach.strengths() == strengths
    assert {number: reach.strength(number) for number in strengths} == strengths


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("number", [1, KEPT // SCANNED, TARGETS])
def test_strengths_of_some_targets_are_the_same_in_either_way(seed: int, number: int) -> None:
    reach, some = World(seed).reach(), dict.fromkeys(Random(seed).sample(range(TARGETS), number))
    strengths = World(seed).reach().strengths()
    assert dict(reach.among(some)) == {n: strength for n, strength in strengths.items() if n in some}


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("parts", [[range(100)], [range(50, 90), range(FACTS, 450)], [range(90, 90)], []])
def test_what_a_word_leads_to_within_some_ranges(seed: int, parts: list[range]) -> None:
    whole, part = World(seed).reach(), World(seed).reach().within(parts)
    numbers = {number for each in parts for number in each}
    assert part.everywhere() == {n: hit for n, hit in whole.everywhere().items() if n in numbers}
    assert part.strengths() == {n: strength for n, strength in whole.strengths().items() if n in numbers}
    assert part.facts == len([n for n in part.everywhere() if n < FACTS])
    assert part.size <= whole.size


def test_several_terms_lead_to_the_stronger_hits() -> None:
    postings = Postings({"one": {1: (0.9, 2), 2: (0.2, 2)}, "other": {2: (0.8, 4), 3: (0.5, 8)}})
    none = NumberLists({})
    reach = Reach([Strand(postings, [(term, None)], none, NOTHING) for term in ("one", "other")], 3)
    assert reach.everywhere() == {1: (0.9, 2), 2: (0.8, 4), 3: (0.5, 8)}
    assert reach.strengths() == {1: 0.9, 2: 0.8, 3: 0.5}
    assert reach.facts == 2


def test_nothing_leads_nowhere() -> None:
    reach = Reach((), 10)
    assert (reach.facts, bool(reach), reach[3], reach.strength(3)) == (0, False, NO_HIT, 0)
    assert (dict(reach.strengths()), reach.everywhere()) == ({}, {})


def test_a_word_keeps_few_hits_at_hand() -> None:
    reach = World(0).reach()
    for number in range(3 * KEPT):
        reach[number]
    assert len(reach) <= KEPT
