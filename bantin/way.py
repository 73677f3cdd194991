"""The whole way on one screen: records → dataset → figures → everything said → pages → site → release."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from bantin import release
from bantin.built import Built
from bantin.checking import Checked
from bantin.checking import check as check
from bantin.dataset import Dataset, load
from bantin.dataset.memory import collection_paused
from bantin.dataset.publication import previewed, removed_by
from bantin.dataset.why import Answer, find, nearest_names
from bantin.dataset.why import why as explain
from bantin.documenting import document_outputs
from bantin.entering import Entered, enter_published
from bantin.fixing import fix as fix
from bantin.last_build import INPUTS, inputs_of, remember
from bantin.lasting import same_until
from bantin.ledger import LEDGER, Asked, Ledger, Traced, ledger_text
from bantin.ledger import trace as ask
from bantin.making import beside as beside
from bantin.making import make_site, say_all
from bantin.previewing import Previewing
from bantin.problems import Problem, Report, Translate, in_order
from bantin.project import read_project
from bantin.proving import prove as prove
from bantin.sharding import make_shard as make_shard
from bantin.sharding import merge as merge
from bantin.site import BuiltSite, Engine, preview
from bantin.site.policy import POLICY


@dataclass(frozen=True)
class Told:
    """What a question about a figure gives, or the problems that keep it from an answer.

    public: whether it is what the public may see; release: the published release, "" where there is none;
    current: whether that release was made of the same figures.
    """

    problems: tuple[Problem, ...]
    lines: Callable[[str], Sequence[str]]
    traced: Traced | None = None
    public: bool = True
    release: str = ""
    current: bool = False


def build(
    project: Path, *, now: datetime, out: Path | None = None, engine: str = Engine.MKDOCS, report: Report
) -> Built:
    """The whole way to a published release, or the problems that stopped it."""
    inputs = inputs_of(project)
    checked = check(project, now=now)
    if not checked.sound:
        return Built(checked.problems, checked.lines, checked.summary, None, None, 0)
    made: list[BuiltSite] = []

    def fill(work: release.Work) -> tuple[Problem, ...]:
        public = checked.dataset.public(now)
        said = say_all(checked, public, now, report)
        made.append(make_site(checked, public, said, work, Engine(engine), report))
        return made[-1].problems

    outcome = release.make_release(project, fill, out, removed=removed_by(checked.dataset.publishable(), now))
    entered = Entered()
    if outcome.site and out is None:
        with collection_paused():
            entered = enter_published(
                project, checked.files.published, checked.published, checked.dataset, now
            )
    built = Built(
        problems=tuple(in_order([*checked.problems, *outcome.problems, *entered.problems])),
        lines=checked.lines,
        summary=checked.summary,
        site=outcome.site,
        next_due=checked.dataset.next_due(now),
        pages=len(made[-1].pages) if made else 0,
        entered=entered.files,
    )
    if outcome.site and out is None and not entered.problems:
        after = replace(inputs, published=inputs_of(project).published) if entered.files else inputs
        span = now, same_until(checked.dataset, now)
        remember(project, engine, after, built, span, outcome.identity)
    return built


def trace(project: Path, *, now: datetime, question: str) -> Told:
    """Where a figure comes from and where it is shown, as the records stand: public ones first, then all."""
    checked = check(project, now=now)
    if not checked.sound:
        return Told(checked.problems, checked.lines)
    name, published = release.published_ledger(project, LEDGER)
    ledger = _ledger(checked, checked.dataset.public(now), now)
    current = published == ledger_text(ledger)
    told = Told((), checked.lines, _ask(checked, ledger, question), True, name, current)
    if told.traced and told.traced.asked is Asked.NOTHING:
        whole = _ask(checked, _ledger(checked, previewed(checked.dataset), now), question)
        return told if whole.asked is Asked.NOTHING else replace(told, traced=whole, public=False)
    return told


def _ask(checked: Checked, ledger: Ledger, question: str) -> Traced:
    return ask(ledger, question, checked.dataset.site.address or "")


def _ledger(checked: Checked, dataset: Dataset, now: datetime) -> Ledger:
    bulletins = checked.composed(dataset, now)
    return beside(bulletins, dataset, POLICY, document_outputs(dataset.site, bulletins))[1]


def why(project: Path, asked: str, *, now: datetime) -> Answer | list[str]:
    """Why a record is or is not public, by its id, file or address; else the names that are like it."""
    dataset = load(read_project(project).data).dataset
    record = find(dataset, asked)
    return explain(dataset, record, now) if record else nearest_names(dataset, asked)


def serve(
    project: Path,
    *,
    port: int | None,
    now: Callable[[], datetime],
    announce: Callable[[str], None],
    translate: Translate,
) -> list[Problem]:
    """A preview with drafts, built again on every change, until it is stopped; why it could not start."""
    previewing = Previewing(project, now, translate)
    watched = [place for name in INPUTS if (place := project / name).exists()]
    return preview.serve(
        previewing.build_once,
        watched,
        announce=announce,
        translate=translate,
        port=port,
        at_once=previewing.at_once,
    )
