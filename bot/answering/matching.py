"""Which fact explains a question, how well, and with which of its slots.

A target's score is the share of the question's weight that it explains, from 0 to 1, cut where the answer would only
repeat the question, where names are left over, or where the question fits many facts alike. Equal scores are settled
by how plainly a target explains the question, and by how much of the target the question mentions.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from operator import attrgetter, itemgetter, or_

from bot.answering.grammar import BE
from bot.answering.index import Index
from bot.answering.question import Question
from bot.answering.roles import PLAIN, SUFFERED, Explained, acts_otherwise, explained, misattributes
from bot.answering.shares import BEHIND, SIZE, shares_of
from bot.answering.targets import CONTEXT, Entry, Target
from bot.answering.text import PREPOSITIONS
from bot.answering.weighing import Asked, Weigher, Word
from bot.memo import Memo

ENOUGH = 0.7
"""The share of a question's weight that a fact must explain."""
ALONE, LEAD = 0.45, 0.1
"""The share that is enough for a sound candidate which leads all others by so much."""
NEAR = 0.2
"""The share from which a fact is offered as near."""
CONTENDERS = 8
"""How many targets are looked at closely."""
BETWEEN = 2
"""Among targets that have as much of a question, facts come after wordings of fewer words than this, before longer."""
SETTLING, BEATEN = 0.9, 0.95
"""Beside a target that explains so much, those cannot win that have less than this share of its words."""
SURE = 0.95
"""From this share on, both ways, a wording is the question itself."""
OWN = 0.92
"""From which strength on a word is the target's own."""
LATER = 0.1
"""What a fact's fit loses for each slot that would answer better than the one it has."""
DOER = 0.95
"""What is left of a score where a deed tells who holds an office."""
TELLING = 0.3
"""What the fit of a card gains where nothing but its name is mentioned."""
UNSETTLED = 0.3
"""What a fact's fit loses that tells of something unknown."""
OF_THE_SORT = 0.8
"""How plainly an answer must be of the sort that is asked for."""
UNLIKE = 0.6
"""What is left of a word where an answer is hardly of that sort."""
SPARE, ANOTHER = 0.15, 0.8
"""What share of a question's telling words a wording to an event may lack, and what is left of a score beyond that:
then it may be another event."""
ANOTHER_TIME = 0.6
"""What is left of a score where only the wording, or only the question, asks who it was before."""
QUOTED = 0.5
"""What the fit of a fact gains that is all a quotation, where somebody's very words are asked for."""
QUOTATION = re.compile("“[^”]*”")
POOLED = 0.9
"""What a word is worth to a wording that only other wordings to the same fact have."""
RANK = attrgetter("rank")
KINDS = 64
"""More than there are kinds of question."""
SEVERAL = 2
LONG_ENTRY = 8
"""From how many words on an entry says more than what one noun could ask for."""
ECHOES, NAMELESS, UNSORTED, MISATTRIBUTED, UNIDENTIFIED, DENYING = 0.5, 0.75, 0.7, 0.5, 0.5, 0.6
"""What is left of a score where the answer repeats the question, for each name that is not explained, where the
answer is not of the sort asked for, where others said or did
it, where the question fits many facts alike, and where the fact
says the opposite of what a question supposes."""
UNDONE = 0.85
"""What is left of a score where the question's verb is not what was done."""
TOPIC_OF_NAME, CARDLESS, CARD_OF_EVENT, NO_SLOT = 0.6, 0.5, 0.6, 0.5
"""What is left of a score where a fact answers what something is, or who somebody is; where the card of an entity
answers what happened; and the most that a target scores which lacks the slot."""

