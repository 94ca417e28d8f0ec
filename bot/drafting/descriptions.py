"""Facts in what something is: "a Moscow-based alliance of six countries" tells a seat, a size, and more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.answering.text import sentence_start
from bot.drafting.article import Article, Sentence
from bot.drafting.counting import Slots
from bot.drafting.facts import DraftFact
from bot.drafting.names import Name, Names, noun_of, slug
from bot.drafting.quotes import quote_of
from bot.drafting.vocabulary import COUNTS, DEEDS, GROUPS
from bot.drafting.words import Word

COMPOUND = re.compile(r"([A-Z]\w+)-(based|led|backed|born)")
MADE_UP = re.compile(r"(\w+) of ((\w+) (.+))")


def described(article: Article, names: Names, taken: Sequence[str]) -> Iterator[DraftFact]:
    """The facts that the descriptions of names hold; their ids are none of `taken`."""
    ids = list(taken)
    for fact in (*_compounds(article, names), *_sizes(article, names), *_offices(article, names)):
        fact.id = slug(fact.id, ids)
        ids.append(fact.id)
        yield fact


def _compounds(article: Article, names: Names) -> Iterator[DraftFact]:
    """ "A Moscow-based alliance", "a Russia-led alliance": of the one that may be called so."""
    told: set[tuple[str, str]] = set()
    places = {name.name: name.id for name in names.all.values() if name.kind == "place"}
    for sentence in article.sentences:
        for at, word in enumerate(sentence.words):
            found = COMPOUND.fullmatch(word.text)
            head = _noun_after(sentence.words, at + 1) if found else ""
            meant = _called(names, head)
            if found is None or meant is None or found[1] not in places or (found[0], meant.id) in told:
                continue
            told.add((found[0], meant.id))
            fact = _compound_fact(meant, found[2], places[found[1]], found[1])
            fact.paragraph, fact.quote = sentence.paragraph, _quote(article, sentence, at, head)
            if word.text not in meant.is_:
                fact.unsure.append(f"is this {head} {meant.name}?")
            yield fact


def _compound_fact(meant: Name, how: str, place_id: str, place: str) -> DraftFact:
    called = sentence_start(meant.name)
    if how in ("based", "born"):
        verb = "is based" if how == "based" else "was born"
        slots = Slots(where=[place_id])
        return DraftFact(f"{meant.id} {verb} {place}", f"{called} {verb} in {place}.", 0, "", [meant.id], [verb], slots)
    verb = "leads" if how == "led" else "backs"
    says = f"{place} {verb} {meant.name}."
    return DraftFact(f"{place} {verb} {meant.id}", says, 0, "", [place_id], [verb], Slots(what=[meant.id]))


def _noun_after(words: Sequence[Word], at: int) -> str:
    """The last of the small nouns and adjectives that follow."""
    end = at
    while end < len(words) and words[end].tag in "NA" and not words[end].is_capital:
        end += 1
    return words[end - 1].lower if end > at else ""


def _called(names: Names, head: str) -> Name | None:
    """The one name that is such a thing."""
    found = [name for name in names.all.values() if name.kind != "place" and name.is_ and noun_of(name.is_) == head]
    return found[0] if head and len(found) == 1 else None


def _quote(article: Article, sentence: Sentence, at: int, head: str) -> str:
    end = next(word.end for word in sentence.words[at:] if word.lower == head)
    start = (
        sentence.words[at - 1].start
        if at and sentence.words[at - 1].lower in ("a", "an", "the")
        else sentence.words[at].start
    )
    return quote_of(article.paragraphs[sentence.paragraph - 1], start, end)


def _sizes(article: Article, names: Names) -> Iterator[DraftFact]:
    """ "An alliance of six former Soviet countries"."""
    for name in names.all.values():
        found = MADE_UP.search(name.is_)
        if not found or found[1] not in GROUPS or not (found[3] in COUNTS or found[3].isdecimal()):
            continue
        best = max(name.sightings, key=lambda each: each.to - each.from_)
        words, number = best.sentence.words, best.sentence.paragraph
        start = next((word.start for word in words[best.end :] if word.text == found[1]), words[best.from_].start)
        quote = quote_of(article.paragraphs[number - 1], start, words[best.to - 1].end)
        called = sentence_start(name.name)
        slots = Slots(what=[found[2]], how_many={found[4]: found[3]})
        yield DraftFact(
            f"{name.id} members",
            f"{called} is made up of {found[2]}.",
            number,
            quote,
            [name.id],
            ["is made up of"],
            slots,
        )


def _offices(article: Article, names: Names) -> Iterator[DraftFact]:
    """ "CSTO's chairman": who chairs what."""
    ids = {text: name.id for name in names.all.values() for text in (name.name, *name.aliases)}
    for name in names.all.values():
        for role in name.is_.split(" and ") if name.kind == "person" else ():
            office, _, whose = role.partition(" of ")
            owner = next((ids[text] for text in (whose, whose.removeprefix("the ")) if text in ids), "")
            if not owner or office not in DEEDS:
                continue
            best = max(name.sightings, key=lambda each: each.to - each.from_)
            words, number = best.sentence.words, best.sentence.paragraph
            quote = quote_of(article.paragraphs[number - 1], words[best.from_].start, words[best.to - 1].end)
            says = f"{name.name} is the {office} of {names.all[owner].name}."
            slots = Slots(what=[owner])
            yield DraftFact(f"{name.id} {office} {owner}", says, number, quote, [name.id], list(DEEDS[office]), slots)
