"""The dataset that others build upon: every figure exactly, in a shape that its schema describes."""

from __future__ import annotations

import csv
import io
import json
import posixpath
import re
import warnings
import zipfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft202012Validator, FormatChecker, ValidationError

from bantin.compose.said import Acts, Status, plain
from bantin.dataset import load
from bantin.ledger import Ledger, trace
from bantin.outputs.open_data.csv_files import columns
from bantin.outputs.open_data.figures import public_id
from bantin.outputs.open_data.shape import Figure
from tests.dataset.projects import files_of
from tests.outputs.public import CASES, Published, publish, published

PACKAGE = "du-lieu/bo-du-lieu.zip"
V1 = "du-lieu/v1/"

every_case = pytest.mark.parametrize("name", CASES)
some_cases = pytest.mark.parametrize("name", ["dinh-chinh", "council", "quy-chin-thang", "cap-doi-tuong"])


def json_files(of: Published) -> dict[str, dict[str, Any]]:
    return {
        path: json.loads(content, parse_float=Decimal, parse_int=Decimal)
        for path, content in of.outputs.contents.items()
        if path.startswith(V1) and "/schema/" not in path
    }


def figures(of: Published) -> list[dict[str, Any]]:
    return [one for told in json_files(of).values() for one in told.get("figures", ())]


def rooted(of: Published, address: str) -> str:
    """An address in the files as the program has it."""
    return address.removeprefix(of.bulletins.publisher.site_address.rstrip("/"))


def validator(of: Published, path: str, told: dict[str, Any]) -> Draft202012Validator:
    schema = rooted(of, told["$schema"])
    beside = posixpath.normpath(f"{posixpath.dirname(path)}/{schema}")
    read = json.loads(of.text(schema.lstrip("/") if schema.startswith("/") else beside))
    assert read.get("$id", "") == (told["$schema"] if of.bulletins.publisher.site_address else "")
    Draft202012Validator.check_schema(read)
    return Draft202012Validator(read, format_checker=FormatChecker())


def members(of: Published) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(of.outputs.contents[PACKAGE])) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rows(of: Published, file: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(members(of)[file].decode(), newline="")))


@every_case
def test_every_json_file_is_as_its_schema_says(name: str) -> None:
    of = published(name)
    found = json_files(of)
    assert {Path(path).stem for path in found} >= {"muc-luc", "chi-tieu", "co-quan", "ky", "dinh-chinh"}
    for path, told in found.items():
        plain = json.loads(of.text(path))
        validator(of, path, told).validate(plain)


def test_a_value_that_is_no_number_is_refused_by_the_schema() -> None:
    of = published("dinh-chinh")
    path, told = next((path, told) for path, told in json_files(of).items() if told.get("figures"))
    told["figures"][0]["value"] = "22"
    with pytest.raises(ValidationError):
        validator(of, path, told).validate(told)


@every_case
def test_every_figure_of_the_ledger_is_there_with_exactly_its_value(name: str) -> None:
    of = published(name)
    by_id = {one["id"]: one for one in figures(of)}
    assert len(by_id) == len(figures(of))
    for entry in of.ledger.entries:
        one = by_id.pop(public_id(entry.identity))
        ends = [str(one[end]) for end in ("value", "high") if end in one]
        assert "/".join(ends) == entry.value, entry.name
        assert one["unit"] == entry.unit if entry.unit else "unit" not in one
    assert {one["status"] for one in by_id.values()} <= {"not_published"}
    assert not [one for one in by_id.values() if "value" in one]


@every_case
def test_the_tables_of_the_package_say_the_same(name: str) -> None:
    of = published(name)
    by_id = {one["id"]: one for one in figures(of)}
    table = rows(of, "so-lieu.csv")
    assert {row["id"] for row in table} == by_id.keys()
    for row in table:
        one = by_id[row["id"]]
        for field in columns(Figure):
            told = one.get(field.name, [] if field.many else "")
            written = row[field.name].split(" ") if field.many and row[field.name] else row[field.name]
            assert (written or told) == (told if field.many else str(told)), (row["id"], field.name)


