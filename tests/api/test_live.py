"""A live server: real clients, files that come and go while questions are asked, requests drawn at random."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
import threading
import time
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from indexer.settings import settings

ROOT = Path(__file__).parents[2]
SPEC = importlib.util.spec_from_file_location("live", Path(__file__).with_name("live.py"))
assert SPEC and SPEC.loader
live = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(live)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The library that is served."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NAMNDSVAR_EMBEDDING_MODEL", "hashing")
        settings.cache_clear()
        yield live.library(tmp_path_factory.mktemp("live"))
    settings.cache_clear()


@pytest.fixture(scope="module")
def address(place: Path) -> Iterator[str]:
    with live.serving(place) as found:
        yield found


@pytest.fixture
def web(address: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=address, timeout=30) as client:
        yield client


def test_the_openai_client_asks_whole_and_streamed(address: str) -> None:
    openai = pytest.importorskip("openai", reason="the openai client is not installed")
    with openai.OpenAI(base_url=f"{address}/v1", api_key="none", max_retries=0) as client:
        (model,) = client.models.list().data
        asked: dict[str, Any] = {"model": model.id, "messages": [{"role": "user", "content": live.QUESTION}]}
        whole = client.chat.completions.create(**asked)
        content = whole.choices[0].message.content
        assert "två nya lekplatser" in content and "[1]" in content and "Källor:" in content
        assert whole.choices[0].message.annotations[0].url_citation.title
        assert whole.citations[0]["document"] == "protokoll.txt"
        with client.chat.completions.create(**asked, stream=True) as chunks:
            assert "".join(chunk.choices[0].delta.content or "" for chunk in chunks) == content
        with pytest.raises(openai.NotFoundError, match="There is no model 'other'"):
            client.chat.completions.create(**{**asked, "model": "other"})
        with pytest.raises(openai.BadRequestError, match="The question is empty"):
            client.chat.completions.create(model=model.id, messages=[{"role": "user", "content": " "}])


def test_langchains_chat_model_asks_whole_and_streamed(address: str) -> None:
    pytest.importorskip("langchain_openai", reason="langchain-openai is not installed")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what LangChain says of its own imports
        from langchain_openai import ChatOpenAI

        with httpx.Client() as http:
            chat = ChatOpenAI(base_url=f"{address}/v1", api_key="none", model="namndsvar", http_client=http)
            whole = chat.invoke([("system", "Svara kort."), ("human", live.QUESTION)])
            assert "två nya lekplatser" in whole.content
            assert whole.usage_metadata["output_tokens"] > 10
            assert "".join(chunk.content for chunk in chat.stream(live.QUESTION)) == whole.content


def test_events_arrive_one_by_one(web: httpx.Client) -> None:
    with web.stream("POST", "/api/ask/stream", json={"question": live.QUESTION}) as response:
        names = [line.removeprefix("event: ") for line in response.iter_lines() if line.startswith("event: ")]
    assert names[0] == "evidence" and names[-1] == "answer" and set(names[1:-1]) == {"text"}


def test_an_uploaded_file_is_asked_about_read_and_removed(web: httpx.Client, place: Path) -> None:
    text = "Svar på skrivelse om cykelställ\n\nAntalet cykelställ var 640 stycken i maj 2022.\n".encode()
    taken = web.post("/api/documents", params={"name": "../cykelställ.txt"}, content=text)
    assert (taken.status_code, taken.json()["outcome"], taken.json()["path"]) == (201, "indexed", "cykelställ.txt")
    again = web.post("/api/documents", files={"file": ("cykelställ.txt", text)})
    assert (again.status_code, again.json()["outcome"]) == (200, "unchanged")
    one = f"/api/documents/{taken.json()['document_id']}"
    assert web.get(f"{one}/original").content == text
    asked = web.post("/api/ask", json={"question": "Hur många cykelställ fanns i maj 2022?"}).json()
    assert "640" in asked["text"]
    assert web.delete(one).json()["outcome"] == "removed"
    assert web.get(one).status_code == web.delete(one).status_code == web.get(f"{one}/original").status_code == 404
    after = web.post("/api/ask", json={"question": "Hur många cykelställ fanns i maj 2022?"}).json()
    assert taken.json()["document_id"] not in json.dumps(after)
    assert not [file for file in (place / "uploads").rglob("*") if file.is_file()]


def test_two_files_of_one_name_are_two_documents(web: httpx.Client) -> None:
    texts = [f"Svar på skrivelse om bänkar\n\nAntalet bänkar var {number} stycken i maj 2022." for number in (31, 32)]
    taken = [web.post("/api/documents?name=b.txt", content=text.encode()).json()["document_id"] for text in texts]
    assert len(set(taken)) == 2
    assert {web.delete(f"/api/documents/{one}").status_code for one in taken} == {200}


def test_a_file_that_cannot_be_read_is_refused_with_the_reason_and_not_kept(web: httpx.Client, place: Path) -> None:
    refused = web.post("/api/documents?name=bild.pdf", content=b"\x89PNG\r\n\x1a\n" + b"x" * 50)
    assert (refused.status_code, refused.json()["outcome"]) == (200, "refused")
    assert refused.json()["reason"].startswith("unsupported format")
    assert "bild.pdf" in [one["path"] for one in web.get("/api/status").json()["refused"]]
    assert not [file for file in (place / "uploads").rglob("*") if file.is_file()]


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"content": b"text"}, "The file has no name"),
        ({"params": {"name": "a/.."}, "content": b"text"}, "The file has no name"),
        ({"params": {"name": "a.txt"}, "content": b""}, "The file is empty"),
        ({"params": {"name": "å" * 101}, "content": b"text"}, "The file's name is longer"),
        ({"files": {"other": ("a.txt", b"text")}}, "The form has no file"),
    ],
)
def test_what_is_no_file_is_told(web: httpx.Client, sent: dict[str, Any], told: str) -> None:
    response = web.post("/api/documents", **sent)
    assert (response.status_code, response.json()["error"]["code"]) == (422, "question")
    assert response.json()["error"]["message"].startswith(told)


def test_indexing_a_folder_above_the_library_leaves_uploads_alone(web: httpx.Client, place: Path) -> None:
    taken = web.post("/api/documents?name=kvar.txt", content=b"Svar\n\nAntalet bord var 12 i maj 2022.").json()
    run = [
        sys.executable,
        "-c",
        "from api.command import main; main()",
        "index",
        str(place.parent),
        "--library",
        str(place),
    ]
    assert subprocess.run(run, cwd=ROOT, capture_output=True, check=False).returncode == 0
    assert web.delete(f"/api/documents/{taken['document_id']}").status_code == 200


def test_nothing_gone_is_cited_while_another_process_indexes(web: httpx.Client, address: str, place: Path) -> None:
    """A file is uploaded and removed again and again while another process indexes and others ask about it."""
    question, gone, wrong, stop = "Hur många grillar fanns i maj 2023?", set(), [], threading.Event()
    codes: list[int] = []

    def ask() -> None:
        with httpx.Client(base_url=address, timeout=30) as client:
            while not stop.is_set():
                before = set(gone)
                response = client.post("/api/ask", json={"question": question})
                codes.append(response.status_code)
                body = response.json()
                cited = {one["document_id"] for one in [*body.get("citations", ()), *body.get("related", ())]}
                wrong.extend(cited & before)

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    folder = place.parent / "more"
    folder.mkdir()
    for number in range(20):
        (folder / f"{number}.txt").write_text(f"Svar om grillar {number}\n\nAntalet grillar var {number} i maj 2021.")
    run = [sys.executable, "-c", "from api.command import main; main()", "index", str(folder), "--library", str(place)]
    with subprocess.Popen(run, cwd=ROOT, stdout=subprocess.DEVNULL) as other:
        for number in range(3):
            text = f"Svar på skrivelse om grillar\n\nAntalet grillar var {100 + number} stycken i maj 2023."
            taken = web.post("/api/documents?name=grillar.txt", content=text.encode())
            assert taken.status_code == 201
            time.sleep(0.05)
            assert web.delete(f"/api/documents/{taken.json()['document_id']}").status_code == 200
            gone.add(taken.json()["document_id"])
        assert other.wait(timeout=60) == 0
    stop.set()
    for thread in threads:
        thread.join()
    assert (wrong, set(codes)) == ([], {200})
    assert len(codes) > 10


def test_no_request_drawn_from_the_description_breaks_the_server(address: str, tmp_path: Path) -> None:
    if importlib.util.find_spec("schemathesis") is None:
        pytest.skip("schemathesis is not installed")
    command = [sys.executable, "-m", "schemathesis.cli", "run", f"{address}/openapi.json", "-n", "2", "--seed", "1"]
    checks = ["--checks", "not_a_server_error", "--phases", "examples,fuzzing", "--no-color"]
    done = subprocess.run([*command, *checks], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-2000:]
