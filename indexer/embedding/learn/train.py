"""The training loop: stages of steps, a checkpoint every few minutes, and going on where it was stopped."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Final

import torch

from indexer.embedding.learn.student import Student

_WARM_UP: Final = 0.05  # share of a stage's steps in which the rate rises
_LEAST_RATE: Final = 0.05  # of the full rate, at the stage's end
_CLIP: Final = 1.0
_SAVE_SECONDS: Final = 300
_LOG_STEPS: Final = 10


@dataclass(frozen=True)
class Stage:
    """steps(): one closure for each step, that gives its loss; the same ones in the same order every time.

    rate: of the layers; token_rate: of the token vectors, which start further off and are each seen seldom.
    """

    name: str
    steps: Callable[[], Iterator[Callable[[], torch.Tensor]]]
    count: int
    rate: float
    token_rate: float


class Trainer:
    """Runs stages one after the other. `work` holds the checkpoint and `log.jsonl`, one line every ten steps."""

    def __init__(self, student: Student, work: Path, say: Callable[[str], None]) -> None:
        self.student, self.work, self.say = student, work, say
        self._checkpoint = work / "checkpoint.pt"
        self._saved = time.monotonic()
        self._behind: list[str] = []

    @property
    def begun(self) -> bool:
        """Whether an earlier run has left a checkpoint."""
        return self._checkpoint.exists()

    def run(self, stage: Stage, measure: Callable[[str], None]) -> None:
        """Run a stage, or what is left of it, and measure. A stage that the checkpoint has behind it is skipped."""
        optimizer = _optimizer(self.student, stage)
        done = self._resume(stage, optimizer)
        if done >= stage.count:
            self.say(f"{stage.name}: done before")
            return
        losses: list[float] = []
        started = time.monotonic()
        for number, step in enumerate(islice(stage.steps(), stage.count)):
            if number < done:
                continue
            losses.append(self._step(stage, optimizer, step, number))
            if (number + 1) % _LOG_STEPS == 0 or number + 1 == stage.count:
                self._tell(stage, number + 1, losses, (time.monotonic() - started) / (number + 1 - done))
                losses = []
            if time.monotonic() - self._saved > _SAVE_SECONDS:
                self._save(stage, optimizer, number + 1)
        self._save(stage, optimizer, stage.count)
        measure(stage.name)

    def _step(
        self, stage: Stage, optimizer: torch.optim.Optimizer, step: Callable[[], torch.Tensor], number: int
    ) -> float:
        factor = _rate_factor(number, stage.count)
        for group in optimizer.param_groups:
            group["lr"] = group["full_rate"] * factor
        loss = step()
        optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.student.parameters(), _CLIP)
        optimizer.step()
        return float(loss.detach())

    def _tell(self, stage: Stage, step: int, losses: list[float], seconds: float) -> None:
        loss = sum(losses) / len(losses)
        line = {"stage": stage.name, "step": step, "of": stage.count, "loss": round(loss, 4)}
        with (self.work / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(json.dumps(line | {"seconds_a_step": round(seconds, 2)}) + "\n")
        left = seconds * (stage.count - step) / 60
        self.say(f"{stage.name}: step {step} of {stage.count}, loss {loss:.4f}, {left:.0f} minutes left")

    def _save(self, stage: Stage, optimizer: torch.optim.Optimizer, step: int) -> None:
        if step >= stage.count:
            self._behind.append(stage.name)
        state: dict[str, Any] = {
            "stage": stage.name,
            "step": step,
            "student": self.student.state_dict(),
            "optimizer": optimizer.state_dict(),
            "behind": self._behind,
        }
        fresh = self._checkpoint.with_suffix(".new")
        torch.save(state, fresh)
        fresh.replace(self._checkpoint)
        self._saved = time.monotonic()

    def _resume(self, stage: Stage, optimizer: torch.optim.Optimizer) -> int:
        """The steps of the stage that lie behind; loads the weights where there are any."""
        if not self._checkpoint.exists():
            return 0
        state = torch.load(self._checkpoint, weights_only=True)
        self.student.load_state_dict(state["student"])
        self._behind = list(state["behind"])
        if stage.name in self._behind:
            return stage.count
        if state["stage"] != stage.name:
            return 0
        optimizer.load_state_dict(state["optimizer"])
        self.say(f"{stage.name}: going on after step {state['step']}")
        return int(state["step"])


def _optimizer(student: Student, stage: Stage) -> torch.optim.Optimizer:
    tokens = student.layers.embeddings.word_embeddings.weight
    others = [parameter for parameter in student.parameters() if parameter is not tokens]
    groups = [
        {"params": others, "full_rate": stage.rate, "weight_decay": 0.01},
        {"params": [tokens], "full_rate": stage.token_rate, "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, lr=stage.rate)


def _rate_factor(step: int, steps: int) -> float:
    """Rises over the warm-up, then falls in a straight line."""
    warm = max(1, round(steps * _WARM_UP))
    if step < warm:
        return (step + 1) / warm
    return max(_LEAST_RATE, 1 - (step - warm) / max(1, steps - warm))
