"""Questions taken apart: each operand of what is to be worked out is a question that the reader answers by itself."""

from qa.parts.related import together
from qa.parts.work import in_parts

__all__ = ["in_parts", "together"]
