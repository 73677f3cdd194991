"""Nodes put together in the order in which a parser meets them, within limits and without recursion."""

from __future__ import annotations

from dataclasses import dataclass, field

from bantin.dataset import notation
from bantin.dataset.located import Items, Mapping, Node, Scalar
from bantin.dataset.scene import Scene
from bantin.dataset.syntax_colons import dash_without_space
from bantin.dataset.syntax_levels import empty_key
from bantin.problems import Location, Problem

MOST_DEPTH = 12
MOST_VALUES = 100_000
MOST_PROBLEMS = 300
"""More problems than anyone mends in one go: the rest of the file is not read."""


class Enough(Exception):
    """Nothing more is to be read from this file; why has been told."""


@dataclass(slots=True)
class _OpenItems:
    location: Location
    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class _OpenMapping:
    location: Location
    entries: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Location] = field(default_factory=dict)
    name: str | None = None


class Tree:
    """The nodes of one file as they grow.

    root: the outermost node once it is complete; whole: False when something had to be left out, so
    that the root does not say what the file says; problems: the list to which what is found is added.
    """

    def __init__(self, scene: Scene, problems: list[Problem]) -> None:
        self.scene = scene
        self.problems = problems
        self.root: Node | None = None
        self.whole = True
        self._open: list[_OpenItems | _OpenMapping] = []
        self._values = 0

    def expects_name(self) -> bool:
        """Whether what comes next is the name of a field."""
        if not self._open:
            return False
        top = self._open[-1]
        return type(top) is _OpenMapping and top.name is None

    def begin_mapping(self, line: int, column: int) -> None:
        """A mapping begins. Raises Enough where the file goes too deep or holds too much."""
        self._begin(_OpenMapping(Location(self.scene.file, line, column)))

    def begin_items(self, line: int, column: int) -> None:
        """A list begins. Raises Enough where the file goes too deep or holds too much."""
        self._begin(_OpenItems(Location(self.scene.file, line, column)))

    def end(self) -> None:
        """The innermost list or mapping is complete."""
        top = self._open.pop()
        if isinstance(top, _OpenItems):
            self._add(Items(tuple(top.items), top.location))
        else:
            self._add(Mapping(top.entries, top.keys, top.location))

    def scalar(self, node: Scalar) -> None:
        """A value or an entry of a list. Raises Enough at the limit."""
        self._count(node.location)
        self._add(node)

    def name(self, text: str, place: Location, quoted: bool) -> None:
        """The name of a field, where one is expected. Raises Enough at the limit."""
        self._count(place)
        top = self._open[-1]
        assert isinstance(top, _OpenMapping)
        top.name = text
        if text in top.keys:
            self.tell(notation.doubled_key(self.scene, place, text, top.keys[text]))
            return
        top.keys[text] = place
        if not text:
            self.spoiled(empty_key(self.scene, place.line, place.column))
        elif text[0] == "-" and text[1:2].isalpha() and not quoted:
            self.spoiled(dash_without_space(self.scene, place.line, place.column, text[1:]))
        elif text == "<<" and not quoted:
            self.spoiled(notation.no_merge_keys(self.scene, place))

    def tell(self, problem: Problem) -> None:
        """Add a problem. Raises Enough where there are too many to go on."""
        self.problems.append(problem)
        if len(self.problems) > MOST_PROBLEMS:
            self.whole = False
            raise Enough

    def spoiled(self, problem: Problem) -> None:
        """Tell a problem that keeps the content of the file from being used."""
        self.whole = False
        self.tell(problem)

    def _begin(self, opened: _OpenItems | _OpenMapping) -> None:
        place = opened.location
        self._count(place)
        if len(self._open) >= MOST_DEPTH:
            self.spoiled(notation.too_deep(self.scene, place.line, place.column, MOST_DEPTH))
            raise Enough
        self._open.append(opened)

    def _count(self, place: Location) -> None:
        self._values += 1
        if self._values > MOST_VALUES:
            self.spoiled(notation.too_many_values(self.scene, place.line, place.column, MOST_VALUES))
            raise Enough

    def _add(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        top = self._open[-1]
        if isinstance(top, _OpenItems):
            top.items.append(node)
        elif top.name is None:
            top.name = ""
            place = node.location
            self.spoiled(notation.no_complex_keys(self.scene, place.line, place.column))
        else:
            top.entries.setdefault(top.name, node)
            top.name = None
