"""The two example bulletins, composed, in wording of their own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import cast

from bantin.compose.said import (
    Abbreviation,
    ActItem,
    Acts,
    Article,
    Citation,
    FigureMention,
    GlossaryEntry,
    Heading,
    KeyFigure,
    Link,
    Listing,
    Paragraph,
    Photo,
    Related,
    Remarks,
)
from bantin.compose.sources import with_sources
from bantin.compose.wording import Wording
from bantin.figures import FiguresIndex

RESULTS_2019 = "/so-lieu/2019/"
RESULTS_2024 = "/so-lieu/2024/"
NEWS_2019 = "/tin/2019/12/ket-qua-kiem-tra-giam-sat-nam-2019/"
NEWS_2024 = "/tin/2024/11/ubkt-hop-phien-thuong-ky-thang-11/"


def figure(text: str, value: str, anchor: str, source: str, page: str = RESULTS_2019) -> FigureMention:
    return FigureMention(text, value, f"{anchor}/{value}", f"{page}#{anchor}", source)


UBKT = Abbreviation("UBKT", "Ủy ban kiểm tra")

DISCIPLINED = figure(
    "22", "22", "f-ky-luat", "Đảng viên bị thi hành kỷ luật, cấp ủy các cấp, năm 2019: đã công bố."
)
FIVE_MORE = figure("5", "5", "f-ky-luat", "So với năm 2018: mức tăng đã công bố, suy ra năm 2018 là 17.")
INSPECTED = figure(
    "69", "69", "f-to-chuc", "Tổ chức đảng được cấp ủy kiểm tra, giám sát, năm 2019: đã công bố."
)
ITSELF = figure("67", "67", "f-to-chuc-ubkt", "Tổ chức đảng được UBKT hai cấp kiểm tra, giám sát, năm 2019.")
MEMBERS = figure(
    "trên 4.300", "4300", "f-dang-vien", "Số đảng viên của Đảng bộ: nguồn chỉ nêu mức tối thiểu."
)
GRASSROOTS = figure("69", "69", "f-co-so", "Tổ chức cơ sở đảng trực thuộc: đã công bố.")


RELATED = Related(
    "Cùng chủ đề: Kiểm tra, giám sát",
    NEWS_2024,
    "Ủy ban kiểm tra Đảng ủy Khối họp phiên thường kỳ tháng 11/2024",
    "Thứ sáu, 29/11/2024",
    False,
    "Đã rút 05/12/2026",
)


def listed(article: Article) -> Article:
    """The article with its list of sources, none of which is derived."""
    return with_sources(article, FiguresIndex({}), cast(Wording, None))


_ARTICLE_2019 = Article(
    address=NEWS_2019,
    kicker="Đảng ủy Khối các cơ quan tỉnh",
    headline="Kiểm tra, giám sát và kỷ luật Đảng có nhiều chuyển biến",
    date_line="Năm 2019",
    day=date(2019, 12, 31),
    archive_month=None,
    source_code="LSO",
    lead=(
        "Công tác kiểm tra, giám sát và thi hành kỷ luật trong Đảng của Đảng ủy Khối các cơ quan tỉnh ",
        "thời gian qua có nhiều chuyển biến, góp phần nâng cao sức chiến đấu của Đảng.",
    ),
    description="Kết quả kiểm tra, giám sát, thi hành kỷ luật năm 2019 của Đảng bộ Khối các cơ quan tỉnh.",
    key_figures=(
        KeyFigure(DISCIPLINED, "đảng viên bị thi hành kỷ luật", ("tăng ", FIVE_MORE, " so với năm 2018")),
        KeyFigure(INSPECTED, "tổ chức đảng được cấp ủy kiểm tra, giám sát", ("tăng 9 so với năm 2018",)),
        KeyFigure(ITSELF, "tổ chức đảng được UBKT hai cấp kiểm tra, giám sát", ("tăng 17 so với năm 2018",)),
    ),
    body=(
        Paragraph(
            (
                "Đảng bộ Khối có ",
                GRASSROOTS,
                " tổ chức cơ sở đảng trực thuộc, gồm ",
                figure("36", "36", "f-dang-bo", "Đảng bộ cơ sở: đã công bố."),
                " đảng bộ cơ sở và ",
                figure("33", "33", "f-chi-bo", "Chi bộ cơ sở: đã công bố."),
                " chi bộ cơ sở, với ",
                MEMBERS,
                " đảng viên. Mỗi năm, Ban Thường vụ và ",
                "Ủy ban kiểm tra (",
                UBKT,
                ") Đảng ủy Khối đều chủ động lập chương trình kiểm tra, giám sát.",
            )
        ),
        Paragraph(
            (
                "Năm 2019, Ban Thường vụ Đảng ủy Khối lập ",
                figure("14", "14", "f-doan", "Đoàn kiểm tra, giám sát của Ban Thường vụ: đã công bố."),
                " đoàn, làm việc với ",
                figure("14", "14", "f-to-chuc-btv", "Tổ chức đảng được Ban Thường vụ kiểm tra, giám sát."),
                " tổ chức đảng và ",
                figure("11", "11", "f-cap-uy-vien", "Cấp ủy viên cơ sở được kiểm tra, giám sát."),
                " cấp ủy viên cơ sở.",
            )
        ),
        Listing(
            ("Các đoàn nêu mấy điểm còn yếu:",),
            (
                ("quy định về phong cách lãnh đạo của cấp ủy được ban hành chậm;",),
                ("nhiều nơi điều chỉnh, bổ sung quy hoạch cấp ủy chưa đạt yêu cầu;",),
                ("một số đảng viên chưa dành đủ thời gian cho công tác đảng.",),
            ),
            open=True,
        ),
        Heading("Xử lý vi phạm", "xu-ly-vi-pham"),
        Paragraph(
            (
                "Qua kiểm tra, giám sát, cấp ủy các cấp thi hành kỷ luật ",
                DISCIPLINED,
                " đảng viên (tăng ",
                FIVE_MORE,
                " đảng viên so với năm 2018), trong đó khiển trách ",
                figure("16", "16", "f-khien-trach", "Khiển trách, năm 2019: đã công bố."),
                ", cảnh cáo ",
                figure("5", "5", "f-canh-cao", "Cảnh cáo, năm 2019: đã công bố."),
                ", khai trừ ",
                figure("1", "1", "f-khai-tru", "Khai trừ, năm 2019: đã công bố."),
                ".",
            )
        ),
        Remarks(
            "Hoàng Chính",
            "Chủ nhiệm Ủy ban kiểm tra Đảng ủy Khối các cơ quan tỉnh",
            ("Theo đồng chí, công tác này vẫn còn những việc phải làm tốt hơn:",),
            (
                ("còn đảng viên giải quyết công việc chậm tiến độ;",),
                ("việc khắc phục khuyết điểm sau kiểm điểm của một số cán bộ còn chậm",),
            ),
            open=True,
        ),
    ),
    byline=("Đình Quang",),
    notes=(("Nguồn không ghi ngày đăng bài; bài được xếp theo năm của số liệu.",),),
    statistics=(Link(RESULTS_2019, "Số liệu năm 2019"),),
    evidence=(Link("https://nguon.example/bai-goc", "Bài gốc trên trang nguồn"),),
    glossary=(GlossaryEntry("viet-tat-ubkt", "UBKT", "Ủy ban kiểm tra"),),
    citation=Citation(
        (
            "Đảng ủy Khối các cơ quan tỉnh, “Kiểm tra, giám sát và kỷ luật Đảng có nhiều chuyển biến”, ",
            "Bản tin mẫu, đăng ngày 22/11/2026",
        ),
        f"https://ban-tin.example/mau{NEWS_2019}",
        Link("https://creativecommons.org/licenses/by/4.0/deed.vi", "Dùng lại theo giấy phép CC BY 4.0"),
    ),
    related=(RELATED,),
    later=replace(RELATED, reason="Bài sau"),
)
ARTICLE_2019 = listed(_ARTICLE_2019)

ATTAINED = figure(
    "vượt 121% kế hoạch",
    "121",
    "f-giam-sat",
    "Giữ nguyên cách viết của nguồn, chưa rõ cách hiểu.",
    RESULTS_2024,
)

_ARTICLE_2024 = Article(
    address=NEWS_2024,
    kicker="Ủy ban kiểm tra Đảng ủy Khối",
    headline="Ủy ban kiểm tra Đảng ủy Khối họp phiên thường kỳ tháng 11/2024",
    date_line="Thứ sáu, 29/11/2024",
    day=date(2024, 11, 29),
    archive_month=11,
    source_code="",
    lead=(
        "Sáng 29/11/2024, Ủy ban kiểm tra (",
        UBKT,
        ") Đảng ủy Khối họp phiên thường kỳ, thống nhất xếp loại thi đua ",
        figure("47", "47", "f-xep-loai", "UBKT cơ sở được xếp loại, phiên họp 29/11/2024.", RESULTS_2024),
        " UBKT cơ sở.",
    ),
    description="Phiên thường kỳ tháng 11/2024 của Ủy ban kiểm tra Đảng ủy Khối.",
    key_figures=(
        KeyFigure(
            figure(
                "100%",
                "100",
                "f-hoan-thanh",
                "Tỷ lệ cấp ủy, UBKT cơ sở hoàn thành chương trình.",
                RESULTS_2024,
            ),
            "cấp ủy, UBKT cơ sở hoàn thành chương trình năm 2024",
            (),
        ),
        KeyFigure(
            figure("47", "47", "f-xep-loai", "UBKT cơ sở được xếp loại, phiên họp 29/11/2024.", RESULTS_2024),
            "UBKT cơ sở được thống nhất xếp loại thi đua",
            (),
        ),
    ),
    body=(
        Paragraph(
            ("Đồng chí Thịnh Đức Tiền, Phó Bí thư Đảng ủy Khối, dự và chủ trì phiên họp.",),
        ),
        Photo(
            "anh/phien-hop.png",
            "Quang cảnh phiên họp",
            "Các ủy viên ngồi quanh bàn họp, phía trước là màn hình chiếu chương trình",
            "Ban biên tập",
            1200,
            675,
        ),
        Paragraph(
            (
                "Đến nay, ",
                figure(
                    "100%",
                    "100",
                    "f-hoan-thanh",
                    "Tỷ lệ cấp ủy, UBKT cơ sở hoàn thành chương trình.",
                    RESULTS_2024,
                ),
                " cấp ủy, UBKT cơ sở hoàn thành chương trình kiểm tra, giám sát năm 2024; ",
                "ở một số đơn vị, việc giám sát tổ chức đảng, đảng viên ",
                ATTAINED,
                ".",
            )
        ),
        Listing(
            ("UBKT Đảng ủy Khối nêu những hạn chế phải khắc phục:",),
            (
                ("một số nơi xây dựng và triển khai chương trình còn chậm;",),
                ("việc theo dõi khắc phục sau kiểm tra, giám sát chưa kịp thời.",),
            ),
        ),
        Remarks(
            "Thịnh Đức Tiền",
            "Phó Bí thư Đảng ủy Khối",
            ("Năm 2025, đồng chí đề nghị công tác kiểm tra, giám sát tập trung:",),
            (
                ("nắm chắc tình hình tổ chức đảng, cán bộ, đảng viên;",),
                ("giải quyết kịp thời đơn thư tố cáo, khiếu nại.",),
            ),
        ),
        Acts(
            ("Tại phiên họp, ", UBKT, " Đảng ủy Khối:"),
            (
                ActItem(
                    "Thống nhất",
                    (
                        "đánh giá, xếp loại thi đua đối với ",
                        figure(
                            "47",
                            "47",
                            "f-xep-loai",
                            "UBKT cơ sở được xếp loại, phiên họp 29/11/2024.",
                            RESULTS_2024,
                        ),
                        " UBKT đảng ủy cơ sở;",
                    ),
                ),
                ActItem(
                    "Đề nghị",
                    (
                        "Ban Thường vụ Đảng ủy Khối khen thưởng ",
                        figure(
                            "10", "10", "f-khen-thuong", "UBKT cơ sở được đề nghị khen thưởng.", RESULTS_2024
                        ),
                        " UBKT đảng ủy cơ sở.",
                    ),
                ),
            ),
        ),
    ),
    byline=("Đoàn Hồng",),
    notes=(("“Vượt 121%” giữ nguyên như nguồn: có thể là đạt 121% hoặc vượt thêm 121% kế hoạch.",),),
    statistics=(Link(RESULTS_2024, "Số liệu năm 2024"),),
)
ARTICLE_2024 = listed(_ARTICLE_2024)
