"""Markdown (CommonMark with tables): headings, lists and tables as blocks, the marks of emphasis taken off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import html
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from indexer.model import Block, Form, RawDocument
from indexer.readers.decode import clean, decode
from indexer.readers.table import table_block

_FRONT_MATTER = re.compile(r"---\n(.*?)\n---\n", re.DOTALL)
_FRONT_FIELD = re.compile(r"^(title|author|date):\s*[\"']?(.+?)[\"']?\s*$", re.MULTILINE)
_PROPERTY = {"title": "title", "author": "author", "date": "created"}
_SIGNS = {"softbreak": " ", "hardbreak": "\n"}  # in Markdown a single line break only wraps


def read_markdown(path: Path) -> RawDocument:
    """A Markdown file in any usual encoding. Raises Refusal when its bytes are no text."""
    text = clean(decode(path.read_bytes()))
    properties: dict[str, str] = {}
    front = _FRONT_MATTER.match(text)
    if front:
        properties = {_PROPERTY[name]: value for name, value in _FRONT_FIELD.findall(front[1])}
        text = text[front.end() :]
    tree = SyntaxTreeNode(MarkdownIt("commonmark").enable("table").parse(text))
    blocks = tuple(block for block in _blocks(tree) if block.text)
    return RawDocument("markdown", blocks, properties=properties)


def _blocks(parent: SyntaxTreeNode) -> Iterator[Block]:
    for node in parent.children:
        match node.type:
            case "heading":
                yield Block(_words(node), Form.HEADING, level=int(node.tag[1:]))
            case "paragraph":
                yield Block(_words(node), emphasis=_all_strong(node))
            case "bullet_list" | "ordered_list":
                yield from _list(node)
            case "table":
                yield from table_block([[_words(cell) for cell in row.children] for row in _rows(node)])
            case "fence" | "code_block":
                yield Block(node.content.rstrip("\n"))
            case "html_block":
                yield Block(_without_tags(node.content))
            case _:
                yield from _blocks(node)


def _list(node: SyntaxTreeNode) -> Iterator[Block]:
    first = int(node.attrs.get("start", 1))
    for number, item in enumerate(node.children, start=first):
        marker = f"{number}{item.markup}" if node.type == "ordered_list" else item.markup
        for block in _blocks(item):
            if marker and block.form is Form.TEXT:
                block = Block(block.text, Form.ITEM, marker=marker, emphasis=block.emphasis)
                marker = ""
            yield block


def _rows(table: SyntaxTreeNode) -> Iterator[SyntaxTreeNode]:
    for part in table.children:  # thead, tbody
        yield from part.children


def _words(node: SyntaxTreeNode) -> str:
    return "".join(_pieces(node)).strip()


def _pieces(node: SyntaxTreeNode) -> Iterator[str]:
    for child in node.children:
        if child.type in ("text", "code_inline"):
            yield child.content
        elif child.type in _SIGNS:
            yield _SIGNS[child.type]
        elif child.type != "image":
            yield from _pieces(child)


def _all_strong(paragraph: SyntaxTreeNode) -> bool:
    pieces = (child for inline in paragraph.children for child in inline.children)
    said = [piece for piece in pieces if _words(piece) or piece.content.strip()]
    return bool(said) and all(piece.type == "strong" for piece in said)


def _without_tags(source: str) -> str:
    return " ".join(str(html.fromstring(f"<div>{source}</div>").text_content()).split())
