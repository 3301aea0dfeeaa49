"""The model card: what is known of the weights, written beside them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Final

from indexer.embedding.learn.options import Options

_TEMPLATE: Final = Path(__file__).with_name("card.md")


def write_card(file: Path, options: Options, figures: Path, tries: str = "") -> None:
    """The card of a run: `figures` is its figures.jsonl; `tries` a section of what else was tried, in Markdown."""
    told = ", ".join(f"{name} {value}" for name, value in asdict(options).items())
    known = {"options": told, "tokens": f"{options.vocabulary:,}", "longest": options.passage_longest, "tries": tries}
    text = _TEMPLATE.read_text(encoding="utf-8")
    file.write_text(text.format(figures="\n".join(_lines(figures)), **known), encoding="utf-8")


def _lines(figures: Path) -> Iterator[str]:
    for line in figures.read_text(encoding="utf-8").splitlines():
        measured = json.loads(line)
        for name, found in measured["figures"].items():
            cells = [name, measured["stage"], *(_both(found, of) for of in ("words", "meaning", "fused"))]
            yield f"| {' | '.join(cells)} |"


def _both(found: Mapping[str, float], of: str) -> str:
    return f"{found[f'{of}@1']:.3f} / {found[f'{of}@5']:.3f}"
