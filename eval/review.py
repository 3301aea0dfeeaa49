"""A person's decision on each built case, written into the golden set itself so that nothing is lost."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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
        rows = []
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if line.strip():
                try:
                    rows.append(_row(json.loads(line)))
                except (ValueError, KeyError) as error:
                    raise GoldenError(f"{path}, line {number}: not a golden case ({error!r}).") from error
        return cls(path, rows)

    def pending(self) -> Iterator[Row]:
        """The cases without a decision, and after them those put off to be edited."""
        yield from [row for row in self.rows if not row.get("review")]
        yield from [row for row in self.rows if (row.get("review") or {}).get("decision") == KEYS["e"]]

    def decide(self, row: Row, decision: str, note: str = "") -> None:
        """Write a decision into the case, and the whole set to its file before anything else happens."""
        row["review"] = {"decision": decision, "note": note}
        write(self.path, self.rows)

    def accepted(self) -> list[Row]:
        """The cases that a person has accepted."""
        return [row for row in self.rows if (row.get("review") or {}).get("decision") == KEYS["a"]]

    def counts(self) -> dict[str, int]:
        """How many cases have which decision; "pending" for none."""
        found = dict.fromkeys([*KEYS.values(), "pending"], 0)
        for row in self.rows:
            found[(row.get("review") or {}).get("decision", "pending")] += 1
        return found


def write(path: Path, rows: list[Row]) -> None:
    """Replace the file at once, so that a kill in the middle leaves the earlier one whole."""
    part = path.with_name(f"{path.name}.part")
    with part.open("w", encoding="utf-8") as stream:
        stream.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        stream.flush()
        os.fsync(stream.fileno())
    part.replace(path)


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


def _row(told: object) -> Row:
    if not isinstance(told, dict) or "id" not in told or "question" not in told:
        raise ValueError("no id or no question")
    return told
