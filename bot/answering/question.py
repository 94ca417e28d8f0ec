"""What a question asks: its kind, its focus, and the words that a fact must explain."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.answering.grammar import (
    BE,
    DETERMINERS,
    DO_SUPPORT,
    NO_PREDICATE,
    PLACING,
    PRONOUNS,
    Grammar,
    Predicate,
    is_existential,
)
from bot.answering.language import Language
from bot.answering.message import CONJUNCTIONS, EXCEPTING, POINTING, REFERRING, Clause
from bot.answering.rewording import EVENTS, SORTS, WHO, Rewording
from bot.answering.terms import EMPTY
from bot.answering.text import ASPECTS, AUXILIARY, NEGATIONS, PREPOSITIONS, WH, Token

SUPPOSING = frozenset("after before since if when while because although once given".split())
"""Words that begin a clause which the question takes for granted: "after he was killed, who took over?"."""
HOW_KINDS = {
    "long": "how_long", "many": "how_many", "much": "how_many", "big": "how_many", "large": "how_many",
    "numerous": "how_many", "old": "how_old", "come": "why", "soon": "when",
    "sure": "attribution", "certain": "attribution", "reliable": "attribution", "definite": "attribution",
    "man": "how_many",
    "often": "other", "far": "other", "fast": "other", "tall": "other", "high": "other", "expensive": "other",
}  # fmt: skip
NEEDED = AUXILIARY | WH | PREPOSITIONS | DETERMINERS | PRONOUNS | NEGATIONS | CONJUNCTIONS | SUPPOSING | ASPECTS
"""Words without which a question might read otherwise; all others that carry nothing can go: "actually", "lol"."""
PASSING = frozenset("yet already ever".split())
"""Aspects that whatever has happened fits."""
MEANT = frozenset("supposed meant expected".split())
"""Words for what somebody is there to do."""
INTENDING = frozenset("want tri seek hope intend plan manag attempt".split())
"""Stems of verbs that say little where another follows: "what did they *want* to enter"."""
QUANTIFIERS = frozenset({"all", "both"})
"""Words that matter only where a yes/no question may be true of some: "are they *all* safe"."""
HOURS = frozenset("time hour".split())
TIME_UNITS = frozenset("minut hour day week month year".split())
DECIDING = frozenset("decis order say command request behest instruct initi".split())
"""Stems of nouns for what makes others act: "by whose decision"."""
NAMING = frozenset("call label dub brand nicknam".split())
"""Stems of verbs for giving something a name."""
WORDINGS = frozenset("word verb noun adject adverb term express phrase label euphem wording epithet".split())
"""Stems of nouns for how somebody calls something: "which *word* did she use for it"."""
WORDING_VERBS = frozenset(
    "use pick choos chose employ appli attach go give opt select characteriz describ denot".split()
)
"""Stems of verbs that say no more than that such a word was used."""
CHOOSING = (
    ["which", "side"],
    ["which", "one"],
    ["which", "of", "the", "2"],
    ["which", "of", "them"],
    ["which", "one", "of", "the", "2"],
)
"""How a question begins that lets choose between answers."""
ARTICLES = frozenset({"the", "a", "an"})
QUOTING = frozenset("quot verbatim exact".split())
"""Stems of words by which readers ask for the very words that somebody used."""
VERY_WORDS = frozenset(
    [("word", "for"), ("own", "words"), ("actual", "words"), ("inverted", "commas"), ("very", "words")]
)
ENDS_OF_VERY_WORDS = frozenset(end for _, end in VERY_WORDS)
STARTING = frozenset("start begin erupt ignit".split())
"""Stems of verbs for coming about: how something did is why it did."""
DEGREES = frozenset("bad seriou sever strong intens".split())
"""Stems of adjectives behind "how" that ask for no more than the degree."""
DOING = frozenset("take make".split())
DEEDS = frozenset("step decis action move measur".split())
"""Stems of nouns for what somebody does: "what *step* did she take"."""
WHOLE_STORY = frozenset({"summary", "timeline"})
HAPPENING = frozenset("happen occur becom befal".split())
SITUATIONS = frozenset("situat".split())
IMPLIED = {
    "how_long": frozenset("last long take durat extend go".split()),
    "where": frozenset("locat situat place exact".split()),
    "when": frozenset("happen occur place".split()),
    "who": frozenset("name person".split()),
    "define": frozenset("mean call exact lie locat situat find".split()),
    "how_many": frozenset("number total mani exact".split()),
}
"""Stems that a kind of question brings along and that no fact needs to explain: how long does it *last*."""
TAKE_FOR = [[stem] for stem in "stand ask appeal call plead beg look wait pray demand wish pay vote hope".split()]
"""Stems of verbs whose object has "for" before it: "what did she ask for" is no question about an aim."""
LASTING = frozenset("who what which name define".split())
"""Kinds of question to which the answer may have been another one before."""
EARLIER = ("before", "previously")
"""Words by which a question asks for an earlier time."""
VAGUE = frozenset("something anything what whatever not so sth smth".split())
"""Words behind an "or" that offers nothing: "tanks or something"."""
NOTHING: frozenset[str] = frozenset()
NO_TOKEN = Token("", "")
Cue = tuple[tuple[int, ...], str]
"""The positions of words that show what is asked for, and the kind of question."""


@dataclass(slots=True)
class Question:
    """One question of a message, taken apart."""

    kind: str
    """A slot's name, or one of: which, did, event, topic, yes_no, attribution, wording, how_old, other."""
    tokens: tuple[Token, ...]
    content: tuple[int, ...]
    """Positions of the words that a fact must explain, the focus among them."""
    focus: tuple[int, ...] = ()
    """Positions of the noun that names the sort of answer: "which *channel*"."""
    preposition: str = ""
    """What stands before the interrogative: "*to* which country"."""
    asks_sort: bool = False
    """Whether it asks what sort of thing something is: "what kind of countries"."""
    asks_hour: bool = False
    """Whether it asks when for more than the day: "at what hour"."""
    asks_subject: bool | None = None
    """Whether the interrogative acts ("who stormed"), is acted on ("who did they sack"), or neither is plain."""
    predicate: Predicate = NO_PREDICATE
    is_copular: bool = False
    """Whether it asks what something is: "who is …"."""
    relative: frozenset[int] = frozenset()
    """Positions of words in a relative clause, which other facts may explain: "the alliance *that sends troops*"."""
    cue: bool = False
    """Whether the kind was told by a noun, as in "number of troops"."""
    is_whole: bool = True
    """Whether it is the question as it was asked, and not one side of an "or"."""
    is_joined: bool = False
    """Whether it is read together with the clauses around it."""
    asks_before: bool = False
    """Whether it asks who or what it was at an earlier time: "who governed *before* her"."""
    opens_with_and: bool = False
    """Whether it begins as if it went on: "and where?"."""
    asks_quote: bool = False
    """Whether it asks for the very words that somebody used."""
    excluded: tuple[Token, ...] = ()
    """Words for what the answer must not name: "besides the palace"."""

    @property
    def is_negated(self) -> bool:
        """Whether it asks for what is not; two negations cancel out."""
        return sum([token.word in NEGATIONS for token in self.tokens]) % 2 == 1

    @property
    def refers(self) -> bool:
        """Whether it has a pronoun that stands for somebody or something."""
        return not REFERRING.isdisjoint([token.word for token in self.tokens])

    @property
    def asks_several(self) -> bool:
        """Whether the noun that names the sort of answer is in the plural: "which *agencies*"."""
        noun = self.tokens[self.focus[-1]] if self.focus else NO_TOKEN
        return noun.word.endswith("s") and noun.word != noun.stem and not noun.word.endswith("ss")

    @property
    def is_shouted(self) -> bool:
        """Whether most of it is in capitals, which then tell nothing."""
        return 2 * sum([token.capital for token in self.tokens]) > len(self.tokens)

    def focus_has(self, positions: Sequence[int]) -> bool:
        """Whether the words at these positions name what the focus asks for: "which *Russian agency*"."""
        return self.focus[-1] in positions and set(positions) <= set(self.focus)

    @property
    def sort_has_number(self) -> bool:
        """Whether what names the sort of answer has a number: "which *six* countries"."""
        tokens = self.tokens
        return any(tokens[position].word.isdigit() for position in self.focus or self.content)

    @property
    def is_pairing(self) -> bool:
        """Whether it asks if something is something else: "is Greta *the* mayor?"."""
        if self.kind != "yes_no" or self.predicate.verb is not None or self.tokens[0].word not in BE:
            return False
        if is_existential(self.tokens):
            return False
        return any(t.word in ("the", "a", "an") and b.word not in PLACING for b, t in pairwise(self.tokens[1:]))

    @property
    def asks_if_from(self) -> bool:
        """Whether it asks if somebody is from somewhere: "is she from Paris?"."""
        is_plain = self.kind == "yes_no" and self.tokens[0].word in BE and self.predicate.verb is None
        return is_plain and any(token.word == "from" for token in self.tokens)

    @property
    def is_bare(self) -> bool:
        """Whether it asks who or what somebody or something is, and of no deed."""
        return self.is_copular and self.predicate.verb is None


