"""Plain text in, tokens out: one normaliser for readers' questions and for the knowledge alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from itertools import chain
from typing import NamedTuple, TypeAlias

import Stemmer  # type: ignore[import-not-found]

from bot.memo import Memo

ACRONYM = re.compile(r"\b(?:[A-Za-z]\.){2,}(?:[A-Za-z]\b)?|\b[A-Za-z](?:-[A-Za-z]){2,}\b")
"""Letters set apart: "C.S.T.O.", "c-s-t-o"."""
WORD = re.compile(r"[A-Za-z]+(?:'[A-Za-z]+)*|\d+(?:[.,]\d+)*|[$€£¥₸%]")
AT_DIGIT = re.compile(r"\d[A-Za-z]|[A-Za-z]\d")
ORDINAL = re.compile(r"(?i)(?<=\d)(?:st|nd|rd|th)\b")
MIXED = re.compile(r"(?=.*[a-z])(?=.*\d)[a-z0-9]+")
"""How chats write words with digits: "b4", "2day"."""
AS_TO = "turn(?:s|ed)?|happen(?:s|ed|ing)?|talk(?:s|ed|ing)?|speaks?|spoken?|said|sent|send|next|according|thanks"
AS_FOR = "stands?|ask(?:s|ed|ing)?|begs?|begged|call(?:s|ed|ing)?|look(?:s|ed|ing)?|here|going|went|there|known|used"
AS_WORD = re.compile(
    rf"(?i)\b(?:(?:{AS_TO}) (2)|(?:{AS_FOR}) (4))\b(?! (?:\w*[^suai]s|week|day|hour|month|year)\b|[^\s?!])"
)
"""How chats write "to" and "for": "what does it stand 4", but not "who called 4 soldiers"."""
FOR_EVER = re.compile(r"(?i)\bfor ever\b")
HAD = re.compile(r"(?i)(?<=\w)'d (?=(?:just |already |ever |never )?(?:been|had|gone)\b)")
"""Where 'd is short for "had", and not for "would"."""
STRETCHED = re.compile(r"([a-z])\1{2,}")
BRITISH_ISE = re.compile(r"is(e|ed|es|ing|er|ers|ation|ations)$")
BRITISH_OUR = re.compile(r"(?<=[a-z]{3})our(s|ed|ing|ite|able|less|er|ers|hood)?$")
AGENT = re.compile(r"(?<=[a-z]{4})[eo]rs?$")
"""The ending of those who act: Porter2 would take "attackers" for "attacks"."""
CONTRACTIONS = {"'re": "are", "'ve": "have", "'ll": "will", "'d": "would", "'m": "am"}
BEFORE_IS = frozenset("what who where when why how which it he she that this there here".split())
"""Words after which 's is short for "is"; elsewhere it marks a possessor."""
PLAIN_CHARACTERS = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "«": '"', "»": '"', "„": '"'}
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad\ufe0f", None)
)

WH = frozenset("who whom whose what which when where why how".split())
AUXILIARY = frozenset(
    "be is are was were been being am has have had having do does did doing done "
    "can could will would shall should may might must".split()
)
PREPOSITIONS = frozenset(
    "of in on at by to from for with about into over under after before during since until till near between "
    "against through towards toward as per besides beside apart among amid despite out off up down around "
    "behind upon".split()
)
ASPECTS = frozenset("still yet already again ever before".split())
"""Words that change the truth of a yes/no question: it burned, but does it *still* burn?"""
NEGATIONS = frozenset("not no never nobody none neither nor nothing without".split())

REMEMBERED = 4096
"""Written words that are kept with their tokens: more than readers commonly use."""

# Without the library's own memory, which takes thrice the time of working a stem out.
_porter2 = Stemmer.Stemmer("english", 0)


class Token(NamedTuple):
    """A word of a text: as it was normalised, its stem, and whether it was written with a capital."""

    word: str
    stem: str
    capital: bool = False


Tokens: TypeAlias = tuple[Token, ...]


def plain(text: str) -> str:
    """The text in plain letters: no accents, typographic quotes or invisible characters; case is kept."""
    if text.isascii():
        return text
    text = text.translate(PLAIN_CHARACTERS)
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def porter2(word: str) -> str:
    """The word's Porter2 stem, British spellings as American ones: "organisations" and "organizing" agree."""
    # Most words have none of these endings, and a plain look takes a fraction of a pattern's time.
    if "is" in word:
        word = BRITISH_ISE.sub(r"iz\1", word)
    if "our" in word:
        word = BRITISH_OUR.sub(r"or\1", word)
    stem: str = _porter2.stemWord(word)
    agent = word[-1:] in "rs" and AGENT.search(word)
    return stem + "er" if agent and not stem.endswith(("er", "or")) else stem


