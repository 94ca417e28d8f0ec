"""What general English words tell of a news article: who speaks, what sort a name is, how clauses begin."""

from __future__ import annotations

SPEECH = frozenset(
    "say tell report announce claim add warn confirm note state write post tweet argue insist deny allege explain "
    "reveal admit acknowledge suggest stress declare believe predict estimate describe rule find think hope "
    "promise".split()
)
"""Verbs, as base forms, whose object may be a whole statement."""
SPEECH_ONLY = frozenset(
    "say tell report announce claim warn confirm note state write post tweet insist allege add believe think".split()
)
"""Those after which a statement needs no "that"."""
ADDRESSING = frozenset("tell inform notify assure remind warn".split())
"""Those whose first object is who hears it."""
LEADING = frozenset(
    "try attempt continue vow plan agree manage fail want begin start refuse promise pledge threaten seek hope intend "
    "need decide expect appear seem aim prepare offer choose struggle force order tend happen ask urge use allow due "
    "set go have oblige require able".split()
)
"""Verbs that leave the deed to an infinitive: "tried to storm"."""
WITH_GERUND = frozenset(
    "report approve continue start stop keep begin avoid consider deny admit recall propose".split()
)
"""Verbs that leave the deed to a gerund: "reported hearing"."""
CAUSING = frozenset("prompt force lead cause allow enable push drive compel spark trigger leave".split())
"""What a participle does to make somebody else do something: "prompting the mayor to resign"."""

BE = frozenset("be is are was were been being am".split())
HAVE = frozenset("have has had having".split())
PLURAL_VERBS = frozenset({"are", "were", "have"})
MODAL = frozenset("will would can could shall should may might must".split())
CONTRACTED = "do does did is are was were has have had could would should might must ca wo".split()
DENYING = frozenset(f"{verb}n{mark}t" for mark in "'’" for verb in CONTRACTED) | {"cannot"}
"""Auxiliaries with "not" in them."""
LIMITS = frozenset("never nearly almost hardly barely".split())
"""Adverbs with which a deed was not done, or not quite."""
HEDGES = frozenset("allegedly reportedly apparently possibly probably perhaps likely supposedly".split())
"""Adverbs by which a deed is not quite said to be one."""
NEGATIONS = DENYING | {"not", "never"}
AUXILIARIES = BE | HAVE | MODAL | DENYING | frozenset("do does did".split())
DETERMINERS = frozenset(
    "the a an this that these those some any no every each all both either neither another other several many few "
    "much more most its his her their our my your half".split()
)
PRONOUNS = frozenset("i you he she it we they him them us me himself herself itself themselves who nobody".split())
COORDINATORS = frozenset("and but or nor yet".split())
SUBORDINATORS = frozenset(
    "as when while because although though if unless whereas once since until after before so".split()
)
ALSO_PREPOSITIONS = frozenset("as since until after before".split())
"""Words that begin a clause or, where no verb follows, a phrase."""
RELATIVES = frozenset("who which whose whom where that".split())
PREPOSITIONS = frozenset(
    "of in on at by to from for with about into over under during near between against through towards toward per "
    "beside besides apart among amid despite off around within without across along inside outside behind beyond "
    "above below onto upon via following including than like up down out".split()
)
ADVERBS = frozenset("not also already still now just ever never only even yet again overnight earlier later".split())

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = "january february march april may june july august september october november december".split()
DAY_PARTS = frozenset("morning afternoon evening night noon midnight midday dawn dusk".split())
PERIODS = frozenset("second minute hour day night week weekend fortnight month season year decade century term".split())

COUNTS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion several "
    "tens dozens scores hundreds thousands dozen many few both half".split()
)
"""Words that count; those in the plural take "of"."""
ROUGHLY = frozenset("about nearly almost roughly approximately".split())
ROUGH_PAIRS = frozenset(
    {("at", "least"), ("at", "most"), ("up", "to"), ("more", "than"), ("less", "than"), ("fewer", "than")}
)
"""What belongs to the number behind it."""

