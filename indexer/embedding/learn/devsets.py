"""What the model is measured on while it learns: the sets in DATA/dev, each as queries, passages and what is right."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from indexer.build import build
from indexer.embedding import HashingEmbedder, passage_text
from indexer.language.tokens import fold
from indexer.library import Library


@dataclass(frozen=True)
class DevSet:
    """right: for each query the places of the passages that answer it. among: where given, only these compete."""

    name: str
    queries: tuple[str, ...]
    passages: tuple[str, ...]
    right: tuple[frozenset[int], ...]
    among: tuple[tuple[int, ...], ...] = ()


def dev_sets(data: Path, seeds: Path | None, work: Path) -> Iterator[DevSet]:
    """Every set that is there; golden sets are asked over the paragraphs of their documents."""
    dev = data / "dev"
    if (file := dev / "building_faq.jsonl").exists():
        rows = _rows(file)
        answers, own = tuple(row["answer_sv"] for row in rows), tuple(frozenset((n,)) for n in range(len(rows)))
        for language in ("sv", "en"):
            yield DevSet(f"building-{language}", tuple(row[f"question_{language}"] for row in rows), answers, own)
    if (file := dev / "swefaq.jsonl").exists():
        yield _candidates("agency", _rows(file))
    if (file := dev / "swedish_reports_questions.jsonl").exists():
        yield _reports("reports", _rows(file), _rows(dev / "swedish_reports_chunks.jsonl"))
    for name, folder in (("alingsas", dev / "alingsas"), ("seed", seeds)):
        if folder and folder.is_dir():
            yield from _golden(name, folder, _rows(dev / f"{name}_questions.jsonl"), work / f"{name}-paragraphs")


def _rows(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def _candidates(name: str, rows: list[dict[str, Any]]) -> DevSet:
    """Each question chooses among its own category's answers."""
    places: dict[str, int] = {}
    among = tuple(tuple(places.setdefault(answer, len(places)) for answer in row["answers"]) for row in rows)
    right = tuple(frozenset((listed[row["correct"]],)) for listed, row in zip(among, rows, strict=True))
    return DevSet(name, tuple(row["question"] for row in rows), tuple(places), right, among)


def _reports(name: str, rows: list[dict[str, Any]], chunks: list[dict[str, Any]], spare: int = 4) -> DevSet:
    """All chunks that answer something and every `spare`-th of the others: embedding all takes too long."""
    golden = {chunk for row in rows for chunk in row["gold"]}
    kept = [chunk for number, chunk in enumerate(chunks) if chunk["_id"] in golden or number % spare == 0]
    places = {chunk["_id"]: number for number, chunk in enumerate(kept)}
    right = tuple(frozenset(places[chunk] for chunk in row["gold"] if chunk in places) for row in rows)
    return DevSet(name, tuple(row["question"] for row in rows), tuple(chunk["text"] for chunk in kept), right)


def _golden(name: str, documents: Path, rows: list[dict[str, Any]], work: Path) -> Iterator[DevSet]:
    if not (work / "done").exists():
        build([documents], work, embedder=HashingEmbedder())
        (work / "done").touch()
    with Library.open(work) as library:
        found = [
            (d.path, fold(p.text), passage_text(d, p)) for d in library.documents() for p in library.paragraphs(d.id)
        ]
    for language in ("sv", "en"):
        asked = [row for row in rows if row["lang"] == language and row.get("locator") and not row.get("history")]
        yield DevSet(
            f"{name}-{language}",
            tuple(row["question"] for row in asked),
            tuple(passage for _, _, passage in found),
            tuple(_holding(row, found) for row in asked),
        )


def _holding(row: dict[str, Any], found: list[tuple[str, str, str]]) -> frozenset[int]:
    locators = [fold(part) for part in row["locator"].split("||")]
    named = row.get("docs") or (row.get("doc") or "").split(";")
    return frozenset(
        number
        for number, (document, text, _) in enumerate(found)
        if document in named and any(locator in text for locator in locators)
    )
