"""Documents as they are made and kept; what they say is read back in test_documents_read.py."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from unicodedata import normalize

import pytest

from bantin import documenting
from bantin.checking import check
from bantin.compose.said import Bulletins, Heading, Listing, Paragraph, Photo
from bantin.dataset import Dataset
from bantin.dataset.publication import Removed
from bantin.dataset.records.text import Text
from bantin.documenting import document_outputs, ready_documents
from bantin.enclosing import Enclosed
from bantin.outputs.documents import Typesetter, documented, typesetter
from bantin.outputs.documents.reading import printable
from bantin.outputs.fonts import FONTS, font, letters
from bantin.problems import Severity
from tests.documents import case_named, composed, printed, with_documents

VIETNAMESE = normalize("NFC", "".join(
    letter + tone
    for letter in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
    for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
)) + "bcdđghklmnpqrstvxBCDĐGHKLMNPQRSTVX"  # fmt: skip
SIGNS = "0123456789−×÷=+%‰≥≤“”‘’…–—·•()[]/\\.,;:!?&§°²³½ \u00a0₫"


@pytest.mark.parametrize("name", FONTS)
def test_every_typeface_draws_all_of_vietnamese_and_the_signs_of_articles(name: str) -> None:
    assert set(VIETNAMESE + SIGNS) - letters(name) == set()
    assert set(normalize("NFD", VIETNAMESE)) - letters(name) == set()
    assert len(font(name)) < 90_000, "a subset, not the whole typeface"


def test_the_typefaces_have_their_licences_beside_them() -> None:
    folder = Path(documenting.__file__).parent / "outputs" / "fonts"
    told = [path.read_text("utf-8") for path in folder.glob("*-OFL.txt")]
    assert len(told) == 2 and all("SIL OPEN FONT LICENSE Version 1.1" in text for text in told)


def test_the_typesetter_knows_no_typeface_but_those_of_the_package() -> None:
    import typst

    fonts = typst.Fonts(False, False, [Path(documenting.__file__).parent / "outputs" / "fonts"])
    assert fonts.families() == ["Be Vietnam Pro", "Source Serif 4"]


def test_the_same_bulletin_gives_the_same_bytes_elsewhere_and_at_another_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = case_named("phien-btv")
    first = [one.data for one in printed(case, tmp_path / "a")]
    monkeypatch.setenv("TZ", "America/Los_Angeles")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    time.tzset()
    monkeypatch.chdir(tmp_path)
    assert [one.data for one in printed(case, tmp_path / "b" / "một nơi khác")] == first
    assert b"/CreationDate(D:20251014" in first[0] and str(tmp_path).encode() not in first[0]


def counted(name: str, folder: Path) -> list[str]:
    """The lines of “Cách tính các số này” in the documents of a case."""

    def told(one: dict[str, str]) -> str:
        return " ".join(filter(None, (one["before"], one["number"], one["unit"]))) + one["after"]

    found = []
    for one in printed(case_named(name), folder):
        data = json.loads(one.document.data)
        found += [told(entry) for entry in data["derived"]]
        groups = ((group["heading"], "; ".join(map(told, group["entries"]))) for group in data["given"])
        found += [": ".join(filter(None, group)) for group in groups]
    return found


@pytest.mark.parametrize(
    ("name", "line"),
    [
        (
            "example",
            "Đảng viên bị thi hành kỷ luật (cấp ủy các cấp), năm 2019: "
            "tổng số 22; tăng 5; khiển trách 16; cảnh cáo 5; khai trừ 1",
        ),
        (
            "dinh-chinh",
            "Đảng viên bị thi hành kỷ luật (Ủy ban kiểm tra Huyện ủy), năm 2025: "
            "giảm 3, vì 9 − 12 = −3 đảng viên",
        ),
        (
            "half-year",
            "Tỷ lệ đơn giải quyết đúng hạn (Ủy ban kiểm tra Huyện ủy), 6 tháng đầu năm 2025: "
            "tăng 5 điểm phần trăm, vì 92,5% − 87,5% = +5 điểm %",
        ),
        ("nam-quoc-gia", "Đơn nhận được (cơ quan giám sát trong cả nước), năm 2025: giảm 3,2%"),
        (
            "nam-quoc-gia",
            "Đơn đã giải quyết (cơ quan giám sát trong cả nước), năm 2025: 2.611, số sơ bộ",
        ),
        (
            "nhiem-ky",
            "Tỷ lệ tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ trở lên, nhiệm kỳ 2020–2025: "
            "cao hơn kế hoạch 1,4 điểm phần trăm, vì 91,4% − 90% = +1,4 điểm %",
        ),
        (
            "quy-chin-thang",
            "Hồ sơ tiếp nhận (toàn tỉnh), quý II/2025: "
            "tổng số 46.980, đã điều chỉnh; số trước khi điều chỉnh 46.912",
        ),
    ],
)
def test_a_counted_figure_is_named_before_it_stands_and_says_which_way_it_went(
    name: str, line: str, tmp_path: Path
) -> None:
    assert line in counted(name, tmp_path / "project")


@pytest.fixture(autouse=True)
def own_time() -> Iterator[None]:
    yield
    os.environ.pop("TZ", None)
    time.tzset()


Given = tuple[Enclosed, Dataset, Bulletins]


def switched_on(folder: Path) -> Given:
    checked, bulletins = composed(case_named("dinh-chinh"), folder)
    return checked.enclosed, checked.dataset, bulletins


def made(given: Given) -> tuple[dict[str, Path | None], list[str]]:
    outputs, problems = ready_documents(*given, {}, lambda *_: None)
    return {output.path: output.kept for output in outputs}, [problem.rule for problem in problems]


def test_a_document_lies_beside_its_page_and_is_offered_there(tmp_path: Path) -> None:
    enclosed, dataset, bulletins = switched_on(tmp_path)
    outputs, _ = ready_documents(enclosed, dataset, bulletins, {}, lambda *_: None)
    assert [(output.path, output.page, output.label) for output in outputs] == [
        (
            "tin/2026/01/ket-qua-ky-luat-nam-2025/ket-qua-ky-luat-nam-2025.pdf",
            "/tin/2026/01/ket-qua-ky-luat-nam-2025/",
            "PDF",
        ),
        (
            "tin/2025/01/ket-qua-ky-luat-nam-2024/ket-qua-ky-luat-nam-2024.pdf",
            "/tin/2025/01/ket-qua-ky-luat-nam-2024/",
            "PDF",
        ),
    ]
    assert all(output.kept and output.size == output.kept.stat().st_size > 20_000 for output in outputs)
    told = tuple(document_outputs(dataset.site, bulletins))
    assert [(output.path, output.shown) for output in told] == [(one.path, one.shown) for one in outputs]


def test_documents_that_nobody_asked_for_are_not_made(tmp_path: Path) -> None:
    case = case_named("dinh-chinh")
    checked = check(case.copied_to(tmp_path), now=case.now)
    bulletins = checked.composed(checked.dataset, case.now)
    assert ready_documents(checked.enclosed, checked.dataset, bulletins, {}, lambda *_: None) == ((), [])
    assert not (tmp_path / "build").exists()
    assert tuple(document_outputs(checked.dataset.site, bulletins)) == ()


def test_a_document_is_set_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = switched_on(tmp_path)
    first, problems = made(given)
    assert problems == []

    def refused(self: Typesetter, data: bytes) -> bytes:
        raise AssertionError("set again")

    with monkeypatch.context() as patch:
        patch.setattr(Typesetter, "set", refused)
        assert made(given) == (first, [])
        _, _, bulletins = given
        other = replace(bulletins.articles[0], lead=("Đã khác.",))
        with pytest.raises(AssertionError, match="set again"):
            made((*given[:2], replace(bulletins, articles=(other,))))
    spoiled = next(path for path in first.values() if path)
    right = spoiled.read_bytes()
    spoiled.write_bytes(right[:1000])
    assert made(given) == (first, []) and spoiled.read_bytes() == right


def test_nothing_is_kept_of_a_bulletin_that_was_taken_away(tmp_path: Path) -> None:
    enclosed, dataset, bulletins = given = switched_on(tmp_path)
    first, _ = made(given)
    gone, stays = bulletins.articles
    removed = Removed(
        gone.address.strip("/"), (), case_named("dinh-chinh").now, Text("Vì lý do.", ("Vì lý do.",))
    )
    left = replace(bulletins, articles=(stays,))
    made((enclosed, replace(dataset, removed=(removed,)), left))
    assert [path.exists() for path in first.values() if path] == [False, True]


def test_what_typst_refuses_is_told_at_the_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(self: Typesetter, data: bytes) -> bytes:
        raise RuntimeError("no such thing\nat length")

    monkeypatch.setattr(Typesetter, "set", refused)
    files, problems = made(switched_on(tmp_path))
    assert (files, problems) == ({}, ["no-document"] * 2)


def test_letters_that_cannot_be_drawn_are_named_and_told(tmp_path: Path) -> None:
    lost: set[str] = set()
    assert printable({"a": ["x\n y", "北京 ă"]}, lost) == {"a": ["x y", "[U+5317 U+4EAC] ă"]}
    assert lost == {"北", "京"}
    enclosed, dataset, bulletins = switched_on(tmp_path)
    first = replace(bulletins.articles[0], lead=("Đoàn đến từ 北京 😀.",))
    changed = replace(bulletins, articles=(first, *bulletins.articles[1:]))
    outputs, problems = ready_documents(enclosed, dataset, changed, {}, lambda *_: None)
    assert len(outputs) == 2
    [problem] = problems
    assert (problem.rule, problem.severity) == ("letter-not-printed", Severity.WARNING)
    assert problem.message.translated(str) == "documents cannot show “京”, “北”, “😀”"
    record = next(one for one in dataset.articles if f"/{one.address}/" == first.address)
    assert problem.location == record.where()
    accepting = replace(enclosed, acknowledged=frozenset({(record.where().file, "letter-not-printed")}))
    assert ready_documents(accepting, dataset, changed, {}, lambda *_: None)[1] == []


def test_typst_that_is_not_there_is_told_once_with_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = case_named("dinh-chinh")
    settings = with_documents(case, tmp_path) / "data" / "site.yml"
    assert check(tmp_path, now=case.now).sound
    monkeypatch.setattr(documenting, "is_installed", lambda: False)
    checked = check(tmp_path, now=case.now)
    [problem] = (problem for problem in checked.problems if problem.severity is Severity.ERROR)
    line = len(settings.read_text("utf-8").splitlines())
    assert (problem.rule, problem.location.file, problem.location.line) == ("no-typst", "data/site.yml", line)
    assert problem.message.translated(str) == "documents are made with Typst, which is not installed"
    assert problem.remedy and problem.remedy.translated(str) == 'install it: pip install "bantin[pdf]"'


HOSTILE = (
    '#panic("x") #import "@preview/a:0.1.0" $ x^2 $ *đậm* _nghiêng_ @ref <nhãn> // không là chú thích /* '
    'cũng không */ `mã` \\ \\u{41} = Đề mục - mục + mục / từ: nghĩa ~ -- --- ... #sys.inputs #read("/a.yml")'
)


def test_text_that_looks_like_markup_is_text(tmp_path: Path) -> None:
    _, bulletins = composed(case_named("dinh-chinh"), tmp_path)
    body = (Heading(HOSTILE, "a"), Paragraph((HOSTILE,)), Listing((HOSTILE,), ((HOSTILE,), ("مرحبا " * 40,))))
    article = replace(bulletins.articles[0], headline=HOSTILE, kicker=HOSTILE, body=body, byline=(HOSTILE,))
    document = documented(article, bulletins.publisher, {})
    assert HOSTILE in json.loads(document.data)["body"][1]["text"]
    data = typesetter(tmp_path / "none").set(document.data)
    assert data.startswith(b"%PDF-1.7")


def test_a_photo_comes_from_what_is_kept_and_from_nowhere_else(tmp_path: Path) -> None:
    (tmp_path / "secret.jpg").write_bytes(b"x")
    (tmp_path / "photos").mkdir()
    _, bulletins = composed(case_named("dinh-chinh"), tmp_path / "project")
    photo = Photo("anh/a.jpg", "Chú thích", "Lời tả", "", 300, 200)
    article = replace(bulletins.articles[0], body=(photo,))
    document = documented(article, bulletins.publisher, {"anh/a.jpg": "/../secret.jpg"})
    with pytest.raises(RuntimeError, match=r"outside|escape|root"):
        typesetter(tmp_path / "photos").set(document.data)


def test_the_template_is_for_the_typst_that_is_locked() -> None:
    assert version("typst").startswith("0.15.")
