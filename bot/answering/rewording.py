"""Questions in plainer words: "who is the man that fled" asks "who fled", "what made her resign" asks why she did."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.answering.citing import DID, IS, WHAT, WHO, without_piece
from bot.answering.clause import POINTING
from bot.answering.grammar import BE, DETERMINERS, DO_SUPPORT, FINITE, PLACING, Grammar
from bot.answering.language import Language
from bot.answering.options import HOW, counted
from bot.answering.surroundings import PEOPLE, PERMITTED, RESUMING, is_wish
from bot.answering.text import AUXILIARY, PREPOSITIONS, WH, Token, Tokens

EXCEPTIONS = {"other": "than", "apart": "from", "aside": "from", "except": "for", "instead": "of"}
"""Pairs of words before what the answer must not name."""
SORTS = frozenset("kind sort type form categori class natur".split())
"""Stems after which the noun that counts follows: "what kind of building"."""
EVENTS = frozenset("event thing factor develop incid move step circumst".split())
"""Stems of nouns for whatever happens."""
LINKS = ("that", "who", "which")
SOMEBODY = frozenset(
    "man woman person people guy dude lady gentleman one ones individual figure chap bloke fella fellow".split()
)
"""Nouns for a person of whom only what follows tells who it is."""
PERSONS = SOMEBODY - {"one", "ones", "people"}
CAUSING = frozenset("made make led prompted drove pushed caused forced moved got spurred compelled provoked".split())
"""Verbs for making somebody do something."""
AUXILIARY_OR_WH = AUXILIARY | WH
NO_DEED = AUXILIARY_OR_WH | PREPOSITIONS
"""Words before which no deed of a subject has been named yet."""
KNOWN = frozenset("know known establish identifi determin clear".split())
"""Stems of words by which readers ask if it is known who somebody was."""
OFFICES = frozenset("offic post posit role function job titl capac".split())
HOLDING = frozenset("hold have occupi fill perform serv".split())
"""Stems of verbs for being something by one's office: "what *office* does she *hold*"."""
NATIONS = frozenset("countri nation state".split())
LEADING = frozenset("lead run govern head rule repres".split())
"""Stems of verbs for holding the office of a nation: "what *country* does she *lead*"."""
GIVING = frozenset("give name list cite state mention quote".split())
"""Stems of verbs with which an article tells what something is."""
PRESENTING = frozenset("present describ portray depict characteriz introduc".split())
"""Stems of verbs for telling what something is."""
WELL = frozenset("ok okay alright".split())
UNHARMED = Token("unharmed", "unharm")
CAN = Token("can", "can")
OUTDOORS = frozenset("out outside outdoors".split())
GO_OUT = (Token("go", "go"), Token("out", "out"))
KNOWING = frozenset(
    "what do we you they the police know known released public published yet been being have has are already out any "
    "officials authorities".split()
)
"""Words around the names of which readers ask if they are known."""
IDENTIFYING = ("is", "was")
NAMED = ("called", "named")
NO_SUPERLATIVES = frozenset("latest west honest modest".split())
SO_FAR = frozenset("yet now already".split())
MEANT = frozenset("meant supposed expected".split())
"""Words for what somebody is there to do."""
DO = Token("do", "do")
WHICH = Token("which", "which")
ARE, THEY = Token("are", "are"), Token("they", "they")
LYING = frozenset("lie sit stand".split())
"""Verbs that say no more than that something is somewhere."""
LIES = LYING | {"lies", "sits", "stands"}
WHY, WHERE, LONG = Token("why", "whi"), Token("where", "where"), Token("long", "long")
HOPING = frozenset("hope want intend aim seek mean plan tri wish expect suppos".split())
ACHIEVING = frozenset("achiev accomplish attain gain bring reach effect".split())
THE, OF = Token("the", "the"), Token("of", "of")
AIM_OF = (WHAT, IS, THE, Token("aim", "aim"), OF)
LEADER_OF = (WHO, IS, THE, Token("leader", "leader"), OF)
RESTORED = Token("restored", "restor")
CARRIED_OUT = (Token("carried", "carri"), Token("out", "out"))


