"""Takes personal details out of what readers write, before any of it is kept.

What is left out: phone, card and other long numbers, e-mail and street addresses, @names, links, and the name that
somebody gives as their own. Dates, years, times and counts are no personal details, and stay.
"""

from __future__ import annotations

import re

GONE = "…"
"""What stands in place of a detail: no word, so that nothing is taken for a part of the question."""
LONGEST = 200
"""Characters of a question that are kept; nobody asks one thing in more."""

_LINK = r"(?i:https?|tg)://\S+|(?i:www)\.\S+|(?<![\w.@-])(?:[\w-]+\.)+(?i:[a-z]{2,})/\S*"
_EMAIL = r"(?<![\w.+%-])[\w.+%-]+\s?(?:@|[(\[]\s?(?i:at)\s?[)\]])\s?[\w-]+(?:\.[\w-]+)+"
_HANDLE = r"(?<!\w)[@＠]\w{2,}"

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_YEAR = r"(?:19|20)\d\d"
_DAY, _NUMBER_OF_MONTH = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])"
_BLANK = r"[ .\u00a0\u202f]"
_KEPT = (
    # 2022-01-06; 06.01.2022 or 1/6/22
    rf"(?<![\d+]){_YEAR}(?P<a>[-/.]){_NUMBER_OF_MONTH}(?P=a){_DAY}(?![-/.]?\d)",
    rf"(?<![\d+]){_DAY}(?P<b>[-/.]){_DAY}(?P=b)(?:{_YEAR}|\d\d)(?![-/.]?\d)",
    # in 2022, January 2022; 2019-2022
    rf"(?<!\w)(?:in|of|since|until|till|by|from|to|before|after|during|{_MONTH}) {_YEAR}(?!\d)",
    rf"(?<![\d+]){_YEAR}(?:(?:\s?[-–/,]\s?| ){_YEAR})+(?![-–]?\d)",
    # 6 000 000, 1.000.000; 1000000; 10:30
    rf"(?<![\d+])[1-9]\d{{0,2}}(?:{_BLANK}\d{{3}})*{_BLANK}000(?!\d| \d)",
    r"(?<![\d+])[1-9]\d{0,2}0{5,}(?!\d| \d)",
    r"(?<!\d)\d\d?:\d\d(?::\d\d)?(?!\d)",
)
_NUMBER = r"(?<![\w-])(?:\+\s?)?\(?\d(?:[\s().–/-]{0,3}\d){6,}|\w{0,3}\d{7,}\w*"
_ACCOUNT = r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,}(?: ?[A-Z0-9]{1,4})?\b"

_STREET = r"(?i:street|st|road|rd|avenue|ave|lane|ln|boulevard|blvd|drive|square|court|terrace|crescent|prospekt)\b\.?"
_HOUSE = r"\d{1,4}[A-Za-z]?(?:[/-]\d{1,3})?\b"
_NAME = r"[A-ZÀ-ÞА-ЯЁ][\w'’-]*"
_FLAT = r"(?:,?\s*\b(?i:apartment|apt|flat|кв)\b\.?\s*(?i:no\.?)?\s*#?\d+\w?)"
_HOME = r"(?i:liv(?:e|es|ed|ing)|stay(?:s|ed|ing)?|address(?:\s+is)?|home(?:\s+is)?)(?:\s+(?i:at|on|in))?"
_ADDRESSES = (
    # 12 Abay Street, apt 5; I live at 12 abay street
    rf"\b{_HOUSE},?\s+(?:{_NAME}\s+){{1,4}}{_STREET}{_FLAT}?",
    rf"\b{_HOME}\s+{_HOUSE},?\s+(?:\w+\s+){{1,3}}{_STREET}{_FLAT}?",
    # Abay Street 12; ul. Abaya 12; Hauptstraße 5; flat 5; P.O. Box 7
    rf"\b(?:{_NAME}\s+){{1,3}}{_STREET},?\s+(?:(?i:no|house)\.?\s*)?{_HOUSE}(?:{_FLAT}|(?=\s*(?:$|[,.;!?])))",
    rf"\b(?i:ul|ulitsa|ул|улица|prospekt|проспект|rue|calle)\b\.?\s+(?:[^\W\d][\w'’-]*\s+){{1,3}}{_HOUSE}{_FLAT}?",
    rf"\b\w+(?i:straße|strasse|str\.)\s+{_HOUSE}",
    rf"(?<!\w){_FLAT}",
    r"\b(?i:p\.?\s?o\.?\s?box)\s+\d+",
    # Storgata 12, 0155 Oslo
    rf"\b[^\W\d][\w'’-]*\s+{_HOUSE},?\s+(?!{_YEAR}\b|\d*00\b)\d{{4,5}}\s+{_NAME}",
)
# My name is Kari Nordmann
_OWN_NAME = rf"(?i:\bmy (?:\w+ )?name(?:['’]s| is)|\bname:)\s+{_NAME}(?:\s+(?:[A-Z]\.|{_NAME})){{0,3}}"
_DETAIL = re.compile(
    f"{_LINK}|{_EMAIL}|{_HANDLE}|{_OWN_NAME}|{'|'.join(_ADDRESSES)}|{_ACCOUNT}|(?P<kept>(?i:{'|'.join(_KEPT)}))|{_NUMBER}"
)


def without_details(text: str) -> str:
    """The text in one line of at most LONGEST characters, with GONE for each personal detail; maybe empty."""
    shown = "".join(sign if sign.isprintable() else " " for sign in text)
    bare = _DETAIL.sub(lambda found: found[0] if found["kept"] else GONE, " ".join(shown.split()))
    if len(bare) > LONGEST:
        bare = bare[: LONGEST - 1].rpartition(" ")[0] + GONE
    return bare if any(sign.isalnum() for sign in bare) else ""
