"""Who did what to whom: whether a fact has a question's words in the roles that the question gives them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answering.language import Language
from bot.answering.question import Question
from bot.answering.targets import CONTEXT, Target
from bot.answering.text import PREPOSITIONS
from bot.answering.weighing import LIGHT, Asked, Word

ASTRAY = 0.3
"""What is left of a word that the target has in another role."""
NOT_DONE = 0.2
"""What is left of the question's verb where it is not what was done."""
SUBORDINATE = 0.5
"""What is left of a word that stands only in why it was done: that is another event."""
DENIED = 0.9
"""What a word is worth whose opposite the target tells."""
SPOKEN = 0.9
"""What a verb for saying is worth in a fact that somebody claims."""
SUFFERED = frozenset("die perish lose suffer succumb fall".split())
"""Stems of verbs whose subject does nothing, but is done to: "did officers die" asks whom others killed."""
PLAIN = 0.5
"""From which strength on a word counts as explained."""


@dataclass(slots=True)
class Explained:
    """How strongly and where a target has a word of the question, and whether it denies it."""

    word: Word
    strength: float
    mask: int
    denies: bool = False


def explained(asked: Asked, number: int, target: Target, language: Language) -> list[Explained]:
    """What of each word a target explains, once modifiers, the verb and its subject are considered."""
    found = [_explained(asked.words, place, number, target) for place in range(len(asked.words))]
    if not target.is_card:
        verb = verb_of(asked.question, found)
        if verb is None or not verb.mask & target.done:
            _discount_causes(asked.question, found, target)
        if verb is not None:
            _check_verb(asked.question, verb, target, language)
            _check_subject(asked.question, verb, found, target)
        elif asked.question.kind == "did":
            _check_doer(asked.question, found, target)
    return found


def _explained(words: Sequence[Word], place: int, number: int, target: Target) -> Explained:
    word = words[place]
    strength, mask = word.hits.get(number, (0.0, 0))
    if strength < PLAIN and number in word.denied_by:
        return Explained(word, DENIED, target.done, denies=True)
    if mask and word.modifies and place + 1 < len(words) and words[place + 1].position == word.position + 1:
        noun = words[place + 1].hits.get(number, (0.0, 0))[1] & ~CONTEXT
        if noun and not noun & mask:
            strength *= ASTRAY
    return Explained(word, strength, mask)


def _discount_causes(question: Question, found: Sequence[Explained], target: Target) -> None:
    """What stands only in why something was done is another event, unless the question names the deed itself."""
    for each in found:
        if each.mask & target.subordinate and not each.mask & ~(target.subordinate | CONTEXT):
            each.strength *= ASTRAY if question.kind == "why" else SUBORDINATE


def verb_of(question: Question, found: Sequence[Explained]) -> Explained | None:
    """The question's verb, where a target has to explain one."""
    return next((each for each in found if each.word.position == question.predicate.verb), None)


def _check_verb(question: Question, verb: Explained, target: Target, language: Language) -> None:
    """The question's verb must be what was done in the fact, not a word that happens to stand in it."""
    if verb.word.weight <= LIGHT or verb.denies:
        return
    if target.fact and target.fact.according_to and language.is_speech(verb.word.token.stem):
        verb.strength = max(verb.strength, SPOKEN)
    elif not verb.mask & target.done and question.kind != "how_long":
        verb.strength *= NOT_DONE
    if question.predicate.is_future and question.kind != "how_long" and not target.is_future:
        verb.strength *= NOT_DONE


def _check_subject(question: Question, verb: Explained, found: Sequence[Explained], target: Target) -> None:
    """Takes back a subject in the wrong role: "did the CSTO ask Tokayev" is not "he asked it"."""
    if not verb.mask & target.done or not target.acting:
        return
    passive = question.predicate.is_passive or verb.word.token.stem in SUFFERED
    if passive and target.is_passive:
        return
    positions = subject_of(question)
    objects = [each for each in found if each.word.position > verb.word.position and each.mask]
    by = any(token.word == "by" for token in question.tokens[verb.word.position :])
    swapped = not by and any(each.mask & target.acting and not each.mask & target.acted_on for each in objects)
    for each in found:
        if each.word.position not in positions or not each.mask & ~CONTEXT:
            continue
        acts, is_acted_on = each.mask & target.acting, each.mask & target.acted_on
        if passive:
            is_wrong = bool(acts and not is_acted_on)
        else:
            is_wrong = not acts and (swapped or not is_acted_on or bool(each.mask & target.addressed))
        if is_wrong:
            each.strength *= ASTRAY


def _check_doer(question: Question, found: Sequence[Explained], target: Target) -> None:
    """What somebody did is told only by a fact in which they act: "what did the mayor do" is not what befell her."""
    if question.predicate.is_passive:
        return
    positions = subject_of(question)
    for each in found:
        if each.word.position in positions and not each.mask & target.acting:
            each.strength *= ASTRAY


def subject_of(question: Question) -> frozenset[int]:
    """The positions of the subject's own words, without what is attached to it: "the protesters (in Almaty)"."""
    own = []
    for position in question.predicate.subject:
        if question.tokens[position].word in PREPOSITIONS:
            break
        own.append(position)
    return frozenset(own)


def acts_otherwise(question: Question, found: Sequence[Explained], target: Target) -> bool:
    """Whether the question says that somebody did it of whom the target knows nothing."""
    verb = verb_of(question, found)
    if verb is None or not verb.mask & target.done:
        return False
    positions = subject_of(question)
    actors = [each for each in found if each.word.position in positions and each.word.weight > LIGHT]
    return bool(actors) and all(each.strength < PLAIN for each in actors)


def misattributes(question: Question, found: Sequence[Explained], target: Target, language: Language) -> bool:
    """Whether the question is what somebody said, and the target tells what others said."""
    verb = question.predicate.verb
    if (
        verb is None
        or target.is_card
        or question.predicate.is_passive
        or not language.is_speech(question.tokens[verb].stem)
    ):
        return False
    positions = subject_of(question)
    speakers = [each for each in found if each.word.position in positions]
    return bool(speakers) and not any(each.mask & target.speaking and each.strength > PLAIN for each in speakers)