class Rewording:
    """Rewords the tokens of questions; each method leaves alone what it has nothing to do with."""

    def __init__(self, language: Language, grammar: Grammar, idle: frozenset[str]) -> None:
        """`idle` are words that carry nothing wherever they stand."""
        self._language = language
        self._grammar = grammar
        self._idle = idle

    def without_exception(self, tokens: Sequence[Token]) -> tuple[Sequence[Token], Sequence[Token]]:
        """The tokens without "other than Almaty", and what the answer must not name by that."""
        for start in range(1, len(tokens) - 2):
            if EXCEPTIONS.get(tokens[start].word) == tokens[start + 1].word:
                run = self._grammar.noun_run(tokens, start + 2, self._language.is_stop)
                end = max(run, default=start + 1) + 1
                return (*tokens[:start], *tokens[end:]), tokens[start + 2 : end]
        return tokens, ()

    def without_idle(self, tokens: Sequence[Token]) -> Tokens:
        """The tokens without words and phrases that carry nothing: "actually", "by the way"; but not "is she ok"."""
        if len(tokens) > 2 and tokens[0].word in BE and tokens[-1].word in WELL:
            tokens = (*tokens[:-1], UNHARMED)
        if not (phrases := self._language.idle.find(tokens)):
            return tuple([t for at, t in enumerate(tokens) if t.word not in self._idle or is_wish(tokens, at)])
        idle = {
            position
            for positions, _ in phrases
            if not any(tokens[position].stem in SORTS for position in positions)
            # "How do you know" asks for the source.
            and all(token.word != "how" for token in tokens[max(0, positions[0] - 2) : positions[0]])
            for position in positions
        }
        idle |= {at for at, token in enumerate(tokens) if token.word in self._idle and not is_wish(tokens, at)}
        return tuple([token for position, token in enumerate(tokens) if position not in idle])

    def plainer(self, tokens: Tokens) -> Tokens:
        """The tokens without a cleft, a person that only a relative clause describes, or a cause that makes do."""
        tokens = self._language.frames.plainer(tokens)
        tokens = self._of_most(_as_restored(_in_order_of_question(tokens)))
        words = {token.word for token in tokens}
        if "or" in words:
            tokens = counted(tokens)
        tokens = without_piece(tokens)
        if tokens[0].word == "what" and "to" in words:
            tokens = _as_aim(tokens)
        tokens = _as_duration(_as_identity(_without_holding(_of_person(tokens))))
        tokens = _as_permission(_without_posture(_without_presented(tokens)))
        if tokens[0].word in ("what", "which"):
            return _without_named_somebody(self._without_causative(tokens))
        straight = _without_cleft(self._in_order(tokens))
        if straight[0] is WHO:  # "is it he or she who is cited as …"
            straight = self._language.frames.plainer(straight)
        return self._without_identity(_without_somebody(straight))

    def _in_order(self, tokens: Tokens) -> Tokens:
        """ "The mayor is she married" asks "is the mayor married"."""
        if len(tokens) > 2 and tokens[0].word == "there" and tokens[1].word in BE:
            return (tokens[1], tokens[0], *tokens[2:])
        if tokens[0].word in AUXILIARY_OR_WH or RESUMING.isdisjoint([token.word for token in tokens]):
            return tokens
        for at, (helper, subject) in enumerate(pairwise(tokens[1:]), start=1):
            if helper.word in AUXILIARY and subject.word in RESUMING and at + 2 < len(tokens):
                return (helper, *tokens[:at], *tokens[at + 2 :])
            if helper.word in NO_DEED or self._grammar.is_plain_verb(helper):
                return tokens
        return tokens

    def _of_most(self, tokens: Tokens) -> Tokens:
        """ "What is the country's largest city?" asks "which city is the country's largest?"."""
        words = [token.word for token in tokens]
        start = 1 if words[0] == "name" else 2
        if start == 2 and not (words[0] in ("what", "which") and len(words) > 3 and words[1] in IDENTIFYING):
            return tokens
        if "name" in words[2:4]:
            start = words.index("name") + 2
        most = next((at for at in range(start, len(words) - 1) if self._is_superlative(tokens[at])), 0)
        if not most or any(word in PREPOSITIONS for word in words[start:most]):
            return tokens
        end = len(tokens) - (tokens[-1].word in NAMED)
        # "The largest *urban centre*": an adjective belongs to the noun behind it.
        noun = most + 2 + (most + 2 < end and self._grammar.parts_of_speech(tokens[most + 1].word)[:1] == "a")
        return (WHICH, *tokens[most + 1 : noun], IS, *tokens[start : most + 1], *tokens[noun:end])

    def _is_superlative(self, token: Token) -> bool:
        """Whether a word tells that something is so more than all others: "largest"."""
        sorts = self._grammar.parts_of_speech(token.word)
        return token.word.endswith("est") and sorts[:1] == "a" and token.word not in NO_SUPERLATIVES

    def _without_identity(self, tokens: Tokens) -> Tokens:
        """ "Is she the one who fled?" asks "did she flee?", "is it the town that was hit?" asks "was it hit?"."""
        if tokens[0].word not in BE:
            return tokens
        link = next((at for at in range(3, len(tokens) - 1) if tokens[at].word in LINKS), None)
        the = next((at for at in range(2, link or 0) if tokens[at].word == "the"), None)
        if link is None or the is None or any(token.word in PREPOSITIONS for token in tokens[the:link]):
            return tokens
        subject, deed = tokens[1:the], tokens[link + 1 :]
        if deed[0].word in BE:
            return (deed[0], *subject, *deed[1:])
        return (DID, *subject, *deed) if self._grammar.is_verb(deed[0]) else tokens

    def _without_causative(self, tokens: Tokens) -> Tokens:
        """ "What (event) led the president to turn to them?" asks "why did the president turn to them?"."""
        at = 2 if len(tokens) > 1 and tokens[1].stem in EVENTS else 1
        if len(tokens) < at + 3 or tokens[at].word not in CAUSING:
            return tokens
        is_bare = tokens[at].word in ("made", "make")
        for position in range(at + 2, len(tokens)):
            if tokens[position].word == "to" and not is_bare:
                verb = position + 1
                is_deed = verb < len(tokens) and self._grammar.is_verb(tokens[verb])
                return (WHY, DID, *tokens[at + 1 : position], *tokens[verb:]) if is_deed else tokens
            if is_bare and self._grammar.is_plain_verb(tokens[position]):
                return (WHY, DID, *tokens[at + 1 :])
            if tokens[position].word in NO_DEED:
                return tokens
        return tokens


