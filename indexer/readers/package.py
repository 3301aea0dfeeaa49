"""Zip packages (DOCX, ODT, XLSX, ODS): checked before anything is unpacked, their XML parsed with nothing to exploit.

What is refused: bombs (declared sizes, ratio, number of entries), passwords, document type declarations, which
neither OOXML nor OpenDocument needs and every entity attack does.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from xml.parsers import expat

from lxml import etree

from indexer.errors import Reason, Refusal

ENTRIES = 10_000
TOTAL_BYTES = 1 << 30
PART_BYTES = 100 << 20
SHEET_BYTES = 400 << 20  # 200,000 rows of twenty columns take about half of it
RATIO = 200  # of a whole package; XML of real documents packs to between a fifth and a fortieth
RATIO_FREE_BYTES = 20 << 20  # below this a high ratio does no harm
_UNSAFE_ADVICE = "Do not open this file."
_BROKEN_ADVICE = "Open it in its program and save it anew."
_TEXT_MAIN = ("wordprocessingml.document.main", "wordprocessingml.template.main", "ms-word.document.macroEnabled.main",
              "ms-word.template.macroEnabledTemplate.main")  # fmt: skip
_BOOKS = (
    ("spreadsheetml.sheet.main", "xlsx"),
    ("spreadsheetml.template.main", "xlsx"),
    ("ms-excel.sheet.macroEnabled.main", "xlsx"),
    ("ms-excel.template.macroEnabled.main", "xlsx"),
    ("ms-excel.sheet.binary.macroEnabled.main", "xlsb"),
    ("vnd.oasis.opendocument.spreadsheet", "ods"),
)
_OTHER_KINDS = (
    ("presentationml", "a PowerPoint presentation", "Save it as PDF."),
    ("opendocument.presentation", "an OpenDocument presentation", "Save it as PDF."),
    ("opendocument", "an OpenDocument file that is no text", "Save it as PDF."),
    ("epub", "an e-book", "Save it as PDF."),
)


def package_format(path: Path) -> str:
    """ "docx", "odt", "xlsx", "xlsb" or "ods". Raises Refusal for any other zip file."""
    with open_package(path) as package:
        names = set(package.namelist())
        kind = read_part(package, "mimetype")[:200] if "mimetype" in names else b""
        for part in ("[Content_Types].xml", "META-INF/manifest.xml"):
            if part in names:
                kind += read_part(package, part)
    declared = kind.decode("utf-8", "replace")
    if any(main in declared for main in _TEXT_MAIN) or (not declared and "word/document.xml" in names):
        return "docx"
    if "vnd.oasis.opendocument.text" in declared:
        return "odt"
    for mark, book in _BOOKS:
        if mark in declared:
            return book
    for mark, name, advice in _OTHER_KINDS:
        if mark in declared:
            raise Refusal(Reason.UNSUPPORTED, f"it is {name}", advice)
    raise Refusal(Reason.UNSUPPORTED, "it is a zip archive", "Unpack it and index the files in it.")


@contextmanager
def open_package(path: Path) -> Iterator[zipfile.ZipFile]:
    """The zip file, once it is found harmless. Raises Refusal, also for what goes wrong while it is open."""
    try:
        with zipfile.ZipFile(path) as package:
            _refuse_bombs(package.infolist(), path.stat().st_size)
            yield package
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError) as error:
        raise Refusal(Reason.DAMAGED, f"its zip container is broken ({error})", _BROKEN_ADVICE) from error


def read_part(package: zipfile.ZipFile, name: str) -> bytes:
    """The bytes of one part, "" when the package lacks it. Raises Refusal when it is locked or too large."""
    try:
        entry = package.getinfo(name)
    except KeyError:
        return b""
    if entry.flag_bits & 0x1:
        raise _locked()
    if entry.file_size > PART_BYTES:
        detail = f"its part {name} is {entry.file_size >> 20} MB, more than {PART_BYTES >> 20} MB"
        raise Refusal(Reason.TOO_LARGE, detail, "Split the document.")
    return package.read(entry)


def read_sheet(package: zipfile.ZipFile, name: str) -> bytes:
    """As `read_part`, for the sheets of workbooks, which may be larger."""
    try:
        entry = package.getinfo(name)
    except KeyError:
        return b""
    return package.read(entry)


def verify_parts(package: zipfile.ZipFile) -> None:
    """Unpack every part once, in pieces: a parser that trusts no declared size must not be the first to find out.

    Raises Refusal for a locked, oversized or broken part, and for one that declares a document type.
    """
    for entry in package.infolist():
        if entry.flag_bits & 0x1:
            raise _locked()
        if entry.file_size > SHEET_BYTES:
            detail = f"its part {entry.filename} is {entry.file_size >> 20} MB, more than {SHEET_BYTES >> 20} MB"
            raise Refusal(Reason.TOO_LARGE, detail, "Split the workbook.")
        with package.open(entry) as part:
            beginning = part.read(1 << 20)
            if entry.filename.endswith((".xml", ".rels")):
                _refuse_doctype(beginning, entry.filename)
            while part.read(1 << 20):
                pass


def parse_xml(data: bytes, name: str) -> Any:
    """The root element of an XML part. Raises Refusal when it is not well-formed or declares a document type."""
    _refuse_doctype(data, name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise Refusal(Reason.DAMAGED, f"its part {name} is broken ({error})", _BROKEN_ADVICE) from error


def _locked() -> Refusal:
    detail = "its zip container is protected by a password"
    return Refusal(Reason.ENCRYPTED, detail, "Save it without the password.")


def _refuse_bombs(entries: list[zipfile.ZipInfo], packed: int) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > ENTRIES:
        raise Refusal(Reason.UNSAFE, f"its zip container holds {len(entries)} entries", _UNSAFE_ADVICE)
    if unpacked > TOTAL_BYTES or (unpacked > RATIO_FREE_BYTES and unpacked > RATIO * packed):
        detail = f"it is a zip bomb: {packed:,} bytes would unpack to {unpacked:,}"
        raise Refusal(Reason.UNSAFE, detail, _UNSAFE_ADVICE)


def _refuse_doctype(data: bytes, name: str) -> None:
    parser = expat.ParserCreate()

    def refuse(*_: object) -> None:
        detail = f"its part {name} declares a document type, as attacks with XML entities do"
        raise Refusal(Reason.UNSAFE, detail, _UNSAFE_ADVICE)

    def stop(*_: object) -> None:
        raise _Prologue

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = stop  # a declaration can stand only before the first element
    try:
        parser.Parse(data, True)
    except _Prologue:
        return
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise Refusal(Reason.DAMAGED, f"its part {name} is broken ({error})", _BROKEN_ADVICE) from error


class _Prologue(Exception):
    """The first element is reached, so nothing before it was a declaration."""
