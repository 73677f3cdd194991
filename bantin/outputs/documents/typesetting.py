"""Documents set by Typst as tagged PDF: data in, bytes out.

The typesetter sees its template, the typefaces of the package, the data of one document and the folder that
keeps the photos: no typeface of the machine, no clock, no package, no other file.
"""

from __future__ import annotations

from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from bantin.outputs.fonts import FONTS, font

if TYPE_CHECKING:
    from typst import Compiler

STANDARD: Final = "ua-1"
"""PDF/UA-1, ISO 14289-1: tagged throughout, every picture with its words, every letter with its meaning."""

_FOLDER = Path(__file__).parent
_NOWHERE = _FOLDER / "no-packages"


def is_installed() -> bool:
    """Whether Typst is there, which is an extra of the package; without loading it."""
    return find_spec("typst") is not None


class Typesetter:
    """Sets one document after the other; Typst lets no two threads work at once."""

    def __init__(self, compiler: Compiler) -> None:
        self._compiler = compiler

    def set(self, data: bytes) -> bytes:
        """The PDF of a document. Raises RuntimeError where Typst refuses it."""
        made = self._compiler.compile(
            _template(),
            format="pdf",
            sys_inputs={"data": data.decode()},
            pdf_standards=[STANDARD],
            timestamp=0,
        )
        assert isinstance(made, bytes)
        return made


def typesetter(photos: Path) -> Typesetter:
    """A typesetter that finds photos below this folder."""
    import typst  # 80 MB that most commands do without

    fonts = typst.Fonts(False, False, [_FOLDER.parent / "fonts"])
    packages: Any = {"package_path": _NOWHERE, "package_cache_path": _NOWHERE}
    compiler = typst.Compiler(None, photos if photos.is_dir() else _FOLDER, fonts, True, **packages)
    return Typesetter(compiler)


def made_of() -> tuple[str | bytes, ...]:
    """All that the bytes of a document depend on but its data and its photos."""
    return (version("typst"), STANDARD, _template(), *map(font, FONTS))


@cache
def _template() -> bytes:
    return (_FOLDER / "bulletin.typ").read_bytes()
