"""Questions to the invented story, by what becomes of them."""

from __future__ import annotations

from tests.answeringcases import WHO

ANSWERED = [
    ("When did the dam burst?", "dam-burst", "when", "On Sunday 8 June 2031"),
    ("Why did the dam burst?", "dam-burst", "why", "A week of heavy rain"),
    ("Where did the dam break?", "dam-burst", "where", "Orvendale"),
    ("Why did the dam collapse?", "dam-burst", "why", "A week of heavy rain"),
    ("What did the water flood?", "hospital-flooded", "what", "The hospital and the market hall"),
    ("Which buildings were flooded?", "hospital-flooded", "what", "The hospital and the market hall"),
    (WHO, "evacuation", "who", "Greta Lindqvist"),
    ("When was the evacuation ordered?", "evacuation", "when", "On Monday 9 June 2031"),
    ("What did the mayor order?", "evacuation", "what", "The evacuation of the old town"),
    ("Whom does the mayor accuse?", "mayor-accuses", "what", "The River Ministry"),
    ("Who accuses the River Ministry?", "mayor-accuses", "who", "Greta Lindqvist"),
    ("Why does the mayor blame the ministry?", "mayor-accuses", "why", "Neglect of the dam"),
    ("What happened to the dam?", "dam-burst", None, ""),
    ("Who sent the soldiers?", "soldiers-sent", "who", "Tomas Brukner"),
    ("Who dispatched troops?", "soldiers-sent", "who", "Tomas Brukner"),
    ("How many soldiers were sent?", "soldiers-sent", "how_many", "300 soldiers"),
    ("For how long were the soldiers sent?", "soldiers-sent", "how_long", "Five days"),
    ("Where were the soldiers sent?", "soldiers-sent", "where", "Orvendale"),
    ("Why did Brukner send soldiers?", "soldiers-sent", "purpose", "To fill sandbags"),
    ("Who warned the parents?", "school-warning", "who", "Velka Radio"),
    ("Whom did Velka Radio warn?", "school-warning", "to_whom", "Parents"),
    ("Who is Greta Lindqvist?", "lindqvist", "what", "The mayor of Orvendale"),
    ("Which town is Lindqvist the mayor of?", "lindqvist", "what", "The mayor of Orvendale"),
    ("Brukner is the defence minister of which country?", "brukner", "what", "The defence minister of Selvania"),
    ("What is the River Ministry?", "river-ministry", "what", "The office that looks after the dams of Selvania"),
    ("What should parents do?", "school-warning", None, None),
    # roundabout
    ("Who is the man that sent the soldiers?", "soldiers-sent", "who", "Tomas Brukner"),
    ("What is the name of the woman who ordered the evacuation?", "evacuation", "who", "Greta Lindqvist"),
    ("What led Brukner to send soldiers?", "soldiers-sent", "purpose", "To fill sandbags"),
    ("What made the dam burst?", "dam-burst", "why", "A week of heavy rain"),
    ("How did the dam break begin?", "dam-burst", "why", "A week of heavy rain"),
    ("Have they found out who ordered the evacuation?", "evacuation", "who", "Greta Lindqvist"),
    ("How many soldiers, did they say?", "soldiers-sent", "how_many", "300 soldiers"),
    ("Which two buildings were flooded?", "hospital-flooded", "what", "The hospital and the market hall"),
    # by place and day alone
    ("What happened on Sunday?", "dam-burst", None, ""),
    ("What happened on Monday?", "evacuation", None, ""),
    # who says so
    ("How do we know that soldiers were sent?", "soldiers-sent", "according_to", "Tomas Brukner"),
    ("Says who that soldiers were sent?", "soldiers-sent", None, "Tomas Brukner"),
    ("How much will the repairs cost?", "damage-unclear", None, ""),
]
"""The question, the fact that answers it, the slot, and what the answer leads with; None where it is open."""

YES_NO = [
    ("Is Orvendale Selvanian?", "orvendale", "Yes."),
    ("Brukner was sending soldiers, right?", "soldiers-sent", "Yes."),
    ("Selvania was sending soldiers, right?", "soldiers-sent", ""),
    ("Was the hospital flooded?", "hospital-flooded", "Yes."),
    ("Did the mayor order the evacuation?", "evacuation", "Yes."),
    ("Was the River Ministry accused?", "mayor-accuses", "Yes."),
    ("Were the soldiers sent by the defence minister?", "soldiers-sent", "Yes."),
    ("Did the dam burst on 8 June?", "dam-burst", "Yes."),
    ("Did the dam burst on Sunday?", "dam-burst", "Yes."),
    ("Did Brukner send 300 soldiers?", "soldiers-sent", "Yes."),
    ("Is Lindqvist the mayor of Orvendale?", "lindqvist", "Yes."),
    ("Is the stone bridge closed?", "bridge-closed", "Yes."),
    ("Are there soldiers in Orvendale?", "soldiers-sent", "Yes."),
    ("Is the stone bridge open?", "bridge-closed", "No."),
    ("Is the stone bridge still open?", "bridge-closed", "No."),
    ("Has the stone bridge reopened?", "bridge-closed", "No."),
    ("Is the stone bridge not closed?", "bridge-closed", ""),
    ("Did the mayor not order the evacuation?", "evacuation", ""),
    ("Was it the mayor who ordered the evacuation?", "evacuation", "Yes."),
    ("Was the hospital flooded while it rained?", "hospital-flooded", ""),
    ("Is Orvendale a town?", "orvendale", "Yes."),
    ("Did a gang rob the bakery?", "shop-looted", "Yes, according to the shopkeepers."),
    ("Did the bakery lose its money?", "shop-looted", "Yes, according to the shopkeepers."),
    ("Was only the hospital flooded?", "hospital-flooded", ""),
]
"""The question, the fact, and the first word of the answer; empty where neither yes nor no would be plain."""

