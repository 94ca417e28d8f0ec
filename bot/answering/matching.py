"""Which fact explains a question, how well, and with which of its slots.

A target's score is the share of the question's weight that it explains, from 0 to 1, cut where the answer would only
repeat the question, where names are left over, or where the question fits many facts alike. Equal scores are settled
by how plainly a target explains the question, and by how much of the target the question mentions.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import reduce
from operator import itemgetter, or_

from bot.answering import wordings
from bot.answering.answerslots import OF_THE_SORT, SLOTS_OF_KIND, is_no_answer, slots_for, spent_entries, typed
from bot.answering.antecedents import is_many
from bot.answering.candidates import RANK, Candidate
from bot.answering.evidence import OWN, PLAIN, Explained
from bot.answering.grammar import ALLOWING, BE
from bot.answering.index import Index
from bot.answering.objects import acts_besides
from bot.answering.question import Question
from bot.answering.rewording import SOMEBODY
from bot.answering.roles import acts_otherwise, explained, is_suffered, misattributes
from bot.answering.shares import BEHIND, shares_of
from bot.answering.targets import CONTEXT, Target
from bot.answering.text import PREPOSITIONS
from bot.answering.weighing import Asked, Weigher, Word
from bot.memo import Latest, Memo

CONTENDERS = 8
"""How many targets are looked at closely."""
BETWEEN = 2
"""Among targets that have as much of a question, facts come after wordings of fewer words than this, before longer."""
SETTLING, BEATEN = 0.9, 0.95
"""Beside a target that explains so much, those cannot win that have less than this share of its words."""
TOO_MANY = 0.9
"""What is left of a score where several answer and one is asked for: "which city is the largest"."""
DONE = 0.7
"""From which strength on a verb that says little still tells what was done."""
LATER = 0.1
"""What a fact's fit loses for each slot that would answer better than the one it has."""
DOER = 0.95
"""What is left of a score where a deed tells who holds an office."""
TELLING = 0.3
"""What the fit of a card gains where nothing but its name is mentioned."""
UNSETTLED = 0.3
"""What a fact's fit loses that tells of something unknown."""
QUOTED = 0.5
"""What the fit of a fact gains that is all a quotation, where somebody's very words are asked for."""
PLACES = frozenset("countri nation state land citi town region".split())
"""Stems of nouns for places: nobody is one."""
QUOTATION = re.compile("“[^”]*”")
KINDS = 64
"""More than there are kinds of question."""
ECHOES, NAMELESS, UNSORTED, MISATTRIBUTED, UNIDENTIFIED, DENYING = 0.5, 0.75, 0.7, 0.5, 0.5, 0.6
"""What is left of a score where the answer repeats the question, for each name that is not explained, where the
answer is not of the sort asked for, where others said or did it, where the question fits many facts alike, and where
the fact says the opposite of what a question supposes."""
UNDONE = 0.85
"""What is left of a score where the question's verb is not what was done."""
UNALIKE, ALIKE = 0.7, 0.8
"""The same where nothing but the verb tells what somebody did, "what did she ban", and it is only somewhat like it, and
how strong it has to be for that not to be so."""
TOPIC_OF_NAME, CARDLESS, CARD_OF_EVENT, NO_SLOT = 0.6, 0.5, 0.6, 0.5
"""What is left of a score where a fact answers what something is, or who somebody is; where the card of an entity
answers what happened; and the most that a target scores which lacks the slot."""

SOURCED = frozenset({"attribution", "certainty"})
"""Kinds that any fact answers, for each has a source."""
WHOLE = frozenset({"event", "topic", "yes_no", "certainty"})
"""Kinds that the whole statement answers."""
CARD_KINDS = frozenset({"which", "topic", "yes_no", "attribution"})
"""Kinds of question that what an entity is can answer; others must ask for it with "is"."""
OPEN_KINDS = frozenset({"event", "topic", "what"})
"""Kinds that ask about whatever the question names; all others must name what was done, or what it was done to."""

