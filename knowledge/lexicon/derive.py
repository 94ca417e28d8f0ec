"""Makes the two word files beside this script; run by hand when the rules change, never by the bot.

    python knowledge/lexicon/derive.py WORDNET FREQUENCIES [--into FOLDER]

WORDNET is the folder with WordNet 3.0's index.*, data.*, *.exc and cntlist.rev (Debian: wordnet-base).
FREQUENCIES is a text file with one `word<TAB>zipf` a line, made from the PyPI package wordfreq 3.1.1:

    python -c "import wordfreq as f; [print(w, f.zipf_frequency(w, 'en'), sep='\t')
        for w in sorted(f.get_frequency_dict('en', 'large')) if w.isascii() and w.isalpha()]" > zipf.tsv

Frequencies only decide which words are kept; none of them is written out. The same inputs give the same bytes.

en.words: `form<TAB>flags[<TAB>bases]`, sorted by form.
    flags  n noun, v verb, a adjective, r adverb, the likeliest first; f before them for a function word or an
           interjection; p after them where the word is also a proper name, and alone where it is nothing else.
    bases  only for inflected forms: what each base form is, as letters to cut and letters to add.
           "carried  v  3y" is carry; "saw  nv  2ee,0" is see or saw itself.
en.thesaurus: `lemma<TAB>word:weight word:weight ...`, sorted by lemma, weights from 9 (the same) down.
"""

from __future__ import annotations

import argparse
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import permutations, product
from pathlib import Path

POS_FILES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
SENSE_KEY_POS = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
WORD = re.compile(r"[a-z]+")
VOWELS = "aeiou"

WORD_ZIPF = 1.8
"""A form is kept when it is at least this common: about one use in sixteen million words."""
LEMMA_ZIPF = 2.7
"""A lemma gets a line in the thesaurus when one of its forms is at least this common."""
RELATED_ZIPF = 2.6
"""A word is offered as related when one of its forms is at least this common."""

FUNCTION_WORDS = """
a an the this that these those such what which whatever whichever who whom whose whoever whomever where when why how
whence whither whereby wherein whereupon whereas whenever wherever however i me my mine myself you your yours yourself
yourselves he him his himself she her hers herself it its itself we us our ours ourselves they them their theirs
themselves themself one oneself someone somebody something anyone anybody anything everyone everybody everything nobody
nothing none no not nor neither either both each every any some all other others another much many more most few fewer
fewest little less least several enough own same and or but if because unless until till while although though whether
since lest than as so yet for of in on at by to from with without within into onto unto upon out off over under up down
about above across after against along alongside amid amidst among amongst around atop before behind below beneath
beside besides between betwixt beyond despite during except excepting excluding following inside including like minus
near notwithstanding opposite outside past pending per plus regarding concerning round through throughout toward
towards underneath unlike versus via vs worth am is are was were be been being do does did done doing has have had
having can could may might must shall should will would ought cannot gonna gotta wanna there here then thereby therein
thereof thereafter hereby herein too very just also only even etc ah aha alas aw aye bye duh eh er erm goodbye ha haha
hello hey hi hiya hmm hooray huh lol nah nope oh oi ok okay ooh oops ouch ow please phew psst sh thanks ugh uh um wow
ya yay yeah yep yes yo yup
"""
"""Written by hand: WordNet has open classes only, and lists "a" as a vitamin and "in" as a metal."""

