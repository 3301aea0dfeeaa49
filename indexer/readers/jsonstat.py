"""JSON-stat 2, and the 1.x form in which datasets are wrapped: tables in long form, addressed by labels."""

from __future__ import annotations

import json
from itertools import islice
from math import prod
from pathlib import Path
from typing import Any

from indexer.errors import Reason, Refusal
from indexer.model import RawDocument
from indexer.readers.decode import decode
from indexer.tables.cube import Cube, Dimension, table_of_cube

_MOST_CELLS = 20_000_000
_MOST_DATASETS = 50


def read_jsonstat(path: Path) -> RawDocument:
    """A JSON-stat file. Raises Refusal."""
    try:
        content = json.loads(decode(path.read_bytes()).lstrip("\ufeff"))
    except json.JSONDecodeError as error:
        raise Refusal(Reason.DAMAGED, f"it is broken JSON ({error})", "Fetch the file again.") from error
    found = list(islice(_datasets(content), _MOST_DATASETS))
    if not found:
        raise Refusal(Reason.UNSUPPORTED, "it is a JSON file, but no JSON-stat", "Save its tables as CSV.")
    cubes = [_cube(dataset) for dataset in found]
    tables = tuple(table_of_cube(cube, number) for number, cube in enumerate(cubes, start=1))
    return RawDocument("json-stat", (), properties={"title": cubes[0].title}, tables=tables)


def _datasets(content: Any) -> Any:
    if not isinstance(content, dict):
        return
    if "value" in content and ("id" in content or "dimension" in content):
        yield content
    for key, inner in content.items():
        if isinstance(inner, dict) and key != "dimension" and "dimension" in inner and "value" in inner:
            yield inner
        elif key == "link" and isinstance(inner, dict):
            for item in inner.get("item") or ():
                yield from _datasets(item)


def _cube(dataset: dict[str, Any]) -> Cube:
    described = dataset["dimension"]
    identifiers = dataset.get("id") or described.get("id")
    sizes = dataset.get("size") or described.get("size")
    roles = dataset.get("role") or described.get("role") or {}
    if not identifiers or not sizes or not 0 < prod(sizes) <= _MOST_CELLS:
        raise Refusal(Reason.DAMAGED, f"its dimensions are {sizes!r}", "Fetch the file again.")
    dimensions = [_dimension(described[name], name, roles) for name in identifiers]
    if [len(dimension.labels) for dimension in dimensions] != list(sizes):
        raise Refusal(Reason.DAMAGED, "its categories do not fit its sizes", "Fetch the file again.")
    notes = tuple(map(str, [*([f"Källa: {dataset['source']}"] if dataset.get("source") else []),
                            *(dataset.get("note") or ())]))  # fmt: skip
    title = str(dataset.get("label") or "")
    return Cube(title, "", "", tuple(dimensions), _values(dataset, prod(sizes)), notes, (), ".")


def _dimension(described: dict[str, Any], name: str, roles: dict[str, list[str]]) -> Dimension:
    category = described.get("category") or {}
    index, labels = category.get("index"), category.get("label") or {}
    codes = sorted(index, key=index.__getitem__) if isinstance(index, dict) else list(index or labels)
    metric = name in (roles.get("metric") or ())
    units = category.get("unit") or {}
    bases = tuple(
        str((units.get(code) or {}).get("base") or (units.get(code) or {}).get("label") or "") for code in codes
    )
    return Dimension(
        str(described.get("label") or name),
        tuple(str(labels.get(code, code)) for code in codes),
        tuple(map(str, codes)),
        name in (roles.get("time") or ()),
        metric,
        bases if metric else (),
    )


def _values(dataset: dict[str, Any], size: int) -> list[float | str | None]:
    """One cell for each combination; where there is no number, its status mark."""
    stated, status = dataset["value"], dataset.get("status")
    values: list[float | str | None] = [None] * size
    pairs = stated.items() if isinstance(stated, dict) else enumerate(stated)
    for at, value in pairs:
        if 0 <= int(at) < size:
            values[int(at)] = float(value) if isinstance(value, int | float) else value
    for at in range(size):
        if values[at] is None and status:
            mark = (
                status.get(str(at)) if isinstance(status, dict) else status if isinstance(status, str) else status[at]
            )
            values[at] = str(mark) if mark else None
    return values
