"""Whether a fact answers a yes/no question by "Yes." or "No.": never where that would say more than it tells."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.answering.candidates import Candidate
from bot.answering.grammar import ATTEMPTING, DETERMINERS, is_existential
from bot.answering.index import Index
from bot.answering.question import NO_TOKEN, Question
from bot.answering.targets import Entry, Target
from bot.answering.text import AUXILIARY, PREPOSITIONS

if TYPE_CHECKING:
    from bot.knowledge.model import Fact

SURE = 0.9
"""From this share on a question that can be answered by yes is answered by it."""
INTENDED = frozenset("want wants wanted plan plans planned planning hope hoped intend intended mean meant".split())
"""Verbs before "to" for what may not have been done, or not on purpose."""
DOUBTING = frozenset(
    "lie lies lying false falsely untrue fake hoax myth wrong wrongly incorrect invented exaggerated nonsense".split()
)
"""Words that turn round what is asked."""
KEEPING = frozenset("stop prevent keep hinder bar ban save".split())
"""Stems of verbs that do so before "from"."""
HARDLY = frozenset(
    "hard harder hardly difficult difficulty problem problems trouble tricky risky dangerous impossible banned "
    "forbidden prohibited illegal unlawful barred outlawed breaking offence crime".split()
)
"""Words that turn round what a fact denies."""
TOO_MUCH = frozenset("only just merely solely alone when while because since as if".split())
"""Words of a question to which "Yes." would say too much: "is it *only* Almaty?", "was he there *when* it burned?"."""
LATER = frozenset("after afterwards before until till since".split())
"""Words for another time than that of which a fact tells: "was it lifted *after* two weeks"."""
DAYTIME = frozenset("day daytime daylight noon midday morning afternoon evening".split())
"""Hours at which may be so what is denied by night: "can people go out *by day*"."""
NOW = frozenset("now currently presently nowadays today".split())
PRESENT = frozenset({"is", "are", "can", "may"})
"""How a question begins that asks what is so now."""
LASTING = frozenset("is are has have".split())
"""How a question begins that asks what is so, and not only what happened."""
NIGHT = frozenset("night nights overnight nighttime dark darkness evening evenings late midnight tonight".split())
AIMING = frozenset("at against towards".split())
"""Prepositions before what something is aimed at."""
BESIDE = frozenset({"when", "why", "how", "purpose"})
"""Slots that tell of what goes with a deed."""
SAID_OF_SOMETHING = 2
"""So many words say at least what it is, and what is said of it."""
MODAL = frozenset("can could may might should must".split())


class Affirmer:
    """Decides between yes, no and neither."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def affirms(self, question: Question, candidate: Candidate, fact: Fact) -> bool | None:
        """True where the fact that the candidate stands for says yes, False where it says no, None where neither."""
        if question.is_negated or _is_turned(question, denies=candidate.denies) or not LATER.isdisjoint(question.words):
            return None
        # "Was it spared by the *flood*" is no "no" where it burned.
        is_denied = candidate.denies and not candidate.unexplained
        if not (is_denied or self._is_plain(question, candidate, fact)):
            return None
        if is_denied and not self._acts(question, candidate.target):
            return None  # what is denied of the sites is not denied of the country
        return None if self._is_told_of_less(question, candidate, fact) else not candidate.denies

    def _is_plain(self, question: Question, candidate: Candidate, fact: Fact) -> bool:
        """Whether a fact tells all that is asked."""
        is_all = candidate.score >= SURE and candidate.own == candidate.telling and question.is_whole
        if not is_all or fact.certainty == "unknown" or not TOO_MUCH.isdisjoint(question.words):
            return False
        of_nation = question.predicate.verb is None and question.tokens[-1].stem in self._index.demonyms
        if of_nation and not candidate.target.is_card:
            return False  # what Norland leads is not led by a Norlander
        if not (candidate.is_of_subject and self._acts(question, candidate.target)):
            return False
        if question.predicate.verb is None and not self._is_plainly_so(question, candidate):
            return False
        if candidate.target.is_attempt and not any(token.stem in ATTEMPTING for token in question.tokens):
            return False
        if _aims_at_others(question, candidate.target):
            return False
        # What somebody may do, or means to, is another question than what is done.
        if question.tokens[0].word in MODAL or _asks_intention(question) or self._asks_what_is_said(question):
            return False
        # Who heard something need not have seen it, and what stands in one fact need not be together.
        return candidate.does or candidate.target.is_card or is_existential(question.tokens)

    def _is_plainly_so(self, question: Question, candidate: Candidate) -> bool:
        """Whether it is what it is asked to be in these very words: "is she a *general*", "is the town *on fire*"."""
        before, last = (NO_TOKEN, *question.tokens)[-2:]
        if last.word in candidate.loose:
            return False
        if is_existential(question.tokens) or before.word == "of":
            return True
        if len(question.content) < SAID_OF_SOMETHING:
            return False
        if before.word not in PREPOSITIONS:
            return True
        return any(at[-1] == len(question.tokens) - 1 for _key, at in self._index.finder.named(question.tokens))

    def _acts(self, question: Question, target: Target) -> bool:
        """Whether a fact tells what its subject did, or had done to it, and not only what happened there."""
        tokens = question.tokens
        # What is put up for confirmation has its subject before its verb.
        subject = [at for at in question.predicate.subject if tokens[at].word not in AUXILIARY]
        if not subject or any(tokens[at].word in PREPOSITIONS for at in subject):
            return True  # "was the hall *in Bergen* hit"
        named = {key for key, at in self._index.finder.named(tokens) if at[-1] == subject[-1]}
        if named:
            return not named.isdisjoint(target.entities_in("who", "what", "to_whom", "according_to"))
        stem = tokens[subject[-1]].stem
        having = [slot for slot, entries in target.slots.items() if any(stem in entry.stems for entry in entries)]
        return not having or not {"who", "what", "to_whom", "how_many"}.isdisjoint(having)

    def _is_told_of_less(self, question: Question, candidate: Candidate, fact: Fact) -> bool:
        """Whether the fact tells of another time, or of a town only, what is asked of now or of a country."""
        first, words = question.tokens[0].word, question.words
        as_of = self._index.stories[candidate.target.story].story.as_of
        asks_present = first in PRESENT or not NOW.isdisjoint(words)
        if asks_present and fact.when and fact.when.on and fact.when.on < as_of:
            return True
        if asks_present and question.predicate.verb is None and any(text.startswith("will ") for text in fact.did):
            return True  # what will be there need not be there yet
        if candidate.denies and question.predicate.verb is not None and not DAYTIME.isdisjoint(words):
            return True
        # What may not be done by night may be done by day.
        if candidate.denies and fact.when and not fact.when.on and NIGHT.isdisjoint(words):
            return True
        return (candidate.denies or first in LASTING) and self._asks_of_more(question, candidate.target)

    def _asks_of_more(self, question: Question, target: Target) -> bool:
        """Whether it asks of a whole country what a fact tells of a town in it."""
        named = {key for key, _at in self._index.finder.named(question.tokens)}
        places = [entry.entity for entry in target.slots.get("where", ()) if entry.entity]
        around = [{*self._index.containing(place)} - {place} for place in places]
        if not named and is_existential(question.tokens):
            return len(around) == 1 and bool(around[0])  # "is there internet", wherever that may be
        return bool(places) and all(named & places_around for places_around in around)

    def _asks_what_is_said(self, question: Question) -> bool:
        """Whether it asks if somebody says *that* something is so: what they say may share its words and say else."""
        behind = question.tokens[question.predicate.verb : -2]
        return self._index.language.is_speech(question.verb_stem) and any(token.word == "that" for token in behind)


