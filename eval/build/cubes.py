"""PX and JSON-stat files as tables, in Swedish where the file has Swedish labels.

Sources: PX-file format 2013 (Statistics Sweden); JSON-stat 2.0 (json-stat.org). Only what a question needs is read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product
from math import prod
from pathlib import Path
from typing import Any

from eval.build.table import Measure, Record, Table, Value
from eval.extract import decoded

_STATEMENT = re.compile(r'([A-Z0-9-]+)(?:\[(\w+)\])?(?:\(((?:"[^"]*",?)+)\))?=((?:"[^"]*"|[^";])*);')
_NUMBER = re.compile(r"^-?\d+(?:\.\d+)?$")
_STRING = re.compile(r'"([^"]*)"')
_TOKEN = re.compile(r'"[^"]*"|[^\s"]+')


def cube(file: Path, document: str) -> Iterator[Table]:
    """The table of a PX or JSON-stat file; nothing for one that is not whole."""
    if file.suffix.lower() == ".px":
        yield from _px(decoded(file.read_bytes()), document)
    elif file.suffix.lower() == ".json":
        yield from _json_stat(file, document)


def _px(text: str, document: str) -> Iterator[Table]:
    head, mark, data = text.partition("\nDATA=")
    statements = {(key, language, sub.strip('"')): value for key, language, sub, value in _STATEMENT.findall(head)}
    language = "sv" if any(said == "sv" for _, said, _ in statements) else ""

    def said(key: str, sub: str = "") -> list[str]:
        value = statements.get((key, language, sub), statements.get((key, "", sub), ""))
        return _STRING.findall(value)

    names = said("STUB") + said("HEADING")
    dimensions = [(name, said("VALUES", name)) for name in names]
    numbers = [token.strip('";') for token in _TOKEN.findall(data.strip().rstrip(";"))]
    if not mark or "KEYS" in {key for key, _, _ in statements} or not names:
        return
    yield from _table(document, "".join(said("TITLE")), "".join(said("CONTENTS")), said("UNITS"), dimensions, numbers)


def _json_stat(file: Path, document: str) -> Iterator[Table]:
    try:
        told = json.loads(decoded(file.read_bytes()))
        if not isinstance(told, dict) or told.get("class") != "dataset":
            return
        dimensions = [_json_dimension(told["dimension"][name], name) for name in told["id"]]
        values = told["value"]
        size = prod(len(members) for _, members in dimensions)
        listed = values if isinstance(values, list) else [values.get(str(place)) for place in range(size)]
    except (ValueError, KeyError, TypeError, AttributeError):  # JSON of another form
        return
    numbers = ["" if value is None else str(value) for value in listed]
    title = str(told.get("label", ""))
    yield from _table(document, title, "", [], dimensions, numbers)


def _json_dimension(dimension: dict[str, Any], name: str) -> tuple[str, list[str]]:
    category = dimension["category"]
    labels = category.get("label", {})
    index = category.get("index") or list(labels)
    codes = sorted(index, key=lambda code: int(index[code])) if isinstance(index, dict) else list(index)
    return str(dimension.get("label", name)), [str(labels.get(code, code)) for code in codes]


def _table(
    document: str,
    title: str,
    contents: str,
    units: Sequence[str],
    dimensions: Sequence[tuple[str, Sequence[str]]],
    numbers: Sequence[str],
) -> Iterator[Table]:
    if not dimensions or prod(len(members) for _, members in dimensions) != len(numbers):
        return
    measure = Measure(contents, unit=units[0] if units else "")
    names = [name for name, _ in dimensions]
    several = {name for name, members in dimensions if len(members) > 1}
    records = []
    for members, number in zip(product(*(members for _, members in dimensions)), numbers, strict=True):
        pairs = tuple(zip(names, members, strict=True))
        found = Decimal(number) if _NUMBER.match(number) else None
        value = None if found is None else Value(found, _addresses(pairs, several))
        records.append(Record(pairs, {measure: value}))
    yield Table(document, "", title, (), (measure,), tuple(records))


def _addresses(pairs: Sequence[tuple[str, str]], several: set[str]) -> tuple[str, ...]:
    """dim=label|dim=label, whole and without the dimensions that have one member only."""
    whole = "|".join(f"{name}={member}" for name, member in pairs)
    short = "|".join(f"{name}={member}" for name, member in pairs if name in several)
    return tuple(dict.fromkeys([whole, short]))
