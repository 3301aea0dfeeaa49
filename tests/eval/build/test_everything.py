"""All ways together, and the command."""

from __future__ import annotations

import json
from pathlib import Path

from pytest import MonkeyPatch
from typer.testing import CliRunner

from eval.__main__ import app
from eval.build.everything import WAYS, Originals, build
from eval.errors import EvalError
from eval.golden import cases


def command(*arguments: object) -> str:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert result.exit_code == 0, result.output
    return result.output


def test_the_same_seed_builds_the_same_and_another_seed_something_else(originals: Originals) -> None:
    once, again, other = (
        [case.questions for _, built in build(originals, list(WAYS), 20, seed) for case in built] for seed in (1, 1, 2)
    )
    assert once == again != other


def test_what_is_built_is_a_golden_set_in_both_languages(folder: Path) -> None:
    out = folder / "out.jsonl"
    command("build", out, "--documents", folder, "--most", 5)
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert {row["built"]["way"] for row in rows} == set(WAYS)
    assert len(list(cases(out))) == len(rows) == len({row["id"] for row in rows})
    groups = [row["group"] for row in rows]
    assert all(groups.count(group) == 2 for group in groups)
    assert all(len(part.split()) <= 12 for row in rows for part in row["locator"].split("||"))


def test_ways_can_be_chosen_and_unknown_ones_are_named(folder: Path) -> None:
    command("build", folder / "out.jsonl", "--documents", folder, "--ways", "cells")
    rows = [json.loads(line) for line in (folder / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {row["built"]["way"] for row in rows} == {"cells"}
    wrong = CliRunner().invoke(app, ["build", str(folder / "x.jsonl"), "--documents", str(folder), "--ways", "stars"])
    assert wrong.exit_code == 2


def test_building_again_keeps_what_was_reviewed(folder: Path) -> None:
    out = folder / "out.jsonl"
    command("build", out, "--documents", folder, "--ways", "decisions")
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    rows[0]["review"] = {"decision": "accepted", "note": ""}
    out.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    command("build", out, "--documents", folder, "--ways", "decisions", "--seed", 9)
    again = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [row["review"]["decision"] for row in again if row["id"] == rows[0]["id"]] == ["accepted"]


def test_the_folders_come_from_the_library_and_a_lost_one_is_named(folder: Path, monkeypatch: MonkeyPatch) -> None:
    monkeypatch.setattr("eval.indexing.status", lambda library: {"sources": [str(folder)]})
    command("build", folder / "out.jsonl", "--library", folder, "--ways", "errands")
    monkeypatch.setattr("eval.indexing.status", lambda library: {"sources": [str(folder / "lost")]})
    result = CliRunner().invoke(app, ["build", str(folder / "out.jsonl"), "--library", str(folder)])
    assert isinstance(result.exception, EvalError)
    assert "--documents" in str(result.exception) and "lost" in str(result.exception)
