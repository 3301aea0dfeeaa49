"""`namndsvar index --re-embed`: what it tells, with and without a path."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.command import app
from api.commands import reembedding
from indexer.reports import ReembedReport
from indexer.settings import settings

runner = CliRunner()
DONE = ReembedReport("old:1", "new:2", 50, 34, 1.25)


@pytest.fixture
def embedding(monkeypatch: pytest.MonkeyPatch) -> Callable[[ReembedReport], None]:
    """Say what embedding anew reports."""

    def reports(done: ReembedReport) -> None:
        def reembed(library: Path, report: Callable[[int, int], None]) -> ReembedReport:
            report(done.paragraphs, done.paragraphs)
            return done

        monkeypatch.setattr(reembedding, "_reembed", reembed)

    return reports


@pytest.fixture
def hashing(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("NAMNDSVAR_EMBEDDING_MODEL", "hashing")
    settings.cache_clear()
    yield
    settings.cache_clear()


@pytest.mark.parametrize(
    ("done", "line"),
    [
        (DONE, "re-embedded 34 of 50 paragraphs with new:2, in 1.2 s (16 had been done before)"),
        (ReembedReport("old:1", "new:2", 50, 50, 1.25), "re-embedded 50 of 50 paragraphs with new:2, in 1.2 s"),
        (ReembedReport("new:2", "new:2", 50, 0, 0.1), "nothing to re-embed: all 50 paragraphs are embedded with new:2"),
    ],
)
def test_a_line_says_how_many_paragraphs_were_embedded(
    embedding: Callable[[ReembedReport], None], done: ReembedReport, line: str
) -> None:
    embedding(done)
    result = runner.invoke(app, ["index", "--re-embed"])
    assert (result.exit_code, result.stdout) == (0, line + "\n")


def test_as_json_there_is_one_object(embedding: Callable[[ReembedReport], None]) -> None:
    embedding(DONE)
    found = json.loads(runner.invoke(app, ["index", "--re-embed", "--json"]).stdout)
    assert found == {"reembedded": {"model": "new:2", "paragraphs": 50, "embedded": 34, "seconds": 1.25}}


def test_with_a_path_the_library_is_embedded_first_and_then_the_path_is_read(hashing: None, tmp_path: Path) -> None:
    folder, library = tmp_path / "docs", str(tmp_path / "library")
    folder.mkdir()
    (folder / "a.txt").write_text("Svar på skrivelse\n\nNämnden har ett stycke.", encoding="utf-8")
    assert runner.invoke(app, ["index", str(folder), "--library", library]).exit_code == 0
    result = runner.invoke(app, ["index", str(folder), "--re-embed", "--library", library])
    assert (result.exit_code, result.stdout.splitlines()[0][:20]) == (0, "nothing to re-embed:")
    assert "a.txt: unchanged" in result.stdout
    arguments = ["index", str(folder), "--re-embed", "--json", "--library", library]
    as_json = json.loads(runner.invoke(app, arguments).stdout)
    assert (as_json["unchanged"], as_json["reembedded"]["embedded"]) == (1, 0)


def test_without_a_library_or_a_path_it_says_what_to_do(hashing: None, tmp_path: Path) -> None:
    missing = runner.invoke(app, ["index", "--re-embed", "--library", str(tmp_path / "none")])
    assert missing.exit_code == 1
    assert "namndsvar index" in missing.stderr
    nothing = runner.invoke(app, ["index"])
    assert nothing.exit_code == 2
    assert "--re-embed" in nothing.stderr
