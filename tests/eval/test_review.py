"""Reviewing: each decision is in the file at once, and nothing is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from eval.__main__ import app
from eval.errors import GoldenError
from eval.review import Reviewed, context


@pytest.fixture
def golden(tmp_path: Path) -> Path:
    rows = [
        {"id": f"q{n}", "question": f"Fråga {n}?", "docs": ["a.txt"], "locator": "svaret är 7", "extra": n}
        for n in range(4)
    ]
    path = tmp_path / "set.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def rows(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_decisions_are_read_from_lines_and_written_into_the_cases(golden: Path) -> None:
    result = CliRunner().invoke(app, ["review", str(golden)], input="a\nr fel år\nq\n")
    assert result.exit_code == 0, result.output
    found = rows(golden)
    assert found[0]["review"] == {"decision": "accepted", "note": ""}
    assert found[1]["review"] == {"decision": "rejected", "note": "fel år"}
    assert "review" not in found[2] and [row["extra"] for row in found] == [0, 1, 2, 3]


def test_a_review_goes_on_where_it_was_left_and_comes_back_to_what_was_put_off(golden: Path) -> None:
    run = CliRunner()
    run.invoke(app, ["review", str(golden)], input="e\na\n")  # the input ends: as quitting
    shown = run.invoke(app, ["review", str(golden)], input="a\na\na\n").output
    assert shown.index("Fråga 2") < shown.index("Fråga 3") < shown.index("Fråga 0")
    assert "Fråga 1" not in shown
    assert Reviewed.open(golden).counts()["accepted"] == 4


def test_an_unknown_key_decides_nothing(golden: Path) -> None:
    CliRunner().invoke(app, ["review", str(golden)], input="x\nq\n")
    assert Reviewed.open(golden).counts()["pending"] == 4


def test_only_the_accepted_cases_are_written_out(golden: Path, tmp_path: Path) -> None:
    run = CliRunner()
    run.invoke(app, ["review", str(golden)], input="r\na\nq\n")
    run.invoke(app, ["review", str(golden), "--only-accepted", str(tmp_path / "out.jsonl")])
    assert [row["id"] for row in rows(tmp_path / "out.jsonl")] == ["q1"]


def test_the_place_is_shown_with_what_stands_around_it(golden: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Före. Och svaret\när 7 sedan dess.", encoding="utf-8")
    assert context(rows(golden)[0], [tmp_path]) == [("Före. Och ", "svaret är 7", " sedan dess.")]


def test_a_file_that_is_no_golden_set_is_named(tmp_path: Path) -> None:
    (tmp_path / "bad.jsonl").write_text('{"id": 1}\n', encoding="utf-8")
    with pytest.raises(GoldenError, match=r"bad\.jsonl, line 1"):
        Reviewed.open(tmp_path / "bad.jsonl")
