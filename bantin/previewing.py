"""What a preview shows: all of the site, and at once the bulletins in which something was just changed."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from bantin.changed_records import ChangedRecords
from bantin.checking import Checked, check, has_errors
from bantin.compose.said import Article
from bantin.dataset.publication import previewed
from bantin.dataset.records.editorial import Publishable
from bantin.last_build import INPUTS
from bantin.making import Said, make_site, say_all
from bantin.outputs.structured import structured_data
from bantin.pages import draw_article
from bantin.problems import Silence, Translate
from bantin.problems.show import show
from bantin.release import Work
from bantin.site import Drawing, Engine, drawing_of, preview
from bantin.site.watching import Stamp, is_hidden, stamp_of, standing

Stamps = dict[Path, Stamp]
"""How each file of a project stands that a build reads."""


@dataclass(frozen=True)
class _Shown:
    """What is shown: files, records as they stand now, all that was said, and how pages are drawn.

    articles: by their addresses, as they were when everything was built.
    """

    stamps: Stamps
    checked: Checked
    records: ChangedRecords
    said: Said
    articles: Mapping[str, Article]
    drawing: Drawing


class Previewing:
    """The preview of one project; drafts are in it. now: told anew for each build."""

    def __init__(self, project: Path, now: Callable[[], datetime], translate: Translate) -> None:
        self.project = project
        self.now = now
        self.translate = translate
        self._shown: _Shown | None = None
        self._work: Path | None = None
        self._outdated: Path | None = None
        self._keeping = threading.Lock()

    def build_once(self, target: Path) -> preview.Preview:
        """Builds everything into a folder that does not exist yet, or says why that cannot be."""
        if self._outdated:
            shutil.rmtree(self._outdated, ignore_errors=True)
        stamps, now = self._stamps(), self.now()
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
                self._remember(stamps, checked, said, work.pages)
        if not has_errors(problems):
            return preview.Preview()
        return preview.Preview(show(problems, checked.lines, self.translate).plain)

    def _remember(self, stamps: Stamps, checked: Checked, said: Said, folder: Path) -> None:
        """Keeps what was shown. What it was drawn from before goes with the next build: until this one is
        taken over, pages may still be drawn from there."""
        drawing = drawing_of(folder)
        articles = {article.address: article for article in said.bulletins.articles}
        kept = (stamps, checked, ChangedRecords(checked.dataset), said, articles)
        with self._keeping:
            self._outdated, self._work = self._work, folder.parent
            self._shown = _Shown(*kept, drawing) if drawing else None

    def at_once(self, paths: Iterable[Path] | None = None) -> dict[str, bytes] | None:
        """The pages of bulletins that tell of records which were just changed, by their path below the site.

        paths: the files that may have changed; without them, all are looked at. Nothing where nothing has.
        None where something else than the content of bulletins, meetings and results has changed, or where
        a page cannot be made by itself. What stands around a bulletin stays as it was.
        """
        with self._keeping:
            shown, self._shown = self._shown, None  # until what is kept is known to be what is there
            drawn = self._drawn(shown, paths) if shown else None
            self._shown = shown if drawn is not None else None
        return drawn

    def _drawn(self, shown: _Shown, paths: Iterable[Path] | None) -> dict[str, bytes] | None:
        """The pages of what has changed since this was shown."""
        changed = self._changed(shown.stamps, paths)
        content = {path: told for path, told in changed.items() if told and path in shown.stamps}
        read = (shown.records.read(self._named(path), path.read_bytes()) for path in content)
        records = [record for record in read if record]
        if len(records) < len(changed):
            return None
        shown.stamps.update(content)
        return _drawn(shown, records, self.now()) if records else {}

    def _changed(self, stamps: Stamps, paths: Iterable[Path] | None) -> dict[Path, Stamp | None]:
        """How those files stand now that stand otherwise than these stamps say; None for what is gone."""
        now: dict[Path, Stamp | None]
        if paths is None:
            now = {**dict.fromkeys(stamps), **self._stamps()}
        else:
            now = {path.absolute(): stamp_of(path) for path in paths if not is_hidden(path.name)}
        return {path: told for path, told in now.items() if told != stamps.get(path)}

    def _stamps(self) -> Stamps:
        """How the files stand that are looked at."""
        return standing((self.project / name).absolute() for name in INPUTS)

    def _named(self, path: Path) -> str:
        """A path as places in records name it."""
        return path.relative_to(self.project.absolute()).as_posix()


def _drawn(shown: _Shown, records: Iterable[Publishable], now: datetime) -> dict[str, bytes] | None:
    """The bulletins that tell of these records, drawn by themselves; None where one cannot be, or there is
    none."""
    bulletins = shown.checked.composed(shown.records.around(records), now)
    articles = tuple(_among(one, shown.articles[one.address]) for one in bulletins.articles)
    bulletins = replace(bulletins, articles=articles)
    outputs = replace(shown.said.outputs, structured=structured_data(bulletins, shown.said.outputs))
    pages = {}
    for article in articles:
        file, text = draw_article(article, outputs)
        html = shown.drawing.html(file, text)
        if html is None:
            return None
        pages[f"{file.removesuffix('.md')}.html"] = html.encode()
    return pages or None


def _among(article: Article, before: Article) -> Article:
    """An article with what stood around it."""
    around = {name: getattr(before, name) for name in ("related", "earlier", "later", "kicker_address")}
    return replace(article, **around)
