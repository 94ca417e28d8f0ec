"""A reader's message split into sentences, and these into pieces that are put together as they belong."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from bot.answering.clause import CONJUNCTIONS
from bot.answering.grammar import BE, DETERMINERS, FINITE, PRONOUNS
from bot.answering.surroundings import LOCALITIES, PLACING_NAMES, RESUMING
from bot.answering.text import AUXILIARY, PREPOSITIONS, WH, Token, plain

RETRACTING = frozenset("no nope nah not that sorry wait oops actually".split())
"""Words of a clause by which readers correct themselves or the bot: "no, I meant the mayor"."""
INDEFINITE = {"someone": "who", "somebody": "who", "something": "what", "somewhere": "where"}
"""Words for what is not told, and the interrogative that asks for it: "he asked *someone* for help, *who*?"."""
EVER = {f"{word}ever": Token(word, word) for word in ("what", "who", "where", "when", "why")}
"""Interrogatives of readers who wonder."""
EXCLAIMING = (["what", "a"], ["what", "an"])
"""How an exclamation begins: "what a mess"."""
PARTICIPLES = frozenset("doing having being been done".split())
TOLD = frozenset({"was", "were"})
MEANING = ("mean", "meant")
"""Verbs by which readers say what they meant: "I mean the soldiers, how many?"."""
ABOUT = (["what", "about"], ["how", "about"])
"""How a question begins that only names what the next one is about: "*what about* the mayor, is she safe?"."""
OFFERING = CONJUNCTIONS | frozenset("let lets us we i to can want may shall if please me would like".split())
MOVING = frozenset("turn switch move go get come jump return shift".split())
"""Stems of verbs with which readers turn to something: "let's *move* on to the mayor"."""
TAGGED = frozenset("he she it they we you there".split())
"""How a tag ends: "they left, didn't *they*?"."""
STATING = frozenset("say mention tell report specifi know state".split())
"""Stems of verbs with which readers ask if something is told at all."""
LONGEST_SORT = 3
"""So many words ask at most for the sort of what is asked: "which big power"."""
LONGEST_ASIDE = 4
SUBJECT_STARTS = PRONOUNS | DETERMINERS | frozenset("people all both most many".split())
"""Words with which a subject begins: "didn't *they* ask" is a question, "didn't catch it" is not."""
SENTENCE_END = re.compile(
    r"(?:(?<!\bM[rs])(?<!\bMrs)(?<!\bDr)(?<!\.[A-Za-z])[.!?…]+(?=[\s\"')]|$)[\s\"')]*|\n+|;(?!\w))"
)
CLAUSE_END = re.compile(
    r"(?i)[,:]\s+|\b(?:lol|lmao|omg|btw)\b|,(?=\D)|\b(?:and|but) (?=(?:who|what|when|where|why|how|which) )|"
    r"\s+-+\s+|\s\(|\)"
)
SHORT_NAME = re.compile(r"\s\([A-Z]{2,}\)")
"""What a name is for short, where it stands behind it: "the World Health Organization (WHO)"."""
TURN = re.compile(
    r"(?i)\b(?:but|so) (?=(?:is|are|was|were|did|does|do|has|have|can|will) "
    r"(?:the|there|it|this|he|she|they|any\w*|people) )|"
    r"\b(?:because|cause|cuz|coz|cos|as) (?=(?:i|i'm|i've|my|we|our) )"
)
"""Where readers turn from what they tell to what they ask, or to why they ask it."""
TURNS = (" but ", " so ", " i ", " i'", " my ", " we ", " our ")
"""What stands in every text with such a turn."""
ASKING = re.compile(r"(?i)\W*(?:(?:and|so|but|hi|hello|hey|ok|please)\W+)*(?:who|whom|what|when|where|why|how|which)\b")
JOINED = re.compile(
    r"(?i),?\s+(?:and|&)\s+(?=(?:who|whom|what|when|where|why|how|which|is|are|was|were|did|does|do)\s)"
)
"""What joins two questions into one sentence."""
JOINING = ("and ", "& ")
CLAUSE_MARKS = (",", ":", "-", "(", ")", "and ", "but ", "lol", "lmao", "omg", "btw")
"""What stands in every text that has more than one clause: looked for first, because that is quicker."""
ONE_SENTENCE = re.compile(r"[\w ,:'\"()$€£%/+*=-]*[.!?]?\s*")
SYMBOL = re.compile(r"[^\w\s.,;:!?'\"()$€£%/+*=-]+|(?<!\w)[:;=]['-]?[()DPp|/]+(?!\w)")
"""Emoji, and faces made of marks."""


def sentences(message: str) -> list[str]:
    """The sentences of a message as they are written; two questions that "and" joins are two."""
    message = plain(message)
    if ONE_SENTENCE.fullmatch(message) and not SYMBOL.search(message):
        return _questions(message)
    cleaned = SYMBOL.sub(" . ", message)
    ends = [0, *(match.end() for match in SENTENCE_END.finditer(cleaned)), len(cleaned)]
    found = [cleaned[start:end] for start, end in pairwise(ends) if end > start]
    return [question for sentence in found for question in _questions(sentence)]


def _questions(sentence: str) -> list[str]:
    """The questions of a sentence that "and" joins: "who ordered it and how many moved out?"."""
    may_join = any(map(sentence.casefold().__contains__, JOINING))
    parts = JOINED.split(sentence) if may_join and ASKING.match(sentence) else ()
    if len(parts) < 2 or any(len(part.split()) < 3 for part in parts):
        return [sentence]
    return [f"{part}?" for part in parts]


def pieces_of(sentence: str, tokenize: Callable[[str], Sequence[Token]]) -> list[Sequence[Token]]:
    """The pieces of a sentence, without what readers take back or only put in, and with what they put right."""
    found = [_without_ever(tokens) for piece in _pieces(sentence) if (tokens := tokenize(piece))]
    if " i " in sentence or " I " in sentence:
        found = [part for tokens in found for part in _run_on(tokens)]
    found = _without_retraction(found)
    if len(found) > 1:
        found = _corrected(found)
        found = [tokens for tokens in found if not _is_aside(tokens)] or found
    return _with_asked(found)


def joined(pieces: Sequence[Sequence[Token]]) -> list[Sequence[Token]]:
    """The pieces, of which those that belong together are one."""
    return _with_subjects(_with_places(_with_options(_with_source(pieces))))


def _without_retraction(pieces: Sequence[Sequence[Token]]) -> list[Sequence[Token]]:
    """The pieces without what only takes back what was said before: "*no, wait, I meant* the mayor"."""
    first, *others = pieces or [()]
    if len(first) > LONGEST_ASIDE and first[0].word == "wait":
        first = first[1:]
    while others and all(token.word in RETRACTING for token in first):
        first, *others = others
    if len(first) > 2 and first[0].word in RETRACTING and first[1].word == "i":
        first = first[1:]
    if len(first) > 2 and first[0].word == "i" and first[1].word in MEANING:
        first = first[2:]
    return [first, *others] if first else []


def _pieces(sentence: str) -> list[str]:
    if "(" in sentence:
        sentence = SHORT_NAME.sub("", sentence)
    lowered = sentence.casefold()
    pieces = CLAUSE_END.split(sentence) if any(map(lowered.__contains__, CLAUSE_MARKS)) else [sentence]
    if any(map(lowered.__contains__, TURNS)):
        return [part for piece in pieces for part in TURN.split(piece)]
    return pieces


def _without_ever(tokens: Sequence[Token]) -> Sequence[Token]:
    """ "*Whatever* became of her?" asks what became of her."""
    interrogative = EVER.get(tokens[0].word)
    return (interrogative, *tokens[1:]) if interrogative and len(tokens) > 1 else tokens


def _run_on(tokens: Sequence[Token]) -> list[Sequence[Token]]:
    """A question, and what its reader goes on to tell without a stop: "is there a curfew *i live there*"."""
    if not is_worded_as_question(tokens):
        return [tokens]
    for position in range(4, len(tokens) - 1):
        if tokens[position].word == "i" and tokens[position - 1].word not in (AUXILIARY | WH | PREPOSITIONS | {"that"}):
            return [tokens[:position], tokens[position:]]
    return [tokens]


def _is_aside(tokens: Sequence[Token]) -> bool:
    """Whether a clause only asks if there is an answer at all: "how many, *did they say*?", "*if any*"."""
    if tokens[0].word == "if" and tokens[-1].word in ("any", "anything", "all"):
        return True
    if not 2 < len(tokens) <= LONGEST_ASIDE or tokens[0].word not in AUXILIARY:
        return False
    return tokens[-1].stem in STATING and not any(token.word in WH for token in tokens)


def _corrected(pieces: Sequence[Sequence[Token]]) -> list[Sequence[Token]]:
    """The pieces with what readers put right in its place: "who fled *in Bergen, sorry, in Oslo*"."""
    for at, (said, between, meant) in enumerate(zip(pieces, pieces[1:], pieces[2:], strict=False)):
        words = [token.word for token in said]
        if meant[0].word in PREPOSITIONS & set(words) and all(token.word in RETRACTING for token in between):
            start = len(words) - 1 - words[::-1].index(meant[0].word)
            return [*pieces[:at], (*said[:start], *meant), *pieces[at + 3 :]]
    return list(pieces)


def _with_asked(pieces: Sequence[Sequence[Token]]) -> list[Sequence[Token]]:
    """The pieces with what is asked apart in its place: "he asked *someone* for help, *who*?"."""
    if len(pieces) < 2 or len(pieces[-1]) > LONGEST_SORT or pieces[-1][0].word not in WH:
        return list(pieces)
    (asked, *sort), (*before, stated) = pieces[-1], untagged(pieces[:-1]) or pieces[:-1]
    if sort:  # "who leads it, *what country*?"
        is_of_sort = stated[0].word == "who" and asked.word in ("what", "which")
        return [*before, (asked, *sort, *stated[1:])] if is_of_sort else list(pieces)
    at = next((at for at, token in enumerate(stated) if INDEFINITE.get(token.word) == asked.word), None)
    if at is None:
        return list(pieces)
    return [*before, (asked, *stated[:at], *stated[at + 1 :])]


def untagged(pieces: Sequence[Sequence[Token]]) -> list[Sequence[Token]]:
    """The pieces without the tag that makes a question of a statement: "she left, *didn't she?*"; empty without one."""
    *before, last = pieces or [()]
    start = len(last) - 2 - (len(last) > 2 and last[-2].word == "not")
    tag = [token.word for token in last[max(start, 0) :]]
    if len(tag) < 2 or tag[0] not in FINITE or tag[-1] not in TAGGED:
        return []
    stated = [*before, last[:start]] if start > 0 else before
    is_stated = stated and stated[-1][0].word not in WH | AUXILIARY and (start <= 0 or "not" in tag)
    return stated if is_stated else []


def _with_source(pieces: Sequence[Sequence[Token]]) -> list[Sequence[Token]]:
    """The pieces, of which a source belongs to the question beside it: "*according to Tass*, who fled?"."""
    for at, (source, asking) in enumerate(pairwise(pieces)):
        if _is_source(source) and is_worded_as_question(asking):
            return [*pieces[:at], (*asking, *source), *pieces[at + 2 :]]
    if len(pieces) > 1 and _is_source(pieces[-1]) and is_worded_as_question(pieces[-2]):
        return [*pieces[:-2], (*pieces[-2], *pieces[-1])]
    return list(pieces)


def _is_source(tokens: Sequence[Token]) -> bool:
    """Whether it only says who says so: "according to Tass"."""
    return len(tokens) > 2 and [t.word for t in tokens[:2]] == ["according", "to"] and tokens[2].word not in WH


def _with_options(pieces: Sequence[Sequence[Token]]) -> list[Sequence[Token]]:
    """The pieces, of which one that offers another answer belongs to the one before: "was it one, *or several*?"."""
    found: list[Sequence[Token]] = []
    for piece in pieces:
        is_option = found and piece[0].word == "or" and len(piece) > 1 and piece[1].word not in AUXILIARY | WH
        if is_option and found[-1][0].word in AUXILIARY:
            found[-1] = (*found[-1], *piece)
        else:
            found.append(piece)
    return found


def _with_places(pieces: Sequence[Sequence[Token]]) -> list[Sequence[Token]]:
    """The pieces with the place that is named before a question as a part of it: "*and in Bergen*, is it open too?"."""
    found: list[Sequence[Token]] = []
    for piece in reversed(pieces):
        place = piece[1:] if piece[0].word in CONJUNCTIONS else piece
        if found and found[-1][0].word in FINITE and len(place) in (2, 3, 4) and _is_place(place):
            found[-1] = (*found[-1], *place)
        else:
            found.append(piece)
    return found[::-1]


def _is_place(tokens: Sequence[Token]) -> bool:
    """Whether it tells only where something is."""
    return tokens[0].word in PLACING_NAMES and (tokens[-1].capital or tokens[-1].word in LOCALITIES)


def _with_subjects(pieces: Sequence[Sequence[Token]]) -> list[Sequence[Token]]:
    """The pieces with what is named apart for its pronoun: "*the mayor*, is he well?", "is he well, *the mayor*?"."""
    for at, (this, after) in enumerate(pairwise(pieces)):
        for named, asking in ((this, after), (after, this)):
            subject = named[1:] if named[0].word in CONJUNCTIONS else named
            if _is_subject(subject) and asking[0].word in FINITE and asking[1:2] and asking[1].word in RESUMING:
                return [*pieces[:at], (asking[0], *subject, *asking[2:]), *pieces[at + 2 :]]
        if after[0].word in WH and _is_apart(this) and len(resuming := _resuming(after)) == 1:
            at_pronoun = resuming[0]
            return [*pieces[:at], (*after[:at_pronoun], *this[1:], *after[at_pronoun + 1 :]), *pieces[at + 2 :]]
        if _is_named(this) and after[0].word in RESUMING | {"that", "this"} and after[1:2] and after[1].word in BE:
            return [*pieces[:at], (*this, *after[1:]), *pieces[at + 2 :]]  # "Bergen, that's the capital, isn't it?"
    return list(pieces)


def _resuming(tokens: Sequence[Token]) -> list[int]:
    """Where pronouns stand."""
    return [at for at, token in enumerate(tokens) if token.word in RESUMING]


def _is_apart(tokens: Sequence[Token]) -> bool:
    """Whether it points at somebody by name: "that Lindqvist woman"."""
    return 2 <= len(tokens) <= 3 and tokens[0].word in ("this", "that") and any(t.capital for t in tokens[1:])


def _is_subject(tokens: Sequence[Token]) -> bool:
    """Whether it only names somebody or something: "the mayor"."""
    return 2 <= len(tokens) <= 3 and tokens[0].word == "the"


def _is_named(tokens: Sequence[Token]) -> bool:
    """Whether it is no more than a name: "Bergen"."""
    return len(tokens) <= 3 and all(token.capital for token in tokens) and tokens[0].word not in WH | CONJUNCTIONS


def turned(pieces: Sequence[Sequence[Token]]) -> list[Sequence[Token]]:
    """The clauses, the first without words that only turn to something: "let us *turn to* the mayor: who is she?"."""
    if len(pieces) < 2 or not any(map(is_worded_as_question, pieces[1:])):
        return list(pieces)
    words = [token.word for token in pieces[0]]
    start = next((at for at, word in enumerate(words) if word not in CONJUNCTIONS), 0)
    if words[start : start + 2] in ABOUT:
        start += 2
    else:
        turn = next((at for at in range(start, len(words)) if words[at] not in OFFERING), len(words))
        to = next((at for at in range(turn + 1, min(turn + 3, len(words))) if words[at] == "to"), 0)
        start = to + 1 if to and pieces[0][turn].stem in MOVING else 0
    return [pieces[0][start:] if start < len(words) else pieces[0], *pieces[1:]]


def is_worded_as_question(tokens: Sequence[Token]) -> bool:
    """Whether words begin like a question: "who fled", "did they flee", but not "what a mess" or "don't laugh"."""
    words = [token.word for token in tokens[:5]]
    while words and words[0] in CONJUNCTIONS:
        words.pop(0)
    if not words:
        return False
    if words[0] in WH:
        return words[:2] not in EXCLAIMING
    if words[0] in AUXILIARY:
        return not _lacks_subject(tokens, words)
    return words[0] in PREPOSITIONS and not WH.isdisjoint(words[1:3])


def _lacks_subject(tokens: Sequence[Token], words: Sequence[str]) -> bool:
    """Whether it is told of somebody, or to the bot: "can't open it", "don't laugh", "doing homework"."""
    if words[0] in PARTICIPLES or words[1:2] in (["be"], ["been"]) or (words[0] in TOLD and words[1:2] == ["in"]):
        return True
    if words[0] not in AUXILIARY or words[1:2] != ["not"] or len(words) < 3:
        return False
    behind = next((token for token in tokens if token.word == words[2]), None)
    return words[2] not in SUBJECT_STARTS and not (behind and behind.capital)
