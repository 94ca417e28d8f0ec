"""Numbers and days that a statement has, and the paragraphs that it cites have not."""

from __future__ import annotations

from collections.abc import Iterator

from bot.answering.text import Token, sentence_start, written_words
from bot.drafting.vocabulary import WEEKDAYS
from bot.editing.material import Material
from bot.editing.quotes import NOT_COUNTED, beside, is_number
from bot.editing.statements import cited_paragraphs
from bot.knowledge.problems import Problem


def unproved(material: Material) -> Iterator[Problem]:
    """Numbers, and days of the week beside other ones, that no cited paragraph has; dates are reckoned from days."""
    article = material.article
    for _, fact, place in material.facts() if article else ():
        cited = cited_paragraphs(fact, article)
        tokens = [token for _, text in cited for token in material.tokens(text)]
        proved = {token.stem for token in tokens}
        has_days = any(token.word in WEEKDAYS for token in tokens)
        for token, written in _numbers_and_days(material, fact.says) if cited and not fact.draft else ():
            if token.stem not in proved and (has_days or token.word not in WEEKDAYS):
                where = "paragraph " + " and ".join(str(number) for number, _ in cited)
                yield place.at("says").problem(
                    f"has “{written}”, and {where} has not: correct it, or cite where it stands"
                )


def _numbers_and_days(material: Material, text: str) -> Iterator[tuple[Token, str]]:
    """Each as it is understood, and as it is written: "three" is 3."""
    tokens, written = material.tokens(text), written_words(text)
    shown = written if len(written) == len(tokens) else [sentence_start(token.word) for token in tokens]
    for place, token in enumerate(tokens):
        around = beside(tokens, place)
        is_date = any(each.word in NOT_COUNTED or material.language.is_day(each.stem) for each in around)
        if (is_number(token) and not is_date) or token.word in WEEKDAYS:
            yield token, shown[place]
