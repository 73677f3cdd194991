"""The small site that the tests of this stage compose."""

from __future__ import annotations

from collections.abc import Callable

from bantin.problems import Problem

BASE = """\
theme: {name: material, language: vi, font: false}
plugins: []
markdown_extensions: [attr_list, md_in_html, tables]
"""

FRONT = """\
---
title: Trang đầu
description: Tin và số liệu
---
# Trang đầu

[Phiên tháng 11](tin/2024/11/phien/index.md) có <data value="22">22</data> người.
"""

ARTICLE = """\
---
title: Phiên tháng 11
description: Phiên thường kỳ tháng 11 năm 2024
---
# Phiên tháng 11

Kiểm tra <data value="4300">trên 4.300</data> đảng viên. [Về đầu](../../../../index.md)

| Năm | Số |
|---|---|
| 2019 | 22 |
"""

PAGES = {"index.md": FRONT, "tin/2024/11/phien/index.md": ARTICLE}

Compose = Callable[..., list[Problem]]
"""Composes a folder: see the fixture of this name."""
