"""Who did what to whom: whether a fact has a question's words in the roles that the question gives them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.answering.evidence import ASTRAY, PLAIN, Explained
from bot.answering.grammar import ATTEMPTING, BE, CLAUSE_STARTS, DETERMINERS, is_existential
from bot.answering.objects import around, check_object, has_object, names_another
from bot.answering.question import Question
from bot.answering.surroundings import asks_permission
from bot.answering.targets import CONTEXT, Target
from bot.answering.text import ASPECTS, PREPOSITIONS
from bot.answering.weighing import TURNING, Asked

NOT_DONE = 0.2
"""What is left of the question's verb where it is not what was done."""
SUBORDINATE = 0.5
"""What is left of a word that stands only in why it was done: that is another event."""
BYSTANDING = 0.95
"""What is left of a word that is only mentioned where the question asks what befell it."""
UNTRIED = 0.9
"""What is left of what was done where the question asks what was tried."""
DENIED = 0.9
"""What a word is worth whose opposite the target tells."""
AS_MEANT = 0.8
"""From which strength on a subject is the one of whom something is denied."""
SPOKEN = 0.9
"""What a verb for saying is worth in a fact that somebody claims."""
SAYING = frozenset("say tell speak talk announc".split())
"""Stems of verbs that any fact explains in which somebody says something."""
ANY = frozenset("anything something anyone anybody someone somebody".split())
TOLD = frozenset("yes_no when where".split())
"""Kinds of question that what somebody says can answer as well as what happened."""
MAY = frozenset("can could may might".split())
"""Words with which readers ask what somebody can or may do."""
ANYBODY = frozenset(
    "resid driver motorist trucker cyclist pedestrian commuter passenger tourist visitor traveler villager citizen "
    "inhabit famili child children student pupil teenager parent worker employe shopper shopkeeper farmer nurs doctor "
    "foreigner civilian man woman men women".split()
)
"""Stems of nouns for those for whom rules are made."""
QUANTITIES = frozenset("dozen hundr thousand million sever score".split())
"""Stems of words for how many there are, roughly."""
SUPPORTING = frozenset("start make give carri conduct launch perform undertak stage put mount".split())
"""Stems of verbs that say little beside the noun for what is done: "who *started* the fire", "they *gave* consent"."""
MESSAGES = frozenset("statement messag report word news call appeal post declar comment remark tweet".split())
"""Stems of nouns for what somebody lets others know."""
DOCUMENTS = frozenset(
    "decre law order rule act bill treati agreement contract charter regul verdict letter edict".split()
)
"""Stems of nouns for what is written: what it says is what it does."""
SUFFERED = frozenset("die perish lose suffer succumb fall".split())
"""Stems of verbs whose subject does nothing, but is done to: "did officers die" asks whom others killed."""
AIMING = frozenset("into at against on upon towards".split())
TOWARDS = frozenset({"to", "into"})
HEADING = frozenset("chair head lead run boss presid".split())
"""Stems of verbs for what somebody does by their office."""


