"""``python -m benchmarks.indexing [SITE]``: makes the search of a finished site, and nothing else.

Without a site it only starts: what is then left of its cost is what the index itself takes.
"""

from __future__ import annotations

import sys
from pathlib import Path

from bantin.site.engine import pages_of
from bantin.site.search import add_search

if __name__ == "__main__":
    for folder in sys.argv[1:]:
        problems = add_search(Path(folder), pages_of(Path(folder)))
        sys.exit(str(problems) if problems else 0)
