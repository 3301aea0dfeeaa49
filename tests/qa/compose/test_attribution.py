"""Who says it, in words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from indexer.model import Kind, Role, Speaker
from qa.compose.attribution import attribution, claimant
from qa.find.retrieve import Candidate

Make = Callable[..., Candidate]

OFFICE = Speaker(body="Fritidsförvaltningen")
PARTIES = Speaker(role="vice ordförande", parties=("V", "S"), persons=("Signe Almlöf", "Rut Backlund"))


@pytest.mark.parametrize(
    ("role", "speaker", "swedish", "english"),
    [
        (Role.DECISION, OFFICE, "enligt beslutet i protokollet", "according to the decision in the minutes"),
        (Role.PROPOSAL, OFFICE, "enligt förslaget till beslut i protokollet",
         "according to the proposed decision in the minutes"),
        (Role.ACCOUNT, OFFICE, "enligt fritidsförvaltningen", "according to fritidsförvaltningen"),
        (Role.ACCOUNT, Speaker(), "enligt protokollet", "according to the minutes"),
        (Role.REPLY, Speaker(), "enligt ordföranden", "according to the chair"),
        (Role.CLAIM, PARTIES, "uppger (V) och (S) i protokollet", "according to (V) and (S) in the minutes"),
        (Role.SIGNATURE, Speaker(), "enligt protokollet", "according to the minutes"),
    ],
)  # fmt: skip
def test_each_voice_is_named_for_what_it_is(
    candidate: Make, role: Role, speaker: Speaker, swedish: str, english: str
) -> None:
    held = candidate("Det finns 12 lyktor.", role, speaker=speaker, kind=Kind.PROTOKOLL)
    assert attribution(held.document, held.paragraph, "sv") == swedish
    assert attribution(held.document, held.paragraph, "en") == english


def test_a_proposal_never_sounds_like_a_decision(candidate: Make) -> None:
    held = candidate("Nämnden föreslås besluta.", Role.PROPOSAL)
    assert "enligt beslutet" not in attribution(held.document, held.paragraph, "sv")
    assert "the decision in" not in attribution(held.document, held.paragraph, "en")


def test_a_claim_in_a_special_statement_names_the_statement(candidate: Make) -> None:
    held = candidate("Vi är glada.", Role.CLAIM, speaker=PARTIES, headings=("§ 27 Plan", "Särskilt uttalande"))
    assert claimant(held.document, held.paragraph, "sv") == "(V) och (S) i ”Särskilt uttalande”"


def test_a_claim_without_parties_names_its_persons_and_without_any_the_document(candidate: Make) -> None:
    named = candidate("Vi är glada.", Role.CLAIM, speaker=Speaker(persons=("Rut Backlund",)), kind=Kind.SKRIVELSE)
    assert claimant(named.document, named.paragraph, "sv") == "Rut Backlund i skrivelsen"
    unnamed = candidate("Vi är glada.", Role.CLAIM, kind=Kind.SKRIVELSE)
    assert claimant(unnamed.document, unnamed.paragraph, "en") == "the letter"


def test_a_reply_is_by_the_chair_of_the_body_when_both_are_stated(candidate: Make) -> None:
    held = candidate("Det är 33.", Role.REPLY, speaker=Speaker(body="fritidsnämnden", role="ordförande"))
    assert attribution(held.document, held.paragraph, "sv") == "enligt fritidsnämndens ordförande"
    assert attribution(held.document, held.paragraph, "en") == "according to the chair of fritidsnämnden"


def test_what_is_only_asked_is_said_to_be_a_question(candidate: Make) -> None:
    held = candidate("Kan parken få lyktor?", Role.QUESTION, speaker=PARTIES, kind=Kind.SKRIVELSE)
    assert attribution(held.document, held.paragraph, "sv") == "enligt en fråga från (V) och (S) i skrivelsen"


def test_an_office_written_with_its_body_is_said_once(candidate: Make) -> None:
    chair = Speaker(body="fritidsnämnden", role="Ordförande i fritidsnämnden")
    held = candidate("Det är 33.", Role.REPLY, speaker=chair)
    assert attribution(held.document, held.paragraph, "en") == "according to the chair of fritidsnämnden"
