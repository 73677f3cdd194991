"""Read me first: makes the records under ``data/`` into the site.

``python build_site.py`` does what the command ``bantin`` does, all its commands and options included
(``python build_site.py --help``); without any it builds. The whole way, from YAML files to a published
site, is one screen in ``bantin/way.py``; each folder of ``bantin/`` is one stage of it.
"""

import sys

from bantin.cli import main

if __name__ == "__main__":
    sys.exit(main())
