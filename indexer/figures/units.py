"""Units: how they are written, what they measure, how large they are."""

from __future__ import annotations

import re
from dataclasses import dataclass

from indexer.figures.wording import cardinals


@dataclass(frozen=True)
class Unit:
    """A unit as found. text: as written with plain spaces; name: the one name of it; kind: "money", "percent",
    "points", "time", "count"; scale: how many of the base unit (kr, one) it stands for; per: "år" in "kr/år"."""

    text: str
    end: int
    name: str
    kind: str
    scale: float = 1.0
    per: str = ""


_TABLE: tuple[tuple[str, str, float, str], ...] = (  # name, kind, scale, spellings; the base of money is kr, else one
    ("kr", "money", 1.0, "kr|kronor|krona|kronorna|kronors|sek|:-|:–|crowns"),
    ("tkr", "money", 1e3, "tkr|kkr|tusen kronor|tusen kr|thousand kronor|thousand kr"),
    (
        "mnkr",
        "money",
        1e6,
        "mnkr|mkr|msek|mn kr|milj. kr|milj kr|milj.kr|milj. kronor|miljoner kr|miljoner kronor|"
        "miljon kronor|miljonen kronor|million kronor|million kr|million sek|miljoner",
    ),
    ("mdkr", "money", 1e9, "mdkr|mdr|mdr kr|miljarder kr|miljarder kronor|miljard kronor|billion kronor|miljarder"),
    ("euro", "money", 1.0, "euro|eur|€"),
    ("meuro", "money", 1e6, "miljoner euro|million euro|million euros"),
    ("dollar", "money", 1.0, "dollar|usd|$"),
    ("procent", "percent", 1.0, "procent|procents|proc|%|percent|per cent"),
    ("promille", "percent", 0.1, "promille|‰"),
    (
        "procentenheter",
        "points",
        1.0,
        "procentenheter|procentenhet|procentenheters|%-enheter|percentage points|percentage point",
    ),
    ("stycken", "count", 1.0, "stycken|st|stycke|styck"),
    ("personer", "count", 1.0, "personer|person|people|persons"),
    ("årsarbetare", "count", 1.0, "årsarbetare|årsarbetskrafter|åa|heltidstjänster|fte"),
    ("år", "time", 1.0, "år|års|åren|years|year"),
    ("månader", "time", 1.0, "månader|månad|månaders|månaderna|mån|months|month"),
    ("veckor", "time", 1.0, "veckor|vecka|veckors|veckorna|weeks|week"),
    ("dagar", "time", 1.0, "dagar|dag|dagars|dagarna|days|day"),
    ("dygn", "time", 1.0, "dygn|dygns"),
    ("timmar", "time", 1.0, "timmar|timme|timma|timmars|tim|h|hours|hour"),
    ("minuter", "time", 1.0, "minuter|minut|minuters|min|minutes|minute"),
    ("sekunder", "time", 1.0, "sekunder|sekund|seconds"),
    ("gånger", "count", 1.0, "gånger|gång|times"),
    ("kvm", "count", 1.0, "kvm|m2|m²|kvadratmeter"),
    *((unit, "count", 1.0, unit) for unit in "km mil m cm mm kg ton ha kwh mwh gwh gram km²".split()),
    *((unit, "count", 1.0, unit) for unit in "kilometer meter liter hektar kilo".split()),
)
UNITS = {spelling: (name, kind, scale) for name, kind, scale, row in _TABLE for spelling in row.split("|")}
# "miljoner" and "tusen" before a counted noun
_SCALES = {
    "miljoner": 1e6,
    "miljon": 1e6,
    "miljarder": 1e9,
    "miljard": 1e9,
    "tusen": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "thousand": 1e3,
}
_SPACE = "[ \u00a0\u202f\u2009\n]"
_NAMES = "|".join(re.escape(name).replace(r"\ ", _SPACE) for name in sorted(UNITS, key=len, reverse=True))
_STRONG = re.compile(rf"{_SPACE}{{0,2}}({_NAMES})(?![^\W_])", re.IGNORECASE)
_PER = re.compile(rf"{_SPACE}?(?:/|{_SPACE}per{_SPACE})(?:och{_SPACE})?([^\W\d_]+)", re.IGNORECASE)
_PLAIN_PER = re.compile(rf"{_SPACE}per{_SPACE}([^\W\d_]+)", re.IGNORECASE)
_WORD = re.compile(
    r"(?: ?\n(?![A-ZÅÄÖ])|[ \u00a0\u202f\u2009])"
    r"((?:[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{1,6}-)?[a-zåäöé][a-zåäöé]+(?:-[a-zåäöé]+)*)(?![^\W_])"
)
_CURRENCY = re.compile(r"\bSEK\s?[-–−]?\Z")
_LARGE = re.compile(r"\s(million|billion)\b", re.IGNORECASE)
_YEAR_NEXT = re.compile(rf"{_SPACE}(?:19|20)\d\d(?!\d)")
_PERS = frozenset(
    "år dygn månad vecka dag timme person plats brukare barn elev invånare kvm termin tillfälle hushåll "
    "tim mån månader styck besök ärende kvartal year month day hour week person invånare".split()
)
_ADJECTIVE = re.compile(
    r"(?:(?:ig|lig|isk|sk|ad|rad|ell|iv)[ae]|ande|ende|förda|gjorda|valda|givna|tagna|satta|byggda|lagda|ställda)\Z"
    r"|(?:nya|olika|stora|små|fler|fasta|extra|ytterligare|andra|vuxna|unga|gamla|hela|långa|korta|tomma|egna|"
    r"sådana|höga|"
    r"övriga|fria|större|mindre|nyare|äldre|yngre|tidigare|senare|bästa|största|många|senaste|första|sista|"
    r"new|more|social|vacant|"
    r"different|other|last|first)\Z"
)
_NUMERAL = "0123456789-–−.,%\u00a0 "
_NOMINAL = ("ade", "ande", "ende", "ställda", "skrivna", "vuxna", "unga", "dömda")
# words that may follow a number and are no counted noun
_NO_NOUN = frozenset(
    (
        "och eller samt men i på av till från för med om som "
        "har hade är var vid under över per inom utan mot hos efter "
        "före enligt att det den de detta dessa där då när än ej inte ska skall kan kunde bör måste får fick blir blev "
        "varit vara ha hos ur sedan via bland mellan genom kring trots "
        "utom ned upp ner in ut här så också även redan nu "
        "respektive resp kommer kom ger gav finns fanns går gick gäller gällde avser avsåg varav vilket vilka vilken "
        "jämfört medan eftersom samtidigt bland dvs dock således därför sin sitt sina man vi ni jag han hon hen ens "
        "totalt procentuellt avseende gällande angående beträffande rörande "
        "senast tidigast endast bara minst högst cirka "
        "drygt knappt nästan både varken antingen vad vem hur varför ett en någon något några ingen inget inga alla "
        "the against of in on to from for and or at by as is was were are with than per that which who has had "
        "have be will would "
        "januari februari mars april maj juni juli augusti september oktober november december uppgår uppgick utgör "
        "utgjorde ökade minskade visar visade låg ligger uppnår nådde kvar igen idag extra vardera stycket liksom "
        "år åren sammanlagt tillsammans gör gjorde tar tog ta ge göra bli saknas saknades skulle vill ville tillkommer "
        "motsvarar "
        "anser uppger svarar svarade tycker menar säger bor arbetar deltar deltog "
        "innebär betyder omfattar omfattade bör fick gavs ges "
        "sker skedde antogs antas beslutades började upphörde träder "
        "motsvarande inklusive exklusive inkl exkl varje därav åt sig ju väl "
        "sist först ihop bort hem fram e a tom nr dnr"
    ).split()
)


