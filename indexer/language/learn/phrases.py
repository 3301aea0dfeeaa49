"""English noun compounds that are one word in Swedish ("waiting list": väntelista), from lexicon and aligned text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from indexer.language.function_words import ENGLISH
from indexer.language.learn.alignment import Table
from indexer.language.learn.corpus import Pair

_TIMES: Final = 3  # a pair of words must have been seen with the compound this often,
_SHARE: Final = 0.4  # in this share of its sentences,
_DICE: Final = 0.35  # and with this Dice coefficient
_LETTERS: Final = 7  # shorter Swedish words are hardly compounds

Phrase = tuple[str, str]


def _bigrams(words: Sequence[str]) -> set[Phrase]:
    return {pair for pair in pairwise(words) if not ENGLISH.intersection(pair)}


def _holds_part(compound: str, phrase: Phrase, there: Table) -> bool:
    """A translation of either English word begins a part of the compound; chance neighbours fail this."""
    parts = (swedish for word in phrase for swedish, chance in there.get(word, {}).items() if chance > 0.02)
    return any(len(part) > 3 and part != compound and part[:5] in compound for part in parts)


def from_sentences(pairs: Sequence[Pair], there: Table) -> Iterator[tuple[str, str, float]]:
    """(English phrase, Swedish stem, share) of compounds; the pairs hold singular English and stemmed Swedish words."""
    seen: Counter[Phrase] = Counter()
    swedish: Counter[str] = Counter()
    for pair in pairs:
        seen.update(_bigrams(pair.english))
        swedish.update(set(pair.swedish))
    together: Counter[tuple[Phrase, str]] = Counter()
    for pair in pairs:
        words = {word for word in pair.swedish if len(word) >= _LETTERS}
        together.update((p, word) for p in _bigrams(pair.english) if seen[p] >= _TIMES for word in words)
    for (phrase, word), times in together.items():
        share, dice = times / seen[phrase], 2 * times / (seen[phrase] + swedish[word])
        if times >= _TIMES and share >= _SHARE and dice >= _DICE and _holds_part(word, phrase, there):
            yield " ".join(phrase), word, share


def from_entries(pairs: Iterable[Pair]) -> Iterator[tuple[str, str, float]]:
    """(English phrase, Swedish word, 1) of the lexicon's entries of several English words and one Swedish."""
    for pair in pairs:
        if len(pair.english) > 1 and len(pair.swedish) == 1 and len(pair.swedish[0]) > 3:
            yield " ".join(pair.english), pair.swedish[0], 1.0
