"""Whether what explains a question answers it, or is refused: when in doubt, it is refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Sequence
from functools import partial
from itertools import takewhile

from bot.answering.answerslots import SLOTS_OF_KIND
from bot.answering.antecedents import NOMINATIVE, is_many
from bot.answering.candidates import ALONE, BARE_LEAD, ENOUGH, LEAD, SURE, Candidate
from bot.answering.grammar import ALLOWING, BETWEEN, DO_SUPPORT, STATES, is_existential
from bot.answering.index import Index
from bot.answering.pairing import Pairing, is_plain, tells_what_it_is
from bot.answering.question import Question
from bot.answering.rewording import SOMEBODY
from bot.answering.roles import SAYING, is_suffered
from bot.answering.targets import Entry, Target
from bot.answering.text import PREPOSITIONS, Token

YES_NO_ENOUGH = 0.83
"""A yes/no question puts more in its words than others: more of them must be explained."""
PLAINLY, ALL_SAID = 0.85, 0.72
"""From this fit on, so much is enough of a yes/no question of which nothing is left unexplained."""
POINTED, CLEAR = 0.3, 0.3
"""So much is enough where a question says what one fact denies, or asks for an outlet, as few facts have one; and so
far behind must be what the story is known not to tell. By 6,000 labelled questions nine of ten are right then."""
QUOTATION = "“"
"""What begins somebody's very words in a statement, which are asked for where a question has the words below."""
EXACT_WORDS = frozenset({"exact", "words"})
TOO_LITTLE = "it explains too little of the question"
IN_OTHER_WORDS = "it has what is asked only in other words, which may mean something else"
OF_OTHERS = "it tells of somebody else"
BESIDE = "it has the words, but tells something beside what is asked"
"""What speaks against a candidate."""
MENTIONS = 2
"""So many telling words say of what it is asked."""
BARELY, SEVERAL, EVEN = 0.75, 3, 0.03
"""Below this score a question of so many telling words is barely answered, and within so little two facts fit alike."""
ALIKE = 0.8
"""From which score on a question of another kind is one that the story does not answer."""
PLAIN_TOPIC = 0.85
"""From which score on a fragment need not name a thing of the story in the story's own words: "portals offline?"."""
NEVER_NEGATED = frozenset({"who", "what", "which", "where", "when", "why", "how", "how_many", "how_long", "purpose"})
"""Kinds of question that facts, which tell what is, cannot answer when they ask for what is not."""
EXACTING = frozenset({"why", "how", "when", "how_many", "how_old", "other"})
"""Kinds of question to which a fact that explains only some of it gives no answer."""
LASTING = STATES | {"still", "again"}
"""Words for how something is that a fact must tell by itself: it burned, but does it *still* burn, or is it *out*?"""
FUTURE = (" will ", " would ", " go to ", " goes to ")
"""What stands in a statement of what is to come."""
DOING = frozenset({"do", "does", "did"})
"""How a question begins that asks for a deed."""
UNNAMED = frozenset("that this it so".split())
"""Words for a deed that is not named."""
COMMENTING = SAYING | frozenset("report write claim comment post".split())
"""Stems of verbs for what somebody says about something."""
ADDRESSED = ("to_whom", "via", "where", None)
"""The slots that tell to whom or to what something was done or said."""
BECOMING = frozenset({"becom"})
"""Stems of verbs that say nothing without the word behind them."""
MEANWHILE = frozenset({"when", "while"})
"""Words before the occasion on which something is asked to have been so."""
UNIT = re.compile(r"(?i)\d|\b(?:hour|day|night|week|month|year|decade)s?\b|-(?:hour|day|week|month|year)\b")
"""What stands in a length of time that can be counted."""
ADDRESSING = frozenset("you your yours yourself".split())


