"""Everything public → the files of the dataset, on one screen."""

from __future__ import annotations

from collections.abc import Iterator

from bantin.compose.open_data import CATALOGUE_AT, OPEN_DATA, PACKAGE_AT, SCHEMAS_AT
from bantin.compose.said import Bulletins
from bantin.dataset import Dataset
from bantin.ledger import Ledger
from bantin.outputs.open_data.bulletins import acts, bulletin, corrections
from bantin.outputs.open_data.catalogue import catalogue
from bantin.outputs.open_data.figures import FigureTeller, withdrawn_in
from bantin.outputs.open_data.json_files import index_file, json_outputs
from bantin.outputs.open_data.json_schema import schema_text
from bantin.outputs.open_data.package import package
from bantin.outputs.open_data.references import Described, changed_on
from bantin.outputs.open_data.registers import indicators, organisations, periods
from bantin.outputs.open_data.shape import File
from bantin.outputs.open_data.tables import (
    ACTS,
    BULLETINS,
    CORRECTIONS,
    FIGURES,
    FILES,
    INDICATORS,
    ORGANISATIONS,
    PERIODS,
    TABLES,
    Filled,
    schema_path,
)
from bantin.outputs.output import Output


def open_data(bulletins: Bulletins, dataset: Dataset, ledger: Ledger) -> Iterator[Output]:
    """All files of the dataset. dataset: the public one, which the bulletins were composed from."""
    publisher = bulletins.publisher
    tables = tables_of(bulletins, dataset, ledger)
    described = Described(publisher, changed_on(bulletins), tables)
    whole = package(described, OPEN_DATA, PACKAGE_AT)
    yield whole
    files = [_file(whole, described.title)]
    for filled in tables:
        for output, title, rows in json_outputs(filled, publisher):
            yield output
            schema = f"/{schema_path(filled.table)}"
            files.append(_file(output, title, rows, schema))
    for table in (*TABLES, FILES):
        schema_of = schema_text(table, publisher).encode()
        yield Output(schema_path(table), schema_of, (), OPEN_DATA, SCHEMAS_AT, table.title)
    yield index_file(files, publisher, OPEN_DATA, CATALOGUE_AT)
    yield catalogue(described, files, OPEN_DATA, CATALOGUE_AT)


def _file(output: Output, title: str, rows: int | None = None, schema: str = "") -> File:
    return File(output.address, title, output.media, len(output.content), output.digest, rows, schema)


def tables_of(bulletins: Bulletins, dataset: Dataset, ledger: Ledger) -> tuple[Filled, ...]:
    """All tables with their rows, whose addresses are rooted."""
    teller = FigureTeller(dataset, ledger, withdrawn_in(bulletins.statistics, dataset))
    figures = tuple(teller.all())
    told = [figure for figure, _ in figures]
    bare = (
        (INDICATORS, indicators(told, dataset)),
        (ORGANISATIONS, organisations(told, dataset, bulletins)),
        (PERIODS, periods(teller.periods, bulletins)),
    )
    return (
        Filled(FIGURES, figures),
        *(Filled(table, tuple((row, ()) for row in rows)) for table, rows in bare),
        Filled(BULLETINS, tuple(map(bulletin, bulletins.articles))),
        Filled(ACTS, tuple(act for article in bulletins.articles for act in acts(article))),
        Filled(CORRECTIONS, tuple(corrections(bulletins.log))),
    )
