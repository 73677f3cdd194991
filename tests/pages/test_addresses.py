from __future__ import annotations

import posixpath
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.pages.addresses import hand_written_file, link, page_file, relative

NAMES = st.lists(st.sampled_from(["tin", "2024", "11", "so-lieu", "x"]), max_size=5)
PAGES = NAMES.map(lambda names: "/" + "".join(f"{name}/" for name in names))


@given(PAGES, PAGES, st.sampled_from(["", "#f", "#nguon-1"]), st.sampled_from(["", "/mau", "/a/b"]))
def test_a_relative_link_leads_there_below_any_path(here: str, there: str, mark: str, below: str) -> None:
    host = "https://a.vn"
    assert urljoin(f"{host}{below}{here}", relative(here, there + mark)) == f"{host}{below}{there}{mark}"


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        ("/tin/2024/11/x/", "/so-lieu/2019/#f", "../../../../so-lieu/2019/#f"),
        ("/so-lieu/2019/", "/so-lieu/2019/#f", "#f"),
        ("/", "/", "./"),
        ("/tin/", "/", "../"),
        ("/tin/2024/", "/anh/a.jpg", "../../anh/a.jpg"),
    ],
)
def test_relative_links(here: str, there: str, expected: str) -> None:
    assert relative(here, there) == expected


def test_links_out_of_the_site_stay_and_unsafe_ones_go() -> None:
    assert link("/tin/", "https://a.vn/b?c=1&d=2") == "https://a.vn/b?c=1&amp;d=2"
    assert link("/tin/", "javascript:alert(1)") == ""
    assert link("/tin/", "") == ""


def test_files_of_pages() -> None:
    assert page_file("/") == "index.md"
    assert page_file("/tin/2024/11/x/") == "tin/2024/11/x/index.md"
    assert hand_written_file("/lien-he/") == "lien-he.md"
    assert posixpath.dirname(page_file("/so-lieu/2019/")) == "so-lieu/2019"
