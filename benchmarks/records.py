"""Records like the two real ones, as many as are wanted: one function a kind, text in, text out.

Everything follows from the bulletin's place in the list, so that the same number of bulletins gives
the same bytes. Bodies and people are invented; published changes agree with the year before.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice, product

FIRST_YEAR, LAST_YEAR = 2005, 2024
MONTHS = range(1, 12)
BULLETINS_A_YEAR = len(MONTHS) + 1
# fmt: off
FLOWERS = (
    "Sen", "Cúc", "Mai", "Đào", "Lan", "Huệ", "Hồng", "Quỳnh", "Nhài", "Ban", "Gạo", "Phượng", "Bưởi", "Cau",
    "Chanh", "Dừa", "Khế", "Lựu", "Mận", "Me", "Na", "Ổi", "Quế", "Sim", "Trúc", "Tre", "Vải", "Xoài",
    "Bàng", "Bèo", "Dâu", "Điệp", "Gấm", "Gừng", "Lài", "Lê", "Lim", "Mơ", "Muống", "Nghệ", "Nhãn", "Sấu",
)
# fmt: on
ORDINALS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
"""Words that tell one version of a changed record from the next."""

OBSERVED = {
    "to-chuc-cap-uy": ("to-chuc-duoc-kiem-tra-giam-sat", "cap-uy"),
    "dang-vien-cap-uy": ("dang-vien-duoc-kiem-tra-giam-sat", "cap-uy"),
    "to-chuc-ubkt": ("to-chuc-duoc-kiem-tra-giam-sat", "ubkt"),
    "dang-vien-ubkt": ("dang-vien-duoc-kiem-tra-giam-sat", "ubkt"),
}


@dataclass(frozen=True, slots=True)
class Bulletin:
    """The place of one bulletin: which body, which year, and which month (none: the year's result)."""

    body: int
    year: int
    month: int | None

    @property
    def identity(self) -> str:
        """What its records are named after."""
        return f"khoi-{self.body + 1:02}-{self.year}-{f'{self.month:02}' if self.month else 'ca-nam'}"

    @property
    def address(self) -> str:
        """Where its article stands on the site."""
        return f"tin/{self.year}/{self.month or 12:02}/{self.identity}"


def word(number: int) -> str:
    """The word for a version of a changed record."""
    return ORDINALS[number % len(ORDINALS)]


def bodies(count: int) -> int:
    """How many bodies it takes to publish ``count`` bulletins in twenty years."""
    return -(-count // (BULLETINS_A_YEAR * (LAST_YEAR - FIRST_YEAR + 1)))


def bulletins(count: int) -> list[Bulletin]:
    """``count`` bulletins, the latest year first: eleven sessions of a body, then its year's result."""
    years = range(LAST_YEAR, FIRST_YEAR - 1, -1)
    places = product(years, range(bodies(count)), (*MONTHS, None))
    return [Bulletin(body, year, month) for year, body, month in islice(places, count)]


def amount(bulletin: Bulletin, series: int) -> int:
    """A count that grows from year to year, so that no change is nothing."""
    return 20 + 6 * (bulletin.year - FIRST_YEAR) + (bulletin.body * 7 + bulletin.year * 3 + series * 11) % 5


def change(bulletin: Bulletin, series: int) -> str:
    """By how much a count differs from the year before, signed."""
    earlier = Bulletin(bulletin.body, bulletin.year - 1, None)
    return f"{amount(bulletin, series) - amount(earlier, series):+}"


def organisations(count: int) -> str:
    """``data/organisations.yml`` for so many bodies."""
    return "format: 1\norganisations:\n" + "".join(map(organisation, range(count)))


def organisation(body: int) -> str:
    """One body with what belongs to it: its inspection committee and the collective of its committees."""
    name, code = FLOWERS[body], f"khoi-{body + 1:02}"
    return f"""\
  - id: {code}
    name: Đảng ủy Khối {name}
    kind: party_committee
  - id: {code}-ubkt
    name: Ủy ban kiểm tra Đảng ủy Khối {name}
    short_name: UBKT Khối {name}
    kind: inspection_committee
    parent: {code}
  - id: {code}-cap-uy
    name: cấp ủy các cấp thuộc Khối {name}
    kind: collective
    parent: {code}
"""


def people(count: int) -> str:
    """``data/people.yml`` for so many bodies: one person each."""
    return "format: 1\npeople:\n" + "".join(
        f"""\
  - id: {speaker(body)}
    name: Trần Văn {FLOWERS[body]}
    positions:
      - title: Phó Bí thư Đảng ủy Khối {FLOWERS[body]}
        organisation: khoi-{body + 1:02}
"""
        for body in range(count)
    )


def speaker(body: int) -> str:
    """The identifier of a body's person."""
    return f"nguoi-{body + 1:02}"


def meeting(bulletin: Bulletin) -> str:
    """``data/meetings/YYYY/*.yml``: a monthly session, each ranking the committees of another cluster."""
    code, name = f"khoi-{bulletin.body + 1:02}", FLOWERS[bulletin.body]
    month = f"tháng {bulletin.month}/{bulletin.year}"
    cluster = f"cụm {FLOWERS[bulletin.month or 0]}"
    return f"""\
format: 1
id: {bulletin.identity}
status: ready
state: held
body: {code}-ubkt
session:
  kinds:
    - noun: phiên
      nature: regular
  for_period: {month}
when:
  first_day: 25/{bulletin.month:02}/{bulletin.year}
  part_of_day: morning
chairs:
  - person: {speaker(bulletin.body)}
    title: Phó Bí thư Đảng ủy Khối {name}
    attends: yes
attendees:
  - group: các đồng chí ủy viên Ủy ban kiểm tra Đảng ủy Khối {name}
agenda:
  - đánh giá kết quả công tác kiểm tra, giám sát trong tháng
  - xem xét kết quả thi đua của các UBKT cơ sở
observations:
  - name: xep-loai
    indicator: ubkt-duoc-xep-loai
    period: năm {bulletin.year}
    scope: {cluster}
    actor: {code}-ubkt
    force: agreed
    actual: {amount(bulletin, bulletin.month or 0)}
  - name: khen-thuong
    indicator: ubkt-duoc-khen-thuong
    period: năm {bulletin.year}
    scope: {cluster}
    actor: {code}-ubkt
    force: proposed
    actual: {amount(bulletin, bulletin.month or 0) // 4}
limitations:
  by: {code}-ubkt
  to: {code}-cap-uy
  lead: UBKT chỉ ra một số việc các đơn vị cần khắc phục trong thời gian tới
  items:
    - một số nơi triển khai chương trình kiểm tra, giám sát còn chậm
    - nội dung kiểm tra ở vài đơn vị chưa đi vào lĩnh vực dễ phát sinh sai phạm
    - việc theo dõi khắc phục khuyết điểm sau kiểm tra có lúc chưa kịp thời
statements:
  - id: chi-dao
    speaker: {speaker(bulletin.body)}
    title: Phó Bí thư Đảng ủy Khối {name}
    kind: directive
    verb: đề nghị
    lead: các đơn vị tập trung
    items:
      - nắm chắc tình hình tổ chức đảng, cán bộ, đảng viên ở cơ sở
      - giải quyết kịp thời đơn thư tố cáo, khiếu nại
acts:
  - force: agreed
    text: đánh giá, xếp loại thi đua đối với $(xep-loai)
  - force: proposed
    addressee: {code}
    text: khen thưởng $(khen-thuong)
"""


def result(bulletin: Bulletin) -> str:
    """``data/results/YYYY/*.yml``: a year's results, each with its change against the year before."""
    code = f"khoi-{bulletin.body + 1:02}"
    disciplined = amount(bulletin, 9)
    observations = "".join(
        f"""\
  - name: {name}
    indicator: {indicator}
    actor: {code}-{actor}
    actual: {amount(bulletin, series)}
    change: {change(bulletin, series)}
"""
        for series, (name, (indicator, actor)) in enumerate(OBSERVED.items())
    )
    return f"""\
format: 1
id: {bulletin.identity}
status: ready
organisation: {code}
period: năm {bulletin.year}
key_figures: [ky-luat, to-chuc-cap-uy, dang-vien-cap-uy, to-chuc-ubkt]
observations:
{observations}  - name: ky-luat
    indicator: dang-vien-bi-ky-luat
    actor: {code}-cap-uy
    actual: {disciplined}
    change: {change(bulletin, 9)}
    breakdowns:
      - by: hinh-thuc-ky-luat
        kind: partition
        complete: yes
        parts:
          khien-trach: {disciplined - 6}
          canh-cao: 5
          khai-tru: 1
    violations:
      open: yes
      items:
        - quy định về kế toán
        - nội quy, quy chế cơ quan
findings:
  by: {code}
  lead: Qua kiểm tra, giám sát, các đoàn nêu mấy điểm còn yếu
  items:
    - một số quy định được ban hành chậm
    - nhiều nơi bổ sung quy hoạch cấp ủy chưa đạt yêu cầu
"""


def article(bulletin: Bulletin) -> str:
    """``data/articles/YYYY/*.yml``: the editorial part; "đợt một" is what a change of the record changes."""
    body = session_body() if bulletin.month else result_body()
    return f"""\
format: 1
id: tin-{bulletin.identity}
status: ready
address: {bulletin.address}
published_on: {f"26/{bulletin.month:02}/{bulletin.year}" if bulletin.month else f"15/01/{bulletin.year + 1}"}
covers: [{bulletin.identity}]
body:
{body}
byline:
  - Trần Văn {FLOWERS[bulletin.body]}
"""


def session_body() -> str:
    """What the article of a session says beyond what its record gives."""
    return """\
  - compose: opening
  - text: Phiên họp nằm trong chương trình công tác đợt một của Ủy ban kiểm tra (UBKT) Đảng ủy Khối.
  - text: >-
      Ngay từ những tháng đầu năm, cấp ủy và UBKT các cấp đã chọn nội dung kiểm tra, giám sát có trọng
      tâm, trọng điểm, thực hiện tương đối toàn diện các nhiệm vụ mà Điều lệ Đảng quy định.
  - compose: limitations
  - compose: statements
  - compose: acts"""


def result_body() -> str:
    """What the article of a year's results says beyond what its record gives."""
    return """\
  - text: Công tác kiểm tra, giám sát được làm theo chương trình đợt một, đúng tiến độ và có nền nếp.
  - compose: facts
    observations: [to-chuc-cap-uy, dang-vien-cap-uy]
  - compose: findings
  - compose: facts
    observations: [ky-luat]
  - compose: facts
    observations: [to-chuc-ubkt, dang-vien-ubkt]"""
