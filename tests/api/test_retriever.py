"""The search as a LangChain retriever."""

from __future__ import annotations

import warnings
from typing import Any

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    from api.retriever import NamndsvarRetriever


def test_paragraphs_come_as_documents_with_their_citation(engine: Any) -> None:
    found = NamndsvarRetriever(engine=engine, k=1).invoke("lekplatser")
    assert [document.metadata["document"] for document in found] == ["2018/protokoll.txt"]
    assert found[0].page_content.startswith("Antalet lekplatser")
    assert found[0].metadata["score"] == 1.5
