"""Times as dates, counted from Thursday 6 March 2031."""

from __future__ import annotations

import datetime

import pytest

from bot.drafting.days import Calendar
from tests.drafts import PUBLISHED, line

MARCH = "March 2031"


@pytest.mark.parametrize(
    ("text", "told", "day"),
    [
        ("It burned on Tuesday.", f"on Tuesday 4 {MARCH}", 4),
        ("It burned on Thursday.", f"on Thursday 6 {MARCH}", 6),
        ("It burned last Thursday.", "on Thursday 27 February 2031", -1),
        ("It burned on Tuesday night.", f"on the night of Tuesday 4 {MARCH}", 4),
        ("It was back by early Thursday.", f"by early Thursday 6 {MARCH}", 6),
        ("It will be back by Saturday.", f"by Saturday 8 {MARCH}", 8),
        ("It burned in the early hours of Thursday.", f"in the early hours of Thursday 6 {MARCH}", 6),
        ("It will open next Thursday.", f"on Thursday 13 {MARCH}", 13),
        ("It is due to end on Friday.", f"on Friday 7 {MARCH}", 7),
        ("They must boil water until Saturday.", f"until Saturday 8 {MARCH}", 8),
        ("The road stays closed until Friday night.", f"until the night of Friday 7 {MARCH}", 7),
        ("The road stayed closed until Tuesday.", f"until Tuesday 4 {MARCH}", 4),
        ("It expects the results on Saturday.", f"on Saturday 8 {MARCH}", 8),
        ("It burned yesterday.", f"on Wednesday 5 {MARCH}", 5),
        ("It burned yesterday morning.", f"on the morning of Wednesday 5 {MARCH}", 5),
        ("It burned two days ago.", f"on Tuesday 4 {MARCH}", 4),
        ("It burned on 3 March.", f"on Monday 3 {MARCH}", 3),
        ("It burned on March 3, 2031.", f"on Monday 3 {MARCH}", 3),
    ],
)
def test_days(text: str, told: str, day: int) -> None:
    (moment,) = Calendar(PUBLISHED).moments(line(text).words)
    expected = datetime.date(2031, 3, day) if day > 0 else datetime.date(2031, 2, 27)
    assert (moment.text, moment.on) == (told, expected)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It was built in 1742.", "in 1742"),
        ("It was built in May 2021.", "in May 2021"),
        ("It was built in May last year.", "in May 2030"),
        ("It opened in January this year.", "in January 2031"),
        ("It burned last week.", "last week"),
        ("They were moved overnight.", "overnight"),
        ("It began at 4am.", "at 4am"),
        ("It is open from 8am to 8pm.", "from 8am to 8pm"),
        ("It sold out by noon.", "by noon"),
    ],
)
def test_times_that_are_no_day(text: str, told: str) -> None:
    (moment,) = Calendar(PUBLISHED).moments(line(text).words)
    assert (moment.text, moment.on) == (told, None)


@pytest.mark.parametrize(
    "text",
    ["They imposed an overnight curfew.", "They may march again.", "It burned on 31 February.", "42 people fled."],
)
def test_what_is_no_time(text: str) -> None:
    assert not list(Calendar(PUBLISHED).moments(line(text).words))
