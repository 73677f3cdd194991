"""The published shape of bulletins; see ``shape`` for what holds for all of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from bantin.outputs.open_data.shape import Code, Told


class BlockKind(StrEnum):
    """What a part of a bulletin is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST = "list"
    ACTS = "acts"
    REMARKS = "remarks"
    PHOTO = "photo"


@dataclass(frozen=True, slots=True)
class Item:
    """Một mục của danh sách; với một việc của cuộc họp, kèm giá trị pháp lý."""

    text: Annotated[str, Told("Lời", "lời của mục")]
    force: Annotated[str, Told("Giá trị pháp lý", "Thống nhất, Quyết định, Đề nghị …")] = ""


@dataclass(frozen=True, slots=True)
class Block:
    """Một phần của bài, theo thứ tự đọc."""

    type: Annotated[
        BlockKind,
        Told(
            "Loại",
            "paragraph: đoạn văn; heading: đề mục; list: danh sách; acts: các việc của cuộc họp;"
            " remarks: lời phát biểu; photo: ảnh",
        ),
    ]
    text: Annotated[str, Told("Lời", "lời của đoạn, lời dẫn, chú thích ảnh")] = ""
    items: Annotated[tuple[Item, ...], Told("Các mục", "theo thứ tự in")] = ()
    speaker: Annotated[str, Told("Người phát biểu", "họ tên như in trong bài")] = ""
    office: Annotated[str, Told("Chức danh", "chức danh hôm ấy")] = ""
    file: Annotated[str, Told("Tệp", "địa chỉ của ảnh", is_address=True)] = ""
    alt: Annotated[str, Told("Lời tả ảnh", "cho người không xem được ảnh")] = ""
    credit: Annotated[str, Told("Người chụp", "ghi công")] = ""


@dataclass(frozen=True, slots=True)
class Document:
    """Một văn bản kèm theo bài."""

    text: Annotated[str, Told("Tên", "tên văn bản")]
    file: Annotated[str, Told("Tệp", "địa chỉ của tệp", is_address=True)]


@dataclass(frozen=True, slots=True)
class Bulletin:
    """Một bài."""

    address: Annotated[str, Told("Địa chỉ", "địa chỉ của bài, không đổi", is_address=True)]
    headline: Annotated[str, Told("Đầu đề", "")]
    day: Annotated[date, Told("Ngày sự việc", "ngày họp, hoặc ngày cuối của kỳ")]
    date_line: Annotated[str, Told("Dòng ngày", "như in trên trang")]
    kicker: Annotated[str, Told("Mục", "cơ quan hoặc chủ đề, in trên đầu đề")] = ""
    published_on: Annotated[date | None, Told("Đăng ngày", "ngày đăng trên trang này")] = None
    changed_on: Annotated[date | None, Told("Sửa ngày", "lần sửa gần nhất mà bạn đọc cần biết")] = None
    withdrawn_on: Annotated[date | None, Told("Rút ngày", "từ ngày này chỉ để tra cứu")] = None
    withdrawn_because: Annotated[str, Told("Lý do rút", "")] = ""
    source_code: Annotated[str, Told("Ký hiệu nguồn", "đứng trước sapô")] = ""
    lead: Annotated[str, Told("Sapô", "đoạn mở đầu in đậm")] = ""
    byline: Annotated[tuple[str, ...], Told("Tác giả", "")] = ()
    body: Annotated[tuple[Block, ...], Told("Nội dung", "các phần theo thứ tự đọc")] = ()
    notes: Annotated[tuple[str, ...], Told("Ghi chú", "điều cần biết về chữ và chỗ thiếu của nguồn")] = ()
    documents: Annotated[tuple[Document, ...], Told("Văn bản", "các tệp kèm theo bài")] = ()
    evidence: Annotated[tuple[Code, ...], Told("Nguồn", "địa chỉ trang nguồn ở nơi khác")] = ()
    corrections: Annotated[tuple[Code, ...], Told("Đính chính", "mã các đính chính của bài")] = ()
    figures: Annotated[tuple[Code, ...], Told("Số liệu", "mã các số liệu có trong bài")] = ()


@dataclass(frozen=True, slots=True)
class Act:
    """Một việc mà một cuộc họp đã quyết định, thống nhất, đề nghị, như bản tin thuật lại."""

    id: Annotated[str, Told("Mã việc", "đường dẫn của bài, tiếp theo là số thứ tự của việc trong bài")]
    bulletin: Annotated[str, Told("Bài", "địa chỉ của bài", "bulletins", is_address=True)]
    day: Annotated[date, Told("Ngày", "ngày họp")]
    force: Annotated[
        str, Told("Giá trị pháp lý", "Thống nhất, Quyết định, Đề nghị …; đề nghị chưa phải quyết định")
    ]
    text: Annotated[str, Told("Việc", "lời của bản tin")]
