"""A file that cannot be used is told in the same words by every command, and writing leaves no half of one."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval import files
from eval.errors import GoldenError, OutputError


def test_objects_come_with_their_line_whatever_stands_inside_a_string(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": "a\u2028b"}\r\n\n{"id": 2}\n', encoding="utf-8", newline="")
    assert list(files.objects(tmp_path / "a.jsonl", GoldenError, "id")) == [(1, {"id": "a\u2028b"}), (3, {"id": 2})]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xff\xfe", "no text in UTF-8"),
        (b'{"id": 1}\n[', "line 2: not JSON"),
        (b"[]", "line 1: expected the fields id"),
    ],
)
def test_what_is_wrong_is_said_with_file_and_line(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "a.jsonl").write_bytes(content)
    with pytest.raises(GoldenError, match=rf"a\.jsonl.*{said}"):
        list(files.objects(tmp_path / "a.jsonl", GoldenError, "id"))


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    files.write_objects(tmp_path / "a.jsonl", [{"å": 1}, {"ä": 2}])
    with pytest.raises(UnicodeEncodeError):
        files.write(tmp_path / "a.jsonl", "\ud800")
    assert (tmp_path / "a.jsonl").read_text(encoding="utf-8") == '{"å": 1}\n{"ä": 2}\n'


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"Cannot write .*out\.json"):
        files.write_json(tmp_path / "none" / "out.json", {})
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="Cannot make the folder"):
        files.make_folder(tmp_path / "file" / "below")
