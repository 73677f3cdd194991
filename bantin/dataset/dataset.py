"""All records of a project together, looked up by their names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property

from bantin.dataset.coverage import Coverage, cover
from bantin.dataset.observed import Observed, observed_in
from bantin.dataset.passages import Passage, passages_of
from bantin.dataset.publication import Removed, is_due, is_ever_public, is_removed, next_moment, remains
from bantin.dataset.records.article import ArticleRecord
from bantin.dataset.records.base import Literal, Part, Path, Record, Told
from bantin.dataset.records.calendar import PlannedRelease
from bantin.dataset.records.correction import Correction
from bantin.dataset.records.editorial import Publishable, Reporting
from bantin.dataset.records.meeting import Meeting
from bantin.dataset.records.registers import (
    Break,
    Classification,
    Funnel,
    Indicator,
    Organisation,
    Person,
    SubjectOfIndicators,
)
from bantin.dataset.records.result import Result
from bantin.dataset.records.roles import Kind
from bantin.dataset.records.settings import SiteSettings
from bantin.dataset.records.text import Text
from bantin.dataset.reverting import before, by_record
from bantin.problems import Location


@dataclass(frozen=True)
class Dataset:
    """The records of a project. Registers keep the order of their files, the rest that of its paths.

    removed: of the dataset as the public may see it, the articles that were taken away;
    registers: the records that hold organisations, people, indicators and releases, as their files have them.
    unread: the files that could not become records; unreadable: the names that these have claimed, and
    corrected_unread: the records that corrections among them are of. A reference to what stands there is
    no problem of its own. in_pieces: see ``Source``, of all records.
    """

    site: SiteSettings
    organisations: tuple[Organisation, ...] = ()
    people: tuple[Person, ...] = ()
    subjects: tuple[SubjectOfIndicators, ...] = ()
    classifications: tuple[Classification, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    funnels: tuple[Funnel, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    results: tuple[Result, ...] = ()
    articles: tuple[ArticleRecord, ...] = ()
    corrections: tuple[Correction, ...] = ()
    removed: tuple[Removed, ...] = ()
    releases: tuple[PlannedRelease, ...] = ()
    registers: tuple[Record, ...] = ()
    unread: frozenset[str] = field(default=frozenset())
    unreadable: frozenset[str] = field(default=frozenset())
    corrected_unread: frozenset[str] = field(default=frozenset())
    in_pieces: tuple[Location, ...] = field(default=(), compare=False)

    @cached_property
    def organisation(self) -> dict[str, Organisation]:
        """Organisations by id."""
        return {organisation.id: organisation for organisation in self.organisations}

    @cached_property
    def person(self) -> dict[str, Person]:
        """People by id."""
        return {person.id: person for person in self.people}

    @cached_property
    def indicator(self) -> dict[str, Indicator]:
        """Indicators by id."""
        return {indicator.id: indicator for indicator in self.indicators}

    @cached_property
    def funnel(self) -> dict[str, Funnel]:
        """Funnels by id."""
        return {funnel.id: funnel for funnel in self.funnels}

    @cached_property
    def classification(self) -> dict[str, Classification]:
        """Classifications by id."""
        return {classification.id: classification for classification in self.classifications}

    @cached_property
    def result(self) -> dict[str, Result]:
        """Results by id."""
        return {result.id: result for result in self.results}

    @cached_property
    def reporting(self) -> dict[str, Reporting]:
        """Meetings and results by id: what an article can cover."""
        return {record.id: record for record in (*self.results, *self.meetings)}

    @cached_property
    def known_breaks(self) -> dict[tuple[str, str, tuple[str, ...], str], tuple[Break, ...]]:
        """The breaks that were asked for by indicator, actors and whose bulletin; see ``comparability``."""
        return {}

    @property
    def common_literals(self) -> Iterator[Literal]:
        """What the registers and the settings of the site declare literal."""
        for record in (self.site, *self.registers):
            yield from record.literals

    @cached_property
    def named(self) -> dict[str, Publishable]:
        """Meetings, results and articles by id."""
        return {record.id: record for record in (*self.articles, *self.meetings, *self.results)}

    @cached_property
    def common_expressions(self) -> dict[str, Kind]:
        """What any text may say with digits: names of organisations ("Trường THPT số 2"), and what the
        registers and the settings of the site declare literal."""
        literals = [literal.text for literal in self.common_literals]
        names = (
            name
            for organisation in self.organisations
            for name in (organisation.name, organisation.short_name or "", *organisation.variants)
        )
        named = (name for name in names if any(sign.isdigit() for sign in name))
        return {**dict.fromkeys(literals, Kind.LITERAL), **dict.fromkeys(named, Kind.NAME)}

    @cached_property
    def units(self) -> re.Pattern[str]:
        """A pattern of white space and a noun that some indicator counts."""
        nouns = {noun for one in self.indicators for noun in (one.unit, one.unit_short) if noun}
        words = "|".join(re.escape(noun) for noun in sorted(nouns, key=lambda noun: (-len(noun), noun)))
        return re.compile(rf"\s(?:{words})(?!\w)" if words else "(?!)", re.IGNORECASE)

    @cached_property
    def explained(self) -> tuple[Coverage, ...]:
        """The digits of each record, and what explains them."""
        return tuple(cover(self))

    @cached_property
    def names_of_organisations(self) -> frozenset[str]:
        """Names, short names, and what abbreviations stand for, as they are written."""
        names = {name for each in self.organisations for name in (each.name, each.short_name or each.name)}
        return frozenset(names | set(self.site.abbreviations.values()))

    @cached_property
    def variants_of_organisations(self) -> frozenset[tuple[str, str]]:
        """Other ways of writing a name, each with the name."""
        return frozenset((variant, each.name) for each in self.organisations for variant in each.variants)

    @cached_property
    def recorded_names(self) -> frozenset[str]:
        """Names of people and organisations, as they are written, also in other ways on record."""
        variants = {variant for variant, _ in self.variants_of_organisations}
        return self.names_of_organisations | variants | {person.name for person in self.people}

    @cached_property
    def counted_units(self) -> frozenset[str]:
        """The nouns that indicators count by."""
        units = (unit for each in self.indicators for unit in (each.unit, each.unit_short or each.unit))
        return frozenset(unit.lower() for unit in units if unit[:1].isalpha())

    @cached_property
    def told(self) -> tuple[tuple[Record, tuple[Told, ...]], ...]:
        """Every record with all its texts, each with its role."""
        records = (self.site, *self.registers, *self.publishable())
        return tuple((record, tuple(record.told())) for record in records)

    @cached_property
    def prose(self) -> tuple[tuple[Publishable, tuple[tuple[Part, Path, Text], ...]], ...]:
        """What can be published, each with its prose: the part that holds a text, the path, the text."""
        return tuple(
            (record, tuple((one.owner, one.path, one.text) for one in texts if isinstance(one.text, Text)))
            for record, texts in self.told
            if isinstance(record, Publishable)
        )

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All texts that readers see, but names and titles."""
        return tuple(passages_of(self.told))

    @cached_property
    def observed(self) -> tuple[Observed, ...]:
        """All observations of all meetings and results, in order of records and of lines."""
        return tuple(found for record in self.reporting.values() for found in observed_in(record))

    @cached_property
    def observed_by_identity(self) -> dict[str, Observed]:
        """All observations by the identity of their figures; the first record wins a doubled one."""
        found: dict[str, Observed] = {}
        for observed in self.observed:
            found.setdefault(observed.identity, observed)
        return found

    @cached_property
    def observed_at_any_stage(self) -> dict[str, list[Observed]]:
        """All observations by the identity of their figures without period and stage."""
        found: dict[str, list[Observed]] = {}
        for observed in self.observed:
            found.setdefault(observed.at_any_stage, []).append(observed)
        return found

    @cached_property
    def observed_of(self) -> dict[str, dict[str, Observed]]:
        """The observations of each meeting or result, by their local names."""
        return {
            record.id: {found.observation.name: found for found in observed_in(record)}
            for record in self.reporting.values()
        }

    @cached_property
    def coverage(self) -> dict[str, tuple[ArticleRecord, ...]]:
        """The articles that cover each meeting or result, or present it through a meeting."""
        covering: dict[str, list[ArticleRecord]] = {}
        for article in self.articles:
            for covered in self.told_by(article):
                covering.setdefault(covered.id, []).append(article)
        return {name: tuple(articles) for name, articles in covering.items()}

    def told_by(self, article: ArticleRecord) -> tuple[Reporting, ...]:
        """The meetings and results an article tells of: those it covers, and what these present."""
        names: dict[str, None] = {}
        for name in article.covers:
            names[name] = None
            record = self.reporting.get(name)
            if isinstance(record, Meeting):
                names.update(dict.fromkeys(record.presents))
        return tuple(self.reporting[name] for name in names if name in self.reporting)

    def is_told_whole(self, record: Publishable) -> bool:
        """Whether all that a record covers or presents could be read; else its texts cannot be judged."""
        names = record.covers if isinstance(record, ArticleRecord) else ()
        meetings = [record, *(self.reporting.get(name) for name in names)]
        presented = [name for found in meetings if isinstance(found, Meeting) for name in found.presents]
        return all(name in self.reporting for name in (*names, *presented))

    def visible_observations(self, article: ArticleRecord) -> dict[str, Observed]:
        """What references in an article's text can name; the first record wins a doubled name."""
        visible: dict[str, Observed] = {}
        for record in self.told_by(article):
            for name, found in self.observed_of[record.id].items():
                visible.setdefault(name, found)
        return visible

    def observations_for(self, record: Publishable) -> dict[str, Observed]:
        """What references in the text of any record can name."""
        if isinstance(record, ArticleRecord):
            return self.visible_observations(record)
        visible = dict(self.observed_of.get(record.id, {}))
        if isinstance(record, Meeting):
            for name in record.presents:
                visible = {**self.observed_of.get(name, {}), **visible}
        return visible

    def referred(self, name: str, visible: Mapping[str, Observed]) -> Observed | None:
        """What a reference names: one of those its text tells of, or one of the record named before it."""
        record, _, local = name.rpartition("/")
        return self.observed_of.get(record, {}).get(local) if record else visible.get(name)

    def publishable(self) -> Iterator[Publishable]:
        """All records that have a moment of publication."""
        return iter((*self.meetings, *self.results, *self.articles))

    def public(self, now: datetime) -> Dataset:
        """The dataset as the public may see it at ``now``: drafts, what is due later and what was removed
        left out, and with the old values of what is corrected later."""
        later = by_record(correction for correction in self.corrections if correction.on > now)
        meetings = tuple(meeting for meeting in self.meetings if self.is_public(meeting, now))
        results = tuple(result for result in self.results if self.is_public(result, now))
        articles = tuple(article for article in self.articles if is_due(article, now))
        kept = {record.id for record in (*articles, *meetings, *results)}
        return replace(
            self,
            articles=before(articles, later),
            meetings=before(meetings, later),
            results=before(results, later),
            corrections=tuple(one for one in self.corrections if one.on <= now and one.record in kept),
            removed=tuple(remains(article) for article in self.articles if is_removed(article, now)),
        )

    def is_public(self, record: Reporting, now: datetime) -> bool:
        """Whether a meeting or result is public at ``now``: with the first article that tells of it."""
        telling = self.coverage.get(record.id, ())
        return is_due(record, now) and (not telling or any(is_due(article, now) for article in telling))

    def first_public(self, record: Publishable) -> datetime:
        """The moment from which a record that is ready is public: its own, or that of its first article."""
        own = record.due
        telling = self.coverage.get(record.id, ()) if isinstance(record, Reporting) else ()
        moments = [article.due for article in telling if is_ever_public(article)]
        return max(own, min(moments, default=own))

    def next_due(self, now: datetime) -> datetime | None:
        """The next moment at which something becomes public, is corrected or withdrawn, or None."""
        return next_moment(self.publishable(), self.corrections, now)
