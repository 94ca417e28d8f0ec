"""Questions in plainer words."""

from __future__ import annotations

import pytest

from tests.answeringcases import Room


@pytest.mark.parametrize(
    ("text", "plainer"),
    [
        ("Who is the man that sent the soldiers?", "who sent the soldiers"),
        ("What is the name of the woman who ordered it?", "who ordered it"),
        ("Who was it that ordered the evacuation?", "who ordered the evacuation"),
        ("Was it the mayor or the minister who sent them?", "who sent them"),
        ("Was it in the town or in the hills that it rained?", "where it rained"),
        ("What led the minister to send soldiers?", "why did the minister send soldiers"),
        ("What made the dam burst?", "why did the dam burst"),
        ("the stone bridge is it open", "is the stone bridge open"),
        ("How is the mayor described?", "what is the mayor"),
        ("Is she described as a hero?", "is she a hero"),
        ("There is a ban?", "is there a ban"),
        # somebody who is the one that did it
        ("Is she the one who ordered it?", "did she ordered it"),
        ("Is Orvendale the town that was flooded?", "was orvendale flooded"),
        ("Is she the mayor of the town that was flooded?", "is she the mayor of the town that was flooded"),
        ("Was the dam the first to burst?", "was the dam the first to burst"),
        # verbs that say no more than "is"
        ("Who sits at the top?", "who is at the top"),
        ("Where does the dam lie?", "where is the dam"),
        ("Who stands trial today?", "who stands trial today"),
        # what may be done
        ("Are people allowed to swim?", "can people swim"),
        ("Is it possible to swim?", "can people swim"),
        ("Is she known to swim?", "is she known to swim"),
        # whose it is
        ("Whose idea was it to send soldiers?", "who send soldiers"),
        ("Whose claim is it that the dam burst?", "who said the dam burst"),
        ("Whose idea was it?", "whose idea was it"),
        # what an article gives as something
        ("What does the article give as the cause?", "what is the cause"),
        ("What does the article give?", "what does the article give"),
        # their names
        ("Are their names known?", "who are they"),
        ("Have the police released their names yet?", "who are they"),
        ("Do officials know the names of the dead?", "who are the dead"),
        ("Did she call the names of the dead?", "did she call the names of the dead"),
        ("Did she call their names?", "did she call their names"),
        ("What are their names?", "who are they"),
        ("Did the mayor know who the families were?", "who were the families"),
        # a person is somebody, people are several
        ("Which person fled?", "who fled"),
        ("What man left?", "who left"),
        ("Which people are quoted?", "which people are quoted"),
        # for long
        ("Will they stay for long?", "how long will they stay"),
        ("Did it last long?", "how long did it last"),
        # what somebody is by their office
        ("What office does the mayor hold at home?", "what is the mayor"),
        ("What country does she lead?", "what is she"),
        ("What country does she visit?", "what country does she visit"),
        # nothing to reword
        ("Who is the mayor?", "who is the mayor"),
        ("What made it worse?", "what made it worse"),
        ("What is the name of the dam?", "what is the name of the dam"),
    ],
)
def test_questions_are_worded_plainly(room: Room, text: str, plainer: str) -> None:
    assert " ".join(token.word for token in room.read(text).tokens) == plainer