def test_what_was_not_published_has_a_row_and_no_value() -> None:
    missing = [one for one in figures(published("example")) if one["status"] == "not_published"]
    missing += [one for one in figures(published("cap-doi-tuong")) if one["status"] == "not_published"]
    assert missing and all("value" not in one and one["address"] for one in missing)
    zeros = [one for one in figures(published("example")) if one.get("value") == 0]
    assert zeros and {one["status"] for one in zeros} <= {"published", "implied", "computed"}


def test_wherever_a_page_says_that_a_value_was_not_published_there_is_such_a_row() -> None:
    said = 0
    for name in CASES:
        of = published(name)
        missing = {rooted(of, one["address"]) for one in figures(of) if one["status"] == "not_published"}
        for page in of.bulletins.statistics:
            tables = [table for body in page.bodies for one in body.subjects for table in one.tables]
            rows = [row for table in tables if not table.is_series for row in table.rows]
            for row in rows:
                absent = row.current.status is Status.NOT_PUBLISHED
                assert (f"{page.address}#{row.anchor}" in missing) == absent, row
                said += absent
    assert said


def test_numbers_come_back_negative_and_with_decimals() -> None:
    values = [one["value"] for name in CASES for one in figures(published(name)) if "value" in one]
    assert min(values) < 0 and any(value % 1 for value in values)


def test_a_corrected_value_stays_with_the_day_on_which_it_was_replaced() -> None:
    old = [one for one in figures(published("dinh-chinh")) if one.get("correction")]
    ids = {one["id"] for one in json_files(published("dinh-chinh"))[f"{V1}dinh-chinh.json"]["corrections"]}
    assert old and all(one["replaced_on"] and one["correction"] in ids for one in old)


def test_figures_of_a_withdrawn_result_say_since_when_they_are_for_reference_only() -> None:
    files = dict(files_of("dinh-chinh"))
    name = "data/results/2025/ket-qua-2025.yml"
    text = files[name].decode().replace("status: ready", "status: withdrawn")
    notice = "withdrawal:\n  kind: outdated\n  on: 10/02/2026\n  reason: cách đếm đã đổi\n"
    files[name] = text.replace("organisation:", f"{notice}organisation:", 1).encode()
    of = publish(load(files).dataset, CASES["dinh-chinh"])
    told = {(one["period"], one.get("withdrawn_on")) for one in figures(of) if one["aspect"] == "value"}
    assert told == {("2025", "2026-02-10"), ("2024", None)}


def test_a_bulletin_is_told_whole_with_the_figures_in_it() -> None:
    of = published("dinh-chinh")
    known = {one["id"] for one in figures(of)}
    told = [one for file in json_files(of).values() for one in file.get("bulletins", ())]
    assert [one["address"] for one in told]
    for one in told:
        article = next(each for each in of.bulletins.articles if each.address == rooted(of, one["address"]))
        assert set(one["figures"]) <= known and one["figures"]
        assert len(one["body"]) == len(article.body)


def test_acts_are_told_with_their_force_in_the_order_of_the_bulletin() -> None:
    of = published("council")
    told = [one for file in json_files(of).values() for one in file.get("acts", ())]
    blocks = [block for article in of.bulletins.articles for block in article.body if isinstance(block, Acts)]
    said = [(item.force, plain(item.prose)) for block in blocks for item in block.items]
    assert told and sorted((one["force"], one["text"]) for one in told) == sorted(said)
    assert {rooted(of, one["bulletin"]) for one in told} <= {
        article.address for article in of.bulletins.articles
    }


def test_an_id_of_words_is_ascii_and_is_traced_as_it_is() -> None:
    identity = "kiem-tra/ubkt//cấp xã, 50% cơ sở////2024/actual"
    name = public_id(identity)
    assert name.isascii() and " " not in name and unquote(name) == identity
    entry = replace(published("council").ledger.entries[0], identity=identity)
    assert trace(Ledger((entry,)), name).entries == (entry,)
    assert public_id("ky-luat//////2024/actual@dinh-chinh") == "ky-luat//////2024/actual@dinh-chinh"


