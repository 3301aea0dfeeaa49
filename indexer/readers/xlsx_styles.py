"""What only the XML of an XLSX tells of its cells: percent formats, short dates, indents, formulas without result.

Read leniently and beside calamine: a third of real workbooks has parts that stricter readers stumble over.
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass, field
from posixpath import join, normpath
from typing import Any

from indexer.readers.package import parse_xml, read_part, read_sheet

_BUILT_IN = {9: "0%", 10: "0.00%", 14: "yyyy-mm-dd", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 22: "yyyy-mm-dd h:mm"}
_LITERALS = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_CELL = re.compile(rb"<(?:\w+:)?c\s([^>]*?)(/?)>")
_REFERENCE = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_STYLE = re.compile(rb'\bs="(\d{1,6})"')
_WITHOUT_RESULT = re.compile(
    rb"<(?:\w+:)?c\s([^>]*[^/>])>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s?/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)


@dataclass
class Looks:
    """Of one sheet; see Grid. dates: {(row, column): characters of the ISO date that the format shows}."""

    percent: dict[int, bytearray] = field(default_factory=dict)
    indents: dict[tuple[int, int], int] = field(default_factory=dict)
    uncounted: set[tuple[int, int]] = field(default_factory=set)
    dates: dict[tuple[int, int], int] = field(default_factory=dict)


@dataclass(frozen=True)
class _Styles:
    """Numbers of the cell styles that matter."""

    percent: frozenset[int]
    indents: dict[int, int]
    dates: dict[int, int]


def xlsx_looks(package: zipfile.ZipFile) -> dict[str, Looks]:
    """By sheet name."""
    styles = _styles(package)
    return {name: _looks(read_sheet(package, part), styles) for name, part in _sheets(package).items()}


def _sheets(package: zipfile.ZipFile) -> dict[str, str]:
    """{sheet name: part}."""
    targets = {}
    for relation in _elements(package, "xl/_rels/workbook.xml.rels", "Relationship"):
        target = relation.get("Target", "")
        targets[relation.get("Id")] = target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))
    found = {}
    for sheet in _elements(package, "xl/workbook.xml", "sheet"):
        relation = next((value for key, value in sheet.attrib.items() if key.endswith("}id")), None)
        if relation in targets:
            found[sheet.get("name", "")] = targets[relation]
    return found


def _styles(package: zipfile.ZipFile) -> _Styles:
    codes = dict(_BUILT_IN)
    for entry in _elements(package, "xl/styles.xml", "numFmt"):
        if entry.getparent().tag.endswith("numFmts"):
            codes[int(entry.get("numFmtId", -1))] = entry.get("formatCode", "")
    percent, indents, dates = set(), {}, {}
    groups = _elements(package, "xl/styles.xml", "cellXfs")
    for at, style in enumerate(groups[0] if groups else []):
        code = _LITERALS.sub("", codes.get(int(style.get("numFmtId", 0)), "")).lower()
        if "%" in code:
            percent.add(at)
        if (shown := _date_characters(code)) is not None:
            dates[at] = shown
        for alignment in style.iter("{*}alignment"):
            if int(alignment.get("indent", 0)):
                indents[at] = int(alignment.get("indent", 0))
    return _Styles(frozenset(percent), indents, dates)


def _date_characters(code: str) -> int | None:
    """Of "2024-01-31", those that a format without day or without month shows."""
    if "y" not in code or "d" in code or "h" in code:
        return None
    return 7 if "m" in code else 4


def _looks(sheet: bytes, styles: _Styles) -> Looks:
    looks = Looks()
    if styles.percent or styles.indents or styles.dates:
        for found in _CELL.finditer(sheet):
            _note(looks, found.group(1), styles)
    for found in _WITHOUT_RESULT.finditer(sheet):
        if place := _REFERENCE.search(found.group(1)):
            looks.uncounted.add(_at(place))
    return looks


def _note(looks: Looks, attributes: bytes, styles: _Styles) -> None:
    style = _STYLE.search(attributes)
    number = int(style.group(1)) if style else 0
    if number not in styles.percent and number not in styles.indents and number not in styles.dates:
        return
    place = _REFERENCE.search(attributes)
    if place is None:
        return
    row, column = _at(place)
    if number in styles.percent:
        flag(looks, row, column)
    if number in styles.indents:
        looks.indents[row, column] = styles.indents[number]
    if number in styles.dates:
        looks.dates[row, column] = styles.dates[number]


def flag(looks: Looks, row: int, column: int) -> None:
    """Note that a cell is shown times 100."""
    flags = looks.percent.setdefault(column, bytearray())
    if len(flags) <= row:
        flags.extend(bytes(row + 1 - len(flags) + len(flags) // 2))
    flags[row] = 1


def _at(place: re.Match[bytes]) -> tuple[int, int]:
    column = 0
    for character in place.group(1):
        column = column * 26 + character - ord("A") + 1
    return int(place.group(2)) - 1, column - 1


def _elements(package: zipfile.ZipFile, part: str, name: str) -> list[Any]:
    data = read_part(package, part)
    return list(parse_xml(data, part).iter(f"{{*}}{name}")) if data else []
