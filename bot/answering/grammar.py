"""Enough of English grammar to tell a question's verb, its subject, and the nouns behind "which"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from bot.answering.text import AUXILIARY, PREPOSITIONS, WH, Token

BE = frozenset("be is are was were been being am".split())
GET = frozenset("get gets got gotten getting".split())
GOING = frozenset({"going", "gonna"})
GET_OR_GOING = GET | GOING
WAS, WILL = Token("was", "was"), Token("will", "will")
HAVE = frozenset("has have had having".split())
DO_SUPPORT = frozenset("do does did can could will would shall should may might must".split())
FINITE = DO_SUPPORT | HAVE - {"having"} | frozenset("is are was were am".split())
"""Auxiliaries with which a question may begin."""
POSSIBLE = frozenset("can could may might".split())
DETERMINERS = frozenset("the a an any some each every this that these those my your his her its their our no".split())
PRONOUNS = frozenset("i you he she it we they them him us me who that there anyone anybody someone somebody".split())
LEADING = frozenset(
    "manag tri attempt fail seek plan want hope intend begin start continu happen seem appear refus".split()
)
"""Stems of verbs that leave the deed to an infinitive."""
ATTEMPTING = frozenset("tri attempt seek want fail".split())
"""Stems of words by which a question asks for no more than an attempt."""
ALLOWING = frozenset("can could may".split())
"""How a question begins that asks what is allowed."""
BETWEEN = frozenset("not been being also already still now just ever never yet really even all both".split())
"""Words that may stand between an auxiliary and its verb."""
INFLECTED = ("s", "ed", "ing")
"""Endings of verbs that cannot stand behind "did" or "can"."""
OWN_PARTICIPLES = frozenset("cut hit run set put shut hurt let quit spread burst split overrun struck hung".split())
"""Participles that look like the plain verb, or have an ending of their own."""
PARTICIPLE_ENDINGS = ("ed", "en", "t", "n", "d")
RELATIVE = frozenset("that which who whose".split())
STATES = frozenset("over down off out up".split())
"""Particles that may tell how something is."""
PLACING = PREPOSITIONS - STATES - {"of"}
"""Words that may follow such a particle: "is it *down* in the capital"."""
BEHIND_STATE = PLACING | frozenset("now today yet already".split())
"""The same, and words for the time: "is it *over* now"."""
LONGEST_FOCUS = 4
NEVER_PLURAL = frozenset("news sports series its his".split())
LONGEST_ATTACHED = 4
"""How many words may stand between an interrogative and its verb: "who (among the local officials) was sacked"."""
CLAUSE_STARTS = frozenset("that which who whom whose when while as once after before because if although".split())
IMPERSONAL = frozenset(
    "hard difficult easy possible impossible safe unsafe dangerous legal illegal tricky okay".split()
)
"""Adjectives of what may be done: "is it *safe* to go"."""


class Predicate(NamedTuple):
    """What a clause says of whom: positions of the verb and of the words of its subject."""

    verb: int | None = None
    subject: tuple[int, ...] = ()
    is_passive: bool = False
    is_future: bool = False


NO_PREDICATE = Predicate()


OCCASIONS = frozenset("while as although though whereas".split())
PAIRED_OCCASIONS = frozenset({("now", "that"), ("even", "though"), ("just", "when")})
LINKING = RELATIVE | OCCASIONS | {"with"} | frozenset(first for first, _ in PAIRED_OCCASIONS)
"""Words with which a clause may begin that belongs to another."""


class Grammar:
    """Finds verbs and nouns by what words can be and by where they stand."""

    def __init__(self, parts_of_speech: Callable[[str], str]) -> None:
        """`parts_of_speech` gives a word's classes, likeliest first, of n, v, a, r, p; empty for no word."""
        self.parts_of_speech = parts_of_speech

    def predicate(self, tokens: Sequence[Token], start: int) -> Predicate:
        """The predicate of the clause that begins at `start`, behind the interrogative and its noun."""
        if start >= len(tokens):
            return NO_PREDICATE
        auxiliary = tokens[start].word
        if auxiliary not in AUXILIARY:
            verb = self._verb(tokens, start, bare=True)
            if verb is None or (verb > start and self.parts_of_speech(tokens[verb].word)[:1] != "v"):
                return NO_PREDICATE
            helper = next((t.word for t in reversed(tokens[start:verb]) if t.word in AUXILIARY), "")
            is_passive = helper in BE and not tokens[verb].word.endswith("ing")
            return Predicate(verb, tuple(range(start, verb)), is_passive)
        is_future = auxiliary in ("will", "shall") or (auxiliary in BE and self._goes_to(tokens, start))
        if auxiliary in DO_SUPPORT:
            verb = self._bare_verb(tokens, start + 1)
        elif is_existential(tokens, start):
            verb = self._verb_of_existential(tokens, start + 2)
        else:
            verb = self._verb(tokens, start + 1, bare=False)
            if verb == start + 1 and auxiliary in BE and tokens[verb].word.endswith("ing"):
                verb = self._verb(tokens, verb + 1, bare=False) or self._last_participle(tokens) or verb
        if verb is None:
            return Predicate(is_future=is_future)
        helper = next((t.word for t in reversed(tokens[start:verb]) if t.word in AUXILIARY), auxiliary)
        is_passive = helper in BE and not tokens[verb].word.endswith("ing")
        # What can be done has not been done yet; "what could be heard" was.
        is_past = auxiliary == "could" and tokens[start + 1].word == "be"
        is_future = is_future or (auxiliary in POSSIBLE and is_passive and not is_past)
        return Predicate(verb, tuple(range(start + 1, verb)), is_passive, is_future)

    def _last_participle(self, tokens: Sequence[Token]) -> int | None:
        """The verb behind a gerund and its particle: "is *moving* around restricted"."""
        last = tokens[-1]
        return len(tokens) - 1 if last.word.endswith("ed") and "v" in self.parts_of_speech(last.word) else None

    def clause_start(self, tokens: Sequence[Token], start: int) -> int:
        """Where the clause begins behind what is attached to the interrogative: "where in the town *did* it stop"."""
        if start < len(tokens) and tokens[start].word in PREPOSITIONS and tokens[start].word != "of":
            attached = range(start + 1, min(start + 1 + LONGEST_ATTACHED, len(tokens)))
            return next((position for position in attached if tokens[position].word in AUXILIARY), start)
        return start

    def _verb_of_existential(self, tokens: Sequence[Token], start: int) -> int | None:
        """The verb of "are there people *protesting*"; none of "was there shooting", "are there armoured cars"."""
        verb = self._verb(tokens, start + 1, bare=False)
        if verb is None or self.parts_of_speech(tokens[verb - 1].word)[:1] not in ("n", "p", ""):
            return None
        is_noun_next = verb + 1 < len(tokens) and self.parts_of_speech(tokens[verb + 1].word)[:1] == "n"
        return None if is_noun_next else verb

    def _bare_verb(self, tokens: Sequence[Token], start: int) -> int | None:
        """The verb behind "did" or "can" and its subject: "did protesters *attack* police stations"."""
        verb = self._verb(tokens, start, bare=True)
        if verb is None or _is_inflected(tokens[verb]):
            behind = range(start + 1, len(tokens) - 1 if verb is None else verb)
            verb = next((p for p in behind if self._can_be_bare(tokens, p)), verb)
        return None if verb is None else self._behind_nouns(tokens, self._plainer_verb(tokens, verb))

    def _behind_nouns(self, tokens: Sequence[Token], verb: int) -> int:
        """The sure verb behind nouns that might be verbs as well: "did the press pages *go* dark"."""
        for position in range(verb, len(tokens)):
            word = tokens[position].word
            sorts = self.parts_of_speech(word).removeprefix("f")
            if sorts == "v" or word == "have":
                return position
            if "n" not in sorts or word in PREPOSITIONS | DETERMINERS | PRONOUNS:
                return verb
        return verb

    def _can_be_bare(self, tokens: Sequence[Token], position: int) -> bool:
        word, before = tokens[position].word, tokens[position - 1].word
        is_noun_phrase = before in DETERMINERS or before in PREPOSITIONS or word in AUXILIARY
        return self.is_verb(tokens[position]) and not _is_inflected(tokens[position]) and not is_noun_phrase

    def _plainer_verb(self, tokens: Sequence[Token], verb: int) -> int:
        """A later word that is rather a verb than this one: "where did the assault *happen*"."""
        after = tokens[verb + 1].word if verb + 1 < len(tokens) else ""
        if self.is_plain_verb(tokens[verb]) or after in DETERMINERS:
            return verb  # "did the soldiers *fire* the shots she heard"
        later = self._verb(tokens, verb + 1, bare=True)
        while later is not None and not self.is_plain_verb(tokens[later]):
            later = self._verb(tokens, later + 1, bare=True)
        return verb if later is None else later

    def _goes_to(self, tokens: Sequence[Token], start: int) -> bool:
        return any(token.word in ("going", "gonna") for token in tokens[start + 1 : start + 5])

    def _verb(self, tokens: Sequence[Token], start: int, *, bare: bool) -> int | None:
        """The first word from `start` on that is used as a verb, short of a clause of its own."""
        for position in range(start, len(tokens)):
            word = tokens[position].word
            if position > start and word in CLAUSE_STARTS:
                return None
            if word in AUXILIARY and word not in ("do", "done", "doing"):
                continue
            if self._is_used_as_verb(tokens, position, start, bare=bare):
                return self._infinitive(tokens, position)
        return None

    def _infinitive(self, tokens: Sequence[Token], verb: int) -> int:
        """The verb that this one leads to: "how did they manage *to flee*"; itself where it leads to none."""
        leads = tokens[verb].stem in LEADING and [t.word for t in tokens[verb + 1 : verb + 2]] == ["to"]
        return verb + 2 if leads and self._is_infinitive(tokens[verb + 2 : verb + 3]) else verb

    def _is_used_as_verb(self, tokens: Sequence[Token], position: int, start: int, *, bare: bool) -> bool:
        sorts = self.parts_of_speech(tokens[position].word).removeprefix("f")
        if "v" not in sorts or tokens[position].word in STATES or (not bare and _is_plain_form(tokens[position])):
            return False
        before = tokens[position - 1].word if position else ""
        if before in DETERMINERS or (before in PREPOSITIONS and before != "to"):
            return False
        if sorts[0] == "v":
            return True
        if before in PRONOUNS or before in BETWEEN or before == "to":
            return True
        after = tokens[position + 1].word if position + 1 < len(tokens) else ""
        is_name = self.parts_of_speech(after) in ("", "p")
        is_open = is_name or after in DETERMINERS or after in PREPOSITIONS or after in PRONOUNS
        if bare:
            return is_open and position >= start
        return is_open and tokens[position].word.endswith(("ed", "ing")) and position > start

    def relative(self, tokens: Sequence[Token], start: int) -> frozenset[int]:
        """The positions of a relative clause behind `start`: "the bloc *that is lending a hand* has its base".

        Those of a clause that only tells on which occasion count as such: "did she speak *while they were leaving*".
        """
        if LINKING.isdisjoint([token.word for token in tokens[start + 2 :]]):
            return frozenset()
        words = [token.word for token in tokens]
        for at in range(start + 3, len(tokens) - 2):
            is_occasion = words[at] in OCCASIONS or (words[at], words[at + 1]) in PAIRED_OCCASIONS
            if is_occasion and self._verb(tokens, at + 1, bare=True):
                return frozenset(range(at, len(tokens)))
            if words[at] == "with" and any(self._is_doing(token) for token in tokens[at + 2 : at + 5]):
                return frozenset(range(at, len(tokens)))
        for marker in range(start + 2, len(tokens) - 1):
            if tokens[marker].word not in RELATIVE:
                continue
            if self.parts_of_speech(tokens[marker - 1].word)[:1] in ("n", "p", ""):
                verb = self._verb(tokens, marker + 1, bare=True) or marker + 1
                end = next((p for p in range(verb + 1, len(tokens)) if tokens[p].word in AUXILIARY), len(tokens))
                return frozenset(range(marker, end))
        return frozenset()

    def _is_doing(self, token: Token) -> bool:
        return token.word.endswith("ing") and self.parts_of_speech(token.word)[:1] == "v"

    def state(self, tokens: Sequence[Token]) -> int | None:
        """The position of a particle that tells how something is: "are they *over*", "who says it is *down*"."""
        for position in range(1, len(tokens)):
            is_final = position + 1 == len(tokens) or tokens[position + 1].word in BEHIND_STATE
            if is_final and tokens[position].word in STATES and self._is_predicate(tokens[:position]):
                return position
        return None

    def _is_predicate(self, before: Sequence[Token]) -> bool:
        """Whether what follows these words is told of their subject: "are the protests", "it is"."""
        helper = next((p for p in range(len(before) - 1, -1, -1) if before[p].word in BE), None)
        if helper in (0, None):
            return helper == 0
        between = before[helper + 1 :]
        return not any(self.is_plain_verb(token) or token.word.endswith(("ed", "ing")) for token in between)

    def with_plain_verbs(self, tokens: Sequence[Token]) -> list[Token]:
        """The tokens with "is going to" as "will", and a passive by "get" as one by "be": "who *was* sacked?"."""
        return [
            WAS if token.word in GET and self._is_participle(after) else token
            for token, after in pairwise([*self._with_plain_future(tokens), None])
            if token is not None
        ]

    def _with_plain_future(self, tokens: Sequence[Token]) -> Sequence[Token]:
        going = next((p for p, token in enumerate(tokens) if token.word in GOING), 0)
        helper = next((p for p in range(going) if tokens[p].word in BE), None)
        to = tokens[going + 1 : going + 2]
        if helper is None or not to or (to[0].word == "to" and not self._is_infinitive(tokens[going + 2 : going + 3])):
            return tokens
        if to[0].word != "to" and tokens[going].word != "gonna":
            return tokens
        rest = going + 1 + (to[0].word == "to")
        return [*tokens[:helper], WILL, *tokens[helper + 1 : going], *tokens[rest:]]

    def _is_infinitive(self, tokens: Sequence[Token]) -> bool:
        return any(token.word in AUXILIARY or self.parts_of_speech(token.word)[:1] == "v" for token in tokens)

    def _is_participle(self, token: Token | None) -> bool:
        if token is None or token.word in AUXILIARY or token.word == "rid":
            return False
        return self.is_verb(token) and token.word.endswith(PARTICIPLE_ENDINGS)

    def is_plain_verb(self, token: Token) -> bool:
        """Whether the word is rather a verb than anything else, and in its plain form."""
        is_participle = token.word.endswith(("ed", "ing")) and _is_inflected(token)
        return self.parts_of_speech(token.word).removeprefix("f")[:1] == "v" and not is_participle

    def is_verb(self, token: Token) -> bool:
        """Whether the word can be a verb."""
        return "v" in self.parts_of_speech(token.word)

    def asks_subject(self, tokens: Sequence[Token], asked_at: int, after: int) -> bool | None:
        """Whether the interrogative acts ("who stormed it") or is acted on ("who did they sack"); None if unclear."""
        is_decider = tokens[asked_at].word == "whose" and asked_at > 0
        if is_decider or (asked_at and tokens[asked_at - 1].word == "by") or tokens[-1].word == "by":
            return True
        if after >= len(tokens):
            return None
        helper, rest = tokens[after].word, tokens[after + 1 :]
        if helper in DO_SUPPORT:
            if not any(self.is_verb(token) for token in rest):
                return True if rest else None
            if helper in ("will", "shall", "would") and self.is_plain_verb(rest[0]):
                return True  # "who will send them"
            return None if self.is_verb(rest[0]) else False
        if helper in BE or helper in HAVE:
            return self._asks_subject_of_be(helper, rest)
        # Of "what got more expensive" the small verb is gone.
        return True if self.is_verb(tokens[after]) or self._is_comparative(helper) else None

    def _is_comparative(self, word: str) -> bool:
        is_adjective = word.endswith("er") and self.parts_of_speech(word)[:1] == "a"
        return word in ("more", "less") or is_adjective

    def _asks_subject_of_be(self, helper: str, rest: Sequence[Token]) -> bool | None:
        following = next((token.word for token in rest if token.word not in BETWEEN), "")
        if following.endswith("ing") or self._is_comparative(following):
            return True
        can_be_participle = "v" in self.parts_of_speech(following)
        if helper in BE or (rest and rest[0].word in ("been", "being")):
            return False if can_be_participle and following.endswith(PARTICIPLE_ENDINGS) else None
        return can_be_participle

    def noun_run(self, tokens: Sequence[Token], start: int, is_stop: Callable[[str], bool]) -> Iterator[int]:
        """The positions of the nouns, with their adjectives, that stand at `start`."""
        for position in range(start, min(start + LONGEST_FOCUS, len(tokens))):
            word = tokens[position].word
            if word in AUXILIARY or word in WH or word in PREPOSITIONS:
                return
            if position == start and word in DETERMINERS:
                continue
            if word.isdigit():
                yield position
                continue
            if word in DETERMINERS or is_stop(word):
                return
            sorts = self.parts_of_speech(word)
            if sorts[:1] == "r" or (sorts[:1] == "v" and (position > start or "n" not in sorts)):
                return
            if position > start and _may_act(tokens, position, sorts):
                return
            yield position


