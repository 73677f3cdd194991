"""How many people read the site: a web server's log into three numbers, and nothing about anybody.

Stands beside the way from record to page: it is run on the server, each minute, and needs no record.
"""

from bantin.visits.counting import ONLINE_MINUTES, Counted, PageViews, Visits, count
from bantin.visits.written import FILE, is_visits_text, visits_text

__all__ = [
    "FILE",
    "ONLINE_MINUTES",
    "Counted",
    "PageViews",
    "Visits",
    "count",
    "is_visits_text",
    "visits_text",
]