def _aims_at_others(question: Question, target: Target) -> bool:
    """Whether those at whom something is asked to have been done stand in a fact only beside it.

    That shots were heard when troops came near *the crowd* does not say "were shots fired *at the crowd*".
    """
    tokens = [token for token in question.tokens if token.word not in DETERMINERS]
    aimed = {after.stem for this, after in pairwise(tokens) if this.word in AIMING}
    if not aimed:
        return False
    beside = [entry for slot in BESIDE for entry in target.slots.get(slot, ()) if " at " not in f" {entry.text}"]
    told = [entry for slot, entries in target.slots.items() if slot not in BESIDE for entry in entries]
    return not aimed.isdisjoint(_stems(beside) - _stems(told))


def _stems(entries: Iterable[Entry]) -> set[str]:
    return {stem for entry in entries for stem in entry.stems}


def _is_turned(question: Question, *, denies: bool) -> bool:
    """Whether a yes would mean a no: "is it a lie that they fled", "were they stopped from fleeing".

    Where a fact denies it, "is it hard to get in" is no "can people get in".
    """
    if denies and not HARDLY.isdisjoint(question.words):
        return True
    keeps = any(after.word == "from" and this.stem in KEEPING for this, after in pairwise(question.tokens))
    return keeps or not DOUBTING.isdisjoint(question.words)


def _asks_intention(question: Question) -> bool:
    """Whether it asks what somebody meant to do, or is about to: that it was done tells nothing of that."""
    words = [token.word for token in question.tokens]
    return any(after == "to" and (word in INTENDED or word == "about") for word, after in pairwise(words))
