"""The whole way on tiny sets and a made-up product: measured, written, kept, measured again when something changed."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from eval.results import measuring, write
from eval.results.page import BEGIN, END, sections
from eval.results.sets import GoldenSet, PublicSet
from eval.results.steps import ROOT, Step, run

FAKE = Path(__file__).parents[1] / "fake_search.py"
PRODUCT = f"{sys.executable} {FAKE}"
ENGINES = {name: measuring.ENGINES[name] for name in ("product", "stemmed")}


@pytest.fixture
def sets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A golden set of two questions and a public set of two, in a folder with an empty page."""
    documents = tmp_path / "documents"
    documents.mkdir()
    (documents / "a.txt").write_text("Bron stängs i 14 dagar.\n", encoding="utf-8")
    row = {"group": "g", "kind": "figure", "answerable": True, "must": ["14"], "locator": "i 14 dagar", "doc": "a.txt"}
    golden = [{**row, "id": lang, "lang": lang, "question": "Bron stängs i"} for lang in ("sv", "en")]
    (tmp_path / "golden.jsonl").write_text("".join(json.dumps(each) + "\n" for each in golden), encoding="utf-8")
    asked = [{"question": "Får bron stängas", "answers": ["Bron får stängas.", "Nej."], "correct": 0}]
    (tmp_path / "faq.jsonl").write_text("".join(json.dumps(each) + "\n" for each in asked), encoding="utf-8")
    (tmp_path / "page.md").write_text(f"By hand\n{BEGIN}\n### Absent\nearlier figures\n{END}\n", encoding="utf-8")
    found = (
        GoldenSet("tiny", "Tiny", tmp_path / "golden.jsonl", documents),
        GoldenSet("absent", "Absent", tmp_path / "nowhere.jsonl", documents),
    )
    monkeypatch.setattr(write, "GOLDEN", found)
    monkeypatch.setattr(write, "PUBLIC", (PublicSet("faq", "Questions", "swefaq", tmp_path / "faq.jsonl"),))
    monkeypatch.setattr(measuring, "ENGINES", ENGINES)
    monkeypatch.setattr(measuring, "code", lambda _: ())  # whoever edits the code meanwhile changes no test
    return tmp_path


def written(folder: Path, *only: str, product: str = PRODUCT) -> tuple[dict[str, str], list[str]]:
    told: list[str] = []
    write.write(folder / "page.md", folder / "work", only, product, told.append)
    page = (folder / "page.md").read_text(encoding="utf-8")
    assert page.startswith("By hand\n")
    return sections(page), told


def test_figures_stand_with_their_commands_and_are_kept(sets: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measuring, "ENGINES", {"product": ENGINES["product"]})  # each is a process of its own
    found, told = written(sets)
    assert list(found) == ["Tiny", "Absent", "Questions"]
    assert "| strictly right | 1.00 [" in found["Tiny"]
    assert "--documents" in found["Tiny"]
    assert "| the product | Swedish | 1.00 [" in found["Tiny"]
    assert "| the product | 1.00 [" in found["Questions"]
    assert "1 questions, 2 passages" in found["Questions"]
    assert found["Absent"] == "earlier figures"
    assert any(line.startswith("absent: skipped: ") and line.endswith("nowhere.jsonl is not there") for line in told)
    again, told = written(sets)
    assert again == found
    assert sum(line.endswith(": as before") for line in told) == 3


def test_only_the_set_asked_for_is_measured(sets: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measuring, "ENGINES", {"stemmed": ENGINES["stemmed"]})
    found, told = written(sets, "faq")
    assert list(found) == ["Absent", "Questions"]
    assert "tiny: skipped: not asked for" in told


def test_a_product_that_fails_is_told_in_the_page(sets: Path) -> None:
    found, told = written(sets, "faq", product="/no/such/program")
    assert "Not measured: faq-product: Cannot start the product /no/such/program" in found["Questions"]
    assert "BM25" in found["Questions"]
    assert any(line.startswith("faq-product: failed: ") for line in told)


def test_figures_depend_on_the_code_that_makes_them() -> None:
    product, *others = measuring.finding(GoldenSet("a", "A", Path("a.jsonl"), Path("documents")))
    assert {Path("indexer"), Path("eval/baselines"), Path("eval/places.py")} <= set(product.sources)
    assert not any({Path("api"), Path("qa"), Path("indexer")} & set(step.sources) for step in others)
    missing = [path for path in product.sources[2:] if not (ROOT / path).exists()]
    assert not missing


def test_a_step_is_measured_again_when_a_source_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    measured: list[str] = []

    def measure(step: Step, work: Path, product: str, out: Path) -> str:
        measured.append(step.name)
        out.write_text("{}")
        return ""

    monkeypatch.setattr("eval.results.steps._measure", measure)
    source = tmp_path / "source.txt"
    source.write_text("one")
    step = Step("step", ("run",), (source,), "")
    for text in ("one", "two", "two"):
        source.write_text(text)
        assert run(step, tmp_path / "work", "", lambda _: None).result == {}
    assert len(measured) == 2
    for weights in ("one", "two"):  # trained anew in the same folder
        (tmp_path / "model").mkdir(exist_ok=True)
        (tmp_path / "model" / "weights").write_text(weights)
        monkeypatch.setenv("NAMNDSVAR_EMBEDDING_MODEL", str(tmp_path / "model"))
        run(step, tmp_path / "work", "", lambda _: None)
    assert len(measured) == 4
