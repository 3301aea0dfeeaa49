"""Write the PDF, DOCX and ODT files of the example documents from their source texts.

    python examples/make_documents.py                         # examples/source -> examples/documents
    python examples/make_documents.py FROM INTO               # any other pair of folders

The TXT, HTML and Markdown files stand in examples/documents as they are. The same sources give the same bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path

from read_source import read_source
from write_docx import write_docx
from write_odt import write_odt
from write_pdf import write_pdf

HERE = Path(__file__).parent
WRITERS = {".pdf": write_pdf, ".docx": write_docx, ".odt": write_odt}


def make_documents(sources: Path, into: Path) -> list[Path]:
    """Write every source of the folder; the suffix of its `file` says in which format. Returns what was written."""
    into.mkdir(parents=True, exist_ok=True)
    written = []
    for path in sorted(sources.glob("*.source.txt")):
        source = read_source(path)
        target = into / source.head["file"]
        WRITERS[target.suffix](source, target)
        written.append(target)
    return written


if __name__ == "__main__":
    folders = [Path(name) for name in sys.argv[1:]] or [HERE / "source", HERE / "documents"]
    make_documents(*folders)
