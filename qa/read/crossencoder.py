"""A question and a passage read together: how surely the passage answers, as a small network of ours sees it.

A cross-encoder: the layers of a BERT run over the question, what stands around the passage and the passage itself, so
that every word of one can look at every word of the other. It shares the vocabulary and the token vectors of the
embedding model that ships with the product, whatever model a library is embedded with. Learnt by `qa.learn.cross`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from indexer.embedding.bert import Shape, graph, names, restored
from indexer.embedding.folder import OWN_FOLDER
from indexer.embedding.onnx import one_thread, plain_tokenizer
from indexer.embedding.tensors import read_tensors
from indexer.errors import NotFound
from indexer.figures import sentences
from indexer.model import Form
from qa.read.passages import Passage

Vectors = NDArray[np.float32]
Flags = NDArray[np.bool_]

TOKENS: Final = "embeddings.word_embeddings.weight"
"""The tensor that the network takes from the embedding model."""
_LONGEST: Final = (28, 10, 12, 12, 48)  # tokens kept of each of the Words
_TOGETHER: Final = 240  # tokens that run in one batch, padding included
_REMEMBERED: Final = 1 << 15  # scores, some 20 MB


class Words(NamedTuple):
    """What is read for one passage. before: the sentence before it, or the heads of the table that it is a row of."""

    question: str
    title: str
    heading: str
    before: str
    passage: str


class Pair(NamedTuple):
    """Tokens of a question and a passage; where what stands around the passage begins, and where the passage does."""

    tokens: tuple[int, ...]
    around: int
    passage: int


class Batch(NamedTuple):
    """Pairs side by side, (n, s) each. kept: is a token. kinds: 0 the question, 1 what follows. inside: the passage."""

    ids: NDArray[np.int64]
    kept: Flags
    kinds: NDArray[np.int64]
    inside: Flags


def words(question: str, passage: Passage) -> Words:
    """What is read for a passage."""
    paragraph = passage.candidate.paragraph
    headings = paragraph.place.headings
    before = passage.head if paragraph.form is Form.TABLE else _last_sentence(paragraph.text[: passage.start])
    return Words(question, passage.candidate.document.title, headings[-1] if headings else "", before, passage.text)


def copied(told: Words) -> tuple[str, ...]:
    """What copies of a passage share, asked the same."""
    return told.question, told.before, told.passage


class Pairing:
    """Words -> tokens, by the vocabulary of the embedding model in a folder."""

    def __init__(self, embedding: Path = OWN_FOLDER) -> None:
        self._tokenizer = plain_tokenizer(embedding)
        self._begin, self._end = self._tokenizer.encode("").ids  # the marks around a text

    def pair(self, told: Words) -> Pair:
        """The question, then what stands around the passage, then the passage, each cut to what is read of it."""
        parts = [encoded.ids for encoded in self._tokenizer.encode_batch_fast(list(told), add_special_tokens=False)]
        question, title, heading, before, passage = (
            part[-longest:] if place == Words._fields.index("before") else part[:longest]
            for place, (part, longest) in enumerate(zip(parts, _LONGEST, strict=True))
        )
        end = self._end
        asked = [self._begin, *question, end]
        around = [*title, end, *heading, end, *before, end]
        return Pair((*asked, *around, *passage, end), len(asked), len(asked) + len(around))

    def span(self, passage: str, words: str) -> tuple[int, int] | None:
        """The first and last of a passage's tokens that words in it fall on, counted within the passage.

        None when they do not stand there or beyond what is read.
        """
        at = passage.find(words)
        ends = self._tokenizer.encode(passage, add_special_tokens=False).offsets[: _LONGEST[-1]]
        met = [place for place, (start, end) in enumerate(ends) if at >= 0 and end > at and start < at + len(words)]
        whole = bool(met) and ends[met[-1]][1] >= at + len(words)
        return (met[0], met[-1]) if whole else None


def side_by_side(pairs: Sequence[Pair]) -> Batch:
    """The pairs as arrays, padded with 0."""
    lengths = np.array([len(pair.tokens) for pair in pairs])
    places = np.arange(lengths.max())
    kept = places < lengths[:, np.newaxis]
    ids = np.zeros(kept.shape, dtype=np.int64)
    ids[kept] = np.concatenate([pair.tokens for pair in pairs])
    around, passage = np.array([pair[1:] for pair in pairs]).T[:, :, np.newaxis]
    kinds = (kept & (places >= around)).astype(np.int64)
    return Batch(ids, kept, kinds, kept & (places >= passage) & (places < lengths[:, np.newaxis] - 1))


class CrossEncoder:
    """The network with its shipped weights. Safe to use from several threads.

    remembered: how many scores are kept.
    """

    def __init__(self, file: Path, embedding: Path = OWN_FOLDER) -> None:
        """file: as `qa.learn.cross` writes it. Raises OSError, ValueError or KeyError when it is not whole."""
        stored = read_tensors(file)
        self._weights = {name: restored(stored, name) for name in names(stored)}
        self._head = [self._weights[f"head.{part}"] for part in ("0.weight", "0.bias", "2.weight", "2.bias")]
        config = json.loads((embedding / "config.json").read_text(encoding="utf-8"))
        shape = Shape.of(config | {"num_hidden_layers": depth(self._weights)})
        self._session = one_thread(graph(self._weights, shape))
        self._tokens = read_tensors(embedding / "model.safetensors")[TOKENS]
        self._pairing = Pairing(embedding)
        self.remembered = _REMEMBERED
        self._known: dict[Words, float] = {}

    def scores(self, told: Sequence[Words]) -> Vectors:
        """Log-odds (n,) that each passage answers, against that none does.

        Copies, which minutes, extract and proposal are full of, are read once. What was read before is remembered.
        """
        first: dict[tuple[str, ...], Words] = {}
        asked = [first.setdefault(copied(one), one) for one in told]
        known = self._known
        new = [one for one in first.values() if one not in known]
        if len(known) + len(new) > self.remembered:
            known = self._known = {one: known[one] for one in asked if one in known}
        pairs = [self._pairing.pair(one) for one in new]
        for batch in _batches(pairs):
            found = self._run([pairs[place] for place in batch])
            known.update(zip((new[place] for place in batch), found.tolist(), strict=True))
        return np.array([known[one] for one in asked], dtype=np.float32)

    def _run(self, pairs: Sequence[Pair]) -> Vectors:
        """(n,) scores of pairs that run together."""
        batch, weights = side_by_side(pairs), self._weights
        places = weights["embeddings.position_embeddings.weight"][: batch.ids.shape[1]]
        kinds = weights["embeddings.token_type_embeddings.weight"][batch.kinds]
        given = self._tokens[batch.ids].astype(np.float32) + places + kinds
        hidden = self._session.run(None, {"tokens": given, "kept": batch.kept.astype(np.int32)})[0]
        asked = batch.kept & (batch.kinds == 0)
        read = np.concatenate([hidden[:, 0], _mean(hidden, asked), _mean(hidden, batch.inside)], axis=1)
        inner_weight, inner_bias, weight, bias = self._head
        scores: Vectors = _gelu(read @ inner_weight.T + inner_bias) @ weight[0] + bias
        return scores


@cache
def crossencoder() -> CrossEncoder:
    """The network that ships. Raises NotFound when it is not whole."""
    with as_file(files("qa") / "data" / "crossencoder.safetensors") as file:
        try:
            return CrossEncoder(file)
        except (OSError, ValueError, KeyError) as error:
            raise NotFound(f"The cross-encoder in {file} is not whole ({error}). Install namndsvar anew.") from error


def depth(weights: Mapping[str, Any]) -> int:
    """How many layers the weights have."""
    return 1 + max(int(name.split(".")[2]) for name in weights if name.startswith("encoder.layer."))


def _last_sentence(text: str) -> str:
    spans = sentences(text)
    return text[slice(*spans[-1])].strip() if spans else ""


def _mean(hidden: Vectors, kept: Flags) -> Vectors:
    share = kept / np.maximum(kept.sum(axis=1, keepdims=True), 1)
    means: Vectors = np.matmul(share.astype(np.float32)[:, np.newaxis], hidden)[:, 0]
    return means


def _gelu(values: Vectors) -> Vectors:
    erf = np.array([math.erf(value) for value in (values * math.sqrt(0.5)).ravel()], dtype=np.float32)
    return values * (1 + erf.reshape(values.shape)) / np.float32(2)


def _batches(pairs: Sequence[Pair]) -> Iterator[list[int]]:
    """Places of pairs that run together, those of like length beside each other."""
    batch: list[int] = []
    for place in sorted(range(len(pairs)), key=lambda place: len(pairs[place].tokens)):
        if batch and len(pairs[place].tokens) * (len(batch) + 1) > _TOGETHER:
            yield batch
            batch = []
        batch.append(place)
    if batch:
        yield batch
