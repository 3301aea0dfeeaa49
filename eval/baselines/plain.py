"""LangChain's BM25Retriever as it comes: words as they stand between spaces, on the same chunks."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path

from eval.baselines.engine import Found, chunks


class Plain:
    """rank_bm25 behind LangChain's door, with its defaults."""

    def index(self, folder: Path) -> None:
        """See Engine."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the package says that it is no longer developed
            from langchain_community.retrievers import BM25Retriever

        found = chunks(folder)
        self._retriever = BM25Retriever.from_texts(
            [chunk.text for chunk in found], [{"document": chunk.document} for chunk in found]
        )

    def answers(self, questions: Sequence[str], k: int) -> Iterator[list[Found]]:
        """See Engine."""
        self._retriever.k = k
        for question in questions:
            yield [Found(chunk.metadata["document"], chunk.page_content) for chunk in self._retriever.invoke(question)]
