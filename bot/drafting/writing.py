"""Writes the facts of an article, sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.drafting.article import Article, Sentence
from bot.drafting.attribution import attribution_in
from bot.drafting.clauses import Parser
from bot.drafting.days import Calendar, Moment
from bot.drafting.facts import DraftFact
from bot.drafting.lines import Line, plain_line
from bot.drafting.mentions import SINGULAR, Mentions
from bot.drafting.names import Names, slug
from bot.drafting.quotes import quote_of
from bot.drafting.statements import Reading, Statement
from bot.drafting.tagging import Tagger
from bot.drafting.vocabulary import SPEECH

ID_WORDS = 6
"""How many words an id is made of at most."""


class FactWriter:
    """Reads an article from its beginning, remembering who was spoken of and which day was told."""

    def __init__(self, article: Article, names: Names, tagger: Tagger, calendar: Calendar) -> None:
        """`names` may grow: the police become one of them where they claim something."""
        self._article = article
        self._names = names
        self._tagger = tagger
        self._parser = Parser(tagger)
        self._calendar = calendar
        self._facts: dict[str, DraftFact] = {}
        self._last_person = self._last_body = self._last_speaker = ""
        self._last_paragraph = 0
        self._last_day = Moment(0, 0, "", calendar.published)

    def facts(self) -> list[DraftFact]:
        """At least one fact for each sentence."""
        lines = [plain_line(each, self._article.paragraphs[each.paragraph - 1]) for each in self._article.sentences]
        for line in lines:
            self._find_bodies(line)
        for number, line in enumerate(lines):
            behind = [each for each in lines[number + 1 :] if each.sentence.paragraph == line.sentence.paragraph]
            self._read(line, behind)
        return list(self._facts.values())

    def _find_bodies(self, line: Line) -> None:
        """Makes entities of the police and others that claim something without a name, before facts tell of them."""
        mentions, said_by = Mentions(line, self._names), attribution_in(line)
        speakers = [clause.subject for clause in self._parser.clauses(line) if clause.verb.lemma in SPEECH]
        for speaker in [*speakers, *([said_by.speaker] if said_by else [])]:
            if not mentions.meant(speaker):
                mentions.body(speaker)

    def _read(self, line: Line, behind: Sequence[Line]) -> None:
        """Reads a sentence; `behind` are those that follow it in its paragraph."""
        goes_on = line.sentence.paragraph == self._last_paragraph
        reading = Reading(
            self._names,
            self._tagger,
            self._parser,
            self._calendar,
            self._last_person,
            self._last_body if goes_on else "",
            self._last_day,
            self._last_speaker if goes_on else "",
        )
        end = next((each for each in behind if not each.is_quote), None)
        if line.is_quote and not reading.speaker and end and end.words and end.is_quoted(0):
            # “It burned. Nobody came,” said Ada Orr.
            reading = replace(reading, speaker=Statement(end, reading, self._new_id).speaker)
        statement = Statement(line, reading, self._new_id)
        for fact in statement.facts():
            self._facts[fact.id] = fact
        if not statement.is_told:
            self._add_whole(line.sentence, statement.whole())
        people = {each.id for each in statement.mentions.all if statement.mentions.kind(each.id) == "person"}
        if people or not any(word.lower in SINGULAR for word in line.words):
            # Of two people "she" could be either, and of one who was named long ago, or has no name, nobody knows.
            self._last_person = people.pop() if len(people) == 1 else ""
        self._last_body, self._last_speaker = statement.body, statement.speaker
        self._last_paragraph = line.sentence.paragraph
        self._last_day = next((moment for moment in reversed(statement.moments) if moment.on), self._last_day)

    def _add_whole(self, sentence: Sentence, says: str) -> None:
        """A sentence of which no main clause was understood, as it is."""
        paragraph = self._article.paragraphs[sentence.paragraph - 1]
        quote = quote_of(paragraph, sentence.words[0].start, sentence.words[-1].end)
        fact = DraftFact(self._new_id(says), says or sentence.text, sentence.paragraph, quote)
        fact.slots.what.append(fact.says)
        fact.unsure.append("no statement was understood here")
        self._facts[fact.id] = fact

    def _new_id(self, text: str) -> str:
        return slug(" ".join(text.split()[:ID_WORDS]), self._facts)
