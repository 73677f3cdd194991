"""The counter at the foot of pages, from a server's log to a reader's screen: real nginx, real browser."""

from __future__ import annotations

import json
import re
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.response import addinfourl

import pytest
from playwright.sync_api import Browser, Page

from bantin.cli import main
from bantin.language import HO_CHI_MINH
from bantin.problems import Silence
from bantin.site.policy import SERVED
from bantin.visits import FILE
from bantin.way import build
from tests.golden.cases import Case
from tests.nginx import nginx
from tests.visits.writing import CHROME, FIREFOX, line

pytestmark = [pytest.mark.slow, pytest.mark.browser]

LOG = "ban-tin.log"
ARTICLE = "tin/2024/11/ubkt-dang-uy-khoi-hop-phien-thuong-ky-thang-11/"


@dataclass
class Seen:
    """What a browser met: what it complained of, and whom it asked."""

    errors: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Served:
    """The example with the counter switched on, behind nginx. folder: of its logs and numbers."""

    address: str
    folder: Path
    project: Path

    def count(self, *more: str) -> dict[str, object]:
        """What the service of the sample does; gives what it wrote."""
        out = self.folder / FILE
        logs = sorted(map(str, self.folder.glob(f"{LOG}*")))
        place = ("--project", str(self.project), "--pages", "0", "--out", str(out))
        assert main(["visits", *place, *more, *logs]) == 0
        told: dict[str, object] = json.loads(out.read_text("utf-8"))
        return told


