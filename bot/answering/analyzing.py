"""Clauses taken apart into questions: what kind they are, and the words that a fact must explain."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.answering.citing import IS, WHO
from bot.answering.clause import CONJUNCTIONS, EXCEPTING, POSSESSIVES, REFERRING, Clause
from bot.answering.grammar import BE, DETERMINERS, GET_OR_GOING, NO_PREDICATE, PRONOUNS, STATES, Grammar
from bot.answering.kinds import HAPPENING, HOURS, Kinds
from bot.answering.language import Language
from bot.answering.options import AMOUNTS, alternative, first_option, offered, options_of
from bot.answering.question import NO_TOKEN, Question
from bot.answering.rewording import EXCEPTIONS, SORTS, Rewording, with_deed, with_office
from bot.answering.roles import ANY
from bot.answering.terms import EMPTY
from bot.answering.text import ASPECTS, AUXILIARY, NEGATIONS, PREPOSITIONS, WH, Token

SUPPOSING = frozenset("after before since if when while because although once given".split())
"""Words that begin a clause which the question takes for granted: "after he was killed, who took over?"."""
NEEDED = AUXILIARY | WH | PREPOSITIONS | DETERMINERS | PRONOUNS | NEGATIONS | CONJUNCTIONS | SUPPOSING | ASPECTS | ANY
"""Words without which a question might read otherwise; all others that carry nothing can go: "actually", "lol"."""
PASSING = frozenset("yet already ever".split())
"""Aspects that whatever has happened fits."""
INTENDING = frozenset("want tri seek hope intend plan manag attempt meant".split())
"""Stems of verbs that say little where another follows: "what did they *want* to enter"."""
QUANTIFIERS = frozenset({"all", "both"})
"""Words that matter only where a yes/no question may be true of some: "are they *all* safe"."""
CHOOSING = (
    ["which", "side"],
    ["which", "one"],
    ["which", "of", "the", "2"],
    ["which", "of", "them"],
    ["which", "one", "of", "the", "2"],
)
"""How a question begins that lets choose between answers."""
MORE = frozenset({"else", "further", "additional"})
NAMES = frozenset({("by", "name"), ("name", "the"), ("name", "all"), ("name", "some")})
NAMING = frozenset({"what", "which", "the", "name"})
"""How a question begins that asks for a name: "*what* is the name of", "(give me) *the* name of"."""
QUOTING = frozenset("quot verbatim exact repeat recit".split())
"""Stems of words by which readers ask for the very words that somebody used."""
REQUEST = frozenset("it that them please if you can could the his her their own words".split())
VERY_WORDS = frozenset(
    [("word", "for"), ("own", "words"), ("actual", "words"), ("inverted", "commas"), ("very", "words")]
)
ENDS_OF_VERY_WORDS = frozenset(end for _, end in VERY_WORDS)
IMPLIED = {
    "how_long": frozenset("last long take durat extend go".split()),
    "where": frozenset("locat situat place exact".split()),
    "when": frozenset("happen occur place".split()),
    "who": frozenset("name person".split()),
    "define": frozenset("mean call exact lie locat situat find home".split()),
    "how_many": frozenset("number total mani exact".split()),
    "yes_no": frozenset("kind sort".split()),
}
"""Stems that a kind of question brings along and that no fact needs to explain: how long does it *last*."""
LASTING = frozenset("who what which name define".split())
"""Kinds of question to which the answer may have been another one before."""
OTHERS = frozenset("rest others other else everybody everyone".split())
EARLIER = ("before", "previously")
"""Words by which a question asks for an earlier time."""
ENDED = frozenset({"over", "out", "off"})
"""Particles that ask, behind a noun, if it goes on: "curfew *over*?"."""
ANYTHING = frozenset({"any", "anyone", "anybody"})
"""Words with which readers ask, without a verb, if there is something: "*any* dead?"."""
THERE = Token("there", "there")
LENGTHS_OF_FRAGMENTS = range(2, 5)
"""How many words a question without a verb has: "curfew over?"."""
NOTHING: frozenset[str] = frozenset()


class Analyzer:
    """Takes clauses apart with the words of a lexicon."""

    def __init__(self, language: Language, parts_of_speech: Callable[[str], str]) -> None:
        """`parts_of_speech` gives a word's classes, likeliest first, of n, v, a, r, p; empty for no word."""
        self.language = language
        self.parts_of_speech = parts_of_speech
        self._grammar = Grammar(parts_of_speech)
        self._rewording = Rewording(language, self._grammar, language.stop - NEEDED)
        self._kinds = Kinds(language, self._grammar, parts_of_speech, self._content)
        self._unmeant = EMPTY | language.stop
        self._unmeant_or_aspect = self._unmeant | ASPECTS | QUANTIFIERS
        self._unmeant_or_passing = self._unmeant | PASSING
        self._bindable = language.lead_in_stems | INTENDING | {"take", "place", "longer", "one"}

    def readings(self, clauses: Sequence[Clause]) -> list[list[Question]]:
        """The ways to read a sentence: its asking clause alone, then with the clauses around it."""
        if sure := next((clause for clause in clauses if clause.asks_certainty), None):
            wordings = self.wordings(sure.tokens, is_statement=True)
            for question in wordings:
                question.kind = "certainty"
            return [wordings]
        clauses = _without_options(clauses) if len(clauses) > 1 else clauses
        if len(clauses) == 1:
            return [self.wordings(clauses[0].tokens, is_statement=clauses[0].is_statement)]
        asking = next((c for c in clauses if c.is_interrogative), None) or next(
            (c for c in clauses if c.asks and not c.is_personal), clauses[-1]
        )
        excluded = [c for c in clauses if c is not asking and c.tokens[0].word in EXCEPTING]
        around = [c for c in clauses if c is asking or not (c.is_personal or c in excluded)]
        apart = tuple(token for clause in excluded for token in clause.tokens[1:])
        others = ((c.tokens, [token.word for token in c.tokens]) for c in around if c is not asking)
        if quoting := next((tokens for tokens, words in others if _asks_quote(tokens, words)), ()):
            asking = replace(asking, tokens=(*asking.tokens, *quoting))
            around = [c for c in around if c.tokens != quoting]
        readings = self.wordings(asking.tokens, is_statement=asking.is_statement, excluded=apart)
        if len(around) == 1:
            return [readings]
        supposes = any(clause.tokens[0].word in SUPPOSING for clause in around if clause is not asking)
        joined = tuple(token for clause in around for token in clause.tokens)
        whole = self.wordings(joined, is_statement=asking.is_statement, excluded=apart)
        for question in whole:
            question.is_joined = True
        alone = readings[0]
        is_full = len(alone.content) - len(alone.focus) > 1 or bool(alone.kind == "name" and alone.content)
        # "What did the mayor do with *her* papers" may tell itself whose they are.
        pointing = REFERRING - POSSESSIVES if is_full else REFERRING
        refers = any(token.word in pointing for token in asking.tokens)
        if supposes:
            return [whole]
        if refers and any(clause.is_topic for clause in around if clause is not asking):
            return [whole, readings]
        return [readings, whole] if is_full else [whole, readings]

    def wordings(
        self, tokens: Sequence[Token], *, is_statement: bool, excluded: tuple[Token, ...] = ()
    ) -> list[Question]:
        question = self.read(tokens, is_statement=is_statement, excluded=excluded)
        if question.kind in ("yes_no", "topic") and alternative(tokens):
            sides = self._alternatives(tokens, question.verb_stem, is_statement=is_statement)
            return [question, *sides, *self._open(question)]
        if reworded := with_deed(question.tokens) or with_office(question.tokens):
            return [question, self.read(reworded, is_statement=is_statement, excluded=excluded)]
        if question.cue and question.kind not in ("name", "how_old", "how_many"):
            return [question, self.read(tokens, is_statement=is_statement, excluded=excluded, use_cue=False)]
        return [question]

    def _alternatives(self, tokens: Sequence[Token], verb_stem: str, *, is_statement: bool) -> list[Question]:
        """Of "is it A or B?" the questions "is it A?" and "is it B?": B takes the place of what it is worded like.

        Of "did they find or lose it?" both ask what was done to it.
        """
        at = alternative(tokens)
        first, second = tokens[:at], tokens[at + 1 :]
        is_verb = second[0].word not in AUXILIARY and "v" in self.parts_of_speech(second[0].word)
        if is_verb and first[-1].stem == verb_stem:
            first = (*first, *second[1:])
        kept = () if second[0].word in AUXILIARY else first[: first_option(tokens, at)]
        sides = [self.read(each, is_statement=is_statement) for each in (first, (*kept, *second)) if each]
        for side in sides:
            side.is_whole = False
        # "Was one street hit, or were there several?": several of what is told by the other side.
        return [side for side in sides if not all(side.tokens[at].word in AMOUNTS for at in side.content)]

    def _open(self, question: Question) -> list[Question]:
        """What a question asks that offers answers, whichever of them it may be; empty where that is not plain."""
        kind, options = offered(question.tokens)
        content = tuple([at for at in question.content if at not in options])
        if kind == "where" and content:
            return [replace(question, kind=kind, options=options, is_whole=False)]
        if kind:
            return [replace(question, kind=kind, content=content, is_whole=False)] if content else []
        options = options_of(question.tokens, question.predicate.verb)
        return [replace(question, options=options, is_whole=False)] if options else []

    def read(
        self,
        tokens: Sequence[Token],
        *,
        is_statement: bool = False,
        excluded: tuple[Token, ...] = (),
        use_cue: bool = True,
    ) -> Question:
        """One question from the tokens of one clause."""
        words = [token.word for token in tokens]
        if not EXCEPTIONS.keys().isdisjoint(words):
            tokens, apart = self._rewording.without_exception(tokens)
            excluded, words = (*excluded, *apart), [token.word for token in tokens]
        opens_with_and = tokens[0].word in CONJUNCTIONS
        while len(tokens) > 1 and tokens[0].word in CONJUNCTIONS:
            tokens = tokens[1:]
        asks_quote, asks_more = _asks_quote(tokens, words), not MORE.isdisjoint(words)
        asks_names = "names" in words or ("name" in words and _asks_names(tokens))
        asks_name = "name" in words and tokens[0].word in NAMING
        if asks_quote:
            tokens = _without_request(tokens)
        if tokens[0].stem in QUOTING:  # "quote the bit about how long they stay"
            tokens = tokens[next((at for at, token in enumerate(tokens) if token.word in WH), 0) :]
        tokens = self._with_verb(tokens)
        if not GET_OR_GOING.isdisjoint(words):
            tokens = self._grammar.with_plain_verbs(tokens)
        tokens = self.language.frames.plainer(tuple(tokens))  # which may have words that elsewhere carry nothing
        tokens = self._rewording.without_idle(tokens) or tokens
        plain = self._rewording.plainer(tokens)
        is_statement = is_statement or (tokens[0].word in BE and plain != tokens)
        tokens = _inverted(plain) if is_statement else plain
        sourcing = self._kinds.sourcing(tokens) if use_cue and tokens[0].word not in WH else set()
        asked_at = None if sourcing else self._interrogative(tokens)
        if asked_at is None:
            kind, spent = "attribution", sourcing
            if not sourcing:
                kind, spent = self._kind_without_interrogative(tokens, is_statement=is_statement, use_cue=use_cue)
            return Question(
                kind=kind,
                tokens=tokens,
                content=self._content(tokens, spent, kind),
                predicate=self._grammar.predicate(tokens, 0) if kind == "yes_no" else NO_PREDICATE,
                asks_subject=True if kind == "who" else None,
                relative=self._grammar.relative(tokens, 0),
                asks_hour=_asks_hour(kind, tokens, spent),
                cue=bool(spent),
                asks_more=asks_more,
                asks_names=asks_names,
                opens_with_and=opens_with_and,
                excluded=excluded,
            )
        kind, focus, spent = self._kinds.of(tokens, asked_at, use_cue=use_cue)
        after = max([asked_at, *focus, *spent]) + 1
        clause = self._grammar.clause_start(tokens, after)
        return Question(
            kind=kind,
            tokens=tokens,
            content=self._content(tokens, {asked_at, *spent}, kind),
            focus=focus,
            preposition=_preposition(tokens, asked_at),
            asks_sort=bool(spent) and any(tokens[position].stem in SORTS for position in spent),
            asks_hour=_asks_hour(kind, tokens, spent),
            asks_subject=self._grammar.asks_subject(tokens, asked_at, clause),
            predicate=NO_PREDICATE if kind == "attribution" else self._grammar.predicate(tokens, clause),
            is_copular=(after < len(tokens) and tokens[after].word in BE) or tokens[-1].word in BE,
            relative=self._grammar.relative(tokens, asked_at),
            cue=kind == "attribution",
            asks_before=kind in LASTING and self._is_before(tokens),
            asks_quote=asks_quote,
            asks_more=asks_more,
            asks_names=asks_names,
            asks_name=asks_name and kind == "who",
            opens_with_and=opens_with_and,
            excluded=excluded,
        )

    def _with_verb(self, tokens: Sequence[Token]) -> Sequence[Token]:
        """A question of a few words as one with a verb: "curfew over?", "any dead?"."""
        first, last = tokens[0].word, tokens[-1].word
        if (last not in ENDED and first not in ANYTHING) or not _is_fragment(tokens):
            return tokens
        if last in ENDED:
            return (IS, *tokens)
        if self._kinds.of_fragment(tuple(tokens))[0] != "topic":
            return tokens  # "any reason?"
        return (IS, THERE, *tokens) if first == "any" else (IS, *tokens)

    def _kind_without_interrogative(
        self, tokens: tuple[Token, ...], *, is_statement: bool, use_cue: bool
    ) -> tuple[str, set[int]]:
        is_clause = (
            any(token.word in AUXILIARY for token in tokens) or self._grammar.predicate(tokens, 0).verb is not None
        )
        if tokens[0].word in AUXILIARY or (is_statement and is_clause):
            return "yes_no", set()
        return self._kinds.of_fragment(tokens) if use_cue else ("topic", set())

    def _is_before(self, tokens: Sequence[Token]) -> bool:
        """Whether it asks for an earlier time, rather than for what came before something else was done."""
        at = next((p for p, token in enumerate(tokens) if token.word in EARLIER), None)
        if at is None:
            return False
        later = [token for token in tokens[at + 1 :] if token.stem not in HAPPENING]
        if not OTHERS.isdisjoint([token.word for token in later]):
            return False  # "before the rest"
        return not any(token.word.endswith("ed") or self._grammar.is_plain_verb(token) for token in later)

    def _interrogative(self, tokens: Sequence[Token]) -> int | None:
        """Where the interrogative stands; none in a question that begins with an auxiliary."""
        if tokens[0].word in WH:
            return 0
        if tokens[0].word in AUXILIARY:
            return None
        found = [position for position, token in enumerate(tokens) if token.word in WH]
        fronted = (p for p in found if p == 0 or tokens[p - 1].word in PREPOSITIONS)
        return next(fronted, found[0] if found else None)

    def _content(self, tokens: Sequence[Token], spent: set[int], kind: str) -> tuple[int, ...]:
        implied = IMPLIED.get(kind, NOTHING)
        unmeant = self._unmeant_or_passing if kind == "yes_no" else self._unmeant_or_aspect
        bindable = self._bindable
        return tuple(
            [
                position
                for position, (word, stem, _capital) in enumerate(tokens)
                if (word not in unmeant or (word in STATES and position == self._grammar.state(tokens)))
                and stem not in implied
                and position not in spent
                and not (stem in bindable and self._is_bound(tokens, position))
            ]
        )

    def _is_bound(self, tokens: Sequence[Token], position: int) -> bool:
        """Whether a word carries nothing because of its neighbour: "take place", "my friend"."""
        before = tokens[position - 1] if position else NO_TOKEN
        after = tokens[position + 1] if position + 1 < len(tokens) else NO_TOKEN
        stem = tokens[position].stem
        if tokens[position].word == "longer" and before.word in ("no", "any"):
            return True
        if stem == "one" and self.parts_of_speech(before.word)[:1] == "a":
            return True  # "a military one"
        if stem in INTENDING and after.word == "to" and position + 2 < len(tokens):
            return True  # "what did they want to enter" asks what they entered, or tried to
        takes_place = (stem == "take" and after.stem == "place") or (stem == "place" and before.stem == "take")
        return takes_place or (before.word == "my" and stem in self.language.lead_in_stems)


