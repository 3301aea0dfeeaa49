"""Of readings that read about as well the one comes first that the kind of question calls for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from indexer.model import Form, Kind, Role
from qa.choose.prefer import preferred
from qa.find.retrieve import Candidate
from qa.read.readings import Reading
from qa.understand.question import understand

Make = Callable[..., Candidate]
Read = Callable[..., list[Reading]]


def level(readings: list[Reading], *texts: str) -> list[Reading]:
    """The readings in the order of the texts, each a little below the one before."""
    by_text = {reading.passage.text: reading for reading in readings}
    return [replace(by_text[text], score=-0.1 * place) for place, text in enumerate(texts)]


def test_what_was_decided_comes_before_what_is_told(candidate: Make, reading: Read) -> None:
    told, decided = "Planen för lyktorna antogs i april 2016.", "Planen för lyktorna gäller åren 2017–2019."
    query = understand("Vilka år beslutade nämnden att planen för lyktorna ska gälla?")
    found = reading(query, candidate(told), candidate(decided, Role.DECISION, number=2))
    assert preferred(query, level(found, told, decided))[0].passage.text == decided


def test_who_reserved_stands_where_the_reservation_is(candidate: Make, reading: Read) -> None:
    moved, reserved = "Eva Ek (V) har lämnat en motion om lyktorna.", "Bo Lund (S) reserverar sig mot beslutet."
    query = understand("Vem reserverade sig mot beslutet om lyktorna?")
    found = reading(query, candidate(moved), candidate(reserved, Role.PROCEDURE, number=2))
    assert preferred(query, level(found, moved, reserved))[0].passage.text == reserved


def test_the_writer_of_a_letter_signs_the_letter(candidate: Make, reading: Read) -> None:
    reply, letter = "Rut Backlund\nDirektör", "Eva Ek (V)\nBo Lund (S)"
    query = understand("Vem skrev skrivelsen om lyktorna?")
    found = reading(
        query,
        candidate(reply, Role.SIGNATURE, kind=Kind.SVAR),
        candidate(letter, Role.SIGNATURE, "b", kind=Kind.SKRIVELSE),
    )
    assert preferred(query, level(found, reply, letter))[0].passage.text == letter


def test_how_many_of_them_is_a_part_of_the_whole(candidate: Make, reading: Read) -> None:
    whole, part = "Under 2017 slutade 58 ledare.", "Av de 58 bytte 19 tjänst i kommunen."
    query = understand("Hur många av dem bytte tjänst?")
    found = reading(query, candidate(f"{whole} {part}"))
    assert preferred(query, level(found, whole, part))[0].passage.text == part


def test_whether_it_was_approved_says_the_decision_of_its_section(candidate: Make, reading: Read) -> None:
    proposed, decided = "Nämnden inför fria besök.", "Ärendet lämnas till förvaltningen för beredning."
    query = understand("Har nämnden sagt ja till fria besök?")
    found = reading(
        query,
        candidate(proposed, Role.PROPOSAL, section="§ 12"),
        candidate(decided, Role.DECISION, number=2, section="§ 12"),
    )
    assert preferred(query, level(found, proposed, decided))[0].passage.text == decided


def test_a_registry_number_stands_in_the_line_of_the_matter(candidate: Make, reading: Read) -> None:
    said, line = "Planen för lyktorna godkänns.", "§ 12 2017.047 PN Planen för lyktorna"
    query = understand("Vilket diarienummer har planen för lyktorna?")
    dnr = ("2017.047 PN", "2017.001 PN")
    found = reading(
        query, candidate(said, dnr=dnr), candidate(line, Role.PROCEDURE, number=2, form=Form.HEADING, dnr=dnr)
    )
    assert preferred(query, level(found, said, line))[0].passage.text == line


def test_what_reads_far_below_is_not_preferred(candidate: Make, reading: Read) -> None:
    told, decided = "Planen för lyktorna antogs i april 2016.", "Planen för lyktorna gäller åren 2017–2019."
    query = understand("Vilka år beslutade nämnden att planen för lyktorna ska gälla?")
    best, below = level(reading(query, candidate(told), candidate(decided, Role.DECISION, number=2)), told, decided)
    assert preferred(query, [best, replace(below, score=best.score - 20)])[0].passage.text == told
