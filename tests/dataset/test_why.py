"""``bantin why``: one sentence for each thing that can keep a record from the public."""

from __future__ import annotations

from datetime import datetime

import pytest

from bantin.dataset.why import State, find, nearest_names, why
from bantin.language import parse_instant
from bantin.problems.catalogues import translator
from tests.dataset.projects import EXAMPLE, Files, changed, checked, files_of
from tests.dataset.rule_examples import ARTICLE_2019, RESULT_2019, correction, withdrawn

NOW = parse_instant("01/12/2026 08:00")
ADDRESS = "tin/2019/12/dang-uy-khoi-ccq-tinh-kiem-tra-giam-sat-nam-2019"


def edited(file: str, new: str) -> Files:
    return changed(files_of(EXAMPLE), file, "status: ready\n", new)


def answered(files: Files, name: str, now: datetime = NOW) -> tuple[State, str]:
    dataset = checked(files).dataset
    record = find(dataset, name)
    assert record is not None
    answer = why(dataset, record, now)
    assert answer.public == (answer.state in (State.PUBLIC, State.OUTDATED))
    return answer.state, answer.sentence.translated(translator("vi"))


LATER = "status: ready\npublish_at: 24/12/2026 07:30\n"
CASES: dict[str, tuple[Files, str, State, str]] = {
    "public": (files_of(EXAMPLE), "tin-ket-qua-2019", State.PUBLIC, "công bố từ 22/11/2026 00:00"),
    "draft": (edited(ARTICLE_2019, "status: draft\n"), "tin-ket-qua-2019", State.DRAFT, "bản nháp"),
    "embargo": (edited(ARTICLE_2019, LATER), "tin-ket-qua-2019", State.EMBARGOED, "24/12/2026 07:30"),
    "waits": (edited(ARTICLE_2019, LATER), "ket-qua-2019", State.WAITING, "tin-ket-qua-2019"),
    "waits for nothing": (edited(ARTICLE_2019, "status: draft\n"), "ket-qua-2019", State.WAITING, "chưa"),
    "unfinished": (
        edited(RESULT_2019, "status: draft\n"),
        "tin-ket-qua-2019",
        State.UNFINISHED,
        "ket-qua-2019",
    ),
    "hidden": (edited(ARTICLE_2019, "status: withdrawn\n"), "tin-ket-qua-2019", State.WITHDRAWN, "đã rút"),
    "removed": (
        edited(ARTICLE_2019, withdrawn("removed", "25/11/2026")),
        "tin-ket-qua-2019",
        State.REMOVED,
        "25/11/2026",
    ),
    "outdated": (
        edited(ARTICLE_2019, withdrawn("outdated", "25/11/2026")),
        "tin-ket-qua-2019",
        State.OUTDATED,
        "25/11/2026",
    ),
    "removed later": (
        edited(ARTICLE_2019, withdrawn("removed", "25/12/2026")),
        "tin-ket-qua-2019",
        State.PUBLIC,
        "25/12/2026",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_sentence_says_why(case: str) -> None:
    files, name, state, words = CASES[case]
    found, sentence = answered(files, name)
    assert found is state
    assert words in sentence and name in sentence


def test_a_correction_is_public_from_its_day() -> None:
    name, text = correction("  - figure: ky-luat-ubkt\n    was: 7", "on: 05/12/2026\n")
    files = {**files_of(EXAMPLE), name: text.encode()}
    assert answered(files, "dinh-chinh")[0] is State.EMBARGOED
    assert answered(files, "dinh-chinh", parse_instant("05/12/2026 00:00"))[0] is State.PUBLIC


@pytest.mark.parametrize(
    "asked",
    [
        "tin-ket-qua-2019",
        ARTICLE_2019,
        f"./{ARTICLE_2019}",
        ARTICLE_2019.replace("/", "\\"),
        ADDRESS,
        f"/{ADDRESS}/",
        f"https://example.org/ban-tin/{ADDRESS}/index.html#nguon",
        f"/{ADDRESS}/ban-1/",
    ],
)
def test_a_record_is_found_by_id_file_and_address(asked: str) -> None:
    record = find(checked(files_of(EXAMPLE)).dataset, asked)
    assert record is not None and record.id == "tin-ket-qua-2019"


def test_what_is_not_there_has_near_names() -> None:
    dataset = checked(files_of(EXAMPLE)).dataset
    assert find(dataset, "ket-qua-2018") is None
    assert "ket-qua-2019" in nearest_names(dataset, "ket-qua-2018")
