"""What the quotes prove: phrases that are too long, and parts that the facts could have."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, takewhile

from bot.answering.kinds import TIME_UNITS
from bot.answering.slotvalues import slot_values
from bot.answering.text import Token, sentence_start, written_words
from bot.editing.material import Material
from bot.knowledge.model import QUOTE_WORDS, SLOTS, Entity, Fact
from bot.knowledge.problems import Problem
from bot.knowledge.tree import Place

CAUSE = re.compile(
    r"(?i)\b(?:because(?: of)?|due to|owing to|in response to|as a result of|(?:triggered|caused|prompted) by)\b"
)
AIM = re.compile(r"(?i)\b(?:in order to|with the aim of|so that)\b")
ROUGHLY = frozenset("dozen dozens scores hundreds thousands millions".split())
"""Words that count, but not exactly."""
YEAR = re.compile(r"(?:19|20)\d\d")
MONTHS = frozenset({"march", "may"})
"""The months that are other words as well, which readers seldom mean."""
NOT_COUNTED = frozenset("am pm st nd rd th o'clock".split()) | MONTHS
"""What stands behind numbers that are hours and days."""
FROM_NUMBER_TO_NOUN = 5
"""Within how many words after a number the noun that it counts stands: "six former Soviet *countries*"."""
SLOTS_OF_KIND = {
    "person": "'who' or 'to_whom'",
    "organization": "'who' or 'to_whom'",
    "place": "'where'",
    "outlet": "'via'",
}


def long_quotes(material: Material) -> Iterator[Problem]:
    """Quotes that are more than a short phrase."""
    cited: Iterable[tuple[str, Entity | Fact, Place]] = chain(material.entities(), material.facts())
    for _, item, place in cited:
        for cite, below in zip(item.cite, place.at("cite").each(), strict=True):
            if (count := len(written_words(cite.quote))) > QUOTE_WORDS:
                yield below.at("quote").problem(
                    f"has {count} words: quote the few that prove it, {QUOTE_WORDS} at most, or cite it in two pieces"
                )


def unfilled_slots(material: Material) -> Iterator[Problem]:
    """Parts that a quote holds and its fact does not; facts that have only wordings of questions need none."""
    told: dict[tuple[str, int], list[str]] = defaultdict(list)
    for _, fact, _ in material.facts():
        for cite in fact.cite:
            told[cite.source, cite.paragraph] += _counts(fact)
    for _, fact, place in material.facts():
        if any(getattr(fact, slot) for slot in SLOTS):
            for cite, below in zip(fact.cite, place.at("cite").each(), strict=True):
                messages = chain(
                    _times_and_reasons(material, fact, cite.quote),
                    _numbers(material, fact, cite.quote, told[cite.source, cite.paragraph]),
                    _names(material, fact, cite.quote),
                )
                yield from map(below.at("quote").problem, messages)


def _times_and_reasons(material: Material, fact: Fact, quote: str) -> Iterator[str]:
    tokens = material.tokens(quote)
    day = next((token.word for place, token in enumerate(tokens) if _is_day(material, tokens, place)), "")
    if day and not fact.when:
        yield f"says when (“{sentence_start(day)}”): fill 'when', with the date in 'on'"
    if not (fact.why or fact.purpose):
        for slot, pattern in (("why", CAUSE), ("purpose", AIM)):
            if found := pattern.search(quote):
                yield f"says why (“{found[0]}”): fill '{slot}'"


def _is_day(material: Material, tokens: Sequence[Token], place: int) -> bool:
    """Whether a day of the week stands there, or a month with a number beside it."""
    token = tokens[place]
    if not (token.capital and (material.language.is_day(token.stem) or token.word in MONTHS)):
        return False
    return token.word.endswith("day") or any(each.word.isdigit() for each in beside(tokens, place))


def beside(tokens: Sequence[Token], place: int) -> tuple[Token, ...]:
    """The words right before and right behind one."""
    return *tokens[max(0, place - 1) : place], *tokens[place + 1 : place + 2]


def is_number(token: Token) -> bool:
    """Whether it is written in digits, and no year."""
    return token.word[0].isdigit() and not YEAR.fullmatch(token.word)


def _numbers(material: Material, fact: Fact, quote: str, told: Sequence[str]) -> Iterator[str]:
    """Numbers with a noun that no fact of the same paragraph has; `told` are the counts that those have."""
    tokens, written = material.tokens(quote), written_words(quote)
    stems = {stem for text in told for stem in material.language.stems(text)}
    for start, end in _counted(material, tokens, {at for _, places in material.named(quote) for at in places}):
        is_time = tokens[end].stem in TIME_UNITS
        if tokens[start].stem not in stems and not (is_time and fact.when):
            words = written if len(written) == len(tokens) else [token.word for token in tokens]
            slot = "how_long" if is_time else "how_many"
            yield f"says how {slot[4:]} (“{' '.join(words[start : end + 1])}”): fill '{slot}'"


def _counted(material: Material, tokens: Sequence[Token], within_names: set[int]) -> Iterator[tuple[int, int]]:
    """The positions of numbers, apart from dates and names, and of the nouns that they count."""
    for start, token in enumerate(tokens):
        before = tokens[start - 1] if start else None
        is_named = start in within_names or (before and before.capital and material.words.pos(before.word) in ("", "p"))
        if is_named or not (is_number(token) or token.word in ROUGHLY):
            continue
        for end in range(start + 1, min(start + FROM_NUMBER_TO_NOUN, len(tokens))):
            word = tokens[end].word
            if word in NOT_COUNTED or word[0].isdigit() or material.language.is_day(tokens[end].stem):
                break
            if material.words.pos(word)[:1] == "n":
                if [each.word for each in tokens[end + 1 : end + 2]] != ["old"]:
                    yield start, _last_noun(material, tokens, end)
                break


def _last_noun(material: Material, tokens: Sequence[Token], start: int) -> int:
    """Where a run of nouns ends: "police *officers*"; a unit of time stands alone: "two-*week* truce"."""
    if tokens[start].stem in TIME_UNITS:
        return start
    rest = takewhile(lambda at: material.words.pos(tokens[at].word)[:1] == "n", range(start, len(tokens)))
    return max(rest)


def _names(material: Material, fact: Fact, quote: str) -> Iterator[str]:
    entities = material.story.entities
    values = slot_values(fact)
    known = {value for each in values.values() for value in each}
    for text in (fact.says, *chain(*values.values(), *fact.also.values())):
        known.update(id_ for id_, _ in material.named(text))
    around = known
    while around := {entities[id_].within or "" for id_ in around if id_ in entities} - known:
        known |= around
    for id_ in dict.fromkeys(id_ for id_, _ in material.named(quote) if id_ not in known):
        yield f"names '{id_}', and the fact does not: fill {SLOTS_OF_KIND[entities[id_].kind]}, or cite fewer words"


def _counts(fact: Fact) -> list[str]:
    return [*fact.how_many.values(), fact.how_long or ""]
