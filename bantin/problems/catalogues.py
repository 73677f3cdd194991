"""The languages the program speaks: gettext catalogues, read as they stand and kept in step with the code.

``python -m bantin.problems.catalogues`` (``make catalogues``) collects every sentence said in the code
and writes it into the catalogues: translations are kept, a reworded sentence keeps its old translation
marked ``fuzzy`` until someone has looked at it, and sentences no longer said go. Translating is filling
in ``msgstr`` in ``catalogues/vi/LC_MESSAGES/*.po`` and taking ``fuzzy`` marks away; English is generated.

Babel keeps the catalogues; it is loaded for that alone. A command that speaks reads of them what it says.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

LANGUAGES = ("vi", "en")
"""The languages there are catalogues for, the usual one first."""

FOLDER = Path(__file__).parent / "catalogues"


@dataclass(frozen=True, slots=True)
class Domain:
    """Sentences kept in one catalogue: its name, the package that says them, and by which functions.

    keywords: the functions, each with the positions of its sentence (and of the plural after it).
    """

    name: str
    package: str
    keywords: Mapping[str, tuple[int, ...]]

    def source(self) -> Path:
        """The folder of the package."""
        found = find_spec(self.package)
        if found is None or found.origin is None:
            raise ModuleNotFoundError(self.package)
        return Path(found.origin).parent

    def file(self, language: str) -> Path:
        """The catalogue of a language."""
        return FOLDER / language / "LC_MESSAGES" / f"{self.name}.po"


BANTIN = Domain("bantin", "bantin", {"say": (1,), "say_count": (1, 2)})
CLICK = Domain("click", "click", {"_": (1,), "ngettext": (1, 2)})
"""What the library of the command line says: its own catalogues do not exist, so ours are here."""

DOMAINS = (BANTIN, CLICK)


@dataclass(frozen=True, slots=True)
class Translator:
    """Puts the sentences of one domain into one language; reads the catalogue when first asked."""

    language: str
    domain: Domain = BANTIN

    def __call__(self, sentence: str) -> str:
        return self._forms(sentence, (sentence,))[0]

    def counted(self, one: str, many: str, count: int) -> str:
        """The sentence for ``count`` things; a language has one form here, or two as English."""
        forms = self._forms(one, (one, many))
        return forms[0 if count == 1 else -1]

    def _forms(self, sentence: str, english: Sequence[str]) -> Sequence[str]:
        return _translations(self.domain.file(self.language)).get(sentence, english)


def translator(language: str) -> Translator:
    """Puts messages into ``language``, one of LANGUAGES; what is not translated stays English."""
    return Translator(language)


def read(language: str, domain: Domain = BANTIN) -> Catalog:
    """The catalogue as it stands in its file; an empty one where there is none yet."""
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import read_po

    file = domain.file(language)
    if not file.exists():
        return Catalog(locale=language)
    with file.open("rb") as stream:
        return read_po(stream, locale=language)


def said(domain: Domain = BANTIN) -> Catalog:
    """Every sentence said in the code of the domain, with the files it is said in."""
    from babel.messages.catalog import Catalog
    from babel.messages.extract import extract_from_dir

    sentences = Catalog()
    source = domain.source()
    found = extract_from_dir(source, [("**.py", "python")], keywords=domain.keywords)
    for file, line, sentence, _, _ in found:
        sentences.add(sentence, locations=[(f"{domain.package}/{file}", line)])
    return sentences


def in_step(language: str, domain: Domain = BANTIN) -> str:
    """The text of the catalogue of ``language``, with all sentences now said in the code and no others."""
    from babel.messages.pofile import write_po

    catalogue = read(language, domain)
    catalogue.update(said(domain))
    for message in catalogue:
        # An update keeps the marks of the sentence before; a copy has those that hold for this one.
        message.flags = message.clone().flags
    if language == "en":
        for message in catalogue:
            message.string = message.id
            message.flags.discard("fuzzy")
    written = BytesIO()
    write_po(
        written,
        catalogue,
        width=-1,
        omit_header=True,
        sort_output=True,
        ignore_obsolete=True,
        include_lineno=False,
    )
    return _header(catalogue) + "\n" + written.getvalue().decode().strip("\n") + "\n"


def _header(catalogue: Catalog) -> str:
    """What gettext must know of a catalogue, without the hour of its making and its maker."""
    return (
        'msgid ""\nmsgstr ""\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n'
        f'"Language: {catalogue.locale_identifier}\\n"\n'
        f'"Plural-Forms: {catalogue.plural_forms}\\n"\n'
    )


_ENTRY = re.compile(
    r'^(#, .*\n)?msgid ((?:".*"\n)+)(?:msgid_plural (?:".*"\n)+)?((?:msgstr.*\n(?:".*"\n)*)+)', re.MULTILINE
)
_FORM = re.compile(r'^msgstr(?:\[\d\])? ((?:".*"\n)+)', re.MULTILINE)


@cache
def _translations(file: Path) -> Mapping[str, Sequence[str]]:
    """The translation of each sentence, in all its plural forms, by its singular; only what someone has
    looked at. Reads files as ``in_step`` writes them."""
    found = {}
    for flags, sentence, forms in _ENTRY.findall(file.read_text(encoding="utf-8") + "\n"):
        translations = [_text(form) for form in _FORM.findall(forms)]
        if "fuzzy" not in flags and all(translations):
            found[_text(sentence)] = translations
    return found


def _text(quoted: str) -> str:
    """The text of one or several lines in quotes; they escape what JSON escapes, and alike."""
    return "".join(map(json.loads, quoted.rstrip("\n").split("\n")))


def waiting(language: str, domain: Domain = BANTIN) -> list[str]:
    """The sentences whose translation is missing, or marked ``fuzzy`` because nobody has looked at it."""
    return [
        _forms(message.id)[0]
        for message in read(language, domain)
        if message.id and (message.fuzzy or not all(_forms(message.string)))
    ]


def _forms(text: str | Sequence[str] | None) -> Sequence[str]:
    """The singular, and the plurals where there are any."""
    return (text,) if isinstance(text, str) else text or ("",)


def update() -> None:
    """Write all catalogues anew, in step with the code, and print what waits for a translation."""
    for domain in DOMAINS:
        for language in LANGUAGES:
            file = domain.file(language)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(in_step(language, domain), encoding="utf-8", newline="\n")
            for sentence in waiting(language, domain):
                print(f"{file}: to translate: {sentence}")


if __name__ == "__main__":
    update()
