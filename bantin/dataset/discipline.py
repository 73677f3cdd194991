"""Forms of party discipline in ascending order.

Source: Điều lệ Đảng Cộng sản Việt Nam, Điều 35.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CountedObject(StrEnum):
    """What an indicator counts, where a rule depends on it: the forms of discipline do."""

    ORGANISATION = "organisation"
    FULL_MEMBER = "full_member"
    PROBATIONARY_MEMBER = "probationary_member"


@dataclass(frozen=True, slots=True)
class DisciplineForm:
    """A form of discipline: its name in records and its Vietnamese name."""

    id: str
    label: str


_REPRIMAND = DisciplineForm("khien-trach", "khiển trách")
_WARNING = DisciplineForm("canh-cao", "cảnh cáo")
_REMOVAL = DisciplineForm("cach-chuc", "cách chức")
_EXPULSION = DisciplineForm("khai-tru", "khai trừ")
_DISSOLUTION = DisciplineForm("giai-tan", "giải tán")

FORMS: dict[CountedObject, tuple[DisciplineForm, ...]] = {
    CountedObject.ORGANISATION: (_REPRIMAND, _WARNING, _DISSOLUTION),
    CountedObject.FULL_MEMBER: (_REPRIMAND, _WARNING, _REMOVAL, _EXPULSION),
    CountedObject.PROBATIONARY_MEMBER: (_REPRIMAND, _WARNING),
}
