"""Text -> vectors. The model is a seam: any Embedder will do, and none is loaded before it is needed."""

from indexer.embedding.embedder import Embedder, Vectors
from indexer.embedding.folder import OWN, OWN_FOLDER
from indexer.embedding.hashing import HashingEmbedder
from indexer.embedding.onnx import OnnxEmbedder
from indexer.embedding.passage import PASSAGE_VERSION, passage_hash, passage_text
from indexer.embedding.prompts import Prompts
from indexer.embedding.sentence import SentenceEmbedder
from indexer.settings import settings

__all__ = [
    "PASSAGE_VERSION",
    "Embedder",
    "HashingEmbedder",
    "OnnxEmbedder",
    "Prompts",
    "SentenceEmbedder",
    "Vectors",
    "load_embedder",
    "passage_hash",
    "passage_text",
]


def load_embedder(name: str | None = None) -> Embedder:
    """The embedder of a name, by default the one that is set. The model itself is loaded at first use.

    The product's own model takes the fast path, any other goes through sentence-transformers.
    """
    chosen = name or settings().embedding_model
    if chosen == HashingEmbedder.name:
        return HashingEmbedder()
    if chosen == OWN and OWN_FOLDER.is_dir():
        return OnnxEmbedder(OWN_FOLDER, OWN, Prompts.set_by_hand())
    return SentenceEmbedder(chosen, Prompts.set_by_hand())
