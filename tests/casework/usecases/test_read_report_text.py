"""The text of a report is fetched for a purpose, recorded, and never kept."""

from __future__ import annotations

from uuid import uuid4

import sqlalchemy as sa

from shared.audit.tables import audit_entries

from tests.casework.neighbours import Neighbours
from tests.casework.story import WORKER, allocated, do, tell
from tests.casework.usecases.test_journey import told
from tests.casework.usecases.test_register_clue import create
from tests.support.house import House


async def test_a_handler_reads_the_text_for_a_purpose_and_the_reading_is_recorded(
    house: House, neighbours: Neighbours
) -> None:
    clue = await allocated(house)
    await house.hear()

    without = await house.get("office1.handler", f"/v1/{clue}/report-text")
    read = await house.get("office1.handler", f"/v1/{clue}/report-text", purpose="assess")

    assert without.status_code == 400
    assert read.json()["content"] == "正文只在来信系统。"
    report = (await house.get("office1.handler", f"/v1/{clue}")).json()["report_id"]
    assert neighbours.asked[-1] == f"/v1/reports/{report}/text"
    async with house.desk.db.reader(WORKER) as reader:
        entry = await reader.one(
            sa.select(audit_entries).where(audit_entries.c.action == "clue:read_report_text")
        )
    assert (entry["purpose"], entry["field_group"]) == ("assess", "content")


async def test_case_management_keeps_the_ledger_and_does_not_read_the_text(house: House) -> None:
    clue = await allocated(house)
    await house.hear()

    refused = await house.get("caseman.city", f"/v1/{clue}/report-text", purpose="assess")

    assert refused.status_code == 403


async def test_a_silent_intake_is_a_clear_answer(house: House, neighbours: Neighbours) -> None:
    clue = await allocated(house)
    await house.hear()
    neighbours.is_down = True

    answer = await house.get("office1.handler", f"/v1/{clue}/report-text", purpose="assess")

    assert (answer.status_code, answer.json()["code"]) == (503, "report_text_unavailable")


async def test_a_clue_without_a_report_has_no_text_to_fetch(house: House) -> None:
    clue = f"clues/{(await create(house)).json()['id']}"
    await house.hear()

    answer = await house.get("principal.city", f"/v1/{clue}/report-text", purpose="assess")

    assert answer.status_code == 403


async def test_who_handles_a_clue_of_reprisal_reads_what_was_told_and_found(
    house: House, neighbours: Neighbours
) -> None:
    request = uuid4()
    await tell(
        house, "protection_request.assessed", request, {"is_reprisal": True, "holder": "city/city-petition"}
    )
    (found,) = (await house.get("caseman.city", "/v1/clues")).json()["items"]
    clue = f"clues/{found['id']}"
    await do(house, "caseman.city", clue, "propose-allocation", to="city-office-1")
    await do(house, "caseman.city", clue, "allocate")
    await house.hear()

    read = await house.get("office1.handler", f"/v1/{clue}/reprisal-text", purpose="assess")
    keeper = await house.get("caseman.city", f"/v1/{clue}/reprisal-text", purpose="assess")
    outsider = await house.get("office2.handler", f"/v1/{clue}/reprisal-text", purpose="assess")
    ordinary = await house.get(
        "office1.handler", f"/v1/{await allocated(house)}/reprisal-text", purpose="assess"
    )

    assert read.json() == {"circumstances": "有人上门打听。", "findings": "确有打听。"}
    assert f"/v1/protection-requests/{request}/words" in neighbours.asked
    assert (keeper.status_code, outsider.status_code) == (403, 404)
    assert (ordinary.status_code, ordinary.json()["code"]) == (409, "report_not_linked")
    (event,) = [one for one in await told(house, "clue.allocated") if one["protection_request_ids"]]
    assert event["protection_request_ids"] == [str(request)]
