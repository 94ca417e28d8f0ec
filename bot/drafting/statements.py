"""A sentence on the way to its facts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.answering.text import sentence_start
from bot.drafting.attribution import attribution_in
from bot.drafting.claims import Claims
from bot.drafting.clauses import Clause, Parser, has_own_subject
from bot.drafting.counting import Slots
from bot.drafting.days import Calendar, Moment
from bot.drafting.deeds import Deeds
from bot.drafting.facts import DraftFact
from bot.drafting.lines import NOWHERE, Line, Span
from bot.drafting.mentions import Mentions
from bot.drafting.names import Names
from bot.drafting.quotes import quote_of
from bot.drafting.relating import Relater
from bot.drafting.slots import SlotFiller
from bot.drafting.spans import noun_before
from bot.drafting.subjects import Subjects
from bot.drafting.tagging import Tagger
from bot.drafting.telling import GOING_ON, Teller, is_plural
from bot.drafting.vocabulary import CAUSING, NEGATIONS, SPEECH
from bot.drafting.words import ADJECTIVE, DETERMINER, MARK, NOUN, NUMBER, PREPOSITION, PRONOUN

CAUSES = CAUSING | {"fuel", "ignite", "provoke"}
VAGUE = frozenset("we i you they it one this that these those he she".split())
"""Who acts only by a word that stands for another."""
CONDITIONS = frozenset({"if", "unless", "whether"})
"""What begins a clause that is not said to be so."""
TO_COME = frozenset({"until", "once", "before", "after"})
"""What begins a clause that, in the present, tells of what may never be: "until the firm pays more"."""
FIRST_PERSON = frozenset("i we us our my me ours".split())
"""Words by which somebody speaks of themselves: told by others they would mean others."""
HEARING = frozenset("hear learn show".split())
"""Verbs whose content is so, as far as somebody says, and no fact of its own."""
SMALL_WORDS = frozenset("the a an of in on at to for and by with from their his her its both".split())


@dataclass(frozen=True, slots=True)
class Reading:
    """What a sentence is read with: the tools, and what the sentences before it have left."""

    names: Names
    tagger: Tagger
    parser: Parser
    calendar: Calendar
    last_person: str
    """Who "she" or "he" can be; empty for nobody."""
    last_body: str
    """Which organization "it" can be; empty for none."""
    last_day: Moment
    """The day that was told last."""
    speaker: str = ""
    """Whom sentences around it, in the same paragraph, quote; empty for nobody."""


class Statement:
    """One sentence with its clauses."""

    def __init__(self, whole: Line, reading: Reading, new_id: Callable[[str], str]) -> None:
        said_by = attribution_in(whole)
        self._whole = whole
        self._line = said_by.rest if said_by else whole
        self._reading = reading
        self._new_id = new_id
        self.moments = list(reading.calendar.moments(self._line.words))
        self.mentions = Mentions(self._line, reading.names, self.moments, reading.last_person)
        self._of_whole = Mentions(whole, reading.names, (), reading.last_person)
        self._clauses = reading.parser.clauses(self._line)
        self._filler = SlotFiller(self._line, self.mentions, self.moments)
        self._quoted = reading.speaker if whole.is_quote else ""
        self._claims = Claims(self._line, self.mentions, self._clauses, said_by, self._quoted)
        self._teller = Teller(self._line, self.mentions, self._clauses)
        self._deeds = Deeds(self._line, self._clauses, reading.tagger)
        self._subjects = Subjects(self._line, self.mentions, self._clauses, reading.names, reading.last_body)
        self._relater = Relater(self._line, self.mentions, self._clauses, self._teller, reading.last_day)
        self._made: dict[int, DraftFact] = {}

    def facts(self) -> Iterator[DraftFact]:
        """A fact for each clause that tells something by itself."""
        for number, clause in enumerate(self._clauses):
            who = self._subjects.who(number, self._made)
            if who and who.lower() not in VAGUE and self._tells(clause):
                fact = self._fact(number, clause, who)
                yield fact
                yield from self._presence(clause, fact)
        if self._quoted:
            yield self._said()

    def _said(self) -> DraftFact:
        """That whoever is quoted in a sentence beside this one says this, too."""
        words, text = self._whole.words, self.whole()
        quote = quote_of(self._whole.paragraph, words[0].start, words[-1].end)
        id_ = self._new_id(f"{self._quoted} said {quote}")
        fact = DraftFact(id_, text, self._whole.sentence.paragraph, quote, [self._quoted], ["said"])
        fact.slots.what.append(text[: text.rindex("”") + 1].replace(",”", "”"))
        return fact

    @property
    def is_told(self) -> bool:
        """Whether the facts made so far tell a main clause, or what is said, and not only what hangs on it."""
        made = (self._clauses[number] for number in self._made)
        return bool(self._quoted) or any(clause.parent is None or clause.marker in ("that", "said") for clause in made)

    @property
    def speaker(self) -> str:
        """Whom the sentence quotes, as its last words or those around it tell; empty for nobody."""
        said = next((clause for clause in self._clauses if clause.marker == "said"), None)
        return self._quoted or (self.mentions.meant(said.subject) if said else "")

    @property
    def body(self) -> str:
        """The organization that the sentence is about; empty where it is about another one."""
        return self._subjects.body()

    def whole(self) -> str:
        """The sentence with dates for weekdays, and names for pronouns that act in it."""
        changes = [((m.first, m.end), m.text) for m in self._reading.calendar.moments(self._whole.words) if m.on]
        for number, clause in enumerate(self._clauses if self._line is self._whole else ()):
            meant = self.mentions.meant(clause.subject) or self._subjects.body_before(number)
            first, end = clause.subject
            is_named = any(each.id == meant and each.span[1] <= first for each in self.mentions.all)
            if meant and not is_named and end - first == 1 and self._line.words[first].tag == PRONOUN:
                changes.append((clause.subject, self._reading.names.all[meant].name))
        text = self._whole.rewritten((0, len(self._whole.words)), dict.fromkeys(changes))
        if self._quoted:
            said = text.strip('“”"').removesuffix(".")
            text = f"“{said}{',' * said[-1].isalnum()}” {self._reading.names.all[self._quoted].name} said."
        return text

    def _tells(self, clause: Clause) -> bool:
        """Whether a clause is no mere part: "the argument that the records were secret" says nothing about them."""
        if clause.marker in CONDITIONS or (clause.marker in TO_COME and not self._is_over(clause)):
            return False
        tags = [word.tag for word in self._line.words[clause.verb.first : clause.end] if word.tag != MARK]
        if has_own_subject(self._line.words, clause) and tags[-1:] == [PREPOSITION]:
            return False  # "… a study from 2009, which the firm had paid for": what, is left to the editor
        first = min(clause.subject[0], clause.first)
        words = self._line.words[first : clause.end]
        if clause.marker != "said" and any(w.lower in FIRST_PERSON and w.tag in (PRONOUN, DETERMINER) for w in words):
            return False
        while clause.marker in GOING_ON and clause.parent is not None:
            clause = self._clauses[clause.parent]
        parent = self._clauses[clause.parent] if clause.parent is not None else None
        return clause.marker != "that" or parent is None or self._affirms(parent)

    def _is_over(self, clause: Clause) -> bool:
        """Whether a clause tells of the past."""
        verb = self._line.words[clause.verb.first].lower
        return verb in ("had", "was", "were") or self._reading.tagger.is_past(verb)

    def _affirms(self, clause: Clause) -> bool:
        """Whether what a clause says is said to be so, and not denied or left unsaid."""
        verb = {word.lower for word in self._line.words[max(0, clause.verb.first - 1) : clause.verb.end]}
        return clause.verb.lemma in SPEECH - {"deny"} and not verb & NEGATIONS

    def _fact(self, number: int, clause: Clause, who: str) -> DraftFact:
        slots, did = Slots(), self._deeds.did(clause)
        if clause.marker in ("", "and+"):
            self._filler.fill(slots, self._lead(clause), clause.verb.lemma)
            slots.what.clear()
        self._filler.fill(slots, self._deeds.behind(clause), clause.verb.lemma)
        if has_own_subject(self._line.words, clause) and not slots.what:
            slots.what.append(self.mentions.value(noun_before(self._line.words, clause.first - 1)))
        self._filler.when(slots, (clause.verb.first, clause.verb.end))
        self._filler.counts(slots, clause.subject)
        self._count_bare(number, slots)
        if clause.agent != NOWHERE:
            who, slots.what = self.mentions.value(clause.agent), [who]
            did = self._line.words[clause.verb.head].lower
            slots.why += [self.mentions.text(clause.agent)] if clause.verb.lemma in CAUSES else []
            slots.how = [each for each in slots.how if not each.startswith("by ")]
        did = f"{did} {slots.particle}".rstrip()
        id_, paragraph = self._id(clause), self._whole.sentence.paragraph
        fact = DraftFact(id_, "", paragraph, self._quote(clause), [who], [did], slots)
        first, end = clause.subject
        if self._line.words[first:end] and self._line.words[first].tag == PRONOUN and who in self._reading.names.all:
            fact.unsure.append(f'is "{self._line.words[first].lower}" {self._reading.names.all[who].name}?')
        self._count_content(number, slots)
        self._relater.relate(clause, fact, self._made)
        self._claims.credit(number, fact, self._of_whole)
        fact.says = self._says(number, clause, fact)
        self._made[number] = fact
        return fact

    def _count_bare(self, number: int, slots: Slots) -> None:
        """ "Seven people died and *more than 2,000* fled": a number that counts what was counted before."""
        (first, end), before = self._clauses[number].subject, self._made.get(number - 1)
        words = self._line.words[first:end]
        if words and before and before.slots.how_many and all(word.tag == NUMBER for word in words):
            slots.how_many.setdefault(next(iter(before.slots.how_many)), self.mentions.text((first, end)).lower())

    def _count_content(self, number: int, slots: Slots) -> None:
        """The numbers of what becomes no fact of its own: "the court heard that *43 payments* were made"."""
        for clause in self._clauses[number + 1 :] if self._clauses[number].verb.lemma in HEARING else ():
            if clause.marker == "that" and clause.parent == number:
                self._filler.counts(slots, (clause.first, clause.end))

    def _presence(self, clause: Clause, fact: DraftFact) -> Iterator[DraftFact]:
        """ "Despite the presence of troops": that they were there, at the same place and time."""
        words, (first, end) = self._line.words, clause.complement
        at = next((p for p in range(first, end - 2) if words[p].lower == "presence" and words[p + 1].lower == "of"), 0)
        if not at:
            return
        slots = Slots(where=list(fact.slots.where), when=fact.slots.when)
        self._filler.counts(slots, (at + 2, end))
        who = self.mentions.value((at + 2, end))
        quote = quote_of(self._line.paragraph, words[at].start, words[end - 1].end)
        be = "were" if is_plural(words[at + 2 : end]) else "was"
        names = self._reading.names.all
        place = next((f"in {names[each].name}" if each in names else each for each in slots.where), "")
        told = [self.mentions.text((at + 2, end)), be, "present", place, slots.when.text if slots.when else ""]
        says = sentence_start(" ".join(filter(None, told)) + ".")
        id_ = self._new_id(f"{self.mentions.text((at + 2, end))} present")
        yield DraftFact(id_, says, fact.paragraph, quote, [who], [f"{be} present"], slots, list(fact.according_to))

    def _lead(self, clause: Clause) -> Span:
        """What stands before the subject: "In a statement on Facebook, …"."""
        first, subject = clause.first, clause.subject[0]
        return (first, subject) if first < subject <= clause.verb.first else NOWHERE

    def _id(self, clause: Clause) -> str:
        subject = self.mentions.meant(clause.subject) or self.mentions.text(clause.subject)
        first, end = clause.complement
        words = [word.text for word in self._line.words[first:end] if word.tag in (NOUN, ADJECTIVE, NUMBER)][:2]
        doer = [word for word in subject.split() if word.lower() not in SMALL_WORDS][-2:]
        return self._new_id(" ".join([*doer, self._line.words[clause.verb.head].text, *words]))

    def _quote(self, clause: Clause) -> str:
        """From who acts to the end of the clause, or of what is said; verbatim."""
        words, subject, verb = self._line.words, clause.subject, clause.verb
        shares_subject = clause.marker in ("and", "resume", "ing") or subject == NOWHERE
        first = verb.first if shares_subject else min(subject[0], verb.first)
        end = len(words) if verb.lemma in SPEECH else clause.end
        if clause.marker == "said" or verb.first < subject[0]:
            first = 0 if clause.marker == "said" else min(verb.first, clause.first)
        return quote_of(self._line.paragraph, words[first].start, words[end - 1].end, words[verb.end - 1].end)

    def _says(self, number: int, clause: Clause, fact: DraftFact) -> str:
        """The fact's sentence: the clause's own, or the whole one, which loses no hedge."""
        source = self._claims.source(number, fact)
        is_said_alone = clause.marker == "said" or (self._claims.saying(number) and not source)
        if is_said_alone or len(self._clauses) == 1 or has_own_subject(self._line.words, clause):
            return self.whole()
        if (source and source in fact.who) or any(each.marker in CONDITIONS - {"whether"} for each in self._clauses):
            return self.whole()
        names = self._reading.names.all
        who, meant = self.mentions.text(clause.subject), self.mentions.meant(clause.subject)
        is_kind = clause.marker == "reduced" and who.lower().startswith(("a ", "an "))
        if (who.lower() in VAGUE or is_kind) and (meant or fact.who[0] in names):
            who = names[meant or fact.who[0]].name
        elif who.lower() in VAGUE or who.lower().startswith("their "):
            who = fact.who[0]
        when = fact.slots.when
        day = when.text if when and when.on and not when.end else ""
        who = self._deeds.told(clause, who)
        says = self._teller.says(number, who, names[source].name if source in names else source, day)
        # "… set both on fire" is told of what "both" means.
        return says.replace(" both ", f" {fact.slots.what[0]} ", 1) if fact.slots.particle and fact.slots.what else says
