"""What a reader's next message may point back to: "when?", "and soldiers?", "what did she say?"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answering.answerslots import SLOTS_OF_KIND, source_slot
from bot.answering.antecedents import FOR_PEOPLE, NAMING, THING_SLOTS, Antecedents, other_one
from bot.answering.candidates import ENOUGH, SURE, Candidate
from bot.answering.clause import POINTING
from bot.answering.conversation import Conversation
from bot.answering.grammar import is_existential
from bot.answering.index import Index
from bot.answering.question import Question
from bot.answering.rewording import NATIONS
from bot.answering.roles import is_suffered
from bot.answering.targets import Target
from bot.answering.text import PREPOSITIONS, Token

if TYPE_CHECKING:
    from bot.knowledge.model import Fact

FREE_VERBS = frozenset("do happen".split())
"""Stems of verbs that ask for a deed without naming it."""
SURE_OF = frozenset("it that this you".split())
"""Words beside which readers ask how sure what was told is: "is *that* true", "are *you* sure"."""
SAID = frozenset("it that this so".split())
"""Words for what was told: "who says *that*"."""
REPORTING = frozenset("say tell report claim write mention".split())
"""Stems of verbs for what whoever publishes something does with it; to confirm or announce it takes somebody else."""
CERTAIN = frozenset("confirm verifi certain sure true official offici establish proven prove fact rumour rumor".split())
"""Stems of words by which readers ask how sure something is."""
CARD_KINDS = frozenset({"name", "define"})
"""Kinds of question that ask what something is."""
SPEAKERS = frozenset({"person", "organization", "outlet"})
"""Kinds of entities that may say something: "what did the agency say? And the mayor?"."""
BARE_KINDS = frozenset({"who", "what", "define", "name"})
"""Kinds that ask what something is, of which nothing need be said but what a pronoun stands for."""
ANYBODY = frozenset("anyone anybody someone somebody any some people also more".split())
"""Words for whoever it may be: "did *anyone* die"."""
BESIDE_ANOTHER = frozenset("the too also either even then now or not".split())
"""Words that may stand beside the name of whom something is asked that was asked before: "did *the* mayor *too*?"."""
TOWARDS = frozenset({"to", "from", "at"})
"""Prepositions before whom something is done to: "*to* whom?"."""
TIMES = frozenset("day daytim night nighttim morn even afternoon noon evening all onli".split())
"""Stems of words for times of the day."""
EXTENT = frozenset("whole entire country nation nationwide countrywide everywhere all over across in the of".split())
"""Words that alone ask how far what was told reaches: "*the whole country*?"."""
ELSEWHERE = frozenset("other others else elsewhere".split())
"""Words by which readers ask for something else than what they were told."""
LISTING = (("name", "them"), ("list", "them"), ("which", "ones"), ("which", "are", "they"), ("which", "were", "they"))
"""How readers ask which ones those are of which they were told how many."""
SHARED = frozenset({"when", "where", "why", "how_long"})
"""Kinds of question that may be asked of another thing by its name alone."""
BESIDES = frozenset("too also either".split())
"""Words by which something is asked for beside what was told, and not the same of it."""
INHERITED = frozenset({"topic", "yes_no"})
"""Kinds of a fragment that takes the kind of the question before: "how many protesters?", "and soldiers?"."""


class Followups:
    """Reads questions in the light of a conversation."""

    def __init__(self, index: Index, tokenize: Callable[[str], list[Token]]) -> None:
        self._index = index
        self._tokenize = tokenize
        self.antecedents = Antecedents(index, tokenize)

    def readings(self, question: Question, conversation: Conversation) -> list[Question]:
        """The question with what it points back to filled in; empty where it stands on its own."""
        previous = conversation.question
        if previous is None or not conversation.is_alive:
            return []
        points = self.points(question)
        if self._is_pointless(question, conversation) or self._turns_away(question):
            return []
        if not points and not self.is_elliptical(question):
            return []
        own = set(self.named(question))
        antecedents = [id_ for id_ in self.antecedents.entities(question, conversation) if id_ not in own]
        if "it" in question.words and any(self.antecedents.things(question, conversation)):
            # "Is there a curfew in Norway? When does it apply?": it is the curfew.
            antecedents = [id_ for id_ in antecedents if self._index.entities[id_].kind != "place"]
        readings = [self._with_question(question, previous)]
        asks_card = previous.kind in CARD_KINDS or (previous.is_bare and previous.kind not in INHERITED)
        if question.kind == "topic" and asks_card and self._telling(question):
            # "Who is the mayor? And the minister?": the same of something else.
            readings.insert(0, replace(question, kind=previous.kind, is_copular=previous.is_copular))
        elif previous.kind in SHARED and self._asks_same(question):
            readings.insert(0, replace(question, kind=previous.kind))
        if not self._telling(question):
            readings.append(self._with_nouns(question, previous))
        if antecedents and self.antecedents.asks_of_place(question) and not question.refers:
            return [self._with_entities(question, antecedents)]  # what is asked of a place is asked of nothing else
        if _asks_nation(question) and not points and (people := self._people_told(conversation)):
            # "Who announced it? From which country?" asks who they are.
            return [self._with_entities(replace(question, kind="define", focus=(), content=()), people)]
        for thing in self.antecedents.things(question, conversation):
            # "Who were they?" asks that of them, and nothing of what befell them.
            meant = replace(self._extended(question, thing), meant_from=len(question.tokens))
            readings.insert(0 if question.is_bare and question.kind == "who" else len(readings) - 1, meant)
        if antecedents:
            filled = self._with_entities(question, antecedents)
            # A whole sentence lacks no more than what its pronouns stand for, and so does "who is he?".
            is_whole = not self.is_elliptical(question) or (question.is_bare and question.kind in BARE_KINDS)
            readings.insert(0 if is_whole else len(readings), filled)
            readings.append(self._with_question(filled, previous))
        elif not points and question.tokens[0].word not in PREPOSITIONS - {"about"}:
            # "And in the capital?" asks the same of another place, and not of both.
            readings.append(self._with_entities(question, self.named(previous)[:1]))
        return readings

    def bound(self, question: Question, conversation: Conversation) -> Candidate | None:
        """What a bare "when?" or "who did it?" asks of the fact that was told last; None for other questions."""
        if not conversation.is_alive:
            return None
        asks_source = self.asks_source(question)
        if self.doubts_refusal(question, conversation):
            return None  # what was asked is not in the story, however sure is what came nearest
        told = conversation.shown or next(iter(conversation.listed), None)
        question = replace(question, kind="where", content=()) if _asks_extent(question) else question
        target = told if asks_source else _spoken_of(question, conversation)
        if target is None or target.fact is None:
            return None
        if self._is_pointless(question, conversation) or _asks_with_what(question):
            return None
        verb, telling = question.predicate.verb, self._telling(question)
        if _asks_which(question) and (counted := self._counted_by_name(target, conversation)):
            return Candidate(target, counted, ENOUGH)
        if _asks_which(question) and _counted(conversation):
            return None  # what was counted need not be named
        if question.asks_names or _asks_origin(question) or (question.asks_hour and not target.tells_hour):
            return None
        if question.kind == "when" and verb is None and _offers_times(question):
            telling = []
        if asks_source:
            slot = source_slot(target)
            is_published = verb is None or question.kind != "who" or question.tokens[verb].stem in REPORTING
            if (telling and question.kind == "attribution") or not (slot or is_published):
                return None
            return Candidate(target, slot, ENOUGH)
        fact = target.fact
        if self.asks_of_another(question):
            acts = not target.entities_in("who").isdisjoint(self.named(question))
            return Candidate(target, None, ENOUGH) if acts else None
        if telling or fact is None or (verb is not None and not self._may_mean(question, verb, fact)):
            return None
        if (question.kind == "how_many" and question.focus) or (question.kind == "who" and question.is_copular):
            return None
        if question.kind == "what" and verb is None and question.refers:
            return None  # "what is it?" asks of a thing
        if target.is_statement and self._asks_doer(question):
            return None  # whoever told it need not have done it
        if _lacks_day(question, fact) or (target.is_card and verb is not None):
            return None  # what somebody is tells no deed
        slots = SLOTS_OF_KIND.get(question.kind, ())
        if question.kind == "where" and verb is not None:
            if self._is_spoken(question):
                return None  # where it was done is not where it was told
            slots = ("where",)
        if question.kind == "who":
            agent = () if target.is_passive else ("who",)
            slots = agent if question.asks_subject is not False else ("to_whom", "what")
            slots = self._asked_by_whom(question, conversation, target) or slots
        slot = next((slot for slot in slots if slot in target.slots), None)
        if slot is None or (_asks_which(question) and _says_which(target, conversation)):
            return None
        return Candidate(target, slot, ENOUGH)

    def _counted_by_name(self, target: Target, conversation: Conversation) -> str | None:
        """The slot that names as many as were just counted: "how many bridges fell? *Name them*."; None for none."""
        if not _counted(conversation):
            return None
        words = [token.word for entry in target.slots.get("how_many", ()) for token in self._tokenize(entry.text)]
        numbers = [int(word) for word in words if word.isdigit()]
        named = [slot for slot in target.slots if len(target.entities_in(slot)) in numbers]
        return named[0] if len(named) == 1 else None

    def _asked_by_whom(self, question: Question, conversation: Conversation, target: Target) -> tuple[str, ...]:
        """The slots that "to whom?" asks for, or "who?" where the question before named who did it."""
        words = question.words
        previous = conversation.question
        if "by" in words or previous is None:
            return ()
        is_towards = question.preposition in TOWARDS or question.tokens[0].word in TOWARDS
        if is_towards and self._is_spoken(question):
            return ("to_whom",)
        if self._is_of_whoever_suffered(previous):
            return ("who",) if target.is_passive else ("what", "to_whom")
        if is_towards:
            return ("to_whom",)
        doers = {entry.entity for entry in target.slots.get("who", ())}
        is_named = doers <= set(self.named(previous))
        return ("to_whom", "what") if "whom" in words or (is_named and len(question.tokens) == 1) else ()

    def _is_of_whoever_suffered(self, question: Question) -> bool:
        """Whether it asks if something befell anybody: "did anyone die", "how many were hurt"."""
        subject = {question.tokens[at].word for at in question.predicate.subject}
        return is_suffered(question) and (question.kind == "how_many" or subject <= ANYBODY)

    def asks_of_another(self, question: Question) -> bool:
        """Whether it asks what was asked before of somebody or something else: "did the mayor?"."""
        if question.kind != "yes_no" or question.predicate.verb is not None or is_existential(question.tokens):
            return False
        asked = {at for at, token in enumerate(question.tokens[1:], start=1) if token.word not in BESIDE_ANOTHER}
        return any(set(at) == asked for _key, at in self._index.finder.named(question.tokens))

    def asks_source(self, question: Question) -> bool:
        """Whether it asks who says so, or how sure it is."""
        return question.kind == "attribution" or self._asks_who_says(question) or self.asks_certainty(question)

    def kind(self, question: Question) -> str:
        """What a bare question asks of the fact that was told last."""
        if self._asks_who_says(question):
            return "attribution"
        return "certainty" if self.asks_certainty(question) else question.kind

    def asks_certainty(self, question: Question) -> bool:
        """Whether it asks how sure is what was told: "is that confirmed?"."""
        if question.kind != "yes_no" or SURE_OF.isdisjoint(question.words):
            return False
        verb = question.predicate.verb
        said = {*self._telling(question), *([] if verb is None else [verb])}
        if len(question.tokens) > 2 and not any(token.stem in CERTAIN for token in question.tokens):
            return False
        return all(question.tokens[position].stem in CERTAIN for position in said)

    def _asks_who_says(self, question: Question) -> bool:
        """Whether it asks who says what was told: "who reported that?"."""
        verb = question.predicate.verb
        if question.kind not in ("who", "which") or verb is None or not question.asks_subject:
            return False
        if set(self._telling(question)) - {verb, *question.focus}:
            return False
        is_spoken = self._index.language.is_speech(question.tokens[verb].stem)
        return is_spoken and not SAID.isdisjoint(question.words)  # and not "who called *them* in"

    def _turns_away(self, question: Question) -> bool:
        """Whether it names a new topic: "and what about the cabinet?"; a place or person may only replace another."""
        opening = [token.word for token in question.tokens[:2]]
        is_turn = opening in (["what", "about"], ["how", "about"])
        return is_turn and not self.named(question) and self._is_topical(question)

    def _is_pointless(self, question: Question, conversation: Conversation) -> bool:
        """Whether "he" or "she" stands for nobody who was spoken of."""
        wanted = {FOR_PEOPLE[token.word] for token in question.tokens if token.word in FOR_PEOPLE}
        if wanted <= {self._index.entities[key].pronoun for key in conversation.entities}:
            return False
        return not any(self.antecedents.things(question, conversation))

    def _may_mean(self, question: Question, verb: int, fact: Fact) -> bool:
        """Whether a bare question's verb can stand for what a fact tells: "do" for anything, "say" for a claim."""
        stem = question.tokens[verb].stem
        is_claim = question.kind != "what" or bool(fact.according_to)
        return stem in FREE_VERBS or (is_claim and self._index.language.is_speech(stem))

    def doubts_refusal(self, question: Question, conversation: Conversation) -> bool:
        """Whether it asks how sure something is that the story does not say."""
        is_vain = conversation.is_refused or conversation.is_denied
        return is_vain and conversation.is_alive and self.asks_certainty(question)

    def asks_in_vain(self, question: Question, conversation: Conversation) -> bool:
        """Whether a bare "since when?" asks of an entity what no card says, or "with what?" for what no slot has."""
        if _asks_with_what(question) and not self._telling(question):
            return True
        target = conversation.target
        is_card = target is not None and target.is_card and conversation.is_alive
        return (
            is_card and not self._telling(question) and question.kind in ("when", "why", "how_long", "how_many", "how")
        )

    def holds(self, question: Question, filled: Question, conversation: Conversation, candidate: Candidate) -> bool:
        """Whether a candidate explains all that the question says itself, and what it points back to."""
        is_vain = conversation.is_refused or (conversation.is_denied and question.kind == "who")
        if is_vain and not self._telling(question) and not question.refers:
            return False  # what got no answer has no doer and no cause
        if question.kind == "who" and question.preposition in TOWARDS and candidate.slot == "who":
            return False
        if _asks_origin(question):
            return False
        if question.tokens[-1].word == "by" and not candidate.does:
            return False  # who said that it broke down is not by whom it did
        if self._asks_doer(question) and candidate.target.is_statement and not self._is_spoken(filled):
            return False
        people = self.antecedents.people(question, conversation)
        if people and not people & self._partakers(question, candidate.target):
            return False  # what "he" did is no deed of others
        missing, loose = set(candidate.unexplained), set(candidate.loose)
        own = {question.tokens[position].word for position in self._telling(question)}
        added = {filled.tokens[position].word for position in self._telling(filled)} - own
        if question.kind == "yes_no" and not own:
            return False
        said = conversation.target
        is_same = said is not None and (candidate.target.story, candidate.target.id) == (said.story, said.id)
        if is_same and not ELSEWHERE.isdisjoint(question.words):
            return False
        if is_same and _asks_which(question) and not _names_which(candidate, conversation):
            return False  # of six countries it need not name one
        if _lacks_day(question, candidate.target.fact):
            return False
        if candidate.target.fact is None or is_same:
            is_loose = bool(own) and is_same and own <= loose
            return not own & missing and not is_loose and self._is_done(question, candidate)
        if question.preposition == "since" or own & missing:
            return False
        if candidate.target.is_card and question.tokens[0].word in PREPOSITIONS and not _asks_nation(question):
            return False
        if not own:
            if question.kind == "why":
                return False  # why something else was done
            is_free = question.kind not in ("when", "where") or candidate.target.is_card
            goes_on = is_free or candidate.does  # when something else was done is not when that was
            return bool(added) and not added & missing and goes_on and self._continues(question, candidate)
        if not self._is_done(question, candidate):
            return False
        if filled.kind == "how_many" and self.is_elliptical(question) and added & missing:
            return False  # how many others there were is not how many of them were hurt
        if (self.is_elliptical(question) and own <= loose) or (question.kind == "yes_no" and own & loose):
            return False
        if self.must_point(question) and self.is_elliptical(question):
            return not added & missing
        return len(added & missing) * 3 <= len(added)

    def _asks_doer(self, question: Question) -> bool:
        """Whether it asks only who did it."""
        return [token.word for token in question.tokens[:2]] == ["who", "did"] and not self._telling(question)

    def _partakers(self, question: Question, target: Target) -> frozenset[str]:
        """The entities that have a part in what a target tells: who says so only where that is asked."""
        if target.is_card or self._is_spoken(question) or "according" in question.words:
            return target.entities
        return target.entities_in("who", "what", "to_whom")

    def _continues(self, question: Question, candidate: Candidate) -> bool:
        """Whether a candidate that has all of the question before can answer one without words of its own."""
        if not candidate.is_sound:
            return False
        if candidate.slot is None:  # "who were they?" is answered by what tells that nobody knows
            return question.kind == "who" and question.is_bare and candidate.target.fact is not None
        if candidate.target.is_card:
            return (question.kind == "what" and question.is_bare) or not FOR_PEOPLE.keys().isdisjoint(question.words)
        is_future = question.predicate.is_future and not candidate.target.is_future
        return not is_future and not (question.kind == "who" and question.is_copular)

    def _is_done(self, question: Question, candidate: Candidate) -> bool:
        """Whether the candidate has the question's own verb, and not only a word that is like it."""
        verb = question.predicate.verb
        if verb is None or candidate.target.fact is None:
            return True
        token = question.tokens[verb]
        is_spoken = candidate.target.fact.according_to and self._index.language.is_speech(token.stem)
        is_alike = candidate.score >= SURE and token.word not in candidate.unexplained
        return bool(is_spoken) or token.stem in FREE_VERBS or candidate.does or is_alike

    def is_elliptical(self, question: Question) -> bool:
        """Whether the question lacks what makes a sentence: "and in the capital?"."""
        telling = self._telling(question)
        if question.kind == "event" and telling:
            return False  # "what happened overnight"
        if question.predicate.verb is None:
            return not (question.is_copular and telling) and len(telling) <= 3
        goes_on = question.opens_with_and and not question.predicate.subject and not question.asks_subject
        return goes_on and len(telling) <= 3

    def _is_topical(self, question: Question) -> bool:
        return any(self._index.is_topic(question.tokens[position]) for position in self._telling(question))

    def _telling(self, question: Question) -> list[int]:
        light = self._index.language.light
        return [position for position in question.content if question.tokens[position].stem not in light]

    def is_deed_alone(self, question: Question) -> bool:
        """Whether it says nothing but what was done: "who fired?"."""
        return self._telling(question) == [question.predicate.verb]

    def must_point(self, question: Question) -> bool:
        """Whether the question cannot be meant on its own."""
        first = question.tokens[0].word
        return (self.points(question) and not self._turns_away(question)) or (
            self.is_elliptical(question) and (first in PREPOSITIONS or not self._is_topical(question))
        )

    def goes_on(self, question: Question) -> bool:
        """Whether what points back asks of the same: "on which floor?", but not "any deaths?"."""
        return question.kind not in INHERITED or self.points(question)

    def points(self, question: Question) -> bool:
        """Whether the question has a word for something that was said before."""
        # "Is there a curfew" points at nothing.
        tokens = question.tokens[2:] if is_existential(question.tokens) else question.tokens
        pointing = [at for at, token in enumerate(tokens) if token.word in POINTING]
        if other_one(question) is not None:
            return True
        if not pointing:
            return False
        # "Who is this Lindqvist?" says whom it means.
        named = {positions[0] for _key, positions in self._index.finder.named(tokens)}
        return any(tokens[at].word not in NAMING or at + 1 not in named for at in pointing)

    def named(self, question: Question) -> list[str]:
        """The keys of the entities that a question names."""
        return [key for key, _positions in self._index.finder.named(question.tokens)]

    def _people_told(self, conversation: Conversation) -> list[str]:
        """The people with whom the last question was answered."""
        target = conversation.target
        slot = "who" if target is not None and target.is_card else conversation.slot or ""
        entries = target.slots.get(slot, ()) if target else ()
        keys = [entry.entity for entry in entries if entry.entity]
        return [key for key in keys if self._index.entities[key].kind == "person"]

    def _asks_same(self, question: Question) -> bool:
        """Whether it only names another thing: "when was the palace stormed? *And the blackout?*"."""
        if question.kind != "topic" or not question.opens_with_and or not BESIDES.isdisjoint(question.words):
            return False
        return question.tokens[0].word not in PREPOSITIONS | {"a", "an"} and self._is_topical(question)

    def _with_entities(self, question: Question, ids: Sequence[str]) -> Question:
        """The question with the names of entities at its end: what a pronoun stands for must be explained."""
        added = [token for id_ in ids for token in self._tokenize(self._index.entities[id_].name)]
        return self._extended(question, added)

    def _with_question(self, question: Question, previous: Question) -> Question:
        """The question with the words of the one before it, but for those that it replaces."""
        kinds = {self._index.entities[id_].kind for id_ in self.named(question)}
        replaced = set(previous.focus) if question.content and question.kind in INHERITED else set[int]()
        speakers = set(previous.predicate.subject) if self._is_spoken(previous) and kinds & SPEAKERS else set[int]()
        for id_, positions in self._index.finder.named(previous.tokens):
            if self._index.entities[id_].kind in kinds or speakers.issuperset(positions):
                replaced.update(positions)
        known = {question.tokens[position].stem for position in question.content}
        added = [
            previous.tokens[p] for p in previous.content if p not in replaced and previous.tokens[p].stem not in known
        ]
        extended = self._extended(question, added)
        if question.kind == "topic" and previous.kind not in INHERITED:
            focus = question.content if previous.focus else ()
            return replace(extended, kind=previous.kind, focus=focus, is_copular=previous.is_copular)
        return extended

    def _is_spoken(self, question: Question) -> bool:
        """Whether it asks what somebody said."""
        return self._index.language.is_speech(question.verb_stem)

    def _with_nouns(self, question: Question, previous: Question) -> Question:
        """The question with what the one before it asked about, but for the deed."""
        verb, tokens = previous.predicate.verb, previous.tokens
        added = [tokens[place] for place in previous.content if place != verb]
        if verb is None:
            added = [token for token in added if not self._index.is_verb(token)]  # "approved by"
        return self._extended(question, added)

    def _extended(self, question: Question, added: Sequence[Token]) -> Question:
        start = len(question.tokens)
        return replace(
            question,
            tokens=(*question.tokens, *added),
            content=(*question.content, *(start + offset for offset, t in enumerate(added) if self._carries(t))),
        )

    def _carries(self, token: Token) -> bool:
        return self._index.finder.carries(token)


