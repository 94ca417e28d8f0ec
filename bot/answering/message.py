"""A reader's message taken apart into the clauses that ask, without what only introduces or closes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.answering.language import Language
from bot.answering.text import AUXILIARY, PREPOSITIONS, WH, Token, plain

CONJUNCTIONS = frozenset("and but so or then also plus ok okay well now".split())
FIRST_PERSON = frozenset("i me my mine we us our myself".split())
EXCEPTING = frozenset("besides beside except apart aside".split())
WHETHER = frozenset(
    "if whether true correct right real hear heard read says said claim claims told tell think thinks".split()
)
"""Words of a lead-in after which a statement is a question: "is it true that", "my friend says"."""
OTHER_GLUE = frozenset(
    "you u anyone anybody someone somebody everyone they it this that there to of about on in like the a an any your "
    "one".split()
)
LEAD_GLUE = FIRST_PERSON | AUXILIARY | CONJUNCTIONS | OTHER_GLUE
"""Words that may stand among the words of a lead-in."""
POINTING = frozenset("it its that this those these they them their there then he him his she her hers".split())
REFERRING = POINTING - frozenset("that this those these there then".split())
"""Pronouns that stand for somebody or something, and for nothing else."""
LONGEST_TOPIC = 6
"""How many words a clause has at most that only names what the question is about: "Now the curfew."."""
OTHERS = frozenset("he she him her his hers".split())
"""Words that never stand in a lead-in: "did he say why" asks what he said."""
REQUESTING = frozenset("can could would will".split())
LEAD_END = frozenset("that if whether me us about to of for my".split())
TAIL_START = frozenset("is or right true correct please thanks thank does according in exactly cheers yes then".split())
TAIL = LEAD_GLUE | TAIL_START | frozenset("not nah no what something smth sb you he she so yet by".split())
LONGEST_TAIL = 7
MOST_QUESTIONS = 3

SENTENCE_END = re.compile(r"(?:[.!?…]+(?=[\s\"')]|$)[\s\"')]*|\n+|;)")
CLAUSE_END = re.compile(
    r"(?i)[,:]\s+|\b(?:lol|lmao|omg|btw)\b|,(?=\D)|\b(?:and|but) (?=(?:who|what|when|where|why|how|which) )|"
    r"\s+-+\s+|\s\(|\)"
)
ASKING = re.compile(r"(?i)\W*(?:(?:and|so|but|hi|hello|hey|ok|please)\W+)*(?:who|whom|what|when|where|why|how|which)\b")
JOINED = re.compile(
    r"(?i),?\s+(?:and|&)\s+(?=(?:who|whom|what|when|where|why|how|which|is|are|was|were|did|does|do)\s)"
)
"""What joins two questions into one sentence."""
SYMBOL = re.compile(r"[^\w\s.,;:!?'\"()$€£%/+*=-]+")


Tokenize = Callable[[str], list[Token]]


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a message between commas, colons or dashes, without lead-in and tail."""

    tokens: tuple[Token, ...]
    is_interrogative: bool
    """Whether it is worded as a question."""
    is_statement: bool
    """Whether it is a statement put up for confirmation: "is it true that …"."""
    is_marked: bool
    """Whether its sentence ends in a question mark."""

    is_idle: bool
    """Whether it says nothing by itself: "right", "is that true"."""

    @property
    def asks(self) -> bool:
        return self.is_interrogative or self.is_statement or self.is_marked

    @property
    def is_topic(self) -> bool:
        """Whether it only names what a question is about."""
        is_short = len(self.tokens) <= LONGEST_TOPIC
        return is_short and not (self.is_interrogative or self.is_statement or self.is_personal or self.is_idle)

    @property
    def is_personal(self) -> bool:
        """Whether the reader talks about themselves: such a clause states no condition for the answer."""
        return any(token.word in FIRST_PERSON for token in self.tokens)


def asking_sentences(message: str, language: Language, tokenize: Tokenize) -> list[list[Clause]]:
    """The sentences of the message that ask something, each as its clauses; all of it where none does."""
    sentences = [_clauses(sentence, language, tokenize) for sentence in _sentences(message)]
    asking = [
        [*_pointed_to(clauses, before), *clauses]
        for before, clauses in pairwise([[], *sentences])
        if any(clause.asks for clause in clauses)
    ]
    if asking:
        return asking[-MOST_QUESTIONS:]
    whole = [clause for clauses in sentences for clause in clauses]
    return [whole] if whole else []


def _pointed_to(clauses: Sequence[Clause], before: Sequence[Clause]) -> list[Clause]:
    """Of the sentence before, the clauses that pronouns may stand for: "Now the curfew. When is it?"."""
    refers = any(token.word in REFERRING for clause in clauses for token in clause.tokens)
    return [clause for clause in before if refers and clause.is_topic]


def merged(message: str, language: Language, tokenize: Tokenize) -> Clause:
    """The whole message as one statement that is put up for confirmation."""
    clauses = [clause for sentence in _sentences(message) for clause in _clauses(sentence, language, tokenize)]
    tokens = tuple(token for clause in clauses for token in clause.tokens)
    return Clause(tokens, is_interrogative=False, is_statement=True, is_marked=True, is_idle=False)


