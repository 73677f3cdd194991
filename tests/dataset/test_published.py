"""The ledger of what was published: what it keeps, what it notices, and how two clerks' lines merge."""

from __future__ import annotations

import re
import subprocess
from datetime import date
from pathlib import Path

import pytest

from bantin.dataset.published import Line, brought_up_to, lines_now, read_published
from bantin.language import parse_instant
from tests.dataset.projects import EXAMPLE, Files, changed, checked, files_of
from tests.dataset.rule_examples import ARTICLE_2019, RESULT_2019, correction, withdrawn

NOW = parse_instant("01/12/2026 08:00")
FILE = "data/published/2026.jsonl"


def ledger(files: Files | None = None) -> dict[str, bytes]:
    return brought_up_to((), lines_now(checked(files or files_of(EXAMPLE)).dataset, NOW))


def lines(content: dict[str, bytes]) -> tuple[Line, ...]:
    found, problems = read_published(content)
    assert problems == []
    return found


def rules(files: Files, before: dict[str, bytes] | None = None) -> list[str]:
    return checked(files, published=lines(before or ledger())).rules


def test_what_is_public_is_entered_and_nothing_else() -> None:
    files = changed(files_of(EXAMPLE), ARTICLE_2019, "status: ready", "status: draft")
    kept = {line.key for line in lines(ledger(files))}
    assert kept == {
        ("article", "tin-phien-thuong-ky-2024-11"),
        ("meeting", "phien-thuong-ky-2024-11"),
        ("result", "ket-qua-2024"),
    }


def test_a_ledger_is_the_same_after_the_next_build_and_after_reading() -> None:
    content = ledger()
    dataset = checked(files_of(EXAMPLE)).dataset
    assert brought_up_to(lines(content), lines_now(dataset, NOW)) == content
    assert [line.text().encode() for line in lines(content)] == content[FILE].splitlines()


def test_records_as_they_were_published_have_no_problem() -> None:
    assert rules(files_of(EXAMPLE)) == []


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [
        ("actual: trên 4.300", "actual: trên 4.400", "dang-vien"),
        ("    actual: 6\n", "    actual: 7\n", "ky-luat-ubkt"),
        ("    change: +17", "    change: +18", "to-chuc-ubkt.change"),
        ("    actual: 6\n", "", "ky-luat-ubkt"),
    ],
)
def test_a_published_figure_that_changed_silently_is_one_error_at_its_line(
    old: str, new: str, name: str
) -> None:
    files = changed(files_of(EXAMPLE), RESULT_2019, old, new)
    seen = checked(files, published=lines(ledger()))
    [problem] = [one for one in seen.problems if one.rule == "published-figure-changed"]
    line = seen.loaded.lines[RESULT_2019][problem.location.line - 1]
    assert (new or "name: ky-luat-ubkt").split("\n")[0].strip() in line
    assert problem.remedy is not None
    assert f"  - figure: {name}" in problem.to_write
    assert all(f"     {line}\n" in seen.text() for line in problem.to_write if "figure" in line)


def test_all_silent_changes_of_a_record_are_one_correction_with_nothing_made_up() -> None:
    files = changed(files_of(EXAMPLE), RESULT_2019, "    actual: 6\n", "    actual: 7\n")
    files = changed(files, RESULT_2019, "actual: trên 4.300", "actual: trên 4.400")
    found = checked(files, published=lines(ledger())).problems
    first, second = [one for one in found if one.rule == "published-figure-changed"]
    named = [text.strip() for text in first.to_write if "figure" in text]
    assert sorted(named) == ["- figure: dang-vien", "- figure: ky-luat-ubkt"]
    assert second.to_write == ()
    copied = {"data/corrections/2026/mot.yml": "\n".join(first.to_write).encode()}
    assert rules({**files, **copied}).count("missing-field") == 3


def test_a_renamed_figure_is_not_answered_with_a_correction() -> None:
    files = changed(files_of(EXAMPLE), RESULT_2019, "name: ky-luat-ubkt", "name: ky-luat-khoi")
    found = checked(files, published=lines(ledger())).problems
    [problem] = [one for one in found if one.rule == "published-figure-changed"]
    assert problem.to_write == ()


def test_what_waits_for_nothing_is_public_since_the_build_that_first_has_it() -> None:
    files = {name: text for name, text in files_of(EXAMPLE).items() if name != ARTICLE_2019}
    found = {line.id: line.since for line in lines_now(checked(files).dataset, NOW)}
    assert found["ket-qua-2019"] == NOW.date()


def test_writing_a_number_in_another_way_is_no_change() -> None:
    files = changed(files_of(EXAMPLE), RESULT_2019, "actual: trên 4.300", "actual: hơn 4300")
    assert rules(files) == []


def test_a_correction_explains_the_change_and_so_does_a_chain_of_two() -> None:
    files = changed(files_of(EXAMPLE), RESULT_2019, "    actual: 6\n", "    actual: 8\n")
    first = correction("  - figure: ky-luat-ubkt\n    was: 6")
    assert rules({**files, first[0]: first[1].encode()}) == []
    second = correction("  - figure: ky-luat-ubkt\n    was: 7", "on: 25/11/2026\n", "lan-hai")
    both = {**files, first[0]: first[1].encode(), second[0]: second[1].encode()}
    assert rules(both) == []
    only_second = {**files, second[0]: second[1].encode()}
    assert rules(only_second) == ["published-figure-changed"]


