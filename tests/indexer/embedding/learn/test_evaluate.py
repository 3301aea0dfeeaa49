"""Recall on a dev set."""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from indexer.embedding.learn.devsets import DevSet, dev_sets
from indexer.embedding.learn.evaluate import Measured, report

PASSAGES = ("röd bil", "blått hus", "grön katt")
DEV = DevSet("toy", ("bil", "katt"), PASSAGES, (frozenset((0,)), frozenset((2,))))


def embed(texts: Sequence[str]) -> np.ndarray:
    """A model that knows only cats."""
    return np.array([[1.0, 0.0] if "katt" in text else [0.0, 1.0] for text in texts], dtype=np.float32)


def test_words_and_meaning_are_measured_apart() -> None:
    figures = report([Measured(DEV)], embed)["toy"]
    assert figures["words@1"] == 1.0
    assert figures["meaning@5"] == 1.0


def test_only_the_candidates_of_a_question_compete() -> None:
    dev = DevSet("toy", ("hund",), PASSAGES, (frozenset((2,)),), among=((1, 2),))
    scores = np.array([[9.0, 1.0, 2.0]], dtype=np.float32)
    assert Measured(dev).recall(scores, 1) == 1.0


def test_sets_that_are_not_there_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "dev").mkdir()
    row = {"question_sv": "Vad är en bil?", "question_en": "What is a car?", "answer_sv": "Ett fordon."}
    (tmp_path / "dev" / "building_faq.jsonl").write_text(json.dumps(row), encoding="utf-8")
    assert [dev.name for dev in dev_sets(tmp_path, None, tmp_path)] == ["building-sv", "building-en"]
