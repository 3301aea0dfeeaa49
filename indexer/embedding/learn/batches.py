"""What one step of training sees: aligned texts with the teacher's vectors, and questions with their passages."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from indexer.embedding.learn.corpus import Asked, Parallel
from indexer.embedding.learn.lexical import Bm25, weighed

_WORD: Final = re.compile(r"[^\W\d_]+")
_NEAR: Final = 6  # lexical neighbours remembered of each passage
_CLUSTER: Final = 4  # passages near each other that share a batch: each is a hard negative of the others
_IN_ENGLISH: Final = 0.4  # share of Swedish queries that are asked in word-by-word English instead
_CHOICES: Final = 3  # translations of a word among which one is drawn

WordTable = Mapping[str, Sequence[tuple[str, float]]]


def shuffled(count: int, seed: int) -> list[int]:
    """The numbers below `count` in an order that the seed alone decides."""
    order = list(range(count))
    random.Random(seed).shuffle(order)
    return order


def parallel_batches(texts: Sequence[Parallel], size: int, seed: int) -> Iterator[list[int]]:
    """Places of texts, once each, those of like length together; the batches in random order."""
    order = shuffled(len(texts), seed)
    stretch = size * 50
    batches = [
        found[start : start + size]
        for block in range(0, len(order), stretch)
        for found in [sorted(order[block : block + stretch], key=lambda place: len(texts[place].english))]
        for start in range(0, len(found), size)
    ]
    random.Random(seed + 1).shuffle(batches)
    yield from batches


def asked_batches(asked: Sequence[Asked], near: NDArray[np.int32], size: int, seed: int) -> Iterator[list[int]]:
    """Places of questions, once each, in clusters whose passages are near each other by words."""
    taken: set[int] = set()
    batch: list[int] = []
    for first in shuffled(len(asked), seed):
        if first in taken:
            continue
        others = [int(other) for other in near[first] if other >= 0 and int(other) not in taken]
        cluster = [first, *others[: _CLUSTER - 1]]
        taken.update(cluster)
        batch.extend(cluster)
        if len(batch) >= size:
            yield batch[:size]
            batch = batch[size:]
    if len(batch) > 1:
        yield batch


def neighbours(asked: Sequence[Asked]) -> NDArray[np.int32]:
    """For each question the places of other passages that its words find, shape (n, 6); -1 where there are fewer.

    A passage that the words find before the question's own may answer it too: only those after it are taken.
    """
    passages = [found.passage for found in asked]
    found = np.full((len(asked), _NEAR), -1, dtype=np.int32)
    row = 0
    for block in Bm25(passages).scores([weighed(question.query) for question in asked]):
        for scores in block:
            own = scores[row]
            scores[scores >= own] = 0.0
            best = np.argpartition(-scores, _NEAR)[:_NEAR]
            best = best[np.argsort(-scores[best])]
            kept = [int(place) for place in best if scores[place] > 0 and passages[place] != passages[row]]
            found[row, : len(kept)] = kept
            row += 1
    return found


def spoken(question: Asked, table: WordTable, chance: random.Random) -> str:
    """The question as it is asked: a Swedish one now and then word by word in English."""
    if question.language == "en" or chance.random() > _IN_ENGLISH:
        return question.query
    return _WORD.sub(lambda match: _english(match.group(), table, chance), question.query)


def _english(word: str, table: WordTable, chance: random.Random) -> str:
    choices = table.get(word.lower(), ())[:_CHOICES]
    if not choices:
        return word
    return chance.choices([english for english, _ in choices], [weight for _, weight in choices])[0]
