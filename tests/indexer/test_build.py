"""Indexing: what is read, what is left alone, what is told."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import ModuleType

import pytest

from indexer import plan
from indexer.build import FileReport, build, remove, verify
from indexer.embedding import HashingEmbedder
from indexer.embedding.embedder import Vectors
from indexer.errors import EmbeddingMismatch, LibraryBusy, NotFound, Refusal
from indexer.library import Library
from indexer.model import Document, Paragraph, RawDocument
from indexer.search import Search


class CountingEmbedder(HashingEmbedder):
    """Notes which passages it was given."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        self.seen += texts
        return super().embed_passages(texts)


class Desk:
    """A folder of documents, a library, and a way to index the one into the other that notes what was read."""

    def __init__(self, folder: Path, plain: ModuleType) -> None:
        self.docs = folder / "docs"
        self.library = folder / "library"
        self.docs.mkdir()
        self.plain = plain
        self.read: list[str] = []
        self.embedder = CountingEmbedder()

    def write(self, name: str, text: str) -> Path:
        file = self.docs / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        past = time.time() - 60  # older than the moment in which a time stamp proves nothing
        os.utime(file, (past, past))
        return file

    def read_all(self, paths: Iterable[Path]) -> Iterator[tuple[Path, RawDocument | Refusal]]:
        for path, result in self.plain.read_all(paths):
            self.read.append(path.name)
            yield path, result

    def index(self, *paths: Path) -> dict[str, FileReport]:
        self.read.clear()
        self.embedder.seen.clear()
        report = build(
            list(paths) or [self.docs],
            self.library,
            embedder=self.embedder,
            read_all=self.read_all,
            structure=self.plain.structure,
        )
        return {file.path: file for file in report.files}

    def outcomes(self, *paths: Path) -> dict[str, str]:
        return {path: report.outcome for path, report in self.index(*paths).items()}

    def paths(self) -> list[str]:
        with Library.open(self.library) as library:
            return [document.path for document in library.documents()]


