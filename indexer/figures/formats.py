"""Numbers written for a reader, and the comparison of numbers across texts: the tools of verification."""

from __future__ import annotations

import math
import re
from decimal import Decimal
from functools import lru_cache
from itertools import combinations

from indexer.figures.digits import value_of
from indexer.figures.numbers import numbers
from indexer.figures.spelled import spelled_numbers

_MINUS, _NBSP = "\u2212", "\u00a0"
_GROUPS = re.compile(r"\d{1,3}(?:[ \u00a0\u202f\u2009.]\d{3})+(?!\d)")

_PLAIN = re.compile(r"\d+(?:,\d+)?")
_SIGNED = re.compile(r"(?<![\w)%/])[-–−]\s?(?=\d)")
_SHORT_DATE = re.compile(r"(?<!\d)(\d\d)(0[1-9]|1[0-2])([0-3]\d)(?!\d)")
_ARTICLES = re.compile(r"\b(?:en|ett|one)\b", re.IGNORECASE)
_MONTHS = {
    name: float(at % 12 + 1)
    for at, name in enumerate(
        (
            "januari februari mars april maj juni juli augusti september oktober november december "
            "january february march april may june july august september october november december"
        ).split()
    )
}
_WORDS = re.compile(r"[^\W\d_]+")


def format_number(value: float, language: str = "sv") -> str:
    """The value with every digit it has: Swedish 1 667 276,5 with no-break spaces, English 1,667,276.5; minus U+2212.

    language: "sv" or "en".
    """
    written = f"{Decimal(repr(abs(value))):f}"
    whole, _, decimals = written.partition(".")
    decimals = decimals.rstrip("0")
    group, point = (",", ".") if language == "en" else (_NBSP, ",")
    grouped = f"{int(whole):,}".replace(",", group)
    sign = _MINUS if value < 0 and (int(whole) or decimals) else ""
    return sign + grouped + (point + decimals if decimals else "")


def same_number(one: str, two: str) -> bool:
    """Do the first numbers of the two texts say the same? 1,4 mnkr is 1 400 tkr; percent is not percentage points."""
    first, second = numbers(one), numbers(two)
    if not first or not second:
        return False
    a, b = first[0], second[0]
    measured = {"money", "percent", "points", "time"}
    if a.kind != b.kind and {a.kind, b.kind} & measured and "plain" not in (a.kind, b.kind):
        return False
    left, right = (a.value, b.value) if "plain" in (a.kind, b.kind) else (a.base, b.base)
    return math.isclose(left, right, rel_tol=1e-9) and a.upper == b.upper


def number_values(text: str, *, language: str = "sv", lenient: bool = False) -> frozenset[float]:
    """The value of every number in `text`: quantities, the parts of dates, years, references and number words.

    Signs count: "-11,6" gives -11.6. `lenient` is for the source that an answer is checked against: it gives every
    way to read what is there (the months by number, "en" as 1, each cell of a row without borders, unsigned values).
    """
    return _values(text, language, lenient)


@lru_cache(maxsize=64)  # an answer is checked number by number against the same few texts, some of them long tables
def _values(text: str, language: str, lenient: bool) -> frozenset[float]:
    found: set[float] = set()
    for number in numbers(text, language=language):
        found.add(number.value)
        if number.upper is not None:
            found.add(number.upper)
    found |= {number.value for number in spelled_numbers(text)}
    found |= _digit_values(_without_numbers(text, language), language)
    return frozenset(found | _loose_values(text) if lenient else found)


def missing_numbers(answer: str, source: str, *, language: str = "sv") -> set[float]:
    """The numbers of an answer that its source does not hold. A minus left out is borne, one added is not."""
    stated = number_values(source, lenient=True)
    return {
        value
        for value in number_values(answer, language=language)
        if not any(math.isclose(value, other, rel_tol=1e-9, abs_tol=1e-12) for other in stated)
    }


def _without_numbers(text: str, language: str) -> str:
    """The text with the digits of its quantities blanked, so that what is left are dates and references."""
    letters = list(text)
    for number in numbers(text, language=language):
        letters[number.start : number.end] = " " * (number.end - number.start)
    return "".join(letters)


def _digit_values(text: str, language: str) -> set[float]:
    pattern = _PLAIN if language == "sv" else re.compile(r"\d+(?:\.\d+)?")
    found = set()
    at = 0
    while (run := pattern.search(text, at)) is not None:
        group = _GROUPS.match(text, run.start())
        written = group.group() if group else run.group()
        found.add(value_of(written, language))
        at = run.start() + len(written)
    return found


def _loose_values(text: str) -> set[float]:
    """Every reading of the digits: runs, groups of three joined in all ways, short dates, month names, articles."""
    found = {float(run.group().replace(",", ".")) for run in _PLAIN.finditer(text)}
    found |= {float(run) for run in re.findall(r"\d+", text)} | {float(run) for run in re.findall(r"\d+\.\d+", text)}
    for group in _GROUPS.finditer(text):
        found |= _joined(re.findall(r"\d+", group.group()))
    for short in _SHORT_DATE.finditer(text):
        found |= {float(part) for part in short.groups()} | {2000.0 + float(short.group(1))}
    found |= {_MONTHS[word] for word in (w.group().lower() for w in _WORDS.finditer(text)) if word in _MONTHS}
    if _ARTICLES.search(text):
        found.add(1.0)
    found |= {abs(number.value) for number in numbers(text)}
    for sign in _SIGNED.finditer(text):
        groups = _GROUPS.match(text, sign.end())
        found.add(-value_of(text[sign.end() : sign.end() + 24]))
        parts = re.findall(r"\d+", groups.group()) if groups else []
        found |= {-float("".join(parts[:last])) for last in range(1, len(parts) + 1)}
    return found


def _joined(parts: list[str]) -> set[float]:
    return {float("".join(parts[first:last])) for first, last in combinations(range(len(parts) + 1), 2)}
