"""What a template may use is what its context has, and every field of a context is used."""

from __future__ import annotations

import dataclasses
import inspect
import re
from pathlib import Path

import pytest
from jinja2 import meta, nodes

from bantin.pages import (
    archive_views,
    article_views,
    contexts,
    file_views,
    following_views,
    frame,
    notice_views,
    series_views,
    statement_views,
    views,
)
from bantin.pages.contexts import TEMPLATES
from bantin.pages.render import templates

THEME = Path(__file__).parents[2] / "bantin" / "site" / "theme"
SHARED = ("notices.md.jinja", "parts.md.jinja", "table.md.jinja")
LOOP = {"index", "last"}


def syntax(name: str) -> nodes.Template:
    environment = templates()
    assert environment.loader is not None
    return environment.parse(environment.loader.get_source(environment, name)[0])


def field_names(kind: type) -> set[str]:
    assert dataclasses.is_dataclass(kind)
    return {field.name for field in dataclasses.fields(kind)}


def attributes(name: str) -> set[str]:
    return {node.attr for node in syntax(name).find_all(nodes.Getattr)}


VIEWS = [
    kind
    for module in (
        *(views, archive_views, article_views, file_views, notice_views, series_views),
        *(statement_views, following_views),
    )
    for _, kind in inspect.getmembers(module, dataclasses.is_dataclass)
    if inspect.isclass(kind) and kind.__module__ == module.__name__
]


def test_every_context_has_a_template_and_every_template_a_context() -> None:
    of_contexts = {
        kind for name, kind in inspect.getmembers(contexts, inspect.isclass) if name.endswith("Context")
    }
    assert set(TEMPLATES) == of_contexts
    assert {*TEMPLATES.values(), *SHARED} == set(templates().list_templates())


@pytest.mark.parametrize(("context", "template"), TEMPLATES.items(), ids=TEMPLATES.values())
def test_a_template_uses_the_fields_of_its_context_and_all_of_them(context: type, template: str) -> None:
    assert meta.find_undeclared_variables(syntax(template)) == field_names(context)


def test_shared_templates_use_what_they_are_given() -> None:
    assert [meta.find_undeclared_variables(syntax(name)) for name in SHARED] == [set(), set(), set()]


def test_templates_use_the_fields_of_views_and_all_of_them() -> None:
    used = set().union(*(attributes(name) for name in templates().list_templates()))
    macros = {node.name for name in SHARED for node in syntax(name).find_all(nodes.Macro)}
    assert used - macros - LOOP == set().union(*map(field_names, VIEWS)) - macros


@pytest.mark.parametrize("kind", [*VIEWS, *TEMPLATES, frame.Frame, frame.FrameLink])
def test_what_a_template_may_use_is_documented_and_frozen(kind: type) -> None:
    assert not (kind.__doc__ or "").startswith(f"{kind.__name__}(")
    assert kind.__doc__
    assert kind.__dataclass_params__.frozen  # type: ignore[attr-defined]  # what dataclass() adds


def test_the_theme_uses_the_frame_and_all_of_it() -> None:
    text = (THEME / "main.html").read_text() + (THEME / "404.html").read_text()
    assert set(re.findall(r"\bframe\.(\w+)", text)) == field_names(frame.Frame)
    assert set(re.findall(r"\blink\.(\w+)", text)) == field_names(frame.FrameLink)
