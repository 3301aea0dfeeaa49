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
        for asked in group:
            row = table.setdefault(asked, {})
            row.update({word: _NEAR for word in group if word != asked})
            row.update({word: max(_OPPOSITE, row.get(word, 0.0)) for word in _stems(opposite)})
    for words in groups():
        group = list(dict.fromkeys(stem(word) for word in words if " " not in word and len(word) > 2))
        for asked in group:
            row = table.setdefault(asked, {})
            row.update({word: max(_SAME, row.get(word, 0.0)) for word in group if word != asked})
    return table


def _stems(words: str) -> list[str]:
    return list(dict.fromkeys(stem(word) for word in words.replace("_", " ").split() if len(word) > 2))


def related(token: str) -> dict[str, float]:
    """Stems that may stand where the given stem is asked for, with their strength; {} for most words."""
    return _table().get(token, {})
