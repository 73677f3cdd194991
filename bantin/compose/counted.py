"""Numbers of a meeting that are no observations: who was there, how they voted."""

from __future__ import annotations

from dataclasses import dataclass

from bantin.compose.naming import session_name
from bantin.compose.phrases import upper_first
from bantin.compose.said import FigureMention
from bantin.compose.wording import Wording, machine_value, number_text
from bantin.dataset.records.amounts import Amount
from bantin.dataset.records.base import Part
from bantin.dataset.records.meeting import Meeting
from bantin.figures import Figure


@dataclass(frozen=True, slots=True)
class Counting:
    """Says the numbers of one meeting, each a figure with an identity of its own."""

    meeting: Meeting
    wording: Wording
    matter: str = ""
    """The act that was voted on, in a few words, for the source: "Nghị quyết số 61/NQ-HĐND"."""

    def of(self, part: Part, field: str, way: str, words: str) -> FigureMention:
        """The number in a field of a part.

        way: the path of the part in the record ("acts/0"); words: what is counted, for its source.
        """
        amount = getattr(part, field)
        assert isinstance(amount, Amount)  # asked for because it is there
        identity = f"{self.meeting.id}/{way}/{field.replace('_', '-')}"
        about = (upper_first(words), self.matter, session_name(self.meeting))
        figure = Figure(
            identity, amount.quantity, "%" if amount.percent else "", place=part.where_number(field)
        )
        return FigureMention(
            text=number_text(figure, self.wording.zero_padded),
            value=machine_value(figure),
            identity=identity,
            address=None,
            source=f"{', '.join(filter(None, about))}: số đã công bố",
            figure=figure,
            own=about[0],
        )
