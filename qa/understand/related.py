"""Words that stand for one another in public administration, and opposites.

From the thesaurus, whose groups name one thing, and qa/data/related.txt, whose groups are looser and have opposites.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Final

from indexer.language.thesaurus import groups
from indexer.language.tokens import stem

_NEAR: Final = 0.5  # strength of a word that stands for the asked one
_SAME: Final = 0.4  # likewise in the thesaurus, which is much larger and so more often beside the point
_OPPOSITE: Final = 0.4  # strength of its opposite: enough to find the paragraph that contradicts the question


@cache
def _table() -> dict[str, dict[str, float]]:
    """stem -> related stem -> strength."""
    table: dict[str, dict[str, float]] = {}
    text = (files("qa") / "data" / "related.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        near, _, opposite = line.partition("|")
        group = _stems(near)
        _join(table, group, group, _NEAR)
        _join(table, group, _stems(opposite), _OPPOSITE)
    for words in groups():
        group = [stem(word) for word in words if " " not in word and len(word) > 2]
        _join(table, group, group, _SAME)
    return table


def _join(table: dict[str, dict[str, float]], group: list[str], others: list[str], strength: float) -> None:
    """Each of the others may stand where one of the group is asked for, at least so strongly."""
    for asked in group:
        row = table.setdefault(asked, {})
        row.update({word: max(strength, row.get(word, 0.0)) for word in others if word != asked})


def _stems(words: str) -> list[str]:
    return list(dict.fromkeys(stem(word) for word in words.replace("_", " ").split() if len(word) > 2))


def related(token: str) -> dict[str, float]:
    """Stems that may stand where the given stem is asked for, with their strength; {} for most words."""
    return _table().get(token, {})
