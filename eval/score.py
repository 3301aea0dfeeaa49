"""The verdict on one answer, from the golden case and the answer's JSON alone (rules: the golden-set form).

Strictly right: the answer holds every `must` and no `must_not`, and a citation covers a place of the case.
Unanswerable: the status is `not_found`. Ambiguous: it asks back (`clarify`) and holds `must`, or it holds every
`must_alt`. A made-up citation covers nothing and supports no number.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from eval.fidelity import unsupported
from eval.golden import Case
from eval.matching import either, fold
from eval.originals import Originals, made_up, numbers_of_cells, without_strange_numbers
from eval.places import covered, covers

_WHOLE = re.compile(r"[a-z]\(((?:\[\d+\](?:,\s*)?)+)\)", re.IGNORECASE)
REFUSED = "not_found"
NO_ANSWER = frozenset({REFUSED, "clarify", "error"})


@dataclass(frozen=True)
class Verdict:
    """What was right about one answer; `strict` is the measure that counts.

    answer_right: the text alone. citation_right: some citation covers a place.
    citation_precision: share of the citations that cover a place of the case; None where nothing is cited or no place
        is named. A citation that supports another part of the answer lowers it, as does one that is made up.
    citation_recall: share of the case's places that are covered; None where none is named, 0 where nothing is cited.
        One place is enough for a right answer, so read recall as how much of the evidence is shown. All cells are one
        place (one of them is enough), and an accepted page stands for one locator.
    fidelity: every number is supported; None where the answer states nothing (a refusal).
    unsupported_numbers: as they stand in the text. missing: `must` entries that are not there; forbidden: `must_not`
        entries that are. made_up: citations that are none, and why.
    """

    status: str
    strict: bool
    answer_right: bool
    citation_right: bool
    citation_precision: float | None
    citation_recall: float | None
    refused: bool
    fidelity: bool | None
    unsupported_numbers: tuple[str, ...]
    missing: tuple[str, ...]
    forbidden: tuple[str, ...]
    made_up: tuple[str, ...]


def judge(case: Case, answer: Mapping[str, Any], originals: Originals | None = None) -> Verdict:
    """Score the answer (JSON of the `ask` door) against its case; `originals`: look its citations up there."""
    status = str(answer.get("status") or "error")
    text = fold(str(answer.get("text") or ""))
    given = [citation for citation in answer.get("citations") or () if isinstance(citation, Mapping)]
    reasons = [made_up(citation, originals) for citation in given]
    real = [citation for citation, reason in zip(given, reasons, strict=True) if not reason]
    missing = tuple(entry for entry in case.must if not either(entry, text))
    forbidden = tuple(entry for entry in case.must_not if either(entry, text))
    covering = [citation for citation in real if covers(case, citation)]
    answer_right = status not in {REFUSED, "error"} and not missing and not forbidden
    supporting = [without_strange_numbers(citation, originals) for citation in real]
    stated = status not in {REFUSED, "error"}
    unfounded = tuple(unsupported(answer, supporting, _held(answer, real, originals))) if stated else ()
    places = case.places if case.answerable else 0
    return Verdict(
        status=status,
        strict=_strict(case, status, text, answer_right and bool(covering), forbidden),
        answer_right=answer_right,
        citation_right=bool(covering),
        citation_precision=len(covering) / len(given) if given and places else None,
        citation_recall=covered(case, covering) / places if places else None,
        refused=status == REFUSED,
        fidelity=None if status in {REFUSED, "error"} else not unfounded,
        unsupported_numbers=unfounded,
        missing=missing,
        forbidden=forbidden,
        made_up=tuple(f"[{c.get('number')}] {reason}" for c, reason in zip(given, reasons, strict=True) if reason),
    )


def _held(
    answer: Mapping[str, Any], citations: Sequence[Mapping[str, Any]], originals: Originals | None
) -> dict[int, list[float]]:
    """The numbers of the cells that the answer's formulas take whole: sum([1])."""
    formulas = " ".join(str(figure.get("formula") or "") for figure in answer.get("figures") or ())
    whole = {int(mark) for call in _WHOLE.findall(formulas) for mark in re.findall(r"\d+", call)}
    return {
        int(citation["number"]): numbers_of_cells(citation, originals)
        for citation in citations
        if citation.get("number") in whole
    }


def _strict(case: Case, status: str, text: str, right: bool, forbidden: Sequence[str]) -> bool:
    if case.kind == "ambiguous":
        asks_back = status == "clarify" and all(either(entry, text) for entry in case.must)
        both_ways = bool(case.must_alt) and all(either(entry, text) for entry in case.must_alt)
        return (asks_back or both_ways) and not forbidden
    return right if case.answerable else status == REFUSED