ADDED = {
    "n": """
birther comorbidity decider driller enabler explainer funder influencer infringer installer kayaker onboarding
optimizer preparer recycler rehire reseller sanitizer uploader ability admin affordability airstrike algorithm
anchorman anchorwoman app audiobook backlash backstory biofuel bioweapon bitcoin blockchain blogger blogging bot botnet
buyout bystander captor caregiver caretaker carer carjacker carjacking ceasefire chatbot checkpoint cleric clickbait
cofounder coronavirus counterterrorism coworker crackdown crowdfunding cryptocurrency customization cyber cyberattack
cybercrime cybersecurity deepfake disinformation downtime drone dropout ebook ecommerce email emoji eurozone evacuee
extremism extremist firebombing firefight firefighter flashpoint fracking freelancer frontline fundraiser fundraising
gameplay gamer gendarme geolocation globalization groundwater gunfire gunfight gunman hacker hacktivist hardliner
hashtag headscarf healthcare hoodie hotline hotspot informant infographic insider insurgent internet intranet
interpreter jailbreak jihadi jihadist keyword kickback landmine lawmaker layoff loudspeaker leaderboard livestream
lockdown loyalist malware manhunt meetup meme memo metaverse microchip microplastic midtown militant millennial
misinformation mobster motorcade motherboard nanoparticle nationalization newsfeed newsroom nonprofit offline oligarch
onlooker opioid outage overreach pandemic paralympics paramilitary passcode payout paywall peacekeeper peacekeeping
phishing plugin podcast podcaster policymaker premiership presser protester protestor pushback ransomware refugee
renewable rideshare rioter roadblock roadmap rollout runoff sanction screenshot selfie separatist shooter skyjacking
smartphone smartwatch smuggler sniper spokesman spokesperson spokeswoman spyware stakeholder standoff startup statehood
stockpile storyline storytelling stringer superhero superspreader supremacist surveillance taser teargas texting
timeframe timeline toolkit townhall trafficker trafficking triathlon trope turnout tweet unrest username vaccine vape
vaping viewership vlogger warlord watchdog webcam webinar website whistleblower whistleblowing wiki wildfire workaround
workflow workforce workplace worldview youtuber
""",
    "v": """
declutter defund delegitimize rebook recheck reroute resend rewatch blog crowdfund curate deescalate deplatform
downsize download email evacuate firebomb fundraise geolocate google greenlight hashtag jailbreak livestream lowball
microchip multitask offshore outsource phish photoshop podcast reboot reconnect repost resettle retweet roleplay
sanction showcase sideline spam stonewall strategize taser teargas text torch tweet unfollow upload vape vlog weaponise
weaponize whatsapp
""",
    "a": """
accountable antiwar biometric bestselling citywide comedic complicit countrywide cyber electoral geopolitical
homophobic immersive interethnic intergovernmental jihadist midtown multiethnic nationwide nonprofit offline onboard
online opposition paralympic paramilitary postwar prewar separatist standalone statewide supremacist systemic
transformative transgender transphobic uncut unprovoked unsustainable upcoming viral worldwide
""",
    "r": "anytime citywide countrywide everytime midair nationwide offline online statewide worldwide",
    "p": """
aussie azerbaijani belarusian bollywood brexit covid eurovision facebook google hezbollah hollywood houthi instagram
ipad iphone isil kosovar kyiv linkedin myanmar obamacare reddit tiktok tutsi uighur uyghur whatsapp wikileaks wikipedia
youtube
""",
}
"""Written by hand: news English that WordNet 3.0 (2006) lacks, and names as common as words."""

PREFIXES = {
    "anti": "an", "counter": "nv", "dis": "vn", "hyper": "a", "inter": "a", "mid": "n", "mis": "vn", "multi": "a",
    "non": "an", "out": "v", "over": "va", "post": "a", "pre": "va", "pro": "a", "re": "vn", "semi": "a", "sub": "na",
    "super": "an", "trans": "a", "ultra": "a", "un": "av", "under": "va",
}  # fmt: skip
"""Prefixes that make a new word of the same part of speech; usage decides which of those words are real."""
SUFFIXES = {"v": {"able": "a"}, "a": {"ly": "r", "ness": "n", "ity": "n"}, "n": {"less": "a"}}
DERIVED_ZIPF = 2.0
DERIVED_BASE_LENGTH = 5
"""Shorter bases make mistakes and surnames look like words: "untill", "renard"."""

NAME_ABBREVIATION = re.compile(r"[A-Z]+")


@dataclass(frozen=True, slots=True)
class Pointer:
    """One relation of WordNet; source and target count words from 1, 0 means the whole synset."""

    symbol: str
    target: str
    source_word: int
    target_word: int


@dataclass(frozen=True, slots=True)
class Synset:
    pos: str
    words: tuple[str, ...]
    pointers: tuple[Pointer, ...]
    gloss: str


