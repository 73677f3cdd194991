"""Meetings and their acts: ``data/meetings/YYYY/*.yml``."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from bantin.dataset.records.base import Part
from bantin.dataset.records.editorial import Points, Reporting
from bantin.dataset.records.observations import Force
from bantin.dataset.records.values import AmountField, Day, Flag, Identifier, Line, PeriodField, Prose
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


class Session(Part):
    """Kỳ họp: tên gọi, thứ tự, nhiệm kỳ, họp cho kỳ nào."""

    kinds: tuple[SessionKind, ...] = Field(min_length=1)
    """Một hoặc nhiều tên gọi."""
    ordinal: Line | None = None
    """Thứ tự: thứ 12, lần thứ ba."""
    term: Line | None = None
    """Khóa, nhiệm kỳ: khóa XVII, nhiệm kỳ 2021–2026."""
    for_period: PeriodField | None = None
    """Kỳ mà cuộc họp dành cho: tháng 11/2024."""
    theme: Line | None = None
    """Chuyên đề."""


class When(Part):
    """Ngày giờ họp."""

    first_day: Day
    """Ngày họp, hoặc ngày đầu."""
    last_day: Day | None = None
    """Ngày cuối, nếu họp nhiều ngày."""
    part_of_day: PartOfDay | None = None
    """Buổi: morning (sáng), noon (trưa), afternoon (chiều), evening (tối)."""
    hour: Line | None = None
    """Giờ: 8 giờ, 14 giờ 30."""
    weekday: Line | None = None
    """Thứ trong tuần, nếu nguồn có nêu: thứ sáu."""


class MeetingForm(StrEnum):
    """How people meet."""

    IN_PERSON = "in_person"
    ONLINE = "online"
    HYBRID = "hybrid"


class Chair(Part):
    """Người chủ trì."""

    person: Identifier
    """Mã của người chủ trì."""
    title: Line
    """Chức danh như in trong bản tin."""
    attends: Flag = False
    """yes nếu nguồn viết “dự và chủ trì”."""


class Attendee(Part):
    """Người hoặc nhóm người dự."""

    person: Identifier | None = None
    """Mã của người dự."""
    title: Line | None = None
    """Chức danh như in trong bản tin."""
    group: Prose | None = None
    """Nhóm người dự, khi không nêu tên."""
    count: AmountField | None = None
    """Số người, nếu nguồn có nêu."""
    out_of: AmountField | None = None
    """Trên tổng số, nếu nguồn có nêu: 49/50 đại biểu."""


class Vote(Part):
    """Kết quả biểu quyết."""

    base: AmountField
    """Số người được biểu quyết."""
    base_unit: Line = "đại biểu"
    """Đơn vị đếm người biểu quyết."""
    in_favour: AmountField
    """Số phiếu tán thành."""
    against: AmountField | None = None
    """Số phiếu không tán thành."""
    abstained: AmountField | None = None
    """Số phiếu không biểu quyết."""


class Act(Part):
    """Một việc cuộc họp đã kết luận, quyết định, đề nghị."""

    force: Force
    """Giá trị pháp lý; in ở đầu mục."""
    text: Prose
    """Nội dung, viết thường, nối tiếp sau chữ chỉ giá trị pháp lý."""
    acting_body: Identifier | None = None
    """Mã của tổ chức ra quyết định, nếu không phải tổ chức họp."""
    submitter: Identifier | None = None
    """Mã của tổ chức trình."""
    addressee: Identifier | None = None
    """Mã của tổ chức nhận đề nghị, kiến nghị."""
    vote: Vote | None = None
    """Kết quả biểu quyết."""
    document: Identifier | None = None
    """Mã của văn bản (trong documents) mà việc này thông qua hoặc dựa vào."""
    reason: Prose | None = None
    """Lý do, viết thường, nối tiếp sau chữ “vì”."""


class Meeting(Reporting):
    """Một cuộc họp."""

    kind: ClassVar[str] = "meeting"

    state: MeetingState
    """planned: sắp họp; held: đã họp; postponed: hoãn; cancelled: hủy."""
    body: Identifier
    """Mã của tổ chức họp."""
    session: Session
    """Tên gọi và thứ tự của cuộc họp."""
    when: When
    """Ngày giờ."""
    place: Line | None = None
    """Địa điểm."""
    form: MeetingForm | None = None
    """Hình thức: in_person (trực tiếp), online (trực tuyến), hybrid (kết hợp)."""
    chairs: tuple[Chair, ...] = ()
    """Người chủ trì; không nhất thiết là người đứng đầu tổ chức họp."""
    attendees: tuple[Attendee, ...] = ()
    """Người dự."""
    agenda: tuple[Prose, ...] = ()
    """Nội dung làm việc, mỗi mục một dòng, viết thường."""
    presents: tuple[Identifier, ...] = ()
    """Mã các bản ghi kết quả được trình bày tại cuộc họp."""
    limitations: Points | None = None
    """Hạn chế, khuyết điểm được nêu."""
    tasks: Points | None = None
    """Nhiệm vụ được đề ra."""
    acts: tuple[Act, ...] = ()
    """Các việc đã thống nhất, quyết định, đề nghị."""
