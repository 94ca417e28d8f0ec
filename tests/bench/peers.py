"""What answers questions in the answering part: this bot, and what people would put in its place over the same texts.

A peer finds the likest of all wordings that the knowledge has. It refuses where that is a wording of what is not
reported, or less alike than a threshold: the one by which most tuning questions come out right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.bench.material import Labelled

if TYPE_CHECKING:
    from bot.answering.assistant import Assistant

TOKEN = re.compile(r"\w+")


@dataclass(frozen=True)
class Wording:
    """A text of the knowledge, with the answer that it leads to: None for a refusal."""

    text: str
    answer: str | None
    paragraphs: tuple[int, ...]


Likest = Callable[[str], tuple[float, int]]
"""Of all wordings how alike the likest is, and which it is."""


def wordings(assistant: Assistant) -> Iterator[Wording]:
    """Statements, questions that editors wrote to facts, what entities are, and what is not reported."""
    for story in assistant.stories:
        for id_ in (*story.facts, *story.entities):
            if told := assistant.tell(id_):
                answer, paragraphs = told.text, tuple(cite.paragraph for cite in told.citations)
                asked = story.facts[id_].asked if id_ in story.facts else ()
                yield from (Wording(text, answer, paragraphs) for text in (told.statement, *asked))
        yield from (Wording(text, None, ()) for gap in story.not_reported for text in gap.asks)


def wratio(texts: Sequence[str]) -> Likest:
    """rapidfuzz's weighted ratio."""
    from rapidfuzz import fuzz

    return _fuzzy(texts, fuzz.WRatio)


def token_set_ratio(texts: Sequence[str]) -> Likest:
    """rapidfuzz's ratio of the sets of words."""
    from rapidfuzz import fuzz

    return _fuzzy(texts, fuzz.token_set_ratio)


def _fuzzy(texts: Sequence[str], scorer: Callable[..., float]) -> Likest:
    from rapidfuzz import process, utils

    prepared = [utils.default_process(text) for text in texts]

    def likest(question: str) -> tuple[float, int]:
        _, score, place = process.extractOne(utils.default_process(question), prepared, scorer=scorer)
        return float(score), int(place)

    return likest


def bm25(texts: Sequence[str]) -> Likest:
    """rank-bm25's Okapi over lower-case words."""
    from rank_bm25 import BM25Okapi

    ranking = BM25Okapi([TOKEN.findall(text.casefold()) for text in texts])

    def likest(question: str) -> tuple[float, int]:
        scores = ranking.get_scores(TOKEN.findall(question.casefold()))
        place = int(scores.argmax())
        return float(scores[place]), place

    return likest


def tfidf(texts: Sequence[str]) -> Likest:
    """scikit-learn's TF-IDF of two to four characters within words."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4))
    matrix = vectorizer.fit_transform(texts)

    def likest(question: str) -> tuple[float, int]:
        scores: Any = (matrix @ vectorizer.transform([question]).T).toarray().ravel()
        place = int(scores.argmax())
        return float(scores[place]), place

    return likest


PEERS: dict[str, Callable[[Sequence[str]], Likest]] = {
    "rapidfuzz WRatio": wratio,
    "rapidfuzz token_set_ratio": token_set_ratio,
    "rank-bm25": bm25,
    "scikit-learn TF-IDF": tfidf,
}


def best_threshold(likest: Likest, known: Sequence[Wording], tune: Iterable[Labelled]) -> float:
    """The likeness from which on to answer so that most tuning questions come out right, and fewest wrong of these."""
    outcomes = []
    for question in tune:
        score, place = likest(question.q)
        outcomes.append((score, question.judged(known[place].answer, known[place].paragraphs), not question.answerable))

    def merit(threshold: float) -> tuple[int, int]:
        right = sum(verdict == "right" if score >= threshold else is_gap for score, verdict, is_gap in outcomes)
        return right, -sum(verdict == "wrong" for score, verdict, _ in outcomes if score >= threshold)

    return max((score for score, _, _ in outcomes), key=merit)
