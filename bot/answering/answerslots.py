"""Which slots of a fact can answer a question, and which of what they hold the question itself has said."""

from __future__ import annotations

from bot.answering.evidence import Explained
from bot.answering.question import Question
from bot.answering.rewording import PRESENTING
from bot.answering.roles import SAYING, SUFFERED, is_suffered
from bot.answering.targets import CONTEXT, Entry, Target
from bot.answering.weighing import Asked

SLOTS_OF_KIND: dict[str, tuple[str, ...]] = {
    "who": ("who", "to_whom", "what"),
    "when": ("when",),
    "where": ("where", "via"),
    "why": ("why", "purpose"),
    "purpose": ("purpose", "why"),
    "how": ("how", "via"),
    "wording": ("how", "how_long"),
    "how_many": ("how_many",),
    "how_long": ("how_long",),
    "via": ("via", "to_whom"),
    "what": ("what", "purpose", "how", "why", "who", "did"),
    "which": ("what", "who", "where", "via", "to_whom", "how", "why", "purpose"),
    "did": ("did",),
    "attribution": ("according_to",),
}
"""The slots that can answer a kind of question, best first."""
WHAT_DID_IT = ("who", "why", "what", "purpose", "how", "did")
"""The slots that can answer what did something: "what went up", "what caused it"."""
WHAT_BEGAN_IT = ("why", *(slot for slot in WHAT_DID_IT if slot != "why"))
"""The slots that can answer what something began with, which is first of all its cause."""
STARTING, SETTING_OFF = frozenset("start begin began begun".split()), frozenset("set kick touch spark".split())
"""Stems of verbs for a beginning, and of those that make another with "off"."""
BEFALLING = frozenset("burn burnt caught catch go went break broke collaps close shut open".split())
"""Stems of verbs for what others do as well as for what befalls a thing by itself."""
FLAMES = frozenset("fire flame smoke".split())
"""Stems of nouns behind such verbs: "what went up in *flames*"."""
SLOTS_OF_PREPOSITION: dict[str, tuple[str, ...]] = {
    "to": ("to_whom", "where", "what"),
    "in": ("where", "via", "how"),
    "at": ("where", "when"),
    "from": ("where", "what", "who"),
    "by": ("who", "how", "via"),
    "through": ("via", "how"),
    "around": ("where",),
    "into": ("where", "what"),
    "near": ("where",),
    "inside": ("where", "what"),
    "outside": ("where",),
}
"""The same for "to which", "in which", and so on."""
COMING = frozenset("come send arriv get travel origin hail deploy dispatch fli".split())
"""Stems of verbs that have an origin: where it happened is not where they came from."""
OF_THE_SORT = 0.75
"""How plainly an answer must be of the sort that is asked for."""
UNLIKE = 0.6
"""What is left of a word where an answer is hardly of that sort."""
SEVERAL = 2
PUBLISHING = frozenset(
    "appear write post publish put read find share upload make air broadcast deliv go get see hear speak give issu "
    "releas address do learn come look voic".split()
)
"""Stems of verbs for bringing something before the public, or for coming upon it there."""
LONG_ENTRY = 8
"""From how many words on an entry says more than what one noun could ask for."""


