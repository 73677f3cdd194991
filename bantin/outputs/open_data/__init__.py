"""The whole dataset for other programs: versioned JSON, a package of tables, a catalogue."""

from bantin.outputs.open_data.making import open_data

__all__ = ["open_data"]