def _preposition(tokens: Sequence[Token], asked_at: int) -> str:
    """What the interrogative at a place belongs to: "*to* whom", "who did they say it *to*"; empty for nothing."""
    if asked_at:
        return tokens[asked_at - 1].word
    return "to" if tokens[0].word in ("who", "whom") and tokens[-1].word == "to" else ""


def _asks_hour(kind: str, tokens: Sequence[Token], spent: Iterable[int]) -> bool:
    return kind == "when" and any(tokens[position].stem in HOURS for position in spent)


def _without_options(clauses: Sequence[Clause]) -> Sequence[Clause]:
    """The clauses without those that only offer answers: "who blamed them, *the police or the mayor*?".

    "Which of the two, the police or the mayor, blamed them?" asks who blamed them.
    """
    asking = next((clause for clause in clauses if clause.is_interrogative), None)
    if asking is None or asking.tokens[0].word not in ("who", "which"):
        return clauses
    kept = [clause for clause in clauses if clause is asking or not _is_option(clause)]
    if len(kept) == len(clauses):
        return clauses
    words = [token.word for token in asking.tokens]
    chosen = next((end for end in (5, 4, 3, 2) if words[:end] in CHOOSING), 0)
    rest = asking.tokens[chosen:] if chosen else asking.tokens
    if chosen and not rest and len(kept) > 1:
        rest, kept = kept[1].tokens, kept[:1] + kept[2:]
    asked = replace(asking, tokens=(WHO, *rest)) if chosen and rest else asking
    return [asked if clause is asking else clause for clause in kept]


