"""`eval run` through the door of a fake product: planted lies get no point in the measure concerned."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from eval.__main__ import app
from eval.errors import DoorError
from eval.golden import cases
from eval.originals import Originals
from eval.result import result, scored


def run(world: Any, *options: str) -> dict[str, Any]:
    out = world.folder / "out.json"
    arguments = ["run", str(world.golden), "--json", str(out), *options, "--product", world.product]
    ended = CliRunner().invoke(app, arguments, catch_exceptions=False)
    assert ended.exit_code == 0, ended.output
    found: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return {**found, "printed": ended.output}


def value(found: dict[str, Any], measure: str, language: str = "sv") -> float:
    return float(found["summary"][language]["all"][measure]["value"])


def test_a_right_product_gets_every_point(world: Any) -> None:
    found = run(world)
    for measure in ("strict", "answer", "citation", "citation_precision", "citation_recall", "refused_right",
                    "fidelity", "recall@1", "mrr", "ndcg@10"):  # fmt: skip
        assert value(found, measure) == value(found, measure, "all") == 1.0, measure
    for measure in ("answered_anyway", "refused_wrongly", "made_up"):
        assert value(found, measure) == 0.0
    assert found["product"] == "fake 1"
    assert found["form"] == 1 and found["golden"] == world.golden.name
    assert found["parity"]["both_strict"] == found["parity"]["groups"] == 3
    assert found["latency_ms"] == {"p50": 5.0, "p95": 5.0, "max": 5.0}
    assert "strictly right" in found["printed"] and max(map(len, found["printed"].splitlines())) <= 120


def lie(said: str, status: str = "answered", /, **changed: Any) -> dict[str, Any]:
    from_document = "Under 2020 fanns 12 bänkar i parken. Nämnden godkände planen den 7 maj 2020."
    cited = {"number": 1, "document": "park.txt", "page": 1, "quote": from_document, "text": from_document, **changed}
    return {"status": status, "language": "sv", "text": said, "figures": [], "citations": [cited], "elapsed_ms": 5.0}


LIES = {
    "a wrong number": ("G1", lie("14 bänkar [1]."), {"strict": 0.67, "answer": 0, "fidelity": 0.5}),
    "a right number with the wrong paragraph": (
        "G1", lie("12 bänkar [1].", quote="Andra stycket.", text="Andra stycket."),
        {"strict": 0.67, "citation": 0, "citation_precision": 0, "citation_recall": 0, "fidelity": 0.5},
    ),
    "the wrong document": ("G1", lie("12 bänkar [1].", document="torg.txt"), {"strict": 0.67, "citation": 0}),
    "a quote that the paragraph does not hold": (
        "G1", lie("12 bänkar [1].", quote="fanns 12 vackra bänkar i parken"),
        {"strict": 0.67, "citation": 0, "citation_precision": 0, "made_up": 1},
    ),
    "a paragraph that the document does not hold": (
        "G1", lie("12 bänkar [1].", quote="Där fanns 12 bänkar i parken.", text="Där fanns 12 bänkar i parken."),
        {"strict": 0.67, "citation": 0, "citation_precision": 0, "made_up": 1, "fidelity": 0.5},
    ),
    "a heading that the document does not hold": (
        "G1", lie("12 bänkar, 14 stolar [1].", title="14 stolar", headings=["14"]), {"fidelity": 0.5, "strict": 1.0},
    ),
    "what must not be said": ("G1", lie("12 bänkar och träd [1]."), {"strict": 0.67, "answer": 0}),
    "a refusal of what is there": (
        "G1", lie("12", "not_found"), {"strict": 0.67, "answer": 0, "refused_wrongly": 1},
    ),
    "an answer to what cannot be answered": (
        "G2", lie("Det är inte 12 [1]."), {"strict": 0.67, "refused_right": 0, "answered_anyway": 1},
    ),
    "one answer to what can mean two things": ("G3", lie("12 bänkar, vilken park som helst."), {"strict": 0.67}),
}  # fmt: skip


@pytest.mark.parametrize("planted", LIES)
def test_a_planted_lie_gets_no_point(world: Any, planted: str) -> None:
    group, given, expected = LIES[planted]
    world.asked[f"{group}-sv"] = given
    found = run(world)
    for measure, wanted in expected.items():
        assert value(found, measure) == pytest.approx(wanted, abs=0.01), measure
    assert value(found, "strict", "en") == 1.0
    assert found["parity"]["en_only"] == int(expected.get("strict") != 1.0)


def test_a_made_up_hit_is_no_find(world: Any) -> None:
    false = "Där fanns 12 bänkar i parken. Fanns 12 bänkar i parken?"
    world.found["G1-sv"] = [{"document": "park.txt", "text": false, "quote": false, "page": 1}, *world.found["G1-sv"]]
    found = run(world)
    assert value(found, "recall@1") == 0.0 and value(found, "recall@5") == 1.0 and value(found, "mrr") == 0.5


def test_the_search_may_be_left_out(world: Any) -> None:
    world.found = {}
    assert "mrr" not in run(world, "--no-search")["summary"]["all"]["all"]


def test_failures_are_shown_with_what_was_wanted(world: Any) -> None:
    world.asked["G1-sv"] = lie("14 bänkar [1].")
    printed = run(world, "--failures")["printed"]
    assert "G1-sv [figure]" in printed and "14 bänkar" in printed
    assert "Unsupported number in G1-sv: 14" in printed


def test_the_html_report_is_written(world: Any) -> None:
    page = world.folder / "out.html"
    run(world, "--html", str(page))
    assert "<html" in page.read_text(encoding="utf-8")


def test_originals_that_nobody_names_are_told(world: Any) -> None:
    assert "original files are not known" not in run(world)["printed"]
    (world.folder / "documents").rename(world.folder / "elsewhere")
    found = run(world)
    assert "original files are not known" in found["printed"] and not found["originals"]


def test_a_product_that_stops_or_is_not_there_is_told(world: Any) -> None:
    del world.asked["G2-en"]
    arguments = ["run", str(world.golden), "--product"]
    with pytest.raises(DoorError, match="ended early"):
        CliRunner().invoke(app, [*arguments, world.product], catch_exceptions=False)
    with pytest.raises(DoorError, match="Cannot start"):
        CliRunner().invoke(app, [*arguments, str(world.folder / "none")], catch_exceptions=False)


def test_three_hundred_questions_are_scored_in_seconds(world: Any, tmp_path: Path) -> None:
    assert world.product
    chosen = list(cases(world.golden)) * 50
    paragraph = " ".join(f"Under {2000 + n} fanns {n} bänkar i parken, enligt nämnden." for n in range(40))
    (tmp_path / "documents" / "park.txt").write_text(paragraph * 100, encoding="utf-8")
    given = lie("12 bänkar [1].", quote=paragraph[:300], text=paragraph)
    answers = [{**given, "citations": given["citations"] * 3} for _ in chosen]
    hits = {case.id: [given["citations"][0]] * 20 for case in chosen}
    started = time.process_time()
    found = result("g", None, {}, scored(chosen, answers, hits, Originals(tmp_path / "documents")))
    assert time.process_time() - started < 20
    assert len(found["cases"]) == 300
