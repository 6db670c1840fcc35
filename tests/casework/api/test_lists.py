"""Lists and counts of clues, verifications and talks."""

from __future__ import annotations

from io import BytesIO

import openpyxl

from shared.sheets.listing import XLSX

from tests.casework.neighbours import Neighbours
from tests.casework.story import allocated, registered, verifying
from tests.casework.usecases.test_register_clue import create
from tests.support.house import House


async def test_filters_narrow_the_list_and_repeated_ones_widen_it(house: House) -> None:
    await registered(house)
    await allocated(house)
    await create(house, source="media")

    async def count(**filters: object) -> int:
        shown = (await house.get("caseman.city", "/v1/clues/_count", **filters)).json()
        return int(shown["count"])

    assert await count() == 3
    assert await count(state="registered") == 2
    assert await count(state=["registered", "allocated"]) == 3
    assert await count(source="media") == 1
    assert await count(received_from="2026-03-03") == 0
    assert await count(received_to="2026-03-02") == 3
    assert await count(number="city-clue-2026-0002") == 1
    assert await count(overdue="true") == 0


async def test_a_misspelt_filter_is_refused_instead_of_showing_everything(house: House) -> None:
    answer = await house.get("caseman.city", "/v1/clues", sate="registered")

    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (400, "/sate")


async def test_pages_follow_each_other_without_gap_or_repetition(house: House) -> None:
    made = [(await create(house)).json()["id"] for _ in range(5)]

    seen, cursor = [], None
    while True:
        extra: dict[str, str] = {"cursor": cursor} if cursor else {}
        page = (await house.get("caseman.city", "/v1/clues", limit=2, **extra)).json()
        seen += [one["id"] for one in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break

    assert sorted(seen) == sorted(made)
    assert len(seen) == len(set(seen))


async def test_lists_open_no_papers(house: House) -> None:
    await verifying(house)

    clue = (await house.get("office1.handler", "/v1/clues")).json()["items"][0]
    verification = (await house.get("office1.handler", "/v1/verifications")).json()["items"][0]

    assert (clue["papers"], verification["papers"], verification["members"]) == ([], [], [])


async def test_verifications_are_found_by_their_clue(house: House) -> None:
    clue, verification = await verifying(house)
    await verifying(house)

    found = (await house.get("office1.head", "/v1/verifications", clue_id=clue.split("/")[1])).json()["items"]

    assert [one["id"] for one in found] == [verification.split("/")[1]]
    assert (await house.get("office1.head", "/v1/verifications/_count", state="verifying")).json()[
        "count"
    ] == 2
    assert (await house.get("office1.head", "/v1/talk-inquiries/_count")).json()["count"] == 0


async def test_the_tables_of_the_process_are_served(house: House) -> None:
    names = [one["name"] for one in (await house.http.get("/v1/lifecycles")).json()["items"]]
    clue = (await house.http.get("/v1/lifecycles/clue")).json()

    assert names[:3] == ["clue", "verification", "talk_inquiry"]
    assert {row["rule"] for row in clue["rows"]} >= {"C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9", "D1"}
    assert "under_assessment --> disposal_proposed: propose_disposal [S2]" in clue["mermaid"]


async def test_the_ledger_names_organisations_and_goes_by_codes_without_identity(
    house: House, neighbours: Neighbours
) -> None:
    await allocated(house)

    async def offices() -> tuple[object, object]:
        headers = {**house.headers("caseman.city"), "Accept": XLSX}
        taken = await house.http.get("/v1/clues", headers=headers)
        rows = list(openpyxl.load_workbook(BytesIO(taken.content)).worksheets[0].values)
        first = dict(zip(rows[0], rows[1], strict=True))
        return first["主办部门"], first["区（市）"]

    assert await offices() == ("机构city-office-1", "机构district-1")
    neighbours.is_down = True
    assert await offices() == ("city-office-1", "district-1")
