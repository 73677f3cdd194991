"""Visitors counted from logs: whom, on which day, and what is never told."""

from __future__ import annotations

import gzip
import json
import random
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from bantin.language import HO_CHI_MINH
from bantin.problems import Severity
from bantin.visits import ONLINE_MINUTES, Counted, PageViews, Visits, count, visits_text
from bantin.visits.counting import STEP
from tests.setup.places import ROOT
from tests.visits.writing import CHROME, EARLIER, FIREFOX, NOW, TODAY, YESTERDAY, ago, line

HERE = Path(__file__).parent
SCHEMA = json.loads((ROOT / "docs/reference/luot-truy-cap.schema.json").read_text("utf-8"))


def counted(
    folder: Path, *texts: str | bytes, now: datetime = NOW, base: str = "/", pages: int = 20
) -> Counted:
    """What a count of logs with these texts gives."""
    logs = [folder / f"{number}.log" for number, _ in enumerate(texts)]
    for log, text in zip(logs, texts, strict=True):
        log.write_bytes(text if isinstance(text, bytes) else text.encode())
    return count(logs, now=now, base=base, pages=pages)


def visits(
    folder: Path, *texts: str | bytes, now: datetime = NOW, base: str = "/", pages: int = 20
) -> Visits:
    """The numbers, of logs with nothing wrong in them."""
    done = counted(folder, *texts, now=now, base=base, pages=pages)
    assert done.problems == () and done.visits
    return done.visits


def numbers(found: Visits) -> tuple[int, int, int | None]:
    return found.online, found.today, found.yesterday


def test_the_accepted_log_gives_the_accepted_file() -> None:
    done = count([HERE / "access.log.1", HERE / "access.log"], now=NOW)
    assert done.problems == () and done.visits
    assert visits_text(done.visits) == (HERE / "expected.json").read_text("utf-8")


def test_a_visitor_counts_once_a_day_however_many_pages(tmp_path: Path) -> None:
    log = line("/", YESTERDAY) + line("/", TODAY) + line("/so-lieu/", TODAY) + line("/", ago(3))
    assert numbers(visits(tmp_path, log)) == (1, 1, 1)


def test_address_and_user_agent_together_are_a_visitor(tmp_path: Path) -> None:
    log = line(agent=FIREFOX) + line(agent=CHROME) + line(agent=CHROME, address="2001:db8::7")
    assert numbers(visits(tmp_path, log)) == (3, 3, None)


@pytest.mark.parametrize(("minutes", "online"), [(0, 1), (ONLINE_MINUTES - 0.1, 1), (ONLINE_MINUTES, 0)])
def test_online_is_who_came_in_the_last_minutes(tmp_path: Path, minutes: float, online: int) -> None:
    assert visits(tmp_path, line(at=ago(minutes))).online == online


def test_days_begin_at_midnight_in_viet_nam_whatever_zone_the_server_writes(tmp_path: Path) -> None:
    midnight = datetime(2026, 11, 22, tzinfo=HO_CHI_MINH)
    for zone in (UTC, timezone(timedelta(hours=-8)), timezone(timedelta(hours=5, minutes=45))):
        log = "".join(
            line(at=(midnight + timedelta(seconds=seconds)).astimezone(zone), address=f"{seconds}")
            for seconds in (-86_401, -86_400, -1, 0, 1)
        )
        found = visits(tmp_path, log)
        assert (found.today, found.yesterday, found.since) == (2, 2, date(2026, 11, 20)), zone


def test_what_the_log_does_not_reach_is_not_known_and_not_zero(tmp_path: Path) -> None:
    assert visits(tmp_path, line(at=TODAY)).yesterday is None
    assert visits(tmp_path, line(at=EARLIER) + line(at=TODAY)).yesterday == 0
    nothing = visits(tmp_path, "")
    assert (*numbers(nothing), nothing.since, nothing.pages) == (0, 0, None, None, ())


def test_a_machine_s_line_shows_how_far_the_log_goes(tmp_path: Path) -> None:
    assert visits(tmp_path, line(at=YESTERDAY, agent="curl/8.1") + line(at=TODAY)).yesterday == 0


