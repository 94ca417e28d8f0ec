"""Messages taken apart into the clauses that ask."""

from __future__ import annotations

import pytest

from bot.answering.clause import Clause
from bot.answering.message import MOST_QUESTIONS, Segmenter
from tests.answeringcases import Room


def sentences(room: Room, message: str) -> list[list[Clause]]:
    return Segmenter(room.language, room.tokens).asking_sentences(message)


def text(clause: Clause) -> str:
    return " ".join(token.word for token in clause.tokens)


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("Who ordered it?", [["who ordered it"]]),
        ("The dam broke. Who ordered the search? Thanks.", [["who ordered the search"]]),
        ("I was there. When did the dam burst?", [["when did the dam burst"]]),
        ("When did it burst? Who left?", [["when did it burst"], ["who left"]]),
        ("What does O.T.C. stand for?", [["what does otc stand for"]]),
        ("When did it burst; who left", [["when did it burst"], ["who left"]]),
        ("Good luck\nwho left", [["who left"]]),
        ("😭 when did it burst 😭 who left", [["when did it burst"], ["who left"]]),
        ("After the dam burst, who left?", [["after the dam burst", "who left"]]),
        ("Who left (and why)?", [["who left", "and why"]]),
        ("The mayor spoke. What did she say?", [["the mayor spoke", "what did she say"]]),
        ("We live here. What did she say?", [["what did she say"]]),
        # an option belongs to the clause that asks
        ("Was it one dam, or several?", [["was it one dam or several"]]),
        ("Was it one dam, or did several burst?", [["was it one dam", "or did several burst"]]),
        ("How many, if any, were hurt?", [["how many", "were hurt"]]),
        # a face ends a sentence
        ("So awful :( how many were hurt?", [["how many were hurt"]]),
        # a name for short
        ("Who runs the Old Town Council (OTC) now?", [["who runs the old town council now"]]),
        ("Who runs the council (if any) now?", [["who runs the council", "now"]]),
        # what somebody meant
        ("No, I meant the mayor's house. What happened to it?", [["the mayor house", "what happened to it"]]),
        # a tag makes a question of a statement
        ("She left, didn't she?", [["she left"]]),
        ("The mayor left didn't she", [["the mayor left"]]),
        ("The mayor left, did she?", [["the mayor left"]]),
        ("The mayor left, who did?", [["the mayor left", "who did"]]),
        ("Who left, did she?", [["who left", "did she"]]),
        ("What did they", [["what did they"]]),
        # what is put right
        ("Who left the old town, sorry, the mill?", [["who left the old town", "sorry", "the mill"]]),
        ("Who drowned in the mill, no wait, in the dam?", [["who drowned in the dam"]]),
        ("Who drowned in the mill, sorry, at the dam?", [["who drowned in the mill", "sorry", "at the dam"]]),
        ("Who drowned in the mill, they ask, in the dam?", [["who drowned in the mill", "they ask", "in the dam"]]),
        # what is asked apart
        ("Someone left the town, who?", [["who left the town"]]),
        ("She asked somebody for help, didn't she, who?", [["who she asked for help"]]),
        ("They moved something, who?", [["they moved something", "who"]]),
        ("They moved out, who?", [["they moved out", "who"]]),
        ("Who moved out, which town?", [["which town moved out"]]),
        ("Who leads it, which big town?", [["which big town leads it"]]),
        ("When did they move out, which town?", [["when did they move out", "which town"]]),
        ("Who did she call in?", [["who did she call in"]]),
        # what is named apart
        ("That Lindqvist woman, what did she order?", [["what did lindqvist woman order"]]),
        ("That mayor, what did she order?", [["that mayor", "what did she order"]]),
        ("That Lindqvist, did she say when she leaves?", [["that lindqvist", "when she leaves"]]),
        ("Bergen, that's the capital, isn't it?", [["bergen is the capital"]]),
        ("Greta, she is the mayor, right?", [["greta is the mayor"]]),
        ("Sorry, who is the mayor?", [["who is the mayor"]]),
        ("Oh dear, that is the mayor?", [["oh dear", "that is the mayor"]]),
        # however politely it is asked
        ("I should be most obliged to learn the name of the mayor.", [["the name of the mayor"]]),
        ("Would you be good enough to say roughly how many left?", [["how many left"]]),
        ("I wonder whether the text discloses who left.", [["who left"]]),
        ("I am anxious to know whether the mayor left.", [["the mayor left"]]),
        ("Might you say upon which day it burst?", [["upon which day it burst"]]),
        ("Did they discover the mayor?", [["did they discover the mayor"]]),
        ("Did the mayor say how many left?", [["how many left according to the mayor"]]),
        ("Has Greta ever said how many left?", [["how many left according to greta ever"]]),
        ("Did the mayor say how many of them left?", [["how many of them left"]]),
        ("Did the mayor say who left?", [["who left"]]),
        ("Did the article say how many left?", [["how many left"]]),
        ("Did any of the people say how many left?", [["how many left"]]),
        ("Do they say how many left?", [["how many left"]]),
        ("Did they see roughly how many left?", [["did they see roughly how many left"]]),
        # what one's own people may do holds for all
        ("Can my aunt leave the town?", [["can people leave the town"]]),
        ("Are my cousins allowed to leave?", [["are people allowed to leave"]]),
        ("Is my aunt hurt?", [["is my aunt hurt"]]),
        # a word of surprise
        ("Wait the mayor said that it burst?", [["the mayor said that it burst"]]),
        ("Wait for whom?", [["wait for whom"]]),
        # what somebody wants to be given
        ("Give me the name of the mayor.", [["the name of the mayor"]]),
        # there is the place named before
        ("I live in Bergen. Is it safe there?", [["is it safe in bergen"]]),
        ("I live in the hills. Is it safe there?", [["is it safe there"]]),
        ("I live in Bergen. Is it safe?", [["is it safe"]]),
        ("I live in Bergen, is it safe there?", [["i live in bergen", "is it safe in bergen"]]),
        ("I live in bergen. Is it safe there?", [["is it safe in bergen"]]),
        ("I am at school. Is it safe there?", [["is it safe there"]]),
        ("Anna lives in Bergen. Is the dam safe in her city?", [["is the dam safe in bergen"]]),
        ("Anna lives in Bergen. Is the dam safe where she lives?", [["is the dam safe in bergen"]]),
        ("Is the dam safe where Anna lives?", [["is the dam safe where anna lives"]]),
        # the source of what was told before
        ("They say the dam burst. Who says so, any proof?", [["the dam burst who says so"]]),
        ("They say the dam burst. Source?", [["the dam burst who says so"]]),
        ("Did it burst? Source?", [["did it burst"], ["source"]]),
        ("Any source?", [["any source"]]),
        # what somebody of one's own may do there holds for all
        ("My brother lives in Bergen. Can he leave?", [["can people leave"]]),
        ("My brother lives in Bergen. Did he leave?", [["did he leave"]]),
        ("My brother lives in Bergen. Can he leave? Did he call?", [["can people leave"], ["did he call"]]),
        ("My brother in Bergen says so. Can he leave?", [["can he leave"]]),
        ("My brother met Anna in Bergen. Can he leave?", [["can he leave"]]),
        ("My brother is fine. Can he leave?", [["can he leave"]]),
        # words that only turn to something
        ("What about the mayor, is she safe?", [["the mayor", "is she safe"]]),
        ("Can we move on to the mayor, who is she?", [["the mayor", "who is she"]]),
        ("Let's talk to the mayor, who is she?", [["let talk to the mayor", "who is she"]]),
        # a particle alone asks nothing
        ("Should I text my friend back?", [["should i text my friend back"]]),
        ("Can I tell my sister off?", [["can i tell my sister off"]]),
        # nor does an answer that the reader gives
        ("Can I tell my sister yes?", [["can i tell my sister"]]),
        # what somebody said is asked for by all of the words
        ("I read that she said what?", [["she said what"]]),
        # never to have heard of it only leads to it
        ("You never said the dam burst", [["the dam burst"]]),
        # told of somebody of one's own
        ("My neighbour was in tears. Who left?", [["who left"]]),
        ("Hello. The dam.", [["hello", "the dam"]]),
        # a question may end in its interrogative or its verb
        ("Do you know who?", [["who"]]),
        ("Tell me where that is", [["where that is"]]),
        ("I read of the corps. What is it?", [["the corps"], ["what is it"]]),
        ("Tell me where that is please", [["where that is"]]),
        ("Tell me where that is please thanks", [["where that is"]]),
        ("I wonder who she is please", [["who she is"]]),
        ("Tell me who is she please", [["who is she"]]),
        ("Where is it thank you", [["where is it"]]),
        ("What is it about", [["what is it about"]]),
        ("What is the story", [["what is the story"]]),
        ("Hey what is this story about", [["what is this story about"]]),
        ("Whatever became of the dam?", [["what became of the dam"]]),
        ("Whatever", [["whatever"]]),
        ("What does the article say", [["what does the article say"]]),
        # what the bot may have is what it is asked for
        ("Do you have a number of the dead?", [["a number of the dead"]]),
        ("Have you got any names?", [["any names"]]),
        ("Could you give me the name of the mayor?", [["the name of the mayor"]]),
        ("Do you have to leave?", [["do you have to leave"]]),
        ("Do you have a dog yourself?", [["do you have a dog yourself"]]),
        ("What is this", [["what is this"]]),
        ("The dam burst, what is it with you", [["the dam burst", "what is it with you"]]),
        # where it is asked of, and of whom, may stand apart
        ("In Bergen, did the dam burst?", [["did the dam burst in bergen"]]),
        ("And in the capital, was it dry?", [["was it dry in the capital"]]),
        ("In short, did the dam burst?", [["in short", "did the dam burst"]]),
        ("In Bergen, who left?", [["in bergen", "who left"]]),
        ("The dam, did it burst?", [["did the dam burst"]]),
        ("And the old dam, did it burst?", [["did the old dam burst"]]),
        ("Did it burst, the dam?", [["did the dam burst"]]),
        ("A dam, did it burst?", [["a dam", "did it burst"]]),
        ("The dam, did water burst it?", [["the dam", "did water burst it"]]),
        # who says yes says something
        ("Did they say yes?", [["did they say yes"]]),
        ("Did they leave yes?", [["did they leave"]]),
        # to please is no politeness, and everyone is somebody
        ("Can people go where they please?", [["can people go where they please"]]),
        ("Is everyone free to go?", [["is everyone free to go"]]),
        ("Does everyone know who left?", [["who left"]]),
        ("", []),
        ("?!… 😭", []),
    ],
)
def test_sentences_that_ask(room: Room, message: str, expected: list[list[str]]) -> None:
    assert [[text(clause) for clause in clauses] for clauses in sentences(room, message)] == expected