class Acceptance:
    """Decides on candidates by what they explain of their questions."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._pairing = Pairing(index)

    def settles(self, found: Sequence[tuple[Candidate, Question]]) -> bool:
        """Whether the first of the candidates, the best, answers its question or tells that the story does not."""
        if not found or is_another(*found[0]) or _is_denied_by_another(found):
            return False
        best, question = found[0]
        if best.denies and best.telling < MENTIONS and question.refers:
            return False  # "is he ok", whoever he is
        return not _is_toss_up(found) and (self.is_enough(*found[0]) or self._stands_out(found))

    def is_enough(self, candidate: Candidate, question: Question) -> bool:
        """Whether a candidate explains enough of its question, and nothing speaks against it."""
        return not self.objection(candidate, question)

    def objection(self, candidate: Candidate, question: Question) -> str:
        """What speaks against a candidate, in words for an editor; empty where it explains enough of its question."""
        if candidate.score < self.needed(candidate, question):
            return TOO_LITTLE
        if candidate.target.not_reported:
            return ""
        if question.kind == "topic" and candidate.score < PLAIN_TOPIC and not self.is_topical(question):
            return IN_OTHER_WORDS
        if self._befell_others(candidate, question):
            return OF_OTHERS
        if question.kind != "who" and self._pairing.is_loosely_so(candidate, question):
            return IN_OTHER_WORDS  # but who heads it is who its boss is
        is_full = not candidate.unexplained and candidate.telling > MENTIONS
        if not (candidate.own or candidate.target.kind or is_full):
            return IN_OTHER_WORDS
        return BESIDE if is_beside(candidate, question) else ""

    def needed(self, candidate: Candidate, question: Question) -> float:
        """From which score on a candidate explains enough of its question."""
        if candidate.target.not_reported:
            # Another pair may share most words with a known one: "is X the head of Y", "is X the head of Z".
            return SURE if question.is_pairing else ENOUGH
        if question.kind not in ("yes_no", "certainty"):
            return ENOUGH
        is_sound = candidate.is_sound or candidate.denies
        is_plain_case = question.kind == "yes_no" and is_sound and candidate.fit > PLAINLY
        return ALL_SAID if is_plain_case and not candidate.unexplained else YES_NO_ENOUGH

    def _stands_out(self, found: Sequence[tuple[Candidate, Question]]) -> bool:
        """Whether the first explains only some of the question, but soundly, and all others much less of it."""
        best, question = found[0]
        is_denied = best.denies and question.kind == "yes_no"
        if is_denied and self._leaves_out(best, question.tokens):
            return False  # that troops do not stay does not tell "is *the curfew* permanent"
        if question.kind in EXACTING or question.is_negated or (best.denies and not is_denied):
            return False
        if best.target.is_refusal or self._befell_others(best, question) or self._pairing.is_loosely_so(best, question):
            return False
        if question.kind == "yes_no" and question.predicate.verb is None and best.score < ENOUGH and not is_denied:
            return False
        if _ahead(found) <= (BARE_LEAD if question.is_bare else LEAD) or is_beside(best, question):
            return False
        if best.telling >= MENTIONS and (is_denied or best.slot == "via"):
            refusals = (candidate.rank for candidate, _ in found if candidate.target.is_refusal)
            return best.score >= POINTED and best.rank - max(refusals, default=0.0) >= CLEAR
        if _tells_of_what_is_around(best, question) or self._is_of_others(best, question):
            return False
        return best.score >= ALONE and best.is_sound and best.own > 1

    def _is_of_others(self, candidate: Candidate, question: Question) -> bool:
        """Whether somebody has it done to them of whom other facts tell: "who asked *the police* for help"."""
        verb = question.predicate.verb
        if question.kind != "who" or not question.asks_subject or verb is None:
            return False
        content, end = set(question.content), len(question.tokens)
        first = next((at for at in range(verb + 1, end) if at in content), end)
        behind = takewhile(content.__contains__, range(first, end))
        return self._leaves_out(candidate, [question.tokens[at] for at in behind])

    def _leaves_out(self, candidate: Candidate, tokens: Iterable[Token]) -> bool:
        """Whether a candidate does not explain something of which the story tells elsewhere."""
        return any(token.word in candidate.unexplained and self._index.is_topic(token) for token in tokens)

    def _befell_others(self, candidate: Candidate, question: Question) -> bool:
        """Whether nobody whom "he" or "she" can stand for did it, or had it done to them: "was *she* hurt?"."""
        words = {question.tokens[at].word for at in question.predicate.subject} - BETWEEN
        wanted, target = words & NOMINATIVE, candidate.target
        if not wanted or words - wanted or target.fact is None or target.is_card or target.kind:
            return False
        if candidate.slot == "who":
            return False  # "which agency does he work for" is answered by who it is, whoever he is
        slots = ("what", "to_whom") if is_suffered(question) and not target.is_passive else ("who", "according_to")
        entries = [entry for slot in slots for entry in target.slots.get(slot, ())]
        return bool(entries) and not any(self._may_be(entry, wanted) for entry in entries)

    def _may_be(self, entry: Entry, pronouns: Container[str]) -> bool:
        """Whether one of these pronouns can stand for what a fact names."""
        if entry.entity:
            return self._index.entities[entry.entity].pronoun in pronouns
        return not is_many(entry.text)

    def accepts(self, question: Question) -> Callable[[Candidate], bool] | None:
        """What decides whether a candidate can answer the question; None where any can."""
        if question.asks_if_from or _asks_what_of(question):
            return _is_card
        return partial(self._pairing.pairs, question) if question.is_pairing else None

    def is_topical(self, question: Question) -> bool:
        """Whether a mere mention names something of the story."""
        return any(self._index.is_topic(question.tokens[position]) for position in question.content)


def _ahead(found: Sequence[tuple[Candidate, Question]]) -> float:
    """How far the best is before all other facts."""
    best = found[0][0]
    own = best.target.story, best.target.id
    others = (c.rank for c, _ in found if (c.target.story, c.target.id) != own and not c.target.is_refusal)
    return best.rank - max(others, default=0.0)


def _is_toss_up(found: Sequence[tuple[Candidate, Question]]) -> bool:
    """Whether the best barely answers, and another fact does as well: where something was is told of nearly all."""
    best = found[0][0]
    if best.target.is_refusal or best.target.kind:
        return False
    is_barely = best.score < BARELY and best.telling >= SEVERAL
    is_anywhere = best.slot == "where" and best.own < 2 and not best.does
    return (is_barely or is_anywhere) and _ahead(found) < EVEN


def _is_denied_by_another(found: Sequence[tuple[Candidate, Question]]) -> bool:
    """Whether a fact tells the opposite of what the best does not tell: "why did she *keep* the cabinet"."""
    best, question = found[0]
    if question.kind in ("yes_no", "topic") or best.does or best.denies or best.target.is_refusal:
        return False
    return any(other.denies and not other.unexplained and other.fit > best.fit for other, _question in found)


def is_another(candidate: Candidate, question: Question) -> bool:
    """Whether it is a question of another kind, not quite alike, that the story is known not to answer."""
    target = candidate.target
    return bool(target.not_reported) and question.kind != target.kind and candidate.score < ALIKE


def is_beside(candidate: Candidate, question: Question) -> bool:
    """Whether a fact or card that shares the question's words does not bear on what it asks."""
    target = candidate.target
    if question.asks_names and not _names_several(candidate):
        return True
    if question.words >= EXACT_WORDS and target.fact and QUOTATION not in target.fact.says:
        return True  # what somebody did is not in their very words
    if _lacks_verb(question) or _lacks_deed(candidate, question) or _lacks_state(candidate, question):
        return True
    if question.kind == "who" and question.preposition == "to" and candidate.slot not in ADDRESSED:
        return True  # whom somebody spoke of is not to whom they spoke
    if question.asks_name and candidate.slot and not candidate.target.entities_in(candidate.slot):
        return True
    # In a list of questions and answers, "you" are those whom the list is of: "when do you close?".
    is_of_list = target.kind != "" and is_plain(target)
    if _is_to_bot(question) and candidate.own < 2 and not (candidate.does or is_of_list):
        return True
    if target.kind:
        return _lacks_slot(candidate, question)
    # "Since when could nobody open them" asks for what is denied to be open.
    if question.kind in NEVER_NEGATED and question.is_negated != candidate.denies:
        return True
    if question.kind == "how_many" and _asks_stock(question) and not candidate.does:
        return True  # how many soldiers a country has is not how many were seen
    if _counts_units(candidate, question):
        return True
    is_deed = question.predicate.verb is not None and candidate.does
    if question.kind == "yes_no" and not is_deed and not is_existential(question.tokens) and _names_occasion(question):
        return True  # "was she hurt when it burned", "was she in when it burned" are not told by what burned
    if _says_nothing_about(candidate, question) or _is_of_another_time(candidate, question):
        return True
    if question.asks_why_it_is and not tells_what_it_is(target, list(target.entities)):
        return True  # why somebody did something is not why they are what they are
    if target.is_card and question.kind == "yes_no" and _is_loose_verb(candidate, question):
        return True  # what somebody is does not tell whether they did it
    return lacks_aspect(candidate, question)