def _spoken_of(question: Question, conversation: Conversation) -> Target | None:
    """What was told last, or of facts that were told together with it the first that can answer."""
    target, slots = conversation.target, SLOTS_OF_KIND.get(question.kind, ())
    is_vain = target is None or target.is_refusal
    if is_vain and question.kind in SHARED and not (conversation.listed or question.refers):
        return conversation.topic  # of which something was asked that is not told
    known = [target, *conversation.listed] if target else conversation.listed
    return next((each for each in known if any(slot in each.slots for slot in slots)), target)


def _asks_with_what(question: Question) -> bool:
    """Whether it asks for a tool, for company or for an enemy, and of no deed: "with what?", "against whom?"."""
    is_asked = question.preposition in ("with", "against") and question.kind in ("what", "who")
    return is_asked and question.predicate.verb is None


def _asks_which(question: Question) -> bool:
    """Whether it asks which ones those are that were told of, by their names."""
    return question.asks_names or tuple([token.word for token in question.tokens]) in LISTING


def _counted(conversation: Conversation) -> bool:
    """Whether it was just asked how many there are."""
    return conversation.question is not None and conversation.question.kind == "how_many"


def _names_which(candidate: Candidate, conversation: Conversation) -> bool:
    """Whether it answers with names that neither the question before had nor a number there only counted."""
    if candidate.slot not in THING_SLOTS or _counted(conversation) or _says_which(candidate.target, conversation):
        return False
    return bool(candidate.target.entities_in(candidate.slot))