@dataclass(frozen=True, slots=True)
class WordNet:
    """Synsets by key ("n00001740"), senses by (lemma, pos) with their counts in use, irregular forms by pos."""

    synsets: dict[str, Synset]
    senses: dict[tuple[str, str], list[tuple[str, int]]]
    irregular: dict[str, list[tuple[str, str]]]


def read_wordnet(folder: Path) -> WordNet:
    counts = _read_counts(folder / "cntlist.rev")
    synsets: dict[str, Synset] = {}
    senses: dict[tuple[str, str], list[tuple[str, int]]] = {}
    irregular: dict[str, list[tuple[str, str]]] = {}
    for pos, name in POS_FILES.items():
        for line in _records(folder / f"data.{name}"):
            synsets[pos + line[:8]] = _synset(pos, line)
        for line in _records(folder / f"index.{name}"):
            fields = line.split()
            lemma, count = fields[0], int(fields[2])
            ranked = enumerate(fields[-count:], start=1)
            senses[lemma, pos] = [(pos + offset, counts[lemma, pos, rank]) for rank, offset in ranked]
        pairs = (line.split() for line in _records(folder / f"{name}.exc"))
        irregular[pos] = [(form, base) for form, *bases in pairs for base in bases]
    return WordNet(synsets, senses, irregular)


def _records(path: Path) -> Iterator[str]:
    """The lines of a WordNet file without the licence, which is indented."""
    with path.open(encoding="ascii") as file:
        yield from (line.rstrip("\n") for line in file if not line.startswith("  "))


def _read_counts(path: Path) -> Counter[tuple[str, str, int]]:
    counts: Counter[tuple[str, str, int]] = Counter()
    for line in _records(path):
        key, rank, count = line.split()
        lemma, _, rest = key.partition("%")
        counts[lemma, SENSE_KEY_POS[rest[0]], int(rank)] += int(count)
    return counts


def _synset(pos: str, line: str) -> Synset:
    record, _, gloss = line.partition(" | ")
    fields = record.split()
    word_count = int(fields[3], 16)
    # An adjective's place in the sentence is part of its spelling: "afraid(p)".
    words = tuple(re.sub(r"\(.*\)", "", word) for word in fields[4 : 4 + 2 * word_count : 2])
    at = 4 + 2 * word_count
    pointers = []
    for start in range(at + 1, at + 1 + 4 * int(fields[at]), 4):
        symbol, offset, target_pos, ends = fields[start : start + 4]
        target = target_pos.replace("s", "a") + offset
        pointers.append(Pointer(symbol, target, int(ends[:2], 16), int(ends[2:], 16)))
    return Synset(pos, words, tuple(pointers), gloss)


def read_frequencies(path: Path) -> dict[str, float]:
    pairs = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return {word: float(zipf) for word, zipf in pairs}


# Forms: every spelling of a lemma.


def regular_forms(lemma: str, pos: str) -> dict[str, float]:
    """The regular forms of a lemma with the share of its uses that each one has, roughly."""
    consonant_y = lemma.endswith("y") and lemma[-2:-1] not in VOWELS
    stem = lemma[:-1] + "i" if consonant_y else lemma
    s_form = stem + "es" if consonant_y or lemma.endswith(("s", "x", "z", "ch", "sh")) else lemma + "s"
    if pos == "n":
        forms = {lemma: 0.75, s_form: 0.25}
        if lemma.endswith("o"):
            forms[lemma + "es"] = 0.25
        if lemma.endswith("man"):
            forms[lemma[:-2] + "en"] = 0.25
        return forms
    if pos == "v":
        if lemma.endswith("o"):
            s_form = lemma + "es"
        if lemma.endswith("ie"):
            ing = lemma[:-2] + "ying"
        elif lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
            ing = lemma[:-1] + "ing"
        else:
            ing = lemma + "ing"
        past = lemma + "d" if lemma.endswith("e") else stem + "ed"
        return {lemma: 0.35, s_form: 0.15, past: 0.3, ing: 0.2}
    if pos == "a":
        compared = stem.removesuffix("e")
        return {lemma: 0.95, compared + "er": 0.03, compared + "est": 0.02}
    return {lemma: 1.0}


