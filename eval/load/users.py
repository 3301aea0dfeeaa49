"""Users who ask, read for a while, and ask again, all at once; and what the server's memory does meanwhile."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import cycle
from typing import Final

from eval.load.wire import Asked, Server

_LOOK_EVERY: Final = 1.0  # seconds between two looks at the memory


@dataclass(frozen=True)
class Plan:
    """How they ask. think: least and most seconds between an answer's end and the next question."""

    address: str
    users: int
    seconds: float
    think: tuple[float, float]
    key: str = ""
    seed: int = 1


@dataclass
class Seen:
    """What came of it: every question, and the server's memory in megabytes, second by second."""

    asked: list[Asked] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)


def let_ask(plan: Plan, questions: Sequence[str]) -> Seen:
    """Let the users ask until the time is up; no two ask the same, and none asks twice while there are others left."""
    seen = Seen()
    until = time.monotonic() + plan.seconds
    threads = [threading.Thread(target=_user, args=(plan, nth, questions, until, seen)) for nth in range(plan.users)]
    for thread in threads:
        thread.start()
    watch = Server(plan.address, plan.key)
    while time.monotonic() < until:
        seen.memory.append(watch.memory())
        time.sleep(_LOOK_EVERY)
    watch.close()
    for thread in threads:
        thread.join()
    return seen


def _user(plan: Plan, nth: int, questions: Sequence[str], until: float, seen: Seen) -> None:
    draw = random.Random(plan.seed * 1000 + nth)
    server = Server(plan.address, plan.key)
    time.sleep(draw.uniform(0, plan.think[1]))  # they do not all come in the same instant
    mine = cycle(questions[nth :: plan.users] or questions)
    while time.monotonic() < until:
        seen.asked.append(server.ask(next(mine)))
        time.sleep(draw.uniform(*plan.think))
    server.close()
