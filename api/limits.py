"""The limits of what the doors take in, and of what goes on at once."""

from __future__ import annotations

MOST_HITS = 1000
MOST_DOCUMENTS = 1000  # in one part of the list
BODY_BYTES = 256 * 1024
ENVELOPE_BYTES = 64 * 1024  # what a form puts around a file
BODY_SECONDS = 60.0  # within which a request's body has to be here
UPLOAD_SECONDS = 900.0
UPLOADS = "uploads"  # the folder in the library for files that come through HTTP
NAME_BYTES = 200  # of an uploaded file's name
COMMENT_CHARACTERS = 4000
ANSWERS_AT_ONCE = 2  # more threads only take each other's time: with 50 askers 4 double the slowest answers
MOST_WAITING = 500  # questions; who comes later is asked to come again
BUSY_SECONDS = 20.0  # how long an upload waits for another process that is indexing
DRAWING_WAITS = 50  # pages that wait to be drawn
MOST_ADDRESSES = 1000  # of cells or ranges that one request looks up, in each of a document's tables
QUOTE_CHARACTERS = 20_000  # of a passage that is looked for on a page
MOST_LEFT_RUNNING = 4  # answers that were given up and still run on; until one ends, no more are begun
HELD_ANSWERS = 1000  # that are given again as long as the library does not change
KEPT_ANSWERS = 500  # that feedback can still refer to


def body_limits(method: str, path: str) -> tuple[int, float]:
    """The most bytes that a request may bring, and seconds for it: a file where files are taken in, else little."""
    if (method, path) == ("POST", "/api/documents"):
        from indexer.settings import settings  # slow to import for a command that needs only numbers

        return settings().file_mb * 1024 * 1024 + ENVELOPE_BYTES, UPLOAD_SECONDS
    return BODY_BYTES, BODY_SECONDS
