"""Markdown (CommonMark with tables): headings, lists and tables as blocks, the marks of emphasis taken off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from lxml import html
from markdown_it import MarkdownIt
from markdown_it.token import Token

from indexer.model import Block, Form, RawDocument
from indexer.readers.decode import clean, decode

_FRONT_MATTER = re.compile(r"---\n(.*?)\n---\n", re.DOTALL)
_FRONT_FIELD = re.compile(r"^(title|author|date):\s*[\"']?(.+?)[\"']?\s*$", re.MULTILINE)
_PROPERTY = {"title": "title", "author": "author", "date": "created"}


def read_markdown(path: Path) -> RawDocument:
    """A Markdown file in any usual encoding. Raises Refusal when its bytes are no text."""
    text = clean(decode(path.read_bytes()))
    properties: dict[str, str] = {}
    front = _FRONT_MATTER.match(text)
    if front:
        properties = {_PROPERTY[name]: value for name, value in _FRONT_FIELD.findall(front[1])}
        text = text[front.end() :]
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    return RawDocument("markdown", tuple(block for block in _blocks(tokens) if block.text), properties=properties)


def _blocks(tokens: list[Token]) -> Iterator[Block]:
    lists: list[int | None] = []  # per open list the number of its next item, None for bullets
    marker = ""
    table: list[list[str]] = []
    before = [None, *tokens]
    for previous, token in pairwise(before):
        match token.type:
            case "bullet_list_open":
                lists.append(None)
            case "ordered_list_open":
                lists.append(int(token.attrGet("start") or 1))
            case "bullet_list_close" | "ordered_list_close":
                lists.pop()
            case "list_item_open":
                marker, lists[-1] = _next_marker(lists[-1], token)
            case "table_open":
                table = []
            case "tr_open":
                table.append([])
            case "table_close":
                yield _table(table)
            case "inline":
                assert previous is not None  # an inline token always stands inside a block
                if previous.type in ("th_open", "td_open"):
                    table[-1].append(_words(token).replace("\n", " "))
                else:
                    yield _inline(token, previous, marker)
                    marker = ""
            case "fence" | "code_block":
                yield Block(token.content.rstrip("\n"))
            case "html_block":
                yield Block(_without_tags(token.content))


def _next_marker(number: int | None, token: Token) -> tuple[str, int | None]:
    if number is None:
        return token.markup, None
    return f"{number}{token.markup}", number + 1


def _inline(token: Token, opening: Token, marker: str) -> Block:
    text = _words(token)
    if opening.type == "heading_open":
        return Block(text, Form.HEADING, level=int(opening.tag[1:]), marker=marker)
    form = Form.ITEM if marker else Form.TEXT
    return Block(text, form, marker=marker, emphasis=_all_strong(token))


def _words(token: Token) -> str:
    parts = []
    for child in token.children or ():
        if child.type in ("text", "code_inline"):
            parts.append(child.content)
        elif child.type == "softbreak":
            parts.append(" ")  # in Markdown a single line break only wraps
        elif child.type == "hardbreak":
            parts.append("\n")
    return "".join(parts).strip()


def _all_strong(token: Token) -> bool:
    depth, loose = 0, False
    for child in token.children or ():
        depth += {"strong_open": 1, "strong_close": -1}.get(child.type, 0)
        loose = loose or (child.type in ("text", "code_inline") and depth == 0 and bool(child.content.strip()))
    return not loose


def _table(rows: list[list[str]]) -> Block:
    text = "\n".join(" ".join(filter(None, row)) for row in rows)
    return Block(text, Form.TABLE, rows=tuple(tuple(row) for row in rows))


def _without_tags(source: str) -> str:
    if not re.search(r">[^<]*\w", source):
        return ""
    return " ".join(str(html.fromstring(f"<div>{source}</div>").text_content()).split())
