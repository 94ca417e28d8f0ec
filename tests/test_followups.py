"""Questions that point back to what was said before."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answering.candidates import Candidate
from bot.answering.conversation import Conversation
from bot.answering.followups import Followups
from tests.answeringcases import Room, fact_of

ORDERED, SENT, BURST = "Who ordered the evacuation?", "Who sent the soldiers?", "When did the dam burst?"
SLEPT = "Who slept on the market square?"


@pytest.mark.parametrize(
    ("messages", "fact", "slot"),
    [
        # what is left out
        ([ORDERED, "When?"], "evacuation", "when"),
        ([ORDERED, "and when?"], "evacuation", "when"),
        ([BURST, "Why?"], "dam-burst", "why"),
        ([BURST, "where"], "dam-burst", "where"),
        (["How many soldiers were sent?", "By whom?"], "soldiers-sent", "who"),
        ([SENT, "for how long?"], "soldiers-sent", "how_long"),
        ([BURST, "Why?", "Where?"], "dam-burst", "where"),
        ([BURST, "And in Orvendale?"], "dam-burst", "when"),
        # pronouns
        ([ORDERED, "When did she order it?"], "evacuation", "when"),
        ([ORDERED, "Whom does she accuse?"], "mayor-accuses", "what"),
        (["Who is Greta Lindqvist?", "What did she order?"], "evacuation", "what"),
        (["Who is Tomas Brukner?", "How many soldiers did he send?"], "soldiers-sent", "how_many"),
        ([SENT, "Why did he send them?"], "soldiers-sent", "purpose"),
        ([BURST, "Why did it burst?"], "dam-burst", "why"),
        (["Who is Greta Lindqvist?", "When the burst?"], "dam-burst", "when"),
        ([SENT, ORDERED, "Did the other one send soldiers?"], "soldiers-sent", ""),
        ([SENT, "Was he the one who sent soldiers?"], "soldiers-sent", ""),
        ([SENT, "Which country is he the defence minister of?"], "brukner", "what"),
        (["What is the River Ministry?", "Who accuses it?"], "mayor-accuses", "who"),
        (["Where were the soldiers sent?", "Which buildings were flooded there?"], "hospital-flooded", "what"),
        # another topic, and what is then pointed to
        ([ORDERED, SENT], "soldiers-sent", "who"),
        ([BURST, ORDERED, "When?"], "evacuation", "when"),
        ([ORDERED, "And how many soldiers were sent?"], "soldiers-sent", "how_many"),
        ([SENT, "Never mind. Who ordered the evacuation?"], "evacuation", "who"),
        # who says what came nearest
        (["How many tanks were sent?", "Says who?"], "soldiers-sent", "according_to"),
        # what is said before is no topic
        ([BURST, "Good. Who sent soldiers, is it him?"], "soldiers-sent", "who"),
        # bare words
        (["Was the evacuation ordered?", "By?"], "evacuation", "who"),
        # what somebody said, whose card or deed was told
        (["Who is Greta Lindqvist?", "What did she say?"], "mayor-accuses", "what"),
        (["What did the mayor order?", "What did she say?"], "mayor-accuses", "what"),
        # corrections
        (["Who is the defence minister?", "No, I meant the mayor."], "lindqvist", "who"),
        ([SENT, "No, I was asking about the evacuation"], "evacuation", ""),
        # what else there is
        ([ORDERED, "what else?"], "mayor-accuses", ""),
        (["Tell me more"], "dam-burst", ""),
        # is X the Y
        (["Who is the mayor?", "Is she the mayor of Orvendale?"], "lindqvist", ""),
        # forgotten names
        ([ORDERED, "What did that lady order?"], "evacuation", "what"),
        # the same of another thing
        ([BURST, "And the evacuation?"], "evacuation", "when"),
        ([BURST, "Evacuation?"], "evacuation", ""),
        ([BURST, "And an evacuation?"], "evacuation", ""),
        ([SENT, "And the evacuation?"], "evacuation", ""),
        # from which country somebody is
        ([ORDERED, "From which country?"], "lindqvist", "what"),
        (["Who is Greta Lindqvist?", "From which country?"], "lindqvist", "what"),
        # who called them is not who says it
        ([SENT, "Who called them in?"], "soldiers-sent", "who"),
        # what just answered, by its name
        (["Where were the soldiers sent?", "Is that the town in the north?"], "orvendale", ""),
        # to whom it was said
        (["Was the school closed?", "Who warned the parents?", "Who did they say it to?"], "school-warning", "to_whom"),
        # a question that stands on its own is not asked of what was told
        (["Who moved out?", "And the dam burst when?"], "dam-burst", "when"),
        # how far it reaches
        ([BURST, "The whole country?"], "dam-burst", "where"),
        # what somebody is by now
        (["Who is Greta Lindqvist?", "Is she still mayor?"], "lindqvist", ""),
        # small talk between question and follow-up
        ([BURST, "thanks", "Why?"], "dam-burst", "why"),
    ],
)
def test_follow_ups(room: Room, messages: list[str], fact: str, slot: str) -> None:
    reply = room.ask(*messages)
    assert (fact_of(reply), reply.slot) == (fact, slot)


@pytest.mark.parametrize(
    ("messages", "answer"),
    [
        ([BURST, "Says who?"], "Orvendale Herald"),
        ([BURST, "How do you know?"], "Orvendale Herald"),
        ([BURST, "Who reported that?"], "Orvendale Herald"),
        (["Who is Greta Lindqvist?", "Source?"], "Orvendale Herald"),
        (["Was the bakery robbed?", "How do you know?"], "The shopkeepers"),
        (["Was the bakery robbed?", "Who told you that?"], "The shopkeepers"),
        (["Was the bakery robbed?", "According to whom?"], "The shopkeepers"),
        (["Was the bakery robbed?", "Who told you?"], "The shopkeepers"),
        (["Was the bakery robbed?", "Whose claim is that?"], "The shopkeepers"),
        (["Was the bakery robbed?", "Which shopkeepers said so?"], "The shopkeepers"),
        (["Was the bakery robbed?", "So who is that from?"], "The shopkeepers"),
        (["How many soldiers were sent?", "Who gave that number?"], "Tomas Brukner"),
        (["How many soldiers were sent?", "Where does that figure come from?"], "Tomas Brukner"),
        (["Was the bakery robbed?", "Is that true?"], "The article gives it as a claim."),
        ([SENT, "Is that official?"], "The article gives it as an announcement."),
        ([BURST, "Is that confirmed?"], "The article reports it."),
        (["How much will the repairs cost?", "Is that certain?"], "The article says that it is not known."),
    ],
)
def test_who_says_so_and_how_sure_it_is(room: Room, messages: list[str], answer: str) -> None:
    assert room.ask(*messages).answer == answer


@pytest.mark.parametrize(
    "messages",
    [
        ["When?"],
        [BURST, "At what hour?"],
        ["Whom does the mayor accuse?", "From which country?"],
        [BURST, "Who confirmed that?"],
        ["How many soldiers were sent?", "And in Hungary?"],
        ["How many soldiers were sent?", "and in Paris?"],
        [BURST, "and in March?"],
        ["Whom does the mayor accuse?", "When?"],
        [ORDERED, "Why?"],
        [ORDERED, "Who is her husband?"],
        [SENT, "How old is he?"],
        [ORDERED, "Did she resign?"],
        ["Who is the mayor?", "Is she the defence minister?"],
        ["What did the water flood?", "When?"],
        ["Did soldiers go to the school?", "How many?"],
        [SENT, "Since when?"],
        ["Who moved out?", "When will they come back?"],
        ["Where were the soldiers sent?", "Is that the capital?"],
        # where it was done is not where they came from, and what was done to some was done against nobody
        [SENT, "From where?"],
        [ORDERED, "Against whom?"],
        [ORDERED, "Everywhere?"],
        # what the question before said itself is no news
        ["What about the soldiers?", "Which ones?"],
        # what somebody does is not named
        ["Who is the mayor?", "Can she do that?"],
        # where it was told is not where it happened
        ["Who warned the parents?", "Where did it happen?"],
        # a name alone asks nothing
        ["Who is Greta Lindqvist?", "Was she there?"],
        # what was counted need not be named
        ["How many soldiers were sent?", "Which ones?"],
        # what got no answer has no day and no number
        ["Who moved out?", "When?"],
        ["Were people evacuated?", "How many?"],
    ],
)
def test_follow_ups_that_nothing_answers(room: Room, messages: list[str]) -> None:
    assert room.ask(*messages).outcome in ("not_in_source", "off_topic")


@pytest.mark.parametrize(
    ("messages", "fact", "slot"),
    [
        # who they are, and what it is, is asked of them and not of what befell them
        ([SLEPT, "Who were they?"], "families-unknown", ""),
        ([SLEPT, "Are their names known?"], "families-unknown", ""),
        ([SENT, "Who is he?"], "brukner", "what"),
        ([SENT, "What is his job?"], "brukner", "what"),
        ([SENT, "What country is he from?"], "brukner", "what"),
        (["Who chairs the relief corps?", "What is it?"], "relief-corps", "what"),
        # a refusal loses no thread
        ([SENT, "Who paid them?", "Where were they sent?"], "soldiers-sent", "where"),
        ([ORDERED, "Who painted the hospital?", "What did she order?"], "evacuation", "what"),
        # "this" before a name points at nothing
        ([SENT, "And who is this Lindqvist woman?"], "lindqvist", "what"),
        # the cause of all is not that of what was told last
        ([SENT, "Why did all this happen?"], "dam-burst", "why"),
        # facts told together
        (["What happened on the market square?", "What did they pitch?"], "tents-pitched", "what"),
        (["What happened on Tuesday?", "Where?"], "families-slept", "where"),
        (["What did the divers do?", "Who says so?"], "gym-searched", ""),
        # whom the question before did not name
        (["Did Brukner send anybody?", "Whom?"], "soldiers-sent", "what"),
        (["Did Brukner send soldiers?", "Who?"], "soldiers-sent", "what"),
        (["Did Velka Radio warn anybody?", "Who?"], "school-warning", "to_whom"),
        (["Who warned the parents?", "To whom?"], "school-warning", "to_whom"),
        (["Were soldiers sent?", "Who?"], "soldiers-sent", "who"),
        # what somebody is tells no deed
        (["Who is Tomas Brukner?", "What did he do?"], "soldiers-sent", "did"),
        # what else the same people did, or else what else there is
        (["What did the mayor do?", "What else?"], "evacuation", ""),
        (["What did the mayor do about the dam?", "Anything else?"], "evacuation", ""),
        (["What did the divers do?", "What else?"], "dam-burst", ""),
        # another speaker
        (["What did the mayor say?", "And the wardens?"], "wardens-report", "what"),
        # of somebody else
        (["Did anybody order the evacuation?", "Did the mayor?"], "evacuation", ""),
        # whom it befell
        (["Was anybody sacked?", "Who?"], "keepers-sacked", "what"),
        # sure
        ([ORDERED, "Are you sure?"], "evacuation", ""),
    ],
)
def test_follow_ups_to_what_came_after(later: Room, messages: list[str], fact: str, slot: str) -> None:
    reply = later.ask(*messages)
    assert (fact_of(reply), reply.slot) == (fact, slot)


@pytest.mark.parametrize(
    "messages",
    [
        # what got no answer has no doer and no cause
        ["Who painted the hospital?", "Why?"],
        ["Were residents painted?", "How many?"],
        # what others did
        [SENT, "What did he order?"],
        [SENT, "Whom does he accuse?"],
        # whom it befell, and who did, is not told
        ["How many people drowned?", "Who?"],
        # what is not in the story is not sure
        ["Who painted the hospital?", "Are you sure?"],
        ["How many people drowned?", "Is that certain?"],
        ["Did the mayor order the evacuation?", "Did Brukner?"],
        # another place
        ["How many soldiers were sent?", "And in the market square?"],
        # what is asked of a place
        ["Where did the dam burst?", "Was anybody robbed there?"],
        ["Who ordered the evacuation?", "Is she from Selvania?"],
        # what somebody is tells no deed
        ["Who is Greta Lindqvist?", "When did it happen?"],
    ],
)
def test_follow_ups_that_nothing_that_came_after_answers(later: Room, messages: list[str]) -> None:
    assert later.ask(*messages).outcome in ("not_in_source", "off_topic")


@pytest.fixture
def followups(room: Room) -> Followups:
    return Followups(room.index, room.tokens)


@pytest.mark.parametrize(
    ("text", "points", "elliptical"),
    [
        ("when did she leave", True, False),
        ("what was flooded there", True, False),
        ("and in paris", True, True),
        ("in the capital", True, True),
        ("when", True, True),
        ("who ordered the evacuation", False, False),
        ("who is the mayor", False, False),
        ("what happened overnight", False, False),
        ("what happened", True, True),
    ],
)
def test_which_questions_point_back(
    room: Room, followups: Followups, text: str, points: bool, elliptical: bool
) -> None:
    question = room.read(text)
    assert followups.must_point(question) is points
    assert followups.is_elliptical(question) is elliptical


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("when", "when"),
        ("by whom", "who"),
        ("with whom", None),
        ("with what", None),
        ("how long", None),
        ("when did it burst", None),
    ],
)
def test_a_bare_question_is_bound_to_the_fact_told_last(
    room: Room, followups: Followups, text: str, slot: str | None
) -> None:
    conversation = Conversation()
    assert followups.bound(room.read(text), conversation) is None
    conversation.remember(room.read("who ordered it"), room.index.fact(0, "evacuation"), [])
    bound = followups.bound(room.read(text), conversation)
    assert (bound and (bound.target.id, bound.slot)) == (("evacuation", slot) if slot else None)


def test_what_a_pronoun_stands_for_is_filled_in(room: Room, followups: Followups) -> None:
    conversation = Conversation()
    conversation.remember(room.read("who is the mayor"), None, ["0:brukner", "0:lindqvist"])
    filled = followups.readings(room.read("whom does she accuse"), conversation)
    assert any({"accuse", "lindqvist"} <= {question.tokens[p].word for p in question.content} for question in filled)
    assert not any("brukner" in {token.word for token in question.tokens} for question in filled)
    assert followups.readings(room.read("who ordered the evacuation"), conversation) == []


@pytest.mark.parametrize(
    ("text", "alone"), [("who fired", True), ("who sacked them", True), ("who sacked keepers", False)]
)
def test_a_question_that_says_nothing_but_the_deed(later: Room, text: str, alone: bool) -> None:
    assert Followups(later.index, later.tokens).is_deed_alone(later.read(text)) is alone


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("who says so", True),
        ("is that true", True),
        ("are you sure", True),
        ("according to whom", True),
        ("is she sure", False),
        ("is it there", False),
        ("who ordered that", False),
    ],
)
def test_who_says_it_or_how_sure_it_is_is_asked(room: Room, followups: Followups, text: str, asked: bool) -> None:
    assert followups.asks_source(room.read(text)) is asked


def spoken(room: Room, question: str, fact: str, *entities: str, slot: str | None = None) -> Conversation:
    """A conversation in which a fact answered a question."""
    conversation = Conversation()
    conversation.remember(room.read(question), room.index.fact(0, fact), entities, slot)
    return conversation


@pytest.mark.parametrize(
    ("said", "text", "first"),
    [
        (("who slept on the market square", "families-slept"), "who were they", ["families"]),
        (("who sent soldiers", "soldiers-sent", "0:brukner"), "who is he", ["tomas", "brukner"]),
        (("who sent soldiers", "soldiers-sent", "0:brukner"), "which country is he from", ["tomas", "brukner"]),
    ],
)
def test_what_somebody_is_is_asked_of_nothing_else_first(
    later: Room, said: tuple[str, ...], text: str, first: list[str]
) -> None:
    question = later.read(text)
    filled = Followups(later.index, later.tokens).readings(question, spoken(later, *said, slot="who"))[0]
    assert [token.word for token in filled.tokens[len(question.tokens) :]] == first


def test_what_is_asked_of_a_place_is_asked_of_nothing_else(room: Room, followups: Followups) -> None:
    conversation = spoken(room, "where did the dam burst", "dam-burst", "0:orvendale")
    (filled,) = followups.readings(room.read("was anybody robbed there"), conversation)
    assert " ".join(token.word for token in filled.tokens) == "was anybody robbed there orvendale"


@pytest.mark.parametrize(
    ("text", "filled", "fact", "does", "held"),
    [
        # what "he" did is no deed of others, and what she says is hers
        ("whom does he accuse", "whom does he accuse tomas brukner", "mayor-accuses", True, False),
        ("whom does she accuse", "whom does she accuse greta lindqvist", "mayor-accuses", True, True),
        # why something else was done
        ("why", "why did it burst", "dam-burst", True, False),
        ("where", "where did it burst", "dam-burst", True, True),
        ("where", "where did it burst", "dam-burst", False, False),
        # who says that it was done is not by whom it was
        ("who was it done by", "who was it done by soldiers", "soldiers-sent", False, False),
        ("who was it done by", "who was it done by soldiers", "soldiers-sent", True, True),
    ],
)
def test_what_holds_in_a_conversation(
    room: Room, followups: Followups, text: str, filled: str, fact: str, does: bool, held: bool
) -> None:
    conversation = spoken(room, "who sent soldiers", "soldiers-sent", "0:brukner", "0:lindqvist")
    candidate = Candidate(room.index.fact(0, fact), "where", 1.0, does=does)
    assert followups.holds(room.read(text), room.read(filled), conversation, candidate) is held


@pytest.mark.parametrize(
    ("score", "unexplained", "held"), [(0.95, (), True), (0.85, (), False), (0.95, ("hit",), False)]
)
def test_a_verb_that_means_the_same_was_done_too(
    room: Room, followups: Followups, score: float, unexplained: tuple[str, ...], held: bool
) -> None:
    conversation = spoken(room, "who sent soldiers", "soldiers-sent", "0:brukner", "0:lindqvist")
    candidate = Candidate(room.index.fact(0, "dam-burst"), "when", score, unexplained=unexplained)
    question, filled = room.read("when did they hit the town"), room.read("when did they hit the town soldiers")
    assert followups.holds(question, filled, conversation, candidate) is held


@pytest.mark.parametrize(
    ("text", "held"),
    [("when did they search it", True), ("since when did they search it", False), ("since when", False)],
)
def test_since_when_is_a_day(later: Room, text: str, held: bool) -> None:
    followups, candidate = (
        Followups(later.index, later.tokens),
        Candidate(later.index.fact(0, "gym-searched"), "when", 1.0, does=True),
    )
    conversation = spoken(later, "where was the gym searched", "gym-searched")
    assert (
        followups.holds(later.read(text), later.read("when did they search the gym"), conversation, candidate) is held
    )
    assert followups.bound(later.read("since when"), conversation) is None
    assert followups.bound(later.read("when"), conversation) is not None


@pytest.mark.parametrize(("text", "held"), [("where", False), ("where did it happen", True)])
def test_what_got_no_answer_holds_nothing(room: Room, followups: Followups, text: str, held: bool) -> None:
    filled, candidate = (
        room.read("where did it burst"),
        Candidate(room.index.fact(0, "dam-burst"), "where", 1.0, does=True),
    )
    conversation = Conversation()
    conversation.remember(room.read("what burst"), None, [])
    assert followups.holds(room.read(text), filled, conversation, candidate)
    conversation.refuse(room.read("what burst"), [])
    assert followups.holds(room.read(text), filled, conversation, candidate) is held


@pytest.mark.parametrize(
    ("text", "of_another"),
    [
        ("did the mayor", True),
        ("did the mayor too", True),
        ("did the mayor order it", False),
        ("is the mayor in Orvendale", False),
        ("was there a mayor", False),
        ("who is the mayor", False),
    ],
)
def test_what_was_asked_before_is_asked_of_another(
    room: Room, followups: Followups, text: str, of_another: bool
) -> None:
    assert followups.asks_of_another(room.read(text)) is of_another


def test_doubts_about_a_refusal(room: Room, followups: Followups) -> None:
    conversation, doubt = spoken(room, "who sent soldiers", "soldiers-sent"), room.read("are you sure")
    assert not followups.doubts_refusal(doubt, conversation)
    conversation.refuse(room.read("who paid them"), [])
    assert followups.doubts_refusal(doubt, conversation)
    assert not followups.doubts_refusal(room.read("why"), conversation)


@pytest.mark.parametrize(
    ("text", "filled", "fact", "slot", "held"),
    [
        # "to whom" is not who
        ("to whom", "to whom was the evacuation ordered", "evacuation", "who", False),
        # who says that it was done is not who did it
        ("who did it", "who did it anglers injured", "wardens-report", "who", False),
        ("who did it", "who did it bakery robbed", "shop-looted", "who", True),
        # how many others there were
        ("and soldiers", "how many gangs robbed the gym in orvendale soldiers", "soldiers-sent", "how_many", True),
    ],
)
def test_what_is_asked_of_the_doer_holds_for_no_other(
    later: Room, text: str, filled: str, fact: str, slot: str, held: bool
) -> None:
    followups, conversation = Followups(later.index, later.tokens), spoken(later, "what burst", "dam-burst")
    candidate = Candidate(later.index.fact(0, fact), slot, 1.0, does=True)
    assert followups.holds(later.read(text), later.read(filled), conversation, candidate) is held
    if held and slot == "how_many":
        candidate.unexplained = ("gangs",)
        assert not followups.holds(later.read(text), later.read(filled), conversation, candidate)


@pytest.mark.parametrize(("text", "held"), [("who", False), ("where", True)])
def test_what_the_story_does_not_tell_has_no_doer(room: Room, followups: Followups, text: str, held: bool) -> None:
    conversation = Conversation()
    gap = next(target for target in room.index.targets if target.is_refusal)
    conversation.remember(room.read("how many people drowned"), gap, [])
    candidate = Candidate(room.index.fact(0, "dam-burst"), text, 1.0, does=True)
    assert followups.holds(room.read(text), room.read(f"{text} burst in Orvendale"), conversation, candidate) is held


@pytest.mark.parametrize(
    ("text", "is_same"),
    [
        ("and the evacuation", True),
        ("and the evacuation also", False),
        ("and at the evacuation", False),
        ("and an evacuation", False),
        ("and the fourth", False),
    ],
)
def test_the_same_is_asked_of_another_thing_by_its_name(
    room: Room, followups: Followups, text: str, is_same: bool
) -> None:
    question = replace(room.read(text), opens_with_and=True)
    readings = followups.readings(question, spoken(room, "when did the dam burst", "dam-burst"))
    assert any(each.kind == "when" and each.tokens == question.tokens for each in readings) is is_same


def test_a_word_for_the_deed_before_is_no_noun(room: Room, followups: Followups) -> None:
    conversation = spoken(room, "evacuation ordered", "evacuation")
    filled = followups.readings(room.read("by"), conversation)
    assert not any("ordered" in {token.word for token in question.tokens} for question in filled[1:])


@pytest.mark.parametrize(
    ("messages", "answers"),
    [
        # of facts told together the first that can answer does
        (["What did the thieves do?", "When?"], ("customs-tried", "when")),
        (["What did the thieves do?", "Where?"], ("chapel-entered", "where")),
        (["What did the thieves do?", "When?", "Where?"], ("chapel-entered", "where")),
        (["What did the thieves do?", "Who signed the storm pact?", "When?"], ("not_in_source", "")),
        # names of as many as were counted
        (["How many barges did the skippers moor?", "Name them."], ("barges-moored", "what")),
        (["How many barges did the skippers moor?", "What are their names?"], ("barges-moored", "what")),
        (["Who moored two barges?", "Name them."], ("not_in_source", "")),
        (["How many goats did the monks feed?", "Name them."], ("not_in_source", "")),
        (["How many goats did the monks feed?", "List them please."], ("not_in_source", "")),
        (["How many goats did the monks feed?", "List their names."], ("not_in_source", "")),
        # of what was told, though something else that was asked of it is not
        (["Who searched the hotel?", "On which floor?", "When?"], ("hotel-searched", "when")),
        (["Who searched the hotel?", "On which floor?", "What?"], ("not_in_source", "")),
        (["Who searched the hotel?", "Any deaths?", "When?"], ("not_in_source", "")),
        (["Who searched the hotel?", "On which floor?", "When are they?"], ("not_in_source", "")),
        # times of the day to choose from
        (["Who searched the hotel?", "Day or night?"], ("hotel-searched", "when")),
        # names are asked of no single fact
        (["Who searched the hotel?", "When?"], ("hotel-searched", "when")),
        (["Who searched the hotel?", "When, and what names?"], ("not_in_source", "")),
    ],
)
def test_follow_ups_in_the_harbour(harbour: Room, messages: list[str], answers: tuple[str, str]) -> None:
    reply = harbour.ask(*messages)
    assert (fact_of(reply), reply.slot) == answers
