"""Compounds whose first part is the word of a label: "innebandyklubbarna", "banklån", "gymnasielärare"."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from indexer.language.tokens import stem
from indexer.language.words import known

_FRONT: Final = 4  # letters of a first part
_REST: Final = 3  # letters of the last
_JOINTS: Final = ("", "s", "e", "a", "o", "u")
_HEADS: Final = ("skolan", "skola", "skolor", "vården", "vård", "omsorgen", "omsorg", "verksamheten", "verksamhet")
"""What a label may have behind its telling part where a compound has another head: "gymnasieskola"."""


@lru_cache(maxsize=1 << 16)
def begun(asked: str, held: str) -> bool:
    """Is the held word the first part of the asked one, whose last part is a word of its own?"""
    word, label = asked.lower(), held.lower()
    fronts = [stem(label), label]
    fronts += [label.removesuffix(head) for head in _HEADS if label.endswith(head)]
    return any(_rest_is_word(word, front) for front in fronts if len(front) >= _FRONT)


def _rest_is_word(word: str, front: str) -> bool:
    if not word.startswith(front):
        return False
    rest = word[len(front) :]
    parts = [rest.removeprefix(joint) for joint in _JOINTS if rest.startswith(joint)]
    return any(len(part) >= _REST and part.isalpha() and known(part) for part in parts)
