"""A small BERT as a graph for onnxruntime, made in memory from the weights that sentence-transformers reads.

The matrices are rounded to 8 bits in blocks of 16 along the input, each with a scale of its own (the operator
MatMulNBits); what goes in is rounded likewise, row by row, so that a text's vector does not depend on what is embedded
with it. The rest stays float. Measured in `python -m indexer.embedding.bench`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from indexer.embedding.embedder import Vectors
from indexer.embedding.onnx_wire import Graph

Weights = Mapping[str, NDArray[Any]]

CODES, SCALES = ".codes", ".scales"
"""What the names of the two parts of a matrix in 8 bits end in."""

_OWN = "com.microsoft"  # onnxruntime's operators, documented in its docs/ContribOperators.md
_BITS = 8
_BLOCK = 16
_ZERO = 128  # the code of 0
_INT8_INSIDE = 4  # the `accuracy_level` that multiplies whole numbers


@dataclass(frozen=True)
class Shape:
    """The sizes of a BERT, from its config.json."""

    layers: int
    heads: int
    width: int
    epsilon: float

    @classmethod
    def of(cls, config: Mapping[str, Any]) -> Shape:
        """Raises ValueError for a network that is not the plain BERT which this file draws."""
        plain = {"model_type": "bert", "hidden_act": "gelu", "position_embedding_type": "absolute"}
        for key, value in plain.items():
            if config.get(key, value) != value:
                raise ValueError(f"{key} is {config[key]!r}, only {value!r} is drawn")
        return cls(
            layers=int(config["num_hidden_layers"]),
            heads=int(config["num_attention_heads"]),
            width=int(config["hidden_size"]),
            epsilon=float(config["layer_norm_eps"]),
        )


def graph(weights: Weights, shape: Shape) -> bytes:
    """An ONNX model: tokens (b, s, d) float32, kept (b, s) int32 (1 for a token, 0 for padding) -> (b, s, d)."""
    drawn = Graph()
    (hidden,) = drawn.add(
        "LayerNormalization",
        ["tokens", *_constants(drawn, weights, "embeddings.LayerNorm")],
        axis=-1,
        epsilon=shape.epsilon,
    )
    for number in range(shape.layers):
        hidden = _layer(drawn, weights, f"encoder.layer.{number}", shape, hidden)
    return drawn.model({"tokens": ("float32", ("b", "s", shape.width)), "kept": ("int32", ("b", "s"))}, hidden)


def rounded(matrix: Vectors) -> tuple[NDArray[np.uint8], Vectors]:
    """A matrix (out, in) as codes (out, blocks, 16), 128 standing for 0, and their scales (out, blocks)."""
    blocks = matrix.reshape(len(matrix), -1, _BLOCK)
    scales = np.maximum(np.abs(blocks).max(axis=2), np.float32(1e-12)) / np.float32(127)
    codes = np.rint(blocks / scales[:, :, np.newaxis]) + _ZERO
    return codes.astype(np.uint8), scales


def packed(name: str, matrix: Vectors) -> dict[str, NDArray[Any]]:
    """A matrix as it is stored in 8 bits: its codes around 0 and its scales in 16 bits, under names of their own."""
    codes, scales = rounded(matrix.astype(np.float32))
    around = (codes.astype(np.int16) - _ZERO).astype(np.int8)
    return {f"{name}{CODES}": around.reshape(matrix.shape), f"{name}{SCALES}": scales.astype(np.float16)}


def restored(stored: Weights, name: str) -> Vectors:
    """A tensor by name as float32, whichever way it is stored: as it is, or as `packed` gives it."""
    if name in stored:
        return np.asarray(stored[name], dtype=np.float32)
    codes, scales = stored[f"{name}{CODES}"], stored[f"{name}{SCALES}"]
    blocks = codes.reshape(*scales.shape, _BLOCK).astype(np.float32) * scales[..., np.newaxis].astype(np.float32)
    return blocks.reshape(codes.shape)


def names(stored: Weights) -> list[str]:
    """The names of the tensors, whichever way they are stored."""
    return [name.removesuffix(CODES) for name in stored if not name.endswith(SCALES)]


def _layer(drawn: Graph, weights: Weights, layer: str, shape: Shape, hidden: str) -> str:
    asked, asked_bias = _joined(weights, [f"{layer}.attention.self.{part}" for part in ("query", "key", "value")])
    parts = drawn.add("Split", [_product(drawn, asked, hidden)], outputs=3, axis=-1)
    (seen,) = drawn.add(
        "MultiHeadAttention", [*parts, drawn.constant(asked_bias), "kept"], domain=_OWN, num_heads=shape.heads
    )
    hidden = _joined_on(drawn, weights, f"{layer}.attention.output", shape, seen, hidden)
    inner, inner_bias = _joined(weights, [f"{layer}.intermediate.dense"])
    (active,) = drawn.add("BiasGelu", [_product(drawn, inner, hidden), drawn.constant(inner_bias)], domain=_OWN)
    return _joined_on(drawn, weights, f"{layer}.output", shape, active, hidden)


def _joined_on(drawn: Graph, weights: Weights, name: str, shape: Shape, new: str, old: str) -> str:
    """A dense layer whose result is added to what went in before, and normalised."""
    matrix, bias = _joined(weights, [f"{name}.dense"])
    inputs = [_product(drawn, matrix, new), old, *_constants(drawn, weights, f"{name}.LayerNorm")]
    return drawn.add("SkipLayerNormalization", [*inputs, drawn.constant(bias)], domain=_OWN, epsilon=shape.epsilon)[0]


def _product(drawn: Graph, matrix: Vectors, given: str) -> str:
    codes, scales = rounded(matrix)
    sizes = {"N": matrix.shape[0], "K": matrix.shape[1], "bits": _BITS, "block_size": _BLOCK}
    inputs = [given, drawn.constant(codes), drawn.constant(scales)]
    return drawn.add("MatMulNBits", inputs, domain=_OWN, accuracy_level=_INT8_INSIDE, **sizes)[0]


def _joined(weights: Weights, names: list[str]) -> tuple[Vectors, Vectors]:
    """The matrices (out, in) and biases (out,) of dense layers, one below the other."""
    matrix, bias = ([weights[f"{name}.{part}"] for name in names] for part in ("weight", "bias"))
    return np.concatenate(matrix).astype(np.float32), np.concatenate(bias).astype(np.float32)


def _constants(drawn: Graph, weights: Weights, name: str) -> list[str]:
    return [drawn.constant(weights[f"{name}.{part}"].astype(np.float32)) for part in ("weight", "bias")]
