"""A town council's questions and answers: what is asked of each place, permit and kind of waste, in many wordings.

`{it}` is one of the names of the thing that is asked about. Each answer is known by the wordings under `asked`; those
under `unseen` ask for the same in words of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import yaml


@dataclass(frozen=True)
class Topic:
    """One thing that people want to know of many others."""

    id: str
    says: str
    asked: Sequence[str]
    unseen: Sequence[str]

    def wordings(self, names: Sequence[str]) -> list[str]:
        """What is known to be asked, each name in its turn."""
        return [wording.format(it=names[turn % len(names)]) for turn, wording in enumerate(self.asked)]

    def unseen_wordings(self, names: Sequence[str]) -> list[str]:
        """What is asked besides."""
        return [wording.format(it=names[turn % len(names)]) for turn, wording in enumerate(self.unseen)]


HOURS = Topic(
    "hours",
    "{it} is open from Tuesday to Saturday between 10 am and 6 pm.",
    (
        "When is {it} open?",
        "What are the opening hours of {it}?",
        "What time does {it} open?",
        "When does {it} close?",
        "Is {it} open on Saturdays?",
        "How late is {it} open?",
        "Which days is {it} closed?",
        "Is {it} open on public holidays?",
    ),
    (
        "What time does {it} close?",
        "What are the opening times of {it}?",
        "On which days is {it} open?",
        "Can I visit {it} on Sunday?",
        "opening hours {it}",
        "Hi, I'd like to know how late {it} is open",
    ),
)
ENTRY = Topic(
    "entry",
    "Entry to {it} costs 6 euros for adults and 3 euros for children.",
    (
        "How much is the entry to {it}?",
        "What does it cost to get into {it}?",
        "What is the admission fee for {it}?",
        "Is {it} free?",
        "Do I have to pay to enter {it}?",
        "How much is a ticket for {it}?",
        "What are the prices at {it}?",
        "Is there a discount for children at {it}?",
    ),
    (
        "What's the price of a ticket for {it}?",
        "How much does {it} cost?",
        "Do children pay less at {it}?",
        "Is admission to {it} free of charge?",
        "ticket prices for {it}",
        "We are two adults and a child, how much is the entry to {it}?",
    ),
)
WAY = Topic(
    "way",
    "{it} is in Mill Street, two minutes from the bus stop of lines 4 and 7.",
    (
        "Where is {it}?",
        "How do I get to {it}?",
        "What is the address of {it}?",
        "Which bus goes to {it}?",
        "How can I reach {it} by bus?",
        "Where do I find {it}?",
        "Which street is {it} in?",
        "Is {it} in the town centre?",
    ),
    (
        "What is the nearest bus stop to {it}?",
        "Can you tell me where {it} is located?",
        "How do I reach {it} without a car?",
        "Does any bus stop near {it}?",
        "address of {it}",
        "I'm new in town, how do I get to {it}?",
    ),
)
HIRE = Topic(
    "hire",
    "{it} can be hired for private events; the office for events takes bookings.",
    (
        "Can I hire {it} for a private party?",
        "How do I book {it} for an event?",
        "Can {it} be rented?",
        "Whom do I contact to rent {it}?",
        "Is {it} available for weddings?",
        "How far ahead must I reserve {it}?",
        "Can our club use {it}?",
        "Can I hold a meeting in {it}?",
    ),
    (
        "Can I rent {it} for a birthday party?",
        "Who do I ask about hiring {it}?",
        "How can our club book {it}?",
        "Is it possible to reserve {it} for an event?",
        "hiring {it}",
        "We are planning a wedding, is {it} available?",
    ),
)
ACCESS = Topic(
    "access",
    "{it} has a ramp, a lift and a toilet for wheelchair users.",
    (
        "Is {it} wheelchair accessible?",
        "Can I get into {it} with a wheelchair?",
        "Is there a lift in {it}?",
        "Are there steps at {it}?",
        "Is {it} suitable for disabled visitors?",
        "Does {it} have a disabled toilet?",
        "Is there a ramp at {it}?",
        "Can I take a pram into {it}?",
    ),
    (
        "Does {it} have a lift?",
        "Is there wheelchair access to {it}?",
        "Is {it} accessible for people with disabilities?",
        "Are there stairs at {it}?",
        "wheelchair access at {it}",
        "My mother uses a wheelchair, can she get into {it}?",
    ),
)
FEE = Topic(
    "fee",
    "The fee for {it} is 30 euros; people on a low income pay half.",
    (
        "How much does {it} cost?",
        "What is the fee for {it}?",
        "What do I pay for {it}?",
        "Is there a charge for {it}?",
        "Do pensioners pay less for {it}?",
        "How much do you charge for {it}?",
        "Is {it} free?",
        "How can I pay for {it}?",
    ),
    (
        "What's the price of {it}?",
        "How much is {it}?",
        "Do I have to pay for {it}?",
        "What will {it} cost me?",
        "price of {it}",
        "I am a pensioner, do I pay less for {it}?",
    ),
)
APPLICATION = Topic(
    "application",
    "Apply for {it} at the citizens' office or online, with an identity card and the signed form.",
    (
        "How do I apply for {it}?",
        "Where do I get {it}?",
        "Which documents do I need for {it}?",
        "Can I apply for {it} online?",
        "Who issues {it}?",
        "Which form do I need for {it}?",
        "How can I get {it}?",
        "What do I have to bring to apply for {it}?",
    ),
    (
        "Where can I apply for {it}?",
        "Which papers are required for {it}?",
        "Is there an online form for {it}?",
        "I'd like to get {it}, what do I have to do?",
        "application for {it}",
        "My son needs {it}, which documents do we need?",
    ),
)
RENEWAL = Topic(
    "renewal",
    "{it} is valid for two years and can be renewed online in the last month.",
    (
        "How long is {it} valid?",
        "When does {it} expire?",
        "How do I renew {it}?",
        "How often do I have to renew {it}?",
        "Can I extend {it}?",
        "What happens when {it} runs out?",
        "For how many years is {it} valid?",
        "Must I renew {it} every year?",
    ),
    (
        "When do I have to renew {it}?",
        "How long does {it} last?",
        "Can {it} be extended?",
        "Can I renew {it} online?",
        "renewal of {it}",
        "We moved, must we renew {it}?",
    ),
)
WAIT = Topic(
    "wait",
    "It takes about three weeks until {it} is issued; for an extra 20 euros it takes three days.",
    (
        "How long does it take to get {it}?",
        "When will I receive {it}?",
        "How long must I wait for {it}?",
        "How quickly is {it} issued?",
        "How many weeks does {it} take?",
        "Can I get {it} on the same day?",
        "How long does the application for {it} take?",
        "Is there an express service for {it}?",
    ),
    (
        "How long until I get {it}?",
        "How many days do I have to wait for {it}?",
        "When is {it} ready?",
        "How fast can I have {it}?",
        "waiting time for {it}",
        "I applied last week, when will I receive {it}?",
    ),
)
COLLECTION = Topic(
    "collection",
    "{it} is collected every second Thursday from 7 am; put it out on the evening before.",
    (
        "When is {it} collected?",
        "Which day is {it} picked up?",
        "How often do you collect {it}?",
        "When do you empty the bin for {it}?",
        "Is {it} collected on public holidays?",
        "What is the collection day for {it}?",
        "Our {it} was not collected, what do I do?",
        "Do you pick up {it} from home?",
    ),
    (
        "On which day do you collect {it}?",
        "How often is {it} picked up?",
        "When is the next collection of {it}?",
        "Nobody collected our {it}, whom do I call?",
        "collection days for {it}",
        "We have just moved here, when is {it} collected?",
    ),
)
DISPOSAL = Topic(
    "disposal",
    "Take {it} to the depot in Quarry Road, which accepts up to one cubic metre free of charge.",
    (
        "Where can I take {it}?",
        "How do I get rid of {it}?",
        "Which bin is for {it}?",
        "Where do I throw away {it}?",
        "Can I bring {it} to the depot?",
        "How should I dispose of {it}?",
        "Do you accept {it}?",
        "May {it} go into the household bin?",
    ),
    (
        "Where do I put {it}?",
        "Which bin does {it} go in?",
        "Where can I dispose of {it}?",
        "What do I do with {it}?",
        "disposal of {it}",
        "We are clearing out the house, where can I take {it}?",
    ),
)

PLACES = (
    ("the library", "the public library"),
    ("the swimming pool", "the indoor pool"),
    ("the museum", "the town museum"),
    ("the sports hall", "the gym"),
    ("the community centre", "the community hall"),
    ("the youth club", "the youth centre"),
    ("the art gallery", "the gallery"),
    ("the theatre", "the playhouse"),
    ("the ice rink", "the skating rink"),
    ("the botanical garden", "the botanic garden"),
    ("the market hall", "the covered market"),
    ("the climbing wall", "the climbing centre"),
    ("the town archive", "the archive"),
    ("the observatory", "the star observatory"),
    ("the petting zoo", "the children's zoo"),
    ("the castle", "the old castle"),
    ("the cinema", "the town cinema"),
    ("the concert hall", "the music hall"),
)
PERMITS = (
    ("a parking permit", "a resident's parking permit"),
    ("a building permit", "planning permission"),
    ("a dog licence", "a licence for my dog"),
    ("a market stall", "a stall at the market"),
    ("a fishing licence", "an angling licence"),
    ("a passport", "a new passport"),
    ("an identity card", "an ID card"),
    ("a birth certificate", "a copy of a birth certificate"),
    ("a library card", "a reader's card for the library"),
    ("a street party permit", "permission for a street party"),
    ("a taxi licence", "a cab licence"),
    ("a bus pass", "a season ticket for the bus"),
)
WASTE = (
    ("garden waste", "green waste"),
    ("bulky waste", "old furniture"),
    ("glass", "waste glass"),
    ("paper", "waste paper"),
    ("food waste", "kitchen waste"),
    ("plastic packaging", "plastic waste"),
    ("old clothing", "used clothing"),
    ("scrap metal", "metal scrap"),
    ("electronic waste", "electrical waste"),
    ("hazardous waste", "toxic waste"),
    ("building rubble", "rubble"),
    ("waste wood", "scrap wood"),
)
GROUPS = (
    (PLACES, (HOURS, ENTRY, WAY, HIRE, ACCESS)),
    (PERMITS, (FEE, APPLICATION, RENEWAL, WAIT)),
    (WASTE, (COLLECTION, DISPOSAL)),
)

ELSEWHERE = (
    "Who won the football match?",
    "What is the capital of Peru?",
    "How do I bake bread?",
    "Will it rain tomorrow?",
    "Who wrote Hamlet?",
    "How old is the universe?",
    "What is the meaning of life?",
    "Can you recommend a good restaurant?",
    "Which phone should I buy?",
    "How do I lose weight?",
    "What did the president say yesterday?",
    "Why is the sky blue?",
    "How tall is Mount Everest?",
    "Translate this text into French",
    "When was the war over?",
    "How many people live in China?",
)
"""Nothing that the council deals with."""
OTHER_THINGS = (
    "When is the hospital open?",
    "What are the opening hours of the supermarket?",
    "Where is the train station?",
    "How do I get to the airport?",
    "Which bus goes to the university?",
    "How much is a ticket for the opera?",
    "Can I hire the fire station for a private party?",
    "Is the railway station wheelchair accessible?",
    "How much does a driving licence cost?",
    "How do I apply for a mortgage?",
    "How long is a visa valid?",
    "How long does it take to get a divorce?",
    "Where can I get a tattoo?",
    "When is asbestos collected?",
    "How do I get rid of ants?",
    "Which bin is for nappies?",
)
"""Known questions about what the council has nothing to say of."""
OTHER_QUESTIONS = (
    "Who designed the library?",
    "How many books does the library have?",
    "When was the castle built?",
    "How deep is the swimming pool?",
    "Who is the director of the museum?",
    "Which films are on at the cinema?",
    "How many animals live in the petting zoo?",
    "Why was the theatre closed down?",
    "Which telescope does the observatory use?",
    "Who painted the pictures in the gallery?",
    "How many parking permits were issued last year?",
    "Who invented the passport?",
    "What is written on a birth certificate?",
    "Which breeds need a muzzle?",
    "How is glass made?",
    "What is plastic packaging made of?",
)
"""Known things about which something else is asked."""


def story() -> str:
    """The questions and answers as a story file."""
    facts = {
        fact_id(topic, names): {
            "says": _sentence(topic.says.format(it=names[0])),
            "asked": topic.wordings(names),
            "cite": {"source": "council", "paragraph": 1, "quote": "questions and answers"},
        }
        for topic, names in answers()
    }
    source = {
        "publisher": "Ellerby Town Council",
        "title": "Questions and answers",
        "url": "https://ellerby.example/questions",
        "published": "2031-05-02",
    }
    head = {"id": "ellerby-services", "title": "Services of the town of Ellerby", "as_of": "2031-05-02"}
    return yaml.safe_dump({"story": head, "sources": {"council": source}, "facts": facts}, sort_keys=False)


def answers() -> Iterator[tuple[Topic, Sequence[str]]]:
    """Each answer: the topic, and the names of the thing."""
    for things, topics in GROUPS:
        yield from ((topic, names) for names in things for topic in topics)


def fact_id(topic: Topic, names: Sequence[str]) -> str:
    """`library-hours`."""
    words = names[0].removeprefix("the ").removeprefix("a ").removeprefix("an ").replace("'", "")
    return f"{words.replace(' ', '-')}-{topic.id}"


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:]
