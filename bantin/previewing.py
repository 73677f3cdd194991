"""What a preview shows: all of the site, and at once the bulletins in which something was just changed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from bantin.checking import Checked, check, has_errors
from bantin.compose.said import Article, Bulletins
from bantin.dataset import Dataset
from bantin.dataset.loading import read_record
from bantin.dataset.observed import body_of, period_of
from bantin.dataset.publication import previewed
from bantin.dataset.records.article import ArticleRecord
from bantin.dataset.records.editorial import Publishable
from bantin.dataset.records.meeting import Meeting
from bantin.dataset.records.result import Result
from bantin.making import Said, make_site, say_all
from bantin.outputs.structured import structured_data
from bantin.pages import draw_article
from bantin.problems import Silence, Translate
from bantin.problems.show import show
from bantin.release import Work
from bantin.site import Drawing, Engine, drawing_of, preview

WATCHED = ("data", "content", "mkdocs.yml")
"""What the preview looks at for changes."""

Times = Mapping[str, tuple[int, int]]
"""When each file was changed last, and how big it is, by its path from the project's folder."""


Kind = TypeVar("Kind", ArticleRecord, Meeting, Result)


@dataclass(frozen=True)
class _Shown:
    """What the preview was built from: files, records, all that is said of them, and how pages are drawn."""

    times: Times
    checked: Checked
    dataset: Dataset
    said: Said
    drawing: Drawing
    folder: Path


class Previewing:
    """The preview of one project; drafts are in it. now: told anew for each build."""

    def __init__(self, project: Path, now: Callable[[], datetime], translate: Translate) -> None:
        self.project = project
        self.now = now
        self.translate = translate
        self._shown: _Shown | None = None

    def build_once(self, target: Path) -> preview.Preview:
        """Builds everything into a folder that does not exist yet, or says why that cannot be."""
        times, now = self._times(), self.now()
        checked = check(self.project, now=now)
        problems = [*checked.problems]
        if checked.sound:
            work = Work(self.project, target.with_name(f"{target.name}-work"))
            dataset = previewed(checked.dataset)
            said = say_all(checked, dataset, now, Silence(), carried=False)
            made = make_site(checked, dataset, said, work, Engine.MKDOCS, Silence())
            problems += made.problems
            if made.path.exists():
                made.path.rename(target)
                self._remember(times, checked, said, work.pages)
        if not has_errors(problems):
            return preview.Preview()
        return preview.Preview(show(problems, checked.lines, self.translate).plain)

    def _remember(self, times: Times, checked: Checked, said: Said, folder: Path) -> None:
        drawing, before = drawing_of(folder), self._shown
        kept = (times, checked, checked.dataset, said)
        self._shown = _Shown(*kept, drawing, folder) if drawing else None
        if before:
            shutil.rmtree(before.folder.parent, ignore_errors=True)

    def at_once(self) -> dict[str, bytes]:
        """The pages of bulletins that tell of records which were just changed, by their path below the site.

        Nothing where something else than the content of bulletins, meetings and results has changed, or
        where a page cannot be made by itself. What stands around a bulletin stays as it was.
        """
        shown = self._shown
        if shown is None:
            return {}
        times = self._times()
        changed = {name for name in times if times[name] != shown.times.get(name)}
        records = _changed(shown.dataset, self.project, changed) if times.keys() == shown.times.keys() else []
        if not records or len(records) < len(changed):
            return {}
        dataset = _with(shown.dataset, records)
        self._shown = replace(shown, times=times, dataset=dataset)
        pages = {}
        bulletins = _composed(shown, previewed(dataset), records, self.now())
        outputs = replace(shown.said.outputs, structured=structured_data(bulletins, shown.said.outputs))
        for article in bulletins.articles:
            file, text = draw_article(article, outputs)
            html = shown.drawing.html(file, text)
            if html is None:
                return {}
            pages[f"{file.removesuffix('.md')}.html"] = html.encode()
        return pages

    def _times(self) -> dict[str, tuple[int, int]]:
        """How the files stand that are looked at; those that editors keep for themselves are none."""
        found: dict[str, tuple[int, int]] = {}
        for name in WATCHED:
            for place, _, files in os.walk(self.project / name):
                for file in files:
                    path = os.path.join(place, file)
                    with suppress(FileNotFoundError):  # an editor has taken it away meanwhile
                        if not file.startswith((".", "~")):
                            told = os.stat(path)
                            found[os.path.relpath(path, self.project)] = told.st_mtime_ns, told.st_size
        return found


def _changed(dataset: Dataset, project: Path, names: Iterable[str]) -> list[Publishable]:
    """The records in these files, as far as they say the same of themselves as before: name and place."""
    before = {record.where().file: record for record in dataset.publishable()}
    found: list[Publishable] = []
    for name in names:
        file = name.replace(os.sep, "/")
        old, new = before.get(file), read_record(file, (project / name).read_bytes())
        if isinstance(new, Publishable) and old is not None and _itself(old) == _itself(new):
            found.append(new)
    return found


def _itself(record: Publishable) -> tuple[object, ...]:
    address = record.address if isinstance(record, ArticleRecord) else ""
    return record.kind, record.id, record.status, record.due, record.ends, address


def _with(dataset: Dataset, records: Iterable[Publishable]) -> Dataset:
    """The dataset with these records in the place of those of their files."""
    new = {record.where().file: record for record in records}

    def kept(records: Iterable[Kind]) -> tuple[Kind, ...]:
        return tuple(new.get(record.where().file, record) for record in records)  # type: ignore[misc]  # of its own kind

    return replace(
        dataset,
        articles=kept(dataset.articles),
        meetings=kept(dataset.meetings),
        results=kept(dataset.results),
    )


def _composed(shown: _Shown, dataset: Dataset, records: Iterable[Publishable], now: datetime) -> Bulletins:
    """The bulletins that tell of these records, each among what it was among before."""
    names = {record.id for record in records}
    affected = tuple(
        one
        for one in dataset.articles
        if one.id in names or names & {told.id for told in dataset.told_by(one)}
    )
    before = {article.address: article for article in shown.said.bulletins.articles}
    bulletins = shown.checked.composed(_around(dataset, affected), now)
    return replace(bulletins, articles=tuple(_among(one, before[one.address]) for one in bulletins.articles))


def _among(article: Article, before: Article) -> Article:
    """An article with what stood around it."""
    around = {name: getattr(before, name) for name in ("related", "earlier", "later", "kicker_address")}
    return replace(article, **around)


def _around(dataset: Dataset, articles: tuple[ArticleRecord, ...]) -> Dataset:
    """So much of a dataset as these articles tell of and compare: the same bodies, this year and the last."""
    told = [record for article in articles for record in dataset.told_by(article)]
    near = {
        (body_of(record), period_of(record).last_day.year - back) for record in told for back in (0, 1)
    } | {(body_of(record), period_of(record).first_day.year) for record in told}
    names = {record.id for record in told}
    kept = [
        record
        for record in dataset.reporting.values()
        if record.id in names or (body_of(record), period_of(record).last_day.year) in near
    ]
    ids = {record.id for record in (*kept, *articles)}
    return replace(
        dataset,
        articles=articles,
        meetings=tuple(meeting for meeting in dataset.meetings if meeting.id in ids),
        results=tuple(result for result in dataset.results if result.id in ids),
        corrections=tuple(one for one in dataset.corrections if one.record in ids),
        removed=(),
    )