def explained(asked: Asked, number: int, target: Target) -> list[Explained]:
    """What of each word a target explains, once modifiers, the verb and its subject are considered."""
    found, denies = [], False
    for word in asked.words:
        strength, mask = word.hits[number]
        if number in word.hits.denied_by:
            # What the editor says it denies counts for more than a likeness of words, and than what the ban is on.
            is_own = mask > CONTEXT or asked.question.kind != "yes_no"
            is_told = strength > DENIED and is_own and (mask & target.done or not word.is_verb)
            if asked.question.is_negated or not is_told:
                found.append(Explained(word, DENIED, target.done, denies=True))
                denies = True
                continue
        found.append(Explained(word, strength, mask))
    for each in found if denies else ():  # what a fact denies is not so any more: "can people *still* go out"
        each.strength = max(each.strength, DENIED if each.word.token.word in ASPECTS else 0.0)
    for place in asked.modifiers:
        _discount_modifier(found[place], found[place + 1])
    if denies:
        _check_denied(asked, found, target)
    if asked.question.kind == "yes_no":
        _check_quantities(asked, found)
    if target.is_card:
        return found
    if asked.noun is not None and _counts_some(asked.question):
        for each in found[asked.noun + 1 :]:
            _discount_modifier(each, found[asked.noun])
    if asked.question.kind == "how_many":
        _discount_speakers(asked, found, target)
    elif asked.question.kind == "event":
        _discount_bystanders(asked, found, target)
    elif asked.question.kind == "topic":
        _discount_mentions(found, target)
    elif asked.question.kind == "yes_no" and asked.named:
        _check_bodies(asked, found, target)
        for each in found if asked.called else ():
            if each.word.is_name and each.mask == CONTEXT:
                each.strength *= SUBORDINATE  # who is only mentioned has no part in it
    if asked.question.kind == "yes_no":
        _check_place(asked, found, target)
        _forgive_anybody(asked, found)
        if is_existential(asked.question.tokens):
            _check_nouns(found, target)
    if not target.is_attempt and _asks_attempt(asked.question):
        for each in found:
            each.strength *= UNTRIED if each.mask & target.done else 1.0
    verb = verb_of(asked, found)
    tells_words = target.is_statement or _is_document(asked, found, target)
    if verb is not None and tells_words and _asks_words(asked.question) and not verb.denies:
        verb.strength, verb.mask = max(verb.strength, SPOKEN), verb.mask | target.done
    if verb is None or not verb.mask & target.done:
        _discount_causes(asked.question, found, target)
    if verb is not None:
        _check_verb(asked, verb, found, target)
        _check_subject(asked, verb, found, target)
        _check_agent(asked, verb, found, target)
        if verb.word.is_telling:
            check_object(asked, found, target)
            _check_aim(asked, found, target)
    elif asked.question.kind == "did":
        _check_doer(asked, found, target)
    return found


def _check_denied(asked: Asked, found: Sequence[Explained], target: Target) -> None:
    """Takes back a subject of whom a fact does not deny it.

    Whom the mayor sacked did not stay: that says nothing of her, unless the question is whether she kept them.
    """
    are_others = any(entry.entity for entry in target.slots.get("what", ()))
    subject = [found[place] for place in asked.subject]
    are_named = any(each.mask & target.acted_on & ~target.done for each in found if each not in subject)
    for each in subject:
        is_of_doer = are_others and not are_named and not each.mask & target.acted_on
        if each.mask & target.acting and (is_of_doer or each.strength < AS_MEANT):
            each.strength *= ASTRAY


def _is_document(asked: Asked, found: Sequence[Explained], target: Target) -> bool:
    """Whether the question's subject is something written of which the target tells what it does."""
    subject = found[asked.subject[-1]] if asked.subject else None
    return bool(subject and subject.word.token.stem in DOCUMENTS and subject.mask & target.acting)


def _asks_words(question: Question) -> bool:
    """Whether it asks what somebody said, or if they said anything."""
    is_open = question.kind != "yes_no" or not ANY.isdisjoint(question.words)
    return is_open and question.verb_stem in SAYING


def _asks_attempt(question: Question) -> bool:
    """Whether it asks for an attempt: "what did they *try to* enter"."""
    if "to" not in question.words:
        return False
    return any(this.stem in ATTEMPTING and after.word == "to" for this, after in pairwise(question.tokens))


def _check_quantities(asked: Asked, found: Sequence[Explained]) -> None:
    """Among hundreds of others there were not "hundreds of soldiers"."""
    tokens = asked.question.tokens
    for (each, at), (noun, noun_at) in pairwise(zip(found, asked.question.content, strict=True)):
        is_quantity = each.word.token.stem in QUANTITIES or each.word.token.word.isdigit()
        if is_quantity and not each.mask & noun.mask & ~CONTEXT:
            is_counted = [token.word for token in tokens[at + 1 : noun_at]] in ([], ["of"])
            each.strength *= ASTRAY if is_counted else 1.0


