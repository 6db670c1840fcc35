"""One report may tell several matters: further clues are split off, and the report is settled with the last. Rule: A13."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from tests.casework.neighbours import Neighbours
from tests.casework.story import MEETING, allocated, assessed, do, registered, tell
from tests.casework.usecases.test_merging import id_of, merged, told
from tests.support.house import House

HANDLER, KEEPER = "office1.handler", "caseman.city"
OTHER = {"facts": "举报中另反映（化名）钱某违规收受礼金，与前一事项无关联。", "opinion": "两件事项"}
QIAN = {"name": "（化名）钱某", "organisation": "某中心", "position": "主任"}


async def split(house: House, login: str, thing: str, **body: Any) -> str:
    """Split a clue off; return it as case management finds it."""
    before = (await house.get(login, f"/v1/{thing}")).json()
    shown = await do(house, login, thing, "split", **{**OTHER, **body})
    assert (shown["state"], shown["version"]) == (before["state"], before["version"] + 1)
    return f"clues/{shown['split_into'][-1]}"


async def taken_to_its_end(house: House, thing: str, office: str, ground: str) -> dict[str, Any]:
    """Let an office of the city take a clue up and close it; return what intake is told of the end."""
    await do(house, KEEPER, thing, "propose-allocation", to=f"city-{office}")
    await do(house, KEEPER, thing, "allocate")
    return await closed(house, thing, f"{office.replace('-', '')}.handler", ground)


async def closed(house: House, thing: str, login: str, ground: str) -> dict[str, Any]:
    await read_into(house, thing, login)
    assert (await do(house, login, thing, "close", ground=ground))["state"] == "closed"
    return (await told(house, "clue.concluded"))[-1]


async def read_into(house: House, thing: str, login: str) -> None:
    answer = await house.act(login, thing, "assess", {"opinion": "可查"})
    assert (await house.sign(login.replace("handler", "head"), answer)).status_code == 200


async def test_a_further_clue_stands_in_the_ledger_and_comes_from_the_same_report(house: House) -> None:
    clue = await assessed(house)
    report = (await house.get(HANDLER, f"/v1/{clue}")).json()["report_id"]

    further = await split(house, HANDLER, clue, subjects=[QIAN])

    shown = (await house.get(KEEPER, f"/v1/{further}")).json()
    assert (shown["state"], shown["holder"], shown["office"]) == (
        "registered",
        "city-case-management",
        "city-office-1",
    )
    assert (shown["report_ids"], shown["split_from"], shown["source"]) == ([report], id_of(clue), "report")
    assert (await told(house, "clue.registered"))[-1]["report_ids"] == [report]
    assert shown["number"].endswith("0002")


async def test_the_report_is_settled_when_the_last_clue_that_uses_it_ends(house: House) -> None:
    clue = await allocated(house)
    report = (await house.get(HANDLER, f"/v1/{clue}")).json()["report_id"]
    further = await split(house, KEEPER, clue)

    first = await closed(house, clue, HANDLER, "untrue")
    last = await taken_to_its_end(house, further, "office-2", "already_handled")

    assert (first["report_ids"], first["report_id"], first["truth_grade"]) == ([], None, "untrue")
    assert first["used_by"] == {report: {id_of(further): None}}
    assert (last["report_ids"], last["used_by"], last["truth_grade"]) == ([report], {}, "basically_true")
    assert last["truth_grades"] == {report: "partly_true"}


async def test_an_allocation_tells_every_office_that_has_a_clue_of_the_report(house: House) -> None:
    clue = await allocated(house)
    report = (await house.get(HANDLER, f"/v1/{clue}")).json()["report_id"]
    further = await split(house, KEEPER, clue, to="city-office-2")
    for action in ("propose-allocation", "allocate"):
        await do(house, KEEPER, further, action)

    used = (await told(house, "clue.allocated"))[-1]["used_by"]

    assert used == {
        report: {id_of(clue): "city/city-office-1", id_of(further): "city/city-office-2"},
    }


async def test_of_two_clues_that_end_at_the_same_moment_one_settles_the_report(house: House) -> None:
    clue = await allocated(house)
    further = await split(house, KEEPER, clue, to="city-office-2")
    for action in ("propose-allocation", "allocate"):
        await do(house, KEEPER, further, action)
    signed = []
    for login, thing in ((HANDLER, clue), ("office2.handler", further)):
        await read_into(house, thing, login)
        body = {"ground": "untrue", "meeting": MEETING}
        signed.append(await house.act(login, thing, "close", body))

    await asyncio.gather(*(house.sign("deputy.city", one) for one in signed))

    ended = await told(house, "clue.concluded")
    assert sorted(len(one["report_ids"]) for one in ended) == [0, 1]


async def test_only_the_reports_named_feed_the_further_clue(house: House) -> None:
    brought, other = await registered(house)
    main = await allocated(house)
    own = (await house.get(HANDLER, f"/v1/{main}")).json()["report_id"]
    await merged(house, brought, main)

    further = await split(house, HANDLER, main, report_ids=[str(other)])
    ended = await closed(house, main, HANDLER, "untrue")

    assert (await house.get(KEEPER, f"/v1/{further}")).json()["report_ids"] == [str(other)]
    assert ended["report_ids"] == [own]


async def test_a_report_reopened_later_counts_what_is_found_out_from_then_on(house: House) -> None:
    clue = await allocated(house)
    report = (await house.get(HANDLER, f"/v1/{clue}")).json()["report_id"]
    await closed(house, clue, HANDLER, "untrue")
    house.clock.move(timedelta(hours=1))
    await tell(
        house, "report.reopened", UUID(report), {"state": "in_disposal", "holder": "city/city-petition"}
    )
    fresh = next(
        one for one in (await house.get(KEEPER, "/v1/clues", report_id=report)).json()["items"]
        if one["state"] == "registered"
    )  # fmt: skip

    last = await taken_to_its_end(house, f"clues/{fresh['id']}", "office-1", "already_handled")

    assert (last["report_ids"], last["truth_grade"], last["truth_grades"]) == ([report], "basically_true", {})


async def reopened(house: House, report: str, **data: Any) -> dict[str, dict[str, Any]]:
    """Take the report up again; return the fresh clues by the clue each goes on from."""
    house.clock.move(timedelta(hours=1))
    told = {"state": "in_disposal", "holder": "city/city-petition", **data}
    await tell(house, "report.reopened", UUID(report), told)
    found = (await house.get(KEEPER, "/v1/clues", report_id=report)).json()["items"]
    return {one["reopened_from"]: one for one in found if one["state"] == "registered"}


async def two_ended(house: House) -> tuple[str, str, str]:
    """Return a report and the two clues it fed, both of them ended."""
    clue = await allocated(house)
    report = (await house.get(HANDLER, f"/v1/{clue}")).json()["report_id"]
    further = await split(house, HANDLER, clue)
    await taken_to_its_end(house, further, "office-1", "already_handled")
    await closed(house, clue, HANDLER, "untrue")
    return report, clue.split("/")[1], further.split("/")[1]


async def test_new_evidence_brings_each_clue_of_the_report_up_again(house: House) -> None:
    report, clue, further = await two_ended(house)

    fresh = await reopened(house, report)

    assert set(fresh) == {clue, further}
    assert await reopened(house, report) == fresh
    told = (await house.get(HANDLER, f"/v1/clues/{further}")).json()["papers"]
    again = f"clues/{fresh[further]['id']}"
    for action in ("propose-allocation", "allocate"):
        await do(house, KEEPER, again, action)
    (facts,) = [
        one["fields"]
        for one in (await house.get(HANDLER, f"/v1/{again}")).json()["papers"]
        if one["kind"] == "facts"
    ]
    assert facts in [one["fields"] for one in told if one["kind"] == "facts"]


async def test_only_the_clues_it_concerns_begin_again_and_later_those_that_ended_last(house: House) -> None:
    report, clue, further = await two_ended(house)

    (fresh,) = (await reopened(house, report, clue_ids=[further])).items()
    again = f"clues/{fresh[1]['id']}"
    await taken_to_its_end(house, again, "office-1", "already_handled")
    later = await reopened(house, report, clue_ids=[str(uuid4())])

    assert fresh[0] == further
    assert set(later) == {clue, fresh[1]["id"]}


async def test_whoever_must_keep_away_from_one_keeps_away_from_the_other(
    house: House, neighbours: Neighbours
) -> None:
    neighbours.subjects = [{**QIAN, "name": "某市副书记", "position": ""}]
    clue = await allocated(house)
    body = {"officer": "office1.handler2", "ground": "interest", "keeps_away": True}
    await house.http.post(
        f"/v1/{clue}/recusals", headers=house.headers("principal.city", key=str(uuid4())), json=body
    )

    further = await split(house, HANDLER, clue)
    for action in ("propose-allocation", "allocate"):
        await do(house, KEEPER, further, action)

    assert (await house.get("office1.handler2", f"/v1/{further}")).status_code == 404
    assert (await house.get(HANDLER, f"/v1/{further}")).status_code == 200


async def test_what_is_about_our_own_staff_goes_to_their_supervisors_and_shows_to_nobody_else(
    house: House,
) -> None:
    clue = await assessed(house)

    further = await split(house, HANDLER, clue, is_own_staff=True)

    seen = {
        login: (await house.get(login, f"/v1/{further}")).status_code
        for login in ("cadre.city", KEEPER, HANDLER, "office1.head")
    }
    assert seen == {"cadre.city": 200, KEEPER: 404, HANDLER: 200, "office1.head": 404}
    for login in (KEEPER, "office1.head"):
        assert (await house.get(login, f"/v1/{clue}")).json()["split_into"] == []


async def test_while_intake_does_not_answer_the_worker_looks_into_it_later(
    house: House, neighbours: Neighbours
) -> None:
    clue = await allocated(house)
    neighbours.silent = "/v1/reports/"

    further = await split(house, KEEPER, clue)

    assert (await house.get(KEEPER, f"/v1/{further}")).json()["state"] == "registered"


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"report_ids": [str(uuid4())]}, 409, "report_not_of_clue"),
        ({"report_ids": []}, 400, "invalid_input"),
        ({"facts": "太短"}, 400, "invalid_input"),
        ({"to": "city-office-99"}, 409, "organisation_unknown"),
        ({"source": "media"}, 400, "invalid_input"),
    ],
)
async def test_what_is_refused(house: House, body: dict[str, Any], status: int, code: str) -> None:
    clue = await allocated(house)

    answer = await house.act(HANDLER, clue, "split", {**OTHER, **body})

    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert (await house.get(KEEPER, "/v1/clues/_count")).json()["count"] == 1


async def test_who_may_not_and_when(house: House) -> None:
    clue = await allocated(house)
    others = {
        login: (await house.act(login, clue, "split", OTHER)).status_code
        for login in ("office1.head", "principal.city", "office2.handler", "petition.city")
    }
    await closed(house, clue, HANDLER, "untrue")
    late = await house.act(HANDLER, clue, "split", OTHER)

    assert others == {
        "office1.head": 403,
        "principal.city": 403,
        "office2.handler": 404,
        "petition.city": 404,
    }
    assert (late.status_code, late.json()["code"]) == (409, "move_out_of_order")
