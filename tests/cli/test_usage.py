"""What is said to those who use the command wrongly, or ask how to."""

import re
from pathlib import Path

import pytest

from bantin.cli.commands import bantin_command
from tests.cli.fake_way import Bantin

COMMANDS = [
    *(
        "",
        "build",
        "check",
        "serve",
        "why",
        "proof",
        "new",
        "new meeting",
        "new results",
        "new project",
        "trace",
        "visits",
    ),
]
ENGLISH = re.compile(
    r"\b(the|and|of|or|is|not|usage|options|option|commands|command|error|show|folder|file|text|integer"
    r"|range|default|exit|help for|such|did|mean|invalid|missing|value)\b",
    re.IGNORECASE,
)
"""Words that no Vietnamese sentence has; names of options and their values are taken out first."""


def in_english(text: str) -> list[str]:
    return ENGLISH.findall(
        re.sub(r"--[a-z]+|\[[a-z|]+\]|\(text\)|\(json, github\)|bantin [a-z ]+|'[^']*'", "", text)
    )


def test_every_command_of_the_program_is_asked_for_help() -> None:
    listed = bantin_command(str).commands
    assert [name.partition(" ")[0] for name in COMMANDS if name and " " not in name] == list(listed)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_vietnamese(bantin: Bantin, command: str) -> None:
    ended = bantin(*command.split(), "--help")
    assert ended.code == 0
    assert ended.output.startswith(f"Cách dùng: {' '.join(['bantin', *command.split()])} [TÙY CHỌN]")
    assert "\nTùy chọn:\n" in ended.output
    assert in_english(ended.output) == []
    assert "..." not in ended.output, "a line of help was cut off"


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_english_when_asked_for(bantin: Bantin, command: str) -> None:
    ended = bantin("--lang", "en", *command.split(), "--help")
    assert ended.output.startswith("Usage: ")
    assert ended.output.isascii() or "…" in ended.output or "năm" in ended.output or "phiên" in ended.output
    assert "..." not in ended.output


@pytest.mark.parametrize(
    ("arguments", "vietnamese", "english"),
    [
        (
            "check --hepl",
            "Không có tùy chọn '--hepl'. Có phải là '--help'?",
            "No such option '--hepl'. Did you mean '--help'?",
        ),
        (
            "--projekt=x",
            "Không có tùy chọn '--projekt'. Có phải là '--project'?",
            "No such option '--projekt'. Did you mean '--project'?",
        ),
        (
            "chek",
            "Không có lệnh 'chek'. Có phải là 'check'?",
            "No such command 'chek'. Did you mean 'check'?",
        ),
        (
            "new meting",
            "Không có lệnh 'meting'. Có phải là 'meeting'?",
            "No such command 'meting'. Did you mean 'meeting'?",
        ),
        ("check extra", "Thừa đối số (extra)", "Got unexpected extra argument (extra)"),
        ("check a b", "Thừa đối số (a b)", "Got unexpected extra arguments (a b)"),
        ("check --now", "Tùy chọn '--now' cần có giá trị theo sau.", "Option '--now' requires an argument."),
        (
            "--version=3 check",
            "Tùy chọn '--version' không nhận giá trị.",
            "Option '--version' does not take a value.",
        ),
        ("--project nowhere check", "không có thư mục “nowhere”", "there is no folder “nowhere”"),
        (
            "--project file check",
            "Giá trị của '--project' không hợp lệ: “file” là một tệp, không phải thư mục",
            "Invalid value for '--project': “file” is a file, not a folder",
        ),
        (
            "build --engine hugo",
            "Giá trị của '--engine' không hợp lệ: "
            "'hugo' không thuộc các giá trị được nhận: 'mkdocs', 'zensical'.",
            "Invalid value for '--engine': 'hugo' is not one of 'mkdocs', 'zensical'.",
        ),
        (
            "serve --port 99999",
            "Giá trị của '--port' không hợp lệ: “99999” không phải là cổng; hãy ghi một số từ 1024 đến 65535",
            "Invalid value for '--port': “99999” is no port; write a number from 1024 to 65535",
        ),
    ],
)
def test_a_mistake_is_told_in_the_language_asked_for(
    bantin: Bantin, arguments: str, vietnamese: str, english: str
) -> None:
    Path("file").touch()
    for language, error, said in (("vi", "Lỗi", vietnamese), ("en", "Error", english)):
        ended = bantin("--lang", language, *arguments.split())
        assert ended.code == 2
        assert ended.output == ""
        assert ended.errors.splitlines()[-1] == f"{error}: {said}"
    assert bantin.way.asked == []


def test_a_mistake_comes_with_the_way_to_help(bantin: Bantin) -> None:
    assert bantin("check", "--hepl").errors.splitlines()[:2] == [
        "Cách dùng: bantin check [TÙY CHỌN]",
        "Xem trợ giúp: bantin check --help",
    ]


def test_an_instant_that_is_none_is_told_with_what_to_write(bantin: Bantin) -> None:
    ended = bantin("check", "--now", "29/11/2024", "--lang", "en")
    assert ended.code == 2
    assert "29/11/2024" in ended.errors.splitlines()[-1]
    assert "2024-11-29" in ended.errors.splitlines()[-1]


def test_a_folder_without_records_is_no_project(bantin: Bantin, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    ended = bantin("--project", "empty")
    assert ended.code == 2
    assert "bantin new project" in ended.errors


def test_new_without_a_kind_lists_the_kinds(bantin: Bantin) -> None:
    ended = bantin("new")
    assert ended.code == 2
    assert [line.split()[0] for line in ended.errors.splitlines()[-3:]] == ["meeting", "results", "project"]