def with_deed(tokens: Tokens) -> Tokens:
    """ "Who is behind the theft?" as "who carried out the theft?"; empty for any other question."""
    words = [token.word for token in tokens[:4]]
    if len(words) < 4 or words[0] != "who" or words[1] not in BE or words[2] != "behind" or words[3] in POINTING:
        return ()
    return (WHO, *CARRIED_OUT, *tokens[3:])


def with_office(tokens: Tokens) -> Tokens:
    """ "Who leads the country?" as "who is the leader of the country?"; empty for any other question."""
    if len(tokens) < 3 or tokens[0].word != "who" or tokens[1].stem not in LEADING or tokens[2].word in PREPOSITIONS:
        return ()
    return (*LEADER_OF, *tokens[2:])


def _as_restored(tokens: Tokens) -> Tokens:
    """ "Is the ferry on again?" asks if it was restored."""
    for at in range(1, len(tokens) - 2):
        if tokens[at].word in BE and tokens[at + 1].word in ("on", "up") and tokens[at + 2].word == "again":
            return (*tokens[: at + 1], RESTORED, *tokens[at + 3 :])
    return tokens


def _as_aim(tokens: Tokens) -> Tokens:
    """ "What do they hope to achieve by going?" asks "what is the aim of going?"."""
    if tokens[1].word not in AUXILIARY:
        return tokens
    for at in range(3, len(tokens) - 1):
        if tokens[at].word == "to" and tokens[at - 1].stem in HOPING and tokens[at + 1].stem in ACHIEVING:
            by = next((p for p in range(at + 2, len(tokens) - 1) if tokens[p].word in ("by", "with")), 0)
            if not by and tokens[at - 1].word in MEANT:
                return (*tokens[: at + 1], DO)  # "what are they meant to achieve", to bring about
            return (*AIM_OF, *tokens[by + 1 :]) if by else tokens
    return tokens


def _in_order_of_question(tokens: Tokens) -> Tokens:
    """ "The president is who?" asks "who is the president?", "list the members" asks which they are."""
    if tokens[0].word == "list" and len(tokens) > 2 and tokens[1].word not in WH:
        return (WHICH, *tokens[1 + (tokens[1].word in DETERMINERS) :])
    if tokens[0].word == "which" and (end := _end_of_choice(tokens)):
        return (tokens[0], *tokens[end:])
    if tokens[0].word in NO_DEED:
        return tokens
    last = len(tokens) - 1
    at = next((p for p in range(max(2, last - 1), last + 1) if tokens[p].word in WH), 0)
    helper = next((p for p in range(1, at) if tokens[p].word in FINITE), 0)
    if not helper or tokens[at - 1].word in PLACING or any(token.word in WH for token in tokens[:at]):
        return tokens
    asked = (WHAT,) if tokens[last].word in ("one", "which") else tokens[at:]
    return (*asked, tokens[helper], *tokens[:helper], *tokens[helper + 1 : at])