SENDING = frozenset("send give provid contribut suppli lend deploy dispatch offer pledg commit".split())
"""Stems of verbs for what goes elsewhere: which country does so is not where it goes."""


class Matcher:
    """Finds the targets of an index that explain a question."""

    def __init__(self, index: Index, parts_of_speech: Callable[[str], str]) -> None:
        self._index = index
        self.weigh = Latest(Weigher(index, parts_of_speech).weigh)
        """The question with its words weighed: what lists facts, finds one or tells otherwise asks for it in turn."""
        self._sizes = array("I", [target.size or BETWEEN for target in index.targets])
        shapes = [(target.kind, target.is_card, tuple(target.slots)) for target in index.targets]
        self._shaped = dict(zip(shapes, index.targets, strict=True))
        """One target of each shape: those of one shape are equally ready to answer, and there are few shapes."""
        numbers = {shape: number for number, shape in enumerate(self._shaped)}
        self._shapes = array("I", [numbers[shape] for shape in shapes])
        named = index.reach([index.language.term("identity")]).everywhere().items()
        self._identities = {index.targets[number] for number, (strength, _mask) in named if strength >= OWN}
        """What tells who somebody is whom nobody calls by name."""
        self._readiness = Memo(self._readiness_for, KINDS)

    def candidates(self, question: Question) -> list[Candidate]:
        """The targets that explain most of the question, best first."""
        asked = self.weigh(question)
        found = [self._evaluate(asked, number) for number, _share in self.contenders(asked)]
        return sorted(found, key=RANK, reverse=True)

    def winners(
        self,
        question: Question,
        accepts: Callable[[Candidate], bool] | None = None,
        stories: Collection[int] | None = None,
    ) -> list[Candidate]:
        """Of these the ones that are accepted, without those that an accepted one is sure to beat.

        `stories` are the only ones that count; without it all do.
        """
        asked = self.weigh(question)
        found, least = [], 0.0
        for number, share in self.contenders(asked, stories):
            if share < least:
                break
            candidate = self._evaluate(asked, number)
            if accepts is None or accepts(candidate):
                found.append(candidate)
                if candidate.score >= SETTLING:
                    least = max(least, BEATEN * share)
        return sorted(found, key=RANK, reverse=True)

    def contenders(self, asked: Asked, stories: Collection[int] | None = None) -> list[tuple[int, float]]:
        """The few targets that have most of the question's telling words, and their shares of these, best first.

        `stories` as for `winners`.
        """
        if not asked.is_telling:
            return []
        words = asked.words
        if stories is not None:
            parts = self._index.parts(stories)
            words = [replace(word, hits=word.hits.within(parts)) for word in words]
        found = self._nearest(words, asked.question.kind, asks_card=asked.asks_card)
        if asked.called and (asked.question.is_pairing or (asked.is_alone and asked.question.kind == "topic")):
            # What somebody is may be told by a card, or by what they do: who "chairs" it is its chairman.
            cards = self._nearest(words, asked.question.kind, asks_card=True)
            found = sorted(dict([*found, *cards]).items(), key=itemgetter(1), reverse=True)
        return found

    def _nearest(self, words: Sequence[Word], kind: str, *, asks_card: bool) -> list[tuple[int, float]]:
        shares = shares_of(words, self._readiness[kind, asks_card], self._shapes)
        least = BEHIND * max(shares.values(), default=0.0)
        sizes = self._sizes
        near = sorted([(-share, sizes[number], number) for number, share in shares.items() if share >= least])
        return [(number, -share) for share, _size, number in near[:CONTENDERS]]

    def _readiness_for(self, key: tuple[str, bool]) -> Sequence[float]:
        """How ready targets of each shape are to answer a kind of question, which may ask for a card, from 0 to 1."""
        kind, asks_card = key
        slots = SLOTS_OF_KIND.get(kind, ())

        def readiness(target: Target) -> float:
            if target.kind:
                return wordings.kind_agreement(kind, target.kind)
            is_ready = not slots or kind in SOURCED or any(slot in target.slots for slot in slots)
            if asks_card:
                is_ready = target.is_card or (kind == "who" and "who" in target.slots)
            return 1.0 if is_ready else NO_SLOT

        return tuple(map(readiness, self._shaped.values()))

    def _evaluate(self, asked: Asked, number: int) -> Candidate:
        question, target = asked.question, self._index.targets[number]
        if target.kind:
            return wordings.evaluate(asked, number, self._index.targets)
        found = explained(asked, number, target)
        if asked.asks_card and not _tells_doer(asked, found, target):
            return self._evaluate_card(asked, found, target)
        if target.is_card and not self._may_tell(asked, target):
            for each in found:
                each.strength *= CARD_OF_EVENT
        if question.kind in WHOLE:
            return self._explain(asked, found, target, None)
        slots = slots_for(asked, target)
        choices = self._choices(asked, found, target, [slot for slot in slots if slot in target.slots])
        if target.is_card and choices:
            told = "what" if asked.called & target.entities else "who"
            choices = [told] if told in slots else choices
        if not choices and question.kind in SOURCED:
            return self._explain(asked, found, target, None)
        if not choices:
            candidate = self._explain(asked, found, target, None)
            candidate.score, candidate.is_sound = min(NO_SLOT, candidate.score), False
            return candidate
        candidates = [self._explain(asked, found, target, slot) for slot in choices]
        given = [] if len(choices) == 1 or question.asks_sort else _given(found, target, choices)
        for slot, candidate in zip(choices, candidates, strict=True):
            candidate.fit -= LATER * slots.index(slot)
        best = candidates[0]
        if len(candidates) > 1:
            best = max(candidates, key=lambda candidate: (candidate.slot not in given, candidate.rank))
        best.score *= DOER if asked.asks_card else 1.0
        if target.is_card and question.asks_several:
            best.score *= CARDLESS  # "which agencies" asks for more than one
        is_one_place = _asks_place(question) and question.is_copular and not question.preposition
        if is_one_place and not question.asks_several and best.slot and len(target.slots[best.slot]) > 1:
            best.score *= TOO_MANY
        return best

    def _may_tell(self, asked: Asked, card: Target) -> bool:
        """Whether what an entity is can answer a question that does not ask for it by "who is" or the like."""
        if asked.question.kind in WHOLE and not asked.named & card.entities:
            return False
        return asked.question.is_copular or asked.question.kind in CARD_KINDS

    def _choices(self, asked: Asked, found: Sequence[Explained], target: Target, slots: list[str]) -> list[str]:
        """The slots worth a closer look: of the sort that is asked for, and with something that the question lacks."""
        sorts = 0
        if asked.question.focus:
            for each in found:
                if each.word.is_focus:
                    sorts |= each.mask
        fitting = [slot for slot in slots if not sorts or sorts & target.masks[slot]] or slots[:1]
        if len(fitting) < 2:
            return fitting
        for slot in fitting:
            spent = spent_entries(asked, target, slot)
            if not all(entry.bit & spent for entry in target.slots[slot]):
                return [slot] if not sorts else fitting
        return fitting[:1]

    def _evaluate_card(self, asked: Asked, found: Sequence[Explained], target: Target) -> Candidate:
        """Who or what something is: an entity's card, by its name or by what it is, but not by both mixed."""
        candidate = self._explain(asked, found, target, None)
        if asked.question.kind == "who" and target in self._identities:
            # That nobody knows them yet is the answer.
            candidate.fit += UNSETTLED if target.fact and target.fact.certainty == "unknown" else 0.0
            return candidate
        if not target.is_card:
            candidate.score *= TOPIC_OF_NAME if asked.question.kind == "define" else CARDLESS
            return candidate
        is_person = any(self._index.entities[key].kind == "person" for key in target.entities)
        if asked.question.kind == "where" and not self._tells_where(target):
            candidate.score *= CARDLESS
        # "Who chairs the alliance" is not the alliance itself.
        is_somebody = is_person or asked.is_name or (asked.is_alone and asked.named & target.entities)
        if asked.excluded & target.entities or (asked.question.kind == "who" and not is_somebody):
            candidate.score *= CARDLESS
        offices = target.masks["what"]
        if any(_is_torn(found[place].mask & offices, found[place + 1].mask & offices) for place in asked.owners):
            candidate.score *= CARDLESS
        is_called = bool(asked.called & target.entities)
        if is_called and asked.question.kind == "name" and not (is_person or asked.is_name):
            candidate.score *= CARDLESS  # the name of "the Tass reporter" is not Tass
        if asked.is_name and not asked.named & target.entities:
            candidate.score *= TOPIC_OF_NAME
        if is_person and self._is_owner(asked, target):
            candidate.score *= CARDLESS  # "the president's minister" is not the president
        candidate.slot = "what" if is_called and asked.question.kind != "name" else "who"
        return candidate

    def _is_owner(self, asked: Asked, card: Target) -> bool:
        """Whether a name of whom the card tells stands right before what somebody else is."""
        tokens, content = asked.question.tokens, asked.question.content
        named = self._index.finder.named(tokens)
        behind = {at[-1] + 1 for key, at in named if key in card.entities}.difference(*(at for _key, at in named))
        owned = [word for at, word in zip(content, asked.words, strict=True) if at in behind]
        return any(word.is_telling and word.token.word not in SOMEBODY for word in owned)

    def _tells_where(self, card: Target) -> bool:
        """Whether what an entity is tells where it is: a place's card does, and "an alliance based in the capital"."""
        is_place = any(self._index.entities[key].kind == "place" for key in card.entities)
        return is_place or any(" in " in entry.text for entry in card.slots.get("what", ()))

    def _explain(self, asked: Asked, found: Sequence[Explained], target: Target, slot: str | None) -> Candidate:
        """How much of the question the target explains if `slot` is to answer it."""
        question, wanted = asked.question, target.masks[slot] if slot else 0
        got = lacking = plain = 0.0
        seen = telling = own = 0
        denies, does, is_sound, factor = False, False, True, 1.0
        unexplained: list[str] = []
        loose: list[str] = []
        fit = 0.0
        verb, noun, done = asked.verb, asked.noun, target.done
        is_of_doer = question.kind == "who" and bool(question.asks_subject)
        for place, each in enumerate(found):
            word, strength, mask = each.word, each.strength, each.mask
            is_telling = word.is_telling
            if word.is_focus:
                head = None if noun is None else found[noun]
                strength = typed(each, head, target, slot, asks_sort=question.asks_sort)
            if strength < OWN:
                loose.append(word.token.word)
                if strength < PLAIN and (word.lack or word.is_focus):
                    unexplained.append(word.token.word)
                    if word.is_name and is_telling:
                        factor *= NAMELESS
                        is_sound = False
                    elif place == noun:
                        factor *= ECHOES if slot == "how_many" else UNSORTED if is_telling else 1.0
            elif not does and (place == verb or verb is None):
                does = bool(mask & done) and not word.is_name
            if is_telling:
                telling += 1
                own += strength >= OWN or each.denies
                if place == verb:
                    is_sound = is_sound and does
                    is_sole = question.kind in ("what", "who") and all(
                        other.word.is_name or at == verb for at, other in enumerate(found)
                    )
                    if strength < PLAIN:
                        factor *= UNDONE
                    elif is_sole and (strength < ALIKE or not mask & done):
                        factor *= UNALIKE
            elif place == verb and strength < PLAIN and (is_of_doer or question.kind == "why"):
                factor *= UNDONE  # "who *needed* her" asks for more than who is told of with her
            has = word.weight * strength
            got += has
            lacking += word.lack * (1.0 - strength)
            if mask > CONTEXT:
                plain += has
            seen |= mask
            if each.denies:
                denies = True
        if question.options and not _has_option(question, found):
            factor, is_sound = 0.0, False
        spent = spent_entries(asked, target, slot) if slot else 0
        if slot and is_no_answer(question, target, slot, spent, is_spoken=asked.is_spoken):
            factor *= ECHOES
            is_sound = False
        if slot and noun is not None and "whose" in question.words and _is_owned(found[noun], target, slot):
            factor *= ECHOES
            is_sound = False
        is_membership = question.verb_stem == "belong" and not target.is_card
        if is_membership and noun is not None and _is_member(asked, found, noun, wanted):
            factor *= ECHOES
            is_sound = False
        if slot and question.kind in ("which", "who") and not self._is_of_kind(question, target, slot, does=does):
            factor *= MISATTRIBUTED
            is_sound = False
        if slot == "who" and is_of_doer and acts_besides(asked, found, target):
            factor *= MISATTRIBUTED
            is_sound = False
        is_of_deed = question.kind in ("when", "where") and is_suffered(question) and verb is not None
        if is_of_deed and target.is_statement and not does:
            factor *= MISATTRIBUTED  # when and where it was told is not when and where it was done
            is_sound = False
        if asked.subject and (misattributes(asked, found, target) or acts_otherwise(asked, found, target)):
            factor *= MISATTRIBUTED
            is_sound = False
        # What is counted tells which fact is meant, whatever else asks for an answer of its own sort.
        asked_for = 0 if slot == "how_many" else wanted
        if (
            not target.is_card
            and question.kind not in OPEN_KINDS
            and not self._identifies(question, found, target, asked_for)
        ):
            factor *= UNIDENTIFIED
        if question.asks_quote and asked.is_spoken:
            fit += QUOTED * max([_quoted_share(entry.text) for entry in target.slots.get("what", ())], default=0.0)
        if denies and not question.is_negated and question.kind not in ("yes_no", "topic"):
            factor *= DENYING
        fit += 0.5 * plain / asked.total + 0.5 * min(1.0, (seen & ~CONTEXT).bit_count() / target.entry_count)
        if target.fact and target.fact.certainty == "unknown":
            fit -= UNSETTLED
        if question.kind == "topic" and target.is_card and asked.is_alone:
            fit += TELLING
        subject = asked.subject[-1] if asked.subject else 0 if question.has_subject_alone else None
        if denies and question.tokens[0].word in ALLOWING and _did_not(found, subject, target):
            factor = 0.0  # "can people *leave*"
        is_of_subject = target.is_card or subject is None or _takes_part(found[subject], target)
        score = factor * got / (got + lacking or 1.0)
        return Candidate(
            target, slot, score, fit, denies, spent, unexplained, telling, loose, does, is_of_subject, own, is_sound
        )

    def _is_of_kind(self, question: Question, target: Target, slot: str, *, does: bool) -> bool:
        """Whether what the slot holds can be what "which" or "who" asks for.

        Whom or which countries they send is not where they are sent; from which country they come is nobody's name, and
        which country sends them is neither that nor what is sent.
        """
        is_of_places = _asks_place(question)
        may_be_goal = slot in ("where", "to_whom") and does and not target.is_passive
        if not (is_of_places or may_be_goal):
            return True
        kinds = {self._index.entities[entry.entity].kind for entry in target.slots[slot] if entry.entity}
        if is_of_places and target.slots[slot] and all(entry.is_body for entry in target.slots[slot]):
            return False
        is_doer = is_of_places and question.asks_subject
        if is_doer and question.verb_stem in SENDING and slot != "who":
            return False
        is_doer = is_doer and not target.is_passive and question.verb_stem != "belong"
        if is_doer and (kinds == {"person"} or (does and slot == "what")):
            return False
        if kinds == {"place"} and may_be_goal:
            return not question.asks_subject and (
                question.kind == "which" or "to" in (question.preposition, question.tokens[-1].word)
            )
        return not (is_of_places and question.preposition == "from" and kinds == {"person"})

    def _identifies(self, question: Question, found: Sequence[Explained], target: Target, wanted: int) -> bool:
        """Whether the question names more of the target than one entity, which may have a part in many."""
        masks = []
        for each in found:
            if each.denies and question.kind == "yes_no":
                return True  # "can people *go out*"
            # "Are people in the square": whoever they are, they act.
            is_verb = each.word.is_verb and each.strength >= DONE
            is_told = each.word.is_telling or is_verb or (each.word.lack == 0.0 and each.mask & target.acting)
            if each.strength >= PLAIN and not each.denies and is_told:
                if each.mask & target.done:
                    return True
                if mask := each.mask & ~wanted:
                    masks.append(mask)
        if question.kind == "which" and question.is_bare:
            return bool(masks) and not any(all(mask & bit for mask in masks) for bit in target.entity_bits)
        seen = reduce(or_, masks, 0)
        return seen != 0 and all(seen & ~bit for bit in target.entity_bits)


