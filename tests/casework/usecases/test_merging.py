"""Clues about one matter are merged and taken apart again; reports keep their links. Rule: C2."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
import sqlalchemy as sa

from shared.feed.tables import events

from tests.casework.story import allocated, do, registered, tell
from tests.casework.usecases.test_overlaps import clue
from tests.support.house import House


def id_of(thing: str) -> str:
    return thing.split("/")[1]


async def merged(house: House, thing: str, into: str) -> dict[str, Any]:
    return await do(house, "caseman.city", thing, "merge", into=id_of(into), opinion="同一事项")


async def told(house: House, name: str) -> list[dict[str, Any]]:
    async with house.desk.db.reader() as reader:
        rows = await reader.all(
            sa.select(events.c.data)
            .where(events.c.type == f"huiying.casework.{name}.v1")
            .order_by(events.c.inserted)
        )
    return [row["data"] for row in rows]


async def test_the_end_of_the_other_clue_concludes_the_reports_of_both(house: House) -> None:
    first, report = await registered(house)
    main = await allocated(house)
    own = (await house.get("office1.handler", f"/v1/{main}")).json()["report_id"]

    shown = await merged(house, first, main)
    await do(house, "office1.handler", main, "assess", opinion="可查")
    await do(house, "office1.handler", main, "close", ground="untrue")

    assert (shown["state"], shown["merged_into"], shown["report_ids"]) == (
        "merged",
        id_of(main),
        [str(report)],
    )
    assert (await house.get("caseman.city", f"/v1/{main}")).json()["merged"] == [id_of(first)]
    assert sorted((await told(house, "clue.concluded"))[0]["report_ids"]) == sorted([own, str(report)])
    assert (await told(house, "clue.merged"))[0]["office"] == "city/city-office-1"


async def test_unmerging_gives_everything_back(house: House) -> None:
    first, report = await registered(house)
    main = await allocated(house)
    await merged(house, first, main)

    shown = await do(house, "caseman.city", first, "unmerge", opinion="经核对为两件事项")
    again = await merged(house, first, main)
    apart = await do(house, "caseman.city", first, "unmerge", opinion="仍为两件")

    assert (shown["state"], shown["merged_into"], shown["report_ids"]) == ("registered", None, [str(report)])
    assert (again["state"], apart["state"]) == ("merged", "registered")
    assert str(report) not in (await house.get("caseman.city", f"/v1/{main}")).json()["report_ids"]


async def test_an_allocated_clue_goes_back_into_the_ledger_and_its_office_sees_it_no_longer(
    house: House,
) -> None:
    first = await clue(house, to="city-office-2")
    for action in ("propose-allocation", "allocate"):
        await do(house, "caseman.city", first, action)
    main = await allocated(house)

    shown = await merged(house, first, main)

    assert (shown["holder"], [one["state"] for one in shown["clocks"]]) == ("city-case-management", ["met"])
    assert (await house.get("office2.handler", f"/v1/{first}")).status_code == 404
    papers = (await house.get("office1.handler", f"/v1/{main}")).json()["papers"]
    assert "审计发现" in next(one for one in papers if one["kind"] == "merged")["fields"]["facts"]


async def test_whoever_must_keep_away_from_one_keeps_away_from_both(house: House) -> None:
    first, _ = await registered(house)
    main = await allocated(house)
    body = {"officer": "office1.handler2", "ground": "interest", "keeps_away": True}
    headers = house.headers("principal.city", key=str(uuid4()))
    await house.http.post(f"/v1/{first}/recusals", headers=headers, json=body)

    await merged(house, first, main)

    assert (await house.get("office1.handler2", f"/v1/{main}")).status_code == 404
    assert (await house.get("office1.handler", f"/v1/{main}")).status_code == 200


async def test_chains_are_taken_apart_from_the_end(house: House) -> None:
    first, report = await registered(house)
    second, _ = await registered(house)
    main = await allocated(house)
    await merged(house, first, second)
    await merged(house, second, main)

    refused = await house.act("caseman.city", first, "unmerge", {})

    assert str(report) in (await house.get("office1.handler", f"/v1/{main}")).json()["report_ids"]
    assert (refused.status_code, refused.json()["code"]) == (409, "merge_target_merged")


@pytest.mark.parametrize("code", ["merge_with_itself", "merge_target_unknown", "merge_target_ended"])
async def test_what_a_clue_cannot_go_into(house: House, code: str) -> None:
    first, _ = await registered(house)
    ended = await allocated(house)
    await do(house, "office1.handler", ended, "assess", opinion="失实")
    await do(house, "office1.handler", ended, "close")
    into = {
        "merge_with_itself": id_of(first),
        "merge_target_unknown": str(uuid4()),
        "merge_target_ended": id_of(ended),
    }

    answer = await house.act("caseman.city", first, "merge", {"into": into[code]})

    assert (answer.status_code, answer.json()["code"]) == (409, code)


async def test_a_report_that_is_transferred_again_feeds_the_merged_clue_and_no_new_one(house: House) -> None:
    first, report = await registered(house)
    main = await allocated(house)
    await merged(house, first, main)

    await tell(house, "report.transferred", report, {"to": "city/city-office-1", "category": "accusation",
               "problem_types": [], "region": None, "field": None, "named": False})  # fmt: skip

    assert (await house.get("caseman.city", "/v1/clues/_count")).json()["count"] == 2


async def test_a_handler_merges_nothing(house: House) -> None:
    main, other = await allocated(house), await allocated(house)

    answer = await house.act("office1.handler", main, "merge", {"into": id_of(other)})

    assert answer.status_code == 403
