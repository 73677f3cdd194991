"""Programs that know the types of schema.org take the data of every kind of page without complaint."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from tests.structured_data import complaints, data_of


@pytest.mark.slow
@pytest.mark.browser
def test_the_types_of_schema_org_take_the_data_of_every_page(
    sites: list[Path], addressed_site: Path, tmp_path: Path
) -> None:
    lines = [line for site in (*sites, addressed_site) for _, line in data_of(site)]
    assert complaints(lines, tmp_path) == []
    kinds = Counter(json.loads(line)["@type"] for line in lines)
    assert kinds.keys() == {
        "NewsArticle",
        "Dataset",
        "DataCatalog",
        "BreadcrumbList",
        "WebSite",
        "ItemList",
    }
    assert any('"CorrectionComment"' in line for line in lines)
    assert any('"@type":"DataDownload"' in line and '"includedInDataCatalog"' in line for line in lines)
    assert any('"about":{"@type":"Event"' in line for line in lines)


@pytest.mark.slow
@pytest.mark.browser
def test_what_the_types_do_not_know_is_refused(tmp_path: Path) -> None:
    right = '{"@context":"https://schema.org","@type":"Event","name":"Kỳ họp","startDate":"2026-11-22"}'
    wrong = (
        right.replace("startDate", "startsOn"),
        right.replace('"Kỳ họp"', '{"@type":"Place"}'),
        right.replace("https://schema.org", "https://schema.example"),
    )
    told = complaints([right, *wrong], tmp_path)
    assert [line.partition("(")[2][0] for line in told if line.startswith("pages.ts(")] == ["3", "4", "5"]
