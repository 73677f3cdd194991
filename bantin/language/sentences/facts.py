"""What a sentence of figures can say: values, who acted, when, and what they are compared with."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from enum import Enum
from typing import Generic

from bantin.language.sentences.movements import Movement
from bantin.language.sentences.pieces import Pieces, T_co


class Form(Enum):
    """What kind of sentence a value needs."""

    COUNT = "count"
    """Somebody did something to so many: "UBKT đã kiểm tra 9 tổ chức đảng"."""
    SHARE = "share"
    """A share of a whole had something happen to it: "92,5% số đơn được giải quyết đúng hạn"."""
    REST = "rest"
    """What is left to say of a value that the lead told: "Trong số đảng viên bị kỷ luật, cảnh cáo 7 …"."""
    PARTS = "parts"
    """Parts of a whole that nobody published: "UBKT đã kỷ luật: 12 đảng bộ"."""


@dataclass(frozen=True, slots=True)
class Counted(Generic[T_co]):
    """One value and all that is said of it.

    value: the number with its unit ("9 tổ chức đảng"); unit: the short unit, for a second mention;
    further: words behind the unit ("khi có dấu hiệu vi phạm"); notes: what sets the value apart, for
    brackets; movement: how it moved, if that is known; plan: how its plan was met ("vượt 15% kế hoạch");
    parts: one phrase for each way of dividing it ("gồm …", "trong đó …", "với …"); nothing: the zero as a
    thing to be mentioned that reads "không", for values of which there are none.
    """

    value: Pieces[T_co]
    unit: str
    further: str = ""
    notes: tuple[str, ...] = ()
    movement: Movement[T_co] | None = None
    plan: Pieces[T_co] = ()
    parts: tuple[Pieces[T_co], ...] = ()
    nothing: T_co | None = None


@dataclass(frozen=True, slots=True)
class Fact(Generic[T_co]):
    """One value with what its sentence needs.

    verb: what was done to what is counted, with "đề nghị" or the like where it is not yet done; long_unit:
    the unit in full; done: whether "đã" is said of it; when: the period's name, "" for what has none;
    as_of: the day of a stock ("Tính đến ngày 30/06/2025"), said instead of the period; topic: its subject,
    in words for the middle of a sentence; whole: what is counted by name ("đảng viên bị kỷ luật"), where its
    parts are told far from it; compared, compared_again: what the movement is measured against,
    in full and in short; after: sentences that belong behind it; apart: facts that differ here never share
    a sentence (their legal force, their stage).
    """

    counted: Counted[T_co]
    verb: str
    actor: str = ""
    preparer: str = ""
    long_unit: str = ""
    done: bool = True
    form: Form = Form.COUNT
    when: str = ""
    as_of: str = ""
    topic: str = ""
    whole: str = ""
    compared: str = ""
    compared_again: str = ""
    after: tuple[Pieces[T_co], ...] = ()
    apart: Hashable = None

    @property
    def circumstances(self) -> tuple[Hashable, ...]:
        """Who, when, and against what: facts that differ in these are told one after the other."""
        return (
            self.actor,
            self.preparer,
            self.done,
            self.when,
            self.as_of,
            self.compared,
            self.form,
            self.apart,
        )

    @property
    def alone(self) -> bool:
        """Whether the value needs a sentence to itself."""
        return self.form is not Form.COUNT or bool(self.after) or self.counted.nothing is not None
