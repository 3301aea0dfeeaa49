"""The whole way from RawDocument to Document and Paragraphs."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable

import pytest

from indexer.model import Block, Document, Form, Paragraph, RawDocument
from indexer.structure import structure

Understood = tuple[Document, tuple[Paragraph, ...]]
Read = Callable[..., Understood]

DAMAGED = (
    "Svar pa skrivelse om badet\n\nForvaltningens forslag till beslut\n\nFritidsndmnden lamnar svar enligt detta.\n\n"
    "Sammanfattning\n\n" + "Forvaltningen har under aret arbetat med att forbattra badet och det har gatt bra. " * 6
)


def test_an_id_is_the_hash_of_document_number_and_text(minutes: Understood) -> None:
    document, paragraphs = minutes
    assert [paragraph.place.number for paragraph in paragraphs] == list(range(1, len(paragraphs) + 1))
    for paragraph in paragraphs:
        seed = f"{document.id}\n{paragraph.place.number}\n{paragraph.text}"
        assert paragraph.id == hashlib.sha256(seed.encode()).hexdigest()[:16]


def test_the_same_document_gives_the_same_paragraphs(understood: Read) -> None:
    assert understood(DAMAGED) == understood(DAMAGED)


def test_no_word_is_lost_or_made_up(understood: Read) -> None:
    _, paragraphs = understood(DAMAGED)
    read = " ".join(f"{paragraph.marker} {paragraph.text}" for paragraph in paragraphs)
    assert read.split() == DAMAGED.split()


def test_damaged_text_stays_verbatim_and_is_repaired_beside(understood: Read) -> None:
    document, paragraphs = understood(DAMAGED)
    assert document.damaged
    assert document.title == "Svar på skrivelse om badet"
    assert document.committee == "Fritidsnämnden"
    account = paragraphs[-1]
    assert account.text.startswith("Forvaltningen har under aret")
    assert account.readable.startswith("Förvaltningen har under året")
    assert account.place.headings == ("Svar på skrivelse om badet", "Sammanfattning")


def test_sound_text_is_not_repaired(minutes: Understood) -> None:
    assert not minutes[0].damaged
    assert all(paragraph.repaired is None for paragraph in minutes[1])


def test_a_table_keeps_its_cells_and_an_item_its_marker() -> None:
    rows = (("År", "Besök"), ("2022", "340"))
    raw = RawDocument(
        "docx",
        (
            Block("Årsrapport", Form.HEADING, level=1),
            Block("År Besök\n2022 340", Form.TABLE, rows=rows),
            Block("fler besök", Form.ITEM, marker="•"),
        ),
    )
    _, (_, table, item) = structure(raw, content_hash="0" * 16, name="a.docx")
    assert (table.form, table.rows) == (Form.TABLE, rows)
    assert (item.form, item.marker, item.text) == (Form.ITEM, "•", "fler besök")


def test_an_empty_document_has_no_paragraphs() -> None:
    document, paragraphs = structure(RawDocument("text", ()), content_hash="0" * 16, name="tom.txt")
    assert paragraphs == ()
    assert document.title == "tom"


@pytest.mark.parametrize(
    "run", ["A" * 40000, "-a" * 20000, "Aa " * 10000, "barn- och " * 4000, "(A) " * 10000, "a" * 40000]
)
def test_hostile_runs_of_letters_take_no_more_than_a_moment(run: str) -> None:
    torn = tuple(Block(run[start : start + 150]) for start in range(0, len(run), 150))
    start = time.perf_counter()
    structure(RawDocument("text", (Block(run),)), content_hash="0" * 16, name="a.txt")
    structure(RawDocument("text", torn), content_hash="0" * 16, name="a.txt")
    assert time.perf_counter() - start < 3


def test_fifty_pages_are_understood_in_half_a_second() -> None:
    page = "Badhuset har under året haft fler besökare än något tidigare år. Kön har vuxit med 12 barn. " * 3
    blocks = [Block(f"§ {n} Taxa\nBeslut", Form.HEADING, page=n, level=1) for n in range(1, 51)]
    texts = [[Block(f"{page}{n}.{part}", page=n) for part in range(12)] for n in range(1, 51)]
    mixed = [block for head, body in zip(blocks, texts, strict=True) for block in (head, *body)]
    start = time.process_time()
    structure(RawDocument("pdf", tuple(mixed), pages=50), content_hash="0" * 16, name="p.pdf")
    assert time.process_time() - start < 0.5