SLOTS_OF_KIND: dict[str, tuple[str, ...]] = {
    "who": ("who", "to_whom", "what"),
    "when": ("when",),
    "where": ("where", "via"),
    "why": ("why", "purpose"),
    "purpose": ("purpose", "why"),
    "how": ("how", "via"),
    "wording": ("how", "how_long"),
    "how_many": ("how_many",),
    "how_long": ("how_long",),
    "via": ("via", "to_whom"),
    "what": ("what", "purpose", "how", "why", "who", "did"),
    "which": ("what", "who", "where", "via", "to_whom", "how", "why", "purpose"),
    "did": ("did",),
    "attribution": ("according_to",),
}
"""The slots that can answer a kind of question, best first."""
WHAT_DID_IT = ("who", "why", "what", "purpose", "how", "did")
"""The slots that can answer what did something: "what went up", "what caused it"."""
SLOTS_OF_PREPOSITION: dict[str, tuple[str, ...]] = {
    "to": ("to_whom", "where", "what"),
    "in": ("where", "via", "how"),
    "at": ("where", "when"),
    "from": ("where", "what", "who"),
    "by": ("who", "how", "via"),
    "through": ("via", "how"),
}
"""The same for "to which", "in which", and so on."""
COMING = frozenset("come send arriv get travel origin hail deploy dispatch fli".split())
"""Stems of verbs that have an origin: where it happened is not where they came from."""
SOURCED = frozenset({"attribution", "certainty"})
"""Kinds that any fact answers, for each has a source."""
WHOLE = frozenset({"event", "topic", "yes_no", "certainty"})
"""Kinds that the whole statement answers."""
CARD_KINDS = frozenset({"which", "topic", "yes_no", "attribution"})
"""Kinds of question that what an entity is can answer; others must ask for it with "is"."""
OPEN_KINDS = frozenset({"event", "topic", "what"})
"""Kinds that ask about whatever the question names; all others must name what was done, or what it was done to."""
SUPPOSING_KINDS = frozenset({"why", "when", "how", "how_long"})
"""Kinds that take for granted what a yes/no question asks: why it was cut may be unknown, that it was cut is not."""
VAGUE_KINDS = frozenset({"topic", "yes_no", "what", "event"})
"""Kinds that may mean another kind: "the curfew?", "is there a curfew?"."""


@dataclass(slots=True)
class Candidate:
    """A target, the slot that answers, and how much of the question it explains (0 to 1)."""

    target: Target
    slot: str | None
    score: float
    fit: float = 0.0
    """How plainly it explains the question, and how much of it the question mentions; above 1 for a known wording."""
    denies: bool = False
    """Whether the target says the opposite of what the question supposes."""
    spent: int = 0
    """Bits of entries that the question names itself."""
    unexplained: Sequence[str] = ()
    telling: int = 0
    """How many words of the question tell anything."""
    loose: Sequence[str] = ()
    """The words that it has only by synonyms or not at all."""
    does: bool = False
    """Whether the question's verb is, in these words, what was done."""
    own: int = 0
    """How many of these are the target's own words, not only synonyms of them."""
    is_sound: bool = True
    """Whether no name and no number is left over, and the question's verb is what was done."""

    @property
    def rank(self) -> float:
        """What candidates are ordered by."""
        return self.score + 0.1 * self.fit


