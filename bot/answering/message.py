"""A reader's message taken apart into the clauses that ask, without what only introduces or closes them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain

from bot.answering.clause import ASKS, CONJUNCTIONS, FIRST_PERSON, REFERRING, WHETHER, Clause
from bot.answering.debates import claims
from bot.answering.grammar import BE, PRONOUNS, STATES
from bot.answering.language import Language
from bot.answering.pieces import is_worded_as_question, joined, pieces_of, sentences, turned, untagged
from bot.answering.surroundings import (
    asks_permission,
    is_of_own,
    is_wish,
    of_source,
    placed,
    with_kin,
    with_people,
)
from bot.answering.text import ASPECTS, AUXILIARY, PREPOSITIONS, WH, Token

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
FINDING_OUT = frozenset("figured worked found established determined revealed announced disclosed learned".split())
"""Verbs behind which an indirect question follows: "have they *figured out* who did it"."""
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
LONGEST_TAIL = 7
SPEAKING = frozenset("say mention report specifi state".split())
"""Verbs of whoever gives an answer: "did *the mayor say* how many"."""
ACCORDING_TO = (Token("according", "accord"), Token("to", "to"))
CERTAIN = frozenset("confirm verifi certain sure offici establish proven prove fact rumour rumor alleg hearsay".split())
"""Stems of words by which readers ask how sure something is."""
ASKS_IF_SURE = (("is", "it"), ("was", "it"), ("has", "it"), ("is", "this"), ("has", "anyone"), ("has", "anybody"),
                ("did", "anyone"), ("can", "anyone"), ("do", "we"), ("is", "that"))  # fmt: skip
"""How a question begins that asks how sure something is: "is it confirmed that …"."""
OPENS_CERTAINTY = frozenset(first for first, _second in ASKS_IF_SURE)
SURE_GLUE = frozenset(
    "been be now really already actually just only also a an the for yet know known any or so".split()
)
MOST_QUESTIONS = 3


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
        found = sentences(message)
        return [self._clauses(sentence, is_alone=len(found) == 1) for sentence in found]

    def _clauses(self, sentence: str, *, is_alone: bool) -> list[Clause]:
        """The clauses of a sentence; one that only asks "is that true?" makes a question of the statement before it."""
        pieces = pieces_of(sentence, self._tokenize)
        stated = untagged(pieces)
        pieces = joined(stated or pieces)
        if stated:
            clauses = [self._clause(tokens, is_marked=True, is_alone=False) for tokens in pieces]
            return [replace(clause, is_statement=not clause.is_interrogative) for clause in clauses]
        is_marked, is_alone = "?" in sentence, is_alone and len(pieces) == 1
        clauses = [self._clause(tokens, is_marked=is_marked, is_alone=is_alone) for tokens in turned(pieces)]
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
        is_interrogative = is_worded_as_question(core)
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
