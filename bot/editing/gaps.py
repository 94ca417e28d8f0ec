"""What readers asked in vain, grouped by meaning, in words and in YAML for the editor who mends the story."""

from __future__ import annotations

import datetime
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from bot.answering.assistant import Assistant
from bot.answering.explaining import Study
from bot.answering.wordings import kind_agreement
from bot.drafting.names import slug
from bot.knowledge.yamllines import quoted
from bot.state import USELESS, Gap, State

Form = Literal["words", "json", "yaml"]

ALIKE = 0.85
"""How well the kinds of two questions must go together to mean the same, 0 to 1."""
SHOWN = 5
"""How many wordings of one question are shown."""


@dataclass(slots=True)
class Group:
    """Questions that mean the same."""

    study: Study
    gaps: list[Gap] = field(default_factory=list)
    """The most asked first."""

    @property
    def number(self) -> int:
        """How often all of them were asked."""
        return sum(gap.number for gap in self.gaps)

    @property
    def day(self) -> datetime.date:
        """When one of them was asked last."""
        return max(gap.day for gap in self.gaps)

    @property
    def questions(self) -> list[str]:
        """The wordings, the most asked first."""
        return [gap.question for gap in self.gaps]


def report(state: State, assistant: Assistant, form: Form) -> Iterator[str]:
    """The lines of what readers asked in vain, and which answers they did not like.

    Questions that the assistant answers by now are left out, and forgotten by the state.
    """
    asked = []
    for gap in state.gaps():
        if assistant.ask(gap.question).is_in_vain:
            asked.append(gap)
        else:
            state.forget_gap(gap.question)
    groups = grouped(asked, assistant.study)
    votes = sorted(state.votes().items(), key=lambda counted: (-counted[1], counted[0]))
    disliked = {fact: number for (fact, vote), number in votes if vote == USELESS and assistant.source(fact)}
    if form == "json":
        yield from in_json(groups, disliked)
    elif form == "yaml":
        yield from in_yaml(groups, disliked, assistant.voice.not_said)
    else:
        yield from in_words(groups, disliked)


def grouped(gaps: Iterable[Gap], study: Callable[[str], Study | None]) -> list[Group]:
    """The questions by their meaning, the most asked first; those that say nothing are left out."""
    groups: list[Group] = []
    by_term: dict[str, list[Group]] = {}
    for gap in gaps:
        studied = study(gap.question)
        if studied is None or not studied.meanings:
            continue
        terms = [studied.known] if studied.known else sorted(studied.meanings[0])
        likely = (group for term in terms for group in by_term.get(term, ()))
        group = next((group for group in likely if _mean_the_same(studied, group.study)), None)
        if group is None:
            groups.append(group := Group(studied))
            for term in [studied.known] if studied.known else frozenset().union(*studied.meanings):
                by_term.setdefault(term, []).append(group)
        group.gaps.append(gap)
    return sorted(groups, key=lambda group: (-group.number, -group.day.toordinal(), group.questions))


def _mean_the_same(one: Study, other: Study) -> bool:
    """Whether two questions are known to be the same, or of one kind with each word meaning a word of the other."""
    if one.known or other.known:
        return (one.story, one.known) == (other.story, other.known)
    left = list(other.meanings)
    for meaning in one.meanings:
        same = next((each for each in left if each & meaning), None)
        if same is None:
            return False
        left.remove(same)
    return not left and kind_agreement(one.kind, other.kind) >= ALIKE


def in_words(groups: Sequence[Group], disliked: Mapping[str, int]) -> Iterator[str]:
    """A paragraph for each group and, behind them, a line for each fact whose answer readers did not like."""
    for group in groups:
        study, others = group.study, group.questions[1:]
        yield f"{times(group.number)}, last on {group.day}: {group.questions[0]}"
        yield from (f"  also: {question}" for question in others[: SHOWN - 1])
        if len(others) >= SHOWN:
            yield f"  and {len(others) - SHOWN + 1} more wordings"
        if study.known:
            yield f"  known as not reported: {study.known}"
        else:
            yield f"  nearest fact: {study.near or 'none'}"
        if study.unknown:
            yield f"  not understood: {', '.join(study.unknown)}"
        yield ""
    yield from (f"answer not liked: {fact}, {times(number)}" for fact, number in disliked.items())


