"""Photos and attachments: looked at with the records, published with the pages that show them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bantin.compose.said import Bulletins
from bantin.dataset import Dataset
from bantin.dataset.attachments import AttachedFile, published_bytes, read_attachments
from bantin.dataset.checks import acknowledged
from bantin.dataset.pictures import Picture, photo_places, read_pictures
from bantin.kept_photos import Done, keep_only, known_size, photos_of, ready_photos
from bantin.problems import Location, Problem, Severity
from bantin.site import Content


@dataclass(frozen=True)
class Enclosed:
    """The files below ``content/`` that records show or attach, by path; cache: where photos are kept;
    acknowledged: file and rule of the warnings that records accept."""

    pictures: Mapping[str, Picture]
    attachments: Mapping[str, AttachedFile]
    places: Mapping[str, Location]
    content: Mapping[str, bytes]
    cache: Path
    acknowledged: frozenset[tuple[str, str]] = frozenset()

    def shown_by(
        self, bulletins: Bulletins, done: Done, staying: Collection[str] | None = None
    ) -> tuple[dict[str, Content], list[Problem]]:
        """What these pages show and attach, by path below the site, and no other; and what is wrong with it.

        done: told how many photos are ready; staying: once an article was removed, the photos of all others,
        so that nothing is kept of any but theirs.
        """
        articles = (*bulletins.articles, *bulletins.superseded)
        shown = {getattr(block, "file", None) for article in articles for block in article.body}
        pictures = {name: picture for name, picture in self.pictures.items() if name in shown}
        photos, problems = ready_photos(pictures, self.places, self.content, self.cache, done)
        if staying is not None:
            others = (self.pictures.keys() - pictures.keys()).intersection(staying)
            problems += keep_only(self.cache, photos.values(), map(self.content.__getitem__, others))
        attached = {file.file for article in articles for file in article.attachments}
        files: dict[str, Content] = {name: self._reading(name) for name in sorted(attached)}
        return files | photos, [one for one in problems if not self.accepts(one)]

    def accepts(self, problem: Problem) -> bool:
        """Whether it is a warning that its record has seen and accepts."""
        told = (problem.location.file, problem.rule)
        return problem.severity is Severity.WARNING and told in self.acknowledged

    def _reading(self, name: str) -> Callable[[], bytes]:
        """What reads an attachment when its turn comes."""

        def read() -> bytes:
            data = published_bytes(self.content, name)
            if data is None:
                raise FileNotFoundError(name)
            return data

        return read


def read_enclosed(
    project: Path, dataset: Dataset, content: Mapping[str, bytes]
) -> tuple[Enclosed, list[Problem]]:
    """The files that the dataset names, looked at one at a time; those that cannot be used are problems."""
    cache = photos_of(project)
    pictures, no_photos = read_pictures(dataset, content, partial(known_size, cache))
    attachments, no_documents = read_attachments(dataset, content)
    accepted = frozenset(acknowledged(dataset))
    enclosed = Enclosed(pictures, attachments, photo_places(dataset), content, cache, accepted)
    return enclosed, [*no_photos, *no_documents]