class Analyzer:
    """Takes clauses apart with the words of a lexicon."""

    def __init__(self, language: Language, parts_of_speech: Callable[[str], str]) -> None:
        """`parts_of_speech` gives a word's classes, likeliest first, of n, v, a, r, p; empty for no word."""
        self.language = language
        self.parts_of_speech = parts_of_speech
        self._grammar = Grammar(parts_of_speech)
        self._rewording = Rewording(language, self._grammar, language.stop - NEEDED)
        self._unmeant = EMPTY | language.stop
        self._unmeant_or_aspect = self._unmeant | ASPECTS | QUANTIFIERS
        self._unmeant_or_passing = self._unmeant | PASSING
        self._bindable = language.lead_in_stems | INTENDING | {"take", "place"}

    def readings(self, clauses: Sequence[Clause]) -> list[list[Question]]:
        """The ways to read a sentence: its asking clause alone, then with the clauses around it."""
        if sure := next((clause for clause in clauses if clause.asks_certainty), None):
            wordings = self.wordings(sure.tokens, is_statement=True)
            return [[replace(question, kind="certainty") for question in wordings]]
        clauses = _without_options(clauses)
        if len(clauses) == 1:
            return [self.wordings(clauses[0].tokens, is_statement=clauses[0].is_statement)]
        asking = next((c for c in clauses if c.is_interrogative), None) or next(
            (c for c in clauses if c.asks and not c.is_personal), clauses[-1]
        )
        excluded = [c for c in clauses if c is not asking and c.tokens[0].word in EXCEPTING]
        around = [c for c in clauses if c is asking or not (c.is_personal or c in excluded)]
        apart = tuple(token for clause in excluded for token in clause.tokens[1:])
        if quoting := next((c.tokens for c in around if c is not asking and _asks_quote(c.tokens)), ()):
            asking = replace(asking, tokens=(*asking.tokens, *quoting))
            around = [c for c in around if c.tokens != quoting]
        readings = self.wordings(asking.tokens, is_statement=asking.is_statement, excluded=apart)
        if len(around) == 1:
            return [readings]
        supposes = any(clause.tokens[0].word in SUPPOSING for clause in around if clause is not asking)
        joined = tuple(token for clause in around for token in clause.tokens)
        wide = self.wordings(joined, is_statement=asking.is_statement, excluded=apart)
        whole = [replace(question, is_joined=True) for question in wide]
        alone = readings[0]
        refers = any(token.word in REFERRING for token in asking.tokens)
        if supposes:
            return [whole]
        if refers and any(clause.is_topic for clause in around if clause is not asking):
            return [whole, readings]
        return [readings, whole] if len(alone.content) - len(alone.focus) > 1 else [whole, readings]

    def wordings(
        self, tokens: Sequence[Token], *, is_statement: bool, excluded: tuple[Token, ...] = ()
    ) -> list[Question]:
        question = self.read(tokens, is_statement=is_statement, excluded=excluded)
        if question.kind in ("yes_no", "topic") and _alternative(tokens):
            return [question, *self._alternatives(tokens, is_statement=is_statement)]
        if question.cue and question.kind not in ("name", "how_old"):
            return [question, self.read(tokens, is_statement=is_statement, excluded=excluded, use_cue=False)]
        return [question]

    def _alternatives(self, tokens: Sequence[Token], *, is_statement: bool) -> list[Question]:
        """Of "is it A or B?" the questions "is it A?" and "is it B?": B takes the place of what it is worded like."""
        at = _alternative(tokens)
        first, second = tokens[:at], tokens[at + 1 :]
        alike = [p for p, token in enumerate(first) if p and token.word == second[0].word]
        kept = first[: alike[-1]] if alike else first[:-1]
        if second[0].word in AUXILIARY:
            kept = ()
        sides = [self.read(each, is_statement=is_statement) for each in (first, (*kept, *second)) if each]
        return [replace(side, is_whole=False) for side in sides]

    def read(
        self,
        tokens: Sequence[Token],
        *,
        is_statement: bool = False,
        excluded: tuple[Token, ...] = (),
        use_cue: bool = True,
    ) -> Question:
        """One question from the tokens of one clause."""
        tokens, apart = self._rewording.without_exception(tokens)
        excluded = (*excluded, *apart)
        opens_with_and = tokens[0].word in CONJUNCTIONS
        while len(tokens) > 1 and tokens[0].word in CONJUNCTIONS:
            tokens = tokens[1:]
        asks_quote = _asks_quote(tokens)
        if tokens[0].stem in QUOTING:  # "quote the bit about how long they stay"
            tokens = tokens[next((at for at, token in enumerate(tokens) if token.word in WH), 0) :]
        tokens = self._grammar.with_plain_verbs(tokens)
        tokens = self._rewording.without_idle(tokens) or tuple(tokens)
        plain = self._rewording.plainer(tokens)
        is_statement = is_statement or (tokens[0].word in BE and plain != tokens)
        tokens = plain
        asked_at = self._interrogative(tokens)
        if asked_at is None:
            kind, spent = self._kind_without_interrogative(tokens, is_statement=is_statement, use_cue=use_cue)
            return Question(
                kind=kind,
                tokens=tokens,
                content=self._content(tokens, spent, kind),
                predicate=self._grammar.predicate(tokens, 0) if kind == "yes_no" else NO_PREDICATE,
                asks_subject=True if kind == "who" else None,
                relative=self._grammar.relative(tokens, 0),
                cue=bool(spent),
                opens_with_and=opens_with_and,
                excluded=excluded,
            )
        kind, focus, spent = self._kind(tokens, asked_at, use_cue=use_cue)
        after = max([asked_at, *focus, *spent]) + 1
        clause = self._grammar.clause_start(tokens, after)
        return Question(
            kind=kind,
            tokens=tokens,
            content=self._content(tokens, {asked_at, *spent}, kind),
            focus=focus,
            preposition=tokens[asked_at - 1].word if asked_at else "",
            asks_sort=bool(spent) and any(tokens[position].stem in SORTS for position in spent),
            asks_hour=kind == "when" and any(tokens[position].stem in HOURS for position in spent),
            asks_subject=self._grammar.asks_subject(tokens, asked_at, clause),
            predicate=NO_PREDICATE if kind == "attribution" else self._grammar.predicate(tokens, clause),
            is_copular=(after < len(tokens) and tokens[after].word in BE) or tokens[-1].word in BE,
            relative=self._grammar.relative(tokens, asked_at),
            cue=kind == "attribution",
            asks_before=kind in LASTING and self._is_before(tokens),
            asks_quote=asks_quote,
            opens_with_and=opens_with_and,
            excluded=excluded,
        )

    def _kind_without_interrogative(
        self, tokens: tuple[Token, ...], *, is_statement: bool, use_cue: bool
    ) -> tuple[str, set[int]]:
        is_clause = (
            any(token.word in AUXILIARY for token in tokens) or self._grammar.predicate(tokens, 0).verb is not None
        )
        if tokens[0].word in AUXILIARY or (is_statement and is_clause):
            return "yes_no", set()
        return self._cue(tokens) if use_cue else ("topic", set())

    def _is_before(self, tokens: Sequence[Token]) -> bool:
        """Whether it asks for an earlier time, rather than for what came before something else was done."""
        at = next((p for p, token in enumerate(tokens) if token.word in EARLIER), None)
        if at is None:
            return False
        later = [token for token in tokens[at + 1 :] if token.stem not in HAPPENING]
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

    def _kind(self, tokens: Sequence[Token], asked_at: int, *, use_cue: bool) -> tuple[str, tuple[int, ...], set[int]]:
        """The kind of a question, the positions of its focus, and those of words that are used up by the kind."""
        word = tokens[asked_at].word
        if [token.word for token in tokens] == ["to", "do", "what"]:
            return "purpose", (), {1}
        following = tokens[asked_at + 1] if asked_at + 1 < len(tokens) else None
        known = self.language.cues.find(tokens)
        if use_cue and (source := self._source(tokens, known, asked_at)):
            return "attribution", (), set(source)
        if word == "how":
            return self._how_kind(tokens, asked_at, following)
        if word == "whose" and asked_at and following and following.stem in DECIDING and tokens[asked_at + 2 :]:
            return "who", (), {asked_at + 1}
        if word in ("what", "which", "whose"):
            return self._what_kind(tokens, asked_at, known)
        if word in ("who", "whom"):
            cues = self._cues(tokens, known, asked_at, asked_at + 5)
            cue = next((cue for cue in cues if cue[1] == "attribution"), None)
            return ("attribution", (), set(cue[0])) if cue and use_cue else ("who", (), set())
        if word == "when" and asked_at and tokens[asked_at - 1].word in ("until", "till"):
            return "how_long", (), set()
        if word == "where" and tokens[-1].word == "from":
            return "define", (), set()
        return word, (), set()

    def _source(self, tokens: Sequence[Token], known: Sequence[Cue], asked_at: int) -> tuple[int, ...]:
        """The positions of the words that ask with the interrogative where something is known from."""
        cues = self._cues(tokens, known, 0, 0)
        return next((places for places, kind in cues if kind == "attribution" and asked_at in places), ())

    def _how_kind(
        self, tokens: Sequence[Token], asked_at: int, following: Token | None
    ) -> tuple[str, tuple[int, ...], set[int]]:
        kind = HOW_KINDS.get(following.word, "how") if following else "how"
        if kind == "how" and any(token.stem in STARTING for token in tokens[asked_at + 1 :]):
            return "why", (), self._places(tokens, asked_at + 1, STARTING)
        if kind == "how" and following and following.word in BE and self._asks_state(tokens[asked_at + 2 :]):
            return "event", (), set()
        if kind == "how":
            is_degree = following is not None and self.parts_of_speech(following.word)[:1] == "a"
            focus: tuple[int, ...] = (asked_at + 1,) if is_degree else ()
            return (kind, (), set(focus)) if following and following.stem in DEGREES else (kind, focus, set())
        spent = {asked_at + 1}
        if kind != "how_many":
            return kind, (), spent
        focus = self._noun_run(tokens, asked_at + 2)
        of_what = [token.word for token in tokens[asked_at + 2 : asked_at + 4]]
        if not focus and of_what[:1] == ["of"] and not POINTING.intersection(of_what):
            is_count = following is not None and following.word == "many"
            return (kind, self._noun_run(tokens, asked_at + 3), spent) if is_count else ("topic", (), spent)
        if not focus and following and following.word == "much":
            return "other", (), spent
        if focus and tokens[focus[-1]].stem in TIME_UNITS:
            return "how_long", (), spent | set(focus)
        return kind, focus, spent

    def _asks_state(self, tokens: Sequence[Token]) -> bool:
        """Whether "how is" is followed by nothing but what it asks of: "how is *the internet in the capital now*"."""
        verbs = [token for token in tokens if self._grammar.is_verb(token) and token.word not in ("going", "doing")]
        return bool(tokens) and not verbs and tokens[-1].word not in PREPOSITIONS

    def _what_kind(
        self, tokens: Sequence[Token], asked_at: int, known: Sequence[Cue]
    ) -> tuple[str, tuple[int, ...], set[int]]:
        is_part = [token.word for token in tokens[asked_at : asked_at + 2]] == ["which", "of"]
        run = list(self._noun_run(tokens, asked_at + 1 + is_part))
        if (
            tokens[asked_at].word == "what"
            and tokens[asked_at + 1 : asked_at + 2]
            and tokens[asked_at + 1].word in ARTICLES
        ):
            run = []  # "(tell me) what the mayor said"
        if not any(self._can_be_noun(tokens[position]) for position in run):
            run = []  # "what got more expensive" asks for no sort of thing
        spent = set[int]()
        if run and tokens[run[0]].stem in SORTS:
            spent.add(run[0])
            after_of = run[0] + 2 if run[0] + 1 < len(tokens) and tokens[run[0] + 1].word == "of" else run[0] + 1
            run = list(self._noun_run(tokens, after_of))
        if not run and self._asks_label(tokens, asked_at):
            return "wording", (), spent
        is_copular = tokens[asked_at + 1 : asked_at + 2] and tokens[asked_at + 1].word in BE
        end = len(tokens) if is_copular else asked_at + 4 + len(run)
        cue = next(iter(self._cues(tokens, known, max(0, asked_at - 1), end)), None)
        before = tokens[asked_at - 1].word if asked_at else ""
        if before in ("from", "until", "till") and run and tokens[run[-1]].stem in HOURS:
            return "other", (), spent | set(run)
        if before in ("since", "until", "till") and not run[1:]:
            return "when", (), spent | set(run)
        if cue and cue[1] == "where" and any(token.word.isdigit() for token in tokens[asked_at + 1 : asked_at + 3]):
            cue = None
        # "(Tell me) what it stands for" has no noun behind "what".
        is_spelt_out = cue and cue[1] == "name" and len(cue[0]) > 1 and tokens[asked_at].word == "what"
        if cue and (not run or set(cue[0]) & set(run) or is_spelt_out or cue[1] in ("define", "attribution")):
            kind, positions = cue[1], set(cue[0])
            if kind in ("define", "name"):
                positions |= {position for places, other in known if other == kind for position in places}
            rest = tuple(position for position in run if position not in positions)
            if kind == "how_many" and not rest:
                rest = self._counted(tokens, positions)
            return kind, (rest if kind == "how_many" else ()), spent | positions
        if run and self._asks_origin(tokens, run):
            return "define", (), spent | set(run)
        if run and tokens[run[-1]].stem in WORDINGS:
            return "wording", (), spent | self._places(tokens, run[-1] + 1, WORDING_VERBS)
        helper, subject = (
            [token.word for token in (*tokens[run[-1] + 1 :], NO_TOKEN, NO_TOKEN)[:2]] if run else ("", "")
        )
        is_active = helper in DO_SUPPORT and subject != "be"
        if is_active and tokens[run[-1]].stem in DEEDS and (deed := self._places(tokens, run[-1] + 1, DOING)):
            return "did", (), spent | set(run) | deed
        if run and tokens[run[-1]].stem in EVENTS and self.language.is_cause(tokens[run[-1] + 1 :][:2]):
            return "why", (), spent | set(run)
        if run:
            return "which", tuple(run), spent
        if is_copular and tokens[asked_at].word == "which":
            return "which", (), spent
        return self._bare_what(tokens, asked_at), (), self._places(tokens, asked_at + 1, HAPPENING)

    def _asks_origin(self, tokens: Sequence[Token], run: Sequence[int]) -> bool:
        """Whether it asks where somebody is from: "which country is she from"."""
        rest = tokens[run[-1] + 1 :]
        if len(rest) < 3 or rest[0].word not in BE or rest[-1].word != "from":
            return False
        return not any(token.word == "it" or self._grammar.is_verb(token) for token in rest[1:-1])

    def _places(self, tokens: Sequence[Token], start: int, stems: frozenset[str]) -> set[int]:
        """Where words of these stems stand from `start` on."""
        return {place for place in range(start, len(tokens)) if tokens[place].stem in stems}

    def _counted(self, tokens: Sequence[Token], cue: set[int]) -> tuple[int, ...]:
        """What is counted by a noun such as "number": "the number *of soldiers*", "the *membership* count"."""
        before, after = min(cue) - 1, max(cue) + 1
        if before > 0 and self.parts_of_speech(tokens[before].word)[:1] == "n":
            return (before,)
        return self._noun_run(tokens, after + 1) if tokens[after : after + 1] and tokens[after].word == "of" else ()

    def _asks_label(self, tokens: Sequence[Token], asked_at: int) -> bool:
        """Whether it asks how somebody calls something: "what did she call them", "what are they called by her"."""
        rest = tokens[asked_at + 1 :]
        verb = next((place for place, token in enumerate(rest) if place and token.stem in NAMING), len(rest))
        behind = [token.word for token in rest[verb + 1 :]]
        return bool(behind) and (rest[0].word in DO_SUPPORT or "by" in behind)

    def _covers(self, tokens: Sequence[Token], positions: Sequence[int]) -> bool:
        """Whether nothing else in the question carries meaning: "what happened?" is not "what happened to him?"."""
        points = any(token.word in POINTING for token in tokens)
        rest = self._content(tokens, set(positions), "")
        return not points and all(tokens[position].stem in self.language.light for position in rest)

    def _bare_what(self, tokens: Sequence[Token], asked_at: int) -> str:
        rest = tokens[asked_at + 1 :]
        if rest and rest[0].word == "about":
            return "topic"
        if rest and rest[0].word in BE and any(token.stem in SITUATIONS for token in rest[1:4]):
            return "event"  # "what is the situation in the capital"
        if any(token.stem in HAPPENING for token in rest) or [t.word for t in rest[1:3]] == ["going", "on"]:
            return "event"
        if rest and rest[0].word in AUXILIARY and any(token.word in ("do", "done", "doing") for token in rest[1:]):
            is_meant = rest[0].word in ("will", "shall", "should") or any(token.word in MEANT for token in rest)
            return "purpose" if is_meant else "did"
        if rest and rest[-1].word == "for" and [t.stem for t in rest[-2:-1]] not in TAKE_FOR:
            return "purpose"
        return "what"

    def _can_be_noun(self, token: Token) -> bool:
        sorts = self.parts_of_speech(token.word)
        return not sorts or not {"n", "p"}.isdisjoint(sorts)

    def _noun_run(self, tokens: Sequence[Token], start: int) -> tuple[int, ...]:
        return tuple(self._grammar.noun_run(tokens, start, self.language.is_stop))

    def _cues(self, tokens: Sequence[Token], known: Sequence[Cue], start: int, end: int) -> list[Cue]:
        """Of the known cues those from `start` on, the longest first; one of a single word must stand before `end`."""
        if not known:
            return []
        found = [cue for cue in known if cue[0][0] >= start and (len(cue[0]) > 1 or cue[0][0] < end)]
        found.sort(key=lambda cue: (-len(cue[0]), cue[0]))
        if found and found[0][1] in WHOLE_STORY and not self._covers(tokens, found[0][0]):
            return []
        return found

    def _cue(self, tokens: tuple[Token, ...]) -> tuple[str, set[int]]:
        if tokens[-1].word in ("since", "until", "till"):
            return "when", {len(tokens) - 1}
        if [token.word for token in tokens] == ["by"]:
            return "who", {0}
        if [token.word for token in tokens] == ["according", "to"]:
            return "attribution", {0}
        cue = next(iter(self._cues(tokens, self.language.cues.find(tokens), 0, len(tokens))), None)
        return (cue[1], set(cue[0])) if cue else ("topic", set())

    def _content(self, tokens: Sequence[Token], spent: set[int], kind: str) -> tuple[int, ...]:
        implied = IMPLIED.get(kind, NOTHING)
        state = self._grammar.state(tokens)
        unmeant = self._unmeant_or_passing if kind == "yes_no" else self._unmeant_or_aspect
        bindable = self._bindable
        return tuple(
            [
                position
                for position, (word, stem, _capital) in enumerate(tokens)
                if (word not in unmeant or position == state)
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
        if stem in INTENDING and after.word == "to" and position + 2 < len(tokens):
            return True  # "what did they want to enter" asks what they entered, or tried to
        takes_place = (stem == "take" and after.stem == "place") or (stem == "place" and before.stem == "take")
        return takes_place or (before.word == "my" and stem in self.language.lead_in_stems)


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


def _asks_quote(tokens: Sequence[Token]) -> bool:
    """Whether words ask for somebody's very words: "verbatim", "in her own words"."""
    if not QUOTING.isdisjoint([token.stem for token in tokens]):
        return True
    words = [token.word for token in tokens]
    return not ENDS_OF_VERY_WORDS.isdisjoint(words) and not VERY_WORDS.isdisjoint(pairwise(words))


def _alternative(tokens: Sequence[Token]) -> int:
    """Where the "or" stands before which one alternative ends and another begins; 0 where there is none."""
    pairs = enumerate(pairwise(tokens))
    return next((at for at, (this, after) in pairs if at and this.word == "or" and after.word not in VAGUE), 0)
