"""An invented story with all that facts can have, and the parts of the answering room made from it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.answering.analyzing import Analyzer
from bot.answering.assistant import Assistant
from bot.answering.building import build_assistant
from bot.answering.conversation import Conversation
from bot.answering.index import Index
from bot.answering.indexing import build_index
from bot.answering.language import Language
from bot.answering.matching import Matcher
from bot.answering.question import Question
from bot.answering.reply import Reply
from bot.answering.spelling import Speller
from bot.answering.text import Token
from bot.knowledge.loading import load_knowledge
from bot.knowledge.model import StoryFile
from bot.knowledge.wordlist import WordList
from tests.smalltown import REPOSITORY, write_town

LEXICON = REPOSITORY / "knowledge" / "lexicon"

STORY = """\
story:
  id: orvendale-dam
  title: Dam break in Orvendale
  as_of: 2031-06-11
  summary: [dam-burst, evacuation, soldiers-sent]
sources:
  herald:
    publisher: Orvendale Herald
    title: Dam bursts above Orvendale
    url: https://herald.example/2031/dam
    published: 2031-06-11
  monitor:
    publisher: The Monitor
    title: Ministry under fire
    url: https://monitor.example/ministry
    published: 2031-06-10
  atlas:
    publisher: Atlas of Selvania
    title: Orvendale
    url: https://atlas.example/orvendale
    published: 2030-01-02
entities:
  selvania:
    kind: place
    name: Selvania
    aliases: [Selvanian, Selvanians, Selvanja]
    pronoun: it
    cite: {source: herald, paragraph: 1, quote: Selvania}
  orvendale:
    kind: place
    name: Orvendale
    is: a town in the north of Selvania
    pronoun: it
    within: selvania
    location: {latitude: 61.5, longitude: -7.25, address: "Orvendale, Selvania", source: atlas}
    cite: {source: herald, paragraph: 1, quote: the northern town of Orvendale}
  kestrin-dam:
    kind: place
    name: the Kestrin dam
    aliases: [the dam]
    pronoun: it
    within: orvendale
    cite: {source: herald, paragraph: 1, quote: the Kestrin dam}
  lindqvist:
    kind: person
    name: Greta Lindqvist
    is: the mayor of Orvendale
    aliases: [Lindqvist, Greta, the mayor]
    pronoun: she
    cite: {source: herald, paragraph: 2, quote: Mayor Greta Lindqvist}
  brukner:
    kind: person
    name: Tomas Brukner
    is: the defence minister of Selvania
    aliases: [Brukner, Tomas, the defence minister]
    pronoun: he
    cite: {source: herald, paragraph: 4, quote: Defence Minister Tomas Brukner}
  river-ministry:
    kind: organization
    name: the River Ministry
    is: the office that looks after the dams of Selvania
    aliases: [the ministry of rivers, the ministry]
    pronoun: it
    cite: {source: monitor, paragraph: 1, quote: the River Ministry}
  velka-radio:
    kind: outlet
    name: Velka Radio
    is: a local station
    aliases: [Velka]
    pronoun: it
    cite: {source: herald, paragraph: 5, quote: Velka Radio}
  shopkeepers:
    kind: organization
    name: the shopkeepers
    pronoun: they
    cite: {source: herald, paragraph: 5, quote: the shopkeepers}
