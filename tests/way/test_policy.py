"""Where a build writes the policy, and the one place that does without it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bantin.dataset.publication import previewed
from bantin.making import make_site, say_all
from bantin.problems import Silence
from bantin.release import Work
from bantin.site import BuiltSite, Engine
from bantin.site.policy import HEADERS_FILE, NGINX_FILE, POLICY, headers_text, nginx_text
from bantin.way import check
from tests.golden.cases import Case

pytestmark = pytest.mark.slow


def test_web_servers_find_what_to_send_and_only_static_hosts_find_it_on_the_site(
    example_project: Path,
) -> None:
    site, pages = example_project / "site", example_project / "build" / "pages"
    assert (site / HEADERS_FILE).read_text(encoding="utf-8") == headers_text()
    assert (pages / NGINX_FILE).read_text(encoding="utf-8") == nginx_text()
    assert not list(site.rglob(NGINX_FILE))


def previewed_site(case: Case, folder: Path, written: str) -> BuiltSite:
    """The preview of a case, with some words in a page that was written by hand."""
    project = case.copied_to(folder)
    page = next((project / "content").glob("*.md"))
    page.write_text(page.read_text(encoding="utf-8") + written, encoding="utf-8")
    checked = check(project, now=case.now)
    dataset = previewed(checked.dataset)
    said = say_all(checked, dataset, case.now, Silence(), carried=False)
    return make_site(checked, dataset, said, Work(folder, folder / "work"), Engine.MKDOCS, Silence())


def test_a_preview_can_reload_itself(example: Case, tmp_path: Path) -> None:
    made = previewed_site(example, tmp_path, "")
    assert made.problems == ()
    assert POLICY not in (made.path / "index.html").read_text(encoding="utf-8")


def test_a_preview_tells_already_what_the_policy_will_stop(example: Case, tmp_path: Path) -> None:
    made = previewed_site(example, tmp_path, '\n\n<p style="color: red">Đỏ.</p>\n')
    assert [problem.rule for problem in made.problems] == ["inline"]
