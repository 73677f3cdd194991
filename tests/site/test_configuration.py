from __future__ import annotations

from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from bantin.site import Configuration
from bantin.site.configuration import as_yaml, configuration_text


def read(text: str) -> Any:
    return yaml.safe_load(text)


@given(st.dictionaries(st.text(max_size=20), st.text() | st.integers() | st.booleans() | st.lists(st.text())))
def test_a_yaml_reader_takes_any_value_as_it_was(value: dict[str, object]) -> None:
    assert read(as_yaml(value)) == value


def test_text_that_yaml_would_fold_refuse_or_guess_at() -> None:
    texts = [
        "a\x85b",
        "a \u2028 b\u2029 c",
        "\ufeffa",
        "\x7f",
        "{{ x }}",
        "!ENV HOME",
        "no",
        "4.300",
        "🙂",
        "a: b #c",
    ]
    assert read(as_yaml(texts)) == texts


def test_what_the_engine_is_told() -> None:
    settings = read(
        configuration_text(
            Configuration(
                name="Bản tin: <b>",
                description="Mô tả",
                address="https://tin.example.vn/ban-tin/",
                nav=(("Trang đầu", "index.md"), ("Số liệu", "so-lieu/index.md")),
                extra={"frame": {"name": "Ủy ban"}},
            )
        )
    )
    assert settings["INHERIT"] == "base.yml"
    assert settings["site_name"] == "Bản tin: <b>"
    assert settings["site_url"] == "https://tin.example.vn/ban-tin/"
    assert settings["nav"] == [{"Trang đầu": "index.md"}, {"Số liệu": "so-lieu/index.md"}]
    assert settings["extra"] == {"frame": {"name": "Ủy ban"}}
    assert (settings["docs_dir"], settings["site_dir"], settings["strict"]) == ("docs", "site", True)


def test_an_unknown_address_is_left_out() -> None:
    assert "site_url" not in read(configuration_text(Configuration(name="a", description="b")))
