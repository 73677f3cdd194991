"""That the policy stands in every page before anything it is for, and that nothing on the page breaks it."""

from __future__ import annotations

from collections.abc import Iterator

from bantin.problems import say
from bantin.site.audit.expectations import Expectations
from bantin.site.audit.finding import Finding
from bantin.site.audit.seen import SeenPage


def policy_findings(page: SeenPage, expectations: Expectations) -> Iterator[Finding]:
    """What browsers will not run or paint on a page; and what is wrong with the policy it carries."""
    if not expectations.policy:
        return
    for written in page.inline:
        message = say("{written} does nothing here: the policy of the site stops it", written=_shown(written))
        remedy = say("put it into a file of the site, or use what the theme has")
        yield Finding(page.path, "inline", message, written, remedy)
    if expectations.carried:
        yield from _carried(page, expectations.policy)


def _carried(page: SeenPage, policy: str) -> Iterator[Finding]:
    if page.policies != (policy,):
        message = say("the page should carry the policy “{policy}”, but carries: {found}",
                      policy=policy, found=" | ".join(page.policies))  # fmt: skip
        yield Finding(page.path, "no-policy", message, page.policies[0] if page.policies else "<head")
    elif page.before_policy:
        message = say("{written} stands before the policy of the page, which does not hold for it",
                      written=_shown(page.before_policy[0]))  # fmt: skip
        yield Finding(page.path, "late-policy", message, page.before_policy[0])


def _shown(beginning: str) -> str:
    """The beginning of an element or attribute as people name it: “<script>”, “style=”."""
    return f"{beginning}>" if beginning.startswith("<") else beginning
