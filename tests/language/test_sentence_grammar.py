"""The grammar of sentences: what holds of everything it can say, for all values and all orders of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bantin.language import PeriodKind, months_of
from bantin.language.sentences import (
    LONGEST,
    Counted,
    Direction,
    Fact,
    Form,
    Movement,
    MovementSize,
    Pieces,
    Telling,
    among_them,
    by_name,
    comparison,
    direction_of,
    made_up_of,
    met,
    nested,
    not_compared,
    on_base,
    plan_result,
    ranged,
    size_of,
    together,
    with_notes,
    words,
)


@dataclass(frozen=True)
class Number:
    """A figure as the grammar meets it: opaque, with a name of its own and the sign it stands for."""

    text: str
    name: str
    amount: Decimal


ACTORS = (
    "UBKT",
    "Ủy ban kiểm tra Huyện ủy",
    "cấp ủy các cấp",
    "Ban Thường vụ, Ban Chấp hành",
    "Sở Y và Dược",
)
VERBS = ("kiểm tra", "kiểm tra, giám sát", "kỷ luật", "giải quyết", "đề nghị khen thưởng", "có")
UNITS = (("tổ chức đảng", "tổ chức"), ("đảng viên", "đảng viên"), ("đơn tố cáo", "đơn"), ("đoàn", "đoàn"))
TOPICS = ("kiểm tra", "đơn thư", "kế hoạch công tác", "")
PERIODS = ("năm 2025", "6 tháng đầu năm 2025", "từ 01/01/2025 đến 15/03/2025", "")
PARTS = ("gồm ", "trong đó có ", "trong đó ", "với ")


@st.composite
def counted(draw: st.DrawFn, name: str, now: int, earlier: int | None, form: Form) -> Counted[Number]:
    unit, short = draw(st.sampled_from(UNITS))
    movement = None
    if earlier is not None:
        change = Decimal(now - earlier)
        percent = draw(st.booleans())
        said = Number(f"{abs(change)}{'%' if percent else ''}", f"{name}/change", change)
        movement = Movement(
            direction_of(change),
            (said,) if change else (),
            short,
            in_units=not percent,
            size=size_of(Decimal(now), Decimal(earlier)) if draw(st.booleans()) else MovementSize.PLAIN,
        )
    value = Number(draw(st.sampled_from(["", "trên ", "gần ", "khoảng "])) + str(now), name, Decimal(now))
    nothing = Number("không", name, Decimal()) if now == 0 and form is Form.COUNT else None
    plan: Pieces[Number] = ()
    if nothing is None and draw(st.integers(0, 4)) == 0:
        percent_of_plan = Decimal(draw(st.integers(1, 250)))
        plan = met(plan_result(percent_of_plan), Number("9%", f"{name}/plan", percent_of_plan))
    parts = tuple(
        (opening, Number("5", f"{name}/part{at}", Decimal(5)), " cảnh cáo")
        for at, opening in enumerate(draw(st.lists(st.sampled_from(PARTS), max_size=2)))
    )
    return Counted(
        value=(value, f" {unit}"),
        unit=short,
        notes=tuple(draw(st.lists(st.sampled_from(["khối xã", "Điều 32"]), max_size=1))),
        movement=movement,
        plan=plan,
        parts=parts if nothing is None else (),
        nothing=nothing,
    )


@st.composite
def facts(draw: st.DrawFn, most: int = 8) -> list[Fact[Number]]:
    """A page of facts; runs of like ones are as probable as changes of every kind."""
    made: list[Fact[Number]] = []
    actor, verb, topic, when = ACTORS[0], VERBS[0], TOPICS[0], PERIODS[0]
    for at in range(draw(st.integers(1, most))):
        if draw(st.booleans()):
            actor, verb = draw(st.sampled_from(ACTORS)), draw(st.sampled_from(VERBS))
        if draw(st.integers(0, 3)) == 0:
            topic, when = draw(st.sampled_from(TOPICS)), draw(st.sampled_from(PERIODS))
        form = draw(st.sampled_from([Form.COUNT, Form.COUNT, Form.COUNT, Form.SHARE]))
        now, earlier = draw(st.integers(0, 400)), draw(st.none() | st.integers(0, 400))
        value = draw(counted(f"x{at}", now, earlier, form))
        unit = next(unit for unit, short in UNITS if short == value.unit)
        made.append(
            Fact(
                counted=value,
                verb=verb,
                actor=actor,
                preparer=draw(st.sampled_from(["", "", "", "UBKT hai cấp"])) if value.nothing is None else "",
                long_unit=unit,
                done=verb != "có",
                form=form,
                when=when,
                as_of="" if when else draw(st.sampled_from(["", "tính đến ngày 30/06/2025"])),
                topic=topic,
                compared="so với năm 2024",
                compared_again="so với năm trước",
                apart=draw(st.sampled_from([None, None, "proposed"])),
            )
        )
    return made


def tell(page: list[Fact[Number]]) -> list[Pieces[Number]]:
    telling: Telling[Number] = Telling()
    return list(telling.paragraphs(page))


def text(pieces: Pieces[Number]) -> str:
    return "".join(piece if isinstance(piece, str) else piece.text for piece in pieces)


def sentences(pieces: Pieces[Number]) -> list[Pieces[Number]]:
    """The paragraph cut behind its full stops."""
    found: list[Pieces[Number]] = []
    current: list[str | Number] = []
    for piece in pieces:
        if isinstance(piece, Number):
            current.append(piece)
            continue
        *ended, rest = re.split(r"(?<=[.…]) (?=\S|$)|(?<=\.)$", piece)
        for end in ended:
            found.append((*current, end))
            current = []
        current = [*current, rest] if rest else current
    return [*found, tuple(current)] if current else found


@settings(max_examples=60)
@given(facts())
def test_every_sentence_is_well_formed(page: list[Fact[Number]]) -> None:
    for paragraph in tell(page):
        whole = text(paragraph)
        for said in (text(sentence) for sentence in sentences(paragraph)):
            assert said[0].isupper() or said[0].isdigit() or said.split()[0] in ("trên", "gần", "khoảng")
            assert re.search(r"[^.…][.…]$", said), said
        assert "  " not in whole and not re.search(r" [,.;:%)…]|\( |[,;] ?[,;.)]|\.\.", whole), whole
        assert whole.count("(") == whole.count(")") and whole.count("“") == whole.count("”")
        assert not re.search(r"\(\s*\)|^\s|\s$", whole)
        spoken = re.findall(r"[\w%]+", whole.lower())
        assert [one for one, two in pairwise(spoken) if one == two and not one[0].isdigit()] == [], whole


@settings(max_examples=60)
@given(facts())
def test_every_figure_is_said_once_and_in_order(page: list[Fact[Number]]) -> None:
    said = [piece.name for paragraph in tell(page) for piece in paragraph if isinstance(piece, Number)]
    wanted = []
    for fact in page:
        value = fact.counted
        moved = value.movement.amount if value.movement else ()
        parts = [piece for phrase in value.parts for piece in phrase]
        mentioned = [value.nothing, *moved] if value.nothing else [*value.value, *value.plan, *moved, *parts]
        wanted += [piece.name for piece in mentioned if isinstance(piece, Number)]
    assert sorted(said) == sorted(wanted)
    values = [name for name in said if "/" not in name]
    assert values == [
        fact.counted.value[0].name for fact in page if isinstance(fact.counted.value[0], Number)
    ]


@settings(max_examples=60)
@given(facts())
def test_a_sentence_says_no_more_than_its_figures(page: list[Fact[Number]]) -> None:
    """The word before a change is that of its sign; words of change stand only where something changed."""
    facts_of = {f"x{at}": fact for at, fact in enumerate(page)}
    for sentence in (one for paragraph in tell(page) for one in sentences(paragraph)):
        before = ""
        told = [
            facts_of[piece.name] for piece in sentence if isinstance(piece, Number) and "/" not in piece.name
        ]
        for piece in sentence:
            if isinstance(piece, Number) and piece.name.endswith("/change"):
                verbs = re.findall(r"tăng|giảm|không thay đổi", before)
                assert verbs and verbs[-1] == direction_of(piece.amount).value, text(sentence)
            if isinstance(piece, Number) and piece.name.endswith("/plan"):
                assert before.endswith("vượt ") == (piece.amount > 100)
            before += piece if isinstance(piece, str) else "#"
        ways = {fact.counted.movement.direction for fact in told if fact.counted.movement}
        assert {way for way in Direction if way.value in text(sentence)} == ways
        assert ("so với" in text(sentence)) == bool(ways)


@settings(max_examples=60)
@given(facts(most=16))
def test_no_pattern_stands_three_times_in_a_row(page: list[Fact[Number]]) -> None:
    patterns = [pattern(sentence) for paragraph in tell(page) for sentence in sentences(paragraph)]
    triples = zip(patterns, patterns[1:], patterns[2:], strict=False)
    assert [one for one, two, three in triples if one == two == three] == []


def pattern(sentence: Pieces[Number]) -> str:
    """A sentence with all masked that is not the grammar's own."""
    said = "".join(piece if isinstance(piece, str) else "#" for piece in sentence).lower()
    for known, mask in ((ACTORS, "WHO"), (PERIODS, "WHEN"), (TOPICS, "WHAT"), (VERBS, "DO")):
        for name in sorted(filter(None, known), key=len, reverse=True):
            said = re.sub(rf"(?<!\w){re.escape(name.lower())}(?!\w)", mask, said)
    for unit, short in UNITS:
        said = said.replace(unit, "UNIT").replace(short, "UNIT")
    return re.sub(r"tăng|giảm|không thay đổi", "MOVED", re.sub(r"so với năm (?:2024|trước)", "THAN", said))


