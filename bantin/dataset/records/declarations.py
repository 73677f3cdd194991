"""Types of text that declare what they say: numbers of documents, ordinals, names and addresses.

What stands in them needs no other record to agree with; texts elsewhere must agree with it.
"""

from __future__ import annotations

from typing import Annotated

from bantin.dataset.records.roles import Declares, Kind, Unpublished
from bantin.dataset.records.values import Line, NumberLine
from bantin.language.ordinals import ORDINAL_NUMBER

_ROMAN = r"[IVXLC]+(?!\w)"
_CLAUSES = (
    rf"(?i:điều|khoản|mục|chương|phần|điểm|tiết|phụ lục) (?:\d+[a-zđ]?|{_ROMAN}|[a-zđ](?!\w))"
    r"(?:(?:, | và |[-–])\d+[a-zđ]?)*(?!\w)"
)

NumberOfDocument = Annotated[NumberLine, Declares(Kind.DOCUMENT, "số, ký hiệu do nơi ban hành đặt")]
"""Number and sign of a document, as its issuer has set them."""

DocumentTitle = Annotated[Line, Declares(Kind.DOCUMENT, "tên văn bản do nơi ban hành đặt")]
"""The title of a document."""

LegalReference = Annotated[
    Line,
    Declares(
        Kind.DOCUMENT, "điều, khoản được dẫn; chỉ chữ số sau điều, khoản, mục, chương, phần, điểm", _CLAUSES
    ),
]
"""Articles and clauses of a document: "Điều 30", "khoản 2 Điều 32"."""

LegalBasis = Annotated[
    Line,
    Declares(
        Kind.DOCUMENT,
        "căn cứ; chỉ chữ số sau điều, khoản, mục, chương, phần, điểm và trong số, ký hiệu văn bản",
        rf"{_CLAUSES}|(?<!\w)\d+(?:/\d{{4}})?[-/][A-ZĐ][\w/-]*",
    ),
]
"""What a figure rests on: "Điều 32 Điều lệ Đảng", "Quyết định 22-QĐ/TW"."""

Ordinal = Annotated[
    Line,
    Declares(
        Kind.ORDINAL,
        "thứ tự; chỉ chữ số sau thứ, lần, lần thứ, hoặc đứng một mình",
        rf"^\d{{1,4}}$|^{_ROMAN}$|(?i:lần thứ|thứ|lần) (?:{ORDINAL_NUMBER})(?!\w)",
    ),
]
"""Which of its kind a session is: "thứ 12", "lần thứ XIII"."""

OrdinalOfTerm = Annotated[
    Line,
    Declares(
        Kind.ORDINAL,
        "khóa, nhiệm kỳ; chỉ chữ số sau khóa, nhiệm kỳ",
        rf"^{_ROMAN}$|^\d{{4}} ?[-–] ?\d{{4}}$"
        rf"|(?i:kh[oó][aá]) (?:\d{{1,3}}(?!\w)|{_ROMAN})|(?i:nhiệm kỳ) \d{{4}} ?[-–] ?\d{{4}}(?!\w)",
    ),
]
"""A term by its ordinal and its years: "khóa XVII, nhiệm kỳ 2021–2026"."""

Hour = Annotated[
    Line,
    Declares(
        Kind.DATE,
        "giờ họp; chỉ chữ số viết như giờ",
        r"(?<!\w)\d{1,2} ?(?:giờ|h|:|g)(?: ?\d{2}(?: phút)?)?(?!\w)",
    ),
]
"""A time of day: "14 giờ 30"."""

Weekday = Annotated[Line, Declares(Kind.DATE, "thứ trong tuần; chỉ thứ 2 đến thứ 7", r"(?i:thứ) [2-7](?!\w)")]
"""A day of the week: "thứ sáu", "thứ 6"."""

OfficialName = Annotated[Line, Declares(Kind.NAME, "tên do cơ quan có thẩm quyền đặt")]
"""The name of a body as it is registered, short, or as others write it."""

NameElsewhere = Annotated[Line, Declares(Kind.NAME, "tên của điều không có bản ghi ở đây")]
"""What something outside the records is called: "kỳ họp thứ 24 của UBKT Tỉnh ủy"."""

AsPrinted = Annotated[Line, Declares(Kind.DATE, "ngày giờ đúng như nguồn in")]
"""A date as its source prints it, however wrong."""

Place = Annotated[
    Line,
    Declares(
        Kind.NAME,
        "địa điểm; chỉ chữ số sau số, tầng, phòng, nhà, tổ, khu phố, phường, quận, thôn, đường …",
        r"(?i:(?<!\w)(?:số|tầng|phòng|nhà|lô|tổ|khu phố|khu|phường|quận|thôn|ấp|xóm|bản|tòa|ngõ|ngách|hẻm|km"
        r"|quốc lộ|tỉnh lộ|đường)) [A-Z]?\d+[A-Z]?(?:[/.-]\d+)*(?!\w)",
    ),
]
"""A place with its house number or its room: "số 2 phố Hùng Vương", "phòng 305"."""

Threshold = Annotated[
    Line,
    Declares(
        Kind.NAME,
        "ngưỡng của nhóm; chỉ chữ số sau từ, trên, dưới, đến, hơn, đạt, không quá",
        r"(?i:(?<!\w)(?:từ|trên|dưới|đến|hơn|đạt|không quá)) \d+(?:[.,]\d+)*%?(?!\w)",
    ),
]
"""From where on something belongs to a class: "từ 90 điểm trở lên"."""

Contact = Annotated[Line, Declares(Kind.NAME, "địa chỉ, điện thoại của nơi công bố")]
"""A line of contact: address, telephone."""

FilePath = Annotated[Line, Unpublished("đường dẫn tệp")]
"""The path of a file."""
