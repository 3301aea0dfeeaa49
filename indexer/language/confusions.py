"""What a word lost in an English OCR may have been: a noisy channel over the Swedish word list.

Words are looked up by a skeleton in which å and ä are "a" and ö is "o". What was seen is spread out over the skeletons
that could have given it; every listed word with such a skeleton is a candidate, scored by how common it is and by how
often its letters turn into what was seen.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from math import inf, log
from typing import Final

from indexer.language.tokens import fold_letters
from indexer.language.words import every_head, every_word, frequency, head_frequency, known

# How often a Swedish letter (key) is read as something else by an OCR that does not know it.
_READ_AS: Final[dict[str, dict[str, float]]] = {
    "ä": {
        "a": 0.45,
        "é": 0.2,
        "d": 0.15,
        "i": 0.04,
        "id": 0.03,
        "éd": 0.02,
        "éi": 0.02,
        "ii": 0.02,
        "&": 0.03,
        "4": 0.01,
    },
    "å": {"a": 0.6, "d": 0.2, "é": 0.1, "4": 0.05, "&": 0.01, "i": 0.005},
    "ö": {"o": 0.7, "d": 0.1, "é": 0.1, "6": 0.07, "0": 0.01},
    "l": {"1": 0.01},
    "i": {"1": 0.005},
    "o": {"0": 0.005},
}
_COST: Final = {(seen, letter): -log(p) for letter, table in _READ_AS.items() for seen, p in table.items()}
_RARE_FORMS: Final = 3  # at most so many d and i in one word stand for something else

_UNSEEN: Final = 0.02  # the count that a short unlisted word is given
_PER_LETTER: Final = 2.0  # what every letter of it over six costs: long words are mostly compounds of listed ones
_WIDTH: Final = 500  # ways to read the letters so far that are followed
_LONGEST: Final = 45  # letters of a word that is looked into; what is longer is no word
_COMMON: Final = 1e-5
_JOINT: Final = 2.0  # what it costs to see a word as a compound
_PLAIN_HEAD: Final = 0.2  # how readily a word that begins no listed compound begins one
_SHORTEST: Final = 4  # letters of the last part of a compound

Spread = list[tuple[str, tuple[str, ...], int]]
Scored = tuple[str, float]


@cache
def _skeletons() -> dict[str, list[str]]:
    """Listed words and beginnings of compounds by skeleton."""
    words = list(dict.fromkeys((*every_word(), *every_head())))
    index: defaultdict[str, list[str]] = defaultdict(list)
    for skeleton, word in zip(fold_letters(" ".join(words)).split(" "), words, strict=True):
        index[skeleton].append(word)
    return dict(index)


@cache
def _options() -> dict[str, list[tuple[str, int]]]:
    """Skeleton letters that each seen piece may stand for, with 1 where that is a rare form of a common letter."""
    options: defaultdict[str, set[tuple[str, int]]] = defaultdict(set)
    for seen, letter in _COST:
        options[seen].add((fold_letters(letter), int(seen in ("d", "i"))))
    return {seen: sorted(found) for seen, found in options.items()}


def _spread(seen: str) -> Spread:
    """All skeletons of a seen word, each with the seen piece behind every letter."""
    found: dict[int, Spread] = {0: [("", (), 0)]}
    options = _options()
    is_common_short = len(seen) < 3 and frequency(seen) > _COMMON
    for place in range(len(seen)):
        for skeleton, pieces, rare in sorted(found.pop(place, ()), key=lambda spread: spread[2])[:_WIDTH]:
            for length in (1, 2):
                piece = seen[place : place + length]
                if len(piece) < length:
                    continue
                letters = dict(options.get(piece, ()))
                if length == 1:  # and "in" is hardly ever "än"
                    letters = {fold_letters(piece): 0} | ({} if piece == "i" and is_common_short else letters)
                for letter, more in letters.items():
                    if rare + more <= _RARE_FORMS:
                        found.setdefault(place + length, []).append((skeleton + letter, (*pieces, piece), rare + more))
    return found.get(len(seen), [])


def _cost(pieces: tuple[str, ...], word: str) -> float:
    """-ln of the chance that the letters of `word` are seen as the pieces; infinite when they cannot be."""
    total = 0.0
    for piece, letter in zip(pieces, word, strict=True):
        if piece != letter:
            total += _COST.get((piece, letter), inf)
    return total


@lru_cache(maxsize=1 << 17)
def _candidates(seen: str) -> tuple[Scored, ...]:
    """Listed words that may be behind what was seen, each with the cost of its letters."""
    best: dict[str, float] = {}
    index = _skeletons()
    for skeleton, pieces, _ in _spread(seen):
        for word in index.get(skeleton, ()):
            cost = _cost(pieces, word)
            if cost < best.get(word, inf):
                best[word] = cost
    return tuple(best.items())


def _whole(seen: str) -> Iterator[Scored]:
    for word, cost in _candidates(seen):
        if known(word):
            yield word, log(frequency(word)) - cost


@lru_cache(maxsize=1 << 16)
def _best_tail(seen: str) -> Scored:
    """The best last part of a compound, itself a word or a compound."""
    return max((*_whole(seen), *_compounds(seen)), key=lambda scored: scored[1], default=("", -inf))


@lru_cache(maxsize=1 << 16)
def _heads(seen: str) -> tuple[Scored, ...]:
    """What the beginning of a compound may have been: a listed one, or a word with or without a joining s."""
    found = []
    for head, cost in _candidates(seen):
        share = max(head_frequency(head), _PLAIN_HEAD * frequency(head) if len(head) > 3 and known(head) else 0.0)
        if share:
            found.append((head, log(share) - cost))
    if seen.endswith("s") and len(seen) > 4:
        found += [(word + "s", log(_PLAIN_HEAD) + score) for word, score in _whole(seen[:-1])]
    return tuple(found)


def _compounds(seen: str) -> Iterator[Scored]:
    """Every way to read what was seen as a beginning of compounds and a word."""
    for cut in range(3, len(seen) - _SHORTEST + 1):
        for head, share in _heads(seen[:cut]):
            tail, score = _best_tail(seen[cut:])
            yield head + tail, share - _JOINT + score


@lru_cache(maxsize=1 << 16)
def readings(seen: str) -> tuple[Scored, ...]:
    """(word, log probability) of what a lower-case word may have been, best first, the word itself among them."""
    best: dict[str, float] = {seen: log(_UNSEEN * frequency("")) - _PER_LETTER * max(0, len(seen) - 6)}
    whole = list(_whole(seen)) if len(seen) <= _LONGEST else [(seen, 0.0)]
    for word, score in whole or _compounds(seen):
        best[word] = max(score, best.get(word, -inf))
    return tuple(sorted(best.items(), key=lambda scored: (-scored[1], scored[0])))