class Matcher:
    """Finds the targets of an index that explain a question."""

    def __init__(self, index: Index, parts_of_speech: Callable[[str], str]) -> None:
        self._index = index
        self._weigher = Weigher(index, parts_of_speech)
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

    def weigh(self, question: Question) -> Asked:
        """The question with its words weighed."""
        return self._weigher.weigh(question)

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

    def deeds(self, question: Question) -> list[Target]:
        """The facts that tell what somebody did, where the question asks for just that: "what did the mayor do?".

        Those that fit the question best come first, the others as the stories tell them.
        """
        if question.kind != "did" or question.predicate.is_passive or question.is_negated:
            return []
        words = zip(question.content, self.weigh(question).words, strict=True)
        telling = [(place, word) for place, word in words if word.is_telling]
        subject = question.predicate.subject
        if subject and any(place not in subject for place, _ in telling):
            return []  # "what did the mayor do about the dam" asks of one deed
        doers = [word for _, word in telling]
        numbers = [n for n in doers[0].hits.strengths() if n in self._index.fact_numbers] if doers else []
        deeds = [self._index.targets[number] for number in sorted(numbers) if self._acts(number, doers)]
        ranked = [candidate.target for candidate in self.candidates(question)]
        return sorted(deeds, key=lambda target: ranked.index(target) if target in ranked else len(ranked))

    def events(self, question: Question) -> list[Target]:
        """The facts that tell what happened at a place or on a day, where the question names nothing else.

        Those that tell the story come first. "What happened in the capital on Monday?", "who was in the square?"
        """
        if question.kind not in ("event", "who", "topic") or question.is_negated:
            return []
        asked = self.weigh(question)
        telling = [word for word in asked.words if word.is_telling]
        asks_place = question.kind == "event" or (question.kind == "who" and asked.at and question.is_bare)
        if not telling or not (asks_place or (question.kind == "topic" and asked.is_alone)):
            return []
        led = min(telling, key=SIZE).hits.strengths().keys()
        numbers = [n for n in led if n in self._index.fact_numbers and all(self._frames(n, word) for word in telling)]
        found = map(self._index.targets.__getitem__, sorted(numbers))
        told = [target for target in found if question.kind != "who" or _is_by_somebody(target)]
        if question.kind == "topic" and len(told) < SEVERAL:
            return []
        return sorted(told, key=lambda target: not target.is_main)

    def _frames(self, number: int, word: Word) -> bool:
        """Whether a target has the word only for where or when it happened."""
        strength, mask = word.hits[number]
        target = self._index.targets[number]
        frame = target.masks.get("where", 0) | target.masks.get("when", 0)
        if target.is_card or target.withdrawn or strength < OF_THE_SORT:
            return False
        return bool(mask & frame) and not mask & ~(frame | CONTEXT)

    def _acts(self, number: int, doers: Sequence[Word]) -> bool:
        """Whether a target tells what these words did."""
        target = self._index.targets[number]
        is_deed = not (target.is_card or target.is_passive or target.is_future or target.withdrawn)
        return is_deed and all(word.hits[number][1] & target.acting for word in doers)

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
                return kind_agreement(kind, target.kind)
            is_ready = not slots or kind in SOURCED or any(slot in target.slots for slot in slots)
            if asks_card:
                is_ready = target.is_card or (kind == "who" and "who" in target.slots)
            return 1.0 if is_ready else NO_SLOT

        return tuple(map(readiness, self._shaped.values()))

    def _evaluate(self, asked: Asked, number: int) -> Candidate:
        question, target = asked.question, self._index.targets[number]
        if target.kind:
            return self._evaluate_wording(asked, number)
        found = explained(asked, number, target)
        if asked.asks_card and not _tells_doer(asked, found, target):
            return self._evaluate_card(asked, found, target)
        if target.is_card and not self._may_tell(asked, target):
            for each in found:
                each.strength *= CARD_OF_EVENT
        if question.kind in WHOLE:
            return self._explain(asked, found, target, None)
        slots = _slots(asked, target)
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
        for slot in fitting:
            spent = self._spent(asked, target, slot)
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
        if is_person and asked.question.kind == "where":
            candidate.score *= CARDLESS  # what somebody is does not tell where they are
        # "Who chairs the alliance" is not the alliance itself.
        if asked.excluded & target.entities or (asked.question.kind == "who" and not is_person and not asked.is_name):
            candidate.score *= CARDLESS
        offices = target.masks["what"]
        if any(_is_torn(found[place].mask & offices, found[place + 1].mask & offices) for place in asked.owners):
            candidate.score *= CARDLESS
        is_called = bool(asked.called & target.entities)
        if is_called and asked.question.kind == "name" and not (is_person or asked.is_name):
            candidate.score *= CARDLESS  # the name of "the Tass reporter" is not Tass
        if asked.is_name and not asked.named & target.entities:
            candidate.score *= TOPIC_OF_NAME
        candidate.slot = "what" if is_called and asked.question.kind != "name" else "who"
        return candidate

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
        for place, each in enumerate(found):
            word, strength, mask = each.word, each.strength, each.mask
            weight, is_telling = word.weight, word.is_telling
            if word.is_focus:
                head = None if noun is None else found[noun]
                strength = self._typed(each, head, target, slot, asks_sort=question.asks_sort)
            if strength < PLAIN and (word.lack or word.is_focus):
                unexplained.append(word.token.word)
                if word.is_name and is_telling:
                    factor *= NAMELESS
                    is_sound = False
                elif place == noun:
                    factor *= ECHOES if slot == "how_many" else UNSORTED if is_telling else 1.0
            if strength < OWN:
                loose.append(word.token.word)
            elif not does and (place == verb or verb is None):
                does = bool(mask & done) and not word.is_name
            if is_telling:
                telling += 1
                own += strength >= OWN
                if place == verb:
                    is_sound = is_sound and does
                    factor *= UNDONE if strength < PLAIN else 1.0
            got += weight * strength
            lacking += word.lack * (1.0 - strength)
            if mask > CONTEXT:
                plain += weight * strength
            seen |= mask
            denies = denies or each.denies
        spent = self._spent(asked, target, slot) if slot else 0
        if slot and self._is_no_answer(question, target, slot, spent):
            factor *= ECHOES
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
        score = factor * got / (got + lacking or 1.0)
        return Candidate(target, slot, score, fit, denies, spent, unexplained, telling, loose, does, own, is_sound)

    def _typed(
        self, each: Explained, head: Explained | None, target: Target, slot: str | None, *, asks_sort: bool
    ) -> float:
        """The strength of the noun behind "which", or of a number with it: both must fit the slot that answers."""
        if slot and each.word.token.word == str(len(target.slots[slot])):
            return 1.0
        if slot and (each.word.is_telling or slot == "how_many"):
            counts = target.masks.get("how_many", 0) if each.word.token.word.isdigit() else 0
            if not each.mask & (target.masks[slot] | counts):
                # What is counted may be told in full elsewhere: "six" of "six former Soviet countries".
                is_told = slot == "how_many" and head and each.mask & head.mask & ~CONTEXT
                return 0.0 if each is head or (each.word.is_name and not is_told) else each.strength
            entries = [entry for entry in target.slots[slot] if entry.bit & each.mask]
            if each is head and entries and all(entry.attached & each.word.terms for entry in entries):
                return 0.0
            is_clause = entries and all(is_clausal(entry.text) for entry in entries)
            return each.strength * (UNLIKE if is_clause or each.strength < OF_THE_SORT else 1.0)
        return max(each.strength, 0.9) if target.is_card and asks_sort else each.strength

    def _spent(self, asked: Asked, target: Target, slot: str) -> int:
        """The entries of the slot that the question itself names: they are no answer to it."""
        question, kind = asked.question, asked.question.kind
        if question.is_copular and (kind not in ("which", "who", "what") or target.is_card):
            return 0
        asks_nouns = kind == "which" and not question.asks_sort
        # "Which areas are they" is answered by urban areas, "which six countries are they" not by six countries.
        is_open = question.is_copular and kind != "what" and not question.sort_has_number
        spent = 0
        for entry in target.slots[slot]:
            telling = entry.nouns if asks_nouns else entry.stems
            is_said = telling and not is_open and asked.means(telling)
            if (
                is_said
                or entry.entity in asked.given
                or entry.entity in asked.excluded
                or (asks_nouns and self._only_counts(question, entry))
            ):
                spent |= entry.bit
        return spent

    def _is_no_answer(self, question: Question, target: Target, slot: str, spent: int) -> bool:
        """Whether what the slot holds is rougher or less than what is asked for, or but repeats the question."""
        is_too_rough = slot == "when" and question.asks_hour and not target.tells_hour
        if is_too_rough or self._is_too_few(question, target, slot):
            return True
        # "What is the curfew" is answered by the statement.
        is_told_whole = question.kind == "what" and question.is_copular
        return not is_told_whole and all(entry.bit & spent for entry in target.slots[slot])

    def _only_counts(self, question: Question, entry: Entry) -> bool:
        """Whether "which countries" would be told no more than how many countries: "six former Soviet countries"."""
        if not question.focus or question.tokens[question.focus[-1]].stem not in entry.stems:
            return False
        return any(stem.isdigit() for stem in entry.stems)

    def _is_too_few(self, question: Question, target: Target, slot: str) -> bool:
        """Whether several are to be named, "which *six* countries", and the slot names but one."""
        if question.kind not in ("which", "name", "what") or (question.kind == "what" and not question.is_copular):
            return False
        if not question.sort_has_number:
            return False
        texts = [entry.text for entry in target.slots[slot]]
        return len(texts) + sum(" and " in text for text in texts) < SEVERAL

    def _identifies(self, question: Question, found: Sequence[Explained], target: Target, wanted: int) -> bool:
        """Whether the question names more of the target than one entity, which may have a part in many."""
        masks = []
        for each in found:
            # "Are people in the square": whoever they are, they act.
            is_told = each.word.is_telling or each.word.is_verb or (each.word.lack == 0.0 and each.mask & target.acting)
            if each.strength >= PLAIN and not each.denies and is_told:
                if each.mask & target.done:
                    return True
                if mask := each.mask & ~wanted:
                    masks.append(mask)
        if question.kind == "which" and question.is_bare:
            return bool(masks) and not any(all(mask & bit for mask in masks) for bit in target.entity_bits)
        seen = reduce(or_, masks, 0)
        return seen != 0 and all(seen & ~bit for bit in target.entity_bits)

    def _evaluate_wording(self, asked: Asked, number: int) -> Candidate:
        """A known wording must explain the question, and the question must say what the wording says.

        What the wording lacks counts almost as well where another wording to the same fact has it.
        """
        target = self._index.targets[number]
        got = pooled = lost = 0.0
        seen = telling = own = 0
        unexplained: list[str] = []
        for word in asked.words:
            strength, mask = word.hits[number]
            best = max(strength, POOLED * word.hits[target.pool][0])
            got += word.weight * strength
            pooled += word.weight * best
            seen |= mask
            if word.is_telling:
                telling += 1
                own += best >= PLAIN
            if best < PLAIN:
                unexplained.append(word.token.word)
                lost += word.weight if word.is_telling else 0.0
        share, back = got / asked.total, seen.bit_count() / target.size
        agreement = kind_agreement(asked.question.kind, target.kind)
        fit = 0.0
        if agreement == 1.0 and share >= 0.9 and back >= 0.75:
            fit = (3.0 if share * back >= SURE else 0.9) if target.not_reported else 1.5
        score = (0.6 * max(share, pooled / asked.total) + 0.4 * back) * agreement
        if asked.question.asks_before != target.asks_before:
            score, fit = score * ANOTHER_TIME, 0.0
        if target.pool >= 0 and lost > SPARE * asked.total and self._index.targets[target.pool].done:
            score *= ANOTHER
        return Candidate(target, None, score, fit, unexplained=unexplained, telling=telling, own=own, is_sound=False)


