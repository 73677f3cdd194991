"""What a preview shows at once is what building everything shows."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from bantin.previewing import Previewing
from tests.golden.cases import Case
from tests.programs import ends_quietly

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]

ARTICLE = "data/articles/2019/ket-qua-2019.yml"
RESULT = "data/results/2019/ket-qua-2019.yml"
MEETING = "data/meetings/2024/phien-thuong-ky-thang-11.yml"


@pytest.fixture
def project(example: Case, tmp_path: Path) -> Path:
    return example.copied_to(tmp_path / "project")


@pytest.fixture
def previewing(project: Path, example: Case, tmp_path: Path) -> Previewing:
    made = Previewing(project, lambda: example.now, lambda text: text)
    assert made.build_once(tmp_path / "1").mistakes == ""
    return made


def rewritten(project: Path, file: str, old: str, new: str) -> None:
    text = (project / file).read_text("utf-8")
    assert re.search(old, text, re.MULTILINE), text
    (project / file).write_text(re.sub(old, new, text, count=1, flags=re.MULTILINE), "utf-8")


def test_nothing_at_once_where_nothing_has_changed(previewing: Previewing) -> None:
    assert previewing.at_once() == {}


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (ARTICLE, r"^body:\n", "body:\n  - text: Các đơn vị đã gửi báo cáo.\n"),
        (ARTICLE, r"^headline: .*$", "headline: Một tiêu đề khác"),
        (MEETING, r"thẳng thắn nêu", "nêu rõ"),
    ],
)
def test_a_bulletin_at_once_is_that_of_the_whole(
    file: str, old: str, new: str, previewing: Previewing, project: Path, tmp_path: Path
) -> None:
    rewritten(project, file, old, new)
    pages = previewing.at_once()
    assert pages
    for path, html in pages.items():
        assert html != (tmp_path / "1" / path).read_bytes()
    assert previewing.at_once() == {}, "shown already"
    assert previewing.build_once(tmp_path / "2").mistakes == ""
    for path, html in pages.items():
        assert html.decode() == (tmp_path / "2" / path).read_text("utf-8"), path


def test_what_editors_keep_for_themselves_does_not_matter(previewing: Previewing, project: Path) -> None:
    rewritten(project, ARTICLE, r"^headline: .*$", "headline: Một tiêu đề khác")
    (project / f"{ARTICLE}.swp").with_name(".ket-qua-2019.yml.swp").write_text("x")
    (project / "data" / "~$tam.yml").symlink_to("gone")
    assert len(previewing.at_once() or {}) == 1


CHANGES: dict[str, Callable[[Path], object]] = {
    "a wrong record": lambda project: rewritten(project, RESULT, "^period: .*$", "period: năm nào"),
    "another name": lambda project: rewritten(project, ARTICLE, "^id: .*$", "id: khac"),
    "another place": lambda project: rewritten(project, ARTICLE, "^address: .*$", "address: tin/2019/x"),
    "a draft": lambda project: rewritten(project, ARTICLE, "^status: ready", "status: draft"),
    "a register": lambda project: rewritten(project, "data/organisations.yml", "name: ", "name: Cả "),
    "a new file": lambda project: (project / "data/articles/2019/x.yml").write_text("format: 1\n"),
    "a file gone": lambda project: (project / ARTICLE).unlink(),
    "the engine's settings": lambda project: rewritten(project, "mkdocs.yml", "^", "# x\n"),
    "a page written by hand": lambda project: (project / "content/gioi-thieu.md").write_text("# X\n"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_all_else_is_left_to_the_whole(name: str, previewing: Previewing, project: Path) -> None:
    CHANGES[name](project)
    assert previewing.at_once() is None


BUILT_APART = """\
import pathlib, sys
from datetime import datetime
from bantin.previewing import Previewing
from bantin.site.preview_building import Apart, builder_of
project = pathlib.Path("project")
previewing = Previewing(project, lambda: datetime.fromisoformat(sys.argv[1]), str)
builder = builder_of(lambda site: previewing.build_once(site).mistakes, previewing.at_once)
assert isinstance(builder, Apart)
for headline in ("Tiêu đề khác", "Lại tiêu đề khác", "Vẫn tiêu đề khác"):
    site = pathlib.Path(headline, "site")
    site.parent.mkdir()
    mistakes = builder.build(site)
    assert mistakes == "", mistakes
    article = project / sys.argv[2]
    text = article.read_text("utf-8").splitlines(keepends=True)
    text = [f"headline: {headline}\\n" if line.startswith("headline: ") else line for line in text]
    article.write_text("".join(text), "utf-8")
    pages = builder.at_once([article])
    assert pages and all(headline.encode() in page for page in pages.values())
    assert builder.at_once([article]) == {}
builder.stop()
"""


@pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="processes cannot be divided here")
def test_one_process_after_another_builds_and_shows(project: Path, example: Case, tmp_path: Path) -> None:
    """Each of them is divided when it has made all kinds of things: documents too."""
    ends_quietly(BUILT_APART, example.now.isoformat(), ARTICLE, folder=tmp_path, patience=120)
