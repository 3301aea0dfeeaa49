"""What a model wants before a question and before a passage, such as "query: " and "passage: "."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from indexer.settings import settings

_CONFIG = "config_sentence_transformers.json"
_PASSAGE = ("document", "passage", "corpus")  # the names that sentence-transformers looks for, in its order


_AUTO = "auto"


@dataclass(frozen=True)
class Prompts:
    """What is put before each text; "auto" for what the model's folder says."""

    query: str = _AUTO
    passage: str = _AUTO

    @classmethod
    def set_by_hand(cls) -> Prompts:
        """Those of the settings."""
        return cls(settings().embedding_query_prompt, settings().embedding_passage_prompt)

    @property
    def shaping(self) -> tuple[str, ...]:
        """What of them belongs in a fingerprint: what the folder says is in its files."""
        return () if self == Prompts() else (self.query, self.passage)

    def filled(self, folder: Path) -> tuple[str, str]:
        """The prompts for a question and for a passage: as set, else as the folder says, else none."""
        file = folder / _CONFIG
        told = json.loads(file.read_text(encoding="utf-8")).get("prompts", {}) if file.is_file() else {}
        passage = next((told[name] for name in _PASSAGE if told.get(name)), "")
        return _chosen(self.query, told.get("query", "")), _chosen(self.passage, passage)


def _chosen(by_hand: str, by_folder: str) -> str:
    return by_folder if by_hand == _AUTO else by_hand
