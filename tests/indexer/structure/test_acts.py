"""What members do at a meeting, told in running text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from indexer.model import Document, Paragraph, Role, Speaker
from indexer.structure.acts import actors, decided_before, is_act, proposing_body, sending_office

Understood = tuple[Document, tuple[Paragraph, ...]]
Read = Callable[..., Understood]
Find = Callable[[Understood, str], Paragraph]

MINUTES = """
FN § 61

Stöd till föreningar

Fritidsavdelningen 2009-03-12

Fritidsavdelningen har fått in ansökningar om stöd på sammanlagt 124 000 kronor från föreningarna.

Efter beredning föreslår avdelningen följande fördelning:
Norrviks båtklubb 12 000 kr
Sundets orientering 8 000 kr

Arbetsutskottet hade 2009-04-02 beslutat följande:

1. Arbetsutskottet ställer sig bakom förslaget

Ledamoten Bo Lind yrkade att stödet avslås.

Sedan votering begärts godkändes följande voteringsproposition: Den som vill stödja förslaget röstar Ja.

Vid omröstningen röstade sju ledamöter Ja och sex Nej. Anna Ek, Bo Lind och Cia Holm röstade Nej.

Framlagda förslag till beslut

2) Bo Lind m.fl. (M) och Cia Holm (C) föreslår att nämnden beslutar enligt följande:

1 Att återremittera ärendet

Ansökningarna har inte granskats. Det är inte så man hanterar skattepengar.

Fritidsnämndens beslut

1. Stödet beviljas.
"""


@pytest.mark.parametrize(
    "text",
    [
        "Ledamoten Bo Lind yrkade att stödet avslås.",
        "Bo Lind (M) yrkar bifall till motionen.",
        "Bo Lind m.fl. (M) reserverar sig mot beslutet.",
        "Ordföranden ställde proposition på förslagen.",
        "Sedan votering begärts godkändes ordningen.",
        "Den som vill stödja förslaget röstar Ja.",
        "7 ledamöter röstade Ja.",
        "Nej röstar: Bo Lind (M)",
        "Med 4 ja-röster mot 5 nej-röster beslutar nämnden att avslå.",
    ],
)
def test_moving_and_voting_are_acts(text: str) -> None:
    assert is_act(text)


@pytest.mark.parametrize(
    "text",
    [
        "Föreningen yrkar på mer stöd.",
        "Bo Lind (M) föreslår i en motion att badet byggs ut.",
        "Bo Lind hade skrivit ett förslag.",
        "Badet röstades fram som bäst i länet.",
    ],
)
def test_what_others_ask_or_do_is_no_act_of_the_meeting(text: str) -> None:
    assert not is_act(text)


def test_who_moves_is_named_with_or_without_party_and_voters_are_no_speakers() -> None:
    assert actors("Ledamoten Bo Lind yrkade avslag.") == Speaker(role="ledamot", persons=("Bo Lind",))
    assert actors("Bo Lind (M) yrkar avslag.") == Speaker(parties=("M",), persons=("Bo Lind",))
    assert actors("Nej röstar: Bo Lind (M)") == Speaker()


def test_a_body_that_proposes_decided_or_sent_is_named() -> None:
    assert proposing_body("Efter beredning föreslår avdelningen följande:") == Speaker(body="avdelningen")
    assert decided_before("Arbetsutskottet har den 4 maj beslutat följande:") == Speaker(body="Arbetsutskottet")
    assert sending_office("Bad- och fritidsförvaltningen 2009-03-12") == Speaker(body="Bad- och fritidsförvaltningen")


def test_running_minutes_are_told_apart_into_account_proposal_act_and_decision(understood: Read, found: Find) -> None:
    minutes = understood(MINUTES)
    roles = {
        "Fritidsavdelningen har": Role.ACCOUNT,
        "Efter beredning": Role.PROPOSAL,
        "Norrviks båtklubb": Role.PROPOSAL,
        "Arbetsutskottet ställer": Role.ACCOUNT,
        "Ledamoten Bo": Role.PROCEDURE,
        "Sedan votering": Role.PROCEDURE,
        "Vid omröstningen": Role.PROCEDURE,
        "1 Att återremittera": Role.PROPOSAL,
        "Ansökningarna har": Role.CLAIM,
        "Stödet beviljas": Role.DECISION,
    }
    assert {words: found(minutes, words).role for words in roles} == roles


def test_who_stands_before_a_text_speaks_in_it(understood: Read, found: Find) -> None:
    minutes = understood(MINUTES)
    assert found(minutes, "Fritidsavdelningen har").speaker.body == "Fritidsavdelningen"
    assert found(minutes, "Sundets").speaker.body == "Fritidsavdelningen"
    assert found(minutes, "Arbetsutskottet ställer").speaker.body == "Arbetsutskottet"
    assert found(minutes, "Ansökningarna har").speaker == Speaker(parties=("M", "C"), persons=("Bo Lind", "Cia Holm"))
    assert found(minutes, "Vid omröstningen").speaker == Speaker()


def test_the_words_of_a_proposal_handed_in_are_those_of_who_handed_it_in(understood: Read, found: Find) -> None:
    text = (
        "FN § 7 Badet\n\nBo Lind (M) och Cia Holm (C) lämnade ett förslag med följande lydelse:\n\n"
        "Badet ska läggas ned enligt majoriteten, trots att det finns pengar kvar.\n\n"
        "Ordföranden ställer förslagen mot varandra.\n\n"
        "Badet har 3 400 besök om året, fler än någonsin förut i kommunen."
    )
    minutes = understood(text)
    claim = found(minutes, "Badet ska")
    assert (claim.role, claim.speaker.parties) == (Role.CLAIM, ("M", "C"))
    assert found(minutes, "Badet har").role is Role.ACCOUNT


def test_the_items_that_somebody_moves_are_proposals(understood: Read, found: Find) -> None:
    text = "§ 7 Badet\n\nYrkanden\n\nBo Lind (M) yrkar:\n\n1. Badet hålls öppet.\n\n2. Taxan sänks."
    minutes = understood(text)
    assert {(found(minutes, words).role, found(minutes, words).speaker.parties) for words in ("Badet", "Taxan")} == {
        (Role.PROPOSAL, ("M",))
    }
