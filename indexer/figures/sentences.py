"""Where Swedish sentences begin and end."""

from __future__ import annotations

import re

_STOP = re.compile(
    r"[.!?…]+[”\"»’')\]]*(?=\s|$)|[:;]?[ \t]*\n(?:[ \t]*\n)+|\n(?=[ \t]*(?:[-–•*●▪]|\d{1,2}[.)]|"
    r"[a-z]\))[ \t])|:\n"
)
_ABBREVIATIONS = frozenset(
    (
        "t.ex t ex bl.a bl d.v.s dvs m.fl m.m fl mm dnr kap kl st ca c:a nr resp jfr prop s sid tel inkl exkl f.n f.d "
        "fr.o.m "
        "t.o.m o.s.v osv etc ev forts fig tab milj mdr art p.g.a pga "
        "a.a vol red obs bil tfn avd ang enl f.ö o.d s.k sk "
        "t.f tf "
        "dir doc prof dr mr mrs st.f bitr ordf v.ordf kv gr vard tom from mfl fr.o.m. e.kr f.kr max min tim proc jan "
        "feb mar "
        "apr jun jul aug sep sept okt nov dec org"
    ).split()
)
_CLOSING = frozenset("st nr m.m mm etc osv o.s.v m.fl fl mfl max min kr".split())  # these may end a sentence
_WORD_BEFORE = re.compile(r"[^\s(”\"]+$")
_LOWER = re.compile(r"\s*[a-zåäöé]")
_MONTH_AFTER = re.compile(r"\s+(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)", re.IGNORECASE)
_LINE_OF_CELLS = re.compile(r"(?:\d[\d  ]*(?:,\d+)?\s*%?[ \t]+){1,}[-–−]?\d[\d  ,]*%?$")


def sentences(text: str) -> list[tuple[int, int]]:
    """The spans of the sentences of `text`, in order, white space trimmed; every line of table text is one."""
    spans: list[tuple[int, int]] = []
    start = 0
    for stop in _STOP.finditer(text):
        if _ends(text, start, stop):
            _add(text, start, stop.end(), spans)
            start = stop.end()
    _add(text, start, len(text), spans)
    return [piece for span in spans for piece in _table_lines(text, span)]


def _ends(text: str, start: int, stop: re.Match[str]) -> bool:
    """Does the sentence that began at `start` end here?"""
    mark = stop.group()
    if "\n" in mark or mark[0] in "!?":
        return mark[0] not in "!?" or not _LOWER.match(text, stop.end())
    if mark[0] == "." and len(mark) == 1:
        return not _abbreviates(text, start, stop.start(), stop.end())
    return True


def _abbreviates(text: str, start: int, dot: int, after: int) -> bool:
    """Does the full stop at `dot` belong to an abbreviation, an initial, a list number or a date?"""
    found = _WORD_BEFORE.search(text, max(start, dot - 30), dot)
    word = found.group() if found else ""
    if _LOWER.match(text, after) and "\n\n" not in text[after : after + 3]:
        return True
    if word.lower().rstrip(".") in _ABBREVIATIONS:
        return word.lower() not in _CLOSING or not _capital(text, after)
    if len(word) == 1 and word.isupper():
        return True
    if word.isdigit() and len(word) <= 2:
        return not text[start : dot - len(word)].strip() or _MONTH_AFTER.match(text, after) is not None
    return False


def _capital(text: str, after: int) -> bool:
    return text[after : after + 4].strip()[:1].isupper()


def _table_lines(text: str, span: tuple[int, int]) -> list[tuple[int, int]]:
    """The span itself, or its lines where most of them end in a row of numbers."""
    start, end = span
    if "\n" not in text[start:end]:
        return [span]
    lines = text[start:end].split("\n")
    if 2 * sum(_LINE_OF_CELLS.search(line.rstrip()) is not None for line in lines) <= len(lines):
        return [span]
    spans: list[tuple[int, int]] = []
    at = start
    for line in lines:
        _add(text, at, at + len(line), spans)
        at += len(line) + 1
    return spans


def _add(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> None:
    piece = text[start:end]
    stripped = piece.strip()
    if stripped:
        begin = start + piece.index(stripped)
        spans.append((begin, begin + len(stripped)))
