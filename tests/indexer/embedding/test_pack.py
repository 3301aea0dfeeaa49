"""What ships is one folder for both ways in."""

from __future__ import annotations

import json
import warnings
from pathlib import Path

import numpy as np
import pytest

from indexer.embedding import SentenceEmbedder
from indexer.embedding.pack import pack
from indexer.embedding.tensors import read_tensors


def test_sentence_transformers_reads_the_packed_folder_as_the_trained_one(trained: Path, shipped: Path) -> None:
    texts = ["Nämnden godkände budgeten.", "nämnden " * 60]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        packed = SentenceEmbedder(str(shipped))
        vectors = packed.embed_passages(texts)
    assert (vectors * SentenceEmbedder(str(trained)).embed_passages(texts)).sum(1).min() > 0.999
    assert packed.model.max_seq_length == 32
    assert {str(weight.dtype) for weight in packed.model.parameters()} == {"torch.float32"}


def test_layers_are_stored_in_16_bits_and_token_vectors_in_8(trained: Path, shipped: Path) -> None:
    weights = read_tensors(shipped / "model.safetensors")
    tokens = weights.pop("embeddings.word_embeddings.weight")
    assert tokens.dtype == np.int8 and abs(tokens).max() == 127
    assert {array.dtype.name for array in weights.values()} == {"float16"}
    assert {*weights, "embeddings.word_embeddings.weight"} == set(read_tensors(trained / "model.safetensors"))
    assert not [file for file in shipped.rglob("*") if file.suffix in {".onnx", ".bin"}]


def test_packing_again_gives_the_same_bytes(trained: Path, shipped: Path, tmp_path: Path) -> None:
    size = pack(trained, tmp_path / "again")
    pack(trained, tmp_path / "again")
    ours, theirs = (
        {file.relative_to(folder): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
        for folder in (tmp_path / "again", shipped)
    )
    assert ours == theirs
    assert size == sum(map(len, ours.values()))


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("1_Pooling/config.json", {"pooling_mode": "cls"}),
        ("config.json", {"model_type": "xlm-roberta"}),
        ("config.json", {"hidden_act": "relu"}),
    ],
)
def test_a_model_that_the_fast_path_would_get_wrong_is_refused(
    trained: Path, tmp_path: Path, name: str, change: dict[str, str]
) -> None:
    copied = tmp_path / "copied"
    for file in trained.rglob("*.json"):
        (copied / file.relative_to(trained)).parent.mkdir(parents=True, exist_ok=True)
        (copied / file.relative_to(trained)).write_bytes(file.read_bytes())
    told = json.loads((copied / name).read_text())
    (copied / name).write_text(json.dumps(told | change))
    with pytest.raises(ValueError, match=r"relu|cls|roberta"):
        pack(copied, tmp_path / "packed")
    assert not (tmp_path / "packed").exists()
