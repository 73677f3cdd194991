"""Registers that other records refer to: organisations, people, indicators."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from bantin.dataset.discipline import FORMS, CountedObject
from bantin.dataset.records.base import Part, Record
from bantin.dataset.records.declarations import OfficialName, Threshold
from bantin.dataset.records.values import Day, Flag, Identifier, Line


class OrganisationKind(StrEnum):
    """What kind of body an organisation is."""

    PARTY_COMMITTEE = "party_committee"
    PARTY_ORGANISATION = "party_organisation"
    STANDING_COMMITTEE = "standing_committee"
    INSPECTION_COMMITTEE = "inspection_committee"
    COUNCIL = "council"
    PEOPLES_COMMITTEE = "peoples_committee"
    AGENCY = "agency"
    MASS_ORGANISATION = "mass_organisation"
    COLLECTIVE = "collective"


class OrganisationLevel(StrEnum):
    """The level of administration a body belongs to."""

    CENTRAL = "central"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"
    GRASSROOTS = "grassroots"


class BreakKind(StrEnum):
    """Why figures before and after a day cannot be compared."""

    MERGER = "merger"
    SPLIT = "split"
    COUNTING_RULE = "counting_rule"
    SCOPE = "scope"
    OTHER = "other"


class Break(Part):
    """Một mốc mà số liệu trước và sau không so sánh được với nhau."""

    day: Day
    """Ngày đầu tiên theo cách mới."""
    kind: BreakKind
    """merger: sáp nhập; split: chia tách; counting_rule: đổi cách tính; scope: đổi phạm vi; other: khác."""
    reason: Line
    """Lý do, viết tiếp được sau chữ “vì”: “Đảng bộ Khối sáp nhập từ ngày 01/07/2025”."""


class OrganisationBreak(Break):
    """Một mốc mà số liệu của một tổ chức trước và sau không so sánh được với nhau."""

    units_below: Flag | None = None
    """yes nếu số liệu của các tổ chức trực thuộc (theo parent) cũng không so sánh được qua mốc ấy; no nếu vẫn
    so sánh được."""


class Organisation(Part):
    """Một tổ chức, một cơ quan, hoặc một tập thể (“UBKT hai cấp”) được nhắc đến trong bản tin."""

    id: Identifier
    """Mã để các bản ghi khác nhắc đến."""
    name: OfficialName
    """Tên đầy đủ, viết hoa như cơ quan viết."""
    short_name: OfficialName | None = None
    """Tên gọn, dùng từ lần nhắc thứ hai trong bài."""
    kind: OrganisationKind
    """Loại tổ chức. party_committee: cấp ủy; party_organisation: tổ chức đảng; standing_committee: ban
    thường vụ; inspection_committee: ủy ban kiểm tra; council: hội đồng nhân dân; peoples_committee: ủy ban
    nhân dân; agency: cơ quan, đơn vị; mass_organisation: đoàn thể; collective: một tập thể, không phải tổng
    của các tổ chức khác."""
    level: OrganisationLevel | None = None
    """Cấp. central: trung ương; province: tỉnh; district: huyện; commune: xã; grassroots: cơ sở."""
    parent: Identifier | None = None
    """Mã của tổ chức cấp trên trực tiếp."""
    variants: tuple[OfficialName, ...] = ()
    """Các cách viết khác đã gặp."""
    valid_from: Day | None = None
    """Ngày bắt đầu mang tên này."""
    valid_to: Day | None = None
    """Ngày cuối cùng mang tên này."""
    succeeded_by: Identifier | None = None
    """Mã của tổ chức kế tục."""
    breaks: tuple[OrganisationBreak, ...] = ()
    """Các mốc mà số liệu của tổ chức này trước và sau không so sánh được."""


class Organisations(Record):
    """Danh sách tổ chức."""

    kind: ClassVar[str] = "organisations"

    organisations: tuple[Organisation, ...]
    """Các tổ chức."""


class Position(Part):
    """Một chức danh và thời gian giữ chức danh ấy."""

    title: Line
    """Chức danh, viết như in trên báo."""
    organisation: Identifier
    """Mã của tổ chức."""
    from_day: Day | None = None
    """Ngày bắt đầu; bỏ trống nếu không biết."""
    to_day: Day | None = None
    """Ngày cuối cùng; bỏ trống nếu không biết hoặc còn giữ."""

    def holds_on(self, day: date) -> bool:
        """Whether the title was held on that day, as far as the record knows."""
        return (self.from_day is None or self.from_day <= day) and (self.to_day is None or day <= self.to_day)


class Person(Part):
    """Một người được nhắc tên trong bản tin."""

    id: Identifier
    """Mã để các bản ghi khác nhắc đến."""
    name: Line
    """Họ và tên."""
    honorific: Line | None = None
    """Cách gọi riêng cho người này; bỏ trống thì theo nếp viết chung."""
    positions: tuple[Position, ...] = ()
    """Các chức danh, có thể giữ nhiều chức danh cùng lúc."""


class People(Record):
    """Danh sách nhân sự."""

    kind: ClassVar[str] = "people"

    people: tuple[Person, ...]
    """Những người được nhắc tên."""


class NumberKind(StrEnum):
    """What kind of number an indicator has."""

    COUNT = "count"
    DECIMAL = "decimal"
    PERCENT = "percent"


class Better(StrEnum):
    """Which direction is the better one."""

    UP = "up"
    DOWN = "down"
    NEITHER = "neither"


class SubjectOfIndicators(Part):
    """Một chủ đề, mỗi chủ đề một bảng trên trang số liệu."""

    id: Identifier
    """Mã của chủ đề."""
    label: Line
    """Tên chủ đề."""


class ClassOfClassification(Part):
    """Một nhóm trong cách phân tổ."""

    id: Identifier
    """Mã của nhóm."""
    label: Line
    """Tên nhóm, viết thường."""
    threshold: Threshold | None = None
    """Ngưỡng của nhóm, viết như in: từ 90 điểm trở lên."""
    unit: Line | None = None
    """Đơn vị riêng, nếu các nhóm đếm những thứ khác nhau (tổ chức đảng, đảng viên): không cộng các nhóm."""


class Classification(Part):
    """Một cách phân tổ: theo loại, theo hình thức kỷ luật …"""

    id: Identifier
    """Mã của cách phân tổ."""
    label: Line
    """Tên, đứng sau chữ “theo”."""
    classes: tuple[ClassOfClassification, ...] = ()
    """Các nhóm theo thứ tự hiển thị."""
    discipline_of: CountedObject | None = None
    """Đối tượng bị kỷ luật; các hình thức và thứ tự lấy theo Điều lệ Đảng, không phải khai classes.
    organisation: tổ chức đảng; full_member: đảng viên chính thức; probationary_member: đảng viên dự bị."""

    def labels(self) -> tuple[tuple[str, str], ...]:
        """Id and label of each class in the order of display; forms of discipline in their legal order."""
        if self.discipline_of is not None:
            return tuple((form.id, form.label) for form in FORMS[self.discipline_of])
        return tuple((entry.id, entry.label) for entry in self.classes)

    def entries(self) -> tuple[ClassOfClassification, ...]:
        """The classes in the order of display; forms of discipline in their legal order."""
        if self.discipline_of is None:
            return self.classes
        return tuple(ClassOfClassification(id=name, label=label) for name, label in self.labels())


class Stage(Part):
    """Một khâu trong chuỗi khâu."""

    id: Identifier
    """Mã của khâu."""
    label: Line
    """Tên khâu, viết thường."""


class Funnel(Part):
    """Một chuỗi khâu: từ chỗ bắt đầu đến kết quả, khâu sau không nhiều hơn khâu trước."""

    id: Identifier
    """Mã của chuỗi khâu."""
    label: Line
    """Tên chuỗi khâu."""
    start: Line
    """Chỗ bắt đầu: những gì được tính là đi vào chuỗi."""
    stages: tuple[Stage, ...] = Field(min_length=2)
    """Các khâu theo thứ tự."""


class Indicator(Part):
    """Một chỉ tiêu: đếm gì, theo đơn vị nào, nói thành câu ra sao."""

    id: Identifier
    """Mã của chỉ tiêu."""
    label: Line
    """Tên trên bảng số liệu."""
    subject: Identifier
    """Mã của chủ đề."""
    unit: Line
    """Danh từ đứng sau con số: tổ chức đảng, đảng viên, cuộc …"""
    unit_short: Line | None = None
    """Danh từ gọn, dùng khi nhắc lại trong cùng câu."""
    definition: Line | None = None
    """Định nghĩa trong một câu: đếm những gì, không đếm những gì; in ở trang của chỉ tiêu."""
    method: Line | None = None
    """Cách đếm và giới hạn, một vài câu: ai đếm, đếm lúc nào, chỗ nào có thể thiếu hoặc trùng."""
    verb: Line
    """Động từ đứng trước con số: kiểm tra, giám sát; thi hành kỷ luật; có …"""
    number: NumberKind = NumberKind.COUNT
    """Loại số: count (số đếm), decimal (số thập phân), percent (tỷ lệ)."""
    object: CountedObject | None = None
    """Đối tượng được đếm, nếu quy định phụ thuộc vào đối tượng. organisation: tổ chức đảng; full_member:
    đảng viên chính thức; probationary_member: đảng viên dự bị."""
    stock: Flag = False
    """yes nếu là số hiện có tại một thời điểm (không cộng dồn qua các năm)."""
    sums_over_time: Flag = True
    """no nếu cùng một đối tượng có thể được đếm ở nhiều kỳ: số cả năm không phải là tổng các quý."""
    better: Better = Better.NEITHER
    """Chiều tốt. up: tăng là tốt; down: giảm là tốt; neither: không xét."""
    breakdowns: tuple[Identifier, ...] = ()
    """Mã các cách phân tổ được dùng với chỉ tiêu này."""
    breaks: tuple[Break, ...] = ()
    """Các mốc mà số liệu của chỉ tiêu trước và sau không so sánh được: đổi cách tính, đổi phạm vi."""


class Indicators(Record):
    """Danh sách chỉ tiêu."""

    kind: ClassVar[str] = "indicators"

    subjects: tuple[SubjectOfIndicators, ...]
    """Các chủ đề theo thứ tự hiển thị."""
    classifications: tuple[Classification, ...] = ()
    """Các cách phân tổ."""
    funnels: tuple[Funnel, ...] = ()
    """Các chuỗi khâu."""
    indicators: tuple[Indicator, ...]
    """Các chỉ tiêu theo thứ tự hiển thị."""
