"""The audit holds the map of the site to its pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bantin.problems import Problem
from bantin.site import Expectations, audit

ADDRESS = "https://tin.example.vn/ban-tin"
PAGE = """\
<!doctype html><html lang="vi"><head><title>{name}</title>
<meta name="description" content="{name}">{head}</head>
<body><h1>{name}</h1></body></html>
"""
NOINDEX = '<meta name="robots" content="noindex">'
PAGES = {
    "index.html": PAGE.format(name="Trang đầu", head=""),
    "tin/a&b/index.html": PAGE.format(name="Tin", head=""),
    "tin/cu/index.html": PAGE.format(name="Bản cũ", head=NOINDEX),
    "404.html": PAGE.format(name="Không có", head=""),
}


def mapped(*paths: str) -> str:
    return "".join(f"<url><loc>{ADDRESS}/{path}</loc></url>\n" for path in paths)


SOUND = mapped("", "tin/a&amp;b/")

Audited = Callable[..., list[Problem]]


@pytest.fixture
def audited(tmp_path: Path) -> Audited:
    """Audits a site with these maps, which are what was composed."""

    def auditing(address: str = ADDRESS, **maps: str) -> list[Problem]:
        named = {f"{name.replace('_', '-')}.xml": text for name, text in maps.items()}
        for path, text in {**PAGES, **named}.items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text, "utf-8")
        files = {path: text.encode() for path, text in named.items()}
        return audit(tmp_path, Expectations(address=address, files=files))

    return auditing


def test_a_map_of_all_pages_that_may_be_found_is_sound(audited: Audited) -> None:
    assert audited(sitemap=SOUND) == []
    assert audited(sitemap=mapped("sitemap-1.xml", "sitemap-2.xml"), sitemap_1=mapped(""),
                   sitemap_2=mapped("tin/a&amp;b/")) == []  # fmt: skip


def test_without_a_map_there_is_nothing_to_hold_to_it(audited: Audited) -> None:
    assert audited(address="") == []


def test_a_page_that_the_map_leaves_out_is_told(audited: Audited) -> None:
    [problem] = audited(sitemap=mapped("tin/a&amp;b/"))
    assert (problem.rule, problem.location.file) == ("not-in-the-map", "site/index.html")


@pytest.mark.parametrize("wrong", ["tin/cu/", "404.html", "tin/khong-co/", "sitemap"])
def test_what_is_no_page_to_be_found_is_told(audited: Audited, wrong: str) -> None:
    [problem] = audited(sitemap=SOUND + mapped(wrong))
    assert (problem.rule, problem.location.file) == ("map-names-no-page", "site/sitemap.xml")


def test_an_address_of_another_site_is_told(audited: Audited) -> None:
    problems = audited(sitemap=SOUND.replace("tin.example.vn", "khac.example.vn"))
    assert {problem.rule for problem in problems} == {"not-in-the-map", "map-names-no-page"}
