"""Which bulletins a reader is led to from another, and why; and that nothing is that is not public."""

from __future__ import annotations

import pytest

from bantin.compose.neighbours import OF_BODY, OF_SUBJECT
from bantin.compose.said import Article, Bulletins
from tests.dataset.projects import Files, changed
from tests.figures.small import bulletin, composed, small


def archive() -> Files:
    """Ten years of a body, and two of another that has one subject with it and one of its own."""
    files = {name: text for name, text in small("").items() if not name.endswith(("/tin.yml", "/now.yml"))}
    subjects = "subjects:\n  - {id: chung, label: Kết quả}\n"
    files = changed(files, "data/indicators.yml", subjects, f"{subjects}  - {{id: von, label: Đầu tư}}\n")
    files = changed(files, "data/indicators.yml", "label: Vốn, subject: chung", "label: Vốn, subject: von")
    for year in range(2010, 2020):
        files |= bulletin(f"huyen-uy-{year}", "huyen-uy", year)
    files |= bulletin("ubkt-2014", "ubkt", 2014)
    files |= bulletin("ubkt-2017", "ubkt", 2017, "von")
    return files


def article(bulletins: Bulletins, name: str) -> Article:
    [found] = [one for one in bulletins.articles if one.address.endswith(f"/{name}/")]
    return found


def related(bulletins: Bulletins, name: str) -> list[tuple[str, str]]:
    return [(one.reason, one.address.split("/")[-2]) for one in article(bulletins, name).related]


@pytest.fixture(scope="module")
def bulletins() -> Bulletins:
    return composed(archive())


def test_the_same_period_a_year_before_stands_first_then_the_body_then_the_subject() -> None:
    between = composed(archive() | bulletin("giua-nam", "huyen-uy", 2015, period="6 tháng cuối năm 2015"))
    assert related(between, "huyen-uy-2016") == [
        ("Cùng kỳ năm trước", "huyen-uy-2015"),
        ("Cùng cơ quan", "huyen-uy-2014"),
        ("Cùng cơ quan", "huyen-uy-2013"),
        ("Cùng cơ quan", "huyen-uy-2012"),
        ("Cùng chủ đề: Kết quả", "ubkt-2014"),
        ("Cùng chủ đề: Kết quả", "huyen-uy-2011"),
        ("Cùng chủ đề: Kết quả", "huyen-uy-2010"),
    ]
    beside = article(between, "huyen-uy-2016").earlier
    assert beside and (beside.reason, beside.address.split("/")[-2]) == ("Bài trước", "giua-nam")


def test_a_neighbour_of_the_same_period_a_year_before_is_told_once(bulletins: Bulletins) -> None:
    beside = article(bulletins, "huyen-uy-2016").earlier
    assert beside and beside.reason == "Bài trước, cùng kỳ năm trước"
    assert "huyen-uy-2015" not in [name for _, name in related(bulletins, "huyen-uy-2016")]
    assert related(bulletins, "huyen-uy-2016")[0] == ("Cùng cơ quan", "huyen-uy-2014")


def test_another_body_is_related_by_subject_alone(bulletins: Bulletins) -> None:
    assert related(bulletins, "ubkt-2014") == [
        ("Cùng chủ đề: Kết quả", "huyen-uy-2013"),
        ("Cùng chủ đề: Kết quả", "huyen-uy-2012"),
        ("Cùng chủ đề: Kết quả", "huyen-uy-2011"),
    ]
    assert related(bulletins, "ubkt-2017") == []


def test_the_first_bulletin_of_a_body_is_led_on_to_later_ones(bulletins: Bulletins) -> None:
    names = [name for reason, name in related(bulletins, "huyen-uy-2010") if reason == "Cùng cơ quan"]
    assert names == ["huyen-uy-2012", "huyen-uy-2013", "huyen-uy-2014"]


def test_neighbours_are_of_the_same_body(bulletins: Bulletins) -> None:
    told = article(bulletins, "huyen-uy-2016")
    assert told.earlier and told.earlier.address.endswith("/huyen-uy-2015/")
    assert told.later and told.later.address.endswith("/huyen-uy-2017/")
    other = article(bulletins, "ubkt-2017")
    assert other.earlier and other.earlier.address.endswith("/ubkt-2014/")
    assert other.later is None


def test_no_article_names_itself_or_another_twice_or_too_many(bulletins: Bulletins) -> None:
    for told in bulletins.articles:
        addresses = [one.address for one in told.related]
        assert len(addresses) == len(set(addresses)) <= 1 + OF_BODY + OF_SUBJECT
        assert told.address not in addresses


def test_what_is_not_public_is_nowhere() -> None:
    file = "data/articles/huyen-uy-2015.yml"
    for status in ("status: draft", "status: ready\npublish_at: 01/01/2030 07:30"):
        hidden = composed(changed(archive(), file, "status: ready", status))
        assert "huyen-uy-2015" not in repr(hidden)
        told = article(hidden, "huyen-uy-2016")
        assert told.earlier and told.earlier.address.endswith("/huyen-uy-2014/")


def withdrawn(kind: str) -> Bulletins:
    status = f"status: withdrawn\nwithdrawal: {{kind: {kind}, on: 01/10/2026, reason: cách tính đã đổi}}"
    return composed(changed(archive(), "data/articles/huyen-uy-2015.yml", "status: ready", status))


def test_what_was_removed_is_named_by_no_other_article() -> None:
    told = repr([replaced for replaced in withdrawn("removed").articles])
    assert "huyen-uy-2015" not in told


def test_what_is_outdated_is_marked() -> None:
    told = article(withdrawn("outdated"), "huyen-uy-2016")
    assert told.earlier and told.earlier.mark == "Đã rút 01/10/2026"
    later = article(withdrawn("outdated"), "huyen-uy-2018")
    [marked] = [one for one in later.related if one.address.endswith("/huyen-uy-2015/")]
    assert (marked.reason, marked.mark) == ("Cùng cơ quan", "Đã rút 01/10/2026")


def test_a_new_bulletin_changes_few_of_the_earlier_ones(bulletins: Bulletins) -> None:
    more = composed(archive() | bulletin("huyen-uy-2020", "huyen-uy", 2020))
    before = {one.address: one for one in bulletins.articles}
    changed_ones = [one.address for one in more.articles if before.get(one.address) not in (one, None)]
    assert [address.split("/")[-2] for address in changed_ones] == ["huyen-uy-2019"]


def test_earlier_bulletins_on_a_subject_stand_before_later_ones() -> None:
    told = composed(archive() | bulletin("ubkt-2011", "ubkt", 2011))
    subjects = [name for reason, name in related(told, "ubkt-2011") if reason.startswith("Cùng chủ đề")]
    assert subjects == [
        "huyen-uy-2010",
        "huyen-uy-2011",
        "huyen-uy-2012",
    ]


def test_a_bulletin_of_two_years_is_not_its_own_year_before() -> None:
    both = "covers: [huyen-uy-2016, huyen-uy-2015]"
    file = "data/articles/huyen-uy-2016.yml"
    told = article(composed(changed(archive(), file, "covers: [huyen-uy-2016]", both)), "huyen-uy-2016")
    assert told.earlier and told.earlier.reason == "Bài trước, cùng kỳ năm trước"
    assert told.earlier.address.endswith("/huyen-uy-2015/")