def _is_single(word: str) -> bool:
    return WORD.fullmatch(word) is not None


class Forms:
    """Collects, for every form, how likely each part of speech and each base form is."""

    def __init__(self, frequencies: dict[str, float]) -> None:
        self.frequencies = frequencies
        self.pos: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
        self.bases: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
        self.names: set[str] = set()

    def add(
        self, lemma: str, pos: str, weight: float, *, irregular: Iterable[str] = (), zipf: float = WORD_ZIPF
    ) -> None:
        """Add a lemma with all its forms."""
        forms = regular_forms(lemma, pos)
        usual = max((self.frequencies.get(form, 0.0) for form in irregular), default=0.0)
        for form, share in forms.items():
            # "goed" is a mistake where "went" is usual; "learned" and "learnt" are both in use.
            overruled = form != lemma and share >= 0.25 and self.frequencies.get(form, 0.0) < usual - 1.0
            if not overruled:
                self._add_form(form, lemma, (pos, weight * share), zipf)
        for form in irregular:
            share = 0.2 if form.endswith("ing") else {"n": 0.25, "v": 0.3}.get(pos, 0.03)
            self._add_form(form, lemma, (pos, weight * share), zipf)

    def add_name(self, name: str, *, countable: bool) -> None:
        forms = regular_forms(name, "n") if countable else [name]
        for form in forms:
            if len(form) > 1 and self.frequencies.get(form, 0.0) >= WORD_ZIPF:
                self.names.add(form)
                self.bases[form][name] += 1e-3

    def _add_form(self, form: str, lemma: str, use: tuple[str, float], zipf: float) -> None:
        pos, weight = use
        if _is_single(form) and len(form) > 1 and self.frequencies.get(form, 0.0) >= zipf:
            self.pos[form][pos] += weight
            self.bases[form][lemma] += weight


def collect_forms(wordnet: WordNet, frequencies: dict[str, float]) -> Forms:
    forms = Forms(frequencies)
    irregular: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for pos, pairs in wordnet.irregular.items():
        for form, base in pairs:
            if form != base:
                irregular[base, pos].append(form)
    for (lemma, pos), senses in wordnet.senses.items():
        if not _is_single(lemma):
            continue
        kinds = [(sense_kind(wordnet.synsets[key], lemma), count) for key, count in senses]
        common = [count for kind, count in kinds if kind in ("common", "adjective")]
        if common:
            weight = sum(common) + 0.3 * len(common)
            forms.add(lemma, pos, weight, irregular=irregular[lemma, pos])
        if any(kind != "common" for kind, _ in kinds):
            forms.add_name(lemma, countable=pos == "n" and any(kind == "name" for kind, _ in kinds))
    _add_derived(forms, wordnet)
    for pos, text in ADDED.items():
        for word in filter(_is_single, text.split()):
            if pos == "p":
                forms.add_name(word, countable=True)
            elif pos not in forms.pos[word]:
                forms.add(word, pos, 3.0)
    return forms


def sense_kind(synset: Synset, lemma: str) -> str:
    """What a sense is: common; a name, which has a plural (January); single, a name of one thing (China); or an
    adjective made of a name (Russian)."""
    spellings = [word for word in synset.words if word.lower() == lemma]
    if any(word == lemma for word in spellings) or synset.pos in "vr":
        return "common"
    if synset.pos == "a":
        return "adjective"
    if any(pointer.symbol == "@i" for pointer in synset.pointers):
        return "single"
    # "TV" stands beside "television", so it is no name; "CIA" stands beside "Central Intelligence Agency".
    abbreviation = any(NAME_ABBREVIATION.fullmatch(word) for word in spellings)
    return "common" if abbreviation and any(word.islower() for word in synset.words) else "name"


