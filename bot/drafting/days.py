"""When something happened: weekdays and "yesterday" as dates, counted from the day of publication."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.drafting.vocabulary import DAY_PARTS, MONTHS, PERIODS, WEEKDAYS
from bot.drafting.words import Word, written

DAY = datetime.timedelta(days=1)
BEFORE = frozenset("on by until since from before after in late early last next this during at for over".split())
NUMBERS = {
    word: number for number, word in enumerate("one two three four five six seven eight nine ten".split(), 1)
} | {
    "a": 1,
    "an": 1,
}
AHEAD = frozenset({"next", "coming", "by", "until"})
FUTURE = frozenset("will would could may might shall expect expects".split())
PLANNED = frozenset((be, what) for be in ("is", "are") for what in ("due", "expected", "planned", "scheduled", "to"))
LASTING = frozenset("must is are has have stay stays remain remains".split())
"""Verbs that tell what still is so; with "until", their day is to come."""
NEAR_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}
NEAR_YEARS = {"last": -1, "this": 0, "next": 1}
HOUR = re.compile(r"\d\d?(?:[.:]\d\d)?[ap]m|noon|midnight")
EARLY_HOURS = [["in", "the", when, "hours", "of"] for when in ("early", "small", "late")]
YEARS = range(1000, 2200)


@dataclass(frozen=True, slots=True)
class Moment:
    """A time that a sentence tells: the words from `first` up to `end`, its day where there is one, and its wording."""

    first: int
    end: int
    text: str
    on: datetime.date | None = None
    unsure: str = ""


def written_date(day: datetime.date) -> str:
    """`Thursday 6 January 2022`."""
    return f"{WEEKDAYS[day.weekday()].capitalize()} {day.day} {MONTHS[day.month - 1].capitalize()} {day.year}"


class Calendar:
    """Reads times as a reader does on the day of publication."""

    def __init__(self, published: datetime.date) -> None:
        self.published = published

    def moments(self, words: Sequence[Word]) -> Iterator[Moment]:
        """The times that a sentence tells, in order."""
        at = 0
        while at < len(words):
            found = self._weekday(words, at) or self._near_day(words, at) or self._date(words, at)
            found = found or self._period(words, at) or self._vague(words, at) or _hour(words, at)
            if found:
                yield found
            at = max(found.end if found else 0, at + 1)

    def _weekday(self, words: Sequence[Word], at: int) -> Moment | None:
        """ "on Wednesday night", "by early Thursday", "next Friday"."""
        if words[at].lower not in WEEKDAYS or not words[at].is_capital:
            return None
        first = _start(words, at)
        end = at + 1 + any(word.lower in DAY_PARTS for word in words[at + 1 : at + 2])
        lead = {word.lower for word in words[first:at]}
        is_ahead = bool(lead & AHEAD) or _is_future(words[:at])
        # "By early Thursday" the net was back: "by" alone does not look ahead. "It stays closed until Thursday" does.
        if lead & {"by", "until"} and not _is_future(words) and "next" not in lead:
            is_ahead = "until" in lead and any(word.lower in LASTING for word in words[:first])
        strictly = bool(lead & {"last", "next"})
        day = self._nearest(WEEKDAYS.index(words[at].lower), ahead=is_ahead, strictly=strictly)
        part = [word.lower for word in words[at + 1 : end]]
        kept = [word for word in words[first:at] if word.lower not in ("last", "next", "this", "coming")]
        lead_text = written(kept) or "on"
        if [word.lower for word in words[max(0, first - 5) : first]] in EARLY_HOURS:
            # "In the early hours of Thursday".
            first, lead_text = first - 5, written(words[first - 5 : first])
        text = " ".join([lead_text, *(["the", *part, "of"] if part else []), written_date(day)])
        unsure = f"is {written_date(day)} meant, after the publication?" if is_ahead else ""
        return Moment(first, end, text[0].lower() + text[1:], day, unsure)

    def _nearest(self, weekday: int, *, ahead: bool, strictly: bool) -> datetime.date:
        step = (weekday - self.published.weekday()) % 7 if ahead else (self.published.weekday() - weekday) % 7
        if step == 0 and strictly:
            step = 7
        return self.published + step * (DAY if ahead else -DAY)

    def _near_day(self, words: Sequence[Word], at: int) -> Moment | None:
        """ "yesterday", "two days ago"."""
        lower = words[at].lower
        if lower in NEAR_DAYS:
            day = self.published + NEAR_DAYS[lower] * DAY
            part = [word.lower for word in words[at + 1 : at + 2] if word.lower in DAY_PARTS]
            lead = " ".join(["on", *(["the", *part, "of"] if part else [])])
            return Moment(at, at + 1 + len(part), f"{lead} {written_date(day)}", day)
        if lower == "ago" and at > 1 and words[at - 1].lower in ("day", "days", "week", "weeks"):
            count = _number(words[at - 2].lower)
            if count:
                day = self.published - count * (7 if "week" in words[at - 1].lower else 1) * DAY
                return Moment(at - 2, at + 1, f"on {written_date(day)}", day)
        return None

    def _date(self, words: Sequence[Word], at: int) -> Moment | None:
        """ "on 5 January", "January 5, 2022", "in May 2021", "in 1742"."""
        lower = words[at].lower
        if lower not in MONTHS or not words[at].is_capital or (lower in ("may", "march") and not _is_dated(words, at)):
            return self._year(words, at)
        month, first, end, number = MONTHS.index(lower) + 1, at, at + 1, 0
        if at and (number := _day_number(words[at - 1].lower)):
            first = at - 1
        elif end < len(words) and (number := _day_number(words[end].lower)):
            end += 1
        year = next((p for p in (end, end + 1) if p < len(words) and _is_year(words[p].text)), None)
        if year == end + 1 and words[end].text != ",":
            year = None
        given = int(words[year].text) if year is not None else 0
        said = end if year is None else year + 1  # up to where the words can be told as they are
        end, start = said, _start(words, first)
        near = [word.lower for word in words[end : end + 2]]
        if near[1:] == ["year"] and near[0] in NEAR_YEARS:
            given = self.published.year + NEAR_YEARS[near[0]]
            end += 2
        if not number:
            told = written(words[start:said]) + (f" {given}" if given and year is None else "")
            return Moment(start, end, told) if start < first or given else None
        day = _date(given or self.published.year, month, number)
        if day and not given and day > self.published and not _is_future(words):
            day = _date(self.published.year - 1, month, number)
        lead = written(words[start:first]) or "on"
        return Moment(start, end, f"{lead.lower()} {written_date(day)}", day) if day else None

    def _year(self, words: Sequence[Word], at: int) -> Moment | None:
        if at and _is_year(words[at].text) and words[at - 1].lower in ("in", "since", "until", "before", "by"):
            return Moment(at - 1, at + 1, f"{words[at - 1].lower} {words[at].text}")
        return None

    def _period(self, words: Sequence[Word], at: int) -> Moment | None:
        """ "last week", "next month": no one day."""
        after = words[at + 1].lower if at + 1 < len(words) else ""
        is_time = after in PERIODS or after in ("summer", "winter", "spring", "autumn", *DAY_PARTS)
        if words[at].lower in ("last", "next", "this") and is_time:
            text = written(words[at : at + 2]).lower()
            return Moment(at, at + 2, text, unsure=f'"{text}" is counted from the day of publication')
        return None

    def _vague(self, words: Sequence[Word], at: int) -> Moment | None:
        if words[at].lower == "overnight" and words[at].tag == "R" and not _modifies(words, at):
            return Moment(at, at + 1, "overnight", unsure="which night?")
        return None


def _hour(words: Sequence[Word], at: int) -> Moment | None:
    """ "At 4am", "by noon", "from 8am to 8pm"."""
    if not (HOUR.fullmatch(words[at].lower) and at and words[at - 1].lower in (*BEFORE, "between")):
        return None
    joined = [word.lower for word in words[at + 1 : at + 3]]
    is_span = len(joined) == 2 and joined[0] in ("to", "and", "until") and HOUR.fullmatch(joined[1])
    end = at + 3 if is_span else at + 1
    return Moment(at - 1, end, written(words[at - 1 : end]).lower())


def _modifies(words: Sequence[Word], at: int) -> bool:
    """Whether it belongs to a noun: "an overnight curfew"."""
    return at > 0 and words[at - 1].tag == "D"


def _start(words: Sequence[Word], at: int) -> int:
    start = at
    while start and words[start - 1].lower in BEFORE:
        start -= 1
    return start


def _is_future(words: Sequence[Word]) -> bool:
    lowers = [word.lower for word in words]
    return not FUTURE.isdisjoint(lowers) or not PLANNED.isdisjoint(pairwise(lowers))


def _number(word: str) -> int:
    return int(word) if word.isdecimal() and len(word) < 4 else NUMBERS.get(word, 0)


def _day_number(word: str) -> int:
    digits = word.rstrip("stndrh")
    return int(digits) if digits.isdecimal() and len(digits) < 3 and 1 <= int(digits) <= 31 else 0


def _is_year(text: str) -> bool:
    return text.isdecimal() and len(text) == 4 and int(text) in YEARS


def _is_dated(words: Sequence[Word], at: int) -> bool:
    around = [word.lower for word in (*words[max(0, at - 1) : at], *words[at + 1 : at + 2])]
    return any(_day_number(word) or _is_year(word) or word in ("in", "since", "last") for word in around)


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