def _is_to_bot(question: Question) -> bool:
    """Whether it asks what the bot is or does; what "you" can do is what anybody can."""
    return not ADDRESSING.isdisjoint(question.words) and question.tokens[0].word not in ALLOWING


def _is_of_another_time(candidate: Candidate, question: Question) -> bool:
    """Whether a fact tells of what was, where it is asked what is or will be, or was before."""
    kind, target, is_future = question.kind, candidate.target, question.predicate.is_future
    if question.asks_before and "when" not in target.slots:
        return True
    if kind in ("when", "how_many") and is_future and not target.is_future:
        return True
    if (
        kind == "when"
        and (is_future or _asks_of_coming(question))
        and target.is_future
        and target.done & ~target.coming
    ):
        return True  # when it was decided is not when it will be done
    if kind in ("which", "where") and is_future and not _tells_what_will_be(target):
        return True
    if candidate.does:
        return False
    if kind == "how_long" and (_asks_since_when(question) or _asks_by_now(candidate, question)):
        return True  # how long she has been mayor is not how long what she ordered lasts
    if _asks_what_will_be(question) and not _tells_what_will_be(target):
        return True  # that it rose, or fell, does not tell whether it will
    if kind == "how" and is_future and target.is_statement:
        return True  # how they get there is not how it was announced
    # Nor is it when they land, or since when she has been mayor.
    return kind == "when" and target.is_statement and (_asks_present(question) or _asks_state(question))


