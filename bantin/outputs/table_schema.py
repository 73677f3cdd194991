"""The published shape of tables as JSON, as JSON Schema (draft 2020-12), with what each member means."""

from __future__ import annotations

import json

from bantin.compose.open_data import OPEN_DATA, SCHEMAS_AT
from bantin.compose.said import Status
from bantin.language import Qualifier
from bantin.outputs.output import Output
from bantin.outputs.table_json import FORMAT, SCHEMA

Schema = dict[str, object]


def _text(described: str) -> Schema:
    return {"type": "string", "description": described}


def _texts(described: str) -> Schema:
    return {"type": "array", "items": {"type": "string"}, "description": described}


def _list(of: str, described: str) -> Schema:
    return {"type": "array", "items": {"$ref": f"#/$defs/{of}"}, "description": described}


def _object(described: str, required: Schema, optional: Schema | None = None) -> Schema:
    return {
        "type": "object",
        "description": described,
        "properties": {**required, **(optional or {})},
        "required": list(required),
    }


_CELL = _object(
    "Một giá trị: số, chữ như đã in, và tình trạng.",
    {
        "value": {
            "type": ["number", "null"],
            "description": "Số, viết đúng như đã công bố; null khi không có số, khi là một khoảng, hoặc khi"
            " nơi công bố viết bằng chữ có hai cách hiểu. Không có số không phải là 0.",
        },
        "text": _text("Giá trị như in trên trang: “trên 4.300”, “+9”, “–” khi không tính."),
        "status": {
            "enum": [status.value for status in Status],
            "description": "published: đã công bố; computed: tính thẳng từ các số đã công bố; implied:"
            " suy ra; not-published: không công bố; not-computed: không tính; provisional: sơ bộ; revised:"
            " đã được nơi công bố điều chỉnh.",
        },
    },
    {
        "low": {"type": "number", "description": "Đầu dưới của một khoảng."},
        "high": {"type": "number", "description": "Đầu trên của một khoảng."},
        "qualifier": {
            "enum": [one.value for one in Qualifier if one is not Qualifier.EXACT],
            "description": "Số không đúng bằng giá trị thật: over: trên; at_least: ít nhất; about: khoảng;"
            " under: dưới.",
        },
        "words": _text("Chữ chỉ tình trạng ở cạnh số: “suy ra”, “không công bố”."),
        "reason": _text("Cách tính, hoặc vì sao không có số."),
        "figure": _text("Tên của số trong sổ các số của trang; không đổi khi trang được dựng lại."),
    },
)

_ROW = _object(
    "Một dòng của bảng.",
    {
        "label": _text("Nội dung của dòng."),
        "within": _texts("Dòng này là một phần của những dòng nào, tổng số đứng trước."),
        "unit": _text("Đơn vị; để trống khi không rõ. Cột tính bằng % có ghi % ở tên cột."),
        "address": _text("Địa chỉ của dòng trên trang."),
        "cells": {
            "type": "object",
            "additionalProperties": {"$ref": "#/$defs/cell"},
            "description": "Các giá trị, theo tên cột; cột không có giá trị ở dòng này thì không nêu.",
        },
        "remark": _text("Ghi chú của dòng."),
    },
    {"period": _text("Kỳ của số liệu, khi mỗi dòng một kỳ khác nhau.")},
)

_COLUMN = _object(
    "Một cột giá trị.",
    {
        "name": _text(
            "Tên cột: current: kỳ này; earlier: kỳ trước; change: tăng, giảm; percent: tăng, giảm theo phần"
            " trăm; share: tỷ lệ trong tổng; plan: kế hoạch; attainment, excess, beyond-plan: mức đạt, vượt,"
            " chênh so với kế hoạch; latest: số mới nhất; c1, c2…: cột của bảng hai chiều, thêm -share,"
            " -earlier cho tỷ lệ và kỳ trước của cột ấy."
        ),
        "heading": _text("Tên cột như in trên trang."),
    },
)

_KEY = _object("Nghĩa của một chữ chỉ tình trạng.", {"word": _text("Chữ."), "meaning": _text("Nghĩa.")})

_HEAD: Schema = {
    "$schema": _text("Địa chỉ của lược đồ này."),
    "format": {"const": FORMAT, "description": "Phiên bản của khuôn dạng này."},
    "title": _text("Tên bảng hoặc tên trang."),
    "address": _text("Địa chỉ của bảng hoặc của trang trên web."),
    "publisher": _text("Nơi công bố."),
    "licence": _text("Giấy phép dùng lại."),
    "licence_address": _text("Địa chỉ của giấy phép; có thể để trống."),
}

_TABLE: Schema = {
    "row_heading": _text("Tên của cột đầu, chứa nội dung các dòng."),
    "columns": _list("column", "Các cột giá trị, theo thứ tự."),
    "rows": _list("row", "Các dòng, theo thứ tự trên trang."),
    "notes": _texts("Ghi chú dưới bảng."),
    "key": _list("key", "Nghĩa của các chữ chỉ tình trạng có trong bảng."),
}

_INSIDE: Schema = {
    "anchor": _text("Mã của bảng trên trang; để trống khi bảng không có mã."),
    "body": _text("Cơ quan."),
    "subject": _text("Chủ đề."),
    "title": _text("Tên bảng."),
}

_SCHEMA: Schema = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Bảng số liệu",
    "description": "Một bảng số liệu, hoặc mọi bảng của một trang số liệu.",
    "oneOf": [{"$ref": "#/$defs/table"}, {"$ref": "#/$defs/page"}],
    "$defs": {
        "table": _object("Một bảng.", {**_HEAD, "kind": {"const": "table"}, **_TABLE}),
        "page": _object(
            "Mọi bảng của một trang.",
            {
                **_HEAD,
                "kind": {"const": "page"},
                "notes": _texts("Ghi chú của trang."),
                "tables": _list("inside", "Các bảng, theo thứ tự trên trang."),
            },
        ),
        "inside": _object("Một bảng của trang.", {**_INSIDE, **_TABLE}),
        "column": _COLUMN,
        "row": _ROW,
        "cell": _CELL,
        "key": _KEY,
    },
}


def table_schema() -> Output:
    """The schema as a file, offered by the page that describes the data. Members may be added to a format."""
    text = json.dumps(_SCHEMA, ensure_ascii=False, indent=2) + "\n"
    return Output(SCHEMA, text.encode(), (), OPEN_DATA, SCHEMAS_AT, "Bảng của trang số liệu")
