"""House style: how a good newspaper would print it. The rules stand in the table of checks.

Importing this package fills the table; ``mend`` makes the repairs that are safe.
"""

from bantin.dataset.house_style import (  # noqa: F401  # they fill the table
    abbreviations,
    doubling,
    lengths,
    letters,
    numbers,
    officialese,
    organisations,
    punctuation,
    spacing,
    tones,
)
