"""A bulletin that is not public yet, as the document that it will be, marked as a draft for a signature."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from bantin.checking import Checked, check, has_errors
from bantin.compose.said import Article, Bulletins
from bantin.dataset import Dataset
from bantin.dataset.publication import previewed
from bantin.dataset.records.article import ArticleRecord
from bantin.dataset.records.correction import Correction
from bantin.dataset.records.editorial import PublicationStatus, Publishable
from bantin.dataset.why import State, find, nearest_names
from bantin.dataset.why import why as explain
from bantin.documenting import Press, lost_letters, not_installed, refused
from bantin.language import HO_CHI_MINH, format_date
from bantin.outputs.documents import Proof, documented, is_installed
from bantin.problems import Location, Problem, say
from bantin.release.switch import MARKER
from bantin.site import write_file
from bantin.site.trouble import trouble

MARK = "BẢN THẢO – CHƯA CÔNG BỐ"


@dataclass(frozen=True)
class Proved:
    """What asking for a proof gives: what is wrong, the lines it stands in, and the file, if there is one.

    unknown: no record is called so; nearest: the names that are like it.
    """

    problems: tuple[Problem, ...]
    lines: Callable[[str], Sequence[str]]
    file: Path | None = None
    unknown: bool = False
    nearest: tuple[str, ...] = ()


def prove(project: Path, asked: str, *, now: datetime, out: Path | None = None) -> Proved:
    """The proof of a record that is not public, by its id, file or address, written to ``out`` or below
    ``build/proofs``; else why there is none."""
    checked = check(project, now=now)
    if not checked.sound:  # first, for a record that cannot be read is none that can be found
        return Proved(checked.problems, checked.lines)
    record = find(checked.dataset, asked)
    if record is None:
        names = nearest_names(checked.dataset, asked)
        return Proved(checked.problems, checked.lines, unknown=True, nearest=tuple(names))
    telling = _telling(checked.dataset, record)
    hindered = [*_hindered(checked.dataset, record, telling, now), *_misplaced(project, out)]
    file = out or project / "build" / "proofs" / f"{telling[0].id if telling else record.id}.pdf"
    problems = hindered or _write(checked, telling[0], now, file)
    return Proved((*checked.problems, *problems), checked.lines, None if has_errors(problems) else file)


def _telling(dataset: Dataset, record: Publishable | Correction) -> tuple[ArticleRecord, ...]:
    """The articles that tell of a record."""
    return (record,) if isinstance(record, ArticleRecord) else dataset.coverage.get(record.id, ())


def _hindered(
    dataset: Dataset, record: Publishable | Correction, telling: tuple[ArticleRecord, ...], now: datetime
) -> Iterator[Problem]:
    """Why there can be no proof of a record."""
    place = record.where()
    if len(telling) != 1:
        named = ", ".join(f"“{article.id}”" for article in telling)
        message = say("a proof is made of one article, and “{name}” is none", name=record.id)
        remedy = say("name one of those that tell of it: {names}", names=named) if named else None
        yield Problem("no-proof", place, message, (), remedy or say("name the article"))
        return
    answer = explain(dataset, telling[0], now)
    if answer.public or answer.state in (State.REMOVED, State.WITHDRAWN):
        yield Problem(
            "no-proof", place, answer.sentence, (), say("a proof is made of what is not public yet")
        )
    elif not is_installed():
        yield not_installed(Location("data/site.yml"))


def _misplaced(project: Path, out: Path | None) -> Iterator[Problem]:
    """Nothing that is not public may lie where readers get their pages from."""
    if out is None:
        return
    place = out.resolve()
    public = [(project / name).resolve() for name in ("site", "build/releases", "build/pages")]
    public += [folder for folder in place.parents if (folder / MARKER).is_file()]
    kept = [(project / name).resolve() for name in ("data", "content")]
    if place.suffix != ".pdf" or any(place.is_relative_to(folder) for folder in kept):
        yield Problem(
            "not-our-file",
            Location(str(out)),
            say("a proof is a PDF and lies outside data and content"),
            (),
            say("choose a name that ends in .pdf, or leave --out away: it is written to build/proofs"),
        )
    elif any(place.is_relative_to(folder) for folder in public):
        yield Problem(
            "proof-in-site",
            Location(str(out)),
            say("a proof must not lie in the site, where readers could find it"),
            (),
            say("choose another folder, or leave --out away: it is written to build/proofs"),
        )


def _write(checked: Checked, record: ArticleRecord, now: datetime, file: Path) -> list[Problem]:
    """The proof of an article, set and written; what went wrong."""
    whole = checked.composed(previewed(checked.dataset), now)
    [article] = (one for one in whole.articles if one.address == f"/{record.address}/")
    photos, problems = checked.enclosed.shown_by(_alone(whole, article), lambda *_: None)
    if has_errors(problems):
        return problems
    press = Press(checked.enclosed.cache, checked.enclosed.cache.with_name("documents"))
    document = documented(article, whole.publisher, press.found(article, photos), _proof(record, now))
    problems += lost_letters(document, record.where())
    try:
        write_file(file, press.set(document))
    except RuntimeError as error:
        problems.append(refused(record.where(), error))
    except OSError as error:
        problems.append(trouble(error, file))
    return problems


def _alone(whole: Bulletins, article: Article) -> Bulletins:
    """Of the bulletins one article, so that no other photos are made ready."""
    return replace(whole, articles=(article,), superseded=())


def _proof(record: ArticleRecord, now: datetime) -> Proof:
    """What the proof says of itself: when it was made, and when the article is to become public."""
    made = f"Dựng lúc {_clock(now)}"
    due = record.status is PublicationStatus.READY and record.due > now
    return Proof(MARK, f"{made}; dự kiến công bố {_clock(record.due)}" if due else made)


def _clock(moment: datetime) -> str:
    local = moment.astimezone(HO_CHI_MINH)
    return f"{local:%H:%M} ngày {format_date(local.date())}"
