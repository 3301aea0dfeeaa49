"""A setting that cannot be read says which variable holds what."""

from __future__ import annotations

import pytest

from indexer.errors import WrongSetting
from indexer.settings import settings


def test_a_variable_that_cannot_be_read_is_named_with_what_it_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    settings.cache_clear()
    monkeypatch.setenv("NAMNDSVAR_READ_SECONDS", "soon")
    with pytest.raises(WrongSetting, match="NAMNDSVAR_READ_SECONDS is set to 'soon'"):
        settings()
    settings.cache_clear()


def test_a_variable_that_can_be_read_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    settings.cache_clear()
    monkeypatch.setenv("NAMNDSVAR_READ_SECONDS", "4")
    assert settings().read_seconds == 4.0
    settings.cache_clear()