@pytest.mark.parametrize(
    ("old", "new"), [("on: 24/11/2026", "on:"), ("severity:", "severity"), ("on: 24", "on: 34")]
)
def test_a_correction_that_cannot_be_read_is_one_problem(old: str, new: str) -> None:
    """The change that it is to explain is none of its own."""
    files = changed(files_of(EXAMPLE), RESULT_2019, "    actual: 6\n", "    actual: 8\n")
    name, text = correction("  - figure: ky-luat-ubkt\n    was: 6")
    assert rules({**files, name: text.encode()}) == []
    assert text.count(old) == 1
    [found] = rules({**files, name: text.replace(old, new).encode()})
    assert found != "published-figure-changed"


def test_an_address_may_change_when_the_old_one_is_kept() -> None:
    old = "address: tin/2019/12/dang-uy-khoi-ccq-tinh-kiem-tra-giam-sat-nam-2019"
    moved = changed(files_of(EXAMPLE), ARTICLE_2019, old, "address: tin/2019/12/moi")
    assert rules(moved) == ["published-address-lost"]
    former = f"address: tin/2019/12/moi\nformer_addresses: [{old.removeprefix('address: ')}]"
    assert rules(changed(files_of(EXAMPLE), ARTICLE_2019, old, former)) == []


def test_a_deleted_record_is_an_error_and_a_withdrawn_one_is_not() -> None:
    files = {name: text for name, text in files_of(EXAMPLE).items() if name != ARTICLE_2019}
    assert rules(files) == ["published-record-deleted"]
    gone = withdrawn("removed", "25/11/2026")
    assert rules(changed(files_of(EXAMPLE), ARTICLE_2019, "status: ready\n", gone)) == []
    hidden = changed(files_of(EXAMPLE), ARTICLE_2019, "status: ready", "status: withdrawn")
    assert rules(hidden) == ["published-record-deleted"]


def test_a_removed_record_keeps_address_and_days_and_no_figure() -> None:
    files = files_of(EXAMPLE)
    for file in (ARTICLE_2019, RESULT_2019):
        files = changed(files, file, "status: ready\n", withdrawn("removed", "25/11/2026"))
    content = brought_up_to(lines(ledger()), lines_now(checked(files).dataset, NOW))
    removed = [line for line in lines(content) if line.removed]
    assert {(line.kind, line.removed) for line in removed} == {
        ("article", date(2026, 11, 25)),
        ("result", date(2026, 11, 25)),
    }
    assert all(not line.figures for line in removed)
    assert [line.addresses for line in removed if line.kind == "article"] != [()]
    assert rules(files, content) == []


def test_a_correction_is_entered_and_stays() -> None:
    name, text = correction("  - figure: ky-luat-ubkt\n    was: 7")
    content = ledger({**files_of(EXAMPLE), name: text.encode()})
    assert ("correction", "dinh-chinh") in {line.key for line in lines(content)}
    assert rules(files_of(EXAMPLE), content) == ["published-record-deleted"]
    minor = text.replace("severity: major", "severity: minor").encode()
    assert rules({**files_of(EXAMPLE), name: minor}, content) == ["published-record-deleted"]


def test_a_line_changed_by_hand_or_taken_out_is_noticed() -> None:
    content = ledger()[FILE]
    edited = content.replace(b'"ky-luat-ubkt":"6"', b'"ky-luat-ubkt":"7"')
    _, problems = read_published({FILE: edited})
    assert [problem.location.line for problem in problems][:1] == [4]
    for number in range(4):
        kept = content.splitlines(keepends=True)
        del kept[number]
        _, problems = read_published({FILE: b"".join(kept)})
        assert problems, number


def test_lines_of_two_clerks_merge(tmp_path: Path) -> None:
    """Both enter other records on branches of their own; git keeps all lines, and a build sorts them."""

    def git(*arguments: str) -> None:
        name = ("-c", "user.name=x", "-c", "user.email=x@example.org")
        subprocess.run(["git", *name, *arguments], cwd=tmp_path, check=True, capture_output=True)

    def enter(*names: str) -> None:
        old, _ = read_published({FILE: (tmp_path / FILE).read_bytes()})
        new = [Line("article", name, date(2026, 12, 1), (f"tin/{name}",)) for name in names]
        for file, content in brought_up_to(old, new).items():
            (tmp_path / file).write_bytes(content)
        git("commit", "-qam", "x")

    git("init", "-q", "-b", "main")
    (tmp_path / "data/published").mkdir(parents=True)
    (tmp_path / FILE).write_bytes(ledger()[FILE])
    template = Path("bantin/cli/templates/gitattributes.txt")
    (tmp_path / ".gitattributes").write_bytes((Path(__file__).parents[2] / template).read_bytes())
    git("add", ".")
    git("commit", "-qm", "x")
    git("switch", "-qc", "other")
    enter("tin-b", "tin-c")
    git("switch", "-q", "main")
    enter("tin-a", "tin-d")
    git("merge", "-q", "other")
    merged = lines({FILE: (tmp_path / FILE).read_bytes()})
    assert {"tin-a", "tin-b", "tin-c", "tin-d"} <= {line.id for line in merged}
    sorted_again = lines(brought_up_to(merged, ()))
    assert [line.key for line in sorted_again] == sorted(line.key for line in merged)


def test_a_former_address_is_not_where_a_copy_of_an_article_stands() -> None:
    old = "published_on:"
    copy = f"former_addresses: [{_address(ARTICLE_2019)}/ban-1]\n{old}"
    assert rules(changed(files_of(EXAMPLE), ARTICLE_2019, old, copy)) == ["former-address-taken"]


def _address(file: str) -> str:
    found = re.search(r"^address: (.+)$", files_of(EXAMPLE)[file].decode(), re.MULTILINE)
    assert found is not None
    return found[1]