@pytest.mark.parametrize(
    "other",
    [
        line("/assets/bantin.css"),
        line("/luot-truy-cap.json"),
        line("/tin/2024/11/phien"),
        line(status=404),
        line(status=301),
        line(status=206),
        line(method="HEAD"),
        line(method="POST"),
        line("http://elsewhere.example/"),
        line("//elsewhere.example/"),
        line("/../etc/"),
        line("/%2e%2e/"),
        line("/ti%0an/"),
        line("/đường/"),
        line(agent=""),
        line(agent="-"),
        line(agent="curl/8.1"),
        line(agent="python-requests/2.32"),
        line(agent="Feedly/1.0"),
        line(agent="Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"),
        line(agent="Mozilla/5.0 (compatible; Google-InspectionTool/1.0;)"),
        line(agent="Mozilla/5.0 (compatible; coccocbot-web/1.0; +http://help.coccoc.com/searchengine)"),
        line(agent=f"{CHROME} HeadlessChrome/156.0.0.0"),
        line(agent=f"{CHROME} Chrome-Lighthouse"),
        line().replace("GET / HTTP/1.1", "\\x16\\x03\\x01").replace(" 200 ", " 400 "),
        line().replace("GET / HTTP/1.1", ""),
        line().replace("GET / HTTP/1.1", "GET"),
    ],
)
def test_what_is_no_person_at_a_page_is_not_counted(tmp_path: Path, other: str) -> None:
    assert numbers(visits(tmp_path, other)) == (0, 0, None)


@pytest.mark.parametrize(
    "seen",
    [
        line("/?q=1"),
        line("/tin/2024/11/phien/"),
        line("/tin/2024/11/phien/index.html?x=/a.css"),
        line("/so%2Dlieu/"),
        line(status=304),
        line(agent="Mozilla/5.0 (Linux; Android 9; CUBOT_X19) AppleWebKit/537.36"),
        line(agent="Mozilla/5.0 (Windows NT 10.0) coc_coc_browser/120.0.0 Chrome/114.0.0.0"),
        line(agent="Mozilla/5.0 (compatible; MSIE 10.0; Windows NT 6.2)"),
        line(agent="Opera/9.80 (J2ME/MIDP; Opera Mini/9 (Compatible; MSIE:9.0; iPhone; BlackBerry9700)"),
        line(agent=r"Mozilla/5.0 (\"quoted\" \x22too\x22) Gecko"),
        line().replace("https://example.vn/", r"https://example.vn/?q=\"a\" \\"),
        line().replace(" - - ", " - Nguyễn [x] "),
        line().replace("5120", "-"),
        line().rstrip("\n") + ' "-" 0.004\r\n',
        line(address="2001:db8:12::"),
    ],
)
def test_a_person_at_a_page_is_counted(tmp_path: Path, seen: str) -> None:
    assert numbers(visits(tmp_path, seen)) == (1, 1, None)


def test_a_site_below_a_path_counts_its_own_pages_only(tmp_path: Path) -> None:
    log = "".join(
        line(path, address=path) * STEP for path in ("/ban-tin/", "/ban-tin/so-lieu/", "/", "/ban-tin-cu/")
    )
    found = visits(tmp_path, log, base="/ban-tin/")
    assert found.today == 2
    assert [page.address for page in found.pages] == ["/", "/so-lieu/"]


def test_views_of_pages_are_told_in_whole_fives_the_most_first(tmp_path: Path) -> None:
    log = (
        line("/a/", EARLIER) * 4
        + line("/b/", YESTERDAY) * 7
        + line("/c/", TODAY) * 3
        + line("/c/", EARLIER) * 9
    )
    assert visits(tmp_path, log).pages == (PageViews("/c/", 0, 0, 10), PageViews("/b/", 0, 5, 5))
    assert visits(tmp_path, log, pages=1).pages == (PageViews("/c/", 0, 0, 10),)
    assert visits(tmp_path, log, pages=0).pages == ()


def test_packed_logs_are_known_by_their_bytes(tmp_path: Path) -> None:
    packed = gzip.compress(line(at=YESTERDAY).encode() * 3)
    assert numbers(visits(tmp_path, packed, line())) == (1, 1, 1)


def moments() -> st.SearchStrategy[datetime]:
    return st.integers(0, 3 * 24 * 60).map(ago)