def _says_which(target: Target, conversation: Conversation) -> bool:
    """Whether the question before said all that a fact names: "what about the news sites? *Which ones*?"."""
    said = {token.stem for token in conversation.question.tokens} if conversation.question else set[str]()
    named = (target.slots.get(slot, ()) for slot in THING_SLOTS)
    return any(entries and all(entry.nouns and entry.nouns <= said for entry in entries) for entries in named)


def _asks_nation(question: Question) -> bool:
    """Whether it asks from which country somebody or something is."""
    return question.preposition == "from" and any(question.tokens[at].stem in NATIONS for at in question.focus)


def _asks_origin(question: Question) -> bool:
    """Whether it asks no more than from where: where something was done is not where they came from."""
    return question.kind == "where" and question.preposition == "from"


def _asks_extent(question: Question) -> bool:
    """Whether it asks no more than if it was so everywhere: "nationwide?"."""
    return question.kind == "topic" and question.words <= EXTENT


def _offers_times(question: Question) -> bool:
    """Whether it offers times of the day to choose from: "day or night?"."""
    stems = {question.tokens[at].stem for at in question.content}
    return "or" in question.words and stems <= TIMES


def _lacks_day(question: Question, fact: Fact | None) -> bool:
    """Whether it asks since when, and the fact tells no day: "overnight"."""
    return question.preposition in ("since", "until") and bool(fact and fact.when and fact.when.on is None)
