"""Digits that name something: dnr, §, law numbers, phones, pages, list markers, codes; no quantities, no years."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

_DIGITS = re.compile(r"\d+")
_DATES = re.compile(
    r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)"
    r"|\s?[-–]\s?(?:19|20)\d\d(?![\d/:.-])|/(?:19|20)\d\d(?![\d:/-]))"
)
# tried in this order at the start of a run of digits
_SHAPES = re.compile(
    r"""
    (?:(?P<law>(?:19|20)\d\d(?:/\d\d)?:\d+(?:\.\d+)?)
    |(?P<identity>(?:\d\d)?\d{6}-\d{4}(?!\d))
    |(?P<phone>(?<!\d[ \u00a0.,])0\d{1,3}\s?[-–/]\s?\d{2,3}(?:[ \u00a0]?\d{2,3}){1,3}(?!\d)
        |(?<!\d[ \u00a0.,])0\d{2,3}(?:[ \u00a0]\d{2,3}){2,4}(?!\d)|(?<!\d[ \u00a0.,])0\d{7,11}(?!\d))
    |(?P<clock>\d{1,2}[.:][0-5]\d\s?[-–]\s?\d{1,2}[.:][0-5]\d(?![\d.:/]))
    |(?P<registry>(?:19|20)\d\d[./]\d{3,}(?!\d)|\d{1,6}/(?:19|20)\d\d(?![\d-]))
    |(?P<compound>(?!\d{1,3}(?:\.\d{3})+(?:,\d+)?(?![\d/.:]|-\d))\d+(?:[-–/.:]\d+){2,}(?![\d,]))
    |(?P<paragraph>(?<!\d[.:,])(?!(?:19|20)\d\d\s)\d+(?:\s?[a-h]\b)?(?:(?:\s?[-–]\s?|,\s|\s(?:och|eller|samt|till)\s)\d+(?:\s?[a-h]\b)?){0,20}\s?(?:§|kap\b))
    |(?P<post>\d{3}[ \u00a0]\d\d[ \u00a0]+[A-ZÅÄÖ][a-zåäöA-ZÅÄÖ])
    |(?P<code>(?<![\d][ \u00a0\u202f\u2009.])0\d+(?![\d,.:]))
    |(?P<long>\d{9,}(?!\d)))""",
    re.VERBOSE,
)
_PROPERTY = re.compile(r"\b(?:fastighet(?:en|erna)?|kvarteret|kv\.?)\s[A-ZÅÄÖ][a-zåäöé]+\s\Z")
# what a number after these words names is a thing, not an amount
LABELS = frozenset(
    (
        "§ §§ $ dnr diarienr diarienummer ärendenr ärendenummer nr "
        "nummer no number bilaga bilagor bil bilagan sida sid "
        "sidan "
        "sidor sidorna s p punkt punkten punkterna punkter "
        "tabell tabellen figur figuren diagram kapitel kap artikel art "
        "paragraf paragraferna avsnitt kvartal kvartalet tertial tertialet tertialrapport delårsrapport version ansvar "
        "konto "
        "kontot projekt rum box tel telefon tfn mobil mob fax "
        "växel fas etapp alternativ alt steg nivå not fotnot fråga "
        "frågan "
        "frågor årskurs åk klass vecka v v. org.nr orgnr organisationsnummer pb postbox kod verksamhetskod "
        "kostnadsställe objekt "
        "linje linjen väg riksväg länsväg hus plan våning "
        "trappa bokstav moment del prop proposition motion interpellation "
        "sou ds utlåtande ref iso sfs lag lagen "
        "förordning förordningen sosfs hslf-fs appendix page pages section table "
        "figure "
        "resolution direktiv article chapter question paragraph item version step quarter uppdrag mål målet målområde "
        "spår program enkätfråga "
        "centre center mom kolumn rad fastighet kv kvarteret grupp zon typ nivån post"
    ).split()
)
_CHAINED = frozenset(
    {
        "§",
        "§§",
        "bilaga",
        "bilagor",
        "punkterna",
        "punkter",
        "sidorna",
        "sidor",
        "frågor",
        "s",
        "sid",
        "paragraferna",
        "tabell",
        "kapitel",
        "kap",
    }
)
_TAIL = re.compile(r"\d+(?:[.:/]\d+)*(?:[a-z]\b)?")
_CHAIN = re.compile(
    r"\d+(?:[.:/]\d+)*[a-z]?(?:\s?(?:[-–,]|och|and|till)\s?\d{1,4}(?![\d,]|\s?(?:%|kr|tkr|mnkr|"
    r"procent|st)))*"
)
_YEAR = re.compile(r"(?:19|20)\d\d(?![\d:/])")
_AMOUNT = re.compile(r"[\d \u00a0]+(?:,\d+)?\s?(?:%|procent|kr\b|kronor|tkr|mnkr|mkr|miljoner|personer)")
_GROUPED = re.compile(r"\d+[.,]?\d{3}|\d+ miljon")
_PAGE_TAIL = re.compile(r"\d+(?:\s?[(\[]\d+[)\]]|\s?av\s\d+|\s?[-–]\s?\d+)?")
_PAGES = frozenset({"sida", "sid", "sidan", "page"})
_REGISTRY_LABELS = frozenset({"dnr", "diarienr", "diarienummer", "nr", "ärendenummer"})
_REGISTRY_TAIL = re.compile(
    r"\d[\dA-ZÅÄÖ.]*(?:\s?[-–/:]\s?\d[\d.]*){0,3}"
    r"(?:/[A-ZÅÄÖ]{1,5}\s?\d{3,5}(?:\s\d{2,3})?)?(?<![.])"
)
_REGISTRY_LEFT = re.compile(r"(?:dnr|diarienr|diarienummer)\.?:?\s*[A-ZÅÄÖ]{1,6}[\s/-]?$", re.IGNORECASE)
_COMMISSION_LEFT = re.compile(r"[CK]OM\s?\((?:19|20)\d\d\)\s?\Z")
_NAMED = (
    "område",
    "områdena",
    "metod",
    "klass",
    "nivå",
    "etapp",
    "bilaga",
    "punkt",
    "artikel",
    "alternativ",
    "avsnitt",
)
_STREET = ("gatan", "vägen", "torget", "gränd", "allén", "stigen", "backen", "leden", "platsen", "street", "kajen")
_MARKER = re.compile(r"\d{1,2}(?:[.)](?=\s|$)|(?:\.\d{1,2}){1,3}[.)]?(?=\s+[A-ZÅÄÖ][a-zåäö]))")
_CLOSED = re.compile(r"\d\)")
_INNER_MARKER = re.compile(r"\d{1,2}[.)](?=\s[A-Za-zÅÄÖåäö])")
_LEADS_UP = frozenset("till om på med var är av i cirka ca drygt knappt minst högst och eller från för blev".split())
_ENDINGS = frozenset({"", ".", ":", ";", "?", "!", "”", '"'})
_LONE_PAGE = re.compile(r"\d{1,3}[ \t]?(?:\(\d{1,3}\)|\[\d{1,3}\])?[ \t]*(?:\n|$)")
_LETTER_SHAPES = re.compile(r"(?:[A-ZÅÄÖ]{1,6}[-/]|[A-ZÅÄÖ]{2,6} )\Z")
_REGISTRY_AFTER_LETTERS = re.compile(r"(?:19|20)\d\d[/:-]\s?\d+")


_REACH = 60  # a list marker stands no further from the start of its line


@dataclass(frozen=True)
class Mask:
    """Characters that hold no quantity. kind says what they are ("law", "phone", "marker", "year" …)."""

    start: int
    end: int
    kind: str


def references(text: str) -> list[Mask]:
    """Every reference in `text`, in order, without overlaps. Clock times without a word before them are among them."""
    found: list[Mask] = []
    done = 0
    for run in _DIGITS.finditer(text):
        start = run.start()
        if start < done:
            continue
        date = _DATES.match(text, start)
        if date is not None and text[start - 1 : start] not in ("-", "/"):
            done = date.end()
            continue
        mask = _reference_at(text, start, run.end())
        if mask is not None:
            found.append(mask)
            done = mask.end
    return found


def inside(masks: list[Mask], start: int, end: int) -> bool:
    """Does start–end touch one of the masks, which are in order?"""
    at = bisect_right(masks, end - 1, key=lambda mask: mask.start)
    return at > 0 and masks[at - 1].end > start


def word_before(text: str, at: int) -> str:
    """The word before position `at`, lower case, without the full stop or colon after it; "" at the start."""
    words = text[max(0, at - 26) : at].split()
    return words[-1].strip(".,:(#").lower() if words else ""


def _reference_at(text: str, start: int, end: int) -> Mask | None:
    left = text[max(0, start - 22) : start]
    if _REGISTRY_LEFT.search(left):
        return _mask(_REGISTRY_TAIL.match(text, start), "registry")
    if _LETTER_SHAPES.search(left):
        shape = _REGISTRY_AFTER_LETTERS.match(text, start)
        if shape is not None:
            return _mask(shape, "registry")
    shape = _SHAPES.match(text, start) if text[start - 1 : start] != "," else None
    if shape is not None:
        return _mask(shape, str(shape.lastgroup))
    if left.endswith(".."):
        return Mask(start, end, "page")  # a table of contents
    if _COMMISSION_LEFT.search(left):
        return Mask(start, end, "law")
    label = word_before(text, start)
    if label in LABELS or label.endswith("§") or label.endswith(_NAMED):
        return _labelled(text, start, label)
    if _PROPERTY.search(left):
        return Mask(start, end, "property")
    if label.endswith(_STREET):
        return Mask(start, end, "street")
    return _list_mark(text, start)


def _labelled(text: str, start: int, label: str) -> Mask | None:
    if label in _REGISTRY_LABELS:
        return _mask(_REGISTRY_TAIL.match(text, start), "registry")
    if label in _PAGES:
        return _mask(_PAGE_TAIL.match(text, start), "page")
    if label in _CHAINED or label.endswith("§"):
        return _mask(_CHAIN.match(text, start), "label")
    if _YEAR.match(text, start) or _AMOUNT.match(text, start) or (label == "$" and _GROUPED.match(text, start)):
        return None  # "lagen 2015", "ansvar 2 mnkr": a year or an amount all the same
    return _mask(_TAIL.match(text, start), "label")


def _list_mark(text: str, start: int) -> Mask | None:
    """A list marker ("1.", "2)", "3.1") or a lone page number."""
    line = text.rfind("\n", max(0, start - _REACH), start) + 1
    before = text[max(0, start - _REACH) : start].rstrip()[-1:]
    after_sentence = before in _ENDINGS
    if start - line > _REACH or text[line:start].strip():
        if text[start - 1] == " " and "(" not in text[max(0, start - 60) : start] and _CLOSED.match(text, start):
            return Mask(start, start + 2, "marker")
        found = _INNER_MARKER.match(text, start) if text[start - 1].isspace() else None
        enumerates = found is not None and (after_sentence or text[found.end() : found.end() + 2].strip().islower())
        return _mask(found, "marker") if enumerates else None
    lone = _LONE_PAGE.match(text, start)
    apart = line == 0 or text[line - 2 : line - 1] in "\n\x0c"
    if lone is not None and ("(" in lone.group() or _stands_alone(text, line, lone.end(), apart)):
        return Mask(start, start + len(lone.group().rstrip()), "page")
    wrapped = not after_sentence and not apart and word_before(text, start) in _LEADS_UP
    return None if wrapped else _mask(_MARKER.match(text, start), "marker")


def _stands_alone(text: str, line: int, end: int, apart: bool) -> bool:
    """Is the line of digits the first or last of several, or set off by empty lines?"""
    first, last = line == 0 and end < len(text), line > 0 and end >= len(text.rstrip())
    return first or last or (line > 0 and apart and text[end : end + 1] in "\n\x0c")


def _mask(found: re.Match[str] | None, kind: str) -> Mask | None:
    return None if found is None else Mask(found.start(), found.end(), kind)
