"""HTML: the main content of a page as trafilatura finds it; headings, lists and tables stay. Nothing is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

from lxml import etree
from lxml import html as markup

from indexer.errors import Reason, Refusal
from indexer.model import Block, Form, RawDocument
from indexer.readers.decode import clean, decode
from indexer.readers.html_tables import swallowed, with_tables, without_tables
from indexer.readers.items import item_of
from indexer.readers.table import table_block
from indexer.readers.text import raw_text

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*>")
_PAGE_FURNITURE = ("script", "style", "noscript", "template", "svg", "nav", "header", "footer", "aside", "button")
_BLOCK_TAGS = ("p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "table", "blockquote",
               "pre", "dt", "dd", "main", "body", "ul", "ol")  # fmt: skip
_FAIR_CHARACTERS = 400
_LOST_SHARE = 0.25  # of the page's text: with less than that the extraction missed the content
_NOTICE_CHARACTERS = 700  # error notices are short
_NOTICE = re.compile(
    r"(sidan|dokumentet|filen|handlingen|innehållet)( du \w+)?( \w+)? ?"
    r"(saknas|hittades inte|hittas inte|finns inte|kunde inte (hittas|visas)|är borttagen|har tagits bort)"
    r"|vi (hittar|kan) inte (hitta )?(sidan|dokumentet|filen)|åtkomst nekad|du saknar behörighet|tekniskt fel"
    r"|(page|file|document|object|resource)( you \w+)?( \w+)? (was not|not|cannot be|could not be) found"
    r"|\b40[0134]\b.{0,20}(not found|forbidden|unauthori[sz]ed|error|fel)|^\s*(error |fel )?(40[0134]|50[0-4])\b"
    r"|du (måste|behöver) (vara inloggad|logga in)|please (log|sign) in"
    r"|access denied|forbidden|internal server error|service unavailable|bad gateway",
    re.IGNORECASE,
)
_META = {
    "author": ("author", "dc.creator", "dcterms.creator"),
    "created": ("article:published_time", "dcterms.issued", "dcterms.created", "dcterms.date", "dc.date", "date"),
}


def read_html(path: Path) -> RawDocument:
    """A web page. Raises Refusal when it holds no text, or only the notice that the page is missing."""
    page = _parse(path.read_bytes())
    whole = _whole_text(page)
    blocks = tuple(block for block in _main_content(page) if block.text)
    found = sum(len(block.text) for block in blocks)
    lost = not found or (len(whole) >= _FAIR_CHARACTERS and found < _LOST_SHARE * len(whole))
    if lost or swallowed(blocks, page, _PAGE_FURNITURE):
        blocks = raw_text(_whole_text(without_tables(page))).blocks
    blocks = with_tables(blocks, page, _PAGE_FURNITURE)
    titles = _titles(page)
    _refuse_notices(titles, "\n".join(block.text for block in blocks))
    return RawDocument("html", blocks, properties=_properties(page, titles))


def _parse(data: bytes) -> Any:
    parser = markup.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    source = clean(_XML_DECLARATION.sub("", _decode(data))).replace("\f", " ")
    try:
        page = markup.document_fromstring(source.encode("utf-8"), parser=parser)
    except etree.ParserError as error:
        raise Refusal(Reason.NO_TEXT, "the web page is empty", "Fetch it again.") from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):  # what follows was not parsed
        raise Refusal(Reason.TOO_LARGE, "the web page is nested or sized beyond the parser's limits", "Save it as PDF.")
    return page


def _decode(data: bytes) -> str:
    declared = _DECLARED.search(data[:4096])
    if declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            return decode(data)  # the page is not in the encoding that it claims
    return decode(data)


def _main_content(page: Any) -> Iterator[Block]:
    from trafilatura import bare_extraction

    found: Any = bare_extraction(
        deepcopy(page),  # it takes the tree apart
        include_comments=False,
        include_tables=True,
        include_formatting=True,
        favor_recall=True,
        with_metadata=False,
    )
    if found is not None and found.body is not None:
        yield from _blocks(found.body)


def _blocks(element: Any) -> Iterator[Block]:
    """The blocks of trafilatura's tree: head, p, list/item, table/row/cell, quote, code."""
    for child in element.iterchildren("*"):
        if child.tag == "head":
            level = str(child.get("rend", ""))[1:]
            yield Block(_words(child), Form.HEADING, level=int(level) if level.isdigit() else None)
        elif child.tag == "list":
            yield from _list(child)
        elif child.tag == "table":
            yield from table_block([[_words(cell) for cell in row.iter("cell")] for row in child.iter("row")])
        elif child.find("p") is not None or child.find("list") is not None:
            yield from _blocks(child)
        else:
            yield from _paragraph(child)


