"""The invented story of `answeringcases` some days later: one fact was corrected, two were withdrawn."""

from __future__ import annotations

from tests.answeringcases import STORY
from tests.storyfiles import changed

BURST = "    says: The Kestrin dam above Orvendale burst on Sunday 8 June 2031 after a week of heavy rain.\n"
SOLDIERS = "    says: Defence Minister Tomas Brukner sent 300 soldiers to Orvendale for five days to fill sandbags.\n"
PARENTS = "    says: Velka Radio told parents to keep their children away from the school.\n"
CHANGED = changed(
    changed(
        changed(
            changed(STORY, BURST, BURST + "    corrects: {on: 2031-06-12, reason: An earlier report said Saturday.}\n"),
            SOLDIERS,
            SOLDIERS + "    withdrawn: {on: 2031-06-13, reason: The ministry denies it.}\n",
        ),
        PARENTS,
        PARENTS + "    withdrawn: {on: 2031-06-14, reason: The school was open.}\n",
    ),
    "near: [evacuation]",
    "near: [soldiers-sent, evacuation]",
)
