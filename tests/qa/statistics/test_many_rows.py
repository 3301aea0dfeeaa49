"""Tables of more rows than are ever read at once: every row counts, wherever it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from indexer.build import build
from indexer.embedding import HashingEmbedder
from indexer.search import Search
from qa.engine import Engine
from qa.model import Answer, Status

Ask = Callable[[str], Answer]

TOWNS = [f"{begin}{end}" for begin in ("Alm", "Björk", "Ek", "Furu", "Gran", "Hassel") for end in ("by", "torp", "vik")]
YEARS = range(2018, 2024)
AGES = [f"{age} år" for age in range(20)]
LAST = TOWNS[-1]


def visits(town: str, year: int, age: str, sex: str) -> int:
    """More for each town, far more for the one at the end, and one more for each year."""
    return (50 if town == LAST else 10 + TOWNS.index(town)) + year - 2018 + (age == "0 år") + (sex == "Kvinnor")


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    folder = tmp_path_factory.mktemp("many")
    lines = ["Besök i öppna förskolan efter ort, år, ålder och kön", "", "Ort;År;Ålder;Kön;Antal besök;Nöjda (%)"]
    for town in TOWNS:
        for year in YEARS:
            for age in AGES:
                for sex in ("Kvinnor", "Män"):
                    satisfied = "99,5" if (town, year, age, sex) == (LAST, 2023, AGES[-1], "Män") else "50,0"
                    count = "" if (town, year, age, sex) == (TOWNS[1], 2022, AGES[3], "Män") else (
                        visits(town, year, age, sex))  # fmt: skip
                    lines.append(f"{town};{year};{age};{sex};{count};{satisfied}")
    (folder / "besok.csv").write_text("\n".join(lines), encoding="utf-8")
    assert len(lines) > 4000
    library: Path = tmp_path_factory.mktemp("asked") / "library"
    build([folder], library, embedder=HashingEmbedder())
    with Engine(Search.open(library, embedder=HashingEmbedder())) as engine:
        yield engine


@pytest.fixture
def ask(engine: Engine) -> Ask:
    return engine.ask


def total(town: str | None, year: int, sex: str | None = None) -> float:
    """What the cells come to, town by town where none is given."""
    return sum(
        visits(one, year, age, kind)
        for one in TOWNS
        for age in AGES
        for kind in ("Kvinnor", "Män")
        if town in (None, one) and sex in (None, kind)
    )


def values(answer: Answer) -> list[float]:
    return [figure.value for figure in answer.figures]


def test_the_highest_is_found_at_the_end_of_the_table(ask: Ask) -> None:
    answer = ask("Vilken ort hade flest besök 2023?")
    assert LAST in answer.text
    assert values(answer) == [total(LAST, 2023)]
    assert answer.status is Status.COMPUTED


def test_labels_with_several_cells_are_ranked_by_their_sum_and_that_is_said(ask: Ask) -> None:
    answer = ask("Vilka två orter hade flest besök 2021?")
    assert answer.series is not None
    assert [(point.x, point.y) for point in answer.series.points] == [
        (LAST, total(LAST, 2021)),
        (TOWNS[-2], total(TOWNS[-2], 2021)),
    ]
    assert "Summerat över Ålder och Kön" in answer.text


def test_what_cannot_be_summed_is_ranked_cell_by_cell(ask: Ask) -> None:
    answer = ask("Vilken ort hade högst andel nöjda 2023?")
    assert f"{LAST}, {AGES[-1]}, Män med 99,5 procent [1]" in answer.text
    assert "enskilda celler" in answer.text


def test_a_sum_takes_every_row_and_cites_their_range(ask: Ask) -> None:
    answer = ask("Hur många besök gjordes totalt 2020?")
    assert values(answer) == [total(None, 2020)]
    assert answer.figures[0].formula == "sum([1])"
    cells = answer.citations[0].cells
    assert cells is not None
    assert cells.count == len(TOWNS) * len(AGES) * 2
    assert answer.citations[0].paragraph.place.cells[0] == "E84:E123"


def test_a_trend_has_a_sum_for_each_year(ask: Ask) -> None:
    answer = ask(f"Hur har antalet besök i {LAST} utvecklats?")
    assert answer.series is not None
    assert [point.y for point in answer.series.points] == [total(LAST, year) for year in YEARS]


def test_a_threshold_counts_the_sums_of_labels(ask: Ask) -> None:
    answer = ask("Hur många orter hade fler än 1500 besök 2023?")
    assert values(answer)[0] == 1


def test_two_labels_are_compared_by_their_sums(ask: Ask) -> None:
    answer = ask(f"Hur många fler kvinnor än män besökte öppna förskolan i {LAST} 2022, antal besök?")
    assert total(LAST, 2022, "Kvinnor") - total(LAST, 2022, "Män") in values(answer)


def test_a_few_cells_are_summed_one_by_one(ask: Ask) -> None:
    answer = ask(f"Hur många besök hade {LAST} 2019 bland 3 år?")
    assert answer.figures[0].formula.count("+") == 1


def test_a_missing_cell_is_said_and_is_not_nought(ask: Ask) -> None:
    answer = ask(f"Hur många besök hade {TOWNS[1]} 2022?")
    assert values(answer)[0] == total(TOWNS[1], 2022) - visits(TOWNS[1], 2022, AGES[3], "Män")
    assert "saknas" in answer.text


def test_what_cannot_be_summed_is_refused_with_what_it_is_told_apart_by(ask: Ask) -> None:
    answer = ask(f"Hur stor andel var nöjda i {LAST} 2023?")
    assert answer.status is Status.NOT_FOUND
    assert "Ålder och Kön" in answer.text


def test_when_nothing_meets_the_threshold_the_nearest_is_shown(ask: Ask) -> None:
    answer = ask("Hur många orter hade fler än 9000 besök 2023?")
    assert answer.status is Status.COMPUTED
    assert answer.text.startswith("Ingen")
    assert LAST in answer.text


def test_a_search_finds_the_row_of_a_long_table(engine: Engine) -> None:
    hit = engine.search(f"Antal besök i {LAST} 2023, kvinnor, 0 år")[0]
    assert hit.paragraph.place.cells == (f"E{3 + len(TOWNS) * len(YEARS) * len(AGES) * 2 - 39}",)
    assert "57" in hit.paragraph.text
