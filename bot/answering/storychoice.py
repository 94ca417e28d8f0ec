"""Which of several stories a question is about.

The story of the conversation comes first. Another one answers only where the question clearly asks for it: by a name,
by a word of its title, or by words that all say nothing in the conversation's story. Where no story comes first and
several answer equally well, the reader has to choose.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Sequence

from bot.answering.candidates import Candidate
from bot.answering.conversation import Conversation
from bot.answering.evidence import PLAIN
from bot.answering.index import Index
from bot.answering.kinds import WHOLE_STORY
from bot.answering.matching import Matcher
from bot.answering.question import Question
from bot.answering.targets import Target, story_of
from bot.answering.weighing import Word

TIE, NEARLY = 0.02, 0.1
"""By how little scores differ that count as equal, and by how much a fact of another story must be better."""

Found = Sequence[tuple[Candidate, Question]]


class Stories:
    """Tells the stories of an index apart."""

    def __init__(self, index: Index, matcher: Matcher) -> None:
        self._index = index
        self._matcher = matcher
        self.titles = [story.story.title for story in index.stories]
        tokenize = index.language.normalizer.tokens
        self._stems = [{token.stem for token in index.finder.content(tokenize(title))} for title in self.titles]
        counts = Counter(stem for each in self._stems for stem in each)
        self._titled = {stem: number for number, each in enumerate(self._stems) for stem in each if counts[stem] == 1}

    @property
    def are_many(self) -> bool:
        """Whether there is more than one."""
        return len(self.titles) > 1

    def at_hand(self, conversation: Conversation) -> Sequence[int]:
        """The story that a conversation is about, or all of them."""
        return range(len(self.titles)) if conversation.story is None else [conversation.story]

    def number(self, story_id: str) -> int | None:
        """The story with this id; None where there is none."""
        return next((n for n, story in enumerate(self._index.stories) if story.story.id == story_id), None)

    def addressed(self, text: str) -> tuple[int, str] | None:
        """The story that a message begins with, and the rest of it: `Flood in Halvermoor: who saved it?`."""
        if not self.are_many:
            return None
        for number, title in enumerate(self.titles):
            if text[: len(title)].casefold() == title.casefold():
                rest = text[len(title) :].strip()
                if not rest.strip(".!?") or rest.startswith(":"):
                    return number, rest.strip(":").strip() if rest.startswith(":") else ""
        return None

    def for_story(self, number: int, question: str) -> str:
        """A question worded so that `addressed` finds the story."""
        return f"{self.titles[number]}: {question}" if question else self.titles[number]

    def picked(self, question: Question, choice: Sequence[int]) -> int | None:
        """The one of some stories that a reader names who was asked which: "the flood"; None where it is not plain."""
        stems = self._telling(question)
        meant = [number for number in choice if stems and stems <= self._stems[number]]
        return meant[0] if len(meant) == 1 else None

    def whole(self, question: Question) -> str:
        """`summary` or `timeline` where a question asks for that of what a title names; empty for other questions."""
        if not self.are_many:
            return ""
        found = self._index.language.cues.find(question.tokens)
        cues = {position: kind for positions, kind in found if kind in WHOLE_STORY for position in positions}
        stems = self._telling(question, apart_from=cues)
        is_titled = stems and any(stems <= titled for titled in self._stems)
        return next(iter(cues.values())) if cues and is_titled else ""

    def _telling(self, question: Question, apart_from: Container[int] = ()) -> set[str]:
        stems = {question.tokens[position].stem for position in question.content if position not in apart_from}
        return stems - self._index.language.light

    def allowed(self, question: Question, conversation: Conversation) -> frozenset[int] | None:
        """The stories that may answer a question; None for all of them."""
        story = conversation.story
        if story is None or not self.are_many:
            return None
        if conversation.is_bound:
            return frozenset({story})
        telling = [word for word in self._matcher.weigh(question).words if word.is_telling]
        if telling and not any(self._has(word, story) for word in telling):
            return None
        return self.in_sight(question, conversation)

    def in_sight(self, question: Question, conversation: Conversation) -> frozenset[int] | None:
        """The stories to which a question may lead that points back; None for all of them."""
        story = conversation.story
        if story is None or not self.are_many:
            return None
        pointed = set[int]() if conversation.is_bound else self._pointed(question, story)
        return frozenset(pointed or {story})

    def turns_away(self, question: Question, conversation: Conversation) -> bool:
        """Whether a question names another story, and not the conversation's: "and the flood?"."""
        if conversation.story is None or conversation.is_bound or not self.are_many:
            return False
        pointed = self._pointed(question, conversation.story)
        return bool(pointed) and conversation.story not in pointed

    def meant(self, question: Question, conversation: Conversation) -> int | None:
        """The story that a question for the whole of one means; None where the reader has to choose."""
        if not self.are_many:
            return 0
        pointed = set[int]() if conversation.is_bound else self._pointed(question, conversation.story)
        return pointed.pop() if len(pointed) == 1 else conversation.story

    def grouped(
        self, deeds: Iterable[Target], question: Question, conversation: Conversation
    ) -> dict[int, list[Target]]:
        """What somebody did, by story: in the conversation's story, or in each that the question may mean."""
        by_story: dict[int, list[Target]] = {}
        for deed in deeds:
            by_story.setdefault(deed.story, []).append(deed)
        allowed = self.allowed(question, conversation)
        if conversation.story in by_story:
            return {conversation.story: by_story[conversation.story]}
        return {number: each for number, each in by_story.items() if allowed is None or number in allowed}

    def own_first(
        self, found: Found, conversation: Conversation, is_enough: Callable[[Candidate, Question], bool]
    ) -> list[tuple[Candidate, Question]]:
        """The candidates with those of the conversation's story first, unless another story's are far better."""
        if not self.are_many:
            return list(found)
        own = [pair for pair in found if pair[0].target.story == conversation.story]
        best = next((candidate for candidate, question in own if is_enough(candidate, question)), None)
        if not best or found[0][0].score - best.score >= NEARLY:
            return list(found)
        return own + [pair for pair in found if pair[0].target.story != conversation.story]

    def tied(self, found: Found, is_enough: Callable[[Candidate, Question], bool]) -> list[Candidate]:
        """The best candidate of each story, where those of several stories explain a question equally well."""
        if not found or not self.are_many:
            return []
        near = [pair for pair in found if abs(found[0][0].score - pair[0].score) < TIE]
        best: dict[int, Candidate] = {}
        for candidate, question in near:
            if is_enough(candidate, question):
                best.setdefault(candidate.target.story, candidate)
        # What all of them tell in the same words is no matter of choice.
        texts = {candidate.target.fact.says if candidate.target.fact else "" for candidate in best.values()}
        return [best[number] for number in sorted(best)] if len(texts) > 1 else []

    def of_story(self, keys: Iterable[str], story: int | None) -> list[str]:
        """Of these keys of entities those of one story, where it has any: names may stand for several."""
        every = list(keys)
        return (self.are_many and [key for key in every if story_of(key) == story]) or every

    def _pointed(self, question: Question, story: int | None) -> set[int]:
        """The stories that a question names, in the ears of a reader of `story`.

        By an entity that is only in one of them, or by a word that is only in its title and not told in `story`.
        """
        named: dict[tuple[int, ...], set[int]] = {}
        for key, positions in self._index.finder.named(question.tokens):
            named.setdefault(positions, set()).add(story_of(key))
        stems = {at: question.tokens[at].stem for at in question.content}
        told = {at: story is not None and self._index.story_has(story, stem) for at, stem in stems.items()}
        pointed: set[int] = set()
        for positions, stories in named.items():
            if len(stories) == 1 and (story in stories or not all(told.get(at, True) for at in positions)):
                pointed |= stories
        for at, stem in stems.items():
            titled = self._titled.get(stem)
            if titled is not None and (titled == story or not told[at]):
                pointed.add(titled)
        return pointed

    def _has(self, word: Word, story: int) -> bool:
        """Whether a word of a question says anything in a story."""
        hits = word.hits.within(self._index.parts([story]))
        return any(strength >= PLAIN and hits[number][0] >= PLAIN for number, strength in hits.strengths().items())