TITLES = frozenset("mr mrs ms miss dr sir dame lord lady prof professor rev reverend".split())
ROLES = frozenset(
    "president premier chancellor minister secretary governor senator mayor councillor ambassador king queen prince "
    "princess emperor pope bishop archbishop imam rabbi pastor judge justice prosecutor attorney lawyer sheriff "
    "chairman chairwoman chair chief director head leader founder owner manager coach captain striker midfielder "
    "defender goalkeeper winger forward player spokesman spokeswoman spokesperson commissioner commander general "
    "colonel major lieutenant sergeant officer inspector superintendent detective professor doctor scientist engineer "
    "author actor actress singer artist journalist reporter correspondent analyst economist candidate deputy vice "
    "former prime foreign finance interior defence defense executive candidate farmer teacher resident coordinator "
    "administrator chairperson representative lawmaker delegate adviser advisor activist historian driver writer "
    "researcher lecturer survivor worker brother sister mother father son daughter wife husband widow neighbour friend "
    "witness trader banker broker baker singer dancer painter pilot nurse captain referee umpire vet chef clerk".split()
)
"""Nouns, and what stands with them, for what a person is."""
ROLE_ENDINGS = ("man", "woman", "person", "ist", "ian")
MODIFYING_ROLES = frozenset("former prime foreign finance interior defence defense vice deputy chief".split())
"""Words of a role that are no role by themselves."""
DEEDS = {
    "chairman": ["chairs", "heads"],
    "chairwoman": ["chairs", "heads"],
    "chair": ["chairs", "heads"],
    "president": ["leads", "heads"],
    "leader": ["leads"],
    "head": ["heads", "leads"],
    "chief": ["leads", "heads"],
    "director": ["directs", "heads"],
    "manager": ["manages"],
    "coach": ["coaches"],
    "captain": ["captains"],
    "owner": ["owns"],
    "founder": ["founded"],
}
"""What those do who hold an office."""
SHE = ("woman", "queen", "princess", "actress", "mrs", "ms", "miss", "dame", "lady")
HE = ("spokesman", "chairman", "king", "prince", "mr", "sir", "lord", "policeman", "fireman")

ORGANIZATIONS = frozenset(
    "organization organisation union party ministry department agency court council committee commission bank "
    "company corporation corp inc ltd plc group association federation league producer maker "
    "manufacturer operator retailer airline supplier club united fc rovers athletic "
    "alliance treaty force forces army navy guard police service university college institute office bureau board "
    "authority parliament senate congress assembly cabinet government administration foundation trust society team "
    "transit transport railways airways services holdings partners energy systems cross crescent theatre museum "
    "hospital school church brigade network watchdog charity tribunal firm academy partnership cooperative".split()
)
OUTLETS = frozenset(
    "times post news herald tribune gazette courier journal guardian telegraph observer press tv radio television "
    "broadcaster newspaper daily magazine outlet channel broadcasting chronicle mail mirror".split()
)
OUTLET_PHRASES = ("news agency", "television channel", "tv channel", "news channel", "radio station", "tv station")
PLACES = frozenset(
    "city town village county province state region district river lake mountain island islands bay valley street "
    "road avenue square park bridge stadium airport port country capital republic kingdom coast sea ocean arena "
    "harbour harbor forest hill beach suburb municipality palace cathedral castle dam creek".split()
)
SPEAKING_BODIES = frozenset(
    "police government army military ministry court authorities officials prosecutors council parliament cabinet "
    "club firefighters rescuers investigators lawyers opposition union company hospital".split()
)
"""Bodies that make claims without a name of their own: these become entities where they do."""
IN = frozenset("in at near across outside inside around into through throughout within along".split())
VIA_NOUNS = frozenset("statement post message interview broadcast tweet letter speech programme program video".split())
PARTICLES = frozenset("up off out away down back aside".split())
"""Small words that make another verb of one: "shut down"."""
TURNED_OVER = frozenset("hand take turn win".split())
"""Verbs of which "over" makes another one."""
TIMING = frozenset("as when while after before once until since".split())
"""What begins a clause that tells when."""
COPULAS = frozenset("be become seem remain stay appear look feel turn".split()) | BE
"""Verbs that only say how something is."""
LIGHT_VERBS = frozenset("set put take bring hold make give keep leave come go call turn move place".split())
"""Verbs that mean something only with what follows: "set on fire", "take into custody"."""
WAYS = frozenset(
    "road rail train bus car lorry truck boat ship ferry air plane helicopter sea land foot bike post mail email phone "
    "radio satellite hand force law noon midnight dawn dusk night".split()
)
"""What stands behind "by" and has done nothing: "taken there by road"."""
GROUPS = frozenset("alliance group union team coalition bloc league band panel jury crew committee".split())
"""What is made up of many."""
CAUSES = ("in response to", "because of", "due to", "as a result of", "in the wake of", "owing to", "thanks to")