def _sentences(message: str) -> list[str]:
    cleaned = SYMBOL.sub(" . ", plain(message))
    ends = [0, *(match.end() for match in SENTENCE_END.finditer(cleaned)), len(cleaned)]
    sentences = [cleaned[start:end] for start, end in pairwise(ends) if end > start]
    return [question for sentence in sentences for question in _questions(sentence)]


def _questions(sentence: str) -> list[str]:
    """The questions of a sentence that "and" joins: "who ordered it and how many moved out?"."""
    parts = JOINED.split(sentence)
    if len(parts) == 1 or not ASKING.match(parts[0]) or any(len(part.split()) < 3 for part in parts):
        return [sentence]
    return [f"{part}?" for part in parts]


def _clauses(sentence: str, language: Language, tokenize: Tokenize) -> list[Clause]:
    """The clauses of a sentence; one that only asks "is that true?" makes a question of the statement before it."""
    pieces = [tokens for piece in CLAUSE_END.split(sentence) if (tokens := tokenize(piece))]
    clauses = [_clause(tokens, language, is_marked="?" in sentence) for tokens in pieces]
    last = clauses[-1] if len(clauses) > 1 else None
    if (
        last
        and last.is_idle
        and last.tokens[0].word in TAIL_START
        and not any(c.is_interrogative for c in clauses[:-1])
    ):
        return [replace(clause, is_statement=True) for clause in clauses[:-1]]
    return clauses


def _clause(tokens: list[Token], language: Language, *, is_marked: bool) -> Clause:
    start, is_statement = _lead_in(tokens, language)
    start = max(start, _indirect(tokens, language), _request(tokens))
    core = tuple(tokens[start : _tail(tokens, start, language)])
    is_interrogative = _is_interrogative(core)
    return Clause(
        core, is_interrogative, is_statement and not is_interrogative, is_marked, is_idle=_is_idle(core, language)
    )


def _is_idle(tokens: Sequence[Token], language: Language) -> bool:
    telling = {
        position
        for position, token in enumerate(tokens)
        if not (token.word in TAIL or token.word in language.lead_in or language.is_stop(token.word))
    }
    return not telling or telling <= {p for positions, _ in language.idle.find(tokens) for p in positions}


def _indirect(tokens: Sequence[Token], language: Language) -> int:
    """Where an indirect question begins: "I read this and wondered *who* she is"; 0 where there is none."""
    for position in range(2, len(tokens) - 1):
        if tokens[position].word in WH:
            start = position - (tokens[position - 1].word in PREPOSITIONS)
            told = start - 1 - (tokens[start - 1].word in ("me", "us"))
            if tokens[told].word in language.lead_in:
                return start
    return 0


def _request(tokens: Sequence[Token]) -> int:
    """Where a request begins that is worded as a question: "could you *quote the mayor*"; 0 where there is none."""
    words = [token.word for token in tokens[:3]]
    asks = len(tokens) > 2 and words[0] in REQUESTING and words[1] == "you"
    return 2 + (words[2] in ("please", "pls")) if asks else 0


def _is_interrogative(tokens: Sequence[Token]) -> bool:
    words = [token.word for token in tokens[:5]]
    while words and words[0] in CONJUNCTIONS:
        words.pop(0)
    if not words:
        return False
    return words[0] in WH or words[0] in AUXILIARY or (words[0] in PREPOSITIONS and bool(WH.intersection(words[1:3])))


def _lead_in(tokens: Sequence[Token], language: Language) -> tuple[int, bool]:
    """Where the question begins after words that only introduce it, and whether a statement follows them."""
    says_who = [token.word for token in tokens[:2]] in (["says", "who"], ["said", "who"])
    if tokens[0].word in WH or says_who:
        return 0, False
    end, marks = 0, set[str]()
    for position, token in enumerate(tokens):
        if token.word in language.lead_in and not (position and tokens[position - 1].word == "my"):
            end = position + 1
            marks.add(token.word)
        elif not (
            token.word in LEAD_GLUE
            or (language.is_stop(token.word) and token.word not in OTHERS)
            or (position and tokens[position - 1].word == "my")
        ):
            break
    while marks and end < len(tokens) and (tokens[end].word in LEAD_END or tokens[end - 1].word == "my"):
        marks.add(tokens[end].word)
        end += 1
    is_whole = end >= len(tokens) or (end == len(tokens) - 1 and tokens[end].word in ("who", "whom"))
    return (0, False) if is_whole else (end, bool(marks & WHETHER))


def _tail(tokens: Sequence[Token], start: int, language: Language) -> int:
    """Where the question ends before words that only close it: "is that true", "or not"."""
    end = len(tokens)
    for position in range(len(tokens) - 1, max(start, len(tokens) - LONGEST_TAIL), -1):
        word = tokens[position].word
        if word in TAIL_START:
            end = position
        if word not in TAIL and word not in language.lead_in:
            break
    return end
