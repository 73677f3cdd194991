"""The kinds of record: what clerks write, field by field."""
