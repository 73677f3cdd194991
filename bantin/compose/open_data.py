"""The page of open data: what there is, how to take it home, what it may be used for, what holds.

The files themselves are offered where the sections of the page bear their names.
"""

from __future__ import annotations

from bantin.compose.said import Publisher, Statement, StatementItem, StatementSection

OPEN_DATA = "/du-lieu/"
"""The address of the page."""

PACKAGE_AT, CATALOGUE_AT, SCHEMAS_AT = "ca-bo", "muc-luc", "luoc-do"
"""The sections that offer the package, the lists of all files, and the schemas."""

_STATISTICS, _CORRECTIONS = "/so-lieu/", "/dinh-chinh/"

_WHOLE = (
    StatementSection(
        "Cả bộ trong một tệp",
        PACKAGE_AT,
        (
            "Các bảng CSV, kèm mô tả từng cột cho phần mềm đọc bảng (Data Package, CSV on the Web) và tệp"
            " đọc trước bằng tiếng Việt.",
        ),
    ),
    StatementSection(
        "Riêng từng trang",
        "tung-trang",
        ("Mỗi trang số liệu, chỉ tiêu và cơ quan có tệp để tải về của các bảng ở đó.",),
        (StatementItem("Số liệu theo kỳ, theo chỉ tiêu, theo cơ quan", _STATISTICS),),
    ),
)

_TABLES = (
    StatementSection(
        "Số liệu",
        "so-lieu",
        (
            "Tệp JSON từng năm, mỗi dòng một số liệu, xếp theo năm cuối của kỳ. Chỗ nơi công bố không nêu"
            " cũng có dòng, với trạng thái “không công bố” (not_published) và không có giá trị: đó không"
            " phải là số không.",
        ),
    ),
    StatementSection("Chỉ tiêu", "chi-tieu", ("Đếm gì, theo đơn vị nào, giới hạn ở đâu.",)),
    StatementSection("Cơ quan", "co-quan", ("Các cơ quan có tên trong số liệu.",)),
    StatementSection("Kỳ số liệu", "ky", ("Từng kỳ từ ngày nào đến ngày nào.",)),
    StatementSection(
        "Tin", "tin", ("Tệp JSON từng năm: trọn lời từng bản tin, kèm mã các số liệu trong bài.",)
    ),
    StatementSection(
        "Việc của các cuộc họp",
        "viec",
        (
            "Tệp JSON từng năm: mỗi dòng một việc đã quyết định, thống nhất hay đề nghị, kèm giá trị pháp lý."
            " Đề nghị chưa phải là quyết định.",
        ),
    ),
    StatementSection(
        "Đính chính",
        "dinh-chinh",
        ("Mọi lần sửa: trước là gì, nay là gì, vì sao.",),
        (StatementItem("Trang Đính chính", _CORRECTIONS),),
    ),
)

_FOR_MACHINES = (
    StatementSection(
        "Mục lục cho máy",
        CATALOGUE_AT,
        (
            "Danh sách mọi tệp với cỡ và mã băm, để biết tệp nào đã đổi; và bản mô tả theo DCAT cho các cổng"
            " dữ liệu.",
        ),
    ),
    StatementSection("Lược đồ", SCHEMAS_AT, ("Hình dạng của từng tệp JSON, viết bằng JSON Schema.",)),
    StatementSection(
        "Điều giữ nguyên",
        "phien-ban",
        (
            "Địa chỉ của các tệp không đổi. Trong cùng một phiên bản, trường và các giá trị có tên có thể"
            " thêm, không bớt, không đổi nghĩa; mã số liệu giữ nguyên chừng nào còn nói về cùng một điều."
            " Riêng mã của các số đếm ở cuộc họp (số phiếu, số người) có số thứ tự của mục, nên mã đổi khi"
            " thứ tự các mục đổi. Khi buộc phải đổi khác, phiên bản mới có địa chỉ mới bên cạnh địa chỉ cũ.",
            "Số đã đính chính vẫn còn dòng của nó, ghi ngày bị thay và mã đính chính.",
        ),
    ),
)


def open_data_page(publisher: Publisher) -> Statement:
    """The page of open data."""
    reuse = StatementSection(
        "Dùng lại và dẫn nguồn",
        "giay-phep",
        (f"Khi dùng lại, xin ghi “Nguồn: {publisher.name}” kèm địa chỉ trang số liệu.",),
        (StatementItem(publisher.licence_text, publisher.licence_address),),
    )
    return Statement(
        OPEN_DATA,
        "Dữ liệu mở",
        "Mọi số liệu và bản tin trên trang này ở dạng máy đọc được, để tính lại, đối chiếu hoặc dùng vào việc"
        " khác. Đó cũng là những con số in trong tin, bảng và biểu đồ.",
        (*_WHOLE, reuse, *_TABLES, *_FOR_MACHINES),
    )
