"""Embedding by a sentence-transformers model from the disk. Never reaches for the network."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from indexer.embedding.cores import threads
from indexer.embedding.embedder import Vectors
from indexer.embedding.folder import folder_fingerprint, model_folder
from indexer.embedding.prompts import Prompts

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_BATCH = 32


class SentenceEmbedder:
    """A model in a folder; torch and the weights are loaded when the first text is embedded."""

    def __init__(self, name: str, prompts: Prompts | None = None) -> None:
        """prompts: by default those of the folder."""
        self.name = name
        self._prompts = prompts or Prompts()
        self._guard = threading.Lock()

    @cached_property
    def folder(self) -> Path:
        """Where the model lies. Raises NotFound when it is nowhere on this machine."""
        return model_folder(self.name)

    @cached_property
    def fingerprint(self) -> str:
        """The name and a hash of the model's files and prompts; takes milliseconds."""
        return folder_fingerprint(self.name, self.folder, *self._prompts.shaping)

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
        torch.set_num_threads(threads())
        return SentenceTransformer(str(self.folder), device="cpu")

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """See Embedder."""
        if not texts:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        return self._encode("document", list(texts), self._filled[1])

    def embed_query(self, text: str) -> Vectors:
        """See Embedder."""
        vector: Vectors = self._encode("query", [text], self._filled[0])[0]
        return vector

    @cached_property
    def _filled(self) -> tuple[str, str]:
        """Read by us: sentence-transformers 6 passes over a folder's prompt "passage" for an empty one of its own."""
        return self._prompts.filled(self.folder)

    def _encode(self, task: str, texts: list[str], prompt: str) -> Vectors:
        with self._guard:
            encode = self.model.encode_query if task == "query" else self.model.encode_document
            found = encode(texts, prompt=prompt, batch_size=_BATCH, normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(found, dtype=np.float32)
