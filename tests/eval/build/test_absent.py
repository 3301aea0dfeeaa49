"""A twin asks for what stands nowhere."""

from __future__ import annotations

import re
from random import Random

from eval.build.absent import Everything
from eval.build.everything import Originals, build


def test_a_year_is_absent_when_no_text_names_it_and_no_period_spans_it() -> None:
    everything = Everything("åren 2020–2024, läsåret 2030/31 och 2026")
    drawn = {everything.year(2024, Random(seed)) for seed in range(60)}
    assert not drawn & {2020, 2021, 2022, 2023, 2024, 2026, 2030, 2031}
    assert drawn <= set(range(2015, 2035))


def test_every_twin_holds_something_that_the_documents_lack(originals: Originals) -> None:
    ((_, twins),) = build(originals, ["absent"], 60, 1)
    whole = " ".join(text.folded for text in originals.texts) + " ".join(
        entry.text for grid in originals.grids for row in grid.rows for entry in row
    )
    assert {case.answerable for case in twins} == {False}
    assert len({case.questions[0] for case in twins}) == len(twins) >= 6
    for case in twins:
        swapped = re.split(r"-> |year ", case.source)[-1].removeprefix("§ ")
        assert swapped.lower() not in whole.lower(), case
        assert swapped.lower() in case.questions[0].lower(), case


def test_the_name_of_a_committee_inside_a_word_counts_as_present() -> None:
    assert not Everything("hamnnämndens protokoll").lacks("Hamnnämnden")
