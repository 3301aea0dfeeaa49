"""Training on lists: of a question's passages and "none of them", those that answer are to be the likeliest."""

from __future__ import annotations

import json
import math
import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from qa.learn.cross.network import Network
from qa.read.crossencoder import Pair

_LISTS = 16  # in a step
_SORTED = 20  # steps whose lists are dealt by length
_HEAD_FASTER = 10  # a head that starts from nothing
_WARMING, _LOWEST = 0.06, 0.02  # the share of the steps in which the rate rises, and the least share of it
_SPAN_WEIGHT = 0.25
_LONGEST_STEP = 1.0  # of the gradient
_TOLD = 50  # steps between two lines of the log
_KEPT = 200  # steps between two checkpoints


@dataclass(frozen=True)
class Asked:
    """A question's passages, which of them answer, and (passage, first token, last token) of an answer's own words."""

    pairs: tuple[Pair, ...]
    right: tuple[bool, ...]
    span: tuple[int, int, int] | None = None


def train(
    network: Network,
    asked: Sequence[Asked],
    rate: float,
    seed: int,
    checkpoint: Path,
    head_faster: float = _HEAD_FASTER,
) -> None:
    """One pass over the lists; goes on from its checkpoint when there is one. Writes a log line every 50 steps."""
    torch.manual_seed(seed)
    steps = list(_steps(asked, random.Random(seed)))
    head = [*network.head.parameters(), *network.spans.parameters()]
    body = [parameter for parameter in network.layers.parameters() if parameter.requires_grad]
    rates = (rate * head_faster, rate)
    groups = [{"params": part, "lr": each} for part, each in zip((head, body), rates, strict=True)]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    begin, started, loss = _resumed(network, optimizer, checkpoint, len(asked)), time.monotonic(), 0.0
    network.train()
    for step in range(begin, len(steps)):
        for group, each in zip(optimizer.param_groups, rates, strict=True):
            group["lr"] = each * min(1, (step + 1) / (_WARMING * len(steps))) * max(_LOWEST, 1 - step / len(steps))
        found = _loss(network, [asked[place] for place in steps[step]])
        optimizer.zero_grad()
        torch.autograd.backward(found)
        torch.nn.utils.clip_grad_norm_([*body, *head], _LONGEST_STEP)
        optimizer.step()
        loss = float(found.detach()) if step == begin else 0.98 * loss + 0.02 * float(found.detach())
        if step % _TOLD == 0 or step + 1 == len(steps):
            told = {"step": step + 1, "of": len(steps), "loss": round(loss, 3), "s": round(time.monotonic() - started)}
            sys.stderr.write(json.dumps(told) + "\n")
        if (step + 1) % _KEPT == 0 or step + 1 == len(steps):
            state = {
                "asked": len(asked),
                "step": step + 1,
                "network": network.state_dict(),
                "optimizer": optimizer.state_dict(),
            }
            torch.save(state, checkpoint.with_suffix(".new"))
            checkpoint.with_suffix(".new").replace(checkpoint)


def _resumed(network: Network, optimizer: torch.optim.Optimizer, checkpoint: Path, asked: int) -> int:
    if not checkpoint.exists():
        return 0
    state = torch.load(checkpoint, weights_only=True)
    if state["asked"] != asked:
        raise ValueError(
            f"{checkpoint} was made from {state['asked']} questions, not {asked}; remove it to begin anew."
        )
    network.load_state_dict(state["network"])
    optimizer.load_state_dict(state["optimizer"])
    return int(state["step"])


def _steps(asked: Sequence[Asked], chance: random.Random) -> Iterator[list[int]]:
    """Places of the lists of each step: those of like length together, so that little is padded."""
    order = list(range(len(asked)))
    chance.shuffle(order)
    for start in range(0, len(order), _LISTS * _SORTED):
        near = sorted(order[start : start + _LISTS * _SORTED], key=lambda place: _longest(asked[place]))
        steps = [near[at : at + _LISTS] for at in range(0, len(near), _LISTS)]
        chance.shuffle(steps)
        yield from steps


def _longest(asked: Asked) -> int:
    return max(len(pair.tokens) for pair in asked.pairs)


def _loss(network: Network, batch: Sequence[Asked]) -> Tensor:
    with torch.autocast("cpu", torch.bfloat16):
        scores, ends = network([pair for asked in batch for pair in asked.pairs])
    losses, at = [], 0
    for asked in batch:
        losses.append(_of_list(scores[at : at + len(asked.pairs)].float(), asked.right))
        if asked.span is not None:
            place, *span = asked.span
            losses.append(_SPAN_WEIGHT * _of_span(ends[at + place].float(), asked.pairs[place], span))
        at += len(asked.pairs)
    return torch.stack(losses).sum() / len(batch)


def _of_list(scores: Tensor, right: Sequence[bool]) -> Tensor:
    """Against the score 0 of "none of them"."""
    everything = torch.cat([scores, torch.zeros(1)])
    wanted = torch.tensor([*right, not any(right)])
    return torch.logsumexp(everything, 0) - torch.logsumexp(everything.masked_fill(~wanted, -math.inf), 0)


def _of_span(ends: Tensor, pair: Pair, span: Sequence[int]) -> Tensor:
    inside = ends[pair.passage : len(pair.tokens)]
    likely = torch.log_softmax(inside, dim=0)
    return -sum((likely[token, end] for end, token in enumerate(span)), torch.zeros(()))
