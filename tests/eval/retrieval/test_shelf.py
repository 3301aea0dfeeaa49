"""Passages as files, hits as passages."""

from __future__ import annotations

from pathlib import Path

from eval.retrieval.beir import Passage
from eval.retrieval.metrics import DEPTH
from eval.retrieval.shelf import fingerprint, ranking, shelve

PASSAGES = [
    Passage("../a", "Titel", "Brödtext."),
    Passage("b", "", "Samma text."),
    Passage("c", "", "Samma text."),
    Passage("d", "", "  "),
]


def test_each_text_is_a_file_and_equal_texts_share_one(tmp_path: Path) -> None:
    shelf = shelve(PASSAGES, tmp_path / "new")
    assert sorted(shelf.values()) == [["../a"], ["b", "c"]]
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == sorted(shelf)
    assert (tmp_path / "new" / "p000000.txt").read_text(encoding="utf-8") == "Titel\n\nBrödtext.\n"


def test_several_hits_in_one_passage_count_once_at_the_best_rank() -> None:
    shelf = {"p0.txt": ["a"], "p1.txt": ["b", "c"]}
    assert ranking(["p1.txt", "p0.txt", "p1.txt", "stray.txt"], shelf) == ["b", "c", "a"]


def test_a_ranking_ends_at_the_depth_that_is_measured() -> None:
    shelf = {f"p{n}.txt": [str(n)] for n in range(2 * DEPTH)}
    assert ranking(shelf, shelf) == [str(n) for n in range(DEPTH)]


def test_the_fingerprint_follows_the_content() -> None:
    assert fingerprint(PASSAGES) == fingerprint(list(PASSAGES))
    assert fingerprint(PASSAGES) != fingerprint(PASSAGES[:3])
    assert fingerprint([Passage("a", "b", "c")]) != fingerprint([Passage("a", "", "b c")])