LINES = st.lists(
    st.builds(
        lambda at, address, agent, path: line(path, at, address=address, agent=agent),
        moments(),
        st.sampled_from(["192.0.2.1", "192.0.2.2", "2001:db8::1"]),
        st.sampled_from([FIREFOX, CHROME, "curl/8.1"]),
        st.sampled_from(["/", "/tin/a/", "/x.css"]),
    ),
    max_size=30,
)


@given(LINES, st.randoms(use_true_random=False), st.integers(0, 30))
def test_neither_order_nor_files_nor_packing_matter(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str], chance: random.Random, cut: int
) -> None:
    folder = tmp_path_factory.mktemp("logs")
    once = visits(folder, "".join(lines))
    chance.shuffle(lines)
    first, second = "".join(lines[:cut]), "".join(lines[cut:])
    assert visits(folder, second, gzip.compress(first.encode())) == once


@given(st.binary(max_size=300), st.integers(0, 2))
def test_no_bytes_stop_the_count(tmp_path_factory: pytest.TempPathFactory, junk: bytes, place: int) -> None:
    sound = [line(at=YESTERDAY).encode(), line().encode()]
    sound.insert(place, b"#" + junk.replace(b"\x1f", b"") + b"\n")
    done = counted(tmp_path_factory.mktemp("logs"), b"".join(sound))
    assert done.visits and numbers(done.visits) == (1, 1, 1)
    assert {problem.rule for problem in done.problems} == {"broken-line"}


def test_broken_lines_are_counted_and_told_at_the_first(tmp_path: Path) -> None:
    impossible = line().replace("22/Nov/2026", "31/Feb/2026")
    done = counted(tmp_path, line() + "\n" + impossible + "x" * 300_000 + "\n" + line(address="b"))
    assert done.visits and done.visits.today == 2
    [problem] = done.problems
    assert (problem.rule, problem.location.line) == ("broken-line", 2)
    assert dict(problem.message.gaps)["count"] == 3
    assert problem.severity is Severity.WARNING


def test_the_line_that_a_server_is_writing_is_waited_for(tmp_path: Path) -> None:
    assert visits(tmp_path, line() + line(address="b")[:40]).today == 1


def test_a_file_that_is_no_log_gives_no_numbers(tmp_path: Path) -> None:
    done = counted(tmp_path, line(), bytes(range(1, 256)) * 9)
    assert done.visits is None
    assert [problem.rule for problem in done.problems] == ["not-a-log"]


def test_a_log_that_cannot_be_read_to_its_end_gives_no_numbers(tmp_path: Path) -> None:
    packed = gzip.compress("".join(line(at=ago(at)) for at in range(2000)).encode())
    for spoiled in (packed[:-100], packed[:200] + b"\0" * 50 + packed[250:]):
        done = counted(tmp_path, line(), spoiled)
        assert done.visits is None
        assert [problem.rule for problem in done.problems] == ["unreadable-log"]


def test_missing_files_and_folders_are_told_all_at_once(tmp_path: Path) -> None:
    done = count([tmp_path / "none.log", tmp_path], now=NOW)
    assert done.visits is None
    assert [problem.location.file for problem in done.problems] == [str(tmp_path / "none.log"), str(tmp_path)]


def test_lines_later_than_now_are_told_and_left_out(tmp_path: Path) -> None:
    done = counted(
        tmp_path, line(at=ago(-0.5)) + line(at=ago(-5), address="b") + line(at=ago(-99), address="c")
    )
    assert done.visits and numbers(done.visits) == (1, 1, None)
    [problem] = done.problems
    assert (problem.rule, problem.location.line) == ("line-from-the-future", 2)


@given(LINES)
def test_the_file_is_as_its_schema_says_and_names_nobody(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str]
) -> None:
    found = visits(tmp_path_factory.mktemp("logs"), "".join(lines))
    text = visits_text(found)
    Draft202012Validator(SCHEMA).validate(json.loads(text))
    assert all(secret not in text for secret in ("192.0", "2001:", "Mozilla", "Firefox", "curl"))


def test_the_schema_is_sound_and_refuses_what_is_more() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    text = (HERE / "expected.json").read_text("utf-8")
    assert Draft202012Validator(SCHEMA).is_valid(json.loads(text))
    assert not Draft202012Validator(SCHEMA).is_valid({**json.loads(text), "address": "192.0.2.1"})
