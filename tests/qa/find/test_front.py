"""Lines of front page and signatures are read where it is asked who prepared, ordered or signed something."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from indexer.search import Search
from qa.engine import Engine
from qa.model import Status

Open = Callable[..., Search]

REPORT = """TJÄNSTEUTLÅTANDE

Handläggare: Siv Norrby

Beställare: Kommunstyrelsen

Översyn av bryggorna vid Tallnäs

Bryggorna vid Tallnäs har blivit slitna. Förvaltningen har gått igenom alla bryggor under hösten och funnit att hälften
behöver lagas innan nästa säsong.

Virket kostar mycket, och därför föreslås att arbetet delas upp på två år.

Åke Lundin Förvaltningschef Siv Norrby Utredare
"""
OTHER = """TJÄNSTEUTLÅTANDE

Handläggare: Ove Strand

Taxa för ridhuset

Ridhusets taxa föreslås vara oförändrad under nästa år eftersom antalet ryttare har minskat.
"""


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Vem på förvaltningen handlade ärendet om bryggorna vid Tallnäs?", "Siv Norrby"),
        ("Vem höll i ärendet om ridhusets taxa?", "Ove Strand"),
        ("Vem har beställt översynen av bryggorna vid Tallnäs?", "Kommunstyrelsen"),
    ],
)
def test_a_label_of_the_very_document_says_who(indexed: Open, question: str, name: str) -> None:
    answer = Engine(indexed(bryggor=REPORT, ridhus=OTHER)).ask(question)
    assert answer.status is Status.ANSWERED
    assert answer.text.startswith(name)


def test_a_title_is_that_of_the_name_before_it(indexed: Open) -> None:
    text = Engine(indexed(bryggor=REPORT, ridhus=OTHER)).ask("Vem var förvaltningschef när bryggorna sågs över?").text
    assert text.startswith("Åke Lundin")


def test_a_line_of_another_document_is_no_answer(indexed: Open) -> None:
    answer = Engine(indexed(bryggor=REPORT, ridhus=OTHER)).ask("Vem har beställt utredningen om ridhusets taxa?")
    assert "Kommunstyrelsen" not in answer.text
