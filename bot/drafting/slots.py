"""What stands behind a verb, sorted into the slots of a fact."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from bot.drafting.counting import Counter, Slots
from bot.drafting.days import Moment
from bot.drafting.lines import Line, Span
from bot.drafting.mentions import Mentions
from bot.drafting.vocabulary import (
    ADDRESSING,
    CAUSES,
    CAUSING,
    COPULAS,
    IN,
    LIGHT_VERBS,
    PERIODS,
    PLACES,
    VIA_NOUNS,
)
from bot.drafting.words import ADJECTIVE, ADVERB, CONJUNCTION, NOUN, PREPOSITION, TO, VERB, head_of

ASKING = frozenset("appeal ask call seek request demand borrow buy receive join beg plead apply".split())
"""Verbs after which "from" or "to" names whom it is asked of."""
ASKING_TO = frozenset("ask tell urge order force allow want invite warn persuade encourage require advise".split())
"""Verbs that make somebody else do what follows."""
WIDE_PLACES = PLACES | frozenset(
    "area zone site scene centre center home house building office station department world north south east west "
    "hall shop mall factory field border".split()
)
LASTING = frozenset("last take need run wait".split())
"""Verbs whose object may be how long."""
SHORT = 3
"""How many words a phrase has at most that belongs to a verb, with a mark at its end."""
MANNERS = frozenset("despite amid".split())
AIM = ("with the aim of", "for the purpose of", "with the goal of", "in order to")


class SlotFiller:
    """Reads the words around the verb of one line."""

    def __init__(self, line: Line, mentions: Mentions, moments: Sequence[Moment]) -> None:
        self._line = line
        self._words = line.words
        self._mentions = mentions
        self._moments = moments
        self._counter = Counter(line, moments)
        self.counts = self._counter.counts

    def fill(self, slots: Slots, span: Span, lemma: str) -> None:
        """Sorts the words of `span`, which stand behind a verb of this base form."""
        self.when(slots, span)
        phrases = self._phrases(span)
        if lemma in COPULAS and phrases and self._is_state(phrases[0]):
            slots.particle = self._mentions.text(phrases.pop(0))
        open_: tuple[list[str], int] | None = None  # what the next phrase can go on with, and where that begins
        for number, (first, end) in enumerate(phrases):
            before = len(slots.purpose), len(slots.why), len(slots.how)
            if self._place_phrase(slots, (first, end), lemma):
                grown = [v for v, n in zip((slots.purpose, slots.why, slots.how), before, strict=True) if len(v) > n]
                open_ = (grown[0], first) if grown else None
            elif number == 0:
                self._object(slots, (first, end), lemma)
                values = slots.what or slots.how
                open_ = (values, first) if values else None
            elif self._words[first].tag == TO and not open_:
                slots.what.append(self._mentions.text((first, end)))
                open_ = (slots.what, first)
            elif open_ and open_[0]:
                self._go_on(slots, open_, end, (first, end))
            elif slots.what and self._words[first].lower == "of":
                # "Found guilty on Monday of stealing five coins."
                slots.what[-1] += f" {self._mentions.text((first, end))}"
                self.counts(slots, (first, end))

    def _is_state(self, phrase: Span) -> bool:
        """Whether a phrase tells how something is, rather than where or when: "inaccessible", "under water"."""
        first, end = phrase
        is_short = end - first <= SHORT and not self._mentions.within(phrase) and not self._counter.is_moment(first)
        return self._words[first].tag == ADJECTIVE or (self._words[first].tag == PREPOSITION and is_short)

    def _go_on(self, slots: Slots, open_: tuple[list[str], int], end: int, phrase: Span) -> None:
        """A phrase that fits nowhere belongs to the one before."""
        values, start = open_
        opening = next(
            (each for each in (*CAUSES, *AIM) if self._mentions.text((start, end)).startswith(f"{each} ")), ""
        )
        values[-1] = self._mentions.text((start, end)).removeprefix(f"{opening} ")
        self._counter.counts(slots, phrase)

    def when(self, slots: Slots, span: Span) -> None:
        """The first time that is told in the span."""
        inside = [each for each in self._moments if span[0] <= each.first < span[1]]
        # A day tells more than "overnight".
        slots.when = slots.when or next((m for m in inside if m.on), inside[0] if inside else None)

    def _phrases(self, span: Span) -> list[Span]:
        """The object, and each preposition with what belongs to it."""
        edges = [span[0]]
        for at in range(span[0], span[1]):
            word = self._words[at]
            begins = word.tag == TO or (word.tag == PREPOSITION and word.lower != "of")
            moment = next((each for each in self._moments if each.first == at), None)
            if (begins or moment) and not (self._counter.is_moment(at) and not moment) and not self._is_joined(at):
                edges.append(at)
            if any(each.end == at for each in self._moments):
                edges.append(at)
        edges = sorted({*edges, span[1]})
        return [(a, b) for a, b in pairwise(edges) if a < b]

    def _is_joined(self, at: int) -> bool:
        """Whether a preposition goes on with the one before: "in response to", "into and around"."""
        before = [word.lower for word in self._words[max(0, at - 3) : at]]
        phrase = " ".join([*before[-2:], self._words[at].lower])
        opens = " ".join([*before, self._words[at].lower])
        both = len(before) > 1 and before[-1] == "and" and self._words[at - 2].tag == PREPOSITION
        return both or phrase in CAUSES or phrase.split(" ", 1)[-1] in CAUSES or any(a in opens for a in AIM)

    def _place_phrase(self, slots: Slots, span: Span, lemma: str) -> bool:
        """Puts a phrase with a preposition into its slot; False where it has none or belongs to the object."""
        first, end = span
        word = self._words[first]
        text = self._mentions.text(span)
        rest = (first + 1, end)
        if self._counter.is_moment(first):
            return True
        is_bare = end - first == 2 or (end - first == 3 and not self._words[end - 1].text[0].isalnum())
        if (
            lemma in LIGHT_VERBS
            and is_bare
            and word.tag == PREPOSITION
            and word.lower != "for"
            and self._words[first + 1].tag == NOUN
            and not self._mentions.meant((first + 1, end))
        ):
            slots.particle = slots.particle or text
            return True
        for phrases, values in ((CAUSES, slots.why), (AIM, slots.purpose)):
            if opening := next((each for each in phrases if text.lower().startswith(each + " ")), ""):
                values.append(text[len(opening) + 1 :])
                return True
        if word.tag == TO and lemma in ASKING_TO | CAUSING:
            # "Asked people to boil water" tells what was asked, not what for.
            return False
        if word.tag == TO:
            slots.purpose.append(text)
            return True
        if word.tag != PREPOSITION:
            return False
        if word.lower in ("for", "in", "within", "on") and self._is_period(rest) and not self._is_apposition(first):
            slots.how_long = slots.how_long or text
            return word.lower == "for"
        return self._by_preposition(slots, word.lower, rest, lemma)

    def _is_apposition(self, at: int) -> bool:
        """Whether a comma stands between the verb and a place: "fell on Monday, the worst loss *in a day*"."""
        before = takewhile(lambda word: word.tag != VERB, reversed(self._words[:at]))
        return any(word.text == "," for word in before)

    def _by_preposition(self, slots: Slots, preposition: str, rest: Span, lemma: str) -> bool:
        meant = self._mentions.meant(rest)
        kind = self._mentions.kind(meant)
        text = self._mentions.text(rest)
        if preposition == "on" and kind == "outlet":
            slots.via.append(meant)
            return True
        if preposition in ("to", "from") and lemma in ASKING and meant:
            slots.to_whom.append(meant)
            return True
        if preposition == "to" and kind:
            slots.to_whom.append(meant)
            slots.where += [meant] if kind == "place" else []
            return True
        if preposition == "for" and lemma in ASKING and not slots.what:
            slots.what.append(self._mentions.value(rest))
            return True
        if preposition in MANNERS:
            slots.how.append(f"{preposition} {text}")
            self._counter.counts(slots, rest)
            return True
        if preposition in IN or preposition in ("on", "for"):
            return self._where(slots, preposition, rest, kind)
        return False

    def _where(self, slots: Slots, preposition: str, rest: Span, kind: str) -> bool:
        named = [each.id for each in self._mentions.within(rest) if self._mentions.kind(each.id) == "place"]
        places = [id_ for id_ in named if id_ not in slots.where]
        start = next(
            (at for at in range(rest[0], rest[1]) if self._words[at].tag not in (PREPOSITION, CONJUNCTION)), rest[0]
        )
        head = head_of(self._words[start : rest[1]])
        is_place = head in WIDE_PLACES or head.removesuffix("s") in WIDE_PLACES
        if kind == "place" and preposition != "for":
            slots.where += places
        elif preposition == "for" and (is_place or kind == "place"):
            slots.where += places or [self._mentions.text(rest)]
        elif preposition == "for":
            return False
        elif is_place:
            slots.where.append(self._mentions.text((rest[0] - 1, rest[1])))
            slots.where += places
        elif self._words[rest[0] - 1].lower == "in" and any(
            self._words[at].lower in VIA_NOUNS for at in range(rest[0], rest[1])
        ):
            slots.via.append(self._mentions.text(rest))
        else:
            slots.where += places if preposition != "on" else []
            return False
        return True

    def _object(self, slots: Slots, span: Span, lemma: str) -> None:
        """What the verb was done to, or to whom it was said."""
        if lemma in ADDRESSING and self._words[span[0]].tag == TO:
            # "They were told to leave."
            slots.what.append(self._mentions.text(span))
            return
        if lemma in ADDRESSING and self._words[span[0]].tag != PREPOSITION:
            meant = self._mentions.meant(span)
            slots.to_whom.append(meant or self._mentions.text(span))
            slots.via += [meant] if self._mentions.kind(meant) == "outlet" else []
            return
        if self._words[span[0]].tag == PREPOSITION:
            # "Fell by four percent", "voted against the plan".
            slots.how.append(self._mentions.text(span))
            self._counter.counts(slots, span)
            return
        if lemma in LASTING and self._is_period(span):
            slots.how_long = slots.how_long or self._mentions.text(span)
        value = self._mentions.value(span)
        if value and self._words[span[0]].tag != ADVERB:
            slots.what.append(value)
            self._counter.counts(slots, span)

    def _is_period(self, span: Span) -> bool:
        words = [word.lower.removesuffix("s") for word in self._words[span[0] : span[1]]]
        head = head_of(self._words[span[0] : span[1]]).removesuffix("s")
        return head in PERIODS | {"period", "time", "while"} and len(words) < 6
