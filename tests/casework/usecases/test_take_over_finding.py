"""A clue from inspection: its words stay in rectification, and open to whoever handles it here. Rule: F11, C1, 1.6."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa

from casework.usecases.recusals.screen_clues import screen_clues
from shared.audit.tables import audit_entries

from tests.casework.neighbours import Neighbours
from tests.casework.story import WORKER, do, tell
from tests.support.cast import actor
from tests.support.house import House

TRANSFERRED = {"region": "district-1", "field": None, "transferred_on": "2026-02-27"}
SUBJECT = {"name": "（化名）何某", "organisation": "某中心", "position": "主任"}


async def taken_over(house: House) -> tuple[str, UUID]:
    """Return a clue that inspection handed over, and the entry of its list."""
    finding = uuid4()
    await tell(house, "finding.clue_transferred", finding, TRANSFERRED, source="rectification")
    found = (await house.get("principal.city", "/v1/clues", source="inspection_transfer")).json()["items"]
    return f"clues/{found[0]['id']}", finding


@pytest.fixture
def inspected(neighbours: Neighbours) -> Neighbours:
    """Let inspection name somebody."""
    neighbours.inspected = [SUBJECT]
    return neighbours


async def test_its_handler_reads_what_inspection_wrote_and_nothing_is_kept(
    house: House, inspected: Neighbours
) -> None:
    clue, finding = await taken_over(house)
    await do(house, "caseman.city", clue, "propose-allocation", to="city-office-1")
    await do(house, "caseman.city", clue, "allocate")
    await house.hear()

    path = f"/v1/{clue}/inspection-text"
    read = await house.get("office1.handler", path, purpose="assess")
    refused = [(await house.get(login, path, purpose="assess")).status_code
               for login in ("caseman.city", "office2.handler")]  # fmt: skip
    other = await house.get("office1.handler", path, purpose="assess", transferred_clue_id=str(uuid4()))

    assert (read.status_code, read.json()) == (
        200,
        {"transferred_clue_id": str(finding), "facts": "巡察发现的线索内容。", "subjects": [SUBJECT]},
    )
    assert inspected.asked[-1] == f"/v1/transferred-clues/{finding}/text"
    assert refused == [403, 404]
    assert (other.status_code, other.json()["code"]) == (409, "inspection_clue_not_linked")
    assert (await house.get("office1.handler", path)).status_code == 400
    async with house.desk.db.reader(WORKER) as reader:
        entries = await reader.all(
            sa.select(audit_entries).where(audit_entries.c.action == "clue:read_inspection_text")
        )
    assert [(one["purpose"], one["details"]["finding"]) for one in entries] == [("assess", str(finding))]


async def test_a_silent_or_refusing_inspection_is_a_clear_answer(house: House, inspected: Neighbours) -> None:
    clue, _ = await taken_over(house)
    await do(house, "caseman.city", clue, "propose-allocation", to="city-office-1")
    await do(house, "caseman.city", clue, "allocate")
    await house.hear()
    inspected.refuses = 403
    refused = await house.get("office1.handler", f"/v1/{clue}/inspection-text", purpose="assess")
    inspected.silent = "/v1/transferred-clues/"
    silent = await house.get("office1.handler", f"/v1/{clue}/inspection-text", purpose="assess")

    assert refused.status_code == 403
    assert (silent.status_code, silent.json()["code"]) == (503, "report_text_unavailable")


async def test_a_relative_of_whom_inspection_names_is_not_given_it(
    house: House, inspected: Neighbours
) -> None:
    clue, _ = await taken_over(house)
    await do(house, "caseman.city", clue, "propose-allocation", to="city-office-1")
    inspected.relations["office1.handler"] = [
        {"kind": "spouse", "name": SUBJECT["name"], "organisation": None, "unit": None}
    ]

    refused = await house.act("caseman.city", clue, "allocate", {"handlers": ["office1.handler"]})

    assert (refused.status_code, refused.json()["code"]) == (409, "recusal_conflict")


async def test_an_officer_of_that_name_never_sees_it(house: House, neighbours: Neighbours) -> None:
    neighbours.inspected = [{**SUBJECT, "name": "人员caseman.city"}]

    clue, _ = await taken_over(house)

    assert (await house.get("caseman.city", f"/v1/{clue}")).status_code == 404
    assert (await house.get("principal.city", f"/v1/{clue}")).status_code == 200


async def test_it_is_found_by_who_it_is_about(house: House, inspected: Neighbours) -> None:
    await taken_over(house)
    await house.hear()

    headers = house.headers("group1.lead", key=str(uuid4()))
    body = {"name": SUBJECT["name"], "organisation": SUBJECT["organisation"], "purpose": "verification"}
    told = (await house.http.post("/v1/clue-inquiries", headers=headers, json=body)).json()

    assert told["answer"] == "contact_owner", told


async def test_while_inspection_is_silent_it_is_registered_and_screened_later(
    house: House, neighbours: Neighbours
) -> None:
    neighbours.inspected = [{**SUBJECT, "name": "人员office1.head"}]
    neighbours.silent = "/v1/transferred-clues/"
    clue, _ = await taken_over(house)
    assert await screen_clues(house.desk) is False
    neighbours.silent = ""

    await screen_clues(house.desk)

    headers = house.headers("principal.city", key=str(uuid4()))
    body = {"officer": actor("office1.head").id, "keeps_away": True}
    assert (await house.http.post(f"/v1/{clue}/recusals", headers=headers, json=body)).status_code == 201
    await do(house, "caseman.city", clue, "propose-allocation", to="city-office-1")
    answer = await house.act("caseman.city", clue, "allocate", {"handlers": ["office1.head"]})
    assert (answer.status_code, answer.json()["code"]) == (409, "recusal_conflict")
