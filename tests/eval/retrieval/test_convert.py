"""Public sets in their own forms -> BEIR."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from eval.errors import BenchmarkError
from eval.retrieval.beir import read, write
from eval.retrieval.convert import CONVERTERS


def written(file: Path, *rows: dict[str, Any]) -> Path:
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return file


def test_swefaq_pools_the_candidates_of_all_categories(tmp_path: Path) -> None:
    source = written(
        tmp_path / "faq.jsonl",
        {"question": "Får jag elda?", "answers": ["Nej.", "Ja."], "correct": 1},
        {"question": "Kostar det?", "answers": ["Nej.", "Femtio kronor."], "correct": 1},
    )
    (found,) = CONVERTERS["swefaq"](source)
    texts = {passage.id: passage.text for passage in found.passages}
    assert sorted(texts.values()) == ["Femtio kronor.", "Ja.", "Nej."]
    assert [[texts[id] for id in found.grades[query.id]] for query in found.queries] == [["Ja."], ["Femtio kronor."]]


def test_a_question_asked_twice_has_two_right_answers(tmp_path: Path) -> None:
    source = written(
        tmp_path / "faq.jsonl",
        {"question": "Får jag elda?", "answers": ["Nej.", "Ja."], "correct": 0},
        {"question": "Får jag elda?", "answers": ["Nej.", "Ja."], "correct": 1},
    )
    (found,) = CONVERTERS["swefaq"](source)
    assert len(found.queries) == 1
    assert len(found.grades[found.queries[0].id]) == 2


def test_building_faq_gives_two_sets_of_questions_on_one_corpus(tmp_path: Path) -> None:
    source = written(
        tmp_path / "faq.jsonl",
        {"id": "x", "question_sv": "Vad är ett plank?", "question_en": "What is a fence?", "answer_sv": "En tät vägg."},
    )
    swedish, english = CONVERTERS["building-faq"](source)
    assert swedish.passages == english.passages
    assert (swedish.name, swedish.queries[0].question) == ("sv", "Vad är ett plank?")
    assert (english.name, english.queries[0].question) == ("en", "What is a fence?")


def test_reports_find_their_chunks_beside_the_questions(tmp_path: Path) -> None:
    source = written(tmp_path / "my_questions.jsonl", {"id": "q1", "question": "Hur många?", "gold": ["c1", "c2"]})
    written(tmp_path / "my_chunks.jsonl", *({"_id": f"c{n}", "text": f"Stycke {n}."} for n in range(3)))
    (found,) = CONVERTERS["swedish-reports"](source)
    assert found.grades == {"q1": {"c1": 1, "c2": 1}}
    write(found, tmp_path / "out")
    assert len(read(tmp_path / "out").passages) == 3


@pytest.mark.parametrize("form", CONVERTERS)
def test_a_row_without_its_fields_is_refused_by_line(form: str, tmp_path: Path) -> None:
    source = written(tmp_path / "a_questions.jsonl", {"other": 1})
    with pytest.raises(BenchmarkError, match="line 1: expected the fields"):
        CONVERTERS[form](source)
