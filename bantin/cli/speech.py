"""The language of the command line, what click itself says included.

click takes its sentences from gettext's domain of the whole process, chosen by the environment and
read from compiled files. None of that is wanted here: the language is an option, and the catalogues
are not compiled. So the two functions that click's modules took from gettext are replaced in them.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from bantin.problems.catalogues import CLICK, LANGUAGES, Translator


def language_asked(arguments: Sequence[str]) -> str:
    """The language that the last ``--lang`` names, or the usual one.

    Looked for before anything is parsed, because a mistake in parsing is told in it.
    """
    asked = LANGUAGES[0]
    for argument, following in zip(arguments, [*arguments[1:], ""], strict=False):
        value = following if argument == "--lang" else argument.removeprefix("--lang=")
        if value != argument and value in LANGUAGES:
            asked = value
    return asked


def teach_click(language: str) -> None:
    """Make click say everything in ``language`` from now on."""
    translate = Translator(language, CLICK)
    for module in speaking_modules():
        for name, replacement in (("_", translate), ("ngettext", translate.counted)):
            if hasattr(module, name):
                setattr(module, name, replacement)


def speaking_modules() -> list[object]:
    """The modules of click that took ``_`` from gettext."""
    return [
        module
        for name, module in sorted(sys.modules.items())
        if name.startswith("click.") and hasattr(module, "_")
    ]
