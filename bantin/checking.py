"""Everything that can be said without building: what a project holds, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bantin.compose import compose
from bantin.compose.said import Bulletins
from bantin.dataset import Dataset, Surroundings, load
from bantin.dataset import check as check_dataset
from bantin.dataset.coverage import Coverage
from bantin.dataset.hand_written import read_hand_written
from bantin.dataset.published import Line, read_published
from bantin.documenting import can_document, not_installed
from bantin.enclosing import Enclosed, read_enclosed
from bantin.language import HO_CHI_MINH
from bantin.problems import Message, Problem, Severity, say
from bantin.project import ProjectFiles, read_project
from bantin.spread import spread


@dataclass(frozen=True)
class Checked:
    """What a check gives: the problems, the lines they stand in, and one sentence on the whole.

    published: the ledger of what was published.
    """

    problems: tuple[Problem, ...]
    lines: Callable[[str], Sequence[str]]
    summary: Message | None
    coverage: tuple[Coverage, ...]
    dataset: Dataset
    enclosed: Enclosed
    pages: Mapping[str, str]
    files: ProjectFiles
    published: tuple[Line, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether nothing stops a build."""
        return not has_errors(self.problems)

    def composed(self, dataset: Dataset, now: datetime) -> Bulletins:
        """Everything that a site says of so much of the dataset."""
        enclosed = self.enclosed
        return compose(dataset, now, enclosed.pictures, self.pages, enclosed.attachments)


def check(project: Path, *, now: datetime) -> Checked:
    """Everything that can be said without building."""
    files = read_project(project)
    loaded = load(files.data)
    enclosed, broken = read_enclosed(project, loaded.dataset, files.content)
    published, spoiled = read_published(files.published)
    around = Surroundings(frozenset(files.content), now.astimezone(HO_CHI_MINH).date(), published)
    pages, unfit = read_hand_written(files.content)
    settings = loaded.dataset.site
    unmade = [] if can_document(settings) else [not_installed(settings.where("documents", "pdf"))]
    found = (*files.problems, *unmade, *loaded.problems, *broken, *unfit, *spoiled)
    problems = check_dataset(loaded.dataset, around, found, spread)
    summary = _summary(loaded.dataset, now)
    lines = {**loaded.lines, **{f"content{name}.md": text.splitlines() for name, text in _named(pages)}}
    return Checked(
        problems=problems,
        lines=lambda file: lines.get(file, ()),
        summary=summary,
        coverage=loaded.dataset.explained,
        dataset=loaded.dataset,
        enclosed=enclosed,
        pages=pages,
        files=files,
        published=published,
    )


def _named(pages: Mapping[str, str]) -> list[tuple[str, str]]:
    """The pages written by hand by the path of their file below ``content``, without its ending."""
    return [(address.rstrip("/"), text) for address, text in pages.items()]


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether one of them stops a build."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def _summary(dataset: Dataset, now: datetime) -> Message:
    public = dataset.public(now)
    return say(
        "articles: {articles}, meetings: {meetings}, results: {results}; articles public now: {public}",
        articles=len(dataset.articles),
        meetings=len(dataset.meetings),
        results=len(dataset.results),
        public=len(public.articles),
    )
