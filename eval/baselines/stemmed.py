"""BM25 over Swedish stems: bm25s (Lù 2024) with the Snowball stemmer, on the same chunks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from eval.baselines.engine import Found, chunks


class Stemmed:
    """bm25s with its defaults (k1 1.5, b 0.75); its list of Swedish stop words."""

    def index(self, folder: Path) -> None:
        """See Engine."""
        import bm25s
        import Stemmer

        self._stemmer = Stemmer.Stemmer("swedish")
        self._chunks = chunks(folder)
        self._index = bm25s.BM25()
        self._index.index(self._tokens([chunk.text for chunk in self._chunks]), show_progress=False)

    def answers(self, questions: Sequence[str], k: int) -> Iterator[list[Found]]:
        """See Engine."""
        deep = min(k, len(self._chunks))
        for question in questions:
            places, scores = self._index.retrieve(self._tokens([question]), k=deep, show_progress=False)
            yield [self._chunks[place] for place, score in zip(places[0], scores[0], strict=True) if score > 0]

    def _tokens(self, texts: list[str]) -> Any:
        import bm25s

        return bm25s.tokenize(texts, stopwords="sv", stemmer=self._stemmer, show_progress=False)
