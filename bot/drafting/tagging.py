"""Tells what the words of a sentence are by what they can be and by what stands around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.drafting.vocabulary import (
    ADVERBS,
    AUXILIARIES,
    BE,
    CAUSING,
    COORDINATORS,
    DETERMINERS,
    HAVE,
    LEADING,
    MODAL,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SPEECH,
    SUBORDINATORS,
    WEEKDAYS,
)
from bot.drafting.words import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    CONJUNCTION,
    DETERMINER,
    MARK,
    NOUN,
    NUMBER,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    RELATIVE,
    TO,
    VERB,
    Word,
    is_number,
    is_roughly,
)
from bot.knowledge.wordlist import WordList

WORD = re.compile(
    r"(?:[A-Z]\.){2,}|[$£€¥]?\d(?:[\d.,:]*\d)?(?:%|(?:m|bn|k|st|nd|rd|th|am|pm)\b)?"
    r"|[^\W\d_](?:\w|-(?=\w)|['’](?!s\b)(?=\w))*|['’]s\b|\S"
)
QUOTE_MARKS = frozenset('“”„"«»‘')
NAMELESS_SORTS = "nvarf"


class Tagger:
    """Tells what words are by what they can be and by what stands around them."""

    def __init__(self, words: WordList) -> None:
        self._words = words

    def tagged(self, text: str, offset: int) -> list[Word]:
        """The words of a sentence that begins at `offset` of its paragraph."""
        found = [Word(match[0], offset + match.start(), offset + match.end()) for match in WORD.finditer(text)]
        tagged: list[Word] = []
        for at, word in enumerate(found):
            tag = self._tag(tagged, word, found[at + 1 : at + 3])
            is_first = all(not before.text[0].isalnum() for before in tagged)
            opens = is_first and word.is_capital and not word.text.isupper() and self.is_common(word.text)
            tagged.append(word._replace(tag=tag, opens=opens))
        if not any(word.tag in (VERB, AUXILIARY) for word in tagged):
            self._find_present(tagged)
        return tagged

    def _find_present(self, tagged: list[Word]) -> None:
        """Gives a sentence without a verb one: a word that can be it, and agrees with the noun before it."""
        for at, (before, word) in enumerate(pairwise(tagged[:-1]), start=1):
            is_noun = word.tag == before.tag == NOUN and not word.is_capital and tagged[at + 1].text[0].isalnum()
            if is_noun and "v" in self._sorts(word.lower) and _agrees(before.lower, word.lower):
                tagged[at] = word._replace(tag=VERB)
                return

    def lemma(self, word: str) -> str:
        """The base form as a verb, as far as it is known: "stormed" is of "storm"."""
        lemmas = self._words.lemmas(word.lower()) or (word.lower(),)
        return next((lemma for lemma in lemmas if "v" in self._words.pos(lemma)), lemmas[0])

    def is_past(self, word: str) -> bool:
        """Whether the form is one of the past, or a participle of it: "stormed", "sent", "set"."""
        lower = word.lower()
        return (
            "v" in self._sorts(lower)
            and not lower.endswith("ing")
            and (lower.endswith("ed") or (self.lemma(lower) != lower and not lower.endswith("s")) or lower in UNCHANGED)
        )

    def is_common(self, word: str) -> bool:
        """Whether the word is an ordinary one, which needs no capital."""
        return any(sort in NAMELESS_SORTS for sort in self._words.pos(word.lower())) or word.lower() in FIXED

    def _sorts(self, lower: str) -> str:
        return self._words.pos(lower).removeprefix("f")

    def _tag(self, before: Sequence[Word], word: Word, after: Sequence[Word]) -> str:
        lower = word.lower
        if not (lower[-1].isalnum() or lower.endswith("%")):
            return QUOTE if lower in QUOTE_MARKS else NOUN if len(lower) > 2 else MARK
        if lower in ("'s", "’s"):
            return POSSESSIVE
        if is_number(lower) or is_roughly([each.lower for each in before[-1:]], lower, [w.lower for w in after]):
            return NUMBER
        if lower == "to":
            return TO if after and self._may_be_infinitive(before, after) else PREPOSITION
        if lower == "as" and [each.lower for each in before[-2:]] == ["as", "well"]:
            return CONJUNCTION
        if lower == "that":
            return self._that(before, after) if before else self._first_that(after)
        if len(lower) > 1 and word.text.isupper():
            return NOUN  # "US troops" are not ours
        if lower in FIXED and not (word.is_capital and before and before[-1].tag not in (QUOTE, MARK)):
            return FIXED[lower]
        if word.is_capital and (before or not self.is_common(lower)):
            return NOUN
        return self._open_class(before, lower, after)

    def _may_be_infinitive(self, before: Sequence[Word], after: Sequence[Word]) -> bool:
        """Whether a verb follows: "to storm the palace", "continued to rally", but "closed to traffic"."""
        lower = after[0].text
        sorts = self._words.pos(lower)
        is_base = lower in ("be", "have", "do") or ("v" in sorts and self.lemma(lower) == lower)
        if not is_base or lower.endswith("ing") or (lower in FIXED and lower not in FIXED_BASES):
            return False
        has_object = len(after) > 1 and after[1].text[0].isalnum() and FIXED.get(after[1].lower) in (None, DETERMINER)
        leads = bool(before) and self.lemma(before[-1].lower) in LEADING
        # "Prompting the mayor to appeal".
        leads = leads or any(word.lower.endswith("ing") and self.lemma(word.lower) in CAUSING for word in before[-12:])
        return sorts[:1] != "n" or has_object or leads

    def _that(self, before: Sequence[Word], after: Sequence[Word]) -> str:
        """A relative pronoun behind a noun where a verb follows; else a conjunction."""
        if not before or before[-1].tag not in (NOUN, NUMBER) or not after:
            return CONJUNCTION
        following = after[0].text
        runs_on = "v" in self._sorts(following) and len(after) > 1 and after[1].text in DETERMINERS
        return RELATIVE if following in AUXILIARIES or self.is_past(following) or runs_on else CONJUNCTION

    def _first_that(self, after: Sequence[Word]) -> str:
        """ "That deal expired", "That was all"."""
        lower = after[0].lower if after else ""
        return PRONOUN if lower in AUXILIARIES or self.is_past(lower) else DETERMINER

    def _open_class(self, before: Sequence[Word], lower: str, after: Sequence[Word]) -> str:
        sorts = self._sorts(lower)
        previous = next((word for word in reversed(before) if word.tag not in (ADVERB, QUOTE)), None)
        if not sorts or sorts[0] == "p":
            return self._by_ending(lower)
        if "v" not in sorts:
            return {"n": NOUN, "a": ADJECTIVE, "r": ADVERB}.get(self._first(sorts, after), NOUN)
        if _is_counted(before, lower):
            return NOUN
        if self._is_verb(previous, lower, sorts, after) or self._is_listed(before, lower, after):
            return VERB
        if self.is_past(lower) or lower.endswith("ing"):
            return ADJECTIVE if "n" not in sorts or self._opens_noun(after) else NOUN
        return next(({"n": NOUN, "a": ADJECTIVE, "r": ADVERB}[sort] for sort in sorts if sort in "nar"), NOUN)

    def _first(self, sorts: str, after: Sequence[Word]) -> str:
        if "n" in sorts and after and self._sorts(after[0].lower) == "v" and self.is_past(after[0].lower):
            return "n"  # "The *firm* declined to comment."
        if sorts[0] == "a" or "a" not in sorts or not self._opens_noun(after):
            return sorts[0]
        return "n" if sorts[0] == "n" else "a"

    def _opens_noun(self, after: Sequence[Word]) -> bool:
        """Whether what follows can be the noun that an adjective belongs to."""
        if not after or not after[0].text[0].isalpha():
            return False
        lower = after[0].lower
        return lower not in FIXED and self._sorts(lower)[:1] in ("n", "a", "p", "")

    def _by_ending(self, lower: str) -> str:
        if lower.endswith("ly"):
            return ADVERB
        return ADJECTIVE if "-" in lower and lower.endswith(("ed", "old", "long", "wide")) else NOUN

    def _is_verb(self, previous: Word | None, lower: str, sorts: str, after: Sequence[Word]) -> bool:
        """Whether a word that can be a verb is one here."""
        tag, before = (previous.tag, previous.lower) if previous else ("", "")
        is_inflected = self.is_past(lower) or lower.endswith("ing")
        if tag in (TO, PRONOUN):
            return True
        if not tag and len(after) > 1 and after[0].is_capital and after[1].text != ",":
            return False  # "Neighbouring Tarsia has sent help.", "Borrow Farms closed."
        if lower.endswith("ing") and len(after) > 1 and after[1].lower in AUXILIARIES and self._opens_noun(after):
            return False  # "Drinking water is scarce."
        if tag == AUXILIARY:
            return before not in BE | HAVE or is_inflected or (before in HAVE and lower in SAME_PARTICIPLES)
        if tag == NUMBER and is_inflected and not self._opens_noun(after):
            return True  # "Hundreds rallied in the square."
        if tag in (DETERMINER, NUMBER, POSSESSIVE, ADJECTIVE):
            return False
        if tag == PREPOSITION:
            return lower.endswith("ing") and (not after or after[0].lower in DETERMINERS or not self._opens_noun(after))
        if is_inflected:
            # "… killed ten people, injured 40 and fled."
            has_object = bool(after) and (is_number(after[0].lower) or after[0].lower in DETERMINERS)
            return sorts[0] == "v" or "a" not in sorts or (tag in (MARK, NOUN) and has_object)
        return self._is_present(previous, lower, sorts, after)

    def _is_listed(self, before: Sequence[Word], lower: str, after: Sequence[Word]) -> bool:
        """Whether a verb goes on with a list: "it would cost millions, *force* the firm to close and push up fares"."""
        is_base = self.lemma(lower) == lower and not lower.endswith("ing")
        has_object = bool(after) and after[0].lower in DETERMINERS
        is_item = [word.text for word in before[-1:]] == [","] and any(word.lower in MODAL for word in before)
        return is_base and has_object and is_item

    def _is_present(self, previous: Word | None, lower: str, sorts: str, after: Sequence[Word]) -> bool:
        if previous is None or not after or not after[0].text[0].isalnum():
            return sorts == "v"
        if after[0].lower in AUXILIARIES:
            return False
        if "n" not in sorts:
            return sorts[0] == "v"
        if after[0].lower == "that" and self.lemma(lower) in SPEECH | {"show", "indicate"}:
            return previous.tag == NOUN  # "Economists at the institute estimate that …"
        if previous.tag == CONJUNCTION:
            return sorts[0] == "v" and previous.lower not in SUBORDINATORS  # "After talks with the firm …"
        is_name = previous.is_capital and not previous.opens
        agrees = lower.endswith("s") if is_name else _agrees(previous.lower, lower)
        is_open = FIXED.get(after[0].lower) in (DETERMINER, CONJUNCTION, PRONOUN, PREPOSITION) or after[0].is_capital
        return previous.tag in (NOUN, RELATIVE) and agrees and is_open and after[0].lower != "of"


def _agrees(noun: str, verb: str) -> bool:
    """Whether a noun and a verb in the present can belong together: "police say", "the union says"."""
    return (noun.endswith("s") or noun in PLURAL_NOUNS) != verb.endswith("s")


def _is_counted(before: Sequence[Word], lower: str) -> bool:
    """Whether a word in the plural is what a number counts: "17 gold *coins*"."""
    is_compound = [word.tag for word in before[-2:]] == [NUMBER, NOUN] and not before[-1].lower.endswith("s")
    return is_compound and lower.endswith("s") and before[-2].lower not in ("one", "1")


PLURAL_NOUNS = frozenset("police people men women children".split())
SAME_PARTICIPLES = frozenset("become come run overcome".split())
"""Participles that are like the base form, and no past form."""
UNCHANGED = frozenset("set put cut hit let shut hurt spread cost quit bet bid burst cast split shed".split())
FIXED_BASES = frozenset({"be", "have", "do"})
FIXED: dict[str, str] = (
    dict.fromkeys(PREPOSITIONS, PREPOSITION)
    | dict.fromkeys(RELATIVES - {"that"}, RELATIVE)
    | dict.fromkeys(SUBORDINATORS | COORDINATORS, CONJUNCTION)
    | dict.fromkeys(DETERMINERS - {"that"}, DETERMINER)
    | dict.fromkeys(PRONOUNS - RELATIVES, PRONOUN)
    | dict.fromkeys(AUXILIARIES, AUXILIARY)
    | dict.fromkeys(ADVERBS, ADVERB)
    | dict.fromkeys((*WEEKDAYS, "firm"), NOUN)
)
"""Words that are the same thing wherever they stand."""
