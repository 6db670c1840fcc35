"""A joint task's recommendation is drafted in rectification for the officer who logs it: both services real."""

from __future__ import annotations

from typing import Any, NamedTuple
from uuid import uuid4

import pytest_asyncio

from casework.clients.identity import IdentityClient
from casework.clients.intake import IntakeClient
from casework.clients.rectification import RectificationClient

from tests.casework.linkage_story import staffed
from tests.casework.neighbours import Neighbours
from tests.contracts.conftest import HouseTokens, OpenHouses
from tests.support.house import House

LETTER = {
    "kind": "supervisory", "addressee": "bureau-housing", "facts": "窗口办理时限长期未公示。",
    "problems": "政务公开不到位。", "advice": "公示办结时限并自查。", "reply_by": "2026-04-10",
}  # fmt: skip


class Both(NamedTuple):
    """The two services."""

    casework: House
    rectification: House


@pytest_asyncio.fixture
async def both(open_houses: OpenHouses) -> Both:
    """Casework and rectification, speaking to each other without sockets."""
    found = Both(*await open_houses("casework", "rectification"))
    clients: Any = found.casework.desk.clients
    clients["identity"] = IdentityClient("identity", "http://identity", transport=Neighbours())
    clients["intake"] = IntakeClient("intake", "http://intake", transport=Neighbours())
    clients["rectification"] = RectificationClient(
        "rectification", "http://house", HouseTokens(found.rectification, "casework"),
        transport=found.rectification.http._transport,
    )  # fmt: skip
    return found


async def test_a_recommendation_is_drafted_there_once_with_its_origin(both: Both) -> None:
    task, _ = await staffed(both.casework)
    body = {
        "kind": "recommendation", "what": "规范窗口", "credit_owner": "city-office-1", "recommendation": LETTER
    }  # fmt: skip
    headers = both.casework.headers("office1.handler", key=str(uuid4()))

    answers = [
        await both.casework.http.post(f"/v1/{task}/results", headers=headers, json=body) for _ in range(2)
    ]

    assert [one.status_code for one in answers] == [201, 201], answers[0].text
    wanted = answers[0].json()["recommendation_id"]
    found = (await both.rectification.get("office1.handler", "/v1/recommendations")).json()["items"]
    assert [one["id"] for one in found] == [wanted]
    shown = (await both.rectification.get("office1.handler", f"/v1/recommendations/{wanted}")).json()
    assert (shown["state"], shown["origin_type"], shown["origin_id"]) == (
        "drafted", "linkage_task", task.split("/")[1],
    )  # fmt: skip


async def test_who_may_not_draft_there_is_told_so_here_and_logs_nothing(both: Both) -> None:
    task, _ = await staffed(both.casework)
    body = {
        "kind": "recommendation", "what": "规范窗口", "credit_owner": "city-office-1", "recommendation": LETTER
    }  # fmt: skip
    for letter in ({"addressee": "nowhere"}, {"kind": "discipline"}):
        headers = both.casework.headers("office1.handler", key=str(uuid4()))
        wrong = {**body, "recommendation": {**LETTER, **letter}}
        refused = await both.casework.http.post(f"/v1/{task}/results", headers=headers, json=wrong)
        assert (refused.status_code, refused.json()["code"]) == (409, "recommendation_refused")
    assert (await both.casework.get("office1.head", f"/v1/{task}/results")).json()["items"] == []
