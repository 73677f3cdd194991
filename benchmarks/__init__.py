"""What building costs, beside other generators given the same pages: ``make bench``."""
