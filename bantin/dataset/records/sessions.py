"""Sessions: what a meeting is called, when and where it takes place, who is there, what it follows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from pydantic import Field

from bantin.dataset.records.amounts import AmountField
from bantin.dataset.records.base import Part
from bantin.dataset.records.declarations import (
    AsPrinted,
    Hour,
    NameElsewhere,
    Ordinal,
    OrdinalOfTerm,
    Weekday,
)
from bantin.dataset.records.values import Day, Flag, Identifier, Line, PeriodField, Prose
from bantin.language import PartOfDay


class MeetingState(StrEnum):
    """Whether a meeting took place."""

    PLANNED = "planned"
    HELD = "held"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class SessionNature(StrEnum):
    """What kind of session it is."""

    REGULAR = "regular"
    EXTRAORDINARY = "extraordinary"
    EXTENDED = "extended"
    THEMATIC = "thematic"
    PLAIN = "plain"


class SessionKind(Part):
    """Tên gọi của cuộc họp."""

    noun: Line
    """Danh từ: phiên, kỳ họp, hội nghị, đại hội."""
    nature: SessionNature = SessionNature.PLAIN
    """regular: thường kỳ; extraordinary: bất thường; extended: mở rộng; thematic: chuyên đề; plain: không."""
    ordinal: Ordinal | None = None
    """Thứ tự của riêng tên gọi này, khi cuộc họp có nhiều tên gọi: thứ 40."""


class Session(Part):
    """Kỳ họp: tên gọi, thứ tự, nhiệm kỳ, họp cho kỳ nào."""

    kinds: tuple[SessionKind, ...] = Field(min_length=1)
    """Một hoặc nhiều tên gọi."""
    ordinal: Ordinal | None = None
    """Thứ tự: thứ 12, lần thứ ba."""
    term: OrdinalOfTerm | None = None
    """Khóa, nhiệm kỳ: khóa XVII, nhiệm kỳ 2021–2026."""
    for_period: PeriodField | None = None
    """Kỳ mà cuộc họp dành cho: tháng 11/2024."""
    theme: Line | None = None
    """Chuyên đề; in sau chữ “về”."""
    purpose: Line | None = None
    """Phần tên đứng ngay sau danh từ: tổng kết công tác năm 2024 và trao giải báo chí."""


class When(Part):
    """Ngày giờ họp. Không biết ngày thì bỏ trống cả."""

    first_day: Day | None = None
    """Ngày họp, hoặc ngày đầu."""
    last_day: Day | None = None
    """Ngày cuối, nếu họp nhiều ngày liền."""
    days: tuple[Day, ...] = ()
    """Từng ngày họp, khi các ngày không liền nhau; thay cho first_day và last_day."""
    part_of_day: PartOfDay | None = None
    """Buổi: morning (sáng), noon (trưa), afternoon (chiều), evening (tối)."""
    hour: Hour | None = None
    """Giờ: 8 giờ, 14 giờ 30."""
    weekday: Weekday | None = None
    """Thứ trong tuần của cuộc họp một ngày, nếu nguồn có nêu: thứ sáu; in trước ngày."""
    year_inferred_from: Line | None = None
    """Ghi khi nguồn không nêu năm: năm được suy ra từ đâu; trang sẽ nói rõ."""
    as_printed: AsPrinted | None = None
    """Ngày giờ như nguồn in, khi nguồn in sai hoặc đáng ngờ; ghi kèm doubt."""
    doubt: Prose | None = None
    """Vì sao ngày giờ nguồn in đáng ngờ; in thành ghi chú."""

    @property
    def all_days(self) -> tuple[date, ...]:
        """The days that are named: those listed, or the first and the last one."""
        if self.days:
            return self.days
        return tuple(day for day in (self.first_day, self.last_day) if day)

    @property
    def first(self) -> date | None:
        """The first day, or None where no day is known."""
        return min(self.all_days, default=None)

    @property
    def last(self) -> date | None:
        """The last day, or None where no day is known."""
        return max(self.all_days, default=None)


class MeetingForm(StrEnum):
    """How people meet."""

    IN_PERSON = "in_person"
    ONLINE = "online"
    HYBRID = "hybrid"


class Someone(Part):
    """Một người nói đến trong bản tin: có tên, hoặc chỉ nêu chức danh hay nơi đại diện."""

    person: Identifier | None = None
    """Mã của người ấy; bỏ trống khi nguồn chỉ nêu chức danh."""
    title: Line | None = None
    """Chức danh như in trong bản tin."""
    represents: Identifier | None = None
    """Mã của tổ chức mà người ấy đại diện."""

    def people(self) -> Iterator[tuple[Part, str, str | None]]:
        """Whoever is named here: the part, the id of the person, and the title printed beside the name."""
        if self.person:
            yield self, self.person, self.title


class Chair(Someone):
    """Người chủ trì."""

    attends: Flag = False
    """yes nếu nguồn viết “dự và chủ trì”."""


class AttendeeRole(StrEnum):
    """In which way somebody is there."""

    MEMBER = "member"
    INVITED = "invited"
    ONLINE = "online"


class Attendee(Someone):
    """Người hoặc nhóm người dự."""

    group: Prose | None = None
    """Nhóm người dự, khi không nêu tên."""
    count: AmountField | None = None
    """Số người, nếu nguồn có nêu."""
    out_of: AmountField | None = None
    """Trên tổng số, nếu nguồn có nêu: 49/50 đại biểu."""
    role: AttendeeRole = AttendeeRole.MEMBER
    """member: dự; invited: được mời dự; online: dự trực tuyến."""


class LinkRelation(StrEnum):
    """How a meeting stands to another one."""

    PREPARES = "prepares"
    REVIEWS = "reviews"
    FOLLOWS = "follows"


class MeetingLink(Part):
    """Liên hệ với một cuộc họp khác, kể cả của tổ chức khác."""

    relation: LinkRelation
    """prepares: chuẩn bị cho; reviews: rà soát việc thực hiện kết luận của; follows: tiếp nối."""
    meeting: Identifier | None = None
    """Mã của cuộc họp kia, nếu đã có bản ghi."""
    name: NameElsewhere | None = None
    """Tên cuộc họp kia như cần in, nếu chưa có bản ghi: kỳ họp thứ 24 của UBKT Tỉnh ủy."""
    about: Prose | None = None
    """Về việc gì, viết thường."""


class NextMeeting(Part):
    """Cuộc họp tới đã dự kiến."""

    meeting: Identifier | None = None
    """Mã của bản ghi cuộc họp tới, nếu đã có; khi ấy không phải ghi lại các trường dưới."""
    session: Session | None = None
    """Tên gọi; bỏ trống thì như cuộc họp này."""
    when: When = When()
    """Ngày dự kiến, nếu đã biết."""
    in_period: PeriodField | None = None
    """Khoảng thời gian dự kiến, khi chưa có ngày: tháng 12/2025."""
    agenda: tuple[Prose, ...] = ()
    """Nội dung dự kiến, mỗi mục một dòng, viết thường."""
