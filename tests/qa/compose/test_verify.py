"""Nothing is sent that its citations do not bear out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from indexer.build import remove
from indexer.search import Search
from qa.compose.verify import Unverified, verify
from qa.model import Answer, AnswerFigure, Citation, Status

Cite = Callable[..., Citation]
Open = Callable[..., Search]

GUARDS = "Antalet inhyrda parkvakter har minskat från 80 stycken 2015 till 21 stycken i oktober 2017."
PERCENT = AnswerFigure(-73.8, "procent", formula="(21 [1] − 80 [1]) / 80 [1] × 100")


def said(text: str, *citations: Citation, figures: tuple[AnswerFigure, ...] = (), language: str = "sv") -> Answer:
    return Answer("?", language, Status.ANSWERED, text, figures, citations)


@pytest.fixture
def guards(cite: Cite) -> Citation:
    return cite("protokoll.txt", GUARDS)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("21 parkvakter i oktober 2017, uppger (V) och (S) [1].", "sv"),
        ("Uppgiften står i § 27, dnr FN 2017:77 [1].", "sv"),
        (f"Så här: ”{GUARDS}” [1]", "sv"),
        (f"Like this: “{GUARDS}” [1]", "en"),
        ("Uppgiften står i protokollet [1].", "sv"),
    ],
    ids=["number", "place and registry number", "quote", "english quote", "no number"],
)
def test_what_stands_in_the_cited_paragraph_passes_unchanged(
    search: Search, guards: Citation, text: str, language: str
) -> None:
    answer = said(text, guards, language=language)
    assert verify(answer, search.library) is answer


@pytest.mark.parametrize(
    "text",
    ["22 parkvakter [1].", "Tjugotvå parkvakter [1].", "21 parkvakter i oktober 2016 [1].", "2,1 parkvakter [1].",
     "210 parkvakter [1].", "−21 parkvakter [1]."],
)  # fmt: skip
def test_a_number_that_no_cited_paragraph_holds_is_refused(search: Search, guards: Citation, text: str) -> None:
    with pytest.raises(Unverified, match="not in any cited paragraph"):
        verify(said(text, guards), search.library)


def test_a_number_that_stands_only_in_an_uncited_paragraph_is_refused(search: Search, guards: Citation) -> None:
    with pytest.raises(Unverified):
        verify(said("29 parkvakter [1].", guards), search.library)


@pytest.mark.parametrize(
    ("text", "language"), [("Så: ”Alla vakter är nöjda.” [1]", "sv"), ("So: “All guards are happy.” [1]", "en")]
)
def test_a_made_up_quote_in_the_text_is_refused(search: Search, guards: Citation, text: str, language: str) -> None:
    with pytest.raises(Unverified, match="quoted but not cited"):
        verify(said(text, guards, language=language), search.library)


def test_a_made_up_quote_of_a_citation_is_refused(search: Search, guards: Citation) -> None:
    with pytest.raises(Unverified, match="does not stand in its paragraph"):
        verify(said("21 parkvakter [1].", replace(guards, quote="Vakterna är 21.")), search.library)


def test_a_made_up_quote_of_what_is_only_related_is_refused(search: Search, guards: Citation) -> None:
    made_up = replace(guards, quote="Vakterna är 21.")
    with pytest.raises(Unverified):
        verify(Answer("?", "sv", Status.NOT_FOUND, "Det framgår inte.", related=(made_up,)), search.library)


def test_a_quote_is_found_again_however_its_lines_are_broken(search: Search, guards: Citation) -> None:
    verify(said("Så är det [1].", replace(guards, quote=GUARDS.replace(" 2015", "\n  2015"))), search.library)


def test_an_answer_without_a_citation_is_refused(search: Search) -> None:
    with pytest.raises(Unverified, match="without a citation"):
        verify(said("Ja."), search.library)


def test_a_formula_that_holds_passes(search: Search, guards: Citation) -> None:
    verify(said("−73,8 procent [1]", guards, figures=(PERCENT,)), search.library)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("−70 procent [1]", replace(PERCENT, value=-70)),
        ("−73,8 procent [1]", replace(PERCENT, formula="(21 [1] − 90 [1]) / 90 [1] × 100")),
        ("59 [1]", AnswerFigure(59, formula="21 [1] − 80 [1]")),
        ("3 frågor [1]", AnswerFigure(3, formula="count([1], [2])")),
    ],
    ids=["wrong result", "operand not in the source", "wrong sign", "wrong count"],
)
def test_a_formula_that_does_not_hold_is_refused(
    search: Search, guards: Citation, text: str, figure: AnswerFigure
) -> None:
    with pytest.raises(Unverified, match=r"formula does not hold|marks"):
        verify(said(text, guards, figures=(figure,)), search.library)


def test_a_computed_number_without_its_formula_is_refused(search: Search, guards: Citation) -> None:
    with pytest.raises(Unverified):
        verify(said("−73,8 procent [1]", guards), search.library)


def test_a_paragraph_that_is_no_longer_in_the_library_is_refused(indexed: Open, guards: Citation) -> None:
    own = indexed("protokoll.txt", "rapport.txt")
    answer = said("21 parkvakter [1].", guards)
    verify(answer, own.library)
    remove(own.library.path, "protokoll.txt")
    with pytest.raises(Unverified, match="no longer in the library"):
        verify(answer, own.library)


def test_not_found_needs_no_citation(search: Search) -> None:
    verify(Answer("?", "sv", Status.NOT_FOUND, "Det framgår inte av de 6 dokumenten."), search.library)


@pytest.mark.parametrize(
    ("text", "holds"), [("340 besök (april 2026) [1].", True), ("340 besök (maj 2026) [1].", False)]
)
def test_a_month_has_the_year_of_its_document_unless_it_lies_after_it(indexed: Open, text: str, holds: bool) -> None:
    written = "RAPPORT\nHallnämnden 2026-04-20\n\nI april och i maj räknas 340 besök i hallen."
    search = indexed(rapport=written)
    (document,) = search.library.documents()
    paragraph = next(one for one in search.library.paragraphs(document.id) if "340" in one.text)
    answer = said(text, Citation(1, document, paragraph, paragraph.text, page=None))
    if holds:
        assert verify(answer, search.library) == answer
    else:
        with pytest.raises(Unverified, match="2026"):
            verify(answer, search.library)