def _is_loose_verb(candidate: Candidate, question: Question) -> bool:
    """Whether it has the question's verb only by a synonym, if at all."""
    verb = question.predicate.verb
    return verb is not None and question.tokens[verb].word in candidate.loose


def _says_nothing_about(candidate: Candidate, question: Question) -> bool:
    """Whether a fact has no word of what somebody is asked to have said something about."""
    if "about" not in question.words or question.verb_stem not in COMMENTING:
        return False
    about = next(at for at, token in enumerate(question.tokens) if token.word == "about")
    behind = takewhile(lambda token: token.word not in PREPOSITIONS, question.tokens[about + 1 :])
    topic = {token.word for token in behind} - SOMEBODY
    return not topic.isdisjoint(candidate.unexplained)


def _asks_present(question: Question) -> bool:
    """Whether it asks of what is or will be: "when *do* they land"."""
    return any(token.word in ("do", "does") for token in question.tokens[1:3])


def _counts_units(candidate: Candidate, question: Question) -> bool:
    """Whether it asks how many weeks something lasts that a fact tells without a number: "for a limited period"."""
    if question.kind != "how_long" or "many" not in question.words or candidate.slot != "how_long":
        return False
    return not any(UNIT.search(entry.text) for entry in candidate.target.slots["how_long"])


def _lacks_state(candidate: Candidate, question: Question) -> bool:
    """Whether a fact does not tell of what somebody is asked to have become: "when did they become *independent*"."""
    verb = question.predicate.verb
    if verb is None or question.verb_stem not in BECOMING:
        return False
    behind = {question.tokens[at].word for at in question.content if at > verb}
    return bool(behind) and behind.issubset(candidate.unexplained)


def _lacks_verb(question: Question) -> bool:
    """Whether what somebody is asked to have done carries nothing: "did she *like* the mayor"."""
    if question.kind != "yes_no" or question.tokens[0].word not in DOING or question.predicate.verb is not None:
        return False
    return "have" not in question.words or question.tokens[1].word in ADDRESSING  # "does she have a house" lacks none


def _lacks_deed(candidate: Candidate, question: Question) -> bool:
    """Whether it asks if somebody does what it does not name: "can the mayor do *that*"."""
    is_unnamed = question.verb_stem == "do" and not UNNAMED.isdisjoint(question.words)
    return question.kind == "yes_no" and is_unnamed and (candidate.target.is_card or candidate.telling < MENTIONS)


