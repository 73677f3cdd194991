"""The word for each legal force of an act."""

from __future__ import annotations

from bantin.dataset.records.observations import Force

FORCES = {
    Force.DECIDED: "Quyết định",
    Force.ADOPTED: "Thông qua",
    Force.APPROVED: "Phê chuẩn",
    Force.ELECTED: "Bầu",
    Force.CONCLUDED: "Kết luận",
    Force.AGREED: "Thống nhất",
    Force.CONFERRED: "Trao",
    Force.REVOKED: "Bãi bỏ",
    Force.CONSIDERED: "Xem xét",
    Force.NOTED: "Ghi nhận",
    Force.DEMANDED: "Yêu cầu",
    Force.PROPOSED: "Đề nghị",
}
"""The word for each legal force, in the order in which acts are printed."""
