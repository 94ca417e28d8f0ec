"""The people, organizations, places and outlets of an article, each with what it is and what else it is called."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from bot.drafting.sightings import Sighting
from bot.knowledge.model import ID_LIMIT, EntityKind

LONGEST_SLUG = ID_LIMIT - 3
"""In characters: there is room for a number behind it."""
RESERVED = frozenset("none null true false yes no on off y n".split())
"""What no id may be: YAML, or a test in a story, takes it for something else."""


@dataclass(slots=True)
class Name:
    """One that is named, as it will stand under `entities`."""

    id: str
    name: str
    kind: EntityKind
    is_: str = ""
    aliases: list[str] = field(default_factory=list)
    pronoun: str = ""
    within: str = ""
    sightings: list[Sighting] = field(default_factory=list)
    is_country: bool = False
    unsure: list[str] = field(default_factory=list)


class Names:
    """All names of an article, and what each stretch of words names."""

    def __init__(self, names: Sequence[Name]) -> None:
        self.all: dict[str, Name] = {}
        self._called: dict[tuple[str, ...], str] = {}
        self._longest = 0
        for name in names:
            self.add(name)

    def in_(self, words: Sequence[str]) -> Iterator[tuple[int, int, str]]:
        """Each name in the words: where it begins and ends, and its id; the longest first, none twice."""
        at = 0
        while at < len(words):
            for size in range(min(self._longest, len(words) - at), 0, -1):
                key = tuple(word.lower().replace("’", "'") for word in words[at : at + size])
                found = self._called.get(key)
                if found and (words[at][:1].isupper() or size > 1):
                    yield at, at + size, found
                    at += size - 1
                    break
            at += 1

    def add(self, name: Name) -> None:
        """One more, which no other is called like."""
        self.all[name.id] = name
        for text in (name.name, *name.aliases):
            key = _key(text)
            # Lines leave some apostrophes out, for they look like quotation marks.
            for called in (key, tuple(word for word in key if word != "'")):
                self._called.setdefault(called, name.id)
            self._longest = max(self._longest, len(key))


def _key(text: str) -> tuple[str, ...]:
    return tuple(
        text.lower()
        .replace("’", "'")
        .replace("'s", " 's")
        .replace("s' ", "s ' ")
        .replace("(", "( ")
        .replace(")", " )")
        .split()
    )


def slug(text: str, taken: Iterable[str] = ()) -> str:
    """An id made of a text: small letters, digits and hyphens, unlike those that are taken."""
    folded = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    whole = "-".join(re.findall(r"[a-z0-9]+", re.sub(r"['’]s\b|['’]", "", folded))) or "item"
    cut = whole[:LONGEST_SLUG].rsplit("-", 1)[0] if len(whole) > LONGEST_SLUG else whole
    base = cut[:LONGEST_SLUG].strip("-")
    used = {*taken, *RESERVED}
    return next(id_ for id_ in (base, *(f"{base}-{n}" for n in range(2, 10_000))) if id_ not in used)


def noun_of(phrase: str) -> str:
    """ "a Moscow-based alliance of six countries" → "alliance"."""
    return re.split(r" (?:of|for|in|at|from|with|that|which|who) ", phrase)[0].split()[-1]


def with_article(phrase: str) -> str:
    """A description as it completes "NAME is …": "global organization" → "a global organization"."""
    if re.match(r"(?:an?|the) ", phrase, re.IGNORECASE) or re.search(r"['’]s ", phrase):
        return phrase
    if re.search(r"\b(?:capital|only|first|\w+est)\b", phrase):
        return f"the {phrase}"
    return f"{'an' if re.match('(?i)[aeio]|u(?!n[aio]|s)', phrase) else 'a'} {phrase}"


def without_article(phrase: str) -> str:
    """The phrase without "the" or "a" before it."""
    return re.sub(r"^(?:the|an?) ", "", phrase, flags=re.IGNORECASE)
