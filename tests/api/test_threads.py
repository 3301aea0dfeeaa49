"""One thread for a question: numpy keeps to the thread that calls it, unless the environment says otherwise."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from api.threads import one_thread_a_question

_COUNT = """
from api.threads import one_thread_a_question
one_thread_a_question()
import numpy
from threadpoolctl import threadpool_info
print(max((pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"), default=1))
"""


@pytest.mark.parametrize("told", [None, "2"])
def test_numpy_keeps_to_one_thread_but_the_environment_wins(told: str | None) -> None:
    environment = {name: value for name, value in os.environ.items() if "NUM_THREADS" not in name}
    if told:
        environment["OPENBLAS_NUM_THREADS"] = told
    counted = subprocess.run(
        [sys.executable, "-c", _COUNT], env=environment, capture_output=True, text=True, check=True
    )
    assert int(counted.stdout) == min(int(told or 1), os.cpu_count() or 1)


def test_the_environment_is_left_as_it_is_where_it_says_how_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "3")
    one_thread_a_question()
    assert os.environ["OPENBLAS_NUM_THREADS"] == "3"
