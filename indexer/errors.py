"""Everything that can go wrong, as one tree.

NamndsvarError
├── Refusal                a file that cannot be read, with its reason and what to do
├── LibraryError
│   ├── LibraryMissing     there is no library where one was expected
│   ├── LibraryVersion     the library was written by another version
│   ├── LibraryBusy        another process is indexing
│   ├── LibraryDamaged     the library cannot be trusted and cannot heal itself
│   ├── EmbeddingMismatch  the library's vectors come from another model
│   └── FollowerFailed     a search index cannot be read or written; the library is whole (indexer.followers.failure)
├── WrongSetting           a variable of the environment holds what it cannot
├── QuestionError          a question that cannot be asked (empty, too long)
└── NotFound               a document or path that does not exist

The message of each says what was seen, what was expected and what to do.
No third-party error crosses a package border.
"""

from __future__ import annotations

from enum import StrEnum


class NamndsvarError(Exception):
    """Base of all errors that the product raises on purpose; its message is fit for the user."""


class Reason(StrEnum):
    """Why a file was refused."""

    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    NO_TEXT = "no text"
    TOO_LARGE = "too large"
    TIMED_OUT = "timed out"
    UNSUPPORTED = "unsupported format"
    UNSAFE = "unsafe"


class Refusal(NamndsvarError):
    """A file that cannot be read. `reason` names the class of trouble, `advice` says what to do."""

    def __init__(self, reason: Reason, detail: str, advice: str) -> None:
        super().__init__(f"{reason}: {detail}. {advice}")
        self.reason = reason
        self.detail = detail
        self.advice = advice

    def __reduce__(self) -> tuple[type[Refusal], tuple[Reason, str, str]]:
        """Survive the way home from the child process that reads the file."""
        return type(self), (self.reason, self.detail, self.advice)


class LibraryError(NamndsvarError):
    """The library cannot be used as asked."""


class LibraryMissing(LibraryError):
    """There is no library at the path."""


class LibraryVersion(LibraryError):
    """The library was written by another version of the product."""


class LibraryBusy(LibraryError):
    """Another process is writing to the library."""


class LibraryDamaged(LibraryError):
    """The library's database is unreadable."""


class EmbeddingMismatch(LibraryError):
    """The vectors in the library were made by another model than the one set now."""


class WrongSetting(NamndsvarError):
    """A variable of the environment that sets the product holds what it cannot."""


class QuestionError(NamndsvarError):
    """A question that cannot be asked."""


class NotFound(NamndsvarError):
    """Something asked for by name is not there."""
