"""What sort of answer a question asks for."""

from __future__ import annotations

import pytest

from tests.answeringcases import Room


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("who ordered it", "who"),
        ("whom did she accuse", "who"),
        ("when did it burst", "when"),
        ("since when is it closed", "when"),
        ("what date did it burst", "when"),
        ("date of the flood", "when"),
        ("where did it burst", "where"),
        ("why did it burst", "why"),
        ("how come it burst", "why"),
        ("what is the reason for the flood", "why"),
        ("what caused the flood", "why"),
        ("which events led to the flood", "why"),
        ("what are the soldiers for", "purpose"),
        ("to do what", "purpose"),
        ("what are they being sent to do", "purpose"),
        ("what did they want to do", "did"),
        ("what fell", "what"),
        ("what is all the noise about", "why"),
        ("what is the noise about", "what"),
        ("what measures", "which"),
        ("what tank", "which"),
        ("what is the aim of the mission", "purpose"),
        ("how did it burst", "how"),
        ("how many soldiers left", "how_many"),
        ("how much water", "how_many"),
        ("number of soldiers", "how_many"),
        ("how man soldiers left", "how_many"),
        ("quote the bit about how long they stay", "how_long"),
        ("how long did it last", "how_long"),
        ("how many days did it last", "how_long"),
        ("until when is it closed", "how_long"),
        ("how old is greta", "how_old"),
        ("how often did it rain", "other"),
        ("how sure is it", "attribution"),
        ("who says that it burst", "attribution"),
        ("according to", "attribution"),
        ("what did the mayor do", "did"),
        ("what the mayor did to the keepers", "did"),
        ("what the mayor did", "did"),
        ("what did she post", "what"),
        ("how far along is the search", "topic"),
        ("how far did they swim", "other"),
        # whose word it is
        ("is the robbery hearsay", "attribution"),
        ("was the robbery the paper's own finding", "attribution"),
        ("is 'robbery' the paper's own choice of word", "attribution"),
        ("did word of the robbery come from the shopkeepers", "attribution"),
        ("did the soldiers come from the town", "yes_no"),
        ("what happened to the dam", "event"),
        ("what befell the dam", "event"),
        ("how is the hospital now", "event"),
        ("how is the hospital guarded", "how"),
        ("what is the situation in the town", "event"),
        ("what is the worst of the situation", "what"),
        ("what did she order", "what"),
        ("which bridge was closed", "which"),
        ("in which town did it burst", "which"),
        ("what does the letter stand for", "name"),
        ("what kestrin stands for", "name"),
        ("what is meant by it", "define"),
        ("what is the name of the mayor", "name"),
        ("which country is she from", "define"),
        ("which country was it sent from", "which"),
        ("what are they protesting about", "why"),
        ("what were the riots over", "why"),
        ("what is she talking about", "what"),
        ("what did they riot in", "what"),
        ("did the dam burst", "yes_no"),
        ("is it closed", "yes_no"),
        ("the dam", "topic"),
        ("what is this article about", "summary"),
        ("what is the story about", "summary"),
        ("what happened", "summary"),
        ("what happened there", "summary"),
        ("what is going on here", "summary"),
        ("what is this about", "summary"),
        ("what happened to them", "event"),
        # a place to which something was done, and the place where it was done
        ("which place was flooded", "which"),
        ("in which place was it flooded", "where"),
        ("which place is it", "where"),
        # what somebody is there to do is not what they are
        ("what are they meant to do", "purpose"),
        ("ordered by", "who"),
        ("summary", "summary"),
        ("timeline", "timeline"),
    ],
)
def test_kinds(room: Room, text: str, kind: str) -> None:
    assert room.read(text).kind == kind


@pytest.mark.parametrize(
    ("text", "focus", "content"),
    [
        ("who ordered the evacuation", [], ["ordered", "evacuation"]),
        ("which stone bridge was closed", ["stone", "bridge"], ["stone", "bridge", "closed"]),
        ("what kind of bridge was closed", ["bridge"], ["bridge", "closed"]),
        ("how many soldiers were sent", ["soldiers"], ["soldiers", "sent"]),
        ("quote the bit about how long they stay", [], ["stay"]),
        ("which of the soldiers left", ["soldiers"], ["soldiers", "left"]),
        ("what got more expensive", [], ["more", "expensive"]),
        ("what the mayor said", [], ["mayor", "said"]),
        ("what was the number of soldiers", ["soldiers"], ["soldiers"]),
        ("how long did the flood last", [], ["flood"]),
        ("how big the army is", [], ["army"]),
        ("when did the flood take place", [], ["flood"]),
        ("so where exactly is it, lol", [], []),
        ("who all sent both soldiers", [], ["sent", "soldiers"]),
        ("were all soldiers sent", [], ["all", "soldiers", "sent"]),
    ],
)
def test_focus_and_content(room: Room, text: str, focus: list[str], content: list[str]) -> None:
    question = room.read(text)
    assert [question.tokens[position].word for position in question.focus] == focus
    assert [question.tokens[position].word for position in question.content] == content
