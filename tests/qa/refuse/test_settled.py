"""What stands recorded in the § on the matter needs no weighing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from indexer.model import Role
from qa.find.retrieve import Candidate
from qa.read.readings import Reading
from qa.refuse.settled import settled
from qa.understand.question import understand

Make = Callable[..., Candidate]
Read = Callable[..., list[Reading]]


@pytest.mark.parametrize(
    ("question", "text", "role", "known"),
    [
        ("Vad beslutade nämnden om bryggan?", "Bryggan byggs om.", Role.DECISION, True),
        ("Vad beslutade nämnden om bastun?", "Bryggan byggs om.", Role.DECISION, False),
        ("Vad beslutade nämnden om bryggan?", "Bryggan byggs om.", Role.PROPOSAL, False),
        ("Hur slutade omröstningen om bryggan?", "Bryggan byggs, med 7 ja mot 4 nej.", Role.PROCEDURE, True),
        ("Vem föreslog bryggan?", "Sten Ahl (C) föreslår att bryggan byggs om.", Role.PROCEDURE, True),
        ("Vem föreslog bryggan?", "Bryggan är gammal.", Role.ACCOUNT, False),
    ],
)
def test_only_what_is_recorded_on_the_matter_is_settled(
    candidate: Make, reading: Read, question: str, text: str, role: Role, known: bool
) -> None:
    query = understand(question)
    assert settled(query, reading(query, candidate(text, role, section="§ 3"))) is known