@pytest.mark.parametrize(
    "message",
    [
        "Do you know when the dam burst?",
        "Can you tell me when the dam burst please",
        "could u pls tell me when the dam burst??",
        "I wonder when the dam burst",
        "I was just wondering, when the dam burst?",
        "Does the article say when the dam burst?",
        "Any idea when the dam burst?",
        "My uncle wants to know when the dam burst.",
    ],
)
def test_lead_ins_and_tails_are_taken_off(room: Room, message: str) -> None:
    ((*_before, clause),) = sentences(room, message)
    assert (text(clause), clause.is_interrogative) == ("when the dam burst", True)


@pytest.mark.parametrize("message", ["Did the news sites come back?", "Does Greta know who robbed the bakery?"])
def test_what_looks_like_a_lead_in_may_be_asked(room: Room, message: str) -> None:
    ((*_before, clause),) = sentences(room, message)
    assert text(clause) == message.casefold().rstrip("?")


@pytest.mark.parametrize(
    "message",
    [
        "Is it true that the dam burst?",
        "is it true the dam burst or not?",
        "I wonder whether the dam burst",
        "My friend says the dam burst",
        "I heard that the dam burst",
    ],
)
def test_statements_put_up_for_confirmation(room: Room, message: str) -> None:
    (((clause),),) = sentences(room, message)
    assert (text(clause), clause.is_interrogative, clause.is_statement) == ("the dam burst", False, True)
    assert clause.asks


