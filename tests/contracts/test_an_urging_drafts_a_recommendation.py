"""What intake says when a red urging stays unanswered is enough for rectification to draft what follows."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

import pytest_asyncio
import sqlalchemy as sa

from rectification.usecases.follow import follows
from shared.db import Scope
from shared.feed.consume import Event
from shared.feed.tables import events
from shared.http.client import ServiceClient

from tests.contracts.conftest import OpenHouses
from tests.intake.usecases.story import do, forwarded
from tests.intake.usecases.test_urgings import issued
from tests.support.house import House

WORKER = Scope("worker")


class Both(NamedTuple):
    """The two services."""

    intake: House
    rectification: House


@pytest_asyncio.fixture
async def both(open_houses: OpenHouses) -> Both:
    """Intake and rectification at the same time of day."""
    found = Both(*await open_houses("intake", "rectification"))
    found.rectification.desk.clients["identity"] = ServiceClient("identity", "http://identity")  # type: ignore[index]
    return found


async def test_a_recommendation_is_drafted_there_that_names_the_urging_and_nothing_of_the_matter(
    both: Both,
) -> None:
    _, demand = await forwarded(both.intake)
    urging = await issued(both.intake, demand, level="red")
    both.intake.clock.move(timedelta(days=20))
    await both.intake.hear()
    await both.rectification.hear()
    chased = await do(both.intake, "petition.city", urging, "escalate", into="supervisory_recommendation")

    await _tell(both)

    (found,) = (await both.rectification.get("office1.handler", "/v1/recommendations")).json()["items"]
    shown = (await both.rectification.get("office1.handler", f"/v1/recommendations/{found['id']}")).json()
    (letter,) = shown["papers"]
    assert (shown["kind"], shown["addressee"], shown["origin_type"], shown["origin_id"]) == (
        "supervisory", "district-1-housing", "urging", urging.split("/")[1],
    )  # fmt: skip
    assert letter["fields"]["facts"] == (
        f"督办事项（{chased['number']}）应于{chased['due_on']}前答复，经催办、督办仍未答复。"
    )


async def _tell(both: Both) -> None:
    """Pass on what intake told of urgings, as the feed does."""
    async with both.intake.desk.db.reader(WORKER) as reader:
        told = await reader.all(sa.select(events).where(events.c.type.like("%urging.escalated%")))
    handler = follows(both.rectification.desk)["intake"]["urging.escalated"]
    for number, row in enumerate(told, 1):
        async with both.rectification.desk.db.transaction(WORKER) as tx:
            event = Event(number, "urging.escalated", str(row["subject"]), row["data"])
            await handler.apply(tx, event, None)
