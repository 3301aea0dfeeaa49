"""Swedish words and phrases that name the same thing in public administration: what people say, what papers write."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

_FILE: Final = Path(__file__).parent / "data" / "thesaurus.txt"


@cache
def groups() -> tuple[tuple[str, ...], ...]:
    """The groups of the thesaurus that ships, each of words or phrases ("särskilt boende") that may stand for another.

    A word may be in several groups. Written by hand for this project from general knowledge of the language.
    """
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return tuple(
        tuple(word.replace("_", " ") for word in line.split()) for line in lines if line and not line.startswith("#")
    )
