"""From a checked dataset to a finished site: composed, drawn, written, built, searched and audited."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from bantin import site
from bantin.checking import Checked, has_errors
from bantin.compose.said import Bulletins
from bantin.configuring import configuration
from bantin.dataset import Dataset
from bantin.dataset.memory import collection_paused, kept_out_of_collection
from bantin.documenting import ready_documents
from bantin.kept import cache_of, name_of
from bantin.kept_cards import ready_cards
from bantin.kept_results import Results
from bantin.ledger import LEDGER, Ledger, enter, ledger_text
from bantin.looking import look
from bantin.outputs import Material, Output, Outputs, make
from bantin.outputs.cards.choosing import cards_of
from bantin.pages import draw
from bantin.problems import Problem, Report, say
from bantin.release import Work
from bantin.site import BuiltSite, Content, Engine
from bantin.site.expecting import expectations
from bantin.site.policy import HEADERS_FILE, NGINX_FILE, POLICY, headers_text, nginx_text
from bantin.site.search import add_search
from bantin.site.trouble import trouble
from bantin.spread import Spread, spread


def beside(
    bulletins: Bulletins,
    dataset: Dataset,
    policy: str,
    documents: Iterable[Output] = (),
    cards: Iterable[Output] = (),
    spread: Spread | None = None,
) -> tuple[Outputs, Ledger]:
    """What bulletins are published as beside their pages, and where all of it shows which figure.

    policy: what pages carry, "" for none; documents, cards: as they were made; spread: see ``make``.
    """
    ledger = enter(bulletins, dataset)
    outputs = make(
        Material(bulletins, dataset, ledger, policy, tuple(documents), tuple(cards)), spread=spread
    )
    return outputs, ledger.showing(outputs.shown_with_pages, outputs.shown_in_files)


@dataclass(frozen=True)
class Said:
    """Everything that a site is made of: what is said, what stands beside the pages, which figure is where,
    photos and attachments by their path; the problems of making these.

    carried: whether each page carries the policy; not in a preview, whose live reload is an inline script.
    """

    bulletins: Bulletins
    outputs: Outputs
    ledger: Ledger
    files: Mapping[str, Content]
    noted: tuple[Problem, ...]
    carried: bool


def say_all(checked: Checked, dataset: Dataset, now: datetime, report: Report, carried: bool = True) -> Said:
    """Everything that a site says of ``dataset``, so much of what was checked. carried: see ``Said``."""
    report.stage(say("Composing"), 0, 0)
    policy = POLICY if carried else ""
    with collection_paused():
        bulletins = checked.composed(dataset, now)
    files, documents, cards, noted = make_ready(checked, dataset, bulletins, report, carried)
    with collection_paused():
        outputs, ledger = beside(bulletins, dataset, policy, documents, cards, spread)
    return Said(bulletins, outputs, ledger, files, tuple(noted), carried)


def make_site(
    checked: Checked, dataset: Dataset, said: Said, work: Work, engine: Engine, report: Report
) -> BuiltSite:
    """Draw, write, build and audit: the site of what is said of ``dataset`` in a work folder, its ledger
    beside."""
    noted = [*said.noted]
    if not has_errors(noted):
        noted += _write_pages(checked, said, work, report)
    if has_errors(noted):
        return BuiltSite(work.site, tuple(noted), ())
    with kept_out_of_collection():
        told = partial(report.stage, say("Building the site"))
        built = site.build(work.pages, work.site, engine, told, work.earlier and work.earlier / "site")
        if not built.problems:
            added = site.add_files(work.pages, built.path, said.outputs.sources, work.write)
            built = replace(built, problems=tuple(added))
        if built.problems:
            return built
        expected = expectations(dataset, said.bulletins, said.ledger, said.carried, said.outputs)
        removed = (removed.address for removed in dataset.removed)
        results = Results(cache_of(work.project, "pages.sqlite"), meant=name_of(*sorted(removed)))
        report.stage(say("Looking through the finished site"), 0, 0)
        return replace(built, problems=(*noted, *_looked_through(built, expected, work, results)))


def _looked_through(
    built: BuiltSite, expected: site.Expectations, work: Work, results: Results
) -> Iterable[Problem]:
    """What is wrong with a finished site; it gets what the search needs of its pages.

    results: what was found on pages before; nothing of those that told of what has been removed since.
    """
    try:
        looked = look(built.path, built.pages, expected.address, results)
    except OSError as error:
        return [trouble(error, built.path)]
    problems = add_search(built.path, built.pages, work.write, looked.found)
    return problems or site.audit(built.path, expected, looked.seen)


def make_ready(
    checked: Checked, dataset: Dataset, bulletins: Bulletins, report: Report, shared: bool
) -> tuple[dict[str, Content], tuple[Output, ...], tuple[Output, ...], list[Problem]]:
    """What is dear to make and kept: photos, with the other files that pages show, documents, and cards.

    shared: whether links to the pages may be shared, so that there are cards.
    """
    gone = {removed.address for removed in dataset.removed} if shared else set()
    others = [article for article in checked.dataset.articles if article.address not in gone]
    staying = {photo.file for article in others for photo in article.photos if photo.file} if gone else None
    preparing = partial(report.stage, say("Preparing photos"))
    files, noted = checked.enclosed.shown_by(bulletins, preparing, staying)
    if has_errors(noted):
        return files, (), (), noted
    told = partial(report.stage, say("Setting documents"))
    documents, untold = ready_documents(checked.enclosed, dataset, bulletins, files, told)
    drawing = partial(report.stage, say("Drawing cards"))
    places = {f"/{record.address}/": record.where() for record in dataset.articles}
    wanted = cards_of(bulletins) if shared else {}
    cards, undrawn = ready_cards(wanted, checked.enclosed.cache, places, drawing, bool(gone))
    undrawn = [one for one in undrawn if not checked.enclosed.accepts(one)]
    return files, documents, cards, [*noted, *untold, *undrawn]


def _write_pages(checked: Checked, said: Said, work: Work, report: Report) -> list[Problem]:
    """The folder that the engine builds from, with the photos and files that the pages show, and what
    static hosts are to send; what pages offer comes when they are built."""
    report.stage(say("Writing pages"), 0, 0)
    with collection_paused():
        drawn = draw(said.bulletins, said.outputs, spread)
    problems = site.write_folder(
        work.pages,
        configuration(said.bulletins, POLICY if said.carried else "", said.outputs),
        base=checked.files.configuration,
        pages=drawn,
        files={**said.files, HEADERS_FILE: headers_text().encode()},
        later=said.outputs.sources,
        write=work.write,
    )
    if not problems:
        work.write(work.ledger / LEDGER, ledger_text(said.ledger).encode())
        work.write(work.pages / NGINX_FILE, nginx_text().encode())
    return problems
