"""Pack a zip container again with one fixed date, so that the same document gives the same bytes."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

DATE = (1980, 1, 1, 0, 0, 0)


def write_still(packed: bytes, path: Path) -> None:
    """Write the members of `packed` to `path` in their order; an ODF `mimetype` stays first and uncompressed."""
    with zipfile.ZipFile(io.BytesIO(packed)) as loose, zipfile.ZipFile(path, "w") as still:
        for member in loose.infolist():
            entry = zipfile.ZipInfo(member.filename, DATE)
            entry.compress_type = zipfile.ZIP_STORED if member.filename == "mimetype" else zipfile.ZIP_DEFLATED
            still.writestr(entry, loose.read(member.filename))
