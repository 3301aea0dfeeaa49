"""Which neighbours tell apart Swedish words that lose their difference with their å, ä and ö ("år", "är")."""

from __future__ import annotations

import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from math import log
from pathlib import Path
from typing import Final

from indexer.language.learn.corpus import passages

_WORD: Final = re.compile(r"\d+|[^\W\d_]+")
_WILD: Final = str.maketrans("åäöao", "*****")
_TIMES: Final = 20  # words seen less often are left to their frequency
_LOPSIDED: Final = 300  # a rival this many times rarer is not worth a context
_TELLING: Final = 1.5  # natural logarithm of how much likelier the neighbour makes the word
_PAIR_TIMES: Final = 3
_NUMBER: Final = "#"  # every number is the same neighbour
_ONE: Final = {"i": "i/1", "1": "i/1"}  # a lone "i" is read as "1"

Pairs = Counter[tuple[str, str]]


def _words(text: str) -> list[str]:
    """The words, "1" among them; other numbers as one."""
    found = _WORD.findall(text.lower())
    return [_NUMBER if word.isdigit() and word != "1" else word for word in found]


def _classes(counts: Counter[str]) -> dict[str, str]:
    """Each ambiguous word with the name of its class."""
    classes: defaultdict[str, list[str]] = defaultdict(list)
    for word, count in counts.items():
        if count >= _TIMES and len(word) > 1 and word.isalpha():
            classes[word.translate(_WILD)].append(word)
    found = dict(_ONE)
    for name, members in classes.items():
        most = max(counts[word] for word in members)
        rivals = [word for word in members if counts[word] * _LOPSIDED > most]
        if len(rivals) > 1 and any(letter in "åäö" for word in rivals for letter in word):
            found |= dict.fromkeys(rivals, name)
    return found


def _told(
    pairs: Counter[tuple[str, str]], classes: dict[str, str], counts: Counter[str]
) -> Iterator[tuple[str, str, float]]:
    """(word, neighbour, log likelihood ratio against the rest of its class) where the neighbour is telling."""
    together: Pairs = Counter()
    totals: Counter[str] = Counter()
    for (word, neighbour), count in pairs.items():
        together[classes[word], neighbour] += count
    for word, name in classes.items():
        totals[name] += counts[word]
    for (word, neighbour), count in sorted(pairs.items()):
        rest, others = together[classes[word], neighbour] - count, totals[classes[word]] - counts[word]
        ratio = log((count + 0.3) / (counts[word] + 1)) - log((rest + 0.3) / (others + 1))
        if count >= _PAIR_TIMES and ratio >= _TELLING:
            yield word, neighbour, ratio


def contexts(folder: Path) -> bytes:
    """One line a word and side ("<" before, ">" after): neighbours, each with its log ratio in tenths."""
    counts = Counter(word for text in passages(folder) for word in _words(text))
    classes = _classes(counts)
    before: Pairs = Counter()
    after: Pairs = Counter()
    for text in passages(folder):
        words = _words(text)
        before.update((word, last) for last, word in pairwise(words) if word in classes)
        after.update((word, following) for word, following in pairwise(words) if word in classes)
    lines: defaultdict[str, list[str]] = defaultdict(list)
    for side, pairs in (("<", before), (">", after)):
        for word, neighbour, ratio in _told(pairs, classes, counts):
            lines[side + word].append(f"{neighbour} {round(10 * ratio)}")
    text = "\n".join(f"{word} {' '.join(found)}" for word, found in sorted(lines.items()))
    return gzip.compress((text + "\n").encode(), 9, mtime=0)