@settings(max_examples=60)
@given(facts())
def test_the_same_facts_are_told_the_same_way(page: list[Fact[Number]]) -> None:
    assert tell(page) == tell(page)


@settings(max_examples=60)
@given(facts(most=4), st.data())
def test_what_a_figure_is_does_not_choose_the_sentence(page: list[Fact[Number]], data: st.DataObject) -> None:
    """Another value in the same place: the same words around it, but for those of its direction."""
    assume(all(fact.counted.nothing is None for fact in page))
    other = [masked(paragraph) for paragraph in tell([_raised(fact) for fact in page])]
    assert other == [masked(paragraph) for paragraph in tell(page)]


def _raised(fact: Fact[Number]) -> Fact[Number]:
    value = fact.counted
    number = value.value[0]
    assert isinstance(number, Number)
    raised = replace(number, text=f"{number.text}1", amount=number.amount * 10 + 1)
    return replace(fact, counted=replace(value, value=(raised, *value.value[1:])))


def masked(pieces: Pieces[Number]) -> str:
    return "".join(piece if isinstance(piece, str) else "#" for piece in pieces)


@settings(max_examples=60)
@given(facts())
def test_what_can_be_divided_is_not_too_long(page: list[Fact[Number]]) -> None:
    for sentence in (one for paragraph in tell(page) for one in sentences(paragraph)):
        named = [piece for piece in sentence if isinstance(piece, Number)]
        parts = [number for number in named if "/part" in number.name]
        values = [number for number in named if "/" not in number.name]
        if (parts and len(values) == 1) or len(values) > 4:
            assert words(sentence) <= LONGEST + 9, text(sentence)  # and as many syllables as name its period
        assert len(values) <= 4


