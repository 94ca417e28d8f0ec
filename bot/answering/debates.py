"""Messages of readers who disagree: "he says it is only in the city, I say everywhere. Which of us is right?"."""

from __future__ import annotations

import re

from bot.answering.text import plain

VERDICT = re.compile(
    r"(?i)\b(?:which (?:one )?of (?:us|them|the two)|who)(?:'s| is| was)? ?"
    r"(?:right|wrong|correct|mistaken|lying|wins|won|owes who\b[^.?!]*)[\s.?!…]*$"
)
"""How such a message ends."""
CLAIMING = re.compile(
    r"(?i)(?:^|[\s,.:;])(?:and |but |while )?(?:i|we|he|she|they|(?:my |our |the )?\w+) "
    r"(?:say|claim|swear|think|insist|reckon|bet|believe|maintain|argue)s? (?:that )?"
)
"""How readers introduce what somebody claims."""
CLAIM_END = re.compile(r"[,.;!?…]|\b(?:and|but|while)$")
LEAST = 2
"""Words that a claim has at least."""


def claims(message: str) -> list[str]:
    """What is claimed in a message that asks who is right, in order; empty where a message asks something else."""
    message = plain(message)
    verdict = VERDICT.search(message)
    if not verdict:
        return []
    told = message[: verdict.start()]
    found = [CLAIM_END.split(text.strip())[0].strip() for text in CLAIMING.split(told)[1:]]
    return [claim for claim in found if len(claim.split()) >= LEAST]
