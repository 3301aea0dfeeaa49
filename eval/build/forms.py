"""The forms in which a right answer may write a number or a date."""

from __future__ import annotations

import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from eval.number_words import ENGLISH_MONTHS, SWEDISH_MONTHS

_ISO = re.compile(r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b")
_WRITTEN = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(SWEDISH_MONTHS)}) ((?:19|20)\d\d)\b", re.IGNORECASE)
_PLACES_KEPT = 2  # a value with more decimals may be given rounded


def number_forms(number: Decimal) -> str:
    """Every usual way of writing |number|, as one `must` entry: "1 412,5|1412,5|1,412.5|1412.5".

    With more than two decimals, the value rounded to one and to two decimals counts too.
    """
    size = abs(number)
    places = max(0, -int(size.normalize().as_tuple().exponent))
    wanted = [size] if places <= _PLACES_KEPT else [size, *(_rounded(size, kept) for kept in (2, 1))]
    forms = [form for value in wanted for form in _written(value)]
    return "|".join(dict.fromkeys(forms))


def sign_forms(number: Decimal) -> tuple[str, ...]:
    """A `must` entry for a negative number: the sign or a word for it."""
    return ("-|−|–|minus|underskott|negativ|deficit|negative",) if number < 0 else ()


def swedish(number: Decimal) -> str:
    """1 412,5 with a minus sign where negative."""
    return _grouped(number, " ", ",")


def english(number: Decimal) -> str:
    """1,412.5"""
    return _grouped(number, ",", ".")


def date_forms(day: date) -> str:
    """One `must` entry: ISO, Swedish and English."""
    swedish_month, english_month = SWEDISH_MONTHS[day.month - 1], ENGLISH_MONTHS[day.month - 1].lower()
    return (
        f"{day.isoformat()}|{day.day} {swedish_month} {day.year}|{day.day} {english_month} {day.year}"
        f"|{english_month} {day.day}, {day.year}"
    )


def swedish_date(day: date) -> str:
    """16 juni 2026"""
    return f"{day.day} {SWEDISH_MONTHS[day.month - 1]} {day.year}"


def english_date(day: date) -> str:
    """16 June 2026"""
    return f"{day.day} {ENGLISH_MONTHS[day.month - 1]} {day.year}"


def first_date(text: str) -> date | None:
    """The first full date in a text, ISO or written in Swedish."""
    found = []
    if match := _ISO.search(text):
        found.append((match.start(), int(match[1]), int(match[2]), int(match[3])))
    if match := _WRITTEN.search(text):
        found.append((match.start(), int(match[3]), SWEDISH_MONTHS.index(match[2].lower()) + 1, int(match[1])))
    if not found:
        return None
    _, year, month, day = min(found)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _rounded(number: Decimal, places: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def _written(number: Decimal) -> list[str]:
    plain = f"{number.normalize():f}"
    whole, _, part = plain.partition(".")
    padded = f"{part or ''}0" if len(part) < _PLACES_KEPT else part  # 5 may stand as 5,0 and 5,2 as 5,20
    tails = dict.fromkeys([part, padded])
    forms = []
    for tail in tails:
        for group, point in ((" ", ","), ("", ","), (",", "."), ("", "."), (" ", ".")):
            forms.append(f"{int(whole):,}".replace(",", group) + (point + tail if tail else ""))
    return forms


def _grouped(number: Decimal, group: str, point: str) -> str:
    sign = "−" if number < 0 else ""
    whole, _, part = f"{abs(number):f}".partition(".")
    return sign + f"{int(whole):,}".replace(",", group) + (point + part if part else "")
