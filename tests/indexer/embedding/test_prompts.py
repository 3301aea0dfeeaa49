"""Prompts: as set, else as the model's folder says, never guessed from a name."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from indexer.embedding import OnnxEmbedder, Prompts, SentenceEmbedder, load_embedder
from indexer.settings import settings


def with_prompts(folder: Path, prompts: dict[str, str]) -> Path:
    file = folder / "config_sentence_transformers.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | {"prompts": prompts}))
    return folder


@pytest.fixture
def asking(shipped: Path, tmp_path: Path) -> Path:
    """A model whose folder names its prompts as E5 does."""
    return with_prompts(Path(shutil.copytree(shipped, tmp_path / "model")), {"query": "board ", "passage": "dog "})


@pytest.mark.parametrize("name", ["passage", "document", "corpus"])
def test_the_folder_says_what_stands_before_a_passage(shipped: Path, tmp_path: Path, name: str) -> None:
    folder = with_prompts(Path(shutil.copytree(shipped, tmp_path / "model")), {"query": "", "document": "", name: "a "})
    assert Prompts().filled(folder) == ("", "a ")


def test_both_ways_in_put_the_same_prompts_before_the_text(asking: Path, shipped: Path) -> None:
    plain = SentenceEmbedder(str(shipped))
    wanted = plain.embed_passages(["dog ran"])[0], plain.embed_query("board ran")
    for embedder in (SentenceEmbedder(str(asking)), OnnxEmbedder(asking)):
        found = embedder.embed_passages(["ran"])[0], embedder.embed_query("ran")
        assert min(float(ours @ theirs) for ours, theirs in zip(found, wanted, strict=True)) > 0.998


def test_the_settings_override_the_folder_and_change_the_fingerprint(
    asking: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = load_embedder(str(asking))
    monkeypatch.setenv("NAMNDSVAR_EMBEDDING_QUERY_PROMPT", "school ")
    monkeypatch.setenv("NAMNDSVAR_EMBEDDING_PASSAGE_PROMPT", "")
    settings.cache_clear()
    try:
        after = load_embedder(str(asking))
    finally:
        monkeypatch.undo()
        settings.cache_clear()
    assert after.fingerprint != before.fingerprint
    unprompted = SentenceEmbedder(str(asking), Prompts("", ""))
    np.testing.assert_allclose(after.embed_passages(["ran"]), unprompted.embed_passages(["ran"]), atol=1e-5)
    np.testing.assert_allclose(after.embed_query("ran"), unprompted.embed_query("school ran"), atol=1e-5)


def test_changed_prompts_of_the_folder_change_the_fingerprint(asking: Path) -> None:
    before = OnnxEmbedder(asking).fingerprint
    with_prompts(asking, {"query": "q "})
    assert OnnxEmbedder(asking).fingerprint != before
