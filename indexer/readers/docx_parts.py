"""The parts of a DOCX package, found by their relationships and parsed; missing parts are empty, not errors.

Own code and not python-docx: that one gives up on a dangling relationship, a template or a macro file, unpacks every
image, and its paragraphs leave out content controls, insertions and text boxes (ECMA-376 part 1, section 17).
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from indexer.errors import Reason, Refusal
from indexer.readers.package import open_package, parse_xml, read_part

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_WANTED = ("styles", "numbering", "footnotes", "endnotes", "header", "footer")


def w(name: str) -> str:
    """A name of the main namespace in Clark notation."""
    return f"{{{WORD}}}{name}"


def value(element: Any, name: str, default: str = "") -> str:
    """The w:val of the child `name`, "" or the default when there is none."""
    found = None if element is None else element.find(w(name))
    return default if found is None else str(found.get(w("val"), default))


def is_on(element: Any, name: str) -> bool | None:
    """The on/off property `name` among the children of a properties element; None when it is not stated (17.17.4)."""
    found = None if element is None else element.find(w(name))
    return None if found is None else found.get(w("val"), "true") not in ("false", "0", "off")


@dataclass
class Parts:
    """body: w:body. The others as root elements, by kind of relationship, in the order of the relationships."""

    body: Any
    core: Any = None
    related: dict[str, list[Any]] = field(default_factory=dict)

    def first(self, kind: str) -> Any:
        """The root element of the first part of that kind, None when there is none."""
        return next(iter(self.related.get(kind, ())), None)


def read_parts(path: Path) -> Parts:
    """All parts that hold text or say how it looks. Raises Refusal."""
    with open_package(path) as package:
        main = _main_part(package)
        data = read_part(package, main)
        core = read_part(package, "docProps/core.xml")
        related = [(kind, name, read_part(package, name)) for kind, name in _relations(package, main)]
    if _STRICT in data[:4096]:
        detail = "it is a Strict Open XML document"
        raise Refusal(Reason.UNSUPPORTED, detail, "Save it as an ordinary .docx (Word document).")
    body = parse_xml(data, main).find(w("body"))
    if body is None:
        raise Refusal(Reason.DAMAGED, f"its part {main} has no body", "Open it in its program and save it anew.")
    parts = Parts(body, parse_xml(core, "docProps/core.xml") if core else None)
    for kind, name, content in related:
        if content:
            parts.related.setdefault(kind, []).append(parse_xml(content, name))
    return parts


def _main_part(package: ZipFile) -> str:
    for kind, name in _relations(package, ""):
        if kind == "officeDocument" and name in package.namelist():
            return name
    if "word/document.xml" in package.namelist():
        return "word/document.xml"
    raise Refusal(Reason.DAMAGED, "its main part is missing", "Open it in its program and save it anew.")


def _relations(package: ZipFile, source: str) -> list[tuple[str, str]]:
    """(kind, part) of what the part refers to inside the package, of the kinds that we read."""
    folder, name = posixpath.split(source)
    data = read_part(package, posixpath.join(folder, "_rels", f"{name}.rels"))
    if not data:
        return []
    found = []
    for relation in parse_xml(data, f"{name}.rels"):
        kind = str(relation.get("Type", "")).rpartition("/")[2]
        target = str(relation.get("Target", ""))
        if kind in (*_WANTED, "officeDocument") and relation.get("TargetMode") != "External":
            found.append((kind, posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")))
    return found
