"""Editorial parts of a bulletin: ``data/articles/YYYY/*.yml``."""

from __future__ import annotations

from datetime import datetime, time
from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from bantin.dataset.records.base import Part
from bantin.dataset.records.editorial import Literal, Publishable
from bantin.dataset.records.values import (
    AddressPath,
    Day,
    DisplayedDateField,
    Identifier,
    Line,
    PeriodField,
    Prose,
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
    not_stated: tuple[NotStated, ...] = ()
    """Những điều nguồn không nêu; trang không tự đặt ra."""


class PhotoRecord(Part):
    """Một ảnh và chú thích."""

    id: Identifier
    """Mã trong bản ghi này."""
    file: Line | None = None
    """Đường dẫn dưới content/, ví dụ anh/2024/quang-canh.jpg; bỏ trống nếu chưa có ảnh."""
    caption: Prose
    """Chú thích in dưới ảnh."""
    alt: Prose
    """Mô tả ảnh cho người không nhìn thấy ảnh."""
    credit: Line | None = None
    """Người chụp hoặc nguồn ảnh."""


class Composed(StrEnum):
    """What the program can compose in the body of an article."""

    OPENING = "opening"
    AGENDA = "agenda"
    FACTS = "facts"
    FINDINGS = "findings"
    LIMITATIONS = "limitations"
    STATEMENTS = "statements"
    TASKS = "tasks"
    ACTS = "acts"


class BodyPart(Part):
    """Một đoạn của bài: viết tay (text), soạn sẵn (compose), ảnh (photo) hoặc đề mục (heading)."""

    text: Prose | None = None
    """Đoạn văn viết tay."""
    compose: Composed | None = None
    """Phần do chương trình soạn từ bản ghi."""
    observations: tuple[Identifier, ...] = ()
    """Với compose: facts, tên các số liệu cần nói."""
    statements: tuple[Identifier, ...] = ()
    """Với compose: statements, mã các phát biểu; bỏ trống là tất cả."""
    photo: Identifier | None = None
    """Mã của ảnh trong photos."""
    heading: Prose | None = None
    """Đề mục nhỏ."""


class ArticleRecord(Publishable):
    """Phần biên tập của một bản tin."""

    kind: ClassVar[str] = "article"

    address: AddressPath
    """Địa chỉ trên trang, ví dụ tin/2024/11/hop-phien-thuong-ky; đặt một lần, không đổi về sau."""
    published_on: Day
    """Ngày đầu tiên bài có trên trang này; trước ngày ấy bài chưa được công bố."""
    updated_on: Day | None = None
    """Ngày sửa gần nhất."""
    covers: tuple[Identifier, ...] = Field(min_length=1)
    """Mã của cuộc họp hoặc kết quả mà bài nói đến."""
    source: ArticleSource = ArticleSource()
    """Nguồn của bản tin."""
    kicker: Prose | None = None
    """Dòng nhỏ trên tiêu đề; bỏ trống thì lấy tên tổ chức."""
    headline: Prose | None = None
    """Tiêu đề; bỏ trống thì chương trình soạn từ bản ghi."""
    lead: Prose | None = None
    """Sapô; bỏ trống thì chương trình soạn từ bản ghi."""
    body: tuple[BodyPart, ...] = ()
    """Thân bài; bỏ trống thì chương trình soạn tất cả theo thứ tự thường dùng."""
    photos: tuple[PhotoRecord, ...] = ()
    """Các ảnh."""
    byline: tuple[Line, ...] = ()
    """Người viết."""
    terms: tuple[PeriodField, ...] = ()
    """Các kỳ, nhiệm kỳ được nhắc đến trong bài."""
    literals: tuple[Literal, ...] = ()
    """Chữ số trong bài mà không phải số liệu."""

    @property
    def due(self) -> datetime:
        """The moment named, or the beginning of the first day: nothing is published early."""
        return self.publish_at or datetime.combine(self.published_on, time(), HO_CHI_MINH)
