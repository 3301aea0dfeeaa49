"""The numbers that a text states, in Swedish and English: read anew, so that no slip of the product's reader is shared.

Handles 1 200 (blank, no-break and thin), 1.200, 1,200 and 8,9; − – and - as minus; percent; tkr, mnkr, mdkr and their
words; dates in words and ISO; number words. A form that can be read in two ways (1.200) holds both values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from eval.number_words import SCALES, WORDS, month

_DIGITS = r"\d{1,3}(?:[ \u00a0\u2007\u2009\u202f]\d{3})+(?!\d)|\d{1,3}(?:[.,]\d{3})+(?!\d)|\d+"
_NUMBER = re.compile(
    rf"(?P<sign>(?<![\w\u2212\u2013-])[-\u2212\u2013](?:\s(?=\d))?)?(?P<body>(?<![\w])(?:{_DIGITS})(?:[.,]\d+)?)(?:st|nd|rd|th|:[ea])?(?![\d])",
)
_AFTER = re.compile(
    r"\s*(?P<percent>%|procent|per ?cent)|\s*(?P<scale>[a-zåäö]+\.?)(?:\s?(?:kr|kronor|sek))?", re.IGNORECASE
)
_WORD = re.compile(r"[a-zåäöA-ZÅÄÖ]+(?:-[a-z]+)?")
_MONTHNAME = r"(?P<month>[a-zåäöA-ZÅÄÖ]{3,9})\.?"
_DATES = tuple(
    re.compile(form)
    for form in (
        r"(?<![\d-])(?P<year>(?:19|20)\d\d)-(?P<number>0[1-9]|1[0-2])(?:-(?P<day>[0-3]\d))?(?![\d-])",
        rf"(?<!\d)(?P<day>[0-3]?\d)(?:st|nd|rd|th|:e)?\s+(?:of\s+)?{_MONTHNAME}(?:,?\s+(?P<year>(?:19|20)\d\d))?(?!\d)",
        rf"\b{_MONTHNAME}\s+(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?:,\s*(?P<year>(?:19|20)\d\d))?(?![\d.,]*\d)",
        rf"\b{_MONTHNAME}\s+(?P<year>(?:19|20)\d\d)(?!\d)",
    )
)
_SECTION = re.compile(r"(?:§{1,2}|\bsection|\bparagraf)\s?(?P<body>\d+)|(?P<before>\d+)\s?§")
_PLACE = re.compile(r"\b(?:sida|sidan|sid\.|page|p\.|stycke|paragraph)\s(?P<body>\d+)", re.IGNORECASE)
_MARK = re.compile(r"\[\d+(?:\s?[,–-]\s?\d+)*\]")

Date = tuple[int | None, int, int | None]


@dataclass(frozen=True)
class Mention:
    """A number in a text. raw: as it stands; kind: number, date, section or place (page or paragraph).

    values: every way in which it can be read, never negative; negative: a minus sign stands before it.
    scale: 1000 for tkr, 1e6 for mnkr, 1 for kr, None when no money or count word follows; date: (year, month, day).
    """

    raw: str
    kind: str
    values: frozenset[float] = frozenset()
    decimals: int = 0
    negative: bool = False
    percent: bool = False
    scale: float | None = None
    date: Date | None = None


def mentions(text: str) -> list[Mention]:
    """Every number of the text; citation marks such as [1] are none."""
    rest = _Rest(_MARK.sub(" ", text))
    found = [*_dates(rest), *_numbered(rest, _SECTION, "section"), *_numbered(rest, _PLACE, "place")]
    return [*found, *_plain(rest), *_words(rest)]


def readings(body: str) -> tuple[frozenset[float], int]:
    """All values that the digits can stand for, and the decimals shown: "1.200" is 1200 and 1.2."""
    joined = re.sub(r"\s", "", body)
    values = {float(re.sub(r"[.,]", "", joined))} if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", joined) else set()
    whole, mark, fraction = _split_decimals(joined)
    if not values or joined.count(mark or "x") == 1:
        values.add(float(f"{re.sub('[.,]', '', whole)}.{fraction or 0}"))
    return frozenset(values), len(fraction)


def _split_decimals(joined: str) -> tuple[str, str, str]:
    at = max(joined.rfind("."), joined.rfind(","))
    return (joined[:at], joined[at], joined[at + 1 :]) if at >= 0 else (joined, "", "")


class _Rest:
    """What of a text has not been read yet: what was read is blanked, so that nothing counts twice."""

    def __init__(self, text: str) -> None:
        self.text = text

    def take(self, form: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Each match, to be read or left; `blank` the ones that were read."""
        return form.finditer(self.text)

    def blank(self, match: re.Match[str]) -> None:
        self.text = self.text[: match.start()] + "\0" * (match.end() - match.start()) + self.text[match.end() :]


def _dates(rest: _Rest) -> Iterator[Mention]:
    for form in _DATES:
        for match in rest.take(form):
            parts = match.groupdict()
            number = int(parts["number"]) if parts.get("number") else month(parts["month"])
            if number:
                year, day = parts.get("year"), parts.get("day")
                rest.blank(match)
                yield Mention(match[0], "date", date=(int(year) if year else None, number, int(day) if day else None))


def _numbered(rest: _Rest, form: re.Pattern[str], kind: str) -> Iterator[Mention]:
    for match in rest.take(form):
        rest.blank(match)
        yield Mention(match[0], kind, frozenset({float(next(part for part in match.groups() if part))}))


def _plain(rest: _Rest) -> Iterator[Mention]:
    for match in rest.take(_NUMBER):
        values, decimals = readings(match["body"])
        after = _AFTER.match(rest.text, match.end())
        percent = bool(after and after["percent"])
        scale = SCALES.get(after["scale"].rstrip(".").lower()) if after and after["scale"] else None
        raw = match[0] + (after[0] if after and (percent or scale) else "")
        yield Mention(raw.strip(), "number", values, decimals, bool(match["sign"]), percent, scale)


def _words(rest: _Rest) -> Iterator[Mention]:
    for match in rest.take(_WORD):
        value = WORDS.get(match[0].lower())
        if value is not None:
            after = _AFTER.match(rest.text, match.end())
            scale = SCALES.get(after["scale"].rstrip(".").lower()) if after and after["scale"] else None
            yield Mention(match[0], "number", frozenset({float(value)}), scale=scale)
