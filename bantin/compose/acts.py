"""Acts in words: what was done, by whom, about whom, on whose proposal and with which votes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bantin.compose.counted import Counting
from bantin.compose.naming import Naming, document_name, session_noun
from bantin.compose.phrases import capitalised, cut, joined, merged, sentence, separated
from bantin.compose.prose import Teller
from bantin.compose.said import ActItem, Acts, Block, Heading, Listing, Paragraph, Prose, plain
from bantin.compose.votes import VoteTeller
from bantin.dataset.discipline import FORMS
from bantin.dataset.forces import FORCES
from bantin.dataset.records.acts import Act, ActObject, ActStage, EarlierAct, Group
from bantin.dataset.records.editorial import DocumentRelation
from bantin.dataset.records.meeting import Meeting
from bantin.dataset.records.observations import Force
from bantin.dataset.records.sessions import MeetingState
from bantin.language import periods, slug

_ORDER = {force: position for position, force in enumerate(FORCES)}

_BEFORE = (Force.CONCLUDED, Force.NOTED, Force.DEMANDED, Force.PROPOSED)
"""Forces that say of their objects what these did or should do: the objects stand before the text."""

_JOINTS = {Force.CONFERRED: " cho ", Force.ADOPTED: " ", Force.APPROVED: " ", Force.CONSIDERED: " "}
"""What stands between the text and its objects; "đối với" for the other forces."""

_NOUNS = {Force.DECIDED: "quyết định", Force.DEMANDED: "yêu cầu", Force.PROPOSED: "đề nghị"}
_FORM_LABELS = {form.id: form.label for forms in FORMS.values() for form in forms}


class ActTeller:
    """Says the acts of one meeting."""

    def __init__(self, meeting: Meeting, teller: Teller, naming: Naming) -> None:
        self._meeting = meeting
        self._teller = teller
        self._naming = naming
        self._documents = {document.id: document for document in meeting.documents}

    def acts(self) -> Iterator[Acts]:
        """The acts in the order of their legal force; those of other bodies after the meeting's own."""
        noun = session_noun(self._meeting)
        own = [(at, act) for at, act in enumerate(self._meeting.acts) if not self._is_foreign(act)]
        foreign = [(at, act) for at, act in enumerate(self._meeting.acts) if self._is_foreign(act)]
        modal = " dự kiến" if self._meeting.state is MeetingState.PLANNED else ""
        if own:
            body = self._naming.short(self._meeting.body)
            yield self._listed((f"Tại {noun}, {body}{modal}:",), _by_force(own), "acts")
        if foreign:
            lead = f"Cũng tại {noun}{modal}:" if own else f"Tại {noun}{modal}:"
            yield self._listed((lead,), _by_force(foreign), "acts")

    def group(self, group: Group, position: int) -> Iterator[Block]:
        """The points and acts below one heading, in the order they are written."""
        heading = plain(self._teller.tell(group.heading))
        yield Heading(heading, slug(heading))
        lead = self._teller.tell(group.lead)
        if group.acts:
            body = self._naming.short(self._meeting.body)
            said = merged([*lead, f", {body}:"]) if lead else ()
            yield self._listed(said, list(enumerate(group.acts)), f"groups/{position}/acts")
        points = [self._teller.tell(point) for point in group.points]
        if points and (group.acts or not lead):
            end = "…" if group.open else "."
            yield Paragraph(capitalised(merged([*separated(points, "; "), end])))
        elif points:
            yield Listing(merged([*lead, ":"]), tuple(points), group.open)
        elif lead and not group.acts:
            yield Paragraph(sentence(lead))

    def confidence(self) -> Iterator[Listing]:
        """The confidence votes, each as a list of people."""
        votes = self._votes("lấy phiếu tín nhiệm")
        for position, vote in enumerate(self._meeting.confidence_votes):
            document = self._documents.get(vote.document or "")
            basis = f", theo {document_name(document)}" if document else ""
            yield votes.confidence(vote, f"confidence-votes/{position}", basis)

    def _is_foreign(self, act: Act) -> bool:
        return act.acting_body not in (None, self._meeting.body)

    def _listed(self, lead: Prose, acts: Sequence[tuple[int, Act]], way: str) -> Acts:
        items = (ActItem(self._force(act), self._act(act, f"{way}/{at}")) for at, act in acts)
        return Acts(lead, tuple(items))

    def _force(self, act: Act) -> str:
        """The word for the force: "Thông qua", "Cho ý kiến lần đầu", "UBND tỉnh trao"."""
        word = FORCES[act.force]
        if act.stage is ActStage.READING and act.force is Force.CONSIDERED:
            word = f"Cho ý kiến {act.reading}" if act.reading else "Cho ý kiến"
        elif act.stage is ActStage.FINAL and act.force is Force.ADOPTED:
            word = f"{word} lần cuối"
        if act.stage is ActStage.PLANNED and self._meeting.state is not MeetingState.PLANNED:
            word = f"Dự kiến {_lower_first(word)}"
        if self._is_foreign(act):
            assert act.acting_body is not None  # foreign for it
            word = f"{self._naming.short(act.acting_body)} {_lower_first(word)}"
        return word

    def _votes(self, matter: str) -> VoteTeller:
        counting = Counting(self._meeting, self._teller.wording, matter)
        return VoteTeller(self._teller, self._naming, counting)

    def _voted_on(self, act: Act) -> str:
        """What was voted on, in a few words: the document adopted, else the beginning of the text."""
        document = self._documents.get(act.document or "")
        if document and document.relation is not DocumentRelation.BASIS:
            return document_name(document)
        if act.election:
            return f"bầu {act.election.post}"
        return cut(self._teller.tell(act.text))

    def _act(self, act: Act, way: str) -> Prose:
        votes = self._votes(self._voted_on(act))
        told: list[object] = [*self._matter(act, way, votes)]
        if documents := self._named_documents(act):
            told.append(f" ({documents})")
        told += self._paths(act)
        if act.executes and (name := self._earlier(act.executes)):
            told.append(f", thực hiện {name}")
        if act.election and (outcome := votes.outcome(act.election, way)):
            told += outcome
        if act.reason:
            told += [", vì ", *self._teller.tell(act.reason)]
        if act.vote:
            told += [", ", *votes.vote(act.vote, way)]
        after = [capitalised(_ended(self._teller.tell(point))) for point in act.points]
        after += votes.names(act.vote) if act.vote else ()
        if act.next_step:
            after.append(sentence("Bước tiếp theo: ", self._teller.tell(act.next_step)))
        return merged([*told, ".", *(piece for prose in after for piece in (" ", *prose))])

    def _matter(self, act: Act, way: str, votes: VoteTeller) -> Prose:
        """What is done, and about whom or what."""
        told: list[object] = []
        if act.addressee:
            told.append(f"{self._naming.full(act.addressee)} ")
        if act.election:
            return merged([*told, *votes.elected(act.election, way)])
        text = self._teller.tell(act.text)
        if act.stage is ActStage.READING and act.force is Force.CONSIDERED and text:
            text = ("về ", *text)
        disciplined = [named for named in act.objects if named.discipline]
        objects = joined([self._object(named) for named in act.objects if not named.discipline])
        if objects and text and act.force in _BEFORE and not act.addressee:
            told += [*objects, " ", *text]
        elif objects and text:
            told += [*text, _JOINTS.get(act.force, " đối với "), *objects]
        else:
            told += [*text, *objects]
        if disciplined:
            told += self._disciplined(disciplined, bool(text))
        return merged(told)

    def _disciplined(self, objects: Sequence[ActObject], has_text: bool) -> Prose:
        """Who was disciplined in which form; those of one form together."""
        forms: dict[str, list[Prose]] = {}
        for named in objects:
            assert named.discipline is not None  # chosen for it
            form = " ".join(filter(None, (_FORM_LABELS[named.discipline], named.discipline_scope)))
            forms.setdefault(form, []).append(self._object(named))
        told = [merged([f"{form} đối với ", *joined(names)]) for form, names in forms.items()]
        start = "" if has_text else "thi hành kỷ luật"
        colon = ": " if len(told) > 1 else " "
        return merged([f"{start} bằng hình thức{colon}", *separated(told, "; ")])

    def _object(self, named: ActObject) -> Prose:
        """One object: a body in its terms, a person with office, a document, or people without a name."""
        if named.organisation:
            return (" ".join([self._naming.full(named.organisation), *_terms(named)]),)
        if named.document:
            document = self._documents[named.document]
            return (f"{document_name(document)} {document.title}",)
        if named.group:
            return self._teller.tell(named.group)
        return (self._naming.someone(named),)

    def _paths(self, act: Act) -> Prose:
        """On whose proposal, and verified by whom."""
        told = ""
        if act.submitter:
            told += f" theo tờ trình của {self._naming.short(act.submitter)}"
        if act.verifier:
            and_so = " và" if act.submitter else " theo"
            told += f"{and_so} báo cáo thẩm tra của {self._naming.short(act.verifier)}"
        if act.stage is ActStage.READING and act.force is not Force.CONSIDERED:
            told += f", cho ý kiến {act.reading}" if act.reading else ""
        return (told,)

    def _earlier(self, earlier: EarlierAct) -> str:
        """The earlier act by its name, or as what a meeting demanded; "" where that is not public."""
        if earlier.name:
            return earlier.name
        meeting = next((one for one in self._naming.dataset.meetings if one.id == earlier.meeting), None)
        if meeting is None:
            return ""
        act = next((one for one in meeting.all_acts() if one.id == earlier.act), None)
        noun = _NOUNS.get(act.force, "kết luận") if act else "kết luận"
        return f"{noun} của {self._naming.other_session(meeting, self._meeting.body)}"

    def _named_documents(self, act: Act) -> str:
        names = dict.fromkeys(name for name in (act.document, *act.documents) if name)
        found = [self._documents[name] for name in names]
        return "; ".join(
            f"căn cứ {document_name(document)}"
            if document.relation is DocumentRelation.BASIS
            else document_name(document)
            for document in found
        )


def _by_force(acts: Sequence[tuple[int, Act]]) -> list[tuple[int, Act]]:
    return sorted(acts, key=lambda item: (_ORDER[item[1].force], item[0]))


def _terms(named: ActObject) -> list[str]:
    """The terms of a body: "nhiệm kỳ 2015–2020", "các nhiệm kỳ 2015–2020, 2020–2025"."""
    labels = [periods.label(term) for term in named.terms]
    if len(labels) < 2:
        return labels
    return ["các " + labels[0] + "".join(f", {label.removeprefix('nhiệm kỳ ')}" for label in labels[1:])]


def _ended(prose: Prose) -> Prose:
    """The prose with a full stop, where it has none."""
    return prose if plain(prose).endswith((".", "…")) else merged([*prose, "."])


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
