"""The rounding to 8 bits, and which networks are drawn."""

from __future__ import annotations

import numpy as np
import pytest

from indexer.embedding.bert import Shape, rounded

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


@pytest.mark.parametrize(
    "change", [{"model_type": "roberta"}, {"hidden_act": "relu"}, {"position_embedding_type": "relative_key"}]
)
def test_another_network_is_refused(change: dict[str, str]) -> None:
    assert Shape.of(PLAIN) == Shape(6, 12, 384, 1e-12)
    with pytest.raises(ValueError, match=next(iter(change))):
        Shape.of(PLAIN | change)
