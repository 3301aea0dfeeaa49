"""How a vote ended is told by the count of votes, in figures or words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from indexer.search import Search
from qa.choose.tally import asks_tally, counts_votes
from qa.engine import Engine
from qa.understand.question import understand

Open = Callable[..., Search]

MINUTES = """PROTOKOLL
Hamnnämnden
Sammanträde 2016-05-12

§ 4 Ny brygga vid Tallnäs

Beslut

Hamnnämnden beslutar att bygga en brygga vid Tallnäs.

Omröstning

Vid omröstningen röstade åtta ledamöter Ja, medan fem röstade Nej.

§ 5 Kran vid kajen

Beslut

Hamnnämnden avslår ansökan om en kran vid kajen.
"""


@pytest.mark.parametrize(
    "text",
    [
        "Nämnden beslutar med 7 ja mot 4 nej.",
        "Vid omröstningen röstade åtta ledamöter Ja, medan fem röstade Nej.",
        "Utskottet avgjorde ärendet med sex röster mot fem.",
        "Ärendet avgjordes med ordförandens utslagsröst.",
    ],
)
def test_a_count_of_votes_is_known_in_figures_and_words(text: str) -> None:
    assert counts_votes(text)


@pytest.mark.parametrize("text", ["Den som stöder förslaget röstar ja.", "Nämnden höjde avgiften med 7 kronor."])
def test_what_counts_no_votes_is_none(text: str) -> None:
    assert not counts_votes(text)


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Hur slutade omröstningen om bryggan?", True),
        ("How did the vote on the jetty end?", True),
        ("What was the outcome of the vote?", True),
        ("Vad kostade bryggan?", False),
    ],
)
def test_the_question_for_the_outcome_of_a_vote_is_known(question: str, asked: bool) -> None:
    assert asks_tally(understand(question)) is asked


def test_the_vote_of_the_matter_is_told(indexed: Open) -> None:
    answer = Engine(indexed(minutes=MINUTES)).ask("Hur slutade omröstningen om bryggan vid Tallnäs?")
    assert "åtta ledamöter Ja" in answer.text
