"""Makes en.words beside this script; run by hand when the rules change, never by the bot.

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
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

POS_FILES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
SENSE_KEY_POS = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
WORD = re.compile(r"[a-z]+")
VOWELS = "aeiou"

WORD_ZIPF = 1.8
"""A form is kept when it is at least this common: about one use in sixteen million words."""

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
class Synset:
    pos: str
    words: tuple[str, ...]
    relations: frozenset[str]
    """WordNet's signs for how it is related to others."""


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
    fields = line.partition(" | ")[0].split()
    word_count = int(fields[3], 16)
    # An adjective's place in the sentence is part of its spelling: "afraid(p)".
    words = tuple(re.sub(r"\(.*\)", "", word) for word in fields[4 : 4 + 2 * word_count : 2])
    at = 4 + 2 * word_count
    relations = fields[at + 1 : at + 1 + 4 * int(fields[at]) : 4]
    return Synset(pos, words, frozenset(relations))


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
    if "@i" in synset.relations:
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


def main() -> None:
    parser = argparse.ArgumentParser(description="Make en.words.")
    parser.add_argument("wordnet", type=Path, help="folder with WordNet 3.0's database files")
    parser.add_argument("frequencies", type=Path, help="file of word<TAB>zipf lines")
    parser.add_argument("--into", type=Path, default=Path(__file__).parent, help="folder to write to")
    arguments = parser.parse_args()
    wordnet = read_wordnet(arguments.wordnet)
    forms = collect_forms(wordnet, read_frequencies(arguments.frequencies))
    lines = "".join(line + "\n" for line in word_lines(forms))
    (arguments.into / "en.words").write_text(lines, encoding="ascii", newline="\n")


if __name__ == "__main__":
    main()
