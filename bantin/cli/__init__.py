"""The command ``bantin``: options in, one function of the way, what came of it out.

Nothing is decided here about records or pages. ``program`` runs a command from its start to its exit
code, ``commands`` are the commands, ``new`` writes the first text of a record.
"""

from bantin.cli.program import main

__all__ = ["main"]
