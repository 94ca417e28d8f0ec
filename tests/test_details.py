"""What is kept of readers' questions, and what never is."""

from __future__ import annotations

import pytest

from bot.details import GONE, LONGEST, without_details

REMOVED = [
    # phone numbers
    ("Call me at +7 701 123 45 67 please", "Call me at … please"),
    ("my number is 8(701)123-45-67, who won?", "my number is …, who won?"),
    ("+44 (0)20 7946 0958: is it safe?", "…: is it safe?"),
    ("555-1234 is mine", "… is mine"),
    ("5551234", ""),
    ("06 12 34 56 78", ""),
    ("06-12-34-56-78", ""),
    ("06.12.34.56.78", ""),
    ("(212) 555 0100 rang", "… rang"),
    ("+1 2022 01 06 77 is my phone", "… is my phone"),
    ("٠١٢٣٤٥٦٧٨٩ me", "… me"),
    # card, passport and account numbers
    ("my card 4111 1111 1111 1111 was stolen", "my card … was stolen"),
    ("my card 4111-1111-1111-1111 was stolen", "my card … was stolen"),
    ("passport N12345678 lost", "passport … lost"),
    ("IIN 920415300123", "IIN …"),
    ("send to KZ86 125K ZT50 0410 0100", "send to …"),
    # e-mail addresses, @names, links
    ("write to anna.k+news@mail.example.kz!", "write to …!"),
    ("anna (at) mail.example", ""),
    ("ask @anna_k about the dam", "ask … about the dam"),
    ("ask ＠anna about the dam", "ask … about the dam"),
    ("https://example.org/a?b=c who is she", "… who is she"),
    ("see www.example.org", "see …"),
    ("join t.me/+AbCdEf now", "join … now"),
    ("T.ME/annak", ""),
    ("telegram.me/annak wrote", "… wrote"),
    ("tg://user?id=123", ""),
    ("facebook.com/anna.k says so", "… says so"),
    # street addresses
    ("I live at 12 Abay Street, is it safe?", "I …, is it safe?"),
    ("I live at 12 abay street, is it safe?", "I …, is it safe?"),
    ("Was 221B Baker Street hit?", "Was … hit?"),
    ("Is 5 Martin Luther King Blvd., apt 7 safe?", "Is … safe?"),
    ("My house is Abay Street 12.", "My house is …."),
    ("ul. Abaya 12, kv 5", "…, kv 5"),
    ("улица Абая 12 цела?", "… цела?"),
    ("Hauptstraße 5 brennt", "… brennt"),
    ("calle Mayor 12 burns", "… burns"),
    ("flat 12 burns", "… burns"),
    ("Write to P.O. Box 77", "Write to …"),
    ("Is Storgata 12, 0155 Oslo safe?", "Is … safe?"),
    # their own names
    ("My name is Anna K. Sarsen, who won?", "…, who won?"),
    ("my name is Anna Sarsen, who won?", "…, who won?"),
    ("My full name’s Anna and who won?", "… and who won?"),
    # several at once
    ("a@b.example or +77011234567 or @abc", "… or … or …"),
]

KEPT = [
    "What happened on 2022-01-06?",
    "What happened on 06.01.2022 at 10:30?",
    "What happened on 1/6/22?",
    "Between 2021-12-31 and 2022-01-06?",
    "2022-01-05 2022-01-06",
    "2022-01-06 10:30:00",
    "Who was president in 2019-2022?",
    "What about 2019, 2020, 2021?",
    "Was it in 2022 6000 troops came?",
    "5 January 2022 6000 troops came",
    "Did 24 die?",
    "Did Khabar-24 say so?",
    "COVID-19 2020-2021",
    "Were 6,000 troops sent?",
    "Were 6 000 troops sent?",
    "Is it 10 000 – 20 000 people?",
    "Did 1,234,567 people flee?",
    "Did 1000000 people flee?",
    "Did 1 000 000 people flee?",
    "Did 1.000.000 people flee?",
    "Is it open 24/7 since 9/11?",
    "Article 205-3, paragraph 7?",
    "Was Republic Square cleared?",
    "Who was shot on Abay street?",
    "Were 2 men shot on Abay street?",
    "Did 24 protesters block Main Street?",
    "On Abay Street 24 people died?",
    "Were 3 main roads blocked?",
    "On January 12, 2022 Tokayev spoke?",
    "What did Khabar 24, 15000 People and Tass say?",
    "Whose name is Anna?",
    "What is the name of the mayor?",
    "Does zakon.kz say so?",
    "What did the U.S. say?",
    "What cost $1,234,567.89?",
    "Call 112 or 911?",
    "He resigned @ noon?",
    "Was it 3.5 percent?",
    "¿Qué pasó? 😀",
]


@pytest.mark.parametrize(("text", "bare"), REMOVED, ids=[text for text, _ in REMOVED])
def test_personal_details_are_taken_out(text: str, bare: str) -> None:
    assert without_details(text) == bare


@pytest.mark.parametrize("text", KEPT)
def test_what_is_no_personal_detail_stays(text: str) -> None:
    assert without_details(text) == text


def test_a_question_is_kept_in_one_line_without_signs_that_cannot_be_shown() -> None:
    assert without_details(" Who\n\tasked\u2028it\x00 \x85?\x7f ") == "Who asked it ?"


def test_a_long_text_is_cut_at_a_word_once_the_details_are_gone() -> None:
    bare = without_details("Who " * 49 + "a@b.example " * 30)
    assert bare.startswith("Who ")
    assert bare.endswith(GONE)
    assert len(bare) <= LONGEST
    assert "@" not in bare


@pytest.mark.parametrize("text", ["", "???", "…", "\u200b"])
def test_nothing_is_kept_where_there_are_no_words(text: str) -> None:
    assert without_details(text) == ""


@pytest.mark.parametrize("piece", ["a", "1", "a.", "1 ", "Aa ", "@", "1-", "a@", "12 Aa ", "www."])
def test_what_is_as_long_as_messages_get_takes_no_longer_than_it_must(piece: str) -> None:
    """Ends at all: a pattern that tries everything again at each sign would not."""
    assert len(without_details(piece * (4096 // len(piece)))) <= LONGEST
