"""The results of builds as a picture: what other generators cost, as bars on a scale of powers of ten."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from benchmarks.table import Contest, Result, times

DRAWN = {
    "Cold build": "cold",
    "One record changed": "changed",
    "Nothing changed": "nothing",
    "Save → preview": "preview",
    "Peak memory": "peak",
}
"""The groups of bars, and the values of a result that they show."""

WIDTH, LEFT, RIGHT, TOP, LINE = 720, 250, 660, 64, 20
"""In pixels: the picture, the two ends of its scale, where bars begin, and how far they are apart."""

STYLE = """\
.paper{fill:#fff}.more{fill:#2b7a5b}.less{fill:#b4532a}.rule{stroke:#d4d4d4}.one{stroke:#555}
text{font:13px system-ui,sans-serif;fill:#222}.head{font-weight:600}.quiet{fill:#555}.end{text-anchor:end}
.mid{text-anchor:middle}
@media (prefers-color-scheme:dark){.paper{fill:#15181c}.more{fill:#5cbf95}.less{fill:#e08a5f}
.rule{stroke:#3a3f45}.one{stroke:#a9adb3}text{fill:#e8e6e1}.quiet{fill:#a9adb3}}"""

Bars = Mapping[str, Sequence[tuple[str, float]]]
"""For each group the names of the others and how many times ours they cost."""


def picture(size: int, contest: Contest) -> str:
    """An SVG that stands alone, for light and dark ground, with what it shows as its description."""
    bars = bars_of(contest.results)
    scale = Scale([ratio for group in bars.values() for _, ratio in group])
    height = TOP + LINE * sum(len(group) + 2 for group in bars.values())
    title = f"What others cost where Bản tin costs 1, at {size:,} bulletins"
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}"'
            f' height="{height}" role="img" aria-labelledby="title told">',
            f'<title id="title">{title}</title>',
            f'<desc id="told">{escape(described(bars))}</desc>',
            f"<style>{STYLE}</style>",
            f'<rect class="paper" width="{WIDTH}" height="{height}"/>',
            f'<text class="head" x="16" y="24">{title}</text>',
            *ruled(scale, height),
            *drawn(scale, bars),
            "</svg>\n",
        )
    )


def bars_of(results: Sequence[Result]) -> Bars:
    """What is drawn: groups without a value of ours, and others without one of theirs, are left out."""
    us, *others = results
    found = {}
    for label, name in DRAWN.items():
        pairs = [(other.name, getattr(other, name)) for other in others if getattr(other, name)]
        if (mine := getattr(us, name)) and pairs:
            found[label] = [(peer, value / mine) for peer, value in pairs]
    return found


def described(bars: Bars) -> str:
    """The picture in words."""
    groups = (
        f"{label}: {', '.join(f'{name} {times(ratio)}' for name, ratio in group)}"
        for label, group in bars.items()
    )
    return f"{'. '.join(groups)}."


class Scale:
    """Ratios as places from left to right, whole powers of ten at both ends, 1 among them."""

    def __init__(self, ratios: Iterable[float]) -> None:
        powers = [0.0, *map(math.log10, ratios)]
        self.least, self.most = math.floor(min(powers)), max(math.ceil(max(powers)), 1)

    def place(self, ratio: float) -> float:
        """The pixel of a ratio."""
        part = (math.log10(ratio) - self.least) / (self.most - self.least)
        return round(LEFT + part * (RIGHT - LEFT), 1)


def ruled(scale: Scale, height: int) -> Iterator[str]:
    """A line for each power of ten, named at the head."""
    for power in range(scale.least, scale.most + 1):
        x, kind = scale.place(10**power), "rule" if power else "one"
        name = f"× {10**power:,}" if power >= 0 else f"× 1/{10**-power:,}"
        yield f'<text class="quiet mid" x="{x}" y="46">{name}</text>'
        yield f'<line class="{kind}" x1="{x}" x2="{x}" y1="52" y2="{height - 12}"/>'


def drawn(scale: Scale, bars: Bars) -> Iterator[str]:
    """The groups, one below the other: a bar to the right is what costs more than ours."""
    y, one = TOP, scale.place(1)
    for label, group in bars.items():
        yield f'<text class="head" x="16" y="{y + 14}">{label}</text>'
        for name, ratio in group:
            y += LINE
            end = scale.place(ratio)
            kind = "more" if ratio >= 1 else "less"
            yield f'<text class="end" x="{LEFT - 74}" y="{y + 14}">{escape(name)}</text>'
            start, width = min(one, end), round(abs(end - one), 1)
            yield f'<rect class="{kind}" x="{start}" y="{y + 3}" width="{width}" height="{LINE - 6}"/>'
            after, side = (end + 4, "") if ratio >= 1 else (end - 4, " end")
            yield f'<text class="quiet{side}" x="{round(after, 1)}" y="{y + 14}">{times(ratio)}</text>'
        y += 2 * LINE
