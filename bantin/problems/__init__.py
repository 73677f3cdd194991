"""Problems in the input: what they are, where they are, and how they are shown to people."""

from bantin.problems.messages import Message, Translate, say, say_count
from bantin.problems.problem import Location, Problem, Severity, in_order
from bantin.problems.report import Report, Silence

__all__ = [
    "Location",
    "Message",
    "Problem",
    "Report",
    "Severity",
    "Silence",
    "Translate",
    "in_order",
    "say",
    "say_count",
]
