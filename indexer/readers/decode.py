"""Bytes to text: the encodings that Swedish text files come in, and a refusal for bytes that are no text at all."""

from __future__ import annotations

import codecs
import re
import unicodedata

from indexer.errors import Reason, Refusal

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins like UTF-16's mark, so it is asked first
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LEGACY = ("cp1252", "cp850", "mac_roman")  # Windows, DOS, old Macintosh; the first wins a tie
_SWEDISH = re.compile("[åäöÅÄÖéÉüÜ]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROL_SHARE = 0.01  # scanned and exported text holds a few; random bytes hold one in ten
_LINE_ENDS = re.compile(r"[^\S\n]*\n\s*")
_INVISIBLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\u00ad\u200b\u2060\ufeff\ufffe\uffff]")


def decode(data: bytes) -> str:
    """The text of the bytes, as written. Raises Refusal (unsupported format) when they are no text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _text_or_refuse(data.decode(encoding, "replace"))
    if data[1::2].count(0) > len(data) // 5:  # UTF-16 without its mark, as old Windows programs write it
        return _text_or_refuse(data.decode("utf-16-le", "replace"))
    try:
        return _text_or_refuse(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _text_or_refuse(_decode_broken(data))


def clean(text: str) -> str:
    """The text as it is kept: composed letters (NFC), `\\n` at line ends, without characters that nobody can see."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u0085", "\n")
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", text))


def tidy(text: str) -> str:
    """One paragraph, cleaned: no white space around it or its lines' ends, no blank lines in it."""
    return _LINE_ENDS.sub("\n", clean(text)).strip()


def _decode_broken(data: bytes) -> str:
    repaired = data.decode("utf-8", "replace")
    broken = repaired.count("\ufffd")
    if broken * 3 < len(repaired) - len(repaired.encode("ascii", "ignore")):
        return repaired  # UTF-8 with an odd byte in it: the mark of loss stays visible
    candidates = [data.decode(encoding, "replace") for encoding in _LEGACY]
    return max(candidates, key=lambda text: len(_SWEDISH.findall(text)))


def _text_or_refuse(text: str) -> str:
    if len(_CONTROL.findall(text)) + text.count("\ufffd") > 1 + _CONTROL_SHARE * len(text):
        advice = "Save it as PDF, .docx, .odt or text in UTF-8."
        raise Refusal(Reason.UNSUPPORTED, "its bytes are neither text nor a known format", advice)
    return text
