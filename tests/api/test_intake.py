"""Files that come in: their names, and what is left when they cannot be taken."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from api import intake, waiting
from api.intake import Intake, file_name
from indexer.embedding import HashingEmbedder
from indexer.errors import LibraryBusy, NotFound, QuestionError
from indexer.library import Library


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("protokoll.pdf", "protokoll.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\papper\\svar.docx", "svar.docx"),
        ("/", None),
        ("..", None),
        (" .hidden.txt", "hidden.txt"),
        ("~$svar.docx", "$svar.docx"),
        ("a\x00b\n\u2028c.txt", "a_b__c.txt"),
        ("a\u030a.txt", "å.txt"),
        ("<img src=x>.txt", "<img src=x>.txt"),
        ("", None),
        ("å" * 100, "å" * 100),
        ("å" * 101, None),
        ("\ud83d.txt", "\ufffd\ufffd\ufffd.txt"),
    ],
)
def test_a_name_becomes_fit_to_lie_in_a_folder_or_is_refused(given: str, name: str | None) -> None:
    if name is None:
        with pytest.raises(QuestionError):
            file_name(given)
    else:
        assert file_name(given) == name


@pytest.fixture
def taking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Intake, Path]:
    """An intake into an empty library, and a file that came."""
    monkeypatch.setattr(waiting, "BUSY_SECONDS", 0.0)
    Library.create(tmp_path / "library").close()
    one = Intake(tmp_path / "library", HashingEmbedder)
    one.folder.mkdir()
    came = one.folder / ".coming"
    came.write_bytes(b"text")
    return one, came


def test_while_another_process_indexes_for_long_the_file_is_sent_back(taking: tuple[Intake, Path]) -> None:
    one, came = taking
    with Library.open(one.folder.parent) as other, other.writing(), pytest.raises(LibraryBusy):
        one.take(came, "a.txt")
    assert list(one.folder.iterdir()) == []


def test_a_file_whose_indexing_fails_is_not_left_behind(
    taking: tuple[Intake, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any) -> None:
        raise MemoryError

    monkeypatch.setattr(intake.Intake, "_build", fail)
    with pytest.raises(MemoryError):
        taking[0].take(taking[1], "a.txt")
    assert list(taking[0].folder.iterdir()) == []


def test_a_document_that_nobody_knows_cannot_be_removed(taking: tuple[Intake, Path]) -> None:
    with pytest.raises(NotFound, match="GET /api/documents"):
        taking[0].remove("c" * 16)
