"""JSON-stat 2 and the older form."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from indexer.errors import Reason, Refusal
from indexer.readers.dispatch import read_here
from indexer.readers.sniff import sniff

DATASET: dict[str, Any] = {
    "class": "dataset",
    "label": "Folkmängd efter region",
    "source": "Byrån",
    "id": ["Region", "Contents"],
    "size": [2, 2],
    "role": {"metric": ["Contents"]},
    "dimension": {
        "Region": {
            "label": "region",
            "category": {"index": {"b": 1, "a": 0}, "label": {"a": "Norrby", "b": "Söderby"}},
        },
        "Contents": {
            "label": "innehåll",
            "category": {
                "index": ["A", "B"],
                "label": {"A": "Folkmängd", "B": "Andel"},
                "unit": {"A": {"base": "antal"}, "B": {"base": "procent"}},
            },
        },
    },
    "value": [10, 2.5, None, 4],
    "status": {"2": ".."},
}


def stored(folder: Path, content: object) -> Path:
    file = folder / "t.json"
    file.write_text(json.dumps(content), encoding="utf-8")
    return file


def test_both_forms_give_the_same_table(tmp_path: Path) -> None:
    old = {**DATASET, "dimension": {**DATASET["dimension"], "id": DATASET["id"], "size": DATASET["size"]}}
    old.pop("id"), old.pop("size"), old.pop("class")
    for content in (DATASET, {"dataset": old}):
        file = stored(tmp_path, content)
        assert sniff(file) == "json-stat"
        (read,) = read_here(file).tables
        assert read.table.title == "Folkmängd efter region"
        assert [label.text for label in read.table.columns[0].labels] == ["Norrby", "Söderby"]
        assert [column.unit for column in read.table.columns[1:]] == ["antal", "procent"]


def test_other_json_and_false_sizes_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as caught:
        sniff(stored(tmp_path, {"a": 1}))
    assert caught.value.reason is Reason.UNSUPPORTED
    with pytest.raises(Refusal, match="categories"):
        read_here(stored(tmp_path, {**DATASET, "size": [3, 2]}))
