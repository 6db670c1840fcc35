"""Casework and rectification, both real: a case has a recommendation drafted, and hears when it was closed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest_asyncio

from casework.clients.identity import IdentityClient
from casework.clients.intake import IntakeClient
from casework.clients.rectification import RectificationClient
from casework.usecases.follow import follows
from shared.clock import FakeClock
from shared.feed.consume import Follower
from shared.http.client import JsonObject

from tests.casework.case_story import HANDLER, executing, move
from tests.casework.neighbours import Neighbours
from tests.contracts.conftest import HouseTokens, OpenHouses
from tests.rectification.story import COMMISSION, do, submitted
from tests.rectification.test_recommendations import BODY, DEPARTMENT
from tests.support.house import House

LETTER = {name: value for name, value in BODY.items() if name != "origin"}


@dataclass
class Pair:
    """Both services; casework follows rectification."""

    casework: House
    rectification: House
    follower: Follower

    async def settle(self) -> None:
        """Let rectification seal what happened, and casework hear of it."""
        await self.rectification.seal()
        await self.follower.step()


@pytest_asyncio.fixture
async def pair(open_houses: OpenHouses, clock: FakeClock) -> Pair:
    """Casework and rectification, speaking to each other without sockets."""
    ours, theirs = await open_houses("casework", "rectification")
    await theirs.hear()
    neighbours = Neighbours()
    clients: Any = ours.desk.clients
    clients["identity"] = IdentityClient("identity", "http://identity", transport=neighbours)
    clients["intake"] = IntakeClient("intake", "http://intake", transport=neighbours)
    client = clients["rectification"] = RectificationClient(
        "rectification", "http://house", HouseTokens(theirs, "casework"), transport=theirs.http._transport
    )

    async def fetch(after: int) -> dict[str, Any]:
        return (await client.get("/v1/feed", JsonObject, params={"after": after})).model_dump()

    handlers = follows(ours.desk)["rectification"]
    return Pair(ours, theirs, Follower("rectification", ours.desk.db, clock, fetch, handlers))


async def test_a_case_is_followed_up_by_its_recommendation_until_that_is_closed(pair: Pair) -> None:
    case = await executing(pair.casework)
    (follow_up,) = (await move(pair.casework, HANDLER, case, "draft-recommendation", **LETTER))["follow_ups"]
    recommendation, there = f"recommendations/{follow_up['recommendation_id']}", pair.rectification
    seen = (await there.get(HANDLER, f"/v1/{recommendation}")).json()
    assert (seen["state"], seen["origin_type"], seen["origin_id"]) == ("drafted", "case", case.split("/")[1])

    await do(there, "review.city", recommendation, "check-legality", opinion="要素齐全")
    for action in ("approve", "issue"):
        await do(there, COMMISSION, recommendation, action)
    await do(there, COMMISSION, recommendation, "deliver", received_by="（化名）康某")
    await do(there, DEPARTMENT, recommendation, "acknowledge")
    await do(there, DEPARTMENT, recommendation, "reply", acceptance="accepted", reply="全部采纳，按月推进。")
    shown = await do(there, DEPARTMENT, recommendation, "begin-rectifying")
    item = f"rectification-items/{shown['item_id']}"
    await submitted(there, item, DEPARTMENT)
    await do(there, COMMISSION, item, "verify", method="field", result="制度已施行")
    await do(there, "inspection.office", item, "close")
    await do(there, COMMISSION, recommendation, "verify", result="整改到位")
    await pair.settle()
    before = (await pair.casework.get(HANDLER, f"/v1/{case}")).json()["follow_ups"]
    await do(there, COMMISSION, recommendation, "close")
    for _ in range(2):
        await pair.settle()

    (after,) = (await pair.casework.get(HANDLER, f"/v1/{case}")).json()["follow_ups"]
    assert (before[0]["closed_on"], after["closed_on"]) == (None, "2026-03-02")


async def test_a_recommendation_that_is_withdrawn_follows_nothing_up(pair: Pair) -> None:
    case = await executing(pair.casework)
    (follow_up,) = (await move(pair.casework, HANDLER, case, "draft-recommendation", **LETTER))["follow_ups"]
    recommendation, there = f"recommendations/{follow_up['recommendation_id']}", pair.rectification

    await do(there, HANDLER, recommendation, "withdraw", opinion="情况有变，撤回。")
    for _ in range(2):
        await pair.settle()

    (after,) = (await pair.casework.get(HANDLER, f"/v1/{case}")).json()["follow_ups"]
    assert (after["closed_on"], after["withdrawn_on"]) == (None, "2026-03-02")
