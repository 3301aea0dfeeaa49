"""What is asked of cells is worked out from the cells that the case names."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from eval.build.case import Built
from eval.build.cells import cells
from eval.build.everything import Originals

CSV = {"C5": Decimal(120), "C6": Decimal(80), "C7": Decimal(112), "C8": Decimal(312),
       "D5": Decimal("75.5"), "D6": Decimal("81.0"), "D8": Decimal("78.0")}  # fmt: skip


def built(originals: Originals, kind: str) -> list[Built]:
    cases = cells(originals.tables, Random(3), 200)
    return [case for case in cases if case.kind == kind and case.documents == ("bygglov.csv",)]


def test_every_value_follows_from_its_cells(originals: Originals) -> None:
    work = {
        "lookup": lambda values: values[0],
        "difference": lambda values: abs(values[0] - values[1]),
        "highest": lambda values: values[0],
        "sum": sum,
    }
    for kind, worked in work.items():
        found = built(originals, kind)
        assert found, kind
        for case in found:
            assert case.value == float(worked([CSV[cell] for cell in case.cells])), case


def test_totals_are_neither_summed_nor_ranked(originals: Originals) -> None:
    for kind in ("sum", "highest", "difference"):
        assert not [case for case in built(originals, kind) if "Hela kommunen" in case.questions[0]]


def test_shares_are_not_summed_and_differ_in_percentage_points(originals: Originals) -> None:
    assert not [case for case in built(originals, "sum") if "Andel" in case.questions[0]]
    apart = [case for case in built(originals, "difference") if "Andel" in case.questions[0]]
    assert {case.unit for case in apart} == {"procentenheter"}


def test_a_question_names_table_member_and_measure_in_both_languages(originals: Originals) -> None:
    for case in built(originals, "lookup"):
        for question in case.questions:
            assert "Bygglov i Norrviks distrikt" in question
            assert question.endswith("?")
        assert "stadsdelen ”" in case.questions[0]
        assert 'district "' in case.questions[1]


def test_a_missing_value_is_not_asked_for(originals: Originals) -> None:
    assert not [case for case in built(originals, "lookup") if "D7" in case.cells]
