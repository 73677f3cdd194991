"""What only records know that are not public is in no file of the dataset; no text is a formula."""

from __future__ import annotations

import csv
import io
import json
import zipfile

from bantin.dataset import load
from tests.dataset.projects import Files, files_of
from tests.outputs.public import CASES, Published, publish

CANARY, WORDS = "chim-yen", "chim yến"
PACKAGE = "du-lieu/bo-du-lieu.zip"

ENTRIES = {
    "organisations.yml": f"""
  - {{id: o-{CANARY}, name: Hội {WORDS}, short_name: {WORDS}, kind: mass_organisation, level: district,
     variants: [Hội {WORDS} yến]}}
  - {{id: t-{CANARY}, name: Tổ {WORDS}, kind: collective}}
""",
    "people.yml": f"people:\n  - {{id: p-{CANARY}, name: Bà {WORDS.title()}}}\n",
    "indicators.yml": f"""
  - id: i-{CANARY}
    label: Số {WORDS}
    subject: s-{CANARY}
    unit: {WORDS}
    definition: Số {WORDS} trong lồng.
    method: Đếm {WORDS} mỗi sáng.
    verb: nuôi
    breakdowns: [c-{CANARY}]
funnels:
  - {{id: f-{CANARY}, label: việc nuôi {WORDS}, start: {WORDS}, stages: [{{id: s, label: {WORDS} non}},
     {{id: t, label: {WORDS} già}}]}}
""",
}
"""What is added at the end of a register."""

NESTED = {
    "indicators.yml": {
        "subjects:\n": f"subjects:\n  - {{id: s-{CANARY}, label: Nuôi {WORDS}}}\n",
        "classifications:\n": f"classifications:\n  - {{id: c-{CANARY}, label: giống {WORDS},"
        f" classes: [{{id: k-{CANARY}, label: giống {WORDS} vàng}}]}}\n",
    },
    "organisations.yml": {"parent: huyen-uy": f"parent: o-{CANARY}"},
    "people.yml": {"people: []\n": ""},
}
"""What is changed inside a register; a public body lies below one that only drafts name."""

RESULT = f"""\
format: 1
id: r-{CANARY}
status: STATUS
organisation: o-{CANARY}
period: tháng 10/2026
observations:
  - name: {CANARY}
    indicator: i-{CANARY}
    actor: t-{CANARY}
    jointly_with: [o-{CANARY}]
    prepared_by: t-{CANARY}
    scope: trong {WORDS}
    actual: 987654
    breakdowns:
      - {{by: c-{CANARY}, kind: partition, complete: yes, parts: {{k-{CANARY}: 987654}}}}
    note: Đếm {WORDS}.
"""
LATER = f"""\
format: 1
id: dinh-chinh-{CANARY}
record: ket-qua-2025
places:
  - figure: ky-luat.canh-cao
    was: 2
on: 05/03/2027
noticed: 05/03/2026
reason: Đếm nhầm {WORDS}.
severity: major
decided_by: Bà {WORDS}
"""


def project(status: str) -> Files:
    """A golden project with register entries that only one more result uses, and what comes next year."""
    files = dict(files_of("dinh-chinh"))
    for name, entry in ENTRIES.items():
        text = files[f"data/{name}"].decode()
        for old, new in NESTED[name].items():
            assert old in text
            text = text.replace(old, new)
        files[f"data/{name}"] = (text.rstrip("\n") + "\n" + entry.lstrip("\n")).encode()
    files["data/results/2026/them.yml"] = RESULT.replace("STATUS", status).encode()
    result = "data/results/2025/ket-qua-2025.yml"
    withdrawn = f"withdrawal:\n  kind: outdated\n  on: 10/02/2027\n  reason: bỏ cách đếm {WORDS}\n"
    files[result] = files[result].replace(b"organisation:", f"{withdrawn}organisation:".encode(), 1)
    files[result] = files[result].replace(b"canh-cao: 2", b"canh-cao: 987654")
    files[result] = files[result].replace(b"status: ready", b"status: withdrawn")
    files["data/corrections/2027/sau.yml"] = LATER.encode()
    return files


def every_byte(of: Published) -> str:
    """All files of the dataset, unpacked."""
    told = []
    for path, content in of.outputs.contents.items():
        if path == PACKAGE:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                told += [name.encode() + archive.read(name) for name in archive.namelist()]
        elif path.startswith("du-lieu/"):
            told += [path.encode(), content]
    return b"\n".join(told).decode()


def published_with(status: str) -> str:
    loaded = load(project(status))
    assert not loaded.problems, loaded.problems
    return every_byte(publish(loaded.dataset, CASES["dinh-chinh"]))


def test_a_name_that_only_a_draft_knows_is_in_no_file() -> None:
    told = published_with("draft")
    assert CANARY not in told and WORDS not in told.lower() and "987654" not in told
    assert "ubkt-huyen-uy" in told


def test_nor_one_that_only_an_embargoed_result_knows() -> None:
    told = published_with("ready\npublish_at: 24/12/2026 07:30")
    assert CANARY not in told and WORDS not in told.lower() and "987654" not in told


def test_once_it_is_public_all_is_there_but_what_comes_next_year() -> None:
    told = published_with("ready")
    names = (f"i-{CANARY}", f"o-{CANARY}", f"t-{CANARY}", f"Nuôi {WORDS}", f"giống {WORDS} vàng", "987654")
    assert all(name in told for name in names)
    assert f"p-{CANARY}" not in told and f"dinh-chinh-{CANARY}" not in told and "2027" not in told
    assert f"{WORDS} yến" not in told and f"việc nuôi {WORDS}" not in told


def test_what_a_spreadsheet_would_compute_is_guarded_in_the_package_and_whole_in_json() -> None:
    files = dict(files_of("dinh-chinh"))
    name = "data/indicators.yml"
    text = files[name].decode()
    files[name] = text.replace("label: Thi hành kỷ luật", 'label: "=1+1 Thi hành kỷ luật"').encode()
    of = publish(load(files).dataset, CASES["dinh-chinh"])
    with zipfile.ZipFile(io.BytesIO(of.outputs.contents[PACKAGE])) as archive:
        rows = list(csv.DictReader(io.StringIO(archive.read("chi-tieu.csv").decode(), newline="")))
        figures = list(csv.DictReader(io.StringIO(archive.read("so-lieu.csv").decode(), newline="")))
    told = json.loads(of.outputs.contents["du-lieu/v1/chi-tieu.json"])["indicators"]
    assert rows[0]["subject"] == "'=1+1 Thi hành kỷ luật" and told[0]["subject"] == "=1+1 Thi hành kỷ luật"
    assert any(row["value"].startswith("-") for row in figures)
