"""Units: how they are written, what they measure, how large they are."""

from __future__ import annotations

import re
from dataclasses import dataclass


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


# spelling -> (name, kind, scale); the base of money is kr, of counts one, of time the unit itself
_MILLION, _BILLION = 1e6, 1e9
UNITS: dict[str, tuple[str, str, float]] = {
    **dict.fromkeys(("kr", "kr.", "kronor", "krona", "kronorna", "sek", ":-", ":–", ":-/", "kronors", "crowns", "kronas"),
                    ("kr", "money", 1.0)),
    **dict.fromkeys(("tkr", "kkr", "tusen kronor", "tusen kr", "thousand kronor", "thousand kr"), ("tkr", "money", 1e3)),
    **dict.fromkeys(("mnkr", "mkr", "mnkr.", "msek", "milj. kr", "milj kr", "milj.kr", "milj. kronor", "miljoner kr",
                     "miljoner kronor", "miljon kronor", "million kronor", "million kr", "million sek", "mn kr",
                     "miljoner"), ("mnkr", "money", _MILLION)),
    **dict.fromkeys(("mdkr", "mdr", "mdr kr", "miljarder kr", "miljarder kronor", "miljard kronor", "billion kronor",
                     "miljarder"), ("mdkr", "money", _BILLION)),
    **dict.fromkeys(("euro", "eur", "€"), ("euro", "money", 1.0)),
    **dict.fromkeys(("dollar", "usd", "$"), ("dollar", "money", 1.0)),
    **dict.fromkeys(("procent", "%", "percent", "per cent", "procents", "proc"), ("procent", "percent", 1.0)),
    **dict.fromkeys(("promille", "‰"), ("promille", "percent", 0.1)),
    **dict.fromkeys(("procentenheter", "procentenhet", "procentenheters", "%-enheter", "percentage points",
                     "percentage point"), ("procentenheter", "points", 1.0)),
    **dict.fromkeys(("stycken", "st", "st.", "stycke", "styck"), ("stycken", "count", 1.0)),
    **dict.fromkeys(("personer", "person", "people", "persons"), ("personer", "count", 1.0)),
    **dict.fromkeys(("årsarbetare", "åa", "årsarbetskrafter", "heltidstjänster", "fte"), ("årsarbetare", "count", 1.0)),
    **dict.fromkeys(("år", "years", "year", "års", "åren"), ("år", "time", 1.0)),
    **dict.fromkeys(("månader", "månad", "mån", "months", "month", "månaders", "månaderna"), ("månader", "time", 1.0)),
    **dict.fromkeys(("veckor", "vecka", "weeks", "week", "veckors", "veckorna"), ("veckor", "time", 1.0)),
    **dict.fromkeys(("dagar", "dag", "days", "day", "dagars", "dagarna"), ("dagar", "time", 1.0)),
    **dict.fromkeys(("dygn", "dygns"), ("dygn", "time", 1.0)),
    **dict.fromkeys(("timmar", "timme", "tim", "tim.", "h", "hours", "hour", "timmars", "timma"), ("timmar", "time", 1.0)),
    **dict.fromkeys(("minuter", "minut", "min", "min.", "minutes", "minute", "minuters"), ("minuter", "time", 1.0)),
    **dict.fromkeys(("sekunder", "sekund", "seconds"), ("sekunder", "time", 1.0)),
    **dict.fromkeys(("gånger", "gång", "times"), ("gånger", "count", 1.0)),
    **dict.fromkeys(("kvm", "m2", "m²", "kvadratmeter"), ("kvm", "count", 1.0)),
    **dict.fromkeys(("km", "kilometer", "mil", "meter", "m", "cm", "mm", "kg", "ton", "liter", "ha", "hektar", "kwh",
                     "mwh", "gwh", "kilo", "gram", "km2", "km²"), ("", "count", 1.0)),
}
# "miljoner" and "tusen" before a counted noun
_SCALES = {"miljoner": _MILLION, "miljon": _MILLION, "miljarder": _BILLION, "miljard": _BILLION, "tusen": 1e3,
           "million": _MILLION, "billion": _BILLION, "thousand": 1e3}
