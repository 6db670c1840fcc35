"""The life of a text for the public board (公开), as one table: written for publication and approved apart from the answer.

Rule: the board is a default of this product (P).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto
from uuid import UUID

from shared.auth.roles import Role
from shared.lifecycle import SYSTEM, Guard, Lifecycle, Row, by


class PublicationState(StrEnum):
    """Where a text stands."""

    DRAFTED = auto()
    PUBLISHED = auto()
    DISCARDED = auto()
    WITHDRAWN = auto()


class PublicationAction(StrEnum):
    """What can be done with a text."""

    REVISE = auto()
    PUBLISH = auto()
    DISCARD = auto()
    WITHDRAW = auto()


@dataclass(frozen=True, slots=True)
class Publication:
    """What the public is to read of one answered demand: nothing of who asked."""

    id: UUID
    number: str | None
    state: str
    version: int
    holder_path: str
    secrecy: str
    demand_id: UUID
    field: str | None
    region: str | None
    request: str
    answer: str
    published_on: date | None = None


@dataclass(frozen=True, slots=True)
class PublicationFacts:
    """What the guards of a text look at."""

    is_answered: bool = True
    is_quoted: bool = False


is_answered = Guard("demand_not_answered", lambda f: f.is_answered)
is_not_quoted = Guard("report_is_quoted", lambda f: not f.is_quoted)

S, A = PublicationState, PublicationAction
OFFICER = by(Role.PETITION_OFFICER)

LABELS = {
    S.DRAFTED: ("已拟稿", "Drafted"),
    S.PUBLISHED: ("已公开", "Published"),
    S.DISCARDED: ("不予公开", "Discarded"),
    S.WITHDRAWN: ("已撤下", "Withdrawn"),
    A.REVISE: ("修改", "Revise"),
    A.PUBLISH: ("公开", "Publish"),
    A.DISCARD: ("不予公开", "Discard"),
    A.WITHDRAW: ("撤下", "Withdraw"),
}

# fmt: off
PUBLICATION = Lifecycle(
    name="publication", title=("答复公开", "Publication"), initial=S.DRAFTED, final=[S.DISCARDED, S.WITHDRAWN],
    labels=LABELS, rows=[
    Row("PB-1", (S.DRAFTED,),   A.REVISE,   S.DRAFTED,   OFFICER),
    Row("PB-2", (S.DRAFTED,),   A.PUBLISH,  S.PUBLISHED, OFFICER, ("S2",), needs=(is_answered, is_not_quoted)),
    Row("PB-3", (S.DRAFTED,),   A.DISCARD,  S.DISCARDED, OFFICER),
    Row("PB-4", (S.PUBLISHED,), A.WITHDRAW, S.WITHDRAWN, (*OFFICER, SYSTEM)),
])
# fmt: on