def _add_derived(forms: Forms, wordnet: WordNet) -> None:
    """Regular derivations that WordNet leaves out: "unsustainable", "reconnect", "seamlessly"."""
    lemmas = [(lemma, pos) for lemma, pos in wordnet.senses if _is_single(lemma) and len(lemma) >= DERIVED_BASE_LENGTH]
    known = {word for word, _ in wordnet.senses} | set(forms.pos)
    for lemma, pos in lemmas:
        made = [(prefix + lemma, pos) for prefix, allowed in PREFIXES.items() if pos in allowed]
        made += [(_with_ending(lemma, ending), new_pos) for ending, new_pos in SUFFIXES.get(pos, {}).items()]
        for word, new_pos in made:
            if word not in known:
                forms.add(word, new_pos, 0.1, zipf=DERIVED_ZIPF)


def _with_ending(lemma: str, ending: str) -> str:
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        stem = lemma[:-1] + "i"
    elif lemma.endswith("le") and ending == "ly":
        stem = lemma[:-2]
    elif lemma.endswith("ous") and ending == "ity":
        stem = lemma[:-3] + "os"
    elif lemma.endswith("ue") or (lemma.endswith("e") and ending[0] in VOWELS):
        stem = lemma[:-1]
    else:
        stem = lemma
    return stem + ending


def word_lines(forms: Forms) -> Iterator[str]:
    functions = set(FUNCTION_WORDS.split())
    for form in sorted(functions | forms.names | {form for form, uses in forms.pos.items() if uses}):
        flags = "f" * (form in functions) + "".join(_likely(forms.pos[form], order="nvar"))
        flags += "p" * (form in forms.names and form not in functions)
        bases = _likely(forms.bases[form])
        if form in functions or bases in ([], [form]):
            yield f"{form}\t{flags}"
        else:
            yield f"{form}\t{flags}\t{','.join(_edit(form, base) for base in bases)}"


def _likely(weights: Mapping[str, float], order: str = "") -> list[str]:
    """The keys that matter, the heaviest first: below one in a hundred, a use is a curiosity."""
    least = 0.01 * sum(weights.values())
    kept = [key for key, weight in weights.items() if weight >= least]
    return sorted(kept, key=lambda key: (-weights[key], order.find(key), key))


def _edit(form: str, base: str) -> str:
    """How many last letters of the form to cut, and what to add: "carried" to "carry" is "3y"."""
    same = 0
    while same < min(len(form), len(base)) and form[same] == base[same]:
        same += 1
    return f"{len(form) - same}{base[same:]}"


# Thesaurus: which words explain which.

RELATIONS = {
    "+": 0.95,  # destroy: destruction
    "<": 0.9,  # participle of a verb
    "\\": 0.85,  # presidential: president; quickly: quick
    "&": 0.65,  # a narrower adjective and its head
    "@": 0.7,  # broader, one step
    "$": 0.7,  # senses of verbs that belong together
    ">": 0.55,  # kill: die
    "*": 0.5,  # snore: sleep
    "^": 0.5,  # see also
}
"""How far a relation carries, against 1 for words of one synset. Both directions count alike."""
NEGATIONS = ("un", "dis", "non", "anti", "mis")
"""Prefixes that turn a word round, where WordNet does not say so itself."""
WORD_RELATIONS = "+<\\"
"""Relations that hold between spellings, whichever of their senses is meant."""
NOUN_SENSES = 2
"""Broader and narrower nouns are taken for this many first senses."""
LEAST_WEIGHT = 3
MOST_RELATED = 25
UNSUPPORTED = 0.65
"""What is left of a loose relation when the two definitions share no content word."""

TOO_GENERAL = frozenset(
    """
abstraction act action activity agent amount animal area arrangement artifact attribute being body case
category cause change cognition collection communication concept condition content creature device document entity
event feeling form group happening idea individual instance instrumentality item kind knowledge leader line linguistic
location man mark material matter measure message method move movement object occurrence organism organization part
period person phenomenon piece place point position possession process product property quality quantity region relation
section sign situation somebody someone something space state statement structure stuff substance system thing time
trait unit user way whole woman work worker writing
accept allow alter appear ask be become begin bring come consider continue create displace do end exist experience
express feel find get give go happen have hold interact keep let look make modify move perform produce put remove
say see seem set show start stay stop take tell think touch transfer travel treat try turn undergo use want
""".split()
)
"""Words so broad that being one of their kinds explains nothing."""

