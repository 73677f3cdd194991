"""Editorial parts of a bulletin: ``data/articles/YYYY/*.yml``."""

from __future__ import annotations

from datetime import datetime, time
from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from bantin.dataset.records.base import Part
from bantin.dataset.records.bylines import Byline
from bantin.dataset.records.declarations import FilePath
from bantin.dataset.records.editorial import Publishable
from bantin.dataset.records.values import (
    AddressPath,
    Day,
    DisplayedDateField,
    Identifier,
    Line,
    NumberLine,
    PeriodField,
    Prose,
    WebAddress,
)
from bantin.language import HO_CHI_MINH


class DisplayedDateIs(StrEnum):
    """What a date line shown by a source is."""

    PUBLICATION = "publication"
    CLOCK = "clock"
    UNKNOWN = "unknown"


class NotStated(StrEnum):
    """What a source can leave unsaid."""

    HEADLINE = "headline"
    LEAD = "lead"
    PLACE = "place"
    ATTENDEE_COUNT = "attendee_count"
    PUBLISHED_ON = "published_on"
    PROVINCE = "province"
    AS_OF = "as_of"
    DAY = "day"
    BYLINE = "byline"


class ArticleSource(Part):
    """Nguồn của bản tin."""

    code: Line | None = None
    """Ký hiệu nguồn đứng đầu sapô: LSO."""
    published_on: Day | None = None
    """Ngày nguồn đăng bài."""
    displayed_date: DisplayedDateField | None = None
    """Dòng ngày như nguồn hiển thị, để nguyên thứ và ngày."""
    displayed_date_is: DisplayedDateIs = DisplayedDateIs.UNKNOWN
    """publication: ngày đăng; clock: đồng hồ của trang; unknown: không rõ."""
    published_year_inferred_from: Line | None = None
    """Ghi khi nguồn không nêu năm đăng: năm trong published_on được suy ra từ đâu."""
    page: WebAddress | None = None
    """Địa chỉ trang nguồn."""
    saved_on: Day | None = None
    """Ngày lưu lại trang nguồn, khi bài chỉ còn biết qua trang web cũ."""
    not_stated: tuple[NotStated, ...] = ()
    """Những điều nguồn không nêu; trang không tự đặt ra. headline: tiêu đề; lead: sapô; place: địa điểm;
    attendee_count: số người dự; published_on: ngày đăng; province: tên tỉnh; as_of: thời điểm tính số liệu;
    day: ngày họp; byline: người viết."""


class Composed(StrEnum):
    """What the program can compose in the body of an article."""

    OPENING = "opening"
    LINKS = "links"
    CONTEXT = "context"
    AGENDA = "agenda"
    PRESENTED = "presented"
    FACTS = "facts"
    CLASSES = "classes"
    FINDINGS = "findings"
    STRENGTHS = "strengths"
    LIMITATIONS = "limitations"
    OPENING_SPEECHES = "opening_speeches"
    STATEMENTS = "statements"
    CLOSING_SPEECHES = "closing_speeches"
    QUESTIONS = "questions"
    GROUPS = "groups"
    TASKS = "tasks"
    ACTS = "acts"
    CONFIDENCE = "confidence"
    NEXT_MEETING = "next_meeting"


class PhotoRecord(Part):
    """Một ảnh và chú thích."""

    id: Identifier
    """Mã trong bản ghi này."""
    file: FilePath | None = None
    """Đường dẫn dưới content/, ví dụ anh/2024/quang-canh.jpg; bỏ trống nếu chưa có ảnh."""
    caption: Prose
    """Chú thích in dưới ảnh."""
    alt: Prose
    """Mô tả ảnh cho người không nhìn thấy ảnh."""
    credit: Line | None = None
    """Người chụp hoặc nguồn ảnh."""
    after: Composed | None = None
    """Khi thân bài để chương trình soạn: ảnh đứng sau phần nào, chọn như ở compose của thân bài: opening,
    acts …"""


