"""`make model` on one hundredth of the data: it learns."""

import json
from pathlib import Path

import pytest

from indexer.embedding import OnnxEmbedder, SentenceEmbedder
from indexer.embedding.learn.__main__ import main

DATA = Path(__file__).parents[5] / "shared" / "data"


def test_a_folder_without_training_data_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path), str(tmp_path / "work"), str(tmp_path / "out")]) == 2
    assert "train/" in capsys.readouterr().err


@pytest.mark.skipif(not (DATA / "train").is_dir(), reason="needs the shared data to learn from")
def test_a_hundredth_of_the_data_teaches_something(tmp_path: Path) -> None:
    work, out = tmp_path / "work", tmp_path / "model"
    options = "--sample 0.01 --vocabulary 4000 --distil 3 --contrast 1 --batch 32 --passage-longest 48 --only building"
    assert main([str(DATA), str(work), str(out), *options.split()]) == 0
    distil = [
        entry["loss"]
        for entry in map(json.loads, (work / "log.jsonl").read_text().splitlines())
        if entry["stage"] == "distil"
    ]
    assert distil[-1] < distil[0]
    first, *_, last = map(json.loads, (work / "figures.jsonl").read_text().splitlines())
    for name in ("building-sv", "building-en"):
        assert last["figures"][name]["meaning@5"] > first["figures"][name]["meaning@5"], name
    text = ["Nämnden godkänner avgifterna."]
    assert float(SentenceEmbedder(str(out)).embed_passages(text)[0] @ OnnxEmbedder(out).embed_passages(text)[0]) > 0.99
