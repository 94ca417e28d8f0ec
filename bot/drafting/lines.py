"""A sentence as grammar reads it, and its text as it stands in the paragraph."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.answering.text import sentence_start
from bot.drafting.article import Sentence
from bot.drafting.words import QUOTE, Word

Span = tuple[int, int]
"""Places of words: the first, and the one behind the last."""
NOWHERE: Span = (0, 0)


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence's words without quotation marks and brackets, for grammar; its text is still the whole."""

    sentence: Sentence
    words: tuple[Word, ...]
    paragraph: str
    left_out: Span = NOWHERE
    """The place in the paragraph of what is told elsewhere, such as "according to the police"."""

    def text(self, span: Span) -> str:
        """What is written there, without quotation marks and brackets that have no partner."""
        return self.rewritten(span, ())

    def rewritten(self, span: Span, changes: Iterable[tuple[Span, str]]) -> str:
        """The same with other words for some of its own: a date for "Thursday", a name for "she"."""
        first, end = span
        if first >= end:
            return ""
        offset, close = self._quoted(self.words[first].start, self.words[end - 1].end)
        text = self.paragraph[offset:close]
        for (start, stop), new in sorted(changes, reverse=True):
            if first <= start and stop <= end:
                left, right = self.words[start].start - offset, self.words[stop - 1].end - offset
                text = text[:left] + (sentence_start(new) if left == first == 0 else new) + text[right:]
        gap, behind = self.left_out[0] - offset, self.left_out[1] - offset
        if 0 < gap < behind < close - offset:
            # What was rewritten before the gap has moved it.
            tail = text[len(text) - (close - offset - behind) :]
            text = text.split(self.paragraph[self.left_out[0] : self.left_out[1]])[0] + tail
        return paired(text)

    def is_quoted(self, at: int) -> bool:
        """Whether the word stands within quotation marks, so that its pronouns are the speaker's."""
        before = self.paragraph[: self.words[at].start]
        return before.count("“") > before.count("”") or before.count('"') % 2 == 1

    @property
    def is_quote(self) -> bool:
        """Whether all of it stands within the same quotation marks, which other sentences may share."""
        text = self.paragraph[self.words[0].start : self.words[-1].start] if self.words else ""
        return bool(text) and self.is_quoted(0) and not any(mark in text for mark in '“”"')

    def _quoted(self, start: int, end: int) -> Span:
        """The same stretch with the quotation marks that stand right at its ends and have their other half in it."""
        for opening, closing in ("“”", "‘’"):
            inside = self.paragraph[start:end]
            if self.paragraph[start - 1 : start] == opening and closing in self.paragraph[start : end + 1]:
                start -= 1
                inside = opening + inside
            if self.paragraph[end : end + 1] == closing and inside.count(opening) > inside.count(closing):
                end += 1
        # Plain quotation marks look alike on both sides.
        if self.paragraph[start - 1 : start] == self.paragraph[end : end + 1] == '"':
            return start - 1, end + 1
        if self.paragraph[start - 1 : start] == '"' and self.paragraph[start:end].count('"') % 2:
            start -= 1
        if self.paragraph[end : end + 1] == '"' and self.paragraph[start:end].count('"') % 2:
            end += 1
        return start, end


def paired(text: str) -> str:
    """The text without quotation marks and brackets of which the other half is missing."""
    for opening, closing in ("“”", "()", "‘’", "«»"):
        if opening == "‘" and opening not in text:
            continue
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    return text if text.count('"') % 2 == 0 else text.replace('"', "")


def plain_line(sentence: Sentence, paragraph: str) -> Line:
    """The sentence without what stands in brackets and without quotation marks."""
    words: list[Word] = []
    depth = 0
    for word in sentence.words:
        depth += (word.text == "(") - (word.text == ")")
        is_closing = word.text in "’)"
        if depth <= 0 and word.tag != QUOTE and not is_closing:
            words.append(word)
    return Line(sentence, tuple(words), paragraph)
