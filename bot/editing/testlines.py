"""New lines for a story's `tests`, from its facts."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence

from bot.answering.reply import Reply
from bot.answering.text import written_words
from bot.editing.questions import Questioner
from bot.evaluation import fact_of
from bot.knowledge.model import StoryFile

MOST_WORDS = 14
"""Readers ask shorter questions than the longest that can be built."""


def lines_for_tests(
    story: StoryFile, lemmas: Callable[[str], Sequence[str]], ask: Callable[[str], Reply]
) -> Iterator[str]:
    """`  - {ask: "…", fact: …, slot: …}` for each question that stands nowhere in the story yet.

    What the bot does not answer so today has a comment that says what it finds. `lemmas` as for Questioner.
    """
    written = [test.ask for test in story.tests]
    written += [text for fact in story.facts.values() for text in fact.asked]
    written += [text for gap in story.not_reported for text in gap.asks]
    seen = set(map(_folded, written))
    questioner = Questioner(story.entities, lemmas)
    for id_, fact in story.facts.items():
        for question in questioner.questions(fact):
            folded = _folded(question.text)
            if folded in seen or len(folded) > MOST_WORDS:
                continue
            seen.add(folded)
            slot = f", slot: {question.slot}" if question.slot else ""
            reply = ask(question.text)
            found = fact_of(reply)
            is_right = found == id_ and question.slot in (None, reply.slot)
            comment = "" if is_right else f"  # not yet: finds {found}" + f" ({reply.slot})" * bool(reply.slot)
            yield f"  - {{ask: {json.dumps(question.text, ensure_ascii=False)}, fact: {id_}{slot}}}{comment}"


def _folded(question: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in written_words(question))