_SPACE = "[ \u00a0\u202f\u2009\n]"
_NAMES = "|".join(re.escape(name).replace(r"\ ", _SPACE) for name in sorted(UNITS, key=len, reverse=True))
_STRONG = re.compile(rf"{_SPACE}{{0,2}}({_NAMES})(?![^\W_])", re.IGNORECASE)
_PER = re.compile(rf"{_SPACE}?(?:/|{_SPACE}per{_SPACE})(?:och{_SPACE})?([^\W\d_]+)", re.IGNORECASE)
_PLAIN_PER = re.compile(rf"{_SPACE}per{_SPACE}([^\W\d_]+)", re.IGNORECASE)
_WORD = re.compile(rf"{_SPACE}((?:[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{{1,6}}-)?[a-zåäöé][a-zåäöé]+(?:-[a-zåäöé]+)*)(?![^\W_])")
_YEAR_NEXT = re.compile(rf"{_SPACE}(?:19|20)\d\d(?!\d)")
_PERS = frozenset("år dygn månad vecka dag timme person plats brukare barn elev invånare kvm termin tillfälle hushåll "
                  "tim mån månader styck besök ärende kvartal year month day hour week person invånare".split())
_ADJECTIVE = re.compile(r"(?:ig|lig|isk|sk|ad|rad|ellt|ell|iv|rn)[ae]$|(?:ande|ende|nya|olika|stora|små|fler|fasta|"
                        r"extra|ytterligare|andra|vuxna|unga|gamla|hela|långa|korta|tomma|lediga|egna|sådana|höga|"
                        r"övriga|fria|större|mindre|nyare|äldre|yngre|tidigare|senare|bästa|största|många|svenska|"
                        r"new|more|different|other|hundra)$")
# words that may follow a number and are no counted noun
_NO_NOUN = frozenset((
    "och eller samt men i på av till från för med om som har hade är var vid under över per inom utan mot hos efter "
    "före enligt att det den de detta dessa där då när än ej inte ska skall kan kunde bör måste får fick blir blev "
    "varit vara ha hos ur sedan via bland mellan genom kring trots utom ned upp ner in ut här så också även redan nu "
    "respektive resp kommer kom ger gav finns fanns går gick gäller gällde avser avsåg varav vilket vilka vilken "
    "jämfört medan eftersom samtidigt bland dvs dock således därför sin sitt sina man vi ni jag han hon hen ens "
    "totalt procentuellt avseende gällande angående beträffande rörande senast tidigast endast bara minst högst cirka "
    "drygt knappt nästan både varken antingen vad vem hur varför ett en någon något några ingen inget inga alla "
    "the of in on to from for and or at by as is was were are with than per that which who has had have be will would "
    "januari februari mars april maj juni juli augusti september oktober november december uppgår uppgick utgör "
    "utgjorde ökade minskade visar visade låg ligger uppnår nådde kvar igen idag extra vardera stycket liksom "
    "sammanlagt tillsammans gör gjorde tar tog ta ge göra bli saknas saknades skulle vill ville tillkommer motsvarar "
    "motsvarande inklusive exklusive inkl exkl varje därav åt sig ju väl sist först ihop bort hem fram e a tom nr dnr"
).split())


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
    return Unit("kr" if written.startswith(":") else written, end, name or written.lower(), kind, scale, per)


def counted_noun(text: str, at: int) -> Unit | None:
    """The noun that follows position `at`, one adjective skipped; None when the next word is no noun."""
    end = at
    for _ in range(3):
        found = _WORD.match(text, end)
        if found is None or found.group(1).lower() in _NO_NOUN:
            return None
        word, end = found.group(1), found.end()
        if word in _SCALES:
            noun = counted_noun(text, end)
            name = noun.text if noun else ""
            return Unit(f"{word} {name}".strip(), noun.end if noun else end, name, "count", _SCALES[word])
        if not _ADJECTIVE.search(word):
            end, per = _per(text, end)
            return Unit(word, end, word.lower(), "count", 1.0, per)
    return None


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
