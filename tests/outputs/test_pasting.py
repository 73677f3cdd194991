"""The HTML to be pasted: its photos are found from wherever it is pasted, where the site has an address."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bantin.outputs.pasting import pasted
from tests.documents import case_named, composed


@pytest.mark.parametrize(
    ("site", "before"),
    [("https://tinhuy.example/ban-tin/", "https://tinhuy.example/ban-tin/anh/"), ("", "../../../../anh/")],
)
def test_photos_have_whole_addresses_where_the_site_has_one(tmp_path: Path, site: str, before: str) -> None:
    _, bulletins = composed(case_named("phien-btv"), tmp_path / "project")
    html = pasted(bulletins.articles[0], "img-src 'self'", site)[1].content.decode()
    sources = re.findall(r'<img src="([^"]+)"', html)
    assert len(sources) == 3 and all(source.startswith(before) for source in sources)
