"""What intake chased in vain, or found concentrated, becomes a draft here, once; the office decides about it."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest

from rectification.usecases.follow import follows
from shared.db import Scope
from shared.feed.consume import Event

from tests.rectification.story import COMMISSION, do, fed_back
from tests.support.house import House

ESCALATED: dict[str, Any] = {
    "state": "escalated",
    "holder": "city/city-petition",
    "into": "supervisory_recommendation",
    "to": "government:bureau-housing",
    "of": "demand",
    "object_id": str(uuid4()),
    "number": "city-petition-urging-2026-0003",
    "level": "red",
    "basis": "overdue",
    "due_on": "2026-02-20",
}
ISSUED = {
    "holder": "city/city-petition",
    "units_to_recommend": ["bureau-housing", "party-bureau-health", "city-office-1", "nowhere"],
    "period_from": "2026-01-01",
    "period_to": "2026-02-28",
}


async def tell(house: House, name: str, data: dict[str, Any], subject: UUID) -> None:
    """Let intake tell something, and tell it again."""
    handler = follows(house.desk)["intake"][name]
    for sequence in (1, 2):
        async with house.desk.db.transaction(Scope("worker")) as tx:
            await handler.apply(tx, Event(sequence, name, str(subject), data), None)


async def drafts(house: House, login: str, collection: str) -> list[tuple[str, str, str]]:
    items = (await house.get(login, f"/v1/{collection}")).json()["items"]
    return sorted((one["kind"], one["addressee"], one["state"]) for one in items)


async def test_an_urging_nobody_answered_becomes_a_draft_that_the_office_completes(house: House) -> None:
    urging = uuid4()
    await tell(house, "urging.escalated", ESCALATED, urging)

    (one,) = (await house.get(COMMISSION, "/v1/recommendations")).json()["items"]
    thing = f"recommendations/{one['id']}"
    shown = (await house.get(COMMISSION, f"/v1/{thing}")).json()
    (letter,) = shown["papers"]
    assert (shown["state"], shown["origin_type"], shown["origin_id"]) == ("drafted", "urging", str(urging))
    assert (letter["made_by"], letter["fields"]["advice"]) == ("system", "")
    assert letter["fields"]["facts"] == (
        "督办事项（city-petition-urging-2026-0003）应于2026-02-20前答复，经催办、督办仍未答复。"
    )
    assert (await house.get("housing1.clerk", f"/v1/{thing}")).status_code == 404
    assert (await house.get("petition.city", f"/v1/{thing}")).status_code in (403, 404)

    refused = await house.act("review.city", thing, "check-legality", {})
    assert refused.json()["code"] == "letter_incomplete"
    await do(house, COMMISSION, thing, "revise-draft", problems="办理责任未落实。", advice="限期办结并答复。",
             reply_by="2026-04-15")  # fmt: skip
    assert (await do(house, "review.city", thing, "check-legality"))["state"] == "legal_checked"


@pytest.mark.parametrize(("into", "to", "collection", "kind"), [
    ("discipline_recommendation", "party:party-bureau-housing", "recommendations", "discipline"),
    ("discipline_recommendation", "government:bureau-housing", "recommendations", "supervisory"),
    ("supervisory_recommendation", "city:district-1/district-1-petition", "reminders", "work_reminder"),
    ("reminder_interview", "government:bureau-housing", "reminders", "reminder_interview"),
])  # fmt: skip
async def test_what_is_drafted_fits_whom_it_is_for(
    house: House, into: str, to: str, collection: str, kind: str
) -> None:
    await tell(house, "urging.escalated", {**ESCALATED, "into": into, "to": to}, uuid4())

    assert await drafts(house, COMMISSION, collection) == [
        (kind, to.replace(":", "/").split("/")[-1], "drafted")
    ]


async def test_the_office_that_supervises_the_addressee_decides_else_the_first_of_the_organ(
    house: House,
) -> None:
    thing = await fed_back(house)
    await do(house, "inspection.office", thing, "revise", unit="bureau-housing", opinion="补登所在单位",
             commission_office="group-1")  # fmt: skip
    await tell(house, "urging.escalated", ESCALATED, uuid4())
    await tell(house, "urging.escalated", {**ESCALATED, "to": "government:bureau-health"}, uuid4())

    assert await drafts(house, COMMISSION, "recommendations") == [("supervisory", "bureau-health", "drafted")]
    assert await drafts(house, "group1.lead", "recommendations") == [
        ("supervisory", "bureau-housing", "drafted")
    ]


async def test_a_harder_urging_or_what_names_nobody_here_drafts_nothing(house: House) -> None:
    for more in ({"into": "urging"}, {"to": "nowhere"}, {"holder": "elsewhere/petition"}, {"into": None}):
        await tell(house, "urging.escalated", {**ESCALATED, **more}, uuid4())
    assert await drafts(house, COMMISSION, "recommendations") == []


async def test_each_unit_an_analysis_names_gets_a_draft_once(house: House) -> None:
    await tell(house, "trend_report.issued", ISSUED, uuid4())
    await tell(house, "trend_report.issued", {"holder": "city/city-petition"}, uuid4())

    assert await drafts(house, COMMISSION, "recommendations") == [
        ("discipline", "party-bureau-health", "drafted"), ("supervisory", "bureau-housing", "drafted"),
    ]  # fmt: skip
