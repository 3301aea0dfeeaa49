"""Pixels written as PNG are read back the same by another program."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from api.drawing.png import png


@pytest.mark.parametrize(("grey", "mode"), [(False, "RGB"), (True, "L")])
def test_the_pixels_come_back_and_grey_ones_take_a_third(grey: bool, mode: str) -> None:
    pixels = np.random.default_rng(1).integers(0, 256, (7, 5, 3), dtype=np.uint8)
    pixels = np.repeat(pixels[..., :1], 3, axis=2) if grey else pixels
    with Image.open(BytesIO(png(pixels))) as image:
        assert (image.mode, image.size) == (mode, (5, 7))
        assert (np.asarray(image.convert("RGB")) == pixels).all()


def test_a_white_page_is_small() -> None:
    assert len(png(np.full((1400, 1000, 3), 255, dtype=np.uint8))) < 10_000