def _quoted_share(text: str) -> float:
    """How much of a text stands in quotation marks, 0 to 1."""
    return sum(map(len, QUOTATION.findall(text))) / len(text)


def _is_by_somebody(target: Target) -> bool:
    """Whether it was done by somebody with a name, or by many: not by "the first state of emergency"."""
    return any(entry.entity or entry.text.endswith("s") for entry in target.slots.get("who", ()))


def sources_of(target: Target) -> tuple[str, ...]:
    """The slots that tell who says what a fact tells; where it has none of them, whoever published it does."""
    return ("according_to", "who") if target.is_statement else ("according_to",)


def source_slot(target: Target) -> str | None:
    """The slot that tells who says what a fact tells; None where whoever published it does."""
    return next((slot for slot in sources_of(target) if slot in target.slots), None)


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
        each.strength >= OWN and each.mask & (deed if is_head else target.acted_on) for each, is_head in telling
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


def _slots(asked: Asked, target: Target) -> tuple[str, ...]:
    """The slots that could answer the question, best first."""
    question = asked.question
    if asked.asks_card:
        return ("who",)
    if question.kind == "attribution":
        return sources_of(target)
    if question.kind == "where" and asked.is_spoken:
        return ("via", "where")
    if question.kind == "where" and question.predicate.is_future:
        return ("where",)
    if question.kind == "which" and question.preposition == "from" and _asks_origin(asked):
        return ("what", "who")
    if question.kind == "which" and question.preposition in SLOTS_OF_PREPOSITION:
        return SLOTS_OF_PREPOSITION[question.preposition]
    if (
        question.kind == "who"
        and asked.is_spoken
        and not target.is_statement
        and target.fact
        and target.fact.according_to
    ):
        return ("according_to",)  # who says so, and not who did what they say
    if question.kind == "what" and question.asks_subject:
        return WHAT_DID_IT
    if question.kind != "who" or question.asks_subject is None:
        return SLOTS_OF_KIND.get(question.kind, ())
    if not question.asks_subject or (_is_suffered(asked) and target.acted_on and not target.is_passive):
        return ("to_whom", "what", "who")
    spoken = ("according_to",) if asked.is_spoken else ()
    return spoken if target.is_passive else ("who", *spoken)


def _is_suffered(asked: Asked) -> bool:
    """Whether the question's verb befalls its subject: "who *lost* their jobs" asks whom others sacked."""
    verb = asked.question.predicate.verb
    return verb is not None and asked.question.tokens[verb].stem in SUFFERED


def _asks_origin(asked: Asked) -> bool:
    """Whether "from which" asks where somebody or something comes from, and not where something is done from."""
    verb = asked.question.predicate.verb
    return verb is None or asked.question.tokens[verb].stem in COMING


def is_clausal(text: str) -> bool:
    """Whether an entry says more than what one noun could ask for."""
    return text.startswith("that ") or text.count(" ") >= LONG_ENTRY


def kind_agreement(asked: str, known: str) -> float:
    """How well two kinds of question go together, 0 to 1."""
    if asked == known:
        return 1.0
    if asked == "yes_no" and known in SUPPOSING_KINDS:
        return 0.65
    return 0.85 if VAGUE_KINDS & {asked, known} else 0.65
