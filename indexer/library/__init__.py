"""The one source of truth on disk: documents, paragraphs, vectors and the log of changes."""

from indexer.library.library import Library
from indexer.library.records import Change, KnownFile, Location, Tail

__all__ = ["Change", "KnownFile", "Library", "Location", "Tail"]
