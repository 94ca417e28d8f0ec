"""Text in, reply out."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.answering.assistant import combined
from bot.answering.conversation import Conversation
from bot.answering.message import MOST_QUESTIONS
from bot.answering.reply import Reply
from bot.answering.suggesting import MOST_SUGGESTIONS, first_questions
from bot.evaluation import evaluate
from tests.answeringcases import WHO, Room, fact_of
from tests.answeringquestions import ANSWERED, AS_READERS_WRITE, REFUSED, YES_NO


@pytest.mark.parametrize(("question", "fact", "slot", "answer"), ANSWERED)
def test_questions_find_their_fact_and_slot(
    room: Room, question: str, fact: str, slot: str | None, answer: str | None
) -> None:
    reply = room.ask(question)
    assert fact_of(reply) == fact
    assert slot is None or reply.slot == slot
    assert answer is None or reply.answer == answer
    assert 0 < reply.confidence <= 1


@pytest.mark.parametrize(("question", "fact", "answer"), YES_NO)
def test_yes_and_no(room: Room, question: str, fact: str, answer: str) -> None:
    reply = room.ask(question)
    assert (fact_of(reply), reply.answer) == (fact, answer)


@pytest.mark.parametrize("question", REFUSED)
def test_what_the_story_does_not_say_is_refused(room: Room, question: str) -> None:
    reply = room.ask(question)
    assert reply.outcome == "not_in_source"
    assert (reply.answer, reply.confidence, reply.slot) == ("", 0.0, "")


@pytest.mark.parametrize(
    "question",
    [
        "What is the capital of France?",
        "What's the best pizza recipe?",
        "who won the world cup",
        "What did Merkel say?",
        "???",
        "🙂",
        "",
        "xqzv",
        "Кто это сделал?",
    ],
)
def test_off_topic(room: Room, question: str) -> None:
    reply = room.ask(question)
    assert (reply.outcome, reply.answer, reply.citations) == ("off_topic", "", ())
    assert reply.statement


@pytest.mark.parametrize("message", ["hello", "Hi there!", "thanks!", "what can you do?", "are you a bot?", "bye 👋"])
def test_small_talk(room: Room, message: str) -> None:
    assert room.ask(message).outcome == "small_talk"


@pytest.mark.parametrize(
    "question", ["How many people drowned?", "Were there any deaths?", "how many people died", "HOW MANY PEOPLE DIED??"]
)
def test_what_is_not_reported_is_said_in_the_editors_words(room: Room, question: str) -> None:
    reply = room.ask(question)
    assert reply.outcome == "not_in_source"
    assert reply.statement.startswith("The articles give no number of victims.\n")
    assert {citation.fact for citation in reply.citations} == {"evacuation"}


@pytest.mark.parametrize(("message", "expected"), AS_READERS_WRITE)
def test_readers_write_as_they_like(room: Room, message: str, expected: tuple[str, str]) -> None:
    reply = room.ask(message)
    assert (fact_of(reply), reply.slot) == expected


@pytest.mark.parametrize(
    ("message", "facts"),
    [
        (f"{WHO} How many soldiers were sent?", ["evacuation", "soldiers-sent"]),
        (f"When did the dam burst; {WHO} how many soldiers were sent", ["dam-burst", "evacuation", "soldiers-sent"]),
        ("Who ordered the evacuation and how many soldiers were sent?", ["evacuation", "soldiers-sent"]),
        (f"{WHO}\nWho warned the parents?", ["evacuation", "school-warning"]),
    ],
)
def test_several_questions_in_one_message(room: Room, message: str, facts: list[str]) -> None:
    reply = room.ask(message)
    assert [fact_of(part) for part in reply.parts] == facts
    assert reply.text == "\n\n".join(part.text for part in reply.parts)
    assert list(dict.fromkeys(citation.fact for citation in reply.citations)) == facts


@pytest.mark.parametrize(
    "message", [f"{WHO} What is the capital of France?", f"What is the capital of France? {WHO}", f"{WHO} {WHO}"]
)
def test_one_answer_needs_no_parts(room: Room, message: str) -> None:
    reply = room.ask(message)
    assert (fact_of(reply), reply.parts) == ("evacuation", ())


def test_no_more_answers_than_questions_that_are_read(room: Room) -> None:
    reply = room.ask(" ".join(test.ask for test in room.story.tests))
    assert len(reply.parts) <= MOST_QUESTIONS


@pytest.mark.parametrize("message", ["what happened?", "summary", "summary please", "what's going on"])
def test_the_whole_story(room: Room, message: str) -> None:
    reply = room.ask(message)
    assert reply.outcome == "answered"
    assert [citation.fact for citation in reply.citations] == room.story.story.summary


@pytest.mark.parametrize(
    "message",
    [
        "why is this happening?",
        "What caused all this?",
        "how did it all begin",
        "what set the whole thing off",
        "what is behind all this?",
    ],
)
def test_why_at_all_is_told_by_the_main_cause(room: Room, message: str) -> None:
    reply = room.ask(message)
    assert (fact_of(reply), reply.answer) == ("dam-burst", "A week of heavy rain")


@pytest.mark.parametrize("message", ["why?", "why did he do it?", "why now", "why is this hospital open?"])
def test_why_of_something_else_is_not(room: Room, message: str) -> None:
    assert room.ask(message).outcome in ("off_topic", "not_in_source")


@pytest.mark.parametrize(
    ("message", "fact", "answer"),
    [
        ("Is it confirmed that the dam burst?", "dam-burst", "The article reports it."),
        ("is it just a rumour that the mayor ordered the evacuation", "evacuation", "The article reports it."),
        ("Has anyone confirmed that soldiers were sent?", "soldiers-sent", "The article gives it as an announcement."),
        ("Is it official that the mayor fled?", "not_in_source", ""),
    ],
)
def test_how_sure_a_statement_is(room: Room, message: str, fact: str, answer: str) -> None:
    reply = room.ask(message)
    assert (fact_of(reply), reply.answer) == (fact, answer)


@pytest.mark.parametrize(
    ("message", "facts"),
    [
        ("Did the hospital burn down? Is it open?", []),
        ("Who is Greta Lindqvist? What did she order?", ["lindqvist", "evacuation"]),
        ("I know you are busy but did the dam burst? my friend is stuck there", ["dam-burst"]),
        ("who ordered the evacuation i used to live there as a child", ["evacuation"]),
        ("When did the dam burst, i need it for my friend who's stuck there thx", ["dam-burst"]),
    ],
)
def test_questions_among_other_words(room: Room, message: str, facts: list[str]) -> None:
    reply = room.ask(message)
    told = list(dict.fromkeys(citation.fact for citation in reply.citations)) if reply.outcome == "answered" else []
    assert told == facts


def test_what_somebody_did(room: Room) -> None:
    reply = room.ask("What did the mayor do?")
    assert reply.outcome == "answered"
    assert {citation.fact for citation in reply.citations} == {"evacuation", "mayor-accuses"}


def test_the_timeline(room: Room) -> None:
    assert [citation.fact for citation in room.ask("timeline").citations] == ["dam-burst", "evacuation"]


def test_a_claim_keeps_its_hedge(room: Room) -> None:
    reply = room.ask("Why does the mayor blame the ministry?")
    assert "accuses" in reply.statement
    assert "Greta Lindqvist" in reply.attribution
    assert reply.statement in reply.text
    assert reply.attribution in reply.text


def test_an_answer_shows_its_source(room: Room) -> None:
    (citation,) = room.ask("When did the dam burst?").citations
    assert (citation.source, citation.paragraph, citation.quote) == (
        "Orvendale Herald",
        1,
        "burst after a week of rain",
    )
    assert (citation.published, citation.url) == (room.story.story.as_of, "https://herald.example/2031/dam")


def test_suggestions_are_answerable_few_and_never_told(room: Room) -> None:
    questions = {question: fact for fact, question in first_questions(room.story).items()}
    conversation, told = Conversation(), set[str]()
    for question, fact in questions.items():
        reply = room.assistant.ask(question, conversation)
        told.add(fact)
        suggested = [questions[suggestion] for suggestion in reply.suggestions]
        assert not told & set(suggested)
        assert len(suggested) == len(set(suggested)) == min(MOST_SUGGESTIONS, len(questions) - len(told))
    assert told == set(questions.values())


def test_first_words_suggest_questions(room: Room) -> None:
    for reply in (room.assistant.greeting(), room.assistant.help()):
        assert reply.outcome == "small_talk"
        assert len(reply.suggestions) == MOST_SUGGESTIONS


def test_the_editors_own_tests_hold(room: Room) -> None:
    wrong = [verdict for verdict in evaluate(room.story.tests, room.assistant.ask) if not verdict.is_right]
    assert wrong == []


def test_nothing_is_kept_without_a_conversation(room: Room) -> None:
    before = room.assistant.ask(WHO)
    room.assistant.ask("When did the dam burst?")
    assert room.assistant.ask("Why?").outcome == "off_topic"
    assert room.assistant.ask(WHO) == before


def test_replies_combined(room: Room) -> None:
    first, second = room.ask("When did the dam burst?"), room.ask(WHO)
    both = combined([first, second])
    assert both.parts == (first, second)
    assert (both.outcome, both.answer, both.as_of) == ("answered", first.answer, first.as_of)
    assert both.citations == (*first.citations, *second.citations)
    assert both.confidence == min(first.confidence, second.confidence)
    assert both.suggestions == second.suggestions


WORDS = st.sampled_from(
    "who what when why how many not or and , ? . 's the in by dam mayor Lindqvist she it there open 300 zyx".split()
)
ZALGO = "".join(letter + "\u0335\u0322\u031b\u0301" * 8 for letter in "who ordered the evacuation")


@given(
    text=st.text(max_size=120)
    | st.lists(WORDS, max_size=14).map(" ".join)
    | st.text("?!.,;:'\"()-…“”", max_size=60)
    | st.text("😭🌊🏳️‍🌈👨‍👩‍👧🇰🇿 ", max_size=30)
)
@example(text="a" * 4096)
@example(text="who " * 1024)
@example(text="?" * 4096)
@example(text="who ordered it? " * 256)
@example(text="😭" * 4096)
@example(text=ZALGO)
@example(text=unicodedata.normalize("NFD", "qui a ordonné l’évacuation ?"))
@example(text="\ud800 who \udfff")
@example(text="\0\n\t")
@example(text="who's 's '' 'd 're")
@example(text="مَن أمر بالإخلاء؟ 谁下令疏散？ კითხვა")
@example(text="1.2.3,4 $€% 8 9 10")
@example(text="or or or?")
@example(text="is it or")
@example(text="and and and")
@example(text="besides")
@example(text="I.I.I. my my my")
@example(text="which kind of sort of type of")
def test_any_text_gets_a_reply(room: Room, text: str) -> None:
    conversation = Conversation()
    for message in (WHO, text, "Why?", text):
        reply = room.assistant.ask(message, conversation)
        assert isinstance(reply, Reply)
        assert reply.text
        assert (reply.outcome == "answered") == (reply.confidence > 0)
        assert reply.outcome != "answered" or reply.citations
    assert room.assistant.explain(text, conversation)


@pytest.mark.parametrize(
    ("message", "fact"), [("What did the divers do?", "gym-searched"), ("What happened on the market square?", "")]
)
def test_what_was_told_together_may_be_pointed_at(later: Room, message: str, fact: str) -> None:
    conversation = Conversation()
    reply = later.assistant.ask(message, conversation)
    assert [each and each.id for each in (conversation.target, conversation.shown)] == [fact or None] * 2
    spoken_of = {key for each in reply.citations for key in later.index.fact(0, each.fact).spoken_of}
    assert spoken_of
    assert spoken_of <= set(conversation.entities)


@pytest.mark.parametrize(
    ("message", "fact"),
    [
        # what a message names before its question may be what its pronoun stands for
        ("Greta Lindqvist was on TV. Who is she?", "lindqvist"),
        ("I met Tomas Brukner. How many soldiers did he send?", "soldiers-sent"),
        ("I listen to Velka Radio. What is it?", "velka-radio"),
        # or may not
        ("My aunt works for Velka Radio. Who sent them there?", "soldiers-sent"),
    ],
)
def test_pronouns_stand_for_what_the_message_names(later: Room, message: str, fact: str) -> None:
    assert fact_of(later.ask(message)) == fact


@pytest.mark.parametrize(
    ("messages", "answers"),
    [
        (["Askby is my home. Who came there?"], "brigades-came"),
        (["Where were inspectors sent?", "Askby is my home. Who came there?"], "brigades-came"),
    ],
)
def test_there_is_the_place_that_the_message_names(harbour: Room, messages: list[str], answers: str) -> None:
    assert fact_of(harbour.ask(*messages)) == answers


@pytest.mark.parametrize(
    ("message", "answers"),
    [
        # who is only at home is not the people that may not swim
        ("My brother is in Orvendale. Can he swim in the lake?", "swimming-banned"),
        ("My sister is in Orvendale. Is she allowed to swim in the lake?", "swimming-banned"),
        ("My brother is nice. Can he swim in the lake?", "not_in_source"),
        # whose word it is
        ("Is the robbery of the bakery hearsay?", "shop-looted"),
        # what it turns to
        ("How about the mayor, who is she?", "lindqvist"),
        ("Let's turn to the mayor: who is she?", "lindqvist"),
    ],
)
def test_words_around_a_question_tell_whom_it_is_about(later: Room, message: str, answers: str) -> None:
    assert fact_of(later.ask(message)) == answers


@pytest.mark.parametrize("message", ["I was afraid. What started it?", "I live near Orvendale. What started it all?"])
def test_what_started_it_may_be_the_cause_of_all(room: Room, message: str) -> None:
    reply = room.ask(message)
    assert (fact_of(reply), reply.slot) == ("dam-burst", "why")


@pytest.mark.parametrize(
    ("message", "answer"),
    [
        ("What are your sources?", "Orvendale Herald, The Monitor and Atlas of Selvania"),
        # before anything was told
        ("Is this true?", "Orvendale Herald, The Monitor and Atlas of Selvania"),
        ("Is this confirmed?", "Orvendale Herald, The Monitor and Atlas of Selvania"),
        ("Source?", "Orvendale Herald, The Monitor and Atlas of Selvania"),
        ("Who says so?", "Orvendale Herald, The Monitor and Atlas of Selvania"),
        ("How old is this?", "11 June 2031"),
    ],
)
def test_whom_and_when_it_comes_from(room: Room, message: str, answer: str) -> None:
    reply = room.ask(message)
    assert (reply.outcome, reply.answer) == ("answered", answer)
    assert {citation.source for citation in reply.citations} <= {"Orvendale Herald", "The Monitor"}
    assert "Orvendale Herald" in reply.statement


@pytest.mark.parametrize(("message", "refused"), [("Who painted the hospital?", True), ("Who sent soldiers?", False)])
def test_what_got_no_answer_is_kept_in_mind(room: Room, message: str, refused: bool) -> None:
    conversation = Conversation()
    room.assistant.ask(message, conversation)
    assert conversation.is_refused is refused


def test_who_says_something_else_is_no_question_for_the_publisher(room: Room) -> None:
    assert room.ask("Who says that Zyxwort married?").outcome != "answered"


@pytest.mark.parametrize(
    ("message", "fact"),
    [
        # real words are reconsidered beside a slip, if nothing answers as it is written
        ("how many solders were sennt", "soldiers-sent"),
        ("who slept on the markit spare", "families-slept"),
        ("who robbed the backery, a gag", "shop-looted"),
        ("how many solders were sent", "off_topic"),
    ],
)
def test_slips_that_make_other_words(later: Room, message: str, fact: str) -> None:
    assert fact_of(later.ask(message)) == fact


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("Who ordered the evacuation? Who painted the hospital?", "REST"),
        ("Who ordered the evacuation? Who was the mayor before Lindqvist?", "The articles name no earlier mayor."),
        ("Who ordered the evacuation? What a mess at the dam!", ""),
        ("Who ordered the evacuation? How is my dinner?", ""),
    ],
)
def test_of_two_questions_the_one_without_an_answer_is_told(later: Room, message: str, told: str) -> None:
    reply = later.ask(message)
    assert (reply.outcome, reply.answer) == ("answered", "Greta Lindqvist")
    refusals = [part.statement for part in reply.parts if part.outcome == "not_in_source"]
    assert refusals == ([told.replace("REST", later.assistant.voice.rest_not_said)] if told else [])


def test_what_its_publisher_says_is_what_the_article_says(room: Room) -> None:
    assert fact_of(room.ask("What does The Monitor say about the ministry?")) == "river-ministry"


def test_facts_told_together_are_not_told_again(later: Room) -> None:
    first, second = later.replies("What did the mayor do?", "What else did she do?")
    assert first.statement.splitlines()[0] not in second.statement


def test_what_is_found_by_a_wording_is_spoken_of_as_any_other_fact(room: Room) -> None:
    conversation = Conversation()
    room.assistant.ask("What should parents do?", conversation)
    target = conversation.target
    assert target is not None
    assert target is conversation.shown
    assert (target.id, target.kind) == ("school-warning", "")
    assert conversation.entities == ["0:velka-radio"]
