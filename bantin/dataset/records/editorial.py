"""Pieces that meetings, results and articles share: documents, remarks, lists, publication."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from enum import StrEnum

from pydantic import Field

from bantin.dataset.records.base import Part, Record
from bantin.dataset.records.declarations import DocumentTitle, FilePath, LegalReference, NumberOfDocument
from bantin.dataset.records.observations import Observation
from bantin.dataset.records.sessions import Someone
from bantin.dataset.records.values import (
    Day,
    Flag,
    Identifier,
    Instant,
    Line,
    Moment,
    PeriodField,
    Prose,
)


class PublicationStatus(StrEnum):
    """Whether a record may be published."""

    DRAFT = "draft"
    READY = "ready"
    WITHDRAWN = "withdrawn"


ALWAYS = datetime(1900, 1, 1, tzinfo=UTC)
"""When a record without a moment of its own may be public."""


class WithdrawalKind(StrEnum):
    """What becomes of a text that is withdrawn."""

    OUTDATED = "outdated"
    REMOVED = "removed"


class Withdrawal(Part):
    """Việc rút một bản ghi đã công bố."""

    kind: WithdrawalKind
    """outdated: chữ còn lại, có lời báo ở đầu trang; removed: gỡ hẳn, ở địa chỉ cũ chỉ còn lời báo."""
    on: Moment
    """Ngày rút, hoặc cả giờ; ngày còn ở phía trước thì đến ngày ấy mới rút."""
    reason: Prose
    """Vì sao rút, một câu viết thường, in sau chữ “vì”; không nhắc đến con số nào."""


class Publishable(Record):
    """A record with an identity of its own and a moment from which it is public."""

    id: Identifier
    """Mã của bản ghi, không đổi về sau."""
    status: PublicationStatus
    """draft: đang viết; ready: được công bố; withdrawn: đã rút."""
    withdrawal: Withdrawal | None = None
    """Rút thế nào, từ bao giờ, vì sao; đi cùng status: withdrawn."""
    publish_at: Instant | None = None
    """Chỉ công bố từ thời điểm này, giờ Việt Nam."""

    @property
    def due(self) -> datetime:
        """The moment from which the record may be public, its status apart."""
        return self.publish_at or ALWAYS

    @property
    def ends(self) -> datetime | None:
        """The moment from which the record is public no more, or None where it stays.

        A draft is never public; what is outdated stays, under a notice.
        """
        if self.status is PublicationStatus.READY:
            return None
        if self.status is PublicationStatus.DRAFT or self.withdrawal is None:
            return ALWAYS
        return self.withdrawal.on if self.withdrawal.kind is WithdrawalKind.REMOVED else None

    @property
    def outdated_on(self) -> datetime | None:
        """The moment from which the record stands under the notice that it is outdated, if any."""
        outdated = self.withdrawal and self.withdrawal.kind is WithdrawalKind.OUTDATED
        is_withdrawn = self.status is PublicationStatus.WITHDRAWN
        return self.withdrawal.on if self.withdrawal and outdated and is_withdrawn else None


class DocumentRelation(StrEnum):
    """What a document is to the record that names it."""

    BASIS = "basis"
    SUBMITTED = "submitted"
    VERIFIES = "verifies"
    ADOPTED = "adopted"
    ATTACHED = "attached"


class DocumentNumber(Part):
    """Một số hiệu của văn bản theo một cách đánh số."""

    scheme: Line
    """Cách đánh số: số ký hiệu, mã hồ sơ, số công báo."""
    number: NumberOfDocument
    """Số, ký hiệu."""


class Document(Part):
    """Một văn bản được nhắc đến."""

    id: Identifier
    """Mã trong bản ghi này."""
    kind: Line
    """Loại văn bản: điều lệ, nghị quyết, quyết định …"""
    title: DocumentTitle
    """Tên văn bản."""
    number: NumberOfDocument | None = None
    """Số, ký hiệu."""
    numbers: tuple[DocumentNumber, ...] = ()
    """Các số hiệu khác, mỗi số theo một cách đánh số riêng."""
    article: LegalReference | None = None
    """Điều, khoản được dẫn: Điều 30."""
    issuer: Identifier | None = None
    """Mã của tổ chức ban hành."""
    day: Day | None = None
    """Ngày ban hành."""
    relation: DocumentRelation
    """basis: căn cứ; submitted: trình; verifies: thẩm tra; adopted: thông qua; attached: kèm theo."""
    file: FilePath | None = None
    """Tệp đính kèm dưới content/, ví dụ van-ban/2025/nq-05.pdf; in thành liên kết ở cuối bài."""


class Points(Part):
    """Các ý do một tổ chức nêu: hạn chế, kết quả kiểm tra, nhiệm vụ."""

    by: Identifier | None = None
    """Mã của tổ chức nêu."""
    to: Identifier | None = None
    """Mã của tổ chức được nêu."""
    lead: Prose | None = None
    """Câu dẫn, không có dấu hai chấm ở cuối; bỏ trống thì chương trình soạn."""
    items: tuple[Prose, ...] = Field(min_length=1)
    """Các ý, viết thường, không chấm cuối."""
    open: Flag = False
    """yes nếu danh sách của nguồn còn dấu “…”."""


class StatementKind(StrEnum):
    """What kind of remarks a statement holds."""

    ASSESSMENT = "assessment"
    DIRECTIVE = "directive"
    OPENING = "opening"
    CLOSING = "closing"
    ANSWER = "answer"
    REPORT = "report"
    DISCUSSION = "discussion"


class Statement(Part):
    """Phát biểu của một người, kèm chức danh vào ngày ấy."""

    id: Identifier
    """Mã trong bản ghi này."""
    speaker: Identifier | None = None
    """Mã của người phát biểu; bỏ trống khi nguồn chỉ nêu chức danh."""
    title: Line | None = None
    """Chức danh như in trong bản tin."""
    represents: Identifier | None = None
    """Mã của tổ chức mà người ấy đại diện."""
    kind: StatementKind
    """assessment: nhận xét; directive: chỉ đạo; opening: khai mạc; closing: bế mạc; answer: trả lời;
    report: báo cáo; discussion: thảo luận, tham luận."""
    verb: Line | None = None
    """Động từ dẫn lời: cho biết, đề nghị, yêu cầu …; bỏ trống thì theo kind."""
    about: PeriodField | None = None
    """Kỳ được nói đến; in thành “nói về năm 2025” khi lời phát biểu chưa nêu kỳ ấy."""
    lead: Prose | None = None
    """Phần dẫn trước các ý."""
    items: tuple[Prose, ...] = ()
    """Các ý, viết thường, không chấm cuối; bỏ trống khi nguồn chỉ nêu là có phát biểu."""
    open: Flag = False
    """yes nếu danh sách của nguồn còn dấu “…”."""

    @property
    def said_by(self) -> Someone:
        """Who speaks: by name, or by office alone."""
        return Someone(person=self.speaker, title=self.title, represents=self.represents)

    def people(self) -> Iterator[tuple[Part, str, str | None]]:
        """The speaker, where named, with the title printed beside the name."""
        if self.speaker:
            yield self, self.speaker, self.title


class Reporting(Publishable):
    """What meetings and results share: figures, documents, remarks, and what their prose may name."""

    context: tuple[Prose, ...] = ()
    """Bối cảnh, mỗi mục một đoạn văn."""
    observations: tuple[Observation, ...] = ()
    """Các số liệu."""
    documents: tuple[Document, ...] = ()
    """Các văn bản được nhắc đến."""
    statements: tuple[Statement, ...] = ()
    """Các phát biểu."""
    terms: tuple[PeriodField, ...] = ()
    """Các kỳ, nhiệm kỳ được nhắc đến trong bài."""
