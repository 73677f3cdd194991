"""The example with figures in every kind of text a record has: headline, kicker, caption, alt text, lead."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from tests.golden.cases import Case

ARTICLE = "data/articles/2019/ket-qua-2019.yml"
TEXTS = {
    "kicker: Đảng ủy Khối các cơ quan tỉnh": "kicker: Kỷ luật $(ky-luat)",
    "headline: Kiểm tra,": "headline: Kỷ luật $(ky-luat.change), năm trước $(ky-luat.previous); kiểm tra,",
    "lead: >-\n": "lead: >-\n  Năm 2019 kỷ luật $(ky-luat), $(ky-luat.percent_change).\n",
    "    caption: >-\n": "    file: anh/x.png\n    credit: Hà An\n"
    "    caption: >-\n      Xét $(ky-luat-ubkt) trong năm 2019.\n",
    "    alt: Cán bộ": "    alt: Xét $(ky-luat-ubkt), cán bộ",
    "body:\n": "body:\n  - heading: Có $(doan)\n",
}


def told_everywhere(example: Case, folder: Path) -> Path:
    """The example as a project whose article of 2019 tells figures in all its texts."""
    example.copied_to(folder)
    text = (folder / ARTICLE).read_text("utf-8")
    for old, new in TEXTS.items():
        assert old in text
        text = text.replace(old, new)
    (folder / ARTICLE).write_text(text, "utf-8")
    target = io.BytesIO()
    Image.new("RGB", (64, 48), "white").save(target, "PNG")
    (folder / "content" / "anh").mkdir(exist_ok=True)
    (folder / "content" / "anh" / "x.png").write_bytes(target.getvalue())
    return folder
