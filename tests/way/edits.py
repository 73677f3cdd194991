"""Edits that a project sees in its life, each made at random places; what they lead to may be refused."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from PIL import Image

from benchmarks.project import records, write_project

SIZE = 14
"""Bulletins: a year of one body, its result included, and the first of another one."""

CORRECTION = """format: 1
id: sua-{number}
record: {record}
places:
  - {place}
on: {day}
reason: Số gửi lần đầu chưa đủ.
severity: major
decided_by: Ban biên tập
"""


PHOTO = """photos:
  - id: anh
    file: anh/hop.png
    caption: Phiên họp thường kỳ.
    alt: Nhiều người ngồi quanh một chiếc bàn dài
    credit: Trần Văn Sen
body:
  - photo: anh
"""

WORDS = ("kiểm tra", "giám sát", "cơ sở", "đơn vị", "kỷ luật", "cấp ủy")


@dataclass
class Life:
    """A project in the course of its life: its folder, the moment, and the choices of one life."""

    folder: Path
    now: datetime
    random: Random
    turn: int = 0

    def files(self, kind: str) -> list[Path]:
        return sorted((self.folder / "data" / kind).rglob("*.yml"))

    def any(self, kind: str) -> Path:
        return self.random.choice(self.files(kind))

    def rewrite(self, file: Path, pattern: str, new: str) -> bool:
        """Whether a file had something to be replaced, once."""
        text = file.read_text("utf-8")
        changed = re.sub(pattern, new, text, count=1, flags=re.MULTILINE)
        file.write_text(changed, "utf-8")
        return changed != text


def begun(folder: Path, now: datetime, seed: int) -> Life:
    """A project of its own, with a photo and a bulletin that is due in two hours."""
    write_project(folder, SIZE)
    life = Life(folder, now, Random(seed))
    (folder / "content" / "anh").mkdir()
    photo(life)
    first, last = life.files("articles")[0], life.files("articles")[-1]
    life.rewrite(first, r"^body:\n", PHOTO)
    due = now + timedelta(hours=2)
    life.rewrite(
        last, r"^published_on: .*$", f"published_on: {due:%d/%m/%Y}\npublish_at: {due:%d/%m/%Y %H:%M}"
    )
    return life


def photo(life: Life) -> None:
    target = io.BytesIO()
    colour = tuple(life.random.randrange(256) for _ in range(3))
    Image.new("RGB", (900, 600), colour).save(target, "PNG")
    (life.folder / "content" / "anh" / "hop.png").write_bytes(target.getvalue())


def sentence(life: Life) -> None:
    """Another sentence in a bulletin."""
    words = " ".join(
        life.random.choices(["kiểm tra", "giám sát", "cơ sở", "đơn vị", "kỷ luật", "cấp ủy"], k=6)
    )
    life.rewrite(
        life.any("articles"), r"^body:\n(  - photo: anh\n)?", rf"\g<0>  - text: Các đơn vị {words}.\n"
    )


def figure(life: Life) -> None:
    """Another number in a record: refused where it was published, unless it is corrected."""
    life.rewrite(
        life.any(life.random.choice(["meetings", "results"])), r"actual: \d+", f"actual: {life.turn + 40}"
    )


def corrected(life: Life) -> None:
    """Another number, with the correction that tells of it."""
    file = life.any("meetings")
    text = file.read_text("utf-8")
    found = re.search(r"- name: (\S+)\n(?:    .*\n)*?    actual: (\d+)", text)
    name = re.search(r"^id: (\S+)", text, re.MULTILINE)
    assert found and name
    file.write_text(
        text[: found.end(2) - len(found[2])] + f"{int(found[2]) + 1}" + text[found.end(2) :], "utf-8"
    )
    place = f"figure: {found[1]}\n    was: {found[2]}"
    day = f"{life.now:%d/%m/%Y %H:%M}"
    made = CORRECTION.format(number=life.turn, record=name[1], place=place, day=day)
    target = life.folder / "data" / "corrections" / f"{life.turn}.yml"
    target.parent.mkdir(exist_ok=True)
    target.write_text(made, "utf-8")


def added(life: Life) -> None:
    """A new bulletin, with its meeting or result."""
    for name, text in records(SIZE + 1 + life.turn).items():
        file = life.folder / "data" / name
        if not file.exists() or name.count("/") == 0:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")


def deleted(life: Life) -> None:
    """A record's file is gone, of one that is not public yet or of one that is."""
    life.random.choice([life.files("articles")[-1], life.any("meetings")]).unlink()


def renamed(life: Life) -> None:
    """A record lies in another file."""
    file = life.any("articles")
    file.rename(file.with_name(f"khac-{life.turn}.yml"))


def drafted(life: Life) -> None:
    """A bulletin that is not public yet, or one that is, is a draft, or ready again."""
    file = life.random.choice([life.files("articles")[-1], life.any("articles")])
    life.rewrite(file, "^status: draft", "status: ready") or life.rewrite(
        file, "^status: ready", "status: draft"
    )


def settings(life: Life) -> None:
    """Another description of the site."""
    told = f"  Tin và số liệu {life.random.choice(WORDS)}."
    life.rewrite(life.folder / "data" / "site.yml", "^  Tin .*$", told)


def register(life: Life) -> None:
    """Another name of a body, which stands on all its pages."""
    file = life.folder / "data" / "organisations.yml"
    assert life.rewrite(file, r"^    name: Đảng ủy Khối \S+", r"\g<0> mới")


def by_hand(life: Life) -> None:
    """Another sentence on a page written by hand."""
    page = life.folder / "content" / "gioi-thieu.md"
    page.write_text(f"{page.read_text('utf-8')}\nThêm một câu {'nữa ' * life.turn}ở đây.\n", "utf-8")


def engine(life: Life) -> None:
    """Another setting of the engine."""
    file = life.folder / "mkdocs.yml"
    file.write_text(f"{file.read_text('utf-8')}\n# {life.turn}\n", "utf-8")


def hours(life: Life) -> None:
    """A bulletin becomes due; the night passes."""
    life.now += timedelta(hours=life.random.choice([1, 3, 13]))


def days(life: Life) -> None:
    """What was new is new no more."""
    life.now += timedelta(days=life.random.choice([1, 2, 40]))


def by_a_stranger(life: Life) -> None:
    """Someone writes into what is published."""
    pages = sorted((life.folder / "site").rglob("*.html"))
    if pages:
        page = life.random.choice(pages)
        page.write_text(page.read_text("utf-8").replace("8", "9"), "utf-8")


def nothing(life: Life) -> None:
    """Nothing at all."""


Edit = Callable[[Life], object]
EDITS: tuple[Edit, ...] = (
    sentence, figure, corrected, added, deleted, renamed, drafted, settings, register, by_hand, engine,
    photo, hours, days, by_a_stranger, nothing,
)  # fmt: skip
