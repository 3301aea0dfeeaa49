"""Digits that name something: dnr, §, law numbers, phones, pages, list markers, codes. They are no quantities and no years."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

_DIGITS = re.compile(r"\d+")
_ISO_DATE = r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)"
# tried in this order at the start of a run of digits
_SHAPES = re.compile(
    rf"""(?!{_ISO_DATE}|(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d(?![\d/:.-]))
    (?:(?P<law>(?:19|20)\d\d(?:/\d\d)?:\d+(?:\.\d+)?)
    |(?P<identity>(?:\d\d)?\d{{6}}-\d{{4}}(?!\d))
    |(?P<phone>0\d{{1,3}}\s?[-–/]\s?\d{{2,3}}(?:[ \u00a0]?\d{{2,3}}){{1,3}}(?!\d)
        |0\d{{2,3}}(?:[ \u00a0]\d{{2,3}}){{2,4}}(?!\d)|0\d{{7,11}}(?!\d))
    |(?P<clock>\d{{1,2}}[.:][0-5]\d\s?[-–]\s?\d{{1,2}}[.:][0-5]\d(?![\d.:/]))
    |(?P<registry>(?:19|20)\d\d[./]\d{{3,}}(?!\d)|\d{{1,6}}/(?:19|20)\d\d(?![\d-]))
    |(?P<compound>(?!\d{{1,3}}(?:\.\d{{3}})+(?:,\d+)?(?![\d/.:]|-\d))\d+(?:[-–/.:]\d+){{2,}}(?![\d,]))
    |(?P<paragraph>\d+(?:\s?[-–]\s?\d+)?\s?[a-h]?\s?(?:§|kap\b))
    |(?P<post>\d{{3}}[ \u00a0]\d\d[ \u00a0]+[A-ZÅÄÖ][a-zåäöA-ZÅÄÖ])
    |(?P<code>0\d+(?![\d,.:]))
    |(?P<long>\d{{9,}}(?!\d)))""",
    re.VERBOSE,
)
# what a number after these words names is a thing, not an amount
LABELS = frozenset((
    "§ §§ $ dnr diarienr diarienummer ärendenr ärendenummer nr nummer no number bilaga bilagor bil bilagan sida sid sidan "
    "sidor sidorna s p punkt punkten punkterna punkter tabell tabellen figur figuren diagram kapitel kap artikel art "
    "paragraf paragraferna avsnitt kvartal kvartalet tertial tertialet tertialrapport delårsrapport version ansvar konto "
    "kontot projekt rum box tel telefon tfn mobil mob fax växel fas etapp alternativ alt steg nivå not fotnot fråga frågan "
    "frågor årskurs åk klass vecka v v. org.nr orgnr organisationsnummer pb postbox kod verksamhetskod kostnadsställe objekt "
    "linje linjen väg riksväg länsväg hus plan våning trappa bokstav moment del prop proposition motion interpellation "
    "sou ds utlåtande ref iso sfs lag lagen förordning förordningen sosfs hslf-fs appendix page pages section table figure "
    "article chapter question paragraph item version step quarter uppdrag mål målet målområde spår program enkätfråga "
    "kolumn rad fastighet kv kvarteret grupp zon typ nivån post"
).split())
_CHAINED = frozenset({"§", "§§", "bilaga", "bilagor", "punkterna", "punkter", "sidorna", "sidor", "frågor", "s", "sid",
                      "paragraferna", "tabell", "kapitel", "kap"})
_TAIL = re.compile(r"\d+(?:[.:/]\d+)*(?:[a-z]\b)?")
_CHAIN = re.compile(r"\d+(?:[.:/]\d+)*[a-z]?(?:\s?(?:[-–,]|och|and|till)\s?\d{1,4}(?![\d,]|\s?(?:%|kr|tkr|mnkr|procent|st)))*")
_PAGE_TAIL = re.compile(r"\d+(?:\s?[(\[]\d+[)\]]|\s?av\s\d+|\s?[-–]\s?\d+)?")
_PAGES = frozenset({"sida", "sid", "sidan", "page"})
_REGISTRY_LABELS = frozenset({"dnr", "diarienr", "diarienummer", "nr", "ärendenummer"})
_REGISTRY_TAIL = re.compile(r"\d[\dA-ZÅÄÖ.]*(?:\s?[-–/:]\s?\d[\d.]*){0,3}(?:/[A-ZÅÄÖ]{1,5}\s?\d{3,5}(?:\s\d{2,3})?)?(?<![.])")
_REGISTRY_LEFT = re.compile(r"(?:dnr|diarienr|diarienummer)\.?:?\s*[A-ZÅÄÖ]{1,6}[\s/-]?$", re.IGNORECASE)
_STREET = ("gatan", "vägen", "torget", "gränd", "allén", "stigen", "backen", "leden", "platsen", "street", "kajen")
_MARKER = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}(?:[.)](?=\s|$)|(?=[ \t]+[A-ZÅÄÖ][a-zåäö]))")
_LONE_PAGE = re.compile(r"\d{1,3}\s?(?:\(\d{1,3}\)|\[\d{1,3}\])?[ \t]*(?:\n|$)")
_LETTER_SHAPES = re.compile(r"(?:[A-ZÅÄÖ]{1,6}[-/]|[A-ZÅÄÖ]{2,6} )$")
_REGISTRY_AFTER_LETTERS = re.compile(r"(?:19|20)\d\d[/:-]\s?\d+")


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
    label = word_before(text, start)
    if label in LABELS or (not label and text[start - 1 : start] == "§") or label.endswith("§"):
        return _labelled(text, start, label)
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
    if label.endswith(_STREET):
        return Mask(start, end, "street")
    return _line_mark(text, start)


def _labelled(text: str, start: int, label: str) -> Mask | None:
    if label in _REGISTRY_LABELS:
        return _mask(_REGISTRY_TAIL.match(text, start), "registry")
    if label in _PAGES:
        return _mask(_PAGE_TAIL.match(text, start), "page")
    if label in _CHAINED or label.endswith("§"):
        return _mask(_CHAIN.match(text, start), "label")
    if re.match(r"(?:19|20)\d\d(?![\d:/])", text[start:]) or _amount_after(text, start):
        return None  # "lagen 2015", "ansvar 2 mnkr": a year or an amount all the same
    return _mask(_TAIL.match(text, start), "label")


def _amount_after(text: str, start: int) -> bool:
    return re.match(r"[\d  ]+(?:,\d+)?\s?(?:%|procent|kr\b|kronor|tkr|mnkr|mkr|miljoner|personer)", text[start:]) is not None


def _line_mark(text: str, start: int) -> Mask | None:
    """A list marker or a lone page number at the start of a line."""
    line = text.rfind("\n", 0, start) + 1
    if text[line:start].strip():
        return None
    lone = _LONE_PAGE.match(text, start)
    if lone is not None and (text[max(0, line - 2) : line] in ("\n\n", "\x0c\n") or "(" in lone.group()):
        return Mask(start, start + len(lone.group().rstrip()), "page")
    before = text[:line].rstrip(" \t")[-1:] if line else ""
    ends_sentence = text[max(0, line - 40) : line].rstrip()[-1:] in ("", ".", ":", ";", "?", "!", "”", '"')
    if before not in ("", "\n") and not ends_sentence:
        return None
    if not (ends_sentence or text[max(0, line - 2) : line] == "\n\n"):
        return None
    marker = _MARKER.match(text, start)
    if marker is None or ("." not in marker.group() and ")" not in marker.group()):
        return None
    return _mask(marker, "marker")


def _mask(found: re.Match[str] | None, kind: str) -> Mask | None:
    return None if found is None else Mask(found.start(), found.end(), kind)
