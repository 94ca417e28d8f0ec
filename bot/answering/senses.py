"""Which of its senses a word has in a fact: beside "sacked" and "dismissed", "fired" tells of no shot.

A reader's word leads to others that mean the same. Such another word may have further senses, and in a fact that has it
one of these: the fact's own words tell which, where two of them stand in one group of synonyms. By its other senses
nothing leads there. Where nothing tells which, it leads by all of them, unless that may be anything.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from bot.answering.language import Language
from bot.answering.targets import Hit

TELLING = 2
"""So many words of a group in one target tell that they have the sense of the group."""
LOOSE = frozenset("make go give get take put come set let".split())
"""Stems of verbs that may mean anything where nothing else tells what: who "made it known" hired nobody."""


def parted(postings: Mapping[str, Mapping[int, Hit]], language: Language) -> dict[str, dict[int, Hit]]:
    """The postings of terms of several senses, under a key for each sense: where it may be meant by what is said."""
    told = {sense: _tellers(terms, postings) for sense, terms in enumerate(language.groups)}
    found: dict[str, dict[int, Hit]] = defaultdict(dict)
    for term, hits in postings.items():
        senses = language.senses(term)
        if len(senses) < 2:
            continue
        for number, hit in hits.items():
            meant = [sense for sense in senses if number in told[sense]]
            if not meant or len(meant) == len(senses):
                found[_open(term)][number] = hit
                continue
            for sense in meant:
                found[_key(term, sense)][number] = hit
    return found


def keys(other: str, term: str, language: Language) -> Iterator[str]:
    """Under which keys of the postings a term stands where it may mean the same as another one."""
    senses = language.senses(other)
    if len(senses) < 2:
        yield other
        return
    if other not in LOOSE or term in LOOSE:
        yield _open(other)
    yield from (_key(other, sense) for sense in senses if sense in language.senses(term))


def _tellers(terms: tuple[str, ...], postings: Mapping[str, Mapping[int, Hit]]) -> set[int]:
    """The targets that have enough of these terms."""
    counts = Counter[int]()
    for term in terms:
        counts.update(postings.get(term, {}).keys())
    return {number for number, count in counts.items() if count >= TELLING}


def _open(term: str) -> str:
    return f"{term} #"


def _key(term: str, sense: int) -> str:
    return f"{term} #{sense}"
