"""`namndsvar index`: report lines and exit codes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from api.command import app
from api.commands import indexing
from indexer.errors import LibraryBusy
from indexer.reports import BuildReport, FileReport

runner = CliRunner()


GOOD = FileReport("a.txt", "indexed", document_id="a" * 16, paragraphs=34, seconds=0.25)
GONE = FileReport("old.txt", "removed", "the file is gone")
SAME = FileReport("c.txt", "unchanged", document_id="c" * 16)
BAD = FileReport("b.pdf", "refused", "encrypted: the file asks for a password. Save it without one.")


@pytest.fixture
def building(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Say what the build reports, and the error that it ends with, if any."""

    def reports(*reports: FileReport, error: Exception | None = None) -> None:
        def build(paths: Any, library: Path, report: Callable[[Any], None]) -> BuildReport:
            for one in reports:
                report(one)
            if error:
                raise error
            return BuildReport(reports, 3, 1.25)

        monkeypatch.setattr(indexing, "_build", build)

    return reports


@pytest.mark.parametrize(
    ("reports", "code"),
    [
        ((GOOD, GONE), 0), ((GONE,), 0), ((SAME,), 0), ((GOOD, BAD), 1), ((SAME, BAD), 1), ((GONE, BAD), 1),
        ((BAD,), 2), ((), 2),
    ],
)  # fmt: skip
def test_the_exit_code_says_whether_all_some_or_nothing_was_read(
    building: Callable[..., None], tmp_path: Path, reports: tuple[FileReport, ...], code: int
) -> None:
    building(*reports)
    assert runner.invoke(app, ["index", str(tmp_path)]).exit_code == code


def test_every_file_has_its_line_and_the_last_line_sums_up(building: Callable[..., None], tmp_path: Path) -> None:
    building(GOOD, BAD, GONE)
    assert runner.invoke(app, ["index", str(tmp_path)]).stdout.splitlines() == [
        "a.txt: indexed, 34 paragraphs",
        "b.pdf: refused: encrypted: the file asks for a password. Save it without one.",
        "old.txt: removed (the file is gone)",
        "1 indexed, 1 refused, 1 removed, in 1.2 s",
    ]


def test_as_json_there_is_one_object_and_nothing_else(building: Callable[..., None], tmp_path: Path) -> None:
    building(GOOD, BAD)
    result = runner.invoke(app, ["index", str(tmp_path), "--json"])
    found = json.loads(result.stdout)
    assert (found["indexed"], found["refused"], found["unchanged"]) == (1, 1, 0)
    assert (found["change_number"], found["rebuilt"]) == (3, [])
    assert found["files"][0] == {
        "path": "a.txt",
        "outcome": "indexed",
        "reason": None,
        "document_id": "a" * 16,
        "paragraphs": 34,
        "seconds": 0.25,
    }
    assert found["files"][1]["reason"].startswith("encrypted")


@pytest.mark.parametrize(("reports", "code"), [((), 2), ((GOOD,), 1)])
def test_a_busy_library_is_told_in_one_sentence(
    building: Callable[..., None], tmp_path: Path, reports: tuple[FileReport, ...], code: int
) -> None:
    building(*reports, error=LibraryBusy("Another process is indexing. Wait until it is done."))
    result = runner.invoke(app, ["index", str(tmp_path)])
    assert result.exit_code == code
    assert "Another process is indexing. Wait until it is done.\n" in result.stderr


def test_a_path_that_is_not_there_means_that_nothing_could_be_done() -> None:
    result = runner.invoke(app, ["index", "no-such-folder"])
    assert result.exit_code == 2
    assert "no-such-folder" in result.stderr