def slots_for(asked: Asked, target: Target) -> tuple[str, ...]:
    """The slots that could answer the question, best first."""
    question = asked.question
    if asked.asks_card:
        return ("who",)
    if question.kind == "attribution":
        return sources_of(target)
    is_from = question.preposition == "from" or question.tokens[-1].word == "from"
    if question.kind == "where" and is_from and question.verb_stem in COMING:
        return ()  # where they go is not where they come from
    if question.kind == "where" and asked.is_spoken:
        is_announced = question.predicate.is_passive and question.verb_stem == "announc"
        is_said = target.is_statement or is_announced or question.verb_stem not in SAYING
        return ("via", "where") if is_said else ("via",)  # where it was done is not where she told it
    if question.kind == "where" and (question.predicate.is_future or not _may_be_published(question)):
        return ("where",)
    if question.kind == "which" and is_from and _asks_origin(asked):
        return ("what", "who") if target.is_card or not asked.named else ()  # where somebody is from tells who they are
    if question.kind == "which" and question.preposition in SLOTS_OF_PREPOSITION:
        return SLOTS_OF_PREPOSITION[question.preposition]
    if (
        question.kind == "who"
        and asked.is_spoken
        and not target.is_statement
        and target.fact
        and target.fact.according_to
    ):
        return ("according_to",)  # who says so, and not who did what they say
    if question.kind == "what" and question.asks_subject:
        # "What burned", where others burned it, asks for what they burned; "what burned it" does not.
        is_alone = all(word.is_verb or not word.is_telling or word.token.stem in FLAMES for word in asked.words)
        befalls = question.verb_stem in BEFALLING and target.acted_on and not target.is_passive
        if befalls and is_alone and "it" not in question.words:
            return ("what",)
        is_begun = question.verb_stem in STARTING | SETTING_OFF and target.acted_on and not is_alone
        return WHAT_BEGAN_IT if is_begun else WHAT_DID_IT
    if question.kind == "who" and question.verb_stem in SAYING and question.tokens[-1].word in ("to", "with"):
        return ("to_whom",)
    if question.kind != "who" or question.asks_subject is None:
        return SLOTS_OF_KIND.get(question.kind, ())
    # "Who *lost* their jobs" asks whom others sacked.
    befalls = question.verb_stem in SUFFERED
    if not question.asks_subject or (befalls and target.acted_on and not target.is_passive):
        return ("to_whom", "what", "who")
    spoken = ("according_to",) if asked.is_spoken else ()
    return spoken if target.is_passive else ("who", *spoken)


def sources_of(target: Target) -> tuple[str, ...]:
    """The slots that tell who says what a fact tells; where it has none of them, whoever published it does."""
    return ("according_to", "who") if target.is_statement else ("according_to",)


def source_slot(target: Target) -> str | None:
    """The slot that tells who says what a fact tells; None where whoever published it does."""
    return next((slot for slot in sources_of(target) if slot in target.slots), None)


def typed(each: Explained, head: Explained | None, target: Target, slot: str | None, *, asks_sort: bool) -> float:
    """The strength of the noun behind "which", or of a number with it: both must fit the slot that answers."""
    if slot and each.word.token.word == str(len(target.slots[slot])):
        return 1.0
    if slot and (each.word.is_telling or slot == "how_many"):
        counts = target.masks.get("how_many", 0) if each.word.token.word.isdigit() else 0
        if not each.mask & (target.masks[slot] | counts):
            # What is counted may be told in full elsewhere: "six" of "six former Soviet countries".
            is_told = slot == "how_many" and head and each.mask & head.mask & ~CONTEXT
            return 0.0 if each is head or (each.word.is_name and not is_told) else each.strength
        entries = [entry for entry in target.slots[slot] if entry.bit & each.mask]
        if each is head and entries and all(entry.attached & each.word.meaning for entry in entries):
            return 0.0
        is_clause = entries and all(is_clausal(entry.text) for entry in entries)
        return each.strength * (UNLIKE if is_clause or each.strength < OF_THE_SORT else 1.0)
    return max(each.strength, 0.9) if target.is_card and asks_sort else each.strength


