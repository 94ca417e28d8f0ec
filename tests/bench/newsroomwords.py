"""What the facts of `newsroom` are put together from. Every name is invented."""

from __future__ import annotations

from dataclasses import dataclass

FIRST_NAMES = (
    "Ada Agnes Alma Amos Anton Arvid Astrid Barnaby Basil Beatrix Benedek Berit Bram Bruno Cecily Clemens Conrad Cyril "
    "Dagmar Damian Dorit Edda Edgar Elsbeth Emil Enid Erwin Esther Ewan Fabian Felix Fenna Fergus Flora Freya Gerda "
    "Gideon Greta Gustav Hanno Harriet Hector Hedda Hugo Ida Ilsa Imre Ingrid Isidor Jasper Jonas Judith Jutta Kaspar "
    "Kirsten Lambert Lena Leopold Linus Lorenz Lotte Ludwig Magda Malte Marek Margit Mattis Mildred Milo Nadia Nils "
    "Nora Odile Olaf Orson Ottilie Otto Pavel Petra Quentin Ragna Ralf Rasmus Renata Roderick Rosa Rufus Sabina Selma "
    "Sigrid Silas Simon Solveig Stellan Svea Sybil Tamsin Theo Thora Tilda Tobias Torben Ursula Valentin Vera Viktor "
    "Viola Walburga Wanda Wilfred Wilma Xaver Yorick Yvette Zacharias Zelda"
).split()
LAST_STEMS = (
    "Abel Ander Arn Bach Balt Bartel Beck Berg Bjor Bohn Brand Brix Carl Dahl Dorn Eck Ehren Eng Falk Fenn Fisk Gold "
    "Gran Grun Hage Hart Hass Heid Holm Horn Jans Jor Kell Kempf Kling Kron Lang Lind Loren Lund Mark Marten Mohr Nord "
    "Ober Ohl Palm Pet Quist Rand Reich Ross Sand Schell Stein Strand Thor Ulm Vand Weid Wend Wolk Zell Zim"
).split()
LAST_ENDINGS = "sen mann er feld gren qvist stad ow ecki ius".split()
TOWN_STEMS = (
    "Alder Ash Barrow Birch Black Bramble Brock Cald Carr Cold Cran Dun Elm Fal Fern Glen Grim Halver Hazel Heron "
    "Hollow Kel Kirk Lang Lark Maple Mar Mill Moss Nether Oaken Otter Pell Quill Raven Rook Rush Salt Sel Shel Sorrel "
    "Stan Swan Tarn Thistle Thorn Toll Wether Whit Willow Win Wolver Wren Yarrow"
).split()
TOWN_ENDINGS = "moor ford wick ham ton stead mouth bury combe dale gate holt by ness thwaite".split()
TOWN_PREFIXES = ("", "", "Upper ", "Lower ", "Great ", "Little ")
OFFICES = (
    "mayor, fire chief, police chief, head teacher, harbour master, town clerk, bishop, chief engineer, treasurer, "
    "museum director, hospital director, council leader, station master, forester, librarian, coroner, prosecutor, "
    "union leader, football coach, theatre director"
).split(", ")
MONTHS = "January February March April May June July August September October November December".split()
MATERIALS = "old new north south east west stone wooden central upper lower medieval".split()


@dataclass(frozen=True)
class Happening:
    """A sort of event: verbs with the same meaning in past tense and as a base, things it happens to, and more."""

    past: tuple[str, ...]
    base: tuple[str, ...]
    things: tuple[str, ...]
    unit: str = ""
    """What is counted; empty where nothing is."""
    counted: str = ""
    """How the statement tells the count, with {count} and {unit}."""
    causes: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    """Who does it besides people with an office."""

    def objects(self) -> list[str]:
        """All things that it may happen to."""
        return [f"the {material} {thing}" for thing in self.things for material in MATERIALS]


HAPPENINGS = (
    Happening(("opened", "inaugurated"), ("open", "inaugurate"), ("library", "swimming pool", "market hall", "school"),
              "guests", "; {count} {unit} attended"),
    Happening(("closed", "shut"), ("close", "shut"), ("school", "factory", "clinic", "quarry"),
              "workers", "; {count} {unit} lost their jobs", ("falling demand", "a lack of money")),
    Happening(("evacuated", "cleared"), ("evacuate", "clear"), ("hospital", "harbour", "campsite", "railway station"),
              "residents", " and {count} {unit} had to leave", ("a gas leak", "a flood warning"), ("firefighters",)),
    Happening(("destroyed", "wrecked"), ("destroy", "wreck"), ("bridge", "mill", "barn", "lighthouse"),
              "houses", " and damaged {count} {unit}", (), ("a storm", "a fire", "a flood", "an explosion")),
    Happening(("repaired", "restored"), ("repair", "restore"), ("church", "bridge", "town hall", "fountain"),
              "craftsmen", " with {count} {unit}", ("frost damage", "an earthquake"), ("volunteers", "engineers")),
    Happening(("sold",), ("sell",), ("brewery", "shipyard", "hotel", "vineyard"),
              "shares", " along with {count} {unit}", ("rising debt",)),
    Happening(("bought", "purchased"), ("buy", "purchase"), ("ferry", "hotel", "theatre", "farm"),
              "hectares", " with {count} {unit} of land", (), ("investors", "a foundation")),
    Happening(("robbed", "burgled"), ("rob", "burgle"), ("bank", "jewellery shop", "museum", "post office"),
              "coins", " and took {count} {unit}", (), ("masked men", "thieves", "two brothers")),
    Happening(("banned", "outlawed"), ("ban", "outlaw"), ("fireworks display", "boat race", "night market", "carnival"),
              "complaints", " after {count} {unit}", ("a drought", "noise at night")),
    Happening(("discovered", "found"), ("discover", "find"), ("shipwreck", "burial mound", "tunnel", "mosaic"),
              "skeletons", " with {count} {unit} in it", (), ("archaeologists", "divers", "students")),
    Happening(("blocked", "occupied"), ("block", "occupy"), ("motorway", "power station", "ferry terminal", "square"),
              "tractors", " with {count} {unit}", ("fuel prices", "wage cuts"), ("farmers", "strikers", "students")),
    Happening(("flooded",), ("flood",), ("cellar", "subway", "cemetery", "stadium"),
              "pumps", "; {count} {unit} were brought in", ("a burst pipe", "heavy rain"), ("the river", "sea water")),
    Happening(("inspected", "examined"), ("inspect", "examine"), ("dam", "reservoir", "prison", "kitchen"),
              "defects", " and listed {count} {unit}", ("a tip-off",), ("auditors", "inspectors")),
    Happening(("painted",), ("paint",), ("water tower", "bandstand", "pier", "tram"),
              "murals", " with {count} {unit}", (), ("schoolchildren", "pensioners")),
    Happening(("sued",), ("sue",), ("water company", "bus operator", "landlord", "newspaper"),
              "tenants", " on behalf of {count} {unit}", ("poisoned wells", "unpaid rent"), ("a lawyer",)),
    Happening(("hired", "recruited"), ("hire", "recruit"), ("orchestra", "security firm", "night nurse", "gardener"),
              "candidates", " from among {count} {unit}", ("a lack of staff",)),
    Happening(("vaccinated",), ("vaccinate",), ("dog pound", "cattle herd", "nursing home", "rowing club"),
              "doses", " and used {count} {unit}", ("an outbreak of flu",), ("vets", "nurses")),
    Happening(("won",), ("win",), ("chess tournament", "regatta", "baking contest", "marathon"),
              "rivals", " against {count} {unit}", (), ("twins", "a retired sailor")),
)  # fmt: skip