def _counts_some(question: Question) -> bool:
    """Whether it asks how many of them are something: "how many *of* the dead *were* soldiers"."""
    if question.kind != "how_many":
        return False
    words = [token.word for token in question.tokens]
    return words[2:3] == ["of"] and not BE.isdisjoint(words)


def _discount_modifier(each: Explained, noun: Explained) -> None:
    """What belongs to a noun must belong to it in the target too: "300 soldiers" are not 300 sandbags."""
    mask = noun.mask & ~CONTEXT
    if each.mask and not each.denies and mask and not mask & each.mask:
        each.strength *= ASTRAY


def _check_bodies(asked: Asked, found: Sequence[Explained], target: Target) -> None:
    """A place that is only in what a body is called is not in the fact: who chairs a bloc chairs no member of it."""
    for at, place in asked.places.items():
        each = found[at]
        entries = [entry for slot in target.slots.values() for entry in slot if entry.bit & each.mask]
        if entries and all(entry.is_body and entry.entity != place for entry in entries):
            each.strength *= ASTRAY
        elif _before(asked, at) in TOWARDS and not each.mask & ~(target.speaking | CONTEXT):
            each.strength *= ASTRAY  # nobody goes to Norway because a Norwegian sends them


def _before(asked: Asked, place: int) -> str:
    """The word before one that carries meaning."""
    at = asked.question.content[place]
    return asked.question.tokens[at - 1].word if at else ""


def _preposition(asked: Asked, place: int) -> str:
    """The word before one that carries meaning and its article, where a preposition for it stands."""
    at, tokens = asked.question.content[place], asked.question.tokens
    before = at - 1 - (at > 0 and tokens[at - 1].word in DETERMINERS)
    return tokens[before].word if before >= 0 else ""


def _check_place(asked: Asked, found: Sequence[Explained], target: Target) -> None:
    """Whether somebody is at a place tells a fact of what they did there, not one that names both."""
    where = target.masks.get("where", 0)
    for each in map(found.__getitem__, asked.at):
        if not each.mask & where:
            each.strength *= ASTRAY


def _check_nouns(found: Sequence[Explained], target: Target) -> None:
    """ "Was there a *fire*" asks for what was set on fire, and not for who was fired."""
    for each in found:
        word, stem, _capital = each.word.token
        deeds = [entry for entry in target.slots.get("did", ()) if each.mask & entry.bit and stem in entry.stems]
        if deeds and not any({word, stem}.intersection(entry.text.split()) for entry in deeds):
            each.strength *= BYSTANDING


def _forgive_anybody(asked: Asked, found: Sequence[Explained]) -> None:
    """What holds for all holds for "*lorry drivers*" too, of whom no fact tells: "may they go out"."""
    if not asked.subject or not asks_permission(asked.question.tokens):
        return
    subject = [found[place] for place in asked.subject]
    if subject[-1].word.token.stem in ANYBODY:
        for each in subject:
            each.strength = each.strength if each.word.hits.facts else DENIED


def _discount_causes(question: Question, found: Sequence[Explained], target: Target) -> None:
    """What stands only in why something was done is another event, unless the question names the deed itself.

    So is what only stands in after what it was done, where it is asked what happened or if something is so.
    """
    subordinate = target.subordinate | (target.preceding if question.kind in ("yes_no", "event") else 0)
    for each in found if subordinate else ():
        if each.is_only(subordinate):
            each.strength *= ASTRAY if question.kind == "why" else SUBORDINATE


