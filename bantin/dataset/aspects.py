"""What can be said of a figure by reference: ``$(name)``, ``$(name.change)``, ``$(name.canh-cao)``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from bantin.dataset.comparability import crossed, earlier_observed
from bantin.dataset.dataset import Dataset
from bantin.dataset.funnels import funnels_in
from bantin.dataset.observed import Observed
from bantin.dataset.records.amounts import Amount
from bantin.dataset.records.breakdowns import Breakdown
from bantin.dataset.records.registers import NumberKind


class Aspect(StrEnum):
    """The last word of a reference; without one the value is said with its unit."""

    VALUE = "value"
    CHANGE = "change"
    PERCENT_CHANGE = "percent_change"
    PREVIOUS = "previous"
    WAS = "was"
    PARTS = "parts"
    PLAN = "plan"
    ATTAINMENT = "attainment"
    SHARE = "share"
    STAGE_SHARE = "stage_share"
    START_SHARE = "start_share"


ASPECT_EXAMPLES: dict[str, str] = {
    "": "22 đảng viên",
    Aspect.VALUE: "22",
    Aspect.CHANGE: "tăng 5 đảng viên so với năm 2018",
    Aspect.PERCENT_CHANGE: "tăng 29,4% so với năm 2018",
    Aspect.PREVIOUS: "17 đảng viên",
    Aspect.WAS: "46.912 hồ sơ",
    Aspect.PARTS: "trong đó khiển trách 16, cảnh cáo 5 và khai trừ 1 đảng viên",
    Aspect.PLAN: "20 cuộc",
    Aspect.ATTAINMENT: "vượt 15% kế hoạch",
}
"""Each aspect as a reader would see it, for the reference page."""

PART_EXAMPLES: dict[str, str] = {
    "canh-cao": "5 đảng viên (một phần của phân tổ)",
    "canh-cao.value": "5",
    f"canh-cao.{Aspect.SHARE}": "22,7% (tỷ lệ của phần ấy trong tổng)",
    "canh-cao.nu": "2 đảng viên (phần của một phần)",
    "cap-tinh.to-chuc": "3 tổ chức đảng (một ô của bảng hai chiều: dòng rồi đến cột)",
    "tieu-de": "gần 4.300 đảng viên (cách in khác của con số, ghi ở printed)",
    Aspect.STAGE_SHARE: "80% (so với khâu trước của chuỗi khâu)",
    Aspect.START_SHARE: "64% (so với khâu đầu của chuỗi khâu)",
    "do-tuoi.khac": "4 đảng viên (ghi thêm mã phân tổ khi hai phân tổ có nhóm trùng mã)",
}
"""How parts, parts of parts and cells are named, likewise."""


def available_aspects(dataset: Dataset, found: Observed) -> Iterator[str]:
    """The aspects that can be said of an observation: what it holds, what earlier records hold, and what
    follows from the two. Nothing follows from "over 4,300"."""
    observation, actual, plan = found.observation, found.observation.actual, found.observation.plan
    previous = _previous(dataset, found)
    if actual is not None:
        yield Aspect.VALUE
    moved = observation.change is not None or (_is_exact(actual) and _is_exact(previous))
    if moved and crossed(dataset, found) is None:
        yield from (Aspect.CHANGE, Aspect.PERCENT_CHANGE)
    if previous is not None or (_is_exact(actual) and observation.change):
        yield Aspect.PREVIOUS
    if actual is not None and actual.was is not None:
        yield Aspect.WAS
    if observation.breakdowns:
        yield Aspect.PARTS
    if plan is not None:
        yield Aspect.PLAN
    if observation.attainment is not None or (_is_exact(actual) and _is_exact(plan) and _is_some(plan)):
        yield Aspect.ATTAINMENT
    yield from observation.printed
    yield from _stage_shares(dataset, found)
    indicator = dataset.indicator.get(observation.indicator)
    counted = indicator is None or indicator.number is not NumberKind.PERCENT
    yield from dict.fromkeys(_parts(observation.breakdowns, actual, counted))


def _stage_shares(dataset: Dataset, found: Observed) -> Iterator[str]:
    """The shares of a stage: of the one before and of the first, where both numbers are exact."""
    funnel = dataset.funnel.get(found.observation.funnel or "")
    if funnel is None or not _is_exact(found.observation.actual):
        return
    for stages in funnels_in(dataset, found.record.id):
        names = [one.observation.name for one in stages.observed]
        before = names.index(found.observation.name) if found.observation.name in names else 0
        counted = [one.observation.actual for one in stages.observed[:before] if one.observation.actual]
        if counted and _is_exact(counted[-1]) and _is_some(counted[-1]):
            yield Aspect.STAGE_SHARE
        if counted and _is_exact(counted[0]) and _is_some(counted[0]):
            yield Aspect.START_SHARE


def _parts(breakdowns: Iterable[Breakdown], whole: Amount | None, counted: bool) -> Iterator[str]:
    """The parts, parts of parts and cells, each alone and after its classification, and their shares."""
    for breakdown in breakdowns:
        of = breakdown.base.actual if breakdown.base else whole
        for path, amount in breakdown.amounts():
            name = ".".join(map(str, path[1:]))
            share = bool(getattr(amount, "share", None)) or (counted and amount.percent)
            divisible = counted and _is_exact(amount) and _is_exact(of) and _is_some(of)
            for told in (name, f"{breakdown.by}.{name}"):
                yield told
                if share or divisible:
                    yield f"{told}.{Aspect.SHARE}"
        for name, part in breakdown.parts.items():
            counted_part = None if part.percent and counted else part
            for below in _parts(part.breakdowns, counted_part, counted):
                yield from (f"{name}.{below}", f"{breakdown.by}.{name}.{below}")


def _previous(dataset: Dataset, found: Observed) -> Amount | None:
    """The earlier value that this record or the earlier one publishes; none across a break."""
    earlier = earlier_observed(dataset, found)
    return found.observation.previous or (earlier.observation.actual if earlier else None)


def _is_exact(amount: Amount | None) -> bool:
    return amount is not None and amount.quantity.exact


def _is_some(amount: Amount | None) -> bool:
    return amount is not None and amount.quantity.amount != 0
