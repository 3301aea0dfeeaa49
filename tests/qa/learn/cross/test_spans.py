"""Lists from files with spans."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from qa.learn.cross.spans import Lists
from qa.learn.sets import KEPT_BACK

TEXT = "Parken är stor. Där står 12 lyktor. Vägen dit är lång."


def row(article: int = 1, **more: Any) -> dict[str, Any]:
    return {
        "article": "Parken",
        "article_idx": article,
        "passage_id": f"{article}-0",
        "question_sv": "Hur många lyktor?",
        "question_en": "How many lamps?",
        "is_impossible": False,
        "answers_sv": [{"text": "12 lyktor", "answer_start": TEXT.index("12")}],
        "answers_en": ["12 lamps"],
        "context_sv": TEXT,
        "context_en": "The park is large. 12 lamps stand there.",
    } | more


@pytest.fixture
def squad(tmp_path: Path) -> Path:
    rows = [row(), row(is_impossible=True, answers_sv=[], answers_en=[]), row(KEPT_BACK), row(2, answers_sv=[])]
    file = tmp_path / "squad.gz"
    with gzip.open(file, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(one) + "\n" for one in rows)
    return file


def test_a_list_holds_the_answering_sentence_first_and_its_answers_tokens(squad: Path) -> None:
    first, *_ = Lists(1).squad(squad)
    assert first.right[0] and not any(first.right[1:])
    assert first.span is not None and first.span[0] == 0
    assert len(first.pairs) == 3


def test_an_unanswerable_question_has_no_right_passage(squad: Path) -> None:
    assert [any(one.right) for one in Lists(1).squad(squad)].count(False) >= 2


def test_articles_kept_back_and_answers_lost_in_translation_give_no_list(squad: Path) -> None:
    made = list(Lists(1).squad(squad))
    assert 4 <= len(made) <= 7  # two questions in two languages, and some of the English text


def test_the_same_seed_draws_the_same_lists(squad: Path) -> None:
    assert list(Lists(3).squad(squad)) == list(Lists(3).squad(squad))


def test_each_nth_native_question_is_kept_back(tmp_path: Path) -> None:
    asked = {"question": "Hur många?", "answers": [{"text": "12 lyktor"}]}
    file = tmp_path / "swequad.json"
    file.write_text(json.dumps({"data": [{"paragraphs": [{"context": TEXT, "qas": [asked] * 3}]}]}), encoding="utf-8")
    assert len(list(Lists(1).swequad(file, every=3))) == 2 * 3