def _discount_bystanders(asked: Asked, found: Sequence[Explained], target: Target) -> None:
    """What happened to something is told best by what was done to it, or by what it did that was done to nothing.

    What happened to the *government* is not told by who *governs*.
    """
    if "to" not in asked.question.words:
        return
    content = asked.question.content
    end = next((at for at, (this, after) in enumerate(pairwise(content)) if after > this + 1), len(content) - 1)
    befallen = found[end]
    if befallen.mask & target.done and not befallen.mask & (target.acting | target.acted_on):
        befallen.strength *= ASTRAY
    affected = target.acted_on if target.acted_on and not target.is_passive else target.acting
    is_named = asked.named <= target.entities
    for each in found:
        if not ((is_named or each is befallen) and each.mask & affected):
            each.strength *= BYSTANDING


def _discount_speakers(asked: Asked, found: Sequence[Explained], target: Target) -> None:
    """Of how many somebody tells is no matter of who tells it: "how many of them were *women*"."""
    if asked.question.predicate.verb is not None:
        return
    source = target.masks.get("according_to", 0)
    for each in found[(asked.noun or 0) + 1 :]:
        if each.is_only(source):
            each.strength *= ASTRAY


def _discount_mentions(found: Sequence[Explained], target: Target) -> None:
    """What is named by itself is told of by what it did or what was done to it, rather than where it is mentioned."""
    for each in found:
        if each.mask > CONTEXT and not each.mask & (target.acting | target.acted_on | target.done):
            each.strength *= BYSTANDING


def is_suffered(question: Question) -> bool:
    """Whether its subject does nothing, but is done to: "was she hurt", "did she die"."""
    return question.predicate.is_passive or question.verb_stem in SUFFERED


def verb_of(asked: Asked, found: Sequence[Explained]) -> Explained | None:
    """The question's verb, where a target has to explain one."""
    return None if asked.verb is None else found[asked.verb]


def _deed(asked: Asked, found: Sequence[Explained], target: Target) -> Explained | None:
    """The noun for what was done, as the object of the question's verb."""
    objects = found if asked.question.predicate.is_passive else found[(asked.verb or 0) :]
    nouns = (each for each in objects if each.mask & target.done and not (each.word.is_verb or each.word.is_name))
    return next((each for each in nouns if each.strength >= SPOKEN), None)


def _check_verb(asked: Asked, verb: Explained, found: Sequence[Explained], target: Target) -> None:
    """The question's verb must be what was done in the fact, not a word that happens to stand in it."""
    if not verb.word.is_telling or verb.denies:
        return
    question = asked.question
    if asked.is_spoken and target.fact and target.fact.according_to:
        verb.strength = max(verb.strength, SPOKEN)
    elif _is_supporting(question) and (deed := _deed(asked, found, target)):
        verb.strength, verb.mask = deed.strength, deed.mask
    elif (
        question.tokens[0].word in MAY or (target.is_statement and question.kind in TOLD and not asked.places)
    ) and verb.mask & target.acted_on:
        # What may be done is told where it is forbidden; what happened, by who says so.
        verb.strength *= BYSTANDING
    elif not verb.mask & target.done and (question.kind != "how_long" or verb.is_only(target.speaking)):
        verb.strength *= NOT_DONE  # how long she has been their speaker is not how long she says it takes
    elif target.is_attempt == ATTEMPTING.isdisjoint([token.stem for token in question.tokens]):
        verb.strength *= BYSTANDING
    if question.predicate.is_future and question.kind != "how_long" and not verb.mask & target.coming:
        verb.strength *= NOT_DONE


def _is_supporting(question: Question) -> bool:
    """Whether the verb says little beside the noun for what is done: "set fire", but not "put out the fire"."""
    if question.verb_stem not in SUPPORTING:
        return False
    after = [token.word for token in question.tokens[(question.predicate.verb or 0) + 1 :][:1]]
    is_told = any(token.stem in MESSAGES for token in question.tokens)  # "put out a statement"
    return question.verb_stem == "carri" or is_told or TURNING.isdisjoint(after)