@pytest.mark.parametrize(
    ("message", "marked", "interrogative"),
    [
        ("the dam?", True, False),
        ("the dam", False, False),
        ("who left", False, True),
        # told, and not asked
        ("doing my homework", False, False),
        ("would be glad", False, False),
        ("was in tears", False, False),
        ("was it in tears", False, True),
        ("is in town", False, True),
        ("and did they leave", False, True),
        ("in which town", False, True),
    ],
)
def test_how_a_clause_asks(room: Room, message: str, marked: bool, interrogative: bool) -> None:
    ((clause,),) = sentences(room, message)
    assert (clause.is_marked, clause.is_interrogative) == (marked, interrogative)
    assert clause.asks is (marked or interrogative)


@pytest.mark.parametrize(
    ("message", "personal"), [("my cellar is wet?", True), ("we left?", True), ("they left?", False)]
)
def test_readers_speak_of_themselves(room: Room, message: str, personal: bool) -> None:
    ((clause,),) = sentences(room, message)
    assert clause.is_personal is personal


def test_no_more_questions_than_are_answered(room: Room) -> None:
    message = " ".join(f"Who saw dam {number}?" for number in range(MOST_QUESTIONS + 2))
    assert len(sentences(room, message)) == MOST_QUESTIONS


def test_a_whole_message_as_one_statement(room: Room) -> None:
    whole = Segmenter(room.language, room.tokens).merged("The dam. It burst, on Sunday")
    assert (text(whole), whole.is_interrogative, whole.is_statement) == ("the dam it burst on sunday", False, True)


def test_what_a_message_begins_with_is_no_part_of_that_statement(room: Room) -> None:
    assert text(Segmenter(room.language, room.tokens).merged("Heavy rain. The dam. It burst")) == "the dam it burst"