REFUSED = [
    # unknown names
    "Did Merkel order the evacuation?",
    "Did Zyxwort order the evacuation?",
    "What did Merkel say about the dam?",
    # unknown verbs
    "Who painted the hospital?",
    "Who bombed the hospital?",
    "When did the mayor marry?",
    # subject and object swapped
    "Did the River Ministry accuse the mayor?",
    "Who accused the mayor?",
    "Was the mayor accused?",
    "Did soldiers send Brukner?",
    "Did the defence minister send the mayor?",
    "What did the hospital do?",
    # who does it to others had nothing done to them, and the other way round
    "Did Brukner send Selvania?",
    "Did the hospital flood the market hall?",
    "Did the ministry accuse the ministry?",
    # to whom nothing was done, whatever else they have to do with it
    "Who warned the radio?",
    "Who sent Selvania?",
    "Who sacked the shopkeepers?",
    # what something is not
    "Is the Kestrin dam a town?",
    "Did the gang lose its money?",
    # somebody else
    "Did Brukner order the evacuation?",
    "Was the evacuation ordered by Brukner?",
    "Were the soldiers sent by the mayor?",
    "Is Lindqvist the defence minister?",
    "Is Brukner the mayor of Orvendale?",
    # another number, day or place
    "Who sent 500 soldiers?",
    "Did Brukner send 500 soldiers?",
    "How many tanks were sent?",
    "Did the dam burst on Friday?",
    "Did the dam burst on 9 June?",
    "Did Brukner send soldiers to Hungary?",
    "Did the mayor order the evacuation on Friday?",
    "When did the dam in Hungary burst?",
    "Did the dam burst in Italy?",
    "Who ordered the evacuation in Hungary?",
    # another object
    "Was the school flooded?",
    "Was the stone bridge flooded?",
    "Who ordered the execution?",
    # what was so need not be so still, and what is told together need not be together
    "Are the soldiers still in Orvendale?",
    "Is the hospital still flooded?",
    "Is the mayor in the hospital?",
    # another time
    "Who was the mayor before Lindqvist?",
    "Who ordered the evacuation before Lindqvist?",
    "What was the mayor called before?",
    # several where one is told
    "Which three buildings were flooded?",
    # a topic that only leads to the question
    "The Kestrin dam, yeah?? How deep is the dam now?",
    # no such part
    "Where did the mayor order the evacuation?",
    "Why was the evacuation ordered?",
    "How old is Greta Lindqvist?",
    "How far is the hospital?",
]
"""On the story, but not in it."""

SOLDIERS, DAM, ORDERED = ("soldiers-sent", "how_many"), ("dam-burst", "when"), ("evacuation", "who")
AS_READERS_WRITE = [
    # typos
    ("who odered the evacuaton?", ORDERED),
    ("how many soliders were sent?", SOLDIERS),
    ("when did the dam brust", DAM),
    ("how many soldiers were snet", SOLDIERS),
    # chat spellings
    ("pls who ordered the evacuation lol", ORDERED),
    ("how many soldiers were sent btw??", SOLDIERS),
    ("hw many soldiers were sent", SOLDIERS),
    ("whoooo ordered the evacuation", ORDERED),
    # shouting
    ("WHO ORDERED THE EVACUATION???", ORDERED),
    ("HOW MANY SOLDIERS WERE SENT", SOLDIERS),
    ("WHEN DID THE DAM BURST!!!", DAM),
    # signs
    ("😭😭 who ordered the evacuation 🌊🌊", ORDERED),
    ("when did the dam burst 🤔", DAM),
    ("who… ordered the evacuation", ORDERED),
    ("ｗｈｏ ordered the évacuation", ORDERED),
    # what readers tell of themselves
    ("can't open the page, who ordered the evacuation", ORDERED),
    ("don't laugh, when did the dam burst", DAM),
    ("the stone bridge is it open", ("bridge-closed", "")),
    # lead-ins and tails
    ("Do you know who ordered the evacuation?", ORDERED),
    ("u know who ordered the evacuation?", ORDERED),
    ("Could you please tell me when exactly the dam burst?", DAM),
    ("any idea how many soldiers were sent?", SOLDIERS),
    ("Please tell me how many soldiers were sent.", SOLDIERS),
    ("I was wondering when the dam burst", DAM),
    ("Does the article say when the dam burst?", DAM),
    ("My uncle wants to know who ordered the evacuation.", ORDERED),
    ("Hello! Who ordered the evacuation? Thanks.", ORDERED),
    ("who ordered the evacuation, do you know?", ORDERED),
    ("when did the dam burst, please?", DAM),
    ("Is it true that the mayor ordered the evacuation?", ("evacuation", "")),
    ("Was the evacuation ordered or not?", ("evacuation", "")),
    ("so was the hospital flooded then?", ("hospital-flooded", "")),
    ("Could you please list who ordered the evacuation?", ORDERED),
    ("my friend says the stone bridge has reopened", ("bridge-closed", "")),
]
"""The message, the fact and the slot."""
