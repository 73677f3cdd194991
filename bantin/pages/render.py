"""The templates, and nothing else: contexts in, Markdown out. The only module that knows Jinja."""

from __future__ import annotations

from dataclasses import fields
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame

from bantin.pages.contexts import TEMPLATES, Context
from bantin.pages.escape import Drawn, named, printed, quoted


class _EscapedOnce(CodeGenerator):
    """Templates as code. What is put in has been escaped by ``_escaped`` once, so Jinja does not ask again
    of each piece of each page; wherever it does, the pages are the same."""

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        self.write(f"({finalize.src}")


def render(context: Context) -> str:
    """The Markdown file of a page, front matter included. Raises ``UndefinedError`` on an unknown name."""
    template = templates().get_template(TEMPLATES[type(context)])
    return template.render({field.name: getattr(context, field.name) for field in fields(context)})


@cache
def templates() -> Environment:
    """The environment of the templates: nothing undefined, everything escaped that is not ``Drawn``."""
    environment = Environment(
        loader=PackageLoader("bantin.pages", "templates"),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=_escaped,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,  # templates belong to the program: nobody changes them while it runs
    )
    environment.code_generator_class = _EscapedOnce
    environment.filters.update(quoted=quoted, named=named)
    return environment


def _escaped(value: object) -> str:
    if type(value) is Drawn:
        return value
    if type(value) is str:
        return printed(value)
    return value if isinstance(value, str) and hasattr(value, "__html__") else printed(str(value))
