"""What the ledger says of values that corrections replaced, one after the other."""

from __future__ import annotations

from functools import cache

from bantin.compose import compose
from bantin.ledger import Asked, Entry, Ledger, enter, trace
from tests.dataset.projects import Files, checked, files_of
from tests.figures.small import NOW

SECOND = """\
format: 1
id: lan-hai
record: ket-qua-2024
places:
  - figure: ky-luat.khien-trach
    was: 8
  - figure: ky-luat
    was: 12
on: 08/03/2026
noticed: 08/03/2026
reason: Còn sót một trường hợp.
severity: major
decided_by: Người phụ trách nội dung
"""
VOTES = """\
format: 1
id: phieu
record: ky-hop-12
places:
  - field: acts.2.vote.in_favour
    was: 47
on: 05/03/2026
noticed: 05/03/2026
reason: Ghi nhầm khi chép biên bản.
severity: major
decided_by: Người phụ trách nội dung
"""
RESULT = "data/results/2024/ket-qua-2024.yml"
FIRST = "/tin/2025/01/ket-qua-ky-luat-nam-2024/"


def corrected_twice() -> Files:
    """The golden project with its value of 2024 corrected once more: 11, then 12, now 13."""
    files = files_of("dinh-chinh")
    present = (
        files[RESULT].decode().replace("actual: 12", "actual:\n      value: 13\n      finality: provisional")
    )
    present = present.replace("khien-trach: 8", "khien-trach: 9").replace(
        "provisional", "provisional\n      since: 15/01/2025"
    )
    return {**files, RESULT: present.encode(), "data/corrections/2026/lan-hai.yml": SECOND.encode()}


@cache
def ledger() -> Ledger:
    dataset = checked(corrected_twice()).dataset.public(NOW)
    return enter(compose(dataset, NOW, {}, {}), dataset)


def entry(name: str) -> Entry:
    return next(one for one in ledger().entries if one.name == name)


def votes_corrected() -> Ledger:
    """A council whose votes for an act were first told as 47."""
    files = files_of("council")
    first = VOTES.encode()
    dataset = checked({**files, "data/corrections/2026/phieu.yml": first}).dataset.public(NOW)
    return enter(compose(dataset, NOW, {}, {}), dataset)


def test_a_number_that_is_no_observation_is_an_old_value_too() -> None:
    told = [one for one in votes_corrected().entries if one.name.startswith("ky-hop-12/acts.1.in-favour")]
    present, old = sorted(told, key=lambda one: one.until)
    assert (present.value, old.value, old.until) == ("48", "47", "2026-03-05")
    assert (old.record, old.correction) == ("data/corrections/2026/phieu.yml:6", "phieu")
    shown = {place.file: place.text for place in old.places}
    assert shown["/dinh-chinh/"] == "47"
    assert [text for file, text in shown.items() if file.endswith("/ban-1/")] == ["47"]
    assert {"/dinh-chinh/"} < files(present)
    assert not [one.name for one in votes_corrected().entries if ".vote." in one.name]


def files(of: Entry) -> set[str]:
    return {place.file for place in of.places}


def test_each_value_is_kept_by_the_correction_that_replaced_it() -> None:
    names = ["ky-luat", "ky-luat@lan-hai", "ky-luat@khien-trach-2024"]
    told = [entry(f"ket-qua-2024/{name}") for name in names]
    assert [(one.value, one.until, one.record) for one in told] == [
        ("13", "", f"{RESULT}:13"),
        ("12", "2026-03-08", "data/corrections/2026/lan-hai.yml:8"),
        ("11", "2026-03-05", "data/corrections/2026/khien-trach-2024.yml:7"),
    ]


def test_each_copy_shows_the_value_of_its_time() -> None:
    assert f"{FIRST}ban-1/" in files(entry("ket-qua-2024/ky-luat@khien-trach-2024"))
    assert f"{FIRST}ban-2/" in files(entry("ket-qua-2024/ky-luat@lan-hai"))
    assert files(entry("ket-qua-2024/ky-luat")).isdisjoint({f"{FIRST}ban-1/", f"{FIRST}ban-2/"})


def test_what_a_notice_called_present_is_an_old_value_once_it_was_corrected_again() -> None:
    """The first correction says "trước là 11, nay là 12", the second "trước là 12, nay là 13"."""
    for name in ("ky-luat", "ky-luat@lan-hai", "ky-luat@khien-trach-2024"):
        assert "/dinh-chinh/" in files(entry(f"ket-qua-2024/{name}"))
    log = [place for place in entry("ket-qua-2024/ky-luat@lan-hai").places if place.file == "/dinh-chinh/"]
    assert len([place for place in log if ".changes" in place.at]) == 2
    assert [place.at for place in log if ".changes" not in place.at] == ["entries[1].copies[1].text"]


def test_an_old_derived_value_follows_from_the_values_of_its_time() -> None:
    change = entry("ket-qua-2025/ky-luat.change@khien-trach-2024")
    assert (change.value, change.formula, change.origin) == ("-2", "9 − 11 = −2", "computed")
    assert change.record == "data/corrections/2026/khien-trach-2024.yml:7"
    actual, previous = change.terms
    assert actual.endswith("/2025/actual") and previous.endswith("/2025/previous@khien-trach-2024")


def test_a_value_that_still_holds_is_the_present_one_in_a_copy_too() -> None:
    warned = entry("ket-qua-2024/ky-luat.canh-cao")
    assert {f"{FIRST}ban-1/", f"{FIRST}ban-2/", FIRST} <= files(warned)
    assert not any(one.name.startswith("ket-qua-2024/ky-luat.canh-cao@") for one in ledger().entries)


def test_an_old_number_is_found_by_its_name_by_itself_and_beside_the_present_one() -> None:
    found = trace(ledger(), "ket-qua-2024/ky-luat@lan-hai")
    assert [one.value for one in found.entries] == ["12"]
    assert "ket-qua-2024/ky-luat@khien-trach-2024" in {one.name for one in trace(ledger(), "11").entries}
    present = trace(ledger(), "ket-qua-2024/ky-luat")
    assert present.asked is Asked.FIGURE and len(present.entries) == 1
    assert {"ket-qua-2024/ky-luat@lan-hai", "ket-qua-2024/ky-luat@khien-trach-2024"} <= set(present.related)
