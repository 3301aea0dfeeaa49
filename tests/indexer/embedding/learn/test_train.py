"""The training loop on a model of a few numbers."""

import itertools
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import torch
from transformers import BertConfig, BertModel

from indexer.embedding.learn.student import Student, blend
from indexer.embedding.learn.train import Stage, Trainer
from indexer.embedding.learn.vocabulary import learn_tokenizer

TEXTS = ["avgiften stiger", "hyran sjunker", "nämnden beslutar"] * 4


TOKENIZER = learn_tokenizer(TEXTS, 100)  # one for all: equal counts may be numbered in another order the next time


class Stopped(Exception):
    """The run is cut off here."""


def student() -> Student:
    torch.manual_seed(1)
    config = BertConfig(
        vocab_size=100, hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=16,
        hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0,
    )  # fmt: skip
    return Student(BertModel(config, add_pooling_layer=False), TOKENIZER)


def stage(model: Student, count: int = 20, stop_at: int | None = None) -> Stage:
    def steps() -> Iterator[Callable[[], torch.Tensor]]:
        for number in itertools.count():
            if number == stop_at:
                raise Stopped
            yield lambda number=number: 1 - model([TEXTS[number % 3]], 8)[0, number % 3]

    return Stage("toy", steps, count, rate=1e-2, token_rate=1e-2)


def losses(work: Path) -> list[float]:
    return [json.loads(line)["loss"] for line in (work / "log.jsonl").read_text().splitlines()]


def weights(model: Student) -> torch.Tensor:
    return torch.cat([parameter.flatten() for parameter in model.parameters()])


def test_the_loss_falls_and_is_written_down(tmp_path: Path) -> None:
    model = student()
    Trainer(model, tmp_path, lambda _: None).run(stage(model), lambda _: None)
    first, last = losses(tmp_path)
    assert last < first


def test_a_run_that_was_cut_off_ends_as_one_that_was_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("indexer.embedding.learn.train._SAVE_SECONDS", -1)  # a checkpoint after every step
    (tmp_path / "whole").mkdir()
    (tmp_path / "cut").mkdir()
    whole, cut, resumed = student(), student(), student()
    Trainer(whole, tmp_path / "whole", lambda _: None).run(stage(whole), lambda _: None)
    with pytest.raises(Stopped):
        Trainer(cut, tmp_path / "cut", lambda _: None).run(stage(cut, stop_at=7), lambda _: None)
    Trainer(resumed, tmp_path / "cut", lambda _: None).run(stage(resumed), lambda _: None)
    assert torch.allclose(weights(whole), weights(resumed), atol=1e-6)


def test_a_stage_that_lies_behind_is_skipped_and_its_weights_are_kept(tmp_path: Path) -> None:
    model, later = student(), student()
    Trainer(model, tmp_path, lambda _: None).run(stage(model), lambda _: None)
    told: list[str] = []
    Trainer(later, tmp_path, told.append).run(stage(later, stop_at=0), lambda _: None)
    assert told == ["toy: done before"]
    assert torch.equal(weights(model), weights(later))


def test_blending_keeps_its_share_of_what_was_learnt() -> None:
    model = student()
    start = {name: values.clone() for name, values in model.state_dict().items()}
    with torch.no_grad():
        for parameter in model.parameters():
            parameter += 1.0
    blend(model, start, 0.7)
    moved = weights(model) - torch.cat([start[name].flatten() for name, _ in model.named_parameters()])
    assert torch.allclose(moved, torch.full_like(moved, 0.7), atol=1e-5)
