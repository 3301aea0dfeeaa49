"""Numbers written in digits: decimal comma, thousands in groups, signs parted from their number, ranges."""

from __future__ import annotations

import re

from indexer.figures.measured import measured
from indexer.figures.number import Number
from indexer.figures.references import Mask
from indexer.figures.units import UNITS, Unit, counted_noun, currency_before, strong_unit

_CLUSTER = re.compile(r"\d+(?:[.,:/]\d+)*")
_RUN = re.compile(r"\d+")
_SPACE = "[ \u00a0\u202f\u2009]"
_MONEY = r"(?:kr\b|kronor|tkr|mnkr|mkr|:-)"
_SWEDISH = re.compile(  # the first form: a row of six-digit cells
    rf"(\d{{3}}{_SPACE}\d{{3}}(?=(?:{_SPACE}\d{{3}}{_SPACE}\d{{3}})+(?!{_SPACE}?\d|\s{{0,2}}{_MONEY}))"
    rf"|\d{{1,3}}(?:{_SPACE}\d{{3}}){{1,3}}(?!\d)|\d{{4,}}(?:{_SPACE}\d{{3}})+(?=\s{{0,2}}{_MONEY})|"
    rf"\d{{1,3}}(?:\.\d{{3}})+(?!\d)"
    rf"|\d{{1,3}}(?:,\d{{3}}){{2,}}(?![\d,])|\d+)(?:,(\d+)|\.(\d{{1,2}})(?!\d))?"
)
_ENGLISH = re.compile(
    rf"(\d{{1,3}}(?:,\d{{3}})+(?!\d)|\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d)|\d+)(?:\.(\d+)|,(\d{{1,2}})(?!\d))?"
)
_MINUS = "-–−"
_ORDINAL = re.compile(r":?(?:e|a)\b|(?:st|nd|rd|th)\b")
_CLOCK = re.compile(r"(?:klockan|kl\.?)\s?$", re.IGNORECASE)
_TIME_OF_DAY = re.compile(r"(\d{1,2})[:.]([0-5]\d)(?![\d.:,])")
_BARE_TIME = re.compile(r"(\d{1,2}):([0-5]\d)(?![\d:])")
_WHOLE_HOUR = re.compile(r"\d{1,2}(?![\d,])")
_STRAY = re.compile(r" [a-zåäö]+(?:iga|liga|iska|ade|arna|orna|erna)\b")
_REFERENCE_LEFT = re.compile(r"(?:[^\W\d_][-/]?|\w[/=]|[#@_])\Z")


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
        done = number.end if number else start + len(_CLUSTER.findall(text[start : start + 40])[0])
        if number is None or (damaged and _doubtful(number)):
            continue
        found.append(number)
    return found


def value_of(written: str, language: str = "sv") -> float:
    """The value of one number as written; spaces, dots or commas between groups of three do not count."""
    found = (_ENGLISH if language == "en" else _SWEDISH).search(written)
    if found is None:
        raise ValueError(f"{written!r} holds no digits")
    return _value(found)


def _value(found: re.Match[str]) -> float:
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
    value = _value(found)
    ordinal = _ORDINAL.match(text, end)
    if ordinal is not None and found.group().isdigit():
        return Number(value, text[start : ordinal.end()], start, ordinal.end(), "", ordinal.end(), "", "ordinal")
    unit = strong_unit(text, end) or currency_before(text, start, end)
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
    return measured(text, start, end, value, unit)


def _with_sign(text: str, start: int, value: float, unit: Unit | None) -> tuple[int, float]:
    """The start and value with the minus before it, when that dash is a minus and no hyphen, bullet or range."""
    at = start - 1
    if at >= 0 and text[at] in " \u00a0\n" and unit is not None and unit.kind in ("money", "percent", "points"):
        at -= 1
        line = text.rfind("\n", 0, max(at, 0)) + 1
        before = text[line : max(at, 0)].rstrip()[-1:]
        if not before or before.isdigit() or not text[at - 1].isspace():
            return start, value  # a bullet, a range, or a dash that closes a word
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
    """Do letters or a hyphened word stick to the number ("f6rslag", "20-timmarsregeln")?"""
    after = text[end : end + 2]
    return bool(after) and (
        after[0].isalpha()
        or after[0] in "_@²"
        or (after[0] in "-–/:" and after[1:].isalpha())
        or (after[0] in "/:" and after[1:].isdigit())
    )


def _clock(text: str, start: int) -> Number | None:
    """ "klockan 16", "kl. 14.30", "14:30"."""
    named = _CLOCK.search(text, max(0, start - 9), start) is not None
    found = (_TIME_OF_DAY if named else _BARE_TIME).match(text, start)
    if found is not None and int(found.group(1)) <= 24:
        value = int(found.group(1)) + int(found.group(2)) / 60
        return Number(value, found.group(), start, found.end(), "", found.end(), "", "clock")
    whole = _WHOLE_HOUR.match(text, start) if named else None
    if whole is None or int(whole.group()) > 24:
        return None
    return Number(float(whole.group()), whole.group(), start, whole.end(), "", whole.end(), "", "clock")


def _doubtful(number: Number) -> bool:
    """In text damaged by OCR: a lone 1 is an "i", and a digit without a unit may be any letter."""
    strong = number.kind in ("money", "percent", "points", "time") or number.unit.lower() in UNITS
    if number.text == "1":
        return not strong
    return len(number.text) == 1 and number.kind == "plain"