def test_the_index_lists_every_file_with_its_size_and_digest() -> None:
    of = published("dinh-chinh")
    listed = {rooted(of, one["address"]): one for one in json_files(of)[f"{V1}muc-luc.json"]["files"]}
    for output in of.outputs.files:
        if output.path.startswith("du-lieu/") and "/schema/" not in output.path:
            if output.path.endswith(("muc-luc.json", "danh-muc.jsonld")):
                continue
            one = listed.pop(output.address)
            assert (one["bytes"], one["sha256"]) == (len(output.content), output.digest)
    assert listed == {}


def test_one_figure_stands_on_each_line_and_one_part_of_a_bulletin() -> None:
    of = published("council")
    for path, told in json_files(of).items():
        [held] = [value for value in told.values() if isinstance(value, list)]
        lines = of.text(path).splitlines()
        if "/so-lieu/" in path:
            assert len([line for line in lines if line.startswith('{"id":')]) == len(held)
        if "/tin/" in path:
            parts = [line for line in lines if line.startswith('{"type":')]
            assert len(parts) == sum(len(one["body"]) for one in held)


@every_case
def test_each_figure_is_shown_where_the_ledger_says(name: str) -> None:
    of = published(name)
    files = {
        path: text.decode().split("\n") for path, text in of.outputs.contents.items() if path.startswith(V1)
    }
    files |= {f"{PACKAGE}:{path}": text.decode().split("\n") for path, text in members(of).items()}
    shown = 0
    for output in of.outputs.files:
        for _, place in output.shown if output.path.startswith("du-lieu/") else ():
            inside, _, at = place.at.rpartition(", ")
            path = f"{output.path}:{inside}" if inside else output.path
            assert place.text in files[path][int(at.removeprefix("dòng ")) - 1], place
            shown += 1
    assert shown >= 2 * len(of.ledger.entries)


def addresses_in(told: Any) -> list[str]:
    """All values that name a place on the site, but for ids."""
    if isinstance(told, dict):
        return [one for name, value in told.items() if name != "id" for one in addresses_in(value)]
    if isinstance(told, list):
        return [one for value in told for one in addresses_in(value)]
    return [told] if isinstance(told, str) and re.match(r"/|https://songlam", told) else []


def test_addresses_are_whole_where_that_of_the_site_is_known_and_rooted_elsewhere() -> None:
    of = published("dinh-chinh")
    files = json_files(of)
    found = [one for told in files.values() for one in addresses_in(told)]
    assert len(found) > 50 and {one.startswith("https://songlam.example/ban-tin") for one in found} == {True}
    paths = {*of.outputs.contents, *(page.address.strip("/") for page in of.bulletins.statistics)}
    for told in files[f"{V1}muc-luc.json"]["files"]:
        assert rooted(of, told["address"]).strip("/") in paths
    assert {row["address"].split("/so-lieu/")[0] for row in rows(of, "ky.csv")} <= {
        "",
        "https://songlam.example/ban-tin",
    }
    bare = [one for told in json_files(published("half-year")).values() for one in addresses_in(told)]
    assert bare and all(one.startswith("/") for one in bare)


def test_ids_do_not_change_with_the_address_of_the_site() -> None:
    told = [one for file in json_files(published("council")).values() for one in file.get("acts", ())]
    assert told and all(one["id"].startswith("/") for one in told)


def test_the_text_to_read_first_says_what_a_line_is_and_how_addresses_are_written() -> None:
    text = members(published("dinh-chinh"))["doc-me.txt"].decode("utf-8-sig")
    assert "- tin.csv (Tin): mỗi dòng là một bài.\n" in text
    assert re.search(r"Thay đổi gần nhất: \d{2}/\d{2}/\d{4}\n", text) and "- Địa chỉ viết đầy đủ.\n" in text


@some_cases
def test_frictionless_accepts_the_package(name: str, tmp_path: Path) -> None:
    assert problems_of(members(published(name)), tmp_path) == []


