"""A year of an inspection committee told by ten figures, and by thirty."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import dedent

from bantin.compose.said import Article, Paragraph, plain
from tests.dataset.projects import Files
from tests.figures.small import composed, small

_SUBJECTS = {
    "tc": "Tổ chức đảng và đảng viên",
    "kt": "Kiểm tra",
    "gs": "Giám sát",
    "kl": "Thi hành kỷ luật",
    "dt": "Giải quyết đơn thư",
    "ch": "Chương trình, kế hoạch",
    "db": "Đào tạo, bồi dưỡng",
}


@dataclass(frozen=True)
class Kind:
    """An indicator in one line: label, unit, short unit, verb, kind of number, whether it is a stock."""

    label: str
    subject: str
    unit: str
    verb: str
    short: str = ""
    number: str = "count"
    stock: bool = False
    breakdowns: str = ""


_KINDS = {
    "to-chuc": Kind("Tổ chức đảng trực thuộc", "tc", "tổ chức đảng", "có", "tổ chức", stock=True),
    "dang-vien": Kind("Đảng viên", "tc", "đảng viên", "có", stock=True),
    "ket-nap": Kind("Đảng viên mới được kết nạp", "tc", "đảng viên mới", "kết nạp", "đảng viên"),
    "kt-to-chuc": Kind("Kiểm tra tổ chức đảng", "kt", "tổ chức đảng", "kiểm tra", "tổ chức"),
    "kt-dang-vien": Kind("Kiểm tra đảng viên", "kt", "đảng viên", "kiểm tra"),
    "kt-dau-hieu": Kind("Kiểm tra đảng viên khi có dấu hiệu vi phạm", "kt", "đảng viên", "kiểm tra"),
    "kt-to-dau-hieu": Kind(
        "Kiểm tra tổ chức đảng khi có dấu hiệu vi phạm", "kt", "tổ chức đảng", "kiểm tra", "tổ chức"
    ),
    "doan": Kind("Đoàn kiểm tra", "kt", "đoàn kiểm tra", "thành lập", "đoàn"),
    "thong-bao": Kind("Thông báo kết luận kiểm tra", "kt", "thông báo kết luận", "ban hành", "thông báo"),
    "gs-to-chuc": Kind("Tổ chức đảng được giám sát", "gs", "tổ chức đảng", "giám sát chuyên đề", "tổ chức"),
    "gs-dang-vien": Kind("Đảng viên được giám sát", "gs", "đảng viên", "giám sát chuyên đề"),
    "gs-khac-phuc": Kind("Hạn chế đã khắc phục", "gs", "hạn chế", "đôn đốc khắc phục"),
    "kl-dang-vien": Kind(
        "Đảng viên bị thi hành kỷ luật", "kl", "đảng viên", "thi hành kỷ luật", breakdowns="hinh-thuc"
    ),
    "kl-to-chuc": Kind("Tổ chức đảng bị thi hành kỷ luật", "kl", "tổ chức đảng", "thi hành kỷ luật"),
    "don-tiep-nhan": Kind("Đơn đã tiếp nhận", "dt", "đơn", "tiếp nhận"),
    "don-giai-quyet": Kind("Đơn đã giải quyết", "dt", "đơn tố cáo", "giải quyết", "đơn"),
    "dung-han": Kind(
        "Tỷ lệ đơn giải quyết đúng hạn", "dt", "số đơn", "được giải quyết đúng hạn", number="percent"
    ),
    "khieu-nai": Kind("Khiếu nại kỷ luật đã giải quyết", "dt", "khiếu nại kỷ luật", "giải quyết", "vụ"),
    "tiep-dan": Kind("Lượt người được tiếp", "dt", "lượt người", "tiếp", "lượt"),
    "cuoc": Kind("Cuộc kiểm tra, giám sát", "ch", "cuộc kiểm tra, giám sát", "tiến hành", "cuộc"),
    "van-ban": Kind("Văn bản đã ban hành", "ch", "văn bản", "ban hành"),
    "quy-che": Kind("Quy chế đã sửa đổi", "ch", "quy chế", "sửa đổi, bổ sung"),
    "lop": Kind("Lớp tập huấn", "db", "lớp tập huấn", "mở", "lớp"),
    "luot-can-bo": Kind("Lượt cán bộ được tập huấn", "db", "lượt cán bộ", "tập huấn", "lượt"),
    "kinh-phi": Kind("Kinh phí tập huấn", "db", "triệu đồng", "chi", number="decimal"),
}

_U, _H = "actor: ubkt", "actor: huyen-uy"

TEN = f"""
- {{name: a, indicator: to-chuc, {_H}, actual: 52}}
- {{name: b, indicator: dang-vien, {_H}, actual: trên 3.100}}
- {{name: c, indicator: kt-to-chuc, {_U}, actual: 41, change: +6}}
- {{name: d, indicator: kt-dang-vien, {_U}, actual: 96, change: -4}}
- {{name: e, indicator: kt-dau-hieu, {_U}, actual: 12, change: +3}}
- {{name: f, indicator: doan, {_U}, actual: 18, change: 0}}
- {{name: g, indicator: gs-to-chuc, {_U}, actual: 24, change: +2}}
- {{name: h, indicator: kl-dang-vien, {_U}, actual: 14, change: -2,
    breakdowns: [{{by: hinh-thuc, kind: partition, complete: yes, parts: {{khien-trach: 9, canh-cao: 5}}}}]}}