def _check_subject(asked: Asked, verb: Explained, found: Sequence[Explained], target: Target) -> None:
    """Takes back a subject in the wrong role: "did the CSTO ask Tokayev" is not "he asked it"."""
    is_told = target.is_statement and asked.question.kind in TOLD and verb.mask & target.acted_on
    if asked.subject and is_told and not verb.mask & target.done:
        for each in map(found.__getitem__, asked.subject):
            if each.mask & target.acting and not each.mask & target.acted_on:
                each.strength *= ASTRAY  # what "were policemen killed" asks is not what the police say
    if not asked.subject or not verb.mask & target.done or not target.acting:
        return
    passive, head = is_suffered(asked.question), found[asked.subject[-1]]
    is_another = names_another(asked, found, asked.subject[-1], target)
    if passive and target.is_passive:
        head.strength *= ASTRAY if is_another else 1.0
        return
    swapped = _is_swapped(asked, found, target)
    # What was done to "Tokayev's statement" was not done to him.
    for each in map(found.__getitem__, asked.subject[-1:] if passive else asked.subject):
        # What belongs to the deed by an idiom is in no role: "did heads roll".
        if not each.mask & ~CONTEXT or each.mask & target.done:
            continue
        if each.mask & target.masks.get("via", 0) and head.word.token.stem in MESSAGES:
            continue  # a "*Facebook* post"
        is_told_aim = asked.is_spoken and asked.question.kind == "purpose"  # "what did *she* say they are for"
        acts = each.mask & (target.speaking if is_told_aim else target.acting)
        if acts and each.word.is_people and is_by_one(target):
            each.strength *= ASTRAY  # what the Norwegian king did the Norwegians did not
            continue
        is_acted_on = each.mask & target.acted_on
        place = asked.acting_place if each is head else None
        if acts and place and is_by_a_body(place, target, verb.word.token.stem):
            each.strength *= ASTRAY
            continue
        asks_object = asked.question.kind in ("what", "which") and not asked.question.preposition
        if asks_object and asked.question.asks_subject is False and not passive:
            is_wrong = not acts  # what they want is not who wanted them
        elif passive:
            is_wrong = not each.mask & ~around(target) or bool(each.mask & target.speaking and not is_acted_on)
            is_wrong = is_wrong or (each is head and is_another)
        else:
            is_other = swapped or has_object(asked, found, target) or bool(each.mask & target.addressed)
            is_wrong = not acts and (is_other or not is_acted_on)
        if is_wrong:
            each.strength *= ASTRAY


def is_by_one(target: Target) -> bool:
    """Whether somebody with a name did it alone."""
    doers = target.slots.get("who", ())
    return len(doers) == 1 and doers[0].entity is not None and not doers[0].is_body


def is_by_a_body(place: str, target: Target, verb: str = "") -> bool:
    """Whether bodies did it and not the place that is only in their names: an alliance led by Russia is not Russia.

    What its president did a country may be said to have done, but it is not what he is the head of.
    """
    doers, is_office = target.slots.get("who", ()), verb in HEADING
    return bool(doers) and all(
        entry.entity and entry.entity != place and (entry.is_body or is_office) for entry in doers
    )


def _check_agent(asked: Asked, verb: Explained, found: Sequence[Explained], target: Target) -> None:
    """Takes back whoever stands behind "by" and did not do it.

    So does a place where others did it who only come from there: "led by Norway".
    """
    if not asked.question.predicate.is_passive or not verb.mask & target.done:
        return
    for at, each in enumerate(found):
        is_named_doer = _preposition(asked, at) == "by"
        is_known = target.is_passive or target.is_statement or each.mask & (target.acting | target.done)
        if is_named_doer and not is_known and each.mask & ~CONTEXT:
            each.strength *= ASTRAY  # who was killed by them is not how many of them were killed
    for at, place in asked.places.items():
        if _before(asked, at) == "by" and is_by_a_body(place, target, verb.word.token.stem):
            found[at].strength *= ASTRAY


