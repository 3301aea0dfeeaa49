"""The registry numbers that a document and a citation show."""

from __future__ import annotations

import re

from indexer.model import Document, Form, Paragraph


def dnr_text(document: Document) -> str | None:
    """The registry numbers of a document as one string, None when it states none."""
    return ", ".join(document.dnr) or None


def own_dnr_text(document: Document, paragraph: Paragraph) -> str | None:
    """Those of the paragraph's own matter, where the headings over it tell them from the document's others."""
    standing = (paragraph.text,) if paragraph.form is Form.HEADING else ()
    over = " ".join(" ".join((*paragraph.place.headings, *standing)).split())
    own = [dnr for dnr in document.dnr if re.search(rf"(?<!\w){re.escape(' '.join(dnr.split()))}(?!\w)", over)]
    return ", ".join(own) or dnr_text(document)
