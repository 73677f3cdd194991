"""How each aspect of a figure is said, and the sentences composed of several figures."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bantin.compose import compose
from bantin.compose.said import Article, FigureMention, Paragraph, plain
from bantin.compose.wording import machine_value
from bantin.dataset.aspects import ASPECT_EXAMPLES
from bantin.figures import Figure, Origin
from bantin.language import Quantity
from tests.dataset.projects import EXAMPLE, changed, checked, files_of
from tests.figures.small import NOW, composed, small

FORMS = "breakdowns: [{by: hinh-thuc, kind: partition, complete: yes, parts: {canh-cao: 6, khien-trach: 16}}]"
KINDS = "breakdowns: [{by: loai, kind: partition, complete: yes, parts: {dang-bo: 12, chi-bo: 10}}]"
SOME = "breakdowns: [{by: loai, kind: subset, parts: {dang-bo: 12}}]"
BASE = (
    "breakdowns: [{by: loai, kind: overlapping, complete: yes, base: {unit: lượt, actual: 30}, parts: PARTS}]"
)
WHOLE_BASE = BASE.replace("PARTS", "{dang-bo: 12, chi-bo: 18}")
OPEN_BASE = BASE.replace("PARTS", "{dang-bo: 12}").replace("complete: yes", "complete: no")


def paragraph(article: Article) -> Paragraph:
    [block] = article.body
    assert isinstance(block, Paragraph)
    return block


def said(
    observation: str, reference: str, before: str = "", indicator: str = "ky-luat", zero: str = "no"
) -> str:
    """A reference to the one figure there is, as a reader sees it."""
    now = f"- {{name: x, indicator: {indicator}, {observation}}}"
    earlier = f"- {{name: x, indicator: {indicator}, {before}}}" if before else ""
    [article] = composed(small(now, earlier, text=f"Có {reference}.", zero=zero)).articles
    return plain(paragraph(article).prose).removeprefix("Có ").removesuffix(".")


@pytest.mark.parametrize(
    ("observation", "reference", "text"),
    [
        ("actual: 22", "$(x)", "22 đảng viên"),
        ("actual: 22", "$(x.value)", "22"),
        ("actual: 0", "$(x)", "0 đảng viên"),
        ("actual: '4300'", "$(x)", "4.300 đảng viên"),
        ("actual: trên 4.300", "$(x)", "trên 4.300 đảng viên"),
        ("actual: hơn 4.300", "$(x.value)", "hơn 4.300"),
        ("actual: gần 4.300", "$(x)", "gần 4.300 đảng viên"),
        ("actual: ít nhất 50", "$(x)", "ít nhất 50 đảng viên"),
        ("actual: khoảng 50", "$(x)", "khoảng 50 đảng viên"),
        ("actual: 22, change: +5", "$(x.change)", "tăng 5 đảng viên so với năm 2024"),
        ("actual: 22, change: -5", "$(x.change)", "giảm 5 đảng viên so với năm 2024"),
        ("actual: 22, change: 0", "$(x.change)", "không thay đổi so với năm 2024"),
        ("actual: trên 22, change: +5", "$(x.change)", "tăng 5 đảng viên so với năm 2024"),
        (
            "actual: 22, change: +5, compared_with: năm 2020",
            "$(x.change)",
            "tăng 5 đảng viên so với năm 2020",
        ),
        ("actual: 22, change: '+29,4%'", "$(x.change)", "tăng 29,4% so với năm 2024"),
        ("actual: 22, change: +5", "$(x.percent_change)", "tăng 29,4% so với năm 2024"),
        ("actual: 22, change: -5", "$(x.percent_change)", "giảm 18,5% so với năm 2024"),
        ("actual: 22, change: 0", "$(x.percent_change)", "không thay đổi so với năm 2024"),
        ("actual: 9, change: '+12,50%'", "$(x.percent_change)", "tăng 12,50% so với năm 2024"),
        ("actual: 22, change: +5", "$(x.previous)", "17 đảng viên"),
        ("actual: 22, previous: gần 20", "$(x.previous)", "gần 20 đảng viên"),
        ("actual: 23, plan: 20", "$(x.plan)", "20 đảng viên"),
        ("actual: 23, plan: 20", "$(x.attainment)", "vượt 15% kế hoạch"),
        ("actual: 20, plan: 20", "$(x.attainment)", "đạt 100% kế hoạch"),
        ("actual: 20, plan: 30", "$(x.attainment)", "đạt 66,7% kế hoạch"),
        ("attainment: {as_published: 'đạt 95%'}", "$(x.attainment)", "đạt 95% kế hoạch"),
        ("attainment: {as_published: 'vượt 21,5%'}", "$(x.attainment)", "vượt 21,5% kế hoạch"),
        (
            "attainment: {as_published: 'vượt 121%', reading: attained}",
            "$(x.attainment)",
            "đạt 121% kế hoạch",
        ),
        (
            "attainment: {as_published: 'vượt 121%', reading: exceeded_by}",
            "$(x.attainment)",
            "vượt 121% kế hoạch",
        ),
        (
            "attainment: {as_published: 'vượt 121%', reading: unresolved}",
            "$(x.attainment)",
            "“vượt 121%” kế hoạch",
        ),
        (f"actual: 22, {FORMS}", "$(x.parts)", "trong đó khiển trách 16 và cảnh cáo 6 đảng viên"),
        (f"actual: 22, {FORMS}", "$(x.canh-cao)", "6 đảng viên"),
        (f"actual: 22, {FORMS}", "$(x.canh-cao.value)", "6"),
        (f"actual: 22, {KINDS}", "$(x.parts)", "gồm 12 đảng bộ và 10 chi bộ"),
        (f"actual: 22, {SOME}", "$(x.parts)", "trong đó có 12 đảng bộ"),
        (f"actual: 22, {WHOLE_BASE}", "$(x.parts)", "với 30 lượt, gồm 12 đảng bộ và 18 chi bộ"),
        (f"actual: 22, {OPEN_BASE}", "$(x.parts)", "với 30 lượt, trong đó có 12 đảng bộ"),
    ],
)
def test_an_aspect_in_words(observation: str, reference: str, text: str) -> None:
    assert said(observation, reference) == text


@pytest.mark.parametrize(
    ("indicator", "before", "now", "reference", "text"),
    [
        ("ky-luat", "20", "22", "$(x.change)", "tăng 2 đảng viên so với năm 2024"),
        ("ky-luat", "20", "18", "$(x.change)", "giảm 2 đảng viên so với năm 2024"),
        ("ky-luat", "20", "20", "$(x.change)", "không thay đổi so với năm 2024"),
        ("ky-luat", "20", "22", "$(x.percent_change)", "tăng 10% so với năm 2024"),
        ("ky-luat", "0", "22", "$(x.percent_change)", "tăng 22 đảng viên so với năm 2024"),
        ("ky-luat", "20", "22", "$(x.previous)", "20 đảng viên"),
        ("ty-le", "87,5%", "92,5%", "$(x.change)", "tăng 5 điểm phần trăm so với năm 2024"),
        ("ty-le", "92,3%", "87,5%", "$(x.change)", "giảm 4,8 điểm phần trăm so với năm 2024"),
        ("ty-le", "87,5%", "87,5%", "$(x.change)", "không thay đổi so với năm 2024"),
        ("ty-le", "87,5%", "92,5%", "$(x.percent_change)", "tăng 5 điểm phần trăm so với năm 2024"),
        ("ty-le", "87,5%", "trên 95%", "$(x)", "trên 95% số đơn"),
        ("von", "1.234", "1.234,5", "$(x.change)", "tăng 0,5 tỷ đồng so với năm 2024"),
        ("von", "12,5", "13,5", "$(x.change)", "tăng 1 tỷ đồng so với năm 2024"),
        ("von", "1", "1.234,50", "$(x)", "1.234,50 tỷ đồng"),
        ("kiem-tra", "5", "7", "$(x), $(x.change)", "7 tổ chức đảng, tăng 2 tổ chức so với năm 2024"),
    ],
)
def test_what_follows_from_the_earlier_record(
    indicator: str, before: str, now: str, reference: str, text: str
) -> None:
    assert said(f"actual: '{now}'", reference, f"actual: '{before}'", indicator) == text


@pytest.mark.parametrize(
    ("indicator", "observation", "reference", "text"),
    [
        ("ky-luat", "actual: 7", "$(x)", "07 đảng viên"),
        ("ky-luat", "actual: trên 7", "$(x)", "trên 07 đảng viên"),
        ("ky-luat", "actual: 10", "$(x)", "10 đảng viên"),
        ("ky-luat", "actual: 0", "$(x)", "0 đảng viên"),
        ("ky-luat", "actual: 22, change: +5", "$(x.change)", "tăng 05 đảng viên so với năm 2024"),
        ("ky-luat", "actual: 22, change: '+5%'", "$(x.change)", "tăng 5% so với năm 2024"),
        ("ky-luat", "actual: 21, plan: 20", "$(x.attainment)", "vượt 5% kế hoạch"),
        (
            "ty-le",
            "actual: '5%', change: '+2'",
            "$(x), $(x.change)",
            "5% số đơn, tăng 2 điểm phần trăm so với năm 2024",
        ),
        ("von", "actual: 5", "$(x)", "5 tỷ đồng"),
    ],
)
def test_a_house_that_writes_a_zero_writes_it_before_counts_alone(
    indicator: str, observation: str, reference: str, text: str
) -> None:
    assert said(observation, reference, indicator=indicator, zero="yes") == text


def mentions(observation: str, reference: str) -> list[FigureMention]:
    [article] = composed(small(f"- {{name: x, indicator: ky-luat, {observation}}}", text=reference)).articles
    return [piece for piece in paragraph(article).prose if isinstance(piece, FigureMention)]


@pytest.mark.parametrize(
    ("observation", "reference", "text", "value", "source"),
    [
        ("actual: 4.300", "$(x)", "4.300", "4300", ", năm 2025: số đã công bố"),
        ("actual: 22, change: -5", "$(x.change)", "5", "-5", ", năm 2025: số đã công bố"),
        (
            "actual: 22, change: +5",
            "$(x.previous)",
            "17",
            "17",
            ", năm 2024: suy ra từ số đã công bố",
        ),
        (
            "actual: 22, change: +5",
            "$(x.percent_change)",
            "29,4%",
            "29.411764705882",
            ", năm 2025: tính từ số đã công bố",
        ),
        (
            "actual: 23, plan: 20",
            "$(x.attainment)",
            "15%",
            "15",
            ", năm 2025: tính từ số đã công bố",
        ),
        (
            "attainment: {as_published: 'vượt 21%'}",
            "$(x.attainment)",
            "21%",
            "21",
            ", năm 2025: số đã công bố",
        ),
        (
            "attainment: {as_published: 'vượt 121%', reading: unresolved}",
            "$(x.attainment)",
            "“vượt 121%”",
            "",
            ", năm 2025: giữ nguyên chữ của nguồn vì có hai cách hiểu",
        ),
    ],
)
def test_a_mention_says_where_its_number_comes_from(
    observation: str, reference: str, text: str, value: str, source: str
) -> None:
    [mention] = mentions(observation, reference)
    assert (mention.text, mention.value) == (text, value)
    assert mention.source.startswith("Đảng viên bị kỷ luật") and mention.source.endswith(source)
    assert mention.address == "/so-lieu/2025/#now--x"


def facts(*observations: str, before: str = "", period: str = "năm 2025") -> str:
    """The paragraph that is composed of all figures."""
    now = "\n".join(f"- {{name: x{at}, {observation}}}" for at, observation in enumerate(observations))
    [article] = composed(small(now, before, period=period)).articles
    return plain(paragraph(article).prose)


A, B = "actor: ubkt, indicator: kiem-tra, actual: 9", "actor: ubkt, indicator: giam-sat, actual: 12"


@pytest.mark.parametrize(
    ("observations", "text"),
    [
        (
            [f"{A}, change: +2", f"{B}, change: +3"],
            "Trong năm 2025, Ủy ban kiểm tra đã kiểm tra 9 tổ chức đảng và 12 đảng viên, tăng 2 tổ chức và "
            "3 đảng viên so với năm 2024.",
        ),
        (
            [f"{A}, change: +2", f"{B}, change: -3"],
            "Trong năm 2025, Ủy ban kiểm tra đã kiểm tra 9 tổ chức đảng và 12 đảng viên, tăng 2 tổ chức, "
            "giảm 3 đảng viên so với năm 2024.",
        ),
        (
            [f"{A}, change: +2", f"{B}, change: 0"],
            "Trong năm 2025, Ủy ban kiểm tra đã kiểm tra 9 tổ chức đảng và 12 đảng viên, tăng 2 tổ chức, "
            "số đảng viên không thay đổi so với năm 2024.",
        ),
        (
            [f"{A}, change: 0", f"{B}, change: 0"],
            "Trong năm 2025, Ủy ban kiểm tra đã kiểm tra 9 tổ chức đảng và 12 đảng viên, không thay đổi so "
            "với năm 2024.",
        ),
        (
            [A, f"{B}, change: 0"],
            "Trong năm 2025, Ủy ban kiểm tra đã kiểm tra 9 tổ chức đảng và 12 đảng viên, số đảng viên không "
            "thay đổi so với năm 2024.",
        ),
        (
            [f"{A}, change: '+28,6%'", f"{B}, change: +2"],
            "Trong năm 2025, Ủy ban kiểm tra đã kiểm tra 9 tổ chức đảng và 12 đảng viên, số tổ chức tăng "
            "28,6%, tăng 2 đảng viên so với năm 2024.",
        ),
        (
            [f"{A}, jointly_with: [huyen-uy]", f"{B}, jointly_with: [huyen-uy]"],
            "Trong năm 2025, Ủy ban kiểm tra và Huyện ủy đã kiểm tra 9 tổ chức đảng và 12 đảng viên.",
        ),
        (
            ["actor: ubkt, indicator: kiem-tra, actual: {value: 9, finality: provisional}, change: +2"],
            "Trong năm 2025, Ủy ban kiểm tra đã kiểm tra 9 tổ chức đảng (số sơ bộ), tăng 2 tổ chức so với "
            "năm 2024.",
        ),
        (
            [f"{A}, first_published: yes"],
            "Trong năm 2025, Ủy ban kiểm tra đã kiểm tra 9 tổ chức đảng (lần đầu công bố).",
        ),
        (
            [f"{A}, prepared_by: huyen-uy"],
            "Trong năm 2025, Huyện ủy đã tham mưu, giúp Ủy ban kiểm tra tiến hành kiểm tra 9 tổ chức đảng.",
        ),
        (["indicator: kiem-tra, actual: 9"], "Trong năm 2025, đã kiểm tra 9 tổ chức đảng."),
        (
            ["actor: ubkt, indicator: dang-vien, actual: trên 4.300, as_of: 30/06/2025"],
            "Tính đến ngày 30/06/2025, Ủy ban kiểm tra có trên 4.300 đảng viên.",
        ),
        (
            [f"{A}, force: proposed", f"{B}, force: agreed"],
            "Trong năm 2025, Ủy ban kiểm tra đã đề nghị kiểm tra 9 tổ chức đảng. Ủy ban kiểm tra đã thống "
            "nhất kiểm tra 12 đảng viên.",
        ),
        (
            ["actor: ubkt, indicator: kiem-tra, plan: 20"],
            "Trong năm 2025, Ủy ban kiểm tra có kế hoạch kiểm tra 20 tổ chức đảng.",
        ),
        (
            ["actor: ubkt, indicator: kiem-tra, actual: trên 12, plan: 10"],
            "Trong năm 2025, Ủy ban kiểm tra đã kiểm tra trên 12 tổ chức đảng.",
        ),
        (
            ["actor: ubkt, indicator: kiem-tra, actual: 12, plan: 10"],
            "Trong năm 2025, Ủy ban kiểm tra đã kiểm tra 12 tổ chức đảng, vượt 20% kế hoạch.",
        ),
        (
            ["actor: ubkt, indicator: kiem-tra, attainment: {as_published: 'đạt 95%'}"],
            "Trong năm 2025, Ủy ban kiểm tra đã kiểm tra tổ chức đảng đạt 95% kế hoạch.",
        ),
        (
            [f"actor: ubkt, indicator: ky-luat, {SOME}"],
            "Trong năm 2025, Ủy ban kiểm tra đã kỷ luật: 12 đảng bộ.",
        ),
        (
            [f"{A}, scope: khối doanh nghiệp", f"{A}, scope: khối trường học, legal_basis: Điều 32"],
            "Trong năm 2025, Ủy ban kiểm tra đã kiểm tra 9 tổ chức đảng (khối doanh nghiệp) và 9 tổ chức "
            "đảng (khối trường học, Điều 32).",
        ),
        (
            [A, f"{A}, period: năm 2023", "actor: ubkt, indicator: ky-luat, actual: 4, period: năm 2023"],
            "Trong năm 2025, Ủy ban kiểm tra đã kiểm tra 9 tổ chức đảng. Năm 2023, Ủy ban kiểm tra đã "
            "kiểm tra 9 tổ chức đảng và kỷ luật 4 đảng viên.",
        ),
        (
            [f"{A}, change: +2", "actor: ubkt, indicator: ky-luat, actual: 4, change: +1"],
            "Trong năm 2025, Ủy ban kiểm tra đã kiểm tra 9 tổ chức đảng, tăng 2 tổ chức; kỷ luật 4 đảng "
            "viên, tăng 1 đảng viên so với năm 2024.",
        ),
    ],
)
def test_figures_of_one_actor_share_a_sentence(observations: list[str], text: str) -> None:
    assert facts(*observations) == text


@pytest.mark.parametrize(
    ("period", "compared", "beginning", "end"),
    [
        ("quý I/2025", "", "Trong quý I/2025, ", "so với cùng kỳ năm 2024."),
        ("6 tháng đầu năm 2025", "", "Trong 6 tháng đầu năm 2025, ", "so với cùng kỳ năm 2024."),
        ("từ 01/01/2025 đến 15/03/2025", "", "Trong thời gian từ 01/01/2025 ", "so với cùng kỳ năm 2024."),
        (
            "nhiệm kỳ 2020–2025",
            "nhiệm kỳ 2015–2020",
            "Trong nhiệm kỳ 2020–2025, ",
            "so với nhiệm kỳ 2015–2020.",
        ),
        ("quý II/2025", "quý I/2025", "Trong quý II/2025, ", "so với quý I/2025."),
    ],
)
def test_other_periods_than_years(period: str, compared: str, beginning: str, end: str) -> None:
    with_period = f", compared_with: {compared}" if compared else ""
    text = facts(f"{A}, change: +2{with_period}", period=period)
    assert text.startswith(beginning) and text.endswith(end)


def test_the_reference_page_shows_what_is_composed() -> None:
    """Each example of an aspect is what that aspect of a figure of the good projects reads."""
    article, half = "data/articles/2019/ket-qua-2019.yml", "data/articles/2025/sau-thang-dau-nam.yml"
    quarter = "data/articles/2025/quy-3.yml"
    elsewhere = {
        "plan": ("cuoc", half, "half-year"),
        "attainment": ("cuoc", half, "half-year"),
        "was": ("quy-2-2025/tiep-nhan", quarter, "quy-chin-thang"),
    }
    for aspect, text in ASPECT_EXAMPLES.items():
        name, file, project = elsewhere.get(aspect, ("ky-luat", article, EXAMPLE))
        reference = f"$({name}.{aspect})" if aspect else f"$({name})"
        files = files_of(project)
        headline = next(line for line in files[file].decode().splitlines() if line.startswith("headline:"))
        bulletins = composed(changed(files, file, headline, f"headline: {reference}"))
        assert text in [plain(found.headline) for found in bulletins.articles]


@pytest.mark.parametrize(
    ("amount", "value"),
    [("1234.50", "1234.5"), ("5", "5"), ("-0.25", "-0.25"), ("10", "10"), ("1E+3", "1000")],
)
def test_a_number_for_programs_has_a_dot_and_no_zeros_behind(amount: str, value: str) -> None:
    assert machine_value(Figure("x", Quantity(Decimal(amount)), "cuộc", Origin.PUBLISHED)) == value


def test_a_figure_of_another_record_is_said_by_the_name_of_its_record() -> None:
    file = "data/articles/2024/phien-thuong-ky-thang-11.yml"
    told = "Trước đó, $(ket-qua-2019/ky-luat) bị kỷ luật, $(ket-qua-2019/ky-luat.change). $(hoan-thanh)"
    seen = checked(changed(files_of(EXAMPLE), file, "Đến nay, $(hoan-thanh)", told))
    assert seen.problems == ()
    bulletins = compose(seen.loaded.dataset, NOW, {}, {})
    words = "Trước đó, 22 đảng viên bị kỷ luật, tăng 5 đảng viên so với năm 2018. 100%"
    [block] = [
        block
        for article in bulletins.articles
        for block in article.body
        if isinstance(block, Paragraph) and words in plain(block.prose)
    ]
    addresses = {piece.address for piece in block.prose if isinstance(piece, FigureMention)}
    assert "/so-lieu/2019/#ket-qua-2019--ky-luat" in addresses