def words(text: str) -> Iterable[tuple[str, bool]]:
    """Each word of the text, casefolded and with its contraction undone, and whether it had a capital.

    >>> list(words("What's the mayor's name?"))
    [('what', True), ('is', False), ('the', False), ('mayor', False), ('name', False)]
    """
    return chain.from_iterable(map(spoken, written_words(text)))


def is_plain_word(text: str) -> bool:
    """Whether a text is one word in small plain letters, as are most of a lexicon, which has many."""
    return text.isascii() and text.isalpha() and text.islower()


def written_words(text: str) -> list[str]:
    """Each word of the text as it is written, but in plain letters; an acronym without its dots."""
    if not text.isascii():
        text = plain(text)
    elif text.isalpha():
        return [text]  # as are most texts of a lexicon, which has many
    if "'d " in text:
        text = HAD.sub(" had ", text)
    if "." in text or "-" in text:
        text = ACRONYM.sub(lambda match: match[0].replace(".", "").replace("-", ""), text)
    found: list[str] = WORD.findall(text)
    return found


def spoken(written: str) -> Iterable[tuple[str, bool]]:
    """As `words`, of one written word."""
    word, capital = written.casefold(), written[0].isupper()
    return _uncontracted(word, capital) if "'" in word else ((word, capital),)


def _uncontracted(word: str, capital: bool) -> Iterable[tuple[str, bool]]:
    stem, _apostrophe, _tail = word.rpartition("'")
    if not stem or word == "n't":
        yield "not" if word == "n't" else word.strip("'"), capital
    elif word.endswith("n't"):
        yield {"ca": "can", "wo": "will", "sha": "shall", "ai": "is"}.get(word[:-3], word[:-3]), capital
        yield "not", False
    elif word.endswith("'s"):
        yield stem, capital
        if stem in BEFORE_IS:
            yield "is", False
    else:
        yield stem, capital
        if short := CONTRACTIONS.get(word[len(stem) :]):
            yield short, False


def sentence_start(text: str) -> str:
    """The text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


class Normalizer:
    """Turns text into tokens by the lexicon's spellings and irregular forms."""

    def __init__(self, forms: Mapping[str, str], spellings: Mapping[str, str]) -> None:
        """`forms` maps an irregular form to its base, `spellings` a spelling to the words it stands for."""
        self._forms = forms
        self._spellings = {spelt: tuple(word for word, _ in words(meant)) for spelt, meant in spellings.items()}
        mixed = [spelt for spelt in self._spellings if MIXED.fullmatch(spelt)]
        self._mixed = re.compile(rf"\b(?:{'|'.join(map(re.escape, mixed)) or '(?!)'})\b", re.IGNORECASE)
        self.word_tokens = Memo(self._word_tokens, REMEMBERED)

    def written(self, text: str) -> list[str]:
        """As `written_words`, with words of letters and digits spelt out: "sum1" is "someone", and "6th" is "6"."""
        if AT_DIGIT.search(text):
            text = ORDINAL.sub("", text)
            text = self._mixed.sub(lambda match: " ".join(self._spellings[match[0].casefold()]), text)
        if " ever" in text:
            text = FOR_EVER.sub("forever", text)
        if " 2" in text or " 4" in text:
            text = AS_WORD.sub(lambda match: match[0][:-1] + ("to" if match[1] else "for"), text)
        return written_words(text)

    @property
    def spellings(self) -> Iterable[str]:
        """The spellings that stand for other words."""
        return self._spellings.keys()

    def stem(self, word: str) -> str:
        """The stem of one casefolded word."""
        return porter2(self._forms.get(word, word))

    def is_spelt_as_meant(self, word: str) -> bool:
        """Whether a word in small plain letters stands for itself."""
        return word not in self._spellings and not STRETCHED.search(word)

    def tokens(self, text: str) -> list[Token]:
        """The text's words in order, spelt as the lexicon spells them, stemmed; nothing is left out."""
        return list(chain.from_iterable(map(self.word_tokens.__getitem__, self.written(text))))

    def _word_tokens(self, written: str) -> tuple[Token, ...]:
        """What one written word stands for: "What's" for "what" and "is"."""
        word = written.casefold()
        if "'" not in word and self.is_spelt_as_meant(word):
            return (Token(word, self.stem(word), written[0].isupper()),)  # as are most
        return tuple(
            [Token(word, self.stem(word), capital) for said, capital in spoken(written) for word in self.respelt(said)]
        )

    def respelt(self, word: str) -> tuple[str, ...]:
        """The standard spelling of a chat or regional spelling: "ppl" is ("people",)."""
        found = self._spellings.get(word)
        if found is None and STRETCHED.search(word):
            found = self._spellings.get(squeezed := STRETCHED.sub(r"\1", word), (squeezed,))
        return found or (word,)

    def stems(self, text: str) -> tuple[str, ...]:
        """The stems of the text's words, in order."""
        return tuple(token.stem for token in self.tokens(text))
