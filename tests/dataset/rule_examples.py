"""One bad example for each rule of the table: what is changed in a good project, and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from unicodedata import normalize

from bantin.dataset.published import Line, read_published
from bantin.problems import Problem
from bantin.problems.catalogues import translator
from tests.dataset.projects import EXAMPLE, Seen, changed, checked, files_of

RESULT_2019 = "data/results/2019/ket-qua-2019.yml"
RESULT_2024 = "data/results/2024/ket-qua-2024.yml"
MEETING = "data/meetings/2024/phien-thuong-ky-thang-11.yml"
ARTICLE_2019 = "data/articles/2019/ket-qua-2019.yml"
ARTICLE_2024 = "data/articles/2024/phien-thuong-ky-thang-11.yml"
PEOPLE = "data/people.yml"
INDICATORS = "data/indicators.yml"
HALF_YEAR = "data/results/2025/sau-thang-dau-nam.yml"
PLANNED = "data/meetings/2026/hoi-nghi-quy-iii.yml"
COUNCIL = "data/meetings/2025/ky-hop-thu-12.yml"
SESSION = "data/meetings/2024/ky-hop-thu-15.yml"
INSPECTION = "data/meetings/2025/ky-hop-thu-26.yml"
CALENDAR = "data/calendar/2025.yml"
LONG = "hội trường Trung tâm hội nghị tỉnh buổi sáng " * 5


def correction(places: str, more: str = "", name: str = "dinh-chinh") -> tuple[str, str]:
    """A correction of the results of 2019: its file and text; more: fields that others have otherwise."""
    usual = "occurred: 22/11/2026\nnoticed: 23/11/2026\non: 24/11/2026\nreason: Ghi nhầm.\nseverity: major\n"
    given = {line.split(":")[0] for line in more.splitlines()}
    text = "".join(line for line in usual.splitlines(keepends=True) if line.split(":")[0] not in given)
    head = f"format: 1\nid: {name}\nrecord: ket-qua-2019\nplaces:\n{places}\n"
    return f"data/corrections/2026/{name}.yml", f"{head}{text}{more}decided_by: Người phụ trách\n"


def withdrawn(kind: str, on: str, reason: str = "đã có số liệu mới") -> str:
    """The withdrawal of a record, in place of its status."""
    return f"status: withdrawn\nwithdrawal:\n  kind: {kind}\n  on: {on}\n  reason: {reason}\n"


WITHDRAWAL_ALONE = withdrawn("outdated", "25/11/2026").replace("status: withdrawn", "status: ready")
FIRST_DAY = date(2026, 11, 22)
FROM_17 = "  - figure: ky-luat.khien-trach\n    was: 17"


@dataclass(frozen=True)
class Example:
    """A rule and what breaks it.

    changes: file, the text in it, and what stands there instead; added: files that are not there
    otherwise, and their texts; published: the lines of what was published; also: other rules that the
    same change cannot but break. What is said of it stands in ``rules_said.txt``.
    """

    rule: str
    changes: tuple[tuple[str, str, str], ...] = ()
    project: str = EXAMPLE
    content: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    added: tuple[tuple[str, str], ...] = ()
    published: tuple[str, ...] = ()

    def seen(self) -> Seen:
        files = files_of(self.project) | {file: text.encode() for file, text in self.added}
        for change in self.changes:
            files = changed(files, *change)
        lines, _ = read_published({"data/published/2026.jsonl": "\n".join(self.published).encode()})
        return checked(files, self.content, lines)


def said_of(problem: Problem) -> tuple[str, ...]:
    """A problem in Vietnamese, line by line, without the excerpt of the file."""
    translate, place = translator("vi"), problem.location
    evidence = [f" = {evidence.translated(translate)}" for evidence in problem.evidence]
    remedy = [f" → {problem.remedy.translated(translate)}"] if problem.remedy else []
    message = problem.message.translated(translate)
    return (f"{place.file}:{place.line}:{place.column}: {message}", *evidence, *remedy)


EXAMPLES = (
    Example(
        "address-in-place",
        changes=((ARTICLE_2024, "address: tin/2024/11/ubkt", "address: tin/11/2024/ubkt"),),
    ),
    Example(
        "act-and-figure-agree",
        changes=((INSPECTION, "    force: decided\n    actual: 4", "    force: proposed\n    actual: 4"),),
        project="ky-hop-ubkt",
        also=("act-and-figure-agree",),
    ),
    Example(
        "act-in-the-words-of-its-force",
        changes=((INSPECTION, "text: chỉ đạo kỷ luật", "text: quyết định kỷ luật"),),
        project="ky-hop-ubkt",
    ),
    Example(
        "act-says-something",
        changes=((INSPECTION, "        text: chỉ đạo kỷ luật hành chính đồng bộ với kỷ luật đảng\n", ""),),
        project="ky-hop-ubkt",
    ),
    Example(
        "agenda-item-exists",
        changes=((SESSION, "agenda_item: 1", "agenda_item: 5"),),
        project="ky-hop-hdnd",
    ),
    Example(
        "alt-repeats-caption",
        changes=(
            (
                ARTICLE_2024,
                "    alt: Quang cảnh phiên họp của Ủy ban kiểm tra Đảng ủy Khối",
                "    file: anh/hop.jpg\n    credit: Hà An\n    alt: Quang cảnh phiên họp.",
            ),
        ),
        content=("anh/hop.jpg",),
    ),
    Example(
        "attachment-of-a-kind",
        changes=((SESSION, "number: 61/NQ-HĐND", "number: 61/NQ-HĐND\n    file: van-ban/nq-61.exe"),),
        project="ky-hop-hdnd",
    ),
    Example(
        "byline-names-somebody",
        changes=(
            (
                "data/articles/2024/ky-hop-thu-15.yml",
                "  - name: Hà An",
                "  - name: Hà An\n    person: mai-thi-lan",
            ),
        ),
        project="ky-hop-hdnd",
    ),
    Example(
        "break-above-undecided",
        changes=(
            (
                "data/organisations.yml",
                "organisations:\n  - id: huyen-uy\n",
                "organisations:\n"
                "  - id: tinh-uy\n"
                "    name: Tỉnh ủy Sông Lam\n"
                "    kind: party_committee\n"
                "    breaks:\n"
                "      - day: 01/01/2025\n"
                "        kind: merger\n"
                "        reason: hai tỉnh sáp nhập từ ngày 01/01/2025\n"
                "  - id: huyen-uy\n"
                "    parent: tinh-uy\n",
            ),
        ),
        project="half-year",
    ),
    Example(
        "change-across-break",
        changes=(
            (
                INDICATORS,
                "    better: down\n",
                "    better: down\n"
                "    breaks:\n"
                "      - day: 01/07/2019\n"
                "        kind: counting_rule\n"
                "        reason: từ tháng 7/2019 tính cả đảng viên chuyển sinh hoạt\n",
            ),
        ),
    ),
    Example(
        "change-of-its-kind",
        changes=((HALF_YEAR, "    actual: 92,5%\n", "    actual: 92,5%\n    change: +5%\n"),),
        project="half-year",
    ),
    Example(
        "count-of-list",
        changes=((HALF_YEAR, "    actual: 9\n", "    actual: 9\n    counts: tasks\n"),),
        project="half-year",
    ),
    Example(
        "days-said-once",
        changes=((INSPECTION, "  days: [", "  first_day: 14/08/2025\n  days: ["),),
        project="ky-hop-ubkt",
    ),
    Example(
        "doubtful-day-has-reason",
        changes=((INSPECTION, "  days: [", "  as_printed: 14 và 15/7\n  days: ["),),
        project="ky-hop-ubkt",
    ),
    Example(
        "earlier-values-agree",
        changes=(
            (
                RESULT_2019,
                "    change: +9\n",
                "    change: +9\n"
                "  - name: to-chuc-cap-uy-2020\n"
                "    indicator: to-chuc-duoc-kiem-tra-giam-sat\n"
                "    actor: cap-uy-ccq\n"
                "    prepared_by: ubkt-hai-cap\n"
                "    period: năm 2020\n"
                "    compared_with: năm 2018\n"
                "    actual: 75\n"
                "    change: +20%\n",
            ),
        ),
    ),
    Example(
        "elected-with-majority",
        changes=((SESSION, "          votes: 46\n          share: 92%", "          votes: 25"),),
        project="ky-hop-hdnd",
    ),
    Example(
        "election-elects",
        changes=((SESSION, "force: elected", "force: approved"),),
        project="ky-hop-hdnd",
    ),
    Example(
        "everyone-judged-alike",
        changes=(
            (SESSION, "    cast: 48\n    document", "    document"),
            (SESSION, "        low: 3\n", "        low: 2\n"),
            (SESSION, "        low_share: 6%\n", ""),
        ),
        project="ky-hop-hdnd",
    ),
    Example(
        "figure-without-period",
        changes=(
            (INSPECTION, "  days: [14/08/2025, 15/08/2025]", "  hour: 8 giờ"),
            (INSPECTION, "    period: tháng 8/2025\n    force: concluded", "    force: concluded"),
        ),
        project="ky-hop-ubkt",
    ),
    Example(
        "form-of-discipline-fits",
        changes=(
            (
                INSPECTION,
                "            terms: [nhiệm kỳ 2020–2025]\n            discipline: canh-cao",
                "            discipline: khai-tru",
            ),
        ),
        project="ky-hop-ubkt",
    ),
    Example(
        "funnel-grows",
        changes=(
            (
                "data/indicators.yml",
                "indicators:\n",
                "funnels:\n"
                "  - id: giai-quyet-don\n"
                "    label: Giải quyết đơn\n"
                "    start: đơn nhận được trong kỳ\n"
                "    stages:\n"
                "      - id: nhan\n"
                "        label: đơn nhận được\n"
                "      - id: xong\n"
                "        label: đơn đã giải quyết\n"
                "indicators:\n",
            ),
            (HALF_YEAR, "    actual: 9\n", "    actual: 9\n    funnel: giai-quyet-don\n    stage: nhan\n"),
            (
                HALF_YEAR,
                "    actual: 23\n    plan: 20\n",
                "    actual: 23\n    plan: 20\n    funnel: giai-quyet-don\n    stage: xong\n",
            ),
        ),
        project="half-year",
    ),
    Example(
        "link-in-time",
        changes=((INSPECTION, "  - relation: reviews", "  - relation: prepares"),),
        project="ky-hop-ubkt",
    ),
    Example(
        "member-once",
        changes=(("data/meetings/2026/binh-xet-thi-dua-2025.yml", "- xa-na-khe\n", "- xa-khe-lam\n"),),
        project="xep-hang-thi-dua",
    ),
    Example(
        "members-counted",
        changes=(("data/meetings/2026/binh-xet-thi-dua-2025.yml", "              - xa-na-khe\n", ""),),
        project="xep-hang-thi-dua",
    ),
    Example(
        "missing-attachment",
        changes=((SESSION, "number: 61/NQ-HĐND", "number: 61/NQ-HĐND\n    file: van-ban/nq-61.pdf"),),
        project="ky-hop-hdnd",
        content=("van-ban/nq-16.pdf",),
    ),
    Example(
        "next-release-agrees",
        changes=(
            (
                "data/results/2024/ket-qua-nam.yml",
                "next_release: 15/01/2026",
                "next_release: 20/01/2026",
            ),
        ),
        project="ky-hop-ubkt",
    ),
    Example(
        "part-without-number",
        changes=((HALF_YEAR, "          tai-chinh: 5\n", "          tai-chinh: 5\n          khac:\n"),),
        project="half-year",
    ),
    Example(
        "parts-or-table",
        changes=(
            (
                HALF_YEAR,
                "      - by: hinh-thuc\n",
                "      - by: hinh-thuc\n        across: noi-dung-vi-pham\n",
            ),
        ),
        project="half-year",
    ),
    Example(
        "printed-form-agrees",
        changes=((RESULT_2019, "    actual: 67\n", "    actual: 67\n    printed:\n      tieu-de: gần 60\n"),),
    ),
    Example(
        "name-in-words-of-discipline",
        changes=((RESULT_2019, "        - nội quy, quy chế cơ quan", "        - việc làm của Vi Minh Tú"),),
    ),
    Example(
        "publication-basis",
        changes=(
            (
                INSPECTION,
                "publication_basis:\n  document: Thông báo số 41-TB/UBKTTU\n  day: 18/08/2025\n",
                "",
            ),
        ),
        project="ky-hop-ubkt",
        also=("publication-basis",),
    ),
    Example(
        "read-is-not-adopted",
        changes=((SESSION, "force: considered", "force: adopted"),),
        project="ky-hop-hdnd",
    ),
    Example(
        "release-change-has-reason",
        changes=((CALENDAR, "    reason: chờ số liệu của các đảng ủy xã mới thành lập\n", ""),),
        project="ky-hop-ubkt",
    ),
    Example(
        "release-in-time",
        changes=((CALENDAR, "    day: 15/07/2025\n", ""),),
        project="ky-hop-hdnd",
    ),
    Example(
        "revision-is-told",
        changes=((RESULT_2019, "actual: 22\n", "actual:\n      value: 22\n      finality: revised\n"),),
    ),
    Example(
        "rounded-as-said",
        changes=(
            (
                RESULT_2019,
                "    actual: trên 4.300\n",
                "    actual:\n      value: 4.325\n      rounded_to: 100\n",
            ),
        ),
    ),
    Example(
        "share-above-whole",
        changes=((HALF_YEAR, "    actual: 92,5%\n", "    actual: 192,5%\n"),),
        project="half-year",
    ),
    Example(
        "share-agrees",
        changes=(
            (
                HALF_YEAR,
                "          canh-cao: 2\n",
                "          canh-cao:\n            value: 2\n            share: 26%\n",
            ),
        ),
        project="half-year",
    ),
    Example(
        "shares-sum",
        changes=(
            (
                HALF_YEAR,
                "          khien-trach: 5\n          canh-cao: 2\n          khai-tru: 1\n",
                "          khien-trach: 62,5%\n          canh-cao: 25%\n          khai-tru: 25%\n",
            ),
        ),
        project="half-year",
    ),
    Example(
        "small-count",
        changes=(
            (
                "data/organisations.yml",
                "    name: UBKT hai cấp\n    kind: collective\n",
                "    name: UBKT hai cấp\n    kind: collective\n    level: grassroots\n",
            ),
            (
                RESULT_2019,
                "    actor: ubkt-dang-uy-khoi-ccq\n    actual: 6\n",
                "    actor: ubkt-hai-cap\n    actual: 2\n",
            ),
        ),
    ),
    Example(
        "somebody-is-named",
        changes=((SESSION, "  - represents: mat-tran-tinh\n    role: invited", "  - role: invited"),),
        project="ky-hop-hdnd",
    ),
    Example(
        "table-sum",
        changes=(
            (
                HALF_YEAR,
                "      # Một đảng viên có thể",
                "      - by: hinh-thuc\n"
                "        across: noi-dung-vi-pham\n"
                "        kind: partition\n"
                "        complete: yes\n"
                "        table:\n"
                "          khien-trach: {tai-chinh: 3, dat-dai: 2}\n"
                "          canh-cao: {dat-dai: 1, trach-nhiem: 1}\n"
                "          khai-tru: {tai-chinh: 2}\n"
                "      # Một đảng viên có thể",
            ),
        ),
        project="half-year",
    ),
    Example(
        "unknown-list",
        changes=((HALF_YEAR, "    actual: 9\n", "    actual: 9\n    counts: task\n"),),
        project="half-year",
    ),
    Example(
        "unknown-stage",
        changes=((HALF_YEAR, "    actual: 9\n", "    actual: 9\n    funnel: don-thu\n    stage: xong\n"),),
        project="half-year",
    ),
    Example(
        "vote-share-agrees",
        changes=((SESSION, "97,92%", "97,95%"),),
        project="ky-hop-hdnd",
    ),
    Example(
        "voters-agree",
        changes=((SESSION, "out_of: 50", "out_of: 51"),),
        project="ky-hop-hdnd",
        also=("voters-agree",),
    ),
    Example(
        "votes-by-name-agree",
        changes=((SESSION, "option: không tán thành", "option: phản đối"),),
        project="ky-hop-hdnd",
    ),
    Example(
        "year-inferred-of-a-day",
        changes=(
            (
                "data/articles/2024/ky-hop-thu-15.yml",
                "source:\n  published_on: 12/12/2024",
                "source:\n  published_year_inferred_from: ngày trên trang chủ",
            ),
        ),
        project="ky-hop-hdnd",
    ),
    Example(
        "aspect-not-public",
        changes=(
            ("data/results/2024/sau-thang-dau-nam.yml", "status: ready", "status: draft"),
            (HALF_YEAR, "có nền nếp hơn, $(dung-han.change)", "có nền nếp hơn"),
        ),
        project="half-year",
    ),
    Example(
        "attainment-agrees",
        changes=(
            (HALF_YEAR, "    plan: 20\n", "    plan: 20\n    attainment:\n      as_published: đạt 120%\n"),
        ),
        project="half-year",
    ),
    Example(
        "body-part-of-one-kind",
        changes=(
            (ARTICLE_2019, "  - photo: can-bo\n", "  - photo: can-bo\n    heading: Trao đổi nội dung\n"),
        ),
    ),
    Example(
        "breakdown-not-allowed",
        changes=((INDICATORS, "    breakdowns: [hinh-thuc-ky-luat]\n", ""),),
    ),
    Example(
        "change-agrees",
        changes=((HALF_YEAR, "    actual: 9\n", "    actual: 9\n    change: +1\n"),),
        project="half-year",
    ),
    Example(
        "compared-with-nothing",
        changes=((RESULT_2019, "    change: +9\n", "    change: +9\n    period: nhiệm kỳ 2015–2020\n"),),
    ),
    Example(
        "covers-unfinished",
        changes=((RESULT_2019, "status: ready", "status: draft"),),
    ),
    Example(
        "days-in-order",
        changes=((COUNCIL, "last_day: 09/07/2025", "last_day: 07/07/2025"),),
        project="council",
    ),
    Example(
        "discipline-of-other-object",
        changes=(
            (
                INDICATORS,
                "    object: full_member\n    better: down",
                "    object: probationary_member\n    better: down",
            ),
        ),
    ),
    Example(
        "doubled-address",
        changes=(
            (
                ARTICLE_2019,
                "address: tin/2019/12/dang-uy-khoi-ccq-tinh-kiem-tra-giam-sat-nam-2019",
                "address: tin/2024/11/ubkt-dang-uy-khoi-hop-phien-thuong-ky-thang-11",
            ),
        ),
    ),
    Example(
        "doubled-id",
        changes=(
            (
                PEOPLE,
                "  - id: vi-minh-tu\n",
                "  - id: hoang-chinh\n    name: Hoàng Văn Chính\n  - id: vi-minh-tu\n",
            ),
        ),
    ),
    Example(
        "doubled-name",
        changes=(
            (
                ARTICLE_2024,
                "\nbyline:",
                "\n  - id: quang-canh\n    caption: Đại biểu\n    alt: Đại biểu trong hội trường\nbyline:",
            ),
        ),
    ),
    Example(
        "doubled-observation",
        changes=((RESULT_2019, "    actor: ubkt-dang-uy-khoi-ccq\n", "    actor: cap-uy-cac-cap-ccq\n"),),
    ),
    Example(
        "figure-not-public",
        changes=(
            (RESULT_2019, "status: ready", "status: draft"),
            (ARTICLE_2024, "Đến nay, $(hoan-thanh)", "Sau $(ket-qua-2019/ky-luat), $(hoan-thanh)"),
        ),
        also=("covers-unfinished",),
    ),
    Example(
        "figure-name-in-two-records",
        changes=(
            (MEETING, "  - name: xep-loai", "  - name: hoan-thanh"),
            (MEETING, "$(xep-loai)", "$(hoan-thanh)"),
        ),
    ),
    Example(
        "missing-photo",
        changes=(
            (
                ARTICLE_2024,
                "    alt: Quang cảnh",
                "    file: anh/quang-canh.jpg\n    credit: Hà An\n    alt: Quang cảnh",
            ),
        ),
    ),
    Example(
        "more-present-than-there-are",
        changes=((COUNCIL, "count: 49", "count: 51"),),
        project="council",
    ),
    Example(
        "not-stated-but-given",
        changes=((MEETING, "# Nguồn không nêu địa điểm.", "place: trụ sở Đảng ủy Khối"),),
    ),
    Example(
        "nothing-observed",
        changes=((RESULT_2019, "    actual: 6\n", ""),),
    ),
    Example(
        "number-in-prose",
        changes=((ARTICLE_2024, "Đến nay, $(hoan-thanh)", "Đến nay, 100% cấp ủy, UBKT đảng ủy cơ sở"),),
    ),
    Example(
        "number-of-its-kind",
        changes=((RESULT_2019, "    actual: 6\n", "    actual: 6,5\n"),),
    ),
    Example(
        "ordinal-in-words",
        changes=(
            (
                "data/articles/2025/ky-hop-thu-12.yml",
                "Sau hai ngày làm việc, kỳ họp thứ 12",
                "Sau kỳ họp thứ mười một, kỳ họp thứ 12",
            ),
        ),
        project="council",
    ),
    Example(
        "part-exceeds-whole",
        changes=(
            (
                RESULT_2019,
                "        kind: partition\n        complete: yes\n        parts:\n          dang-bo: 36",
                "        kind: subset\n        parts:\n          dang-bo: 96",
            ),
        ),
    ),
    Example(
        "part-of-one-day",
        changes=(
            (MEETING, "  first_day: 29/11/2024\n", "  first_day: 29/11/2024\n  last_day: 30/11/2024\n"),
        ),
    ),
    Example(
        "partition-sum",
        changes=((RESULT_2019, "actual: 22", "actual: 23"),),
    ),
    Example(
        "period-sum",
        changes=(("data/results/2025/quy-1.yml", "actual: 44.862", "actual: 44.682"),),
        project="quy-chin-thang",
    ),
    Example(
        "photo-of-a-kind",
        changes=(
            (
                ARTICLE_2024,
                "    alt: Quang cảnh",
                "    file: anh/quang-canh.gif\n    credit: Hà An\n    alt: Quang cảnh",
            ),
        ),
        content=("anh/quang-canh.gif",),
    ),
    Example(
        "photo-without-credit",
        changes=((ARTICLE_2024, "    alt: Quang cảnh", "    file: anh/hop.jpg\n    alt: Các đồng chí ở"),),
        content=("anh/hop.jpg",),
    ),
    Example(
        "previous-agrees",
        changes=((HALF_YEAR, "    actual: 9\n", "    actual: 9\n    previous: 8\n"),),
        project="half-year",
    ),
    Example(
        "published-before-event",
        changes=((ARTICLE_2024, "published_on: 22/11/2026", "published_on: 28/11/2024"),),
    ),
    Example(
        "session-before-period",
        changes=((MEETING, "for_period: tháng 11/2024", "for_period: tháng 12/2024"),),
    ),
    Example(
        "session-long-after-period",
        changes=((MEETING, "for_period: tháng 11/2024", "for_period: tháng 8/2024"),),
    ),
    Example(
        "title-on-that-day",
        changes=(
            (
                MEETING,
                "  - person: thinh-duc-tien\n    title: Phó Bí thư",
                "  - person: thinh-duc-tien\n    title: Bí thư",
            ),
        ),
    ),
    Example(
        "undefined-abbreviation",
        changes=((ARTICLE_2024, "Những kết quả đó", "Những kết quả đó của BTV"),),
    ),
    Example(
        "held-in-future",
        changes=(
            (PLANNED, "state: planned", "state: held"),
            (PLANNED, "first_day: 05/10/2026", "first_day: 05/10/2036"),
        ),
        project="planned",
        also=("published-before-event", "session-long-after-period"),
    ),
    Example(
        "vote-before-meeting",
        changes=((COUNCIL, "state: held", "state: planned"),),
        project="council",
        also=("vote-before-meeting",),
    ),
    Example(
        "unknown-aspect",
        changes=((ARTICLE_2024, "$(giam-sat.attainment)", "$(giam-sat.change)"),),
    ),
    Example(
        "unknown-class",
        changes=((RESULT_2019, "khai-tru: 1", "giai-tan: 1"),),
    ),
    Example(
        "unknown-classification",
        changes=((RESULT_2019, "by: hinh-thuc-ky-luat", "by: hinh-thuc-ky-lut"),),
    ),
    Example(
        "unknown-figure",
        changes=((ARTICLE_2024, "$(hoan-thanh)", "$(hoan-than)"),),
    ),
    Example(
        "unknown-indicator",
        changes=((RESULT_2019, "indicator: doan-kiem-tra-giam-sat", "indicator: doan-kiem-tra"),),
    ),
    Example(
        "unknown-organisation",
        changes=((MEETING, "addressee: btv-dang-uy-khoi", "addressee: ban-thuong-vu"),),
    ),
    Example(
        "unknown-part",
        changes=((ARTICLE_2019, "- photo: can-bo", "- photo: canbo"),),
    ),
    Example(
        "unknown-person",
        changes=((MEETING, "person: thinh-duc-tien", "person: thinh-duc-tein"),),
    ),
    Example(
        "unknown-record",
        changes=((MEETING, "presents: [ket-qua-2024]", "presents: [ket-qua-nam-2024]"),),
    ),
    Example(
        "unknown-subject",
        changes=(
            (
                INDICATORS,
                "    subject: thi-dua\n    unit: UBKT đảng ủy cơ sở\n    verb: đánh",
                "    subject: thidua\n    unit: UBKT đảng ủy cơ sở\n    verb: đánh",
            ),
        ),
    ),
    Example(
        "unresolved-attainment",
        changes=(
            (
                RESULT_2024,
                "      as_published: vượt 121%\n      reading: unresolved",
                "      as_published: vượt 121%",
            ),
        ),
    ),
    Example(
        "votes-add-up",
        changes=((COUNCIL, "in_favour: 48", "in_favour: 47"),),
        project="council",
    ),
    Example(
        "weekday-of-one-day",
        changes=((SESSION, "  last_day: 11/12/2024", "  last_day: 11/12/2024\n  weekday: thứ hai"),),
        project="ky-hop-hdnd",
    ),
    Example(
        "weekday-as-displayed",
        changes=((ARTICLE_2019, "Thứ năm, 01/10/2020", "Thứ sáu, 01/10/2020"),),
    ),
    Example(
        "abbreviation-defined-late",
        changes=((ARTICLE_2019, "Mỗi năm, Ban Chấp hành,", "Mỗi năm, UBKT Đảng ủy Khối, Ban Chấp hành,"),),
    ),
    Example(
        "doubled-function-word",
        changes=((ARTICLE_2019, "để cơ sở sửa chữa", "để để cơ sở sửa chữa"),),
    ),
    Example(
        "composed-letters",
        changes=((ARTICLE_2019, "để cơ sở sửa chữa", normalize("NFD", "để cơ sở sửa chữa")),),
    ),
    Example(
        "doubled-space",
        changes=((ARTICLE_2019, "để cơ sở sửa chữa", "để cơ sở  sửa chữa"),),
    ),
    Example(
        "doubled-words",
        changes=((ARTICLE_2024, "để đưa Nghị quyết Đại hội", "để đưa Nghị quyết\n      Nghị quyết Đại hội"),),
    ),
    Example(
        "exceeded-by-hundred",
        changes=((ARTICLE_2024, "UBKT các cấp\n      $(giam-sat.", "UBKT các cấp\n      vượt $(giam-sat."),),
    ),
    Example(
        "hyphen-in-range",
        changes=((ARTICLE_2024, "đại hội Đảng nhiệm kỳ 2025–2030", "đại hội Đảng nhiệm kỳ 2025 - 2030"),),
    ),
    Example(
        "long-caption",
        changes=((ARTICLE_2024, "caption: Quang cảnh phiên họp", f"caption: Quang cảnh {LONG}"),),
    ),
    Example(
        "long-headline",
        changes=(
            (
                ARTICLE_2019,
                "có nhiều chuyển biến\n",
                "có nhiều chuyển biến qua từng năm ở mọi đơn vị trực thuộc\n",
            ),
        ),
    ),
    Example(
        "long-lead",
        changes=((ARTICLE_2019, "của Đảng và chất\n", f"của {LONG}Đảng và chất\n"),),
    ),
    Example(
        "no-space-after-mark",
        changes=((ARTICLE_2019, "sửa chữa, khắc phục.", "sửa chữa,khắc phục."),),
    ),
    Example(
        "number-in-words",
        changes=((ARTICLE_2019, "tổ chức cơ sở đảng và đảng viên", "tổ chức cơ sở đảng và mười đảng viên"),),
    ),
    Example(
        "officialese",
        changes=((ARTICLE_2019, "chủ động\n      lập", "chủ động\n      tiến hành lập"),),
    ),
    Example(
        "organisation-capitals",
        changes=((ARTICLE_2019, "alt: Cán bộ Ủy ban kiểm tra", "alt: Cán bộ Ủy ban Kiểm tra"),),
    ),
    Example(
        "organisation-variant",
        changes=(
            (
                ARTICLE_2024,
                "phiên họp của Ủy ban kiểm tra Đảng ủy Khối",
                "phiên họp của Ủy ban Kiểm tra Đảng ủy Khối",
            ),
        ),
    ),
    Example(
        "space-before-mark",
        changes=((ARTICLE_2019, "sửa chữa, khắc phục.", "sửa chữa , khắc phục."),),
    ),
    Example(
        "space-before-percent",
        changes=(
            (ARTICLE_2019, "để cơ sở sửa chữa", "để 95 % cơ sở sửa chữa"),
            (ARTICLE_2019, "\nbyline:", "\nliterals:\n  - {text: 95 %, reason: lời nguồn}\nbyline:"),
        ),
    ),
    Example(
        "straight-quotes",
        changes=((ARTICLE_2019, "để cơ sở sửa chữa", 'để cơ sở "sửa chữa"'),),
    ),
    Example(
        "three-dots",
        changes=((ARTICLE_2019, "sửa chữa, khắc phục.", "sửa chữa, khắc phục..."),),
    ),
    Example(
        "comparison-lost-in-funnel",
        changes=(
            (
                "data/indicators.yml",
                "indicators:\n",
                "funnels:\n"
                "  - id: kiem-tra\n"
                "    label: Cuộc kiểm tra\n"
                "    start: cuộc kiểm tra đã bắt đầu\n"
                "    stages:\n"
                "      - id: mo\n"
                "        label: đã bắt đầu\n"
                "      - id: xong\n"
                "        label: đã kết luận\n"
                "indicators:\n",
            ),
            (
                "data/results/2024/sau-thang-dau-nam.yml",
                "observations:\n",
                "observations:\n"
                "  - name: cuoc\n"
                "    indicator: cuoc-kiem-tra\n"
                "    actor: ubkt-huyen-uy\n"
                "    stage: đã kết thúc\n"
                "    actual: 18\n",
            ),
            (HALF_YEAR, "    actual: 23\n", "    actual: 23\n    funnel: kiem-tra\n    stage: xong\n"),
        ),
        project="half-year",
    ),
    Example("correction-of-nothing", added=(correction("  - figure: ky-luat-2\n    was: 17"),)),
    Example("correction-of-one-thing", added=(correction("  - was: 17"),)),
    Example(
        "correction-changes-nothing", added=(correction("  - figure: ky-luat.khien-trach\n    was: 16"),)
    ),
    Example(
        "corrections-at-once",
        added=(correction(FROM_17), correction(FROM_17.replace("17", "18"), name="dinh-chinh-2")),
    ),
    Example("correction-fits", added=(correction("  - figure: ky-luat.khien-trach\n    was: mười bảy"),)),
    Example(
        "correction-days-in-order", added=(correction(FROM_17, "on: 20/11/2026\nnoticed:\noccurred:\n"),)
    ),
    Example(
        "withdrawal-without-status",
        changes=((ARTICLE_2019, "status: ready\n", WITHDRAWAL_ALONE),),
    ),
    Example(
        "withdrawn-before-published",
        changes=((ARTICLE_2019, "status: ready\n", withdrawn("outdated", "21/11/2026")),),
    ),
    Example(
        "reason-with-figure",
        changes=((ARTICLE_2019, "status: ready\n", withdrawn("outdated", "25/11/2026", "sai $(ky-luat)")),),
    ),
    Example(
        "former-address-taken",
        changes=((ARTICLE_2019, "published_on:", "former_addresses: [so-lieu/2019]\npublished_on:"),),
    ),
    Example(
        "published-figure-changed",
        published=(Line("result", "ket-qua-2019", FIRST_DAY, figures={"ky-luat-ubkt": "5"}).text(),),
    ),
    Example(
        "published-address-lost",
        published=(Line("article", "tin-ket-qua-2019", FIRST_DAY, ("tin/2019/12/ket-qua",)).text(),),
    ),
    Example(
        "published-record-deleted",
        changes=((ARTICLE_2019, "status: ready", "status: draft"),),
        published=(Line("article", "tin-ket-qua-2019", FIRST_DAY).text(),),
    ),
    Example(
        "tone-placement",
        changes=((ARTICLE_2019, "để cơ sở sửa chữa", "để cấp uỷ sửa chữa"),),
    ),
    Example(
        "honorific-of-each",
        changes=(("data/site.yml", "honorific: ông", "honorific: ông/bà"),),
        project="council",
    ),
    Example(
        "joint-actors",
        changes=(
            (
                RESULT_2019,
                "actor: btv-dang-uy-khoi-ccq\n    actual: 11",
                "actor: btv-dang-uy-khoi-ccq\n    jointly_with: [btv-dang-uy-khoi-ccq]\n    actual: 11",
            ),
        ),
    ),
    Example(
        "first-of-its-kind",
        changes=((RESULT_2019, "actual: 22\n", "actual: 22\n    first_published: yes\n"),),
    ),
)
