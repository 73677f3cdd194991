"""What people read first in the package: what is in it, how to open it, what they may do with it."""

from __future__ import annotations

from bantin.language import format_date
from bantin.language.sentences import lower_first
from bantin.outputs.open_data.addresses import how
from bantin.outputs.open_data.csv_files import columns
from bantin.outputs.open_data.references import Described

README, LICENCE = "doc-me.txt", "giay-phep.txt"

_README = """{title}

{about}
{changed}
Địa chỉ: {address}

Có gì trong gói
{files}
- datapackage.json: mô tả các bảng theo Data Package 2 (frictionless)
- csv-metadata.json: mô tả các bảng theo CSV on the Web (W3C)
- giay-phep.txt: giấy phép

Cách đọc các bảng CSV
- Chữ mã hóa UTF-8, không có dấu đầu tệp (BOM); phân cách bằng dấu phẩy; dòng đầu là tên cột.
- Mở bằng Excel: chọn Dữ liệu, Từ văn bản/CSV, mã UTF-8. Ở từng trang số liệu có sẵn tệp Excel.
- Số viết trơn: dấu chấm là dấu thập phân, số giảm có dấu trừ ở trước. Ngày viết năm-tháng-ngày.
- Ô trống là không có gì để ghi, không phải là 0. Cột status nói rõ: not_published là nơi công bố không nêu.
- Ô chữ có thể bị bảng tính hiểu là công thức thì có dấu ' ở đầu; bỏ dấu ấy là đúng nguyên văn.
- Ô có nhiều mã thì các mã cách nhau một dấu cách.
- {addresses}

Các cột
{columns}
"""


def readme(described: Described) -> str:
    """``doc-me.txt``."""
    files = (
        f"- {one.table.file}.csv ({one.table.title}): {lower_first(one.table.each)}"
        for one in described.tables
    )
    day = f"Thay đổi gần nhất: {format_date(described.changed_on)}\n" if described.changed_on else ""
    return _README.format(
        title=described.title,
        about=described.about,
        changed=day,
        address=described.publisher.site_address or "chưa có",
        addresses=how(described.publisher),
        files="\n".join(files),
        columns="\n".join(_columns(described)),
    )


def _columns(described: Described) -> list[str]:
    told = []
    for one in described.tables:
        told.append(f"\n{one.table.file}.csv")
        for field in columns(one.table.kind):
            meaning = f": {field.meaning}" if field.meaning else ""
            told.append(f"- {field.name} ({field.title}){meaning}")
    return told


def licence(described: Described) -> str:
    """``giay-phep.txt``."""
    publisher = described.publisher
    return f"{publisher.licence_text}\n{publisher.licence_address}\n\nGhi nguồn: {publisher.name}\n"
