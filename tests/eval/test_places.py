"""A citation covers a place of a case: a locator, a cell in any of its forms, or an accepted page."""

from __future__ import annotations

from typing import Any

import pytest

from eval.golden import Case
from eval.places import LONGEST_PARAGRAPH, covered, covers

CASE = Case(
    id="1", group="1", language="sv", kind="figure", question="Hur många bänkar?", history=(), answerable=True,
    answer="12", documents=("parker/norr.txt",), locators=("fanns 12 bänkar", "tolv bänkar i allt"), cells=(),
    accept=(), must=("12|tolv",), must_not=(), must_alt=(),
)  # fmt: skip


def case(**changes: Any) -> Case:
    return Case(**{**CASE.__dict__, **changes})


def cited(text: str = "", document: str = "parker/norr.txt", **more: Any) -> dict[str, Any]:
    return {"document": document, "text": text, **more}


def test_white_space_in_a_locator_is_folded() -> None:
    assert covers(CASE, cited("År 2020 fanns\u00a0 12\nbänkar."))


@pytest.mark.parametrize("document", ["norr.txt", "stad/parker/norr.txt", "parker/norr.txt"])
def test_a_document_is_known_by_its_path_from_any_folder(document: str) -> None:
    assert covers(CASE, cited("fanns 12 bänkar", document))


@pytest.mark.parametrize("document", ["parker/soder.txt", "orr.txt", ""])
def test_the_same_words_in_another_document_do_not_count(document: str) -> None:
    assert not covers(CASE, cited("fanns 12 bänkar", document))


def test_recall_counts_each_locator_once() -> None:
    assert covered(CASE, [cited("fanns 12 bänkar"), cited("där fanns 12 bänkar")]) == 1
    assert covered(CASE, [cited("fanns 12 bänkar"), cited("tolv bänkar i allt")]) == 2


def test_a_whole_document_given_as_a_paragraph_counts_only_by_its_quote() -> None:
    whole = "x " * LONGEST_PARAGRAPH + "fanns 12 bänkar"
    assert not covers(CASE, cited(whole, quote="x x x"))
    assert covers(CASE, cited(whole, quote="fanns 12 bänkar"))


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        ("B4", {"cells": ["B4"]}),
        ("B4", {"cells": ["A1", "$B$4"], "sheet": "Blad1"}),
        ("Blad1!B4", {"cells": ["B4"], "sheet": "Blad1"}),
        ("Blad1!B4", {"cells": ["'Blad1'!B4"]}),
        ("norr.txt!B4", {"cells": ["B4"]}),
        ("tid=2001|region=00 Riket", {"cells": ["region=00 Riket|tid=2001"]}),
    ],
)
def test_a_cell_is_named_in_any_of_the_forms(wanted: str, given: dict[str, Any]) -> None:
    assert covers(case(locators=(), cells=("Z9", wanted)), cited(**given))


def test_a_cell_of_another_sheet_is_another_cell() -> None:
    assert not covers(case(locators=(), cells=("B4",), sheets=("Blad1",)), cited(cells=["B4"], sheet="Blad2"))
    assert covers(case(locators=(), cells=("B4",), sheets=("Blad1",)), cited(cells=["B4"], sheet="Blad1"))
    assert not covers(case(locators=(), cells=("Blad1!B4",)), cited(cells=["B4"], sheet="Blad2"))


def test_a_cell_of_another_document_does_not_count() -> None:
    assert not covers(case(locators=(), cells=("B4",)), cited(document="torg.xlsx", cells=["B4"]))


def test_one_of_several_cells_is_the_whole_place() -> None:
    wanted = case(locators=(), cells=("B4", "B5", "B6"))
    assert covered(wanted, [cited(cells=["B5"])]) == wanted.places == 1


def test_an_accepted_page_counts_when_its_paragraph_holds_every_must() -> None:
    accepting = case(accept=(("torg.txt", 3),), must=("12", "bänkar"))
    assert covers(accepting, cited("På torget 12 bänkar", "torg.txt", page=3))
    assert not covers(accepting, cited("På torget 12 träd", "torg.txt", page=3))
    assert not covers(accepting, cited("På torget 12 bänkar", "torg.txt", page=4))


@pytest.mark.parametrize("cells", [["A11:K11"], ["F2:F90"], ["Blad1!F11:F12"], ["$F$11:$F$11"]])
def test_a_range_within_one_row_or_column_names_its_cells(cells: list[str]) -> None:
    assert covers(case(locators=(), cells=("F11",)), cited(cells=cells))


@pytest.mark.parametrize("cells", [["A4:K14"], ["A12:K12"], ["G2:G90"], ["F1:F1000000"]])
def test_a_whole_table_names_no_cell(cells: list[str]) -> None:
    assert not covers(case(locators=(), cells=("F11",)), cited(cells=cells))