def _is_option(clause: Clause) -> bool:
    words = {token.word for token in clause.tokens}
    return "or" in words and not clause.is_interrogative and words.isdisjoint(AUXILIARY)


def _is_fragment(tokens: Sequence[Token]) -> bool:
    """Whether a few words ask how something is, without a verb: "curfew over"."""
    is_short = len(tokens) in LENGTHS_OF_FRAGMENTS
    return is_short and not any(token.word in AUXILIARY | WH | PREPOSITIONS - STATES for token in tokens)


def _asks_quote(tokens: Sequence[Token], words: Sequence[str]) -> bool:
    """Whether words ask for somebody's very words: "verbatim", "in her own words"."""
    if not QUOTING.isdisjoint([token.stem for token in tokens]):
        return True
    return not ENDS_OF_VERY_WORDS.isdisjoint(words) and not VERY_WORDS.isdisjoint(pairwise(words))


def _without_request(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens without words at the end that only ask for a quotation: "why did they go *quote it if you can*"."""
    words = [token.word for token in tokens]
    at = next((at for at in range(2, len(words) - 1) if words[at] == "quote" and words[at + 1] in REQUEST), len(words))
    return tokens[:at] if REQUEST.issuperset(words[at + 1 :]) else tokens


def _inverted(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """What is put up for confirmation of what something is, as that question: "Bergen is the capital"."""
    at = next((at for at, token in enumerate(tokens) if token.word in AUXILIARY | WH | (PREPOSITIONS - {"of"})), 0)
    if not at or tokens[at].word not in BE or at + 1 == len(tokens) or tokens[at + 1].word not in ("the", "a", "an"):
        return tokens
    return (tokens[at], *tokens[:at], *tokens[at + 1 :])


def _asks_names(tokens: Sequence[Token]) -> bool:
    """Whether several are asked for by their names: "list the ministers by name"."""
    words = [token.word for token in tokens]
    at = next((at for at, pair in enumerate(pairwise(words)) if pair in NAMES), len(words))
    nouns = tokens[:at] if words[at : at + 1] == ["by"] else tokens[at + 2 : at + 4]
    return any(token.word.endswith("s") and token.word != token.stem for token in nouns)
