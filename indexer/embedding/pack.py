"""From a trained sentence-transformers folder to the folder that ships: `python -m indexer.embedding.pack FROM TO`.

One file of weights serves both ways in: sentence-transformers reads it as it is, `OnnxEmbedder` rounds the layers to
8 bits in memory when it loads. So nothing is stored twice and no cache is written. Layers are stored in 16 bits, token
vectors, the larger half, as whole numbers of 8 bits with one step for all. The step need not be kept: what is added to
them is stored in the same steps, and the sum is normalised (layer norm) before anything else reads it.
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import Any

import numpy as np

from indexer.embedding.bert import Shape
from indexer.embedding.tensors import Array, read_tensors, write_tensors

_MODULES = ("Transformer", "Pooling", "Normalize")
_TYPE = "sentence_transformers.models"  # where every version of it looks
_KEPT = ("tokenizer.json", "tokenizer_config.json", "README.md")
_UNUSED = ("embeddings.position_ids",)  # some versions of transformers store it; it is 0, 1, 2, …
_TOKENS = "embeddings.word_embeddings.weight"
_ADDED = ("embeddings.position_embeddings.weight", "embeddings.token_type_embeddings.weight")
_LARGEST = 127
_CUT = 0.99999  # the quantile of the token vectors' numbers that is stored as the largest; the few beyond are cut to it


def pack(trained: Path, shipped: Path) -> int:
    """Write `shipped`, in the place of what is there; gives its size in bytes.

    Raises ValueError unless the model is a plain BERT with mean pooling and normalising.
    """
    config = _read(trained, "config.json")
    Shape.of(config)
    _require_mean(trained)
    shutil.rmtree(shipped, ignore_errors=True)
    (shipped / "1_Pooling").mkdir(parents=True)
    (shipped / "2_Normalize").mkdir()
    for name in _KEPT:
        if (trained / name).is_file():
            shutil.copyfile(trained / name, shipped / name)
    weights = read_tensors(trained / "model.safetensors")
    stored = _stored(weights)
    write_tensors(shipped / "model.safetensors", {name: stored[name] for name in _ordered(stored)})
    for name, content in _told(trained, config).items():
        text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
        (shipped / name).write_text(text, encoding="utf-8")
    return sum(file.stat().st_size for file in shipped.rglob("*") if file.is_file())


def _told(trained: Path, config: dict[str, Any]) -> dict[str, Any]:
    """The small files, in the form that every version of sentence-transformers reads."""
    width = config["hidden_size"]
    return {
        "config.json": config | {"dtype": "float32", "torch_dtype": "float32"},  # computed so, whatever is stored
        "modules.json": [
            {"idx": index, "name": str(index), "path": path, "type": f"{_TYPE}.{kind}"}
            for index, (kind, path) in enumerate(zip(_MODULES, ("", "1_Pooling", "2_Normalize"), strict=True))
        ],
        "sentence_bert_config.json": {"max_seq_length": _longest(trained, config), "do_lower_case": False},
        "1_Pooling/config.json": {"word_embedding_dimension": width, "pooling_mode_mean_tokens": True},
        "config_sentence_transformers.json": {
            "prompts": _read(trained, "config_sentence_transformers.json").get("prompts", {}),
            "similarity_fn_name": "cosine",
        },
    }


def _require_mean(trained: Path) -> None:
    kinds = [module["type"].rpartition(".")[2] for module in _read(trained, "modules.json")]
    pooling = _read(trained, "1_Pooling/config.json")
    modes = {key for key, value in pooling.items() if key.startswith("pooling_mode_") and value}
    if tuple(kinds) != _MODULES or (pooling.get("pooling_mode") != "mean" and modes != {"pooling_mode_mean_tokens"}):
        raise ValueError(f"{trained} holds {kinds} with pooling {pooling}; packed are {_MODULES} with mean pooling")


def _longest(trained: Path, config: dict[str, Any]) -> int:
    """How many tokens the model reads: sentence-transformers 6 says it with the tokenizer, earlier ones beside it."""
    told = _read(trained, "sentence_bert_config.json").get("max_seq_length")
    told = told or _read(trained, "tokenizer_config.json").get("model_max_length")
    return min(int(told), int(config["max_position_embeddings"]))


def _stored(weights: dict[str, Array]) -> dict[str, Array]:
    """The weights as they are written; those that are stored in few bits already are left as they are."""
    stored = {name: _halved(array) for name, array in weights.items() if name not in _UNUSED}
    tokens = weights[_TOKENS]
    if tokens.dtype != np.int8:
        steps = _LARGEST / np.quantile(np.abs(tokens.astype(np.float32)), _CUT)
        stored[_TOKENS] = np.clip(np.round(tokens * steps), -_LARGEST, _LARGEST).astype(np.int8)
        stored |= {name: _halved((weights[name] * steps).astype(np.float32)) for name in _ADDED}
    return stored


def _ordered(weights: dict[str, Array]) -> list[str]:
    """The token vectors last: what loads first then lies together."""
    return sorted(weights, key=lambda name: (name == _TOKENS, weights[name].nbytes, name))


def _halved(array: Array) -> Array:
    return array.astype(np.float16) if array.dtype == np.float32 else array


def _read(folder: Path, name: str) -> Any:
    file = folder / name
    return json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}


if __name__ == "__main__":
    size = pack(Path(sys.argv[1]), Path(sys.argv[2]))
    sys.stdout.write(f"{sys.argv[2]}: {size / 1e6:.1f} MB\n")
