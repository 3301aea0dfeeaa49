"""Lines that sign."""

from __future__ import annotations

import pytest

from indexer.model import Form, Speaker
from indexer.structure.entry import Entry, Sort
from indexer.structure.pieces import Piece
from indexer.structure.signatures import is_signature_line, signers
from indexer.structure.signing import signed
from indexer.structure.speakers import signer

SIGNING = [
    "Anna Ek",
    "Anna Ek (S)",
    "Lars-Erik Åberg m fl (M)",
    "Avdelningschef",
    "Tf förvaltningschef",
    "Anna Ek, förvaltningschef",
    "Sekreterare Eva Sund",
    "Vid protokollet.",
    "Justerat 2023-04-24",
    "Justerat den 3 april 2023",
    "Ordföranden Anna Ek (S) och vice ordföranden Bo Lind (M)",
    "Anna Ek Förvaltningschef Bo Lind Avdelningschef",
    "Norrvik den 4 mars 2024",
    "För Vänsterpartiet i Norrvik",
    "Ordförande i bad- och fritidsnämnden",
    "Eva Sund, teknisk chef",
]


@pytest.mark.parametrize("line", SIGNING)
def test_a_line_of_a_signature_is_known(line: str) -> None:
    assert is_signature_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "Skrivelsen anses besvarad med detta",
        "Ordföranden ställer förslagen mot varandra",
        "Badhuset öppnar",
        "Justerat belopp uppgår till 3 mkr",
        "Med detta anser jag interpellationen besvarad",
        "Fritidsnämnden Kommunledningskontoret",
    ],
)
def test_other_lines_do_not_sign(line: str) -> None:
    assert not is_signature_line(line)


def texts(*lines: str) -> list[Entry]:
    return [Entry(Piece(line)) for line in lines]


def test_names_and_titles_are_one_signature() -> None:
    found = signed(texts("Anna Ek", "Avdelningschef", "Bo Lind", "Förvaltningschef", "Texten börjar här."))
    assert [(entry.sort, entry.signers) for entry in found] == [
        (Sort.SIGNATURE, ("Anna Ek", "Bo Lind")),
        (Sort.BODY, ()),
    ]


def test_a_lone_name_in_the_middle_signs_nothing() -> None:
    assert all(entry.sort is Sort.BODY for entry in signed(texts("En text.", "Norra Badhuset", "En text till.")))


def test_a_lone_name_at_the_end_signs() -> None:
    assert signed(texts("En text.", "Anna Ek"))[-1].sort is Sort.SIGNATURE


def test_a_name_broken_over_lines_is_whole() -> None:
    found = signed(texts("Ordföranden Anna Ek (S) och vice ordföranden Bo", "Lind (M)"))
    assert found[0].signers == ("Anna Ek", "Bo Lind")


def test_two_names_beside_each_other_are_told_by_two_titles() -> None:
    assert signers("Anna Ek Bo Lind", "Förvaltningschef Utredare") == ["Anna Ek", "Bo Lind"]
    assert signers("Anna Maria Ek Lind", "Utredare") == ["Anna Maria Ek Lind"]


def test_several_names_with_titles_on_one_line_are_all_named() -> None:
    assert signers("Anna Ek Förvaltningschef Bo Lind Tf. Utredare", "") == ["Anna Ek", "Bo Lind"]


def test_an_item_never_signs() -> None:
    item = Entry(Piece("Anna Ek (S)", Form.ITEM, marker="•"))
    assert signed([item])[0].sort is Sort.BODY


def test_the_chair_of_a_board_signs_for_it() -> None:
    found = signer("Anna Ek Fritidsnämndens ordförande", ["Anna Ek"])
    assert found == Speaker("Fritidsnämnden", "Fritidsnämndens ordförande", (), ("Anna Ek",))


def test_two_names_below_the_words_of_approval_sign_and_elsewhere_do_not() -> None:
    found = signed(texts("Justerat 2023-05-20", "Anna Ek (S) och Bo Lind (M)", "Texten börjar här."))
    assert [entry.sort for entry in found] == [Sort.SIGNATURE, Sort.SIGNATURE, Sort.BODY]
    assert signed(texts("Anna Ek (S) och Bo Lind (M)"))[0].sort is Sort.BODY
