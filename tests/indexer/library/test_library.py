"""Library: reading back what was put, finding, removing, moving, and several threads."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from indexer.embedding import HashingEmbedder
from indexer.errors import EmbeddingMismatch, NotFound
from indexer.library import Library, Location
from indexer.model import Document, Form, Kind, Paragraph, Place, Role, Speaker

Put = Callable[..., Document]

FULL_DOCUMENT = Document(
    id="d" * 16,
    path="2020/protokoll.pdf",
    kind=Kind.PROTOKOLL,
    title="Protokoll från nämnden",
    format="pdf",
    committee="socialnämnden",
    municipality="Vinterköping",
    date="2020-03-04",
    adjusted="2020-03-11",
    dnr=("SN/2020:7", "SN/2020:8"),
    status="adjusted",
    speaker=Speaker("socialnämnden", "ordförande", ("X", "Y"), ("Ada Exempel",)),
    pages=4,
    damaged=True,
)
FULL_PARAGRAPH = Paragraph(
    id="p" * 16,
    document_id=FULL_DOCUMENT.id,
    text="Avgift 12 000 kr\nAvgift 15 000 kr",
    place=Place(1, 2, (5, 9), "§ 14", ("Beslut", "Avgifter")),
    role=Role.DECISION,
    form=Form.TABLE,
    speaker=Speaker("nämnden", parties=("X",)),
    marker="a)",
    repaired="Avgift 12 000 kr",
    question="Vad kostar det?",
    rows=(("Avgift", "12 000"), ("Avgift", "15 000")),
)


def vectors(count: int) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    return np.eye(count, 8, dtype=np.float32)


def place(file: str, path: str, content: str = "c") -> Location:
    return Location(file, "/docs", path, content, "1:2:3")


def test_a_document_and_its_paragraph_come_back_with_every_field(library: Library, plain: ModuleType) -> None:
    plain.put(library, FULL_DOCUMENT, [FULL_PARAGRAPH], vectors(1))
    assert library.documents() == [FULL_DOCUMENT]
    assert library.document(FULL_DOCUMENT.id) == FULL_DOCUMENT
    assert library.paragraphs(FULL_DOCUMENT.id) == [FULL_PARAGRAPH]
    assert library.paragraphs_by_id(["x", FULL_PARAGRAPH.id]) == {FULL_PARAGRAPH.id: FULL_PARAGRAPH}


def test_what_is_not_there_is_none_or_empty(library: Library) -> None:
    assert library.document("x") is None
    assert library.paragraphs("x") == []
    assert library.neighbours("x", 1, 1) == []
    assert library.change_number == 0


def test_neighbours_are_in_reading_order_and_stop_at_the_ends(library: Library, put: Put) -> None:
    document = put("a.txt", ["ett", "två", "tre", "fyra"])
    put("b.txt", ["annat"])
    first, second, third, _ = library.paragraphs(document.id)
    assert library.neighbours(first.id, 5, 2) == [first, second, third]


def test_a_document_is_found_by_id_path_and_file_name(library: Library, put: Put) -> None:
    document = put("2020/maj/svar.txt", ["ett"])
    assert {library.find(name).id for name in (document.id, "2020/maj/svar.txt", "svar.txt")} == {document.id}


def test_a_name_that_fits_several_documents_or_none_is_told(library: Library, put: Put) -> None:
    put("2020/svar.txt", ["ett"])
    put("2021/svar.txt", ["två"])
    with pytest.raises(NotFound, match=r"2020/svar\.txt .*2021/svar\.txt"):
        library.find("svar.txt")
    with pytest.raises(NotFound, match="no document 'brev'"):
        library.find("brev")


def test_the_same_content_in_two_places_is_one_document_until_both_are_gone(library: Library, put: Put) -> None:
    document = put("a.txt", ["ett"], location=place("/docs/a.txt", "a.txt"))
    library.put_location(place("/docs/b.txt", "b.txt"), document.id, "")
    assert [found.path for found in library.documents()] == ["a.txt"]
    assert library.find("b.txt").id == document.id
    assert library.remove_location("/docs/a.txt") is None
    assert [found.path for found in library.documents()] == ["b.txt"]
    assert library.remove_location("/docs/b.txt") == document.id
    assert library.counts()["paragraphs"] == library.counts()["vectors"] == 0


def test_a_changed_file_replaces_its_earlier_version_in_one_change_of_the_file(library: Library, put: Put) -> None:
    before = put("a.txt", ["ett", "två"], location=place("/docs/a.txt", "a.txt"))
    after = put("a.txt", ["tre"], location=place("/docs/a.txt", "a.txt", "other"))
    assert [document.id for document in library.documents()] == [after.id]
    assert library.paragraphs(before.id) == []


def test_a_refused_file_drops_what_stood_there_and_is_remembered(library: Library, put: Put) -> None:
    put("a.txt", ["ett"], location=place("/docs/a.txt", "a.txt"))
    library.put_refusal(place("/docs/a.txt", "a.txt", "other"), ("damaged", "cut", "Fetch it again."), "r1")
    assert library.documents() == []
    known = library.known_files()["/docs/a.txt"]
    assert known.refusal == ("damaged", "cut", "Fetch it again.")
    assert known.reading == "r1"


def test_the_change_log_names_what_is_gone_and_what_came(library: Library, put: Put) -> None:
    document = put("a.txt", ["ett", "två"])
    ids = [paragraph.id for paragraph in library.paragraphs(document.id)]
    start = library.change_number
    assert library.vectors_between(0, library.change_number).ids == tuple(ids)
    library.remove(document.id)
    (change,) = library.changes_since(start)
    assert (change.document_id, change.gone) == (document.id, tuple(ids))
    assert library.vectors_between(0, library.change_number).ids == ()


def test_vectors_come_back_as_they_were_and_by_their_passage(library: Library, put: Put) -> None:
    put("a.txt", ["ett", "två"], passages=["h1", "h2"])
    expected = HashingEmbedder().embed_passages(["ett", "två"])
    np.testing.assert_array_equal(library.vectors_between(0, library.change_number).vectors, expected)
    np.testing.assert_array_equal(library.vectors_of_passages(["h2", "h3"])["h2"], expected[1])


def test_removing_an_unknown_document_is_not_found(library: Library) -> None:
    with pytest.raises(NotFound):
        library.remove("x")


def test_vectors_of_two_models_are_not_mixed(library: Library, put: Put) -> None:
    library.claim_embedding("first")
    library.claim_embedding("second")
    put("a.txt", ["ett"])
    library.claim_embedding("second")
    with pytest.raises(EmbeddingMismatch, match=r"'second'.*'third'"):
        library.claim_embedding("third")


def test_many_threads_read_while_one_writes(library: Library, put: Put) -> None:
    document = put("a.txt", ["ett", "två", "tre"])

    def look(_: int) -> int:
        return len(library.paragraphs(document.id))

    with ThreadPoolExecutor(8) as pool:
        sizes = pool.map(look, range(200))
        for number in range(20):
            put(f"{number}.txt", [str(number)])
        assert set(sizes) == {3}


def test_status_says_what_there_is(library: Library, put: Put) -> None:
    put("a.txt", ["ett"], location=place("/docs/a.txt", "a.txt"))
    status = library.status()
    assert (status["documents"], status["paragraphs"], status["refused"]) == (1, 1, 0)
    assert status["sources"] == ["/docs"]
    assert status["bytes"] > 0


def test_status_can_be_asked_while_an_index_drops_its_files(
    library: Library, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = library.status()["bytes"]
    monkeypatch.setattr("os.walk", lambda folder: [(folder, [], ["library.db", "dropped"])])
    assert 0 < library.status()["bytes"] <= before


def test_a_library_reopened_holds_what_was_put(library: Library, put: Put, tmp_path: Path) -> None:
    document = put("a.txt", ["ett"])
    with Library.open(tmp_path / "library") as again:
        assert again.documents() == [document]
