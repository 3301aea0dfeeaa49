"""The rounding to 8 bits, and which networks are drawn."""

from __future__ import annotations

import numpy as np
import pytest

from indexer.embedding.bert import Shape, names, packed, restored, rounded

PLAIN = {"num_hidden_layers": 6, "num_attention_heads": 12, "hidden_size": 384, "layer_norm_eps": 1e-12}


def test_a_rounded_matrix_is_within_half_a_step_of_the_matrix() -> None:
    matrix = np.random.default_rng(1).normal(size=(8, 128)).astype(np.float32)
    matrix[3, :16] *= 1000  # a block of its own scale
    codes, scales = rounded(matrix)
    assert (codes.shape, codes.dtype, scales.shape) == ((8, 8, 16), np.uint8, (8, 8))
    back = (codes.astype(np.float32) - 128) * scales[:, :, np.newaxis]
    assert (np.abs(back - matrix.reshape(8, 8, 16)) <= scales[:, :, np.newaxis] * 0.5001).all()


def test_a_block_of_zeros_stays_zeros() -> None:
    codes, scales = rounded(np.zeros((2, 64), dtype=np.float32))
    assert (codes == 128).all()
    assert np.isfinite(scales).all()


def test_a_matrix_packed_in_8_bits_is_restored_within_a_step_under_its_name() -> None:
    matrix = np.random.default_rng(2).normal(size=(8, 64)).astype(np.float32)
    stored = {**packed("dense", matrix), "bias": np.ones(3, dtype=np.float16)}
    assert names(stored) == ["dense", "bias"]
    back = restored(stored, "dense")
    assert (back.shape, back.dtype) == ((8, 64), np.float32)
    assert np.abs(back - matrix).max() < np.abs(matrix).max() / 127
    assert restored(stored, "bias").tolist() == [1.0, 1.0, 1.0]


def test_packing_what_was_restored_changes_nothing() -> None:
    once = packed("dense", np.random.default_rng(3).normal(size=(4, 32)).astype(np.float32))
    again = packed("dense", restored(once, "dense"))
    assert all((once[name] == again[name]).all() for name in once)


@pytest.mark.parametrize(
    "change", [{"model_type": "roberta"}, {"hidden_act": "relu"}, {"position_embedding_type": "relative_key"}]
)
def test_another_network_is_refused(change: dict[str, str]) -> None:
    assert Shape.of(PLAIN) == Shape(6, 12, 384, 1e-12)
    with pytest.raises(ValueError, match=next(iter(change))):
        Shape.of(PLAIN | change)