def _may_act(tokens: Sequence[Token], position: int, sorts: str) -> bool:
    """Whether what might be a noun is a verb: "which city *hosts* the league", "which prices *shot* up"."""
    before, token = tokens[position - 1], tokens[position]
    if "v" not in sorts or before.word in NEVER_PLURAL:
        return False
    are_many, is_one = is_plural(before), is_plural(token)
    has_object = any(each.word in DETERMINERS for each in tokens[position + 1 : position + 2])
    return (has_object and is_one and not are_many) or (are_many and not is_one)


def is_plural(token: Token) -> bool:
    """Whether a noun has the ending for several."""
    return token.word.endswith("s") and not token.word.endswith("ss") and token.word != token.stem


def _is_inflected(token: Token) -> bool:
    """Whether a verb has an ending: "passed" and "passing" have, "pass" and "bring" have not."""
    return token.word.endswith(INFLECTED) and token.stem != token.word


def _is_plain_form(token: Token) -> bool:
    """Whether a verb is in its plain form, which cannot stand behind "is": "is *travel* restricted"."""
    if token.word in OWN_PARTICIPLES or token.word.endswith((*PARTICIPLE_ENDINGS, "ing", "e")):
        return False
    return token.stem == token.word


def is_impersonal(tokens: Sequence[Token]) -> bool:
    """Whether "it" stands for nothing but what follows: "is *it* hard to get in"."""
    words = [token.word for token in tokens[:4]]
    return len(words) == 4 and words[0] in BE and words[1] == "it" and words[2] in IMPERSONAL and words[3] == "to"


def is_existential(tokens: Sequence[Token], start: int = 0) -> bool:
    """Whether a clause asks if there is something: "is there a curfew"."""
    return tokens[start].word in BE and [token.word for token in tokens[start + 1 : start + 2]] == ["there"]
