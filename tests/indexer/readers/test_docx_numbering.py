from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from indexer.readers.counting import bullet, letters, roman
from indexer.readers.docx import read_docx

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def level(depth: int, written: str, pattern: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{written}"/>{more}'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def numbering(levels: str, more: str = "") -> str:
    return (
        f'<w:numbering {WORD}><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{more}</w:numbering>'
    )


def item(depth: int, number: int = 1) -> str:
    place = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{place}</w:pPr><w:r><w:t>text</w:t></w:r></w:p>"


@pytest.fixture
def markers(docx_of: Callable[..., Path]) -> Callable[..., list[str]]:
    def of(items: list[tuple[int, ...]], root: str, **parts: str) -> list[str]:
        body = "".join(item(*place) for place in items)
        return [block.marker for block in read_docx(docx_of(body, numbering=root, **parts)).blocks]

    return of


def test_levels_count_on_and_begin_again_under_each_item(markers: Callable[..., list[str]]) -> None:
    root = numbering(level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)") + level(2, "lowerRoman", "(%3)"))
    found = markers([(0,), (1,), (1,), (2,), (2,), (0,), (1,), (2,)], root)
    assert found == ["1.", "a)", "b)", "(i)", "(ii)", "2.", "a)", "(i)"]


def test_a_number_may_show_the_levels_above(markers: Callable[..., list[str]]) -> None:
    root = numbering(level(0, "upperRoman", "%1") + level(1, "decimal", "%1.%2", "<w:isLgl/>"))
    assert markers([(0,), (0,), (1,), (1,)], root) == ["I", "II", "2.1", "2.2"]


def test_another_list_of_the_same_kind_goes_on_unless_it_is_told_to_start_over(
    markers: Callable[..., list[str]],
) -> None:
    more = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    root = numbering(level(0, "decimal", "%1."), more)
    assert markers([(0, 1), (0, 1), (0, 2), (0, 3), (0, 3)], root) == ["1.", "2.", "3.", "5.", "6."]


def test_a_level_that_never_restarts_counts_through(markers: Callable[..., list[str]]) -> None:
    root = numbering(level(0, "decimal", "%1.") + level(1, "decimal", "%2)", '<w:lvlRestart w:val="0"/>'))
    assert markers([(0,), (1,), (0,), (1,)], root) == ["1.", "1)", "2.", "2)"]


def test_bullets_and_lists_that_are_switched_off(markers: Callable[..., list[str]]) -> None:
    root = numbering(level(0, "bullet", "\uf0b7") + level(1, "bullet", "-"))
    assert markers([(0,), (1,), (0, 0), (0, 99)], root) == ["•", "-", "", ""]


def test_a_style_brings_its_list_with_it(docx_of: Callable[..., Path]) -> None:
    styles = (
        f'<w:styles {WORD}><w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>'
    )
    levels = level(0, "decimal", "%1") + level(1, "decimal", "%1.%2", '<w:pStyle w:val="H"/>')
    body = '<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr><w:r><w:t>Ekonomi</w:t></w:r></w:p>' * 2
    blocks = read_docx(docx_of(body, styles=styles, numbering=numbering(levels))).blocks
    assert [(block.level, block.marker, block.text) for block in blocks] == [
        (2, "1.1", "Ekonomi"),
        (2, "1.2", "Ekonomi"),
    ]


def test_a_deleted_paragraph_takes_its_number_with_it(docx_of: Callable[..., Path]) -> None:
    gone = item(0).replace("</w:pPr>", "<w:rPr><w:del/></w:rPr></w:pPr>").replace("<w:r>", "<w:del><w:r>")
    body = item(0) + gone.replace("</w:r>", "</w:r></w:del>") + item(0)
    blocks = read_docx(docx_of(body, numbering=numbering(level(0, "decimal", "%1.")))).blocks
    assert [block.marker for block in blocks] == ["1.", "2."]


def test_a_list_without_its_definition_is_plain_text(docx_of: Callable[..., Path]) -> None:
    assert [block.marker for block in read_docx(docx_of(item(0))).blocks] == [""]


def test_letters_and_roman_numbers() -> None:
    assert [letters(number) for number in (1, 26, 27, 28, 0)] == ["a", "z", "aa", "bb", "0"]
    assert [roman(number) for number in (4, 9, 1994, 5000)] == ["iv", "ix", "mcmxciv", "5000"]
    assert [bullet(sign) for sign in ("\uf0a7", "o", "–", "")] == ["•", "•", "–", "•"]
