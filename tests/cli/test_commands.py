import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bantin import __version__
from bantin.dataset import Mended
from bantin.problems import Location, Problem, Severity, say
from tests.cli.fake_way import CLOCK, ERROR, WARNING, Bantin, Result

HERE = Path()


def test_without_a_command_it_builds(bantin: Bantin) -> None:
    assert bantin().code == 0
    assert bantin.way.asked == [("build", HERE, CLOCK, None, "mkdocs")]


def test_without_a_command_the_options_are_those_of_build(bantin: Bantin) -> None:
    assert bantin("--out", "check", "--lang", "en", "--engine=zensical").code == 0
    assert bantin.way.asked == [("build", HERE, CLOCK, Path("check"), "zensical")]


def test_every_option_of_build_reaches_the_way(bantin: Bantin, tmp_path: Path) -> None:
    (tmp_path / "other" / "data").mkdir(parents=True)
    arguments = "build --out public --now 2026-01-02T03:04+07:00 --engine zensical --project other"
    assert bantin(*arguments.split()).code == 0
    now = datetime(2026, 1, 1, 20, 4, tzinfo=UTC)
    assert bantin.way.asked == [("build", Path("other"), now, Path("public"), "zensical")]


def test_a_shard_is_written_nowhere_else(bantin: Bantin) -> None:
    ended = bantin("build", "--shard", "2019", "--out", "public", "--lang", "en")
    assert ended.code == 2
    assert "--shard publishes nothing" in ended.output + ended.errors
    assert bantin.way.asked == []


@pytest.mark.parametrize(
    "arguments",
    [
        "--project other --format json check",
        "check --project other --format json",
        "--project=x check --project=other --format=json",
    ],
)
def test_common_options_stand_before_or_after_the_command(
    bantin: Bantin, tmp_path: Path, arguments: str
) -> None:
    (tmp_path / "other" / "data").mkdir(parents=True)
    ended = bantin(*arguments.split())
    assert bantin.way.asked == [("check", Path("other"), CLOCK)]
    assert json.loads(ended.output)["problems"] == []


def test_check_goes_by_the_moment_given(bantin: Bantin) -> None:
    assert bantin("check", "--now", "2026-11-22").code == 0
    assert bantin.way.asked == [("check", HERE, datetime(2026, 11, 21, 17, tzinfo=UTC))]


def test_serve_offers_a_preview_and_goes_by_the_clock(bantin: Bantin) -> None:
    bantin.way.result = Result([ERROR])
    ended = bantin("serve", "--port", "8080")
    assert bantin.way.asked == [("serve", HERE, 8080, CLOCK)]
    assert ended.code == 1
    assert ended.output.startswith("http://127.0.0.1:8080/\ndata/a.yml:1:4:")


def test_serve_can_hold_the_clock(bantin: Bantin) -> None:
    bantin("serve", "--now", "2026-11-22T07:00")
    assert bantin.way.asked == [("serve", HERE, None, datetime(2026, 11, 22, tzinfo=UTC))]


@pytest.mark.parametrize("command", ["check", "build"])
def test_errors_end_with_1_and_warnings_with_0(bantin: Bantin, command: str) -> None:
    bantin.way.result = Result([WARNING])
    assert bantin(command).code == 0
    bantin.way.result = Result([WARNING, ERROR])
    assert bantin(command).code == 1


def test_check_tells_problems_count_and_summary(bantin: Bantin) -> None:
    bantin.way.result = Result([WARNING, ERROR], summary=say("not permitted"))
    assert bantin("check").output == (
        "data/a.yml:1:4: wrong [sum]\n1 | a: 23\n  |    ^^\n\n"
        "data/b.yml:1:1: cảnh báo: odd [name]\n\n"
        "1 lỗi, 1 cảnh báo trong 2 tệp\n"
        "không được phép\n"
    )


def test_a_message_longer_than_the_terminal_stays_on_its_line(bantin: Bantin) -> None:
    bantin.way.result = Result([], summary=say("“{path}” is a file, not a folder", path="x" * 200))
    assert bantin("check").output.splitlines()[1] == f"“{'x' * 200}” là một tệp, không phải thư mục"


