"""Those who went into the red or the black: the sign of a result tells, however people say it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from qa.engine import Engine

RESULTS = """Nämndernas resultat 2023 (tkr)

Nämnd;Budget;Utfall;Resultat
Kulturnämnden;50 000;52 500;-2 500
Miljönämnden;20 000;19 000;1 000
Parknämnden;20 000;19 600;400
Tekniska nämnden;80 000;88 000;-8 000
"""


@pytest.fixture(scope="module")
def engine(over: Callable[[Mapping[str, str]], Engine]) -> Engine:
    return over({"resultat": RESULTS})


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Vilken nämnd gick mest minus 2023?", [-8000]),
        ("Vilken nämnd gick mest plus 2023?", [1000]),
        ("Vilken nämnd gick bäst 2023?", [1000]),
        ("Which committee was furthest in the red in 2023?", [-8000]),
        ("Which committee made the biggest loss in 2023?", [-8000]),
        ("Gick kulturnämnden plus eller minus 2023?", [-2500]),
        ("Vilket underskott hade Tekniska nämnden 2023?", [-8000]),
        ("Vilka nämnder gick minus 2023?", [2, -2500, -8000]),
        ("Vilka nämnder hade överskott 2023?", [2, 1000, 400]),
        ("Which committees had a surplus in 2023?", [2, 1000, 400]),
        ("Hur många nämnder gick med minus 2023?", [2, -2500, -8000]),
    ],
)
def test_the_sign_of_the_result_tells(engine: Engine, question: str, values: list[float]) -> None:
    answer = engine.ask(question)
    assert [figure.value for figure in answer.figures] == values, answer.text
