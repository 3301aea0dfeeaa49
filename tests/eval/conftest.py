"""A small golden set with its documents, and answers to it that a fake product gives."""

from __future__ import annotations

import copy
import json
import shlex
import sys
from pathlib import Path
from typing import Any

import pytest

FAKE = Path(__file__).with_name("fake_product.py")
TEXT = "Under 2020 fanns 12 bänkar i parken. Nämnden godkände planen den 7 maj 2020."


def rows() -> list[dict[str, Any]]:
    """Three question groups in both languages: a figure, an unanswerable one, an ambiguous one."""
    shared: dict[str, Any] = {"doc": "park.txt", "locator": "fanns 12 bänkar i parken", "must": ["12|tolv|twelve"]}
    kinds: dict[str, dict[str, Any]] = {
        "G1": {"kind": "figure", "answerable": True, "must_not": ["träd|trees"], **shared},
        "G2": {"kind": "unanswerable", "answerable": False, "must": ["inte|not"]},
        "G3": {"kind": "ambiguous", "answerable": False, "must": ["vilken|which"], "must_alt": ["12", "2020"]},
    }
    return [
        {"id": f"{group}-{lang}", "group": group, "lang": lang, "question": f"{group}?", "answer": "12", **fields}
        for group, fields in kinds.items()
        for lang in ("sv", "en")
    ]


def citation(**changes: Any) -> dict[str, Any]:
    return {"number": 1, "document": "park.txt", "page": 1, "quote": TEXT, "text": TEXT, **changes}


def answer(text: str, status: str = "answered", *citations: dict[str, Any]) -> dict[str, Any]:
    listed = list(citations) or ([citation()] if status == "answered" else [])
    return {"status": status, "language": "sv", "text": text, "figures": [], "citations": listed, "elapsed_ms": 5.0}


RIGHT = {
    "G1": answer("12 bänkar fanns 2020 [1]."),
    "G2": answer("Det framgår inte.", "not_found"),
    "G3": answer("Vilken / which park?", "clarify"),
}


class World:
    """A folder with golden set, documents and a fake product whose answers a test may change."""

    def __init__(self, folder: Path) -> None:
        self.golden, self._script, self.folder = folder / "park_questions.jsonl", folder / "script.json", folder
        self.rows = rows()
        self.asked = {row["id"]: copy.deepcopy(RIGHT[row["group"]]) for row in self.rows}
        self.found: dict[str, Any] = {row["id"]: [citation(score=1.0)] for row in self.rows if row["answerable"]}
        (folder / "documents").mkdir()
        (folder / "documents" / "park.txt").write_text(f"Parken\n\n{TEXT}\n\nAndra stycket.", encoding="utf-8")

    @property
    def product(self) -> str:
        """The command of the fake product, with all files written anew."""
        self.golden.write_text("\n".join(json.dumps(row) for row in self.rows), encoding="utf-8")
        self._script.write_text(json.dumps({"ask": self.asked, "search": self.found}), encoding="utf-8")
        return shlex.join([sys.executable, str(FAKE), str(self._script)])


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)
