"""What the row of an observation is called: what was counted, by whom, and what sets it apart."""

from __future__ import annotations

from bantin.compose.naming import Naming
from bantin.dataset.records.registers import NumberKind
from bantin.figures import Figures
from bantin.language import sentences


def row_label(figures: Figures, naming: Naming) -> str:
    """What is counted, by whom, and what sets it apart."""
    name, who = figures.indicator.label, _who(figures, naming)
    told = [who] if who and who.lower() not in name.lower() else []
    told += [apart] if (apart := details(figures)) else []
    if figures.stage and figures.stage.label.lower() not in name.lower():
        told.append(figures.stage.label)
    unit = figures.indicator.unit_short or figures.indicator.unit
    if figures.indicator.number is not NumberKind.PERCENT and unit.lower() not in name.lower():
        told.append(unit)
    return f"{name} ({'; '.join(told)})" if told else name


def details(figures: Figures) -> str:
    """What sets a figure apart from others of its kind: its scope, stage and legal basis, or ""."""
    observation = figures.observed.observation
    stage = None if observation.funnel else observation.stage
    known = (observation.scope, stage, observation.legal_basis)
    return ", ".join(detail for detail in known if detail)


def _who(figures: Figures, naming: Naming) -> str:
    """Who did what was counted, for a label: "cấp ủy, do UBKT hai cấp tham mưu, giúp", or ""."""
    observation = figures.observed.observation
    actor = naming.acting(figures.observed)
    if not actor:
        return ""
    preparer = naming.short(observation.prepared_by) if observation.prepared_by else ""
    return sentences.by_whom(actor, preparer)
