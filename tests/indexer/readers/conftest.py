"""Files made on the spot for the readers' tests, and the reading of them without a child process."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from indexer.settings import settings

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


@pytest.fixture
def limits(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Set settings for one test: limits(read_seconds=1)."""

    def set_them(**values: float) -> None:
        for name, value in values.items():
            monkeypatch.setenv(f"NAMNDSVAR_{name.upper()}", str(value))
        settings.cache_clear()

    yield set_them
    monkeypatch.undo()
    settings.cache_clear()


@pytest.fixture
def docx_of(tmp_path: Path) -> Callable[..., Path]:
    """Make a DOCX by hand: the XML inside w:body, and further parts by kind ("numbering", "header" ...)."""

    def make(body: str, core: str = "", **parts: str) -> Path:
        path = tmp_path / "document.docx"
        relations = "".join(
            f'<Relationship Id="r{kind}" Type="{_RELATIONS}/{kind}" Target="{kind}.xml"/>' for kind in parts
        )
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr(
                "[Content_Types].xml",
                f'<Types xmlns="{_PACKAGE}/content-types"><Override PartName="/word/document.xml" '
                f'ContentType="{_MAIN}"/></Types>',
            )
            package.writestr(
                "_rels/.rels",
                f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
                f'Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>',
            )
            package.writestr("word/document.xml", f"<w:document {WORD}><w:body>{body}</w:body></w:document>")
            package.writestr(
                "word/_rels/document.xml.rels",
                f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>',
            )
            for kind, content in parts.items():
                package.writestr(f"word/{kind}.xml", content)
            if core:
                package.writestr("docProps/core.xml", core)
        return path

    return make


@pytest.fixture
def packed(tmp_path: Path) -> Callable[..., Path]:
    """Make a zip file of the given parts."""

    def make(name: str, parts: dict[str, bytes | str]) -> Path:
        path = tmp_path / name
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            for part, content in parts.items():
                package.writestr(part, content)
        return path

    return make
