"""A corpus as files that a product can index, a file for each passage, and its hits as passages again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final

from eval.retrieval.beir import Passage
from eval.retrieval.metrics import DEPTH, Ranking

HITS: Final = 300
"""Asked of a product for 100 passages, since several hits in one passage count once."""

Shelf = Mapping[str, Sequence[str]]
"""File name -> the ids of the passages with its text: equal texts share a file."""


def shelve(passages: Sequence[Passage], folder: Path) -> Shelf:
    """Write the passages into a folder, which is made when it is missing.

    The names say nothing (p000001.txt), since a product may search file names; equal texts would else be one document.
    """
    folder.mkdir(parents=True, exist_ok=True)
    texts: dict[str, list[str]] = {}
    for passage in passages:
        text = "\n\n".join(part for part in (passage.title.strip(), passage.text.strip()) if part)
        if text:
            texts.setdefault(text, []).append(passage.id)
    shelf = {f"p{number:06d}.txt": ids for number, ids in enumerate(texts.values())}
    for name, text in zip(shelf, texts, strict=True):
        (folder / name).write_text(text + "\n", encoding="utf-8")
    return shelf


def ranking(files: Iterable[str], shelf: Shelf) -> Ranking:
    """The passages in the order in which their files are first named; several hits in one file count once."""
    found = [passage for file in dict.fromkeys(files) for passage in shelf.get(file, ())]
    return found[:DEPTH]


def fingerprint(passages: Sequence[Passage]) -> str:
    """Changes with the content of the corpus."""
    digest = sha256()
    for passage in passages:
        digest.update(json.dumps([passage.id, passage.title, passage.text]).encode())
    return digest.hexdigest()[:16]
