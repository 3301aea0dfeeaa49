"""The letters of a PDF page, read with pdfium, as runs on baselines.

pdfium's plain-text call gives neither font sizes nor positions, so the letters are read one by one; the style is asked
for once per text object, which keeps a full page at about ten milliseconds.
"""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, TypeAlias

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from indexer.readers.hyphens import SOFT
from indexer.readers.pdf_layout import Run

_BOLD_NAME = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_BOLD_WEIGHT = 600
_FORCED_BOLD = 1 << 18  # font descriptor flag, ISO 32000-1 table 123
_GAP = 1.2  # of the font size: wider gaps part columns, not words
_SPACES = dict.fromkeys("\t\u00a0\u2002\u2003\u2007\u2009\u202f\u3000", " ")
_LIGATURES = dict(
    zip("\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06", ("ff", "fi", "fl", "ffi", "ffl", "ft", "st"), strict=True)
)
_UNSEEN = dict.fromkeys([*map(chr, range(32)), "\x7f", "\u200b", "\ufeff"], "")
_ENDS = frozenset("\r\n\x00")
_LETTERS = str.maketrans(
    {**_UNSEEN, **_SPACES, **_LIGATURES, **dict.fromkeys(_ENDS, "\n"), "\u0002": SOFT, "\ufffe": SOFT}
)
_Box: TypeAlias = tuple[float, float, float, float]
_NOWHERE = (0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class _Style:
    size: float
    bold: bool
    turn: int  # quarter turns against the clock


@dataclass(frozen=True, slots=True)
class _Letter:
    text: str
    left: float
    right: float
    base: float
    style: _Style


def read_runs(page: pdfium.PdfPage) -> tuple[tuple[Run, ...], tuple[str, ...], int]:
    """The runs of the page in drawing order, the texts at another angle, and the quarter turns of the upright text."""
    textpage = page.get_textpage()
    styled = list(_letters(textpage))
    turn = _main_turn(style for _, _, style in styled)
    frame = page.get_bbox()
    upright = [
        _placed(text, box, style, frame) if style is not None else None
        for text, box, style in styled
        if style is None or style.turn == turn
    ]
    aside = "".join(
        text if style is not None else " " for text, _, style in styled if style is None or style.turn != turn
    )
    textpage.close()
    return tuple(_runs(upright)), tuple(part for part in re.split(r"\s{2,}", aside.strip()) if part), turn


def turned(box: _Box, turn: int, frame: _Box) -> _Box:
    """A box in PDF coordinates (left, bottom, right, top) as (left, top, right, bottom) of the page as it is read."""
    left, bottom, right, top = box
    f_left, f_bottom, f_right, f_top = frame
    if turn == 0:
        return left - f_left, f_top - top, right - f_left, f_top - bottom
    if turn == 1:
        return bottom - f_bottom, left - f_left, top - f_bottom, right - f_left
    if turn == 2:
        return f_right - right, bottom - f_bottom, f_right - left, top - f_bottom
    return f_top - top, f_right - right, f_top - bottom, f_right - left


def _letters(textpage: pdfium.PdfTextpage) -> Iterator[tuple[str, _Box, _Style | None]]:
    """Each letter with its box on the baseline (left, baseline, right, baseline before it is turned) and its style."""
    handle = textpage.raw
    left, right, bottom, top, x, y = (ctypes.c_double() for _ in range(6))
    styles: dict[int, _Style] = {}
    last: tuple[_Box, _Style] | None = None
    for index in range(textpage.count_chars()):
        text = _letter(raw.FPDFText_GetUnicode(handle, index))
        if text == "\n":
            yield "", _NOWHERE, None
            continue
        pointer = raw.FPDFText_GetTextObject(handle, index)
        if not pointer:  # pdfium's own: a space between words, a hyphen at a line's end
            if last is not None:
                yield text, last[0], last[1]
            continue
        address = ctypes.c_void_p.from_buffer(pointer).value or 0
        style = styles.get(address)
        if style is None:
            style = styles[address] = _style(handle, index)
        raw.FPDFText_GetCharBox(handle, index, left, right, bottom, top)
        raw.FPDFText_GetCharOrigin(handle, index, x, y)
        if style.turn % 2:
            box = (x.value, bottom.value, x.value, top.value)
        else:
            box = (left.value, y.value, right.value, y.value)
        yield text, box, style
        last = box, style


@cache
def _letter(code: int) -> str:
    """What one code point stands for: spaces and ligatures resolved, invisible ones gone, broken ones marked."""
    return "\ufffd" if 0xD800 <= code <= 0xDFFF else chr(code).translate(_LETTERS)


def _style(textpage: Any, index: int) -> _Style:
    matrix, name, flags = raw.FS_MATRIX(), ctypes.create_string_buffer(128), ctypes.c_int()
    raw.FPDFText_GetMatrix(textpage, index, matrix)
    raw.FPDFText_GetFontInfo(textpage, index, name, len(name), flags)
    scale = math.hypot(matrix.c, matrix.d) or 1.0
    size = round(raw.FPDFText_GetFontSize(textpage, index) * scale, 1)
    bold = (
        bool(_BOLD_NAME.search(name.value.decode("latin-1")))
        or raw.FPDFText_GetFontWeight(textpage, index) >= _BOLD_WEIGHT
        or bool(flags.value & _FORCED_BOLD)
    )
    return _Style(size, bold, round(math.atan2(matrix.b, matrix.a) / (math.pi / 2)) % 4)


def _main_turn(styles: Iterable[_Style | None]) -> int:
    counts = Counter(style.turn for style in styles if style is not None)
    return counts.most_common(1)[0][0] if counts else 0


def _placed(text: str, box: _Box, style: _Style, frame: _Box) -> _Letter:
    left, top, right, _ = turned(box, style.turn, frame)
    return _Letter(text, left, right, top, style)


def _runs(letters: Iterable[_Letter | None]) -> Iterator[Run]:
    """Cut the letters where baseline or style changes, a line ends or a wide gap opens."""
    held: list[_Letter] = []
    blank = glued = False  # a space was passed since the last letter; the held letters go on from the run before
    for letter in letters:
        if letter is None or (held and _breaks(held[-1], letter)):
            yield from _run(held, glued)
            glued = letter is not None and not blank
            held, blank = [], False
        if letter is None or not letter.text:
            continue
        if held and letter.text > "\u02ff" and unicodedata.combining(letter.text[0]):
            held[-1] = replace(held[-1], text=unicodedata.normalize("NFC", held[-1].text + letter.text))
            continue
        if letter.text == " ":
            blank, glued = bool(held), glued and bool(held)
            continue
        if blank:
            held.append(_Letter(" ", held[-1].right, letter.left, letter.base, letter.style))
            blank = False
        held.append(letter)
    yield from _run(held, glued)


def _breaks(before: _Letter, letter: _Letter) -> bool:
    """Whether `letter`, where it is not a space, starts a new run; `before` is never a space."""
    if letter.text == " ":
        return False
    gap = letter.left - before.right
    return (
        letter.style != before.style
        or abs(letter.base - before.base) > 0.05 * letter.style.size + 0.3
        or gap > _GAP * letter.style.size
        or gap < -2 * letter.style.size
    )


def _run(letters: list[_Letter], glued: bool) -> Iterator[Run]:
    if letters:
        style = letters[0].style
        text = "".join(letter.text for letter in letters)
        starts = tuple(letter.left for letter in letters for _ in letter.text)
        yield Run(text, letters[0].left, letters[-1].right, letters[0].base, style.size, style.bold, starts, glued)
