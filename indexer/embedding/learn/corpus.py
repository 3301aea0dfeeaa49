"""What the model is learnt from: aligned texts and questions with their passages, of sources that may be shipped."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

from indexer.language.learn.corpus import LEXICON, PARALLEL, PASSAGES, allowed_rows
from indexer.language.translation import glossary

_SQUAD: Final = "train/squad_sv_en.jsonl.gz"
_SWEQUAD: Final = "train/swequad_training.json"
_LIKE: Final = 3  # queries that differ only in their numbers teach little more after so many
_DIGITS: Final = re.compile(r"\d+")
_MARKUP: Final = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")


class Parallel(NamedTuple):
    """The same text in both languages, and how much it counts in the alignment."""

    english: str
    swedish: str
    weight: float


class Asked(NamedTuple):
    """A question or title and the passage that it belongs to. language: of the question."""

    query: str
    passage: str
    language: str
    source: str


def sentences(folder: Path) -> Iterator[Parallel]:
    """Aligned sentences; machine translations count half."""
    for english, swedish, source in allowed_rows(folder / PARALLEL):
        yield Parallel(english, swedish, 0.5 if source.endswith("_mt") else 1.0)


def entries(folder: Path) -> Iterator[Parallel]:
    """Entries of the lexicon and of the glossary of municipal terms."""
    for english, swedish, _ in allowed_rows(folder / LEXICON):
        if "-" not in (english[:1], english[-1:], swedish[:1], swedish[-1:]):
            yield Parallel(english.removeprefix("to "), swedish, 1.0)
    for english, translations in glossary().items():
        yield from (Parallel(english, swedish, 2.0 / place) for place, swedish in enumerate(translations, 1))


def asked(folder: Path) -> Iterator[Asked]:
    """Questions and titles with their passages, near-repetitions left out."""
    seen: Counter[str] = Counter()
    for found in (*_titles(folder), *_squad(folder), *_swequad(folder)):
        pattern = f"{found.language}:{_DIGITS.sub('0', found.query.lower())}"
        seen[pattern] += 1
        if seen[pattern] <= _LIKE and len(found.query) > 3 and len(found.passage) > 40:
            yield found


def _titles(folder: Path) -> Iterator[Asked]:
    with gzip.open(folder / PASSAGES, "rt", encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            passage = _MARKUP.sub(r"\1", record["passage"]).strip()
            yield Asked(record["query"], passage, "sv", record["source"])


def _squad(folder: Path) -> Iterator[Asked]:
    with gzip.open(folder / _SQUAD, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if not row["is_impossible"]:
                yield Asked(row["question_sv"], _around(row["context_sv"], _first(row["answers_sv"])), "sv", "squad")
                yield Asked(row["question_en"], _around(row["context_sv"], _first(row["answers_sv"])), "en", "squad")


def _swequad(folder: Path) -> Iterator[Asked]:
    articles = json.loads((folder / _SWEQUAD).read_text(encoding="utf-8"))["data"]
    for paragraph in (paragraph for article in articles for paragraph in article["paragraphs"]):
        for row in paragraph["qas"]:
            if row["answers"]:
                yield Asked(row["question"], _around(paragraph["context"], _first(row["answers"])), "sv", "swequad")


def _first(answers: list[dict[str, Any]]) -> int:
    return int(answers[0]["answer_start"]) if answers else 0


def _around(context: str, place: int, length: int = 600) -> str:
    """The part of a long context that holds the answer, cut at sentence ends."""
    if len(context) <= length:
        return context
    start = max(0, place - length // 2)
    start = 0 if start == 0 else context.find(". ", start, place) + 2 or start
    return context[start : start + length].strip()
