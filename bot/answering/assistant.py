"""Text in, reply out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from bot.answering.analyzing import Analyzer
from bot.answering.answerslots import source_slot
from bot.answering.browsing import Browser
from bot.answering.candidates import NEAR, Candidate
from bot.answering.citing import ARTICLE, publishers
from bot.answering.composing import MOST_DEEDS, Composer
from bot.answering.conversation import Conversation
from bot.answering.country import only_country, with_country, without_pronoun
from bot.answering.explaining import Explainer, Study
from bot.answering.finding import Finder, Finding
from bot.answering.grammar import FINITE
from bot.answering.index import Index
from bot.answering.kinds import WHOLE_STORY
from bot.answering.matching import Matcher
from bot.answering.memory import Memory
from bot.answering.message import MOST_QUESTIONS, Segmenter
from bot.answering.news import News
from bot.answering.premises import Premises
from bot.answering.question import Question
from bot.answering.reply import Reply
from bot.answering.spelling import Speller
from bot.answering.storychoice import Stories
from bot.answering.suggesting import MOST_SUGGESTIONS, Suggester
from bot.answering.surroundings import HERE
from bot.answering.targets import Target
from bot.answering.text import WH

if TYPE_CHECKING:
    from bot.knowledge.model import StoryFile
    from bot.knowledge.voice import VoiceFile

MORE = "more"
"""The kind of small talk that asks for more of the story."""
FRESHNESS, SOURCES = "freshness", "sources"
"""The kinds that ask how fresh it is, and whom it comes from."""
LONGEST_CHOICE, MOST_CHOICES = 100, 8
"""A longer question is not repeated on a button, and so many stories are offered where several answer."""
NO_QUESTION = Question("topic", (), ())
LONGEST_SMALL_TALK = 60
"""How many characters a greeting or thanks has at most."""


class Assistant:
    """Answers questions from some knowledge. It keeps nothing between calls but what a Conversation remembers."""

    def __init__(self, index: Index, analyzer: Analyzer, speller: Speller, voice: VoiceFile) -> None:
        self.voice = voice
        self._index = index
        self._analyzer = analyzer
        self._speller = speller
        self._language = index.language
        self._segmenter = Segmenter(index.language, speller.tokens)
        self._publishers = publishers(index.stories)
        self._country = only_country(index.entities.values())
        self._matcher = Matcher(index, analyzer.parts_of_speech)
        self._stories = Stories(index, self._matcher)
        self._premises = Premises(index, self._matcher)
        self._composer = Composer(self._index, voice)
        self.browser = Browser(index, self._composer, voice)
        self.news = News(index, self._composer, voice)
        self._suggester = Suggester(index)
        self._finder = Finder(index, analyzer, self._matcher, self._stories, self._suggester)
        self._explainer = Explainer(self._index, self._matcher, self._finder.acceptance)
        self.memory = Memory(index)

    @property
    def stories(self) -> tuple[StoryFile, ...]:
        """The stories that it answers from."""
        return self._index.stories

    def greeting(self) -> Reply:
        """The first words to a reader."""
        return self._opening("greeting")

    def help(self) -> Reply:
        """What a reader can ask."""
        return self._opening("capabilities")

    def _opening(self, kind: str) -> Reply:
        return self._suggesting(self._composer.small_talk(kind), self._openings())

    def _openings(self) -> tuple[str, ...]:
        """Questions to begin with, of one story after the other, each so worded that it leads there."""
        if not self._stories.are_many:
            return self._suggester.questions((), ())
        rounds = zip_longest(*(self._suggester.questions((), (), number) for number in range(len(self.stories))))
        asked = [(number, question) for each in rounds for number, question in enumerate(each) if question]
        return tuple(self._leading(number, question) for number, question in asked[:MOST_SUGGESTIONS])

    def _leading(self, story: int, question: str) -> str:
        """A question that leads to a story by itself, or with the title before it."""
        found = [self._finder.find(readings, Conversation()).candidate for readings in self._read(question)]
        is_clear = any(candidate and candidate.target.story == story for candidate in found)
        return question if is_clear else self._stories.for_story(story, question)

    def choose(self, story_id: str, conversation: Conversation) -> Reply | None:
        """The story in its main facts, which the conversation is about from now on; None where there is no such one."""
        number = self._stories.number(story_id)
        if number is None:
            return None
        conversation.turn_to(number)
        return self._whole("summary", number, conversation)

    def ask(self, text: str, conversation: Conversation | None = None) -> Reply:
        """The reply to a reader's message; what was said is kept in `conversation`."""
        conversation = Conversation() if conversation is None else conversation
        conversation.turn += 1
        if len(text) <= LONGEST_SMALL_TALK and (kind := self._language.small_talk_kind(self._speller.tokens(text))):
            if kind in (FRESHNESS, SOURCES):
                return self._composer.origin(self._stories.at_hand(conversation), asks_when=kind == FRESHNESS)
            return self._more(conversation) if kind == MORE else self._composer.small_talk(kind)
        if addressed := self._addressed(text, conversation):
            story, text = addressed
            pending = conversation.question if conversation.target is None else None
            conversation.turn_to(story)
            if not text:
                return self._turned(story, pending, conversation)
        asked = self._read(text)
        plain = asked[0][0][0] if asked else None
        points = plain is not None and (plain.refers or plain.tokens[-1].word in HERE)
        names_noted = plain is not None and points and self._note_names(text, plain, conversation)
        findings = self._found(asked, conversation)
        if names_noted and not findings[0].is_answer:
            # "I have family there. Did they restore it?" points at none of those names.
            alone = self._finder.find_alone(asked[0][0][0], asked[0], conversation)
            findings[0] = alone if alone.is_answer else findings[0]
        if not any(finding.is_answer for finding in findings) and (respelt := self._speller.reconsidered(text)):
            meant = self._found(self._read(respelt), conversation)
            findings = meant if any(finding.is_answer for finding in meant) else findings
        if len(findings) > 1 and any(self._asks_in_full(each) and not each.is_answer for each in findings):
            # "Fuel prices, right?? How much is a litre now?" only names first what the question is about.
            findings = list(filter(self._asks_in_full, findings))
        answers = [finding for finding in findings if finding.is_answer]
        chosen = self._chosen(answers or findings)
        if len(findings) == 1 and findings[0].tied:
            return self._which_story(findings[0], text, conversation)
        replies = [self._reply(finding, conversation) for finding in chosen]
        replies += self._unanswered(findings) if 0 < len(answers) < len(findings) else []
        if not replies:
            return self._composer.off_topic()
        return replies[0] if len(replies) == 1 else combined(replies)

    def _found(self, asked: Sequence[Sequence[Sequence[Question]]], conversation: Conversation) -> list[Finding]:
        """What the questions of a message lead to."""
        findings: list[Finding] = []
        for readings in asked:
            findings.append(self._find_next(readings, findings, conversation))
        return findings

    def _addressed(self, text: str, conversation: Conversation) -> tuple[int, str] | None:
        """The story that a message chooses, and what it asks of it; None where it chooses none."""
        choice, conversation.choice = conversation.choice, ()
        addressed = self._stories.addressed(text)
        if addressed or not choice or not (read := self._read(text)):
            return addressed
        picked = self._stories.picked(read[0][0][0], choice)
        return None if picked is None else (picked, "")

    def _turned(self, story: int, pending: Question | None, conversation: Conversation) -> Reply:
        """What a story says to the question that was left open, or as a whole."""
        finding = self._finder.find([[pending]], conversation) if pending and pending.tokens else None
        if finding is None or not finding.is_answer:
            return self._whole("summary", story, conversation)
        return self._reply(finding, conversation)

    def _whole(self, kind: str, number: int, conversation: Conversation) -> Reply:
        """A story in its main facts, or day by day."""
        conversation.story, story = number, self.stories[number]
        if kind == "timeline":
            return self._composer.timeline(story)
        return self._composer.whole(story)

    def _which_story(self, finding: Finding, text: str, conversation: Conversation) -> Reply:
        """Asks which story is meant, and lets the reader ask the same question of each."""
        if finding.question is not None:
            conversation.remember(finding.question, None, ())
        tied = finding.tied[:MOST_CHOICES]
        conversation.choice = tuple(number for number, _question in tied)
        own = text if len(text) <= LONGEST_CHOICE else ""
        choices = [self._stories.for_story(number, own or question) for number, question in tied]
        titles = [self._stories.titles[number] for number, _question in tied]
        return self._composer.clarify(tuple(choices), titles)

    def tell(self, reference: str, conversation: Conversation | None = None) -> Reply | None:
        """The fact or card of this reference; None where the stories have it no more."""
        target = self._index.referred(reference)
        if target is None or target.withdrawn:
            return self._withdrawn(target) if target else None
        conversation = Conversation() if conversation is None else conversation
        self._show(target, NO_QUESTION, conversation)
        return self._suggesting(self._composer.told(target), self._suggester.questions([target], conversation.told))

    def source(self, reference: str) -> Reply | None:
        """All that a fact cites; None as for `tell`."""
        target = self._index.referred(reference)
        if target is None or target.withdrawn:
            return self._withdrawn(target) if target else None
        return self._composer.source(target)

    def who_says(self, reference: str) -> Reply | None:
        """Who says what a fact tells; None as for `tell`."""
        target = self._index.referred(reference)
        if target is None or target.withdrawn:
            return self._withdrawn(target) if target else None
        slot = source_slot(target)
        return self._composer.answer(Question("attribution", (), ()), Candidate(target, slot, 1.0))

    def search(self, text: str, most: int) -> list[Reply]:
        """Replies to one question by the facts that fit it, the best first."""
        readings = self._read(text)
        if not readings:
            return []
        wordings = readings[0][0]
        found = self._finder.candidates(wordings)
        replies: dict[str, Reply] = {}
        for candidate, question in found:
            if candidate.score >= NEAR and candidate.target.fact and candidate.target.not_reported is None:
                reply = self._composer.answer(question, candidate)
                replies.setdefault(reply.fact, reply)
        return list(replies.values())[:most]

    def _withdrawn(self, target: Target) -> Reply:
        return self._composer.not_said(self._suggester.nearest(target), says=self._composer.withdrawn(target))

    def _show(self, target: Target, question: Question, conversation: Conversation) -> None:
        conversation.turn += 1
        conversation.remember(question, target, target.spoken_of)
        conversation.shown = target

    def _find_next(
        self, readings: Sequence[Sequence[Question]], before: Sequence[Finding], conversation: Conversation
    ) -> Finding:
        """What one of several questions of a message leads to, which may point at the one before it."""
        if not before:
            return self._finder.find(readings, conversation)
        self._note(before[-1], conversation)
        finding, plain = self._finder.find(readings, conversation), readings[0][0]
        telling = [place for place in plain.content if plain.tokens[place].stem not in self._language.light]
        # After an answer, a question with one telling word goes on about that.
        needed = 2 if before[-1].is_answer else 1
        if finding.is_answer or len(telling) < needed:
            return finding
        return self._finder.find_alone(plain, readings, conversation)

    def _note_names(self, text: str, question: Question, conversation: Conversation) -> bool:
        """Lets the pronouns of a question stand for what its message names before: "I read of X. Who is he?".

        Tells whether there is any such name.
        """
        tokens = self._speller.tokens(text)
        if tokens == question.tokens:
            return False
        named = self._index.finder.named(tokens)
        own = self._named(question)
        if told := [key for key, _positions in named if key not in own]:
            conversation.remember(conversation.question or NO_QUESTION, conversation.target, told[::-1])
        return bool(told)

    def _note(self, finding: Finding, conversation: Conversation) -> None:
        """Lets the next question of the same message point at this one and its answer."""
        if finding.question is not None:
            target = self._index.told_by(finding.candidate.target) if finding.candidate else None
            spoken_of = self._spoken_of(finding.question, target) if target else self._named(finding.question)
            conversation.remember(finding.question, target, spoken_of)

    def _more(self, conversation: Conversation) -> Reply:
        """What the reader has not been told yet, the nearest to the last answer first."""
        if further := self._finder.further(conversation):
            return self._reply(further, conversation)
        story = conversation.story or 0
        target = conversation.target if conversation.is_alive else None
        target = target if target and target.story == story else None
        untold = self._suggester.untold(target, conversation.told, story)
        if untold is None:
            return self._composer.not_said([])
        fact = self._index.fact(story, untold)
        conversation.remember(conversation.question or NO_QUESTION, fact, fact.spoken_of)
        conversation.shown = fact
        return self._suggesting(self._composer.deeds([fact]), self._suggester.questions([fact], conversation.told))

    def _suggesting(self, reply: Reply, suggestions: tuple[str, ...]) -> Reply:
        return replace(reply, suggestions=suggestions, lead=self.voice.next if suggestions else "")

    def explain(self, text: str, conversation: Conversation | None = None) -> str:
        """Why the message gets the reply that it gets, line by line, for an editor."""
        lines: list[str] = []
        for readings in self._read(text):
            plain = readings[0][0]
            followups = self._finder.followups.readings(plain, conversation) if conversation else []
            for question in [*followups, *(question for wordings in readings for question in wordings)]:
                lines += self._explainer.explain(question)
        return "\n".join(lines or ["no question in it"])

    def shortfall(self, text: str, fact: str) -> list[str]:
        """What kept a fact, by its id, from answering the message: a line or two on each of its questions."""
        return [line for wordings, *_ in self._read(text) for line in self._explainer.shortfall(wordings[0], fact)]

    def study(self, text: str) -> Study | None:
        """What a message is about that got no answer, by its last question; None where it asks nothing."""
        readings = self._read(text)
        return self._explainer.study(readings[-1][0][0]) if readings else None

    def _read(self, text: str) -> list[list[list[Question]]]:
        """Of each question of the message its readings, narrow and wide, each in one or more wordings."""
        text = self._publishers.sub(ARTICLE, text)  # what they say is what it says
        text = with_country(without_pronoun(text), self._country)
        sentences = self._segmenter.asking_sentences(text)
        readings = [self._analyzer.readings(clauses) for clauses in sentences]
        telling = [reading for reading in readings if any(self._tells(q) for wordings in reading for q in wordings)]
        if telling or not readings:
            return telling or readings
        last = readings[-1][0][0]
        if last.kind in WHOLE_STORY:
            return readings[-1:]  # whatever stands before "what happened?"
        points = (last.is_bare and last.refers) or last.tokens[-1].word in HERE
        if points and self._index.finder.named(self._speller.tokens(text)):
            return readings[-1:]
        whole = self._segmenter.merged(text)
        if len(sentences[-1][0].tokens) >= len(whole.tokens):
            return readings
        # "What started it?" may ask for the cause of all, whatever stands before it.
        alone = readings[-1] if last.kind == "why" else []
        return [[*alone, *self._analyzer.readings([whole])]]

    def is_telling(self, text: str) -> bool:
        """Whether a message has a word that says what it is about."""
        return any(self._tells(question) for readings in self._read(text) for question in readings[0])

    def _tells(self, question: Question) -> bool:
        """Whether the question has a word that says what it is about."""
        return any(question.tokens[p].stem not in self._language.light for p in question.content)

    def _asks_in_full(self, finding: Finding) -> bool:
        """Whether it is a question of its own, rather than a mention of something."""
        question = finding.question
        return question is not None and question.kind != "topic" and self._tells(question)

    def _chosen(self, findings: Sequence[Finding]) -> Sequence[Finding]:
        """At most three answers in the order of the questions, none twice; without any, the last refusal."""
        if len(findings) == 1:
            return findings
        seen: set[tuple[int, str, str | None]] = set()
        chosen = []
        for finding in findings:
            candidate = finding.candidate
            target = candidate.target if candidate and finding.is_answer else None
            key = (target.story, target.id, candidate.slot) if target and candidate else (0, "", None)
            if not key[1] or key not in seen:
                chosen.append(finding)
            seen.add(key)
        answers = [finding for finding in chosen if finding.is_answer]
        return answers[:MOST_QUESTIONS] if answers else chosen[-1:]

    def _unanswered(self, findings: Sequence[Finding]) -> list[Reply]:
        """What to say of the questions that get no answer, in a message of which others do."""
        vain = [each for each in findings if not (each.is_answer or each.choices) and self._is_worded_as_question(each)]
        gaps = [each.candidate.target.not_reported for each in vain if each.candidate]
        said = [gap.says for gap in gaps if gap] + [self.voice.rest_not_said for each in vain if not each.candidate]
        return [Reply("not_in_source", statement=text) for text in dict.fromkeys(said)]

    def _is_worded_as_question(self, finding: Finding) -> bool:
        """Whether it begins like a question, and is about the story: no "what a mess", nothing of the reader's day."""
        question = finding.question
        if question is None or not self._asks_in_full(finding) or not self._finder.acceptance.is_topical(question):
            return False
        return question.tokens[0].word in WH | FINITE

    def _reply(self, finding: Finding, conversation: Conversation) -> Reply:
        question, candidate = finding.question, finding.candidate
        if question is not None and question.kind in ("summary", "timeline"):
            return self._whole(question.kind, self._stories.meant(question, conversation) or 0, conversation)
        if finding.tied:
            return self._which_story(finding, "", conversation)
        if question is not None and finding.choices:
            conversation.remember(question, None, self._named(question))
            return self._composer.clarify(finding.choices)
        if question is not None and finding.deeds:
            spoken_of = [key for fact in finding.deeds for key in fact.spoken_of]
            alone = finding.deeds[0] if len(finding.deeds) == 1 else None
            conversation.remember(question, alone, [*self._named(question), *spoken_of])
            conversation.shown, conversation.listed = alone, finding.deeds
            for fact in finding.deeds[:MOST_DEEDS]:
                conversation.tell(fact)
            return self._composer.deeds(finding.deeds)
        if question is not None and candidate is None:
            conversation.refuse(question, self._named(question), goes_on=finding.goes_on)
        if question is None or candidate is None:
            followups = self._finder.followups
            asks_source = question is not None and followups.asks_source(question)
            is_bare = question is not None and (not self._tells(question) or followups.asks_certainty(question))
            if asks_source and is_bare and conversation.shown is None:
                # "Is this true?", "source?", before anything was told.
                return self._composer.origin(self._stories.at_hand(conversation), asks_when=False)
            if instead := self._instead(question, conversation) if question else None:
                conversation.shown = instead
                suggestions = self._suggester.questions([instead], conversation.told)
                return self._composer.not_said([instead], says=self.voice.not_so, suggestions=suggestions)
            near = list(dict.fromkeys(self._index.told_by(near.target) for near in finding.near if near.target.fact))
            conversation.shown = next(iter(near), None)
            suggestions = self._next(near, finding, conversation)
            if finding.near or (question is not None and self._finder.acceptance.is_topical(question)):
                return self._composer.not_said(near, suggestions=suggestions)
            return self._suggesting(self._composer.off_topic(), suggestions)
        target = self._index.told_by(candidate.target)
        spoken_of = self._spoken_of(question, target)
        conversation.remember(question, target, spoken_of, candidate.slot, goes_on=finding.goes_on)
        conversation.shown = target
        if not target.is_refusal:
            suggestions = self._suggester.questions([target], conversation.told)
            return self._composer.answer(question, candidate, suggestions=suggestions)
        gap = target.not_reported
        near = [self._index.fact(target.story, id_) for id_ in gap.near] if gap else self._suggester.nearest(target)
        conversation.shown = next(iter(near), None)
        suggestions = self._suggester.questions(near, conversation.told)
        says = gap.says if gap else self._composer.withdrawn(target)
        return self._composer.not_said(near, says=says, suggestions=suggestions)

    def _named(self, question: Question) -> list[str]:
        return [key for key, _positions in self._index.finder.named(question.tokens)]

    def _spoken_of(self, question: Question, target: Target) -> list[str]:
        """The entities of the question, then those of the answer."""
        named = self._stories.of_story(self._named(question), target.story)
        return list(dict.fromkeys([*named, *target.spoken_of]))

    def _instead(self, question: Question, conversation: Conversation) -> Target | None:
        """What the story says instead of what a question takes for granted."""
        instead = self._premises.contradicted(question)
        allowed = self._stories.allowed(question, conversation)
        return instead if instead and (allowed is None or instead.story in allowed) else None

    def _next(self, near: Sequence[Target], finding: Finding, conversation: Conversation) -> tuple[str, ...]:
        """What to ask after a refusal: another story that would have answered comes first."""
        if not near and conversation.story is None:
            return self._openings()
        suggestions = self._suggester.questions(near, conversation.told, conversation.story or 0)
        other = finding.elsewhere
        if other is None or not (question := self._suggester.question_to(other)):
            return suggestions
        return (self._stories.for_story(other.story, question), *suggestions)[:MOST_SUGGESTIONS]


def combined(replies: Sequence[Reply]) -> Reply:
    """One reply to a message that asks several questions."""
    suggesting = next((reply for reply in reversed(replies) if reply.suggestions), replies[-1])
    return Reply(
        outcome=replies[0].outcome,
        answer=replies[0].answer,
        citations=tuple(citation for reply in replies for citation in reply.citations),
        confidence=min([reply.confidence for reply in replies if not reply.is_in_vain], default=0.0),
        suggestions=suggesting.suggestions,
        lead=suggesting.lead,
        as_of=" ".join(dict.fromkeys(reply.as_of for reply in replies if reply.as_of)),
        dates=replies[0].dates,
        parts=tuple(replies),
    )
