"""The product as a LangChain Runnable and retriever, without the service; the README's example is true."""

from __future__ import annotations

import re
import subprocess
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from indexer.build import build
from indexer.errors import LibraryMissing, QuestionError
from indexer.settings import settings

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    from langchain_core.runnables import RunnableLambda

    from api.retriever import NamndsvarRetriever
    from api.runnable import NamndsvarRunnable

ROOT = Path(__file__).parents[2]


def test_a_question_gives_the_answer_of_the_command_line(engine: Any) -> None:
    answer = NamndsvarRunnable(engine=engine).invoke("Hur många?")
    assert (answer["status"], len(answer["citations"])) == ("answered", 2)
    assert engine.asked == [("Hur många?", (), {})]


def test_a_dict_brings_history_and_filters(engine: Any) -> None:
    asked = {"question": " Och 2017? ", "history": ["Hur många 2016?"], "filters": {"kind": "svar"}}
    NamndsvarRunnable(engine=engine).invoke(asked)
    assert engine.asked == [("Och 2017?", ("Hur många 2016?",), {"kind": "svar"})]


def test_it_is_a_link_of_chains_and_takes_many(engine: Any) -> None:
    chain = NamndsvarRunnable(engine=engine) | RunnableLambda(lambda answer: answer["language"])
    assert chain.batch(["How many?", "Hur många?"]) == ["en", "sv"]
    assert list(chain.stream("How many?")) == ["en"]


def test_what_cannot_be_asked_is_our_error(engine: Any, tmp_path: Path) -> None:
    with pytest.raises(QuestionError):
        NamndsvarRunnable(engine=engine).invoke(" ")


def test_a_missing_library_is_our_error(tmp_path: Path) -> None:
    for kind in (NamndsvarRunnable, NamndsvarRetriever):
        with pytest.raises(LibraryMissing):
            kind.open(tmp_path / "none")


def test_neither_loads_the_service() -> None:
    code = "import sys, api.runnable, api.retriever; print(sorted({'fastapi', 'uvicorn'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A library where the README's example looks for it."""
    monkeypatch.setenv("NAMNDSVAR_EMBEDDING_MODEL", "hashing")
    settings.cache_clear()
    monkeypatch.chdir(tmp_path)
    Path("svar.txt").write_text("Svar på skrivelse\n\nNämnden har ett kontor i Ekby.", encoding="utf-8")
    build([Path("svar.txt")], Path("library"))
    yield
    settings.cache_clear()


def test_the_example_of_the_readme_runs(library: None) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    names: dict[str, Any] = {}
    exec(example, names)
    assert isinstance(names["text"], str) and names["documents"]
    names["answers"].close()
    names["retriever"].engine.close()
