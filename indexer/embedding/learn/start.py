"""The start: each new token's vector is the mean of the English teacher's token vectors that it is aligned with.

Swedish tokens are aligned by IBM Model 1 in both directions over aligned texts; English ones lie where the teacher's
own tokens lie in the text. A token that nothing aligns takes the vectors of the shorter tokens that it is made of.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from indexer.embedding.learn.corpus import Parallel
from indexer.language.learn.alignment import align
from indexer.language.learn.corpus import Pair

Matrix = NDArray[np.float32]
Weights = dict[str, dict[str, float]]  # new token -> teacher's token -> weight

_ROUNDS: Final = 6
_LEAST: Final = 0.02  # alignments less likely than this are noise
_ENGLISH_SHARE: Final = 0.5  # of a token that stands in both languages


def start_vectors(student: Tokenizer, teacher: Tokenizer, vectors: Matrix, texts: Sequence[Parallel]) -> Matrix:
    """One vector for each token of the student, shape (v, d), from the teacher's token vectors."""
    places = teacher.get_vocab()
    weights = _together(_aligned(student, teacher, texts), _overlapping(student, teacher, texts))
    vocabulary = student.get_vocab()
    found = {
        token: _mean(vectors, {places[t]: w for t, w in weighed.items() if t in places})
        for token, weighed in weights.items()
    }
    found |= {token: vectors[places[token]] for token in vocabulary if token.startswith("[") and token in places}
    start = np.zeros((len(vocabulary), vectors.shape[1]), dtype=np.float32)
    for token, place in vocabulary.items():
        start[place] = found[token] if token in found else _from_parts(token, found, vectors)
    return start


def _aligned(student: Tokenizer, teacher: Tokenizer, texts: Sequence[Parallel]) -> Weights:
    """Swedish tokens by IBM Model 1, the geometric mean of both directions."""
    pairs = [
        Pair(english, swedish, text.weight)
        for text, english, swedish in zip(
            texts,
            _pieces(teacher, (t.english for t in texts)),
            _pieces(student, (t.swedish for t in texts)),
            strict=True,
        )
    ]
    to_swedish, to_english = align(pairs, rounds=_ROUNDS, least=_LEAST)
    return {
        swedish: both
        for swedish, found in to_english.items()
        if (both := {e: (p * to_swedish.get(e, {}).get(swedish, 0.0)) ** 0.5 for e, p in found.items()})
        and max(both.values()) > 0
    }


def _overlapping(student: Tokenizer, teacher: Tokenizer, texts: Sequence[Parallel]) -> Weights:
    """English tokens by the letters that a new token and the teacher's tokens share in the text."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    english = list(dict.fromkeys(text.english for text in texts))
    for new, old in zip(student.encode_batch(english), teacher.encode_batch(english), strict=True):
        owner = {
            letter: token
            for token, (start, end) in zip(old.tokens, old.offsets, strict=True)
            for letter in range(start, end)
        }
        for token, (start, end) in zip(new.tokens, new.offsets, strict=True):
            found[token].update(owner[letter] for letter in range(start, end) if letter in owner)
    return {token: dict(counts) for token, counts in found.items() if counts}


def _together(swedish: Weights, english: Weights) -> Weights:
    """Both languages' weights, each summing to its share."""
    merged: Weights = {}
    for token in swedish.keys() | english.keys():
        merged[token] = defaultdict(float)
        share = _ENGLISH_SHARE if token in swedish and token in english else 1.0
        for side, part in ((swedish, 1 - share if share < 1 else 1.0), (english, share)):
            total = sum(side.get(token, {}).values())
            for aligned, weight in side.get(token, {}).items():
                merged[token][aligned] += part * weight / total
    return merged


def _mean(vectors: Matrix, weights: dict[int, float]) -> Matrix:
    """The weighted mean, as long as its parts are on the mean: averaging alone would shrink it."""
    if not weights:
        return np.asarray(vectors.mean(axis=0))
    rows, share = vectors[list(weights)], np.array(list(weights.values()), dtype=np.float32)
    share /= share.sum()
    mean = share @ rows
    length = float(share @ np.linalg.norm(rows, axis=1))
    return np.asarray(mean * (length / max(float(np.linalg.norm(mean)), 1e-6)), dtype=np.float32)


def _from_parts(token: str, found: dict[str, Matrix], vectors: Matrix) -> Matrix:
    """A token that nothing aligns: longest known parts, each letter counting once."""
    inner, parts = token.removeprefix("##"), []
    while inner:
        part = next((inner[:n] for n in range(len(inner), 0, -1) if _known(inner[:n], found) is not None), "")
        if part:
            parts.append((_known(part, found), float(len(part))))
        inner = inner[max(len(part), 1) :]
    if not parts:
        return np.asarray(vectors.mean(axis=0))
    rows = np.stack([row for row, _ in parts if row is not None])
    return _mean(rows, dict(enumerate(length for _, length in parts)))


def _known(part: str, found: dict[str, Matrix]) -> Matrix | None:
    return found.get(part, found.get(f"##{part}"))


def _pieces(tokenizer: Tokenizer, texts: Iterable[str]) -> list[list[str]]:
    return [encoded.tokens for encoded in tokenizer.encode_batch(list(texts), add_special_tokens=False)]
