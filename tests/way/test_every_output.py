"""A number edited by hand in any file beside the pages is told, with another place and its record."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from bantin.compose import compose
from bantin.documenting import ready_documents
from bantin.ledger import Entry, Place
from bantin.outputs import Outputs
from bantin.site import Expectations
from bantin.site.audit.finding import Finding
from bantin.site.audit.links import Surroundings
from bantin.site.audit.outputs import output_findings
from bantin.site.audit.read_back import is_text, values_of
from bantin.site.expecting import expectations
from bantin.site.policy import POLICY
from bantin.way import beside, check
from tests.golden.cases import cases

pytestmark = pytest.mark.slow

_MOST_OF_A_KIND = 150
"""Places of a kind that are edited on each site; where there are more, every so-manieth."""

Posted = tuple[Entry, Place]


@dataclass(frozen=True)
class Finished:
    """A finished site with what the audit expects beside its pages."""

    site: Path
    outputs: Outputs
    expected: Expectations

    def findings(self, path: str, data: bytes) -> list[Finding]:
        """What the audit says of one file with this content."""
        file = self.site / path
        right = file.read_bytes()
        files = {path: self.expected.files[path]}
        try:
            file.unlink()  # the composed file is the same one: it stays as it is
            file.write_bytes(data)
            around = Surroundings(frozenset([path]), replace(self.expected, files=files))
            return list(output_findings(self.site, around))
        finally:
            file.write_bytes(right)

    def posted(self, path: str) -> list[Posted]:
        """What the ledger has of a file."""
        return list(self.expected.ledger.whole.by_file.get(f"/{path}", ()))


@pytest.fixture(scope="module", params=[0, 1], ids=["example", "dinh-chinh"])
def finished(request: pytest.FixtureRequest, sites: list[Path]) -> Finished:
    site = sites[request.param].resolve()
    project = sites[request.param].parent
    case = next(case for case in cases() if case.name == ("example", "dinh-chinh")[request.param])
    checked = check(project, now=case.now)
    public = checked.dataset.public(case.now)
    enclosed = checked.enclosed
    bulletins = compose(public, case.now, enclosed.pictures, checked.pages, enclosed.attachments)
    documents, _ = ready_documents(enclosed, public, bulletins, {}, lambda *_: None)
    outputs, ledger = beside(bulletins, public, POLICY, documents)
    return Finished(site, outputs, expectations(public, bulletins, ledger, True, outputs))


def other(text: str) -> str:
    """The text with its last digit another one."""
    last = [found.start() for found in re.finditer(r"\d", text)][-1]
    return f"{text[:last]}{(int(text[last]) + 1) % 10}{text[last + 1 :]}"


def edited(line: str, text: str) -> str | None:
    """The line with a number in it changed; None where the number does not stand in it.

    A field of comma-separated values is one number; elsewhere a comma can stand inside of one. Days are none.
    """
    number = re.escape(text)
    found = re.search(rf"(?<=,){number}(?=[, \r]|$)|(?<![\d.,\-/]){number}(?!\d|[-/]\d)", line)
    return line[: found.start()] + other(text) + line[found.end() :] if found else None


def some(places: list[Posted]) -> list[Posted]:
    """As many of the places as there is time for, of each kind."""
    kinds: dict[str, list[Posted]] = {}
    for posted in places:
        if re.search(r"\d", posted[1].text):
            kinds.setdefault(posted[1].kind, []).append(posted)
    return [one for group in kinds.values() for one in group[:: max(1, len(group) // _MOST_OF_A_KIND)]]


def of_kind(finished: Finished, text: bool) -> dict[str, bytes]:
    contents = finished.outputs.contents
    return {path: data for path, data in contents.items() if is_text(data) is text}


def test_untouched_files_are_right_and_hold_what_the_ledger_has(finished: Finished) -> None:
    kinds = Counter[str]()
    for path, data in finished.outputs.contents.items():
        assert finished.findings(path, data) == []
        lines = data.decode().split("\n") if is_text(data) else []
        for _, place in finished.posted(path):
            kinds[place.kind] += 1
            if lines:
                assert place.text in lines[int(place.at.removeprefix("dòng ")) - 1], place
    assert kinds >= Counter(["text", "html"])


def test_a_number_edited_in_a_text_file_is_told_with_another_place_and_its_record(finished: Finished) -> None:
    places = [one for path in of_kind(finished, text=True) for one in finished.posted(path)]
    for entry, place in some(places):
        path, number = place.file.removeprefix("/"), int(place.at.removeprefix("dòng "))
        lines = finished.outputs.contents[path].decode().split("\n")
        wrong = edited(lines[number - 1], place.text)
        assert wrong is not None, place
        lines[number - 1] = wrong
        names(finished.findings(path, "\n".join(lines).encode()), entry, place)


def names(found: list[Finding], entry: Entry, place: Place) -> None:
    """Whether the findings name a figure with this number, another place of it, and its record."""
    told = [one for one in found if one.rule == "output-disagrees"]
    assert told, (place, found)
    assert any(dict(one.message.gaps)["name"] == entry.name for one in told), (entry.name, place, told)
    for one in told:
        said = [evidence.translated(str) for evidence in one.evidence]
        assert "data/" in said[-1] and ".yml:" in said[-1], said
        assert len(said) == 2 and said[0].startswith("at /"), said


def test_whatever_else_is_edited_in_any_file_is_told(finished: Finished) -> None:
    for path, data in finished.outputs.contents.items():
        middle = len(data) // 2
        for wrong in (data[:middle] + b"0" + data[middle:], data[:-1], data + b"\n", b""):
            found = finished.findings(path, wrong)
            assert found and {one.rule for one in found} <= {"output-changed", "output-disagrees"}, path


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(files: Mapping[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return target.getvalue()


def one_value_changed(path: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """The file with one number changed at a time, and the place of the number."""
    files, right = members(data), values_of(path, data)
    pattern = rb"<v>[^<]*\d</v>" if path.endswith(".xlsx") else rb"(?<=,)-?\d+(?:\.\d+)?(?=,)"
    for name, content in files.items():
        for found in list(re.finditer(pattern, content))[:_MOST_OF_A_KIND:7]:
            changed = other(found[0].decode()).encode()
            wrong = packed(files | {name: content[: found.start()] + changed + content[found.end() :]})
            there = values_of(path, wrong)
            places = [at for at in right if right[at] != there.get(at)]
            if len(places) == 1:
                yield places[0], wrong


def test_a_number_edited_in_a_file_that_can_be_read_back_is_told(finished: Finished) -> None:
    told_of = Counter[str]()
    for path, data in of_kind(finished, text=False).items():
        if not path.endswith((".xlsx", ".zip")):
            continue
        posted = {place.at: (entry, place) for entry, place in finished.posted(path)}
        for at, wrong in one_value_changed(path, data):
            if at in posted:
                names(finished.findings(path, wrong), *posted[at])
                told_of[path.rpartition(".")[2]] += 1