def _end_of_choice(tokens: Tokens) -> int:
    """Where "which (one) of them" ends, which asks no more than "which"; 0 where nothing like it begins."""
    words = [token.word for token in tokens[1:5]]
    end = 1 + (words[:1] in (["one"], ["ones"]))
    if words[end - 1 : end] != ["of"]:
        return end if end == 2 and len(tokens) > 2 else 0
    pointed = 2 if words[end : end + 1] in (["the"], ["these"], ["those"]) and words[end + 1 : end + 2] == ["2"] else 1
    is_pointed = pointed == 2 or words[end : end + 1] in (["them"], ["these"], ["those"])
    return end + 1 + pointed if is_pointed and len(tokens) > end + 1 + pointed else 0


def _without_presented(tokens: Tokens) -> Tokens:
    """ "Is she described as a hero?" asks "is she a hero?"; "how is she described?" asks "what is she?"."""
    last = len(tokens) - 1
    if tokens[0].word == "how" and last > 2 and tokens[1].word in BE and tokens[last].stem in PRESENTING:
        return (WHAT, *tokens[1:last])
    if tokens[0].word in ("what", "who", "which") and last > 4 and tokens[1].word in ("does", "did", "do"):
        at = next((p for p in range(3, last) if tokens[p].stem in GIVING and tokens[p + 1].word == "as"), None)
        if at is not None:
            return (tokens[0], IS, *tokens[at + 2 :])  # "what does the article give as its capital"
    if tokens[0].word in BE:
        at = next((p for p in range(2, last) if tokens[p].stem in PRESENTING and tokens[p + 1].word == "as"), None)
        if at is not None:
            return tuple(token for token in (*tokens[:at], *tokens[at + 2 :]) if token.word != "as")
    return tokens


def _of_person(tokens: Tokens) -> Tokens:
    """ "Which person fled?" asks "who fled?"; "does anyone know who they were?" asks "who were they?"."""
    if len(tokens) > 2 and tokens[0].word in ("which", "what") and tokens[1].word in PERSONS:
        return (WHO, *tokens[2:])
    end = len(tokens) - (tokens[-1].word in SO_FAR)
    if tokens[0].word == "who" and end > 2 and tokens[end - 1].word in BE and tokens[1].word not in BE:
        return (tokens[0], tokens[end - 1], *tokens[1 : end - 1])  # "do you know who the dead are"
    if tokens[0].word in AUXILIARY and tokens[end - 1].word in BE:
        tokens = tokens[:end]
        who = next((at for at in range(2, len(tokens) - 2) if tokens[at].word == "who"), 0)
        if who and not KNOWN.isdisjoint([token.stem for token in tokens[:who]]):
            return (WHO, tokens[-1], *tokens[who + 1 : -1])
    return tokens


def _without_holding(tokens: Tokens) -> Tokens:
    """ "What office does she hold at home?", "what country does she lead?" ask "what is she?"."""
    if tokens[0].word not in ("what", "which"):
        return tokens
    does = next((at for at in range(2, min(4, len(tokens) - 2)) if tokens[at].word in DO_SUPPORT), 0)
    if not does:
        return tokens
    verbs = HOLDING if tokens[does - 1].stem in OFFICES else LEADING if tokens[does - 1].stem in NATIONS else ()
    verb = next((at for at in range(does + 2, len(tokens)) if tokens[at].stem in verbs), 0)
    return (WHAT, IS, *tokens[does + 1 : verb]) if verb else tokens


def _as_identity(tokens: Tokens) -> Tokens:
    """ "Are their names known?", "do we know who they were?" ask "who are they?"."""
    words = [token.word for token in tokens]
    if "names" not in words[1:]:
        return tokens
    names = words.index("names")
    if words[names - 1 : names] == ["their"] and KNOWING.issuperset([*words[: names - 1], *words[names + 1 :]]):
        return (WHO, ARE, THEY)
    if not names or tokens[0].word not in AUXILIARY:
        return tokens
    before, after = words[1:names], words[names + 1 :]
    # "Do we know the names of the dead?"
    is_whose = after[:1] in (["of"], ["for"]) and len(after) > 1 and KNOWING.issuperset(before)
    return (WHO, ARE, *tokens[names + 2 :]) if is_whose and not set(after) & set(LINKS) else tokens


