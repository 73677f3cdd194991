"""The index leads from every word of a page to the page, and fits in pieces."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.language.folding import folded, toned_words
from bantin.site.search.indexing import Index
from bantin.site.search.indexing import index as put_together
from bantin.site.search.reading import SearchedPage
from bantin.site.search.terms import IN_LEAD, IN_TEXT, IN_TITLE, IS_TITLE, IndexedPage, indexed
from bantin.site.search.writing import index_files, piece_of

TEXTS = st.text("aáàđ 4.3", max_size=12)
PAGES = st.lists(
    st.builds(
        SearchedPage,
        address=st.sampled_from([f"/{name}/" for name in "abcdef"]),
        kind=st.sampled_from(["article", "page"]),
        day=st.sampled_from(["2024-11-29", "2019-12-31", ""]),
        bodies=st.lists(st.sampled_from(["Một", "Hai"]), unique=True).map(tuple),
        date_line=st.just(""),
        mark=st.just(""),
        title=TEXTS,
        lead=st.lists(TEXTS, max_size=2).map(tuple),
        rest=st.lists(TEXTS, max_size=3).map(tuple),
    ),
    max_size=6,
    unique_by=lambda page: page.address,
)


def page(address: str, day: str, title: str, lead: str = "", rest: str = "") -> SearchedPage:
    return SearchedPage(address, "article", day, (), "", "", title, (lead,), (rest,))


def index(pages: Iterable[SearchedPage]) -> Index:
    """The index of some pages, each of which was kept as JSON."""
    kept = [json.dumps(indexed(page).to_plain()) for page in pages]
    return put_together(IndexedPage.from_plain(json.loads(text)) for text in kept)


def places(made: Index, term: str) -> dict[str, int]:
    """The pages that hold a folded term, and the best place of it, whatever its marks."""
    found: dict[str, int] = {}
    for steps in made.postings.get(term, {}).values():
        for posting in accumulate(steps):
            address = made.pages[made.numbers.index(posting // 4)].address
            found[address] = max(found.get(address, IN_TEXT), posting % 4)
    return found


def test_a_word_leads_to_its_pages_and_its_best_place_on_each() -> None:
    made = index(
        [
            page("/cu/", "2019-12-31", "Kỷ luật Đảng", "Thi hành kỷ luật"),
            page("/moi/", "2024-11-29", "Họp phiên", "Kỳ họp", "Việc kỷ luật"),
        ]
    )
    assert [found.address for found in made.pages] == ["/moi/", "/cu/"]
    assert places(made, "ky") == {"/moi/": IN_LEAD, "/cu/": IN_TITLE}
    assert places(made, "ky luat") == {"/moi/": IN_TEXT, "/cu/": IN_TITLE}
    assert set(made.postings["ky"]) == {"ky1", "ky3"}
    assert places(made, "luat dang") == {"/cu/": IN_TITLE}
    assert places(made, "dang thi") == {}


def test_the_title_of_an_entry_of_a_register_is_a_term_of_its_own_and_no_other_page_s_is() -> None:
    titles = {"/a/": "Đảng viên bị kỷ luật", "/b/": "Đảng viên", "/c/": "Đảng"}
    entries = [replace(page(address, "", title), kind="indicator") for address, title in titles.items()]
    made = index([*entries, page("/tin/", "", "Đảng viên bị kỷ luật")])
    assert places(made, "dang vien bi ky luat") == {"/a/": IS_TITLE}
    assert places(made, "dang vien") == {"/a/": IN_TITLE, "/b/": IS_TITLE, "/tin/": IN_TITLE}
    assert places(made, "dang") == {"/a/": IN_TITLE, "/b/": IN_TITLE, "/c/": IS_TITLE, "/tin/": IN_TITLE}


@given(PAGES)
def test_every_word_and_pair_of_words_leads_to_every_page_with_it_and_to_no_other(
    pages: list[SearchedPage],
) -> None:
    made = index(pages)
    wanted: dict[str, set[str]] = {}
    for found in pages:
        for text in (found.title, *found.lead, *found.rest):
            words = [folded(word) for word in toned_words(text)]
            for term in (*words, *map(" ".join, pairwise(words))):
                wanted.setdefault(term, set()).add(found.address)
    assert {term: set(places(made, term)) for term in made.postings} == wanted


@pytest.mark.slow
@given(PAGES)
def test_the_same_pages_in_any_order_give_the_same_files_and_each_term_its_piece(
    pages: list[SearchedPage],
) -> None:
    made = index(pages)
    files = dict(index_files(made))
    assert dict(index_files(index(reversed(pages)))) == files
    overview = json.loads(files["tim-kiem/index.json"])
    assert len(overview["kind"]) == len(overview["year"]) == len(overview["body"]) == len(pages)
    for term, forms in made.postings.items():
        piece = piece_of(term, len(overview["terms"]))
        name = f"tim-kiem/terms/{piece}-{overview['terms'][piece]}.json"
        assert json.loads(files[name])[term] == {toned: list(steps) for toned, steps in forms.items()}
    for number, found in zip(accumulate(overview["number"]), made.pages, strict=True):
        run = number // overview["run"]
        listed = json.loads(files[f"tim-kiem/pages/{run}-{overview['lists'][str(run)]}.json"])
        assert listed[str(number)][0] == found.address


def test_an_archive_of_many_words_is_cut_into_small_pieces() -> None:
    many = [
        page(f"/{number}/", "", " ".join(str(number * 50 + word) for word in range(50)))
        for number in range(200)
    ]
    files = dict(index_files(index(many)))
    pieces = [len(content) for name, content in files.items() if "/terms/" in name]
    assert len(pieces) >= 16
    assert max(pieces) < 30_000


def archive(count: int) -> list[SearchedPage]:
    """So many bulletins, five a month from January 2005 on, each with words of its own and words of all."""
    return [
        page(
            f"/tin/{number}/",
            f"{2005 + number // 60}-{number // 5 % 12 + 1:02}-{number % 5 + 10}",
            f"Họp phiên thứ {number}",
            "Ủy ban kiểm tra họp",
            " ".join(str(number * 40 + word) for word in range(40)),
        )
        for number in range(count)
    ]


def written_anew(before: Iterable[SearchedPage], after: Iterable[SearchedPage]) -> set[str]:
    """The files of the later index, but the overview, that the earlier had not with the same bytes."""
    had, has = dict(index_files(index(before))), dict(index_files(index(after)))
    return {name for name, content in has.items() if had.get(name) != content} - {"tim-kiem/index.json"}


@pytest.mark.slow
@pytest.mark.parametrize("count", [60, 600])
def test_a_changed_sentence_leaves_all_pieces_but_those_of_the_terms_that_it_changes(count: int) -> None:
    pages = archive(count)
    changed = list(pages)
    changed[count // 2] = replace(changed[count // 2], lead=("Ủy ban kiểm tra đã họp",))
    anew = written_anew(pages, changed)
    assert 1 <= len(anew) <= len({"đã", "tra đã", "đã họp", "tra họp"})
    assert all(name.startswith("tim-kiem/terms/") for name in anew)


@pytest.mark.slow
@pytest.mark.parametrize("day", ["2008-12-31", "2007-03-12", "2005-01-01"])
def test_a_bulletin_that_is_new_or_gone_touches_the_terms_it_holds_and_one_list_whatever_its_day(
    day: str,
) -> None:
    pages = archive(240)
    new = page("/tin/moi/", day, "Thông cáo báo chí", "Kết quả", "xếp loại")
    terms = sum(len(indexed(new).terms_at(place)) for place in (IN_TEXT, IN_LEAD, IN_TITLE))
    of_its_month = [each for each in pages if each.day[:7] == day[:7]]
    theirs = {term for each in of_its_month for place in (0, 1, 2) for term in indexed(each).terms_at(place)}
    for anew in (written_anew(pages, [*pages, new]), written_anew([*pages, new], pages)):
        assert sum(name.startswith("tim-kiem/pages/") for name in anew) == 1
        assert 1 <= len(anew) <= 1 + terms + len(theirs)


def test_a_number_stays_when_a_page_of_another_month_comes_and_entries_have_no_month() -> None:
    pages = archive(60)
    entry = replace(page("/chi-tieu/", "2005-03-31", "Đảng viên"), kind="indicator")
    before = index([*pages, entry])
    later = replace(entry, day="2009-12-31")
    after = index([*pages, later, page("/tin/moi/", "2005-07-30", "Mới"), page("/1/", "1880-01-01", "Xưa")])
    was = {found.address: number for found, number in zip(before.pages, before.numbers, strict=True)}
    now = {found.address: number for found, number in zip(after.pages, after.numbers, strict=True)}
    assert [address for address in was if was[address] != now[address]] == []
    assert len(set(now.values())) == len(now)


def test_a_month_with_more_pages_than_there_is_room_for_makes_room() -> None:
    many = [page(f"/{number}/", "2024-11-29", "Tin") for number in range(200)]
    made = index([*many, page("/sau/", "2024-12-01", "Tin")])
    assert len(set(made.numbers)) == 201
    lists = [json.loads(content) for name, content in index_files(made) if "/pages/" in name]
    assert sorted(address for listed in lists for address, *_ in listed.values()) == sorted(
        found.address for found in made.pages
    )
    assert max(map(len, lists)) <= 64
