"""The followers of one library, wired, and how they are brought back to health."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from indexer.followers import Follower, FollowerFailed, Meaning, Words
from indexer.library import Library
from indexer.versions import tokens_fingerprint


@dataclass(frozen=True)
class Indexes:
    """The word index and the meaning index that lie beside a library."""

    words: Words
    meaning: Meaning

    @classmethod
    def of(cls, library_path: Path) -> Indexes:
        """Wire them; nothing is opened yet."""
        return cls(Words(library_path / "words", _tokens, tokens_fingerprint()), Meaning(library_path / "meaning"))

    def heal(self, library: Library, *, deeply: bool = False) -> tuple[str, ...]:
        """Bring both up to the library, anew where they cannot be trusted; names those made anew.

        Call it inside `library.writing()`. deeply: also compare what they hold and find with the library.
        """
        followers: dict[str, Follower] = {"words": self.words, "meaning": self.meaning}
        rebuilt = []
        for name, follower in followers.items():
            if not _brought_up(follower, library, deeply):
                follower.rebuild(library)
                rebuilt.append(name)
        return tuple(rebuilt)

    def close(self) -> None:
        """Let go of files."""
        self.words.close()
        self.meaning.close()


def _brought_up(follower: Follower, library: Library, deeply: bool) -> bool:
    """Whether the index was fit to be brought up to the library, and was; looked at closely where there is doubt."""
    doubt = deeply or follower.interrupted
    try:
        if not follower.healthy(library):
            return False
        follower.catch_up(library)
        return not doubt or follower.agrees(library)
    except FollowerFailed:  # the engine itself says so; whether a rebuild fails too will be seen
        return False


def _tokens(text: str) -> list[str]:
    from indexer.language.tokens import tokens  # loads the stemmer: only when something is indexed

    return tokens(text)
