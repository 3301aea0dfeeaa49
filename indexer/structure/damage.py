"""What structure asks of the language package: is it a word, is the text damaged, how should it read."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec


def known(word: str) -> bool:
    """Whether the word exists; every word does while there is no word list."""
    ask = _asked("indexer.language.words", "known")
    return True if ask is None else bool(ask(word))


def damaged(text: str) -> bool:
    """Whether OCR has damaged the text."""
    ask = _asked("indexer.language.ocr", "damaged")
    return False if ask is None else bool(ask(text))


def repair(text: str) -> str:
    """The text as it should read."""
    ask = _asked("indexer.language.ocr", "repair")
    return text if ask is None else str(ask(text))


@cache
def _asked(module: str, name: str) -> Callable[[str], object] | None:
    """The function of the language package, imported at its first use; None when the package lacks it."""
    if find_spec(module) is None:
        return None
    found: Callable[[str], object] = getattr(importlib.import_module(module), name)
    return found
