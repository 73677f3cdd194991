"""The published shape: what others build upon. It is none of the records that staff write.

Version 1 keeps what it has: fields may be added, none is taken away or given another meaning. JSON leaves out
what is empty; a value that is not there was not published, which is not zero.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, NewType

VERSION = 1

Number = NewType("Number", str)
"""A number as programs write it, exactly: digits, perhaps a minus and a point. JSON has it as a number."""

Code = NewType("Code", str)
"""A code or an address: no white space is in it, so that a cell of a table can hold several."""


@dataclass(frozen=True, slots=True)
class Told:
    """What readers are told of a field: its title and its meaning, in Vietnamese.

    of: the table whose first field it names; is_address: whether it is an address on the site.
    """

    title: str
    meaning: str
    of: str = ""
    is_address: bool = False


class Status(StrEnum):
    """Where a value comes from."""

    PUBLISHED = "published"
    COMPUTED = "computed"
    IMPLIED = "implied"
    AS_WRITTEN = "as_written"
    NOT_PUBLISHED = "not_published"


class Aspect(StrEnum):
    """Which number of an indicator a figure is."""

    VALUE = "value"
    PREVIOUS = "previous"
    CHANGE = "change"
    PERCENT_CHANGE = "percent_change"
    PLAN = "plan"
    ATTAINMENT = "attainment"
    BEYOND_PLAN = "beyond_plan"
    SHARE = "share"
    STAGE_SHARE = "stage_share"
    START_SHARE = "start_share"
    BASE = "base"
    BEFORE_REVISION = "before_revision"
    PRINTED = "printed"
    READING = "reading"
    COUNT = "count"


class Qualifier(StrEnum):
    """How a number stands to the true one."""

    OVER = "over"
    AT_LEAST = "at_least"
    ABOUT = "about"
    UNDER = "under"


class Finality(StrEnum):
    """Whether a value can still change."""

    FINAL = "final"
    PROVISIONAL = "provisional"
    REVISED = "revised"


@dataclass(frozen=True, slots=True)
class Figure:
    """Một số liệu, kể cả chỗ nơi công bố không nêu."""

    id: Annotated[
        str,
        Told(
            "Mã số liệu",
            "chỉ gồm chữ không dấu, chữ số và dấu; không đổi chừng nào số liệu còn nói về cùng một điều."
            " Với số đếm của cuộc họp, trong mã có số thứ tự của mục",
        ),
    ]
    label: Annotated[str, Told("Tên số liệu", "đếm gì, của ai, phần nào, kỳ nào")]
    status: Annotated[
        Status,
        Told(
            "Trạng thái",
            "published: đã công bố; computed: tính từ số đã công bố; implied: suy ra từ số đã công bố;"
            " as_written: giữ nguyên chữ của nguồn vì có thể hiểu hai cách; not_published: nơi công bố không"
            " nêu, không phải là 0",
        ),
    ]
    aspect: Annotated[
        Aspect,
        Told(
            "Khía cạnh",
            "value: giá trị; previous: giá trị của kỳ so sánh; change: tăng, giảm; percent_change: tăng, giảm"
            " theo phần trăm; plan: kế hoạch; attainment: mức đạt kế hoạch; beyond_plan: mức vượt hoặc chênh"
            " kế hoạch; share: tỷ lệ trong tổng; stage_share, start_share: tỷ lệ so với khâu trước, khâu đầu;"
            " base: số làm gốc của cách chia; before_revision: số trước khi nơi công bố điều chỉnh; printed:"
            " cách in khác; reading: một cách hiểu chữ của nguồn; count: số đếm ở cuộc họp (phiếu, người)",
        ),
    ]
    value: Annotated[
        Number | None, Told("Giá trị", "số chính xác, dấu chấm thập phân; trống là không có số")
    ] = None
    high: Annotated[
        Number | None, Told("Cận trên", "khi giá trị là một khoảng: value là cận dưới, đây là cận trên")
    ] = None
    unit: Annotated[str, Told("Đơn vị", "danh từ đứng sau con số; % cho tỷ lệ")] = ""
    qualifier: Annotated[
        Qualifier | None,
        Told(
            "Mức chính xác",
            "over: trên, hơn; at_least: ít nhất; about: khoảng; under: dưới, gần; trống là đúng bằng",
        ),
    ] = None
    rounded_to: Annotated[Number | None, Told("Làm tròn đến", "nguồn đã làm tròn đến bội số này")] = None
    as_published: Annotated[
        str, Told("Chữ trên trang", "khi con số không nói hết: “trên 4.300”, “vượt 121%”")
    ] = ""
    finality: Annotated[
        Finality,
        Told("Còn thay đổi", "final: chính thức; provisional: sơ bộ; revised: đã điều chỉnh"),
    ] = Finality.FINAL
    since: Annotated[
        date | None, Told("Ngày sơ bộ, điều chỉnh", "ngày công bố số sơ bộ hoặc ngày điều chỉnh")
    ] = None
    indicator: Annotated[
        str, Told("Mã chỉ tiêu", "trống với số đếm riêng của một cuộc họp", "indicators")
    ] = ""
    body: Annotated[str, Told("Mã nơi công bố", "cơ quan ra bản tin có số liệu này", "organisations")] = ""
    actor: Annotated[str, Told("Mã chủ thể", "cơ quan thực hiện việc được đếm", "organisations")] = ""
    jointly_with: Annotated[tuple[Code, ...], Told("Cùng với", "mã các cơ quan cùng làm")] = ()
    prepared_by: Annotated[str, Told("Mã nơi tham mưu", "cơ quan tham mưu, giúp", "organisations")] = ""
    period: Annotated[str, Told("Mã kỳ", "kỳ mà giá trị này thuộc về", "periods")] = ""
    first_day: Annotated[date | None, Told("Từ ngày", "ngày đầu của kỳ")] = None
    last_day: Annotated[date | None, Told("Đến ngày", "ngày cuối của kỳ")] = None
    scope: Annotated[str, Told("Phạm vi", "nếu nguồn nêu riêng")] = ""
    stage: Annotated[str, Told("Khâu", "khâu của công việc được đếm")] = ""
    legal_basis: Annotated[str, Told("Căn cứ", "căn cứ pháp lý của riêng số liệu này")] = ""
    force: Annotated[str, Told("Giá trị pháp lý", "thống nhất, quyết định, đề nghị …")] = ""
    part: Annotated[str, Told("Phần", "tên nhóm, nhóm lớn ghi trước, nhóm nhỏ ghi sau; trống là toàn bộ")] = (
        ""
    )
    classes: Annotated[
        tuple[Code, ...], Told("Mã nhóm", "cách-phân-tổ=nhóm, nhóm lớn ghi trước, nhóm nhỏ ghi sau")
    ] = ()
    formula: Annotated[str, Told("Cách tính", "phép tính bằng số, nếu là số tính ra hoặc suy ra")] = ""
    terms: Annotated[tuple[Code, ...], Told("Tính từ", "mã các số liệu đã dùng để tính")] = ()
    withdrawn_on: Annotated[date | None, Told("Rút ngày", "từ ngày này chỉ để tra cứu")] = None
    replaced_on: Annotated[date | None, Told("Bị thay ngày", "số cũ, đã đính chính ngày này")] = None
    correction: Annotated[str, Told("Mã đính chính", "đính chính đã thay số này", "corrections")] = ""
    address: Annotated[str, Told("Địa chỉ", "trang và dòng có số liệu này", is_address=True)] = ""


@dataclass(frozen=True, slots=True)
class Indicator:
    """Một chỉ tiêu: đếm gì, theo đơn vị nào."""

    id: Annotated[str, Told("Mã chỉ tiêu", "dùng ở cột indicator của bảng số liệu")]
    label: Annotated[str, Told("Tên chỉ tiêu", "như trên bảng số liệu")]
    subject: Annotated[str, Told("Chủ đề", "nhóm chỉ tiêu")]
    unit: Annotated[str, Told("Đơn vị", "danh từ đứng sau con số")]
    definition: Annotated[str, Told("Định nghĩa", "đếm những gì, không đếm những gì")] = ""
    method: Annotated[str, Told("Cách đếm, giới hạn", "ai đếm, đếm lúc nào, chỗ nào có thể thiếu")] = ""
    address: Annotated[str, Told("Địa chỉ", "trang của chỉ tiêu", is_address=True)] = ""


@dataclass(frozen=True, slots=True)
class Organisation:
    """Một cơ quan có tên trong số liệu."""

    id: Annotated[str, Told("Mã cơ quan", "dùng ở các cột body, actor, prepared_by")]
    name: Annotated[str, Told("Tên", "tên đầy đủ")]
    short_name: Annotated[str, Told("Tên gọn", "như trên bảng số liệu")] = ""
    address: Annotated[str, Told("Địa chỉ", "trang số liệu của cơ quan, nếu có", is_address=True)] = ""


@dataclass(frozen=True, slots=True)
class Period:
    """Một kỳ số liệu."""

    id: Annotated[str, Told("Mã kỳ", "dùng ở cột period của bảng số liệu")]
    label: Annotated[str, Told("Tên kỳ", "năm 2019, quý I/2024, 6 tháng đầu năm 2024 …")]
    first_day: Annotated[date, Told("Từ ngày", "ngày đầu")]
    last_day: Annotated[date, Told("Đến ngày", "ngày cuối")]
    address: Annotated[str, Told("Địa chỉ", "trang số liệu của kỳ, nếu có", is_address=True)] = ""


@dataclass(frozen=True, slots=True)
class Change:
    """Một chỗ được đính chính."""

    what: Annotated[str, Told("Chỗ sửa", "số liệu nào, trường nào")]
    was: Annotated[str, Told("Trước là", "trống nếu trước đó không có")] = ""
    now: Annotated[str, Told("Nay là", "trống nếu nay bỏ")] = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """Một lần đính chính, rút hoặc gỡ."""

    id: Annotated[str, Told("Mã đính chính", "cũng là tên dòng trên trang Đính chính")]
    day: Annotated[date, Told("Ngày", "ngày đính chính")]
    kind: Annotated[str, Told("Loại", "Đính chính, Sửa nhỏ, Rút bài, Gỡ bài")]
    reason: Annotated[str, Told("Lý do", "vì sao")] = ""
    facts: Annotated[str, Told("Sự việc", "sai từ bao giờ, ai quyết định sửa")] = ""
    changes: Annotated[tuple[Change, ...], Told("Những chỗ sửa", "trước là gì, nay là gì")] = ()
    pages: Annotated[tuple[Code, ...], Told("Trang đã sửa", "địa chỉ các trang", is_address=True)] = ()
    address: Annotated[str, Told("Địa chỉ", "dòng trên trang Đính chính", is_address=True)] = ""


@dataclass(frozen=True, slots=True)
class File:
    """Một tệp của bộ dữ liệu."""

    address: Annotated[str, Told("Địa chỉ", "của tệp", is_address=True)]
    title: Annotated[str, Told("Nội dung", "có gì trong tệp")]
    media_type: Annotated[str, Told("Loại tệp", "theo IANA")]
    bytes: Annotated[int, Told("Cỡ", "số byte")]
    sha256: Annotated[str, Told("Mã băm", "SHA-256, đổi khi nội dung đổi")]
    rows: Annotated[int | None, Told("Số dòng", "số đối tượng trong tệp")] = None
    schema: Annotated[str, Told("Lược đồ", "địa chỉ của JSON Schema", is_address=True)] = ""
