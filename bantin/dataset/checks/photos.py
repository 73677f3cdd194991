"""Rules about photos: that they are there, who took them, and what is told to those who do not see them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from bantin.dataset.checks.table import Found, Surroundings, rule, warning
from bantin.dataset.dataset import Dataset
from bantin.dataset.pictures import KINDS
from bantin.dataset.records.bylines import BylineRole
from bantin.dataset.records.text import Text
from bantin.problems import say


@rule
def missing_photo(dataset: Dataset, around: Surroundings) -> Iterator[Found]:
    """A photo that names a file has that file below ``content/``."""
    for article in dataset.articles:
        for photo in article.photos:
            if photo.file is None or photo.file in around.content:
                continue
            near = get_close_matches(photo.file, sorted(around.content), n=1, cutoff=0.6)
            yield Found(
                photo.where("file"),
                say("there is no file content/{name}", name=photo.file),
                (),
                say("did you mean “{name}”?", name=near[0])
                if near
                else say("put the file there, or leave “file” empty until there is one"),
            )


@rule
def photo_of_a_kind(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """A photo is a JPEG, PNG or WebP file: other kinds can carry programs or are shown nowhere."""
    for article in dataset.articles:
        for photo in article.photos:
            if photo.file and not photo.file.lower().endswith(KINDS):
                yield Found(
                    photo.where("file"),
                    say("“{name}” is not a photo", name=photo.file),
                    (),
                    say("save it as JPEG, PNG or WebP"),
                )


@rule
def photo_without_credit(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """A photo that is shown says who took it, by itself or in the byline of its article."""
    for article in dataset.articles:
        signed = any(byline.role is BylineRole.PHOTO for byline in article.byline)
        for photo in article.photos:
            if photo.file is not None and photo.credit is None and not signed:
                yield Found(
                    photo.where("file"),
                    say("it is not said who took the photo, or where it comes from"),
                    (),
                    say("add a line “{name}: …”", name="credit"),
                )


@warning
def alt_repeats_caption(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """Who does not see a photo hears its description and its caption: they say different things."""
    for article in dataset.articles:
        for photo in article.photos:
            if photo.file is not None and _words(photo.alt) == _words(photo.caption):
                yield Found(
                    photo.where("alt"),
                    say("the description of the photo only repeats its caption"),
                    (),
                    say("say what is seen in it: who, where, doing what"),
                )


def _words(text: Text) -> list[str]:
    return re.findall(r"\w+", text.source.casefold())
