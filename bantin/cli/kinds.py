"""What ``bantin new`` can write: which questions it asks, and which files come of the answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bantin.cli.questions import (
    NAME_LIMIT,
    Answers,
    Question,
    read_day,
    read_line,
    read_name,
    read_period,
)
from bantin.language import parse_date, parse_period, slug
from bantin.problems import Message, say


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of thing to begin.

    derived: what else the templates and paths name, from the answers. files: where each file goes in
    the project, with the names of answers in braces, and the template it is made from. founds: it makes
    the project itself, where everything else needs one.
    """

    name: str
    words: Message
    questions: tuple[Question, ...]
    derived: Callable[[Answers], Answers]
    files: tuple[tuple[str, str], ...]
    founds: bool = False


def _of_meeting(answers: Answers) -> Answers:
    day = parse_date(answers["day"])
    return {
        "year": f"{day.year}",
        "iso_day": day.isoformat(),
        "id": f"{answers['slug']}-{day.isoformat()}",
        "address": f"tin/{day:%Y/%m}/{answers['slug']}",
    }


def _of_results(answers: Answers) -> Answers:
    day = parse_period(answers["period"]).last_day
    return {
        "year": f"{day.year}",
        "id": answers["slug"],
        "address": f"tin/{day:%Y/%m}/{answers['slug']}",
    }


def _of_project(answers: Answers) -> Answers:
    return {"id": slug(answers["name"], NAME_LIMIT)}


KINDS = (
    Kind(
        "meeting",
        say("Begin the record of a meeting and its bulletin."),
        (
            Question("day", say("Day of the meeting, such as 29/11/2024"), read_day),
            Question("body", say("Id of the body that meets, from data/organisations.yml"), read_name),
            Question("noun", say("What the meeting is called: phiên, kỳ họp, hội nghị, đại hội"), read_line),
            Question(
                "slug",
                say("Name for the file and the address"),
                read_name,
                lambda answers: slug(f"{answers['noun']} {answers['body']}", NAME_LIMIT),
            ),
        ),
        _of_meeting,
        (
            ("data/meetings/{year}/{iso_day}-{slug}.yml", "meeting.yml.txt"),
            ("data/articles/{year}/{iso_day}-{slug}.yml", "article.yml.txt"),
        ),
    ),
    Kind(
        "results",
        say("Begin the record of a period's results and its bulletin."),
        (
            Question(
                "body", say("Id of the body whose results they are, from data/organisations.yml"), read_name
            ),
            Question("period", say("Period, such as năm 2019 or 6 tháng đầu năm 2024"), read_period),
            Question(
                "slug",
                say("Name for the file and the address"),
                read_name,
                lambda answers: slug(f"kết quả {answers['period']} {answers['body']}", NAME_LIMIT),
            ),
        ),
        _of_results,
        (
            ("data/results/{year}/{slug}.yml", "results.yml.txt"),
            ("data/articles/{year}/{slug}.yml", "article.yml.txt"),
        ),
    ),
    Kind(
        "project",
        say("Begin a project."),
        (Question("name", say("Full name of the body that publishes"), read_line),),
        _of_project,
        (
            ("data/site.yml", "site.yml.txt"),
            ("data/organisations.yml", "organisations.yml.txt"),
            ("data/people.yml", "people.yml.txt"),
            ("data/indicators.yml", "indicators.yml.txt"),
            ("content/gioi-thieu.md", "about.md.txt"),
            ("content/lien-he.md", "contact.md.txt"),
            ("mkdocs.yml", "mkdocs.yml.txt"),
            (".gitignore", "gitignore.txt"),
            (".gitattributes", "gitattributes.txt"),
        ),
        founds=True,
    ),
)