@given(st.integers(0, 100_000), st.integers(0, 100_000))
def test_words_of_size_stand_only_on_figures_that_carry_them(now: int, earlier: int) -> None:
    size = size_of(Decimal(now), Decimal(earlier))
    moved = abs(now - earlier)
    if size is MovementSize.DOUBLED:
        assert now == 2 * earlier >= 20
    if size is MovementSize.HALVED:
        assert earlier == 2 * now >= 20
    if size is MovementSize.STRONG:
        assert 2 * moved >= earlier >= 20
    if size is MovementSize.SLIGHT:
        assert 0 < 100 * moved < 3 * earlier and earlier >= 100


@given(st.decimals(min_value=0, max_value=1000, places=2))
def test_a_plan_is_exceeded_only_above_a_hundred(percent: Decimal) -> None:
    for turn in range(3):
        verb = str(met(plan_result(percent), "9%", turn)[0]).strip()
        assert (verb == "vượt") == (percent > 100)
        assert (verb == "hoàn thành") <= (percent == 100)
        assert (verb == "bằng") <= (percent < 100)


def fact(
    name: str,
    verb: str = "kiểm tra",
    unit: str = "đảng viên",
    actor: str = "UBKT",
    when: str = "",
    as_of: str = "",
    preparer: str = "",
    parts: tuple[Pieces[Number], ...] = (),
) -> Fact[Number]:
    """A plain fact of ten."""
    value = Counted((Number("10", name, Decimal(10)), f" {unit}"), unit, parts=parts)
    return Fact(value, verb, actor, preparer, unit, done=verb != "có", when=when, as_of=as_of)


