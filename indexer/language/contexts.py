"""What the neighbours of a word say where its letters leave a choice (learnt: indexer/language/data/README.md)."""

from __future__ import annotations

import gzip
from functools import cache
from pathlib import Path
from typing import Final

_FILE: Final = Path(__file__).parent / "data" / "contexts.gz"
_NUMBER: Final = "#"


@cache
def _told() -> dict[str, dict[str, float]]:
    """Log likelihood ratios by side and word ("<år"), then by neighbour."""
    found = {}
    for line in gzip.decompress(_FILE.read_bytes()).decode().splitlines():
        key, *fields = line.split(" ")
        found[key] = {word: int(tenths) / 10 for word, tenths in zip(fields[::2], fields[1::2], strict=True)}
    return found


def _neighbour(word: str) -> str:
    return _NUMBER if word.isdigit() and word != "1" else word


def fits(word: str, before: str, after: str) -> float:
    """How much likelier than its rivals the lower-case neighbours make a word, as a natural logarithm; 0 unknown."""
    told = _told()
    left = told.get("<" + word, {}).get(_neighbour(before), 0.0)
    return left + told.get(">" + word, {}).get(_neighbour(after), 0.0)
