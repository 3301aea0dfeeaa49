"""Which name leads to which embedder."""

from __future__ import annotations

from pathlib import Path

import pytest

import indexer.embedding
import indexer.embedding.folder
from indexer.embedding import OnnxEmbedder, SentenceEmbedder, load_embedder
from indexer.embedding.folder import OWN, model_folder


@pytest.fixture
def own(shipped: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The tiny model as if it were the one that ships."""
    for module in (indexer.embedding, indexer.embedding.folder):
        monkeypatch.setattr(module, "OWN_FOLDER", shipped)
    return shipped


def test_our_own_model_takes_the_fast_path(own: Path) -> None:
    embedder = load_embedder(OWN)
    assert isinstance(embedder, OnnxEmbedder)
    assert (embedder.name, embedder.dimensions, model_folder(OWN)) == (OWN, 64, own)


def test_the_same_folder_by_path_goes_through_sentence_transformers_and_is_told_apart(own: Path) -> None:
    embedder = load_embedder(str(own))
    assert isinstance(embedder, SentenceEmbedder)
    assert embedder.fingerprint != load_embedder(OWN).fingerprint
