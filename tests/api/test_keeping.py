"""`namndsvar status`: what the library holds."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from api.command import app
from indexer.library import Library

runner = CliRunner()


def test_an_empty_library_says_so_in_text_and_json(tmp_path: Path) -> None:
    Library.create(tmp_path / "library").close()
    text = runner.invoke(app, ["status", "--library", str(tmp_path / "library")])
    assert text.exit_code == 0
    assert ["documents", "0"] in [line.split() for line in text.stdout.splitlines()]
    found = json.loads(runner.invoke(app, ["status", "--library", str(tmp_path / "library"), "--json"]).stdout)
    assert (found["documents"], found["change_number"]) == (0, 0)


def test_a_missing_library_is_told(tmp_path: Path) -> None:
    result = runner.invoke(app, ["status", "--library", str(tmp_path / "none")])
    assert (result.exit_code, result.stdout) == (1, "")
    assert "namndsvar index" in result.stderr


def test_a_document_that_is_not_there_cannot_be_removed(tmp_path: Path) -> None:
    Library.create(tmp_path).close()
    result = runner.invoke(app, ["remove", "none.pdf", "--library", str(tmp_path)])
    assert (result.exit_code, result.stdout) == (1, "")
    assert "none.pdf" in result.stderr


def test_a_sound_library_is_verified(tmp_path: Path) -> None:
    Library.create(tmp_path).close()
    result = runner.invoke(app, ["verify", "--library", str(tmp_path), "--json"])
    assert result.exit_code == 0
    assert json.loads(result.stdout)["documents"] == 0
