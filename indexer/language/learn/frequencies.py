"""The Swedish word list and the background weights, counted over public-sector passages and aligned sentences."""

from __future__ import annotations

import gzip
from collections import Counter, defaultdict
from collections.abc import Iterable
from math import log, log2
from pathlib import Path
from typing import Final

from indexer.language.learn.corpus import passages, sentences, words
from indexer.language.tokens import tokens

_WORDS: Final = 80_000  # forms kept
_TIMES: Final = 3  # forms seen less often are as often misspellings as words
_DOCUMENTS: Final = 6  # tokens in fewer passages weigh as much as unseen ones
_STEP: Final = 0.25  # of the weights, which are natural logarithms


def _packed(groups: dict[int, list[str]]) -> bytes:
    """One line a group: its number, then its words in order."""
    lines = (f"{number} {' '.join(sorted(group))}" for number, group in sorted(groups.items(), reverse=True))
    return gzip.compress(("\n".join(lines) + "\n").encode(), 9, mtime=0)


def _grouped(numbers: Iterable[tuple[str, int]]) -> dict[int, list[str]]:
    groups: defaultdict[int, list[str]] = defaultdict(list)
    for word, number in numbers:
        groups[number].append(word)
    return groups


def word_list(folder: Path) -> bytes:
    """The commonest word forms by count, in steps of the root of two; the first line is the count of all words."""
    counts: Counter[str] = Counter()
    for text in passages(folder):
        counts.update(words(text))
    for pair in sentences(folder):
        counts.update(pair.swedish)
    kept = [(word, n) for word, n in counts.most_common(_WORDS) if n >= _TIMES and (len(word) > 1 or word in "iåö")]
    return _packed(_grouped((word, round(2 * log2(n))) for word, n in kept) | {999: [str(counts.total())]})


def background(folder: Path) -> bytes:
    """The weight -ln(share of passages that hold it) of each token of the index; the first line is the unseen weight."""
    counts: Counter[str] = Counter()
    number = 0
    for number, text in enumerate(passages(folder), 1):
        counts.update(set(tokens(text)))
    kept = ((token, round(log(number / n) / _STEP)) for token, n in counts.items() if n >= _DOCUMENTS)
    groups = _grouped((token, weight) for token, weight in kept if " " not in token and not token.isdecimal())
    return _packed(groups | {999: [str(round(log(number / _DOCUMENTS) / _STEP) + 1)]})