COARSE = re.compile(
    r"\((ethnic slur|[^)]*(offensive|obscene|disparaging|derogatory|vulgar|slang for)[^)]*)\)|\bobscene\b"
    r"|\boffensive (term|name|word)|sexual (intercourse|partner|desire|arous|pleasure|organ)|\bgenital|\bpenis\b"
    r"|masturbat|expletive|prostitut|\bhaving sex\b"
)
CRIME = re.compile(r"\b(crime|force|against|assault|offen[cs]e|illegal)")
COARSE_WORDS = frozenset(
    "arse ass bastard bitch bugger bullshit cock crap cunt darkie dick dyke fag faggot fuck fucking hooker nigger "
    "piss prick pussy retard screw shit slut spic tits tosser turd twat wanker whore".split()
)
FUNCTION = frozenset(FUNCTION_WORDS.split())
UNWANTED = COARSE_WORDS | FUNCTION
IN_EVERY_DEFINITION = FUNCTION | TOO_GENERAL | {"usually", "especially", "made"}


class Thesaurus:
    """Collects evidence that two words mean nearly the same, then keeps what is strong enough."""

    def __init__(self, wordnet: WordNet, forms: Forms) -> None:
        self.wordnet = wordnet
        self.zipf: defaultdict[str, float] = defaultdict(float)
        for form, bases in forms.bases.items():
            for base in bases:
                self.zipf[base] = max(self.zipf[base], forms.frequencies.get(form, 0.0))
        self.strengths = self._sense_strengths()
        pointers = (pointer for synset in wordnet.synsets.values() for pointer in synset.pointers)
        self.narrower = Counter(pointer.target for pointer in pointers if pointer.symbol == "@")
        self.evidence: defaultdict[tuple[str, str], list[float]] = defaultdict(list)
        self.opposites: set[tuple[str, str]] = set()

    def _sense_strengths(self) -> dict[tuple[str, str], tuple[float, int]]:
        """For each lemma's sense: how usual it is, 1 for the most usual, and its rank within its part of speech.

        Readers' words show their part of speech ("stormed"), so one that is rarer than another costs less than
        a rarer sense does.
        """
        uses: Counter[str] = Counter()
        for (lemma, _), senses in self.wordnet.senses.items():
            uses[lemma] += sum(count for _, count in senses) + 1
        strengths = {}
        for (lemma, _), senses in self.wordnet.senses.items():
            most = max(count + 1 / rank for rank, (_, count) in enumerate(senses, start=1))
            share = (sum(count for _, count in senses) + 1) / uses[lemma]
            for rank, (key, count) in enumerate(senses, start=1):
                usual = max(math.sqrt((count + 1 / rank) / most), 0.5 / math.sqrt(rank))
                strengths[lemma, key] = usual * max(0.5, math.sqrt(share)), rank
        return strengths

    def collect(self) -> None:
        for key, synset in self.wordnet.synsets.items():
            if self._is_coarse(synset):
                continue
            for word, other in permutations(self._words(key), 2):
                self._add(word, other, (key, key), 1.0)
            for pointer in synset.pointers:
                self._follow(key, pointer)

    def _follow(self, key: str, pointer: Pointer) -> None:
        if pointer.symbol == "!":
            words = self._words(key, pointer.source_word), self._words(pointer.target, pointer.target_word)
            self.opposites.update(product(*words))
        carries = RELATIONS.get(pointer.symbol, 0.0)
        target = self.wordnet.synsets[pointer.target]
        if not carries or self._is_coarse(target):
            return
        source_words = self._words(key, pointer.source_word)
        target_words = self._words(pointer.target, pointer.target_word)
        if pointer.symbol not in WORD_RELATIONS:
            carries *= 1.0 if self._definitions_meet(key, pointer.target) else UNSUPPORTED
        if pointer.symbol == "@":
            target_words = [word for word in target_words if word not in TOO_GENERAL]
            carries /= 1 + 0.4 * math.log10(self.narrower[pointer.target])
        for word, other in product(source_words, target_words):
            broader_noun = pointer.symbol == "@" and key[0] == "n"
            if not broader_noun or self._both_usual((word, key), (other, pointer.target)):
                self._add(word, other, (key, pointer.target), carries)
                self._add(other, word, (pointer.target, key), carries)

    def _both_usual(self, *senses: tuple[str, str]) -> bool:
        return all(self.strengths[sense][1] <= NOUN_SENSES for sense in senses)

    def _add(self, word: str, other: str, keys: tuple[str, str], carries: float) -> None:
        if word != other:
            strength = math.sqrt(self.strengths[word, keys[0]][0] * self.strengths[other, keys[1]][0])
            self.evidence[word, other].append(carries * strength)

    def _words(self, key: str, number: int = 0) -> list[str]:
        """The words of a synset that may stand in the thesaurus, or only its word of that number."""
        words = self.wordnet.synsets[key].words
        chosen = words[number - 1 : number] if number else words
        return [
            word
            for word in chosen
            if _is_single(word) and len(word) > 1 and word not in UNWANTED and self.zipf[word] >= RELATED_ZIPF
        ]

    @staticmethod
    def _is_coarse(synset: Synset) -> bool:
        return bool(COARSE.search(synset.gloss)) and not CRIME.search(synset.gloss)

    def _definitions_meet(self, key: str, other: str) -> bool:
        """Whether two definitions share a content word, or one names a word of the other."""
        left, right = self.wordnet.synsets[key], self.wordnet.synsets[other]
        return bool((_content(left.gloss) | _content(*left.words)) & (_content(right.gloss) | _content(*right.words)))

    def _are_opposites(self, word: str, other: str) -> bool:
        shorter, longer = sorted((word, other), key=len)
        return (word, other) in self.opposites or any(longer == prefix + shorter for prefix in NEGATIONS)

    def lines(self) -> Iterator[str]:
        related: defaultdict[str, dict[str, int]] = defaultdict(dict)
        for (word, other), scores in self.evidence.items():
            # Each further path between two words makes it likelier that they are meant alike.
            score = max(scores) * min(1.45, 1 + 0.15 * (len(scores) - 1))
            weight = min(9, round(9 * score))
            # Some pairs are opposites in one sense and alike in another; taking them for alike is the worse mistake.
            wanted = self.zipf[word] >= LEMMA_ZIPF and not self._are_opposites(word, other)
            if weight >= LEAST_WEIGHT and wanted:
                related[word][other] = weight
        for word, others in sorted(related.items()):
            best = sorted(others, key=lambda other: (-others[other], -self.zipf[other], other))[:MOST_RELATED]
            shown = sorted(best, key=lambda other: (-others[other], other))
            yield f"{word}\t{' '.join(f'{other}:{others[other]}' for other in shown)}"


def _content(*texts: str) -> frozenset[str]:
    """The first six letters of each content word: a stem that is good enough to see what two definitions share."""
    words = WORD.findall(" ".join(texts).split(";", 1)[0].lower())
    return frozenset(word[:6] for word in words if len(word) > 3 and word not in IN_EVERY_DEFINITION)


def main() -> None:
    parser = argparse.ArgumentParser(description="Make en.words and en.thesaurus.")
    parser.add_argument("wordnet", type=Path, help="folder with WordNet 3.0's database files")
    parser.add_argument("frequencies", type=Path, help="file of word<TAB>zipf lines")
    parser.add_argument("--into", type=Path, default=Path(__file__).parent, help="folder to write to")
    arguments = parser.parse_args()
    wordnet = read_wordnet(arguments.wordnet)
    forms = collect_forms(wordnet, read_frequencies(arguments.frequencies))
    thesaurus = Thesaurus(wordnet, forms)
    thesaurus.collect()
    for name, lines in (("en.words", word_lines(forms)), ("en.thesaurus", thesaurus.lines())):
        (arguments.into / name).write_text("".join(line + "\n" for line in lines), encoding="ascii", newline="\n")


if __name__ == "__main__":
    main()
