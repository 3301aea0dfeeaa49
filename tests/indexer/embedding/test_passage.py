"""The text that is embedded for a paragraph."""

from __future__ import annotations

from dataclasses import replace

from indexer.embedding import passage_hash, passage_text
from indexer.model import Document, Kind, Paragraph, Place, Role

DOCUMENT = Document("d" * 16, "a.txt", Kind.SVAR, "Svar om lekplatser", "text")
PARAGRAPH = Paragraph("p" * 16, DOCUMENT.id, "Tvä stycken.", Place(1), Role.REPLY)


def test_a_passage_holds_title_nearest_headings_question_and_readable_text() -> None:
    paragraph = replace(
        PARAGRAPH, place=Place(1, headings=("Svar", "Kultur", "Lek")), question="Hur många?", repaired="Två stycken."
    )
    assert passage_text(DOCUMENT, paragraph) == "Svar om lekplatser\nKultur\nLek\nHur många?\nTvå stycken."


def test_a_heading_that_is_the_title_is_not_repeated() -> None:
    paragraph = replace(PARAGRAPH, place=Place(1, headings=(DOCUMENT.title,)))
    assert passage_text(DOCUMENT, paragraph) == "Svar om lekplatser\nTvä stycken."


def test_equal_passages_have_equal_hashes_and_others_do_not() -> None:
    assert passage_hash("ett") == passage_hash("ett") != passage_hash("två")
