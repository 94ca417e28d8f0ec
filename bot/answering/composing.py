"""Replies from what was found: the answer first, then the whole statement, who says so, and the source."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answering.affirming import Affirmer
from bot.answering.candidates import Candidate
from bot.answering.index import Index
from bot.answering.question import Question
from bot.answering.reply import Citation, Dates, Reply
from bot.answering.targets import Entry, Target, entity_key
from bot.answering.text import sentence_start
from bot.memo import Memo

if TYPE_CHECKING:
    from bot.knowledge.model import Change, Cite, Fact, StoryFile
    from bot.knowledge.voice import VoiceFile

PARTS = ("s", "number", "half", "third", "quarter", "fifth", "tenth", "majority", "handful", "couple")
"""How a count ends that has "of" behind it: "dozens of troops", "a third of the voters"."""
MOST_NEAR = 2
MOST_DEEDS = 4
SUMMED_UP = 5
"""How many facts sum up a story whose editor chose none."""
MOST_TITLES = 5
"""Stories that are named where the bot says what it knows."""
REMEMBERED = 1024
"""Facts whose citations are kept at hand."""
SMALL_TALK = {
    **{kind: kind for kind in ("greeting", "thanks", "farewell", "how_are_you", "who_are_you", "capabilities")},
    **{"yes": "agreed", "no": "declined"},
}
"""Kinds of small talk, and which text answers them; the rest is off topic."""


class Composer:
    """Turns findings into replies, with the words of the knowledge and a few fixed ones."""

    def __init__(self, index: Index, voice: VoiceFile) -> None:
        self._index = index
        self._voice = voice
        self._known, self._known_day = known_stories(index.stories, voice)
        self._affirmer = Affirmer(index)
        self._as_of = [voice.as_of.format(day=written_day(story.story.as_of, voice)) for story in index.stories]
        self._dates = [Dates(story.story.as_of, story.story.review_by) for story in index.stories]
        self._citations = Memo(self._citations_of, REMEMBERED)

    def answer(self, question: Question, candidate: Candidate, *, suggestions: tuple[str, ...] = ()) -> Reply:
        """The reply that a fact gives to a question, with what to ask next."""
        target = candidate.target
        fact = _fact(target)
        return Reply(
            outcome="answered",
            answer=sentence_start(self._lead(question, candidate, fact)),
            statement=fact.says,
            correction=self._correction(fact),
            attribution=self._attribution(target, fact),
            citations=self._citations[target],
            confidence=min(1.0, candidate.score),
            suggestions=suggestions,
            lead=self._voice.next if suggestions else "",
            slot=candidate.slot or "",
            fact=self._index.reference(target),
            as_of=self._as_of[target.story],
            dates=self._dates[target.story],
        )

    def told(self, target: Target) -> Reply:
        """A fact by itself, as an answer to no question."""
        fact = _fact(target)
        return Reply(
            outcome="answered",
            statement=fact.says,
            correction=self._correction(fact),
            attribution=self._attribution(target, fact),
            citations=self._citations[target],
            confidence=1.0,
            as_of=self._as_of[target.story],
            dates=self._dates[target.story],
            fact=self._index.reference(target),
        )

    def source(self, target: Target) -> Reply:
        """All that a fact cites, each with the title of the piece and its own words."""
        cited = (replace(cite, place=self._whole_place(cite)) for cite in self._citations[target])
        return Reply(
            outcome="answered",
            correction=self._correction(_fact(target)),
            citations=tuple(cited),
            confidence=1.0,
            fact=self._index.reference(target),
            dates=self._dates[target.story],
        )

    def not_said(self, near: Sequence[Target], *, says: str = "", suggestions: tuple[str, ...] = ()) -> Reply:
        """A refusal that names what the story says nearest to the question."""
        facts = [target for target in near if target.fact is not None][:MOST_NEAR]
        statements = [self._voice.nearest.format(statement=self.listed(_fact(target))) for target in facts[:1]]
        return Reply(
            outcome="not_in_source",
            statement="\n".join([says or self._voice.not_said, *statements]),
            citations=self._citations[facts[0]] if facts else (),
            suggestions=suggestions,
            lead=self._voice.next if suggestions else "",
            as_of=self._as_of[facts[0].story] if facts else "",
            dates=self._dates[facts[0].story] if facts else None,
        )

    def withdrawn(self, target: Target) -> str:
        """Since when a fact is told no more, and why; empty where it was not withdrawn."""
        return self._changed(self._voice.withdrawn, target.withdrawn)

    def listed(self, fact: Fact) -> str:
        """The statement of a fact as a list has it, with the day of a correction."""
        if fact.corrects is None:
            return fact.says
        return self._voice.item_corrected.format(statement=fact.says, day=written_day(fact.corrects.on, self._voice))

    def _correction(self, fact: Fact) -> str:
        return self._changed(self._voice.corrected, fact.corrects)

    def _changed(self, text: str, change: Change | None) -> str:
        return text.format(day=written_day(change.on, self._voice), reason=change.reason) if change else ""

    def summary(self, story: StoryFile, ids: Iterable[str]) -> Reply:
        """Several facts of a story, one sentence each, in the order given."""
        number = self._index.stories.index(story)
        targets = [self._index.fact(number, id_) for id_ in ids]
        return Reply(
            outcome="answered",
            answer=story.story.title,
            statement=self._listed(targets),
            citations=self._cited(targets),
            confidence=1.0,
            as_of=self._as_of[number],
            dates=self._dates[number],
        )

    def whole(self, story: StoryFile) -> Reply:
        """A story by the facts that its editor chose to sum it up, or by the first ones."""
        return self.summary(story, story.story.summary or list(story.facts)[:SUMMED_UP])

    def origin(self, numbers: Sequence[int], *, asks_when: bool) -> Reply:
        """Who published what some stories tell, and up to when: each source by the first fact that cites it."""
        stories = [self._index.stories[number] for number in numbers]
        days = [written_day(story.story.as_of, self._voice) for story in stories]
        names = [self._joined(_publishers(story)) for story in stories]
        lines = [
            self._voice.fresh.format(title=story.story.title, day=day, names=each)
            for story, day, each in zip(stories, days, names, strict=True)
        ]
        first: dict[tuple[int, str], Citation] = {}
        for number, story in zip(numbers, stories, strict=True):
            for id_, fact in story.facts.items():
                for cite in fact.cite:
                    first.setdefault((number, cite.source), self.citation(number, id_, cite))
        return Reply(
            outcome="answered",
            answer="" if len(stories) > 1 else days[0] if asks_when else sentence_start(names[0]),
            statement="\n".join(lines),
            citations=self._placed(first.values()),
            confidence=1.0,
            dates=self._dates[numbers[0]],
        )

    def listing(self, targets: Sequence[Target], title: str, text: str) -> Reply:
        """A text of one's own about some facts of a story, with what they cite."""
        return Reply(
            outcome="answered",
            answer=title,
            statement=text,
            citations=self._cited(target for target in targets if target.fact),
            confidence=1.0,
            as_of=self._as_of[targets[0].story],
            dates=self._dates[targets[0].story],
        )

    def clarify(self, choices: tuple[str, ...], stories: Sequence[str] = ()) -> Reply:
        """Asks which of several questions is meant, or in which of several stories."""
        which = self._voice.which_of_stories.format(titles=self._joined(stories)) if stories else self._voice.which
        return Reply("clarify", statement=which, suggestions=choices)

    def deeds(self, targets: Sequence[Target]) -> Reply:
        """What somebody did, by as many facts as fit on a screen."""
        if len(targets) == 1:
            return self.told(targets[0])
        shown = targets[:MOST_DEEDS]
        return Reply(
            outcome="answered",
            statement=self._listed(shown),
            citations=self._cited(shown),
            confidence=1.0,
            as_of=self._as_of[shown[0].story],
            dates=self._dates[shown[0].story],
        )

    def timeline(self, story: StoryFile) -> Reply:
        """The facts of a story that have a day, in the order of their days."""
        dated = [(fact.when.on, id_) for id_, fact in story.facts.items() if fact.when and fact.when.on]
        return self.summary(story, [id_ for _day, id_ in sorted(dated, key=lambda pair: pair[0])])

    def small_talk(self, kind: str) -> Reply:
        """The answer to small talk; what is none of the bot's business is off topic."""
        if kind not in SMALL_TALK:
            return self.off_topic()
        return Reply("small_talk", statement=self._about(getattr(self._voice, SMALL_TALK[kind])))

    def off_topic(self) -> Reply:
        """Says what the bot is for."""
        return Reply("off_topic", statement=self._about(self._voice.off_topic))

    def _about(self, text: str) -> str:
        return text.format(title=self._known, day=self._known_day)

    def _lead(self, question: Question, candidate: Candidate, fact: Fact) -> str:
        if question.kind == "yes_no":
            return self._yes_or_no(question, candidate, fact)
        if question.kind == "certainty":
            certain: str = getattr(self._voice, f"is_{fact.certainty}")
            return certain
        if question.kind == "attribution" and candidate.slot is None and not candidate.target.kind:
            return self._joined(list(dict.fromkeys(citation.source for citation in self._citations[candidate.target])))
        if candidate.slot is None or candidate.slot == "did":
            return ""
        if candidate.slot == "how_many":
            return self._count(question, fact)
        entries = candidate.target.slots[candidate.slot]
        left = [entry for entry in entries if not entry.bit & candidate.spent]
        if not left and question.kind != "what":
            left = entries
        return self._joined([self._name(entry) for entry in left])

    def _yes_or_no(self, question: Question, candidate: Candidate, fact: Fact) -> str:
        affirms = self._affirmer.affirms(question, candidate, fact)
        if affirms is None:
            return ""
        # That somebody accuses somebody is no claim of theirs, what they accuse them of is.
        is_claim = fact.certainty == "claimed" and not set(fact.according_to) <= set(fact.who)
        if not is_claim:
            return self._voice.yes if affirms else self._voice.no
        by = self._voice.yes_by if affirms else self._voice.no_by
        return by.format(names=self._claimants(candidate.target, fact))

    def _count(self, question: Question, fact: Fact) -> str:
        asked = {question.tokens[position].stem for position in question.focus or question.content}
        language = self._index.language
        wanted = {term for stem in asked for term in (stem, *language.same[stem])}
        named = [(unit, count) for unit, count in fact.how_many.items() if wanted & set(language.stems(unit))]
        return self._joined([counted(count, unit) for unit, count in named or list(fact.how_many.items())])

    def _attribution(self, target: Target, fact: Fact) -> str:
        if not fact.according_to or fact.certainty == "unknown":
            return ""
        by: str = getattr(self._voice, f"{fact.certainty}_by")
        return by.format(names=self._claimants(target, fact))

    def _claimants(self, target: Target, fact: Fact) -> str:
        return self._joined([self._index.entities[entity_key(target.story, id_)].name for id_ in fact.according_to])

    def _name(self, entry: Entry) -> str:
        return self._index.entities[entry.entity].name if entry.entity else entry.text

    def _listed(self, targets: Iterable[Target]) -> str:
        """The statements of several facts, a line each, with their paragraphs."""
        return "\n".join(
            self._voice.item.format(statement=self.listed(fact), paragraph=fact.cite[0].paragraph)
            for fact in map(_fact, targets)
        )

    def _citations_of(self, target: Target) -> tuple[Citation, ...]:
        return self._placed(self.citation(target.story, target.id, cite) for cite in _fact(target).cite)

    def citation(self, story: int, fact: str, cite: Cite) -> Citation:
        """What a story's fact cites, without words for its place."""
        source = self._index.stories[story].sources[cite.source]
        return Citation(
            fact=fact,
            source=source.publisher,
            title=source.title,
            url=str(source.url),
            published=source.published,
            paragraph=cite.paragraph,
            quote=cite.quote,
        )

    def _cited(self, targets: Iterable[Target]) -> tuple[Citation, ...]:
        """The first citation of each fact."""
        return self._placed(self._citations[target][0] for target in targets)

    def _placed(self, citations: Iterable[Citation]) -> tuple[Citation, ...]:
        """The citations, of which the first of each source says where all of them stand."""
        paragraphs: dict[str, list[int]] = {}
        cited = list(citations)
        for citation in cited:
            paragraphs.setdefault(citation.url, []).append(citation.paragraph)
        return tuple(replace(cite, place=self._place(cite, paragraphs.pop(cite.url, []))) for cite in cited)

    def _place(self, citation: Citation, paragraphs: Sequence[int]) -> str:
        """Where the first of these paragraphs stands, and which others say so; empty for none."""
        if not paragraphs:
            return ""
        day = written_day(citation.published, self._voice)
        place = self._voice.place.format(publisher=citation.source, day=day, paragraph=paragraphs[0])
        others = sorted(set(paragraphs) - {paragraphs[0]})
        if not others:
            return place
        also = self._voice.place_also_many if len(others) > 1 else self._voice.place_also
        return also.format(place=place, paragraphs=", ".join(map(str, others)))

    def _whole_place(self, citation: Citation) -> str:
        day = written_day(citation.published, self._voice)
        piece = self._voice.source.format(publisher=citation.source, title=citation.title, day=day)
        return self._voice.source_place.format(source=piece, paragraph=citation.paragraph)

    def _joined(self, texts: Sequence[str]) -> str:
        return joined(texts, self._voice.and_)


