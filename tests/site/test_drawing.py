"""Pages that are drawn without MkDocs are those that MkDocs would draw, to the byte."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jinja2
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jinja2 import nodes
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from bantin.pages.escape import quoted
from bantin.site import THEME, Configuration, build, samples, write_folder
from bantin.site.drawing import Drawing, is_certain
from bantin.site.samples import AS_IT_IS, COMPARED

BASE = (Path(__file__).parents[2] / "mkdocs.yml").read_text("utf-8")

LINKS = [
    {"address": "/", "path": ".", "text": "Tin"},
    {"address": "/so-lieu/", "path": "so-lieu/", "text": "Số & liệu"},
]
FOOT = [
    {"address": "/gioi-thieu/ai/", "path": "gioi-thieu/ai/", "text": "Ai <viết>", "language": ""},
    {"address": "/english/", "path": "english/", "text": "English", "language": "en"},
    {"address": "", "path": "", "text": "Không dẫn"},
]
FRAME = {
    "name": "Bản tin “Sông Lam” & bạn", "parent": "Khối <1>", "licence_text": "CC",
    "licence_path": "giay-phep/", "contact": ["Phố 'A'"], "editor": "Bà B", "visitors": False,
    "header_links": LINKS, "footer_links": FOOT,
    "feed_path": "tin.xml", "feed_title": "Tin mới",
}  # fmt: skip

PAGES = {
    "index.md": '---\ntitle: "Đầu"\n---\n<p>Đầu</p>\n',
    "tin/2024/x/index.md": '---\ntitle: "Bài & tin"\nkind: article\n---\n<p>Lời</p>\n',
    "lien-he.md": "# Liên hệ\n\n[bài](tin/2024/x/index.md)\n",
}


def compose(folder: Path, theme: Path = THEME, base: str = BASE, **changed: Any) -> Path:
    """A composed folder with three pages and our theme, or another."""
    settings = {"address": "https://tin.example.vn/ban-tin/", "nav": (("Tin", "index.md"),), **changed}
    extra = {"frame": FRAME, "policy": "default-src 'self'", "card": "https://x.vn/a.png"}
    about = Configuration(**{"name": "Tin <Lam>", "description": "Tin", "extra": extra, **settings})
    assert write_folder(folder, about, base=base, pages=PAGES, files={}, theme=theme) == []
    return folder


def settings_of(folder: Path) -> MkDocsConfig:
    logging.getLogger("mkdocs").setLevel(logging.CRITICAL)
    return load_config(str(folder / "mkdocs.yml"), strict=False)


class MkDocs:
    """MkDocs itself, drawing one page at a time."""

    def __init__(self, config: MkDocsConfig) -> None:
        self.config = config
        self.template = config.theme.get_env().get_template("main.html")

    def html(self, path: str, text: str) -> str:
        """One page as MkDocs reads, converts and draws it."""
        file = File(path, None, self.config.site_dir, use_directory_urls=True)
        file.content_string = text
        page = Page(None, file, self.config)
        page.read_source(self.config)
        page.render(self.config, Files([file]))
        return self.template.render(get_context(Navigation([], []), Files([]), self.config, page))


def page_with(meta: Mapping[str, str | list[str]], content: str = "<p>Lời</p>") -> str:
    lines = []
    for name, value in meta.items():
        if isinstance(value, list):
            lines += [f"{name}:", *(f"  - {quoted(text)}" for text in value)]
        else:
            lines.append(f"{name}: {quoted(value)}")
    return "\n".join(["---", *lines, "---", content, ""])


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> MkDocsConfig:
    return settings_of(compose(tmp_path_factory.mktemp("drawing") / "pages"))


@pytest.fixture(scope="module")
def mkdocs(config: MkDocsConfig) -> MkDocs:
    return MkDocs(config)


@pytest.fixture(scope="module")
def drawing(config: MkDocsConfig) -> Drawing:
    return Drawing(config)


NASTY = [
    "", "Tin", "a & b &amp; <b>đậm</b> \"ngoặc\" 'đơn'", "</script><script>alert(1)</script>",
    "{{ config }} {% if %}", "  Bản<&'Tin\"0>  ", "Bản<&'Tin\"1>", "trang-mau-0", "😀 e\u0302\u0301",
    "\\u0041 \\x \\", "../../x", "/x", "#x", "no", "https://x.vn/?a=1&b=\"2\"", "so-lieu/2024/", "so-lieu/",
    "article", "front", "en", "a" * 20_000, "\x85\u2028\xa0\ufeff", "tin/2024/", ".", "4.300", "---",
    "%s %(x)s {0}", "page.content", "None", "x\\y",
]  # fmt: skip

KEYS = [
    "title", "description", "kind", "section", "robots", "redirect", "language", "published", "changed",
    "bodies", "card", "card_alt", "feed", "feed_title", "day", "mark", "khac",
]  # fmt: skip

PATHS = [
    "tin/2024/11/x/index.md", "so-lieu/index.md", "so-lieu/2024/index.md", "so-lieu/2024/a/index.md",
    "x/index.md", "gioi-thieu/index.md", "gioi-thieu/ai/index.md", "gioi-thieu/ai/x/index.md",
    "gioi-thieu/khac/index.md", "trang-mau-0/index.md", "english/index.md", "assets/x/index.md",
]  # fmt: skip

TEXTS = st.one_of(st.sampled_from(NASTY), st.text(max_size=30))
CONTENTS = [
    "<p>Lời</p>", "", "Lời *nghiêng*", "## Đề { #a }\n\n- một\n- hai", "  Bản<&'Tin\"0>  ",
    "<p>{{ x }} Bản<&'Tin\"0></p>",
]  # fmt: skip


@given(
    st.sampled_from(PATHS),
    st.dictionaries(st.sampled_from(KEYS), TEXTS),
    st.none() | st.lists(TEXTS, min_size=1, max_size=3),
    st.sampled_from(CONTENTS),
)
@example(
    PATHS[0],
    {"title": "<b>", "redirect": "so-lieu/2024/", "feed": "tin/2024/a.xml", "feed_title": "'"},
    None,
    "",
)
@example(PATHS[4], {"title": "<b>", "robots": "noindex", "card": "x", "card_alt": '"'}, ["", "</", ""], "")
def test_whatever_the_values_are_the_page_is_that_of_mkdocs(
    mkdocs: MkDocs,
    drawing: Drawing,
    path: str,
    meta: dict[str, str],
    structured: list[str] | None,
    content: str,
) -> None:
    text = page_with({**meta, **({"structured": structured} if structured else {})}, content)
    found = drawing.html(path, text)
    assert found is None or found == mkdocs.html(path, text)


@given(st.sampled_from(PATHS), st.text(st.characters(categories=["L", "N", "P"]), min_size=1))
def test_a_page_as_we_write_it_needs_no_mkdocs(
    mkdocs: MkDocs, drawing: Drawing, path: str, words: str
) -> None:
    text = page_with({"title": words, "kind": "article", "bodies": words, "structured": [words]})
    assert drawing.html(path, text) == mkdocs.html(path, text)


LEFT_TO_MKDOCS = {
    "index.md": PAGES["tin/2024/x/index.md"],
    "lien-he.md": PAGES["tin/2024/x/index.md"],
    "tin/a b/index.md": PAGES["tin/2024/x/index.md"],
    "tin/a/index.md": "# Không có gì ở đầu\n",
    "tin/b/index.md": page_with({"title": "x", "template": "404.html"}),
    "tin/c/index.md": page_with({"description": "không có tên"}),
    "tin/d/index.md": page_with({"title": ""}),
    "tin/e/index.md": page_with({"title": "x"}, "[dẫn](../index.md)"),
}


@pytest.mark.parametrize("path", LEFT_TO_MKDOCS)
def test_what_is_not_certain_is_left_to_mkdocs(drawing: Drawing, path: str) -> None:
    assert drawing.html(path, LEFT_TO_MKDOCS[path]) is None


SNIPPETS = [
    '{% if meta.title == "x" %}a{% endif %}',
    '{% if "x" == meta.title %}a{% endif %}',
    "{% if meta.title != page.url %}a{% endif %}",
    '{% if meta.title in ["x"] %}a{% endif %}',
    '{% if meta.title in {"x": 1} %}a{% endif %}',
    '{% if "x" in meta.title %}a{% endif %}',
    '{% if meta.title < "x" %}a{% endif %}',
    "{% if meta.title | length > 34 %}a{% endif %}",
    "{% if meta.title is string %}a{% endif %}",
    '{% if meta.title is eq("x") %}a{% endif %}',
    "{{ meta.title }}",
    "{{ meta.title | upper | e }}",
    "{{ meta.title | trim | e }}",
    '{{ meta.title | replace("x", "y") | e }}',
    "{{ meta.title | e | upper }}",
    "{{ meta.title | e | url }}",
    "{{ meta.title | url | url | e }}",
    "{{ meta.title | url }}",
    '{{ meta.title ~ "x" }}',
    '{{ "%s" % meta.title }}',
    "{{ meta.title[0] }}",
    "{{ meta.title.upper() }}",
    "{{ meta.title + 'x' }}",
    "{% for letter in meta.title %}{{ letter }}{% endfor %}",
    "{% for line in meta.structured %}{{ line | trim }}{% endfor %}",
    '{{ meta.structured | join(", ") }}',
    "{{ meta.structured | length }}",
    '{% if page.content == "" %}a{% endif %}',
    "{% if page.content | length > 10 %}a{% endif %}",
    "{{ page.content | upper }}",
    "{{ page.title | e }}",
    "{{ page.toc }}",
    "{{ page.url }}",
    "{{ page }}",
    "{% for one in nav %}{{ one }}{% endfor %}",
    "{{ pages | length }}",
    '{% if page.canonical_url == "x" %}a{% endif %}',
    "{{ nothing.at.all }}",
]
"""What a theme could do with what differs from page to page, besides printing it."""

PRINTING = [
    "{{ meta.title | e }}",
    "{{ meta.title | escape }}",
    "{{ meta.title | url | e }}",
    "{{ meta.day or meta.title | e }}",
    "{% for line in meta.structured %}{{ line }}{{ line | e }}{{ loop.index }}{% endfor %}",
    '{% if page.url == "tin/2024/x/" %}here{% endif %}{% if page.url != "tin/2024/y/" %}not there{% endif %}',
    "{% set kind = meta.kind %}{{ kind | upper }}{{ kind | length }}",
    "{{ page.canonical_url | e }}{{ base_url }}{{ 'tin/2024/x/a.png' | url }}",
    "  Bản<&'Tin\"",
]
"""What can be seen to be printed, or to belong to the shape of a page."""


def with_snippet(folder: Path, snippet: str) -> MkDocsConfig:
    """The settings of a folder whose theme does something more in each page."""
    config = settings_of(compose(folder / "pages"))
    template = folder / "pages" / "theme" / "main.html"
    told = template.read_text("utf-8").replace(
        "{{ page.content }}", "{{ page.content }}{% set meta = page.meta %}" + snippet
    )
    template.write_text(told, "utf-8")
    return config


ONE = page_with({"title": "x", "kind": "article", "structured": ["a ", "b"]})


@pytest.mark.parametrize("snippet", SNIPPETS)
def test_a_theme_that_does_more_than_print_is_noticed(tmp_path: Path, snippet: str) -> None:
    assert Drawing(with_snippet(tmp_path, snippet)).html("tin/2024/x/index.md", ONE) is None


@pytest.mark.parametrize("snippet", PRINTING)
def test_a_theme_may_print_what_it_likes(tmp_path: Path, snippet: str) -> None:
    config = with_snippet(tmp_path, snippet)
    drawing, mkdocs = Drawing(config), MkDocs(config)
    assert drawing.html("tin/2024/z/index.md", ONE) == mkdocs.html("tin/2024/z/index.md", ONE)
    for path in ("tin/2024/x/index.md", "tin/2024/y/index.md", "tin/2024/w/index.md"):
        assert drawing.html(path, ONE) in (None, mkdocs.html(path, ONE))


def test_text_of_the_site_that_looks_like_a_hole_is_noticed(tmp_path: Path) -> None:
    config = with_snippet(tmp_path, "  Bản<&'Tin\"0>  ")
    assert Drawing(config).html("tin/x/index.md", ONE) is None


@pytest.mark.parametrize("name", sorted(COMPARED | AS_IT_IS))
def test_each_value_that_is_said_to_be_compared_or_printed_as_it_is_is(
    config: MkDocsConfig, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    meta: dict[str, str | list[str]] = {"title": "x", "kind": "article", "section": "/", "language": "en"}
    meta["structured"] = ["x"]
    assert Drawing(config).html("tin/x/index.md", page_with(meta)) is not None
    monkeypatch.setattr(samples, "COMPARED", COMPARED - {name})
    monkeypatch.setattr(samples, "AS_IT_IS", AS_IT_IS - {name})
    assert Drawing(config).html("tin/x/index.md", page_with(meta)) is None


BUILT_UP = (
    nodes.Concat, nodes.AssignBlock, nodes.FilterBlock, nodes.Macro, nodes.CallBlock, nodes.Include,
    nodes.Import, nodes.FromImport, nodes.Mod, nodes.Add, nodes.Call,
)  # fmt: skip


@pytest.mark.parametrize("name", ["main.html", "base.html", "404.html"])
def test_the_theme_builds_nothing_of_texts_before_it_prints_them(name: str) -> None:
    """What is built of them could be measured or compared, and no hole would show it."""
    template = jinja2.Environment().parse((THEME / name).read_text("utf-8"))
    assert list(template.find_all(BUILT_UP)) == []


@pytest.mark.parametrize(
    "change",
    [
        {"base": BASE.replace("plugins: []", "plugins: [search]")},
        {"base": BASE.replace("use_directory_urls: true", "").replace("strict", "hooks: [hook.py]\nstrict")},
        {"base": BASE.replace("- attr_list", "- attr_list\n  - footnotes")},
        {"base": BASE.replace("- attr_list", "")},
        {"base": BASE.replace("- attr_list", "- attr_list\n  - toc: {permalink: true}")},
        {"base": BASE.replace("anchors: ignore", "anchors: warn")},
        {"base": BASE.replace("font: false", "font: false\n  static_templates: [map.html]")},
        {"base": BASE + "extra_templates: [x.html]\n"},
        {"nav": ()},
    ],
    ids=str,
)
def test_a_build_with_something_unknown_is_left_to_mkdocs(tmp_path: Path, change: dict[str, Any]) -> None:
    assert is_certain(settings_of(compose(tmp_path / "known")))
    folder = compose(tmp_path / "pages", **change)
    (folder / "hook.py").touch()
    assert not is_certain(settings_of(folder))


def test_links_to_pages_that_were_drawn_are_right_and_their_problems_are_told(tmp_path: Path) -> None:
    built = build(compose(tmp_path / "pages"), tmp_path / "site")
    assert built.problems == ()
    assert '<a href="../tin/2024/x/">' in (tmp_path / "site/lien-he/index.html").read_text("utf-8")
    folder = compose(tmp_path / "broken")
    (folder / "docs/lien-he.md").write_text("[bài](tin/2024/y/index.md)", "utf-8")
    broken = build(folder, tmp_path / "no-site")
    assert [(one.rule, one.location.file) for one in broken.problems] == [("broken-link", "lien-he.md")]


def test_pages_that_are_drawn_count_as_read_and_built(tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    build(compose(tmp_path / "pages"), tmp_path / "site", progress=lambda done, of: steps.append((done, of)))
    assert steps == [(2, 6), (5, 6), (6, 6)]
