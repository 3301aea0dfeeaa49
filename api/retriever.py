"""The search as a LangChain retriever, for those who build with LangChain. Slow to import: nothing else imports it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Self

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever

from api import engines
from api.answer_json import hits_json
from indexer.language.detect import language


class NamndsvarRetriever(BaseRetriever):
    """Ranked paragraphs as LangChain documents; `metadata` is the citation that `namndsvar search --json` gives.

    engine: an `api.engines.Engine`. k: how many paragraphs.
    """

    engine: Any
    k: int = 10

    @classmethod
    def open(cls, library: Path | str, k: int = 10) -> Self:
        """Over the library in a folder. Raises LibraryMissing and the other LibraryErrors."""
        return cls(engine=engines.open_engine(Path(library)), k=k)

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        found = self.engine.search(query, self.k)
        hits = hits_json(query, found, language(query), self.engine.library).hits
        return [Document(page_content=hit.text, metadata=hit.model_dump(), id=hit.paragraph_id) for hit in hits]
