"""A person's decision on each built case, written into the golden set itself so that nothing is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval import files
from eval.errors import GoldenError
from eval.extract import plain_text

Row = dict[str, Any]
KEYS = {"a": "accepted", "r": "rejected", "e": "edit later"}
QUIT = "q"
_CONTEXT = 160  # characters on either side of a locator


@dataclass
class Reviewed:
    """A golden set in the hands of a reviewer. rows: its lines, in order."""

    path: Path
    rows: list[Row]

    @classmethod
    def open(cls, path: Path) -> Reviewed:
        """Read the set. Raises GoldenError."""
        return cls(path, [row for _, row in files.objects(path, GoldenError, "id", "question")])

    def pending(self) -> Iterator[Row]:
        """The cases without a decision, and after them those put off to be edited."""
        yield from [row for row in self.rows if not row.get("review")]
        yield from [row for row in self.rows if (row.get("review") or {}).get("decision") == KEYS["e"]]

    def decide(self, row: Row, decision: str, note: str = "") -> None:
        """Write a decision into the case, and the whole set to its file before anything else happens."""
        row["review"] = {"decision": decision, "note": note}
        files.write_objects(self.path, self.rows)

    def accepted(self) -> list[Row]:
        """The cases that a person has accepted."""
        return [row for row in self.rows if (row.get("review") or {}).get("decision") == KEYS["a"]]

    def counts(self) -> dict[str, int]:
        """How many cases have which decision; "pending" for none."""
        found = dict.fromkeys([*KEYS.values(), "pending"], 0)
        for row in self.rows:
            found[(row.get("review") or {}).get("decision", "pending")] += 1
        return found


def with_reviews(rows: list[Row], earlier: list[Row]) -> list[Row]:
    """Rows built anew with the decisions made on them before; a reviewed case that is not built again is kept."""
    decided = {row["id"]: row for row in earlier if row.get("review")}
    built = [row | {"review": decided[row["id"]]["review"]} if row["id"] in decided else row for row in rows]
    again = {row["id"] for row in rows}
    return built + [row for name, row in decided.items() if name not in again]


def review(golden: Reviewed, show: Callable[[Row, int, int], None], ask: Callable[[], tuple[str, str] | None]) -> None:
    """Go through the pending cases until all are decided or `ask` gives None (the reviewer quits).

    show: given the case, its place among the pending ones and their number. ask: (key of KEYS, note).
    """
    waiting = list(golden.pending())
    for place, row in enumerate(waiting, start=1):
        show(row, place, len(waiting))
        answer = ask()
        if answer is None:
            return
        key, note = answer
        golden.decide(row, KEYS[key], note)


def context(row: Row, folders: list[Path]) -> list[tuple[str, str, str]]:
    """(before, locator, after) for each locator that is found in an original file below one of the folders."""
    found = []
    for name in row.get("docs") or ():
        for folder in folders:
            text = _folded(folder / name) if (folder / name).is_file() else ""
            for locator in _locators(row):
                at = text.find(locator)
                if at >= 0:
                    end = at + len(locator)
                    found.append((text[max(0, at - _CONTEXT) : at], locator, text[end : end + _CONTEXT]))
    return found


def _folded(file: Path) -> str:
    return " ".join((plain_text(file) or "").split())


def _locators(row: Row) -> list[str]:
    return [" ".join(part.split()) for part in (row.get("locator") or "").split("||") if part.strip()]
