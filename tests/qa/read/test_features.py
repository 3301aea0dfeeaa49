"""What speaks for and against a passage."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from indexer.model import Form, Kind, Role
from qa.find.retrieve import Candidate
from qa.read.features import NAMES
from qa.read.readings import Reading
from qa.understand.question import understand

Make = Callable[..., Candidate]
Read = Callable[..., list[Reading]]
Feature = Callable[..., float]


@pytest.fixture
def feature(candidate: Make, reading: Read) -> Feature:
    """The value of one feature of one sentence for a question."""

    def of(name: str, asked: str, text: str, /, role: Role = Role.ACCOUNT, **more: object) -> float:
        query = understand(asked)
        (first, *_) = reading(query, candidate(text, role, **more))
        return float(first.vector[NAMES.index(name)])

    return of


@pytest.mark.parametrize(
    ("name", "question", "text", "more"),
    [
        ("coverage of sentence", "Hur många lyktor finns?", "Här finns lyktor.", {}),
        ("coverage of context", "Hur många lyktor finns?", "Det är 12.", {"headings": ("Lyktor",)}),
        ("coverage of the question it answers", "Hur många lyktor?", "Det är 12.", {"question": "Hur många lyktor?"}),
        ("holds wanted type", "Hur många lyktor finns?", "Det finns 12 lyktor.", {}),
        ("lacks wanted type", "Hur många lyktor finns?", "Det finns lyktor.", {}),
        ("period in sentence", "Hur många slutade 2019?", "År 2019 slutade 12.", {}),
        ("period around", "Hur många slutade 2019?", "Det slutade 12.", {"headings": ("År 2019",)}),
        ("period contradicted", "Hur många slutade 2019?", "År 2018 slutade 12.", {}),
        ("names met", "Vad gäller i Björkparken?", "I Björkparken är det mörkt.", {}),
        ("question's numbers met", "Stämmer det att 12 slutat?", "Det är 12 som slutat.", {}),
        ("heading", "Vilken paragraf gäller lyktor?", "§ 3 Lyktor", {"form": Form.HEADING}),
        ("reason given", "Varför är det mörkt?", "Det är mörkt eftersom lyktor saknas.", {}),
        ("decision wanted and taken", "Vad beslutade nämnden?", "Nämnden avslår.", {"role": Role.DECISION}),
        ("decision wanted, only proposed", "Vad beslutade nämnden?", "Nämnden avslår.", {"role": Role.PROPOSAL}),
        ("document kind asked for", "Vad står i motionen?", "Lyktor.", {"kind": Kind.MOTION}),
        ("voice asked for", "Hur många enligt förvaltningen?", "Det är 12.", {}),
        ("other voice than asked for", "Hur många enligt ordföranden?", "Det är 12.", {}),
    ],
)
def test_a_feature_speaks_where_it_should_and_is_silent_elsewhere(
    feature: Feature, name: str, question: str, text: str, more: dict[str, object]
) -> None:
    assert feature(name, question, text, **more) > 0
    assert feature(name, "Hur är det med vattnet?", "Bassängen är varm.") == 0


def test_half_of_the_question_met_is_less_than_all_of_it(feature: Feature) -> None:
    asked = "Hur sköts lyktor och bänkar?"
    half, both = (feature("coverage of sentence", asked, text) for text in ("Lyktor sköts.", "Lyktor, bänkar sköts."))
    assert 0 < half < both <= 1


def test_a_year_within_the_one_asked_for_is_not_contradicted(feature: Feature) -> None:
    assert feature("period contradicted", "Hur många slutade 2019?", "I maj 2019 slutade 12.") == 0
    assert feature("period in sentence", "Hur många slutade 2019?", "I maj 2019 slutade 12.") == 1
