"""Folders in the form of BEIR."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.errors import BenchmarkError
from eval.retrieval.beir import Benchmark, Passage, Query, read, write

SMALL = Benchmark(
    name="small",
    passages=(Passage("d1", "Lekplatser", "Lekplatsen byggs om i vår."), Passage("d2", "", "Badhuset är stängt.")),
    queries=(Query("q1", "När byggs lekplatsen om?"),),
    grades={"q1": {"d1": 2}},
)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    write(SMALL, tmp_path / "small")
    assert read(tmp_path / "small") == SMALL


def test_judgements_without_a_header_are_read(tmp_path: Path) -> None:
    write(SMALL, tmp_path)
    (tmp_path / "qrels" / "test.tsv").write_text("q1\td1\t1\n", encoding="utf-8")
    assert read(tmp_path).grades == {"q1": {"d1": 1}}


def test_questions_without_a_right_passage_in_the_corpus_are_left_out(tmp_path: Path) -> None:
    write(SMALL, tmp_path)
    with (tmp_path / "queries.jsonl").open("a", encoding="utf-8") as queries:
        queries.write('{"_id": "q2", "text": "Öppet?"}\n{"_id": "q3", "text": "Var?"}\n')
    with (tmp_path / "qrels" / "test.tsv").open("a", encoding="utf-8") as judgements:
        judgements.write("q2\td2\t0\nq3\tgone\t1\n")
    assert [query.id for query in read(tmp_path).queries] == ["q1"]


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("corpus.jsonl", '{"_id": "d1", "text": "a"}\n{"_id": "d1", "text": "b"}\n', "1 passages have the _id"),
        ("corpus.jsonl", '{"_id": "d1"}\n', "line 1: expected the fields _id, text"),
        ("queries.jsonl", "{\n", "line 1: not JSON"),
        ("queries.jsonl", '["q1"]\n', "line 1: expected the fields"),
        ("qrels/test.tsv", "query-id\tcorpus-id\tscore\nq1 d1 1\n", "line 2: expected query id"),
        ("qrels/test.tsv", "q9\td1\t1\n", "No question of"),
    ],
)
def test_what_is_not_of_the_form_is_refused_by_file_and_line(tmp_path: Path, file: str, text: str, said: str) -> None:
    write(SMALL, tmp_path)
    (tmp_path / file).write_text(text, encoding="utf-8")
    with pytest.raises(BenchmarkError, match=said):
        read(tmp_path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BenchmarkError, match=r"corpus\.jsonl"):
        read(tmp_path)
