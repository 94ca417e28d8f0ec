"""Finds who and what an article names, sorts them by kind, and gathers what else they are called."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.drafting.article import Article
from bot.drafting.names import Name, Names, noun_of, slug, with_article, without_article
from bot.drafting.sightings import COMPOUND, Sighting
from bot.drafting.spotting import Spotter
from bot.drafting.tagging import Tagger
from bot.drafting.vocabulary import HE, ORGANIZATIONS, OUTLETS, PLACES, SHE
from bot.knowledge.model import EntityKind
from bot.knowledge.references import folded_name

FAR_MORE = 1.5
"""How many times as often as any other a country is named that "the country" means."""
SMALL = frozenset({"and", "of", "the"})


def country_name(written: str) -> str:
    """A country of the lexicon as it is written elsewhere: "united states" is "United States"."""
    return " ".join(word if word in SMALL else word.capitalize() for word in written.split())


class NameFinder:
    """Finds the names of an article."""

    def __init__(self, tagger: Tagger, demonyms: Mapping[str, Sequence[str]]) -> None:
        """`demonyms` gives the adjectives of each country, in small letters, as the lexicon does."""
        self._countries = {country: country_name(country) for country in demonyms}
        self._demonyms = {word: country_name(country) for country, words in demonyms.items() for word in words}
        self._spotter = Spotter(tagger, self._demonyms)

    def names(self, article: Article) -> Names:
        """Everyone and everything that the article names, in the order of their first mention."""
        sightings = [found for sentence in article.sentences for found in self._spotter.sightings(sentence)]
        groups = self._grouped(sightings)
        taken: set[str] = set()
        names: list[Name] = []
        for text, group in groups.items():
            name = self._name(text, group, taken)
            taken.add(name.id)
            names.append(name)
        self._add_nations(article, names, taken)
        self._add_descriptions(article, names)
        _settle_country(article, names)
        _leave_one_owner(names)
        return Names(names)

    def _grouped(self, sightings: Sequence[Sighting]) -> dict[str, list[Sighting]]:
        """The sightings by whom they name: a surname goes to the person, letters to what they stand for."""
        full: dict[str, str] = {}
        # "The city of Varn" is not "Varn Transit".
        placed = {found.text for found in sightings if found.sorts or found.is_inside}
        for found in sightings:
            parts = found.text.split()
            if found.acronym:
                full[found.acronym] = found.text
            if len(parts) > 1 and not ({part.lower() for part in parts} & (ORGANIZATIONS | OUTLETS | PLACES)):
                for part in {parts[-1], parts[0]} - placed:
                    full.setdefault(part, found.text)
        groups: dict[str, list[Sighting]] = {}
        for found in sightings:
            groups.setdefault(full.get(found.text, found.text), []).append(found)
        return groups

    def _name(self, text: str, group: list[Sighting], taken: Iterable[str]) -> Name:
        kind, unsure = self._kind(text, group)
        parts = text.split()
        name = Name(slug(parts[-1] if kind == "person" else text, taken), text, kind, sightings=group)
        if unsure:
            name.unsure.append(unsure)
        acronym = next((found.acronym for found in group if found.acronym), "")
        if acronym:
            name.id, name.name = slug(acronym, taken), f"{text} ({acronym})"
            name.aliases += [acronym, text]
        if kind == "organization" and _takes_the(text, group):
            name.name = f"the {name.name}"
            name.aliases += [alias for alias in [text] if not acronym]
        if kind == "person":
            self._complete_person(name, parts)
        else:
            sorts = [sort for found in group for sort in found.sorts]
            name.is_ = with_article(max(sorts, key=len)) if sorts else ""
            for called in dict.fromkeys(found.text for found in group if found.text not in (text, acronym)):
                name.aliases.append(called)
                name.unsure.append(f'"{called}" is taken for {name.name} everywhere')
            name.pronoun = "it"
        return name

    def _kind(self, text: str, group: Sequence[Sighting]) -> tuple[EntityKind, str]:
        """The kind that its own words and what stands beside it speak for, and what is unsure about that."""
        own = {word.lower() for word in text.split()}
        sorts = {noun_of(sort).lower() for found in group for sort in (*found.sorts, *found.hints)}
        if any(found.roles or found.titles for found in group):
            return "person", ""
        if text.lower() in self._countries:
            return "place", ""
        is_agency = any("news agency" in sort for found in group for sort in found.sorts)
        if is_agency or "outlet" in sorts or (own | sorts) & OUTLETS:
            return "outlet", ""
        if sorts & PLACES:
            return "place", ""
        if (own | sorts) & ORGANIZATIONS or any(found.acronym for found in group):
            return "organization", ""
        inside = sum(found.is_inside for found in group)
        if own & PLACES or (inside and inside * 2 >= len(group)):
            return "place", "" if inside else "kind guessed from the name: a place?"
        if text.isupper() or any(found.is_employer for found in group):
            return "organization", "" if text.isupper() else "kind guessed: somebody works for it"
        if len(own) in (2, 3) and not _takes_the(text, group):
            return "person", "kind guessed: nothing beside the name says what it is"
        if any(found.before in ("from", "to", "of") for found in group):
            return "place", "kind guessed from the words around it"
        return "organization", "kind guessed: nothing beside the name says what it is"

    def _complete_person(self, name: Name, parts: Sequence[str]) -> None:
        roles = list(dict.fromkeys(self._office(role) for found in name.sightings for role in found.roles))
        name.is_ = " and ".join(without_article(role) for role in _longest_apart(roles))
        called = {found.text for found in name.sightings}
        name.aliases += [
            part for part in (parts[-1], parts[0]) if len(parts) > 1 and (part in called or part == parts[-1])
        ]
        for found in name.sightings:
            for title in found.titles:
                name.aliases.append(f"{title.capitalize()} {parts[-1]}")
        words = {word for role in roles for word in re.findall(r"\w+", role)} | {
            title for found in name.sightings for title in found.titles
        }
        if any(word.endswith(SHE) for word in words):
            name.pronoun = "she"
        elif words & set(HE):
            name.pronoun = "he"
        else:
            name.unsure.append("pronoun: he or she?")
        for role in roles:
            head, _, owner = role.partition(" of ")
            if owner and len(head.split()) < 3:
                name.aliases.append(f"the {head} of {owner}")

    def _office(self, role: str) -> str:
        """ "Armenian prime minister" as "prime minister of Armenia"."""
        first, _, rest = role.partition(" ")
        country = self._demonyms.get(first.lower())
        return f"{rest} of {country}" if country and rest else role

    def _add_nations(self, article: Article, names: list[Name], taken: set[str]) -> None:
        """Countries that only an adjective names, and what is only part of a word: "Moscow-based"."""
        known = {name.name: name for name in names}
        for sentence in article.sentences:
            for at, word in enumerate(sentence.words):
                country = self._demonyms.get(word.lower) if word.is_capital else None
                if country is None:
                    continue
                name = known.get(country)
                if name is None:
                    name = Name(slug(country, taken), country, "place", pronoun="it")
                    taken.add(name.id)
                    known[country] = name
                    names.append(name)
                if not any(found.sentence is sentence for found in name.sightings):
                    name.sightings.append(Sighting(sentence, at, at + 1, word.text, from_=at, to=at + 1))
                if word.text not in name.aliases:
                    name.aliases.append(word.text)
        for name in names:
            name.is_country = name.name in self._countries.values()
            if not name.is_country and any(
                COMPOUND.fullmatch(found.sentence.words[found.first].text) for found in name.sightings[:1]
            ):
                name.kind, name.unsure = "place", [*name.unsure, "kind guessed: it stands in a compound"][-1:]

    def _add_descriptions(self, article: Article, names: Sequence[Name]) -> None:
        """ "The alliance", "the Kazakh president": where the article says so and one alone can be meant."""
        heads = Counter(head for name in names for head in set(self._heads(name)))
        for sentence in article.sentences:
            words = [word.text for word in sentence.words]
            for name in names:
                for head in self._heads(name):
                    if heads[head] == 1:
                        self._add_description(words, head, name)

    def _add_description(self, words: Sequence[str], head: str, name: Name) -> None:
        size = len(head.split())
        for at in range(1, len(words) - size + 1):
            if [word.lower() for word in words[at : at + size]] != head.split() or not words[at].islower():
                continue
            nation = words[at - 1] if words[at - 1].lower() in self._demonyms else ""
            article_at = at - 2 if nation else at - 1
            if article_at < 0 or words[article_at].lower() != "the" or words[at + size : at + size + 1] == ["of"]:
                continue
            if nation and name.kind == "person" and name.is_ == head:
                name.is_ = f"{head} of {self._demonyms[nation.lower()]}"
            alias = " ".join(["the", *([nation] if nation else []), head])
            if alias not in name.aliases:
                name.aliases.append(alias)
                if not nation:
                    name.unsure.append(f'"{alias}" is taken for {name.name} everywhere')

    def _heads(self, name: Name) -> Iterator[str]:
        """What somebody or something may be called without a name: "president", "alliance"."""
        if name.kind == "person":
            for role in name.is_.split(" and "):
                head = re.split(r" (?:of|for|at|from|in) ", role)[0]
                if head:
                    yield without_article(head).split(", ")[0]
        elif name.is_ and name.kind != "place":
            yield noun_of(name.is_)


def _takes_the(text: str, group: Sequence[Sighting]) -> bool:
    """Whether the name mostly stands with "the" before it."""
    before = [found.before == "the" for found in group if found.text == text]
    return sum(before) * 2 >= len(before)


def _settle_country(article: Article, names: Sequence[Name]) -> None:
    """What "the country" means, where one country is named far more often than others; cities of it lie within."""
    named = Counter({name.id: len(name.sightings) for name in names if name.kind == "place" and name.is_country})
    ranked = named.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < FAR_MORE * ranked[1][1]):
        return
    country = next(name for name in names if name.id == ranked[0][0])
    text = " ".join(article.paragraphs)
    if "the country" in text:
        country.aliases.append("the country")
        country.unsure.append(f'"the country" is taken for {country.name}')
    for name in names:
        is_capital = name.is_ == "the capital"
        if name.kind == "place" and ("the country’s" in name.is_ or "the country's" in name.is_ or is_capital):
            what = re.sub(r"^the country['’]s ", "", name.is_).removeprefix("the ")
            name.is_, name.within = f"the {what} of {country.name}", country.id
            name.unsure.append(f"is it in {country.name}?")


def _longest_apart(roles: Sequence[str]) -> list[str]:
    """The roles without those that another one contains."""
    return [role for role in roles if not any(role != other and role in other for other in roles)]


def _leave_one_owner(names: Sequence[Name]) -> None:
    """Takes back what two are called alike: the first keeps it as a name, nobody as an alias."""
    owners = Counter(folded for name in names for folded in set(map(folded_name, (name.name, *name.aliases))))
    proper = {folded_name(name.name) for name in names}
    for name in names:
        kept: dict[str, str] = {}
        for alias in name.aliases:
            folded = folded_name(alias)
            if folded == folded_name(name.name):
                continue
            if owners[folded] > 1:
                if folded not in proper:
                    name.unsure.append(f'"{alias}" may name another one too')
                continue
            kept.setdefault(folded, alias)
        name.aliases = list(kept.values())