@pytest.fixture
def desk(tmp_path: Path, plain: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr(plan, "settled", lambda mark: True)  # ctime cannot be set back; test_scan.py tests it
    return Desk(tmp_path, plain)


def test_files_are_indexed_under_their_path_in_the_folder(desk: Desk) -> None:
    desk.write("2020/a.txt", "Ett.\n\nTvå.")
    desk.write("b.txt", "Tre.")
    reports = desk.index()
    assert {path: (report.outcome, report.paragraphs) for path, report in reports.items()} == {
        "2020/a.txt": ("indexed", 2),
        "b.txt": ("indexed", 1),
    }
    assert desk.paths() == ["2020/a.txt", "b.txt"]


def test_a_folder_as_before_is_not_read_again(desk: Desk) -> None:
    desk.write("a.txt", "Ett.")
    desk.index()
    assert desk.outcomes() == {"a.txt": "unchanged"}
    assert desk.read == desk.embedder.seen == []


def test_a_file_written_again_with_the_same_content_is_unchanged(desk: Desk) -> None:
    desk.write("a.txt", "Ett.")
    desk.index()
    desk.write("a.txt", "Ett.")
    assert desk.outcomes() == {"a.txt": "unchanged"}


def test_a_changed_file_replaces_its_version_and_embeds_only_what_is_new(desk: Desk) -> None:
    desk.write("a.txt", "Ett.\n\nTvå.")
    desk.index()
    desk.write("a.txt", "Ett.\n\nTre.")
    assert desk.outcomes() == {"a.txt": "replaced"}
    assert desk.embedder.seen == ["a.txt\nTre."]
    with Library.open(desk.library) as library:
        (document,) = library.documents()
        assert [paragraph.text for paragraph in library.paragraphs(document.id)] == ["Ett.", "Tre."]


def test_the_same_content_twice_is_one_document_read_once(desk: Desk) -> None:
    desk.write("a.txt", "Ett.")
    desk.write("b.txt", "Ett.")
    reports = desk.index()
    assert reports["a.txt"].document_id == reports["b.txt"].document_id
    assert reports["b.txt"].reason == "same content as a.txt"
    assert (desk.read, desk.paths()) == (["a.txt"], ["a.txt"])


def test_a_moved_file_keeps_its_document_and_is_not_read_again(desk: Desk) -> None:
    file = desk.write("a.txt", "Ett.")
    before = desk.index()["a.txt"].document_id
    (desk.docs / "new").mkdir()
    file.rename(desk.docs / "new" / "a.txt")
    reports = desk.index()
    assert {path: report.outcome for path, report in reports.items()} == {"new/a.txt": "indexed", "a.txt": "removed"}
    assert (desk.read, desk.paths()) == ([], ["new/a.txt"])
    assert reports["new/a.txt"].document_id == before


def test_a_file_that_is_gone_is_removed_and_told(desk: Desk) -> None:
    desk.write("a.txt", "Ett.")
    desk.write("b.txt", "Två.")
    desk.index()
    (desk.docs / "b.txt").unlink()
    assert desk.outcomes() == {"a.txt": "unchanged", "b.txt": "removed"}
    assert desk.paths() == ["a.txt"]


def test_indexing_one_folder_leaves_the_others_alone(desk: Desk) -> None:
    desk.write("one/a.txt", "Ett.")
    desk.write("two/b.txt", "Två.")
    desk.index(desk.docs / "one")
    desk.index(desk.docs / "two")
    assert desk.paths() == ["a.txt", "b.txt"]


def test_a_file_that_lies_in_the_library_stays_when_a_folder_above_is_indexed(desk: Desk) -> None:
    desk.write("a.txt", "Ett stycke.")
    kept = desk.write("../library/uploads/b.txt", "Ett annat.")
    desk.index(kept)
    assert desk.outcomes(desk.docs.parent) == {"docs/a.txt": "indexed"}
    assert desk.paths() == ["b.txt", "docs/a.txt"]


def test_a_subfolder_indexed_later_changes_no_path_and_removes_its_own(desk: Desk) -> None:
    desk.write("one/a.txt", "Ett.")
    desk.write("one/b.txt", "Två.")
    desk.index()
    (desk.docs / "one" / "b.txt").unlink()
    assert desk.outcomes(desk.docs / "one") == {"one/a.txt": "unchanged", "one/b.txt": "removed"}


def test_a_single_file_goes_by_its_name(desk: Desk) -> None:
    assert desk.outcomes(desk.write("deep/a.txt", "Ett.")) == {"a.txt": "indexed"}


def test_a_refused_file_is_told_with_its_reason_remembered_and_tried_again_when_it_changes(desk: Desk) -> None:
    desk.write("a.txt", "%")
    desk.write("b.txt", "Två.")
    first, second = desk.index()["a.txt"], desk.index()["a.txt"]
    assert first.outcome == second.outcome == "refused"
    assert first.reason == second.reason == "damaged: it begins with %. Take the sign away."
    assert desk.read == []
    desk.write("a.txt", "Ett.")
    assert desk.outcomes() == {"a.txt": "indexed", "b.txt": "unchanged"}


def test_a_file_that_became_unreadable_takes_its_old_version_with_it(desk: Desk) -> None:
    desk.write("a.txt", "Ett.")
    desk.index()
    desk.write("a.txt", "%")
    assert desk.outcomes() == {"a.txt": "refused"}
    assert desk.paths() == []


def test_links_and_files_without_paragraphs_are_refused_and_the_batch_goes_on(desk: Desk) -> None:
    desk.write("empty.txt", "\n\n")
    desk.write("z.txt", "Ett.")
    (desk.docs / "link.txt").symlink_to(desk.docs / "nowhere")
    assert desk.outcomes() == {"empty.txt": "refused", "link.txt": "refused", "z.txt": "indexed"}


def test_a_file_whose_structure_fails_is_refused_and_the_batch_goes_on(desk: Desk) -> None:
    def odd(raw: RawDocument, *, content_hash: str, name: str) -> tuple[Document, tuple[Paragraph, ...]]:
        if name == "a.txt":
            raise ValueError("odd")
        found: tuple[Document, tuple[Paragraph, ...]] = desk.plain.structure(raw, content_hash=content_hash, name=name)
        return found

    desk.write("a.txt", "Ett.")
    desk.write("b.txt", "Två.")
    report = build([desk.docs], desk.library, embedder=desk.embedder, read_all=desk.read_all, structure=odd)
    assert report.outcomes == {"refused": 1, "indexed": 1}
    assert "(ValueError: odd)" in report.files[0].reason


def test_a_file_that_changes_while_it_is_read_is_refused_and_read_the_next_time(desk: Desk) -> None:
    desk.write("a.txt", "Ett.")

    def restless(paths: Iterable[Path]) -> Iterator[tuple[Path, RawDocument | Refusal]]:
        for path, result in desk.plain.read_all(paths):
            desk.write("a.txt", "Två.")
            yield path, result

    report = build([desk.docs], desk.library, embedder=desk.embedder, read_all=restless, structure=desk.plain.structure)
    assert "changed while it was read" in report.files[0].reason
    assert desk.outcomes() == {"a.txt": "indexed"}


def test_hidden_files_and_the_library_itself_are_skipped(desk: Desk) -> None:
    desk.library = desk.docs / "library"
    for name in (".hidden.txt", ".git/a.txt", "~$a.txt", "b.txt"):
        desk.write(name, f"Text i {name}.")
    assert desk.outcomes() == {"b.txt": "indexed"}
    assert desk.outcomes() == {"b.txt": "unchanged"}


def test_a_missing_path_is_told_before_a_library_is_made(desk: Desk) -> None:
    with pytest.raises(NotFound, match="no file or folder"):
        desk.index(desk.docs / "nowhere")
    assert not desk.library.exists()


def test_documents_read_by_another_version_are_read_again_without_embedding(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.write("a.txt", "Ett.")
    desk.index()
    for module in ("plan", "ingest"):
        monkeypatch.setattr(f"indexer.{module}.reading_fingerprint", lambda: "next")
    assert desk.outcomes() == {"a.txt": "replaced"}
    assert (desk.read, desk.embedder.seen) == (["a.txt"], [])
    assert desk.outcomes() == {"a.txt": "unchanged"}


def test_another_embedding_model_is_refused(desk: Desk) -> None:
    desk.write("a.txt", "Ett.")
    desk.index()
    desk.write("b.txt", "Två.")
    desk.embedder.fingerprint = "other"
    with pytest.raises(EmbeddingMismatch):
        desk.index()


def test_a_file_is_told_only_when_it_is_on_disk(desk: Desk) -> None:
    desk.write("a.txt", "Ett.")
    seen: list[bool] = []

    def report(file: FileReport) -> None:
        with Library.open(desk.library) as library:
            seen.append(library.document(str(file.document_id)) is not None)

    build(
        [desk.docs],
        desk.library,
        embedder=desk.embedder,
        report=report,
        read_all=desk.read_all,
        structure=desk.plain.structure,
    )
    assert seen == [True]


def test_a_second_process_is_told_at_once_that_the_library_is_busy(desk: Desk) -> None:
    desk.write("a.txt", "Ett.")
    with Library.create(desk.library) as library, library.writing(), pytest.raises(LibraryBusy):
        desk.index()


def test_a_removed_document_is_gone_from_library_and_search(desk: Desk) -> None:
    desk.write("a.txt", "Ett lingon.")
    desk.write("b.txt", "Två lingon.")
    desk.index()
    assert remove(desk.library, "a.txt").path == "a.txt"
    with Search.open(desk.library, desk.embedder) as search:
        texts = search.library.paragraphs_by_id([hit for hit, _ in search.words([("lingon", 1.0)], 9)]).values()
        assert [paragraph.text for paragraph in texts] == ["Två lingon."]


@pytest.mark.parametrize("index", ["words", "meaning"])
def test_verify_makes_a_wrong_index_anew(desk: Desk, index: str) -> None:
    desk.write("a.txt", "Ett.")
    desk.index()
    assert verify(desk.library).rebuilt == ()
    (desk.library / index / "state.json").unlink()
    assert verify(desk.library).rebuilt == (index,)
    assert verify(desk.library).rebuilt == ()
