"""Reply in, message out: Telegram's HTML, or plain text where Telegram refuses that."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.answering.reply import Reply

MESSAGE_LIMIT = 4096
"""Longest message, in UTF-16 units of the text that is left when the markup is taken away."""

_SENTENCE_END = re.compile(r"[.!?…][”\"')\]]*(?=\s)")
_WORD_END = re.compile(r"(?<=\S)(?=\s)")


@dataclass(frozen=True, slots=True)
class _Span:
    """Text as a reader sees it, and the markup around it."""

    text: str
    before: str = ""
    after: str = ""

    def html(self) -> str:
        return f"{self.before}{html.escape(self.text, quote=False)}{self.after}" if self.text else ""


def render(reply: Reply) -> str:
    """The reply in Telegram's HTML, never longer than Telegram takes.

    Where it would be too long, the longest texts are shortened at a sentence or word end, marked with "…",
    so that every source stays.
    """
    lines = _reply_lines(reply)
    return "".join(span.html() for span in _fit([*_joined(lines)]))


def plain(reply: Reply) -> str:
    """The same reply without markup, addresses written out."""
    paragraphs = [reply.text, reply.as_of, "\n".join(_suggestions(reply))]
    return cut("\n\n".join(paragraph for paragraph in paragraphs if paragraph), MESSAGE_LIMIT)


def units(text: str) -> int:
    """The length of a text as Telegram counts it: in UTF-16 units."""
    return len(text) + sum(character > "\uffff" for character in text)


def cut(text: str, limit: int) -> str:
    """The text in at most `limit` UTF-16 units; where it is cut, at a sentence or word end, it ends with "…"."""
    if units(text) <= limit:
        return text
    if limit < 1:
        return ""
    kept = text.encode("utf-16-le", "surrogatepass")[: 2 * max(limit - 2, 0)].decode("utf-16-le", "ignore")
    for boundary, mark in ((_SENTENCE_END, " …"), (_WORD_END, "…")):
        ends = [found.end() for found in boundary.finditer(text, 0, len(kept) + 1) if found.end() <= len(kept)]
        # An end in the first half would give away too much.
        if ends and ends[-1] * 2 >= len(kept):
            return kept[: ends[-1]] + mark
    return kept.rstrip() + "…"


def _reply_lines(reply: Reply) -> Iterator[list[_Span]]:
    """Each line as its spans; an empty line separates paragraphs."""
    for number, part in enumerate(reply.parts or (reply,)):
        if number:
            yield []
        yield from _answer_lines(part)
    if reply.as_of:
        yield [_Span(reply.as_of, "<i>", "</i>")]
    if suggestions := _suggestions(reply):
        yield []
        yield from ([_Span(line)] for line in suggestions)


def _answer_lines(reply: Reply) -> Iterator[list[_Span]]:
    if reply.answer:
        yield [_Span(reply.answer, "<b>", "</b>")]
    yield from ([_Span(text)] for text in (reply.statement, reply.attribution) if text)
    for citation in reply.citations:
        if citation.place:
            yield [_Span(citation.place, f'<a href="{html.escape(citation.url)}">', "</a>")]
            yield [_Span(f"“{citation.quote}”", "<blockquote expandable>", "</blockquote>")]


def _suggestions(reply: Reply) -> list[str]:
    if not reply.suggestions:
        return []
    lead = [reply.lead] if reply.lead else []
    return [*lead, *(f"• {question}" for question in reply.suggestions)]


def _joined(lines: Iterable[list[_Span]]) -> Iterator[_Span]:
    for number, line in enumerate(lines):
        if number:
            yield _Span("\n")
        yield from line


def _fit(spans: list[_Span]) -> list[_Span]:
    """The spans with the longest ones shortened, the longest first, until all fit into one message."""
    while (excess := sum(units(span.text) for span in spans) - MESSAGE_LIMIT) > 0:
        longest = max(range(len(spans)), key=lambda index: units(spans[index].text))
        span, length = spans[longest], units(spans[longest].text)
        # Never more than halved at once, so that of several long texts each loses a little.
        spans[longest] = _Span(cut(span.text, max(length - excess, length // 2)), span.before, span.after)
    return spans
