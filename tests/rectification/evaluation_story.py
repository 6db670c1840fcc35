"""Steps of an evaluation, told once for all tests that need one somewhere on its way."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from rectification.domain.evaluation import marked_items
from rectification.domain.evaluation_index import Source
from rectification.store.indexes import shipped_indexes
from shared.directory.officers import OfficerName
from shared.recusal.declared import DeclarationsClient, FormerPost, RecusalFacts, Relation

from tests.rectification.story import CLERK, COMMISSION, DEPARTMENT, OFFICE, do, supervised
from tests.support.cast import people
from tests.support.house import House

LEADER, SECOND = "evaluator1", "evaluator2"
INDEX = shipped_indexes()["default", "1"]
TEAM = {"leader": LEADER, "evaluators": [LEADER, SECOND]}
SCORERS = (("central", LEADER), ("central", SECOND), ("daily", COMMISSION), ("daily", DEPARTMENT))


class Identity(DeclarationsClient):
    """Identity as it answers here: everybody of the cast, posts held before and relations."""

    def __init__(self, declared: dict[str, FormerPost | Relation]) -> None:
        super().__init__("identity", "http://identity")
        self._declared = {_id(login): one for login, one in declared.items()}

    async def name(self, *, ids: list[UUID], logins: list[str]) -> list[OfficerName]:
        """Return those of the cast."""
        return [
            OfficerName(id=_id(one), login=one, name=one, path=people()[one].organisation, state="active")
            for one in (*map(str, ids), *logins)
            if one in people()
        ]

    async def recusal_facts(self, officer_id: UUID) -> RecusalFacts:
        """Return what was declared."""
        one = self._declared.get(officer_id)
        return RecusalFacts(
            officer_id=officer_id,
            name=str(officer_id),
            relations=[one] if isinstance(one, Relation) else [],
            former_posts=[one] if isinstance(one, FormerPost) else [],
        )


def _id(login: str) -> UUID:
    return uuid5(NAMESPACE_URL, login)


def know(house: House, declared: dict[str, FormerPost | Relation] | None = None) -> None:
    """Let identity answer, with what was declared by login."""
    house.desk.clients["identity"] = Identity(declared or {})  # type: ignore[index]


async def begun(house: House, **more: Any) -> tuple[str, str]:
    """Return organisation and evaluation of a matter whose evaluation has begun, as paths."""
    know(house)
    thing = await supervised(house, **more)
    await do(house, OFFICE, thing, "begin-evaluation")
    query = {"inspected_organization_id": thing.split("/")[1]}
    (evaluation,) = (await house.get(OFFICE, "/v1/evaluations", **query)).json()["items"]
    return thing, f"evaluations/{evaluation['id']}"


async def in_scoring(house: House, **more: Any) -> tuple[str, str]:
    """Return both when the organisation has assessed itself."""
    thing, evaluation = await begun(house, **more)
    await do(house, OFFICE, evaluation, "form-team", **TEAM)
    await do(house, OFFICE, evaluation, "invite-self-assessment")
    await do(house, CLERK, evaluation, "submit-self-assessment", text="我局党组整改自评情况如下。")
    return thing, evaluation


def marks(source: str, share: str = "0.5", **other: str | None) -> dict[str, Any]:
    """Return marks for every item of a source: a share of the maximum, and others by item (`A1_1`)."""
    special = {name.replace("_", "."): points for name, points in other.items()}
    given = [
        {
            "item": one.code,
            "points": special.get(one.code, str(round(Decimal(share) * one.points, 2))),
            "reason": "依据台账和现场情况评分。",
        }
        for one in marked_items(INDEX, Source(source))
    ]
    return {"source": source, "marks": given}


async def marked(house: House, evaluation: str, share: str = "0.5") -> None:
    """Let all four give every mark, and finish."""
    for source, login in SCORERS:
        await do(house, login, evaluation, "give-marks", **marks(source, share))
        await do(house, login, evaluation, "submit-marks", source=source)


async def drafted(house: House, share: str = "0.5", **more: Any) -> tuple[str, str]:
    """Return both with the draft report in the organisation's hands."""
    thing, evaluation = await in_scoring(house, **more)
    await marked(house, evaluation, share)
    await do(house, LEADER, evaluation, "moderate")
    await do(house, LEADER, evaluation, "draft-report", text="评估报告（征求意见稿）全文。")
    return thing, evaluation


async def confirmed(house: House, share: str = "0.5", **more: Any) -> tuple[str, str]:
    """Return both with the result confirmed; nobody objected."""
    thing, evaluation = await drafted(house, share, **more)
    house.clock.move(timedelta(days=10))
    await do(house, OFFICE, evaluation, "hear-opinion")
    await do(house, OFFICE, evaluation, "confirm")
    return thing, evaluation
