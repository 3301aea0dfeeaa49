"""PX files (PC-Axis): keywords, values over several lines, languages; the table in long form, addressed by labels."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from indexer.errors import Reason, Refusal
from indexer.model import RawDocument
from indexer.readers.decode import decode
from indexer.tables.cube import Cube, Dimension, table_of_cube

_KEYWORD = re.compile(
    r"(?P<name>[A-Z][A-Z0-9_-]*)(?:\[(?P<language>\w+)\])?(?:\((?P<keys>(?:\s*\"[^\"]*\"\s*,?)*)\))?\s*$"
)
_QUOTED = re.compile(r'"([^"]*)"')
_CHARSET = re.compile(rb'CODEPAGE\s*=\s*"([^"]+)"', re.IGNORECASE)
_TIME_LIST = re.compile(r"TLIST\(\s*(\w)\d?[^)]*\)\s*,?")
_CELL = re.compile(r'"[^"]*"|[^\s,;"]+')
_NOTES = ("NOTEX", "NOTE", "VALUENOTEX", "VALUENOTE", "CELLNOTEX", "CELLNOTE")
_DOTS = re.compile(r"DATASYMBOL(\d|NIL|SUM)")


@dataclass
class _Keywords:
    """{(name, language, keys): text after the equals sign}."""

    found: dict[tuple[str, str, tuple[str, ...]], str] = field(default_factory=dict)
    language: str = ""

    def get(self, name: str, *keys: str) -> str | None:
        """In the chosen language, else the default one."""
        for language in (self.language, ""):
            if (value := self.found.get((name, language, keys))) is not None:
                return value
        return None

    def text(self, name: str, *keys: str) -> str:
        """The quoted parts joined."""
        return "".join(_QUOTED.findall(self.get(name, *keys) or "")).replace("#", " ").strip()

    def many(self, name: str, *keys: str) -> list[str]:
        """The quoted parts, those that go on over lines joined."""
        value = self.get(name, *keys)
        return _QUOTED.findall(re.sub(r'"\s*\n\s*"', "", value)) if value is not None else []


def read_px(path: Path) -> RawDocument:
    """A PX file; in Swedish where it is in several languages. Raises Refusal."""
    text = _decoded(path.read_bytes())
    keywords, data = _parsed(text)
    keywords.language = "sv" if "sv" in keywords.many("LANGUAGES") and keywords.text("LANGUAGE") != "sv" else ""
    stub, heading = keywords.many("STUB"), keywords.many("HEADING")
    content = keywords.text("CONTVARIABLE")
    dimensions = [_dimension(keywords, name, name == content) for name in [*stub, *heading]]
    if not dimensions:
        raise Refusal(Reason.DAMAGED, "it names no dimensions (STUB, HEADING)", "Fetch the file again.")
    cells = [cell.strip('"') for cell in _CELL.findall(data)]
    cube = Cube(
        title=keywords.text("TITLE") or keywords.text("DESCRIPTION") or keywords.text("CONTENTS"),
        measure=keywords.text("CONTENTS"),
        unit=keywords.text("UNITS"),
        dimensions=tuple(dimensions),
        cells=cells,
        notes=tuple(_notes(keywords)),
        marks=tuple(_marks(keywords)),
        decimal=".",
    )
    return RawDocument("px", (), properties={"title": cube.title}, tables=(table_of_cube(cube),))


def _decoded(data: bytes) -> str:
    """By its CODEPAGE where it names one that Python knows; "ANSI" is Windows."""
    named = _CHARSET.search(data[:4096])
    if named and not data.startswith(b"\xef\xbb\xbf"):
        try:
            return data.decode(named.group(1).decode("ascii", "replace"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data)


def _parsed(text: str) -> tuple[_Keywords, str]:
    keywords = _Keywords()
    at = 0
    while at < len(text):
        equals = _outside(text, "=", at)
        if equals < 0:
            break
        head = _KEYWORD.match(text[at:equals].strip().lstrip("\ufeff"))
        if head and head["name"] == "DATA":
            return keywords, text[equals + 1 :]
        end = _outside(text, ";", equals)
        end = len(text) if end < 0 else end
        if head:
            keys = tuple(_QUOTED.findall(head["keys"] or ""))
            keywords.found[head["name"], head["language"] or "", keys] = text[equals + 1 : end].strip()
        at = end + 1
    raise Refusal(Reason.DAMAGED, "it holds no data (DATA=)", "Fetch the file again.")


def _outside(text: str, sign: str, at: int) -> int:
    """Where the sign stands next outside quotation marks, -1 when nowhere."""
    quoted = False
    for place in range(at, len(text)):
        character = text[place]
        if character == '"':
            quoted = not quoted
        elif character == sign and not quoted:
            return place
    return -1


def _dimension(keywords: _Keywords, name: str, content: bool) -> Dimension:
    labels = keywords.many("VALUES", name)
    codes = keywords.many("CODES", name)
    units = tuple(keywords.text("UNITS", label) for label in labels) if content else ()
    times = keywords.get("TIMEVAL", name)
    if not labels and times:
        labels = _QUOTED.findall(_TIME_LIST.sub("", times))
    if not labels and codes:
        labels = codes
    elimination = keywords.text("ELIMINATION", name)
    totals = (elimination,) if elimination in labels else ()
    return Dimension(name, tuple(labels), tuple(codes), times is not None, content, units, totals)


def _notes(keywords: _Keywords) -> list[str]:
    lines = [f"Källa: {keywords.text('SOURCE')}"] if keywords.text("SOURCE") else []
    for name, language, keys in keywords.found:
        if name in _NOTES and language in (keywords.language, ""):
            if language == "" and keywords.language and name != "CELLNOTE":
                continue
            about = ", ".join(key for key in keys if key != "*")
            lines.append(": ".join(filter(None, (about, keywords.text(name, *keys)))))
    return lines


def _marks(keywords: _Keywords) -> list[tuple[str, str]]:
    """What the file says of its symbols: DATASYMBOL2 is "..", DATASYMBOL1 is ".", DATASYMBOLNIL is "-"."""
    found = []
    for name, language, keys in keywords.found:
        symbol = _DOTS.fullmatch(name)
        if symbol and language == keywords.language and not keys:
            mark = {"NIL": "-", "SUM": "sum"}.get(symbol.group(1)) or "." * int(symbol.group(1))
            found.append((mark, keywords.text(name)))
    return found
