"""A reader's message taken apart into the clauses that ask, without what only introduces or closes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from bot.answering.clause import ASKS, CONJUNCTIONS, FIRST_PERSON, REFERRING, WHETHER, Clause
from bot.answering.debates import claims
from bot.answering.grammar import BE, DETERMINERS, FINITE, PRONOUNS, STATES
from bot.answering.language import Language
from bot.answering.surroundings import (
    LOCALITIES,
    PLACING_NAMES,
    RESUMING,
    asks_permission,
    is_of_own,
    is_wish,
    of_source,
    placed,
    with_kin,
    with_people,
)
from bot.answering.text import ASPECTS, AUXILIARY, PREPOSITIONS, WH, Token, plain

SAYS_WHO = (["says", "who"], ["said", "who"])
ACCORDING = (["according", "to", "who"], ["according", "to", "whom"], ["according", "to", "which"])
OTHER_GLUE = frozenset(
    "you u anyone anybody someone somebody everyone they it this that there to of about on in like the a an any your "
    "one never".split()
)
HEDGES = frozenset("roughly approximately precisely possibly perhaps briefly greatly most good enough fain".split())
"""Words beside those of a polite lead-in: "would you be *good enough* to say *roughly* how many"."""
LEAD_GLUE = FIRST_PERSON | AUXILIARY | CONJUNCTIONS | OTHER_GLUE | HEDGES
"""Words that may stand among the words of a lead-in."""
LEARNING = frozenset(
    "learn hear discover clarify ascertain specify disclose discloses reveal reveals trouble understand see "
    "find".split()
)
"""What readers say that they want to do, or the bot to do for them: "I should be glad to *learn* who"."""
ASKERS = frozenset("i we you me one".split())
"""Words for the reader and the bot."""
GRAMMAR = PREPOSITIONS | CONJUNCTIONS | AUXILIARY
"""Words that may stand before an interrogative as a part of the question: "*to* whom", "*and* why"."""
OTHERS = frozenset("he she him her his hers".split())
"""Words that never stand in a lead-in: "did he say why" asks what he said."""
CONSENT = frozenset("yes no".split())
"""Words that say something behind "say": "did they *say yes*"."""
WHOEVER = frozenset("everyone someone somebody".split())
"""Words that introduce a question only beside others: "does *someone* know who"."""
LEFT_OVER = STATES | {"back", "yes"}
"""Words that ask nothing where they alone are left of a sentence: "should I text my friend *back*"."""
RETRACTING = frozenset("no nope nah not that sorry wait oops actually".split())
"""Words of a clause by which readers correct themselves or the bot: "no, I meant the mayor"."""
FINDING_OUT = frozenset("figured worked found established determined revealed announced disclosed learned".split())
"""Verbs behind which an indirect question follows: "have they *figured out* who did it"."""
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
REQUESTING = frozenset("can could would will".split())
HAVING = (["do", "you", "have"], ["have", "you", "got"])
"""How readers ask the bot for something: "*do you have* a number"."""
HANDING = frozenset("give get show remind".split())
LEAD_END = HEDGES | frozenset("that if whether me us about to of for my".split())
TAIL_START = frozenset("is or right true correct please thanks thank does according in exactly cheers yes then".split())
TAIL = LEAD_GLUE | TAIL_START | frozenset("not nah no what something smth sb you he she so yet by".split())
POLITE = frozenset("please thanks thank cheers".split())
WHOLE_ENDS = REFERRING | frozenset("about story news this that".split())
"""Words with which "what is it about" ends, and no tail."""
TAGGED = frozenset("he she it they we you there".split())
"""How a tag ends: "they left, didn't *they*?"."""
LONGEST_TAIL = 7
SPEAKING = frozenset("say mention report specifi state".split())
"""Verbs of whoever gives an answer: "did *the mayor say* how many"."""
ACCORDING_TO = (Token("according", "accord"), Token("to", "to"))
STATING = frozenset("say mention tell report specifi know state".split())
"""Stems of verbs with which readers ask if something is told at all."""
LONGEST_SORT = 3
"""So many words ask at most for the sort of what is asked: "which big power"."""
LONGEST_ASIDE = 4
CERTAIN = frozenset("confirm verifi certain sure offici establish proven prove fact rumour rumor alleg hearsay".split())
"""Stems of words by which readers ask how sure something is."""
ASKS_IF_SURE = (("is", "it"), ("was", "it"), ("has", "it"), ("is", "this"), ("has", "anyone"), ("has", "anybody"),
                ("did", "anyone"), ("can", "anyone"), ("do", "we"), ("is", "that"))  # fmt: skip
"""How a question begins that asks how sure something is: "is it confirmed that …"."""
OPENS_CERTAINTY = frozenset(first for first, _second in ASKS_IF_SURE)
SURE_GLUE = frozenset(
    "been be now really already actually just only also a an the for yet know known any or so".split()
)
SUBJECT_STARTS = PRONOUNS | DETERMINERS | frozenset("people all both most many".split())
"""Words with which a subject begins: "didn't *they* ask" is a question, "didn't catch it" is not."""
MOST_QUESTIONS = 3

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

OUTLETS = frozenset("site websit portal outlet agenc page channel servic confer organ compani media".split())
"""Stems of nouns before which "news" is no news."""


class Segmenter:
    """Takes messages apart with the words of a lexicon."""

    def __init__(self, language: Language, tokenize: Callable[[str], Sequence[Token]]) -> None:
        self._tokenize = tokenize
        self._language = language
        self._introducing = language.lead_in
        self._passing = language.stop | language.lead_in | TAIL
        self._gluing = (language.stop - OTHERS) | LEAD_GLUE
        self._closing = language.lead_in | TAIL

    def asking_sentences(self, message: str) -> list[list[Clause]]:
        """The sentences of the message that ask something, each as its clauses; all of it where none does."""
        if debated := [tokens for claim in claims(message) if (tokens := tuple(self._tokenize(claim)))]:
            return [[Clause(tokens, False, True, True)] for tokens in debated[:MOST_QUESTIONS]]
        sentences = self._sentences(message)
        asking: list[list[Clause]] = []
        before: list[Clause] = []
        every = [clause for clauses in sentences for clause in clauses]
        may = any(asks_permission(clause.tokens) for clause in every)
        is_own = may and any(is_of_own(clause.tokens) for clause in every)
        for clauses in sentences:
            clauses = of_source(placed(clauses, before), before)
            clauses = list(map(with_people, clauses)) if is_own else clauses
            clauses = list(map(with_kin, clauses)) if may else clauses
            if any(map(ASKS, clauses)):
                asking.append([*self._pointed_to(clauses, before), *clauses] if before else clauses)
            before = clauses
        if asking:
            return asking[-MOST_QUESTIONS:]
        return [every] if every else []

    def _pointed_to(self, clauses: Sequence[Clause], before: Sequence[Clause]) -> list[Clause]:
        """Of the sentence before, the clauses that pronouns may stand for: "Now the curfew. When is it?"."""
        refers = any(token.word in REFERRING for clause in clauses for token in clause.tokens)
        if not refers:
            return []
        return [clause for clause in before if clause.is_topic and not self._language.small_talk_kind(clause.tokens)]

    def merged(self, message: str) -> Clause:
        """The whole message as one statement that is put up for confirmation."""
        clauses = chain.from_iterable(self._sentences(message)[-2:])
        tokens = tuple(token for clause in clauses for token in clause.tokens)
        return Clause(tokens, is_interrogative=False, is_statement=True, is_marked=True)

    def _sentences(self, message: str) -> list[list[Clause]]:
        sentences = _sentences(message)
        return [self._clauses(sentence, is_alone=len(sentences) == 1) for sentence in sentences]

    def _clauses(self, sentence: str, *, is_alone: bool) -> list[Clause]:
        """The clauses of a sentence; one that only asks "is that true?" makes a question of the statement before it."""
        pieces = [_without_ever(tokens) for piece in _pieces(sentence) if (tokens := self._tokenize(piece))]
        if " i " in sentence or " I " in sentence:
            pieces = [part for tokens in pieces for part in _run_on(tokens)]
        if pieces and len(pieces[0]) > LONGEST_ASIDE and pieces[0][0].word == "wait":
            pieces[0] = pieces[0][1:]
        while len(pieces) > 1 and all(token.word in RETRACTING for token in pieces[0]):
            pieces.pop(0)
        if pieces and len(pieces[0]) > 2 and pieces[0][0].word in RETRACTING and pieces[0][1].word == "i":
            pieces[0] = pieces[0][1:]
        if pieces and len(pieces[0]) > 2 and pieces[0][0].word == "i" and pieces[0][1].word in MEANING:
            pieces[0] = pieces[0][2:]
        if len(pieces) > 1:
            pieces = _corrected(pieces)
            pieces = [tokens for tokens in pieces if not _is_aside(tokens)] or pieces
        pieces = _with_asked(pieces)
        untagged = _untagged(pieces)
        pieces = _with_subjects(_with_places(_with_options(untagged or pieces)))
        if untagged:
            stated = [self._clause(tokens, is_marked=True, is_alone=False) for tokens in pieces]
            return [replace(clause, is_statement=not clause.is_interrogative) for clause in stated]
        is_marked, is_alone = "?" in sentence, is_alone and len(pieces) == 1
        clauses = [self._clause(tokens, is_marked=is_marked, is_alone=is_alone) for tokens in _turned(pieces)]
        if len(clauses) < 2 or not (clauses[-1].is_idle and clauses[-1].tokens[0].word in TAIL_START):
            return clauses
        asks_before = any(clause.is_interrogative for clause in clauses[:-1])
        return clauses if asks_before else [replace(clause, is_statement=True) for clause in clauses[:-1]]

    def _clause(self, tokens: Sequence[Token], *, is_marked: bool, is_alone: bool) -> Clause:
        if sure := _certainty(tokens):
            return Clause(tuple(tokens[sure:]), False, True, is_marked, asks_certainty=True)
        start, is_statement = self._lead_in(tokens)
        indirect = self._indirect(tokens)
        start = max(start, indirect, _request(tokens))
        core = tuple(tokens[start : self._tail(tokens, start)])
        if start == indirect and core[:1] and core[0].word == "how" and not any(t.word in PRONOUNS for t in core):
            core += self._by_speaker(tokens[:start])  # no figure of others is put into the mayor's mouth
        is_interrogative = _is_interrogative(core)
        is_idle = not is_alone and self._is_idle(core)
        return Clause(core, is_interrogative, is_statement and not is_interrogative, is_marked, is_idle)

    def _is_idle(self, tokens: Sequence[Token]) -> bool:
        telling = [position for position, token in enumerate(tokens) if token.word not in self._passing]
        idle = self._language.idle.find(tokens) if telling else ()
        return {place for places, _ in idle for place in places}.issuperset(telling)

    def _lead_in(self, tokens: Sequence[Token]) -> tuple[int, bool]:
        """Where the question begins after words that only introduce it, and whether a statement follows them."""
        if tokens[0].word in WH or [token.word for token in tokens[:2]] in SAYS_WHO:
            return 0, False
        end, marks = 0, set[str]()
        is_polite = not ASKERS.isdisjoint([token.word for token in tokens[:4]])
        introducing = self._introducing | LEARNING if is_polite else self._introducing
        for position, token in enumerate(tokens):
            is_mine = position > 0 and tokens[position - 1].word == "my"
            if token.word == "news" and tokens[position + 1 :] and tokens[position + 1].stem in OUTLETS:
                break  # "did the *news sites* come back"
            if token.word in WH and position:
                if not GRAMMAR.intersection([each.word for each in tokens[:position]]):
                    end = position  # "*hey* what is this story about"
                break
            if token.word in introducing and not is_mine:
                end = position + 1
                marks.add(token.word)
            elif not (is_mine or token.word in self._gluing):
                break
        if marks and marks <= WHOEVER and tokens[0].word in AUXILIARY:
            return 0, False  # "is everyone free"
        while marks and end < len(tokens) and (tokens[end].word in LEAD_END or tokens[end - 1].word == "my"):
            marks.add(tokens[end].word)
            end += 1
        asks_source = end > 1 and [token.word for token in tokens[end - 2 : end + 1]] in ACCORDING
        is_whole = (
            end >= len(tokens)
            or all(token.word in LEFT_OVER for token in tokens[end:])
            or (end == len(tokens) - 1 and tokens[end].word in ("who", "whom"))
        )
        return (0, False) if is_whole or asks_source else (end, bool(marks & WHETHER))

    def _by_speaker(self, lead_in: Sequence[Token]) -> tuple[Token, ...]:
        """Who is to have said what an indirect question asks for: "did *the mayor* say how many left"."""
        verb = next((at for at, token in enumerate(lead_in) if token.stem in SPEAKING), 0)
        speaker = tuple(lead_in[1:verb]) if lead_in and lead_in[0].word in AUXILIARY else ()
        is_one = any(token.word not in self._passing for token in speaker)
        return (*ACCORDING_TO, *speaker) if is_one and all(token.word != "any" for token in speaker) else ()

    def _indirect(self, tokens: Sequence[Token]) -> int:
        """Where an indirect question begins: "I read this and wondered *who* she is"; 0 where there is none."""
        if tokens[0].word in WH:
            return 0
        last = len(tokens) - (tokens[0].word not in AUXILIARY)  # "she said what" asks nothing else
        for position in range(2, last):
            if tokens[position].word in WH:
                start = position - (tokens[position - 1].word in PREPOSITIONS)
                told = start - 1 - (tokens[start - 1].word in ("me", "us", "out"))
                if tokens[told - 1].word == "my":
                    continue  # "my friend who is there"
                if tokens[0].word in AUXILIARY and tokens[told].word == "know" and self._is_other(tokens[told - 1]):
                    continue  # "does *Smith* know who did it" asks no more than that
                is_introduced = tokens[told].word in self._introducing or tokens[told].word in FINDING_OUT
                if is_introduced and tokens[told].word != "according":
                    return start
        return 0

    def _is_other(self, token: Token) -> bool:
        """Whether it names somebody else than the reader, the bot, or whoever may know."""
        return token.capital or token.word not in self._passing

    def _tail(self, tokens: Sequence[Token], start: int) -> int:
        """Where the question ends before words that only close it: "is that true", "or not"."""
        end = last = _polite_from(tokens, start + 1)
        for position in range(last - 1, max(start, last - LONGEST_TAIL), -1):
            word = tokens[position].word
            if is_wish(tokens, position) or (word in CONSENT and tokens[position - 1].stem == "say"):
                break
            if word in TAIL_START:
                end = position
            if word not in self._closing:
                break
        # "Tell me where that is", "what is it": the verb is no tail.
        is_part = end < last and tokens[end].word in BE and tokens[start].word in WH
        is_whole = end == last - 1 or (end == start + 1 and tokens[last - 1].word in WHOLE_ENDS)
        asks_of_story = end == start + 1 and tokens[start].word == "what" and tokens[last - 1].stem in SPEAKING
        is_particle = end == last - 1 and tokens[end].word == "in"  # "who called the troops *in*"
        return last if (is_part and is_whole) or asks_of_story or is_particle else end


def _without_ever(tokens: Sequence[Token]) -> Sequence[Token]:
    """ "*Whatever* became of her?" asks what became of her."""
    interrogative = EVER.get(tokens[0].word)
    return (interrogative, *tokens[1:]) if interrogative and len(tokens) > 1 else tokens


def _polite_from(tokens: Sequence[Token], start: int) -> int:
    """Where only thanks are left: "who is she *please*", "where is it *thank you*"."""
    end = len(tokens)
    while end > start:
        if tokens[end - 1].word in POLITE and not is_wish(tokens, end - 1):
            end -= 1
        elif tokens[end - 1].word == "you" and tokens[end - 2].word == "thank":
            end -= 2
        else:
            break
    return max(end, start)


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


def _untagged(pieces: Sequence[Sequence[Token]]) -> list[Sequence[Token]]:
    """The pieces without the tag that makes a question of a statement: "she left, *didn't she?*"; empty without one."""
    *before, last = pieces or [()]
    start = len(last) - 2 - (len(last) > 2 and last[-2].word == "not")
    tag = [token.word for token in last[max(start, 0) :]]
    if len(tag) < 2 or tag[0] not in FINITE or tag[-1] not in TAGGED:
        return []
    stated = [*before, last[:start]] if start > 0 else before
    is_stated = stated and stated[-1][0].word not in WH | AUXILIARY and (start <= 0 or "not" in tag)
    return stated if is_stated else []


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
    (asked, *sort), (*before, stated) = pieces[-1], _untagged(pieces[:-1]) or pieces[:-1]
    if sort:  # "who leads it, *what country*?"
        is_of_sort = stated[0].word == "who" and asked.word in ("what", "which")
        return [*before, (asked, *sort, *stated[1:])] if is_of_sort else list(pieces)
    at = next((at for at, token in enumerate(stated) if INDEFINITE.get(token.word) == asked.word), None)
    if at is None:
        return list(pieces)
    return [*before, (asked, *stated[:at], *stated[at + 1 :])]


def _is_named(tokens: Sequence[Token]) -> bool:
    """Whether it is no more than a name: "Bergen"."""
    return len(tokens) <= 3 and all(token.capital for token in tokens) and tokens[0].word not in WH | CONJUNCTIONS


def _with_options(pieces: Sequence[Sequence[Token]]) -> list[Sequence[Token]]:
    """The pieces, of which one that offers another answer belongs to the one before: "was it one, *or several*?"."""
    joined: list[Sequence[Token]] = []
    for piece in pieces:
        is_option = joined and piece[0].word == "or" and len(piece) > 1 and piece[1].word not in AUXILIARY | WH
        if is_option and joined[-1][0].word in AUXILIARY:
            joined[-1] = (*joined[-1], *piece)
        else:
            joined.append(piece)
    return joined


def _sentences(message: str) -> list[str]:
    message = plain(message)
    if ONE_SENTENCE.fullmatch(message) and not SYMBOL.search(message):
        return _questions(message)
    cleaned = SYMBOL.sub(" . ", message)
    ends = [0, *(match.end() for match in SENTENCE_END.finditer(cleaned)), len(cleaned)]
    sentences = [cleaned[start:end] for start, end in pairwise(ends) if end > start]
    return [question for sentence in sentences for question in _questions(sentence)]


def _questions(sentence: str) -> list[str]:
    """The questions of a sentence that "and" joins: "who ordered it and how many moved out?"."""
    may_join = any(map(sentence.casefold().__contains__, JOINING))
    parts = JOINED.split(sentence) if may_join and ASKING.match(sentence) else ()
    if len(parts) < 2 or any(len(part.split()) < 3 for part in parts):
        return [sentence]
    return [f"{part}?" for part in parts]


def _pieces(sentence: str) -> list[str]:
    if "(" in sentence:
        sentence = SHORT_NAME.sub("", sentence)
    lowered = sentence.casefold()
    pieces = CLAUSE_END.split(sentence) if any(map(lowered.__contains__, CLAUSE_MARKS)) else [sentence]
    if any(map(lowered.__contains__, TURNS)):
        return [part for piece in pieces for part in TURN.split(piece)]
    return pieces


def _run_on(tokens: Sequence[Token]) -> list[Sequence[Token]]:
    """A question, and what its reader goes on to tell without a stop: "is there a curfew *i live there*"."""
    if not _is_interrogative(tokens):
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


def _turned(pieces: Sequence[Sequence[Token]]) -> list[Sequence[Token]]:
    """The clauses, the first without words that only turn to something: "let us *turn to* the mayor: who is she?"."""
    if len(pieces) < 2 or not any(map(_is_interrogative, pieces[1:])):
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


def _request(tokens: Sequence[Token]) -> int:
    """Where what is requested begins: "could you *quote the mayor*", "give me *her name*"; 0 where there is none."""
    if len(tokens) > 3 and tokens[0].word in HANDING and tokens[1].word in ("me", "us"):
        return 2
    if len(tokens) > 3 and [token.word for token in tokens[:3]] in HAVING and tokens[-1].word != "yourself":
        return 0 if tokens[3].word == "to" else 3
    if len(tokens) < 3 or tokens[0].word not in REQUESTING or tokens[1].word != "you" or tokens[2].word in ASPECTS:
        return 0  # "can you *still* go out" is asked of anybody
    start = 2 + (tokens[2].word in ("please", "pls"))
    return start + _request(tokens[start:])


def _certainty(tokens: Sequence[Token]) -> int:
    """Where the statement begins of which somebody asks how sure it is; 0 where nobody does."""
    if tokens[0].word not in OPENS_CERTAINTY or tuple([token.word for token in tokens[:2]]) not in ASKS_IF_SURE:
        return 0
    sure = 0
    for position, token in enumerate(tokens[2:], start=2):
        if token.stem in CERTAIN:
            sure = position + 1
        elif token.word not in SURE_GLUE:
            break
    if not sure or len(tokens) < sure + 3 or tokens[sure].word in (PREPOSITIONS | WH | AUXILIARY | {"or"}):
        return 0
    return sure + (tokens[sure].word == "that")


def _is_interrogative(tokens: Sequence[Token]) -> bool:
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