def test_build_tells_what_was_made_and_when_to_build_again(bantin: Bantin) -> None:
    bantin.way.result = Result(site=Path("site"), pages=12, next_due=CLOCK + timedelta(days=1))
    assert bantin("build").output == (
        "không có lỗi nào\n12 trang trong site\n"
        "có nội dung đến hạn công bố lúc 23/11/2026 07:30: khi đó hãy dựng lại\n"
    )


def test_json_holds_what_was_made_and_nothing_else_is_printed(bantin: Bantin) -> None:
    bantin.way.result = Result([ERROR], say("not permitted"), Path("site"), CLOCK, 12)
    made = json.loads(bantin("build", "--format", "json").output)
    assert [made[key] for key in ("site", "pages", "next_due")] == ["site", 12, "2026-11-22T00:30+00:00"]
    bantin.way.result = Result()
    made = json.loads(bantin("build", "--format", "json").output)
    assert [made[key] for key in ("site", "pages", "next_due")] == [None, 0, None]


def test_github_gets_annotations(bantin: Bantin) -> None:
    bantin.way.result = Result([ERROR])
    ended = bantin("--format", "github", "check", "--lang", "en")
    assert ended.output == (
        "::error file=data/a.yml,line=1,col=4,endColumn=6,title=sum::wrong\n1 error in 1 file\n"
    )


def test_progress_is_silent_where_nobody_watches(bantin: Bantin) -> None:
    assert bantin("build").errors == ""


def test_the_version_is_told(bantin: Bantin) -> None:
    assert bantin("--version").output == f"bantin {__version__}\n"
    assert bantin.way.asked == []


CHANGES = (
    Mended("three-dots", "data/a.yml", 3, "...", "…"),
    Mended("space-before-mark", "data/a.yml", 7, " ,", ","),
    Mended("composed-letters", "data/b.yml"),
)


def test_fix_mends_first_and_says_what_it_changed_file_by_file(bantin: Bantin) -> None:
    bantin.way.result = Result([ERROR], changes=CHANGES)
    ended = bantin("check", "--fix")
    assert [asked[0] for asked in bantin.way.asked] == ["fix", "check"]
    assert ended.code == 1
    assert ended.output.startswith(
        "data/a.yml: đã sửa 2 chỗ\n"
        "  dòng 3: “...” → “…” [three-dots]\n"
        "  dòng 7: “ ,” → “,” [space-before-mark]\n"
        "data/b.yml: đã sửa 1 chỗ\n"
        "  mỗi chữ có dấu nay là một ký tự, trông như cũ [composed-letters]\n"
        "data/a.yml:1:4: wrong [sum]\n"
    )


def test_fix_with_nothing_to_mend_says_so(bantin: Bantin) -> None:
    assert bantin("check", "--fix").output.startswith("không có gì phải sửa\n")
    assert "sửa" not in bantin("check").output


def test_fix_tells_programs_what_it_changed(bantin: Bantin) -> None:
    bantin.way.result = Result(changes=CHANGES[:1])
    told = json.loads(bantin("check", "--fix", "--format", "json").output)
    dots = {"rule": "three-dots", "file": "data/a.yml", "line": 3, "was": "...", "now": "…"}
    assert told["fixed"] == [dots]
    assert "fixed" not in json.loads(bantin("check", "--format", "json").output)


HINT = Problem("words", Location("data/a.yml"), say("plainer"), (), say("look"), Severity.HINT)


def test_hints_are_shown_by_check_and_by_build_only_when_asked_for(bantin: Bantin) -> None:
    bantin.way.result = Result([HINT])
    shown = "data/a.yml:1:1: gợi ý: plainer [words] → look\n\n1 gợi ý trong 1 tệp\n"
    assert (bantin("check").output, bantin("check").code) == (shown, 0)
    assert bantin("build").output == "không có lỗi nào\n"
    assert bantin("build", "--hints").output == shown
    assert json.loads(bantin("build", "--format", "json").output)["problems"] == []
    assert bantin("check", "--format", "github").output.startswith("::notice file=data/a.yml,")