- {{name: i, indicator: kl-to-chuc, {_U}, actual: 0, previous: 1}}
- {{name: k, indicator: don-giai-quyet, {_U}, actual: 31, plan: 30}}
"""

_TWENTY_MORE = f"""
- {{name: l, indicator: ket-nap, {_H}, actual: 128, change: +9}}
- {{name: m, indicator: kt-to-chuc, {_H}, actual: 22, change: +1}}
- {{name: n, indicator: kt-dang-vien, {_H}, actual: 35, change: +5}}
- {{name: o, indicator: kt-to-dau-hieu, {_U}, actual: 4, change: -1}}
- {{name: p, indicator: thong-bao, {_U}, actual: 57, change: +8}}
- {{name: q, indicator: gs-dang-vien, {_U}, actual: 60, change: '+7,1%'}}
- {{name: r, indicator: gs-to-chuc, {_H}, actual: 15, change: -3}}
- {{name: s, indicator: gs-khac-phuc, {_U}, actual: 33}}
- {{name: t, indicator: kl-dang-vien, {_H}, actual: 5, change: +1}}
- {{name: u, indicator: don-tiep-nhan, {_U}, actual: 44, change: -6}}
- {{name: v, indicator: dung-han, {_U}, actual: '96,8%', previous: '94,3%'}}
- {{name: w, indicator: khieu-nai, {_U}, actual: 2}}
- {{name: x, indicator: tiep-dan, {_U}, actual: 73, change: +12}}
- {{name: y, indicator: cuoc, {_U}, actual: 38, plan: 40}}
- {{name: z, indicator: cuoc, {_H}, actual: 12, plan: 12}}
- {{name: aa, indicator: van-ban, {_H}, actual: 21, change: +4}}
- {{name: bb, indicator: quy-che, {_H}, actual: 3}}
- {{name: cc, indicator: lop, {_U}, actual: 6, change: +2}}
- {{name: dd, indicator: luot-can-bo, {_U}, actual: 412, change: +65}}
- {{name: ee, indicator: kinh-phi, {_U}, actual: '184,5', change: '+12,5'}}
"""


def _by_subject(observations: str) -> str:
    """The observations in the order of a table, subject by subject."""
    of = [name for name in _SUBJECTS]
    listed = [f"- {entry}" for entry in observations.strip().removeprefix("- ").split("\n- ")]
    kinds = [_KINDS[entry.split("indicator: ")[1].split(",")[0]] for entry in listed]
    order = sorted(range(len(listed)), key=lambda at: of.index(kinds[at].subject))
    return "\n".join(listed[at] for at in order)


THIRTY = _by_subject(TEN.strip() + _TWENTY_MORE)


def files(observations: str) -> Files:
    """A project whose year is told by these observations."""
    made = small(dedent(observations).strip(), lead="")
    made["data/indicators.yml"] = _indicators().encode()
    return made


def article(observations: str) -> Article:
    """The article composed of the observations."""
    [found] = composed(files(observations)).articles
    return found


def text(observations: str) -> str:
    """Its lead and its paragraphs, as a reader sees them."""
    found = article(observations)
    paragraphs = [plain(block.prose) for block in found.body if isinstance(block, Paragraph)]
    return "\n\n".join([plain(found.lead), *paragraphs]) + "\n"


def _indicators() -> str:
    lines = ["format: 1", "subjects:"]
    lines += [f"  - {{id: {name}, label: '{label}'}}" for name, label in _SUBJECTS.items()]
    lines += ["classifications:", "  - {id: hinh-thuc, label: hình thức, discipline_of: full_member}"]
    lines += ["indicators:"]
    for name, kind in _KINDS.items():
        more = f", unit_short: {kind.short}" if kind.short else ""
        more += ", stock: yes" if kind.stock else ""
        more += f", object: full_member, breakdowns: [{kind.breakdowns}]" if kind.breakdowns else ""
        lines.append(
            f"  - {{id: {name}, label: '{kind.label}', subject: {kind.subject}, unit: '{kind.unit}', "
            f"verb: '{kind.verb}', number: {kind.number}{more}}}"
        )
    return "\n".join(lines) + "\n"