def in_json(groups: Sequence[Group], disliked: Mapping[str, int]) -> Iterator[str]:
    """An object for each group, then one for each fact whose answer readers did not like."""
    for group in groups:
        shown = {
            "question": group.questions[0],
            "also": group.questions[1:],
            "count": group.number,
            "last_day": str(group.day),
            "story": group.study.story,
            "nearest": group.study.near or None,
            "not_understood": list(group.study.unknown),
            "known_as": group.study.known or None,
        }
        yield json.dumps(shown, ensure_ascii=False)
    yield from (json.dumps({"disliked": fact, "count": number}) for fact, number in disliked.items())


def in_yaml(groups: Sequence[Group], disliked: Mapping[str, int], not_said: str) -> Iterator[str]:
    """What to paste into the story files, a document for each story, and into the lexicon, a last document.

    `not_said` is what a reader is told of what the story does not say, until the editor says it better.
    """
    stories: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        if not group.study.known:
            stories[group.study.story].append(group)
    for number, (story, asked) in enumerate(stories.items()):
        if number:
            yield "---"
        yield f"# {story}: what readers asked in vain. Paste what is right where it belongs, and leave the rest."
        yield from _asked(group for group in asked if group.study.is_likely)
        yield from _not_reported([group for group in asked if not group.study.is_likely], not_said)
    yield from _synonyms(groups)
    yield from (f"# answer not liked: {fact}, {times(number)}" for fact, number in disliked.items())


def _asked(groups: Iterable[Group]) -> Iterator[str]:
    """Questions that are another wording for what a fact answers, if the editor thinks so too."""
    by_fact: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        by_fact[group.study.near].append(group)
    if by_fact:
        yield "facts:"
    for fact, asked in by_fact.items():
        yield f"  {fact}:"
        yield "    asked:  # only what this fact answers"
        for group in asked:
            yield from (f"      - {quoted(question)}{_noted(group, question)}" for question in _wordings(group))


def _not_reported(groups: Sequence[Group], not_said: str) -> Iterator[str]:
    """Questions that no fact answers."""
    if groups:
        yield "not_reported:"
    for group in groups:
        yield "  - asks:"
        yield from (f"      - {quoted(question)}{_noted(group, question)}" for question in _wordings(group))
        yield f"    says: {quoted(not_said)}  # say what it is that the story does not say"
        if group.study.near:
            yield f"    near: [{group.study.near}]"


def _synonyms(groups: Sequence[Group]) -> Iterator[str]:
    """Words that neither the stories nor the lexicon have, as groups of synonyms to which the editor adds others."""
    unlisted = Counter[str]()
    for group in groups:
        unlisted.update(dict.fromkeys(group.study.unlisted, group.number))
    if unlisted:
        yield "---"
        yield "# lexicon/en.yaml: words that it does not know. Add to each what means the same, and leave the rest."
        yield "synonyms:"
    taken: set[str] = set()
    for word, number in unlisted.most_common():
        taken.add(id_ := slug(word, taken))
        yield f"  {id_}: [{quoted(word)}]  # {times(number)}"


def _wordings(group: Group) -> list[str]:
    return group.questions[:SHOWN]


def _noted(group: Group, question: str) -> str:
    """How often the first of a group was asked, as a comment."""
    return f"  # {times(group.number)}, last on {group.day}" if question == group.questions[0] else ""


def times(number: int) -> str:
    """`once`, `2 times`."""
    return "once" if number == 1 else f"{number} times"
