"""Files made from the code: JSON Schema for editors, and the reference pages in ``docs/reference``.

``python -m bantin.reference`` writes them; a test sees that they are in step.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from bantin.dataset.aspects import ASPECT_EXAMPLES, PART_EXAMPLES
from bantin.dataset.checks import table
from bantin.dataset.loading import FOLDERS, SINGLE
from bantin.dataset.records.base import Part, Record
from bantin.dataset.records.roles import Declares, Published, Unpublished, fields_of
from bantin.dataset.schema import schema_files
from bantin.outputs.open_data.addresses import HOW
from bantin.outputs.open_data.csv_files import columns
from bantin.outputs.open_data.fields import published_fields, published_types
from bantin.outputs.open_data.package import PATH as PACKAGE
from bantin.outputs.open_data.shape import VERSION
from bantin.outputs.open_data.tables import BASE, FILES, TABLES

_PLACES = {model: place for place, model in {**SINGLE, **FOLDERS}.items()}
_NOTE = "<!-- made by `python -m bantin.reference`: change the code, not this page -->\n"


def generated() -> dict[str, str]:
    """All generated files of the repository: path from its root → text."""
    return {
        **schema_files(),
        "docs/reference/rules.md": rules_page(),
        "docs/reference/truong.md": fields_page(),
        "docs/reference/tham-chieu.md": aspects_page(),
        "docs/reference/chu-so.md": digits_page(),
        "docs/reference/du-lieu.md": published_page(),
    }


def rules_page() -> str:
    """Every check: its id, how much it weighs, whether ``--fix`` repairs it, and the rule."""
    rows = [
        f"| `{rule.id}` | {rule.severity} | {'yes' if rule.repairs else ''} | {rule.sentence} |"
        for rule in table()
    ]
    return "\n".join(
        [
            _NOTE,
            "# Rules",
            "",
            "What `bantin check` looks for besides the shape of records. Errors stop a build; warnings and",
            "hints can be acknowledged in their record (`acknowledged:` with `rule` and `reason`). What is",
            "marked under `--fix` is repaired by `bantin check --fix` where that is safe.",
            "",
            "| id | weight | `--fix` | rule |",
            "|---|---|---|---|",
            *rows,
            "",
        ]
    )


def fields_page() -> str:
    """Every field of every record, in Vietnamese, for staff."""
    lines = [_NOTE, "# Các trường trong bản ghi", "", "Trường có dấu * là bắt buộc.", ""]
    for model, place in _PLACES.items():
        shown = place if place.endswith(".yml") else f"{place}/NĂM/*.yml"
        lines += [f"## `{shown}`", "", f"{_described(model)}", ""]
        for part in _parts_of(model):
            lines += [] if part is model else [f"### {part.__name__}", "", _described(part), ""]
            lines += ["| trường | ý nghĩa |", "|---|---|"]
            lines += [
                f"| `{name}`{'*' if field.is_required() else ''} | {_in_one_line(field.description)} |"
                for name, field in part.model_fields.items()
            ]
            lines.append("")
    return "\n".join(lines)


def aspects_page() -> str:
    """What a text can say of a figure."""
    rows = [
        f"| `$(ky-luat{f'.{aspect}' if aspect else ''})` | {example} |"
        for aspect, example in {**ASPECT_EXAMPLES, **PART_EXAMPLES}.items()
    ]
    return "\n".join(
        [
            _NOTE,
            "# Nhắc đến con số trong bài",
            "",
            "Con số chỉ ghi một lần, trong `observations`; trong bài viết `$(tên)` hoặc `$(tên.khía-cạnh)`.",
            "Với một phần của phân tổ, viết mã của nhóm: `$(ky-luat.canh-cao)` thành “5 đảng viên”.",
            "Số liệu của bản ghi khác thì thêm mã bản ghi ở trước: `$(ket-qua-2019/ky-luat)`.",
            "",
            "| viết | in ra, ví dụ |",
            "|---|---|",
            *rows,
            "",
        ]
    )


_DIGITS_PAGE = """
# Chữ số trong từng trường

Mỗi chữ số mà người đọc thấy phải là số liệu `$(tên)`; hoặc ngày, kỳ, văn bản, thứ tự,
tên riêng đã khai trong bản ghi; hoặc được khai ở `literals` kèm lý do.
Chữ số khác là lỗi `number-in-prose`.

## Trường tự khai

Chữ số ghi ở đây là lời khai để các trường khác theo.
Ngày và kỳ ở mọi trường ngày, trường kỳ cũng là lời khai.

| trường | khai gì |
|---|---|
{declaring}

## Trường phải rõ nguồn

{explained}

## Trường không in thành chữ

| trường | là gì |
|---|---|
{unseen}
"""


def digits_page() -> str:
    """What the digits of each field of text must be: explained, declaring, or never seen by readers."""
    roles = {
        f"`{part.__name__}.{field.name}`": field.role or field.key_role
        for model in _PLACES
        for part in _parts_of(model)
        for field in fields_of(part)
    }
    declaring = [f"| {name} | {role.why} |" for name, role in roles.items() if isinstance(role, Declares)]
    unseen = [f"| {name} | {role.why} |" for name, role in roles.items() if isinstance(role, Unpublished)]
    explained = [f"- {name}" for name, role in roles.items() if isinstance(role, Published)]
    return _NOTE + _DIGITS_PAGE.format(
        declaring="\n".join(declaring), explained="\n".join(explained), unseen="\n".join(unseen)
    )


def published_page() -> str:
    """The published shape: every type with its fields."""
    lines = [
        _NOTE,
        "# Hình dạng dữ liệu công bố",
        "",
        f"Phiên bản {VERSION}: các tệp dưới `/{BASE}/` và các bảng trong `/{PACKAGE}`; xem"
        " [Dữ liệu mở](../handbook/du-lieu-mo.md). Trường trống thì JSON bỏ, CSV để ô trống. Trường có dấu *"
        " luôn có. Trường có dấu ¹ chỉ có trong JSON."
        f" {HOW}",
        "",
    ]
    for one in (*TABLES, FILES):
        flat = {field.name for field in columns(one.kind)} if one.in_package else set()
        lines += [f"## {one.title}", "", f"`{one.file}`, khóa `{one.name}`. {one.kind.__doc__}", ""]
        for kind in published_types(one.kind):
            lines += [] if kind is one.kind else [f"### {kind.__name__}", "", f"{kind.__doc__}", ""]
            lines += ["| trường | tên | nghĩa |", "|---|---|---|"]
            for field in published_fields(kind):
                always = "*" if field.required or field.default else ""
                only = "¹" if kind is one.kind and one.in_package and field.name not in flat else ""
                lines.append(f"| `{field.name}`{always}{only} | {field.title} | {field.meaning} |")
            lines.append("")
    return "\n".join(lines)


def _parts_of(model: type[Record]) -> Iterator[type[Part]]:
    """The record and every kind of part below it, each once, in order of first use."""
    waiting: list[type[Part]] = [model]
    seen: dict[type[Part], None] = {}
    while waiting:
        part = waiting.pop(0)
        if part in seen:
            continue
        seen[part] = None
        for field in part.model_fields.values():
            waiting.extend(_inside(field.annotation))
    yield from seen


def _inside(annotation: object) -> Iterator[type[Part]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for inner in get_args(annotation):
        yield from _inside(inner)


def _described(model: type[Part]) -> str:
    return _in_one_line(model.__doc__)


def _in_one_line(text: str | None) -> str:
    return " ".join((text or "").split()).replace("|", "\\|")


if __name__ == "__main__":
    for name, text in generated().items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, "utf-8")
