"""The verdict on one answer, from the golden case and the answer's JSON alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from eval.golden import Case

_SPACES = re.compile(r"[\s\u00a0\u2007\u2009\u202f]+")


@dataclass(frozen=True)
class Verdict:
    """What was right about one answer; `strict` is the measure that counts."""

    case: Case
    status: str
    text_right: bool
    citation_right: bool
    strict: bool
    seconds: float


def judge(case: Case, answer: dict[str, Any]) -> Verdict:
    """Score the answer (JSON of the `ask` door) against its case."""
    status = str(answer.get("status", "error"))
    text = fold(str(answer.get("text", "")))
    text_right = all(_either(entry, text) for entry in case.must) and not any(
        _either(entry, text) for entry in case.must_not
    )
    citation_right = any(_covers(case, citation) for citation in answer.get("citations", ()))
    if case.kind == "ambiguous":
        strict = (status == "clarify" and text_right) or (
            bool(case.must_alt) and all(_either(entry, text) for entry in case.must_alt)
        )
    elif not case.answerable:
        strict = status == "not_found"
    else:
        strict = status != "not_found" and text_right and citation_right
    return Verdict(case, status, text_right, citation_right, strict, float(answer.get("elapsed_ms", 0.0)) / 1000)


def fold(text: str) -> str:
    """Lower-cased, white space of every width folded to one space."""
    return _SPACES.sub(" ", text).strip().lower()


def covers_locator(case: Case, citation: dict[str, Any]) -> bool:
    """Does the cited paragraph hold one of the case's locators, in one of its documents?"""
    text = fold(str(citation.get("text", "")))
    in_document = not case.documents or citation.get("document") in case.documents
    return in_document and any(fold(locator) in text for locator in case.locators)


def _covers(case: Case, citation: dict[str, Any]) -> bool:
    return covers_locator(case, citation) or _covers_cell(case, citation) or _accepted(case, citation)


def _covers_cell(case: Case, citation: dict[str, Any]) -> bool:
    cited: Iterable[str] = citation.get("cells") or ()
    sheet, document = citation.get("sheet") or "", citation.get("document") or ""
    named = {form for cell in cited for form in (cell, f"{sheet}!{cell}", f"{document}!{cell}")}
    return any(cell in named for cell in case.cells)


def _accepted(case: Case, citation: dict[str, Any]) -> bool:
    if (citation.get("document"), citation.get("page")) not in case.accept:
        return False
    text = fold(str(citation.get("text", "")))
    return bool(case.must) and all(_either(entry, text) for entry in case.must)


def _either(entry: str, text: str) -> bool:
    return any(_occurs(_SPACES.sub(" ", option).lower(), text) for option in entry.split("|"))


def _occurs(wanted: str, text: str) -> bool:
    """Substring, but a number is matched whole: "12" is neither in "312" nor in "12,5"."""
    before = r"(?<!\d)(?<!\d[.,])" if wanted[:1].isdigit() else ""
    if re.match(r"\d{3}(?!\d)", wanted):
        before += r"(?<!\d )"  # the last group of a longer number
    after = r"(?!\d)(?![.,]\d)(?! \d{3}(?!\d))" if wanted[-1:].isdigit() else ""
    return re.search(before + re.escape(wanted) + after, text) is not None
