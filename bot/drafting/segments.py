"""Sentences cut into stretches with a verb each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from bot.drafting.tagging import Tagger
from bot.drafting.verbs import VerbFinder
from bot.drafting.vocabulary import (
    ADDRESSING,
    ALSO_PREPOSITIONS,
    COORDINATORS,
    HAVE,
    PLURAL_VERBS,
    SPEECH_ONLY,
    SUBORDINATORS,
    WEEKDAYS,
)
from bot.drafting.words import (
    ADVERB,
    AUXILIARY,
    CONJUNCTION,
    DETERMINER,
    MARK,
    NOMINAL,
    NUMBER,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    TO,
    VERB,
    Word,
)

ASKED = frozenset("what how why who whom".split())
"""What begins a question in what is said: "would not say what it will cost"."""
Cut = tuple[int, int, str]
"""Where one stretch ends, where the next begins, and what it begins with."""


class Segmenter:
    """Cuts sentences where another clause begins."""

    def __init__(self, tagger: Tagger) -> None:
        self._tagger = tagger
        self._verbs = VerbFinder(tagger)

    def segments(self, words: Sequence[Word]) -> list[Cut]:
        """Stretches with a verb each, and what they begin with."""
        cuts: list[Cut] = [(0, 0, "")]
        at = 1 if words and words[0].tag == CONJUNCTION and words[0].lower in COORDINATORS else 0
        while at < len(words):
            cut = self._cut(words, at, _gone_on_from(cuts))
            if cut:
                cuts.append(cut)
                at = max(cut[1], at + 1)
            else:
                at += 1
        ends = [end for end, _start, _marker in cuts[1:]] + [len(words)]
        return [(start, end, marker) for (_end, start, marker), end in zip(cuts, ends, strict=True) if start < end]

    def _cut(self, words: Sequence[Word], at: int, last: Cut) -> Cut | None:
        word = words[at]
        start = last[1]
        if word.tag == CONJUNCTION:
            return self._conjunction(words, at, last)
        if word.tag == RELATIVE and at + 1 < len(words):
            return (at, at + 1, "who" if self._has_group(words, at + 1) else "")
        if word.text in (";", ":", "—", "–") and self._has_group(words, at + 1):
            return (at, at + 1, "")
        if word.text == ",":
            return self._comma(words, at, last)
        if word.lower == "with" and (verb := self._gerund_after(words, at + 1)) and verb > at + 1:
            return (at, at + 1, "with")
        if word.tag == VERB and at >= start and self._opens_statement(words, at):
            place = self._after_addressee(words, at)
            return (place, place, "that") if place < len(words) else None
        return None

    def _conjunction(self, words: Sequence[Word], at: int, last: Cut) -> Cut | None:
        lower, (_, start, marker) = words[at].lower, last
        if lower == "that":
            end = at - (at > start and words[at - 1].lower in COORDINATORS)
            return (end, at + 1, "that") if self._has_group(words, at + 1) else None
        if lower in SUBORDINATORS:
            if lower == "as" and words[at + 1 : at + 2] and words[at + 1].lower == "well":
                return None
            reach = words if at == 0 or lower not in ALSO_PREPOSITIONS else words[: _next_stop(words, at)]
            return (at, at + 1, lower) if self._has_group(reach, at + 1) else None
        following = next((p for p in range(at + 1, len(words)) if words[p].tag != ADVERB), None)
        if following is None or not any(self._verbs.groups(words, start, at)):
            return None
        if words[following].tag in (VERB, AUXILIARY) and not words[following].lower.endswith("ing"):
            # "It failed in May, when prices fell, and was rescued."
            goes_back = words[at - 1].text == "," and marker in ("who", *SUBORDINATORS)
            return (at, at + 1, "resume" if goes_back else "and")
        verb = self._verbs.next_verb(words, at + 1)
        if verb is None and words[at - 1].text == ",":
            verb = self._verb_of_both(words, at + 1)
        is_own = verb is not None and all(word.tag not in (TO, RELATIVE) for word in words[at + 1 : verb])
        return (at, at + 1, "and+") if is_own and verb is not None and self._is_finite(words, verb) else None

    def _verb_of_both(self, words: Sequence[Word], start: int) -> int | None:
        """The verb in the plural of two nouns: "prices of apples and maize *are* rising"."""
        end = next((at for at in range(start, len(words)) if words[at].tag in (VERB, AUXILIARY)), start)
        between = words[start:end]
        is_both = all(word.tag in (*NOMINAL, PREPOSITION) or word.lower == "and" for word in between)
        return end if between and is_both and words[end].lower in PLURAL_VERBS else None

    def _is_finite(self, words: Sequence[Word], verb: int) -> bool:
        return words[verb].tag == AUXILIARY or not words[verb].lower.endswith("ing")

    def _has_group(self, words: Sequence[Word], start: int) -> bool:
        """Whether a verb comes before the clause can end; a list or an apposition may stand before it."""
        for place in range(start, len(words)):
            if words[place].tag in (VERB, AUXILIARY):
                return self._is_finite(words, place)
            if words[place].text == ";" or (words[place].tag == RELATIVE and place > start):
                return False
            if words[place].text == "," and place > start + 8:
                return False
        return False

    def _comma(self, words: Sequence[Word], at: int, last: Cut) -> Cut | None:
        following = next((p for p in range(at + 1, len(words)) if words[p].tag != ADVERB), None)
        if following is None:
            return None
        word = words[following]
        if word.lower in COORDINATORS:
            return None  # "…, and she left" is cut at "and"
        if word.tag == VERB and word.lower.endswith("ing") and word.lower not in ("including", "according"):
            is_listed = any(
                words[p].lower.endswith("ing") and words[p].tag == VERB and words[p - 1].tag == PREPOSITION
                for p in range(last[1] + 1, at)
            )
            # "Accused of lying, hiding papers and paying friends" goes on.
            return None if is_listed else (at, following, "ing")
        if self._ends_with_speaker(words, following) and any(self._verbs.groups(words, last[1], at)):
            return (at, at + 1, "said")
        if last[2] in ("who", *SUBORDINATORS) and any(self._verbs.groups(words, last[1], at)):
            return (at, at + 1, "resume" if word.tag in (VERB, AUXILIARY) else "")
        # "… are being established, she said".
        verb = self._verbs.next_verb(words, at + 1)
        has_group = any(self._verbs.groups(words, last[1], at))
        if (
            verb is not None
            and has_group
            and (words[verb].tag == AUXILIARY or word.tag == PRONOUN)
            and (verb > following and (words[verb].lower not in HAVE or last[2] in ("that", "and+")))
            and self._tagger.lemma(words[verb].lower) not in SPEECH_ONLY
        ):
            return (at, at + 1, "and+")
        is_speech = verb is not None and self._tagger.lemma(words[verb].lower) in SPEECH_ONLY
        if is_speech and verb is not None and self._is_finite(words, verb) and has_group:
            return (at, at + 1, "said")
        return None

    def _ends_with_speaker(self, words: Sequence[Word], start: int) -> bool:
        """Whether all that is left is who says so: "…, the ministry said"."""
        rest = list(takewhile(lambda word: word.tag != RELATIVE, words[start:]))
        verbs = [place for place, word in enumerate(rest) if word.tag in (VERB, AUXILIARY)]
        if len(verbs) != 1 or self._tagger.lemma(rest[verbs[0]].lower) not in SPEECH_ONLY:
            return False
        commas = [place for place, word in enumerate(rest[: verbs[0]]) if word.text == ","]
        # "…, the interior minister, Dalia Reyes, told reporters."
        is_apposition = len(commas) == 2 and commas[1] == verbs[0] - 1 and rest[0].tag in NOMINAL
        return (not commas or is_apposition) and all(word.lower != "that" for word in rest)

    def _gerund_after(self, words: Sequence[Word], start: int) -> int | None:
        """ "With hundreds *continuing* to rally", but not "with the aim of *calming* them"."""
        verb = self._verbs.next_verb(words, start)
        is_gerund = verb is not None and words[verb].lower.endswith("ing") and words[verb - 1].tag != PREPOSITION
        return verb if is_gerund else None

    def _opens_statement(self, words: Sequence[Word], at: int) -> bool:
        """Whether a statement without "that" follows a verb: "the group said the country was offline"."""
        if self._tagger.lemma(words[at].lower) not in SPEECH_ONLY or words[at].lower.endswith("ing"):
            return False
        place = self._after_addressee(words, at)
        closed = (CONJUNCTION, MARK, VERB, AUXILIARY, PREPOSITION, TO)
        if place >= len(words) or words[place].lower in ASKED or words[place].tag in closed:
            return False
        verb = self._verbs.next_verb(words, place)
        return verb is not None and verb > place and self._is_finite(words, verb)

    def _after_addressee(self, words: Sequence[Word], at: int) -> int:
        """Where the statement begins behind "said on Thursday" or "told Radio One"."""
        place = at + 1
        if self._tagger.lemma(words[at].lower) in ADDRESSING:
            while place < len(words) and words[place].tag in NOMINAL and words[place].tag != DETERMINER:
                place += 1
            if place == at + 1:
                return len(words)
        while place + 1 < len(words) and words[place].lower == "on" and words[place + 1].lower in WEEKDAYS:
            place += 2
        return place


def _gone_on_from(cuts: Sequence[Cut]) -> Cut:
    """The last cut; one at "and" goes on with what the one before began: "who took over *and* found it, wept"."""
    end, start, marker = cuts[-1]
    return (end, start, cuts[-2][2]) if marker == "and" and len(cuts) > 1 else cuts[-1]


def _next_stop(words: Sequence[Word], start: int) -> int:
    """The next comma, or what goes on behind "(took over) as treasurer" or "since 2022" with "and"."""
    is_phrase = words[start].lower == "as" or [word.tag for word in words[start + 1 : start + 2]] == [NUMBER]
    stops = (",", *COORDINATORS) if is_phrase else (",",)
    stop = next((at for at in range(start, len(words)) if words[at].text in stops), len(words))
    behind = next((at for at in range(stop + 1, len(words)) if words[at].text == ","), len(words))
    is_apposition = all(word.tag in (*NOMINAL, PREPOSITION) for word in words[stop + 1 : behind])
    if is_apposition and [word.tag in (VERB, AUXILIARY) for word in words[behind + 1 : behind + 2]] == [True]:
        return _next_stop(words, behind + 1)  # "after talks with the firm, Vest, broke down"
    return stop
