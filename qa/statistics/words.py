"""Words of questions and tables, and how alike two of them are: inflections, compounds, letters without dots."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from indexer.language.tokens import fold, fold_letters, stem

WORD: Final = re.compile(r"\d+(?:[.,:/+-]\d+)*|[^\W\d_]+(?:\+[^\W\d_]+)*")
_SHORT: Final = 4  # letters of a stem below which only equal stems are alike
_GRAM: Final = 4
_HEAD: Final = 0.75  # "grundskolekostnad" for "kostnad": the last part of a compound says what it is
_TAIL: Final = 0.55  # "personalomsättning" for "personal"
_WITHIN: Final = 0.5
_SAME_HEAD: Final = 0.45  # "lärartjänster" for "heltidstjänster"
_LONG_HEAD: Final = 6


def words_of(text: str) -> tuple[str, ...]:
    """The lower-case words and numbers of a text; ranges and codes such as 16-24 and C+D stay whole."""
    return tuple(WORD.findall(fold(text)))


@lru_cache(maxsize=1 << 17)
def root(word: str) -> str:
    """The stem with å ä ö as base letters: column names are often written without dots."""
    return fold_letters(stem(word))


@lru_cache(maxsize=1 << 18)
def alike(asked: str, held: str) -> float:
    """How well the held word meets the asked one, 0..1."""
    if asked == held:
        return 1.0
    one, two = root(asked), root(held)
    if stem(asked) == stem(held) or asked == f"{held}s" or (one == two and fold_letters(held) == held):
        return 0.97
    if asked[0].isdigit() or held[0].isdigit() or "+" in asked or "+" in held:
        return 0.0
    short, long = sorted((one, two), key=len)
    if len(short) < _SHORT:
        return 0.0
    if long.endswith(short):
        return _HEAD
    if long.startswith(short):
        return _TAIL + 0.2 * (len(long) - len(short) <= 3 or len(short) > _LONG_HEAD)
    if len(short) > _LONG_HEAD and short in long:
        return _WITHIN
    return max(_beginning(short, long), _ending(short, long), _shortened(fold_letters(asked), fold_letters(held)))


def _beginning(short: str, long: str) -> float:
    """Two forms of one word: "legitimerade" for "legitimation"."""
    same = next((at for at, pair in enumerate(zip(short, long, strict=False)) if pair[0] != pair[1]), len(short))
    share = same / len(long)
    return 0.8 * share if same >= 5 and share >= 0.6 else 0.5 * share if same >= 7 else 0.0


def _ending(short: str, long: str) -> float:
    same = 0
    while same < len(short) and short[-1 - same] == long[-1 - same]:
        same += 1
    return _SAME_HEAD if same >= _LONG_HEAD else 0.0


def _shortened(word: str, written: str) -> float:
    """ "arblosa" for "arbetslosa": the first and the last letters, as file and column names shorten words."""
    if not 6 <= len(written) < len(word) or written[:3] != word[:3]:
        return 0.0
    return 0.6 * any(written == word[:at] + word[at - len(written) :] for at in range(3, len(written) - 2))


class Lexicon:
    """All words that tables hold, found by likeness."""

    def __init__(self, words: Iterable[str]) -> None:
        self._exact: dict[str, list[str]] = defaultdict(list)
        self._grams: dict[str, set[str]] = defaultdict(set)
        for word in dict.fromkeys(words):
            self._exact[root(word)].append(word)
            if not word[0].isdigit():
                for gram in _grams(word):
                    self._grams[gram].add(word)

    def near(self, asked: str) -> dict[str, float]:
        """The held words that are like the asked one, with their likeness."""
        found = set(self._exact.get(root(asked), ()))
        if asked.endswith("s"):
            found.update(self._exact.get(root(asked[:-1]), ()))
        if not asked[0].isdigit():
            for gram in _grams(asked):
                found |= self._grams.get(gram, set())
        return {word: likeness for word in found if (likeness := alike(asked, word)) > 0}


def _grams(word: str) -> set[str]:
    text = root(word)
    return {fold_letters(word)[-_GRAM:]} | {text[at : at + _GRAM] for at in range(len(text) - _GRAM + 1)}
