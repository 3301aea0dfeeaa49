"""PX and JSON-stat files give records addressed by their labels."""

from __future__ import annotations

import json
from pathlib import Path

from eval.build.cubes import cube
from eval.build.everything import Originals


def test_a_px_file_is_read_by_its_labels(originals: Originals) -> None:
    (table,) = [table for table in originals.tables if table.document == "bygglov.px"]
    values = [record.values[table.measures[0]] for record in table.records]
    assert [value and int(value.number) for value in values] == [101, 120, None, 80]
    assert values[1] and values[1].cells == ("stadsdel=Berga|år=2030",)


def test_swedish_labels_are_taken_where_there_are_two_languages(tmp_path: Path) -> None:
    text = (
        'LANGUAGES="en","sv";\nTITLE="Moves";\nTITLE[sv]="Flyttar";\nSTUB="sex";\nSTUB[sv]="kön";\nHEADING="year";\n'
        'HEADING[sv]="år";\nVALUES("sex")="men","women";\nVALUES[sv]("kön")="män","kvinnor";\nVALUES("year")="2030";\n'
        'VALUES[sv]("år")="2030";\nDATA=\n5 "." ;\n'
    )
    (tmp_path / "a.px").write_text(text, encoding="cp1252")
    (table,) = cube(tmp_path / "a.px", "a.px")
    assert table.title == "Flyttar"
    value = table.records[0].values[table.measures[0]]
    assert value and value.cells == ("kön=män|år=2030", "kön=män")  # also without what has one member only


def test_a_json_stat_dataset_is_read(tmp_path: Path) -> None:
    told = {
        "class": "dataset", "label": "Bygglov", "id": ["ort"], "size": [2], "value": [3, None],
        "dimension": {
            "ort": {"label": "ort", "category": {"index": {"b": 1, "a": 0}, "label": {"a": "Berga", "b": "Dalby"}}}},
    }  # fmt: skip
    (tmp_path / "a.json").write_text(json.dumps(told), encoding="utf-8")
    (table,) = cube(tmp_path / "a.json", "a.json")
    assert [record.members[0][1] for record in table.records] == ["Berga", "Dalby"]


def test_a_file_whose_values_do_not_fill_it_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.px").write_text('STUB="ort";\nVALUES("ort")="Berga","Dalby";\nDATA=\n5;\n', encoding="utf-8")
    assert not list(cube(tmp_path / "a.px", "a.px"))
