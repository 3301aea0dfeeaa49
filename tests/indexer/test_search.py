"""Search stays as fresh as the library, whoever writes it, and survives its indexes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import ModuleType

import pytest

import indexer.search
from indexer.build import verify
from indexer.embedding import HashingEmbedder
from indexer.errors import EmbeddingMismatch
from indexer.followers import FollowerFailed
from indexer.library import Library
from indexer.search import Search

Texts = dict[str, str]
Write = Callable[[Texts], None]


@pytest.fixture(params=["exact", "chroma"])
def size(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways to search by meaning, on small libraries."""
    if request.param == "chroma":
        monkeypatch.setattr(indexer.search, "EXACT_BELOW", 0)
    return str(request.param)


@pytest.fixture
def write(tmp_path: Path, plain: ModuleType) -> Write:
    """Make the folder hold these texts and index it, as another process would."""
    (tmp_path / "docs").mkdir()

    def index(texts: Texts) -> None:
        for file in (tmp_path / "docs").iterdir():
            file.unlink()
        for name, text in texts.items():
            (tmp_path / "docs" / name).write_text(text, encoding="utf-8")
        plain.index(tmp_path / "docs", tmp_path / "library")

    return index


@pytest.fixture
def search(write: Write, tmp_path: Path) -> Iterator[Search]:
    write({"a.txt": "lind ek\n\nsten", "b.txt": "lind alm"})
    with Search.open(tmp_path / "library", HashingEmbedder()) as opened:
        yield opened


def by_words(search: Search, word: str, k: int = 9) -> set[str]:
    return _texts(search, search.words([(word, 1.0)], k))


def by_meaning(search: Search, text: str, k: int = 9) -> set[str]:
    return _texts(search, [hit for hit in search.meaning(text, k) if hit[1] > 0.3])


def _texts(search: Search, hits: list[tuple[str, float]]) -> set[str]:
    return {paragraph.text for paragraph in search.library.paragraphs_by_id([hit for hit, _ in hits]).values()}


def test_what_was_indexed_is_found_by_words_and_by_meaning(search: Search, size: str) -> None:
    assert by_words(search, "lind") == by_meaning(search, "lind") == {"lind ek", "lind alm"}


def test_what_is_asked_in_other_words_too_counts_half(search: Search, size: str) -> None:
    def scores(also: str) -> dict[str, float]:
        hits = search.meaning("sten", 9, also)
        found = search.library.paragraphs_by_id([hit for hit, _ in hits])
        return {found[hit].text: score for hit, score in hits}

    alone, both = scores(""), scores("alm")
    assert both["sten"] < alone["sten"]
    assert alone["lind alm"] < both["lind alm"] < both["sten"]


def test_the_very_next_answer_knows_what_came_and_what_went(search: Search, size: str, write: Write) -> None:
    assert by_meaning(search, "lind") == {"lind ek", "lind alm"}
    write({"b.txt": "lind alm", "c.txt": "lind asp"})
    assert by_words(search, "lind") == by_meaning(search, "lind") == {"lind alm", "lind asp"}


def test_hits_that_are_gone_do_not_crowd_out_those_that_are_there(
    search: Search, size: str, write: Write, tmp_path: Path
) -> None:
    by_meaning(search, "lind")  # from here on this process has its index open
    with Library.open(tmp_path / "library") as other, other.writing():
        other.remove(other.find("a.txt").id)
        assert by_words(search, "lind", k=1) == {"lind alm"}  # the indexes cannot be brought up: the library is busy
        assert by_meaning(search, "lind ek", k=1) == {"lind alm"}


def test_a_paragraph_whose_vector_changed_is_found_by_the_new_one(
    search: Search, size: str, tmp_path: Path, plain: ModuleType
) -> None:
    by_meaning(search, "lind")
    with Library.open(tmp_path / "library") as other:
        document = other.find("b.txt")
        plain.put(other, document, other.paragraphs(document.id), HashingEmbedder().embed_passages(["gran"]))
    assert "lind alm" in by_meaning(search, "gran")
    assert "lind alm" not in by_meaning(search, "lind alm")


def test_a_refresh_tells_the_change_number(search: Search, write: Write) -> None:
    before = search.refresh()
    write({"c.txt": "asp"})
    assert search.refresh() == search.library.change_number > before


def test_a_writer_killed_before_the_indexes_leaves_work_that_the_next_search_does(
    search: Search, size: str, tmp_path: Path
) -> None:
    with Library.open(tmp_path / "library") as other:
        other.remove(other.find("b.txt").id)
    assert by_words(search, "lind") == {"lind ek"}
    with Search.open(tmp_path / "library", HashingEmbedder()) as again:
        assert by_words(again, "lind") == by_meaning(again, "lind") == {"lind ek"}


def test_many_threads_search_while_another_writes(search: Search, size: str, write: Write) -> None:
    with ThreadPoolExecutor(6) as pool:
        futures = [pool.submit(by_meaning if number % 2 else by_words, search, "lind") for number in range(60)]
        write({"a.txt": "lind ek\n\nsten", "c.txt": "lind asp"})
        for future in futures:
            assert "lind ek" in future.result()
    assert by_words(search, "lind") == {"lind ek", "lind asp"}


def test_another_model_than_the_librarys_is_refused(write: Write, tmp_path: Path) -> None:
    write({"a.txt": "lind"})
    other = HashingEmbedder()
    other.fingerprint = "other"
    with Search.open(tmp_path / "library", other) as search, pytest.raises(EmbeddingMismatch):
        search.meaning("lind", 3)


def test_an_index_that_fails_while_in_use_costs_no_answer(
    search: Search, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(indexer.search, "EXACT_BELOW", 0)

    def fail(*_: object) -> None:
        raise FollowerFailed("broken")

    words = search._indexes.words
    answers = iter([fail, words.search])
    monkeypatch.setattr(words, "search", lambda terms, k: next(answers)(terms, k))
    assert by_words(search, "lind") == {"lind ek", "lind alm"}
    monkeypatch.setattr(search._indexes.meaning, "search", fail)
    assert by_meaning(search, "lind") == {"lind ek", "lind alm"}
    assert search._indexes.meaning.interrupted


def test_a_meaning_index_that_failed_is_used_again_once_it_is_healed(
    search: Search, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(indexer.search, "EXACT_BELOW", 0)
    meaning = search._indexes.meaning
    with monkeypatch.context() as broken:

        def fail(*_: object) -> None:
            raise FollowerFailed("broken")

        broken.setattr(meaning, "search", fail)
        by_meaning(search, "lind")
        assert by_meaning(search, "lind") == {"lind ek", "lind alm"}  # it is not asked again
    asked = []
    original = meaning.search
    monkeypatch.setattr(meaning, "search", lambda vector, k: asked.append(k) or original(vector, k))
    by_meaning(search, "lind")
    assert asked == []
    verify(tmp_path / "library")
    assert by_meaning(search, "lind") == {"lind ek", "lind alm"}
    assert len(asked) == 1
