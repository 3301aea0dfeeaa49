"""What Swedish public-sector text is made of: how common a word is, how telling a token is."""

from __future__ import annotations

import gzip
from functools import cache
from pathlib import Path
from typing import Final

_DATA: Final = Path(__file__).parent / "data"
_STEP: Final = 0.25  # of the weights in background.gz
_HEAD: Final = 999  # the group that holds the file's one general number


def _groups(name: str) -> dict[int, list[str]]:
    """The groups of one learnt file (indexer/language/data/README.md)."""
    text = gzip.decompress((_DATA / name).read_bytes()).decode()
    found = {}
    for line in text.splitlines():
        number, _, rest = line.partition(" ")
        found[int(number)] = rest.split(" ")
    return found


@cache
def _counts(name: str = "words.gz") -> tuple[dict[str, int], int]:
    """Each word of a list with twice the binary logarithm of its count, and the count of all words."""
    groups = _groups(name)
    total = int(groups.pop(_HEAD)[0])
    return {word: number for number, group in groups.items() for word in group}, total


@cache
def _weights() -> tuple[dict[str, float], float]:
    groups = _groups("background.gz")
    unseen = int(groups.pop(_HEAD)[0]) * _STEP
    return {token: number * _STEP for number, group in groups.items() for token in group}, unseen


def known(word: str) -> bool:
    """Whether the word, in any case, is among the 100,000 commonest Swedish forms."""
    return word.lower() in _counts()[0]


def frequency(word: str) -> float:
    """The share of the word among all words of running text; an unseen word has that of one seen once."""
    counts, total = _counts()
    return float(2.0 ** (counts.get(word.lower(), 0) / 2)) / total


def known_english(word: str) -> bool:
    """Whether the word, in any case, is among the 12,000 commonest English forms."""
    return word.lower() in _counts("english.gz")[0]


def english_frequency(word: str) -> float:
    """The share of the word among all words of running English text; an unseen word has that of one seen once."""
    counts, total = _counts("english.gz")
    return float(2.0 ** (counts.get(word.lower(), 0) / 2)) / total


def head_frequency(head: str) -> float:
    """The share of a lower-case beginning ("verksamhets") among the beginnings of compounds; 0 when it is none."""
    counts, total = _counts("heads.gz")
    return float(2.0 ** (counts[head] / 2)) / total if head in counts else 0.0


def every_head() -> tuple[str, ...]:
    """All known beginnings of compounds, commonest first."""
    return tuple(_counts("heads.gz")[0])


def every_word() -> tuple[str, ...]:
    """All known word forms, lower-case, commonest first."""
    return tuple(_counts()[0])


def background_idf(token: str) -> float:
    """-ln of the share of public-sector passages that hold the index token; unseen tokens have the highest weight.

    Where a library is too small to say which words are common, this says it.
    """
    weights, unseen = _weights()
    return weights.get(token, unseen)
