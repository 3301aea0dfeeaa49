"""Labels that begin with a number: a code that nobody says, or the very thing that tells them apart."""

from __future__ import annotations

from typing import Final

from qa.statistics.catalogue import Dimension

_TWO: Final = 2


def begins_with_code(dimension: Dimension, words: tuple[str, ...]) -> bool:
    """ "2183 Vik", where the name alone is said; the number is what tells "200 anställda" from others."""
    if len(words) < _TWO or dimension.code or not words[0].isdigit() or len(words[0]) == 1:
        return False
    if not words[1][0].isalpha() or words[1] == "år":
        return False
    held = (len(dimension.by_word.get(word, ())) for word in words[1:])
    return any(0 < many * 2 < len(dimension.labels) for many in held)
