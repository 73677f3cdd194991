"""Builds a composed folder with MkDocs, through its Python interface, and says what it complains of."""

from __future__ import annotations

import logging
import os
import re
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bantin.problems import Location, Problem, say
from bantin.site.drawing import Drawing, is_certain
from bantin.site.folder import Write, write_file
from bantin.site.trouble import trouble
from bantin.spread import OneMore, counted, spread

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

Progress = Callable[[int, int], None]
"""Is told how many steps of a build are done, and how many there are."""

_FIXED_CLOCK = "0"
"""The date of every build, as seconds: nothing in a site may tell when it was built."""

_ONE_AT_A_TIME = threading.Lock()
"""MkDocs keeps its warnings in process-wide loggers and reads the date from the environment."""

_LOGGERS = ("mkdocs", "MARKDOWN")
_STEPS = logging.getLogger("mkdocs.commands.build")
_READING, _BUILDING = "Reading: ", "Building page "

_MISSING_TARGET = re.compile(r"Doc file '(.+?)' contains a link '(.*?)', but the target ")
_ROOTED_LINK = re.compile(r"Doc file '(.+?)' contains an absolute link '(.*?)'")
_OF_A_PAGE = re.compile(r"(?:page|[Ff]ile) '(.+?\.md)'")
_OF_THE_CONFIGURATION = re.compile(r"Config value '(.+?)': (.+)", re.DOTALL)


def build_with_mkdocs(folder: Path, progress: Progress, write: Write = write_file) -> list[Problem]:
    """Builds ``folder`` into ``folder/site``; every warning of the engine is a problem.

    write: writes a page that need not be there yet.
    """
    problems: list[Problem] = []
    with _ONE_AT_A_TIME, ExitStack() as surroundings:
        surroundings.enter_context(_environment())
        listener = surroundings.enter_context(_listening(problems, progress))
        try:
            _run(folder / "mkdocs.yml", listener, write)
        except OSError as error:
            problems[:] = [trouble(error, folder)]  # what the engine said of it before is the same
        except (Exception, SystemExit) as error:  # the engine and its extensions raise what they like
            if not problems:
                problems.append(_stopped(error))
    return problems


def _run(configuration: Path, listener: _Listener, write: Write) -> None:
    """The engine is imported here: it takes its time, and most commands do without it."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    # Not the engine's own "strict": it counts what other threads log as well. Every warning that
    # this build logs becomes a problem, which is stricter.
    config = load_config(str(configuration), strict=False)
    if is_certain(config):
        drawing = Drawing(config)
        config.plugins["bantin"] = _DrawnFirst(drawing, listener, write)  # type: ignore[assignment]  # called by names
        config.theme.get_env = lambda: drawing.env  # type: ignore[method-assign]  # compiled once
    build(config)


def drawing_of(folder: Path) -> Drawing | None:
    """The drawing of single pages of a composed folder, where that is certain to be the engine's."""
    from mkdocs.config import load_config

    with _ONE_AT_A_TIME, _environment():
        config = load_config(str(folder / "mkdocs.yml"), strict=False)
    return Drawing(config) if is_certain(config) else None


class _DrawnFirst:
    """Draws the pages that need no MkDocs, when it has found its files, and leaves it the others.

    An object whose methods MkDocs calls in the course of a build, under the names of its events.
    """

    def __init__(self, drawing: Drawing, listener: _Listener, write: Write) -> None:
        self.drawing = drawing
        self.listener = listener
        self.write = write

    def on_files(self, files: Files, *, config: MkDocsConfig) -> None:
        """Draws what can be drawn, and takes it off what MkDocs draws; links to it stay right."""
        from mkdocs.structure.files import InclusionLevel

        pages = files.documentation_pages()
        in_nav = set(_texts(config.nav))
        beside = [
            file
            for file in pages
            if file.inclusion is InclusionLevel.NOT_IN_NAV and file.src_uri not in in_nav
        ]
        told = counted(lambda done, _: self.listener.progress(done, 2 * len(pages)), 2 * len(beside))
        for file, drawn in zip(beside, spread(partial(self._drawn, told), beside), strict=True):
            if drawn:
                file.inclusion = InclusionLevel.EXCLUDED
                self.listener.drawn += 1

    def _drawn(self, told: OneMore, files: Sequence[File]) -> list[bool]:
        """Writes what can be drawn here; whether each of the pages could."""
        found = []
        for file in files:
            html = self._html(file)
            if html is not None:
                self.write(Path(file.abs_dest_path), html.encode())
                told(len(files))
            found.append(html is not None)
        return found

    def _html(self, file: File) -> str | None:
        try:
            return self.drawing.html(file.src_uri, file.content_string)
        except ValueError:  # no UTF-8: MkDocs says so
            return None


