"""The numbered items of an agenda."""

from __future__ import annotations

from collections.abc import Callable

from indexer.model import Document, Form, Kind, Paragraph, Role

Understood = tuple[Document, tuple[Paragraph, ...]]
Read = Callable[..., Understood]
Find = Callable[[Understood, str], Paragraph]

AGENDA = """
Fritidsnämnden, Norrviks kommun
Sammanträde 2023-05-16
Klockan 18:00
Plats Badhuset

1 Information om badet

Diarienummer 2023/FN 0214

Fritidsnämndens förslag till beslut

- Informationen noteras.

2 Taxa för badet

Diarienummer 2023/FN 0215

Fritidsnämndens förslag till beslut

1. Taxan höjs med 4 procent.

Beskrivning av ärendet

Badet har haft 3 400 besök under året, vilket är fler än någonsin förut. Kostnaderna har ökat ännu mer.

Bilagor
Tjänsteskrivelse Taxa för badet.pdf
"""


def test_an_agenda_is_a_notice_whose_items_are_headings(understood: Read, found: Find) -> None:
    agenda = understood(AGENDA)
    assert agenda[0].kind is Kind.KALLELSE
    assert found(agenda, "Taxan höjs").place.headings == ("2 Taxa för badet", "Fritidsnämndens förslag till beslut")
    assert found(agenda, "2 Taxa").form is Form.HEADING


def test_what_an_agenda_proposes_is_no_decision_and_what_it_tells_is_an_account(understood: Read, found: Find) -> None:
    agenda = understood(AGENDA)
    assert found(agenda, "Taxan höjs").role is Role.PROPOSAL
    assert found(agenda, "Badet har haft").role is Role.ACCOUNT
    assert {found(agenda, words).role for words in ("Sammanträde", "Klockan", "Plats")} == {Role.PROCEDURE}


def test_a_numbered_line_without_a_matter_below_it_is_no_item(understood: Read, found: Find) -> None:
    agenda = understood(AGENDA + "\n\n3 Badhus finns i kommunen\n\nDe ligger i Norrvik, Sundet och Holmby.")
    assert found(agenda, "3 Badhus").form is not Form.HEADING
