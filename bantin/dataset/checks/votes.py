"""Rules about votes: what adds up, whose shares are right, and who can be elected."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from bantin.dataset.checks.sums import is_exact
from bantin.dataset.checks.table import Found, Surroundings, rule, warning
from bantin.dataset.dataset import Dataset
from bantin.dataset.records.acts import (
    Candidate,
    Confidence,
    ConfidenceVote,
    Election,
    Vote,
    VoteBase,
    Voting,
)
from bantin.dataset.records.amounts import Amount
from bantin.dataset.records.base import Part
from bantin.dataset.records.meeting import Meeting
from bantin.language import format_number, format_quantity
from bantin.problems import Message, say

_GRADES = {"high": "tín nhiệm cao", "middle": "tín nhiệm", "low": "tín nhiệm thấp"}
_SIDES = {"in_favour": "tán thành", "against": "không tán thành", "abstained": "không biểu quyết"}


def votings(meeting: Meeting) -> Iterator[Voting]:
    """All votes of a meeting: on its acts, elections, confidence votes."""
    for act in meeting.all_acts():
        yield from (voting for voting in (act.vote, act.election) if voting)
    yield from meeting.confidence_votes


def parts_of(voting: Part) -> tuple[Part, ...]:
    """The parts of a vote that hold votes of their own: options, candidates, people judged."""
    if isinstance(voting, Vote):
        return voting.options
    if isinstance(voting, Election):
        return voting.candidates
    return voting.people if isinstance(voting, ConfidenceVote) else ()


def _votings(dataset: Dataset) -> Iterator[Voting]:
    for meeting in dataset.meetings:
        yield from votings(meeting)


@rule
def votes_add_up(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """Votes, graded votes and votes for options never exceed the number of voters, and equal it when all
    are given and voters are those present; votes handed in are counted where their number is known."""
    for voting in _votings(dataset):
        if voting.cast and _exceeds(voting.cast, voting.base):
            yield _too_many(voting, "cast", voting.cast)
        for holder, field, counts, complete in _sums(voting):
            if found := _sum_problem(voting, holder, field, counts, complete):
                yield found


def _sums(voting: Voting) -> Iterator[tuple[Part, str, dict[str, Amount], bool]]:
    """What must add up: who holds it, its field to mark, the votes by name, and whether these are all."""
    if isinstance(voting, Vote) and voting.options:
        yield voting, "base", {option.label: option.votes for option in voting.options}, False
    elif isinstance(voting, Vote):
        given = {word: getattr(voting, field) for field, word in _SIDES.items()}
        counts = {word: amount for word, amount in given.items() if amount}
        yield voting, "base", counts, len(counts) == len(given)
    elif isinstance(voting, Election):
        several = voting.seats is not None and voting.seats.quantity.amount > 1
        counts = {f"{at}": one.votes for at, one in enumerate(voting.candidates, 1) if one.votes}
        groups = [{name: votes} for name, votes in counts.items()] if several else [counts]
        yield from ((voting, "base", group, False) for group in groups)
    elif isinstance(voting, ConfidenceVote):
        for judged in voting.people:
            marks = {field: getattr(judged, field) for field in _GRADES}
            counts = {_GRADES[field]: amount for field, amount in marks.items() if amount}
            field = next((field for field, amount in marks.items() if amount), "person")
            yield judged, field, counts, len(counts) == len(_GRADES)


def _sum_problem(
    voting: Voting, holder: Part, field: str, counts: dict[str, Amount], complete: bool
) -> Found | None:
    invalid = getattr(holder, "invalid", None) or voting.invalid
    votes = {**counts, **({"phiếu không hợp lệ": invalid} if invalid else {})}
    whole = voting.cast or voting.base
    if not votes or not all(is_exact(amount) for amount in (whole, *votes.values())):
        return None
    total = sum((amount.quantity.amount for amount in votes.values()), Decimal(0))
    must_be_equal = complete and (voting.cast is not None or voting.base_is is not VoteBase.ALL)
    if total == whole.quantity.amount or (total < whole.quantity.amount and not must_be_equal):
        return None
    words = " + ".join(f"{format_quantity(amount.quantity)} {name}" for name, amount in votes.items())
    return Found(
        holder.where(field),
        say(
            "the votes add up to {cast}, but there are {base} voters",
            cast=format_number(total),
            base=format_quantity(whole.quantity),
        ),
        (say("{words} = {parts}", words=words, parts=format_number(total)),),
        say("correct the votes or the number of voters"),
    )


def _exceeds(amount: Amount, whole: Amount) -> bool:
    return is_exact(amount) and is_exact(whole) and amount.quantity.amount > whole.quantity.amount


def _too_many(part: Part, field: str, amount: Amount) -> Found:
    return Found(
        part.where(field),
        say("more votes are handed in than there are voters"),
        (say("{field}: {text}", field=field, text=amount.text),),
        say("correct the votes or the number of voters"),
    )


def _shares(voting: Voting) -> Iterator[tuple[Part, str, Amount, Amount]]:
    """Each published share beside the votes it is the share of."""
    for part in (voting, *parts_of(voting)):
        for field in type(part).model_fields:
            if field != "share" and not field.endswith("_share"):
                continue
            share = getattr(part, field)
            votes = getattr(part, "votes" if field == "share" else field.removesuffix("_share"))
            if share is not None and votes is not None:
                yield part, field, share, votes


@rule
def vote_share_agrees(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """A published share of votes is that of its votes among the voters, rounded or cut off as printed; it is
    not judged where the votes do not add up."""
    for voting in _votings(dataset):
        base = voting.base
        wrong = {id(found[0]) for found in _sums(voting) if _sum_problem(voting, *found)}
        for part, field, share, votes in _shares(voting):
            judged = all(map(is_exact, (base, share, votes))) and base.quantity.amount
            if not judged or id(part) in wrong:
                continue
            exact = votes.quantity.amount * 100 / base.quantity.amount
            if not _printed_as(exact, share):
                shown = format_number(round(exact, max(_places(share), 1)))
                yield Found(
                    part.where(field),
                    say("the share is {share}, but the votes give {exact}%", share=share.text, exact=shown),
                    (say("{part} of {whole}", part=votes.text, whole=base.text),),
                    say("correct the share, the votes or the number of voters"),
                )


def _places(share: Amount) -> int:
    exponent = share.quantity.amount.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def _printed_as(exact: Decimal, share: Amount) -> bool:
    unit = Decimal(1).scaleb(-_places(share))
    return -unit / 2 <= exact - share.quantity.amount < unit


@rule
def elected_with_majority(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """Who is elected has more than half of the votes, unless the record says that fewer suffice; and no more
    are elected than there are seats."""
    for voting in _votings(dataset):
        if not isinstance(voting, Election):
            continue
        elected = [candidate for candidate in voting.candidates if candidate.elected]
        seats = voting.seats.quantity.amount if voting.seats else Decimal(1)
        if len(elected) > seats:
            yield Found(
                elected[-1].where("elected"),
                say("more people are elected than there are seats"),
                (say("{part} of {whole}", part=len(elected), whole=format_number(seats)),),
                say("correct “{first}” or “{second}”", first="elected", second="seats"),
            )
        for candidate in elected if voting.needs_majority else ():
            if reached := _less_than_half(candidate, voting.base):
                yield Found(
                    candidate.where("elected"),
                    say("this candidate is elected without a majority"),
                    (reached,),
                    say("correct the votes, or write needs_majority: no if the rules ask for none"),
                )


def _less_than_half(candidate: Candidate, base: Amount) -> Message | None:
    if candidate.votes is not None and 2 * candidate.votes.quantity.amount <= base.quantity.amount:
        return say("{part} of {whole}", part=candidate.votes.text, whole=base.text)
    if candidate.share is not None and candidate.share.quantity.amount <= 50:
        return say("share: {share}", share=candidate.share.text)
    return None


@rule
def votes_by_name_agree(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """Votes that are recorded by name are of a side that was voted for, and no more than its votes."""
    for voting in _votings(dataset):
        if not isinstance(voting, Vote):
            continue
        counts = {word: getattr(voting, field) for field, word in _SIDES.items()}
        counts = {option.label: option.votes for option in voting.options} or counts
        for named in voting.names:
            if named.option not in counts:
                yield Found(
                    named.where("option"),
                    say("nobody could vote “{option}” here", option=named.option),
                    (),
                    say("write one of: {names}", names=", ".join(counts)),
                )
                continue
            votes = counts[named.option]
            if votes and is_exact(votes) and len(named.people) > votes.quantity.amount:
                yield Found(
                    named.where("people"),
                    say("more people are named than there are votes"),
                    (say("{part} of {whole}", part=len(named.people), whole=votes.text),),
                    say("correct the names or the votes"),
                )


@warning
def voters_agree(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """All deputies are as many in every vote of a meeting as among those who attend it."""
    for meeting in dataset.meetings:
        whole = [guest.out_of for guest in meeting.attendees if guest.out_of and is_exact(guest.out_of)]
        known = whole[0] if len(whole) == 1 else None
        for voting in votings(meeting):
            if voting.base_is is not VoteBase.ALL or not is_exact(voting.base):
                continue
            known = known or voting.base
            if voting.base.quantity.amount != known.quantity.amount:
                yield Found(
                    voting.where("base"),
                    say("the number of all voters differs within one meeting"),
                    (say("elsewhere: {whole}", whole=known.text),),
                    say("correct one of them, or acknowledge it with a reason"),
                )


@rule
def everyone_judged_alike(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """In one confidence vote as many votes are handed in on each person, where all grades are published."""
    for voting in _votings(dataset):
        if not isinstance(voting, ConfidenceVote) or voting.cast is not None:
            continue
        totals = [(judged, _graded(judged)) for judged in voting.people]
        full = [(judged, total) for judged, total in totals if total is not None]
        for judged, total in full[1:]:
            if total != full[0][1] and total <= voting.base.quantity.amount:
                yield Found(
                    judged.where("high"),
                    say(
                        "the votes on this person add up to {total}, on the first one to {other}",
                        total=format_number(total),
                        other=format_number(full[0][1] or 0),
                    ),
                    (),
                    say("correct the votes, or add a line “{name}: …”", name="invalid"),
                )


def _graded(judged: Confidence) -> Decimal | None:
    grades = [judged.high, judged.middle, judged.low]
    if not all(is_exact(grade) for grade in grades):
        return None
    votes = [*grades, judged.invalid]
    return sum((amount.quantity.amount for amount in votes if amount), Decimal(0))
