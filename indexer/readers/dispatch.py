"""Inside the child: find out what a file is and hand it to its reader."""

from __future__ import annotations

import importlib
from dataclasses import replace
from pathlib import Path

from indexer.errors import Reason, Refusal
from indexer.model import RawDocument
from indexer.readers.sniff import sniff

# Imported when the first file of the format comes: the parsers are slow to load.
READERS = {
    "pdf": ("indexer.readers.pdf", "read_pdf"),
    "docx": ("indexer.readers.docx", "read_docx"),
    "odt": ("indexer.readers.odt", "read_odt"),
    "html": ("indexer.readers.html", "read_html"),
    "markdown": ("indexer.readers.markdown", "read_markdown"),
    "text": ("indexer.readers.text", "read_text"),
    "xlsx": ("indexer.readers.workbook", "read_xlsx"),
    "xlsb": ("indexer.readers.workbook", "read_xlsb"),
    "xls": ("indexer.readers.workbook", "read_xls"),
    "ods": ("indexer.readers.workbook", "read_ods"),
    "csv": ("indexer.readers.delimited", "read_csv"),
    "px": ("indexer.readers.px", "read_px"),
    "json-stat": ("indexer.readers.jsonstat", "read_jsonstat"),
}


def read_here(path: Path) -> RawDocument:
    """Read the file in this very process. Raises Refusal; other errors of the parsers come through."""
    module, function = READERS[sniff(path)]
    raw: RawDocument = getattr(importlib.import_module(module), function)(path)
    if any(block.rows for block in raw.blocks):
        from indexer.tables.from_blocks import tables_in  # loads NumPy: only when there are tables

        raw = replace(raw, tables=(*raw.tables, *tables_in(raw.blocks)))
    if not raw.tables and not any(block.text.strip() for block in raw.blocks):
        detail = f"the {raw.format} file holds no text" + (", only images perhaps" if raw.format == "pdf" else "")
        raise Refusal(Reason.NO_TEXT, detail, "If it is scanned, run it through text recognition (OCR) first.")
    return raw
