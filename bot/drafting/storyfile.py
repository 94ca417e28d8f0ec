"""A draft written out as a story file."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from bot.drafting.draft import Draft
from bot.drafting.facts import DraftFact
from bot.drafting.names import RESERVED, Name
from bot.drafting.quotes import quote_of
from bot.drafting.sightings import Sighting
from bot.knowledge.model import EntityKind
from bot.knowledge.problems import nearest
from bot.knowledge.references import ID_LIKE, MISSPELT_ID
from bot.knowledge.yamllines import quoted

HEADING = """\
# yaml-language-server: $schema=../schema.json
#
# A draft, made from the article by `python -m bot new`. Before readers see it:
#   - put each `says` into your own words, then delete its line `draft: true`; `check` lists what is left
#   - settle what is marked "unsure"
#   - add what readers will ask and the story does not say (`not_reported`), and tests of your own
# knowledge/GUIDE.md builds up a story step by step; the format is told at the top of kazakhstan-unrest-2022.yaml.
"""
KINDS: tuple[tuple[EntityKind, str], ...] = (
    ("person", "People"),
    ("organization", "Organizations"),
    ("outlet", "Outlets"),
    ("place", "Places"),
)
SUMMARY = 5
PLAIN = re.compile(r"[^\W\d_][\w ’-]*")


def story_text(draft: Draft) -> str:
    """The story file of a draft."""
    source = draft.origin.source
    return "\n".join(
        [
            HEADING,
            *_head(draft, source),
            "entities:" if draft.names else "entities: {}",
            *_entities(draft, source),
            "",
            "facts:",
            *_facts(draft, source),
            "",
        ]
    )


def _head(draft: Draft, source: str) -> Iterator[str]:
    origin = draft.origin
    summary = ", ".join(fact.id for fact in _main_facts(draft.facts))
    yield "story:"
    yield f"  id: {origin.story}"
    yield f"  title: {scalar(origin.title)}"
    yield f"  as_of: {origin.published.isoformat()}"
    yield f"  summary: [{summary}]  # unsure: the first facts of the article; choose those that tell the story"
    yield ""
    yield "sources:"
    yield f"  {source}:"
    yield f"    publisher: {scalar(origin.publisher)}"
    yield f"    title: {scalar(origin.title)}"
    yield f"    url: {scalar(origin.url)}"
    yield f"    published: {origin.published.isoformat()}"
    yield ""


def _main_facts(facts: Sequence[DraftFact]) -> list[DraftFact]:
    """One fact of each of the first paragraphs."""
    first: dict[int, DraftFact] = {}
    for fact in facts:
        first.setdefault(fact.paragraph, fact)
    return list(first.values())[:SUMMARY]


def _entities(draft: Draft, source: str) -> Iterator[str]:
    for kind, heading in KINDS:
        names = [name for name in draft.names if name.kind == kind]
        if names:
            yield f"  # {heading}"
        for name in names:
            yield f"  {name.id}:"
            yield from _unsure(name.unsure)
            yield f"    kind: {kind}"
            yield f"    name: {scalar(name.name)}"
            if name.is_:
                yield f"    is: {scalar(name.is_)}"
            if name.aliases:
                yield f"    aliases: {flow(name.aliases)}"
            if name.pronoun:
                yield f"    pronoun: {name.pronoun}"
            if name.within:
                yield f"    within: {name.within}"
            yield _cite_of(name, source, draft)


def _cite_of(name: Name, source: str, draft: Draft) -> str:
    """Where an entity stands: the mention that tells most of it."""
    best = max(name.sightings, key=lambda found: found.to - found.from_, default=None)
    paragraph, quote = _place(best, draft.paragraphs) if best else _place_of(name, draft)
    return f"    cite: {{source: {source}, paragraph: {paragraph}, quote: {scalar(quote)}}}"


def _place(found: Sighting, paragraphs: Sequence[str]) -> tuple[int, str]:
    words, number = found.sentence.words, found.sentence.paragraph
    whole = quote_of(
        paragraphs[number - 1], words[found.from_].start, words[found.to - 1].end, words[found.end - 1].end
    )
    return number, whole


def _place_of(name: Name, draft: Draft) -> tuple[int, str]:
    """A body without a name of its own stands where it speaks."""
    fact = next(fact for fact in draft.facts if name.id in (*fact.who, *fact.according_to, *fact.slots.to_whom))
    return fact.paragraph, fact.quote


def _facts(draft: Draft, source: str) -> Iterator[str]:
    paragraph, ids = 0, {name.id for name in draft.names}
    for fact in draft.facts:
        if fact.paragraph != paragraph:
            paragraph = fact.paragraph
            yield f"  # Paragraph {paragraph}"
        yield f"  {fact.id}:"
        yield from _unsure(fact.doubts)
        yield f"    says: {scalar(fact.says)}"
        yield from _slots(fact, ids)
        yield "    draft: true"
        yield f"    cite: {{source: {source}, paragraph: {fact.paragraph}, quote: {scalar(fact.quote)}}}"


def _slots(fact: DraftFact, ids: Collection[str]) -> Iterator[str]:
    slots = fact.slots
    for key, values in (("who", fact.who), ("did", fact.did), ("what", slots.what), ("to_whom", slots.to_whom)):
        yield from _listed(key, [_unlike_ids(value, ids) for value in values])
    if slots.when:
        on = f"on: {slots.when.on.isoformat()}, " if slots.when.on else ""
        yield f"    when: {{{on}text: {scalar(slots.when.text)}}}"
    for key, values in (("where", slots.where), ("why", slots.why), ("purpose", slots.purpose), ("how", slots.how)):
        yield from _listed(key, [_unlike_ids(value, ids) for value in values])
    if slots.how_many:
        counts = ", ".join(f"{scalar(unit)}: {scalar(count)}" for unit, count in slots.how_many.items())
        yield f"    how_many: {{{counts}}}"
    if slots.how_long:
        yield f"    how_long: {scalar(slots.how_long)}"
    yield from _listed("via", [_unlike_ids(value, ids) for value in slots.via])
    if fact.certainty != "reported":
        yield f"    certainty: {fact.certainty}"
    yield from _listed("according_to", fact.according_to)


def _unlike_ids(value: str, ids: Collection[str]) -> str:
    """A word that loading would take for a misspelt id, with an article before it."""
    is_like = value not in ids and ID_LIKE.fullmatch(value) and nearest(value, ids, at_least=MISSPELT_ID)
    return f"the {value}" if is_like else value


def _listed(key: str, values: Iterable[str]) -> Iterator[str]:
    distinct = list(dict.fromkeys(value for value in values if value))
    if distinct:
        yield f"    {key}: {scalar(distinct[0]) if len(distinct) == 1 else flow(distinct)}"


def _unsure(doubts: Iterable[str]) -> Iterator[str]:
    for doubt in dict.fromkeys(filter(None, doubts)):
        yield f"    # unsure: {doubt}"


def flow(values: Iterable[str]) -> str:
    """A list within brackets."""
    return f"[{', '.join(map(scalar, values))}]"


def scalar(text: str) -> str:
    """A text as YAML, in quotes where it needs them."""
    if PLAIN.fullmatch(text) and text.lower() not in RESERVED and text == text.strip():
        return text
    return quoted(text)
