"""Which registry numbers a citation shows, in JSON and on the terminal."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO
from typing import Any

import pytest
from rich.console import Console

from api.answer_json import answer_json
from api.matter import own_dnr_text
from api.terminal import show_answer
from indexer.model import Document, Form, Kind, Paragraph, Place, Role
from qa.model import Answer, Citation, Status

MINUTES = Document("a" * 16, "p.txt", Kind.PROTOKOLL, "Protokoll", "text", dnr=("2013.162 FN", "2013.170 FN"))
BATH = Paragraph(
    "b" * 16, MINUTES.id, "Avgiften höjs.", Place(4, section="§ 5", headings=("§ 5 2013.170 FN Badet",)), Role.DECISION
)


@pytest.mark.parametrize(
    ("paragraph", "dnr"),
    [
        (BATH, "2013.170 FN"),
        (replace(BATH, place=Place(4, headings=("§ 5 2013.170\u00a0FN\nBadet", "Beslut"))), "2013.170 FN"),
        (replace(BATH, place=Place(3), form=Form.HEADING, text="§ 4 2013.162 FN Parken"), "2013.162 FN"),
        (replace(BATH, place=Place(4), text="Se 2013.162 FN."), "2013.162 FN, 2013.170 FN"),
        (replace(BATH, place=Place(4, headings=("§ 6 12013.162 FN",))), "2013.162 FN, 2013.170 FN"),
        (replace(BATH, place=Place(4, headings=("§ 6 Övrigt",))), "2013.162 FN, 2013.170 FN"),
    ],
)
def test_a_paragraph_shows_the_number_over_it_and_else_those_of_the_document(paragraph: Paragraph, dnr: str) -> None:
    assert own_dnr_text(MINUTES, paragraph) == dnr


def test_no_number_is_none() -> None:
    assert own_dnr_text(replace(MINUTES, dnr=()), BATH) is None


def test_citations_from_two_matters_of_one_meeting_each_name_their_own(engine: Any) -> None:
    park = replace(BATH, id="c" * 16, place=Place(8, section="§ 6", headings=("§ 6 2013.162 FN Parken",)))
    cited = tuple(Citation(n, MINUTES, p, p.text, None) for n, p in enumerate((BATH, BATH, park), start=1))
    answer = Answer("Höjs avgiften?", "sv", Status.ANSWERED, "Ja [1][2][3].", citations=cited)
    told = answer_json(answer, engine.library)
    assert [citation.dnr for citation in told.citations] == [
        "2013.170 FN",
        "2013.170 FN",
        "2013.162 FN",
    ]
    out = StringIO()
    show_answer(answer, Console(file=out))
    sources = [line for line in out.getvalue().splitlines() if line.startswith("[")]
    assert sources == [
        "[1] Protokoll · § 5 · dnr 2013.170 FN",
        "[2] samma dokument · § 5",
        "[3] samma dokument · § 6 · dnr 2013.162 FN",
    ]