def _check_aim(asked: Asked, found: Sequence[Explained], target: Target) -> None:
    """Takes back an object in the wrong role.

    "Who runs the nation" is not "a nation runs it", and "did they shoot at the mob" not what a mob did.
    """
    question = asked.question
    is_by_them = question.kind == "yes_no" and not asked.subject and not is_suffered(question)
    if target.is_passive or not (is_by_them or (question.kind == "who" and question.asks_subject)):
        return
    for place, each in enumerate(found[(asked.verb or 0) + 1 :], start=(asked.verb or 0) + 1):
        if is_by_them and _preposition(asked, place) not in AIMING:
            continue  # only "into *the crowd*" is aimed at it
        if each.mask & target.acting and not each.mask & ~(target.speaking | CONTEXT):
            each.strength *= ASTRAY


def _is_swapped(asked: Asked, found: Sequence[Explained], target: Target) -> bool:
    """Whether what stands behind the verb is who did it."""
    question = asked.question
    if any(token.word == "by" for token in question.tokens[question.predicate.verb :]):
        return False
    objects = [each.mask for each in found[(asked.verb or 0) + 1 :]]
    behind = question.tokens[(question.predicate.verb or 0) + 1 :][:1]
    is_direct = any(token.word not in PREPOSITIONS and token.word not in CLAUSE_STARTS for token in behind)
    if is_direct and objects and objects[0] & target.subordinate and not objects[0] & ~(target.subordinate | CONTEXT):
        return True  # "did the riots trigger the rise" is not that they started because of it
    return any(mask & target.acting and not mask & target.acted_on for mask in objects)


def _check_doer(asked: Asked, found: Sequence[Explained], target: Target) -> None:
    """What somebody did is told only by a fact in which they act: "what did the mayor do" is not what befell her."""
    if asked.question.predicate.is_passive:
        return
    for each in map(found.__getitem__, asked.subject):
        if not each.mask & target.acting:
            each.strength *= ASTRAY
    if asked.acting_place and is_by_a_body(asked.acting_place, target):
        found[asked.subject[-1]].strength *= ASTRAY


def acts_otherwise(asked: Asked, found: Sequence[Explained], target: Target) -> bool:
    """Whether the question says that somebody did it of whom the target knows nothing."""
    verb = verb_of(asked, found)
    if verb is None or not asked.subject or not verb.mask & target.done:
        return False
    actors = [found[place] for place in asked.subject if found[place].word.is_telling]
    return bool(actors) and all(each.strength < PLAIN for each in actors)


def misattributes(asked: Asked, found: Sequence[Explained], target: Target) -> bool:
    """Whether the question is what somebody said, and the target tells what others said."""
    question = asked.question
    if not asked.is_spoken or target.is_card or question.predicate.is_passive:
        return False
    tells_words = target.is_statement or "according_to" in target.slots or asked.named & target.entities_in("to_whom")
    if question.kind == "what" and question.verb_stem in SAYING and not tells_words:
        return not _is_document(asked, found, target)  # whom they asked for help is not what they said
    if not asked.subject:
        return False
    if asked.acting_place and asked.acting_place not in target.entities_in("who", "according_to"):
        return True  # what a town's mayor says is not what the town says
    if any(is_by_a_body(asked.places[at], target) for at in asked.subject if at in asked.places):
        return True  # nor is what an alliance led by Norway says what the Norwegian king says
    if any(found[place].word.token.stem in MESSAGES and found[place].strength >= SPOKEN for place in asked.subject):
        return False  # "what did her *statement* on television say"
    speaker = found[asked.subject[-1]]
    # What the police say that the robbers did is not what the robbers said.
    claimants = target.entities_in("according_to")
    is_of_others = bool(claimants) and claimants.isdisjoint(target.entities_in("who")) and not target.is_statement
    asks_words = question.kind == "what" and question.verb_stem in SAYING
    speaking = target.masks["according_to"] if is_of_others and asks_words else target.speaking
    return not (speaker.mask & speaking and speaker.strength > PLAIN)
