"""The product itself through its doors, in the same table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from eval import door, indexing
from eval.baselines.engine import Found
from eval.retrieval.beir import Query


class Product:
    """`index`, then `search --batch`. command: see eval.door.command."""

    def __init__(self, command: str) -> None:
        self._command = command

    def index(self, folder: Path) -> None:
        """See Engine."""
        self._disk = TemporaryDirectory(prefix="eval-library-")
        self._library = Path(self._disk.name) / "library"
        indexing.index(folder, self._library, self._command)

    def answers(self, questions: Sequence[str], k: int) -> Iterator[list[Found]]:
        """See Engine."""
        asked = [Query(str(number), question) for number, question in enumerate(questions)]
        for answer in door.search(asked, self._library, k, lambda: None, self._command):
            yield [Found(hit["document"], hit["text"]) for hit in answer["hits"]]
