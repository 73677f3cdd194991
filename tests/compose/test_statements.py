"""What the site says of itself: it can be replaced, says the last test run as it was, and who to write to."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from importlib.resources import files as resources

from bantin.compose import compose
from bantin.compose.said import Bulletins, Link, Publisher, Statement
from bantin.compose.statements import in_english, last_run
from bantin.dataset import load
from bantin.language import format_date, parse_iso_instant
from tests.compose.walking import everything
from tests.dataset.projects import EXAMPLE, Files, changed, files_of

NOW: datetime = parse_iso_instant("2026-12-01T12:00+07:00")
SITE = "data/site.yml"


def bulletins(files: Files | None = None, by_hand: dict[str, str] | None = None) -> Bulletins:
    dataset = load(files or files_of(EXAMPLE)).dataset
    return compose(dataset.public(NOW), NOW, {}, by_hand or {})


def statement(told: Bulletins, address: str) -> Statement:
    [found] = [one for one in told.statements if one.address == address]
    return found


def words(one: Statement) -> str:
    return " ".join(text for section in one.sections for text in section.paragraphs)


def test_the_last_test_run_is_told_as_it_was() -> None:
    run, said = last_run(), words(statement(bulletins(), "/tro-nang/"))
    assert f"Lần thử gần nhất: ngày {format_date(run.day)}." in said
    assert f"Công cụ axe {run.axe} chạy trong trình duyệt {run.browser}, xem {run.pages} trang" in said
    assert f"mỗi trang {run.ways} lượt" in said
    assert ("không có lỗi nào" in said) == (run.violations == 0)


def test_a_page_written_by_hand_takes_the_place_of_a_statement() -> None:
    told = bulletins(by_hand={"/cam-ket/": "Cam kết"})
    assert [one.address for one in told.statements] == ["/tro-nang/", "/du-lieu/", "/english/"]
    assert "/cam-ket/" in [link.address for link in told.publisher.footer_links]


def test_where_visitors_are_counted_readers_are_told_how() -> None:
    told = [words(statement(bulletins(), address)) for address in ("/cam-ket/", "/tro-nang/")]
    assert not any("người xem" in text for text in told)
    counted = bulletins(changed(files_of(EXAMPLE), SITE, "\nlicence:", "\nvisitors: yes\nlicence:"))
    section = statement(counted, "/cam-ket/").sections[-1]
    assert (section.heading, section.anchor) == ("Đếm người xem", "dem-nguoi-xem")
    assert "không đặt cookie" in section.paragraphs[1]
    assert "số người xem" in words(statement(counted, "/tro-nang/"))


def test_readers_are_told_whom_to_write_to() -> None:
    alone = statement(bulletins(), "/tro-nang/").sections[-1]
    assert [item.text for item in alone.items] == ["Trang mẫu, không phải trang của cơ quan nào"]
    with_page = statement(bulletins(by_hand={"/lien-he/": "Liên hệ"}), "/tro-nang/").sections[-1]
    assert [item.address for item in with_page.items] == ["", "/lien-he/"]


def test_the_english_page_has_the_english_name_and_leads_to_what_there_is() -> None:
    parent = "  parent: Trang mẫu\n"
    files = changed(files_of(EXAMPLE), SITE, parent, f"{parent}  english_name: Sample Bulletin\n")
    page = statement(bulletins(files), "/english/")
    assert (page.title, page.language) == ("About Sample Bulletin", "en")
    assert [item.address for item in page.sections[0].items] == [
        *("/", "/so-lieu/", "/luu-tru/", "/tim-kiem/", "/dinh-chinh/", "/du-lieu/", "/tro-nang/", "/cam-ket/")
    ]


def test_the_english_page_promises_to_follow_only_what_there_is() -> None:
    publisher = replace(bulletins().publisher, footer_links=(Link("/nguon-tin/", "Theo dõi"),))
    fed = replace(publisher, feed=Link("/nguon-tin/tat-ca.xml", "Bản tin mẫu"))

    def note(one: Publisher, dated: bool) -> str:
        items = in_english(one, "", dated).sections[0].items
        [found] = [item.note for item in items if item.address == "/nguon-tin/"]
        return found

    assert note(publisher, True) == "a calendar file to follow"
    assert note(fed, False) == "feeds to follow"
    assert note(fed, True) == "feeds and a calendar file to follow"


def test_the_page_of_what_is_not_found_says_of_old_addresses_what_the_pledge_says() -> None:
    kept = "địa chỉ cũ vẫn đưa đến bài"
    missing = resources("bantin.site").joinpath("theme/404.html").read_text("utf-8")
    assert kept in words(statement(bulletins(), "/cam-ket/")) and kept in missing


def test_who_answers_for_the_content_is_in_the_footer() -> None:
    title = "title: Bản tin mẫu\n"
    named = changed(files_of(EXAMPLE), SITE, title, f"{title}editor: Lê Văn A, Chánh Văn phòng\n")
    assert bulletins(named).publisher.editor == "Lê Văn A, Chánh Văn phòng"
    assert "Chánh Văn phòng" not in everything(bulletins())
