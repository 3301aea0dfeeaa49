"""Trying a meaning index in a child process, because a damaged one can end the process that opens it.

`python -m indexer.followers.probe FOLDER LIBRARY CHANGE [whole]` exits with 0 when the index answers rightly.
"""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

from indexer.library import Library

_SECONDS = 120.0
_SAMPLE = 300
_SAME = 0.999  # a vector's nearest neighbour is itself, or one of an equal text


def survives(folder: Path, library: Path, change: int, *, whole: bool = False) -> bool:
    """Whether a child process can open the index and find what the library has up to a change number.

    whole: the index must also hold exactly the paragraphs that the library has.
    """
    command = [sys.executable, "-m", "indexer.followers.probe", str(folder), str(library), str(change)]
    try:
        done = subprocess.run(
            command + ["whole"] * whole, timeout=_SECONDS, capture_output=True, check=False, stdin=subprocess.DEVNULL
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def answers_rightly(folder: Path, library: Library, change: int, *, whole: bool) -> bool:
    """The trial itself, in this process."""
    from indexer.followers.meaning import COLLECTION, client, nearest

    collection = client(folder).get_collection(COLLECTION, embedding_function=None)
    tail = library.vectors_between(0, change)
    if whole and set(collection.get(include=[])["ids"]) != set(tail.ids):
        return False
    chosen = random.Random(0).sample(range(len(tail.ids)), min(_SAMPLE, len(tail.ids)))
    if not chosen:
        return True
    return all(found and found[0][1] >= _SAME for found in nearest(collection, tail.vectors[chosen], 1))


def main(arguments: list[str]) -> int:
    """0 when the index answers rightly; any exception or crash counts as no."""
    folder, library, change, *whole = arguments
    with Library.open(Path(library)) as opened:
        return 0 if answers_rightly(Path(folder), opened, int(change), whole=bool(whole)) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