@pytest.fixture(scope="module")
def server(example: Case, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    project = example.copied_to(tmp_path_factory.mktemp("counted"))
    settings = project / "data" / "site.yml"
    settings.write_text(settings.read_text("utf-8") + "\nvisitors: yes\n", encoding="utf-8")
    assert build(project, now=example.now, report=Silence()).problems == ()
    folder = tmp_path_factory.mktemp("nginx")
    with nginx(project, folder) as address:
        yield Served(address, folder, project)


@pytest.fixture(autouse=True)
def nothing_counted_yet(server: Served) -> None:
    """Each test begins with an empty log and without numbers."""
    for file in (*server.folder.glob(f"{LOG}.*"), server.folder / FILE):
        file.unlink(missing_ok=True)
    (server.folder / LOG).write_bytes(b"")


@pytest.fixture
def seen() -> Seen:
    return Seen()


@pytest.fixture
def page(browser: Browser, seen: Seen) -> Iterator[Page]:
    opened = browser.new_page(user_agent=CHROME, locale="vi-VN")
    opened.on("console", lambda message: seen.errors.append(message.text))
    opened.on("pageerror", lambda error: seen.errors.append(str(error)))
    opened.on("request", lambda request: seen.asked.append(request.url))
    yield opened
    opened.close()


def foot(page: Page, address: str) -> str:
    """What the foot of a page says of visitors, as soon as it says something."""
    page.goto(address)
    page.locator("footer").scroll_into_view_if_needed()
    return page.locator(".visitors").inner_text().replace("\u00a0", " ")


def is_silent(page: Page, address: str) -> bool:
    """Whether the foot of a page says nothing once the numbers have come, or their absence."""
    with page.expect_response(lambda answer: answer.url.endswith(FILE)) as asked:
        page.goto(address)
        page.locator("footer").scroll_into_view_if_needed()
    asked.value.finished()
    page.wait_for_timeout(100)
    return page.locator(".visitors").count() == 0


def generated(now: datetime) -> tuple[str, str]:
    """A log of 98 visitors yesterday and one of 4.321 today, 3 of them in the last minutes; and of robots."""
    midnight = now.astimezone(HO_CHI_MINH).replace(hour=0, minute=0, second=0, microsecond=0)
    yesterday = [
        line(f"/{ARTICLE}", midnight - timedelta(minutes=1 + visitor), address=f"198.51.100.{visitor}")
        for visitor in range(98)
    ]
    robots = [line(at=midnight + timedelta(seconds=1), agent="Mozilla/5.0 (compatible; Googlebot/2.1)")]
    early = [line(at=midnight, address=f"{visitor}") for visitor in range(4318)]
    online = [line(at=max(midnight, now), address=f"{address}", agent=FIREFOX) for address in "abc"]
    assets = [line("/assets/bantin.css", now, address="198.51.100.250")]
    return "".join(yesterday), "".join([*robots, *early, *online, *assets])


def test_a_reader_sees_the_three_numbers(server: Served, page: Page, seen: Seen) -> None:
    now = datetime(2026, 11, 22, 7, 30, tzinfo=HO_CHI_MINH)
    older, newer = generated(now)
    (server.folder / f"{LOG}.1").write_text(older, encoding="utf-8")
    (server.folder / LOG).write_text(newer, encoding="utf-8")
    told = server.count("--now", now.isoformat())
    assert [told[name] for name in ("online", "today", "yesterday", "pages")] == [3, 4321, 98, []]
    fresh = {**told, "at": datetime.now(HO_CHI_MINH).isoformat(timespec="seconds")}
    (server.folder / FILE).write_text(json.dumps(fresh), encoding="utf-8")
    for path in ("", ARTICLE, "cam-ket/", "english/"):
        said = foot(page, server.address + path)
        assert said == "Người xem: Trực tuyến 3 · Hôm nay 4.321 · Hôm qua 98", path
    page.locator(".visitors a").click()
    assert page.locator("h2:target").inner_text() == "Đếm người xem"
    assert seen.errors == []
    assert [url for url in seen.asked if not url.startswith((server.address, "data:"))] == []


def test_a_first_view_does_without_the_numbers(server: Served, page: Page, seen: Seen) -> None:
    page.goto(server.address + ARTICLE, wait_until="networkidle")
    assert [url for url in seen.asked if "visitors" in url or FILE in url] == []
    assert len(seen.asked) > 5


def test_switched_off_no_page_has_a_byte_of_it(example_project: Path) -> None:
    pages = list((example_project / "site").rglob("*.html"))
    assert len(pages) > 20
    assert [
        page for page in pages if re.search(r"visitors|Người xem|dem-nguoi-xem", page.read_text("utf-8"))
    ] == []


def test_what_browsers_really_ask_of_the_server_is_counted(
    server: Served, browser: Browser, page: Page
) -> None:
    page.goto(server.address)
    page.goto(server.address + "so-lieu/2019/?q=bi-mat#x")
    other = browser.new_page(user_agent=FIREFOX)
    other.goto(server.address + ARTICLE)
    other.reload()
    other.goto(server.address + "khong-co-trang-nay/")
    other.close()
    ask(server.address, agent="curl/8.1")
    ask(server.address, agent=CHROME + " Edg/156", headers={"Sec-Purpose": "prefetch;prerender"})
    ask(server.address, agent=CHROME + " HEAD/1", method="HEAD")
    log = (server.folder / LOG).read_text("utf-8")
    assert "127.0.0.0" in log and "127.0.0.1" not in log, "the log shortens addresses"
    assert "bi-mat" not in log and ".css" not in log and FILE not in log and "Edg/" not in log
    told = server.count()
    assert [told[name] for name in ("online", "today", "yesterday")] == [2, 2, None]
    assert foot(page, server.address) == "Người xem: Trực tuyến 2 · Hôm nay 2"


def test_without_numbers_nothing_is_shown_and_nobody_complains(
    server: Served, page: Page, seen: Seen
) -> None:
    with ask(server.address + FILE) as answer:
        assert (answer.status, answer.read()) == (204, b"")
        assert answer.headers["Cache-Control"] == "no-store"
    for path in ("", "khong-co-trang-nay/"):
        assert is_silent(page, server.address + path), path
    assert [told for told in seen.errors if "404" not in told] == []


def test_numbers_that_are_broken_or_old_are_not_shown(server: Served, page: Page, seen: Seen) -> None:
    now = datetime.now(UTC)
    all_three = {"online": 1, "today": 1, "yesterday": 1}
    for content in (
        b"",
        b"null",
        b"<!doctype html>",
        b'{"format":1}',
        json.dumps({"format": 2, "at": now.isoformat(), **all_three}).encode(),
        json.dumps({"format": 1, "at": (now - timedelta(minutes=16)).isoformat(), **all_three}).encode(),
        json.dumps(
            {"format": 1, "at": now.isoformat(), "online": "1", "today": -1, "yesterday": 1.5}
        ).encode(),
    ):
        (server.folder / FILE).write_bytes(content)
        assert is_silent(page, server.address), content
    assert seen.errors == []


def test_the_server_sends_what_the_policy_asks_for_and_nothing_for_long(server: Served) -> None:
    server.count()
    for path in ("", ARTICLE, "assets/bantin.css", FILE):
        with ask(server.address + path, headers={"Accept-Encoding": "gzip"}) as answer:
            assert {name: answer.headers[name] for name in SERVED} == SERVED, path
            wanted = "no-store" if path == FILE else "no-cache"
            assert answer.headers["Cache-Control"] == wanted, path
            assert (answer.headers["Content-Encoding"] == "gzip") == (path != FILE), path


def test_files_beside_the_pages_are_sent_as_what_they_are(server: Served) -> None:
    site = server.project / "site"
    kinds = {
        "csv": "text/csv; charset=utf-8",
        "ics": "text/calendar; charset=utf-8",
        "zip": "application/zip",
    }
    (site / "lich-thu.ics").write_text("BEGIN:VCALENDAR\r\n", encoding="utf-8")
    (site / "tep-thu.zip").write_bytes(b"PK")
    for ending, kind in kinds.items():
        file = next(site.rglob(f"*.{ending}")).relative_to(site).as_posix()
        with ask(server.address + file) as answer:
            assert answer.headers["Content-Type"] == kind, file


def ask(
    address: str, *, agent: str = "test", method: str = "GET", headers: dict[str, str] | None = None
) -> addinfourl:
    """An answer of the server, without a browser."""
    request = urllib.request.Request(address, headers={"User-Agent": agent, **(headers or {})}, method=method)
    answer: addinfourl = urllib.request.urlopen(request)
    return answer
