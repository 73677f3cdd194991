"""Who has been introduced in an article: a newspaper prints an office once, and afterwards the name."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Introductions:
    """Remembers whom an article has named with which office; asked in reading order, once a mention."""

    _offices: dict[str, set[str]] = field(default_factory=dict)
    _people: dict[str, set[str]] = field(default_factory=dict)

    def office(self, person: str, name: str, office: str) -> str:
        """The office to print beside a name: "" where the reader knows it already.

        person: the id; name: as it is printed; two people of one name keep their offices.
        """
        known = self._offices.setdefault(person, set())
        namesakes = self._people.setdefault(name, set())
        namesakes.add(person)
        if office in known and len(namesakes) == 1:
            return ""
        known.add(office)
        return office
