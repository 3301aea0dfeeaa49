"""A passage is found again whatever the layout; a changed one is not."""

from __future__ import annotations

import pytest

from eval.passages import Original

TEXT = """Nämnden tackade för redovisningen. Under 2020 fanns 12 bän-
kar i parken, och av dem var tre trasiga. Kostnaden var 1 200 kr för varje bänk som lagades under yrkes\x02Sida 2 (3)
Fritidsnämnden 2021-02-03
grupperna stannade kvar i parken hela sommaren enligt planen.
Bänkar 2019 14
Stolar 2020 12
"""


@pytest.mark.parametrize(
    "passage",
    [
        "Under 2020 fanns 12 bänkar i parken, och av dem var tre trasiga.",
        "under  2020 fanns 12 bän-kar\u00a0i parken",
        "Kostnaden var 1\u00a0200 kr för varje bänk som lagades under yrkesgrupperna stannade kvar i parken hela",
        "Stolar 2020 12",
    ],
)
def test_a_passage_is_found_again_across_line_and_page_breaks(passage: str) -> None:
    assert Original(TEXT).holds(passage)


@pytest.mark.parametrize(
    "passage",
    [
        "Under 2020 fanns 14 bänkar i parken, och av dem var tre trasiga.",
        "Under 2020 fanns 12 bänkar i parken, och av dem var inte tre trasiga.",
        "Under 12 fanns 2020 bänkar i parken",
        "2 bänkar i parken",
        "Bänkar 2019 15",
        "Nämnden beslutade att riva parken.",
        "grupperna stannade kvar i parken hela sommaren. Under 2020 fanns 12 bänkar i parken",
        "Under 2020 fanns 12 bänkar i parken\noch av dem var 12 trasiga",
    ],
)
def test_a_changed_passage_is_not_found(passage: str) -> None:
    assert not Original(TEXT).holds(passage)


def test_cells_of_a_table_may_stand_in_another_order_but_prose_may_not() -> None:
    assert Original(TEXT).holds("Bänkar Stolar 2019 2020 14 12")
    assert not Original(TEXT).holds("12 parken i bänkar fanns 2020")


def test_a_word_parted_by_the_foot_of_a_page_is_found() -> None:
    original = Original(
        "Nämnden såg att båda yrkes\ufffe\r\nJusterarnas signatur\r\ngrupperna stannar längre i dag än förr."
    )
    assert original.holds("Nämnden såg att båda yrkesgrupperna stannar längre i dag än förr.")


def test_a_sentence_across_a_page_break_is_found_but_not_one_stitched_of_far_parts() -> None:
    far = Original(f"Under 2020 fanns 12 bänkar i parken. {'annat ' * 500} Nämnden tackade för hela redovisningen.")
    near = Original("Under 2020 fanns 12 bänkar Sida 2 (3) Fritidsnämnden i parken sedan länge.")
    assert near.holds("Under 2020 fanns 12 bänkar i parken sedan länge.")
    assert not far.holds("Under 2020 fanns 12 bänkar i parken. Nämnden tackade för hela redovisningen.")
