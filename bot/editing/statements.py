"""How facts are told: drafts, claims that nobody makes, and sentences of the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from bot.answering.suggesting import first_questions
from bot.answering.text import written_words
from bot.editing.material import Article, Material
from bot.knowledge.model import SLOTS, Fact
from bot.knowledge.problems import Problem

SPOKEN = re.compile(
    r"(?i)\b(?:said|says|told|stated|claim(?:s|ed)|alleg(?:es|ed|edly)|insist(?:s|ed)|reportedly|according to)\b"
)
"""Words by which a text says that somebody else says so."""
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’")
BREAK = " \n "
LONGEST_RUN = 8
"""From how many words in a row on a statement copies the article; a name counts as one, an article not at all."""
ARTICLES = frozenset({"a", "an", "the"})


def drafts(material: Material) -> Iterator[Problem]:
    """Facts that no editor has gone over."""
    for _, fact, place in material.facts():
        if fact.draft:
            yield place.at("draft").problem(
                "is still a draft: write 'says' in own words, look at each part, then remove this line"
            )


def unsaid(material: Material) -> Iterator[Problem]:
    """What is not reported and, as `gaps --yaml` printed it, does not say what that is."""
    story, places = material.story, material.root.at("not_reported").each()
    for gap, place in zip(story.not_reported, places, strict=True):
        if gap.says == material.assistant.voice.not_said:
            yield place.at("says").problem(
                "tells readers only what they are told without it: say what it is that the article does not say"
            )


def nameless(material: Material) -> Iterator[Problem]:
    """Facts that were withdrawn, and nothing tells followers of the story which."""
    named = first_questions(material.story)
    for id_, fact, place in material.facts():
        if fact.withdrawn and id_ not in named:
            yield place.at("withdrawn").problem(
                "readers who follow the story are told only that something is withdrawn: add a test with the question "
                "that this answered"
            )


def nobodys_claims(material: Material) -> Iterator[Problem]:
    """What somebody says, told as if it were known."""
    for _, fact, place in material.facts():
        if fact.according_to or fact.certainty not in ("reported", "confirmed") or _is_saying(fact, material):
            continue
        # What is a wording of questions alone may be about who says what.
        quotes = [cite.quote for cite in fact.cite] if any(getattr(fact, slot) for slot in SLOTS) else []
        spoken = next(filter(None, (SPOKEN.search(text) for text in (QUOTED.sub(BREAK, fact.says), *quotes))), None)
        if spoken:
            yield place.problem(
                f"“{spoken[0]}” shows that somebody claims this: name them in 'according_to', with 'certainty: claimed'"
            )


def copied(material: Material) -> Iterator[Problem]:
    """Statements that share a long run of words with the paragraph that they cite."""
    article = material.article
    for _, fact, place in material.facts() if article else ():
        runs = [(_shared_run(fact.says, text), number) for number, text in cited_paragraphs(fact, article)]
        weight, run, number = max(((_weight(run, material), run, number) for run, number in runs), default=(0, [], 0))
        if weight >= LONGEST_RUN and not fact.draft:
            yield place.at("says").problem(
                f"copies {len(run)} words from paragraph {number}, “{' '.join(run)}”: tell it in own words"
            )


def uncited(material: Material) -> Iterator[Problem]:
    """Paragraphs of the article that no fact is taken from."""
    if article := material.article:
        cites = [cite for _, fact, _ in material.facts() for cite in fact.cite]
        cited = {cite.paragraph for cite in cites if cite.source == article.source}
        for number, paragraph in enumerate(article.paragraphs, start=1):
            if number not in cited:
                message = "no fact cites it: add what it tells, if readers may ask for it"
                yield Problem(article.path, paragraph.line, f"paragraph {number}", message)


def cited_paragraphs(fact: Fact, article: Article | None) -> list[tuple[int, str]]:
    """The paragraphs that a fact cites, with their numbers; none without the article."""
    cited = {cite.paragraph for cite in fact.cite if article and cite.source == article.source}
    paragraphs = enumerate(article.paragraphs if article else (), start=1)
    return [(number, paragraph.text) for number, paragraph in paragraphs if number in cited]


def _is_saying(fact: Fact, material: Material) -> bool:
    """Whether the fact is that its `who` says something, so that the claimant stands there."""
    language = material.language
    return any(language.is_speech(term) for text in fact.did for term in (language.term(text), *language.stems(text)))


def _weight(run: Sequence[str], material: Material) -> int:
    within_names = sum(len(positions) - 1 for _, positions in material.named(" ".join(run)))
    return len(run) - within_names - sum(word.casefold() in ARTICLES for word in run)


def _shared_run(says: str, paragraph: str) -> Sequence[str]:
    """The longest run of words that both have, in plain letters; what `says` has in quotation marks counts for none."""
    theirs = [word.casefold() for word in written_words(paragraph)]
    longest: Sequence[str] = []
    for part in QUOTED.sub(BREAK, says).split(BREAK):
        ours = written_words(part)
        folded = [word.casefold() for word in ours]
        found = SequenceMatcher(None, folded, theirs, autojunk=False).find_longest_match()
        longest = max(longest, ours[found.a : found.a + found.size], key=len)
    return longest