def _as_duration(tokens: Tokens) -> Tokens:
    """ "Will they stay (for) long?" asks "how long will they stay?"."""
    if len(tokens) < 4 or tokens[0].word not in AUXILIARY or tokens[-1].word != "long":
        return tokens
    return (HOW, LONG, *tokens[: -2 if tokens[-2].word == "for" else -1])


def _as_permission(tokens: Tokens) -> Tokens:
    """ "Are people allowed to go (out)?" and "is it possible to go (out)?" ask "can people go (out)?"."""
    if tokens[0].word not in BE:
        return tokens
    may = next((at for at in range(2, len(tokens) - 1) if tokens[at].word in PERMITTED), 0)
    if may and tokens[may + 1].word in OUTDOORS:
        return (CAN, *tokens[1:may], *GO_OUT, *tokens[may + 2 :])
    to = next((at for at in range(2, len(tokens) - 1) if tokens[at].word == "to"), 0)
    if not to or tokens[to - 1].word not in PERMITTED:
        return tokens
    subject = tokens[1 : to - 1]
    return (CAN, *(subject if subject and subject[0].word != "it" else (PEOPLE,)), *tokens[to + 1 :])


def _without_posture(tokens: Tokens) -> Tokens:
    """ "Who sits at the top?" asks "who is at the top?", "where does it lie?" asks "where is it?"."""
    last = len(tokens) - 1
    if tokens[0].word == "where" and last > 2 and tokens[1].word in ("does", "do") and tokens[last].word in LYING:
        return (tokens[0], IS, *tokens[2:last])
    if last > 2 and tokens[0].word in ("who", "what") and tokens[1].word in LIES:
        return (tokens[0], IS, *tokens[2:]) if tokens[2].word in PREPOSITIONS else tokens
    return tokens


def _without_cleft(tokens: Tokens) -> Tokens:
    """ "Who was it that sacked them?" asks "who sacked them?"; "was it he who …?" asks whether he did.

    "Was it he or she who …?" asks who did.
    """
    for at in range(min(2, len(tokens) - 3) + 1):
        if tokens[at].word in BE and tokens[at + 1].word == "it":
            # Of "is it who?" nothing would be left.
            link = next((p for p in range(at + 2, len(tokens) - 1) if tokens[p].word in LINKS), None)
            named = [token.word for token in tokens[at + 2 : link]]
            if link is not None and at == 0 and "or" in named:
                return (WHERE if named[0] in ("in", "at") else WHO, *tokens[link + 1 :])
            if link is not None:
                return (*tokens[:at], *tokens[at + 2 : link], *tokens[link + 1 :])
    return tokens


def _without_somebody(tokens: Tokens) -> Tokens:
    """ "Who is the man that runs it?" asks "who runs it?"."""
    if len(tokens) < 5 or tokens[0].word != "who" or tokens[1].word not in BE:
        return tokens
    link = next((p for p in (3, 4) if tokens[p].word in LINKS), None)
    # "The" alone is left of "the dude", who carries nothing.
    is_somebody = link and tokens[link - 1].word in SOMEBODY | {"the"}
    return (tokens[0], *tokens[link + 1 :]) if link and is_somebody else tokens


def _without_named_somebody(tokens: Tokens) -> Tokens:
    """ "What is the name of the man who runs it?", "... of the man running it?" ask "who runs it?"."""
    for at in range(2, len(tokens) - 4):
        if tokens[at].word in ("name", "names") and tokens[at + 1].word == "of":
            link = next((p for p in range(at + 2, min(at + 6, len(tokens) - 1)) if tokens[p].word in LINKS), None)
            if link and tokens[link - 1].word in SOMEBODY:
                return (WHO, *tokens[link + 1 :])
            doing = next((p for p in range(at + 3, len(tokens) - 1) if _is_doing(tokens, p)), None)
            return (WHO, IS, *tokens[doing:]) if doing else tokens
    return tokens


def _is_doing(tokens: Tokens, at: int) -> bool:
    """Whether a participle tells what somebody does: "the man *running* it"."""
    return tokens[at].word.endswith("ing") and tokens[at - 1].word in SOMEBODY