def spent_entries(asked: Asked, target: Target, slot: str) -> int:
    """The entries of the slot that the question itself names: they are no answer to it."""
    question, kind = asked.question, asked.question.kind
    if question.is_copular and (kind not in ("which", "who", "what") or target.is_card):
        return 0
    asks_nouns = kind == "which" and not question.asks_sort
    # "Which areas are they" is answered by urban areas, "which six countries are they" not by six countries.
    is_open = question.is_copular and kind != "what" and not question.sort_has_number
    spent = 0
    for entry in target.slots[slot]:
        telling = entry.nouns if asks_nouns else entry.stems
        is_said = telling and not is_open and asked.means(telling)
        if (
            is_said
            or entry.entity in asked.given
            or entry.entity in asked.excluded
            or (asks_nouns and (_only_counts(question, entry) or _only_repeats(question, entry)))
            or (kind == "who" and question.asks_subject and _is_object(question, entry))
        ):
            spent |= entry.bit
    return spent


def _is_object(question: Question, entry: Entry) -> bool:
    """Whether an entry is that to which it is asked who did something: "who joined the *protesters*"."""
    verb = question.predicate.verb
    return verb is not None and not entry.nouns.isdisjoint([token.stem for token in question.tokens[verb + 1 :]])


def is_no_answer(question: Question, target: Target, slot: str, spent: int, *, is_spoken: bool) -> bool:
    """Whether what the slot holds is rougher or less than what is asked for, or but repeats the question.

    `is_spoken` tells whether the question's verb is one for saying something.
    """
    is_too_rough = slot == "when" and question.asks_hour and not target.tells_hour
    if is_too_rough or _is_too_few(question, target, slot):
        return True
    if slot == "how_many" and _counts_others(question, target):
        return True
    if slot == "how" and question.kind == "how" and not (question.focus or is_spoken):
        is_described = any(token.stem in PRESENTING for token in question.tokens)
        if not is_described and all(" " not in entry.text for entry in target.slots[slot]):
            return True  # "how did they do it" asks for more than an adjective
    # "What is the curfew" is answered by the statement.
    is_told_whole = question.kind == "what" and question.is_copular
    return not is_told_whole and all(entry.bit & spent for entry in target.slots[slot])


def _only_counts(question: Question, entry: Entry) -> bool:
    """Whether "which countries" would be told no more than how many countries: "six former Soviet countries"."""
    if not question.focus or question.tokens[question.focus[-1]].stem not in entry.stems:
        return False
    return any(stem.isdigit() for stem in entry.stems)


def _only_repeats(question: Question, entry: Entry) -> bool:
    """Whether "which police departments" would be told no more than that they were police departments."""
    stems = [question.tokens[position].stem for position in question.focus]
    return len(stems) > 1 and not entry.entity and entry.stems.issuperset(stems)


def _counts_others(question: Question, target: Target) -> bool:
    """Whether it is told how many it was done to, where it is asked how many did it: "how many *stormed* it"."""
    if question.focus or question.predicate.verb is None or is_suffered(question) or target.is_passive:
        return False
    doers = [entry.stems for entry in target.slots.get("who", ()) if not entry.entity]
    counted = [entry.stems for entry in target.slots["how_many"]]
    return bool(doers) and all(one.isdisjoint(other) for one in doers for other in counted)


def _is_too_few(question: Question, target: Target, slot: str) -> bool:
    """Whether several are to be named, "which *six* countries", and the slot names but one."""
    if question.kind not in ("which", "name", "what") or (question.kind == "what" and not question.is_copular):
        return False
    if not question.sort_has_number:
        return False
    texts = [entry.text for entry in target.slots[slot]]
    return len(texts) + sum(" and " in text for text in texts) < SEVERAL


def _may_be_published(question: Question) -> bool:
    """Whether "where" may ask for an outlet: "where did it *appear*", but not "where do they live"."""
    return question.predicate.verb is None or question.verb_stem in PUBLISHING


def _asks_origin(asked: Asked) -> bool:
    """Whether "from which" asks where somebody or something comes from, and not where something is done from."""
    return asked.question.predicate.verb is None or asked.question.verb_stem in COMING


def is_clausal(text: str) -> bool:
    """Whether an entry says more than what one noun could ask for."""
    return text.startswith("that ") or text.count(" ") >= LONG_ENTRY
