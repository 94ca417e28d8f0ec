"""The values that a reply is made of."""

from __future__ import annotations

import datetime
from dataclasses import FrozenInstanceError, replace

import pytest

from bot.answering.reply import Citation, Reply, also, by_source, source_line, source_lines

CITATION = Citation(
    fact="dam-burst",
    source="Orvendale Herald",
    title="Dam bursts",
    url="https://herald.example/dam",
    published=datetime.date(2031, 6, 9),
    paragraph=3,
    quote="burst after rain",
)
LINE = "Orvendale Herald, 9 June 2031, paragraph 3: “burst after rain” https://herald.example/dam"
OTHER = replace(CITATION, source="The Monitor", url="https://monitor.example", quote="rain")
OTHER_LINE = "The Monitor, 9 June 2031, paragraph 3: “rain” https://monitor.example"
FIRST, FIFTH = (replace(CITATION, paragraph=paragraph, quote="elsewhere") for paragraph in (1, 5))


def test_a_source_on_one_line() -> None:
    assert source_line(CITATION) == LINE


@pytest.mark.parametrize(
    ("citations", "lines"),
    [
        ([], []),
        ([CITATION, CITATION], [LINE]),
        ([CITATION, OTHER], [LINE, OTHER_LINE]),
        ([CITATION, OTHER, FIRST], [f"{LINE} (also paragraph 1)", OTHER_LINE]),
        ([CITATION, FIFTH, FIRST, FIRST], [f"{LINE} (also paragraphs 1, 5)"]),
    ],
)
def test_one_line_a_source(citations: list[Citation], lines: list[str]) -> None:
    assert source_lines(citations) == lines
    assert [source_line(first) + also(others) for first, others in by_source(citations)] == lines


@pytest.mark.parametrize(
    ("reply", "text"),
    [
        (Reply("off_topic"), ""),
        (Reply("small_talk", statement="Hello."), "Hello."),
        (
            Reply("answered", "On Sunday", "It burst.", "Claimed by her.", (CITATION, OTHER), suggestions=("Why?",)),
            f"On Sunday\nIt burst.\nClaimed by her.\n{LINE}\n{OTHER_LINE}",
        ),
        (Reply("answered", statement="It burst.", citations=(CITATION,)), f"It burst.\n{LINE}"),
        (
            Reply("answered", "One", parts=(Reply("answered", "One"), Reply("answered", "Two", "Too."))),
            "One\n\nTwo\nToo.",
        ),
    ],
)
def test_the_text_leaves_out_what_is_empty_and_the_suggestions(reply: Reply, text: str) -> None:
    assert reply.text == text


def test_replies_do_not_change() -> None:
    reply = Reply("answered")
    with pytest.raises(FrozenInstanceError):
        reply.answer = "other"  # type: ignore[misc]
