from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from bantin.ledger import Entry, Ledger, Place
from bantin.problems import Problem, Severity
from bantin.site import Expectations, ExpectedPage, audit, literal_texts
from bantin.site.audit.words import english_of_theme

PAGE = """\
<!doctype html>
<html lang="vi"><head><meta charset="utf-8">
<title>{title}</title>
<meta name="description" content="Mô tả: {title}">
<link rel="stylesheet" href="{up}assets/a.css">{head}
</head><body><a href="{up}./">Trang đầu</a>
<article><h1 id="dau">{title}</h1>{body}</article></body></html>
"""
ANYTHING = Expectations()
PUBLISHED = Expectations(address="https://tin.example.vn/ban-tin/")


def page(title: str, body: str = "", head: str = "", depth: int = 0) -> str:
    return PAGE.format(title=title, body=body, head=head, up="../" * depth)


Site = Callable[..., Path]


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A finished site of two pages and a style sheet, with other files put in or over."""

    def making(files: dict[str, str] | None = None, *, body: str = "", head: str = "") -> Path:
        folder = tmp_path / "site"
        content = {
            "index.html": page("Trang đầu", body, head),
            "tin/a/index.html": page("Bài một", '<p id="muc-1">Chữ</p>', depth=2),
            "404.html": page("Không tìm thấy"),
            "assets/a.css": "@font-face { src: url(f.woff2) }",
            "assets/f.woff2": "",
        } | (files or {})
        for path, text in content.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
        return folder

    return making


def rules(problems: list[Problem]) -> list[str]:
    return [problem.rule for problem in problems]


def test_a_sound_site_has_no_problem(site: Site) -> None:
    body = """
    <a href="tin/a/">x</a> <a href="tin/a/#muc-1">x</a> <a href="tin/a/index.html?x=1#dau">x</a>
    <a href="#dau">x</a> <a href="#">x</a> <a href="">x</a> <a href="#top">x</a>
    <a href=".">x</a> <a href="./tin/../">x</a>
    <a href="https://chinhphu.vn/">x</a> <a href="mailto:a@b.vn">x</a> <a href="tel:+84">x</a>
    <img src="assets/f.woff2" srcset="assets/f.woff2 1x, assets/a.css 2x" alt="">
    <img src="data:image/gif;base64,R0lGOD" alt=""> <p style="background: url(assets/f.woff2)">x</p>
    <style>p { background: url('data:image/svg+xml,<svg/>') }</style>
    <a name="cu">x</a> <a href="#cu">x</a> <svg><use href="#dau"/></svg> <a href="tin/%61/">x</a>
    """
    head = '<link rel="canonical" href="https://other.example/x"><link rel="icon" href="assets/f.woff2">'
    assert audit(site(body=body, head=head), ANYTHING) == []


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ('<a href="tin/b/">x</a>', "broken-link"),
        ('<a href="tin/a">x</a>', "broken-link"),
        ('<a href="Tin/a/">x</a>', "broken-link"),
        ('<img src="anh.jpg" alt="x">', "broken-link"),
        ('<img src="" alt="x">', "broken-link"),
        ('<img src="assets/f.woff2" srcset="assets/f.woff2 1x, mat.jpg 2x" alt="x">', "broken-link"),
        ('<video poster="p.jpg"></video>', "broken-link"),
        ('<p style="background:url(mat.png)">x</p>', "broken-link"),
        ("<style>p{background:url(mat.png)}</style>", "broken-link"),
        ('<form action="gui/"></form>', "broken-link"),
        ('<meta http-equiv="refresh" content="0; url=mat/">', "broken-link"),
        ('<a href="tin/a/#muc-2">x</a>', "broken-fragment"),
        ('<a href="#khong">x</a>', "broken-fragment"),
        ('<svg><use href="#khong"/></svg>', "broken-fragment"),
        ('<svg><use xlink:href="#khong"/></svg>', "broken-fragment"),
        ('<a href="../x/">x</a>', "leaves-site"),
        ('<a href="tin/../../">x</a>', "leaves-site"),
        ('<a href="/">x</a>', "leaves-site"),
        ('<img src="/assets/f.woff2" alt="x">', "leaves-site"),
        ('<a href="javascript:alert(1)">x</a>', "unsafe-link"),
        ('<a href=" JaVa&#10;Script:alert(1)">x</a>', "unsafe-link"),
        ('<a href="data:text/html,x">x</a>', "unsafe-link"),
        ('<iframe src="javascript:alert(1)"></iframe>', "unsafe-link"),
        ('<img src="https://dem.example/1.gif" alt="x">', "third-party"),
        ('<script src="//cdn.example/x.js"></script>', "third-party"),
        ('<script src="/\\cdn.example/x.js"></script>', "third-party"),
        ('<iframe src="https://video.example/1"></iframe>', "third-party"),
        ('<p style="background:url(//cdn.example/x.png)">x</p>', "third-party"),
        ('<style>@import "https://fonts.example/x.css";</style>', "third-party"),
        ('<link rel="preconnect" href="https://fonts.example">', "third-party"),
        ('<h1>Hai</h1>', "many-h1"),
    ],
)  # fmt: skip
def test_what_a_page_must_not_hold(site: Site, body: str, rule: str) -> None:
    assert rules(audit(site(body=body), ANYTHING)) == [rule]


POLICY = "default-src 'none'; script-src 'self'"
CARRIED = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
KEPT_TO = Expectations(policy=POLICY, carried=False)


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ("<script>a()</script>", "<script>"),
        ('<script type="module">a()</script>', "<script>"),
        ("<script type=importmap>{}</script>", "<script>"),
        ("<style>a { color: red }</style>", "<style>"),
        ("<svg><style>a { color: red }</style></svg>", "<style>"),
        ('<p style="color: red">x</p>', "style="),
        ('<svg><path d="M0 0" STYLE=""/></svg>', "style="),
        ('<p onclick="a()">x</p>', "onclick="),
        ("<svg ONLOAD=a()></svg>", "onload="),
        ('<iframe src="tin/a/"></iframe>', "<iframe>"),
        ('<object data="assets/f.woff2"></object>', "<object>"),
        ('<base target="x">', "<base>"),
    ],
)
def test_what_the_policy_stops_is_not_on_a_page(site: Site, body: str, named: str) -> None:
    assert audit(site(body=body), ANYTHING) == []
    [problem] = audit(site(body=body), KEPT_TO)
    assert (problem.rule, dict(problem.message.gaps)["written"]) == ("inline", named)


def test_scripts_of_the_site_and_data_are_under_the_policy(site: Site) -> None:
    body = """<script src="assets/a.css"></script> <script type="application/ld+json">{}</script>
    <script type="application/json">{}</script> <img src="data:image/gif;base64,R0lGOD" alt="">"""
    assert audit(site(body=body), KEPT_TO) == []


@pytest.mark.parametrize(
    ("head", "rule"),
    [
        (CARRIED, ""),
        (CARRIED.replace("Content-Security-Policy", "content-security-policy"), ""),
        ("", "no-policy"),
        (CARRIED + CARRIED, "no-policy"),
        (CARRIED.replace("'self'", "'self' 'unsafe-inline'"), "no-policy"),
        (CARRIED.replace("http-equiv", "name"), "no-policy"),
        ('<script src="assets/a.css"></script>' + CARRIED, "late-policy"),
        ('<script type="application/ld+json">{}</script>' + CARRIED, "late-policy"),
        ('<link rel="icon" href="assets/f.woff2">' + CARRIED, "late-policy"),
    ],
)
def test_the_policy_stands_in_each_page_before_what_it_is_for(site: Site, head: str, rule: str) -> None:
    def under_policy(text: str, beginning: str) -> str:
        return text.replace('<meta charset="utf-8">', f'<meta charset="utf-8">{beginning}')

    files = {
        "index.html": under_policy(page("Trang đầu"), head),
        "tin/a/index.html": under_policy(page("Bài một", '<p id="muc-1">Chữ</p>', depth=2), CARRIED),
        "404.html": under_policy(page("Không tìm thấy"), CARRIED),
    }
    found = audit(site(files), Expectations(policy=POLICY))
    assert [(problem.rule, problem.location.file) for problem in found] == (
        [(rule, "site/index.html")] if rule else []
    )


def test_rooted_links_must_lie_below_the_address(site: Site) -> None:
    body = '<a href="/ban-tin/tin/a/">x</a><a href="https://TIN.example.vn/ban-tin/#dau">x</a>'
    assert audit(site(body=body), PUBLISHED) == []
    assert rules(audit(site(body='<a href="/tin/a/">x</a>'), PUBLISHED)) == ["leaves-site"]
    assert rules(audit(site(body='<a href="/ban-tin">x</a>'), PUBLISHED)) == []
    assert rules(audit(site(body='<a href="https://tin.example.vn/khac/">x</a>'), PUBLISHED)) == [
        "leaves-site"
    ]
    assert rules(audit(site(body='<a href="https://tin.example.vn/ban-tin/b/">x</a>'), PUBLISHED)) == [
        "broken-link"
    ]
    assert rules(audit(site(body='<a href="https://tin.example.vn">x</a>'), PUBLISHED)) == ["leaves-site"]
    own = '<img src="https://tin.example.vn/ban-tin/assets/f.woff2" alt="x">'
    assert audit(site(body=own), PUBLISHED) == []
    assert rules(audit(site(body=own), ANYTHING)) == ["third-party"]


def test_the_page_for_lost_readers_may_be_rooted(site: Site) -> None:
    lost = page("Không tìm thấy").replace('href="', 'href="/')
    assert audit(site({"404.html": lost}), ANYTHING) == []


def test_style_sheets_are_read_as_well(site: Site) -> None:
    style = '@import url("https://fonts.example/x.css"); p { background: url(../mat.png) }'
    found = audit(site({"assets/a.css": style}), ANYTHING)
    assert sorted(rules(found)) == ["broken-link", "third-party"]
    assert {problem.location.file for problem in found} == {"site/assets/a.css"}


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (("<title>Bài một</title>", ""), "no-title"),
        (("<title>Bài một</title>", "<title> </title>"), "no-title"),
        (("<title>Bài một</title>", "<title>Bài một</title><title>b</title>"), "no-title"),
        (('content="Mô tả: Bài một"', 'content=" "'), "no-description"),
        (('name="description"', 'name="mota"'), "no-description"),
        (('lang="vi"', 'lang="en"'), "wrong-language"),
        (("h1", "h2"), "no-h1"),
    ],
)
def test_what_every_page_must_have(site: Site, change: tuple[str, str], rule: str) -> None:
    article = page("Bài một", '<p id="muc-1">Chữ</p>', depth=2).replace(*change)
    found = audit(site({"tin/a/index.html": article}), ANYTHING)
    assert [(problem.rule, problem.location.file) for problem in found] == [(rule, "site/tin/a/index.html")]


def test_the_page_for_lost_readers_needs_no_description(site: Site) -> None:
    lost = page("Không tìm thấy").replace('name="description"', 'name="x"')
    assert audit(site({"404.html": lost}), ANYTHING) == []


def test_a_page_may_be_expected_in_another_language(site: Site) -> None:
    english = page("About us", depth=1).replace('lang="vi"', 'lang="en"')
    expected = Expectations(pages=(ExpectedPage("/about/", language="en"),))
    assert audit(site({"about/index.html": english}), expected) == []
    assert rules(audit(site({"about/index.html": english}), ANYTHING)) == ["wrong-language"]


def test_pages_that_cannot_be_told_apart_are_a_warning(site: Site) -> None:
    found = audit(site({"tin/b/index.html": page("Bài một", depth=2)}), ANYTHING)
    assert [(problem.rule, problem.severity) for problem in found] == [
        ("same-title", Severity.WARNING),
        ("same-description", Severity.WARNING),
    ]


@pytest.mark.parametrize(
    "left",
    [
        "$(ky-luat.value)", "{{ page.title }}", "{% if x %}", "tăng None đảng viên", "undefined", "NaN%",
        "[object Object]", "UndefinedError: 'x'", "&amp;lt;b&amp;gt;", "{: .bang }", "{#muc}", "{.bang}",
    ],
)  # fmt: skip
def test_what_was_not_filled_in_is_seen(site: Site, left: str) -> None:
    for body in (f"<p>{left}</p>", f'<p title="{left}">x</p>', f'<img src="assets/f.woff2" alt="{left}">'):
        assert rules(audit(site(body=body), ANYTHING)) == ["unfilled"]
    for place in ("<title>", 'content="Mô tả: ', '<h1 id="dau">'):
        article = page("Bài một", '<p id="muc-1">Chữ</p>', depth=2).replace(place, f"{place}{left} ")
        assert rules(audit(site({"tin/a/index.html": article}), ANYTHING)) == ["unfilled"]


def test_scripts_and_styles_are_not_read_as_text(site: Site) -> None:
    body = "<script>var a = {{}}; undefined</script><style>a{color:red}}</style><!-- {{ x }} -->"
    assert audit(site(body=body), ANYTHING) == []


def test_what_a_record_says_is_not_a_gap(site: Site) -> None:
    written = "Mẫu {{ten}} gồm {{ 7*7 }} dòng, giá trị None"
    body = f"<p>Theo đó, {written}.</p><p>{{{{ten}}}}: x</p>"
    allowed = literal_texts([written, "chữ thường"])
    assert allowed == {"{{ten}}", "{{", "}}", "None"}
    assert audit(site(body=body), replace(ANYTHING, literal=lambda: allowed)) == []
    other = audit(site(body=body + "<p>{% x %} $(y)</p>"), replace(ANYTHING, literal=lambda: allowed))
    assert rules(other) == ["unfilled"]


def test_names_of_records_are_not_for_readers(site: Site) -> None:
    known = replace(ANYTHING, identifiers=frozenset({"ubkt-khoi", "tin", "meeting-2024-11-29"}))
    assert audit(site(body='<p id="ubkt-khoi">tin <a href="#ubkt-khoi">x</a></p>'), known) == []
    found = audit(site(body="<p>Do (ubkt-khoi) nêu; meeting-2024-11-29.</p>"), known)
    assert rules(found) == ["raw-id", "raw-id"]


def test_the_english_of_the_theme_is_seen(site: Site) -> None:
    assert {"Search", "Back to top", "Table of contents", "Initializing search"} <= english_of_theme()
    assert not english_of_theme() & {"en", "ltr", ""}
    assert {"Made with", "Skip to content"} <= english_of_theme()
    handed_over = '{"translations": {"x": "Type to start searching"}}'
    settings = f'<script id="__config" type="application/json">{handed_over}</script>'
    for body in ("<p> Search\n</p>", '<p aria-label="Back to top">x</p>', settings):
        assert rules(audit(site(body=body), ANYTHING)) == ["english-interface"]
    assert audit(site(body="<p>Search of the law</p>"), ANYTHING) == []
    assert audit(site(body='<p lang="en">Search</p>'), ANYTHING) == []


def figure(
    text: str, value: str, kind: str = "body", row: str = "", within: str = "", at: str = "body[0]"
) -> Ledger:
    """A ledger with one figure, shown at one place of the front page and once elsewhere."""
    places = (
        Place("/", f"#{row}" if row else at, kind, text, within),
        Place("/khac/", "x", "body", text),
    )
    terms = ("x/ky-luat/actual", value, "x/ky-luat", "Kỷ luật", "đảng viên", "published", "final", "", "", ())
    return Ledger((Entry(*terms, "data/results/x.yml:7", places),))


def data(text: str, value: str, identity: str = "x/ky-luat/actual") -> str:
    return f'<data value="{value}" data-figure="{identity}">{text}</data>'


def test_pages_and_figures_that_are_expected(site: Site) -> None:
    held = f'<table><tr id="f-1"><td><a href="#dau">{data("trên 4.300", "4300")}</a></td></tr></table>'
    pages = (ExpectedPage("/"), ExpectedPage("/tin/a/"), ExpectedPage("/404.html"))
    for ledger in (
        figure("trên 4.300", "4300", "cell", "f-1"),
        figure("trên\u00a04.300", "4300"),
        figure("trên 4.300", "4300"),
    ):
        assert audit(site(body=held), Expectations(pages=pages, ledger=ledger)) == []


@pytest.mark.parametrize(
    ("ledger", "rule"),
    [
        (figure("22", "22", "cell", "f-1"), "figure-missing"),
        (figure("22", "22", "cell", "f-9"), "figure-missing"),
        (figure("22", "23"), "figure-disagrees"),
        (figure("2", "22"), "figure-disagrees"),
        (figure("22", "22", "description", within="Mô tả: có 22 đảng viên"), "figure-disagrees"),
        (figure("22", "22", "alt", within="22 đảng viên"), "figure-disagrees"),
        (Ledger(), "figure-unknown"),
    ],
)
def test_a_figure_that_is_not_shown_as_the_ledger_says_is_missed(
    site: Site, ledger: Ledger, rule: str
) -> None:
    body = f'<table><tr id="f-1"><td>9</td></tr></table>{data("22", "22")}'
    found = audit(site(body=body), Expectations(ledger=ledger))
    assert rule in rules(found)
    if ledger.entries:
        assert any("data/results/x.yml:7" in said.translated(str) for said in found[0].evidence)


def test_figures_must_be_shown_as_often_as_the_ledger_says(site: Site) -> None:
    [entry] = figure("22", "22").entries
    twice = Ledger((replace(entry, places=(entry.places[0], replace(entry.places[0], kind="lead"))),))
    assert rules(audit(site(body=data("22", "22")), Expectations(ledger=twice))) == ["figure-missing"]
    assert audit(site(body=data("22", "22") * 2), Expectations(ledger=twice)) == []


def test_a_figure_that_no_page_shows_is_missed(site: Site) -> None:
    [entry] = figure("22", "22").entries
    nowhere = Expectations(ledger=Ledger((replace(entry, places=()),)))
    assert rules(audit(site(), nowhere)) == ["figure-nowhere"]


def test_a_wrong_figure_is_told_at_its_element_with_another_place_and_its_record(site: Site) -> None:
    [entry] = figure("22", "22").entries
    twice = Ledger(
        (replace(entry, places=(*entry.places, replace(entry.places[0], at="lead", kind="lead"))),)
    )
    body = f"\n{data('22', '22')}\n <b>{data('23', '22')}</b>"
    [problem] = audit(site(body=body), Expectations(ledger=twice))
    assert (problem.rule, problem.location.line, problem.location.column) == ("figure-disagrees", 9, 5)
    assert problem.message.translated(str) == "the figure x/ky-luat should be 22 here, but the page says: 23"
    assert [said.translated(str) for said in problem.evidence] == [
        "at /khac/ (x) it is 22",
        "it is written in data/results/x.yml:7",
    ]


def test_the_data_for_search_engines_say_what_was_composed(site: Site) -> None:
    right = '{"headline":"Bài","author":{"name":"A"},"correction":[{"text":"Cũ"}]}'
    pages = (ExpectedPage("/", structured=(right,)),)

    def found(*data: str) -> list[str]:
        head = "".join(f'<script type="application/ld+json">{text}</script>' for text in data)
        return rules(audit(site(head=head), Expectations(pages=pages)))

    assert found(right) == found(right.replace(",", ", ")) == []
    wrong = (right.replace("Bài", "Bài 2"), right.replace("Cũ", "Mới"), right.replace("}]", ',"b":1}]'))
    assert [found(text) for text in wrong] == [["structured-data"]] * 3
    assert found() == found("{") == ["structured-data"] * 3
    assert set(found(right, wrong[0])) == {"structured-data"}
    assert audit(site(head=""), ANYTHING) == []


def test_figures_in_the_data_for_search_engines_are_told_with_their_record(site: Site) -> None:
    text = "Kỷ luật 22 đảng viên"
    ledger = figure("22", "22", "structured", within=text, at="NewsArticle.headline")
    right = f'{{"@type":"NewsArticle","headline":"{text}","about":"{text}"}}'
    wrong = right.replace("22", "23", 1)
    pages = (ExpectedPage("/", structured=(right,)),)
    head = f'<script type="application/ld+json">{wrong}</script>'
    [problem] = audit(site(head=head), Expectations(pages=pages, ledger=ledger))
    assert problem.rule == "figure-disagrees"
    assert [said.translated(str) for said in problem.evidence] == [
        "at /khac/ (x) it is 22",
        "it is written in data/results/x.yml:7",
    ]


SHARED = '<meta property="og:title" content="{}"><meta property="og:description" content="{}">'


def test_what_is_shared_of_a_page_is_what_the_page_says(site: Site) -> None:
    title, description = "Trang đầu", "Mô tả: Trang đầu"
    assert audit(site(head=SHARED.format(title, description)), ANYTHING) == []
    assert rules(audit(site(head=SHARED.format("Trang", description)), ANYTHING)) == ["shared-text"]
    assert rules(audit(site(head=SHARED.format(title, "")), ANYTHING)) == ["shared-text"]
    wanted = Expectations(pages=(ExpectedPage("/", shared={"article:published_time": "2026-11-22"}),))
    published = SHARED.format(title, description) + '<meta property="article:published_time" content="{}">'
    assert audit(site(head=published.format("2026-11-22")), wanted) == []
    assert rules(audit(site(head=published.format("2026-11-23")), wanted)) == ["shared-text"]
    assert audit(site(), wanted) == []


def test_figures_in_what_is_shared_of_a_page_are_told_with_their_record(site: Site) -> None:
    ledger = figure("22", "22", "title", within="22 đảng viên")
    title = "22 đảng viên – Bản tin"
    text = page(title).replace(f"Mô tả: {title}", "Mô tả")
    right = text.replace("</head>", SHARED.format("22 đảng viên", "Mô tả") + "</head>")
    assert audit(site({"index.html": right}), Expectations(ledger=ledger)) == []
    wrong = right.replace('content="22', 'content="23')
    [problem] = audit(site({"index.html": wrong}), Expectations(ledger=ledger))
    assert (problem.rule, len(problem.evidence)) == ("figure-disagrees", 2)


def test_a_page_that_is_not_there_is_missed(site: Site) -> None:
    found = audit(site(), Expectations(pages=(ExpectedPage("/tin/2024/11/phien/"),)))
    assert [(problem.rule, problem.location.file) for problem in found] == [
        ("no-page", "site/tin/2024/11/phien/index.html")
    ]


def test_a_site_without_pages_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    assert rules(audit(tmp_path / "site", ANYTHING)) == ["no-page"]
    assert rules(audit(tmp_path / "nowhere", ANYTHING)) == ["no-page"]


def test_problems_stand_at_their_place(site: Site) -> None:
    found = audit(site(body='\n  <a href="tin/b/?a=1&amp;b=2">x</a>'), ANYTHING)
    assert [(p.location.file, p.location.line, p.location.column, p.location.length) for p in found] == [
        ("site/index.html", 8, 12, 18)
    ]


def test_what_is_wrong_on_every_page_is_told_once(site: Site) -> None:
    pages = {f"tin/{name}/index.html": page(f"Bài {name}", "<p>Search</p>", depth=2) for name in "bcdefghi"}
    found = audit(site(pages), ANYTHING)
    assert rules(found) == ["english-interface"]
    said = found[0].evidence[0].translated(str)
    assert said.startswith("and in other files too (7): tin/c/index.html") and said.endswith("…")
