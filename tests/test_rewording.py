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
        ("Is it who?", "is it who"),
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
        ("Are people allowed outside at night?", "can people go out at night"),
        # whose it is
        ("Whose idea was it to send soldiers?", "who send soldiers"),
        ("Whose claim is it that the dam burst?", "who said the dam burst"),
        ("Whose idea was it?", "whose idea was it"),
        # what an article gives as something
        ("What does the article give as the cause?", "what is the cause"),
        ("What does the article give?", "what does the article give"),
        # usual words for unusual ones
        ("Whereabouts is the dam?", "where is the dam"),
        ("The whereabouts of the mayor?", "the whereabouts of the mayor"),
        ("Has the mayor been to Orvendale?", "did the mayor visit orvendale"),
        ("Has the mayor been ill?", "has the mayor been ill"),
        ("Who says that the water is on again?", "who says that the water is restored"),
        ("Is it on the bridge again?", "is it on the bridge again"),
        ("How is the surname of the mayor spelt?", "who is the mayor"),
        ("How is the mayor?", "how is the mayor"),
        ("What do they hope to achieve by sending soldiers?", "what is the aim of sending soldiers"),
        ("What does the minister hope to achieve?", "what does the minister hope to achieve"),
        ("Does the town have more or fewer than ten bridges?", "how many bridges does the town have"),
        ("Are there over or under 20 soldiers in the town?", "how many soldiers are there in the town"),
        # whoever is cited
        ("From whom do we learn that the dam burst?", "who said the dam burst"),
        ("From whom does the town get water?", "from whom does the town get water"),
        ("Who is quoted as saying that the dam burst?", "who said the dam burst"),
        ("Who is quoted on the dam?", "who is quoted on the dam"),
        ("Who coined the phrase 'a wall of water'?", "who said a wall of water"),
        ("Who used the bridge in the town?", "who used the bridge in the town"),
        ("What does the article owe to the Gazette?", "what did the gazette report"),
        ("Which claim is put down to the mayor?", "what did the mayor report"),
        ("Which soldiers are sent to the mayor?", "which soldiers are sent to the mayor"),
        ("How does the article introduce the mayor to its readers?", "what is the mayor"),
        ("How does the mayor introduce the minister?", "how does the mayor introduce the minister"),
        ("Is it he or she who is cited as saying that the dam burst?", "who said the dam burst"),
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
        ("How is the mayor introduced?", "what is the mayor"),
        # what is so more than all others
        ("What is the country's largest city?", "which city is the country largest"),
        ("What was the largest town in the hills?", "which town is the largest in the hills"),
        ("Name the largest city in the country.", "which city is the largest in the country"),
        ("What is the name of the largest town?", "which town is the largest"),
        ("What is the largest old town in the hills?", "which old town is the largest in the hills"),
        ("What is the largest town in the hills called?", "which town is the largest in the hills"),
        ("What is the dam beside the oldest bridge?", "what is the dam beside the oldest bridge"),
        ("What keeps the largest town?", "what keeps the largest town"),
        ("What is the old dam?", "what is the old dam"),
        ("What is the harvest festival?", "what is the harvest festival"),
        ("What?", "what"),
        ("What is the latest news?", "what is the latest news"),
        # in another order
        ("The mayor is who?", "who is the mayor"),
        ("The soldiers will be where today?", "where today will the soldiers be"),
        ("The mayor is which one?", "what is the mayor"),
        ("The mayor was with whom?", "the mayor was with whom"),
        ("To the mayor is what?", "to the mayor is what"),
        ("The town where she was is what?", "the town where she was is what"),
        ("List the bridges of the town.", "which bridges of the town"),
        ("List bridges of the town.", "which bridges of the town"),
        ("List what was flooded.", "list what was flooded"),
        ("List bridges", "list bridges"),
        # which of those that were spoken of
        ("Which of them left?", "which left"),
        ("Which one left?", "which left"),
        ("Which one of the two left?", "which left"),
        ("Which ones?", "which ones"),
        ("Which of them?", "which of them"),
        ("Which one of the soldiers left?", "which one of the soldiers left"),
        # who they are by now
        ("Does the mayor know who the families were yet?", "who were the families"),
        ("Do you know who the families are yet?", "who are the families"),
        ("Who the hell are the families?", "who are the families"),
        # how somebody fares, and what they wish
        ("Is the mayor ok?", "is the mayor unharmed"),
        ("Is it ok to leave?", "can people leave"),
        ("Is it as well?", "is it"),
        ("Can people go where they please?", "can people go where they please"),
        # nothing to reword
        ("Who is the mayor?", "who is the mayor"),
        ("What made it worse?", "what made it worse"),
        ("What is the name of the dam?", "what is the name of the dam"),
    ],
)
def test_questions_are_worded_plainly(room: Room, text: str, plainer: str) -> None:
    assert " ".join(token.word for token in room.read(text).tokens) == plainer