def _paragraph(element: Any) -> Iterator[Block]:
    text = _words(element)
    typed = item_of(text)
    if typed is not None:
        yield Block(typed.text, Form.ITEM, marker=typed.marker)
    else:
        yield Block(text, emphasis=_all_bold(element))


def _list(element: Any) -> Iterator[Block]:
    ordered = element.get("rend") == "ol"
    for number, item in enumerate(element.iterchildren("item"), start=1):
        nested = item.findall("list")
        yield Block(_words(item), Form.ITEM, marker=f"{number}." if ordered else "•")
        for inner in nested:
            yield from _list(inner)


def _words(element: Any) -> str:
    """The words of the element, those of nested lists left out."""
    parts = [element.text or ""]
    for child in element.iterchildren("*"):
        if child.tag == "lb":
            parts.append("\n")
        elif child.tag != "list":
            parts.append(_words(child))
        parts.append(child.tail or "")
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)


def _all_bold(element: Any) -> bool:
    loose = [element.text or "", *(child.tail or "" for child in element.iterchildren("*"))]
    bold = element.findall("hi")
    return bool(bold) and all(hi.get("rend") == "#b" for hi in bold) and not "".join(loose).strip()


def _whole_text(page: Any) -> str:
    """All text of the page outside its navigation, head and foot, one block element a line."""
    body = deepcopy(page).find("body")
    if body is None:
        return ""
    etree.strip_elements(body, *_PAGE_FURNITURE, with_tail=False)
    for line_break in body.iter("br"):
        line_break.tail = "\n" + (line_break.tail or "")
    for block in body.iter(*_BLOCK_TAGS):
        block.tail = "\n\n" + (block.tail or "")
        block.text = "\n\n" + (block.text or "")
    lines = (" ".join(line.split()) for line in str(body.text_content()).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _titles(page: Any) -> list[str]:
    """What the page calls itself, the best name first."""
    headings = page.xpath("//h1")
    titles = page.xpath("//meta[@property='og:title']/@content")
    titles += [heading.text_content() for heading in headings[:1]] + page.xpath("//title/text()")
    return list(filter(None, (" ".join(str(title).split()) for title in titles)))


def _refuse_notices(titles: list[str], text: str) -> None:
    if not text.strip():
        raise Refusal(Reason.NO_TEXT, "the web page holds no text", "Save the page as it looks when it is shown.")
    lines = [*titles, *(line for line in text.split("\n") if len(line) < 120)]
    notice = next((line for line in lines if _NOTICE.search(line)), None)
    if notice is not None and len(text) < _NOTICE_CHARACTERS:
        detail = f"it is a web page with an error notice (“{notice}”)"
        raise Refusal(Reason.NO_TEXT, detail, "Fetch the document again.")


def _properties(page: Any, titles: list[str]) -> dict[str, str]:
    found = {"title": titles[0]} if titles else {}
    for name, keys in _META.items():
        for meta in page.iter("meta"):
            key = str(meta.get("name") or meta.get("property") or "").lower()
            content = " ".join(str(meta.get("content") or "").split())
            if key in keys and content and name not in found:
                found[name] = content[:10] if name == "created" else content
    return found