def _did_not(found: Sequence[Explained], subject: int | None, target: Target) -> bool:
    """Whether a fact only tells that those did not do something of whom it is asked, or people in general."""
    doing = target.acting & ~CONTEXT
    if subject is not None:
        return bool(found[subject].mask & doing)
    is_of_others = not any(each.mask & doing for each in found)
    return is_of_others and any(not entry.entity and is_many(entry.text) for entry in target.slots.get("who", ()))


def _takes_part(each: Explained, target: Target) -> bool:
    """Whether what a question is about did what is told, or had it done to it, or it was there: "is *it* out"."""
    return not each.word.is_telling or bool(
        each.mask & (target.acting | target.acted_on | target.masks.get("where", 0))
    )


def _is_owned(noun: Explained, target: Target, slot: str) -> bool:
    """Whether the slot holds what somebody has, where it is asked who has it: "*whose* troops were they"."""
    return any(entry.bit & noun.mask and not entry.entity for entry in target.slots[slot])


def _has_option(question: Question, found: Sequence[Explained]) -> bool:
    """Whether a target has, or denies, one of the answers that a question offers."""
    offered = (each for at, each in zip(question.content, found, strict=True) if at in question.options)
    return any(each.strength >= PLAIN and each.word.is_telling for each in offered)


def _asks_place(question: Question) -> bool:
    """Whether a noun tells that a place is asked for: "which *city*"."""
    return bool(question.focus) and question.tokens[question.focus[-1]].stem in PLACES


