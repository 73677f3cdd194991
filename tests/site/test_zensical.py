from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bantin.problems import Location
from bantin.site import Engine, article_texts, build
from bantin.site.zensical import complaints
from tests.site.sample import PAGES, Compose


@pytest.mark.slow
def test_both_engines_give_the_same_pages_with_the_same_text(tmp_path: Path, compose: Compose) -> None:
    texts = []
    site_map = b"<urlset><!-- as it was composed --></urlset>\n"
    for engine in Engine:
        compose(tmp_path / engine / "pages", files={"sitemap.xml": site_map})
        built = build(tmp_path / engine / "pages", tmp_path / engine / "site", engine)
        assert built.problems == ()
        texts.append(article_texts(built.path))
        assert (built.path / "sitemap.xml").read_bytes() == site_map
    assert texts[0] == texts[1]
    assert sorted(texts[0]) == ["404.html", "index.html", "tin/2024/11/phien/index.html"]
    assert "Kiểm tra trên 4.300 đảng viên." in texts[0]["tin/2024/11/phien/index.html"]


@pytest.mark.slow
def test_texts_that_differ_are_seen(tmp_path: Path, compose: Compose) -> None:
    compose(tmp_path / "a", pages=PAGES)
    compose(tmp_path / "b", pages=PAGES | {"index.md": PAGES["index.md"].replace("người", "tổ chức")})
    first, second = (build(tmp_path / name, tmp_path / f"site-{name}").path for name in "ab")
    assert {
        page for page in article_texts(first) if article_texts(first)[page] != article_texts(second)[page]
    } == {"index.html"}


def test_complaints_are_read_without_their_colours() -> None:
    text = (
        "\x1b[33mWarning:\x1b[0m page does not exist\n   \x1b[38;5;246m╭─[ tin/x.md:3:11 ]\x1b[0m\n"
        "Error: bad front matter\n    ╭─[ index.md:10:1 ]\n"
    )
    found = complaints(text)
    assert [(p.location, p.message.gaps) for p in found] == [
        (Location("tin/x.md", 3, 11), (("text", "page does not exist"),)),
        (Location("index.md", 10, 1), (("text", "bad front matter"),)),
    ]


def test_a_failure_it_does_not_explain_is_a_problem_all_the_same() -> None:
    assert complaints("")[0].rule == "site-builder"
    assert complaints("thread panicked\n\n")[0].message.gaps == (("reason", "thread panicked"),)


def test_an_engine_that_is_not_installed_is_a_problem(
    tmp_path: Path, compose: Compose, monkeypatch: pytest.MonkeyPatch
) -> None:
    compose(tmp_path / "pages")
    monkeypatch.setitem(sys.modules, "zensical", None)
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    built = build(tmp_path / "pages", tmp_path / "site", Engine.ZENSICAL)
    assert [problem.rule for problem in built.problems] == ["no-engine"]
