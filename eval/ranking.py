"""Where the places of a case come among ranked paragraphs: first rank, and nDCG at 10 by locator."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from eval.golden import Case
from eval.originals import Originals, made_up
from eval.places import covered, covers

DEPTH = 20
CUT = 10


def searchable(case: Case) -> bool:
    """Can the case be asked of a search? It names a place and needs no earlier turn to be understood."""
    return case.answerable and case.places > 0 and not case.history


def ranked(case: Case, hits: Sequence[Mapping[str, Any]], originals: Originals | None = None) -> dict[str, Any]:
    """Rank of the first hit at a place of the case, nDCG@10 and the hits in short.

    nDCG by locator: each of the case's places is worth 1 at the first hit that covers it, repeats are worth nothing,
    and the best order has one place a rank (Järvelin & Kekäläinen 2002, binary gains).
    """
    first = hits[:DEPTH]
    right = [covers(case, hit) and not made_up(hit, originals) for hit in first]
    rank = next((place for place, is_right in enumerate(right, start=1) if is_right), None)
    shown = [_short(hit, is_right) for hit, is_right in zip(first, right, strict=True)]
    return {"rank": rank, "ndcg@10": round(_ndcg(case, first[:CUT], right), 6), "hits": shown}


def _ndcg(case: Case, hits: Sequence[Mapping[str, Any]], right: Sequence[bool]) -> float:
    gained, before = 0.0, 0
    real: list[Mapping[str, Any]] = []
    for rank, (hit, is_right) in enumerate(zip(hits, right, strict=False), start=1):
        real += [hit] if is_right else []
        found = covered(case, real)
        gained += (found - before) / math.log2(rank + 1)
        before = found
    best = sum(1 / math.log2(rank + 1) for rank in range(1, min(case.places, CUT) + 1))
    return min(1.0, gained / best) if best else 0.0


def _short(hit: Mapping[str, Any], right: bool) -> dict[str, Any]:
    kept = {name: hit.get(name) for name in ("document", "page", "section", "paragraph", "score")}
    return {**kept, "right": right, "text": str(hit.get("text") or "")[:300]}
