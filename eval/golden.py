"""The golden-set form: one question a line, with what a right answer must hold and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval import files
from eval.errors import GoldenError

FIELDS = ("id", "lang", "kind", "question", "answerable")


@dataclass(frozen=True)
class Case:
    """One question of a golden set.

    documents: those that hold the answer (paths relative to the indexed folder); locators: verbatim in them, any one
        of them cited is enough; cells: likewise for tables, in sheets; accept: further (document, page) pairs that
        hold the fact.
    must: every entry occurs in the answer, "a|b" is either; must_not: none does; must_alt: for ambiguous questions.
    """

    id: str
    group: str
    language: str
    kind: str
    question: str
    history: tuple[str, ...]
    answerable: bool
    answer: str
    documents: tuple[str, ...]
    locators: tuple[str, ...]
    cells: tuple[str, ...]
    accept: tuple[tuple[str, int | None], ...]
    must: tuple[str, ...]
    must_not: tuple[str, ...]
    must_alt: tuple[str, ...]
    sheets: tuple[str, ...] = ()

    @property
    def places(self) -> int:
        """How many places the case names: its locators, its cells as one; accepted pages alone are one."""
        return len(self.locators) + bool(self.cells) or int(bool(self.accept))


def cases(path: Path) -> Iterator[Case]:
    """Read a golden set. Raises GoldenError for a file or line that is not of the form, and for one without a case."""
    known: set[str] = set()
    for number, row in files.objects(path, GoldenError, *FIELDS):
        try:
            case = _case(row)
        except (TypeError, ValueError, AttributeError) as error:
            raise GoldenError(f"{path}, line {number}: not a golden case ({error}).") from error
        if case.id in known:
            raise GoldenError(f"{path}, line {number}: the id {case.id!r} stands in an earlier line too.")
        known.add(case.id)
        yield case
    if not known:
        raise GoldenError(f"{path} holds no question.")


def _case(row: dict[str, Any]) -> Case:
    return Case(
        id=row["id"],
        group=row.get("group", row["id"]),
        language=row["lang"],
        kind=row["kind"],
        question=row["question"],
        history=tuple(row.get("history") or ()),
        answerable=bool(row["answerable"]),
        answer=row.get("answer") or "",
        documents=_documents(row),
        locators=tuple(part.strip() for part in (row.get("locator") or "").split("||") if part.strip()),
        cells=tuple(row.get("cells") or ()),
        accept=tuple(
            (str(document), None if page is None else int(page)) for document, page in row.get("accept") or ()
        ),
        must=tuple(row.get("must") or ()),
        must_not=tuple(row.get("must_not") or ()),
        must_alt=tuple(row.get("must_alt") or ()),
        sheets=tuple(part.strip() for part in (row.get("sheet") or "").split("|") if part.strip()),
    )


def _documents(row: dict[str, Any]) -> tuple[str, ...]:
    named = row.get("docs") or row.get("doc") or row.get("file") or ()
    return tuple(
        p.strip() for name in ([named] if isinstance(named, str) else named) for p in name.split(";") if p.strip()
    )
