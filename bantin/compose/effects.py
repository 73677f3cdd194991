"""What a correction changed: figures by their identity, derived ones included, and texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from bantin.compose.old_values import OldValues
from bantin.compose.past import Past
from bantin.compose.phrases import shortened
from bantin.compose.prose import Teller
from bantin.compose.said import ChangedValue, FigureMention, Prose
from bantin.compose.wording import PUBLISHED, Wording, machine_value, signed_text
from bantin.dataset import Dataset
from bantin.dataset.located import Scalar
from bantin.dataset.places import record_value
from bantin.dataset.records.amounts import Amount
from bantin.dataset.records.article import ArticleRecord
from bantin.dataset.records.base import Path, node_at
from bantin.dataset.records.correction import Correction
from bantin.dataset.records.editorial import Publishable, Reporting
from bantin.dataset.records.holding import fields_holding
from bantin.dataset.records.reading import Printed
from bantin.dataset.records.text import Text
from bantin.dataset.records.values import Attained
from bantin.dataset.reverting import path_of
from bantin.figures import Figure, Figures, Origin, compute
from bantin.language import Change, Quantity

_FIELDS = {
    "headline": "Tiêu đề",
    "kicker": "Dòng trên tiêu đề",
    "lead": "Sapô",
    "byline": "Người viết",
    "photos": "Ảnh",
    "agenda": "Nội dung làm việc",
    "statements": "Phát biểu",
    "acts": "Nội dung được thông qua, đề nghị",
    "findings": "Kết quả kiểm tra",
    "limitations": "Hạn chế",
    "tasks": "Nhiệm vụ",
    "place": "Địa điểm",
    "chairs": "Người chủ trì",
    "attendees": "Người dự",
    "when": "Ngày họp",
    "observations": "Số liệu",
}
"""What readers call the fields of a record; any other is part of the text."""

_TEXT = "Nội dung"

Known = Mapping[str, Mapping[str, Figures]]
Found = dict[str, tuple[Figures, Figure]]


@dataclass(frozen=True)
class Effect:
    """What one correction changed.

    figures: by identity, those that were corrected; derived: those that follow from them; texts: other
    values; rows: the anchor of the row of each figure; touched: those of all rows that changed.
    """

    correction: Correction
    position: int
    figures: Mapping[str, ChangedValue]
    derived: Mapping[str, ChangedValue]
    texts: tuple[ChangedValue, ...]
    rows: Mapping[str, str]
    touched: frozenset[str]

    @property
    def changed(self) -> dict[str, ChangedValue]:
        """All figures that changed, by identity."""
        return {**self.figures, **self.derived}


def effects(past: Past, wording: Wording) -> tuple[Effect, ...]:
    """What each correction changed, in the order in which they were made."""
    made = [
        _effect(past, position, correction, wording) for position, correction in enumerate(past.corrections)
    ]
    old_values = OldValues(past.corrections, (effect.changed for effect, _, _ in made), wording)
    return tuple(_with_old_values(*one, old_values) for one in made)


def _with_old_values(effect: Effect, old: Known, new: Known, old_values: OldValues) -> Effect:
    """The effect with what was replaced marked as such, also what stood there for some time only."""
    changes = (*effect.changed.values(), *effect.texts)
    was = old_values.marked(tuple(change.was for change in changes), effect.position, old)
    now = old_values.marked(tuple(change.now for change in changes), effect.position + 1, new, linked=True)
    told = [replace(change, was=was[at], now=now[at]) for at, change in enumerate(changes)]
    of_figures = dict(zip(effect.changed, told, strict=False))
    return replace(
        effect,
        figures={name: of_figures[name] for name in effect.figures},
        derived={name: of_figures[name] for name in effect.derived},
        texts=tuple(told[len(of_figures) :]),
    )


def _effect(
    past: Past, position: int, correction: Correction, wording: Wording
) -> tuple[Effect, Known, Known]:
    """What a correction changed, and the figures before and after it."""
    named = past.dataset.named[correction.record]
    is_article = isinstance(named, ArticleRecord)
    articles = (named,) if isinstance(named, ArticleRecord) else ()
    names = past.needed_by(named) if isinstance(named, ArticleRecord) else (named.id,)
    reached = past.reach(names)
    old, new = past.state(position, reached, articles), past.state(position + 1, reached, articles)
    old_figures, new_figures = compute(old), compute(new)
    before, after = _by_identity(old_figures), _by_identity(new_figures)
    moved = [name for name in {**before, **after} if _differs(before.get(name), after.get(name))]
    changes = {name: _changed(before.get(name), after.get(name), wording) for name in moved}
    direct = {name for name in moved if not is_article and _is_own(name, correction, before, after)}
    said = {changes[name].words for name in direct}
    direct |= {name for name, change in changes.items() if change.words in said}
    texts = _texts(correction, (old, old_figures), (new, new_figures), wording, bool(direct))
    rows = {name: (after.get(name) or before[name])[0].anchor for name in moved}
    effect = Effect(
        correction,
        position,
        {name: change for name, change in changes.items() if name in direct},
        {name: change for name, change in changes.items() if name not in direct},
        texts,
        rows,
        frozenset((*rows.values(), *_corrected_rows(named, correction))),
    )
    return effect, old_figures, new_figures


def _corrected_rows(record: Publishable, correction: Correction) -> Iterator[str]:
    """The rows of the observations in which anything was corrected, notes included."""
    for place in correction.places:
        path = path_of(record, place) or ()
        if isinstance(record, Reporting) and path[:1] == ("observations",) and isinstance(path[1], int):
            yield f"{record.id}--{record.observations[path[1]].name}"


def _by_identity(known: Known) -> Found:
    found: Found = {}
    for of_record in known.values():
        for figures in of_record.values():
            for figure in _below(figures):
                found.setdefault(figure.identity, (figures, figure))
    return found


def _below(value: object) -> Iterator[Figure]:
    """All figures of an observation, whatever holds them; not the terms they were computed from."""
    if isinstance(value, Figure):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _below(item)
    else:
        for name in fields_holding(type(value), Figure):  # type: ignore[arg-type]  # a type can be hashed
            yield from _below(getattr(value, name))


def _differs(one: tuple[Figures, Figure] | None, other: tuple[Figures, Figure] | None) -> bool:
    if one is None or other is None:
        return one is not other
    return (one[1].quantity, one[1].high) != (other[1].quantity, other[1].high)


def _is_own(name: str, correction: Correction, before: Found, after: Found) -> bool:
    """Whether a figure was itself corrected: published, in the corrected record."""
    figures, figure = after.get(name) or before[name]
    return figure.origin is Origin.PUBLISHED and figures.observed.record.id == correction.record


def _changed(
    old: tuple[Figures, Figure] | None, new: tuple[Figures, Figure] | None, wording: Wording
) -> ChangedValue:
    was = _mention(old, wording) if old else ()
    now = _mention(new, wording) if new else ()
    label = [piece.label for piece in (*now, *was) if not isinstance(piece, str) and hasattr(piece, "label")]
    return ChangedValue(label[0], was, now)


def _mention(found: tuple[Figures, Figure], wording: Wording) -> Prose:
    figures, figure = found
    text = signed_text(figure) if figure.aspect in ("change", "percent_change") else ""
    return (wording.mention(figures, figure, text),)


def _texts(
    correction: Correction,
    old: tuple[Dataset, Known],
    new: tuple[Dataset, Known],
    wording: Wording,
    figures_told: bool,
) -> tuple[ChangedValue, ...]:
    """The corrected values that are no figures: fields, and words of the source about a plan."""
    changes = []
    for place in correction.places:
        record = new[0].named[correction.record]
        path = path_of(record, place)
        if path is None or (place.figure is not None and figures_told):
            continue
        was = _said(old[0].named[correction.record], path, old, wording)
        now = _said(record, path, new, wording)
        changes.append(ChangedValue(_label(record, path, new[1], wording), was, now))
    return tuple(changes)


def _said(record: Publishable, path: Path, state: tuple[Dataset, Known], wording: Wording) -> Prose:
    """A value as a reader saw it, cut to a length that can be taken in."""
    value = record_value(record, path)
    if isinstance(value, Text):
        return ("“", *shortened(_teller(record, state, wording).tell(value)), "”")
    node = node_at(record.node, path) if record.node else None
    if not isinstance(node, Scalar) or not node.text:
        return ()
    quantity = _quantity(value)
    text = " ".join(node.text.split())
    return (f"“{text}”",) if quantity is None else ("“", _number(record, path, quantity, node), "”")


def _quantity(value: object) -> Quantity | None:
    """The number that a field holds, None where it holds none."""
    if isinstance(value, Amount | Printed):
        return value.quantity
    if isinstance(value, Change):
        return Quantity(value.amount)
    return value.percent if isinstance(value, Attained) else None


def _number(record: Publishable, path: Path, quantity: Quantity, node: Scalar) -> FigureMention:
    """A number that is no observation's, such as votes: as it is written, with the identity that it has
    where it is told (see Counting)."""
    way = [str(step).replace("_", "-") for step in path if step not in ("vote", "value")]
    identity = "/".join([record.id, *way])
    figure = Figure(identity, quantity, "%" if node.text.endswith("%") else "", place=node.location)
    source = f"{_FIELDS.get(str(path[0]), _TEXT)}: {PUBLISHED}"
    return FigureMention(" ".join(node.text.split()), machine_value(figure), identity, None, source, figure)


def _teller(record: Publishable, state: tuple[Dataset, Known], wording: Wording) -> Teller:
    dataset, known = state
    told = dataset.told_by(record) if isinstance(record, ArticleRecord) else ()
    names = [one.id for one in told] or [record.id]
    figures = {name: found for one in reversed(names) for name, found in known.get(one, {}).items()}
    return Teller(figures, wording, known)


def _label(record: Publishable, path: Path, known: Known, wording: Wording) -> str:
    """What readers call the field; of an observation, what it counts."""
    if path[0] == "observations" and isinstance(record, Reporting) and isinstance(path[1], int):
        name = record.observations[path[1]].name
        return wording.row_label(known[record.id][name])
    return _FIELDS.get(str(path[0]), _TEXT)
