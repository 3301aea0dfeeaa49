"""Which line breaks end a paragraph."""

from __future__ import annotations

from indexer.model import Block, Form, RawDocument
from indexer.structure.joining import append, pieces, wrap_width
from indexer.structure.pieces import Piece

WORDS = {"simhallen", "badhusen", "barnomsorg"}


def known(word: str) -> bool:
    return word.lower() in WORDS


def read(*blocks: Block | str, form: str = "text") -> list[Piece]:
    taken = tuple(block if isinstance(block, Block) else Block(block) for block in blocks)
    return pieces(RawDocument(form, taken), known)


def texts(*blocks: Block | str, form: str = "text") -> list[str]:
    return [piece.text for piece in read(*blocks, form=form)]


WRAPPED = (
    "Simhallen har under året haft fler besökare än\n"
    "något tidigare år, och kön till simskolan har\n"
    "vuxit med 12 procent sedan förra våren. Under\n"
    "hösten öppnar en bassäng."
)


def test_wrapped_lines_are_one_paragraph() -> None:
    assert texts(WRAPPED) == [WRAPPED.replace("\n", " ")]
    assert wrap_width([Block(WRAPPED)]) is not None


def test_lines_that_are_whole_sentences_are_paragraphs_of_their_own() -> None:
    lines = [f"Det här är en hel mening om simhallen som står på en egen lång rad, nummer {n}." for n in range(4)]
    assert texts("\n".join(lines)) == lines


def test_a_short_line_in_wrapped_text_ends_its_paragraph() -> None:
    assert len(texts(WRAPPED + "\nSkrivelsen anses besvarad.")) == 2


def test_a_heading_of_the_dictionary_stands_alone_without_a_blank_line() -> None:
    assert texts("Ärendets beredning\n" + WRAPPED)[0] == "Ärendets beredning"


def test_a_number_that_wrapped_to_the_next_line_begins_no_item() -> None:
    text = WRAPPED + "\n" + "Nämnden har fått en inbjudan från staden, bilaga\n1. Den svarar i vår."
    assert any("bilaga 1. Den svarar" in found for found in texts(text))


def test_items_get_their_markers() -> None:
    found = read("Bilagor\n1. Inbjudan\n2. Plan", "- Hur många simmar?", "e Hur många dyker?", "A/ Information")
    assert [(piece.marker, piece.text) for piece in found][1:] == [
        ("1.", "Inbjudan"),
        ("2.", "Plan"),
        ("-", "Hur många simmar?"),
        ("e", "Hur många dyker?"),
        ("A/", "Information"),
    ]


def test_a_negative_number_is_no_item() -> None:
    assert read("-124,9 mnkr är resultatet för året.")[0].marker == ""


def test_clauses_of_a_decision_are_items() -> None:
    found = read("Fritidsnämnden beslutar\natt öppna badhuset\natt sänka avgiften.")
    assert [(piece.form, piece.text) for piece in found[1:]] == [
        (Form.ITEM, "att öppna badhuset"),
        (Form.ITEM, "att sänka avgiften."),
    ]


def test_a_sentence_cut_by_a_blank_line_is_mended() -> None:
    assert texts("Staden har", "också en simskola.") == ["Staden har också en simskola."]


def test_a_sentence_cut_by_a_page_break_knows_where_the_page_turns() -> None:
    found = read(Block("Staden har", page=1), Block("också en simskola.", page=2), form="pdf")
    assert len(found) == 1
    assert found[0].page == 1
    assert found[0].page_breaks == (len("Staden har "),)


def test_page_breaks_move_with_the_text() -> None:
    block = Block("  Första raden utan punkt\noch andra raden.", page=3, page_breaks=(26,))
    found = read(block, form="pdf")[0]
    assert found.text[found.page_breaks[0] :] == "och andra raden."


def test_a_piece_after_a_page_break_is_on_the_later_page() -> None:
    text = "Slut på en mening.\nBörjan på nästa."
    found = read(Block(text, page=3, page_breaks=(text.index("B"),)), form="pdf")
    assert [(piece.page, piece.page_breaks) for piece in found] == [(3, ()), (4, ())]


def test_a_word_broken_at_the_line_end_is_made_whole_when_it_exists() -> None:
    assert append("sim-", "hallen", known)[0] == "simhallen"
    assert append("Björk-", "Berga", known)[0] == "Björk-Berga"
    assert append("HR-", "avdelningen", known)[0] == "HR-avdelningen"
    assert append("barn-", "och ungdomsvård", known)[0] == "barn- och ungdomsvård"


def test_the_lines_of_a_laid_out_block_stay_together_until_a_sentence_ends() -> None:
    assert texts("Anna Ek (S)\nBo Alm (M)", form="pdf") == ["Anna Ek (S) Bo Alm (M)"]
    assert texts("Ja säger Ek.\nNej säger Alm.", form="pdf") == ["Ja säger Ek.", "Nej säger Alm."]


def test_two_headings_taken_for_one_are_parted() -> None:
    heading = Block("Beslut Förslag till beslut i fritidsnämnden", Form.HEADING, level=2)
    assert texts(heading, form="pdf") == ["Beslut", "Förslag till beslut i fritidsnämnden"]


def test_a_heading_parted_from_its_section_stands_under_it() -> None:
    found = read(Block("§ 3 Badhuset\nBeslut", Form.HEADING, level=1), form="pdf")
    assert [(piece.text, piece.level) for piece in found] == [("§ 3 Badhuset", 1), ("Beslut", 2)]


def test_who_makes_a_statement_is_parted_from_the_statement() -> None:
    lead = "Anna Ek (S) och Bo Alm (S) lämnar följande protokollsanteckning:"
    assert texts(f"{lead} Vi vill ha ett nytt badhus.", form="pdf") == [lead, "Vi vill ha ett nytt badhus."]


def test_a_table_is_left_as_it_is() -> None:
    table = Block("År 2020\nBesök 12", Form.TABLE, rows=(("År", "2020"), ("Besök", "12")))
    assert read(table)[0].text == table.text
