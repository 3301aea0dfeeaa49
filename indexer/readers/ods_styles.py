"""Which cells of an OpenDocument spreadsheet are percentages."""

from __future__ import annotations

import re
import zipfile

from indexer.readers.package import read_sheet
from indexer.readers.xlsx_styles import Looks, flag

_TAG = re.compile(
    rb"<table:(?P<kind>table|table-row|table-cell|covered-table-cell)(?P<attributes>(?:\s[^>]*?)?)(?P<end>/?)>"
)
_NAME = re.compile(rb'table:name="([^"]*)"')
_REPEATED = re.compile(rb'table:number-(?:rows|columns)-repeated="(\d{1,7})"')
_PERCENT = b'office:value-type="percentage"'
_MOST_REPEATS = 5000  # of a percentage; more are empty cells to the edge of the sheet


def ods_percent(package: zipfile.ZipFile) -> dict[str, Looks]:
    """By sheet name."""
    sheets: dict[str, Looks] = {}
    looks, row, column, height = Looks(), -1, 0, 1
    for found in _TAG.finditer(read_sheet(package, "content.xml")):
        attributes = found["attributes"]
        repeated = _REPEATED.search(attributes)
        times = int(repeated.group(1)) if repeated else 1
        if found["kind"] == b"table":
            name = _NAME.search(attributes)
            looks = sheets.setdefault(_plain(name.group(1)) if name else "", Looks())
            row, column, height = -1, 0, 1
        elif found["kind"] == b"table-row":
            row, column, height = row + height, 0, times
        else:
            if _PERCENT in attributes:
                for down in range(min(height, _MOST_REPEATS)):
                    for right in range(min(times, _MOST_REPEATS)):
                        flag(looks, row + down, column + right)
            column += times
    return sheets


def _plain(name: bytes) -> str:
    text = name.decode("utf-8", "replace")
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
        text = text.replace(entity, sign)
    return text
