"""What a library keeps between questions never outlives a change, also not one of another process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from indexer.library import Library, held, reading
from indexer.model import Document

Put = Callable[..., Document]


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the readings that were made."""
    made: list[str] = []
    for name in ("documents", "paragraphs_by_id"):
        true = getattr(reading, name)
        monkeypatch.setattr(reading, name, lambda *given, name=name, true=true: made.append(name) or true(*given))
    return made


def test_documents_and_paragraphs_are_read_once_until_something_changes(
    library: Library, put: Put, counted: list[str]
) -> None:
    first = put("a.txt", ["ett", "två"])
    ids = [one.id for one in library.paragraphs(first.id)]
    for _ in range(3):
        assert library.documents() == [first]
        assert list(library.paragraphs_by_id([ids[1], "x", ids[0]])) == [ids[1], ids[0]]
    assert counted == [
        "documents",
        "paragraphs_by_id",
        "paragraphs_by_id",
        "paragraphs_by_id",
    ]  # "x" is looked for anew
    put("b.txt", ["tre"])
    assert len(library.documents()) == 2


def test_what_another_process_removes_is_gone_at_once(library: Library, put: Put) -> None:
    document = put("a.txt", ["ett"])
    (paragraph,) = library.paragraphs(document.id)
    assert library.paragraphs_by_id([paragraph.id]) and library.documents()
    with Library.open(library.path) as other:
        other.remove(document.id)
    assert not library.paragraphs_by_id([paragraph.id]) and not library.documents()


def test_who_changes_the_list_changes_only_his_own(library: Library, put: Put) -> None:
    put("a.txt", ["ett"])
    library.documents().clear()
    assert len(library.documents()) == 1


def test_only_so_many_paragraphs_are_kept(library: Library, put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(held, "_MOST_PARAGRAPHS", 2)
    document = put("a.txt", ["ett", "två", "tre"])
    ids = [one.id for one in library.paragraphs(document.id)]
    assert list(library.paragraphs_by_id(ids)) == ids
    assert len(library._held._paragraphs) == 2
    assert list(library.paragraphs_by_id(ids)) == ids


def test_places_and_counts_are_told_for_the_documents_asked_about(library: Library, put: Put, tmp_path: Path) -> None:
    document = put("a.txt", ["ett", "två"])
    put("b.txt", ["tre"])
    assert library.paragraph_counts([document.id, "x"]) == {document.id: 2}
    places = library.locations([document.id, "x"])
    assert list(places) == [document.id] and [place.path for place in places[document.id]] == ["a.txt"]
    assert library.tables_of(document.id) == []
