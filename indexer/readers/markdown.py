"""Markdown (CommonMark with tables): headings, lists and tables as blocks, the marks of emphasis taken off.

A line in bold alone is a block of its own. A line break only wraps where the file's lines are wrapped at a width; in
files that are written a line at a time it is kept.
"""

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
_BREAKS = ("softbreak", "hardbreak")
_GOES_ON = re.compile(r"\n[ \t]*[a-zåäö]")
_LINE_BREAK = re.compile(r"(?<=\S)[ \t]*\n[ \t]*(?=[^\s#>|*+=-])")
_WRAPPED = 0.3  # share of line breaks before a small letter from which a file's lines are wrapped
_LABEL = re.compile(r"[A-ZÅÄÖ][^.!?:]{2,30}:\s")
_LONG, _SENTENCE_END = 60, re.compile(r"[.!?:;…][\"”’»)*]*$")  # characters of a line that may be wrapped


def read_markdown(path: Path) -> RawDocument:
    """A Markdown file in any usual encoding. Raises Refusal when its bytes are no text."""
    text = clean(decode(path.read_bytes()))
    properties: dict[str, str] = {}
    front = _FRONT_MATTER.match(text)
    if front:
        properties = {_PROPERTY[name]: value for name, value in _FRONT_FIELD.findall(front[1])}
        text = text[front.end() :]
    tree = SyntaxTreeNode(MarkdownIt("commonmark").enable("table").parse(text))
    blocks = tuple(block for block in _blocks(tree, _is_wrapped(text)) if block.text)
    return RawDocument("markdown", blocks, properties=properties)


def _is_wrapped(text: str) -> bool:
    """Whether the file's lines are wrapped at a width: then most of them go on in the middle of a sentence."""
    return len(_GOES_ON.findall(text)) >= max(1, _WRAPPED * len(_LINE_BREAK.findall(text)))


def _blocks(parent: SyntaxTreeNode, wrapped: bool) -> Iterator[Block]:
    for node in parent.children:
        match node.type:
            case "heading":
                yield Block(_words(node), Form.HEADING, level=int(node.tag[1:]))
            case "paragraph":
                yield from _paragraph(node, wrapped)
            case "bullet_list" | "ordered_list":
                yield from _list(node, wrapped)
            case "table":
                yield from table_block([[_words(cell) for cell in row.children] for row in _rows(node)])
            case "fence" | "code_block":
                yield Block(node.content.rstrip("\n"))
            case "html_block":
                yield Block(_without_tags(node.content))
            case _:
                yield from _blocks(node, wrapped)


def _list(node: SyntaxTreeNode, wrapped: bool) -> Iterator[Block]:
    first = int(node.attrs.get("start", 1))
    for number, item in enumerate(node.children, start=first):
        marker = f"{number}{item.markup}" if node.type == "ordered_list" else item.markup
        for block in _blocks(item, wrapped):
            if marker and block.form is Form.TEXT:
                block = Block(block.text, Form.ITEM, marker=marker, emphasis=block.emphasis)
                marker = ""
            yield block


def _paragraph(node: SyntaxTreeNode, wrapped: bool) -> Iterator[Block]:
    """The lines of a paragraph as one block, cut around those that are set in bold alone."""
    text = ""
    for before, line in _lines(node):
        words = "".join(map(_said, line)).strip()
        if words and _all_strong(line):
            yield Block(text)
            yield Block(words, emphasis=True)
            text = ""
        elif words:
            joint = _joint(text, words, wrapped or before == "") if before != "hardbreak" else "\n"
            text += (joint if text else "") + _with_run_in(line, words)
    yield Block(text)


def _lines(node: SyntaxTreeNode) -> Iterator[tuple[str, list[SyntaxTreeNode]]]:
    """The pieces of each line, with the kind of break before it, "" for none."""
    before, line = "", list[SyntaxTreeNode]()
    for piece in (child for inline in node.children for child in inline.children):
        if piece.type in _BREAKS:
            yield before, line
            before, line = piece.type, []
        else:
            line.append(piece)
    yield before, line


def _joint(text: str, after: str, wrapped: bool) -> str:
    """What stands for a line break: a blank where the line before was full and its sentence goes on."""
    last = text.rpartition("\n")[2]
    full = len(last) >= _LONG and not _SENTENCE_END.search(last) and not _LABEL.match(after)
    return " " if wrapped or full or after[:1].islower() else "\n"


def _with_run_in(line: list[SyntaxTreeNode], words: str) -> str:
    """The line's words, a heading set in bold before its text on a line of its own."""
    said = [piece for piece in line if _said(piece).strip()]
    heading = _said(said[0]).strip() if said[0].type == "strong" else ""
    rest = words[len(heading) :].lstrip()
    parted = heading[:1].isupper() and not heading.endswith(":") and rest[:1].isupper()
    return f"{heading}\n{rest}" if parted else words


def _rows(table: SyntaxTreeNode) -> Iterator[SyntaxTreeNode]:
    for part in table.children:  # thead, tbody
        yield from part.children


def _words(node: SyntaxTreeNode) -> str:
    return "".join(map(_said, node.children)).strip()


def _said(piece: SyntaxTreeNode) -> str:
    if piece.type in ("text", "code_inline"):
        return piece.content
    if piece.type in _BREAKS:
        return " " if piece.type == "softbreak" else "\n"
    return "" if piece.type == "image" else "".join(map(_said, piece.children))


def _all_strong(line: list[SyntaxTreeNode]) -> bool:
    said = [piece for piece in line if _said(piece).strip(" :")]
    return bool(said) and all(piece.type == "strong" for piece in said)


def _without_tags(source: str) -> str:
    return " ".join(str(html.fromstring(f"<div>{source}</div>").text_content()).split())
