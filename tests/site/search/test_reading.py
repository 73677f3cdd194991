"""What of a finished page is searched."""

from __future__ import annotations

from bantin.site.search.reading import SearchedPage, read

PAGE = """\
<html><body><header>Đầu trang</header>
<article data-search="article" data-day="2024-11-29" data-bodies="Đảng ủy Khối|UBKT"
data-mark="Đính chính 05/12/2026">
<header class="opening"><p class="kicker">Đảng ủy Khối</p>
<h1>Họp <data value="11">phiên</data> tháng&nbsp;11</h1>
<p class="dateline newer">Đã có số liệu mới hơn</p>
<p class="dateline">Thứ sáu, 29/11/2024 <span class="change">Đính chính</span></p></header>
<p class="lead">Sáng nay, <abbr title="Ủy ban kiểm tra">UBKT</abbr> họp.</p>
<p class="tools"><button>In bài này</button></p>
<p>Có <a title="số > 21" href='/x'><data value="22">22</data></a>
đảng viên<em>…</em></p>
<p class="across"><a href="/y">Tất cả chỉ tiêu</a></p>
<table><tr><th>Khiển trách</th><td>16</td></tr></table>
<aside aria-labelledby="cac-bai"><h2 id="cac-bai">Bài</h2><ul><li>Tin khác</li></ul></aside>
<details class="sources"><summary>Cách tính</summary><p>22 − 5</p></details>
<noscript><p>không</p></noscript>
</article></body></html>"""


def test_a_page_is_read_by_its_parts() -> None:
    assert read("/tin/a/", PAGE) == SearchedPage(
        address="/tin/a/",
        kind="article",
        day="2024-11-29",
        bodies=("Đảng ủy Khối", "UBKT"),
        date_line="Thứ sáu, 29/11/2024",
        mark="Đính chính 05/12/2026",
        title="Họp phiên tháng 11",
        lead=("Sáng nay, UBKT họp.",),
        rest=("Đảng ủy Khối", "Có 22 đảng viên…", "Khiển trách", "16"),
    )


def test_a_page_that_is_not_to_be_found_is_not_read() -> None:
    assert read("/dinh-chinh/", PAGE.replace(' data-search="article"', "")) is None
    assert read("/x/", "") is None


def test_a_page_written_with_capitals_is_read_as_any_other() -> None:
    assert read("/tin/a/", PAGE.replace("<em>", "<EM>").replace("</a>", "</A >")) == read("/tin/a/", PAGE)
