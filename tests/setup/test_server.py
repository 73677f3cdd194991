"""The samples for a server agree with one another, with the command and with the files it names."""

from __future__ import annotations

import re
import shlex
from configparser import ConfigParser
from pathlib import Path

from bantin.cli import main
from bantin.site.policy import NGINX_FILE
from bantin.visits import FILE
from tests.nginx import LOGS, PROJECT, SAMPLE, STATE
from tests.setup.places import ROOT
from tests.visits.writing import NOW, line

SERVER = ROOT / "docs" / "server"


def unit(name: str) -> ConfigParser:
    read = ConfigParser(interpolation=None, strict=True)
    read.optionxform = str  # type: ignore[assignment,method-assign]  # names of settings keep their capitals
    read.read_string((SERVER / name).read_text(encoding="utf-8"))
    return read


def service() -> list[str]:
    """The words of the command that the service runs through a shell."""
    shell = shlex.split(unit("bantin-visits.service")["Service"]["ExecStart"])
    assert shell[:2] == ["/bin/sh", "-c"]
    return shlex.split(shell[2])[1:]


def cron() -> list[str]:
    text = (SERVER / "bantin-visits.cron").read_text(encoding="utf-8")
    [job] = [row for row in text.splitlines() if row and not row.startswith("#")]
    assert job.startswith("* * * * * www-data ")
    return shlex.split(job.split(" 2>&1 ")[0])[6:]


def test_service_and_cron_run_the_same_command_which_writes_the_numbers(tmp_path: Path) -> None:
    words = service()
    assert cron() == words
    assert words[:2] == [f"{PROJECT}/.venv/bin/bantin", "visits"]
    (tmp_path / "ban-tin.log").write_text(line(), encoding="utf-8")
    for place in (PROJECT, STATE, LOGS):
        words = [word.replace(place, str(tmp_path)) for word in words]
    (log,) = tmp_path.glob(words.pop().rpartition("/")[2])
    assert main([*words[1:], str(log), "--now", NOW.isoformat()]) == 0
    assert '"online":1,"today":1,' in (tmp_path / FILE).read_text(encoding="utf-8")


def test_what_is_counted_and_written_is_what_the_server_logs_and_sends() -> None:
    sample, words = SAMPLE.read_text(encoding="utf-8"), service()
    out, logs = words[words.index("--out") + 1], words[-1]
    assert out == f"{STATE}/{FILE}" and f"alias {out};" in sample and f"location = /{FILE} " in sample
    assert logs.endswith("*") and f"access_log {logs[:-1]} bantin " in sample and logs.startswith(LOGS)
    assert words[words.index("--project") + 1] == PROJECT
    assert f"root {PROJECT}/site;" in sample
    assert sample.count(f"include {PROJECT}/build/pages/{NGINX_FILE};") == len(
        re.findall("add_header", sample)
    )


def test_the_service_may_do_nothing_but_read_logs_and_write_its_file() -> None:
    allowed = unit("bantin-visits.service")["Service"]
    assert allowed["StateDirectory"] == STATE.rsplit("/", 1)[1]
    assert allowed["PrivateNetwork"] == "yes" and allowed["ProtectSystem"] == "strict"
    assert unit("bantin-visits.timer")["Timer"]["OnCalendar"] == "minutely"
