from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.reply import Citation, Reply
from bot.telegram.rendering import MESSAGE_LIMIT, cut, plain, render, units
from tests.botapi_html import parse_html, utf16_length
from tests.desk import AS_OF, CITATION

ANSWERED = Reply(
    "answered",
    answer="Wednesday 5 January 2022",
    statement="Demonstrators stormed the presidential palace in Almaty.",
    attribution="According to Al Jazeera.",
    citations=(CITATION,),
    suggestions=("Why?", "Who?", "Where?"),
    lead="You can also ask:",
    as_of=AS_OF,
)


def test_full_reply() -> None:
    assert render(ANSWERED) == (
        "<b>Wednesday 5 January 2022</b>\n"
        "Demonstrators stormed the presidential palace in Almaty.\n"
        "According to Al Jazeera.\n"
        '<a href="https://www.aljazeera.com/news/2022/1/6/kazakh-police">Al Jazeera, 6 January 2022, paragraph 7</a>\n'
        "<blockquote expandable>“stormed the presidential palace”</blockquote>\n"
        "<i>Reported as of 6 January 2022.</i>\n"
        "\n"
        "You can also ask:\n"
        "• Why?\n"
        "• Who?\n"
        "• Where?"
    )


def test_full_reply_in_plain_text() -> None:
    assert plain(ANSWERED) == (
        "Wednesday 5 January 2022\n"
        "Demonstrators stormed the presidential palace in Almaty.\n"
        "According to Al Jazeera.\n"
        "Al Jazeera, 6 January 2022, paragraph 7: “stormed the presidential palace” "
        "https://www.aljazeera.com/news/2022/1/6/kazakh-police\n"
        "\n"
        "Reported as of 6 January 2022.\n"
        "\n"
        "You can also ask:\n"
        "• Why?\n"
        "• Who?\n"
        "• Where?"
    )


def test_only_a_statement() -> None:
    assert render(Reply("off_topic", statement="That is another story.")) == "That is another story."


def test_choices_follow_what_asks_for_them() -> None:
    asked = Reply("clarify", statement="Which of these do you mean?", suggestions=("The dam?", "The bridge?"))
    assert render(asked) == plain(asked) == "Which of these do you mean?\n\n• The dam?\n• The bridge?"


def test_each_part_is_rendered_and_the_rest_stands_once() -> None:
    parts = (Reply("answered", answer="Dozens", statement="Dozens died."), Reply("off_topic", statement="Not said."))
    reply = Reply("answered", statement="summed up", parts=parts, as_of=AS_OF, suggestions=("Why?",), lead="More:")
    assert render(reply) == (
        "<b>Dozens</b>\nDozens died.\n\nNot said.\n<i>Reported as of 6 January 2022.</i>\n\nMore:\n• Why?"
    )


def test_hostile_text_is_escaped() -> None:
    citation = replace(CITATION, url='https://example.org/?a="1"&b=<2>', place="<b>&amp;", quote="</blockquote>'\"")
    reply = Reply("answered", answer="<script>", statement="a & b < c", citations=(citation,))
    assert render(reply) == (
        "<b>&lt;script&gt;</b>\na &amp; b &lt; c\n"
        '<a href="https://example.org/?a=&quot;1&quot;&amp;b=&lt;2&gt;">&lt;b&gt;&amp;amp;</a>\n'
        "<blockquote expandable>“&lt;/blockquote&gt;'\"”</blockquote>"
    )


def test_long_statement_is_cut_and_the_source_stays() -> None:
    reply = replace(ANSWERED, statement="One & only sentence. " * 400)
    parsed = parse_html(render(reply))
    assert MESSAGE_LIMIT - 30 < utf16_length(parsed.text) <= MESSAGE_LIMIT
    assert "One & only sentence. …\nAccording to Al Jazeera.\nAl Jazeera, 6 January 2022" in parsed.text
    assert parsed.text.endswith("• Where?")
    assert [entity["type"] for entity in parsed.entities] == ["bold", "text_link", "expandable_blockquote", "italic"]


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("It burned. Then it rained.", 26, "It burned. Then it rained."),
        ("It burned. Then it rained.", 25, "It burned. Then it…"),
        ("It burned down there. Then.", 24, "It burned down there. …"),
        ("He said “Go away!” and left.", 23, "He said “Go away!” …"),
        ("It burned. Then a lot of rain fell on it.", 30, "It burned. Then a lot of…"),
        ("Donaudampfschiff", 10, "Donaudam…"),
        ("😀😀😀😀", 8, "😀😀😀😀"),
        ("😀😀😀😀", 7, "😀😀…"),
        ("abc", 1, "…"),
        ("abc", 0, ""),
    ],
)
def test_cut(text: str, limit: int, expected: str) -> None:
    assert cut(text, limit) == expected
    assert units(expected) <= limit


TEXTS = st.text(st.characters(codec="utf-8"), max_size=60).flatmap(
    lambda text: st.sampled_from([1, 20, 400]).map(lambda times: text * times)
)
CITATIONS = st.builds(
    Citation,
    fact=st.just("f"),
    source=TEXTS,
    title=TEXTS,
    url=TEXTS,
    published=st.dates(min_value=datetime.date(1000, 1, 1)),
    paragraph=st.integers(1, 99),
    quote=TEXTS,
    place=TEXTS,
)


def replies(parts: st.SearchStrategy[tuple[Reply, ...]]) -> st.SearchStrategy[Reply]:
    return st.builds(
        Reply,
        outcome=st.just("answered"),
        answer=TEXTS,
        statement=TEXTS,
        attribution=TEXTS,
        citations=st.lists(CITATIONS, max_size=3).map(tuple),
        suggestions=st.lists(TEXTS, max_size=4).map(tuple),
        lead=TEXTS,
        as_of=TEXTS,
        parts=parts,
    )


@given(replies(st.lists(replies(st.just(())), max_size=3).map(tuple)))
def test_any_reply_is_html_that_telegram_takes(reply: Reply) -> None:
    assert utf16_length(parse_html(render(reply)).text) <= MESSAGE_LIMIT
    assert utf16_length(plain(reply)) <= MESSAGE_LIMIT


@given(TEXTS)
def test_escaping_loses_nothing(text: str) -> None:
    shown = cut(text, MESSAGE_LIMIT)
    assert parse_html(render(Reply("answered", statement=shown))).text == shown
