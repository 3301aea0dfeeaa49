"""What every follower keeps to: it follows, heals, and holds nothing that the library does not."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from indexer.embedding import HashingEmbedder
from indexer.followers import Follower, Meaning, Words
from indexer.library import Library
from indexer.model import Document

Put = Callable[..., Document]
KINDS = {"words": lambda folder: Words(folder, str.split), "meaning": Meaning}


@pytest.fixture(params=sorted(KINDS))
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def opened(kind: str, tmp_path: Path) -> Iterator[Callable[[], Follower]]:
    """Opens the follower anew, as another process would."""
    made: list[Follower] = []

    def again() -> Follower:
        for follower in made:
            follower.close()
        made.append(KINDS[kind](tmp_path / kind))
        return made[-1]

    yield again
    for follower in made:
        follower.close()


def found(follower: Follower, text: str) -> list[str]:
    """The ids found for a text, best first."""
    if isinstance(follower, Words):
        return [hit for hit, _ in follower.search([(word, 1.0) for word in text.split()], 10)]
    assert isinstance(follower, Meaning)
    return [hit for hit, score in follower.search(HashingEmbedder().embed_query(text), 10) if score > 0.4]


def ids(library: Library, document: Document) -> list[str]:
    return [paragraph.id for paragraph in library.paragraphs(document.id)]


def test_it_finds_what_was_put_and_not_what_was_removed(
    opened: Callable[[], Follower], library: Library, put: Put
) -> None:
    first, second = put("a.txt", ["lind ek", "sten"]), put("b.txt", ["lind alm"])
    follower = opened()
    follower.catch_up(library)
    assert set(found(follower, "lind")) == {ids(library, first)[0], *ids(library, second)}
    assert follower.change_number == library.change_number
    gone = ids(library, first)
    library.remove(first.id)
    follower.catch_up(library)
    assert found(follower, "lind") == ids(library, second)
    assert not set(gone) & set(found(follower, "sten"))


def test_it_follows_a_document_put_again_with_other_paragraphs(
    opened: Callable[[], Follower], library: Library, put: Put, plain: ModuleType
) -> None:
    document = put("a.txt", ["lind ek", "sten"])
    follower = opened()
    follower.catch_up(library)
    kept, dropped = library.paragraphs(document.id)
    plain.put(library, document, [kept], HashingEmbedder().embed_passages([kept.text]))
    follower.catch_up(library)
    assert found(follower, "lind ek") == [kept.id]
    assert dropped.id not in found(follower, "sten")
    assert follower.agrees(library)


def test_what_one_process_took_in_the_next_one_finds(
    opened: Callable[[], Follower], library: Library, put: Put
) -> None:
    document = put("a.txt", ["lind ek"])
    opened().catch_up(library)
    follower = opened()
    assert follower.healthy(library)
    assert found(follower, "lind") == ids(library, document)


def test_it_is_rebuilt_without_embedding(opened: Callable[[], Follower], library: Library, put: Put) -> None:
    document = put("a.txt", ["lind ek"])
    follower = opened()
    follower.rebuild(library)
    follower.rebuild(library)
    assert follower.healthy(library)
    assert found(follower, "lind") == ids(library, document)


def test_an_index_that_is_missing_foreign_or_ahead_is_not_healthy(
    opened: Callable[[], Follower], library: Library, put: Put, tmp_path: Path, kind: str
) -> None:
    assert not opened().healthy(library)
    put("a.txt", ["lind ek"])
    opened().catch_up(library)
    with Library.create(tmp_path / "other") as other:
        assert not opened().healthy(other)
    shutil.copytree(tmp_path / "library", tmp_path / "backup")
    put("b.txt", ["alm"])
    opened().catch_up(library)
    with Library.open(tmp_path / "backup") as earlier:  # the library was restored from a copy, the index was not
        assert not opened().healthy(earlier)


def test_a_damaged_file_is_seen_before_the_engine_opens_it(
    opened: Callable[[], Follower], library: Library, put: Put, tmp_path: Path, kind: str
) -> None:
    for number in range(12):
        put(f"{number}.txt", [f"lind ek nummer{number}", f"alm{number}"])
    opened().catch_up(library)
    opened().close()
    chance = random.Random(3)
    parts = [file for file in (tmp_path / kind).rglob("*") if _matters(file)]
    assert len(parts) >= 3
    for file in parts:
        whole = file.read_bytes()
        at = chance.randrange(len(whole))
        for damaged in (whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :], whole[:at], None):
            file.unlink() if damaged is None else file.write_bytes(damaged)
            follower = opened()
            assert not follower.healthy(library), f"{file.name} at {at}"
            file.write_bytes(whole)
    assert opened().healthy(library)


def _matters(file: Path) -> bool:
    """Not tantivy's locks, nor its list of segments: that one is compared with the library (test_words.py)."""
    return file.is_file() and not file.name.startswith(".") and file.stat().st_size > 0 and file.name != "meta.json"


def test_a_damaged_index_is_replaced_by_a_rebuild(
    opened: Callable[[], Follower], library: Library, put: Put, tmp_path: Path, kind: str
) -> None:
    document = put("a.txt", ["lind ek"])
    opened().catch_up(library)
    opened().close()
    for file in (tmp_path / kind).rglob("*"):
        if file.is_file():
            file.write_bytes(b"\0" * 100)
    follower = opened()
    assert not follower.healthy(library)
    follower.rebuild(library)
    assert found(follower, "lind") == ids(library, document)
    assert len(list((tmp_path / kind).glob("[0-9]*"))) == 1
