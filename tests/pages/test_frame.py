from __future__ import annotations

import json
from dataclasses import replace

from bantin.compose.said import Link
from bantin.pages import frame_values
from tests.pages.sample import PUBLISHER


def test_the_frame_is_plain_values() -> None:
    values = frame_values(PUBLISHER)
    assert json.loads(json.dumps(values)) == values
    assert values["name"] == "Bản tin"
    assert values["header_links"][:2] == [  # type: ignore[index]  # a list, as the next test of JSON shows
        {"address": "/", "path": ".", "text": "Tin", "language": ""},
        {"address": "/so-lieu/", "path": "so-lieu/", "text": "Số liệu", "language": ""},
    ]


def test_unsafe_addresses_get_no_link() -> None:
    publisher = replace(
        PUBLISHER, licence_address="javascript:alert(1)", footer_links=(Link("//a.vn", "Xa"),)
    )
    values = frame_values(publisher)
    assert values["licence_path"] == ""
    assert values["footer_links"] == [{"address": "//a.vn", "path": "", "text": "Xa", "language": ""}]


def test_links_out_of_the_site_stay() -> None:
    assert frame_values(PUBLISHER)["licence_path"] == PUBLISHER.licence_address
