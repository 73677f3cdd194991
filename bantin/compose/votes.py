"""Votes in words: on acts, for candidates, on confidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bantin.compose.counted import Counting
from bantin.compose.naming import Naming
from bantin.compose.phrases import joined, merged, sentence, separated
from bantin.compose.prose import Teller
from bantin.compose.said import Listing, Prose
from bantin.dataset.records.acts import (
    Confidence,
    ConfidenceVote,
    Election,
    Vote,
    VoteBase,
    Voting,
)
from bantin.dataset.records.base import Part

_GRADES = (("high", "phiếu tín nhiệm cao"), ("middle", "phiếu tín nhiệm"), ("low", "phiếu tín nhiệm thấp"))
_AGAINST = (("against", "không tán thành"), ("abstained", "không biểu quyết"))


class VoteTeller:
    """Says the votes of one meeting."""

    def __init__(self, teller: Teller, naming: Naming, counting: Counting) -> None:
        self._teller = teller
        self._naming = naming
        self._counting = counting

    def vote(self, vote: Vote, way: str) -> Prose:
        """The outcome of a vote, to follow a comma: "với 47/48 đại biểu có mặt tán thành (97,92%)"."""
        told: list[object] = []
        if vote.in_favour is not None:
            votes = self._counting.of(vote, "in_favour", way, f"{vote.base_unit} tán thành")
            told += ["với ", votes, *self._among(vote, way), " tán thành"]
            told += self._share(vote, "in_favour_share", way)
        elif vote.options:
            told += ["với ", *joined([self._option(vote, at, way) for at in range(len(vote.options))])]
        for field, words in _AGAINST:
            amount = getattr(vote, field)
            if amount and amount.quantity.amount:
                number = self._counting.of(vote, field, way, f"{vote.base_unit} {words}")
                told += [", ", number, f" {words}"]
        return merged([*told, *self._handed_in(vote, way)])

    def names(self, vote: Vote) -> Iterator[Prose]:
        """Who voted how, in sentences, where the record has names."""
        for named in vote.names:
            people = [(self._naming.someone(one),) for one in named.people]
            yield sentence(f"{named.option}: ", separated(people, "; "))

    def _among(self, voting: Voting, way: str) -> Prose:
        unit = voting.base_unit
        base = self._counting.of(voting, "base", way, f"{unit} biểu quyết")
        if voting.base_is is VoteBase.ALL:
            return (" trên tổng số ", base, f" {unit}")
        return ("/", base, f" {unit} có mặt" if voting.base_is is VoteBase.PRESENT else f" {unit}")

    def _option(self, vote: Vote, position: int, way: str) -> Prose:
        option = vote.options[position]
        at = f"{way}/options/{position}"
        votes = self._counting.of(option, "votes", at, f"{vote.base_unit} chọn phương án {option.label}")
        among = self._among(vote, way) if position == 0 else (f" {vote.base_unit}",)
        return merged([votes, *among, f" chọn phương án {option.label}", *self._share(option, "share", at)])

    def _share(
        self, part: Part, field: str, way: str, words: str = "tỷ lệ phiếu", counting: Counting | None = None
    ) -> Prose:
        if getattr(part, field) is None:
            return ()
        return (" (", (counting or self._counting).of(part, field, way, words), ")")

    def _handed_in(self, voting: Voting, way: str) -> Prose:
        """How many votes were handed in, and how many of them are invalid, in brackets."""
        told = self._returned(voting, way)
        return (" (", *separated(told, ", "), ")") if told else ()

    def _returned(self, voting: Voting, way: str) -> list[Prose]:
        told: list[Prose] = []
        if voting.cast is not None:
            told.append(("thu về ", self._counting.of(voting, "cast", way, "số phiếu thu về"), " phiếu"))
        if voting.invalid is not None:
            number = self._counting.of(voting, "invalid", way, "số phiếu không hợp lệ")
            told.append((number, " phiếu không hợp lệ"))
        return told

    def elected(self, election: Election, way: str) -> Prose:
        """Who was elected to what; where several were, each with the votes."""
        post = " ".join(word for word in (election.post, election.term) if word)
        chosen = [(at, one) for at, one in enumerate(election.candidates) if one.elected]
        if not chosen:
            return (f"{post}: chưa có người trúng cử",)
        if len(chosen) == 1 and election.seats is None:
            name, office = self._naming.name_and_office(chosen[0][1])
            return (f"{name}, {office}, giữ chức {post}" if office else f"{name} giữ chức {post}",)
        people = separated([self._candidate(election, at, way) for at, _ in chosen], "; ")
        if election.seats is None:
            return merged([f"{post}: ", *people])
        seats = self._counting.of(election, "seats", way, "số người cần bầu")
        return merged([seats, f" {post}: ", *people])

    def outcome(self, election: Election, way: str) -> Prose:
        """The votes for the one who was elected, what was handed in, and who else stood."""
        chosen = [at for at, one in enumerate(election.candidates) if one.elected]
        told: list[object] = []
        if len(chosen) == 1 and election.seats is None:
            votes = self._votes_for(election, chosen[0], way)
            told += [", với ", *votes] if votes else ()
        told += [", ", *separated(returned, ", ")] if (returned := self._returned(election, way)) else ()
        numbered = enumerate(election.candidates)
        if others := [self._candidate(election, at, way) for at, one in numbered if not one.elected]:
            told += [". Ứng cử viên khác: ", *separated(others, "; ")]
        return merged(told)

    def _candidate(self, election: Election, position: int, way: str) -> Prose:
        who = self._naming.someone(election.candidates[position])
        votes = self._votes_for(election, position, way)
        return merged([who, *((", được ", *votes) if votes else ())])

    def _votes_for(self, election: Election, position: int, way: str) -> Prose:
        """The votes for one candidate: "46/48 phiếu", "46 phiếu trên tổng số 50 đại biểu (92%)"."""
        candidate = election.candidates[position]
        at = f"{way}/candidates/{position}"
        if candidate.votes is None:
            share = candidate.share and self._counting.of(candidate, "share", at, "tỷ lệ phiếu bầu")
            return (share, " số phiếu") if share else ()
        votes = self._counting.of(candidate, "votes", at, "số phiếu bầu")
        share_of = self._share(candidate, "share", at)
        if election.base_is is VoteBase.ALL:
            return (votes, " phiếu", *self._among(election, way), *share_of)
        return (votes, *self._among(election, way)[:2], " phiếu", *share_of)

    def confidence(self, vote: ConfidenceVote, way: str, basis: str) -> Listing:
        """The grades each person got, one person a line, with the voters in the sentence before.

        basis: the document that confirms the outcome, to follow: ", theo Nghị quyết số 63/NQ-HĐND".
        """
        of = (" đối với ", *self._teller.tell(vote.of)) if vote.of else ()
        present = vote.base_is is VoteBase.PRESENT
        base = self._counting.of(
            vote, "base", way, f"{vote.base_unit} có mặt" if present else f"tổng số {vote.base_unit}"
        )
        whole = "tỷ lệ tính trên " if present else "tỷ lệ tính trên tổng số "
        unit = f" {vote.base_unit}{' có mặt' if present else ''}"
        brackets = [*self._returned(vote, way), (whole, base, unit)]
        lead = ["Kết quả lấy phiếu tín nhiệm", *of, f"{basis} (", *separated(brackets, ", "), "):"]
        people = [self._judged(one, f"{way}/people/{at}") for at, one in enumerate(vote.people)]
        return Listing(merged(lead), tuple(people))

    def _judged(self, judged: Confidence, way: str) -> Prose:
        who, office = Naming(self._naming.dataset).name_and_office(judged)
        counting = replace(self._counting, matter="")  # the words tell it
        grades: list[Prose] = []
        for field, words in _GRADES:
            if getattr(judged, field) is not None:
                votes = counting.of(judged, field, way, f"{words} của {who}")
                share = self._share(judged, f"{field}_share", way, f"tỷ lệ {words} của {who}", counting)
                grades.append((votes, f" {words}", *share))
            elif getattr(judged, f"{field}_share") is not None:
                told = f"tỷ lệ {words} của {who}"
                share_alone = counting.of(judged, f"{field}_share", way, told)
                grades.append((share_alone, f" {words}"))
        if judged.invalid is not None:
            number = counting.of(judged, "invalid", way, f"số phiếu không hợp lệ khi lấy phiếu đối với {who}")
            grades.append((number, " phiếu không hợp lệ"))
        told = f"{who}, {office}" if office else who  # the vote is on who holds the office
        return merged([f"{told}: ", *separated(grades, ", ")])
