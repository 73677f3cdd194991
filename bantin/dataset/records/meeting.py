"""Meetings: ``data/meetings/YYYY/*.yml``. Their parts are in ``sessions`` and ``acts``."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from bantin.dataset.records.acts import Act, ConfidenceVote, Group, PublicationBasis, Question
from bantin.dataset.records.base import Part
from bantin.dataset.records.declarations import Place
from bantin.dataset.records.editorial import Points, Reporting, Statement
from bantin.dataset.records.sessions import (
    Attendee,
    Chair,
    MeetingForm,
    MeetingLink,
    MeetingState,
    NextMeeting,
    Session,
    Someone,
    When,
)
from bantin.dataset.records.values import Identifier, Prose


class Meeting(Reporting):
    """Một cuộc họp."""

    kind: ClassVar[str] = "meeting"

    state: MeetingState
    """planned: sắp họp; held: đã họp; postponed: hoãn; cancelled: hủy."""
    body: Identifier
    """Mã của tổ chức họp."""
    session: Session
    """Tên gọi và thứ tự của cuộc họp."""
    when: When = When()
    """Ngày giờ."""
    place: Place | None = None
    """Địa điểm: tỉnh, thành phố, hoặc nơi họp."""
    venue: Place | None = None
    """Nơi họp cụ thể, in trước địa điểm: Hội trường Tỉnh ủy."""
    form: MeetingForm | None = None
    """Hình thức: in_person (trực tiếp), online (trực tuyến), hybrid (kết hợp)."""
    chairs: tuple[Chair, ...] = ()
    """Người chủ trì; không nhất thiết là người đứng đầu tổ chức họp."""
    attendees: tuple[Attendee, ...] = ()
    """Người dự."""
    links: tuple[MeetingLink, ...] = ()
    """Liên hệ với các cuộc họp khác."""
    agenda: tuple[Prose, ...] = ()
    """Nội dung làm việc, mỗi mục một dòng, viết thường."""
    presents: tuple[Identifier, ...] = ()
    """Mã các bản ghi kết quả được trình bày tại cuộc họp, kể cả của tổ chức khác."""
    strengths: Points | None = None
    """Kết quả, ưu điểm được nêu."""
    limitations: Points | None = None
    """Hạn chế, khuyết điểm được nêu."""
    questions: tuple[Question, ...] = ()
    """Chất vấn hoặc hỏi đáp, và phần trả lời."""
    groups: tuple[Group, ...] = ()
    """Các ý, các việc xếp dưới từng đề mục."""
    tasks: Points | None = None
    """Nhiệm vụ được đề ra."""
    acts: tuple[Act, ...] = ()
    """Các việc đã thống nhất, quyết định, đề nghị."""
    confidence_votes: tuple[ConfidenceVote, ...] = ()
    """Các lần lấy phiếu tín nhiệm."""
    next_meeting: NextMeeting | None = None
    """Cuộc họp tới đã dự kiến."""
    publication_basis: PublicationBasis | None = None
    """Căn cứ công bố tên trong các việc kỷ luật của cuộc họp này."""

    @property
    def day(self) -> date | None:
        """The first day, or where none is known the last day of the period it is for; or None."""
        return self.when.first or (self.session.for_period.last_day if self.session.for_period else None)

    def all_acts(self) -> tuple[Act, ...]:
        """The acts, then those below headings."""
        return (*self.acts, *(act for group in self.groups for act in group.acts))

    def people(self) -> Iterator[tuple[Part, str, str | None]]:
        """Whoever is named in an office of that day: the part, the person's id, the title printed."""
        someone: tuple[Someone | Statement | Question | Act, ...] = (
            *self.chairs,
            *self.attendees,
            *self.statements,
            *self.questions,
            *self.all_acts(),
        )
        for part in someone:
            yield from part.people()
        for vote in self.confidence_votes:
            for judged in vote.people:
                yield from judged.people()
