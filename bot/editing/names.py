"""Names that readers cannot tell apart, from ordinary words or from each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from rapidfuzz.distance import OSA

from bot.answering.text import written_words
from bot.editing.material import Material
from bot.knowledge.model import Entity
from bot.knowledge.problems import Problem
from bot.knowledge.tree import Place

SHORTEST = 5
"""Shorter names have too many neighbours to speak of."""


def ordinary_aliases(material: Material) -> Iterator[Problem]:
    """Aliases of one word that means something else as well."""
    for _, entity, place in material.entities():
        for alias, below in zip(entity.aliases, place.at("aliases").each(), strict=True):
            is_name = material.language.is_name(material.language.normalizer.stem(alias.casefold()))
            if not is_name and _is_ordinary(material, alias):
                yield below.problem(
                    f"“{alias}” is an ordinary word: questions with it seem to name {entity.name}; write more of the "
                    "name, or remove it"
                )


def confusable_entities(material: Material) -> Iterator[Problem]:
    """Persons with a name in common, and names that one slip of the keyboard makes of each other."""
    entities = [(id_, entity, place, _words(entity)) for id_, entity, place in material.entities()]
    for (one, first, above, ours), (_, second, place, theirs) in combinations(entities, 2):
        line = above.node.line
        if first.kind == second.kind == "person" and (shared := _shared(material, first.name, second.name)):
            yield place.problem(
                f"“Who is {shared}?” may mean '{one}' (line {line}) too, and {_found(material, shared)}; give each of "
                "them aliases that are theirs alone"
            )
        elif slip := _slip(material, ours, theirs):
            yield _slipped(place, slip, f"'{one}' (line {line})")


def _shared(material: Material, first: str, second: str) -> str:
    """A word of both full names that readers may use alone; a title such as "Prince" is none."""
    ours, theirs = written_words(first), written_words(second)
    if ours[-1] == theirs[-1]:
        return ours[-1]
    return next((word for word in ours[:-1] if word in theirs[:-1] and not _is_ordinary(material, word)), "")


def _found(material: Material, name: str) -> str:
    reply = material.assistant.ask(f"Who is {name}?")
    answered = reply.outcome == "answered" and reply.citations
    return f"is answered by '{reply.citations[0].fact}'" if answered else "is not answered"


def _slip(material: Material, ours: Sequence[str], theirs: Sequence[str]) -> tuple[str, str] | None:
    for one in ours:
        for other in theirs:
            is_near = min(len(one), len(other)) >= SHORTEST and OSA.distance(one, other, score_cutoff=1) == 1
            if is_near and one not in theirs and other not in ours and not _are_apart(material, one, other):
                return one, other
    return None


def _are_apart(material: Material, one: str, other: str) -> bool:
    """Whether both are forms of one word, or ordinary words, which are never taken for slips."""
    stem = material.language.normalizer.stem
    is_form = stem(one.casefold()) == stem(other.casefold())
    return is_form or (_is_ordinary(material, one) and _is_ordinary(material, other))


def _is_ordinary(material: Material, word: str) -> bool:
    """Whether the word means something else than a name."""
    return material.words.pos(word.casefold()).strip("p") != ""


def _slipped(place: Place, slip: tuple[str, str], there: str) -> Problem:
    one, other = slip
    return place.problem(
        f"“{other}” is one letter from “{one}”, {there}: “Who is {other}?” may be a slip for it; give both aliases by "
        "which readers can tell them apart"
    )


def _words(entity: Entity) -> list[str]:
    """The words of an entity's names that are written with a capital."""
    names = (entity.name, *entity.aliases)
    return list(
        dict.fromkeys(word.removesuffix("'s") for name in names for word in written_words(name) if word[0].isupper())
    )