class ChartRecord(Part):
    """Một biểu đồ có số thứ tự, nêu những số liệu trong đó."""

    id: Identifier
    """Mã trong bản ghi này."""
    number: NumberLine
    """Số thứ tự như in: 1, 2, 3.1."""
    caption: Prose
    """Tên biểu đồ."""
    observations: tuple[Identifier, ...] = Field(min_length=1)
    """Tên các số liệu trong biểu đồ."""


class BodyPart(Part):
    """Một đoạn của bài: đoạn viết tay (text), phần soạn sẵn (compose), ảnh, biểu đồ hoặc đề mục."""

    text: Prose | None = None
    """Đoạn văn viết tay."""
    compose: Composed | None = None
    """Phần do chương trình soạn từ bản ghi. opening: mở đầu, người dự; links: cuộc họp liên quan; context:
    bối cảnh; agenda: nội dung họp; presented: kết quả được nghe báo cáo; facts: số liệu; classes: danh sách
    theo nhóm; findings: kết quả kiểm tra; strengths: ưu điểm; limitations: hạn chế; opening_speeches: phát
    biểu khai mạc; statements: các phát biểu; closing_speeches: phát biểu bế mạc; questions: chất vấn;
    groups: các đề mục; tasks: nhiệm vụ; acts: các việc đã quyết; confidence: phiếu tín nhiệm; next_meeting:
    cuộc họp tới."""
    observations: tuple[Identifier, ...] = ()
    """Với compose: facts, tên các số liệu cần nói; với compose: classes, tên các số liệu có danh sách."""
    statements: tuple[Identifier, ...] = ()
    """Với compose: statements, mã các phát biểu; bỏ trống là tất cả."""
    photo: Identifier | None = None
    """Mã của ảnh trong photos."""
    chart: Identifier | None = None
    """Mã của biểu đồ trong charts."""
    heading: Prose | None = None
    """Đề mục nhỏ."""


class ArticleRecord(Publishable):
    """Phần biên tập của một bản tin."""

    kind: ClassVar[str] = "article"

    address: AddressPath
    """Địa chỉ trên trang, ví dụ tin/2024/11/hop-phien-thuong-ky; đặt một lần, không đổi về sau."""
    former_addresses: tuple[AddressPath, ...] = ()
    """Các địa chỉ trước đây của bài; ai mở địa chỉ cũ thì được đưa đến địa chỉ mới."""
    published_on: Day
    """Ngày đầu tiên bài có trên trang này; trước ngày ấy bài chưa được công bố."""
    updated_on: Day | None = None
    """Ngày sửa gần nhất."""
    covers: tuple[Identifier, ...] = Field(min_length=1)
    """Mã của cuộc họp hoặc kết quả mà bài nói đến."""
    source: ArticleSource = ArticleSource()
    """Nguồn của bản tin."""
    kicker: Prose | None = None
    """Dòng nhỏ trên tiêu đề; bỏ trống thì lấy tên tổ chức. Ghi đúng tên cơ quan hay chủ đề của bài thì
    dòng ấy dẫn tới các tin cùng loại trong lưu trữ."""
    headline: Prose | None = None
    """Tiêu đề; bỏ trống thì chương trình soạn từ bản ghi."""
    lead: Prose | None = None
    """Sapô; bỏ trống thì chương trình soạn từ bản ghi."""
    body: tuple[BodyPart, ...] = ()
    """Thân bài; bỏ trống thì chương trình soạn tất cả theo thứ tự thường dùng."""
    photos: tuple[PhotoRecord, ...] = ()
    """Các ảnh."""
    charts: tuple[ChartRecord, ...] = ()
    """Các biểu đồ."""
    byline: tuple[Byline, ...] = ()
    """Người viết, người chụp; chỉ có tên thì ghi thẳng tên."""
    terms: tuple[PeriodField, ...] = ()
    """Các kỳ, nhiệm kỳ được nhắc đến trong bài."""

    @property
    def due(self) -> datetime:
        """The moment named, or the beginning of the first day: nothing is published early."""
        return self.publish_at or datetime.combine(self.published_on, time(), HO_CHI_MINH)