def _is_member(asked: Asked, found: Sequence[Explained], noun: int, wanted: int) -> bool:
    """Whether the answer would be the member itself: "which *unit* do the *troops* belong to"."""
    sort = found[noun].mask & wanted
    members = (found[place].mask for place in asked.subject if found[place].strength >= OWN)
    return bool(sort) and not sort & ~reduce(or_, members, 0)


def _quoted_share(text: str) -> float:
    """How much of a text stands in quotation marks, 0 to 1."""
    return sum(map(len, QUOTATION.findall(text))) / len(text)


def _tells_doer(asked: Asked, found: Sequence[Explained], target: Target) -> bool:
    """Whether a fact tells who does what "who is the head of the alliance" names by a noun."""
    tokens, content = asked.question.tokens, asked.question.content
    if asked.is_name or target.is_card or target.is_passive or not asked.named <= target.entities:
        return False
    if tokens[0].word != "who" or tokens[1].word not in BE:
        return False
    end = next((at for at in range(content[0] + 1, len(tokens)) if tokens[at].word in PREPOSITIONS), len(tokens))
    telling = [(each, at < end) for each, at in zip(found, content, strict=True) if each.word.is_telling]
    deed = target.done | target.acted_on
    if not all(
        each.strength >= OF_THE_SORT and each.mask & (deed if is_head else target.acted_on) for each, is_head in telling
    ):
        return False
    return any(is_head and each.mask & target.done for each, is_head in telling)


def _given(found: Sequence[Explained], target: Target, slots: Sequence[str]) -> list[str]:
    """The slots that the question itself mentions, apart from its focus: "which country is behind *the alliance*"."""
    given = []
    for each in found:
        if each.strength >= OF_THE_SORT and each.word.is_telling and not each.word.is_focus:
            mentioned = [slot for slot in slots if each.mask & target.masks[slot]]
            given += mentioned if len(mentioned) == 1 else []
    return given


def _is_torn(head: int, owner: int) -> bool:
    """Whether both of "president of Armenia" stand in what somebody is, but not in one office."""
    return bool(head and owner) and not head & owner
