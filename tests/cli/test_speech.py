import gettext
from types import ModuleType

import click
import pytest

from bantin.cli.speech import language_asked, speaking_modules, teach_click


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        ("", "vi"),
        ("check", "vi"),
        ("--lang en check", "en"),
        ("check --lang=en", "en"),
        ("--lang en check --lang vi", "vi"),
        ("--lang de", "vi"),
        ("--lang", "vi"),
        ("en", "vi"),
        ("--out en", "vi"),
        ("--lang=en --lang=de", "en"),
    ],
)
def test_the_last_language_asked_for_counts(arguments: str, language: str) -> None:
    assert language_asked(arguments.split()) == language


def test_every_module_of_click_that_speaks_is_taught() -> None:
    names = {module.__name__ for module in speaking_modules() if isinstance(module, ModuleType)}
    speaking = ["core", "decorators", "exceptions", "formatting", "parser", "termui", "types"]
    assert names >= {f"click.{name}" for name in speaking}
    teach_click("vi")
    for module in speaking_modules():
        assert getattr(module, "_", None) is not gettext.gettext
        assert getattr(module, "ngettext", None) is not gettext.ngettext


def test_click_speaks_the_language_it_was_taught_last() -> None:
    teach_click("vi")
    assert click.exceptions.NoSuchOption("--x").message == "Không có tùy chọn '--x'."
    teach_click("en")
    assert click.exceptions.NoSuchOption("--x").message == "No such option '--x'."
