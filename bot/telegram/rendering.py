"""Reply in, message out: Telegram's HTML, or plain text where Telegram refuses that."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answering.browsing import Listed
from bot.answering.reply import Reply

if TYPE_CHECKING:
    from bot.knowledge.voice import VoiceFile

MESSAGE_LIMIT = 4096
"""Longest message, in UTF-16 units of the text that is left when the markup is taken away."""
SCREEN = 1500
"""What a phone shows at once, about forty lines, in the same units."""
PAGE = 5
"""Lines of a list on one page: statements take three lines of a phone each."""

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


def render(reply: Reply, *, asked: str = "", is_brief: bool = False) -> str:
    """The reply in Telegram's HTML, no longer than a phone's screen.

    `asked` is the question where the reader did not write it; a brief reply leaves the quotes and the date out.
    Where it would be too long, the longest texts are shortened at a sentence or word end, marked with "…",
    so that every source stays.
    """
    head = [[_Span(asked, "<i>", "</i>")]] if asked else []
    lines = [*head, *_reply_lines(reply, is_brief=is_brief)]
    return "".join(span.html() for span in _fit([*_joined(lines)], SCREEN))


def plain(reply: Reply) -> str:
    """The same reply without markup, addresses written out."""
    return cut("\n\n".join(paragraph for paragraph in (reply.text, reply.as_of) if paragraph), MESSAGE_LIMIT)


def render_page(title: str, lines: Sequence[Listed], voice: VoiceFile, page: int, *, notes: Sequence[str] = ()) -> str:
    """A page of a list, counted from 0, in Telegram's HTML: at most `PAGE` lines, where they come from, and notes."""
    pages = page_count(lines)
    shown = lines[page * PAGE : (page + 1) * PAGE]
    rows: list[list[_Span]] = [[_Span(title, "<b>", "</b>")]]
    heading = ""
    for line in shown:
        if line.heading != heading:
            heading = line.heading
            rows.append([_Span(heading, "<u>", "</u>")])
        rows.append([_Span(voice.item.format(statement=line.text, paragraph=line.citation.paragraph))])
    pieces = {line.citation.url: line.citation.source for line in shown}
    rows += [[_link(publisher, url)] for url, publisher in pieces.items()]
    if not lines:
        rows.append([_Span(voice.nothing_listed)])
    rows += [[_Span(note, "<i>", "</i>")] for note in notes]
    if pages > 1:
        rows.append([_Span(voice.page.format(page=page + 1, pages=pages), "<i>", "</i>")])
    return "".join(span.html() for span in _fit([*_joined(rows)], MESSAGE_LIMIT))


def render_links(title: str, links: Sequence[tuple[str, str]]) -> str:
    """A title, and texts that lead to addresses."""
    rows = [[_Span(title, "<b>", "</b>")], *([_Span("• "), _link(text, url)] for text, url in links)]
    return "".join(span.html() for span in _fit([*_joined(rows)], MESSAGE_LIMIT))


def page_count(lines: Sequence[Listed]) -> int:
    """How many pages a list fills; an empty one fills one too."""
    return max(1, -(-len(lines) // PAGE))


def units(text: str) -> int:
    """The length of a text as Telegram counts it: in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


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


def _reply_lines(reply: Reply, *, is_brief: bool) -> Iterator[list[_Span]]:
    """Each line as its spans; an empty line separates paragraphs."""
    for number, part in enumerate(reply.parts or (reply,)):
        if number:
            yield []
        yield from _answer_lines(part, is_brief=is_brief)
    if reply.as_of and not is_brief:
        yield [_Span(reply.as_of, "<i>", "</i>")]
    if reply.overdue:
        yield [_Span(reply.overdue, "<i>", "</i>")]


def _answer_lines(reply: Reply, *, is_brief: bool) -> Iterator[list[_Span]]:
    if reply.answer:
        yield [_Span(reply.answer, "<b>", "</b>")]
    yield from ([_Span(text)] for text in (reply.statement, reply.correction, reply.attribution) if text)
    # Several facts are told to be read, one to be checked.
    has_quotes = not is_brief and len({citation.fact for citation in reply.citations}) == 1
    for citation in reply.citations:
        if citation.place:
            yield [_link(citation.place, citation.url)]
            quotes = dict.fromkeys(other.quote for other in reply.citations if other.url == citation.url)
            if has_quotes:
                text = "\n".join(f"“{quote}”" for quote in quotes)
                yield [_Span(text, "<blockquote expandable>", "</blockquote>")]


def _link(text: str, url: str) -> _Span:
    return _Span(text, f'<a href="{html.escape(url)}">', "</a>")


def _joined(lines: Iterable[list[_Span]]) -> Iterator[_Span]:
    for number, line in enumerate(lines):
        if number:
            yield _Span("\n")
        yield from line


def _fit(spans: list[_Span], limit: int) -> list[_Span]:
    """The spans with the longest ones shortened, the longest first, until all fit into the limit."""
    while (excess := sum(units(span.text) for span in spans) - limit) > 0:
        longest = max(range(len(spans)), key=lambda index: units(spans[index].text))
        span, length = spans[longest], units(spans[longest].text)
        # Never more than halved at once, so that of several long texts each loses a little.
        spans[longest] = _Span(cut(span.text, max(length - excess, length // 2)), span.before, span.after)
    return spans
