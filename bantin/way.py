"""The whole way on one screen: records → dataset → figures → everything said → pages → site → release."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from bantin import release, site
from bantin.built import Built
from bantin.checking import Checked, has_errors
from bantin.checking import check as check
from bantin.compose.said import Bulletins
from bantin.configuring import configuration
from bantin.dataset import Dataset, load
from bantin.dataset.memory import collection_paused, kept_out_of_collection
from bantin.dataset.publication import previewed, removed_by
from bantin.dataset.why import Answer, find, nearest_names
from bantin.dataset.why import why as explain
from bantin.documenting import document_outputs, ready_documents
from bantin.entering import Entered, enter_published
from bantin.fixing import fix as fix
from bantin.kept_cards import ready_cards
from bantin.last_build import inputs_of, remember
from bantin.lasting import same_until
from bantin.ledger import LEDGER, Asked, Ledger, Traced, enter, ledger_text
from bantin.ledger import trace as ask
from bantin.outputs import Material, Output, Outputs, make
from bantin.outputs.cards.choosing import cards_of
from bantin.pages import draw
from bantin.problems import Problem, Report, Silence, Translate, in_order, say
from bantin.problems.show import show
from bantin.project import read_project
from bantin.proving import prove as prove
from bantin.site import BuiltSite, Configuration, Content, Engine, Write, preview
from bantin.site.expecting import expectations
from bantin.site.policy import HEADERS_FILE, NGINX_FILE, POLICY, headers_text, nginx_text
from bantin.site.search import add_search

WATCHED = ("data", "content", "mkdocs.yml")
"""What the preview looks at for changes."""


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
        to = (work.pages, work.site)
        ledger = work.ledger / LEDGER
        made.append(make_site(checked, public, *to, now, Engine(engine), report, ledger, write=work.write))
        work.write(work.pages / NGINX_FILE, nginx_text().encode())
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
        remember(project, engine, after, built, (now, same_until(checked.dataset, now)))
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


def beside(
    bulletins: Bulletins,
    dataset: Dataset,
    policy: str,
    documents: Iterable[Output] = (),
    cards: Iterable[Output] = (),
) -> tuple[Outputs, Ledger]:
    """What bulletins are published as beside their pages, and where all of it shows which figure.

    policy: what pages carry, "" for none; documents, cards: as they were made.
    """
    ledger = enter(bulletins, dataset)
    outputs = make(Material(bulletins, dataset, ledger, policy, tuple(documents), tuple(cards)))
    return outputs, ledger.showing(outputs.shown_with_pages, outputs.shown_in_files)


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

    def build_once(target: Path) -> preview.Preview:
        checked = check(project, now=now())
        problems = checked.problems
        if checked.sound:
            dataset = previewed(checked.dataset)
            pages = target.parent / f"{target.name}-pages"
            to = (pages, target)
            made = make_site(checked, dataset, *to, now(), Engine.MKDOCS, Silence(), carried=False)
            problems += made.problems
            shutil.rmtree(pages, ignore_errors=True)
        if not has_errors(problems):
            return preview.Preview()
        return preview.Preview(show(problems, checked.lines, translate).plain)

    watched = [place for name in WATCHED if (place := project / name).exists()]
    return preview.serve(build_once, watched, announce=announce, translate=translate, port=port)


def make_site(
    checked: Checked,
    dataset: Dataset,
    pages: Path,
    target: Path,
    now: datetime,
    engine: Engine,
    report: Report,
    ledger_file: Path | None = None,
    carried: bool = True,
    write: Write = site.write_file,
) -> BuiltSite:
    """Compose, draw, write, build and audit: the site of ``dataset`` at ``target``, its ledger beside.

    carried: whether each page carries the policy; not in a preview, whose live reload is an inline script;
    write: writes the files that are made here.
    """
    report.stage(say("Composing"), 0, 0)
    policy = POLICY if carried else ""
    with collection_paused():
        bulletins = checked.composed(dataset, now)
    files, documents, cards, noted = _ready(checked, dataset, bulletins, report, carried)
    with collection_paused():
        outputs, ledger = beside(bulletins, dataset, policy, documents, cards)
        drawn = draw(bulletins, outputs)
    if not has_errors(noted):
        settings = configuration(bulletins, policy, outputs)
        noted += _write_pages(checked, settings, files, outputs, drawn, pages, report, write)
    if has_errors(noted):
        return BuiltSite(target, tuple(noted), ())
    if ledger_file:
        write(ledger_file, ledger_text(ledger).encode())
    with kept_out_of_collection():
        built = site.build(pages, target, engine, partial(report.stage, say("Building the site")))
    made = _searchable(_with(built, outputs, pages, write), report, write)
    if made.problems:
        return made
    report.stage(say("Looking through the finished site"), 0, 0)
    expected = expectations(dataset, bulletins, ledger, carried, outputs)
    return replace(made, problems=(*noted, *site.audit(target, expected)))


def _ready(
    checked: Checked, dataset: Dataset, bulletins: Bulletins, report: Report, shared: bool
) -> tuple[dict[str, Content], tuple[Output, ...], tuple[Output, ...], list[Problem]]:
    """What is dear to make and kept: photos, with the other files that pages show, documents, and cards.

    shared: whether links to the pages may be shared, so that there are cards.
    """
    files, noted = checked.enclosed.shown_by(bulletins, partial(report.stage, say("Preparing photos")))
    if has_errors(noted):
        return files, (), (), noted
    told = partial(report.stage, say("Setting documents"))
    documents, untold = ready_documents(checked.enclosed, dataset, bulletins, files, told)
    drawing = partial(report.stage, say("Drawing cards"))
    places = {f"/{record.address}/": record.where() for record in dataset.articles}
    wanted = cards_of(bulletins) if shared else {}
    cards, undrawn = ready_cards(wanted, checked.enclosed.cache, places, drawing)
    undrawn = [one for one in undrawn if not checked.enclosed.accepts(one)]
    return files, documents, cards, [*noted, *untold, *undrawn]


def _with(built: BuiltSite, outputs: Outputs, pages: Path, write: Write) -> BuiltSite:
    """A site that was built, with what stands beside its pages; one with problems as it is."""
    return (
        built
        if built.problems
        else replace(built, problems=tuple(site.add_files(pages, built.path, outputs.sources, write)))
    )


def _searchable(made: BuiltSite, report: Report, write: Write) -> BuiltSite:
    """A site that was built, with what the search needs; one with problems as it is."""
    if made.problems:
        return made
    report.stage(say("Indexing for the search"), 0, 0)
    return replace(made, problems=tuple(add_search(made.path, made.pages, write)))


def _write_pages(
    checked: Checked,
    settings: Configuration,
    files: Mapping[str, Content],
    outputs: Outputs,
    drawn: Mapping[str, str],
    pages: Path,
    report: Report,
    write: Write,
) -> list[Problem]:
    """The folder that the engine builds from, with the photos and files that the pages show, and what
    static hosts are to send; what pages offer comes when they are built."""
    report.stage(say("Writing pages"), 0, 0)
    return site.write_folder(
        pages,
        settings,
        base=checked.files.configuration,
        pages=drawn,
        files={**files, HEADERS_FILE: headers_text().encode()},
        later=outputs.sources,
        write=write,
    )
