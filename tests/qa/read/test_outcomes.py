"""What became of a matter is told from the verbs of the decision."""

from __future__ import annotations

import pytest

from qa.read.outcomes import Outcome, asked_outcome, outcome


@pytest.mark.parametrize(
    ("decision", "came_to"),
    [
        ("Nämnden godkänner rapporten.", Outcome.APPROVED),
        ("Riktlinjen antas med ändringar.", Outcome.APPROVED),
        ("Motionens andra att-sats avslås.", Outcome.REJECTED),
        ("Ärendet bordläggs till nästa sammanträde.", Outcome.POSTPONED),
        ("Nämnden återremitterar ärendet.", Outcome.SENT_BACK),
        ("Initiativet lämnas till förvaltningen för beredning.", Outcome.SENT_BACK),
        ("Motionen anses besvarad.", Outcome.ANSWERED),
        ("Nämnden utser en ny ledamot.", None),
        ("Den första att-satsen bifalls och den andra avslås.", None),
    ],
)
def test_a_decision_comes_to_one_thing_or_to_none(decision: str, came_to: Outcome | None) -> None:
    assert outcome(decision) is came_to


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Blev det ja till lyktorna?", Outcome.APPROVED),
        ("Did the committee say yes to the lamps?", Outcome.APPROVED),
        ("Varför avslog nämnden ansökan?", Outcome.REJECTED),
        ("Was the matter postponed?", Outcome.POSTPONED),
        ("Hur många lyktor finns det?", None),
    ],
)
def test_a_question_asks_about_an_outcome_or_about_none(question: str, asked: Outcome | None) -> None:
    assert asked_outcome(question) is asked
