import json
from datetime import UTC, datetime
from pathlib import Path

from bantin.dataset.why import Answer, State
from bantin.problems import say
from tests.cli.fake_way import CLOCK, Bantin

SINCE = datetime(2026, 11, 22, tzinfo=UTC)
SENTENCE = say("“{name}” is not public: it is a draft", name="tin-a")


def test_one_sentence_is_printed(bantin: Bantin) -> None:
    bantin.way.answer = Answer("tin-a", "data/a.yml", State.DRAFT, False, None, "/tin/a/", SENTENCE)
    ended = bantin("why", "tin-a")
    assert (ended.code, ended.output) == (0, "“tin-a” chưa được công bố vì còn là bản nháp\n")
    assert bantin.way.asked == [("why", Path(), "tin-a", CLOCK)]


def test_programs_get_an_object(bantin: Bantin) -> None:
    bantin.way.answer = Answer("tin-a", "data/a.yml", State.PUBLIC, True, SINCE, "/tin/a/", SENTENCE)
    ended = bantin("why", "/tin/a/", "--format", "json", "--lang", "en")
    assert json.loads(ended.output) == {
        "id": "tin-a",
        "file": "data/a.yml",
        "state": "public",
        "public": True,
        "since": "2026-11-22T00:00+00:00",
        "address": "/tin/a/",
        "sentence": "“tin-a” is not public: it is a draft",
    }


def test_an_unknown_name_is_wrong_usage_and_near_names_are_told(bantin: Bantin) -> None:
    bantin.way.answer = ["tin-a", "tin-b"]
    ended = bantin("why", "tin-aa")
    assert ended.code == 2
    assert "có phải là “tin-a”, “tin-b”?" in ended.errors
    bantin.way.answer = []
    assert bantin("why", "x").errors.rstrip().endswith("không bản ghi nào có mã, tệp hay địa chỉ “x”")
