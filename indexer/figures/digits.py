"""Numbers written in digits: decimal comma, thousands in groups, signs parted from their number, ranges."""

from __future__ import annotations

import re

from indexer.figures.hedges import hedge_before
from indexer.figures.number import Number
from indexer.figures.references import Mask, inside
from indexer.figures.units import Unit, counted_noun, strong_unit

_RUN = re.compile(r"\d+")
_SPACE = "[ \u00a0\u202f\u2009]"
_MONEY = r"(?:kr\b|kronor|tkr|mnkr|mkr|:-)"
_SWEDISH = re.compile(
    rf"(\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d)|\d{{4,}}(?:{_SPACE}\d{{3}})+(?=\s{{0,2}}{_MONEY})|\d{{1,3}}(?:\.\d{{3}})+(?!\d)"
    rf"|\d{{1,3}}(?:,\d{{3}}){{2,}}(?![\d,])|\d+)(?:,(\d+)|\.(\d{{1,2}})(?!\d))?"
)
_ENGLISH = re.compile(rf"(\d{{1,3}}(?:,\d{{3}})+(?!\d)|\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d)|\d+)(?:\.(\d+)|,(\d{{1,2}})(?!\d))?")
_MINUS = "-–−"
_RANGE = re.compile(r"\s?(?:[-–]|à|a)\s?(?=\d)|\s(?:till|to|à)\s(?=\d)")
_BETWEEN_TAIL = re.compile(r"\s(?:och|and)\s(?=\d)")
_BETWEEN = re.compile(r"\b(?:mellan|between)\s$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:från|from)\s(?:\w+\s)?$", re.IGNORECASE)
_ORDINAL = re.compile(r":?(?:e|a)\b|(?:st|nd|rd|th)\b")
_CLOCK = re.compile(r"(?:klockan|kl\.?)\s?$", re.IGNORECASE)
_TIME_OF_DAY = re.compile(r"(\d{1,2})[:.]([0-5]\d)(?![\d.:,])")
_BARE_TIME = re.compile(r"(\d{1,2}):([0-5]\d)(?![\d:])")
_STRAY = re.compile(r" [a-zåäö]+(?:iga|liga|iska|ade|arna|orna|erna)\b")
_REFERENCE_LEFT = re.compile(r"[^\W\d_][-/]?$|[\w]/$|[#@_*]$")


def digit_numbers(text: str, masks: list[Mask], *, damaged: bool = False, language: str = "sv") -> list[Number]:
    """Every quantity in digits outside the masks, which are in order; `damaged` distrusts lone digits (OCR)."""
    pattern = _ENGLISH if language == "en" else _SWEDISH
    ends = [mask.start for mask in masks]
    found: list[Number] = []
    done = next_mask = 0
    for run in _RUN.finditer(text):
        start = run.start()
        if start < done:
            continue
        while next_mask < len(masks) and masks[next_mask].end <= start:
            next_mask += 1
        limit = ends[next_mask] if next_mask < len(masks) else len(text)
        if limit <= start:
            done = masks[next_mask].end
            continue
        number = _number_at(text, start, limit, pattern)
        done = run.end()
        if number is None or (damaged and _doubtful(number)):
            continue
        if found and _continues(text, found[-1], number):
            found[-1] = _range(text, found[-1], number)
        else:
            found.append(number)
        done = number.end
    return found


def value_of(written: str, language: str = "sv") -> float:
    """The value of one number as written; spaces, dots or commas between groups of three do not count."""
    found = (_ENGLISH if language == "en" else _SWEDISH).search(written)
    assert found is not None
    whole = re.sub(r"\D", "", found.group(1))
    decimals = found.group(2) or found.group(3)
    return float(f"{whole}.{decimals}") if decimals else float(whole)


def _number_at(text: str, start: int, limit: int, pattern: re.Pattern[str]) -> Number | None:
    if _REFERENCE_LEFT.search(text, max(0, start - 2), start):
        return None
    clock = _clock(text, start)
    if clock is not None:
        return clock
    found = pattern.match(text, start, limit)
    if found is None:
        return None
    end = found.end()
    value = value_of(found.group(), "en" if pattern is _ENGLISH else "sv")
    ordinal = _ORDINAL.match(text, end)
    if ordinal is not None and found.group().isdigit():
        return Number(value, text[start : ordinal.end()], start, ordinal.end(), "", ordinal.end(), "", "ordinal")
    unit = strong_unit(text, end)
    if unit is None and _glued(text, end):
        return None
    if unit is None and found.group(3) and pattern is _SWEDISH:
        return None  # "14.00", "3.2": a time or a heading unless a unit follows
    unit = unit or counted_noun(text, end)
    if found.group() == "1" and unit is not None and _STRAY.match(text, end):
        return None  # a footnote mark: one thing is not followed by a plural
    return _signed(text, start, end, value, unit)


