"""Acts of a meeting: what was concluded, decided, proposed; on what, by whom, with which votes."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from pydantic import Field

from bantin.dataset.records.amounts import AmountField
from bantin.dataset.records.base import Part
from bantin.dataset.records.declarations import DocumentTitle, Ordinal, OrdinalOfTerm
from bantin.dataset.records.observations import Force
from bantin.dataset.records.sessions import Someone
from bantin.dataset.records.values import Day, Flag, Identifier, Line, NumberLine, PeriodField, Prose


class VoteBase(StrEnum):
    """Of whom votes are counted."""

    ALL = "all"
    PRESENT = "present"


class VoteOption(Part):
    """Một phương án được bỏ phiếu."""

    label: Line
    """Tên phương án, viết thường."""
    votes: AmountField
    """Số phiếu."""
    share: AmountField | None = None
    """Tỷ lệ trên base như nguồn nêu: 97,96%."""


class VotesByName(Part):
    """Những người đã bỏ phiếu theo một cách, khi biên bản ghi tên."""

    option: Line
    """Cách bỏ phiếu: tán thành, không tán thành, không biểu quyết, hoặc tên phương án."""
    people: tuple[Someone, ...] = Field(min_length=1)
    """Những người ấy."""


class Voting(Part):
    """What all kinds of votes share: of whom they are counted."""

    base: AmountField
    """Số người được biểu quyết."""
    base_is: VoteBase | None = None
    """all: tổng số đại biểu; present: số đại biểu có mặt. Ghi khi nguồn nói rõ."""
    base_unit: Line = "đại biểu"
    """Đơn vị đếm người biểu quyết."""
    cast: AmountField | None = None
    """Số phiếu thu về, nếu khác base."""
    invalid: AmountField | None = None
    """Số phiếu không hợp lệ."""


class Vote(Voting):
    """Kết quả biểu quyết: tán thành, không tán thành, không biểu quyết; hoặc theo phương án (options)."""

    in_favour: AmountField | None = None
    """Số phiếu tán thành."""
    in_favour_share: AmountField | None = None
    """Tỷ lệ tán thành như nguồn nêu: 97,96%."""
    against: AmountField | None = None
    """Số phiếu không tán thành."""
    abstained: AmountField | None = None
    """Số phiếu không biểu quyết."""
    options: tuple[VoteOption, ...] = ()
    """Các phương án riêng và số phiếu của từng phương án."""
    names: tuple[VotesByName, ...] = ()
    """Ai bỏ phiếu thế nào, khi biên bản ghi tên."""


class Candidate(Someone):
    """Một ứng cử viên."""

    votes: AmountField | None = None
    """Số phiếu bầu."""
    share: AmountField | None = None
    """Tỷ lệ trên base như nguồn nêu."""
    elected: Flag = False
    """yes nếu trúng cử."""


class Election(Voting):
    """Một cuộc bầu cử."""

    post: Line
    """Chức vụ được bầu, viết như in trong bản tin: Phó Chủ tịch UBND tỉnh."""
    term: OrdinalOfTerm | None = None
    """Khóa, nhiệm kỳ của chức vụ: nhiệm kỳ 2021–2026."""
    seats: AmountField | None = None
    """Số người cần bầu; bỏ trống là một."""
    needs_majority: Flag = True
    """no nếu quy định không đòi quá nửa số phiếu của base."""
    candidates: tuple[Candidate, ...] = Field(min_length=1)
    """Các ứng cử viên."""


class Confidence(Someone):
    """Kết quả lấy phiếu tín nhiệm đối với một người."""

    high: AmountField | None = None
    """Số phiếu tín nhiệm cao."""
    high_share: AmountField | None = None
    """Tỷ lệ tín nhiệm cao như nguồn nêu."""
    middle: AmountField | None = None
    """Số phiếu tín nhiệm."""
    middle_share: AmountField | None = None
    """Tỷ lệ tín nhiệm như nguồn nêu."""
    low: AmountField | None = None
    """Số phiếu tín nhiệm thấp."""
    low_share: AmountField | None = None
    """Tỷ lệ tín nhiệm thấp như nguồn nêu."""
    invalid: AmountField | None = None
    """Số phiếu không hợp lệ."""


class ConfidenceVote(Voting):
    """Lấy phiếu tín nhiệm: mỗi người ba mức; tỷ lệ tính trên base, thường là tổng số đại biểu."""

    of: Prose | None = None
    """Đối với ai, viết thường: người giữ chức vụ do HĐND tỉnh bầu."""
    people: tuple[Confidence, ...] = Field(min_length=1)
    """Kết quả của từng người, theo thứ tự in."""
    document: Identifier | None = None
    """Mã của văn bản (trong documents) xác nhận kết quả."""


class Discipline(StrEnum):
    """A form of party discipline, as in Điều lệ Đảng, Điều 35."""

    REPRIMAND = "khien-trach"
    WARNING = "canh-cao"
    REMOVAL = "cach-chuc"
    EXPULSION = "khai-tru"
    DISSOLUTION = "giai-tan"


class ActObject(Someone):
    """Đối tượng của một việc: tổ chức trong những nhiệm kỳ nào, người cùng chức vụ, văn bản, hoặc nhóm."""

    organisation: Identifier | None = None
    """Mã của tổ chức."""
    terms: tuple[PeriodField, ...] = ()
    """Các nhiệm kỳ của tổ chức mà việc này nói đến: nhiệm kỳ 2015–2020."""
    document: Identifier | None = None
    """Mã của văn bản (trong documents)."""
    group: Prose | None = None
    """Đối tượng không nêu tên: một đảng viên, các cá nhân liên quan."""
    discipline: Discipline | None = None
    """Hình thức kỷ luật. khien-trach: khiển trách; canh-cao: cảnh cáo; cach-chuc: cách chức;
    khai-tru: khai trừ; giai-tan: giải tán."""
    discipline_scope: Line | None = None
    """Với cách chức: cách chức vụ gì."""


class PublicationBasis(Part):
    """Căn cứ để nêu tên người, hoặc chức vụ đủ để nhận ra người, trong việc kỷ luật."""

    document: DocumentTitle
    """Văn bản cho phép công bố: Thông báo số 12-TB/UBKTTU."""
    day: Day
    """Ngày của văn bản ấy."""


class ActStage(StrEnum):
    """How far an act has come."""

    PLANNED = "planned"
    READING = "reading"
    FINAL = "final"


class EarlierAct(Part):
    """Việc trước đây mà việc này thực hiện."""

    meeting: Identifier | None = None
    """Mã của cuộc họp đã có việc ấy, nếu có bản ghi."""
    act: Identifier | None = None
    """Mã của việc ấy trong bản ghi kia."""
    name: DocumentTitle | None = None
    """Tên như cần in, nếu không có bản ghi: Kết luận số 15-KL/TU ngày 03/02/2025."""


class Act(Part):
    """Một việc cuộc họp đã kết luận, quyết định, đề nghị."""

    id: Identifier | None = None
    """Mã trong bản ghi này, để việc khác nhắc đến."""
    force: Force
    """Giá trị pháp lý; in ở đầu mục. decided: quyết định; adopted: thông qua; approved: phê chuẩn; elected:
    bầu; concluded: kết luận; agreed: thống nhất; conferred: trao; revoked: bãi bỏ; considered: xem xét;
    noted: ghi nhận; demanded: yêu cầu; proposed: đề nghị."""
    text: Prose | None = None
    """Nội dung, viết thường, nối tiếp sau chữ chỉ giá trị pháp lý."""
    objects: tuple[ActObject, ...] = ()
    """Các đối tượng, in sau nội dung."""
    stage: ActStage | None = None
    """planned: dự kiến; reading: cho ý kiến, chưa thông qua; final: thông qua lần cuối."""
    reading: Ordinal | None = None
    """Lần cho ý kiến, khi stage là reading: lần đầu, lần 2."""
    next_step: Prose | None = None
    """Bước tiếp theo, viết thường: trình kỳ họp thứ 27 thông qua."""
    acting_body: Identifier | None = None
    """Mã của tổ chức ra quyết định, nếu không phải tổ chức họp."""
    submitter: Identifier | None = None
    """Mã của tổ chức trình."""
    verifier: Identifier | None = None
    """Mã của tổ chức thẩm tra."""
    addressee: Identifier | None = None
    """Mã của tổ chức nhận đề nghị, kiến nghị, yêu cầu."""
    vote: Vote | None = None
    """Kết quả biểu quyết."""
    election: Election | None = None
    """Kết quả bầu, khi force là elected."""
    document: Identifier | None = None
    """Mã của văn bản (trong documents) mà việc này thông qua hoặc dựa vào."""
    documents: tuple[Identifier, ...] = ()
    """Mã của các văn bản khác có liên quan."""
    reason: Prose | None = None
    """Lý do, viết thường, nối tiếp sau chữ “vì”."""
    points: tuple[Prose, ...] = ()
    """Các ý nói thêm của việc này, mỗi ý một câu."""
    violations: Flag = False
    """yes nếu mục này nêu vi phạm, khuyết điểm của tổ chức hay cá nhân."""
    agenda_item: NumberLine | None = None
    """Thứ tự của mục trong agenda mà việc này thuộc về: 1, 2 …; để đối chiếu, không in ra."""
    executes: EarlierAct | None = None
    """Việc trước đây mà việc này thực hiện."""
    publication_basis: PublicationBasis | None = None
    """Căn cứ công bố tên trong việc kỷ luật; bỏ trống thì theo căn cứ chung của cuộc họp."""

    @property
    def is_discipline(self) -> bool:
        """Whether it speaks of violations or discipline: who is named in it needs a basis."""
        return self.violations or any(named.discipline for named in self.objects)

    def people(self) -> Iterator[tuple[Part, str, str | None]]:
        """Whoever votes or stands for election here, with the title printed beside the name."""
        for group in self.vote.names if self.vote else ():
            for voter in group.people:
                yield from voter.people()
        for candidate in self.election.candidates if self.election else ():
            yield from candidate.people()


class Group(Part):
    """Các ý hoặc các việc dưới một đề mục chung."""

    heading: Prose
    """Đề mục."""
    lead: Prose | None = None
    """Câu dẫn, không có dấu hai chấm ở cuối."""
    points: tuple[Prose, ...] = ()
    """Các ý, viết thường, không chấm cuối."""
    acts: tuple[Act, ...] = ()
    """Các việc thuộc đề mục."""
    open: Flag = False
    """yes nếu danh sách của nguồn còn dấu “…”."""


class Question(Part):
    """Một câu hỏi hay một nhóm câu chất vấn, và phần trả lời."""

    id: Identifier | None = None
    """Mã trong bản ghi này."""
    subject: Prose
    """Nội dung được hỏi, viết thường, nối tiếp sau “chất vấn về”."""
    asked_by: tuple[Someone, ...] = ()
    """Người hỏi: tên và chức danh, hoặc nơi đại diện; bỏ trống là “các đại biểu”."""
    asked: tuple[Prose, ...] = ()
    """Các câu hỏi, viết thường."""
    answered_by: Someone | None = None
    """Người trả lời."""
    answers: tuple[Prose, ...] = ()
    """Các ý trả lời, viết thường."""
    promise: Prose | None = None
    """Điều đã hứa, viết thường, nối tiếp sau chữ “hứa”."""
    promised_by: Day | None = None
    """Hạn đã hứa."""
    document: Identifier | None = None
    """Mã của văn bản trả lời, nếu trả lời bằng văn bản."""

    def people(self) -> Iterator[tuple[Part, str, str | None]]:
        """Whoever asked and answered, with the title printed beside the name."""
        for asker in self.asked_by:
            yield from asker.people()
        if self.answered_by:
            yield from self.answered_by.people()
