"""The whole way from training sets to weights, on a handful of questions."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import numpy as np
import pytest

from qa.learn import written
from qa.learn.cross import __main__ as command
from qa.learn.cross.tune import unseen
from qa.learn.sets import PARTS
from qa.read.crossencoder import CrossEncoder, Words

TEXT = "Parken är stor. Där står 12 lyktor. Vägen dit är lång."


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Training sets of one passage, and one document with one question."""
    (tmp_path / "train").mkdir()
    (tmp_path / "documents").mkdir()
    squad = {
        "article": "Parken",
        "article_idx": 1,
        "passage_id": "1-0",
        "question_sv": "Hur många lyktor?",
        "question_en": "How many lamps?",
        "is_impossible": False,
        "context_sv": TEXT,
        "context_en": "12 lamps stand there.",
        "answers_sv": [{"text": "12 lyktor", "answer_start": TEXT.index("12")}],
        "answers_en": ["12 lamps"],
    }
    with gzip.open(tmp_path / "train" / "squad_sv_en.jsonl.gz", "wt", encoding="utf-8") as lines:
        lines.write(json.dumps(squad) + "\n")
    (tmp_path / "train" / "swequad_training.json").write_text('{"data": []}', encoding="utf-8")
    with gzip.open(tmp_path / "train" / "swedish_query_passage.jsonl.gz", "wt", encoding="utf-8") as lines:
        lines.write(json.dumps({"passage": TEXT}) + "\n")
    (tmp_path / "documents" / "park.txt").write_text(TEXT, encoding="utf-8")
    asked = {"sv": "Hur många lampor finns?", "en": "How many lamps are there?"}
    documents = {"document": "park.txt", "places": ["Där står 12 lyktor"], **asked}
    passages = {"passage": written.passage_name(TEXT), "spans": [[16, 35]], **asked}
    committees = {"on": "seeds", "documents": ["park.txt"], "places": [[4, written.passage_name("där står 12 lyktor")]]}
    for name, row in (("questions", documents), ("passages", passages), ("committees", committees | asked)):
        (tmp_path / f"{name}.jsonl").write_text(json.dumps(row), encoding="utf-8")
    monkeypatch.setattr(written, "TRAINING", tmp_path)
    return tmp_path


def test_the_command_learns_from_every_set_and_writes_what_the_product_reads(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "_TARGET", tmp_path / "crossencoder.safetensors")
    phases = (command.Phase(2, 1e-4, 1.0, False), command.Phase(1, 1e-4, 1.0, True))
    (data / "dev" / "alingsas").mkdir(parents=True)
    size = command.main(data, data / "documents", tmp_path / "work", phases=phases)
    told = capsys.readouterr().err
    assert "phase 1: 2 questions, 2 layers" in told or "phase 1: 3 questions, 2 layers" in told  # some English passages
    assert "phase 2:" in told and "1 layers" in told
    lists = [int(count) for count in re.findall(r"safetensors: (\d+) lists", told)]
    assert sorted(lists) == [1, 3, 3, 3]  # in two languages, and another; the part that holds the park has only that
    assert all(unseen(tmp_path / "work", part).exists() for part in range(PARTS))
    assert size == (tmp_path / "crossencoder.safetensors").stat().st_size
    found = CrossEncoder(tmp_path / "crossencoder.safetensors").scores([Words("Hur?", "", "", "", TEXT)])
    assert np.isfinite(found).all()