def _signed(text: str, start: int, end: int, value: float, unit: Unit | None) -> Number:
    start, value = _with_sign(text, start, value, unit)
    kind = unit.kind if unit else "plain"
    return Number(value, text[start:end], start, end, unit.text if unit else "", unit.end if unit else end,
                  hedge_before(text, start, kind, value), kind, None, unit.scale if unit else 1.0, unit.per if unit else "")


def _with_sign(text: str, start: int, value: float, unit: Unit | None) -> tuple[int, float]:
    """The start and value with the minus before it, when that dash is a minus and no hyphen, bullet or range."""
    at = start - 1
    if at >= 0 and text[at] in " \u00a0\n" and unit is not None and unit.kind in ("money", "percent", "points"):
        at -= 1
        line = text.rfind("\n", 0, max(at, 0)) + 1
        if text[line : max(at, 0)].strip() == "" or not text[at - 1].isspace():
            return start, value  # a bullet, or a dash that closes a word
        if text[at] == "–" and text[start - 1] == " " and text[at - 2 : at - 1].isalpha() and not _introduces(text, at):
            return start, value  # a dash of thought
    if at < 0 or text[at] not in _MINUS:
        return start, value
    before = text[at - 1] if at else " "
    if before.isalnum() or before in ")%/]":
        return start, value
    return at, -value


def _introduces(text: str, at: int) -> bool:
    """Does a word that leads up to an amount stand before the dash at `at`?"""
    words = text[max(0, at - 14) : at].split()
    return bool(words) and words[-1].lower() in ("om", "på", "till", "varav", "med", "är", "var", "blir", "blev", "och")


def _glued(text: str, end: int) -> bool:
    """Do letters or a hyphened word stick to the number ("16sningar", "20-timmarsregeln")?"""
    after = text[end : end + 2]
    return bool(after) and (after[0].isalpha() or after[0] in "_@²" or (after[0] in "-–/:" and after[1:].isalpha()))


def _clock(text: str, start: int) -> Number | None:
    """"klockan 16", "kl. 14.30", "14:30"."""
    named = _CLOCK.search(text, max(0, start - 9), start) is not None
    found = (_TIME_OF_DAY if named else _BARE_TIME).match(text, start)
    if found is not None and int(found.group(1)) <= 24:
        value = int(found.group(1)) + int(found.group(2)) / 60
        return Number(value, found.group(), start, found.end(), "", found.end(), "", "clock")
    whole = re.compile(r"\d{1,2}(?![\d,])").match(text, start) if named else None
    if whole is None or int(whole.group()) > 24:
        return None
    return Number(float(whole.group()), whole.group(), start, whole.end(), "", whole.end(), "", "clock")


def _continues(text: str, one: Number, two: Number) -> bool:
    """Is `two` the upper end of a range that `one` begins?"""
    gap = text[one.end : two.start]
    if one.kind in ("clock", "ordinal", "range") or two.kind in ("clock", "ordinal") or two.value <= one.value:
        return False
    if one.unit and one.unit != two.unit and one.unit_end > one.end:
        return False
    left = text[max(0, one.start - 14) : one.start]
    if _BETWEEN_TAIL.fullmatch(gap + "0"[:0]) or gap in (" och ", " and "):
        return _BETWEEN.search(left) is not None
    return (gap in ("-", "–", " - ", " – ", "- ", " -", " till ", " to ", " à ")) and not _FROM.search(left)


def _range(text: str, one: Number, two: Number) -> Number:
    kind = two.kind
    return Number(one.value, text[one.start : two.end], one.start, two.end, two.unit, two.unit_end,
                  one.hedge or hedge_before(text, one.start, kind, one.value), "range", two.value, two.scale, two.per)


def _doubtful(number: Number) -> bool:
    """In text damaged by OCR: a lone 1 is an "i", and a digit without a unit may be any letter."""
    strong = number.kind in ("money", "percent", "points", "time") or number.unit.lower() in ("stycken", "st", "personer")
    if number.text == "1":
        return not strong
    return len(number.text) == 1 and number.kind == "plain"


def touches(masks: list[Mask], number: Number) -> bool:
    """Does the number stand in a mask?"""
    return inside(masks, number.start, number.end)
