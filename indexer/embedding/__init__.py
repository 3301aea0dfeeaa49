"""Text -> vectors. The model is a seam: any Embedder will do, and none is loaded before it is needed."""

from indexer.embedding.embedder import Embedder, Vectors
from indexer.embedding.hashing import HashingEmbedder
from indexer.embedding.passage import PASSAGE_VERSION, passage_hash, passage_text
from indexer.embedding.sentence import SentenceEmbedder
from indexer.settings import settings

__all__ = [
    "PASSAGE_VERSION",
    "Embedder",
    "HashingEmbedder",
    "SentenceEmbedder",
    "Vectors",
    "load_embedder",
    "passage_hash",
    "passage_text",
]


def load_embedder(name: str | None = None) -> Embedder:
    """The embedder of a name, by default the one that is set. The model itself is loaded at first use."""
    chosen = name or settings().embedding_model
    return HashingEmbedder() if chosen == HashingEmbedder.name else SentenceEmbedder(chosen)
