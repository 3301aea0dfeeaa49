"""List markers."""

from __future__ import annotations

import pytest

from indexer.readers.pdf_markers import split_marker


@pytest.mark.parametrize(
    ("line", "marker", "rest"),
    [
        ("• Nämnden godkänner", "•", "Nämnden godkänner"),
        ("\uf0b7 Nämnden godkänner", "•", "Nämnden godkänner"),
        ("- nämnden godkänner", "-", "nämnden godkänner"),
        ("-Alla skolor ska få besök", "-", "Alla skolor ska få besök"),
        ("o Mål för året", "o", "Mål för året"),
        ("12. Uppdraget avslutas", "12.", "Uppdraget avslutas"),
        ("a) att godkänna", "a)", "att godkänna"),
        ("B/ Muntlig information", "B/", "Muntlig information"),
    ],
)
def test_a_marker_is_parted_from_its_text(line: str, marker: str, rest: str) -> None:
    assert split_marker(line) == (marker, rest)


@pytest.mark.parametrize("line", ["-5 925 tkr", "2031-05-06 beslutade", "o dyl", "1,5 mnkr", "§ 14", "Nämnden"])
def test_a_line_without_marker_is_left_alone(line: str) -> None:
    assert split_marker(line) == ("", line)