def _fact(target: Target) -> Fact:
    if target.fact is None:
        message = f"target {target.id!r} has no fact to print"
        raise ValueError(message)
    return target.fact


def written_day(day: datetime.date, voice: VoiceFile) -> str:
    """`6 January 2022`."""
    return voice.day.format(day=day.day, month=voice.months[day.month - 1], year=day.year)


def known_stories(stories: Sequence[StoryFile], voice: VoiceFile) -> tuple[str, str]:
    """What the bot knows, and up to which day: the titles, with days of their own where these differ."""
    days = [written_day(story.story.as_of, voice) for story in stories]
    titles = [story.story.title for story in stories]
    if len(set(days)) > 1:
        pairs = zip(titles, days, strict=True)
        titles = [voice.title_as_of.format(title=title, day=day) for title, day in pairs]
    latest = written_day(max(story.story.as_of for story in stories), voice)
    if len(titles) > MOST_TITLES:
        titles = [*titles[: MOST_TITLES - 1], voice.more_stories.format(number=len(titles) - MOST_TITLES + 1)]
    return joined(titles, voice.and_), latest


def joined(texts: Sequence[str], and_: str) -> str:
    """`a`, `a and b`, or `a, b and c`."""
    return f" {and_} ".join([*([", ".join(texts[:-1])] if len(texts) > 1 else []), *texts[-1:]])


def counted(count: str, unit: str) -> str:
    """A count with its unit: `dozens of troops`, `six countries`, `an unspecified number of peacekeepers`."""
    return f"{count} of {unit}" if count.endswith(PARTS) else f"{count} {unit}"


def _publishers(story: StoryFile) -> list[str]:
    """Who published what a story cites, each once."""
    return list(dict.fromkeys(source.publisher for source in story.sources.values()))