def problems_of(files: dict[str, bytes], folder: Path) -> list[str]:
    """What frictionless says of a package, unpacked."""
    from frictionless import Package, system

    for file, content in files.items():
        (folder / file).write_bytes(content)
    with system.use_context(trusted=True):
        report = Package(str(folder / "datapackage.json")).validate()
    return [f"{error.type}: {error.message}" for task in report.tasks for error in task.errors] + [
        error.message for error in report.errors
    ]


OF_OPTIONAL = "an indicator that is none"
"""CSVW, which allows no empty reference, is not told of those that a row may leave out."""

DAMAGED = {
    "a number in words": (b",published,value,11,", b",published,value,muoi mot,"),
    OF_OPTIONAL: (b",dang-vien-bi-ky-luat,", b",khong-co,"),
    "a status of its own": (b",published,value,", b",guessed,value,"),
}


def damaged(how: str) -> dict[str, bytes]:
    """The package with its hash taken out and one thing in its table of figures changed."""
    files = members(published("example"))
    right, wrong = DAMAGED[how]
    assert right in files["so-lieu.csv"]
    described = json.loads(files["datapackage.json"])
    for resource in described["resources"]:
        del resource["hash"], resource["bytes"]
    files["datapackage.json"] = json.dumps(described).encode()
    files["so-lieu.csv"] = files["so-lieu.csv"].replace(right, wrong, 1)
    return files


@pytest.mark.parametrize("how", DAMAGED)
def test_frictionless_refuses_a_damaged_package(how: str, tmp_path: Path) -> None:
    assert problems_of(damaged(how), tmp_path)


def test_frictionless_refuses_another_table_than_the_one_described(tmp_path: Path) -> None:
    files = members(published("example"))
    files["ky.csv"] += b"2030,x,2030-01-01,2030-12-31,\r\n"
    assert any("hash" in problem for problem in problems_of(files, tmp_path))


def is_valid_csvw(files: dict[str, bytes], folder: Path) -> bool:
    """Whether csvw accepts a package, unpacked. It says what is wrong by warnings, or raises ValueError."""
    from csvw import CSVW

    for file, content in files.items():
        (folder / file).write_bytes(content)
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        try:
            return bool(CSVW(str(folder / "csv-metadata.json"), validate=True, strict=True).is_valid)
        except ValueError:
            return False


@some_cases
def test_csvw_accepts_the_package(name: str, tmp_path: Path) -> None:
    assert is_valid_csvw(members(published(name)), tmp_path)


@pytest.mark.parametrize("how", [how for how in DAMAGED if how != OF_OPTIONAL])
def test_csvw_refuses_a_damaged_package(how: str, tmp_path: Path) -> None:
    assert not is_valid_csvw(damaged(how), tmp_path)


def test_csvw_refuses_an_act_of_a_bulletin_that_is_none(tmp_path: Path) -> None:
    files = members(published("council"))
    right = b",https://hdnd.example/ban-tin/tin/"
    assert right in files["viec.csv"]
    files["viec.csv"] = files["viec.csv"].replace(right, right + b"khong-co-", 1)
    assert not is_valid_csvw(files, tmp_path)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own reader uses it
def test_catalogues_read_what_there_is() -> None:
    from rdflib import DCAT, DCTERMS, RDF, Graph

    of = published("dinh-chinh")
    graph = Graph().parse(data=of.text("du-lieu/danh-muc.jsonld"), format="json-ld", publicID="https://x.vn/")
    [catalogue] = graph.subjects(RDF.type, DCAT.Catalog)
    [dataset] = graph.objects(catalogue, DCAT.dataset)
    files = list(graph.objects(dataset, DCAT.distribution))
    assert len(files) == len(json_files(of)[f"{V1}muc-luc.json"]["files"])
    for file in files:
        assert list(graph.objects(file, DCAT.downloadURL)) and list(graph.objects(file, DCAT.byteSize))
    assert list(graph.objects(dataset, DCTERMS.license)) and list(graph.objects(dataset, DCTERMS.publisher))


def test_the_same_input_gives_the_same_bytes() -> None:
    first = published("dinh-chinh").outputs.contents
    published.cache_clear()
    assert published("dinh-chinh").outputs.contents == first
