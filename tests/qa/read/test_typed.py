"""Does a passage hold the type of thing that is asked for?"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from indexer.model import Role
from qa.find.retrieve import Candidate
from qa.read.passages import passages
from qa.read.typed import bodies, holds_type, typed_numbers
from qa.understand.question import understand

Make = Callable[..., Candidate]


@pytest.mark.parametrize(
    ("question", "holds", "lacks"),
    [
        ("Hur många lyktor finns?", "Det finns 310 lyktor.", "Det finns lyktor av flera slag."),
        ("Hur mycket kostar bytet?", "Bytet kostar 1,9 miljoner kronor.", "Bytet tar 3 veckor."),
        ("Hur stor andel är behöriga?", "74 procent är behöriga.", "74 ledare är behöriga."),
        ("Hur många procentenheter ökade andelen?", "Den ökade 13 procentenheter.", "Den ökade med 13 procent."),
        ("Hur stort var underskottet?", "Underskottet var 52,4 mnkr.", "Underskottet var stort."),
        ("Hur lång tid tar det?", "Det tar 14 dagar.", "Det tar 14 personer."),
        ("När antogs planen?", "Planen antogs den 3 maj 2019.", "Planen antogs av nämnden."),
        ("Vilken tid började mötet?", "Mötet började kl. 18.30.", "Mötet började sent."),
        ("Hur ofta städas hallen?", "Hallen städas varje dag.", "Hallen städas noga."),
        ("Vem är ordförande?", "Rut Backlund är ordförande.", "Posten är vakant."),
        ("Vilket parti lämnade motionen?", "Motionen lämnades av (V).", "Motionen lämnades sent."),
        ("Vilket diarienummer har ärendet?", "Dnr FN 2017:77", "Ärendet saknar nummer."),
    ],
)
def test_a_passage_holds_the_wanted_type_or_lacks_it(candidate: Make, question: str, holds: str, lacks: str) -> None:
    with_it, without = passages([candidate(holds), candidate(lacks)])
    assert holds_type(understand(question), with_it) is True
    assert holds_type(understand(question), without) is False


def test_a_question_for_text_wants_no_type(candidate: Make) -> None:
    (passage,) = passages([candidate("Förvaltningen delar på passen.")])
    assert holds_type(understand("Hur arbetar förvaltningen med passen?"), passage) is None


def test_a_number_of_the_question_is_not_its_answer(candidate: Make) -> None:
    (passage,) = passages([candidate("Av de 33 har 19 stycken bytt tjänst.")])
    found = typed_numbers(understand("Hur många av de 33 ledarna har bytt tjänst?"), passage)
    assert [number.value for number in found] == [19.0]


def test_a_date_or_a_reference_is_no_count(candidate: Make) -> None:
    (passage,) = passages([candidate("Enligt § 27 den 3 maj 2019, dnr 3.1-77/2017, finns lyktor.")])
    assert typed_numbers(understand("Hur många lyktor finns?"), passage) == ()


def test_a_percent_change_may_be_worked_out_from_counts(candidate: Make) -> None:
    (passage,) = passages([candidate("Antalet vakter minskade från 80 till 20 stycken.")])
    found = typed_numbers(understand("Med hur många procent minskade antalet vakter?"), passage)
    assert {number.value for number in found} == {80.0, 20.0}


@pytest.mark.parametrize(("role", "decided"), [(Role.DECISION, True), (Role.PROPOSAL, True), (Role.ACCOUNT, False)])
def test_a_decision_stands_among_decisions_or_proposals(candidate: Make, role: Role, decided: bool) -> None:
    (passage,) = passages([candidate("Nämnden avslår ansökan.", role)])
    assert holds_type(understand("Vad beslutade nämnden?"), passage) is decided


def test_a_body_that_the_question_names_does_not_answer_it(candidate: Make) -> None:
    (passage,) = passages([candidate("Fritidsnämnden gav förvaltningen uppdraget.")])
    assert bodies(understand("Vem fick uppdraget av fritidsnämnden?"), passage) == ["förvaltningen"]
