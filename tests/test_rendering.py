from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.browsing import Listed
from bot.answering.reply import Citation, Reply
from bot.telegram.rendering import (
    MESSAGE_LIMIT,
    SCREEN,
    cut,
    page_count,
    plain,
    render,
    render_links,
    render_page,
    units,
)
from tests.botapi_html import parse_html, utf16_length
from tests.desk import AS_OF, CITATION, town_assistant

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
        "<i>Reported as of 6 January 2022.</i>"
    )


def test_brief_reply_leaves_out_quote_and_date() -> None:
    assert render(ANSWERED, is_brief=True) == (
        "<b>Wednesday 5 January 2022</b>\n"
        "Demonstrators stormed the presidential palace in Almaty.\n"
        "According to Al Jazeera.\n"
        '<a href="https://www.aljazeera.com/news/2022/1/6/kazakh-police">Al Jazeera, 6 January 2022, paragraph 7</a>'
    )


def test_question_that_the_reader_did_not_write_stands_above() -> None:
    assert render(Reply("off_topic", statement="No."), asked="Why <so>?") == "<i>Why &lt;so&gt;?</i>\nNo."


def test_all_quotes_of_one_fact_stand_together() -> None:
    again = replace(CITATION, quote="set it on fire", place="")
    elsewhere = replace(CITATION, url="https://post.example", place="The Post", quote="burned")
    assert render(Reply("answered", answer="Almaty", citations=(CITATION, again, elsewhere))).splitlines()[1:] == [
        '<a href="https://www.aljazeera.com/news/2022/1/6/kazakh-police">Al Jazeera, 6 January 2022, paragraph 7</a>',
        "<blockquote expandable>“stormed the presidential palace”",
        "“set it on fire”</blockquote>",
        '<a href="https://post.example">The Post</a>',
        "<blockquote expandable>“burned”</blockquote>",
    ]


def test_several_facts_are_told_without_quotes() -> None:
    other = replace(CITATION, fact="curfew", place="")
    assert "blockquote" not in render(Reply("answered", answer="All", citations=(CITATION, other)))


LINES = [
    Listed("5 January 2022" if number < 2 else "6 January 2022", f"Fact <{number}>.", CITATION) for number in range(7)
]


def test_pages_of_a_list() -> None:
    first, second = (render_page("What & when", LINES, town_assistant().voice, page) for page in (0, 1))
    assert first.splitlines() == [
        "<b>What &amp; when</b>",
        "<u>5 January 2022</u>",
        "• Fact &lt;0&gt;. ¶7",
        "• Fact &lt;1&gt;. ¶7",
        "<u>6 January 2022</u>",
        "• Fact &lt;2&gt;. ¶7",
        "• Fact &lt;3&gt;. ¶7",
        "• Fact &lt;4&gt;. ¶7",
        '<a href="https://www.aljazeera.com/news/2022/1/6/kazakh-police">Al Jazeera</a>',
        "<i>Page 1 of 2</i>",
    ]
    assert second.splitlines()[1:3] == ["<u>6 January 2022</u>", "• Fact &lt;5&gt;. ¶7"]
    assert page_count(LINES) == 2


def test_empty_list_says_so() -> None:
    assert render_page("Why", [], town_assistant().voice, 0) == "<b>Why</b>\nThe story does not say."
    assert page_count([]) == 1


def test_links() -> None:
    assert render_links("From <here>", [("The Post", "https://post.example/?a=1&b=2")]) == (
        '<b>From &lt;here&gt;</b>\n• <a href="https://post.example/?a=1&amp;b=2">The Post</a>'
    )


def test_full_reply_in_plain_text() -> None:
    assert plain(ANSWERED) == (
        "Wednesday 5 January 2022\n"
        "Demonstrators stormed the presidential palace in Almaty.\n"
        "According to Al Jazeera.\n"
        "Al Jazeera, 6 January 2022, paragraph 7: “stormed the presidential palace” "
        "https://www.aljazeera.com/news/2022/1/6/kazakh-police\n"
        "\n"
        "Reported as of 6 January 2022."
    )


def test_only_a_statement() -> None:
    assert render(Reply("off_topic", statement="That is another story.")) == "That is another story."


def test_each_part_is_rendered_and_the_rest_stands_once() -> None:
    parts = (Reply("answered", answer="Dozens", statement="Dozens died."), Reply("off_topic", statement="Not said."))
    reply = Reply("answered", statement="summed up", parts=parts, as_of=AS_OF)
    assert render(reply) == "<b>Dozens</b>\nDozens died.\n\nNot said.\n<i>Reported as of 6 January 2022.</i>"


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
    assert SCREEN - 30 < utf16_length(parsed.text) <= SCREEN
    assert "One & only sentence. …\nAccording to Al Jazeera.\nAl Jazeera, 6 January 2022" in parsed.text
    assert parsed.text.endswith(AS_OF)
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
    assert utf16_length(parse_html(render(reply)).text) <= SCREEN
    assert utf16_length(plain(reply)) <= MESSAGE_LIMIT


@given(TEXTS)
def test_escaping_loses_nothing(text: str) -> None:
    shown = cut(text, SCREEN)
    assert parse_html(render(Reply("answered", statement=shown))).text == shown