facts:
  dam-burst:
    says: The Kestrin dam above Orvendale burst on Sunday 8 June 2031 after a week of heavy rain.
    who: kestrin-dam
    did: [burst, broke, collapsed, gave way]
    when: {on: 2031-06-08, text: on Sunday 8 June 2031}
    where: orvendale
    why: a week of heavy rain
    cite: {source: herald, paragraph: 1, quote: burst after a week of rain}
  hospital-flooded:
    says: The water flooded the hospital and the market hall.
    who: the water
    did: [flooded, swamped]
    what: [the hospital, the market hall]
    where: orvendale
    cite: {source: herald, paragraph: 2, quote: flooded the hospital}
  evacuation:
    says: Mayor Greta Lindqvist ordered the evacuation of the old town on Monday 9 June 2031; 2,000 residents moved out.
    who: lindqvist
    did: [ordered]
    what: the evacuation of the old town
    when: {on: 2031-06-09, text: on Monday 9 June 2031}
    how_many: {residents: "2,000"}
    cite:
      - {source: herald, paragraph: 2, quote: ordered the evacuation}
      - {source: monitor, paragraph: 3, quote: "2,000 residents"}
  mayor-accuses:
    says: Lindqvist accuses the River Ministry of neglecting the dam; “they let it rot”, she said.
    who: lindqvist
    did: [accuses, blames]
    what: river-ministry
    why: neglect of the dam
    certainty: claimed
    according_to: [lindqvist]
    cite: {source: monitor, paragraph: 1, quote: they let it rot}
  soldiers-sent:
    says: Defence Minister Tomas Brukner sent 300 soldiers to Orvendale for five days to fill sandbags.
    who: brukner
    did: [sent, dispatched]
    what: soldiers
    where: orvendale
    purpose: to fill sandbags
    how_many: {soldiers: "300"}
    how_long: five days
    certainty: announced
    according_to: [brukner]
    cite: {source: herald, paragraph: 4, quote: 300 soldiers}
  shop-looted:
    says: Shopkeepers say that a gang robbed the bakery.
    who: a gang
    did: [robbed]
    what: the bakery
    certainty: claimed
    according_to: [shopkeepers]
    also: {did: [lost its money]}
    cite: {source: herald, paragraph: 5, quote: robbed the bakery}
  bridge-closed:
    says: The stone bridge remains closed to lorries.
    who: the stone bridge
    did: [is closed, remains closed]
    to_whom: lorries
    denies: [open, reopen]
    cite: {source: herald, paragraph: 5, quote: remains closed}
  school-warning:
    says: Velka Radio told parents to keep their children away from the school.
    who: velka-radio
    did: [warned, advised]
    to_whom: parents
    via: velka-radio
    asked: [What should parents do?]
    cite: {source: herald, paragraph: 5, quote: keep children away}
  damage-unclear:
    says: It is not known what the repairs of the dam will cost.
    what: the cost of the repairs
    certainty: unknown
    asked: [How much will the repairs cost?]
    cite: {source: herald, paragraph: 6, quote: nobody can say}
not_reported:
  - asks: [How many people drowned?, How many people died?, Were there any deaths?]
    says: The articles give no number of victims.
    near: [evacuation]
tests:
  - {ask: When did the dam burst?, fact: dam-burst, slot: when}
  - {ask: What did the water flood?, fact: hospital-flooded, slot: what}
  - {ask: Who ordered the evacuation?, fact: evacuation, slot: who}
  - {ask: Whom does the mayor accuse?, fact: mayor-accuses, slot: what}
  - {ask: How many soldiers were sent?, fact: soldiers-sent, slot: how_many}
  - {ask: Is the stone bridge closed?, fact: bridge-closed}
  - {ask: Who warned the parents?, fact: school-warning, slot: who}
  - {ask: Who won the chess tournament?, fact: none}
"""

WHO = "Who ordered the evacuation?"
"""A question that the story answers with Greta Lindqvist."""


@dataclass(frozen=True)
class Room:
    """The answering room with the invented story and the real lexicon, its parts at hand."""

    assistant: Assistant
    story: StoryFile
    language: Language
    words: WordList
    analyzer: Analyzer
    index: Index
    matcher: Matcher
    speller: Speller

    def ask(self, *messages: str) -> Reply:
        """The reply to the last of the messages of one conversation."""
        return self.replies(*messages)[-1]

    def replies(self, *messages: str) -> list[Reply]:
        """The replies to the messages of one conversation."""
        conversation = Conversation()
        return [self.assistant.ask(message, conversation) for message in messages]

    def tokens(self, text: str) -> list[Token]:
        """The tokens of a text, read as the knowledge is."""
        return self.language.normalizer.tokens(text)

    def read(self, text: str) -> Question:
        """One clause as a question."""
        return self.analyzer.read(self.tokens(text))


def build_room(folder: Path, **stories: str) -> Room:
    """The room, made from a knowledge folder that this writes: `STORY`, or stories by names of their files."""
    knowledge = load_knowledge(write_town(folder, **(stories or {"dam": STORY})))
    words = WordList(LEXICON / "en.words")
    language = Language(knowledge.lexicon)
    analyzer = Analyzer(language, words.pos)
    index = build_index(knowledge.stories, analyzer, words)
    return Room(
        assistant=build_assistant(knowledge, words),
        story=knowledge.stories[0],
        language=language,
        words=words,
        analyzer=analyzer,
        index=index,
        matcher=Matcher(index, words.pos),
        speller=Speller(language.normalizer, index.vocabulary, language.words, words.is_word, language.common),
    )


def fact_of(reply: Reply) -> str:
    """The fact that answers, or the outcome where none does."""
    return reply.citations[0].fact if reply.outcome == "answered" else reply.outcome
