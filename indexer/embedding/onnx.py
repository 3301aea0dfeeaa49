"""The fast path: the product's own model through onnxruntime and tokenizers, in 8 bits, without torch."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from indexer.embedding.bert import Shape, graph
from indexer.embedding.cores import threads
from indexer.embedding.embedder import Vectors
from indexer.embedding.folder import folder_fingerprint
from indexer.embedding.prompts import Prompts
from indexer.embedding.tensors import read_tensors
from indexer.errors import NotFound

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

_ARITHMETIC = "8 bits in blocks of 16"  # part of the fingerprint
_BATCH_TOKENS = 512  # run together, padding included: more does not fit the processor's cache and is slower


class OnnxEmbedder:
    """A BERT with mean pooling in a folder as `indexer.embedding.pack` writes it; loaded when a text is embedded."""

    def __init__(self, folder: Path, name: str = "", prompts: Prompts | None = None) -> None:
        """prompts: by default those of the folder."""
        self.name = name or folder.name
        self.folder = folder
        self._prompts = prompts or Prompts()
        self._guard = threading.Lock()

    @cached_property
    def fingerprint(self) -> str:
        """See Embedder; takes milliseconds."""
        return folder_fingerprint(self.name, self.folder, _ARITHMETIC, *self._prompts.shaping)

    @cached_property
    def dimensions(self) -> int:
        """The length of the vectors."""
        return int(_json(self.folder, "config.json")["hidden_size"])

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """See Embedder. Texts of like length run together, batches side by side on the cores."""
        network, (_, prompt) = self._network, self._filled
        rows = network.ids([prompt + text for text in texts])
        found = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        batches = list(_batches(rows))
        at_once = min(threads(), len(batches))
        if at_once > 1:
            with ThreadPoolExecutor(at_once) as pool:
                vectors = list(pool.map(lambda batch: network.vectors([rows[place] for place in batch]), batches))
        else:
            vectors = [network.vectors([rows[place] for place in batch]) for batch in batches]
        for batch, part in zip(batches, vectors, strict=True):
            found[batch] = part
        return found

    def embed_query(self, text: str) -> Vectors:
        """See Embedder."""
        network, (prompt, _) = self._network, self._filled
        vector: Vectors = network.vectors(network.ids([prompt + text]))[0]
        return vector

    @cached_property
    def _filled(self) -> tuple[str, str]:
        return self._prompts.filled(self.folder)

    @property
    def _network(self) -> _Network:
        with self._guard:
            return self._loaded

    @cached_property
    def _loaded(self) -> _Network:
        try:
            return _load(self.folder)
        except (OSError, ValueError, KeyError) as error:
            raise NotFound(
                f"There is no whole embedding model in {self.folder} ({error}). Install namndsvar anew, or set "
                "NAMNDSVAR_EMBEDDING_MODEL to another model."
            ) from error


@dataclass(frozen=True)
class _Network:
    """tokens (v, d) and places (p, d): what stands for a token and for its place in the text."""

    tokenizer: Tokenizer
    session: InferenceSession
    tokens: NDArray[Any]
    places: Vectors

    def ids(self, texts: Sequence[str]) -> list[list[int]]:
        """The tokens of each text, cut to what the model can read."""
        return [encoding.ids for encoding in self.tokenizer.encode_batch_fast(list(texts))]

    def vectors(self, rows: Sequence[Sequence[int]]) -> Vectors:
        """Unit vectors (n, d): the mean over each text's tokens."""
        lengths = np.array([len(row) for row in rows])
        kept = (np.arange(lengths.max()) < lengths[:, np.newaxis]).astype(np.int32)
        ids = np.zeros(kept.shape, dtype=np.int64)
        ids[kept == 1] = np.concatenate(rows)
        given = self.tokens[ids].astype(np.float32) + self.places[: kept.shape[1]]
        hidden = self.session.run(None, {"tokens": given, "kept": kept})[0]
        means = np.matmul((kept / lengths[:, np.newaxis]).astype(np.float32)[:, np.newaxis], hidden)[:, 0]
        unit: Vectors = means / np.linalg.norm(means, axis=1, keepdims=True)
        return unit


def plain_tokenizer(folder: Path) -> Tokenizer:
    """The tokenizer of a model; it neither pads nor cuts."""
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")  # it warns in every process that is forked later
    from tokenizers import Tokenizer

    told = Tokenizer.from_buffer((folder / "tokenizer.json").read_bytes())
    told.no_padding()
    told.no_truncation()
    return told


def _load(folder: Path) -> _Network:
    weights, told = read_tensors(folder / "model.safetensors"), plain_tokenizer(folder)
    told.enable_truncation(int(_json(folder, "sentence_bert_config.json")["max_seq_length"]))
    places, kinds = (weights[f"embeddings.{kind}_embeddings.weight"] for kind in ("position", "token_type"))
    return _Network(
        told,
        one_thread(graph(weights, Shape.of(_json(folder, "config.json")))),
        weights["embeddings.word_embeddings.weight"],
        places.astype(np.float32) + kinds[0].astype(np.float32),
    )


def one_thread(model: bytes) -> InferenceSession:
    """A network on one thread: batches side by side are faster than threads within one, which wait for each other."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def _batches(rows: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """Places of rows that run together, longest first; equal lengths beside each other, so little is padded."""
    batch: list[int] = []
    width = 0
    for place in sorted(range(len(rows)), key=lambda place: -len(rows[place])):
        if batch and width * (len(batch) + 1) > _BATCH_TOKENS:
            yield batch
            batch = []
        if not batch:
            width = len(rows[place])
        batch.append(place)
    if batch:
        yield batch


def _json(folder: Path, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / name).read_text(encoding="utf-8"))
    return found
