import json
from pathlib import Path

from tests.cli.fake_way import CLOCK, ERROR, WARNING, Bantin, Proved

FILE = Path("build/proofs/tin-a.pdf")


def test_the_file_is_told_after_what_is_odd(bantin: Bantin) -> None:
    bantin.way.proved = Proved([WARNING], FILE)
    ended = bantin("proof", "tin-a", "--out", "a.pdf")
    assert ended.code == 0
    assert "odd [name]" in ended.output
    assert ended.output.endswith("bản thảo nằm ở build/proofs/tin-a.pdf; chưa công bố\n")
    assert bantin.way.asked == [("prove", Path(), "tin-a", CLOCK, Path("a.pdf"))]


def test_programs_get_an_object(bantin: Bantin) -> None:
    bantin.way.proved = Proved(file=FILE)
    told = json.loads(bantin("proof", "tin-a", "--format", "json").output)
    assert (told["file"], told["problems"]) == (str(FILE), [])


def test_errors_are_told_and_no_file(bantin: Bantin) -> None:
    bantin.way.proved = Proved([ERROR])
    ended = bantin("proof", "tin-a", "--lang", "en")
    assert ended.code == 1
    assert "wrong [sum]" in ended.output and "proof lies" not in ended.output


def test_an_unknown_name_is_wrong_usage_and_near_names_are_told(bantin: Bantin) -> None:
    bantin.way.proved = Proved(unknown=True, nearest=["tin-a"])
    ended = bantin("proof", "tin-b")
    assert ended.code == 2
    assert "có phải là “tin-a”?" in ended.errors
