"""A round is confirmed in one job: everybody does their own part, each evaluation by itself, and again changes nothing."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

from rectification.app import SPEC
from shared.jobs.work import run_next

from tests.rectification.evaluation_story import drafted
from tests.rectification.story import CLERK, MEETING, OFFICE, do, post
from tests.support.house import House

HEAD, LEADERS = "inspection.head", "standing.city"


async def confirm(house: House, login: str, **body: Any) -> dict[str, Any]:
    """Ask for the job, let the worker do it, and return its result as the one who asked sees it."""
    answer = await post(house, login, "evaluations/_confirm", body)
    assert answer.status_code == 202, answer.text
    assert await run_next(house.desk, SPEC.all_jobs, beat_s=0.05)
    job = (await house.get(login, answer.headers["Location"].removeprefix("/rectification"))).json()
    assert job["state"] == "done", job
    result: dict[str, Any] = job["result"]
    return result


async def test_a_round_is_confirmed_in_three_jobs_and_what_is_not_ready_says_why(house: House) -> None:
    thing, ready = await drafted(house, "0.9")
    house.clock.move(timedelta(days=10))
    await do(house, OFFICE, ready, "hear-opinion")
    _, unready = await drafted(house, "0.5", ordinal=4, name="第五届市委第四轮巡察")
    ids = [one.split("/")[1] for one in (ready, unready)]
    round_id = (await house.get(OFFICE, f"/v1/{thing}")).json()["round_id"]

    assert (await confirm(house, OFFICE, evaluation_ids=ids))["counts"] == {"proposed": 1, "refused": 1}
    assert (await confirm(house, OFFICE, round_id=round_id))["counts"] == {"waits_for_others": 1}
    early = await confirm(house, LEADERS, round_id=round_id, meeting=MEETING)
    assert [(one["outcome"], one["code"]) for one in early["items"]] == [("refused", "not_your_turn")]
    aside = await confirm(house, "deputy.city", round_id=round_id)
    assert [one["code"] for one in aside["items"]] == ["forbidden"]
    assert (await confirm(house, HEAD, round_id=round_id))["counts"] == {"signed": 1}
    bare = await confirm(house, LEADERS, round_id=round_id)
    assert [one["code"] for one in bare["items"]] == ["meeting_record_missing"]
    assert (await confirm(house, LEADERS, round_id=round_id, meeting=MEETING))["counts"] == {"confirmed": 1}
    again = await confirm(house, LEADERS, evaluation_ids=ids, meeting=MEETING)

    assert [(one["outcome"], one["code"]) for one in again["items"]] == [
        ("already_confirmed", None),
        ("refused", "forbidden"),
    ]
    shown = (await house.get(OFFICE, f"/v1/{ready}")).json()
    assert shown["state"] == "confirmed"
    assert (await house.get(OFFICE, f"/v1/{ready}/recomputation")).json()["agrees"]
    assert (await house.get(OFFICE, f"/v1/{thing}")).json()["grade"] == shown["grade"] != "poor"
    assert (await post(house, OFFICE, "evaluations/_confirm", {"round_id": round_id})).json()["code"] == (
        "nothing_to_confirm"
    )


async def test_who_has_no_part_in_it_and_what_is_asked_wrong_is_refused(house: House) -> None:
    body = {"evaluation_ids": [str(uuid4())]}
    for login in (CLERK, "petition.city", "evaluator1"):
        assert (await post(house, login, "evaluations/_confirm", body)).status_code == 403
    for wrong in ({}, {**body, "round_id": str(uuid4())}, {"evaluation_ids": ["x"]}, {**body, "total": "99"}):
        assert (await post(house, OFFICE, "evaluations/_confirm", wrong)).status_code == 400
    unknown = await confirm(house, OFFICE, **body)
    assert [one["code"] for one in unknown["items"]] == ["not_found"]
    assert (await post(house, OFFICE, "evaluations/_confirm", {"round_id": str(uuid4())})).status_code == 409
