"""The index leads from every word of a page to the page, and fits in pieces."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from itertools import accumulate, pairwise

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
            address = made.pages[posting // 4].address
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
        name = f"tim-kiem/{overview['version']}/terms-{piece_of(term, overview['pieces'])}.json"
        assert json.loads(files[name])[term] == {toned: list(steps) for toned, steps in forms.items()}


def test_an_archive_of_many_words_is_cut_into_small_pieces() -> None:
    many = [
        page(f"/{number}/", "", " ".join(str(number * 50 + word) for word in range(50)))
        for number in range(200)
    ]
    files = dict(index_files(index(many)))
    pieces = [len(content) for name, content in files.items() if "terms-" in name]
    assert len(pieces) >= 16
    assert max(pieces) < 30_000
