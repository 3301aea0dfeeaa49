"""Embedding anew: nothing is read, nothing is mixed, and a kill costs no committed batch."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

import indexer.search
from indexer.build import verify
from indexer.embedding import HashingEmbedder, Vectors
from indexer.errors import EmbeddingMismatch, LibraryBusy, LibraryMissing
from indexer.library import Library
from indexer.reembed import reembed
from indexer.search import Search

ROOT = Path(__file__).parents[2]
PARAGRAPHS = 600  # three batches
CHILD = """
import os, signal, sys
from pathlib import Path
sys.path.insert(0, sys.argv[4])
from test_reembed import Other
from indexer.reembed import reembed
steps = []
def checkpoint(name):
    steps.append(name)
    if steps.count(sys.argv[2]) == int(sys.argv[3]):
        os.kill(os.getpid(), signal.SIGKILL)
reembed(Path(sys.argv[1]), embedder=Other(), checkpoint=checkpoint)
"""


class Other:
    """Another model: the hashing one folded to some dimensions, with turned signs. texts: what it has embedded."""

    name = "other"

    def __init__(self, dimensions: int = 256, fingerprint: str = "other") -> None:
        self.dimensions = dimensions
        self.fingerprint = fingerprint
        self.texts: list[str] = []

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        self.texts += texts
        return np.stack([self.embed_query(text) for text in texts])

    def embed_query(self, text: str) -> Vectors:
        folded: Vectors = -HashingEmbedder().embed_query(text).reshape(-1, self.dimensions).sum(axis=0)
        return folded / np.linalg.norm(folded)


@pytest.fixture(params=["exact", "chroma"])
def size(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "chroma":
        monkeypatch.setattr(indexer.search, "EXACT_BELOW", 0)


@pytest.fixture(scope="session")
def original(plain: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of many short paragraphs in the first model's vectors; its documents are gone."""
    home = tmp_path_factory.mktemp("reembed")
    (home / "docs").mkdir()
    for number in range(PARAGRAPHS // 100):
        parts = [f"unikt{number}x{part} i nämnden" for part in range(100)]
        (home / "docs" / f"{number}.txt").write_text("\n\n".join(parts), encoding="utf-8")
    plain.index(home / "docs", home / "library")
    for file in (home / "docs").iterdir():
        file.unlink()
    return home / "library"


@pytest.fixture
def made(original: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(original, tmp_path / "library"))


def nearest(search: Search, text: str) -> str:
    [(found, _)] = search.meaning(text, 1)
    return search.library.paragraphs_by_id([found])[found].text


def test_all_is_embedded_from_the_librarys_own_text_and_found_by_the_new_model(made: Path, size: None) -> None:
    done: list[tuple[int, int]] = []
    other = Other()
    report = reembed(made, embedder=other, report=lambda *told: done.append(told))
    assert (report.former, report.model) == (HashingEmbedder.fingerprint, "other")
    assert (report.paragraphs, report.embedded, len(other.texts)) == (PARAGRAPHS, PARAGRAPHS, PARAGRAPHS)
    assert done == [(256, 600), (512, 600), (600, 600)]
    with Search.open(made, Other()) as search:
        assert nearest(search, "unikt3x77 i nämnden") == "unikt3x77 i nämnden"
        assert [hit for hit, _ in search.words([("unikt3x77", 1.0)], 5)]
    assert verify(made).rebuilt == ()


@pytest.mark.parametrize("dimensions", [256, 128])
def test_a_search_that_was_open_is_refused_after_the_switch_and_a_new_one_answers(
    made: Path, size: None, dimensions: int
) -> None:
    with Search.open(made, HashingEmbedder()) as before:
        assert nearest(before, "unikt1x5 i nämnden") == "unikt1x5 i nämnden"

        def check(step: str) -> None:
            if step == "batch":
                assert nearest(before, "unikt1x5 i nämnden") == "unikt1x5 i nämnden"
            elif step == "switched":
                with pytest.raises(EmbeddingMismatch):
                    before.meaning("unikt1x5 i nämnden", 3)
                with Search.open(made, Other(dimensions)) as after:  # Chroma still holds the vectors of the former
                    assert nearest(after, "unikt1x5 i nämnden") == "unikt1x5 i nämnden"
                    assert not after._meaning_failed, "vectors of two models met in Chroma"

        reembed(made, embedder=Other(dimensions), checkpoint=check)
        with pytest.raises(EmbeddingMismatch, match=r"index --re-embed"):
            before.meaning("unikt1x5 i nämnden", 3)
        assert before.words([("unikt1x5", 1.0)], 5)


@pytest.mark.parametrize("dimensions", [256, 128])
def test_a_search_during_which_the_model_changes_gives_no_hit(made: Path, size: None, dimensions: int) -> None:
    class Slow(HashingEmbedder):
        def embed_query(self, text: str) -> Vectors:
            vector = super().embed_query(text)
            reembed(made, embedder=Other(dimensions))
            return vector

    with Search.open(made, Slow()) as search, pytest.raises(EmbeddingMismatch):
        search.meaning("unikt1x5", 3)


@pytest.mark.parametrize(("step", "count", "left"), [("batch", 1, 600), ("batch", 3, 88), ("switch", 1, 0)])
def test_killed_before_the_switch_it_answers_as_before_and_goes_on_from_the_last_batch(
    made: Path, kill: Callable[[str, int], None], step: str, count: int, left: int
) -> None:
    kill(step, count)
    with Search.open(made, HashingEmbedder()) as search:
        assert nearest(search, "unikt2x9 i nämnden") == "unikt2x9 i nämnden"
    report = reembed(made, embedder=Other())
    assert (report.paragraphs, report.embedded) == (PARAGRAPHS, left)
    with Search.open(made, Other()) as search:
        assert nearest(search, "unikt2x9 i nämnden") == "unikt2x9 i nämnden"
    assert verify(made).rebuilt == ()


@pytest.mark.parametrize("step", ["switched", "done"])
def test_killed_after_the_switch_the_next_search_makes_the_indexes_right(
    made: Path, kill: Callable[[str, int], None], step: str, size: None
) -> None:
    kill(step, 1)
    with Search.open(made, Other()) as search:
        assert nearest(search, "unikt2x9 i nämnden") == "unikt2x9 i nämnden"
    assert reembed(made, embedder=Other()).embedded == 0
    assert verify(made).rebuilt == ()


@pytest.fixture
def kill(made: Path) -> Callable[[str, int], None]:
    """Embed anew in a child that kills itself when it reaches a step for the count-th time."""

    def run(step: str, count: int) -> None:
        command = [sys.executable, "-c", CHILD, str(made), step, str(count), str(Path(__file__).parent)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
        assert done.returncode == -signal.SIGKILL, done.stderr

    return run


def test_documents_that_come_and_go_between_two_runs_are_as_they_are_at_the_last(
    made: Path, kill: Callable[[str, int], None], plain: ModuleType, original: Path
) -> None:
    kill("batch", 3)
    folder = original.with_name("docs")
    (folder / "new.txt").write_text("alldeles nytt stycke", encoding="utf-8")
    plain.index(folder, made)  # the others are gone from the folder, and so from the library
    report = reembed(made, embedder=Other())
    assert (report.paragraphs, report.embedded) == (1, 1)
    with Search.open(made, Other()) as search:
        assert nearest(search, "unikt2x9") == "alldeles nytt stycke"


def test_vectors_begun_for_a_third_model_are_not_used(made: Path, kill: Callable[[str, int], None]) -> None:
    kill("batch", 3)
    assert reembed(made, embedder=Other(fingerprint="third")).embedded == PARAGRAPHS


def test_the_model_that_made_the_library_has_nothing_to_do(made: Path, kill: Callable[[str, int], None]) -> None:
    kill("batch", 2)
    report = reembed(made, embedder=HashingEmbedder())
    assert (report.paragraphs, report.embedded) == (PARAGRAPHS, 0)
    with Search.open(made, HashingEmbedder()) as search:
        assert nearest(search, "unikt2x9 i nämnden") == "unikt2x9 i nämnden"


def test_while_it_runs_nobody_else_writes(made: Path) -> None:
    def check(step: str) -> None:
        if step == "batch":
            with Library.open(made) as other, pytest.raises(LibraryBusy), other.writing():
                pass

    reembed(made, embedder=Other(), checkpoint=check)


def test_without_a_library_there_is_nothing_to_embed(tmp_path: Path) -> None:
    with pytest.raises(LibraryMissing):
        reembed(tmp_path / "none", embedder=Other())
