"""Pieces that meetings, results and articles share: documents, remarks, lists, publication."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum

from pydantic import Field

from bantin.dataset.records.base import Part, Record
from bantin.dataset.records.observations import Observation
from bantin.dataset.records.values import Day, Flag, Identifier, Instant, Line, PeriodField, Prose


class PublicationStatus(StrEnum):
    """Whether a record may be published."""

    DRAFT = "draft"
    READY = "ready"
    WITHDRAWN = "withdrawn"


ALWAYS = datetime(1900, 1, 1, tzinfo=UTC)
"""When a record without a moment of its own may be public."""


class Publishable(Record):
    """A record with an identity of its own and a moment from which it is public."""

    id: Identifier
    """Mã của bản ghi, không đổi về sau."""
    status: PublicationStatus
    """draft: đang viết; ready: được công bố; withdrawn: đã rút."""
    publish_at: Instant | None = None
    """Chỉ công bố từ thời điểm này, giờ Việt Nam."""

    @property
    def due(self) -> datetime:
        """The moment from which the record may be public, its status apart."""
        return self.publish_at or ALWAYS


class DocumentRelation(StrEnum):
    """What a document is to the record that names it."""

    BASIS = "basis"
    SUBMITTED = "submitted"
    VERIFIES = "verifies"
    ADOPTED = "adopted"
    ATTACHED = "attached"


class Document(Part):
    """Một văn bản được nhắc đến."""

    id: Identifier
    """Mã trong bản ghi này."""
    kind: Line
    """Loại văn bản: điều lệ, nghị quyết, quyết định …"""
    title: Line
    """Tên văn bản."""
    number: Line | None = None
    """Số, ký hiệu."""
    article: Line | None = None
    """Điều, khoản được dẫn: Điều 30."""
    issuer: Identifier | None = None
    """Mã của tổ chức ban hành."""
    day: Day | None = None
    """Ngày ban hành."""
    relation: DocumentRelation
    """basis: căn cứ; submitted: trình; verifies: thẩm tra; adopted: thông qua; attached: kèm theo."""


class Points(Part):
    """Các ý do một tổ chức nêu: hạn chế, kết quả kiểm tra, nhiệm vụ."""

    by: Identifier | None = None
    """Mã của tổ chức nêu."""
    to: Identifier | None = None
    """Mã của tổ chức được nêu."""
    lead: Prose
    """Câu dẫn, không có dấu hai chấm ở cuối."""
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


class Statement(Part):
    """Phát biểu của một người, kèm chức danh vào ngày ấy."""

    id: Identifier
    """Mã trong bản ghi này."""
    speaker: Identifier
    """Mã của người phát biểu."""
    title: Line
    """Chức danh như in trong bản tin."""
    kind: StatementKind
    """assessment: nhận xét; directive: chỉ đạo; opening: khai mạc; closing: bế mạc; answer: trả lời."""
    verb: Line
    """Động từ dẫn lời: cho biết, đề nghị, yêu cầu …"""
    about: PeriodField | None = None
    """Kỳ được nói đến."""
    lead: Prose | None = None
    """Phần dẫn trước các ý."""
    items: tuple[Prose, ...] = Field(min_length=1)
    """Các ý, viết thường, không chấm cuối."""
    open: Flag = False
    """yes nếu danh sách của nguồn còn dấu “…”."""


class Literal(Part):
    """Một chữ số viết thẳng trong bài mà không phải số liệu."""

    text: Line
    """Đúng như trong bài."""
    reason: Line
    """Vì sao không phải số liệu."""


class Reporting(Publishable):
    """What meetings and results share: figures, documents, remarks, and what their prose may name."""

    observations: tuple[Observation, ...] = ()
    """Các số liệu."""
    documents: tuple[Document, ...] = ()
    """Các văn bản được nhắc đến."""
    statements: tuple[Statement, ...] = ()
    """Các phát biểu."""
    terms: tuple[PeriodField, ...] = ()
    """Các kỳ, nhiệm kỳ được nhắc đến trong bài."""
    literals: tuple[Literal, ...] = ()
    """Chữ số trong bài mà không phải số liệu."""
