"""The recipe: from a data folder to a trained student, step by step, each kept in the work folder."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import Final, TypeVar

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from transformers import BertModel

from indexer.embedding.learn import batches, corpus, losses, start, vocabulary
from indexer.embedding.learn.corpus import Asked, Parallel
from indexer.embedding.learn.options import Options
from indexer.embedding.learn.student import Student, new_student
from indexer.embedding.learn.train import Stage
from indexer.language.learn import corpus as word_corpus
from indexer.language.learn.alignment import align

Matrix = NDArray[np.float32]
Step = Callable[[], torch.Tensor]
T = TypeVar("T")

_ENTRY_BATCH: Final = 256  # entries of the lexicon are of one or two words
_QUERY_LONGEST: Final = 40
_SENTENCE_LONGEST: Final = 64


@dataclass(frozen=True)
class Data:
    """What the model is learnt from, in memory."""

    sentences: tuple[Parallel, ...]
    entries: tuple[Parallel, ...]
    asked: tuple[Asked, ...]


def load(folder: Path, options: Options) -> Data:
    """Read the corpus, or a random sample of it."""

    found = (list(corpus.sentences(folder)), list(corpus.entries(folder)), list(corpus.asked(folder)))
    sentences, entries, asked = (_sample(listed, options) for listed in found)
    return Data(sentences, entries, asked)


def _sample(listed: list[T], options: Options) -> tuple[T, ...]:
    order = batches.shuffled(len(listed), options.seed)
    return tuple(listed[place] for place in sorted(order[: max(8, round(len(listed) * options.sample))]))


def tokenizer(data: Data, work: Path, options: Options) -> Tokenizer:
    """The vocabulary, learnt once."""
    file = work / "tokenizer.json"
    if not file.exists():
        texts = [text for pair in (*data.sentences, *data.entries) for text in (pair.english, pair.swedish)]
        texts += [text for found in data.asked for text in (found.query, found.passage)]
        vocabulary.learn_tokenizer(texts, options.vocabulary).save(str(file))
    return Tokenizer.from_file(str(file))


def student(data: Data, teacher: Path, work: Path, options: Options) -> Student:
    """The aligned start, computed once."""
    own, file = tokenizer(data, work, options), work / "start.npy"
    if not file.exists():
        theirs, layers = _loaded(teacher)
        vectors = layers.embeddings.word_embeddings.weight.detach().numpy()
        np.save(file, start.start_vectors(own, theirs, vectors, [*data.sentences, *data.entries]))
    return new_student(teacher, own, np.load(file))


def teacher_vectors(texts: Sequence[Parallel], teacher: Path, file: Path) -> Matrix:
    """The teacher's vectors of the English side, shape (n, d), computed once."""
    if not file.exists():
        theirs, layers = _loaded(teacher)
        model = Student(layers, theirs)
        np.save(file, model.embed([text.english for text in texts], longest=_SENTENCE_LONGEST))
    found: Matrix = np.load(file)
    return found


def _loaded(teacher: Path) -> tuple[Tokenizer, BertModel]:
    """The teacher's tokenizer, which neither pads nor cuts, and its layers."""
    tokenizer = Tokenizer.from_file(str(teacher / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer, BertModel.from_pretrained(teacher, add_pooling_layer=False)


def english_words(folder: Path, work: Path) -> batches.WordTable:
    """Swedish word -> English words with their probability, most likely first."""
    file = work / "english-words.json"
    if not file.exists():
        pairs = [*word_corpus.sentences(folder), *word_corpus.entries(folder)]
        _, to_english = align(pairs, least=0.05)
        table = {word: sorted(found.items(), key=lambda e: -e[1]) for word, found in to_english.items()}
        file.write_text(json.dumps(table, ensure_ascii=False), encoding="utf-8")
    loaded: batches.WordTable = json.loads(file.read_text(encoding="utf-8"))
    return loaded


def neighbours(asked: Sequence[Asked], work: Path) -> NDArray[np.int32]:
    """The lexical neighbours of each passage, computed once."""
    file = work / "neighbours.npy"
    if not file.exists():
        np.save(file, batches.neighbours(asked))
    found: NDArray[np.int32] = np.load(file)
    return found


def distil(model: Student, data: Data, _folder: Path, teacher: Path, work: Path, options: Options) -> Stage:
    """Sentences and lexicon entries in turn, both languages drawn to the teacher."""
    vectors = [
        torch.from_numpy(teacher_vectors(data.sentences, teacher, work / "teacher-sentences.npy")),
        torch.from_numpy(teacher_vectors(data.entries, teacher, work / "teacher-entries.npy")),
    ]
    sources = [(data.sentences, vectors[0], options.batch), (data.entries, vectors[1], _ENTRY_BATCH)]

    def one_pass(seed: int) -> Iterator[Step]:
        listed = [
            [
                partial(_distil_step, model, texts, found, places)
                for places in batches.parallel_batches(texts, size, seed)
            ]
            for texts, found, size in sources
        ]
        long, short = sorted(listed, key=len, reverse=True)
        every = max(1, len(long) // max(1, len(short)))
        for number, step in enumerate(long):
            yield step
            if number % every == 0 and number // every < len(short):
                yield short[number // every]

    count = round(options.distil * sum(-(-len(texts) // size) for texts, _, size in sources))
    return Stage("distil", partial(_passes, one_pass, options.seed), count, options.rate, options.token_rate)


def contrast(model: Student, data: Data, folder: Path, teacher: Path, work: Path, options: Options) -> Stage:
    """Questions and passages; after every other step one of aligned sentences, so that English is kept."""
    near, table = neighbours(data.asked, work), english_words(folder, work)
    vectors = torch.from_numpy(teacher_vectors(data.sentences, teacher, work / "teacher-sentences.npy"))

    def one_pass(seed: int) -> Iterator[Step]:
        chance = random.Random(seed)
        aligned = cycle(batches.parallel_batches(data.sentences, options.batch // 2, seed))
        for number, places in enumerate(batches.asked_batches(data.asked, near, options.batch, seed)):
            pairs = [(batches.spoken(data.asked[p], table, chance), data.asked[p].passage) for p in places]
            yield partial(_contrast_step, model, pairs, options.passage_longest)
            if number % 2:
                yield partial(_distil_step, model, data.sentences, vectors, next(aligned))

    count = round(options.contrast * 1.5 * len(data.asked) / options.batch)
    return Stage("contrast", partial(_passes, one_pass, options.seed + 100), count, options.rate, options.token_rate)


def _passes(one_pass: Callable[[int], Iterator[Step]], seed: int) -> Iterator[Step]:
    number = seed
    while True:
        yield from one_pass(number)
        number += 1


def _distil_step(model: Student, texts: Sequence[Parallel], vectors: torch.Tensor, places: list[int]) -> torch.Tensor:
    both = [texts[place].english for place in places] + [texts[place].swedish for place in places]
    english, swedish = model(both, _SENTENCE_LONGEST).chunk(2)
    return losses.distil_loss(english, swedish, vectors[places].to(model.device))


def _contrast_step(model: Student, pairs: list[tuple[str, str]], longest: int) -> torch.Tensor:
    queries, passages = [query for query, _ in pairs], [passage for _, passage in pairs]
    asked, answers = model(queries, _QUERY_LONGEST), model(passages, longest)
    return losses.contrast_loss(asked, answers, losses.not_negatives(queries, passages, model.device))
