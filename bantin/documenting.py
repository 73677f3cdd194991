"""Documents of bulletins: set once, and kept (``bantin.kept``) by their data, photos and template."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path

from bantin.compose.said import Article, Bulletins, Photo
from bantin.dataset import Dataset
from bantin.dataset.records.settings import SiteSettings
from bantin.enclosing import Enclosed
from bantin.kept import Cache, name_of
from bantin.kept_photos import Done
from bantin.outputs import Output
from bantin.outputs.documents import (
    Document,
    Typesetter,
    document_path,
    documented,
    is_installed,
    made_of,
    typesetter,
)
from bantin.outputs.photos import Form, forms
from bantin.problems import Location, Problem, Severity, say
from bantin.site import Content
from bantin.site.trouble import trouble
from bantin.spread import OneMore, counted, spread

LABEL = "PDF"
_NAME = "bulletin.pdf"

Photos = Mapping[str, Content]
"""The files of photos by their path below the site, each where it is kept."""


def document_outputs(site: SiteSettings, bulletins: Bulletins) -> Iterator[Output]:
    """The documents that the settings ask for with the figures that they show, and nothing in them yet."""
    for article in bulletins.articles if site.documents.pdf else ():
        yield _output(article, documented(article, bulletins.publisher, _Nowhere()))


def ready_documents(
    enclosed: Enclosed, dataset: Dataset, bulletins: Bulletins, files: Photos, done: Done
) -> tuple[tuple[Output, ...], list[Problem]]:
    """The documents that the settings ask for, as they are kept, made now if they were not; what is wrong.

    files: the photos of the bulletins by their path below the site; done: told how many are ready.
    """
    wanted = bulletins.articles if dataset.site.documents.pdf else ()
    press = Press(enclosed.cache, enclosed.cache.with_name("documents"))
    if not wanted and not press.cache.folder.is_dir():
        return (), []
    places = {f"/{record.address}/": record.where() for record in dataset.articles}
    made: list[Output] = []
    problems: list[Problem] = []
    try:
        with press.cache.open():
            documents = [
                documented(article, bulletins.publisher, press.found(article, files)) for article in wanted
            ]
            pairs = list(zip(wanted, documents, strict=True))
            setting = partial(_kept, press, counted(done, len(pairs)))
            kept = spread(setting, pairs, least=8, threads=True)
            for (article, document), file in zip(pairs, kept, strict=True):
                problems += lost_letters(document, places[article.address])
                if isinstance(file, str):
                    problems.append(refused(places[article.address], RuntimeError(file)))
                else:
                    made.append(replace(_output(article, document), kept=file))
            press.cache.forget({f"/{removed.address}/" for removed in dataset.removed})
    except OSError as error:
        problems.append(trouble(error, press.cache.folder))
    return tuple(made), [problem for problem in problems if not enclosed.accepts(problem)]


def _kept(press: Press, one_more: OneMore, share: Sequence[tuple[Article, Document]]) -> list[Path | str]:
    """The file of each document as it is kept, set now if it was not, or why not. Raises OSError."""
    files: list[Path | str] = []
    for article, document in share:
        try:
            files.append(press.ready(document, article.address))
        except RuntimeError as error:
            files.append(str(error))
        one_more(len(share))
    return files


class Press:
    """What sets documents. photos: the folder that keeps them; folder: where documents are to be kept."""

    def __init__(self, photos: Path, folder: Path) -> None:
        self.cache = Cache(folder)
        self._photos = photos

    def ready(self, document: Document, address: str) -> Path:
        """The document of the bulletin with this address as it is kept, set now if it was not. Raises
        RuntimeError where Typst refuses it, and OSError."""
        name = name_of(self._made_of, document.data)
        kept = self.cache.ready(name, [_NAME], lambda: {_NAME: self.set(document)}, address)
        assert kept is not None
        return kept[_NAME]

    def set(self, document: Document) -> bytes:
        """The document as PDF. Raises RuntimeError where Typst refuses it."""
        return self._setter.set(document.data)

    def found(self, article: Article, files: Photos) -> dict[str, str]:
        """Where the typesetter finds the photos of a bulletin: their JPEG files, as large as there are."""
        photos = [block for block in article.body if isinstance(block, Photo)]
        return {photo.file: self._place(files[_largest(photo).path]) for photo in photos}

    def _place(self, kept: Content) -> str:
        assert isinstance(kept, Path)  # photos always are
        return f"/{kept.relative_to(self._photos).as_posix()}"

    @cached_property
    def _setter(self) -> Typesetter:
        return typesetter(self._photos)

    @cached_property
    def _made_of(self) -> str:
        return name_of(*made_of())


def lost_letters(document: Document, place: Location) -> Iterator[Problem]:
    """Letters that the typefaces of documents do not have."""
    if document.lost:
        yield Problem(
            "letter-not-printed",
            place,
            say("documents cannot show {letters}", letters=", ".join(f"“{one}”" for one in document.lost)),
            (say("in the PDF their numbers stand instead, such as [U+5317]"),),
            say("write what they stand for in Latin letters, or acknowledge this with a reason"),
            Severity.WARNING,
        )


def _largest(photo: Photo) -> Form:
    return [form for form in forms(photo.file, photo.width, photo.height) if form.kind == "jpg"][-1]


class _Nowhere(dict[str, str]):
    """For every photo no file: where only the figures are asked for."""

    def __missing__(self, _: str) -> str:
        return ""


def _output(article: Article, document: Document) -> Output:
    return Output(document_path(article), b"", document.shown, article.address, label=LABEL)


def can_document(site: SiteSettings) -> bool:
    """Whether the documents that the settings ask for can be made here."""
    return is_installed() or not site.documents.pdf


def not_installed(place: Location) -> Problem:
    """What is told once where documents are wanted and Typst is not there."""
    return Problem(
        "no-typst",
        place,
        say("documents are made with Typst, which is not installed"),
        (),
        say("install it: {command}", command='pip install "bantin[pdf]"'),
    )


def refused(place: Location, error: RuntimeError) -> Problem:
    """What is told where Typst does not take a document that this program made."""
    return Problem(
        "no-document",
        place,
        say("Typst could not set the document of this article: {reason}", reason=str(error).splitlines()[0]),
        (),
        say("this is a fault of the program: please report it with the record"),
    )
