"""The unit that a header, a title, a note or a label names."""

from __future__ import annotations

import re
from functools import lru_cache

from indexer.figures.units import UNITS, canonical_unit

_MONEY = (
    (re.compile(r"\b(?:tusen(?:tals?|tal)?|1\s?000-?tals?|1\s?000)\s(?:kr\b|kronor\b|sek\b)|\b[tk]kr\b", re.I), "tkr"),
    (re.compile(r"\b(?:miljoner|miljon|milj\.?|mn|1\s?000\s?000)\s?(?:kr|kronor|sek)\b|\bm(?:n?kr|sek)\b", re.I),
     "mnkr"),
    (re.compile(r"\b(?:miljarder|miljard|mdr)\s?(?:kr\b|kronor\b)|\bmdkr\b", re.I), "mdkr"),
    (re.compile(r"\b(?:kr|kronor|sek)\b", re.I), "kr"),
)  # fmt: skip
_PER = re.compile(r"(?:\bper\s|/\s?)(?P<what>[a-zåäö]+[23²³]?(?:\soch\s(?:år|månad|dygn|vecka|timme))?)", re.IGNORECASE)
_COST = re.compile(r"\b\w*(?:kostnad|avgift|intäkt|ersättning|bidrag|utgift|pris|lön|cost|fee|expenditure)\w*\b", re.I)
_POINTS = re.compile(r"procentenhet|%-enhet|percentage point", re.IGNORECASE)
_PERCENT = re.compile(r"%|\bprocent\b|\bper ?cent\b|\bproc\.?\b", re.IGNORECASE)
_PROMILLE = re.compile(r"‰|\bpromille\b", re.IGNORECASE)
_BRACKETED = re.compile(r"\(([^()]{1,30})\)|,\s*([^,]{1,25})$|\bi\s(\w+)$")
_SHORT = {"v": "veckor", "vkr": "veckor", "d": "dagar", "dgr": "dagar", "mån": "månader"}  # in brackets
_COUNT = re.compile(r"(?:^|[^\w])#|\b(?:antal(?:et)?|number|numbers|folkmängd|st|stycken)\b", re.IGNORECASE)
_ENDS = re.compile(
    r"(?<!\d\s)(?<!per\s)(?<!max\s)(?<!min\s)(?<!inom\s)(?<!under\s)(?<!varje\s)\b(?:(?:vård|boende|gäst|öppet|sjuk|"
    r"arbets|elev|övertids|mer|fyllnads)(?=dygn|dagar|timmar|tid))?(årsarbetare|heltidstjänster|årsarbetskrafter|"
    r"platser|dagar|veckor|månader|timmar|minuter|dygn|poäng)\b",  # "under 14 dagar" says for how long, not in what
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def unit_in(text: str, *, strict: bool = False) -> str:
    """The canonical unit named in the text, "" when there is none or it names several kinds.

    strict: for titles and notes, where only money and percent speak for all values.
    """
    text = text.replace("_", " ")
    found = _strong(text)
    if len(found) == 1:
        return found[0] if strict else _with_per(text, found[0])
    if found or strict:
        return ""
    if unit := _bracketed(text):
        return unit
    if (per := _PER.search(text)) and _COST.search(text):
        return f"kr per {per['what'].lower()}"
    if ends := _ENDS.search(text):
        return canonical_unit(ends.group(1))
    return "antal" if _COUNT.search(text) else ""


def without_unit(text: str) -> str:
    """The header without a unit in brackets or after a comma."""
    bare = re.sub(r"\s*\(([^()]{1,30})\)", lambda found: "" if is_unit(found.group(1)) else found.group(), text)
    head, comma, tail = bare.rpartition(",")
    if comma and is_unit(tail):
        bare = head
    return " ".join(bare.split())


def is_unit(text: str) -> bool:
    """Whether the text is nothing but a unit."""
    folded = text.strip().lower()
    if folded in UNITS or folded in ("antal", "#", "st"):
        return True
    rest = _PER.sub("", folded)
    for pattern in (*(pattern for pattern, _ in _MONEY), _POINTS, _PERCENT, _PROMILLE):
        rest = pattern.sub("", rest)
    return bool(folded) and rest != folded and rest.strip(" .,()[]") in ("", "i", "er", "erna")


def _strong(text: str) -> list[str]:
    found = [unit for pattern, unit in _MONEY if pattern.search(text)]
    found = found[:1] if found else []
    if _POINTS.search(text):
        return [*found, "procentenheter"]
    if _PERCENT.search(text):
        found.append("procent")
    if _PROMILLE.search(text):
        found.append("promille")
    return found


def _with_per(text: str, unit: str) -> str:
    per = _PER.search(text)
    return f"{unit} per {per['what'].lower()}" if per and unit in ("kr", "tkr", "mnkr") else unit


def _bracketed(text: str) -> str:
    for found in _BRACKETED.finditer(text):
        inner = next(filter(None, found.groups())).strip().lower()
        if inner in UNITS:
            return canonical_unit(inner)
        if inner in ("antal", "st", "#"):
            return "antal"
        if inner in _SHORT:
            return _SHORT[inner]
    return ""
