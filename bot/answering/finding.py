"""What a question leads to, by its own words or by what was said before, in the story that it is about."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from bot.answering.accepting import Acceptance
from bot.answering.analyzing import Analyzer
from bot.answering.antecedents import NOMINATIVE
from bot.answering.candidates import NEAR, SURE, Candidate
from bot.answering.causes import Causes
from bot.answering.clause import Clause
from bot.answering.conversation import Conversation
from bot.answering.describing import Descriptions
from bot.answering.followups import Followups
from bot.answering.index import Index
from bot.answering.kinds import WHOLE_STORY
from bot.answering.listing import Lists
from bot.answering.matching import Matcher
from bot.answering.pairing import tells_what_it_is
from bot.answering.question import Question
from bot.answering.roles import SAYING
from bot.answering.storychoice import Stories
from bot.answering.suggesting import MOST_SUGGESTIONS, Suggester
from bot.answering.surroundings import HERE
from bot.answering.targets import Target
from bot.answering.text import WH, Tokens
from bot.answering.wholes import Wholes

TIE, EVEN = 0.01, 0.001
"""Known wordings whose ranks differ by less fit equally well, and facts that fit by their slots."""
SURELY = 2
"""So many telling words tell that a question is another one than that of the best fact."""
UNTOLD = 0.8
"""From which score on a question is one that the story is known not to answer, whatever a fact has of its words."""
NAMED = 0.06
"""How much less of a question is explained by a fact that names who says so, where the best names nobody."""


@dataclass(slots=True)
class Finding:
    """What one question led to: the best candidate, or those that come near it."""

    question: Question | None
    candidate: Candidate | None = None
    near: tuple[Candidate, ...] = ()
    deeds: tuple[Target, ...] = ()
    """Facts that answer together."""
    choices: tuple[str, ...] = ()
    """Questions for facts that answer equally well, of which the reader has to choose."""
    tied: tuple[tuple[int, str], ...] = ()
    """The stories that answer equally well, each with a question to its fact, of which the reader has to choose."""
    elsewhere: Target | None = None
    """The fact by which another story would have answered."""
    goes_on: bool = False
    """Whether it was asked of what was told before."""

    @property
    def is_answer(self) -> bool:
        return bool(self.deeds) or (self.candidate is not None and not self.candidate.target.is_refusal)


class Finder:
    """Finds the facts that answer a question, or that come near it."""

    def __init__(
        self, index: Index, analyzer: Analyzer, matcher: Matcher, stories: Stories, suggester: Suggester
    ) -> None:
        self.acceptance = Acceptance(index)
        self.followups = Followups(index, index.language.normalizer.tokens)
        self._index = index
        self._analyzer = analyzer
        self._matcher = matcher
        self._stories = stories
        self._suggester = suggester
        self._causes = Causes(index)
        self._wholes = Wholes(index)
        self._lists = Lists(index, matcher)
        self._descriptions = Descriptions(index, analyzer, matcher, self.acceptance)

    def find(self, readings: Sequence[Sequence[Question]], conversation: Conversation) -> Finding:
        """What a question leads to, read in the light of the conversation first where it points back."""
        plain = readings[0][0]
        plain = replace(plain, kind=whole) if (whole := self._stories.whole(plain)) else plain
        if plain.kind == "summary" and not HERE.isdisjoint(plain.words) and conversation.is_alive:
            plain = replace(plain, kind="event")  # at the place that was spoken of
        if plain.kind in WHOLE_STORY:
            is_clear = self._stories.meant(plain, conversation) is not None
            every = [(number, "") for number in range(len(self._stories.titles))]
            return Finding(plain, tied=() if is_clear else tuple(every))
        if further := self._further(plain, conversation):
            return further
        if plain.kind in ("did", "event", "who", "topic") and not self.followups.must_point(plain):
            told = self._lists.deeds(plain) or self._lists.fates(plain) or self._lists.events(plain)
            deeds = self._stories.grouped(told, plain, conversation)
            if len(deeds) > 1:
                return Finding(
                    plain, tied=tuple((n, self._suggester.question_to(each[0])) for n, each in deeds.items())
                )
            if deeds:
                return Finding(plain, deeds=tuple(next(iter(deeds.values()))))
        is_all = _asks_why_all(plain, conversation)
        if is_all and (cause := self._causes.of_story(self._stories.meant(plain, conversation))):
            return Finding(plain, cause)
        if self.followups.asks_of_another(plain):
            return Finding(plain, self.followups.bound(plain, conversation))
        if not conversation.is_alive and self.followups.asks_certainty(plain):
            return Finding(plain)  # "is this confirmed?", of nothing that was told
        is_pointing = conversation.is_alive and not self._causes.is_of_all(plain)
        follow_up = self._follow_up(plain, readings, conversation) if is_pointing else None
        if follow_up:
            follow_up.goes_on = self.followups.goes_on(plain)
        if follow_up and not (follow_up.is_answer or follow_up.choices or follow_up.tied):
            return self._instead(plain, readings, conversation) or follow_up
        return follow_up or self.find_alone(plain, readings, conversation)

    def _instead(
        self, plain: Question, readings: Sequence[Sequence[Question]], conversation: Conversation
    ) -> Finding | None:
        """What a question leads to that got no answer by what was said before: "is it over?", "how many dead?"."""
        if of_all := self._about_all(plain, conversation):
            return of_all
        if plain.tokens[0].word not in WH or plain.opens_with_and or self.followups.points(plain):
            return None
        return self._surely(plain, readings, conversation)

    def _surely(
        self, plain: Question, readings: Sequence[Sequence[Question]], conversation: Conversation
    ) -> Finding | None:
        """What a question leads to by its own words, where nearly all of them are explained."""
        alone = self.find_alone(plain, readings, conversation)
        return alone if alone.candidate and alone.is_answer and alone.candidate.score >= SURE else None

    def _follow_up(
        self, plain: Question, readings: Sequence[Sequence[Question]], conversation: Conversation
    ) -> Finding | None:
        """What a question leads to that points back to what was said before; None where it stands on its own."""
        if any(question.is_joined for wordings in readings for question in wordings):
            return None
        if named := self.followups.antecedents.just_named(plain, conversation):
            return self._read_alone(named, conversation)
        if _asks_all_said(plain) and (said := self._resolved(plain, conversation)):
            return said
        if bound := self.followups.bound(plain, conversation):
            return Finding(replace(conversation.question or plain, kind=self.followups.kind(plain), focus=()), bound)
        if self.followups.doubts_refusal(plain, conversation):
            shown = conversation.shown
            return Finding(plain, near=(Candidate(shown, None, NEAR),) if shown else ())
        if self.followups.asks_in_vain(plain, conversation):
            return Finding(plain)
        if plain.kind == "topic" and conversation.question and conversation.question.kind == "event":
            told = self._lists.events(replace(plain, kind="event"))  # "what happened on Monday? And on Tuesday?"
            if deeds := self._stories.grouped(told, plain, conversation):
                return Finding(replace(plain, kind="event"), deeds=tuple(next(iter(deeds.values()))))
        near: list[Candidate] = []
        in_sight = self._stories.in_sight(plain, conversation)
        followups = self.followups.readings(plain, conversation)
        must_point = self.followups.must_point(plain)
        for filled in followups:
            holds = partial(self.followups.holds, plain, filled, conversation)
            found = self._matcher.winners(filled, holds, in_sight)
            enough = [candidate for candidate in found if self.acceptance.is_enough(candidate, filled)]
            if plain.is_pairing and (meant := self.followups.antecedents.entities(plain, conversation)):
                enough = [candidate for candidate in enough if tells_what_it_is(candidate.target, meant)]
            if conversation.story is None and (tied := self._tied(plain, [(each, filled) for each in enough])):
                return tied
            if enough:
                best = max(enough, key=lambda candidate: candidate.target is conversation.target)
                # "And the sites went down when?" asks no more than it says itself.
                alone = (
                    None if must_point or not best.target.is_refusal else self._surely(plain, readings, conversation)
                )
                return alone or Finding(filled, best)
            near = near or [candidate for candidate in found if candidate.score >= NEAR]
        stands_alone = self._stories.turns_away(plain, conversation) or self._causes.of_all(
            plain, self._stories.meant(plain, conversation)
        )
        if not followups or not must_point or stands_alone:
            return None
        return self._resolved(plain, conversation) or Finding(followups[0], near=tuple(near))

    def _resolved(self, plain: Question, conversation: Conversation) -> Finding | None:
        """What a whole sentence leads to with its pronouns replaced by what they stand for."""
        # "Is *he* still president", but not "was he there".
        is_said = bool(plain.content) and not plain.asks_if_from
        is_state = plain.is_verbless and is_said and plain.tokens[1].word in NOMINATIVE
        is_whole = plain.is_pairing or is_state or _asks_all_said(plain)
        if self.followups.is_elliptical(plain) and not is_whole:
            return None
        for tokens in self.followups.antecedents.resolved(plain, conversation):
            finding = self._read_alone(tokens, conversation)
            if finding.is_answer:
                return finding
        return None

    def _read_alone(self, tokens: Tokens, conversation: Conversation) -> Finding:
        """What a question leads to by its own words, once its pronouns are replaced."""
        readings = self._analyzer.readings([Clause(tokens, True, False, True)])
        return self.find_alone(readings[0][0], readings, conversation)

    def _further(self, plain: Question, conversation: Conversation) -> Finding | None:
        """What somebody did who was spoken of, or besides what was told: "what (else) did she do?"."""
        if plain.kind != "did" or plain.predicate.is_passive or not conversation.is_alive:
            return None
        if plain.content and not plain.asks_more:
            return None
        meant = self.followups.antecedents.people(plain, conversation)
        named = self._index.finder.named(plain.tokens) if plain.asks_more else ()
        deeds = self._lists.further(meant or {key for key, at in named if at[-1] in plain.predicate.subject})
        if not plain.asks_more:
            return Finding(plain, deeds=tuple(deeds)) if len(deeds) > 1 else None
        untold = [deed for deed in deeds if (deed.story, deed.id) not in conversation.told]
        if deeds and not untold:
            return Finding(plain, near=(Candidate(deeds[-1], None, NEAR),))  # all was told
        return Finding(plain, deeds=tuple(untold)) if deeds else None

    def further(self, conversation: Conversation) -> Finding | None:
        """What those did besides what was told of whose deeds were asked last: "what did she do? *What else?*"."""
        asked = conversation.question
        found = self._further(replace(asked, asks_more=True), conversation) if asked else None
        return found if found and found.deeds else None

    def find_alone(
        self, plain: Question, readings: Sequence[Sequence[Question]], conversation: Conversation
    ) -> Finding:
        """What a question leads to by its own words."""
        if not conversation.is_alive and (all_ := self._about_all(plain, conversation)):
            return all_
        near: list[Candidate] = []
        allowed = self._stories.allowed(plain, conversation)
        card = self._descriptions.told(plain)
        if card and (allowed is None or card.target.story in allowed):
            return Finding(plain, card)
        first: Finding | None = None
        for wordings in readings:
            found = _surer_first(self.candidates(wordings, allowed))
            if conversation.story is not None:
                found = self._stories.own_first(found, conversation, self.acceptance.is_enough)
            elif tied := self._tied(plain, found):
                return tied
            if len(told := self._statements(found)) > 1:
                return Finding(plain, deeds=told)
            if choices := self._choices(found):
                return Finding(plain, choices=choices)
            if self.acceptance.settles(found):
                answer = Finding(found[0][1], found[0][0])
                if wordings is readings[-1] or not _is_open(found):
                    return answer
                first = first or answer  # "on the square, still people there?": the rest tells which is meant
                continue
            near = near or [candidate for candidate, _question in found if candidate.score >= NEAR]
        if first:
            return first
        if cause := self._causes.of_all(plain, self._stories.meant(plain, conversation)):
            return Finding(replace(plain, kind="why", focus=()), cause)
        if conversation.is_alive and (all_ := self._about_all(plain, conversation)):
            return all_
        other = self._elsewhere(readings[0], allowed) if allowed and not conversation.is_bound else None
        return Finding(plain, near=tuple(near), elsewhere=other)

    def _about_all(self, plain: Question, conversation: Conversation) -> Finding | None:
        """What "is it over?" leads to where nothing was spoken of."""
        question = self._wholes.reading(plain, self._stories.meant(plain, conversation))
        if question is None:
            return None
        found = self._matcher.winners(question, self._wholes.tells, None)
        best = next((each for each in found if self.acceptance.is_enough(each, question)), None)
        return Finding(question, best) if best else None

    def _tied(self, plain: Question, found: Sequence[tuple[Candidate, Question]]) -> Finding | None:
        """The stories of which the reader has to choose; None where one of them answers better, or alone."""
        if not (tied := self._stories.tied(found, self.acceptance.is_enough)):
            return None
        asked = tuple((candidate.target.story, self._suggester.question_to(candidate.target)) for candidate in tied)
        return Finding(plain, tied=asked)

    def _elsewhere(self, wordings: Sequence[Question], own: Container[int]) -> Target | None:
        """The fact by which another story answers a question that did not ask for it."""
        others = (pair for pair in self.candidates(wordings) if pair[0].target.story not in own)
        found = next(
            (candidate for candidate, question in others if self.acceptance.is_enough(candidate, question)), None
        )
        return found.target if found and found.target.fact else None

    def candidates(
        self, wordings: Sequence[Question], stories: frozenset[int] | None = None
    ) -> list[tuple[Candidate, Question]]:
        """What fits the wordings best in these stories, or in all."""
        found = [
            (candidate, question)
            for question in wordings
            for candidate in self._matcher.winners(question, self.acceptance.accepts(question), stories)
        ]
        if len(wordings) == 1:
            return found
        found.sort(key=lambda pair: pair[0].rank, reverse=True)
        if all(question.is_whole for question in wordings):
            return found
        # Of "is it A or B?" the side that the story tells is the answer, whatever it does not tell of the other.
        return sorted(found, key=lambda pair: bool(pair[0].target.not_reported) or not self.acceptance.is_enough(*pair))

    def _statements(self, found: Sequence[tuple[Candidate, Question]]) -> tuple[Target, ...]:
        """What somebody said, where the question asks for no more than that and it was said on several occasions."""
        if not found or found[0][1].kind != "what" or found[0][1].verb_stem not in SAYING:
            return ()
        best = found[0][0]
        even = (
            c.target for c, question in found if best.rank - c.rank < EVEN and self.acceptance.is_enough(c, question)
        )
        told = (target for target in even if target.is_statement and not target.kind)
        return tuple(target for target in told if target.entities_in("who") == best.target.entities_in("who"))

    def _is_of_places(self, candidate: Candidate) -> bool:
        """Whether it answers with nothing but places to which something was done, as nobody is."""
        entries = candidate.target.slots[candidate.slot] if candidate.slot in ("what", "to_whom") else ()
        entities = [self._index.entities[entry.entity] for entry in entries if entry.entity]
        return len(entities) == len(entries) > 0 and all(entity.kind == "place" for entity in entities)

    def _choices(self, found: Sequence[tuple[Candidate, Question]]) -> tuple[str, ...]:
        """Questions for the facts that answer differently and fit equally well; none where one fits best."""
        if len(found) < 2 or found[0][0].rank - found[1][0].rank >= TIE:
            return ()
        best = found[0][0]
        if best.target.is_refusal or (best.target.kind and best.score >= SURE):
            return ()
        near = [(c, question) for c, question in found if best.rank - c.rank < TIE and not c.target.is_refusal]
        equal = [c for c, question in near if self.acceptance.is_enough(c, question)]
        if best.target.kind:
            choices = [c.target for c in equal if c.target.kind]
        else:
            # "Who fired?" says no more than one word, which may mean more than one thing.
            near_enough = TIE if self.followups.is_deed_alone(found[0][1]) else EVEN
            even = [c for c in equal if not c.target.kind and c.slot == best.slot and best.rank - c.rank < near_enough]
            even = [c for c in even if c.does] or even
            if found[0][1].kind == "who":
                even = [c for c in even if not self._is_of_places(c)]
            if all(_tells_more(best, c) for c in even if c is not best):
                return ()
            choices = list(_apart({answers_of(c): c.target for c in even if c.slot}).values())
        asked = dict.fromkeys(self._suggester.question_to(target) for target in choices)
        return tuple(asked)[:MOST_SUGGESTIONS] if len(asked) > 1 and "" not in asked else ()


def _apart(choices: Mapping[tuple[str, ...], Target]) -> dict[tuple[str, ...], Target]:
    """The choices by their answers, without those that only answer with some of what another does."""
    return {own: target for own, target in choices.items() if not any(set(own) < set(others) for others in choices)}


def answers_of(candidate: Candidate) -> tuple[str, ...]:
    """What a candidate answers with."""
    entries = candidate.target.slots.get(candidate.slot or "", [])
    return tuple(entry.entity or entry.text for entry in entries)


def _tells_more(candidate: Candidate, other: Candidate) -> bool:
    """Whether it tells several things that somebody did or made, and the other one of these."""
    doers = [[entry.text for entry in each.target.slots.get("who", ())] for each in (candidate, other)]
    return candidate.slot == "what" and doers[0] == doers[1] and len(answers_of(candidate)) > len(answers_of(other))


def _asks_why_all(plain: Question, conversation: Conversation) -> bool:
    """Whether it is a mere "why?" after the story as a whole, or all that happened somewhere, was told."""
    if plain.kind != "why" or plain.content or plain.refers or conversation.target or conversation.is_refused:
        return False
    if conversation.question is None:
        return conversation.story is not None
    return conversation.question.kind == "event"


def _asks_all_said(question: Question) -> bool:
    """Whether it asks what somebody said, who was spoken of, whatever it was: "what did *she* say?"."""
    is_open = question.kind == "what" and question.verb_stem in SAYING and not question.asks_more
    return is_open and not NOMINATIVE.isdisjoint(question.words)


def _is_open(found: Sequence[tuple[Candidate, Question]]) -> bool:
    """Whether a mere mention fits two facts alike."""
    (best, question), *others = found
    return question.kind == "topic" and bool(others) and best.rank - others[0][0].rank < TIE


def _surer_first(found: list[tuple[Candidate, Question]]) -> list[tuple[Candidate, Question]]:
    """The candidates, with one first that has every word where the best fact has less: what is denied or untold."""
    if not found or found[0][0].target.is_refusal or found[0][0].target.kind:
        return found
    best, question = found[0]
    if question.kind == "attribution" and best.slot is None:  # what nobody in the story is named for saying
        said = next((pair for pair in found if pair[0].slot and best.score - pair[0].score < NAMED), found[0])
        return [said, *(pair for pair in found if pair is not said)]
    is_told = best.own == best.telling and (best.does or question.kind != "yes_no")
    surer = [] if is_told else [pair for pair in found[1:] if _is_surer(pair[0], best, question)]
    return [*surer[:1], *(pair for pair in found if pair not in surer[:1])]


def _is_surer(candidate: Candidate, best: Candidate, question: Question) -> bool:
    """Whether it is a known question that the story does not answer, or a fact denies what is asked, in every word."""
    if candidate.telling < SURELY or candidate.unexplained:
        return False
    if candidate.denies and question.kind == "yes_no":
        return best.own < best.telling == candidate.own
    return bool(candidate.target.not_reported) and candidate.score >= max(UNTOLD, best.score - TIE)
