"""The values that a reply is made of."""

from __future__ import annotations

import datetime
from dataclasses import FrozenInstanceError, replace

import pytest

from bot.answering.reply import Citation, Reply, source_lines

CITATION = Citation(
    fact="dam-burst",
    source="Orvendale Herald",
    title="Dam bursts",
    url="https://herald.example/dam",
    published=datetime.date(2031, 6, 9),
    paragraph=3,
    quote="burst after rain",
    place="Orvendale Herald, 9 June 2031, paragraph 3",
)
LINE = "Orvendale Herald, 9 June 2031, paragraph 3: “burst after rain” https://herald.example/dam"
OTHER = replace(CITATION, url="https://monitor.example", quote="rain", place="The Monitor, page 1")
OTHER_LINE = "The Monitor, page 1: “rain” https://monitor.example"
NAMED_ALREADY = replace(CITATION, place="")


@pytest.mark.parametrize(
    ("citations", "lines"),
    [
        ([], []),
        ([CITATION, NAMED_ALREADY], [LINE]),
        ([CITATION, OTHER, NAMED_ALREADY], [LINE, OTHER_LINE]),
    ],
)
def test_one_line_a_source(citations: list[Citation], lines: list[str]) -> None:
    assert source_lines(citations) == lines


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
