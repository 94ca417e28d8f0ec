"""All findings about a story."""

from __future__ import annotations

from bot.editing.findability import unfindable
from bot.editing.freshness import stale_or_early
from bot.editing.material import Material
from bot.editing.names import confusable_entities, ordinary_aliases
from bot.editing.proofs import unproved
from bot.editing.quotes import long_quotes, unfilled_slots
from bot.editing.statements import copied, drafts, nameless, nobodys_claims, uncited, unsaid
from bot.editing.switches import bare_switches
from bot.editing.vocabulary import unknown_words
from bot.knowledge.problems import Problem

KINDS = (
    stale_or_early,
    bare_switches,
    drafts,
    unsaid,
    nameless,
    nobodys_claims,
    copied,
    uncited,
    unproved,
    long_quotes,
    unfilled_slots,
    ordinary_aliases,
    confusable_entities,
    unfindable,
    unknown_words,
)
"""Each yields what it finds doubtful, with the mend in words."""


def findings(material: Material) -> list[Problem]:
    """What an editor should look at, in the order of the files: nothing that keeps the story from being used."""
    found = [problem for kind in KINDS for problem in kind(material)]
    return sorted(found, key=lambda problem: (problem.path != material.root.path, problem.path, problem.line))
