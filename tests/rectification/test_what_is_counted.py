"""What counts against whom, what ratio items count, and what the completion table says: each with its records."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from rectification.store.metrics import find_records
from rectification.usecases.follow import follows
from shared.db import Scope
from shared.feed.consume import Event

from tests.rectification.story import (
    CLERK,
    COMMISSION,
    DEPARTMENT,
    OFFICE,
    accepted,
    do,
    fed_back,
    items_of,
    made,
    rectifying,
    submitted,
    supervised,
)
from tests.rectification.test_clues import handed
from tests.rectification.test_recommendations import delivered
from tests.support.house import House

HOUSING = "housing1.clerk"
FALSE = {"outcome": "false", "found_by": "sampling", "grounds": "台账与现场不符"}
REPORT = {"progress_report": "进展", "principal_report": "履责"}


async def test_false_rectification_counts_against_who_rectified_and_against_who_accepted(
    house: House,
) -> None:
    thing = await rectifying(house)
    first, second, _ = await items_of(house, thing)
    await accepted(house, first)
    await submitted(house, second)
    await do(house, COMMISSION, second, "verify", method="desk", result="资料属实")
    for item in (first, second):
        await do(house, OFFICE, item, "find-false", **FALSE)

    async def figure(login: str, name: str) -> tuple[float, dict[str, int]]:
        shown = (await house.get(login, f"/v1/figures/{name}")).json()
        return shown["value"], {one["part"]: one["count"] for one in shown["parts"]}

    assert await figure(OFFICE, "false_by_rectifier") == (2.0, {"party-bureau-housing": 2})
    accepting = (2.0, {"city-inspection-office": 1, "city-office-1": 2})
    assert await figure(OFFICE, "false_by_acceptor") == accepting
    assert await figure(COMMISSION, "false_by_acceptor") == accepting
    assert await figure("inspected2.clerk", "false_by_acceptor") == (0.0, {})
    records = (await house.get(OFFICE, "/v1/figures/false_by_acceptor/records")).json()["items"]
    assert {one["record_type"] for one in records} == {"false_charge"}
    assert sorted(one["organisation"] for one in records) == [
        "city-inspection-office", "city-office-1", "city-office-1",
    ]  # fmt: skip
    assert len({one["id"] for one in records}) == 3


async def test_what_proves_false_of_a_recommendation_counts_apart_from_what_an_inspection_found(
    house: House,
) -> None:
    thing = await delivered(house)
    await do(house, HOUSING, thing, "acknowledge")
    await do(house, HOUSING, thing, "reply", acceptance="accepted", reply="全部采纳，按月推进。")
    item = f"rectification-items/{(await do(house, HOUSING, thing, 'begin-rectifying'))['item_id']}"
    await submitted(house, item, HOUSING)
    await do(house, COMMISSION, item, "verify", method="desk", result="资料属实")
    await do(house, OFFICE, item, "close")
    await do(house, OFFICE, item, "find-false", **FALSE)

    async def figure(login: str, name: str, **scope: str) -> tuple[float, dict[str, int]]:
        shown = (await house.get(login, f"/v1/figures/{name}", **scope)).json()
        return shown["value"], {one["part"]: one["count"] for one in shown["parts"]}

    assert await figure(COMMISSION, "advised_false_by_rectifier") == (1.0, {"district-1-housing": 1})
    accepting = (1.0, {"city-inspection-office": 1, "city-office-1": 1})
    assert await figure(COMMISSION, "advised_false_by_acceptor") == accepting
    assert await figure(COMMISSION, "advised_false_by_acceptor", round_id=str(uuid4())) == (0.0, {})
    assert await figure(COMMISSION, "advised_false_by_acceptor", from_on="2030-01-01") == (0.0, {})
    assert await figure(OFFICE, "false_by_acceptor") == (0.0, {})
    records = (await house.get(COMMISSION, "/v1/figures/advised_false_by_acceptor/records")).json()["items"]
    assert sorted(one["organisation"] for one in records) == ["city-inspection-office", "city-office-1"]
    assert (await house.get(CLERK, "/v1/figures/advised_false_by_acceptor")).status_code == 403


async def test_reviews_renewed_feedback_interviews_and_consultations_count_as_measures_by_their_own_records(
    house: House,
) -> None:
    thing = await supervised(house)
    organization, item = thing.split("/")[1], (await items_of(house, thing))[0].split("/")[1]
    again = {"item_ids": [item], "text": "请限期整改到位。", "reply_by": "2026-04-01"}
    await do(house, OFFICE, thing, "re-feedback", **again)
    about = {
        "addressee": "party-bureau-housing",
        "inspected_organization_id": organization,
        "text": "请重视整改。",
    }
    for kind, is_served in (
        ("reminder_interview", True),
        ("reminder_interview", False),
        ("work_reminder", True),
    ):
        paper = await made(house, OFFICE, "reminders", {**about, "kind": kind})
        if is_served:
            await do(house, OFFICE, f"reminders/{paper['id']}", "deliver")
    tasks = [{"text": "提出方案", "owner": "市住建局", "due_on": "2026-04-30"}]
    talk = {"topic": "共性问题", "held_on": "2026-03-02", "conclusion": "由主管部门牵头", "tasks": tasks}
    await made(house, DEPARTMENT, "issue-consultations", {**talk, "inspected_organization_id": organization})

    async def parts(login: str) -> dict[str, int]:
        shown = (await house.get(login, "/v1/figures/measures")).json()
        return {one["part"]: one["count"] for one in shown["parts"]}

    assert await parts(OFFICE) == {
        "plan_report_review": 2, "re_feedback": 1, "reminder_interview": 1, "issue_consultation": 1,
    }  # fmt: skip
    assert await parts("statistician") == await parts(OFFICE)
    told = await parts(CLERK)
    assert "plan_report_review" not in told
    assert "issue_consultation" not in told
    records = (await house.get(OFFICE, "/v1/figures/measures/records")).json()["items"]
    assert {one["record_type"] for one in records} == {
        "joint_review", "re_feedback", "reminder", "issue_consultation",
    }  # fmt: skip
    assert (await house.get(OFFICE, f"/v1/{thing}/chain")).json()["measures"] == []


async def test_advice_counts_that_was_served_in_the_window_and_not_taken_back(house: House) -> None:
    advice = {"kind": "discipline", "addressee": "party-bureau-housing"}
    early = await delivered(house, **advice)
    house.clock.move(timedelta(days=1))
    await house.hear()
    thing = await fed_back(house)
    await do(house, OFFICE, thing, "revise", unit="district-1-housing", opinion="补登所在单位")
    taken_up, to_the_unit, taken_back = (
        await delivered(house, **advice), await delivered(house), await delivered(house, **advice),
    )  # fmt: skip
    await do(house, CLERK, taken_up, "acknowledge")
    await do(house, CLERK, taken_up, "reply", acceptance="accepted", reply="全部采纳，按月推进。")
    await do(house, COMMISSION, taken_back, "withdraw")

    found = await _records(house, thing, "advice_adopted")

    assert found == {taken_up.split("/")[1]: True, to_the_unit.split("/")[1]: False}
    assert early.split("/")[1] not in found


async def test_whether_a_clue_was_handled_in_time_is_judged_by_its_clock(house: House) -> None:
    thing = await fed_back(house)
    in_time, late, open_still = [await handed(house, thing) for _ in range(3)]
    await _conclude(house, in_time)
    assert await _records(house, thing, "clues_in_time") == {in_time.split("/")[1]: True}
    house.clock.move(timedelta(days=120))
    await house.hear()
    await _conclude(house, late)

    assert await _records(house, thing, "clues_in_time") == {
        in_time.split("/")[1]: True, late.split("/")[1]: False,
    }  # fmt: skip
    concluded = await _records(house, thing, "clues_concluded")
    assert [concluded[one.split("/")[1]] for one in (in_time, late, open_still)] == [True, True, False]


async def test_the_completion_table_counts_systems_and_clues_but_clues_only_for_who_may_know(
    house: House,
) -> None:
    thing = await rectifying(house)
    await handed(house, thing)
    await _conclude(house, await handed(house, thing))
    item = (await items_of(house, thing))[0]
    await made(house, CLERK, "systems-built", {
        "title": "维修资金使用办法", "kind": "made", "text": "第一条　为规范维修资金使用，制定本办法。",
        "effective_on": "2026-03-02", "item_id": item.split("/")[1],
    })  # fmt: skip
    await do(house, CLERK, thing, "submit-report", **REPORT)

    papers = {login: await _papers(house, login, thing) for login in (OFFICE, CLERK, DEPARTMENT, COMMISSION)}

    assert papers[CLERK]["completion_table"]["systems"] == {"made": 1, "revised": 0, "confirmed": 0}
    assert papers[OFFICE]["clue_results"] == {
        "handed_over": 2, "concluded": 1, "in_time": 1, "cut_off_on": "2026-03-02",
    }  # fmt: skip
    assert [login for login in (CLERK, DEPARTMENT) if "clue_results" in papers[login]] == []


async def _papers(house: House, login: str, thing: str) -> dict[str, Any]:
    shown = (await house.get(login, f"/v1/{thing}")).json()
    return {paper["kind"]: paper["fields"] for paper in shown["papers"]}


async def _records(house: House, thing: str, metric: str) -> dict[str, bool]:
    async with house.desk.db.reader(Scope("worker")) as reader:
        found = await find_records(reader, UUID(thing.split("/")[1]))
    return {one.record: one.counts for one in found if one.metric == metric}


async def _conclude(house: House, clue: str) -> None:
    """Let casework tell that a clue ended."""
    data = {"finding_ids": [clue.split("/")[1]], "truth_grade": "true", "way": "closed"}
    async with house.desk.db.transaction(Scope("worker")) as tx:
        event = Event(1, "clue.concluded", str(uuid4()), data)
        await follows(house.desk)["casework"]["clue.concluded"].apply(tx, event, None)


async def test_every_figure_gives_its_records_to_who_counts_it(house: House) -> None:
    given = set()
    for login in (OFFICE, COMMISSION, "statistician"):
        for name in [one["name"] for one in (await house.get(login, "/v1/figures")).json()["items"]]:
            counted = await house.get(login, f"/v1/figures/{name}")
            listed = await house.get(login, f"/v1/figures/{name}/records")
            assert counted.status_code in (200, 403), (name, counted.text)
            assert listed.status_code in (200, 403), (name, listed.text)
            given |= {name} if listed.status_code == 200 else set()
    assert {"completion_rate", "reminders", "recommendations", "false_by_acceptor"} <= given