def _asks_of_coming(question: Question) -> bool:
    """Whether it asks of what is on its way: "when *are* they *coming*"."""
    verb = question.predicate.verb
    return verb is not None and question.tokens[1].word in ("is", "are") and question.tokens[verb].word.endswith("ing")


def _asks_state(question: Question) -> bool:
    """Whether it asks when somebody became what they are: "since when *has* she *been* mayor"."""
    return question.predicate.verb is None and "been" in question.words


def _asks_what_will_be(question: Question) -> bool:
    """Whether it asks if something will be so: "*will* it get cheaper"."""
    return question.kind == "yes_no" and question.tokens[0].word in ("will", "shall")


def _tells_what_will_be(target: Target) -> bool:
    """Whether a fact is of the future, or tells what somebody said of it: that they *would* do it."""
    return target.is_future or (target.fact is not None and any(each in target.fact.says for each in FUTURE))


def _asks_by_now(candidate: Candidate, question: Question) -> bool:
    """Whether it asks how long something has been done by now that a fact has no word of: "how long has it lived"."""
    verb = question.predicate.verb
    return _is_by_now(question) and verb is not None and question.tokens[verb].word in candidate.unexplained


def _asks_since_when(question: Question) -> bool:
    """Whether it asks how long something has been so by now: "how long *has* she *been* mayor"."""
    return _is_by_now(question) and "been" in question.words


def _is_by_now(question: Question) -> bool:
    """Whether it begins like "how long *has* she"."""
    return question.tokens[2:3] != () and question.tokens[2].word in ("has", "have")


def _asks_stock(question: Question) -> bool:
    """Whether it asks how many of something somebody has: "how many soldiers *does* the country *have*"."""
    return question.predicate.verb is None and "have" in question.words and not DO_SUPPORT.isdisjoint(question.words)


def _names_occasion(question: Question) -> bool:
    """Whether a clause at its end tells on which occasion something was so."""
    return "there" not in question.words and any(token.word in MEANWHILE for token in question.tokens[3:-2])


def _tells_of_what_is_around(candidate: Candidate, question: Question) -> bool:
    """Whether neither what is asked for nor what was done is told: "what *weapons* did they *carry* when it fell?"."""
    verb = question.predicate.verb
    if not question.focus or verb is None:
        return False
    return {question.tokens[at].word for at in (*question.focus, verb)} <= {*candidate.unexplained}


def _asks_what_of(question: Question) -> bool:
    """Whether it asks of what somebody is something: "which country is she the head of?"."""
    is_plain = question.is_copular and not question.preposition
    return question.kind == "which" and is_plain and question.tokens[-1].word == "of"


def _is_card(candidate: Candidate) -> bool:
    """Whether it tells what somebody is, and nothing that they did."""
    return candidate.target.is_card or bool(candidate.target.kind)


def _names_several(candidate: Candidate) -> bool:
    """Whether it names more than one by name, or tells that nobody knows them."""
    target = candidate.target
    if is_plain(target):
        return True
    if target.kind or target.is_card:
        return False
    is_unknown = target.fact is not None and target.fact.certainty == "unknown"
    slots = [candidate.slot] if candidate.slot else target.slots
    return is_unknown or any(len(target.entities_in(slot)) > 1 for slot in slots)


def _lacks_slot(candidate: Candidate, question: Question) -> bool:
    """Whether a wording leads to a fact that does not tell when, why or how long, where that is asked."""
    fact, kind = candidate.target.fact, candidate.target.kind
    if is_plain(candidate.target) or question.kind == kind or question.kind not in EXACTING | {"how_long"}:
        return False
    return not any(getattr(fact, slot, None) for slot in SLOTS_OF_KIND.get(question.kind, ()))


def lacks_aspect(candidate: Candidate, question: Question) -> bool:
    """Whether a fact tells that something was so, and not that it still is."""
    if question.kind != "yes_no" or candidate.target.is_card:
        return False
    if candidate.denies:
        return "again" in question.words  # that it closed does not tell whether it has opened again
    if question.tokens[-1].word == "before" and "before" in candidate.loose:
        return True  # that they came does not tell whether they had come before
    if question.tokens[0].word in ALLOWING:
        return False  # what is forbidden is so until it is told otherwise
    return not LASTING.isdisjoint(candidate.unexplained)
