"""What kind of question a clause is, by its interrogative, the noun behind it, and the cues of the lexicon."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from bot.answering.clause import POINTING
from bot.answering.grammar import BE, DO_SUPPORT, Grammar
from bot.answering.language import Language
from bot.answering.question import NO_TOKEN
from bot.answering.rewording import EVENTS, MEANT, OFFICES, SORTS
from bot.answering.surroundings import HERE
from bot.answering.text import AUXILIARY, PREPOSITIONS, Token

HOW_KINDS = {
    "long": "how_long", "many": "how_many", "much": "how_many", "big": "how_many", "large": "how_many",
    "numerous": "how_many", "old": "how_old", "come": "why", "soon": "when",
    "sure": "attribution", "certain": "attribution", "reliable": "attribution", "definite": "attribution",
    "man": "how_many",
    "often": "other", "far": "other", "fast": "other", "tall": "other", "high": "other", "expensive": "other",
}  # fmt: skip
SIZES = frozenset({"big", "large"})
"""Words behind "how" that ask for the number of one body: "how big *the army* is"."""
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
ARTICLES = frozenset({"the", "a", "an"})
STARTING = frozenset("start begin erupt ignit".split())
"""Stems of verbs for coming about: how something did is why it did."""
DEGREES = frozenset("bad seriou sever strong intens".split())
"""Stems of adjectives behind "how" that ask for no more than the degree."""
DID = frozenset("did does do done".split())
DOING = frozenset("take make".split())
DEEDS = frozenset("step decis action move measur".split())
"""Stems of nouns for what somebody does: "what *step* did she take"."""
BELONGINGS = frozenset("parti famili tribe clan faction movement sect".split())
"""Stems of nouns for those to whom somebody belongs, whoever they are: "which *party* is she from"."""
WHOLE_STORY = frozenset({"summary", "timeline"})
HAPPENING = frozenset("happen occur becom befal unfold transpir".split())
GOING_ON = (["going", "on"], ["going", "down"], ["kicking", "off"], ["playing", "out"])
"""Phrases for it: "what is *going on* in the capital"."""
SITUATIONS = frozenset("situat".split())
TAKE_FOR = [[stem] for stem in "stand ask appeal call plead beg look wait pray demand wish pay vote hope".split()]
"""Stems of verbs whose object has "for" before it: "what did she ask for" is no question about an aim."""
PROTESTS = frozenset("protest demonstr ralli riot march anger angri furious mad upset outrag".split())
"""Stems of words for what has a cause: "what are they *protesting* about", "what are the *riots* over"."""
AGAINST = frozenset("about against over".split())
TIDINGS = frozenset("word news report reports claim claims story information account".split())
"""Words for what somebody tells: "did *word* of it come from her"."""
COMING = frozenset("come hail origin".split())
"""Stems of verbs behind which "from" asks what somebody or something is: "where does she *come* from"."""
COMING_FROM = frozenset({("come", "from"), ("came", "from"), ("comes", "from"), ("coming", "from")})
OWN_WORD = frozenset(
    {("paper", "finding"), ("paper", "findings"), ("paper", "reporting"), ("article", "finding"), ("first", "hand"),
     ("opinion", "of"), ("view", "of"), ("choice", "of")}
)  # fmt: skip
HEARSAY = frozenset("hearsay firsthand secondhand".split())
"""Words, alone or in pairs, by which readers ask whether something is known or only told."""
SOURCING = HEARSAY | {first for first, _ in OWN_WORD | COMING_FROM}
"""Words of which each such question has one."""
PUBLISHING = frozenset("the a an paper article newspaper outlet reporter journalist their its your only just".split())
REACHING = frozenset("reach extend stretch spread".split())
"""Stems of verbs by which readers ask how far something holds: that is where."""
PROGRESS = frozenset("along got gotten progress advanc come".split())
"""Stems of words by which readers ask how far something has got."""
HOURS = frozenset("time hour".split())
Cue = tuple[tuple[int, ...], str]
"""The positions of words that show what is asked for, and the kind of question."""
Content = Callable[[Sequence[Token], set[int], str], tuple[int, ...]]
"""What finds the positions of words that carry meaning, but for those that are spent, in a question of a kind."""


class Kinds:
    """Tells kinds of questions."""

    def __init__(
        self, language: Language, grammar: Grammar, parts_of_speech: Callable[[str], str], content: Content
    ) -> None:
        """`parts_of_speech` as for a Grammar."""
        self.language = language
        self._grammar = grammar
        self.parts_of_speech = parts_of_speech
        self._content = content

    def of(self, tokens: Sequence[Token], asked_at: int, *, use_cue: bool) -> tuple[str, tuple[int, ...], set[int]]:
        """The kind of a question, the positions of its focus, and those of words that are used up by the kind."""
        word = tokens[asked_at].word
        if asked_at == 2 and [token.word for token in tokens] == ["to", "do", "what"]:
            return "purpose", (), {1}
        following = tokens[asked_at + 1] if asked_at + 1 < len(tokens) else None
        known = self.language.cues.find(tokens)
        if use_cue and known and (source := self._source(tokens, known, asked_at)):
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
            gets = tokens[asked_at + 1].word in DO_SUPPORT and tokens[-2].stem not in COMING
            return ("other" if gets else "define"), (), set()
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
        if following and following.word == "far" and self._places(tokens, asked_at + 2, REACHING):
            return "where", (), spent
        if following and following.word == "far" and (along := self._places(tokens, asked_at + 2, PROGRESS)):
            return "topic", (), spent | along
        if kind != "how_many":
            return kind, (), spent
        focus = self._noun_run(tokens, asked_at + 2) if following and following.word not in SIZES else ()
        of_what = [token.word for token in tokens[asked_at + 2 : asked_at + 4]]
        if not focus and of_what[:1] == ["of"] and not POINTING.intersection(of_what):
            is_count = following is not None and following.word == "many"
            return (kind, self._noun_run(tokens, asked_at + 3), spent) if is_count else ("topic", (), spent)
        if not focus and following and following.word == "much":
            return "other", (), spent
        if focus and tokens[focus[-1]].stem in TIME_UNITS:
            return "how_long", (), spent | set(focus)
        if focus and tokens[focus[0]].stem in TIME_UNITS:
            return "how_long", (), spent | {focus[0]}  # "how many weeks emergency"
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
        if self._is_deed(tokens, run) or not any(self._can_be_noun(tokens[position]) for position in run):
            run = []  # "what got more expensive", "what fell" ask for no sort of thing
        spent = set[int]()
        if run and tokens[run[0]].stem in SORTS:
            spent.add(run[0])
            after_of = run[0] + 2 if run[0] + 1 < len(tokens) and tokens[run[0] + 1].word == "of" else run[0] + 1
            run = list(self._noun_run(tokens, after_of))
        if not run and (label := self._asks_label(tokens, asked_at)):
            # "What do they call it" asks for its name, whoever they are.
            is_name = tokens[asked_at + 1].word == "do" and tokens[asked_at + 2].word in ("they", "you", "people", "we")
            return ("name", (), spent | {label}) if is_name else ("wording", (), spent)
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
        if cue and cue[1] == "where" and run and not before and self._is_suffering(tokens[run[-1] + 1 :]):
            cue = None  # "which place was set alight" is what was, and not where
        if cue and not run and tokens[cue[0][0]].stem in OFFICES and tokens[asked_at + 1].word in DO_SUPPORT:
            cue = None  # "what did she post"
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
            is_party = tokens[run[-1]].stem in BELONGINGS
            return ("other", tuple(run), spent) if is_party else ("define", (), spent | set(run))
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
        happening = self._places(tokens, asked_at + 1, HAPPENING)
        if [token.word for token in tokens[asked_at + 2 : asked_at + 4]] in GOING_ON:
            return "event", (), happening | {asked_at + 2, asked_at + 3}
        return self._bare_what(tokens, asked_at), (), happening

    def _is_suffering(self, tokens: Sequence[Token]) -> bool:
        """Whether the tokens tell what was done to what stands before them: "*was closed*"."""
        return len(tokens) > 1 and tokens[0].word in BE and self.parts_of_speech(tokens[1].word)[:1] == "v"

    def _is_deed(self, tokens: Sequence[Token], run: Sequence[int]) -> bool:
        """Whether what stands alone behind "what" is a verb in the past rather than a noun."""
        word = tokens[run[0]].word if len(run) == 1 and run[0] + 1 == len(tokens) else ""
        return bool(word) and not word.endswith("s") and self.parts_of_speech(word)[:1] == "v"

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

    def _asks_label(self, tokens: Sequence[Token], asked_at: int) -> int:
        """Where the verb stands by which it asks how somebody calls something: "what did she *call* them".

        0 where it does not ask that.
        """
        rest = tokens[asked_at + 1 :]
        verb = next((place for place, token in enumerate(rest) if place and token.stem in NAMING), len(rest))
        behind = [token.word for token in rest[verb + 1 :]]
        return asked_at + 1 + verb if behind and (rest[0].word in DO_SUPPORT or "by" in behind) else 0

    def _covers(self, tokens: Sequence[Token], positions: Sequence[int]) -> bool:
        """Whether nothing else in the question carries meaning: "what happened?" is not "what happened to him?"."""
        left = [token.word for position, token in enumerate(tokens) if position not in positions]
        points = not (POINTING - HERE).isdisjoint(left)
        rest = self._content(tokens, set(positions), "")
        return not points and all(tokens[position].stem in self.language.light for position in rest)

    def _bare_what(self, tokens: Sequence[Token], asked_at: int) -> str:
        rest = tokens[asked_at + 1 :]
        if rest and rest[0].word == "about":
            return "topic"
        if rest and rest[0].word in BE and any(token.stem in SITUATIONS for token in rest[1:4]):
            return "event"  # "what is the situation in the capital"
        if rest and rest[0].word in BE and rest[-1].word == "about" and rest[1].word == "all":
            return "why"  # "what is all the fuss about"
        if len(rest) > 1 and rest[-1].word in AGAINST and rest[-2].stem in PROTESTS:
            return "why"
        if any(token.stem in HAPPENING for token in rest):
            return "event"
        if rest and rest[0].word in AUXILIARY and any(token.word in ("do", "done", "doing") for token in rest[1:]):
            is_meant = rest[0].word in ("will", "shall", "should") or any(token.word in MEANT for token in rest)
            is_meant = is_meant or (rest[0].word in BE and [token.word for token in rest[-2:]] == ["to", "do"])
            return "purpose" if is_meant else "did"
        ends = [after for this, after in pairwise((*rest[1:], NO_TOKEN)) if this.word in DID]
        if any(after.word in PREPOSITIONS or after is NO_TOKEN for after in ends):
            return "did"  # "(tell me) what the mayor did to them"
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
        known = [cue for cue in known if cue[1] != "define" or tokens[cue[0][0]].word not in MEANT]
        found = [cue for cue in known if cue[0][0] >= start and (len(cue[0]) > 1 or cue[0][0] < end)]
        found.sort(key=lambda cue: (-len(cue[0]), cue[0]))
        if found and found[0][1] in WHOLE_STORY and not self._covers(tokens, found[0][0]):
            return []
        return found

    def sourcing(self, tokens: Sequence[Token]) -> set[int]:
        """The positions of words that ask whose word something is: "did *news of* it *come from her or him*"."""
        words = [token.word for token in tokens]
        if SOURCING.isdisjoint(words):
            return set()
        told = next((at for at in (1, 2) if words[at : at + 1] and words[at] in TIDINGS), 0)
        for at, pair in enumerate(pairwise((*words, ""))):
            if pair in OWN_WORD or words[at] in HEARSAY or (told and pair in COMING_FROM):
                start = at
                while start > 1 and words[start - 1] in PUBLISHING:
                    start -= 1
                return {*range(start, len(words)), *([told] if told else [])}
        return set()

    def of_fragment(self, tokens: tuple[Token, ...]) -> tuple[str, set[int]]:
        if tokens[-1].word in ("since", "until", "till"):
            return "when", {len(tokens) - 1}
        if tokens[-1].word == "by":
            return "who", {len(tokens) - 1}
        if [token.word for token in tokens] == ["according", "to"]:
            return "attribution", {0}
        cue = next(iter(self._cues(tokens, self.language.cues.find(tokens), 0, len(tokens))), None)
        return (cue[1], set(cue[0])) if cue else ("topic", set())
