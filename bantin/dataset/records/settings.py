"""Settings of the site: ``data/site.yml``."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from bantin.dataset.records.base import Part, Record
from bantin.dataset.records.declarations import Contact
from bantin.dataset.records.values import Flag, Line, SiteAddress, WebAddress
from bantin.language import DateStyle, TonePlacement


class PublisherNames(Part):
    """Nơi công bố."""

    name: Line
    """Tên in to ở đầu trang."""
    parent: Line | None = None
    """Tên cơ quan cấp trên, in nhỏ phía trên."""
    english_name: Line | None = None
    """Tên bằng tiếng Anh, in ở trang tiếng Anh (/english/)."""


class Licence(Part):
    """Giấy phép của nội dung."""

    text: Line
    """Câu ghi ở chân trang."""
    address: WebAddress
    """Địa chỉ của giấy phép, bắt đầu bằng https://."""


class HouseStyle(Part):
    """Nếp viết của cơ quan."""

    honorific: Line = "đồng chí"
    """Cách gọi người được nhắc tên: đồng chí, ông/bà; ghi trong people.yml thì theo từng người."""
    zero_padding: Flag = False
    """Có viết số 0 trước số đếm nhỏ hơn 10 hay không (05 báo cáo)."""
    tone_placement: TonePlacement = TonePlacement.OLD
    """Cách đặt dấu thanh: old (hòa, khỏe, ủy) hoặc new (hoà, khoẻ, uỷ)."""
    dates: DateStyle = DateStyle.NUMERIC
    """Cách viết ngày trong câu. numeric: ngày 29/11/2024; short: ngày 29/11 nếu đã rõ năm;
    official: ngày 29 tháng 11 năm 2024."""
    movement_sizes: Flag = False
    """yes nếu trang nói “tăng mạnh”, “tăng nhẹ”, “gấp đôi” khi con số cho phép; no thì chỉ “tăng”, “giảm”."""


class Documents(Part):
    """Tài liệu làm ra từ mỗi bài."""

    pdf: Flag = False
    """yes nếu mỗi bài có một bản PDF để in, lưu và gửi; cần cài thêm bantin[pdf]."""


class SiteSettings(Record):
    """Thiết lập chung của trang."""

    kind: ClassVar[str] = "site"

    title: Line
    """Tên của trang, đứng sau tên mỗi bài trên thẻ trình duyệt."""
    publisher: PublisherNames
    """Nơi công bố."""
    description: Line
    """Một câu giới thiệu trang, dùng cho máy tìm kiếm."""
    address: SiteAddress | None = None
    """Địa chỉ công khai của trang, bắt đầu bằng https://; bỏ trống nếu chưa có."""
    licence: Licence
    """Giấy phép của nội dung."""
    contact: tuple[Contact, ...] = ()
    """Các dòng liên hệ ở chân trang."""
    editor: Line | None = None
    """Người chịu trách nhiệm nội dung, kèm chức danh, in ở chân trang: Nguyễn Văn A, Chánh Văn phòng."""
    documents: Documents = Documents()
    """Tài liệu làm ra từ mỗi bài."""
    visitors: Flag = False
    """yes nếu chân trang hiện số người xem (trực tuyến, hôm nay, hôm qua) do lệnh bantin visits đếm trên
    máy chủ."""
    abbreviations: dict[Line, Line] = Field(default_factory=dict)
    """Chữ viết tắt và cách viết đầy đủ."""
    house_style: HouseStyle = HouseStyle()
    """Nếp viết chung."""
