"""Two runs of the same questions: what was mended, what broke, and whether the difference is real.

The Swedish and the English form of a question are not independent, so over both languages whole question groups are
compared: a group counts as better when more of its forms are right than before. Within one language that is McNemar's
exact test.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from eval.errors import ResultError
from eval.intervals import exact_sign, mean_interval
from eval.summary import MEANS, SHARES, languages

Row = Mapping[str, Any]
LEVEL = 0.05


def compared(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    """Both are results of `eval run`; cases of both are compared by id. Raises ResultError when there is none."""
    before, after = ({str(row["id"]): row for row in found["cases"]} for found in (old, new))
    shared = [name for name in before if name in after]
    if not shared:
        raise ResultError("The two runs share no case (by id): there is nothing to compare.")
    pairs = [(before[name], after[name]) for name in shared]
    spoken = {language: [p for p in pairs if p[1]["lang"] == language] for language in languages([n for _, n in pairs])}
    chosen = {**spoken, "all": pairs}
    return {
        "common": len(pairs),
        "only_old": len(before) - len(pairs),
        "only_new": len(after) - len(pairs),
        "expected_changed": [n["id"] for o, n in pairs if any(o[name] != n[name] for name in ("question", "expected"))],
        "strict": {language: _strict(of_language) for language, of_language in chosen.items()},
        "measures": {language: _differences(of_language) for language, of_language in chosen.items()},
        "mended": [_change(o, n) for o, n in pairs if n["verdict"]["strict"] and not o["verdict"]["strict"]],
        "broken": [_change(o, n) for o, n in pairs if o["verdict"]["strict"] and not n["verdict"]["strict"]],
        "sentence": sentence(_strict(pairs)),
    }


def sentence(strict: Mapping[str, Any]) -> str:
    """Whether the difference in strictly right answers is real, in one plain sentence."""
    moved = f"from {strict['old']:.3f} to {strict['new']:.3f} (mended {strict['mended']}, broken {strict['broken']})"
    if not strict["mended"] and not strict["broken"]:
        return f"No verdict changed: strictly right is {strict['new']:.3f} in both."
    if strict["p"] < LEVEL:
        way = "better" if strict["difference"] > 0 else "worse"
        return f"Really {way}: strictly right went {moved}; chance alone seldom does that (p = {strict['p']:.2g})."
    return f"No sure difference: strictly right went {moved}; that may well be chance (p = {strict['p']:.2g})."


def _strict(pairs: Sequence[tuple[Row, Row]]) -> dict[str, Any]:
    changes = [int(new["verdict"]["strict"]) - int(old["verdict"]["strict"]) for old, new in pairs]
    by_group: Counter[str] = Counter()
    for (old, _), change in zip(pairs, changes, strict=True):
        by_group[str(old["group"])] += change
    better, worse = (sum(sign * net > 0 for net in by_group.values()) for sign in (1, -1))
    low, high = mean_interval(changes, [old["group"] for old, _ in pairs])
    return {
        "old": sum(old["verdict"]["strict"] for old, _ in pairs) / len(pairs),
        "new": sum(new["verdict"]["strict"] for _, new in pairs) / len(pairs),
        "difference": sum(changes) / len(pairs),
        "low": low,
        "high": high,
        "n": len(pairs),
        "mended": changes.count(1),
        "broken": changes.count(-1),
        "groups_better": better,
        "groups_worse": worse,
        "p": exact_sign(better, worse),
    }


def _differences(pairs: Sequence[tuple[Row, Row]]) -> dict[str, dict[str, float]]:
    """Each measure before and after over the cases that count in both, and the difference's bootstrap interval."""
    found = {}
    for name, measured in {**SHARES, **MEANS}.items():
        asked = [(str(old["group"]), measured(old), measured(new)) for old, new in pairs]
        both = [(group, float(a), float(b)) for group, a, b in asked if a is not None and b is not None]
        if both:
            groups, olds, news = zip(*both, strict=True)
            low, high = mean_interval([b - a for _, a, b in both], groups)
            size = len(both)
            found[name] = {
                "old": sum(olds) / size,
                "new": sum(news) / size,
                "difference": (sum(news) - sum(olds)) / size,
                "low": low,
                "high": high,
                "n": size,
            }
    return found


def _change(old: Row, new: Row) -> dict[str, Any]:
    asked = {name: new[name] for name in ("id", "lang", "kind", "question")}
    return {**asked, "wanted": new["expected"]["answer"], "before": _given(old), "after": _given(new)}


def _given(row: Row) -> dict[str, Any]:
    return {"status": row["verdict"]["status"], "text": str(row["given"].get("text") or "")}
