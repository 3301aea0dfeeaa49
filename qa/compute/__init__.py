"""Working figures out: a typed plan, the operands that documents state, the operation, its formula and words."""

from qa.compute.say import write_worked
from qa.compute.stated import lacks_operands, stated_first
from qa.compute.work import Worked, work

__all__ = ["Worked", "lacks_operands", "stated_first", "work", "write_worked"]
