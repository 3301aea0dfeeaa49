"""The commands of the evaluation are the ones that the README names."""

from __future__ import annotations

import re
from pathlib import Path

from typer.main import get_group

from eval.__main__ import app

ROOT = Path(__file__).parents[2]


def test_the_readme_names_every_command_and_no_other() -> None:
    table = (ROOT / "README.md").read_text(encoding="utf-8").split("| `namndsvar eval …` |")[1].split("\n\n")[0]
    assert sorted(re.findall(r"^\| `(\w+)", table, re.MULTILINE)) == sorted(get_group(app).commands)
