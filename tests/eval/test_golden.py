"""Golden sets are read, or refused with the line that is wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from eval.errors import GoldenError
from eval.golden import cases

ROW = {"id": "1", "lang": "sv", "kind": "figure", "question": "Hur många?", "answerable": True}


def read(path: Path, *rows: Any) -> Any:
    path.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows), encoding="utf-8")
    return list(cases(path))


def test_several_locators_documents_and_sheets_are_parted(tmp_path: Path) -> None:
    several = {"locator": "en bänk || två  bänkar", "doc": "a.txt;b.txt", "sheet": "Blad1 | Blad2"}
    (case,) = read(tmp_path / "g.jsonl", {**ROW, **several, "accept": [["c", None]]}, "")
    assert case.locators == ("en bänk", "två  bänkar")
    assert case.documents == ("a.txt", "b.txt")
    assert case.sheets == ("Blad1", "Blad2")
    assert case.accept == (("c", None),)
    assert case.group == "1"


def test_places_count_locators_and_all_cells_as_one(tmp_path: Path) -> None:
    rows = [
        {**ROW, "locator": "a || b", "cells": ["A1", "A2"]},
        {**ROW, "id": "2", "accept": [["c", 1], ["d", 1]]},
        {**ROW, "id": "3"},
    ]
    assert [case.places for case in read(tmp_path / "g.jsonl", *rows)] == [3, 1, 0]


@pytest.mark.parametrize("wrong", ["no json", "[]", {**ROW, "accept": [["c", "x"]]}, {"id": "1"}])
def test_a_line_that_is_no_case_is_named(tmp_path: Path, wrong: Any) -> None:
    with pytest.raises(GoldenError, match="line 2"):
        read(tmp_path / "g.jsonl", ROW, wrong)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(GoldenError, match=r"none\.jsonl"):
        list(cases(tmp_path / "none.jsonl"))
