"""Clues that do not come through intake, from all sources of the book of rules."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import httpx
import pytest

from casework.domain.clue import ClueSource

from tests.casework.story import do
from tests.support.house import House

FACTS = {"source": "audit_transfer", "facts": "审计发现某单位违规发放津贴补贴，涉及人员若干。"}


async def create(
    house: House, login: str = "caseman.city", key: str | None = None, **body: Any
) -> httpx.Response:
    """Register a clue by hand."""
    headers = house.headers(login, key=key or str(uuid4()))
    return await house.http.post("/v1/clues", headers=headers, json={**FACTS, **body})


@pytest.mark.parametrize("source", list(ClueSource))
async def test_every_source_is_taken(house: House, source: ClueSource) -> None:
    answer = await create(house, source=source.value)

    assert answer.status_code == 201, answer.text
    shown = answer.json()
    assert (shown["state"], shown["source"], shown["report_id"]) == ("registered", source.value, None)
    assert answer.headers["Location"].endswith(shown["id"])


async def test_numbers_run_without_gaps_and_a_refused_clue_takes_none(house: House) -> None:
    first = (await create(house)).json()["number"]
    refused = await create(house, to="city-office-99")
    second = (await create(house)).json()["number"]

    assert (refused.status_code, refused.json()["code"]) == (409, "organisation_unknown")
    assert (first, second) == ("city-clue-2026-0001", "city-clue-2026-0002")


async def test_the_same_key_registers_once(house: House) -> None:
    key = str(uuid4())
    first, again = await create(house, key=key), await create(house, key=key)

    assert first.json() == again.json()
    assert again.headers["Idempotency-Replayed"] == "true"
    assert (await house.get("caseman.city", "/v1/clues/_count")).json()["count"] == 1


@pytest.mark.parametrize("login", ["petition.city", "sysadmin", "principal.city", "review.city"])
async def test_nobody_else_registers(house: House, login: str) -> None:
    assert (await create(house, login)).status_code == 403


async def test_what_is_about_lies_sealed_and_opens_for_who_handles_it(house: House) -> None:
    subjects = [{"name": "（化名）王某", "organisation": "某局", "position": "科长"}]
    created = await create(house, subjects=subjects, to="city-office-1", amount=116_000_00)
    clue = f"clues/{created.json()['id']}"
    await do(house, "caseman.city", clue, "propose-allocation")
    await do(house, "caseman.city", clue, "allocate")

    office = (await house.get("office1.handler", f"/v1/{clue}")).json()
    ledger = (await house.get("caseman.city", f"/v1/{clue}")).json()

    papers = {one["kind"]: one["fields"] for one in office["papers"]}
    assert papers["facts"] == {"facts": FACTS["facts"], "subjects": subjects}
    assert (office["amount"], ledger["papers"]) == (116_000_00, [])


async def test_a_clue_from_inspection_must_be_answered_in_three_months(house: House) -> None:
    shown = (await create(house, source="inspection_transfer")).json()

    assert {clock["rule"]: clock["due_on"] for clock in shown["clocks"]} == {"DL-40": "2026-06-02"}


async def test_other_open_clues_about_the_same_unit_are_counted(house: House) -> None:
    await create(house, subject_organisations=["bureau-housing"])
    told = "某镇干部在拆迁补偿中为亲属虚增面积，套取补偿款，群众多次反映未得到处理。"
    await create(house, subject_organisations=["district-1"], facts=told)
    created = await create(house, subject_organisations=["bureau-housing"])
    third = f"clues/{created.json()['id']}"

    shown = await do(house, "caseman.city", third, "propose-allocation", to="city-office-1")

    assert shown["overlaps"] == 1


async def test_a_clue_that_names_no_office_needs_one_to_be_allocated(house: House) -> None:
    clue = f"clues/{(await create(house)).json()['id']}"

    refused = await house.act("caseman.city", clue, "propose-allocation", {"opinion": "请定"})

    assert (refused.status_code, refused.json()["code"]) == (409, "office_missing")


async def test_bad_input_is_named_and_the_future_is_refused(house: House) -> None:
    wrong = await create(house, source="rumour", facts="短", surprise=1)
    future = await create(house, received_on="2026-03-03")

    assert {one["pointer"] for one in wrong.json()["errors"]} >= {"/source", "/facts", "/surprise"}
    assert (future.status_code, future.json()["errors"][0]["pointer"]) == (400, "/received_on")


async def test_codes_no_list_has_are_named_one_by_one(house: House) -> None:
    answer = await create(house, field="nonsense", problem_types=["gifts", "nothing"])

    assert answer.status_code == 400
    assert {(one["pointer"], one["code"]) for one in answer.json()["errors"]} == {
        ("/field", "unknown_code"),
        ("/problem_types/1", "unknown_code"),
    }
