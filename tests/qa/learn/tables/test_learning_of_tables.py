"""Learning how likely a reading of a table is right."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from indexer.embedding import HashingEmbedder
from qa.learn.tables.__main__ import main
from qa.learn.tables.questions import Asked, questions_of, sets_in
from qa.model import Answer, Status
from qa.statistics.odds import NAMES

TABLE = """Personal 2023
Nämnd;Anställda;Sjukfrånvaro (%)
Kulturnämnden;210;6,5
Miljönämnden;95;4,1
Tekniska nämnden;400;7,7
"""
ROWS = [
    ("Hur många anställda hade Kulturnämnden 2023?", ["210"], True),
    ("Vilken sjukfrånvaro hade Miljönämnden 2023?", ["4,1|4.1"], True),
    ("Vilken sjukfrånvaro hade de trötta i Tekniska nämnden 2023?", ["7,7"], True),
    ("Vilken sjukfrånvaro hade brandmännen i Kulturnämnden 2023?", [], False),
    ("Vilken sjukfrånvaro vållade förkylning i Miljönämnden 2023?", [], False),
]
ANSWER = Answer("", "sv", Status.ANSWERED, "Anställda: 1\u00a0210 [1].")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data" / "personal"
    (folder / "files").mkdir(parents=True)
    (folder / "files" / "personal.csv").write_text(TABLE, encoding="utf-8")
    rows = [
        {"question": question, "must": must, "answerable": answerable, "docs": ["personal.csv"]}
        for question, must, answerable in ROWS
    ]
    lines = "".join(f"{json.dumps(row)}\n" for row in rows)
    (folder / "questions.jsonl").write_text(lines, encoding="utf-8")
    return tmp_path / "data"


def test_weights_are_learnt_from_tables_with_questions(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NAMNDSVAR_EMBEDDING_MODEL", HashingEmbedder.name)
    main(data, tmp_path / "work", tmp_path / "odds.json")
    learnt = json.loads((tmp_path / "odds.json").read_text(encoding="utf-8"))
    assert tuple(learnt["weights"]) == NAMES
    assert learnt["weights"]["unaccounted"] < 0 < learnt["weights"]["explained"]
    assert "readings" in capsys.readouterr().out


def test_a_folder_without_questions_is_told(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"questions\.jsonl"):
        sets_in(tmp_path)


def test_questions_are_read_with_what_their_answers_hold(data: Path) -> None:
    first, *_, last = questions_of(sets_in(data)[0])
    assert first.must == ("210",)
    assert first.documents == ("personal.csv",)
    assert not last.answerable


def test_an_answer_that_cites_no_file_or_holds_another_number_is_not_right() -> None:
    asked = Asked("", (), True, ("1 210|1210",), (), ("personal.csv",))
    assert not asked.is_right(ANSWER)
    assert not asked.is_right(replace(ANSWER, status=Status.NOT_FOUND))
    assert not asked.is_right(None)