def _texts(nav: object) -> Iterator[str]:
    """All words in a navigation, those that are paths among them."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, dict | list):
        for one in nav.values() if isinstance(nav, dict) else nav:
            yield from _texts(one)


@contextmanager
def _environment() -> Iterator[None]:
    """A fixed date, and no advertisements on the terminal."""
    fixed = {
        "SOURCE_DATE_EPOCH": _FIXED_CLOCK,
        "NO_MKDOCS_2_WARNING": "true",
        "DISABLE_MKDOCS_2_WARNING": "true",
    }
    before = {name: os.environ.get(name) for name in fixed}
    os.environ.update(fixed)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


@contextmanager
def _listening(problems: list[Problem], progress: Progress) -> Iterator[_Listener]:
    """Collects what the engine logs in this thread; nothing of it reaches the terminal."""
    listener = _Listener(problems, progress)
    loggers = [logging.getLogger(name) for name in _LOGGERS]
    before = [(logger, logger.level, logger.propagate) for logger in (*loggers, _STEPS)]
    for logger in loggers:
        logger.addHandler(listener)
        logger.setLevel(logging.WARNING)
        logger.propagate = False
    _STEPS.setLevel(logging.DEBUG)
    try:
        yield listener
    finally:
        for logger, level, propagates in before:
            logger.removeHandler(listener)
            logger.setLevel(level)
            logger.propagate = propagates


class _Listener(logging.Handler):
    """Turns the warnings of one thread into problems, and its steps into progress."""

    def __init__(self, problems: list[Problem], progress: Progress) -> None:
        super().__init__()
        self.problems = problems
        self.progress = progress
        self.thread = threading.get_ident()
        self.drawn = self.read = self.built = 0

    def createLock(self) -> None:
        """No lock: other threads only pass by, and must not wait for the progress that is shown."""
        self.lock = None

    def emit(self, record: logging.LogRecord) -> None:
        """Takes one record of the log."""
        if record.thread != self.thread:
            return
        text = record.getMessage()
        if record.levelno >= logging.WARNING:
            self.problems.append(as_problem(text))
        elif text.startswith(_READING):
            self.read += 1
        elif text.startswith(_BUILDING):
            self.built += 1
            self.progress(2 * self.drawn + self.read + self.built, 2 * (self.drawn + self.read))


def as_problem(text: str) -> Problem:
    """A warning of MkDocs as a problem, at the file it speaks of where it names one."""
    if found := _MISSING_TARGET.match(text):
        message = say("the link {link} leads to no page or file", link=found[2])
        return Problem("broken-link", Location(found[1]), message)
    if found := _ROOTED_LINK.match(text):
        message = say("the link {link} must be relative, or the site cannot be moved", link=found[2])
        return Problem("rooted-link", Location(found[1]), message)
    if found := _OF_THE_CONFIGURATION.match(text):
        message = say("the setting {name} is not usable: {reason}", name=found[1], reason=found[2])
        return Problem("configuration", Location("mkdocs.yml"), message)
    file = found[1] if (found := _OF_A_PAGE.search(text)) else "mkdocs.yml"
    return Problem("site-builder", Location(file), say("the site builder says: {text}", text=text))


def _stopped(error: BaseException) -> Problem:
    reason = str(error) or type(error).__name__
    message = say("the site builder stopped: {reason}", reason=reason)
    return Problem("site-builder", Location("mkdocs.yml"), message)
