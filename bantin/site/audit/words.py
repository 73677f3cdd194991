"""What a reader must not see among the texts of a page, as far as the page alone tells.

It depends on the page, and on the sentences of the theme that is installed, and on nothing else.
"""

from __future__ import annotations

import importlib.util
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from importlib import resources
from itertools import chain
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

GAPS = re.compile(
    r"\$\(|\{\{|\}\}|\{%|%\}|\{:|\{[.#][A-Za-z]|\[object Object\]|Undefined"
    r"|&(?:amp|lt|gt|quot|nbsp|#\d+|#x[0-9a-fA-F]+);|\b(?:None|NaN|undefined)\b"
)
"""What stays behind when something was not filled in, not drawn, or escaped twice."""

_ENTRY = re.compile(r'^\s*"([a-z.]+)": "(.*?)",?$', re.MULTILINE)
_NOT_SENTENCES = ("language", "direction", "search.config")
_FIXED_IN_TEMPLATES = frozenset({"Made with", "Material for MkDocs", "Zensical", "Skip to content", "Home"})
_EDGES = "()[]{}.,;:!?\"'“”‘’«»…"
_MARK = re.compile(r"[-._](?=\w)")
"""Stands in the names of records that are looked for; those of one word may be words of the language."""

_BETWEEN = "\x1f"
"""Stands between two texts; to Python it is a space."""


_KNOWN_TEXTS = 1 << 13
"""How many texts are remembered: those of the frame, labels and captions stand on page after page."""

Spoken = tuple[int, str]
"""A text in an attribute, and the number of its element (``mem_id``)."""


class Doubts(NamedTuple):
    """What a page alone leaves in doubt.

    doubtful: the texts in which something looks like an unfilled gap, and the words that may be the names of
    records, each once; english: the sentences of the theme that are left in English.
    """

    doubtful: tuple[str, ...]
    english: tuple[str, ...]


class _Doubt(NamedTuple):
    """close: whether the text may hold a gap or a sentence in English; names: words that may name records."""

    close: bool
    names: tuple[str, ...]


@cache
def english_of_theme() -> frozenset[str]:
    """The English sentences of the theme that is known, as far as it is installed."""
    if importlib.util.find_spec("material") is None:
        return _FIXED_IN_TEMPLATES
    listed = resources.files("material") / "templates" / "partials" / "languages" / "en.html"
    entries = _ENTRY.findall(listed.read_text(encoding="utf-8"))
    return _FIXED_IN_TEMPLATES | {text for key, text in entries if not key.startswith(_NOT_SENTENCES)}


def doubts(tree: LexborHTMLParser, spoken: Sequence[Spoken], settings: Iterable[str]) -> Doubts:
    """What is doubtful in the texts of a page, which has no text in scripts and styles any more.

    spoken: those of its texts that stand in attributes; settings: what its theme hands to scripts. Only a
    page with a gap or a sentence in English is read again, element by element.
    """
    root = tree.root
    shown = root.text(separator=_BETWEEN, skip_empty=True).split(_BETWEEN) if root else []
    handed = [] if language_of(root) == "en" else [*_sentences(settings)]
    names: dict[str, None] = {}
    plain = english_of_theme().isdisjoint(handed)
    for doubt in map(_doubt, chain(shown, (text for _, text in spoken))):
        if doubt:
            plain = plain and not doubt.close
            names.update(dict.fromkeys(doubt.names))
    return Doubts(tuple(names), ()) if plain else _one_by_one(tree, spoken, handed)


def has_gap(text: str) -> bool:
    """Whether something in a text looks like an unfilled gap."""
    return _may_have_gap(text) and bool(GAPS.search(text))


def _may_have_gap(text: str) -> bool:
    """Whether one of those stands in a text that stand in every gap: nearly none does, quickly asked."""
    braces = "{" in text or "}" in text
    signs = braces or "&" in text or "$(" in text or "[object" in text
    return signs or "ndefined" in text or "None" in text or "NaN" in text


def language_of(node: LexborNode | None) -> str:
    """The language that an element declares, or ""."""
    return ((node.attributes.get("lang") if node else None) or "").strip()


def _one_by_one(tree: LexborHTMLParser, spoken: Sequence[Spoken], handed: Sequence[str]) -> Doubts:
    own, foreign = list[str](), list[str]()
    for text, elsewhere in _texts(tree, spoken):
        (foreign if elsewhere else own).append(text)
    found = (((text,) if has_gap(text) else names_in(text)) for text in _once((*own, *foreign)))
    left = (*own, *handed) if language_of(tree.root) != "en" else ()
    english = english_of_theme()
    return Doubts(_once(chain.from_iterable(found)), _once(text for text in left if text in english))


@lru_cache(_KNOWN_TEXTS)
def _doubt(text: str) -> _Doubt | None:
    """What is doubtful in one text; None for most."""
    close, names = has_gap(text) or text.strip() in english_of_theme(), names_in(text)
    return _Doubt(close, names) if close or names else None


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))


def names_in(text: str) -> tuple[str, ...]:
    """The words that may be the name of a record, each once."""
    if not _MARK.search(text):
        return ()
    bare = (word.strip(_EDGES) for word in text.split())
    return _once(word for word in bare if _MARK.search(word))


def _texts(tree: LexborHTMLParser, spoken: Sequence[Spoken]) -> Iterator[tuple[str, bool]]:
    """Each text of a page in order, and whether its element is in another language than the page."""
    foreign = _in_other_languages(tree)
    attributes: dict[int, list[str]] = {}
    for number, text in spoken:
        attributes.setdefault(number, []).append(text)
    for node in tree.root.traverse(include_text=True) if tree.root else ():
        number = node.mem_id
        texts = [(node.text_content or "").strip()] if node.tag == "-text" else attributes.get(number, ())
        yield from ((text, number in foreign) for text in texts if text)


def _in_other_languages(tree: LexborHTMLParser) -> frozenset[int]:
    """The nodes inside elements that declare a language of their own, other than the page's."""
    holders = [node for node in tree.css("[lang]") if node.tag != "html"]
    own = language_of(tree.root)
    return frozenset(
        inner.mem_id
        for holder in holders
        if language_of(holder) != own
        for inner in holder.traverse(include_text=True)
    )


def _sentences(settings: Iterable[str]) -> Iterator[str]:
    """The sentences that the theme hands to its scripts."""
    for text in settings:
        try:
            values = json.loads(text)
        except ValueError:
            continue
        translations = values.get("translations") if isinstance(values, dict) else None
        if isinstance(translations, dict):
            yield from (value for value in translations.values() if isinstance(value, str))
