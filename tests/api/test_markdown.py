"""What a chat that reads Markdown shows of text from documents: the text, and nothing made of it."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from api.markdown import literal

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
SIGNS = st.text(alphabet="ab1 .[]()<>!*_`~#>-+=|:&;\\\"'/\n$", max_size=40)


def shown(text: str) -> tuple[set[str], str]:
    """The tags that a reader makes of the text, and the words that it shows, white space left out."""
    made = READER.render(literal(text))
    return set(re.findall(r"<(\w+)", made)) - {"p", "br"}, "".join(html.unescape(re.sub(r"<[^>]+>", "", made)).split())


@pytest.mark.parametrize(
    "text",
    [
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "![a](http://elsewhere.example/b)",
        "[1](javascript:alert(1))",
        "[a]: javascript:alert(1)\n[a]",
        "_x_ **y** `z` ~~x~~",
        "# h\n  > q\n- l\na\n===\nb\n---",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "&lt;script&gt;",
        "<!-- x -->",
        "```js\nx\n```",
        "a\\b \\[x\\]",
    ],
)
def test_nothing_is_made_of_it_and_nothing_is_lost(text: str) -> None:
    assert shown(text) == (set(), "".join(text.split()))


@settings(max_examples=300, deadline=None)
@given(SIGNS)
def test_whatever_the_signs_no_link_image_or_tag_comes_of_them(text: str) -> None:
    tags, words = shown(text)
    assert tags <= {"ol", "li", "pre", "code"}  # a numbered line is a list, one that is set in is set in
    assert set(words) <= set("".join(text.split()))


def test_our_own_marks_and_plain_words_stay_as_they_are() -> None:
    for text in ("57 lekplatser i snake_case [1].\nNämnden (V), 1 000–2 000 kr [2] [13].", "5 % - 7 %, § 3 & 4"):
        assert literal(text) == text
