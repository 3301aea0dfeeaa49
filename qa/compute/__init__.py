"""Working figures out: a typed plan, the operands that documents state, the operation, its formula and words."""

from qa.compute.counted import counted
from qa.compute.lasting import lasting, write_lasting
from qa.compute.say import write_worked
from qa.compute.stated import lacks_operands, stated_first
from qa.compute.tell import write_counted
from qa.compute.work import Worked, work

__all__ = [
    "Worked",
    "counted",
    "lacks_operands",
    "lasting",
    "stated_first",
    "work",
    "write_counted",
    "write_lasting",
    "write_worked",
]
