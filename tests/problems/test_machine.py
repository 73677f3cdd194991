import json

from bantin.problems import Location, Problem, Severity, say
from bantin.problems.machine import as_github, as_json

PROBLEM = Problem(
    rule="partition-sum",
    location=Location("data/results/2019.yml", 14, 12, 2),
    message=say("the total is {total}, but the parts make {parts}", total=23, parts=22),
    evidence=(say("16 + 5 + 1 = 22"),),
    remedy=say("correct the total"),
)


def hostile(text: str) -> Problem:
    return Problem("rule", Location(text, 1, 2, 3), say("“{text}”", text=text), severity=Severity.WARNING)


def test_json_is_one_object_with_keys_in_their_order() -> None:
    assert as_json([PROBLEM], str, {"site": None}) == (
        '{\n  "problems": [\n    {\n'
        '      "rule": "partition-sum",\n'
        '      "severity": "error",\n'
        '      "file": "data/results/2019.yml",\n'
        '      "line": 14,\n'
        '      "column": 12,\n'
        '      "length": 2,\n'
        '      "message": "the total is 23, but the parts make 22",\n'
        '      "evidence": [\n        "16 + 5 + 1 = 22"\n      ],\n'
        '      "remedy": "correct the total"\n'
        "    }\n  ],\n"
        '  "counts": {\n    "errors": 1,\n    "warnings": 0,\n    "hints": 0,\n    "files": 1\n  },\n'
        '  "site": null\n}'
    )


def test_json_without_problems_has_the_same_keys() -> None:
    assert json.loads(as_json([], str, {})) == {
        "problems": [],
        "counts": {"errors": 0, "warnings": 0, "hints": 0, "files": 0},
    }


def test_json_gives_every_text_back_and_shows_no_unseen_character() -> None:
    text = 'ế "\\ \x1b[2J\x9b \u202e \ud800 \U000e0001 \n'
    written = as_json([hostile(text)], str, {})
    problem = json.loads(written)["problems"][0]
    assert (problem["file"], problem["message"]) == (text, f"“{text}”")
    assert "ế" in written
    assert all(sign == "\n" or sign.isprintable() for sign in written)


def test_an_annotation_names_place_and_rule_and_says_everything() -> None:
    assert as_github([PROBLEM], str) == (
        "::error file=data/results/2019.yml,line=14,col=12,endColumn=14,title=partition-sum::"
        "the total is 23, but the parts make 22%0A16 + 5 + 1 = 22%0Acorrect the total"
    )


def test_annotations_tell_the_severity() -> None:
    for severity, command in [(Severity.WARNING, "::warning "), (Severity.HINT, "::notice ")]:
        assert as_github([Problem("r", Location("f"), say("m"), severity=severity)], str).startswith(command)


def test_no_text_can_begin_another_command_or_property() -> None:
    text = "a\r\n::set-output name=x::y,line=9:100%"
    written = as_github([hostile(text), hostile(text)], str).splitlines()
    assert (
        written
        == [
            "::warning file=a%0D%0A%3A%3Aset-output name=x%3A%3Ay%2Cline=9%3A100%25,line=1,col=2,endColumn=5,"
            "title=rule::“a<U+000D><U+000A>::set-output name=x::y,line=9:100%25”"
        ]
        * 2
    )
