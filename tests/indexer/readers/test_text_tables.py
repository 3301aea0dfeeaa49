from __future__ import annotations

from indexer.model import Form
from indexer.readers.text import raw_text
from indexer.readers.text_tables import table_at


def rows_of(text: str) -> list[list[str]]:
    table = table_at(text.split("\n"))
    return [] if table is None else table.rows


def test_columns_set_apart_by_blanks_below_heads_are_a_table() -> None:
    text = (
        "Mått                Utfall 2020   Budget 2021   Utfall 2021\n"
        "Antal båtplatser    1 204         1 210         1 198\n"
        "– varav lediga      31            30            12"
    )
    assert rows_of(text) == [
        ["Mått", "Utfall 2020", "Budget 2021", "Utfall 2021"],
        ["Antal båtplatser", "1 204", "1 210", "1 198"],
        ["– varav lediga", "31", "30", "12"],
    ]


def test_an_empty_cell_keeps_its_column() -> None:
    text = (
        "Verksamhet      Intäkter   Kostnader   Resultat\n"
        "Hamnen          12,0       -11,0       1,0\n"
        "Reserv          2,0                    2,0"
    )
    assert rows_of(text)[2] == ["Reserv", "2,0", "", "2,0"]


def test_a_wrapped_label_is_put_together_and_a_lone_label_is_a_row() -> None:
    text = (
        "Nyckeltal                     2020    2021\n"
        "Båtar\n"
        "Båtar med plats i någon av\n"
        "kommunens hamnar              310     322\n"
        "Båtar på land                 41      40"
    )
    assert rows_of(text) == [
        ["Nyckeltal", "2020", "2021"],
        ["Båtar", "", ""],
        ["Båtar med plats i någon av kommunens hamnar", "310", "322"],
        ["Båtar på land", "41", "40"],
    ]


def test_groups_parted_by_blank_lines_go_on_below_the_same_heads() -> None:
    text = (
        "Drift            Utfall    Budget\n"
        "\n"
        "Hamnen\n"
        "Intäkter         100       90\n"
        "Kostnader        -80       -85\n"
        "\n"
        "Badplatserna\n"
        "Intäkter         4         5\n"
        "\n"
        "Underskottet vid badplatserna beror på den kalla sommaren, som höll gästerna borta."
    )
    assert [row[0] for row in rows_of(text)] == [
        "Drift",
        "Hamnen",
        "Intäkter",
        "Kostnader",
        "Badplatserna",
        "Intäkter",
    ]


def test_other_heads_begin_another_table() -> None:
    text = (
        "Drift            Utfall    Budget\n"
        "Hamnen           100       90\n"
        "Baden            4         5\n"
        "Drift            2020      2021\n"
        "Hamnen           7         8"
    )
    assert len(rows_of(text)) == 3
    parted = text.replace("\nDrift            2020", "\n\nDrift            2020")
    assert len(rows_of(parted)) == 3


def test_letterheads_attendance_and_signatures_are_no_tables() -> None:
    for text in (
        "Handläggare: Stina Ek              2024-03-01\nHamnkontoret                       Dnr HN 2024/11",
        "Närvarande      Stina Ek (C), ordförande\n                Olof Alm (S)",
        "Stina Ek          Olof Alm\nOrdförande        Justerare",
        "Båtklubben        12 000 kr\nSeglarna          8 000 kr",
    ):
        assert rows_of(text) == []


def test_bars_part_the_cells_and_stand_in_the_text_as_written() -> None:
    blocks = raw_text("Avgifter\n\nPlats | Kronor\n---|---\nBrygga | 900\nLand | 300\n\nSlut.").blocks
    table = blocks[1]
    assert table.form is Form.TABLE
    assert table.rows == (("Plats", "Kronor"), ("Brygga", "900"), ("Land", "300"))
    assert table.text == "Plats | Kronor\nBrygga | 900\nLand | 300"
    assert [block.text for block in (blocks[0], blocks[2])] == ["Avgifter", "Slut."]


def test_a_sentence_with_a_bar_is_no_table() -> None:
    assert rows_of("Kommunen | Start\nVälkommen hit.") == []


def test_each_tab_is_the_edge_of_a_column_so_an_empty_cell_stays() -> None:
    heads = "Hamnens namn\tBåtar 2020\tBåtar 2021\n"
    assert rows_of(heads + "Norrhamnen\t31\t33\nVikhamnen\t\t45\nSundet\t12") == [
        ["Hamnens namn", "Båtar 2020", "Båtar 2021"],
        ["Norrhamnen", "31", "33"],
        ["Vikhamnen", "", "45"],
        ["Sundet", "12", ""],
    ]


def test_tabs_need_no_room_for_labels_longer_than_their_head() -> None:
    rows = rows_of("Hamn\t2020\t2021\nNorra hamnen\t31\t33\nVikhamnen\t\t45\n\nMer står i bilagan, som är lång.")
    assert rows[1:] == [["Norra hamnen", "31", "33"], ["Vikhamnen", "", "45"]]
    assert rows_of("\t2020\t2021\nNorra hamnen\t31\t33\nVikhamnen\t\t45")[2] == ["Vikhamnen", "", "45"]


def test_where_several_tabs_part_two_heads_only_full_rows_are_read() -> None:
    heads = "Hamn\t\t2020\t2021\n"
    assert rows_of(heads + "Norra hamnen\t31\t33\nVik\t\t40\t45")[1:] == [
        ["Norra hamnen", "31", "33"],
        ["Vik", "40", "45"],
    ]
    assert rows_of(heads + "Norra hamnen\t31\t33\nVik\t\t\t45") == []


def test_tabs_below_heads_set_in_blanks_are_no_row() -> None:
    assert rows_of("Hamnens namn    2020    2021\nNorrhamnen\t\t33\nVikhamnen\t40\t45") == []


def test_bars_without_a_rule_need_values_below_heads() -> None:
    assert rows_of("Plats | Avgift\nBrygga | 900 kr\nLand | 300 kr")[1] == ["Brygga", "900 kr"]
    assert rows_of("Moment | Ansvar\n---|---\nBygge | kontoret")[1] == ["Bygge", "kontoret"]
    for text in (
        "Ordförande | Stina Ek (C)\nSekreterare | Olof Alm",
        "Norrviks kommun | Hamnnämnden\nProtokoll | 2024-03-12",
        "Sida 2 | Hamnnämnden | 2024-03-12\nDnr | HN 2024/11 | Justerat",
        "Norrviks kommun | Hamnnämnden\n--------\nProtokoll | 2024",
    ):
        assert rows_of(text) == []


def test_marks_behind_the_names_of_politicians_are_no_values() -> None:
    assert rows_of("Närvarande         Ersätter\nStina Ek (C)       1\nOlof Alm (S)       2") == []
    assert rows_of("Ledamot            Arvode\nStina Ek (C)       4 100\nOlof Alm (S)       2 300") != []
