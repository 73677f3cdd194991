import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message

from bantin.problems import catalogues
from bantin.problems.catalogues import BANTIN, CLICK, DOMAINS, LANGUAGES, Domain, Translator, translator

DOMAIN = pytest.mark.parametrize("domain", DOMAINS, ids=lambda domain: domain.name)
LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)


def sentences(catalogue: Catalog) -> list[Message]:
    found = [message for message in catalogue if message.id]
    assert found
    return found


@cache
def said_in_code(name: str) -> frozenset[str | tuple[str, ...] | list[str]]:
    """Every sentence that the code of a domain says; looked for once, as it takes a while."""
    [domain] = [domain for domain in DOMAINS if domain.name == name]
    return frozenset(message.id for message in sentences(catalogues.said(domain)))


def forms(text: str | tuple[str, ...] | list[str] | None) -> list[str]:
    return [text] if isinstance(text, str) else list(text or ())


def gaps(sentence: str) -> set[str]:
    named = {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}
    return named | set(re.findall(r"%\(\w+\)s", sentence))


@DOMAIN
@LANGUAGE
def test_every_sentence_of_the_code_is_in_the_catalogue_and_no_other(language: str, domain: Domain) -> None:
    in_code = said_in_code(domain.name)
    in_catalogue = {message.id for message in sentences(catalogues.read(language, domain))}
    assert sorted(map(str, in_code - in_catalogue)) == [], "run: make catalogues"
    assert sorted(map(str, in_catalogue - in_code)) == [], "run: make catalogues"


@DOMAIN
@LANGUAGE
def test_every_sentence_is_translated_and_was_looked_at(language: str, domain: Domain) -> None:
    assert catalogues.waiting(language, domain) == []


@DOMAIN
@LANGUAGE
def test_the_files_are_as_the_command_writes_them(language: str, domain: Domain) -> None:
    text = domain.file(language).read_text(encoding="utf-8")
    assert catalogues.in_step(language, domain) == text, "run: make catalogues"


