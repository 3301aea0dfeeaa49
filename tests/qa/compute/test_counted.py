"""Rows of lists are counted: for a month, for two months, of two lists, with a condition."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from types import SimpleNamespace

import pytest

from indexer.model import Document, Form, Kind, Paragraph, Place, Role
from qa.compose.wording import Wording
from qa.compute import counted, write_counted
from qa.compute.counted import Counted
from qa.compute.lists import _rows
from qa.find.retrieve import Candidate
from qa.model import Answer, Status
from qa.query import Query
from qa.read.passages import Passage
from qa.understand.question import understand

HEADS = ("Datum", "Ärende", "Beslut")
Ask = Callable[[str], tuple[Query, Counted | None]]


def listed(mark: str, title: str, rows: Iterable[tuple[str, str, str]]) -> tuple[Document, list[Paragraph]]:
    """A document that is a list: its title and its table."""
    document = Document(mark * 16, f"{mark}.txt", kind=Kind.LISTA, title=title, format="text")
    table = (HEADS, *rows)
    text = "\n".join(" ".join(row) for row in table)
    return document, [
        Paragraph(f"{mark}{1:015d}", document.id, title, Place(1), Role.PROCEDURE, Form.HEADING),
        Paragraph(
            f"{mark}{2:015d}", document.id, text, Place(2, headings=(title,)), Role.ACCOUNT, Form.TABLE, rows=table
        ),
    ]


LISTS = [
    listed("a", "Avslutade kurser mars 2025", [("2025-03-02", "Simning", "Klar"), ("2025-03-09", "Dans", "Avbruten")]),
    listed("b", "Avslutade kurser april 2025", [(f"2025-04-0{day}", "Dans", "Klar") for day in range(1, 6)]),
    listed("c", "Nystartade kurser april 2025", [(f"2025-04-1{day}", "Bridge", "Start") for day in range(3)]),
]


@pytest.fixture
def ask() -> Ask:
    held = {document.id: paragraphs for document, paragraphs in LISTS}
    library = SimpleNamespace(paragraphs=lambda document_id: held[document_id])
    readings = [
        SimpleNamespace(passage=Passage(Candidate(document, paragraphs[1], 1.0), 0, 0, 1, first=True))
        for document, paragraphs in LISTS
    ]

    def asked(question: str) -> tuple[Query, Counted | None]:
        query = understand(question)
        return query, counted(query, readings, library)  # type: ignore[arg-type]

    return asked


def told(query: Query, found: Counted | None) -> Answer:
    assert found is not None
    wording = Wording(query)
    write_counted(wording, found)
    return wording.answer()


def test_the_rows_of_the_month_are_counted(ask: Ask) -> None:
    answer = told(*ask("Hur många kurser avslutades i april 2025?"))
    assert answer.text.startswith("5 (april 2025)") and answer.status is Status.COMPUTED
    assert answer.figures[0].formula == "count([2], [3], [4], [5], [6])"


def test_only_the_rows_that_are_meant_are_counted(ask: Ask) -> None:
    assert told(*ask("Hur många avslutade simkurser blev det i mars 2025?")).figures[0].value == 1.0


def test_two_months_are_compared(ask: Ask) -> None:
    answer = told(*ask("Hur många fler avslutade kurser blev det i april än i mars 2025?"))
    assert answer.text.startswith("3 fler: 5 (april 2025) mot 2 (mars 2025)")


def test_two_lists_of_one_month_are_compared(ask: Ask) -> None:
    answer = told(*ask("Blev det fler nystartade än avslutade kurser i april 2025, och hur många i så fall?"))
    assert answer.text.startswith("Nej, 2 färre: 3 (april 2025) mot 5 (april 2025)")


@pytest.mark.parametrize(
    "question",
    [
        "Hur många kurser avslutades i maj 2025?",  # no list of that month
        "Hur många kurser avslutades 2025?",  # lists of months are no year
        "Hur många avslutade ridkurser blev det i april 2025?",  # no such row
        "Hur många böcker lånades i april 2025?",  # no such list
    ],
)
def test_what_no_list_gives_is_not_counted(ask: Ask, question: str) -> None:
    assert ask(question)[1] is None


def test_a_sum_below_the_rows_is_no_row() -> None:
    document, paragraphs = listed(
        "d", "Avslutade kurser maj 2025", [("2025-05-02", "Dans", "Klar"), ("Summa", "1", "")]
    )
    assert len(_rows(document, paragraphs[1])) == 1


def test_the_rows_of_the_lists_of_two_months_are_added_up(ask: Ask) -> None:
    query, found = ask("Hur många kurser avslutades sammanlagt under mars och april 2025?")
    assert found is not None
    wording = Wording(query)
    write_counted(wording, found)
    assert wording.figures[0].value == 7
    assert wording.figures[0].formula.count("count(") == 2
