"""The engines on a few tiny documents."""

from __future__ import annotations

import json
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from eval.baselines import compared
from eval.baselines.engine import CHARACTERS, Engine, Found, chunks
from eval.baselines.plain import Plain
from eval.baselines.product import Product
from eval.baselines.stemmed import Stemmed
from eval.baselines.tutorial import Tutorial
from eval.golden import cases
from eval.retrieval.beir import Benchmark, Passage, Query

PRODUCT = f"{sys.executable} {Path(__file__).parents[1] / 'fake_search.py'}"
TEXTS = {
    "bad.txt": "Simhallen stängs för renovering i mars.\n",
    "sub/bok.txt": "Biblioteken lånade ut 4 200 böcker under året.\n",
    "tak.txt": "Skolans tak läggs om med solceller.\n",
}


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    for name, text in TEXTS.items():
        file = tmp_path / "documents" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path / "documents"


@pytest.mark.parametrize("engine", [Stemmed(), Plain(), Product(PRODUCT), Tutorial()], ids=lambda e: type(e).__name__)
def test_each_engine_finds_the_document_and_its_text(engine: Engine, documents: Path) -> None:
    engine.index(documents)
    found = list(engine.answers(["När stängs simhallen för renovering ?", "lånade ut böcker under året"], 2))
    assert [pieces[0].document for pieces in found] == ["bad.txt", "sub/bok.txt"]
    assert "4 200 böcker" in found[1][0].text
    assert all(len(pieces) <= 2 for pieces in found)


def test_only_the_stemmer_knows_an_inflected_word(documents: Path) -> None:
    engine = Stemmed()
    engine.index(documents)
    assert next(engine.answers(["bibliotekets bok"], 3))[0].document == "sub/bok.txt"
    assert next(engine.answers(["fotboll"], 3)) == []


def test_long_texts_are_cut_with_overlap(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text(" ".join(f"ord{number}" for number in range(1000)), encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    cut = chunks(tmp_path)
    assert {chunk.document for chunk in cut} == {"long.txt"}
    assert all(len(chunk.text) <= CHARACTERS for chunk in cut)
    for before, after in pairwise(cut):
        assert after.text.split()[0] in before.text.split()


def test_golden_places_are_found_in_the_right_document_only(documents: Path, tmp_path: Path) -> None:
    row = {"lang": "sv", "kind": "x", "answerable": True, "question": "lånade ut böcker under året"}
    place = {"locator": "lånade  ut 4\u00a0200 böcker", "docs": ["sub/bok.txt"]}
    rows = [
        row | place | {"id": "right"},
        row | place | {"id": "wrong document", "docs": ["bad.txt"], "lang": "en"},
        row | {"id": "no place"},
        row | place | {"id": "follow-up", "history": ["Hur många böcker?"]},
    ]
    golden = tmp_path / "golden.jsonl"
    golden.write_text("".join(json.dumps(each) + "\n" for each in rows), encoding="utf-8")
    told: list[str] = []
    result = compared.golden("small", list(cases(golden)), documents, ["product", "stemmed"], PRODUCT, told.append)
    assert told == ["product", "stemmed"]
    for engine in result["engines"]:
        certain = {"value": 1.0, "low": 0.2065, "high": 1.0, "n": 1}  # Wilson's bounds for one of one
        assert engine["metrics"]["sv"]["recall@1"] == pytest.approx(certain, abs=1e-3)
        assert engine["metrics"]["en"]["mrr"]["value"] == 0.0
        assert engine["peak_mb"] > 10
        assert engine["index_seconds"] > 0


def test_a_benchmark_is_ranked_by_passages() -> None:
    passages = tuple(Passage(name, "", text) for name, text in TEXTS.items())
    queries = (Query("q1", "simhallen stängs"), Query("q2", "solceller"))
    benchmark = Benchmark("small", passages, queries, {"q1": {"bad.txt": 1}, "q2": {"tak.txt": 1, "bad.txt": 1}})
    (row,) = compared.benchmark(benchmark, ["stemmed"], "", lambda _: None)["engines"]
    assert row["metrics"]["all"]["recall@1"]["value"] == pytest.approx(0.75)


def test_what_is_kept_of_a_long_list_is_the_first_right_rank(tmp_path: Path) -> None:
    from eval.baselines.places import FirstRight, by_language

    golden = tmp_path / "golden.jsonl"
    row = {"id": "a", "lang": "sv", "kind": "x", "answerable": True, "question": "?", "locator": "rätt", "doc": "a.txt"}
    golden.write_text(json.dumps(row), encoding="utf-8")
    chosen = list(cases(golden))
    pieces = [Found("a.txt", "fel")] * 4 + [Found("a.txt", "rätt")]
    rank = FirstRight(chosen)(0, pieces)
    metrics = by_language(chosen, [rank])["sv"]
    assert rank == 5
    assert [metrics[f"recall@{depth}"].value for depth in (1, 4, 5, 20)] == [0, 0, 1, 1]
    assert metrics["mrr"].value == pytest.approx(0.2)
