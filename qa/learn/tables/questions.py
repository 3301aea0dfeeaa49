"""Questions about tables with known answers, and whether an answer is right."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from indexer.language.tokens import fold
from qa.model import Answer, Status

QUESTIONS: Final = "questions.jsonl"
FILES: Final = "files"
_SENT: Final = (Status.ANSWERED, Status.COMPUTED, Status.CONFLICTING)


@dataclass(frozen=True)
class Asked:
    """A question of a golden set (eval/README.md): what its answer holds and must not hold, and which files state it.

    answerable: one figure answers it; else it should be refused or asked back.
    """

    question: str
    history: tuple[str, ...]
    answerable: bool
    must: tuple[str, ...]
    must_not: tuple[str, ...]
    documents: tuple[str, ...]

    def is_right(self, answer: Answer | None) -> bool:
        """Does the answer say what it must, from one of the files?"""
        if not self.answerable or not is_sent(answer) or answer is None:
            return False
        text = fold(answer.text)
        cited = {Path(one.document.path).name for one in answer.citations}
        return (
            all(_either(entry, text) for entry in self.must)
            and not any(_either(entry, text) for entry in self.must_not)
            and not cited.isdisjoint(self.documents)
        )


def is_sent(answer: Answer | None) -> bool:
    """Does it state something, and neither refuse nor ask back?"""
    return answer is not None and answer.status in _SENT


def sets_in(data: Path) -> list[Path]:
    """The folders in `data` with questions and the files they are asked of. Raises ValueError when there is none."""
    found = [
        folder for folder in sorted(data.iterdir()) if (folder / QUESTIONS).is_file() and (folder / FILES).is_dir()
    ]
    if not found:
        raise ValueError(f"No folder in {data} holds {QUESTIONS} and {FILES}/.")
    return found


def questions_of(folder: Path) -> Iterator[Asked]:
    """The questions of a set."""
    for line in (folder / QUESTIONS).read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield _asked(json.loads(line))


def _asked(row: Mapping[str, Any]) -> Asked:
    return Asked(
        question=row["question"],
        history=tuple(row.get("history") or ()),
        answerable=bool(row["answerable"]) and row.get("kind") != "ambiguous",
        must=tuple(row.get("must") or ()),
        must_not=tuple(row.get("must_not") or ()),
        documents=tuple(Path(name).name for name in row.get("docs") or ()),
    )


def _either(entry: str, text: str) -> bool:
    """Does the folded text hold one of "a|b", a number as a whole?"""
    return any(_occurs(fold(option), text) for option in entry.split("|") if option.strip())


def _occurs(wanted: str, text: str) -> bool:
    before = r"(?<!\d)(?<!\d[.,])" if wanted[:1].isdigit() else ""
    after = r"(?!\d)(?![.,]\d)(?! \d{3}(?!\d))" if wanted[-1:].isdigit() else ""
    return re.search(before + re.escape(wanted) + after, text) is not None
