"""Vietnamese as bulletins write it: numbers, dates, times, periods, and words in addresses.

Reading is strict: every ``parse_…`` takes the ways of writing it names and raises ``Unreadable``
for all other text, with a code, the readings that are possible and what to write instead.
Printing is plain: every ``format_…`` gives one way of writing, the one newspapers use.
"""

from bantin.language.collation import name_key, person_key
from bantin.language.dates import (
    DateStyle,
    DayWriting,
    PartOfDay,
    day_phrase,
    days_phrase,
    format_date,
    format_long_date,
    format_weekday_date,
    parse_date,
    parse_weekday_date,
    weekday_name,
)
from bantin.language.instants import (
    HO_CHI_MINH,
    clock_of,
    format_instant,
    parse_instant,
    parse_iso_instant,
)
from bantin.language.number_grammar import Qualifier
from bantin.language.numbers import (
    format_count,
    format_file_size,
    format_number,
    format_percent,
    parse_count,
    parse_decimal,
    parse_percent,
    round_half_up,
)
from bantin.language.period_parts import shorter_periods
from bantin.language.periods import (
    Calendar,
    Period,
    PeriodKind,
    compared_with,
    full_label,
    key,
    label,
    months_of,
    year_earlier,
    years_of,
)
from bantin.language.precision import (
    NOT_NEGATIVE,
    Interval,
    Shortening,
    before_shortening,
    decimal_step,
    possible,
    total,
    trailing_step,
    values_of,
)
from bantin.language.quantities import (
    Change,
    Quantity,
    format_change,
    format_quantity,
    parse_change,
    parse_quantity,
)
from bantin.language.reading_periods import parse_period
from bantin.language.slugs import slug
from bantin.language.tone_placement import (
    PlacedTone,
    TonePlacement,
    placed_tones,
    with_new_tones,
    with_old_tones,
    with_tones,
)
from bantin.language.unreadable import Reason, Unreadable

__all__ = [
    "HO_CHI_MINH",
    "NOT_NEGATIVE",
    "Calendar",
    "Change",
    "DateStyle",
    "DayWriting",
    "Interval",
    "PartOfDay",
    "Period",
    "PeriodKind",
    "PlacedTone",
    "Qualifier",
    "Quantity",
    "Reason",
    "Shortening",
    "TonePlacement",
    "Unreadable",
    "before_shortening",
    "clock_of",
    "compared_with",
    "day_phrase",
    "days_phrase",
    "decimal_step",
    "format_change",
    "format_count",
    "format_date",
    "format_file_size",
    "format_instant",
    "format_long_date",
    "format_number",
    "format_percent",
    "format_quantity",
    "format_weekday_date",
    "full_label",
    "key",
    "label",
    "months_of",
    "name_key",
    "parse_change",
    "parse_count",
    "parse_date",
    "parse_decimal",
    "parse_instant",
    "parse_iso_instant",
    "parse_percent",
    "parse_period",
    "parse_quantity",
    "parse_weekday_date",
    "person_key",
    "placed_tones",
    "possible",
    "round_half_up",
    "shorter_periods",
    "slug",
    "total",
    "trailing_step",
    "values_of",
    "weekday_name",
    "with_new_tones",
    "with_old_tones",
    "with_tones",
    "year_earlier",
    "years_of",
]