def strong_unit(text: str, at: int) -> Unit | None:
    """The unit of the table that follows position `at`, with what it is counted per; None when there is none."""
    found = _STRONG.match(text, at)
    if found is None:
        return None
    written = _plain(found.group(1))
    name, kind, scale = UNITS[written.lower()]
    if name == "år" and _YEAR_NEXT.match(text, found.end()):
        return None  # "100 år 2016" is a hundred in the year 2016
    scaled = _scaled_noun(text, found.end(), written)
    if scaled is not None:
        return scaled
    end, per = _per(text, found.end())
    return Unit("kr" if written.startswith(":") else written, end, name, kind, scale, per)


def currency_before(text: str, start: int, end: int) -> Unit | None:
    """ "SEK" before the number at start–end, with the "million" after it: "SEK 12.5 million" is in million SEK."""
    if _CURRENCY.search(text, max(0, start - 5), start) is None:
        return None
    large = _LARGE.match(text, end)
    if large is None:
        return Unit("SEK", end, "kr", "money")
    name, scale = ("mdkr", 1e9) if large.group(1).lower() == "billion" else ("mnkr", 1e6)
    return Unit(f"{large.group(1)} SEK", large.end(), name, "money", scale)


def counted_noun(text: str, at: int) -> Unit | None:
    """The noun that follows position `at`, one adjective skipped; None when the next word is no noun."""
    end = at
    adjective: Unit | None = None  # "12 tillfrågade" counts people although no noun follows
    if text[at : at + 2].strip(" ")[:1] == "\n" and text[text.rfind("\n", 0, at) + 1 : at].strip(_NUMERAL) == "":
        return None  # a number alone on its line belongs to no word of the next
    for _ in range(3):
        found = _WORD.match(text, end)
        if found is None or found.group(1).lower() in _NO_NOUN:
            return adjective
        word, end = found.group(1), found.end()
        if word in cardinals():
            return adjective
        if word in _SCALES:
            noun = counted_noun(text, end)
            name = noun.text if noun else ""
            return Unit(f"{word} {name}".strip(), noun.end if noun else end, name, "count", _SCALES[word])
        if not _ADJECTIVE.search(word):
            end, per = _per(text, end)
            return Unit(word, end, word.lower(), "count", 1.0, per)
        unit = strong_unit(text, end)
        if unit is not None:
            return unit
        adjective = Unit(word, end, word, "count") if word.endswith(_NOMINAL) else None
    return adjective


def canonical_unit(written: str) -> str:
    """The one name of a unit: "%" and "percent" are "procent", "kronor" is "kr"; unknown words stay as they are."""
    return UNITS.get(_plain(written).lower(), (written.lower(), "", 1.0))[0] or written.lower()


def _scaled_noun(text: str, at: int, written: str) -> Unit | None:
    """The noun in "2 miljoner invånare", where a bare "miljoner" would have been read as money."""
    if written.lower() not in _SCALES:
        return None
    noun = counted_noun(text, at)
    return Unit(f"{written} {noun.text}", noun.end, noun.name, "count", _SCALES[written.lower()]) if noun else None


def _per(text: str, at: int) -> tuple[int, str]:
    """The end and the word of "/år" or " per dygn" at `at`."""
    for pattern in (_PER, _PLAIN_PER):
        found = pattern.match(text, at)
        if found is not None and found.group(1).lower() in _PERS:
            return found.end(), found.group(1).lower()
    return at, ""


def _plain(written: str) -> str:
    return re.sub(_SPACE, " ", written)
