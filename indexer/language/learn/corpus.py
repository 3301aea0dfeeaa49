"""Reading what the language files are learnt from: aligned sentences, the lexicon, Swedish public-sector passages."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

PARALLEL: Final = "train/parallel_en_sv.tsv.gz"
LEXICON: Final = "train/lexicon_en_sv.tsv.gz"
PASSAGES: Final = "train/swedish_query_passage.jsonl.gz"

_MACHINE_WEIGHT: Final = 0.5  # sources named *_mt are machine translations
_LEXICON_WEIGHT: Final = 2.0  # an entry says more of a word than one sentence does
# not to be shipped in learnt form: FreeDict is GPL; XNLI's sentences, translated in xnli_ext_mt, are non-commercial
_LEFT_OUT: Final = frozenset({"freedict", "xnli_ext_mt"})
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


class Pair(NamedTuple):
    """A text in English and in Swedish, lower-case words, and how much it counts."""

    english: list[str]
    swedish: list[str]
    weight: float
    source: str = ""


def words(text: str) -> list[str]:
    """The lower-case words of a text; numbers are left out, parts of hyphened words stand alone."""
    return _WORD.findall(text.lower().replace("\u00ad", "").replace("’", "'"))


def allowed_rows(path: Path) -> Iterator[list[str]]:
    """(english, swedish, source) of the lines of a file whose source may be shipped in learnt form."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        next(lines)  # the header
        for line in lines:
            row = line.rstrip("\n").split("\t")
            if row[2] not in _LEFT_OUT:
                yield row


def sentences(folder: Path) -> Iterator[Pair]:
    """Aligned sentences of at most 80 words, of the sources that may be shipped."""
    for english, swedish, source in allowed_rows(folder / PARALLEL):
        pair = Pair(words(english), words(swedish), _MACHINE_WEIGHT if source.endswith("_mt") else 1.0, source)
        if 0 < len(pair.english) <= 80 and 0 < len(pair.swedish) <= 80:
            yield pair


def entries(folder: Path) -> Iterator[Pair]:
    """The entries of the lexicon that may be shipped, affixes left out."""
    for english, swedish, _ in allowed_rows(folder / LEXICON):
        if "-" in (english[:1], english[-1:], swedish[:1], swedish[-1:]):
            continue
        pair = Pair(words(english.removeprefix("to ")), words(swedish), _LEXICON_WEIGHT)
        if pair.english and pair.swedish and len(pair.english) <= 4 and len(pair.swedish) <= 3:
            yield pair


def passages(folder: Path) -> Iterator[str]:
    """Swedish public-sector texts, each with its title or question."""
    with gzip.open(folder / PASSAGES, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            yield f"{record['query']}\n{record['passage']}"
