"""Nothing but our own words on the terminal."""

from __future__ import annotations

import logging
import os
import warnings

import pytest

from api.quiet import SILENCE, silence_libraries


def test_other_libraries_are_silenced_but_the_environment_wins(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in SILENCE:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HF_HUB_OFFLINE", "0")
    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    with warnings.catch_warnings(record=True) as seen:
        silence_libraries()
        warnings.warn("noise", stacklevel=1)
        logging.getLogger("elsewhere").warning("noise")
    assert seen == []
    assert capsys.readouterr().err == ""
    assert os.environ["TQDM_DISABLE"] == "1"
    assert os.environ["HF_HUB_OFFLINE"] == "0"
    for name in SILENCE:
        monkeypatch.delenv(name, raising=False)
