"""Pages drawn in the confined child: what it gives, what it costs, and what a hostile file comes to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from fpdf import FPDF
from PIL import Image

from api.drawing import pages as module
from api.drawing.pages import Pages
from indexer.errors import NotFound, Reason, Refusal
from indexer.library import Location

PLANTED = """
import json, os, sys, time
from indexer.readers import wire
from indexer.readers.child import READY

def main():
    requests, replies = int(sys.argv[1]), int(sys.argv[2])
    wire.send(replies, READY)
    while True:
        try:
            path = json.loads(wire.receive(requests, 1 << 16))[0]
        except wire.Broken:
            return
        wire.send(replies, REPLIES[path]()) if path in REPLIES else time.sleep(60)

REPLIES = {
    "empty": lambda: b"",
    "no image": lambda: b'{"pages": 1}' + bytes([10]) + b"<svg onload=alert(1)>",
    "no letters": lambda: b'{"pages": 1, "width": 1, "height": 1}' + bytes([10]) + b'"ab"' + bytes([10]) + b"1234",
    "no reason": lambda: b'{"refusal": ["fun", "", ""]}' + bytes([10]),
    "end": lambda: os._exit(3),
}
main()
"""


@pytest.fixture(scope="module")
def drawn() -> Iterator[Pages]:
    one = Pages()
    yield one
    one.close()


@pytest.fixture
def pdf(tmp_path: Path) -> Callable[..., Location]:
    def make(*texts: str, turn: int = 0) -> Location:
        drawing = FPDF(format="A4", unit="pt")
        for text in texts:
            drawing.add_page()
            drawing.set_font("Helvetica", size=11)
            drawing.text(100, 200, text)
        path = tmp_path / "document.pdf"
        drawing.output(str(path))
        if turn:
            document = pypdfium2.PdfDocument(path.read_bytes())
            document[0].set_rotation(turn)
            document.save(path)
        return at(path)

    return make


def at(path: Path) -> Location:
    return Location(str(path), str(path.parent), path.name, f"{path} {path.stat().st_mtime_ns}", "")


def test_a_page_is_an_image_of_the_width_asked_for(drawn: Pages, pdf: Callable[..., Location]) -> None:
    found = drawn.image(pdf("ett", "två"), 2, 800)
    with Image.open(BytesIO(found.image)) as image:
        assert (image.format, image.width, found.pages) == ("PNG", 800, 2)
        assert image.height == pytest.approx(800 * 842 / 595, abs=2)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_the_letters_lie_where_their_ink_is(drawn: Pages, pdf: Callable[..., Location], turn: int) -> None:
    place = pdf("Beslut", turn=turn)
    letters = drawn.letters(place, 1)
    start = letters.text.index("Beslut")
    boxes = letters.boxes[start : start + 6]
    with Image.open(BytesIO(drawn.image(place, 1, 1000).image)) as image:
        left, top = boxes[:, 0].min() * image.width, boxes[:, 1].min() * image.height
        right, bottom = boxes[:, 2].max() * image.width, boxes[:, 3].max() * image.height
        ink = image.convert("L").point(lambda value: 255 if value < 128 else 0).getbbox()
    assert ink is not None
    assert left - 2 <= ink[0] and top - 2 <= ink[1] and ink[2] <= right + 2 and ink[3] <= bottom + 2
    assert (right - left) * (bottom - top) < 3 * (ink[2] - ink[0]) * (ink[3] - ink[1])


def test_a_page_that_is_not_there_is_told(drawn: Pages, pdf: Callable[..., Location]) -> None:
    with pytest.raises(NotFound, match="The document has 1 pages; there is no page 2"):
        drawn.image(pdf("ett"), 2, 1000)


def test_what_is_no_pdf_is_refused_and_the_next_one_is_drawn(
    drawn: Pages, pdf: Callable[..., Location], tmp_path: Path
) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7\n" + b"x" * 500)
    with pytest.raises(Refusal, match="the page cannot be drawn"):
        drawn.image(at(broken), 1, 1000)
    assert drawn.image(pdf("ett"), 1, 1000).pages == 1


def test_a_page_that_is_kept_is_not_drawn_again_and_little_is_kept(
    drawn: Pages, pdf: Callable[..., Location], monkeypatch: pytest.MonkeyPatch
) -> None:
    place = pdf("ett")
    first = drawn.image(place, 1, 1000)
    Path(place.file).unlink()
    assert drawn.image(place, 1, 1000) is first
    monkeypatch.setattr(module, "KEPT_BYTES", 0)
    with pytest.raises(Refusal):
        drawn.image(place, 1, 900)
    drawn.letters(pdf("två"), 1)
    assert not drawn._kept


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("empty", Reason.UNSAFE),
        ("no image", Reason.UNSAFE),
        ("no reason", Reason.UNSAFE),
        ("end", Reason.DAMAGED),
        ("hang", Reason.TIMED_OUT),
    ],
)
def test_a_child_in_the_hands_of_a_file_harms_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, reason: Reason
) -> None:
    (tmp_path / "planted.py").write_text(PLANTED)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    one = Pages("planted", seconds=0.5)
    with pytest.raises(Refusal) as told:
        one.image(Location(path, "", path, "c", ""), 1, 1000)
    assert told.value.reason is reason
    with pytest.raises(Refusal) as told:
        one.letters(Location("no letters", "", path, "c", ""), 1)
    assert told.value.reason is Reason.UNSAFE
    one.close()
