"""What explains a question and answers it all the same, or does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answering.accepting import Acceptance, is_another, is_beside, lacks_aspect
from bot.answering.candidates import Candidate
from bot.answering.targets import Target
from tests.answeringcases import STORY, Room, build_room, fact_of


def told(room: Room, id_: str) -> Target:
    """The fact, or the card of the entity, of this id."""
    return room.index.cards.get(f"0:{id_}") or room.index.fact(0, id_)


def candidate(
    room: Room, fact: str, score: float = 1.0, *, own: int = 2, unexplained: tuple[str, ...] = (), telling: int = 2
) -> Candidate:
    return Candidate(told(room, fact), None, score, own=own, telling=telling, unexplained=unexplained)


@pytest.mark.parametrize(
    ("question", "score", "own", "is_enough"),
    [
        ("Who sent soldiers?", 0.7, 2, True),
        ("Who sent soldiers?", 0.69, 2, False),
        # a yes/no question needs more
        ("Did Brukner send soldiers?", 0.83, 2, True),
        ("Did Brukner send soldiers?", 0.82, 2, False),
        # synonyms alone are not enough
        ("Who sent soldiers?", 1.0, 0, False),
    ],
)
def test_how_much_is_enough(room: Room, question: str, score: float, own: int, is_enough: bool) -> None:
    acceptance = Acceptance(room.index)
    assert acceptance.is_enough(candidate(room, "soldiers-sent", score, own=own), room.read(question)) == is_enough


@pytest.mark.parametrize(
    ("question", "fit", "unexplained", "does", "settles"),
    [
        ("Why did Brukner open the bridge?", 0.8, (), False, False),
        # the opposite is no closer, is not of all that is asked, or is not of what the best tells
        ("Why did Brukner open the bridge?", 0.4, (), False, True),
        ("Why did Brukner open the bridge?", 0.8, ("Brukner",), False, True),
        ("Why did Brukner open the bridge?", 0.8, (), True, True),
        # a yes/no question is answered "no" by the opposite
        ("Did Brukner open the bridge?", 0.8, (), False, True),
    ],
)
def test_the_opposite_of_what_is_asked_is_not_passed_over(
    room: Room, question: str, fit: float, unexplained: tuple[str, ...], does: bool, settles: bool
) -> None:
    read, best = room.read(question), candidate(room, "soldiers-sent")
    opposite = candidate(room, "bridge-closed", 0.5, unexplained=unexplained)
    best.fit, best.does, opposite.fit, opposite.denies = 0.5, does, fit, True
    assert Acceptance(room.index).settles([(best, read), (opposite, read)]) == settles


@pytest.mark.parametrize(("denies", "fit", "is_enough"), [(True, 0.9, True), (True, 0.8, False), (False, 0.9, False)])
def test_a_denial_needs_no_more_than_what_is_sound(room: Room, denies: bool, fit: float, is_enough: bool) -> None:
    found = candidate(room, "bridge-closed", 0.75)
    found.denies, found.fit, found.is_sound = denies, fit, False
    assert Acceptance(room.index).is_enough(found, room.read("Is the bridge open?")) == is_enough


@pytest.mark.parametrize(
    ("telling", "unexplained", "is_enough"), [(3, (), True), (2, (), False), (3, ("sandbags",), False)]
)
def test_synonyms_of_all_of_many_words_are_enough(
    room: Room, telling: int, unexplained: tuple[str, ...], is_enough: bool
) -> None:
    found = candidate(room, "soldiers-sent", own=0, telling=telling, unexplained=unexplained)
    assert Acceptance(room.index).is_enough(found, room.read("Who sent soldiers?")) == is_enough


@pytest.mark.parametrize(
    ("question", "is_beside_it"),
    [
        ("Did Lindqvist like anyone?", True),
        ("Did Lindqvist order anything?", False),
        ("Does Lindqvist have soldiers?", False),
        ("Do you have soldiers?", True),
        ("Is Lindqvist like anyone?", False),
    ],
)
def test_a_deed_that_carries_nothing_is_not_told(room: Room, question: str, is_beside_it: bool) -> None:
    assert is_beside(candidate(room, "evacuation"), room.read(question)) == is_beside_it


@pytest.mark.parametrize(
    ("question", "target", "telling", "is_beside_it"),
    [
        ("Can the mayor do that?", "lindqvist", 1, True),
        ("Did the mayor do that?", "evacuation", 1, True),
        ("Did the mayor do that?", "evacuation", 2, False),
        ("Can the mayor do that?", "lindqvist", 2, True),
        ("Did the mayor do the evacuation?", "evacuation", 1, False),
        ("What did the mayor do that day?", "evacuation", 1, False),
    ],
)
def test_a_deed_that_is_not_named_is_not_told(
    room: Room, question: str, target: str, telling: int, is_beside_it: bool
) -> None:
    assert is_beside(candidate(room, target, telling=telling), room.read(question)) == is_beside_it


@pytest.mark.parametrize(
    ("question", "unexplained", "is_beside_it"),
    [
        ("When did Orvendale become independent?", ("independent",), True),
        ("When did Orvendale become unsafe overnight?", ("overnight",), False),
        ("When did Orvendale become independent?", (), False),
        ("Who became independent?", ("independent",), True),
        ("What did Orvendale become?", (), False),
        ("When did Orvendale flood the market?", ("market",), False),
    ],
)
def test_what_somebody_became_is_told(
    room: Room, question: str, unexplained: tuple[str, ...], is_beside_it: bool
) -> None:
    found = candidate(room, "hospital-flooded", unexplained=unexplained)
    assert is_beside(found, room.read(question)) == is_beside_it


@pytest.mark.parametrize(
    ("question", "unexplained", "settles"),
    [
        ("Who sent the parents to fill sandbags?", "parents", False),
        ("Who sent the sergeants to fill sandbags?", "sergeants", True),  # of whom no other fact tells
        ("Where were the parents sent?", "parents", True),
    ],
)
def test_what_was_done_to_others_stands_out_for_nobody(
    room: Room, question: str, unexplained: str, settles: bool
) -> None:
    best = candidate(room, "soldiers-sent", 0.6, unexplained=(unexplained,))
    assert Acceptance(room.index).settles([(best, room.read(question))]) is settles


@pytest.mark.parametrize(
    ("question", "unexplained", "is_beside_it"),
    [
        ("How long has the ministry existed?", ("existed",), True),
        ("How long has the ministry existed?", (), False),
        ("How long did the ministry exist?", ("exist",), False),
        ("How long has the ministry?", ("ministry",), False),
    ],
)
def test_how_long_something_has_been_so_by_now_is_told(
    room: Room, question: str, unexplained: tuple[str, ...], is_beside_it: bool
) -> None:
    found = candidate(room, "soldiers-sent", unexplained=unexplained)
    assert is_beside(found, room.read(question)) == is_beside_it


@pytest.mark.parametrize(
    ("question", "target", "is_beside_it"),
    [
        ("Why is Lindqvist the mayor?", "evacuation", True),
        ("Why is Lindqvist the mayor?", "lindqvist", False),
        ("Why is the mayor on the run?", "evacuation", False),
        ("Why is there an evacuation?", "evacuation", False),
        ("Why did Lindqvist order the evacuation?", "evacuation", False),
        ("What is the reason for the evacuation?", "evacuation", False),
        ("Why?", "evacuation", False),
    ],
)
def test_why_somebody_did_something_is_not_why_they_are_what_they_are(
    room: Room, question: str, target: str, is_beside_it: bool
) -> None:
    assert is_beside(candidate(room, target), room.read(question)) == is_beside_it


@pytest.mark.parametrize(("unexplained", "settles"), [("parents", False), ("plumbers", True)])
def test_what_is_denied_of_one_thing_is_not_denied_of_another(room: Room, unexplained: str, settles: bool) -> None:
    best = candidate(room, "bridge-closed", 0.6, unexplained=(unexplained,))
    best.denies = True
    assert Acceptance(room.index).settles([(best, room.read(f"Are {unexplained} open to lorries?"))]) is settles


@pytest.mark.parametrize(("slot", "is_beside_it"), [("what", True), ("to_whom", False), ("via", False), (None, False)])
def test_whom_somebody_spoke_of_is_not_to_whom(room: Room, slot: str | None, is_beside_it: bool) -> None:
    found = Candidate(told(room, "school-warning"), slot, 1.0, own=2, telling=2, does=True)
    assert is_beside(found, room.read("Who did Velka speak to?")) == is_beside_it
    assert is_beside(found, room.read("To whom did Velka speak?")) == is_beside_it


@pytest.mark.parametrize(
    ("question", "own", "is_beside_it"),
    [
        ("Do you like soldiers?", 1, True),
        # "you" may be anybody
        ("Can you see soldiers?", 1, False),
        ("Do you need soldiers in town?", 2, False),
    ],
)
@pytest.mark.parametrize("asked", [False, True])
def test_what_the_bot_is_asked_of_itself_is_in_no_story(
    room: Room, question: str, own: int, is_beside_it: bool, asked: bool
) -> None:
    wording = next(target for target in room.index.targets if target.kind and target.id == "damage-unclear")
    target = wording if asked else told(room, "soldiers-sent")
    assert is_beside(Candidate(target, None, 1.0, own=own, telling=2), room.read(question)) == is_beside_it


@pytest.mark.parametrize(
    ("question", "is_beside_it"),
    [
        ("When will the soldiers come?", True),
        ("When are the soldiers coming?", True),
        ("When did Brukner approve soldiers?", False),
    ],
)
def test_when_it_was_decided_is_not_when_it_will_be_done(tmp_path: Path, question: str, is_beside_it: bool) -> None:
    decided = STORY.replace("did: [sent, dispatched]", "did: [approved, will send, are coming]")
    room = build_room(tmp_path / "knowledge", dam=decided)
    found = Candidate(told(room, "soldiers-sent"), "when", 1.0, own=2, telling=2, does=True)
    assert is_beside(found, room.read(question)) == is_beside_it


@pytest.mark.parametrize(("length", "is_beside_it"), [("five days", False), ("“for a limited period”", True)])
def test_how_many_days_needs_a_number_of_them(tmp_path: Path, length: str, is_beside_it: bool) -> None:
    room = build_room(tmp_path / "knowledge", dam=STORY.replace("how_long: five days", f"how_long: {length}"))
    found = Candidate(told(room, "soldiers-sent"), "how_long", 1.0, own=2, telling=2)
    assert is_beside(found, room.read("How many days do the soldiers stay?")) == is_beside_it
    assert not is_beside(found, room.read("How long do the soldiers stay?"))


@pytest.mark.parametrize(("unexplained", "is_beside_it"), [((), False), (("cost",), True), (("town",), False)])
def test_what_was_said_about_something_names_it(room: Room, unexplained: tuple[str, ...], is_beside_it: bool) -> None:
    found = candidate(room, "mayor-accuses", unexplained=unexplained)
    assert is_beside(found, room.read("What did Lindqvist say about the cost in the town?")) == is_beside_it


@pytest.mark.parametrize(
    ("question", "denies", "is_beside_it"),
    [
        ("Since when is the bridge open?", True, True),
        ("Since when can nobody open the bridge?", True, False),
        ("Since when can nobody close the bridge?", False, True),
        ("Is the bridge open?", True, False),
    ],
)
def test_what_is_denied_answers_what_is_not(room: Room, question: str, denies: bool, is_beside_it: bool) -> None:
    found = candidate(room, "bridge-closed")
    found.denies = denies
    assert is_beside(found, room.read(question)) == is_beside_it


@pytest.mark.parametrize(
    ("question", "does", "is_beside_it"),
    [
        ("How many soldiers does Selvania have?", False, True),
        ("How many soldiers does Selvania have?", True, False),
        ("How many soldiers have been sent?", False, False),
        ("How many soldiers have there been?", False, False),
        ("How many soldiers have rifles?", False, False),
        ("How many soldiers are there?", False, False),
    ],
)
def test_how_many_somebody_has_is_not_how_many_were_seen(
    room: Room, question: str, does: bool, is_beside_it: bool
) -> None:
    found = candidate(room, "soldiers-sent")
    found.does = does
    assert is_beside(found, room.read(question)) == is_beside_it


@pytest.mark.parametrize(
    ("fact", "does", "loose", "accepted"),
    [
        # who chairs it is its chair
        ("corps-led", True, (), True),
        ("corps-led", True, ("chair",), False),
        ("corps-led", False, (), False),
        ("tents-pitched", True, (), False),
        ("lindqvist", False, (), True),
    ],
)
def test_what_somebody_is_may_be_told_by_what_they_do(
    later: Room, fact: str, does: bool, loose: tuple[str, ...], accepted: bool
) -> None:
    accepts = Acceptance(later.index).accepts(later.read("Is Lindqvist the chair of the relief corps?"))
    assert accepts is not None
    assert accepts(Candidate(told(later, fact), None, 1.0, does=does, loose=loose)) is accepted


@pytest.mark.parametrize(
    ("question", "fact", "is_enough"),
    [
        ("Did she sack them?", "keepers-sacked", True),
        ("Did he sack them?", "keepers-sacked", False),
        # what befell others
        ("Was she sacked?", "keepers-sacked", False),
        ("Were they sacked?", "keepers-sacked", True),
        ("Was he the mayor?", "keepers-sacked", True),
    ],
)
def test_what_befell_somebody_else_is_not_enough(later: Room, question: str, fact: str, is_enough: bool) -> None:
    assert Acceptance(later.index).is_enough(candidate(later, fact), later.read(question)) is is_enough


@pytest.mark.parametrize(("fact", "accepted"), [("brukner", True), ("soldiers-sent", False)])
def test_where_somebody_is_from_is_told_by_what_they_are(room: Room, fact: str, accepted: bool) -> None:
    accepts = Acceptance(room.index).accepts(room.read("Is Brukner from Selvania?"))
    assert accepts is not None
    assert accepts(candidate(room, fact)) is accepted


@pytest.mark.parametrize(
    ("question", "fact", "is_beside_it"),
    [
        ("Who sent soldiers?", "soldiers-sent", False),
        ("What were Brukner's exact words when he sent soldiers?", "soldiers-sent", True),
        ("How long has Brukner been a minister?", "soldiers-sent", True),
        ("How long do the soldiers stay?", "soldiers-sent", False),
        ("Which town will the soldiers see?", "soldiers-sent", True),
        ("Who did not send soldiers?", "soldiers-sent", True),
        ("Who sent soldiers before Brukner?", "soldiers-sent", True),
        ("Who ordered the evacuation before it rained?", "evacuation", False),
        ("When will the dam burst?", "dam-burst", True),
        ("When did the dam burst?", "dam-burst", False),
        ("How many soldiers will come?", "soldiers-sent", True),
        ("How many soldiers came?", "soldiers-sent", False),
        # when something was told is not since when somebody has been what they are
        ("Since when has Velka been a station?", "school-warning", True),
        ("When did Velka warn parents?", "school-warning", False),
        ("Who did Velka talk to?", "school-warning", False),
    ],
)
def test_what_does_not_bear_on_the_question(room: Room, question: str, fact: str, is_beside_it: bool) -> None:
    assert is_beside(candidate(room, fact), room.read(question)) == is_beside_it


@pytest.mark.parametrize(
    ("question", "unexplained", "is_lacking"),
    [
        ("Is the hospital still flooded?", ("still",), True),
        ("Is the hospital still flooded?", (), False),
        ("Is the water out?", ("out",), True),
        ("Has the dam burst yet?", ("yet",), False),
        ("Why is the hospital still flooded?", ("still",), False),
    ],
)
def test_what_was_need_not_be_still(room: Room, question: str, unexplained: tuple[str, ...], is_lacking: bool) -> None:
    found = candidate(room, "hospital-flooded", unexplained=unexplained)
    assert lacks_aspect(found, room.read(question)) == is_lacking


@pytest.mark.parametrize(
    ("question", "is_lacking"),
    [("Is the bridge open?", False), ("Is the bridge still open?", False), ("Has the bridge opened again?", True)],
)
def test_what_is_denied_may_have_changed_again(room: Room, question: str, is_lacking: bool) -> None:
    found = candidate(room, "bridge-closed")
    found.denies = True
    assert lacks_aspect(found, room.read(question)) == is_lacking


@pytest.mark.parametrize(
    ("question", "score", "is_other"), [("Who drowned?", 0.79, True), ("Who drowned?", 0.8, False)]
)
def test_question_of_another_kind_that_is_not_answered(room: Room, question: str, score: float, is_other: bool) -> None:
    target = next(target for target in room.index.targets if target.not_reported and target.kind == "how_many")
    assert is_another(Candidate(target, None, score), room.read(question)) == is_other


@pytest.mark.parametrize(("loose", "settles"), [(("deputy",), False), ((), True)])
def test_who_somebody_has_is_not_told_by_what_they_did(room: Room, loose: tuple[str, ...], settles: bool) -> None:
    best = candidate(room, "evacuation", 0.5)
    best.loose = loose
    assert Acceptance(room.index).settles([(best, room.read("Who is Greta Lindqvist's deputy?"))]) is settles


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("Was Holm in her office when the boathouse burned?", "not_in_source"),
        ("Was a gang there when the boathouse burned?", "boathouse-burned"),
    ],
)
def test_what_happened_does_not_tell_who_was_in_meanwhile(harbour: Room, question: str, answers: str) -> None:
    assert fact_of(harbour.ask(question)) == answers


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("What are the names of the divers who were hurt?", "not_in_source"),
        ("Which divers by name were hurt?", "not_in_source"),
        ("Which divers were hurt?", "divers-hurt"),
        ("What are the names of the harbour masters?", "not_in_source"),
        ("What is the name of the harbour master?", "holm"),
        ("What are the names of those who signed the storm pact?", "pact-signed"),
        # nor is what somebody is their name
        ("What is the name of the guy who torched the boathouse?", "not_in_source"),
        ("What is the name of the guy who vowed to rebuild the pier?", "pier-vowed"),
        # that nobody knows them is an answer
        ("What are the names of the pilots who steered the tug?", "pilots-unknown"),
    ],
)
def test_who_asks_for_names_gets_several_or_none(harbour: Room, question: str, answers: str) -> None:
    assert fact_of(harbour.ask(question)) == answers


@pytest.mark.parametrize(
    ("question", "fact", "slot", "score", "telling", "refusal", "settles"),
    [
        # what the editor says the fact denies, and an outlet, point at few facts
        ("Has the bridge reopened in the storm?", "bridge-closed", None, 0.3, 2, 0.0, True),
        ("Through which station did the parents learn it?", "school-warning", "via", 0.3, 2, 0.0, True),
        ("Has the bridge reopened in the storm?", "bridge-closed", None, 0.29, 2, 0.0, False),
        # one word alone may stand for anything
        ("Has the bridge reopened in the storm?", "bridge-closed", None, 0.3, 1, 0.0, False),
        # what the story is known not to tell is near
        ("Has the bridge reopened in the storm?", "bridge-closed", None, 0.31, 2, 0.1, False),
        ("Through which station did the parents learn it?", "school-warning", "via", 0.31, 2, 0.1, False),
        # any other question needs more
        ("Who reopened the bridge in the storm?", "bridge-closed", None, 0.3, 2, 0.0, False),
        ("Through which station did the parents learn it?", "school-warning", "to_whom", 0.3, 2, 0.0, False),
    ],
)
def test_what_points_at_one_fact_needs_less(
    room: Room, question: str, fact: str, slot: str | None, score: float, telling: int, refusal: float, settles: bool
) -> None:
    best = Candidate(told(room, fact), slot, score, own=1, telling=telling, denies=fact == "bridge-closed")
    not_told = next(target for target in room.index.targets if target.not_reported)
    found = [(each, room.read(question)) for each in (best, Candidate(not_told, None, refusal))]
    assert Acceptance(room.index).settles(found) == settles


@pytest.mark.parametrize(
    ("question", "slot", "is_enough"),
    [
        ("Which ministry does he accuse?", "what", False),
        ("Which ministry does she accuse?", "what", True),
        # whoever it is may be the answer
        ("Which woman does he accuse?", "who", True),
    ],
)
def test_whom_he_stands_for(room: Room, question: str, slot: str, is_enough: bool) -> None:
    found = Candidate(told(room, "mayor-accuses"), slot, 1.0, own=2, telling=2)
    assert Acceptance(room.index).is_enough(found, room.read(question)) == is_enough


@pytest.mark.parametrize(
    ("question", "telling", "settles"),
    [
        ("Is the bridge open?", 2, True),
        ("Is the bridge open?", 1, True),
        ("Is it open?", 1, False),
        ("Is it open?", 2, True),
    ],
)
def test_whatever_it_is_is_not_what_a_fact_denies(room: Room, question: str, telling: int, settles: bool) -> None:
    best = Candidate(told(room, "bridge-closed"), None, 1.0, own=1, telling=telling, denies=True)
    assert Acceptance(room.index).settles([(best, room.read(question))]) == settles


def test_where_somebody_did_just_that_is_told_of_few_facts(room: Room) -> None:
    best = Candidate(told(room, "soldiers-sent"), "where", 0.9, own=1, telling=2, does=True)
    found = [(each, room.read("Where?")) for each in (best, Candidate(told(room, "evacuation"), "where", 0.88))]
    assert Acceptance(room.index).settles(found)


@pytest.mark.parametrize(
    ("question", "slot", "score", "telling", "own", "other", "settles"),
    [
        ("Who sent soldiers in the rain?", "who", 0.74, 3, 2, 0.72, False),
        ("Who sent soldiers in the rain?", "who", 0.74, 3, 2, 0.7, True),
        ("Who sent soldiers in the rain?", "who", 0.76, 3, 2, 0.74, True),
        ("Who sent soldiers in the rain?", "who", 0.74, 2, 2, 0.72, True),
        # where something happened is told of most facts
        ("Where did he send soldiers?", "where", 0.9, 2, 1, 0.88, False),
        ("Where did he send soldiers?", "where", 0.9, 2, 2, 0.88, True),
    ],
)
def test_of_two_facts_that_barely_answer_neither_does(
    room: Room, question: str, slot: str, score: float, telling: int, own: int, other: float, settles: bool
) -> None:
    best = Candidate(told(room, "soldiers-sent"), slot, score, own=own, telling=telling)
    found = [(each, room.read(question)) for each in (best, Candidate(told(room, "evacuation"), slot, other))]
    assert Acceptance(room.index).settles(found) == settles