PART: Pieces[Number] = ("trong đó ", Number("5", "p", Decimal(5)), " về quản lý tài chính, ngân sách cấp xã")


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (
            [fact(f"x{at}", "có", actor=actor) for at, actor in enumerate("ABCD")],
            "A có 10 đảng viên. B có 10 đảng viên. Ngoài ra, C có 10 đảng viên. D có 10 đảng viên.",
        ),
        (
            [fact(f"x{at}", actor=actor, as_of="tính đến ngày 30/6") for at, actor in enumerate("ABC")],
            "Tính đến ngày 30/6, A đã kiểm tra 10 đảng viên. B đã kiểm tra 10 đảng viên. "
            "Cùng thời điểm, C đã kiểm tra 10 đảng viên.",
        ),
        (
            [fact(f"x{at}", when=f"năm {at + 2020}") for at in range(3)],
            "Trong năm 2020, UBKT đã kiểm tra 10 đảng viên. Năm 2021, UBKT đã kiểm tra 10 đảng viên. "
            "Trong năm 2022, UBKT đã kiểm tra 10 đảng viên.",
        ),
        (
            [fact(f"x{at}", unit=unit) for at, unit in enumerate(["đơn", "đoàn", "vụ", "lượt", "cuộc"])],
            "UBKT đã kiểm tra 10 đơn, 10 đoàn, 10 vụ và 10 lượt. UBKT đã kiểm tra 10 cuộc.",
        ),
        (
            [fact("x", parts=(PART,) * 5)],
            "UBKT đã kiểm tra 10 đảng viên, trong đó 5 về quản lý tài chính, ngân sách cấp xã; "
            "trong đó 5 về quản lý tài chính, ngân sách cấp xã; "
            "trong đó 5 về quản lý tài chính, ngân sách cấp xã. "
            "Trong đó, 5 về quản lý tài chính, ngân sách cấp xã. "
            "Cũng trong số này, 5 về quản lý tài chính, ngân sách cấp xã.",
        ),
        (
            [fact("x", actor="Ủy ban kiểm tra", preparer="Văn phòng")],
            "Văn phòng đã tham mưu, giúp Ủy ban kiểm tra tiến hành kiểm tra 10 đảng viên.",
        ),
    ],
)
def test_sentences_read_aloud(page: list[Fact[Number]], said: str) -> None:
    assert " / ".join(text(paragraph) for paragraph in tell(page)) == said


ONE, TWO = Number("9", "a", Decimal(9)), Number("3", "b", Decimal(3))
PARTS_OF_IT: list[Pieces[Number]] = [(ONE, " cơ sở"), (TWO, " bộ phận")]
WITH_COMMA: list[Pieces[Number]] = [(ONE, " về đất đai, tài chính"), (TWO, " về kế toán")]


@pytest.mark.parametrize(
    ("pieces", "said"),
    [
        (made_up_of(PARTS_OF_IT), "gồm 9 cơ sở và 3 bộ phận"),
        (made_up_of(WITH_COMMA), "gồm 9 về đất đai, tài chính; 3 về kế toán"),
        (among_them(PARTS_OF_IT[:1]), "trong đó có 9 cơ sở"),
        (
            by_name([("khiển trách ", ONE), ("cảnh cáo ", TWO)], "đảng viên"),
            "trong đó khiển trách 9 và cảnh cáo 3 đảng viên",
        ),
        (on_base((TWO, " lượt"), PARTS_OF_IT, True), "với 3 lượt, gồm 9 cơ sở và 3 bộ phận"),
        (on_base((TWO, " lượt"), PARTS_OF_IT, False), "với 3 lượt, trong đó có 9 cơ sở và 3 bộ phận"),
        (nested((ONE, " đảng bộ"), made_up_of(PARTS_OF_IT)), "9 đảng bộ (gồm 9 cơ sở và 3 bộ phận)"),
        (
            among_them([nested((ONE, " đảng bộ"), made_up_of(PARTS_OF_IT)), (TWO, " chi bộ")]),
            "trong đó có 9 đảng bộ (gồm 9 cơ sở và 3 bộ phận) và 3 chi bộ",
        ),
        (ranged(TWO, ONE), "từ 3 đến 9"),
        (with_notes((ONE, " vụ"), "số sơ bộ", "", "khối xã"), "9 vụ (số sơ bộ, khối xã)"),
    ],
)
def test_phrases_read_aloud(pieces: Pieces[Number], said: str) -> None:
    assert text(pieces) == said


def test_bodies_that_acted_together() -> None:
    assert together(["A"]) == "A" and together(["A", "B", "C"]) == "A, B và C"
    assert together(["Sở Y và Dược", "B"]) == "Sở Y và Dược cùng B"


def test_what_is_not_compared_says_why() -> None:
    year = months_of(PeriodKind.YEAR, 2024)
    assert not_compared(year, "đã đổi cách tính") == "không so với năm 2024 vì đã đổi cách tính"
    assert comparison(months_of(PeriodKind.YEAR, 2025), year, again=True) == "so với năm trước"
    assert comparison(months_of(PeriodKind.YEAR, 2026), year, again=True) == "so với năm 2024"