def test_one_run_is_enough_where_a_reworded_sentence_has_lost_its_gap(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = Catalog()
    said.add("the file is not there any more")
    monkeypatch.setattr(catalogues, "FOLDER", tmp_path)
    monkeypatch.setattr(catalogues, "said", lambda domain: said)
    file = BANTIN.file("vi")
    file.parent.mkdir(parents=True)
    file.write_text(
        '#, python-brace-format\nmsgid "the file {x} is not there any more"\nmsgstr "không còn tệp {x}"\n',
        encoding="utf-8",
    )
    once = catalogues.in_step("vi")
    file.write_text(once, encoding="utf-8")
    assert "fuzzy" in once
    assert catalogues.in_step("vi") == once


@DOMAIN
@LANGUAGE
def test_a_translation_has_the_gaps_of_its_sentence(language: str, domain: Domain) -> None:
    for message in sentences(catalogues.read(language, domain)):
        english = [gaps(form) for form in forms(message.id)]
        for translation in filter(None, forms(message.string) if not message.fuzzy else ()):
            assert set.intersection(*english) <= gaps(translation) <= set.union(*english), message.id


@DOMAIN
def test_english_is_what_the_code_says(domain: Domain) -> None:
    for message in sentences(catalogues.read("en", domain)):
        assert forms(message.string) == forms(message.id)


def calls(name: str) -> Iterator[tuple[Path, ast.Call]]:
    for file in sorted(BANTIN.source().rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
                yield file, node


@pytest.mark.parametrize(("name", "positions"), BANTIN.keywords.items())
def test_what_is_said_is_written_out_where_it_is_said(name: str, positions: tuple[int, ...]) -> None:
    """A sentence kept in a variable would be in no catalogue."""
    collected = {form for sentence in said_in_code(BANTIN.name) for form in forms(sentence)}
    found = list(calls(name))
    assert found
    for file, call in found:
        for sentence in call.args[: len(positions)]:
            assert isinstance(sentence, ast.Constant), f"{file}:{call.lineno}"
            assert sentence.value in collected, f"{file}:{call.lineno}"


def test_a_sentence_is_translated() -> None:
    assert translator("vi")("no problem found") == "không có lỗi nào"
    assert translator("en")("no problem found") == "no problem found"


@DOMAIN
@LANGUAGE
def test_what_is_read_of_a_catalogue_is_what_babel_reads(language: str, domain: Domain) -> None:
    translate = Translator(language, domain)
    for message in sentences(catalogues.read(language, domain)):
        one, *many = forms(message.id)
        if many:
            in_words = [translate.counted(one, many[0], count) for count in (1, 2)]
            assert in_words == [forms(message.string)[0], forms(message.string)[-1]]
        else:
            assert translate(one) == message.string


def test_quotes_lines_and_backslashes_are_read_as_they_were_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogues, "FOLDER", tmp_path)
    BANTIN.file("vi").parent.mkdir(parents=True)
    BANTIN.file("vi").write_text(
        'msgid ""\nmsgstr ""\n"Language: vi\\n"\n\n'
        '#: x.py\nmsgid ""\n"a \\"b\\"\\n"\n"c\\\\d\\te\\n"\nmsgstr ""\n"đ \\"b\\"\\n"\n"c\\\\d\\te\\n"\n\n'
        '#, fuzzy\nmsgid "not looked at"\nmsgstr "chưa xem"\n\n'
        '#, fuzzy, python-format\nmsgid "nor this %s"\nmsgstr "chưa xem %s"\n\n'
        '#, python-format\nmsgid "%s last"\nmsgstr "%s cuối"\n',
        encoding="utf-8",
    )
    translate = translator("vi")
    assert translate('a "b"\nc\\d\te\n') == 'đ "b"\nc\\d\te\n'
    assert translate("not looked at") == "not looked at"
    assert translate("nor this %s") == "nor this %s"
    assert translate("%s last") == "%s cuối"


def test_what_no_catalogue_has_stays_english() -> None:
    assert translator("vi")("never said in the code") == "never said in the code"


def test_counts_have_one_form_in_vietnamese_and_two_in_english() -> None:
    def said(language: str) -> list[str]:
        return [translator(language).counted("{count} error", "{count} errors", count) for count in (0, 1, 2)]

    assert said("vi") == ["{count} lỗi"] * 3
    assert said("en") == ["{count} errors", "{count} error", "{count} errors"]


def test_click_has_a_catalogue_of_its_own() -> None:
    assert Translator("vi", CLICK)("Usage:") == "Cách dùng:"


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Domain:
    """A domain of one module, whose catalogues stand in a folder of their own."""
    package = tmp_path / "small"
    package.mkdir()
    (package / "__init__.py").write_text('say("the sum is wrong", 1)\nsay("gone soon")\n', encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(catalogues, "FOLDER", tmp_path / "catalogues")
    return Domain("small", "small", {"say": (1,), "say_count": (1, 2)})


def keep(domain: Domain, old: str = "", new: str = "") -> str:
    """Bring the Vietnamese catalogue in step, then change it by hand."""
    file = domain.file("vi")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(catalogues.in_step("vi", domain).replace(old, new), encoding="utf-8")
    return file.read_text(encoding="utf-8")


def test_a_new_catalogue_waits_for_translations(small: Domain) -> None:
    assert keep(small) == (
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Language: vi\\n"\n'
        '"Plural-Forms: nplurals=1; plural=0;\\n"\n\n'
        '#: small/__init__.py\nmsgid "gone soon"\nmsgstr ""\n\n'
        '#: small/__init__.py\nmsgid "the sum is wrong"\nmsgstr ""\n'
    )
    assert catalogues.waiting("vi", small) == ["gone soon", "the sum is wrong"]


def test_translations_are_kept_and_what_is_no_longer_said_goes(small: Domain) -> None:
    keep(small, 'wrong"\nmsgstr ""', 'wrong"\nmsgstr "tổng sai"')
    (small.source() / "__init__.py").write_text('say("the sum is wrong")\nsay_count("one", "many", 2)\n')
    text = keep(small)
    assert 'msgid "the sum is wrong"\nmsgstr "tổng sai"' in text
    assert 'msgid "one"\nmsgid_plural "many"\nmsgstr[0] ""' in text
    assert "gone soon" not in text


def test_a_reworded_sentence_keeps_its_translation_to_be_looked_at(small: Domain) -> None:
    keep(small, 'wrong"\nmsgstr ""', 'wrong"\nmsgstr "tổng sai"')
    (small.source() / "__init__.py").write_text('say("the sum is all wrong")\n')
    assert '#, fuzzy\nmsgid "the sum is all wrong"\nmsgstr "tổng sai"' in keep(small)
    assert catalogues.waiting("vi", small) == ["the sum is all wrong"]
